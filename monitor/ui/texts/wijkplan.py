"""Words of the page Wijkplan."""

MENU = "Wijkplan"
TITEL = "Wijkplan"
INLEIDING = (
    "Wat willen mensen in deze wijk, wie doet wat, en hoe gaat het? Het plan van de makers staat naast dat van het "
    "college. Wat mislukt of stopt staat er net zo bij als wat lukt. Er staat nooit een naam bij, en geen score."
)
NAAR_WIJK = "Bekijk de wijk"
MAG_NIET = "U kunt hier lezen. Wie in deze wijk begeleidt of beleid maakt, schrijft op wat mensen samen willen."
GEEN_PLAN = "In deze wijk loopt nu geen wijkplan."
ZONDER_NAAM = "Wijkplan zonder naam"
EERDER = "Eerdere plannen"
HELE_PLAN = "Lees het hele plan"
EERSTVOLGEND = "Eerstvolgende dag: {dag}."
NU_TERUGKIJKEN = (
    "Bij 1 mijlpaal is het tijd om samen met bewoners terug te kijken.",
    "Bij {aantal} mijlpalen is het tijd om samen met bewoners terug te kijken.",
)
SINDS = {
    "loopt": "loopt sinds {dag}",
    "afgerond": "afgerond op {dag}",
    "gestopt": "gestopt op {dag}",
}
GELEERD = "Wat leerden we? "
KWESTIE = "Hier werken we eerst aan: "
HEEL_PLAN = "Er wordt aan het hele plan gewerkt."
KWESTIE_EERDER = "Eerder: "
WAAROM = "Waarom: "

# In words

PLAN_MAKERS = "Het plan van de makers"
GEMAAKT = "Gemaakt op {dag}, door {wie}."
GEEN_BEWONERS = "Er waren geen bewoners bij."
NOG_LEEG = "Er staat nog niets in dit plan."
EERDERE_VERSIES = "Eerdere versies"
VERSIE = "{dag}, van {van}"
ANDERS = "Iemand ziet het anders"
ANDERS_VAN = "{rol}: "
COLLEGE = "Makers en college naast elkaar"
COLLEGE_GELIJK = "Het college nam het plan van de makers over, op {dag}."
COLLEGE_ANDERS = "Het college schreef op {dag} op deze plekken iets anders. De rest nam het over."
COLLEGE_OUDER = "Daarna schreven de makers een nieuwe versie. Daar ging het college nog niet op in."
COLLEGE_NOG_NIET = "Het college heeft nog niet gezegd wat het van dit plan vindt."
COLLEGE_NIETS = "Het college zei niets over dit plan."
VAN_MAKERS = "De makers"
VAN_COLLEGE = "Het college"
NIETS = "schrijven hier niets over."
NIETS_COLLEGE = "schrijft hier niets over."

# The folder

FOLDER_UITLEG = "Eén blad om te printen en rond te brengen. Past niet alles erop, dan staat erbij waar de rest is."
FOLDER_PDF = "Het plan op één blad (PDF)"
FOLDER_BESTAND = "wijkplan-{wijk}-{dag}.pdf"

# Lines

REGELS = {
    "taak": "Wie doet wat",
    "geld": "Geld, en wie erover beslist",
    "kalender": "Kalender",
    "mijlpaal": "Mijlpalen",
}
REGEL = "Regel {nummer}"
REGELS_LEEG = "Hier staat nog niets."
KALENDER_LEEG = "Er staat nu geen dag in de kalender."
GEWEEST = "Wat al geweest is"
VOOR = "voor {dag}"
DOOR = "Wie: "
BESLIST = "Wie beslist: "
TERUGGEKEKEN = "Teruggekeken op {dag}, met {wie}: {stand}."
TERUGGEKEKEN_KAAL = "Teruggekeken op {dag}: {stand}."
KIJK_TERUG = "Kijk samen met bewoners terug op {dag}."
KIJK_NU_TERUG = "De dag om samen met bewoners terug te kijken is er: {dag}."
BRONNEN = "Waar dit plan op rust"
BRON_SOORT = {
    "indicator": "cijfer",
    "leerpunt": "geleerd in een wijkgesprek",
    "activiteit": "activiteit",
    "initiatief": "initiatief",
}
BRON_SOORTEN = {
    "indicator": "Cijfers van de wijk",
    "leerpunt": "Wat we vaker zien, en wat in de weg zit",
    "activiteit": "Activiteiten",
    "initiatief": "Initiatieven",
}
BRONNEN_WEG = ("Van 1 ding staat er niet meer wat het was.", "Van {aantal} dingen staat er niet meer wat het was.")
AANVRAGEN = "Aanvragen voor geld, naast het plan"
AANVRAGEN_UITLEG = "Dit helpt het gesprek. Het is geen score: wat niet past, mag toch."
AANVRAAG = "Aanvraag {nummer}"
NOG_NIET_BESPROKEN = "Hier is nog niet over gepraat."
OORDEEL = "{dag}: {oordeel}, want "

# Forms

NIEUW = "Een wijkplan beginnen"
NAAM = "Hoe heet het plan?"
BEGIN_KWESTIE = "Waar werkt u eerst aan? (mag leeg: dan aan het hele plan)"
BEGIN = "Begin het plan"
BEGONNEN = "Het plan is begonnen."
BEWAARD = "Het is bewaard."
KIES = "Kies"
OPSCHRIJVEN = "Opschrijven"
SCHRIJF = "Het plan van de makers opschrijven"
SCHRIJF_UITLEG = "Wat weggelaten mag worden, mag leeg blijven. Schrijf minstens één deel."
SCHRIJF_OPNIEUW = (
    "De woorden van de vorige versie staan er al. Verander wat anders is. U bewaart een nieuwe versie; de vorige "
    "blijft te lezen."
)
SCHRIJF_COLLEGE = "De versie van het college opschrijven"
SCHRIJF_COLLEGE_UITLEG = (
    "Boven elk vak staat wat de makers schreven. Laat staan wat het college overneemt. Wil het college iets anders? "
    "Verander dan de tekst, en zeg bij dat deel waarom."
)
COLLEGE_DEEL = "{deel}: wat wil het college?"
COLLEGE_WACHT = "Het college kan iets opschrijven als er een plan van de makers staat."
MAKERS_SCHREVEN = "De makers schreven:"
BEWAAR_MAKERS = "Bewaar het plan van de makers"
BEWAAR_COLLEGE = "Bewaar de versie van het college"
VERSIE_DAG = "Op welke dag is dit zo gemaakt? Schrijf het zo: 31-3-2026"
DEEL_WAAROM = "{deel}: waarom wil het college iets anders? (leeg als het hetzelfde is)"
MAKERS_AANTAL = "{rol}: hoeveel maakten het plan?"
AFWIJKING = "Opschrijven dat iemand het anders ziet"
AFWIJKING_OVER = "Over welke versie gaat het?"
AFWIJKING_TEKST = "Wat ziet iemand anders?"
BEWAAR_AFWIJKING = "Bewaar hoe iemand het ziet"
FOCUS = "Kiezen waar u eerst aan werkt"
FOCUS_KWESTIE = "Waar werkt u eerst aan? (leeg: aan het hele plan)"
FOCUS_WAAROM = "Waarom dit eerst? (mag leeg)"
BEWAAR_FOCUS = "Bewaar waar u eerst aan werkt"
REGEL_ERBIJ = "Een regel erbij: wie doet wat, geld, kalender of mijlpaal"
REGEL_SOORT = "Wat schrijft u op?"
REGEL_WAT = "Wat is het?"
REGEL_WIE = "Wie doet het, of wie beslist? Schrijf een rol of een organisatie"
REGEL_DAG = "Op welke dag, of voor welke dag? Schrijf het zo: 31-3-2026 (bij taak en geld mag dit leeg)"
REGEL_BEDRAG = "Hoeveel geld, in euro's? (alleen bij geld, mag leeg)"
BEWAAR_REGEL = "Zet deze regel erbij"
TERUGKIJKEN = "Terugkijken"
TERUGKIJKEN_UITLEG = "Kijk elk kwartaal samen met bewoners terug. Mislukt of gestopt is net zo goed om te weten."
WELKE_REGEL = "Op welke regel kijkt u terug?"
HOE_STAAT = "Hoe staat het ermee?"
TERUG_DAG = "Op welke dag keek u terug? Schrijf het zo: 31-3-2026"
TERUG_GELEERD = "Wat leerden we?"
TERUG_AANTAL = "{rol}: hoeveel keken mee terug?"
BEWAAR_TERUG = "Bewaar hoe het ging"
BRON_ERBIJ = "Zeggen waar het plan op rust"
BRON_UITLEG = "Kies een of meer nummers uit deze lijst."
WELKE_BRON = "Welke nummers?"
BRON_NUMMER = "{nummer} ({soort})"
BEWAAR_BRON = "Zet dit bij het plan"
BRON_ERAF = "Zeggen dat het plan toch niet op iets rust"
BRON_ERAF_UITLEG = "Staat er iets verkeerd bij? Haal het hier weg."
BRON_ERAF_WELKE = "Welk nummer hoort er niet bij?"
BEWAAR_BRON_ERAF = "Haal dit bij het plan weg"
BRON_IS_ERAF = "Het staat niet meer bij het plan."
EERST_BRON = "wat er niet bij hoort"
AANVRAAG_ERBIJ = "Een aanvraag naast het plan leggen"
AANVRAAG_WAT = "Waar is de aanvraag voor?"
AANVRAAG_WIE = "Wie vraagt het aan? Schrijf een rol of een organisatie (mag leeg)"
AANVRAAG_BEDRAG = "Om hoeveel geld gaat het, in euro's? (mag leeg)"
BEWAAR_AANVRAAG = "Leg de aanvraag ernaast"
BESPREKEN = "Opschrijven of een aanvraag past"
WELKE_AANVRAAG = "Welke aanvraag?"
PAST = "Past het bij het plan?"
WANT = "Waarom?"
BEWAAR_OORDEEL = "Bewaar wat u ervan vindt"
AFRONDEN = "Het plan afronden of stoppen"
AFRONDEN_HOE = "Hoe eindigt het?"
AFRONDEN_GELEERD = "Wat leerden we? (mag leeg)"
BEWAAR_EINDE = "Sluit het plan af"
WEGHALEN = "Woorden weghalen die naar een persoon leiden"
WEGHALEN_UITLEG = "De woorden gaan weg, ook uit oudere kopieën. Dat er iets stond, blijft."
WEGHALEN_WAT = "Welke woorden?"
BEWAAR_WEG = "Haal deze woorden weg"
WEGGEHAALD = "De woorden zijn weg."
WOORDEN_PLAN = "de naam van het plan"
WOORDEN_EINDE = "wat u leerde aan het einde"
WOORDEN_KWESTIE = "waar u eerst aan werkt, keuze {nummer}"
WOORDEN_DEEL = "versie {versie}: {deel}"
WOORDEN_ANDERS = "versie {versie}: hoe iemand het anders ziet, {nummer}"
WOORDEN_TERUG = "terugblik {plaats} bij regel {nummer}"
WOORDEN_OORDEEL = "waarom bij aanvraag {nummer}, keer {plaats}"
EERST_REGEL = "op welke regel u terugkijkt"
EERST_AANVRAAG = "welke aanvraag"
EERST_OVER = "over welke versie het gaat"
EERST_EINDE = "hoe het eindigt"
EERST_WOORDEN = "welke woorden weg moeten"
