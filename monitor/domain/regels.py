"""The rules that make this product what it is, as pure functions: they return an answer or raise OngeldigeInvoer.

They are the rules for figures (1 to 6), for what a teller allowed (10) and for small places (12). Whether a change may
be claimed (7) stands in monitor.domain.trend.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import isfinite

from monitor.domain.gebied import GebiedSoort
from monitor.domain.indicator import Bewijssoort, Draagvlak, Indicator, Richting, Rol, StemRol
from monitor.domain.meting import OntbreektReden
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import format_maand, hoofdletter, kwartaal_nummer, meervoud

KERN_START, KERN_STANDAARD, KERN_MAXIMUM = 3, 5, 8
"""How many kernindicatoren a wijk starts with, has by default, and has at most."""
CONTEXT_MAXIMUM = 8
"""How many context figures a screen shows at most."""
CITAAT_WOORDEN = 60
"""How many words a citaat has at most."""
MEESTE_BEDRAG = Decimal(10) ** 12
"""Every amount of money stays under this one."""
KLEIN_INWONERS, WEINIG_VERHALEN = 1_000, 5
"""Under either of these, verhalen stand at gemeente level."""
BEDENKTIJD = timedelta(days=7)
"""How long somebody who depends on the writer thinks it over."""
TOESTEMMING_JAREN = 2
"""How long a permission holds unless the teller says otherwise."""
BEWAAR_ORIGINEEL = timedelta(days=30)
"""How long an original is kept after the teller agreed to the public version."""
BEWAAR_GEWEIGERD = timedelta(days=30)
"""How long a refused verhaal is kept."""
UITNODIGING_DUUR = timedelta(days=90)
"""How long an invitation holds."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Whether something may, and the Dutch sentence that says why or why not."""

    mag: bool
    zin: str

    def __bool__(self) -> bool:
        return self.mag


# Rule 1: few indicators


def check_kern_grens(grens: int) -> None:
    """Refuse a setting for the number of kernindicatoren that is no small number."""
    if not KERN_START <= grens <= KERN_MAXIMUM:
        raise OngeldigeInvoer(f"Kies een aantal van {KERN_START} tot en met {KERN_MAXIMUM}.")


def check_kern_aantal(aantal: int, grens: int = KERN_STANDAARD) -> bool:
    """Whether one must leave before another kernindicator can come, with `aantal` in use now."""
    check_kern_grens(grens)
    return aantal >= grens


def check_kern_erbij(aantal: int, *, eruit: str | None, reden: str, grens: int = KERN_STANDAARD) -> None:
    """Refuse one more kernindicator when the wijk is full and nobody said which one leaves, and why."""
    if not check_kern_aantal(aantal, grens):
        return
    problemen = []
    if eruit is None:
        problemen.append(
            Probleem(
                f"Er zijn al {meervoud(aantal, 'cijfer', 'cijfers')} waarop deze wijk let. Kies welk cijfer weggaat.",
                "eruit",
            )
        )
    if not reden.strip():
        problemen.append(Probleem("Schrijf op waarom dat cijfer weggaat.", "reden"))
    if problemen:
        raise OngeldigeInvoer(problemen)


# Rule 2: gedragen is earned


def newest_draagvlak(draagvlak: Iterable[Draagvlak]) -> dict[StemRol, Draagvlak]:
    """What each role said last."""
    newest: dict[StemRol, Draagvlak] = {}
    for stem in sorted(draagvlak, key=lambda stem: stem.op):
        newest[stem.rol] = stem
    return newest


def mag_gedragen(indicator: Indicator, draagvlak: Iterable[Draagvlak]) -> Oordeel:
    """Whether an indicator may be called gedragen: bewoners and professionals both said so.

    Nobody can block in silence: the sentence says who is waited for, since when, and the reason that they gave.
    """
    if indicator.landelijk:
        return Oordeel(False, "Dit is een landelijk cijfer. Het is achtergrond en heeft geen steun nodig.")
    newest = newest_draagvlak(draagvlak)
    bewoners, professionals = newest.get(StemRol.BEWONER), newest.get(StemRol.PROFESSIONAL)
    if bewoners is not None and professionals is not None and _steunt(bewoners) and _steunt(professionals):
        wie = f"{_wie(bewoners, 'bewoner')} en {_wie(professionals, 'professional')}"
        return Oordeel(True, f"{hoofdletter(wie)} steunen dit.")
    if bewoners is not None and _steunt(bewoners):
        return Oordeel(False, _wacht(_steunzin(bewoners, "bewoner"), bewoners, "professionals", professionals))
    if professionals is not None and _steunt(professionals):
        return Oordeel(False, _wacht(_steunzin(professionals, "professional"), professionals, "bewoners", bewoners))
    if bewoners is not None and professionals is not None:
        return Oordeel(False, "Bewoners en professionals steunen dit nu niet.")
    return Oordeel(False, "Bewoners en professionals hebben nog niet gezegd dat zij dit steunen.")


def _wie(stem: Draagvlak, een: str) -> str:
    return f"één {een}" if stem.voor == 1 else f"{een}s"


def _steunzin(stem: Draagvlak, een: str) -> str:
    return f"{hoofdletter(_wie(stem, een))} {'steunt' if stem.voor == 1 else 'steunen'} dit."


def _steunt(stem: Draagvlak | None) -> bool:
    return stem is not None and stem.voor > stem.tegen


def _wacht(begin: str, steun: Draagvlak, wie: str, antwoord: Draagvlak | None) -> str:
    # The wait began when there was something to answer: at the support, or at the answer that came after it.
    since = max(steun.op, antwoord.op) if antwoord else steun.op
    zin = f"{begin} Wacht sinds {format_maand(since)} op {wie}."
    reden = antwoord.toelichting if antwoord else None
    return f"{zin} Hun reden: {reden.strip().rstrip('.')}." if reden and reden.strip() else zin


def mag_in_gebruik(gedragen: Oordeel, *, activiteiten: int, initiatieven: int) -> Oordeel:
    """Whether an indicator may be in gebruik: it is gedragen, and something that people do works on it."""
    if not gedragen:
        return gedragen
    if activiteiten + initiatieven < 1:
        return Oordeel(False, "Er is nog geen activiteit of initiatief dat hieraan werkt.")
    werkt = [
        meervoud(aantal, een, meer)
        for aantal, een, meer in (
            (activiteiten, "activiteit", "activiteiten"),
            (initiatieven, "initiatief", "initiatieven"),
        )
        if aantal
    ]
    verb = "werkt" if activiteiten + initiatieven == 1 else "werken"
    return Oordeel(True, f"{gedragen.zin} {' en '.join(werkt)} {verb} hieraan.")


# Rules 3, 4 and 5: comparing, proving, judging


def vergelijkbaar(indicator: Indicator, geldig_in: Collection[str], *gebieden: str) -> bool:
    """Whether figures of these gebieden may stand beside each other: all adopted it, or it is context."""
    if indicator.landelijk or indicator.rol is Rol.CONTEXT:
        return True
    return all(gebied in geldig_in for gebied in gebieden)


def bewijst_effect(bewijssoort: Bewijssoort) -> bool:
    """Whether a number may be offered as a sign of what an activiteit did; a model cannot know that."""
    return bewijssoort is not Bewijssoort.GESCHAT


def mag_kleuren(richting: Richting) -> bool:
    """Whether a word or colour for good and bad is allowed."""
    return richting is not Richting.NIET_EENDUIDIG


def is_gunstig(richting: Richting, *, stijgt: bool) -> bool | None:
    """Whether going that way is favourable; None where nobody can say so in general."""
    if not mag_kleuren(richting):
        return None
    return stijgt == (richting is Richting.HOGER_IS_GUNSTIG)


# Rule 6: missing is never zero, zero is never missing


def check_meting(
    waarde: float | None,
    reden: OntbreektReden | None,
    *,
    ondergrens: float | None = None,
    bovengrens: float | None = None,
    n: int | None = None,
) -> None:
    """Refuse a meting that has neither value nor reason, or both, or bounds that cannot be."""
    meldingen = []
    if waarde is None and reden is None:
        meldingen.append("Vul een getal in, of kies waarom het ontbreekt. Een leeg vak is geen nul.")
    if waarde is not None and reden is not None:
        meldingen.append("Er staat een getal en ook een reden waarom het ontbreekt. Kies een van de twee.")
    if not all(isfinite(number) for number in (waarde, ondergrens, bovengrens) if number is not None):
        meldingen.append("Dit is geen getal dat kan bestaan.")
    meldingen += _bounds_problems(waarde, ondergrens, bovengrens)
    if n is not None and n < 0:
        meldingen.append("Het aantal mensen dat meedeed kan niet onder nul zijn.")
    if meldingen:
        raise OngeldigeInvoer(Probleem(melding) for melding in meldingen)


def _bounds_problems(waarde: float | None, ondergrens: float | None, bovengrens: float | None) -> list[str]:
    if ondergrens is None and bovengrens is None:
        return []
    if ondergrens is None or bovengrens is None:
        return ["Geef de ondergrens en de bovengrens allebei, of geen van beide."]
    if waarde is None:
        return ["Grenzen zonder getal kan niet."]
    return [] if ondergrens <= waarde <= bovengrens else ["Het getal ligt niet tussen de ondergrens en de bovengrens."]


# Rule 10: permission, and what a document may take


def check_citaat(citaat: str, tekst: str) -> None:
    """Refuse a citaat that is empty, too long, or not literally what the teller said. Line ends do not count."""
    bare = " ".join(citaat.split())
    if not bare:
        raise OngeldigeInvoer([Probleem("Kies een zin uit het verhaal.", "citaat")])
    problemen = []
    woorden = len(bare.split(" "))
    if woorden > CITAAT_WOORDEN:
        problemen.append(
            Probleem(f"Een citaat heeft hoogstens {CITAAT_WOORDEN} woorden. Dit zijn er {woorden}.", "citaat")
        )
    if bare not in " ".join(tekst.split()):
        problemen.append(Probleem("Deze woorden staan niet zo in het verhaal. Neem ze letterlijk over.", "citaat"))
    if problemen:
        raise OngeldigeInvoer(problemen)


# Rule 12: small places protect


def toon_niveau(inwoners: float | None, openbare_verhalen: int) -> GebiedSoort:
    """Where the verhalen of a wijk may stand. A wijk of which we do not know the size is treated as small."""
    if inwoners is None or inwoners < KLEIN_INWONERS or openbare_verhalen < WEINIG_VERHALEN:
        return GebiedSoort.GEMEENTE
    return GebiedSoort.WIJK


def kwartaal_of(dag: date) -> date:
    """The first day of the quarter: the only date that a public verhaal has."""
    return date(dag.year, 3 * kwartaal_nummer(dag) - 2, 1)


def kwartaal_code(dag: date) -> str:
    """The quarter of a day as a period: "2025-K3"."""
    return f"{dag.year}-K{kwartaal_nummer(dag)}"
