"""Who acts: a person with role assignments. Rights follow wijk and organisatie; they are no ladder."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class GebruikerRol(StrEnum):
    """What somebody can be in this product. Everybody is bezoeker."""

    BEZOEKER = "bezoeker"
    BEWONER = "bewoner"
    OPTEKENAAR = "optekenaar"
    WELZIJNSWERKER = "welzijnswerker"
    NALEZER = "nalezer"
    BEGELEIDER = "begeleider"
    RAADSLID = "raadslid"
    BELEIDSMEDEWERKER = "beleidsmedewerker"
    BEHEERDER = "beheerder"


class Aanmelding(StrEnum):
    """How we know who somebody is."""

    GEEN = "geen"
    """Nobody signed in: a bezoeker."""
    AANGEMELD = "aangemeld"
    """Signed in at the identity provider: assignments come from the store, at every action."""
    UITGENODIGD = "uitgenodigd"
    """Holds the link of an invitation; the store says at every action whether it is still valid."""
    PROEF = "proef"
    """A fixed account of "Kijk als ...", only where that may exist."""
    OPDRACHT = "opdracht"
    """The command line, on the machine itself."""


INTERNE_ROLLEN = frozenset({GebruikerRol.BEWONER, GebruikerRol.WELZIJNSWERKER, GebruikerRol.BEGELEIDER})
"""Who learns together in a wijk: reads *gesprek* and *leren* there."""


@dataclass(frozen=True, slots=True)
class Roltoewijzing:
    """One role of a person, in one wijk or in all."""

    rol: GebruikerRol
    wijk: str | None = None
    """Code of the wijk; None: all wijken."""
    organisatie: str | None = None
    als_vervanger: bool = False
    """A stand-in reviews what waits too long for the reviewer of the wijk."""

    def covers(self, wijk: str | None) -> bool:
        """Whether this holds in `wijk`; for None only a role in all wijken does."""
        return self.wijk is None or self.wijk == wijk


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """The person who acts. `id` is what the logboek keeps; `naam` is for the screen only."""

    id: str
    naam: str
    aanmelding: Aanmelding = Aanmelding.GEEN
    toewijzingen: tuple[Roltoewijzing, ...] = ()
    geldig_tot: datetime | None = None
    """UTC moment at which the session ends; None: it does not end by itself."""
    sleutels: tuple[str, ...] = ()
    """By what the store finds the assignments: subject and e-mail address, or the hash of an invitation."""

    def heeft(self, rol: GebruikerRol, wijk: str | None = None) -> bool:
        """Whether this person has `rol` in `wijk`."""
        return rol is GebruikerRol.BEZOEKER or any(it.rol is rol and it.covers(wijk) for it in self.toewijzingen)

    def heeft_ergens(self, rol: GebruikerRol) -> bool:
        """Whether this person has `rol` in some wijk: for the menu, never for a right."""
        return rol is GebruikerRol.BEZOEKER or any(it.rol is rol for it in self.toewijzingen)

    def wijken(self, *rollen: GebruikerRol) -> frozenset[str] | None:
        """The wijken in which this person has one of `rollen`; None: all."""
        mine = [it.wijk for it in self.toewijzingen if it.rol in rollen]
        return None if None in mine else frozenset(code for code in mine if code)

    @property
    def interne_wijken(self) -> frozenset[str] | None:
        """The wijken of which this person reads verhalen for *gesprek* and *leren*; None: all."""
        return self.wijken(*INTERNE_ROLLEN)

    def leest_intern(self, wijk: str) -> bool:
        """Whether this person reads verhalen for *gesprek* and *leren* of `wijk`."""
        mine = self.interne_wijken
        return mine is None or wijk in mine

    @property
    def organisaties(self) -> frozenset[str]:
        """The organisations for which this person works."""
        return frozenset(it.organisatie for it in self.toewijzingen if it.organisatie)


BEZOEKER = Gebruiker("bezoeker", "bezoeker")
"""Somebody who did not sign in."""


def lezer_van(*wijken: str | None) -> Gebruiker:
    """A reader without a name who learns together in these wijken (None: in all); everybody may be this one."""
    return Gebruiker("lezer", "lezer", Aanmelding.GEEN, tuple(Roltoewijzing(GebruikerRol.BEWONER, it) for it in wijken))


def opdracht_gebruiker(gebruiker: str) -> Gebruiker:
    """Who gives a command on the machine itself: a beheerder."""
    name = gebruiker if gebruiker.startswith("cli:") else f"cli:{gebruiker}"
    return Gebruiker(name, name, Aanmelding.OPDRACHT, (Roltoewijzing(GebruikerRol.BEHEERDER),))
