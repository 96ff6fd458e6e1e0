"""Words for looking again at a stuk for the raad before it goes out, and for the versions that went out before."""

from collections.abc import Mapping

from monitor.services.stuktekorten import TekortSoort

# Versions that went out

MOMENT_WEER = "{regel}; voor het laatst gemaakt {moment}"
MOMENT_DAGEN = "{dag}, voor het laatst gemaakt op {laatst}"
NIET_MEER_GETOOND = "{naam} ({plaats}, {periode}): hier is nu geen cijfer te zien."

# What is lacking

TEKORT: Mapping[TekortSoort, str] = {
    TekortSoort.OVERGETYPT: (
        "{plek}: hier staan woorden van een verteller overgetypt. Neemt zij die terug, dan blijven ze hier staan. Haal "
        "ze weg, en kies een citaat bij een argument."
    ),
    TekortSoort.NIETS_DOEN: "{plek}: er staat nog niet bij wat het betekent als de raad niets doet.",
    TekortSoort.GELD: "{plek} lijkt geld te vragen, maar er is nog geen regel over geld.",
    TekortSoort.DEKKING: "{plek}: er staat niet bij waar het geld vandaan komt.",
    TekortSoort.BEDRAG: "{plek}: geen beslispunt noemt dit bedrag. Zo kan de raad het niet veranderen.",
    TekortSoort.ZONDER_PUNT: "{plek} hoort bij geen beslispunt.",
    TekortSoort.ANDER_CIJFER: (
        "{plek}: het verhaal van dit citaat gaat niet over het cijfer dat erbij staat. Leg uit waarom ze samen "
        "staan, of kies iets anders."
    ),
    TekortSoort.GETAL: (
        "{plek}: {getallen} komt niet uit de cijfers of het geld van dit stuk. Schrijf erbij waar het vandaan komt, "
        "bijvoorbeeld “(bron: …)”."
    ),
}
TEKORT_GETALLEN = (
    "{plek}: {getallen} komen niet uit de cijfers of het geld van dit stuk. Schrijf erbij waar ze vandaan komen, "
    "bijvoorbeeld “(bron: …)”."
)
TEKORT_TITEL = "De titel"
MEESTE_GETALLEN = 5
EN_MEER = "{aantal} andere getallen"
