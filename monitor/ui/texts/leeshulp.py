"""Words of the help with reading."""

GETAL = "Leesbaarheid: {getal}."
KORT = "Te kort voor een getal."
NIETS = "Geen lange zinnen en geen vakwoorden die wij kennen."
LANGE_ZIN = "Een zin van {woorden} woorden:"
MEER_LANGE_ZINNEN = ("Nog één lange zin.", "Nog {aantal} lange zinnen.")
GEWONER = ": misschien gewoner “{gewoon}”."
UITLEG = (
    "Het getal komt van een formule (Flesch-Douma): hoe hoger, hoe makkelijker de tekst leest. Het telt alleen "
    "woorden en lettergrepen, en zegt niets over wat u bedoelt. Een zin van meer dan {lang} woorden noemen wij lang. "
    "Het zijn hints: u kiest zelf."
)
