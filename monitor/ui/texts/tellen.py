"""Words of the page Tellen: one meting in a form, figures from a file, and undoing them."""

MENU = "Tellen"
TITEL = "Tellen"
INLEIDING = (
    "Hier geeft u cijfers die uw wijk zelf bijhoudt. U telt alleen waar de wijk voor koos. Landelijke cijfers komen "
    "uit hun eigen bron."
)
MAG_NIET = "Hier geven welzijnswerkers de cijfers van hun wijk, en beheerders die van alle wijken."
NIETS = (
    "In uw wijk is nog geen cijfer gekozen om te tellen. Kies dat eerst samen, bij “Samen kiezen waar we op letten”."
)
WAT = "Wat wilt u doen?"
DELEN = {
    "formulier": "één cijfer opschrijven",
    "turven": "turven",
    "bestand": "cijfers uit een bestand",
    "ongedaan": "iets terugdraaien",
}
WIJK = "In welke wijk?"
CIJFER = "Welk cijfer?"

# The form

NIEUW = "Een cijfer opschrijven"
PERIODE = "Over welke periode? Bijvoorbeeld 2026, 2026-K3, 2026-07 of 15-7-2026"
WAARDE = "Hoeveel? Schrijf het als 1.234,5 ({eenheid})"
ONTBREEKT = "Is er geen cijfer? Zeg dan waarom"
ONTBREEKT_GEEN = "Er is een cijfer"
MEER = "Wat u er nog bij weet (mag leeg)"
TELLER = "Hoeveel waren het er? (teller)"
NOEMER = "Van hoeveel? (noemer)"
N = "Hoeveel mensen deden mee?"
ONDERGRENS = "Ondergrens: ten minste"
BOVENGRENS = "Bovengrens: ten hoogste"
MEER_UITLEG = (
    "Vult u bij een percentage in hoeveel het er waren en van hoeveel? Dan rekenen wij het percentage uit. Is het "
    "gevraagd aan een deel van de mensen, dan rekenen wij ook uit hoe zeker het is (95%, methode Wilson)."
)
PEILDATUM = "Op welke dag is er geteld? Schrijf het als 15-7-2026"
REDEN = "Staat er al een cijfer? Zeg waarom het verandert. Noem geen mensen: iedereen kan dit lezen"
KLOPT = "Ja, dit klopt"
BEWAAR = "Bewaar dit cijfer"
BEWAARD_NIEUW = "Bewaard. Het cijfer staat erbij."
BEWAARD_ANDERS = "Bewaard. Wat er stond, blijft te zien met uw reden."
BEWAARD_GELIJK = "Dit cijfer stond er al. Er is niets veranderd."

# The series

REEKS = "Wat er nu staat"
REEKS_LEEG = "Over dit cijfer staat hier nog niets."
REEKS_KOLOMMEN = ("Wanneer", "Cijfer", "Ligt tussen", "Mensen die meededen", "Geteld op")
REEKS_OUDER = ("Er staat nog 1 ouder cijfer.", "Er staan nog {aantal} oudere cijfers.")
TUSSEN = "{laag} en {hoog}"
NULMETING = "nulmeting"
VORIGE = "Wat er eerder stond"
VORIGE_REGEL = "{wanneer}: eerst {eerst}. Veranderd op {dag}."
VORIGE_REDEN = "Waarom: {reden}"
NUL = "Nulmeting"
NUL_UITLEG = "De nulmeting is het cijfer waarmee het begon. Later kunt u daarmee vergelijken."
NUL_KIES = "Welk cijfer is de nulmeting?"
NUL_GEEN = "Er is geen nulmeting"
NUL_BEWAAR = "Bewaar de nulmeting"
NUL_BEWAARD = "De nulmeting is bewaard."

# Turven

TURVEN = "Turven"
TURVEN_UITLEG = (
    "Eén tik is één. Uw telling blijft op dit apparaat staan, ook zonder internet of als u de pagina opnieuw laadt. "
    "Bent u klaar? Dan wordt het één cijfer van een periode."
)
TURVEN_NIETS = "In uw wijk is nog geen cijfer dat u kunt turven: een telling van mensen, bezoeken of vragen."
TURF_WOORDEN = {
    "erbij": "Eén erbij",
    "eraf": "Eén eraf",
    "klaar": "Klaar",
    "offline": "Er is nu geen internet. Uw telling blijft hier staan; bewaar haar later.",
    "niets": "Er is nog niets geteld.",
}
TURF_KLAAR = "U telde {aantal}. Over welke periode is dat?"
TURF_SAMEN = "Staat er over die periode al een getal? Zeg dan wat u wilt"
TURF_SAMEN_HOE = {"erbij": "tel dit erbij op", "vervang": "zet dit ervoor in de plaats"}
TURF_REDEN = "Komt het ervoor in de plaats? Zeg waarom. Noem geen mensen: iedereen kan dit lezen"
TURF_BEWAAR = "Bewaar deze telling"
TURF_BEWAARD = "Bewaard. Er stond {oud}; nu staat er {nieuw}."

# A file

BESTAND = "Cijfers uit een bestand"
BESTAND_UITLEG = (
    "CSV, Excel of ODS. Zet boven de tabel de koppen gebied, indicator, periode en waarde. Of zet de perioden of de "
    "indicatoren naast elkaar. U ziet eerst wat er gebeurt; daarna kiest u of het zo mag."
)
CODES_HIER = "De codes die u kunt gebruiken"
CODES_KOLOMMEN = ("Indicator", "Naam", "Telt", "Gebied", "Naam van het gebied")
CODES_MEER = ("En nog 1 code.", "En nog {aantal} codes.")
KIES_BESTAND = "Kies een bestand"
BEKIJK = "Bekijk wat er gebeurt"
GEEN_BESTAND = "Kies eerst een bestand."
VRAGEN = ("Eerst een vraag over dit bestand", "Eerst {aantal} vragen over dit bestand")
ANTWOORD = "Zo is het"
KIES = "Kies bij elke vraag een antwoord."
VRAAG = {
    "blad": "Op welk blad staan de cijfers?",
    "decimaal": "Komma of punt?",
    "procent": "Deel of percentage?",
    "datum": "Wat is de datum?",
    "codes": "Codes aanvullen?",
    "leeg": "Wat betekent een lege cel?",
    "kolommen": "Kolommen overslaan?",
}
BLAD = "blad {nummer}"
BLAD_NAAM = "Blad {nummer} heet “{naam}”."
ANTWOORDEN = {
    "decimaal": {"komma": "een komma: 12,5", "punt": "een punt: 12.5"},
    "procent": {"deel": "een deel van 1: 0,12 is 12 procent", "procent": "al een percentage: 0,12 is 0,12 procent"},
    "datum": {"dag": "die dag zelf", "maand": "die maand", "kwartaal": "dat kwartaal", "jaar": "dat jaar"},
    "codes": {"aanvullen": "ja, vul de code aan", "weigeren": "nee, lees die rijen niet"},
    "leeg": {
        "overslaan": "daar is niets geteld: sla over",
        "nog_niet_gepubliceerd": "het cijfer komt nog",
        "geheim": "het cijfer is geheim",
        "te_klein": "het aantal is te klein om te tonen",
        "niet_geleverd": "het cijfer is niet geleverd",
        "niet_van_toepassing": "het cijfer geldt daar niet",
        "onbekend": "dat weten we niet",
    },
    "kolommen": {"overslaan": "ja, sla ze over", "weigeren": "nee, lees het bestand niet"},
}
ZOU = "Dit zou er gebeuren:"
REGELS = "Rij voor rij"
REGELS_KOLOMMEN = ("Rij", "Wat er gebeurt", "Periode", "Cijfer", "Wijk")
REGELS_MEER = ("En nog 1 cijfer.", "En nog {aantal} cijfers.")
SOORT = {
    "nieuw": "nieuw: {nieuw}",
    "gewijzigd": "{oud} wordt {nieuw}",
    "erbij": "{nieuw} blijft; wat erbij hoort verandert",
    "gelijk": "staat er al: {nieuw}",
}
GEWEIGERD = "Deze rijen worden niet gelezen"
GEWEIGERD_KOLOMMEN = ("Rij", "Waar", "Wat er niet klopt")
VERBETER = "Verbeter ze in het bestand, en kies het daarna opnieuw."
GEWEIGERD_MEER = ("En nog 1 probleem.", "En nog {aantal} problemen.")
ZONDER = ("Lees de rest, zonder de rij die niet klopt", "Lees de rest, zonder de {aantal} rijen die niet kloppen")
EERST_KIEZEN = "Zet eerst het vinkje, of verbeter het bestand en kies het opnieuw."
AL_GEGEVEN = "Wat er al stond, blijft van wie het eerst gaf. Draait die het terug, dan staat het er niet meer."
LEES_IN = "Lees deze cijfers in"
REDEN_BESTAND = (
    "Waarom verandert het cijfer dat er al stond? Noem geen mensen: iedereen kan dit lezen",
    "Waarom veranderen de {aantal} cijfers die er al stonden? Noem geen mensen: iedereen kan dit lezen",
)
REDEN_NODIG = "Schrijf op waarom de cijfers veranderen."
INGELEZEN = "Ingelezen. Klopt het niet? Kies dan bovenaan “iets terugdraaien”."

# Undoing

ONGEDAAN = "Iets terugdraaien"
ONGEDAAN_UITLEG = (
    "U draait één keer opschrijven of één bestand terug. Daarna staat alles er weer zoals het daarvoor stond."
)
ONGEDAAN_LEEG = "Er is niets dat u kunt terugdraaien."
ONGEDAAN_KOLOMMEN = ("Nummer", "Wanneer", "Bestand", "Cijfers", "Waarom")
ONGEDAAN_EEN = "{bestand}: {cijfer}, {periode}"
ONGEDAAN_OP = "{dag}, {tijd} uur"
ONGEDAAN_CIJFERS = {"nieuw": "{aantal} nieuw", "gewijzigd": "{aantal} gewijzigd"}
ONGEDAAN_LATER = "(later veranderde iemand dit)"
ONGEDAAN_KIES = "Welk nummer?"
ONGEDAAN_ZEKER = "Ja, draai dit terug"
ONGEDAAN_KNOP = "Draai terug"
ONGEDAAN_NIET = "Kies een nummer, en zeg dat u het zeker weet."
ONGEDAAN_KLAAR = ("Teruggedraaid: 1 cijfer.", "Teruggedraaid: {aantal} cijfers.")
