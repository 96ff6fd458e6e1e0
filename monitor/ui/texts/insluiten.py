"""Words around one chart in somebody else's page, and of sharing what is on the screen."""

TITEL = "{naam}, {plaats}"
GEEN_TITEL = "Geen grafiek"
PLAATS = "{plaats} · {soort}"
BRON = "Bron: {bronnen}."
ZONDER_BRON = "Bron: niet opgeschreven."
VOORBEELD = "Verzonnen voorbeeld: deze gemeente bestaat niet."
VERDER = "Alles over dit cijfer, met wat bewoners vertellen"
VERDER_NIEUW = "{verder} (opent in een nieuw tabblad)"
TABEL = "Cijfers in een tabel"
GEEN_CIJFER = "Van dit gebied is er geen cijfer."

DELEN = "Deel deze weergave"
INSLUITEN = (
    "Deze grafiek op een andere website? Zet daar dit neer. De zin en de bron komen mee, verhalen niet. "
    "Verandert het cijfer, dan verandert het daar ook."
)
INSLUIT_TITEL = "{naam}, {plaats}: grafiek met bron"
