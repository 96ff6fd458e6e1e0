"""The kenmerk of a stuk covers all that stands in its document: change anything of it, and it is another one."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.charts.stuk import stuk_specs
from monitor.domain.document import Document
from monitor.domain.indicator import Bewijssoort
from monitor.domain.meting import Breuk, BreukSoort, Gebeurtenis, with_value
from monitor.domain.momentopname import MomentRegel, RegelSoort, VeranderingSoort, hash_van_regels, verschillen
from monitor.domain.raadsstuk import (
    DELEN,
    ONDERDEEL_VELDEN,
    VELDEN,
    BobFase,
    EerderVorm,
    GeldVorm,
    KeuzeSoort,
    Onderdeel,
    OnderdeelInvoer,
    OnderdeelSoort,
    Raadsstuk,
    StukKeuze,
    StukVeld,
    TekstVersie,
    zin_hash,
)
from monitor.services.momentopname import lees_moment, stuk_regels, take_momentopname, tekst_regels
from monitor.services.raad import raadsbesluiten
from monitor.services.raadsstukken import lees_stuk, stukken
from monitor.services.stukbouw import build_from
from monitor.services.stuklezen import Stukgegevens, lees_stukgegevens
from monitor.services.stukonderdelen import add_onderdeel
from monitor.services.stukteksten import schrijf_teksten
from monitor.services.stukzinnen import Stukcijfer, Stukjaren
from monitor.services.wat_veranderde import wat_veranderde
from monitor.services.zinnen import alt_zin
from monitor.store.database import Database
from tests.conftest import NOW
from tests.services.test_momentopname import opslag, run
from tests.services.test_raadsstukken import ANNA

__all__ = ["opslag"]

DAG = date(2026, 11, 20)
V = VeranderingSoort
_KOP: dict[str, list[Any]] = {
    "titel": ["Iets anders"],
    "fase": list(BobFase),
    "periode_van": [None, 2016, 2021],
    "periode_tot": [None, 2023, 2026],
    "jaar": [None, 2026, 2028],
}
_STAND: dict[str, list[Any]] = {
    "bij": [None],
    "indicator": [None],
    "citaat": [None, "weet-niet"],
    "geldvorm": list(GeldVorm),
    "bedragen": [(Decimal(1), None, None, None), (None, Decimal(0), None, None), (None, None, None, Decimal("2.50"))],
    "dag": [None, date(2028, 1, 1)],
    "eerder": list(EerderVorm),
    "raadsbesluit": [None],
}


class Stand:
    """The stuk of the example with what was read for it: changed in memory, and never in the store."""

    def __init__(self, stuk: Raadsstuk, gegevens: Stukgegevens) -> None:
        self.stuk, self.gegevens = stuk, gegevens
        self.zinnen = tuple(schrijf_teksten(stuk, gegevens).zinnen)

    def document(self, stuk: Raadsstuk) -> Document:
        return build_from(stuk, schrijf_teksten(stuk, self.gegevens), {}, DAG)

    def regels(self, stuk: Raadsstuk) -> tuple[MomentRegel, ...]:
        return (*stuk_regels(stuk), *tekst_regels(stuk, schrijf_teksten(stuk, self.gegevens)))


def fullest(database: Database) -> Raadsstuk:
    """The stuk of the example in which the most stands."""
    return max((lees_stuk(database, ANNA, it.id) for it in stukken(database, ANNA)), key=lambda it: len(it.onderdelen))


@pytest.fixture(scope="module")
def stand(voorbeeld: Database) -> Stand:
    stuk = fullest(voorbeeld)
    return Stand(stuk, lees_stukgegevens(voorbeeld, stuk))


# Changes to a stuk


def with_kop(draw: st.DrawFn, stuk: Raadsstuk) -> Raadsstuk:
    naam = draw(st.sampled_from(sorted(_KOP)))
    return replace(stuk, kop=replace(stuk.kop, **{naam: draw(st.sampled_from(_KOP[naam]))}))


def with_keuzes(draw: st.DrawFn, stuk: Raadsstuk) -> Raadsstuk:
    keuzes = [*stuk.keuzes, StukKeuze(KeuzeSoort.DEEL, "kwaliteitskwadrant"), StukKeuze(KeuzeSoort.CITAAT, "weg")]
    picked = draw(st.permutations(keuzes))
    return replace(stuk, keuzes=tuple(picked[draw(st.integers(0, 2)) :]))


def with_order(draw: st.DrawFn, stuk: Raadsstuk) -> Raadsstuk:
    order = draw(st.permutations(stuk.onderdelen))
    return replace(stuk, onderdelen=tuple(order[draw(st.integers(0, 2)) :]))


def with_stand(draw: st.DrawFn, stuk: Raadsstuk) -> Raadsstuk:
    changed = draw(st.sampled_from(stuk.onderdelen))
    points = [it.id for it in stuk.van(OnderdeelSoort.BESLISPUNT)]
    figures = sorted(stuk.indicatoren)
    naam = draw(st.sampled_from(sorted(_STAND)))
    values = {naam: draw(st.sampled_from([*_STAND[naam], *(points if naam == "bij" else ())]))}
    if naam == "indicator":
        code, gebied = draw(st.sampled_from([(None, None), *figures]))
        values = {"indicator": code, "gebied": gebied}
    new = replace(changed, stand=replace(changed.stand, **values))
    return replace(stuk, onderdelen=tuple(new if it is changed else it for it in stuk.onderdelen))


def velden_of(stuk: Raadsstuk) -> list[StukVeld]:
    own = [StukVeld(deel, veld) for deel in DELEN[stuk.soort] for veld in VELDEN[deel]]
    return [*own, *(it.veld(veld) for it in stuk.onderdelen for veld in ONDERDEEL_VELDEN[it.soort])]


def with_text(draw: st.DrawFn, stuk: Raadsstuk, zinnen: Iterable[tuple[StukVeld, str]]) -> Raadsstuk:
    said = dict(zinnen)
    veld = draw(st.sampled_from([*velden_of(stuk), *said]))
    text = draw(st.sampled_from(["", " ", "Een zin.", "Een\n\nandere zin.", said.get(veld, "Nog iets.")]))
    before = stuk.teksten.get(veld, ())
    number = before[-1].nummer + 1 if before else 1
    who = draw(st.sampled_from(["anna", "bob"]))
    begun = draw(st.sampled_from([0, number - 1]))
    own = zin_hash(said[veld]) if veld in said else None
    versie = TekstVersie(f"v{number}", number, text, begun, who, NOW, botst=begun != number - 1, zelf_hash=own)
    return replace(stuk, teksten={**stuk.teksten, veld: (*before, versie)})


@st.composite
def changed(draw: st.DrawFn, stand: Stand, stuk: Raadsstuk) -> Raadsstuk:
    zinnen = [(it.veld, it.tekst) for it in stand.zinnen]
    for _ in range(draw(st.integers(1, 3))):
        change = draw(st.sampled_from([with_kop, with_keuzes, with_order, with_stand, None]))
        stuk = with_text(draw, stuk, zinnen) if change is None else change(draw, stuk)
    return stuk


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_changes_in_the_document_of_a_stuk_changes_its_kenmerk_and_is_told(
    stand: Stand, data: st.DataObject
) -> None:
    before = data.draw(changed(stand, stand.stuk)) if data.draw(st.booleans()) else stand.stuk
    after = data.draw(changed(stand, before))
    was, now = stand.regels(before), stand.regels(after)
    if stand.document(before) == stand.document(after):
        return
    assert hash_van_regels(was) != hash_van_regels(now)
    # Not only by its whole: each line of its own says what is something else.
    assert {it.soort for it in verschillen(was, now)} - {V.STUK_ANDERS}


def test_the_same_stuk_has_the_same_kenmerk_whoever_reads_it_and_when(opslag: Database) -> None:
    stuk = fullest(opslag)
    first = lees_moment(opslag, ANNA, stuk.id)
    assert take_momentopname(opslag, ANNA, first, token="m") is not None
    assert lees_moment(opslag, ANNA, stuk.id).regels == first.regels
    assert wat_veranderde(opslag, ANNA, stuk.id, teksten=first.teksten).veranderingen == ()


def test_every_field_of_an_onderdeel_and_every_kind_of_keuze_has_its_line(stand: Stand) -> None:
    stuk = stand.stuk
    here = stuk.onderdelen[0]
    for veld in fields(here.stand):
        if veld.name not in ("volgorde", "nummer", "erin"):
            other: Onderdeel = replace(here, stand=replace(here.stand, **{veld.name: "anders"}))
            after = replace(stuk, onderdelen=(other, *stuk.onderdelen[1:]))
            assert stuk_regels(after) != stuk_regels(stuk), veld.name
    for soort in KeuzeSoort:
        after = replace(stuk, keuzes=(*stuk.keuzes, StukKeuze(soort, "anders", "WK990101")))
        assert V.KEUZE_ANDERS in {it.soort for it in verschillen(stuk_regels(stuk), stuk_regels(after))}, soort


# Changes to what is read of a figure


def of_reeks(naam: str, value: Any) -> Callable[[Stukcijfer], Stukcijfer]:
    return lambda it: replace(it, geheel=replace(it.geheel, **{naam: value}))


def of_indicator(naam: str, value: Any) -> Callable[[Stukcijfer], Stukcijfer]:
    return lambda it: of_reeks("indicator", replace(it.geheel.indicator, **{naam: value}))(it)


SHOWN: dict[str, Callable[[Stukcijfer], Stukcijfer]] = {
    "its name": of_indicator("naam", "Iets anders"),
    "its unit": of_indicator("eenheid", "euro"),
    "its decimals": of_indicator("decimalen", 3),
    "its kind of evidence": of_indicator("bewijssoort", Bewijssoort.GESCHAT),
    "the gemeente beside it": of_reeks("gemeente", ()),
    "where it begins": lambda it: of_reeks("nulmeting", it.reeks.metingen[1].periode)(it),
    "a break": lambda it: of_reeks("breuken", (Breuk(it.reeks.metingen[1].start, BreukSoort.MODEL, "Anders geteld."),))(
        it
    ),
    "what happened": lambda it: of_reeks("gebeurtenissen", (Gebeurtenis(it.reeks.metingen[1].start, "Feest"),))(it),
    "the name of the wijk": lambda it: replace(it, plaats=replace(it.plaats, naam="Elders")),
    "the years": lambda it: replace(it, jaren=Stukjaren(tot=it.reeks.metingen[-1].start.year - 1)),
}
UNSEEN: dict[str, Callable[[Stukcijfer], Stukcijfer]] = {
    "its place in a list": of_indicator("volgorde", 999),
    "what its counting asks": of_indicator("belasting", "Een uur."),
    "who made it": of_indicator("gemaakt_door", "iemand"),
    "when its source was read": lambda it: replace(
        it, bronnen=tuple(replace(bron, ingelezen_op=NOW + timedelta(days=1)) for bron in it.bronnen)
    ),
    "what happened long before": of_reeks("gebeurtenissen", (Gebeurtenis(date(1900, 1, 1), "Feest"),)),
}


@pytest.fixture(scope="module")
def plain(voorbeeld: Database, stand: Stand) -> Stukcijfer:
    """A figure over several years, with the gemeente beside it, and without what a change here may bring."""
    found = schrijf_teksten(stand.stuk, stand.gegevens).cijfers.values()
    (it, *_) = [it for it in found if it.reeks.gemeente and len(with_value(it.reeks.metingen)) > 2]
    return replace(it, geheel=replace(it.geheel, breuken=(), gebeurtenissen=(), nulmeting=None))


def shown(cijfer: Stukcijfer) -> tuple[Any, ...]:
    """A chart, and the same in words."""
    return stuk_specs([cijfer]), alt_zin(cijfer.reeks)


def line_of(stand: Stand, cijfer: Stukcijfer) -> MomentRegel:
    teksten = replace(schrijf_teksten(stand.stuk, stand.gegevens), cijfers={cijfer.sleutel: cijfer})
    (line,) = [it for it in tekst_regels(stand.stuk, teksten) if it.soort is RegelSoort.REEKS]
    return line


@pytest.mark.parametrize("change", SHOWN.values(), ids=list(SHOWN))
def test_what_a_chart_shows_is_in_the_line_of_its_figure(
    stand: Stand, plain: Stukcijfer, change: Callable[[Stukcijfer], Stukcijfer]
) -> None:
    after = change(plain)
    assert shown(after) != shown(plain)
    assert line_of(stand, after) != line_of(stand, plain)


@pytest.mark.parametrize("change", UNSEEN.values(), ids=list(UNSEEN))
def test_what_nobody_sees_of_a_figure_leaves_its_line_as_it_is(
    stand: Stand, plain: Stukcijfer, change: Callable[[Stukcijfer], Stukcijfer]
) -> None:
    after = change(plain)
    assert after != plain
    assert shown(after) == shown(plain)
    assert line_of(stand, after) == line_of(stand, plain)


# Changes to the store


def in_store(stuk: Raadsstuk) -> dict[str, tuple[str, set[VeranderingSoort]]]:
    """What changes in the store, one after the other, and what is told of it at least."""
    code, gebied = stuk.indicatoren[0]
    here = f"indicator = '{code}' AND gebied = '{gebied}'"
    last = f"periode = (SELECT max(periode) FROM meting WHERE {here})"  # noqa: S608
    quoted = ", ".join(f"'{it}'" for it in stuk.citaten)
    return {
        "a figure": (
            f"UPDATE meting SET waarde = waarde + 1 WHERE {here} AND {last}",  # noqa: S608
            {V.ANDER_CIJFER, V.MONITORZIN_ANDERS},
        ),
        "its margin": (
            f"UPDATE meting SET ondergrens = waarde - 9, bovengrens = waarde + 9 WHERE {here} AND {last}",  # noqa: S608
            {V.ANDER_CIJFER},
        ),
        "how many were asked": (f"UPDATE meting SET n = 77 WHERE {here} AND {last}", {V.BIJ_CIJFER}),  # noqa: S608
        "its state": (f"UPDATE meting SET status = 'voorlopig' WHERE {here} AND {last}", {V.ANDER_CIJFER}),  # noqa: S608
        "the reason that there is none": (
            "UPDATE meting SET waarde = NULL, ondergrens = NULL, bovengrens = NULL, ontbreekt_reden = 'geheim' "  # noqa: S608
            f"WHERE {here} AND {last}",
            {V.ANDER_CIJFER},
        ),
        "a figure that went": (f"DELETE FROM meting WHERE {here} AND {last}", {V.CIJFER_WEG}),  # noqa: S608
        "the gemeente beside it": (
            f"UPDATE meting SET waarde = waarde + 1 WHERE indicator = '{code}' AND gebied LIKE 'GM%'",  # noqa: S608
            {V.BIJ_CIJFER},
        ),
        "the name of a source": ("UPDATE bron SET naam = naam || ' anders'", {V.BIJ_CIJFER}),
        "a definition": ("UPDATE indicator_versie SET definitie = definitie || ' En nog iets.'", {V.DEFINITIE_ANDERS}),
        "the words of a citaat": (
            f"UPDATE citaat SET tekst = 'Iets anders gezegd.' WHERE verhaal IN ({quoted})",  # noqa: S608
            {V.CITAAT_ANDERS},
        ),
        "who tells": (
            "INSERT INTO verhaal_perspectief "  # noqa: S608
            f"SELECT id, 'ondernemer' FROM verhaal WHERE id IN ({quoted}) "
            "ON CONFLICT DO NOTHING",
            {V.MONITORZIN_ANDERS},
        ),
        "a leerpunt": ("UPDATE leerpunt_lezing SET tekst = tekst || ' Toch.'", {V.LEERPUNT_ANDERS}),
        "a besluit": ("UPDATE raadsbesluit SET titel = titel || ' (gewijzigd)'", {V.BESLUIT_ANDERS}),
        "money": ("UPDATE financiering SET bedrag = bedrag + 1 WHERE bedrag IS NOT NULL", {V.GELD_ANDERS}),
        "who came together": ("UPDATE sessie_deelnemer SET aantal = aantal + 1", {V.BIJEENKOMST_ANDERS}),
        "a break": ("UPDATE breuk SET uitleg = uitleg || ' Let hierop.'", set()),
        "the name of a wijk": ("UPDATE gebied_versie SET naam = naam || ' Nieuw'", set()),
        "a consent": (
            f"UPDATE toestemming SET gegeven = FALSE WHERE gebruik = 'openbaar' AND verhaal IN ({quoted})",  # noqa: S608
            {V.CITAAT_WEG},
        ),
    }


def test_whatever_changes_in_the_store_and_shows_in_the_document_changes_the_kenmerk(opslag: Database) -> None:
    stuk = fullest(opslag)
    besluit = OnderdeelInvoer(eerder=EerderVorm.BESLUIT, raadsbesluit=raadsbesluiten(opslag, stuk.gemeente)[0].id)
    add_onderdeel(opslag, ANNA, stuk.id, OnderdeelSoort.EERDER, besluit, token="eerder")
    before = lees_moment(opslag, ANNA, stuk.id)
    for place, (what, (sql, told)) in enumerate(in_store(stuk).items()):
        assert take_momentopname(opslag, ANNA, before, token=str(place)) is not None
        run(opslag, sql)
        after = lees_moment(opslag, ANNA, stuk.id)
        document = [build_from(it.stuk, it.teksten, {}, DAG) for it in (before, after)]
        assert document[0] != document[1], what
        assert hash_van_regels(before.regels) != hash_van_regels(after.regels), what
        found = {it.soort for it in wat_veranderde(opslag, ANNA, stuk.id, teksten=after.teksten).veranderingen}
        assert found, what
        assert told <= found, what
        before = after


def test_lines_of_before_the_whole_document_was_kept_are_still_compared(opslag: Database, tmp_path: Path) -> None:
    stuk = fullest(opslag)
    read = lees_moment(opslag, ANNA, stuk.id)
    assert take_momentopname(opslag, ANNA, read, token="m") is not None
    newer = [it.value for it in RegelSoort if it.name in ("KOP", "KEUZE", "ONDERDEEL", "VOLGORDE", "STUK")]
    written = [it.value for it in RegelSoort if it.name in ("ZIN", "REEKS", "BEPERKING", "GELD", "BIJEENKOMST")]
    for soort in (*newer, *written):
        run(opslag, "DELETE FROM momentopname_regel WHERE soort = ?", soort)
    assert wat_veranderde(opslag, ANNA, stuk.id, teksten=read.teksten).veranderingen == ()
    run(opslag, in_store(stuk)["a figure"][0])
    now = lees_moment(opslag, ANNA, stuk.id).teksten
    assert {it.soort for it in wat_veranderde(opslag, ANNA, stuk.id, teksten=now).veranderingen} == {V.ANDER_CIJFER}
