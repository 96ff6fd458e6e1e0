"""Words of the page on which people plan to go into the wijk together, and write down what they saw and heard."""

from monitor.domain.straat import BezoekVorm

MENU = "Samen de straat op"
TITEL = "Samen de straat op"
INLEIDING = (
    "Raadsleden, bewoners en wie er werkt gaan samen de wijk in om te zien en te horen. Wat zij opschrijven gaat over "
    "de plek en over wat vaker klinkt, nooit over één mens."
)
NAAR_WIJK = "Bekijk de wijk"
VERTELLEN = "Wil iemand onderweg een verhaal vertellen?"
VERTELLEN_UITLEG = (
    "Doe dat samen met het formulier. Wie vertelt, kiest zelf wie het leest, en een ander leest het eerst na. "
    "Vraag niemand om iets te vertellen voor de raad."
)
NAAR_VERTELLEN = "Vertel een verhaal"
VORM = {BezoekVorm.WIJKBEZOEK: "Wijkbezoek", BezoekVorm.STRAATGESPREK: "Gesprek op straat"}
LEERDEN = "Wat zagen en hoorden we?"
LEERDEN_LEEG = "Er is nog niets opgeschreven."
GEPLAND = "Dit komt nog"
GEPLAND_LEEG = "Er staat niets gepland."
BEZOEK = "Bezoek {nummer}: {vorm}, {dag}"
WAAR = "Waar: "
VRAAG = "Wat wilden we weten? "
NIET_DOOR = "Dit ging niet door."
WEG_WOORDEN = "De woorden bij dit bezoek zijn weggehaald."
NIETS_GEZIEN = "Er is niet opgeschreven wat er gezien is."
NOG_NIET_OPGESCHREVEN = "Deze dag is geweest. Wat er gezien en gehoord is, is nog niet opgeschreven."
EERDER = "Wat er eerder stond"
VERTELD = "Hier verteld: "
VERBORGEN = (
    "Er is hier 1 verhaal verteld. Welk verhaal dat is, staat hier niet, of het is teruggenomen.",
    "Er zijn hier {aantal} verhalen verteld. Welke dat zijn, staat hier niet, of ze zijn teruggenomen.",
)
ER_GINGEN = "Er gingen {wie} mee."
MAG_NIET = "U kunt hier lezen. Raadsleden, bewoners die meedoen en wie in de wijk werkt schrijven hier op."

PLANNEN = "Een bezoek plannen"
WELKE_VORM = "Wat gaat u doen?"
WANNEER = "Wanneer? Schrijf het zo: 21-11-2026"
WAAR_HEEN = "Waar gaat u heen? Noem een plek, geen adres van iemand"
WAT_WETEN = "Wat wilt u weten? (mag leeg)"
PLAN = "Zet dit bezoek klaar"
GEPLAND_GEZEGD = "Het bezoek staat klaar."

OPSCHRIJVEN = "Opschrijven wat u zag en hoorde"
OPSCHRIJVEN_UITLEG = "Schrijft u het opnieuw op, dan blijft te lezen wat er eerder stond."
WELK = "Welk bezoek?"
WANNEER_WAS = "Wanneer was het? Schrijf het zo: 21-11-2026"
WIE_MEE = "Hoeveel mensen gingen er mee? Vul in wat u weet. Leeg is niemand."
GEZIEN = "Wat zag en hoorde u? Noem geen mensen"
BEWAAR = "Bewaar wat u zag en hoorde"
BEWAARD = "Bewaard. Iedereen kan het nu lezen."

AFGELASTEN = "Een bezoek gaat niet door"
WAAROM_NIET = "Waarom niet? (mag leeg)"
GAAT_NIET_DOOR = "Dit bezoek gaat niet door"
AFGELAST = "Opgeschreven dat het niet doorgaat."

VERHAAL_ERBIJ = "Zeggen welk verhaal hier verteld is"
VERHAAL_UITLEG = "Alleen wie in deze wijk samen leert, ziet welk verhaal het is."
VERHAAL = "Verhaal {nummer}"
WELK_VERHAAL = "Welk verhaal?"
VERHALEN_LIJST = "De verhalen met hun nummer"
ZET_ERBIJ = "Zet dit verhaal erbij"
ERBIJ = "Het verhaal staat erbij."

VERHAAL_ERAF = "Een verhaal stond er per ongeluk bij"
VERHAAL_ERAF_UITLEG = "Het verhaal zelf blijft. Alleen dat het bij dit bezoek hoort, gaat weg."
BIJ_BEZOEK = "{verhaal}, bij bezoek {nummer}"
HAAL_ERAF = "Haal dit verhaal bij het bezoek weg"
ERAF = "Het verhaal staat er niet meer bij."

WEGHALEN = "Woorden bij een bezoek weghalen"
WEGHALEN_UITLEG = "De woorden zijn dan echt weg. Doe dit als er toch iemand in te herkennen is."
WEG_ZEKER = "Ja, haal de woorden weg. Ze komen niet terug."
WEG_NIET_ZEKER = "Zet een vinkje als u zeker weet dat de woorden weg mogen."
HAAL_WEG = "Haal deze woorden weg"
WEGGEHAALD = "De woorden zijn weg."
KIES = "Kies"
EEN_BEZOEK = "bezoek"
EEN_VERHAAL = "verhaal"
