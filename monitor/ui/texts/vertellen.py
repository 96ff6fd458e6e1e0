"""The words of telling a verhaal: the form, the receipt and inviting somebody."""

from monitor.domain.verhaal import Gebruik, Gevoel, Leeftijdsgroep, Perspectief, ToestemmingDoor, Vertelwijze

TITEL = "Vertel uw verhaal"
INLEIDING = "Acht korte vragen. Het duurt ongeveer drie minuten."
LEES_VOOR = (
    "Ik schrijf op wat u vertelt. U bepaalt wie het leest. U mag altijd stoppen. Noem liever geen namen. "
    "Wat u vertelt verandert niets aan de hulp die u krijgt."
)
LEES_ZELF = (
    "U bepaalt wie het leest. U mag altijd stoppen. Noem liever geen namen. "
    "Wat u vertelt verandert niets aan de hulp die u krijgt."
)
LEES_VOOR_KOP = "Lees eerst voor:"
HULP = "Is er nu hulp nodig of is het onveilig? Dit is geen meldpunt."
DICHT_KOP = "Het formulier is nog dicht"
DICHT = "Beheer moet eerst dit invullen:"
VERANTWOORDELIJK = "Wie bewaart dit, en waar kunt u terecht?"
VERANTWOORDELIJK_REGELS = (
    ("Verantwoordelijk", "verantwoordelijke"),
    ("Op welke grond", "grondslag"),
    ("Hoe lang", "bewaartermijnen"),
    ("Toezicht op uw gegevens", "functionaris"),
    ("Een klacht", "klacht"),
)
GENODIGD = "U bent uitgenodigd om verhalen op te schrijven in {wijk}."
UITNODIGING_GEWEIGERD = "Deze uitnodiging geldt niet (meer). Vraag een nieuwe link aan wie u uitnodigde."
VERGEET_UITNODIGING = "Vergeet deze uitnodiging op dit apparaat"
PAPIER = "Liever op papier? Druk het formulier af. Op het strookje staat de code voor de verteller."
PAPIER_KNOP = "Papieren formulier (pdf)"
PAPIER_BESTAND = "vertelformulier.pdf"

# The three steps

STAPPEN = ("Uw verhaal", "Over uw verhaal", "Wie mag dit lezen?")
STAP_1 = "Schrijf zoals u praat. Vraag 2 en 3 mag u overslaan."
STAP_3 = "Wij bewaren uw verhaal pas als u op de knop “Verstuur mijn verhaal” drukt."

HOE = "Hoe komt dit verhaal binnen?"
HOE_KEUZES = {
    Vertelwijze.OPGETEKEND: "Ik schrijf op wat iemand mij vertelt",
    Vertelwijze.UITNODIGING: "Ik schrijf op wat iemand mij vertelt",
    Vertelwijze.PAPIER: "Ik typ een papieren formulier over",
    Vertelwijze.ZELF: "Het is mijn eigen verhaal",
}
CODE = "Welke code staat op het strookje?"
CODE_UITLEG = "Vijf groepjes van vier letters en cijfers. De verteller heeft dezelfde code."
VERTELD_OP = "Welke dag staat op het formulier?"
VERTELD_OP_UITLEG = "Bijvoorbeeld 31-12-2026."
HULP_RELATIE = "Krijgt de verteller hulp van u of van uw organisatie?"
HULP_RELATIE_UITLEG = "Zo ja: de verteller heeft zeven dagen om na te denken. Daarna vraagt een collega het nog eens."
JA, NEE = "Ja", "Nee"

TEKST = "1. Wat maakt u mee in de wijk?"
TEKST_UITLEG = "Wat is goed? Wat kan beter? Wat is veranderd?"
WAAROM = "2. Waarom is dat belangrijk voor u?"
WENS = "3. Wat zou u willen?"
TITELVRAAG = "4. Welke titel geeft u dit?"
TITELVRAAG_UITLEG = "Een paar woorden is genoeg."
CITAAT = "Welke zin moeten mensen onthouden?"
CITAAT_UITLEG = (
    "Mag leeg. Hoogstens 60 woorden, precies zoals ze in uw verhaal staan. "
    "Alleen deze zin kan in een stuk voor de gemeenteraad komen, en alleen als iedereen uw verhaal mag lezen."
)
CITAAT_KIES = "Tik op een zin uit uw verhaal, of typ de zin zelf."
GEVOEL = "5. Hoe voelt dit verhaal?"
GEVOELENS = {Gevoel.GOED: "Goed", Gevoel.DUBBEL: "Dubbel", Gevoel.MOEILIJK: "Moeilijk", Gevoel.ANDERS: "Anders"}
GEBIED = "6. Welke wijk?"
GEBIED_KIES = "Kies de wijk"
PERSPECTIEF = "Vertelt u als bewoner, vrijwilliger, mantelzorger of werkt u hier (meer mag)?"
PERSPECTIEVEN = {
    Perspectief.BEWONER: "Bewoner",
    Perspectief.VRIJWILLIGER: "Vrijwilliger",
    Perspectief.MANTELZORGER: "Mantelzorger",
    Perspectief.ERVARINGSDESKUNDIGE: "Ervaringsdeskundige",
    Perspectief.WERKT_HIER: "Ik werk hier",
    Perspectief.ONDERNEMER: "Ondernemer",
    Perspectief.RAADSLID: "Raadslid",
}
LEEFTIJD = "Hoe oud bent u ongeveer (mag leeg; staat nooit bij uw verhaal)?"
LEEFTIJD_LEEG = "Dat zeg ik liever niet"
LEEFTIJDEN = {
    Leeftijdsgroep.JONGER_DAN_16: "Jonger dan 16",
    Leeftijdsgroep.VAN_16_TOT_25: "16 tot 25",
    Leeftijdsgroep.VAN_25_TOT_45: "25 tot 45",
    Leeftijdsgroep.VAN_45_TOT_65: "45 tot 65",
    Leeftijdsgroep.VAN_65_TOT_80: "65 tot 80",
    Leeftijdsgroep.VANAF_80: "80 of ouder",
}
OUDER_AKKOORD = "Vindt een ouder, voogd of wettelijk vertegenwoordiger het goed?"
OUDER_AKKOORD_JA = "Ja, een ouder, voogd of wettelijk vertegenwoordiger vindt het goed"
OUDER_AKKOORD_UITLEG = "Bent u jonger dan 16? Dan komt het nooit op internet. Mensen in de wijk mogen het wel lezen."
KIND_AKKOORD = "Vindt u het zelf ook goed?"
KIND_AKKOORD_JA = "Ja, ik vind het zelf goed"
THEMA = "Waar gaat uw verhaal over (meer mag)?"
THEMA_INGEKLAPT = "Kies een onderwerp (mag, hoeft niet)"
TAAL = "In welke taal vertelde de verteller dit?"
MET_TOLK = "Hielp er een tolk?"
MET_TOLK_JA = "Ja, er hielp een tolk"
NAMENS = "Namens welke groep?"
NAMENS_UITLEG = "Mag leeg. Alleen als een groep dit samen vertelt, zoals de handwerkclub."
GROEP_AANTAL = "Met hoeveel mensen vertelden zij dit?"
DOOR = "Wie geeft toestemming?"
DOOR_KEUZES = {
    ToestemmingDoor.VERTELLER: "De verteller zelf",
    ToestemmingDoor.OUDER: "Een ouder, voogd of wettelijk vertegenwoordiger",
    ToestemmingDoor.GROEP: "De groep",
}

GEBRUIK = "7. Wie mag dit lezen?"
GEBRUIK_UITLEG = "U kiest zelf. Meer mag. Later kunt u het veranderen met uw code."
GEBRUIKEN = {
    Gebruik.LEREN: ("Mensen die samen leren in deze wijk", "Bewoners die meedoen, welzijnswerkers en begeleiders."),
    Gebruik.GESPREK: ("Ook mensen op een bijeenkomst in de wijk", "Uw verhaal kan daar worden voorgelezen."),
    Gebruik.OPENBAAR: (
        "Iedereen",
        "Uw verhaal staat op internet, met de wijk en het seizoen erbij, nooit met uw naam. "
        "De zin die u koos kan in een stuk voor de gemeenteraad komen.",
    ),
}
TOT = "Tot wanneer?"
TOT_KEUZES = {"twee_jaar": "Twee jaar", "een_jaar": "Een jaar", "dag": "Tot een dag die ik zelf kies"}
TOT_DAG = "Tot en met welke dag?"
TOT_DAG_UITLEG = "Bijvoorbeeld 31-12-2027."
KLOPT = "8. Ik lees het voor. Klopt het zo?"
KLOPT_ZELF = "8. Lees het nog eens na. Klopt het zo?"
KLOPT_JA = "Ja, het klopt zo"
KLOPT_NEE = "Nog niet"
KLOPT_NEE_MEER = "Wij bewaren het, maar niemand anders leest het. Met de code zegt u later of het klopt."

KORT = {
    "code": "Code van het strookje",
    "verteld_op": "Dag op het formulier",
    "hulp": "Hulp van u of uw organisatie",
    "tekst": "Uw verhaal",
    "waarom": "Waarom het belangrijk is",
    "wens": "Wat u zou willen",
    "titel": "Titel",
    "citaat": "De zin om te onthouden",
    "gevoel": "Hoe het voelt",
    "gebied": "Wijk",
    "perspectief": "U vertelt als",
    "namens": "Namens een groep",
    "gebruik": "Wie mag dit lezen",
    "tot": "Tot wanneer",
    "klopt": "Klopt het zo",
}
"""What a question is called where there is no room for it: in a list of what is wrong, and when reading back."""

# What the form says while somebody types

WOORDEN = {
    "stap": "Stap {nummer} van {van}",
    "verder": "Verder",
    "terug": "Terug",
    "verstuur": "Verstuur mijn verhaal",
    "bezig": "Uw verhaal wordt bewaard ...",
    "kijkt_na": "Wij kijken na of er namen in staan ...",
    "geen_antwoord": (
        "Er kwam geen antwoord. Uw tekst staat nog op dit apparaat. Druk nog een keer op de knop: "
        "uw verhaal wordt nooit twee keer bewaard."
    ),
    "offline": "U heeft nu geen internet. Typ rustig door: uw tekst blijft op dit apparaat staan. Versturen kan later.",
    "bewaard": "Wat u typt staat alleen op dit apparaat, tot u verstuurt en hoogstens 24 uur.",
    "niet_bewaard": "Dit apparaat kan uw tekst niet onthouden. Laad deze pagina niet opnieuw.",
    "hersteld": "Dit verhaal stond nog op dit apparaat. Ga rustig verder. Is het niet van u? Wis het dan.",
    "opnieuw": "Wis dit en begin opnieuw",
    "stoppen": "Stoppen en alles wissen",
    "zeker": "Wilt u alles wissen wat u typte? Dit kan niet terug.",
    "gewist": "Alles is gewist. U kunt opnieuw beginnen.",
    "ander_venster": "In een ander venster is dit verhaal verstuurd of gewist.",
    "fouten": "Dit moet nog even anders. Alles wat u typte staat er nog.",
    "pas_aan": "Pas aan",
    "geen_vondst": "Wij vonden geen namen of andere gegevens van mensen. Kijk zelf ook: het programma ziet niet alles.",
    "vondsten": "Is iemand hieraan te herkennen?",
    "vondsten_uitleg": (
        "Wilt u dit vervangen? Een tik is genoeg. Het hoeft niet: versturen kan ook zo. "
        "Maar niemand anders leest uw verhaal voordat namen en nummers eruit zijn.\n\n"
        "Wat u vervangt, bewaren wij niet. Wij beloven niet dat niemand u herkent."
    ),
    "vervang": "Vervang door {voorstel}",
    "vervang_alles": "Vervang alle namen en nummers",
}

# The receipt

BEWIJS_TITEL = "Dank u wel. Uw verhaal is bewaard."
BEWIJS_CODE = "Uw code"
BEWIJS_BEWAAR = "Schrijf de code op, of bewaar dit blad. U ziet hem hier maar een keer. Wij kunnen hem niet opzoeken."
BEWIJS_TEKST = (
    "Met deze code ziet u wat er met uw verhaal gebeurt, past u het aan of haalt u het weg. "
    "Staat het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet meer veranderen. "
    "Wij lezen uw verhaal. Wij kunnen niet beloven dat er iets verandert."
)
BEWIJS_VRAGEN = "Vragen?"
BEWIJS_VOOR = "Geef deze code aan de verteller. Bewaar hem zelf niet."
BEWIJS_PAPIER = "De verteller heeft deze code al op het strookje."
BEWIJS_NAAR = "Ik heb de code opgeschreven. Naar mijn verhaal"
BEWIJS_PDF = "Bewaar als pdf"
BEWIJS_BESTAND = "ontvangstbewijs.pdf"
BEWIJS_NIEUW = "Nog een verhaal vertellen"
BEWIJS_GEWIST = "Wat u typte is van dit apparaat gewist."
BEWIJS_AFDRUKKEN = "Afdrukken? Druk op Ctrl+P, of gebruik het menu van uw browser."
BEWIJS_BEDENKTIJD = (
    "De verteller krijgt hulp van u of uw organisatie. Niemand leest het verhaal tot en met {datum}. "
    "Daarna vraagt een collega of het zo mag."
)
BEWIJS_NOG_NIET = "U zei dat het nog niet klopt. Niemand anders leest het, tot u met de code zegt dat het klopt."
BEWIJS_HERHAALD = "Dit verhaal was al bewaard. Het staat er maar een keer."

# Inviting

UITNODIGEN_TITEL = "Iemand uitnodigen"
UITNODIGEN_INLEIDING = (
    "Met een link schrijft iemand negentig dagen lang verhalen op in één wijk, zonder account. "
    "Wie de link heeft, kan dat doen. Geef hem dus zelf aan wie u uitnodigt."
)
UITNODIGEN_WIJK = "Voor welke wijk?"
UITNODIGEN_NAAM = "Voor wie is de uitnodiging?"
UITNODIGEN_NAAM_UITLEG = "Zo weet u later welke link dit is. Bijvoorbeeld: student van de hogeschool."
UITNODIGEN_MAAK = "Maak de link"
UITNODIGEN_GEMAAKT = "De link is klaar. U ziet hem maar een keer."
UITNODIGEN_GELDT = "Geldt tot en met {datum}, alleen in {wijk}."
UITNODIGEN_QR = "QR-code met de link voor {wijk}"
UITNODIGEN_LIJST = "Uitnodigingen"
UITNODIGEN_LEEG = "Er zijn nog geen uitnodigingen."
UITNODIGEN_KOLOMMEN = ("Nummer", "Voor wie", "Wijk", "Geldt tot en met", "Nu")
UITNODIGEN_STAND = {"geldt": "geldt", "ingetrokken": "ingetrokken", "voorbij": "voorbij"}
UITNODIGEN_TREK_IN = "Welke uitnodiging wilt u intrekken?"
UITNODIGEN_TREK_IN_KNOP = "Trek in"
UITNODIGEN_KIES = "Kies een uitnodiging"
UITNODIGEN_REGEL = "Nummer {nummer}: {wijk}, gemaakt op {datum}"
UITNODIGEN_MAG_NIET = "Uitnodigen kan alleen een welzijnswerker of de beheerder."
