"""The words around marks of personal data, in every form where people type."""

TITEL = "Staat er iets in waaraan mensen te herkennen zijn?"
NIETS = (
    "Wij vonden geen namen of andere gegevens van mensen. Kijk zelf ook: het programma ziet niet alles, "
    "en wij kunnen niet beloven dat niemand te herkennen is."
)
GEVONDEN = (
    "Op 1 plek staat misschien een gegeven van een mens.",
    "Op {aantal} plekken staat misschien iets van een mens.",
)
DIRECT = "Met een dichte streep: dit moet weg of anders, voordat een ander het leest."
ZACHT = "Met een stippellijn: denk even na. Is iemand hieraan te herkennen? Blijft het staan, dan mag dat."
MENS = (
    "Een mens kijkt hier altijd naar: het programma mist soms iets, en streept soms iets aan dat gewoon mag blijven. "
    "Wij beloven niet dat een verhaal anoniem is."
)
ZELF = (
    "Het programma mist soms iets, en streept soms iets aan dat gewoon mag blijven. Kijk zelf ook: wij beloven niet "
    "dat niemand hierin te herkennen is."
)
VERVANG = "Nummer {nummer}: vervang door {voorstel}"
VERVANG_ZONDER = "Nummer {nummer}: haal dit weg"
VERVANG_ALLES = "Vervang alles met een dichte streep"
MERK = "{nummer} {soort}"
VELD = {
    "titel": "Titel",
    "tekst": "Verhaal",
    "waarom": "Waarom dit belangrijk is",
    "wens": "Wat de verteller wil",
    "namens": "Namens wie",
    "citaat": "De zin om te onthouden",
    "toelichting": "De zin bij het cijfer",
}
"""The fields of a verhaal in which marks can stand, as the screen calls them."""
