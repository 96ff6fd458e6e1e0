"""Which role may do what. What does not stand here nobody may do."""

from enum import StrEnum

from monitor.domain.gebruiker import Gebruiker, GebruikerRol
from monitor.domain.indicator import StemRol


class Handeling(StrEnum):
    """Something that a person does; its value is the word in the logboek when it is refused."""

    VERTELLEN = "vertellen"
    OPTEKENEN = "optekenen"
    INLEZEN_VERHALEN = "verhalen inlezen"
    CODE_GEBRUIKEN = "code gebruiken"
    MELDEN = "melden dat een verhaal over iemand gaat"
    KOPPELEN = "koppelen"
    NAVRAGEN = "navragen"
    NALEZEN = "nalezen"
    MEELEZEN = "meelezen"
    TERUGKOPPELEN = "terugkoppelen"
    INBRENGEN = "een initiatief of plek inbrengen"
    SIGNALEREN = "signaleren"
    SIGNALEN_LEZEN = "signalen lezen"
    VOORSTELLEN = "voorstellen waar een wijk op let"
    KIEZEN = "samen kiezen leiden"
    INDICATOREN_BEHEREN = "een cijfer anders omschrijven"
    ACTIVITEITEN = "activiteiten bijhouden"
    FINANCIEREN = "geld opschrijven"
    WIJKGESPREK_VOORBEREIDEN = "een wijkgesprek voorbereiden"
    WIJKGESPREK = "een wijkgesprek leiden"
    VERHALEN_KIEZEN = "samen verhalen kiezen"
    WIJKPLAN = "een wijkplan maken"
    WIJKPLAN_MAKERS = "opschrijven wat de makers van een wijkplan willen"
    WIJKPLAN_COLLEGE = "opschrijven wat het college van een wijkplan wil"
    WIJKBEZOEK = "een wijkbezoek opschrijven"
    RAADSBESLUIT = "opschrijven wat de raad besloot"
    RAADSSTUK = "een stuk voor de raad schrijven"
    UITNODIGEN = "uitnodigen"
    INSTELLEN = "instellen"
    ROLLEN_GEVEN = "rollen geven"
    TELLEN = "tellen"
    CIJFERS_INLEZEN = "cijfers inlezen"
    LOGBOEK_LEZEN = "het logboek lezen"
    BEWAREN = "een reservekopie maken"
    OPRUIMEN = "opruimen"


_B, _R = GebruikerRol.BEZOEKER, GebruikerRol

_ROLLEN: dict[Handeling, frozenset[GebruikerRol]] = {
    Handeling.VERTELLEN: frozenset({_B}),
    Handeling.CODE_GEBRUIKEN: frozenset({_B}),
    Handeling.MELDEN: frozenset({_B}),
    Handeling.OPTEKENEN: frozenset({_R.WELZIJNSWERKER, _R.OPTEKENAAR}),
    Handeling.INLEZEN_VERHALEN: frozenset({_R.BEHEERDER}),
    Handeling.KOPPELEN: frozenset({_R.WELZIJNSWERKER}),
    Handeling.NAVRAGEN: frozenset({_R.WELZIJNSWERKER}),
    Handeling.NALEZEN: frozenset({_R.NALEZER}),
    Handeling.MEELEZEN: frozenset({_R.BEWONER}),
    Handeling.TERUGKOPPELEN: frozenset({_R.WELZIJNSWERKER, _R.BEGELEIDER}),
    Handeling.INBRENGEN: frozenset({_R.BEWONER, _R.WELZIJNSWERKER}),
    Handeling.SIGNALEREN: frozenset({_R.BEWONER, _R.WELZIJNSWERKER}),
    Handeling.SIGNALEN_LEZEN: frozenset({_R.BEWONER, _R.WELZIJNSWERKER, _R.BEGELEIDER}),
    Handeling.VOORSTELLEN: frozenset({_R.BEWONER, _R.WELZIJNSWERKER, _R.BEGELEIDER, _R.BELEIDSMEDEWERKER}),
    Handeling.KIEZEN: frozenset({_R.BEGELEIDER, _R.BELEIDSMEDEWERKER}),
    Handeling.INDICATOREN_BEHEREN: frozenset({_R.BELEIDSMEDEWERKER}),
    Handeling.ACTIVITEITEN: frozenset({_R.WELZIJNSWERKER, _R.BELEIDSMEDEWERKER}),
    Handeling.FINANCIEREN: frozenset({_R.BELEIDSMEDEWERKER}),
    Handeling.WIJKGESPREK_VOORBEREIDEN: frozenset({_R.BEWONER, _R.WELZIJNSWERKER, _R.BEGELEIDER}),
    Handeling.WIJKGESPREK: frozenset({_R.BEGELEIDER}),
    Handeling.VERHALEN_KIEZEN: frozenset({_R.BEGELEIDER}),
    Handeling.WIJKPLAN: frozenset({_R.BEGELEIDER, _R.BELEIDSMEDEWERKER}),
    Handeling.WIJKPLAN_MAKERS: frozenset({_R.BEGELEIDER}),
    Handeling.WIJKPLAN_COLLEGE: frozenset({_R.BELEIDSMEDEWERKER}),
    Handeling.WIJKBEZOEK: frozenset({_R.RAADSLID, _R.BEWONER, _R.WELZIJNSWERKER, _R.BEGELEIDER, _R.BELEIDSMEDEWERKER}),
    Handeling.RAADSBESLUIT: frozenset({_R.BELEIDSMEDEWERKER}),
    Handeling.RAADSSTUK: frozenset({_R.BELEIDSMEDEWERKER}),
    Handeling.UITNODIGEN: frozenset({_R.WELZIJNSWERKER, _R.BEHEERDER}),
    Handeling.INSTELLEN: frozenset({_R.BEHEERDER}),
    Handeling.ROLLEN_GEVEN: frozenset({_R.BEHEERDER}),
    Handeling.TELLEN: frozenset({_R.WELZIJNSWERKER}),
    Handeling.CIJFERS_INLEZEN: frozenset({_R.BEHEERDER}),
    Handeling.LOGBOEK_LEZEN: frozenset({_R.BEHEERDER}),
    Handeling.BEWAREN: frozenset({_R.BEHEERDER}),
    Handeling.OPRUIMEN: frozenset({_R.BEHEERDER}),
}


_STEMMEN = {
    GebruikerRol.BEWONER: (StemRol.BEWONER, StemRol.VRIJWILLIGER),
    GebruikerRol.WELZIJNSWERKER: (StemRol.PROFESSIONAL,),
}


def stemrollen(gebruiker: Gebruiker, wijk: str) -> tuple[StemRol, ...]:
    """As what this person may say something in `wijk`: who leads the choosing writes down what others say too."""
    if mag(gebruiker, Handeling.KIEZEN, wijk):
        return tuple(StemRol)
    mine = {stem for rol, stemmen in _STEMMEN.items() if gebruiker.heeft(rol, wijk) for stem in stemmen}
    return tuple(stem for stem in StemRol if stem in mine)


def rollen_voor(*handelingen: Handeling) -> tuple[GebruikerRol, ...]:
    """The roles that may do any of these, in the order in which roles are named."""
    allowed = {rol for handeling in handelingen for rol in _ROLLEN.get(handeling, frozenset())}
    return tuple(rol for rol in GebruikerRol if rol in allowed)


def mag(gebruiker: Gebruiker, handeling: Handeling, wijk: str | None = None) -> bool:
    """Whether this person may do this in `wijk` (None: in all wijken)."""
    return any(gebruiker.heeft(rol, wijk) for rol in _ROLLEN.get(handeling, frozenset()))


def mag_ergens(gebruiker: Gebruiker, handeling: Handeling) -> bool:
    """Whether this person may do this in some wijk: for the menu, never for a right."""
    return any(gebruiker.heeft_ergens(rol) for rol in _ROLLEN.get(handeling, frozenset()))


def wijken_voor(gebruiker: Gebruiker, handeling: Handeling) -> frozenset[str] | None:
    """The wijken in which this person may do this; None: all."""
    rollen = _ROLLEN.get(handeling, frozenset())
    return None if GebruikerRol.BEZOEKER in rollen else gebruiker.wijken(*rollen)
