"""The start page: where to go, and what we mean by sociale basis."""

from collections.abc import Sequence

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.ui import aanmelden, kijkals, texts
from monitor.ui.html import Html, paragraphs, tag
from monitor.ui.texts import menu

_WERK = (
    (menu.KOPPELEN, "koppelen", (Handeling.KOPPELEN, Handeling.NAVRAGEN)),
    (menu.NALEZEN, "nalezen", (Handeling.NALEZEN, Handeling.MEELEZEN)),
    (menu.TERUGKOPPELEN, "terugkoppelen", (Handeling.TERUGKOPPELEN,)),
    (menu.INITIATIEVEN, "initiatieven", (Handeling.INBRENGEN, Handeling.SIGNALEREN, Handeling.SIGNALEN_LEZEN)),
    (menu.ACTIVITEITEN, "activiteiten", (Handeling.ACTIVITEITEN, Handeling.FINANCIEREN)),
    (menu.SAMEN_KIEZEN, "indicatoren-kiezen", (Handeling.VOORSTELLEN, Handeling.KIEZEN)),
    (menu.RAADSVOORSTEL, "raadsvoorstel", (Handeling.RAADSSTUK,)),
    (menu.TELLEN, "tellen", (Handeling.TELLEN, Handeling.CIJFERS_INLEZEN)),
    (menu.UITNODIGEN, "uitnodigen", (Handeling.UITNODIGEN,)),
    (menu.BEHEER, "beheer", (Handeling.INSTELLEN,)),
)
"""What somebody who works here may have to do, and who may."""
_SAMEN = (
    (menu.WIJKGESPREK, "wijkgesprek", (Handeling.WIJKGESPREK_VOORBEREIDEN, Handeling.WIJKGESPREK)),
    (menu.VERHALEN_KIEZEN, "samen-verhalen-kiezen", (Handeling.VERHALEN_KIEZEN,)),
    (menu.WIJKPLAN, "wijkplan", (Handeling.WIJKPLAN,)),
    (menu.STRAAT, "wijkbezoek", (Handeling.WIJKBEZOEK,)),
)
"""What people of a wijk do together, and who prepares it or writes it down; everybody may read it."""
_Wegen = Sequence[tuple[str, str, tuple[Handeling, ...]]]


def heading() -> Html:
    """The question, and how to read what follows."""
    return tag(
        "div",
        tag("h1", texts.START_TITEL),
        tag("p", texts.START_INLEIDING, class_="sub lezen"),
        class_="tv",
    )


def ways_on(gebruiker: Gebruiker) -> Html:
    """The three ways on: look at a wijk, tell, or work here."""
    return tag(
        "div",
        _way(texts.START_WIJK, texts.START_WIJK_UITLEG, "wijk"),
        tag(
            "div",
            tag("h2", tag("a", texts.START_VERTEL, href="verhaal-vertellen")),
            tag("p", texts.START_VERTEL_UITLEG),
            tag("p", tag("a", texts.START_CODE, href="mijn-verhaal")),
        ),
        _work(gebruiker),
        class_="tv wegen drie",
    )


def ways() -> Html:
    """What else can be looked at."""
    return tag(
        "div",
        _way(texts.START_GEMEENTE, texts.START_GEMEENTE_UITLEG, "gemeente"),
        _way(texts.START_HOE, texts.START_HOE_UITLEG, "verantwoording"),
        class_="tv wegen",
    )


def meaning(sociale_basis: str = "") -> Html:
    """What we mean by sociale basis here, in the words of this gemeente when it has any; and why both stand here."""
    return tag(
        "div",
        tag("section", tag("h2", texts.START_BASIS), paragraphs(sociale_basis or texts.START_BASIS_TEKST)),
        tag("section", tag("h2", texts.START_NAAST), paragraphs(texts.START_NAAST_TEKST)),
        class_="tv lezen ruim",
    )


def _work(gebruiker: Gebruiker) -> Html:
    """What this person may do here; who may do nothing reads how to begin."""
    mine, together = _listed(gebruiker, _WERK), _listed(gebruiker, _SAMEN)
    return tag(
        "div",
        tag("h2", texts.START_WERK),
        tag("p", texts.START_WERK_UITLEG) if mine else None,
        mine,
        tag("p", texts.START_SAMEN) if together else None,
        together,
        tag("p", _how_to_begin()) if not (mine or together) else None,
    )


def _listed(gebruiker: Gebruiker, wegen: _Wegen) -> Html | None:
    """The ways to what this person may do."""
    mine = [(woord, adres) for woord, adres, voor in wegen if any(mag_ergens(gebruiker, it) for it in voor)]
    return tag("ul", *(tag("li", tag("a", woord, href=adres)) for woord, adres in mine)) if mine else None


def _how_to_begin() -> str:
    if aanmelden.is_configured():
        return texts.START_WERK_AANMELDEN
    return texts.START_WERK_PROEF if kijkals.allowed() else texts.START_WERK_NIET


def _way(title: str, text: str, href: str) -> Html:
    return tag("div", tag("h2", tag("a", title, href=href)), tag("p", text))
