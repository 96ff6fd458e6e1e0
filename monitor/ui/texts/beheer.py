"""Words of Beheer."""

from monitor.services.ophalen import BronSoort

TITEL = "Beheer"
INLEIDING = "Voor wie het dashboard bijhoudt. Wat mensen vertelden, leest u hier nooit."
MAG_NIET = "Beheer is voor de beheerder."
ONDERDEEL = "Waar wilt u naartoe?"
DELEN = {
    "mensen": "Mensen en rollen",
    "instellingen": "Instellingen",
    "organisaties": "Organisaties",
    "cijfers": "Cijfers ophalen",
    "verhalen": "Verhalen inlezen",
    "nalezen": "Nalezen in cijfers",
    "uitnodigingen": "Uitnodigingen",
    "huisstijl": "Sjabloon en logo",
    "logboek": "Logboek",
    "bewaren": "Bewaren",
}

# People

MENSEN_UITLEG = (
    "Iemand meldt zich aan met een e-mailadres. Hier zegt u wat die persoon mag, en in welke wijk. "
    "Wie hier niet staat, is bezoeker."
)
MENSEN_LEEG = "Er heeft nog niemand een rol."
MENSEN_TABEL = "Wie heeft welke rol?"
MENSEN_KOLOMMEN = ("Nummer", "Naam", "Meldt zich aan als", "Rol", "Wijk", "Organisatie", "Tot en met")
ALLE_WIJKEN = "alle wijken"
ALS_VERVANGER = "{rol}, als vervanger"
GEEN_EIND = "zonder einddatum"
VROEGER = ("Er is 1 rol beëindigd of voorbij.", "Er zijn {aantal} rollen beëindigd of voorbij.")
GEEF_ROL = "Geef iemand een rol"
PERSOON = "E-mailadres of nummer van de aanmelddienst"
NAAM = "Naam, voor in deze lijst"
ROL = "Rol"
WIJK = "Wijk"
WIJK_CODE = "Code van de wijk, zoals WK036203. Of schrijf: alle wijken"
KIES_WIJK = "Kies een wijk, of alle wijken"
ORGANISATIE = "Organisatie, bij een welzijnswerker"
VERVANGER = "Als vervanger: leest na als een verhaal te lang wacht (alleen bij nalezer)"
TOT = "Tot en met welke dag? Zoals 31-12-2027. Mag leeg"
TOT_FOUT = "Schrijf de dag als 31-12-2027."
GEEF = "Geef deze rol"
GEGEVEN = "De rol is gegeven. Die werkt meteen."
BEEINDIG = "Beëindig een rol"
BEEINDIG_NUMMER = "Nummer in de lijst hierboven"
BEEINDIG_KNOP = "Beëindig deze rol"
BEEINDIGD = "De rol is beëindigd. Dat geldt vanaf nu."

# Settings

ONTBREEKT = "Het formulier voor verhalen is nog dicht. Vul eerst in:"
OPEN = "Het formulier voor verhalen is open."
BEWAAR = "Bewaar de instellingen"
BEWAARD = "De instellingen zijn bewaard."
HULP = {
    "gemeente": "Zoals GM0362.",
    "verantwoordelijke": "Wie samen verantwoordelijk zijn voor de verhalen: de gemeente en welzijn, met adres.",
    "grondslag": "Op welke grondslag u verhalen bewaart. Vraag het de functionaris gegevensbescherming.",
    "bewaartermijnen": "Hoe lang een verhaal blijft, en wat er daarna gebeurt.",
    "functionaris": "Naam of functie, en hoe die te bereiken is.",
    "klacht": "Bij wie iemand kan klagen, ook buiten de gemeente.",
    "hulp_tekst": "Dit staat na: Is er nu hulp nodig of is het onveilig? Dit is geen meldpunt.",
    "vragen_tekst": "Dit staat na: Vragen?",
    "sociale_basis": "Leeg: de tekst die er nu staat.",
}
GRENS = "Van {least} tot en met {most}."

# Organisations

ORGANISATIES_UITLEG = (
    "Namen van organisaties in uw gemeente. In verhalen worden ze aangewezen, "
    "omdat ze kunnen verraden over wie het gaat."
)
ORGANISATIES_LEEG = "Er staat nog geen organisatie op de lijst."
ORGANISATIES_TABEL = "Organisaties op de lijst"
ORGANISATIES_KOLOMMEN = ("Nummer", "Naam")
ORGANISATIE_NAAM = "Naam van de organisatie"
ORGANISATIE_ERBIJ = "Zet op de lijst"
ORGANISATIE_KLAAR = "De organisatie staat op de lijst."
ORGANISATIE_WEG = "Haal van de lijst"
ORGANISATIE_WEGGEHAALD = "De organisatie staat niet meer op de lijst."

# Figures

CIJFERS_UITLEG = "Haal het bestand op bij de bron en geef het hier. U ziet eerst wat er zou veranderen."
CIJFERS_SOORT = "Wat voor bestand is het?"
CIJFERS_SOORTEN = {
    BronSoort.KWB: "Kerncijfers wijken en buurten van CBS",
    BronSoort.RIVM: "Gezondheid per wijk en buurt van RIVM",
    BronSoort.LEEFBAAROMETER: "Leefbaarometer",
    BronSoort.GEBIEDEN: "Grenzen van gebieden (GeoJSON)",
}
CIJFERS_BESTAND = "Het bestand"
CIJFERS_GEMEENTE = "Alleen deze gemeente, zoals GM0362. Leeg: alles in het bestand"
CIJFERS_JAAR = "Jaar, als het bestand dat zelf niet zegt"
CIJFERS_BEKIJK = "Bekijk wat er verandert"
CIJFERS_DOE = "Haal deze cijfers op"
CIJFERS_GEEN = "Kies eerst een bestand."
CIJFERS_ZOU = "Dit zou er veranderen:"
CIJFERS_DEED = "Dit is er veranderd:"

# Verhalen from a file

VERHALEN_UITLEG = (
    "Hebt u al verhalen in een bestand? Lees ze hier in. U ziet eerst per rij wat er niet klopt. "
    "Ingelezen verhalen wachten op nalezen, net als andere. Hier leest u ze niet."
)
VERHALEN_KOLOMMEN = (
    "Een CSV-bestand of JSON-regels. Nodig zijn: titel, tekst, gebied, datum, thema, perspectief, gevoel, gebruik en "
    "opgetekend_door. Wat daarin kan staan, leest u in docs/beheer.md."
)
VERHALEN_BESTAND = "Het bestand met verhalen"
VERHALEN_BEKIJK = "Bekijk het bestand"
VERHALEN_ZOU = "Dit zou er gebeuren:"
VERHALEN_DEED = "Dit is er gebeurd:"
VERHALEN_GOED = ("1 rij is goed.", "{aantal} rijen zijn goed.")
VERHALEN_FOUT = ("1 rij is geweigerd.", "{aantal} rijen zijn geweigerd.")
VERHALEN_TABEL = "Wat er bij rijen te zeggen is"
VERHALEN_TABEL_KOLOMMEN = ("Rij", "Wat")
VERHALEN_MEER = ("Er is nog 1 zo'n rij.", "Er zijn nog {aantal} zulke rijen.")
VERHALEN_ZONDER = ("Sla 1 rij over die niet klopt", "Sla {aantal} rijen over die niet kloppen")
VERHALEN_DOE = "Lees deze verhalen in"
VERHALEN_CODES_UITLEG = (
    "Voor elke verteller is er een code, om het verhaal te zien, te veranderen of terug te nemen. De codes staan "
    "alleen hier: wij bewaren ze niet. Haal ze nu op, geef ze door, en gooi het bestand daarna weg."
)
VERHALEN_CODES = "Haal de codes op (CSV)"
VERHALEN_CODES_BESTAND = "codes.csv"
VERHALEN_CODES_WEG = "Ik heb de codes. Vergeet ze hier"
VERHALEN_ANDER = "Een ander bestand"

# Reviewing

NALEZEN_WACHT = ("1 verhaal wacht op een eerste oordeel.", "{aantal} verhalen wachten op een eerste oordeel.")
NALEZEN_TABEL = "Hoe vaak is wat besloten?"
NALEZEN_KOLOMMEN = ("Besluit", "Aantal keer", "Reden")
NALEZEN_LEEG = "Er is nog niets nagelezen."

# Invitations

UITNODIGINGEN_TABEL = "Wie is uitgenodigd om verhalen op te schrijven?"
UITNODIGINGEN_KOLOMMEN = ("Voor wie", "Wijk", "Gemaakt op", "Geldig tot en met", "Stand")
UITNODIGINGEN_LEEG = "Er is nog niemand uitgenodigd."
UITNODIGING_GELDT = "geldt"
UITNODIGING_VOORBIJ = "voorbij"
UITNODIGING_INGETROKKEN = "ingetrokken"
UITNODIGINGEN_MAKEN = "Een uitnodiging maken of intrekken"

# Logboek

LOGBOEK_UITLEG = "Wie deed wat, wanneer. Nooit wat iemand vertelde."
LOGBOEK_WIE = "Van wie?"
LOGBOEK_SOORT = "Waarover?"
LOGBOEK_ALLES = "alles"
LOGBOEK_IEDEREEN = "iedereen"
LOGBOEK_TABEL = "Bladzijde {bladzijde} van {bladzijden}, {aantal}"
LOGBOEK_REGELS = ("1 regel", "{aantal} regels")
LOGBOEK_KOLOMMEN = ("Wanneer", "Wie", "Wat", "Waarover", "Welke", "Velden")
LOGBOEK_LEEG = "Er zijn geen regels."
LOGBOEK_NIEUWER = "Nieuwere regels"
LOGBOEK_OUDER = "Oudere regels"

# Keeping

BEWAREN_UITLEG = (
    "Een reservekopie komt naast de opslag te staan, op de server. U kunt haar hier niet ophalen: "
    "er staan verhalen in die u niet mag lezen. Wie bij de server kan, zet haar terug met de opdracht restore. "
    "Wat een verteller intussen terugnam, komt dan niet terug."
)
BEWAREN_MAAK = "Maak een reservekopie"
BEWAREN_GEMAAKT = "De reservekopie staat op de server, als {naam}."
BEWAREN_GEHEUGEN = "Deze opslag staat alleen in het geheugen. Daar valt geen reservekopie van te maken."
OPRUIMEN_UITLEG = "Elke nacht wordt opgeruimd: wat is teruggenomen, verdwijnt dan ook uit het bestand. Dat kan ook nu."
OPRUIMEN = "Ruim nu op"
OPGERUIMD = "Er is opgeruimd."
