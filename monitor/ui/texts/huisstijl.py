"""Words of the part of Beheer where the Word template and the logo of the gemeente stand."""

from collections.abc import Mapping

from monitor.services.bestanden import BestandSoort

UITLEG = (
    "Stukken voor de raad krijgen het sjabloon en het logo van uw gemeente. Het sjabloon geldt voor Word; het logo "
    "staat ook in OpenDocument en PDF. Zonder sjabloon maakt het programma een gewoon Word-bestand."
)
SJABLOON_UITLEG = (
    "Een sjabloon is een Word-bestand (.docx of .dotx) met de huisstijl, zonder macro's en zonder verwijzingen naar "
    "buiten. Van de velden mogen bladzijdenummers, datums, kruisverwijzingen en een inhoudsopgave. Wat het bestand "
    "vertelt over wie het maakte, komt in geen stuk. Zet op de plek waar het stuk moet komen een regel met alleen "
    "[[inhoud]]. Wat erboven en eronder staat, blijft staan. Is die regel er niet, dan komt het stuk in de plaats van "
    "alle tekst; de kop en de voet van de bladzijde blijven. Koppen, lijsten en tabellen krijgen de stijlen van uw "
    "sjabloon."
)
LOGO_UITLEG = "Een logo is een PNG of een JPEG, aan elke kant van {kleinste} tot en met {grootste} beeldpunten."
SOORT: Mapping[BestandSoort, str] = {
    BestandSoort.WORD_SJABLOON: "Word-sjabloon",
    BestandSoort.LOGO: "Logo",
}
NU = "Nu: {naam}, {grootte} kB, bewaard op {dag}."
GEEN = "Er is nog geen."
KIES: Mapping[BestandSoort, str] = {
    BestandSoort.WORD_SJABLOON: "Kies een Word-sjabloon, hoogstens 5 MB",
    BestandSoort.LOGO: "Kies een logo, hoogstens 5 MB",
}
BEWAAR: Mapping[BestandSoort, str] = {
    BestandSoort.WORD_SJABLOON: "Bewaar het sjabloon",
    BestandSoort.LOGO: "Bewaar het logo",
}
EERST_KIEZEN = "Kies eerst een bestand."
BEWAARD: Mapping[BestandSoort, str] = {
    BestandSoort.WORD_SJABLOON: "Het sjabloon is bewaard. Een nieuw stuk ziet er zo uit.",
    BestandSoort.LOGO: "Het logo is bewaard. Het staat in elk nieuw stuk.",
}
HAAL_OP: Mapping[BestandSoort, str] = {
    BestandSoort.WORD_SJABLOON: "Download het sjabloon van nu",
    BestandSoort.LOGO: "Download het logo van nu",
}
WEG: Mapping[BestandSoort, str] = {
    BestandSoort.WORD_SJABLOON: "Haal het sjabloon weg",
    BestandSoort.LOGO: "Haal het logo weg",
}
WEGGEHAALD = "Weggehaald. Een nieuw stuk ziet er gewoon uit."
