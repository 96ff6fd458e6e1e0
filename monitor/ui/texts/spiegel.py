"""Words around the Wijkspiegel; what stands on it stands in export/teksten, for paper and beamer alike."""

KOP = "De Wijkspiegel"
UITLEG = (
    "Een blad voor op tafel: wat u koos, een paar vragen en ruimte om te schrijven. "
    "Van een verhaal staat er alleen de zin op die de verteller koos."
)
PDF = "Bewaar de Wijkspiegel als PDF"
WORD = "Bewaar de Wijkspiegel als Word-bestand, om te veranderen"
BESTAND = "wijkspiegel-{wijk}-{dag}.{soort}"
BEAMER = "Toon de Wijkspiegel groot, voor een beamer"
TERUG = "Terug naar het gesprek"
"""The way back from the beamer."""
