"""The rules for own figures: where they may stand, and what a figure can be. The same for a form and for a file."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monitor.domain.gebied import ouder_of
from monitor.domain.indicator import Bewijssoort, Indicator
from monitor.domain.meting import MetingStatus
from monitor.nl import format_datum, format_getal, format_periode, parse_periode, periode_einde, today_amsterdam
from monitor.sources.metingrijen import Floats, Mask, MetingRijen
from monitor.store.database import Cursor
from monitor.store.indicator_store import IndicatorStore
from monitor.store.meting_store import INVOER, MetingStore

_GROOTSTE_N = 2_000_000_000
_MEESTE_DECIMALEN = 10
_JAAR = 366
_LEEG = "Vul een getal in, of kies waarom het ontbreekt. Een leeg vak is geen nul."
_ALLEBEI = "Er staat een getal en ook een reden waarom het ontbreekt. Kies een van de twee."
_LANDELIJK = "Dit is een landelijk cijfer. Dat komt alleen uit zijn eigen bron."
_ANDERE_WIJK = "Voor dit gebied mag u geen cijfers geven."
AANTAL = frozenset({"aantal", "mensen", "personen"})
"""Units of what is counted one by one."""


@dataclass(frozen=True, slots=True)
class Bekend:
    """What the store knows, as far as the rules ask."""

    gebieden: AbstractSet[str]
    indicatoren: Mapping[str, Indicator]
    geldig: Mapping[tuple[str, str], date | None]
    vervallen: Mapping[str, datetime]
    delen: AbstractSet[str]
    """The indicators that are a share of people."""
    gestopt: Mapping[str, date]
    """The last day of each gebied that is no more."""


def bekend(cursor: Cursor) -> Bekend:
    """What the store knows now."""
    store = MetingStore(cursor)
    indicatoren = {code.casefold(): it for code, it in IndicatorStore(cursor).indicatoren().items()}
    return Bekend(store.gebieden(), indicatoren, store.geldig_in(), store.vervallen(), store.delen(), store.gestopt())


def check_rijen(rijen: MetingRijen, kent: Bekend, wijken: AbstractSet[str] | None, today: date) -> None:
    """Refuse every figure that breaks a rule; `wijken` are those in which this person may count, None: everywhere."""
    if not len(rijen.rij):
        return
    _check_places(rijen, kent, wijken)
    _check_periods(rijen, kent, today)
    _check_values(rijen)
    _check_units(rijen, kent)
    _check_twice(rijen)


def as_invoer(rijen: MetingRijen, kent: Bekend, today: date) -> pa.Table:
    """The figures that were not refused, as the store takes them; `nummer` is their place among all.

    A count of a period that is not over today is voorlopig, whatever was said of it.
    """
    good = np.flatnonzero(~rijen.fout)
    starts = [parse_periode(text)[1] for text in rijen.periode.woorden]
    codes = [kent.indicatoren[code].code for code in rijen.indicator.woorden]
    days = [date.fromisoformat(text) for text in rijen.peildatum.woorden]

    def pick(words: list[str] | list[date], place: np.ndarray) -> pa.Array:
        where = place[good]
        return pa.array(words).take(pa.array(where, mask=where < 0)) if words else pa.nulls(len(good))

    def numbers(naam: str) -> pa.Array:
        values = rijen.getallen[naam][good]
        return pa.array(values, mask=np.isnan(values))

    said = (
        pick(rijen.status.woorden, rijen.status.plaats).fill_null("definitief")
        if rijen.status.woorden
        else pa.array(["definitief"] * len(good))
    )
    columns = {
        "nummer": pa.array(good),
        "gebied": pick(rijen.gebied.woorden, rijen.gebied.plaats),
        "indicator": pick(codes, rijen.indicator.plaats),
        "periode": pick(rijen.periode.woorden, rijen.periode.plaats),
        "periode_start": pick(starts, rijen.periode.plaats),
        **{naam: numbers(naam) for naam in rijen.getallen},
        "status": pc.if_else(pa.array(_running(rijen, kent, today)[good]), MetingStatus.VOORLOPIG.value, said),
        "ontbreekt_reden": pick(rijen.reden.woorden, rijen.reden.plaats),
        "peildatum": pick(days, rijen.peildatum.plaats),
    }
    return pa.table({naam: columns[naam].cast(INVOER.field(naam).type) for naam in INVOER.names}, schema=INVOER)


def _running(rijen: MetingRijen, kent: Bekend, today: date) -> Mask:
    """The counts of a period that goes on today."""
    counted = [kent.indicatoren[code].bewijssoort is Bewijssoort.GETELD for code in rijen.indicator.woorden]
    going_on = [periode_einde(text) >= today for text in rijen.periode.woorden]
    which: Mask = np.array([*counted, False], bool)[rijen.indicator.plaats.clip(min=-1)]
    which &= np.array([*going_on, False], bool)[rijen.periode.plaats.clip(min=-1)]
    return which & ~np.isnan(rijen.getallen["waarde"])


def _check_places(rijen: MetingRijen, kent: Bekend, wijken: AbstractSet[str] | None) -> None:
    """Rule 3: a figure stands only where its indicator was adopted, and where this person may count."""
    good = ~rijen.fout
    keys = rijen.indicator.plaats * (len(rijen.gebied.woorden) + 1) + rijen.gebied.plaats
    unique, first, inverse = np.unique(np.where(good, keys, -1), return_index=True, return_inverse=True)
    for place, key in enumerate(map(int, unique)):
        if key < 0:
            continue
        code = rijen.indicator.at(int(first[place])) or ""
        indicator, gebied = kent.indicatoren[code], rijen.gebied.at(int(first[place])) or ""
        veld, melding = _place_problem(indicator, gebied, kent, wijken)
        if melding:
            rijen.refuse(good & (inverse == place), veld, melding)


def _place_problem(
    indicator: Indicator, gebied: str, kent: Bekend, wijken: AbstractSet[str] | None
) -> tuple[str, str | None]:
    if indicator.landelijk:
        return "indicator", _LANDELIJK
    if wijken is not None and gebied not in wijken and ouder_of(gebied) not in wijken:
        return "gebied", _ANDERE_WIJK
    if (indicator.code, gebied) not in kent.geldig:
        return "gebied", f"“{indicator.code}” geldt niet in {gebied}: daar is dit cijfer niet gekozen."
    return "", None


def _check_periods(rijen: MetingRijen, kent: Bekend, today: date) -> None:
    """A figure is of a period that has begun, and in which its indicator was in force."""
    starts = [parse_periode(text)[1] for text in rijen.periode.woorden]
    future = np.array([start > today for start in starts] or [False])
    rijen.refuse(
        ~rijen.fout & future[rijen.periode.plaats.clip(min=0)], "periode", "Deze periode is nog niet begonnen."
    )
    later = np.array([date.fromisoformat(day) > today for day in rijen.peildatum.woorden] or [False])
    rijen.refuse(
        ~rijen.fout & (rijen.peildatum.plaats >= 0) & later[rijen.peildatum.plaats.clip(min=0)],
        "peildatum",
        "Deze dag is nog niet geweest.",
    )
    _check_peildatum(rijen)
    days = np.array([start.toordinal() for start in starts] or [0])[rijen.periode.plaats.clip(min=0)]
    for place, code in enumerate(rijen.indicator.woorden):
        indicator = kent.indicatoren[code]
        over = kent.vervallen.get(indicator.code)
        mine = rijen.indicator.plaats == place
        if over is not None:
            day = today_amsterdam(over)
            rijen.refuse(
                ~rijen.fout & mine & (days > day.toordinal()),
                "periode",
                f"Dit cijfer is vervallen op {format_datum(day)}.",
            )
        for where, gebied in enumerate(rijen.gebied.woorden):
            einde = kent.gestopt.get(gebied)
            tot = kent.geldig.get((indicator.code, gebied))
            if einde is None and tot is None:
                continue
            here = mine & (rijen.gebied.plaats == where)
            if einde is not None:
                rijen.refuse(
                    ~rijen.fout & here & (days > einde.toordinal()),
                    "periode",
                    f"Dit gebied bestaat sinds {format_datum(einde)} niet meer.",
                )
            if tot is not None:
                late = here & (days > tot.toordinal())
                rijen.refuse(~rijen.fout & late, "periode", f"Dit cijfer gold daar tot en met {format_datum(tot)}.")


def _check_peildatum(rijen: MetingRijen) -> None:
    """The day of counting lies in the period, or at most a year before or after it."""
    reach = [_reach(text) for text in rijen.periode.woorden] or [(0, 0)]
    first, last = (np.array([it[side] for it in reach])[rijen.periode.plaats.clip(min=0)] for side in (0, 1))
    counted = np.array([date.fromisoformat(day).toordinal() for day in rijen.peildatum.woorden] or [0])
    counted = counted[rijen.peildatum.plaats.clip(min=0)]
    rijen.refuse(
        ~rijen.fout & (rijen.peildatum.plaats >= 0) & ((counted < first) | (counted > last)),
        "peildatum",
        lambda index: f"Deze dag past niet bij {format_periode(rijen.periode.at(index) or '')}.",
    )


def is_near(periode: str, dag: date) -> bool:
    """Whether a period can have been counted on this day."""
    first, last = _reach(periode)
    return first <= dag.toordinal() <= last


def _reach(periode: str) -> tuple[int, int]:
    """The first and the last day on which a period can have been counted."""
    _, start = parse_periode(periode)
    months = {4: 12, 7: 3 if "K" in periode else 1}.get(len(periode), 1)
    return start.toordinal() - _JAAR, start.toordinal() + 31 * months + _JAAR


def _check_values(rijen: MetingRijen) -> None:
    """Rule 6, and what no figure can be."""
    get = rijen.getallen
    has = {naam: ~np.isnan(values) for naam, values in get.items()}
    reason, good = rijen.reden.plaats >= 0, ~rijen.fout
    rules: tuple[tuple[Mask, str, str], ...] = (
        (~has["waarde"] & ~reason, "waarde", _LEEG),
        (has["waarde"] & reason, "ontbreekt_reden", _ALLEBEI),
        (
            has["ondergrens"] != has["bovengrens"],
            "ondergrens",
            "Geef de ondergrens en de bovengrens allebei, of geen van beide.",
        ),
        (has["ondergrens"] & ~has["waarde"], "ondergrens", "Grenzen zonder getal kan niet."),
        (
            (get["ondergrens"] > get["waarde"]) | (get["waarde"] > get["bovengrens"]),
            "waarde",
            "Het getal ligt niet tussen de ondergrens en de bovengrens.",
        ),
        (
            has["n"] & ((get["n"] < 0) | (get["n"] > _GROOTSTE_N) | (get["n"] != np.floor(get["n"]))),
            "n",
            "Het aantal mensen dat meedeed is een heel getal vanaf nul.",
        ),
        ((get["teller"] < 0) | (get["noemer"] < 0), "teller", "De teller en de noemer zijn niet kleiner dan nul."),
        (get["noemer"] == 0, "noemer", "De noemer is nul: daar kan geen deel van zijn."),
        (get["teller"] > get["noemer"], "teller", "De teller is groter dan de noemer."),
    )
    for wrong, veld, melding in rules:
        rijen.refuse(good & wrong, veld, melding)


def _check_units(rijen: MetingRijen, kent: Bekend) -> None:
    """What a figure can be, given what it counts."""
    waarden, good = rijen.getallen["waarde"], ~rijen.fout

    def of(rule: Callable[[Indicator], bool]) -> Mask:
        which = np.array([*(rule(kent.indicatoren[code]) for code in rijen.indicator.woorden), False], bool)
        mask: Mask = good & which[rijen.indicator.plaats.clip(min=-1)]
        return mask

    share = of(lambda it: it.code in kent.delen)
    rijen.refuse(
        share & ((waarden > 100) | (waarden < 0)),
        "waarde",
        lambda index: f"{_said(waarden, index)} van de 100 kan niet. Is dit wel een percentage?",
    )
    rijen.refuse(
        of(lambda it: it.eenheid == "%") & ~share & (waarden < 0),
        "waarde",
        "Een percentage kan niet minder dan nul zijn.",
    )
    count = of(lambda it: it.eenheid in AANTAL or (it.bewijssoort is Bewijssoort.GETELD and it.eenheid != "%"))
    rijen.refuse(count & (waarden < 0), "waarde", "Een aantal is niet kleiner dan nul.")
    rijen.refuse(
        of(lambda it: it.bewijssoort is Bewijssoort.GETELD and it.eenheid in AANTAL)
        & (waarden != np.floor(waarden))
        & ~np.isnan(waarden),
        "waarde",
        lambda index: f"Dit is een telling: een heel getal. Er staat {_said(waarden, index)}.",
    )
    rijen.refuse(
        count & (rijen.getallen["teller"] != waarden) & ~np.isnan(rijen.getallen["teller"]) & ~np.isnan(waarden),
        "teller",
        lambda index: f"Dit is een telling van {_said(waarden, index)}: de teller is hetzelfde getal, of blijft leeg.",
    )
    expected = (
        100 * rijen.getallen["teller"] / np.where(rijen.getallen["noemer"] == 0, np.nan, rijen.getallen["noemer"])
    )
    rijen.refuse(
        of(lambda it: it.eenheid == "%") & (np.abs(waarden - expected) > 1),
        "waarde",
        lambda index: (
            f"{_said(waarden, index)} past niet bij teller en noemer: dat is {_said(expected.round(2), index)}."
        ),
    )


def said(value: float) -> str:
    """A figure in a sentence, with as many decimals as somebody typed."""
    shown = (number for number in range(_MEESTE_DECIMALEN) if round(value, number) == value)
    return format_getal(value, next(shown, _MEESTE_DECIMALEN))


def _said(values: Floats, index: int) -> str:
    return said(float(values[index]))


def _check_twice(rijen: MetingRijen) -> None:
    """The same figure twice in a file: nobody can say which of them is meant."""
    good = np.flatnonzero(~rijen.fout)
    keys = (rijen.indicator.plaats[good] * (len(rijen.gebied.woorden) + 1) + rijen.gebied.plaats[good]) * (
        len(rijen.periode.woorden) + 1
    ) + rijen.periode.plaats[good]
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    same = np.zeros(len(ranked), bool)
    same[1:] = ranked[1:] == ranked[:-1]
    same[:-1] |= ranked[:-1] == ranked[1:]
    if not same.any():
        return
    rows: dict[int, list[int]] = {}
    for index in map(int, good[order[same]]):
        key = int(
            (rijen.indicator.plaats[index] * (len(rijen.gebied.woorden) + 1) + rijen.gebied.plaats[index])
            * (len(rijen.periode.woorden) + 1)
            + rijen.periode.plaats[index]
        )
        rows.setdefault(key, []).append(index)
    other = {index: next(it for it in group if it != index) for group in rows.values() for index in group}
    wrong = np.zeros(len(rijen.rij), bool)
    wrong[list(other)] = True

    def told(index: int) -> str:
        here, there = int(rijen.rij[index]), other[index]
        where = f"op rij {rijen.rij[there]}" if rijen.rij[there] != here else f"in kolom “{rijen.koppen.at(there)}”"
        return f"Dit cijfer staat er twee keer: ook {where}."

    rijen.refuse(wrong, "periode", told)
