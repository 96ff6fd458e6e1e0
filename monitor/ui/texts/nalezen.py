"""Words of the page Nalezen."""

from monitor.domain.nalezen import Wachtreden
from monitor.domain.verhaal import Besluit
from monitor.services.meldingen import Uitkomst

TITEL = "Nalezen"
KOP = "Verhalen nalezen"
INLEIDING = (
    "Niemand leest een verhaal van een ander voordat u het hebt nagelezen. U leest nooit na wat u zelf opschreef. "
    "De verteller zei eerst ja tegen de tekst."
)
MEELEZEN = (
    "Als bewoner kunt u meelezen. De nalezer van uw wijk vraagt u erbij, en u leest samen op één scherm. "
    "Bij het besluit staat dan dat een bewoner meelas, zonder uw naam."
)
LEEG = "Er wacht nu geen verhaal op u."
WACHT_OP_U = ("Er wacht 1 verhaal op u", "Er wachten {aantal} verhalen op u")
NOG_NIET = "Dit kunt u nog niet afmaken"
EIGEN = (
    "1 verhaal schreef u zelf op of paste u aan. Dat leest een ander na.",
    "{aantal} verhalen schreef u zelf op of paste u aan. Die leest een ander na.",
)
MEER = "Daarna komen er nog {aantal}."
VERVANGER = "U bent hier vervanger."
VANDAAG = "sinds vandaag"
DAGEN = ("wacht 1 dag", "wacht {aantal} dagen")
WACHTREDEN = {
    Wachtreden.NALEZEN: "wacht op nalezen",
    Wachtreden.MELDING: "iemand zegt: dit gaat over mij",
    Wachtreden.VERTELLER: "wacht op de verteller",
    Wachtreden.BEDENKTIJD: "de verteller denkt nog na",
    Wachtreden.NAVRAAG: "een collega vraagt het de verteller nog een keer",
}
NUMMER = "Verhaal {nummer}"
LEES = "Lees verhaal {nummer}"
TERUG = "Terug naar de lijst"
KLAAR = "Uw besluit is bewaard."
VOORGESTELD = (
    "Uw voorstel is bewaard. De verteller leest het met de code, of iemand leest het voor. "
    "Daarna leest een ander het na."
)
AFGEHANDELD = "De melding is afgehandeld."
BEVESTIGD = "Bewaard: dit mag blijven staan."

# One verhaal

VERTELD = "Wat er verteld is"
PUBLIEK = "Wat anderen zouden lezen"
HETZELFDE = "De verteller zei ja tegen deze tekst. Anderen zouden precies dit lezen."
NIETS_PUBLIEK = (
    "Er is nog geen tekst die anderen mogen lezen. De verteller moet dit zo goedvinden, "
    "of u stelt een andere tekst voor."
)
AKKOORD_OP = "De verteller zei ja op {dag}."
GEEN_AKKOORD = "De verteller zei hier nog geen ja tegen."
WIE = "Wie vertelt: {wie}. Het voelt: {gevoel}."
NAMENS = "Verteld namens: "
VOOR_WIE = "Mag gelezen worden door: {wie}."
VOOR_NIEMAND = "De verteller gaf aan niemand toestemming om te lezen."
TAAL = "Verteld in deze taal: {taal}."
TOLK = "Er was een tolk bij."
CITAAT = "De zin om te onthouden: "
MERK_AKKOORD = "{nummer} {soort}: mag blijven staan"
MERKEN = "Wat aangestreept is"
MERKEN_UITLEG = (
    "Een dichte streep wijst misschien naar een mens. Leidt het naar niemand, zoals een woord dat op een naam lijkt? "
    "Zeg dan dat het mag blijven staan. Leidt het wel naar iemand? Stel dan een andere tekst voor. "
    "Het programma ziet niet alles."
)
MAG_BLIJVEN = "Nummer {nummer} leidt naar niemand en mag blijven staan"
BEZWAREN = "Akkoord kan nu nog niet"
BESLUIT_TITEL = "Wat besluit u?"
BESLUIT_VRAAG = "Uw besluit"
BESLUIT = {
    Besluit.AKKOORD: "Akkoord: anderen mogen dit lezen",
    Besluit.TERUG_NAAR_VERTELLER: "Ik vraag de verteller eerst iets",
    Besluit.GEWEIGERD: "Ik weiger dit verhaal",
}
REDEN = "Waarom weigert u? Alleen deze redenen kunnen"
REDEN_KIES = "Kies een reden"
VRAAG = "Wat vraagt u de verteller? Die leest uw vraag met de code"
MET_BEWONER = "Een bewoner las met mij mee"
BEWAAR = "Bewaar mijn besluit"
KIES_BESLUIT = "Kies eerst wat u besluit."

# A proposal

VOORSTEL_TITEL = "Een andere tekst voorstellen"
VOORSTEL_UITLEG = (
    "Haal weg waaraan iemand te herkennen is, en laat de rest zoals het verteld is. De verteller moet ja zeggen. "
    "Daarna leest een ander dan u het na."
)
VOORSTEL_VELD = {
    "titel": "Titel",
    "tekst": "Het verhaal",
    "citaat": "De zin om te onthouden (letterlijk uit het verhaal)",
    "waarom": "Waarom dit belangrijk is",
    "wens": "Wat de verteller wil",
}
KIJK_NA = "Kijk na op namen en gegevens"
STEL_VOOR = "Stel dit voor aan de verteller"

# Somebody recognised herself

MELDING_TITEL = "Iemand zegt: dit gaat over mij"
MELDING_UITLEG = "Sinds {dag} leest niemand dit verhaal. Kijk of het zo kan blijven."
MELDING_ZONDER = "Er is niets bij geschreven."
UITKOMST_VRAAG = "Wat doet u met deze melding?"
UITKOMST = {
    Uitkomst.BLIJFT: "Het verhaal blijft zoals het is: niemand is eraan te herkennen",
    Uitkomst.AANGEPAST: "Er is een nieuwe tekst, de verteller zei ja en die is nagelezen",
    Uitkomst.VERBORGEN: "Het verhaal blijft verborgen",
}
UITKOMST_REDEN = "Waarom blijft het verborgen? Alleen nodig als u dat kiest"
HANDEL_AF = "Handel de melding af"
KIES_UITKOMST = "Kies eerst wat u met de melding doet."
DAG_FOUT = "Schrijf de dag als 21-11-2026."
