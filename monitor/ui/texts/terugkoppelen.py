"""Words of the page on which is written down what was done with a verhaal, and of that form elsewhere."""

TITEL = "Wat is ermee gedaan?"
KOP = "Wat is er met een verhaal gedaan?"
INLEIDING = (
    "Wie vertelt, wil weten wat er met het verhaal gebeurt. Kies een verhaal en schrijf op waar het gebruikt is. "
    "Ook niets doen mag hier staan, met de reden."
)
LIJST = ("U leest hier 1 verhaal", "U leest hier {aantal} verhalen")
LEEG = "Er is nu geen verhaal waar u iets bij kunt schrijven."
LIJST_UITLEG = "Verhalen waar nog niets bij staat, komen eerst."
NUMMER = "Verhaal {nummer}"
KIES = "Schrijf iets bij verhaal {nummer}"
MEER = "Daarna komen er nog {aantal}."
NOG_NIETS = "er staat nog niets bij"
KEREN = ("er staat 1 keer iets bij", "er staat {aantal} keer iets bij")
TERUG = "Terug naar de lijst"

# The form

GEDAAN = "Wat is ermee gedaan?"
GEDAAN_UITLEG = (
    "Is dit verhaal ergens gebruikt? Schrijf op waar, en wat ermee gedaan is. De verteller leest dit met de code, "
    "en het staat bij het verhaal. Noem geen mensen."
)
WAAR = "Waar is het gebruikt? Bijvoorbeeld: wijkgesprek van dit najaar"
WAT = "Wat is ermee gedaan? (mag leeg)"
GEDAAN_OP = "Op welke dag? Schrijf het zo: 21-11-2026"
GEDAAN_BEWAAR = "Bewaar wat ermee gedaan is"
GEDAAN_BEWAARD = "Bewaard: de verteller en de lezers zien wat ermee gedaan is."
