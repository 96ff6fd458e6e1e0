"""Words of the page Koppelen: reading aloud, asking again, and putting a verhaal beside a figure."""

TITEL = "Koppelen"
KOP = "Koppelen, voorlezen en nog een keer vragen"
INLEIDING = (
    "Hier zet u verhalen en cijfers bij elkaar. Dat doet u achter een bureau, later, en het mag ook een collega zijn. "
    "Wacht een verteller op u, dan staat dat eerst."
)
KOPPEL_KOP = "Dit verhaal bij een cijfer zetten"
LEEG = "Er is nu geen verhaal dat u kunt koppelen."
LIJST = ("Er is 1 verhaal om te koppelen", "Er zijn {aantal} verhalen om te koppelen")
LIJST_UITLEG = "Verhalen die nog bij geen cijfer staan, komen eerst."
MEER = "Daarna komen er nog {aantal}."
NOG_NIETS = "staat nog bij geen cijfer"
AANTAL = ("staat bij 1 cijfer", "staat bij {aantal} cijfers")
NUMMER = "Verhaal {nummer}"
KOPPEL = "Koppel verhaal {nummer}"
TERUG = "Terug naar de lijst"
THEMAS = "Waar gaat het over?"
CIJFER = "Cijfer {nummer}"
GEEN_CIJFER = "Geen cijfer"
VERHOUDING = "Hoe staat het verhaal bij cijfer {nummer}?"
TOELICHTING = "Zeg in een zin waarom (cijfer {nummer}). Noem geen namen: iedereen kan deze zin lezen"
BEWAAR = "Bewaar deze koppelingen"
BEWAARD = "De koppelingen zijn bewaard."
KIES = "Kies"
KIES_CIJFER = "Bij zin {nummer} staat geen cijfer. Kies een cijfer, of haal de zin weg."
SCHRIJF_ZIN = "Zeg in een zin waarom het verhaal bij cijfer {nummer} staat."
KIES_VERHOUDING = "Kies hoe het verhaal bij cijfer {nummer} staat."

# The teller's yes

VOORLEZEN = "Voorlezen aan de verteller"
VOORLEZEN_UITLEG = (
    "Bij deze verhalen zei de verteller nog niet dat de tekst klopt. Lees de tekst voor. De verteller kan ook zelf "
    "ja zeggen met de code."
)
LEES_VOOR = "Lees verhaal {nummer} voor"
VOOR_TE_LEZEN = "Lees deze tekst voor"
DAG = "Op welke dag las u het voor en zei de verteller ja? Schrijf het zo: 21-11-2026"
JA = "De verteller zegt: het klopt zo"
JA_BEWAARD = "Bewaard: voorgelezen en akkoord. Een nalezer kijkt er nu naar."

# Asking again

NAVRAGEN = "Nog een keer vragen"
NAVRAGEN_UITLEG = (
    "Deze vertellers krijgen hulp van wie het verhaal opschreef. Zij dachten er zeven dagen over na. Vraag als collega "
    "of het verhaal mag blijven. Nee zeggen mag altijd, en verandert niets aan de hulp."
)
ANTWOORD = "Wat zegt de verteller van verhaal {nummer}?"
BLIJFT = "Ja, het mag blijven"
WEG = "Nee, haal het weg (dit kan niet terug)"
ANTWOORD_BEWAAR = "Bewaar het antwoord bij verhaal {nummer}"
KIES_ANTWOORD = "Kies eerst wat de verteller zegt."
BLIJFT_BEWAARD = "Bewaard: het verhaal mag blijven. Een nalezer kijkt er nu naar."
WEG_BEWAARD = "Bewaard: het verhaal is weggehaald."
