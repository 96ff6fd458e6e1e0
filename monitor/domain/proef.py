"""The fixed people of "Kijk als ...": one per role, and two of those who work on the same thing."""

from dataclasses import dataclass

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing

WIJK, ANDERE_WIJK = "WK990101", "WK990102"
"""Wijken of the example."""
ORGANISATIE = "Welzijnswerk"
"""An organisation of the example."""
_R = GebruikerRol


@dataclass(frozen=True, slots=True)
class Proefrol:
    """Somebody to look as, and who that is in words."""

    gebruiker: Gebruiker
    woorden: str


def _proefrol(naam: str, woorden: str, *toewijzingen: Roltoewijzing) -> Proefrol:
    return Proefrol(Gebruiker(f"proef:{naam}", woorden, Aanmelding.PROEF, toewijzingen), woorden)


_WELZIJNSWERKER = Roltoewijzing(_R.WELZIJNSWERKER, WIJK, ORGANISATIE)

PROEFROLLEN: tuple[Proefrol, ...] = (
    Proefrol(BEZOEKER, "bezoeker"),
    _proefrol("raadslid", "raadslid", Roltoewijzing(_R.RAADSLID)),
    _proefrol("beleidsmedewerker", "beleidsmedewerker", Roltoewijzing(_R.BELEIDSMEDEWERKER)),
    _proefrol("beleidsmedewerker-2", "beleidsmedewerker, een collega", Roltoewijzing(_R.BELEIDSMEDEWERKER)),
    _proefrol("beheerder", "beheerder", Roltoewijzing(_R.BEHEERDER)),
    _proefrol("begeleider", "begeleider in De Hoge Linden", Roltoewijzing(_R.BEGELEIDER, WIJK)),
    _proefrol("bewoner", "bewoner van De Hoge Linden", Roltoewijzing(_R.BEWONER, WIJK)),
    _proefrol("welzijnswerker-1", "welzijnswerker in De Hoge Linden, 1", _WELZIJNSWERKER),
    _proefrol("welzijnswerker-2", "welzijnswerker in De Hoge Linden, 2", _WELZIJNSWERKER),
    _proefrol(
        "welzijnswerker-3",
        "welzijnswerker in Zonnedaal",
        Roltoewijzing(_R.WELZIJNSWERKER, ANDERE_WIJK, ORGANISATIE),
    ),
    _proefrol("nalezer-1", "nalezer 1, schrijft zelf ook op", Roltoewijzing(_R.NALEZER), _WELZIJNSWERKER),
    _proefrol("nalezer-2", "nalezer 2, schrijft zelf ook op", Roltoewijzing(_R.NALEZER), _WELZIJNSWERKER),
    _proefrol("vervanger", "vervanger van de nalezers", Roltoewijzing(_R.NALEZER, als_vervanger=True)),
)


def proefrol(id_: str) -> Proefrol:
    """Who has this id; the bezoeker when nobody has."""
    return next((rol for rol in PROEFROLLEN if rol.gebruiker.id == id_), PROEFROLLEN[0])
