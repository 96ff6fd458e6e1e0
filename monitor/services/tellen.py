"""Tellen: one meting as somebody types it, the series that it comes in, and where that series begins."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import Bewijssoort, Indicator
from monitor.domain.meting import MetingStatus
from monitor.domain.rechten import Handeling, mag, wijken_voor
from monitor.domain.telling import wilson
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import format_getal, format_periode, parse_periode
from monitor.services.invoer import VeldLezer, bare, raise_problems
from monitor.services.invoer_metingen import INLEZEN, Bron, MetingInvoer, check_reden, compare, may_count, write
from monitor.services.metingregels import AANTAL, Bekend, bekend, is_near, said
from monitor.services.rechten import current, refuse, require_somewhere
from monitor.sources.metingrijen import GETALLEN, MetingRijen, Woorden
from monitor.store.database import Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.meting_store import MetingStore, MetingWijziging, TellingRij, TeTellen
from monitor.store.rijen import insert_logboek, logboek_rij

FORMULIER = "formulier Tellen"
_GEVRAAGD = frozenset({Bewijssoort.GEMETEN, Bewijssoort.ERVAREN})
"""Kinds of evidence for which a part of the people was asked, so that a count has an interval."""
_VEEL_KEER = 10
_THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})")
"""Of a count this is thousands; of a mark or a percentage nobody knows."""


class Samen(StrEnum):
    """What becomes of a figure that stands there already."""

    VERVANG = "vervang"
    ERBIJ = "erbij"
    VRAAG = "vraag"
    """Nobody said so yet."""


@dataclass(frozen=True, slots=True)
class NieuweTelling:
    """One meting as it was typed, every field a text; empty is not given."""

    gebied: str
    indicator: str
    periode: str
    waarde: str = ""
    ontbreekt_reden: str = ""
    teller: str = ""
    noemer: str = ""
    n: str = ""
    ondergrens: str = ""
    bovengrens: str = ""
    peildatum: str = ""
    reden: str = ""
    """Why the figure that stands there changes."""
    samen: Samen = Samen.VERVANG
    """What becomes of what stands there already."""
    zeker: bool = True
    """Whether somebody knows that it is right, also where it looks like a typing error."""


@dataclass(frozen=True, slots=True)
class TellingReeks:
    """A series of own figures: what stands there, what stood there before, and where it begins."""

    metingen: tuple[TellingRij, ...]
    vorige: tuple[MetingWijziging, ...]
    nulmeting: str | None


def te_tellen(database: Database, gebruiker: Gebruiker) -> tuple[TeTellen, ...]:
    """What this person may count, per gebied; nothing when she may not count anywhere."""
    now = current(database, gebruiker)
    wijken = None if mag(now, Handeling.CIJFERS_INLEZEN) else wijken_voor(now, Handeling.TELLEN)
    with database.reading() as cursor:
        found = MetingStore(cursor).te_tellen()
    return tuple(it for it in found if wijken is None or it.gebied in wijken)


def reeks(database: Database, gebruiker: Gebruiker, gebied: str, indicator: str) -> TellingReeks:
    """The series of an indicator in a gebied as it was counted, nothing hidden, for who counts there.

    Raises NietToegestaan for others.
    """
    _require_here(database, gebruiker, gebied)
    with database.reading() as cursor:
        store = MetingStore(cursor)
        return TellingReeks(
            store.reeks(gebied, indicator), store.vorige(gebied, indicator), store.nulmeting(gebied, indicator)
        )


def add_telling(database: Database, gebruiker: Gebruiker, telling: NieuweTelling, *, token: str) -> MetingInvoer:
    """Write one meting; the same token gives the same result. What stood there before is kept with the reason.

    Raises OngeldigeInvoer with everything that is wrong.
    """
    wijken = _wijken(database, gebruiker)
    problemen = check_reden(database, telling.reden)
    # A token stands for this figure of this wijk: the same one elsewhere is another act.
    once = f"{token}:{telling.gebied}:{telling.indicator}"
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(once, INLEZEN)
        if earlier is not None:
            return MetingInvoer(inlezing=earlier)
        kent = bekend(cursor)
        rijen, wrong = _rijen(telling, kent)
        raise_problems([*wrong, *problemen])
        reden = _add_up(MetingStore(cursor), telling, rijen) or bare(telling.reden)
        invoer, metingen = compare(cursor, rijen, kent, wijken, database)
        raise_problems(Probleem(it.melding, it.veld) for it in invoer.geweigerd)
        if invoer.gewijzigd and telling.samen is Samen.VRAAG:
            raise OngeldigeInvoer([Probleem(_how(invoer), "samen")])
        if invoer.gewijzigd and reden is None:
            raise OngeldigeInvoer([Probleem(_stands_there(invoer), "reden")])
        if metingen.num_rows and not telling.zeker:
            raise_problems(_doubts(MetingStore(cursor), rijen))
        if not metingen.num_rows:
            return invoer
        content = hashlib.sha256(json.dumps(asdict(telling), sort_keys=True).encode()).hexdigest()
        bron = Bron(FORMULIER, content, reden or "")
        id_ = write(cursor, database, gebruiker, invoer, metingen, kent, bron, once)
    return MetingInvoer(nieuw=invoer.nieuw, gewijzigd=invoer.gewijzigd, inlezing=id_, tabel=invoer.tabel)


def set_nulmeting(database: Database, gebruiker: Gebruiker, gebied: str, indicator: str, periode: str | None) -> None:
    """Say with which period a series begins (None: no longer any). Raises OngeldigeInvoer when nothing stands there."""
    _require_here(database, gebruiker, gebied)
    with database.writing() as cursor:
        store = MetingStore(cursor)
        if periode is not None and periode not in {it.periode for it in store.reeks(gebied, indicator)}:
            raise OngeldigeInvoer([Probleem("Over deze periode staat er geen cijfer.", "periode")])
        if store.nulmeting(gebied, indicator) == periode:
            return
        now = database.now()
        store.add_nulmeting(
            {
                "gebied": gebied,
                "indicator": indicator,
                "periode": periode,
                "gemaakt_op": now,
                "gemaakt_door": gebruiker.id,
            }
        )
        wat = "nulmeting gekozen" if periode else "nulmeting weggehaald"
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, wat, "indicator", indicator, [gebied])])


def _wijken(database: Database, gebruiker: Gebruiker) -> frozenset[str] | None:
    now = current(database, gebruiker)
    if mag(now, Handeling.CIJFERS_INLEZEN):
        return None
    return wijken_voor(require_somewhere(database, gebruiker, Handeling.TELLEN), Handeling.TELLEN)


def _require_here(database: Database, gebruiker: Gebruiker, gebied: str) -> None:
    if not may_count(gebied, _wijken(database, gebruiker)):
        refuse(database, gebruiker, Handeling.TELLEN, gebied, "Voor dit gebied mag u geen cijfers geven.")


def _stands_there(invoer: MetingInvoer) -> str:
    regel = invoer.regels(1)[0]
    if regel.oude_waarde is None:
        return "Over deze periode staat er al waarom het cijfer ontbreekt. Schrijf op waarom het verandert."
    return f"Over deze periode staat er al {_shown(regel.oude_waarde)}. Schrijf op waarom het cijfer verandert."


def _how(invoer: MetingInvoer) -> str:
    regel = invoer.regels(1)[0]
    if regel.oude_waarde is None or regel.waarde is None:
        return "Over deze periode staat er al waarom het cijfer ontbreekt. Kies wat u wilt."
    together = _shown(regel.oude_waarde + regel.waarde)
    return (
        f"Over deze periode staat er al {_shown(regel.oude_waarde)}. Kies of u {_shown(regel.waarde)} erbij telt "
        f"(dan wordt het {together}), of dat {_shown(regel.waarde)} ervoor in de plaats komt."
    )


def _add_up(store: MetingStore, telling: NieuweTelling, rijen: MetingRijen) -> str | None:
    """Count on from what stands there already; gives the reason that stands beside it."""
    if telling.samen is not Samen.ERBIJ or rijen.gebied.at(0) is None:
        return None
    found = store.reeks(rijen.gebied.at(0) or "", telling.indicator)
    was = next((it.waarde for it in found if it.periode == rijen.periode.at(0)), None)
    if was is None:
        return bare(telling.reden) or "Erbij geteld."
    added = float(rijen.getallen["waarde"][0])
    rijen.getallen["waarde"] = rijen.getallen["waarde"] + was
    return bare(telling.reden) or f"{_shown(added)} erbij geteld."


def _doubts(store: MetingStore, rijen: MetingRijen) -> Iterable[Probleem]:
    """What looks like a typing error, beside what was counted before."""
    periode = rijen.periode.at(0) or ""
    found = [it for it in store.reeks(rijen.gebied.at(0) or "", rijen.indicator.at(0) or "") if it.periode != periode]
    usual = Counter(_kind(it.periode) for it in found).most_common(1)
    if usual and usual[0][0] != _kind(periode):
        yield Probleem(f"Dit cijfer telt u per {usual[0][0]}. Klopt {format_periode(periode)}?", "zeker")
    start = parse_periode(periode)[1]
    earlier = [it for it in found if it.waarde and it.start < start and _kind(it.periode) == _kind(periode)]
    value = float(rijen.getallen["waarde"][0])
    if not earlier or not earlier[-1].waarde or not value:
        return
    was = earlier[-1].waarde
    times = max(abs(value / was), abs(was / value))
    if times >= _VEEL_KEER:
        much = "veel" if abs(value) > abs(was) else "weinig"
        when = format_periode(earlier[-1].periode)
        zin = f"Dat is {format_getal(times)} keer zo {much} als in {when}: toen was het {_shown(was)}. Klopt het?"
        yield Probleem(zin, "zeker")


def _kind(periode: str) -> str:
    return {4: "jaar", 7: "kwartaal" if "K" in periode else "maand"}.get(len(periode), "dag")


def peildatum_van(periode: str, today: date) -> str:
    """Today as the day of counting, where it can be that of this period; else nothing."""
    try:
        spelling, _ = parse_periode(periode)
    except OngeldigeInvoer:
        return ""
    return f"{today.day}-{today.month}-{today.year}" if is_near(spelling, today) else ""


def _shown(value: float) -> str:
    """A figure that may have been worked out."""
    return said(round(value, 2))


# From what was typed to a row of figures


def _rijen(telling: NieuweTelling, kent: Bekend) -> tuple[MetingRijen, list[Probleem]]:
    """The meting as one row, the same as a file would give it, and what cannot be read."""
    lezer = VeldLezer(telling)
    gebied = normalize_code(telling.gebied)
    if gebied not in kent.gebieden:
        lezer.wrong("gebied", "Kies een wijk.")
    indicator = kent.indicatoren.get(telling.indicator.casefold())
    if indicator is None:
        lezer.wrong("indicator", "Kies een cijfer.")
    periode = _periode(lezer)
    getallen = {naam: lezer.number(naam) for naam in GETALLEN}
    peildatum = lezer.day("peildatum", "de dag waarop geteld is")
    problemen = lezer.problemen
    status = MetingStatus.DEFINITIEF
    if indicator is not None and not problemen:
        problemen += _share_problem(telling, indicator, getallen)
        problemen += _half_problem(getallen)
        status = _complete(getallen, indicator)

    def word(text: str | None) -> Woorden:
        return Woorden([text] if text else [], np.array([0 if text else -1], np.int64))

    rijen = MetingRijen(
        rij=np.array([1], np.int64),
        koppen=word(None),
        gebied=word(gebied),
        indicator=word(telling.indicator.casefold()),
        periode=word(periode),
        status=word(status.value),
        reden=word(bare(telling.ontbreekt_reden)),
        peildatum=word(peildatum.isoformat() if peildatum else None),
        getallen={naam: np.array([np.nan if value is None else value]) for naam, value in getallen.items()},
        fout=np.zeros(1, bool),
    )
    return rijen, problemen


def _periode(lezer: VeldLezer) -> str | None:
    text = lezer.text("periode")
    if text is None:
        lezer.wrong("periode", "Vul de periode in.")
        return None
    try:
        return parse_periode(text)[0]
    except OngeldigeInvoer as error:
        lezer.wrong("periode", error.problemen[0].melding)
        return None


def _share_problem(
    telling: NieuweTelling, indicator: Indicator, getallen: Mapping[str, float | None]
) -> list[Probleem]:
    """A percentage below one may be a share that was meant as a percentage; a sign behind it takes the doubt away."""
    waarde = getallen["waarde"]
    signed = "%" in telling.waarde
    if signed and indicator.eenheid != "%":
        return [Probleem(f"Er staat een procentteken, maar dit cijfer telt {indicator.eenheid}.", "waarde")]
    doubt = _THOUSANDS.fullmatch(telling.waarde.strip().removesuffix("%").strip())
    if waarde is not None and doubt and not _is_count(indicator):
        tenths = f"{doubt[1]},{doubt[2]}".rstrip("0").rstrip(",")
        return [Probleem(f"Bedoelt u {doubt[1]}{doubt[2]} of {tenths}? Schrijf het zo op.", "waarde")]
    if waarde is None or signed or indicator.eenheid != "%" or not 0 < abs(waarde) < 1:
        return []
    bedoeld = f"Bedoelt u {format_getal(100 * waarde)} procent? Schrijf dan {format_getal(100 * waarde)}."
    return [Probleem(f"{bedoeld} Is het echt minder dan 1 procent? Schrijf dan {telling.waarde.strip()}%.", "waarde")]


def _half_problem(getallen: Mapping[str, float | None]) -> list[Probleem]:
    """Of a share that is to be worked out both numbers are needed."""
    teller, noemer = getallen["teller"], getallen["noemer"]
    if getallen["waarde"] is not None or (teller is None) == (noemer is None):
        return []
    if noemer is None:
        return [Probleem("Vul ook in van hoeveel het er waren (de noemer).", "noemer")]
    return [Probleem("Vul ook in hoeveel het er waren (de teller).", "teller")]


def _is_count(indicator: Indicator) -> bool:
    return indicator.eenheid != "%" and (indicator.bewijssoort is Bewijssoort.GETELD or indicator.eenheid in AANTAL)


def _complete(getallen: dict[str, float | None], indicator: Indicator) -> MetingStatus:
    """Work out a percentage from its teller and noemer, and its interval where a part of the people was asked."""
    teller, noemer = getallen["teller"], getallen["noemer"]
    if indicator.eenheid != "%" or teller is None or noemer is None or not 0 <= teller <= noemer or noemer == 0:
        return MetingStatus.DEFINITIEF
    status = MetingStatus.DEFINITIEF
    waarde = getallen["waarde"]
    if waarde is None:
        waarde = getallen["waarde"] = 100 * teller / noemer
        status = MetingStatus.BEREKEND
    bounds = getallen["ondergrens"], getallen["bovengrens"]
    if indicator.bewijssoort in _GEVRAAGD and bounds == (None, None):
        low, high = wilson(teller, noemer)
        if low <= waarde <= high:
            getallen["ondergrens"], getallen["bovengrens"] = low, high
            getallen["n"] = noemer if getallen["n"] is None else getallen["n"]
    return status
