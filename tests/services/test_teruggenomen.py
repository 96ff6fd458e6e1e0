"""A verhaal that was used everywhere and may no longer be read: gone from every place, with its tombstone there.

One store, one verhaal: told with a code, public, linked to a figure, talked about twice, written down as a casus,
chosen and disagreed about, told at a wijkbezoek and told back about. Every field holds a word that stands nowhere else.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import DomeinSoort, Leesniveau, NagaanUitkomst, Werkwijze
from monitor.domain.leren import AgendaSoort, BronSoort, LeerpuntBron, Niveau, SessieUitkomst
from monitor.domain.mijn_verhaal import VerhaalStaat
from monitor.domain.spoor import Spoor, SpoorReden, SpoorSoort
from monitor.domain.verhaal import Gebruik, Koppeling, Verhouding
from monitor.domain.vertelcode import hash_code, new_code
from monitor.domain.zoekvraag import Zoekvraag
from monitor.errors import NietGevonden
from monitor.export.spiegel import noten, spiegelblad
from monitor.services import bottlenecks, leesrondes, lezen, wijkplannen, wijkspiegel
from monitor.services.afschrift import as_json, as_text
from monitor.services.controle import check_store
from monitor.services.indicatorbeeld import indicatorbeeld
from monitor.services.invoer import new_id
from monitor.services.leerbeeld import leerbeeld, verhalen_voor_gesprek, voorstel
from monitor.services.leerpunten import NieuwLeerpunt, add_leerpunt, add_lezing
from monitor.services.leesrondes import Herkenning, NieuweNagaan, NieuweRonde
from monitor.services.reservekopie import backup, restore
from monitor.services.spoor import spoor
from monitor.services.straat import (
    Bezoekverslag,
    NieuwBezoek,
    add_verhaal_bij,
    bezoekenbeeld,
    plan_bezoek,
    record_bezoek,
    verhalen_voor_bezoek,
)
from monitor.services.terugkoppelen import NieuweTerugkoppeling, koppel_terug, terug_te_koppelen
from monitor.services.toestemmingen import Leeswens
from monitor.services.uitvoer_verhalen import export_verhalen
from monitor.services.verhalen import add_verhalen
from monitor.services.vertelcodes import bekijk, beperk, neem_terug
from monitor.services.wijkbeeld import gemeentebeeld, verantwoording, wijkbeeld
from monitor.services.wijkgesprek import NieuweSessie, NieuwPunt, Verslag, add_punten, close, plan, record
from monitor.services.zoeken import zoek
from monitor.services.zoekindex import rebuild
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing
from tests.services.builders import CLI, make_verhaal

WIJK, GEMEENTE, CIJFER = "WK990101", "GM9901", "vm-buren-oppassen"
STAM = "zwaluwtin"
"""In every field of the verhaal and in all that was said of it stands a word that begins like this."""
CODE = new_code()
R = GebruikerRol
DAG = date(2026, 11, 19)


def persoon(naam: str, rol: GebruikerRol, wijk: str | None = WIJK) -> Gebruiker:
    return Gebruiker(f"proef:{naam}", naam, Aanmelding.PROEF, (Roltoewijzing(rol, wijk),))


BEGELEIDER = persoon("leidt", R.BEGELEIDER)
BEWONER = persoon("bewoner", R.BEWONER)
RAADSLID = persoon("raadslid", R.RAADSLID, None)
LEZERS = (BEZOEKER, RAADSLID, BEWONER, BEGELEIDER)
BUITEN_EN_BINNEN = (BEZOEKER, BEGELEIDER)
"""Of those who read the same one."""


class Klok:
    """A clock that somebody sets on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 30)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Gebruikt:
    """The store, and the ids of all that the verhaal was used for."""

    database: Database
    klok: Klok
    map: Path
    ids: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.ids[name]


def woord(veld: str) -> str:
    return f"{STAM}{veld}"


def tell(database: Database, titel: str, **changes: object) -> str:
    """A verhaal of this wijk that everybody may read and that may be talked about, reviewed."""
    uses = (Gebruik.LEREN, Gebruik.GESPREK, Gebruik.OPENBAAR)
    nieuw = make_verhaal(titel=titel, gebied=WIJK, gebruik=uses, **changes)
    (id_,) = add_verhalen(database, CLI, [nieuw]).ids
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO beoordeling (id, verhaal, versie, besluit, beoordelaar, op)"
            " SELECT 'b-' || verhaal, verhaal, max(versie), 'akkoord', 'Nalezer', $op FROM verhaal_versie"
            " WHERE verhaal = $id GROUP BY verhaal",
            {"id": id_, "op": database.now()},
        )
    return id_


@pytest.fixture(scope="module")
def overal(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A store in which the verhaal was used everywhere, and the ids of what it was used for. Copy it."""
    folder = tmp_path_factory.mktemp("overal")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    database = open_for_writing(str(folder / "monitor.duckdb"), clock=Klok())
    it = Gebruikt(database, Klok(), folder)
    use_everywhere(it)
    database.checkpoint()
    database.close()
    return folder / "monitor.duckdb", it.ids


@pytest.fixture
def gebruikt(overal: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Gebruikt]:
    path, ids = overal
    shutil.copy(path, tmp_path / "monitor.duckdb")
    klok = Klok()
    database = open_for_writing(str(tmp_path / "monitor.duckdb"), clock=klok)
    yield Gebruikt(database, klok, tmp_path, ids)
    database.close()


def use_everywhere(it: Gebruikt) -> None:
    """Tell the verhaal, and another beside it, and use it for everything that a verhaal can be used for."""
    database = it.database
    it.ids["ander"] = tell(database, "Een ander verhaal")
    it.ids["verhaal"] = tell(
        database,
        f"De bank {woord('titel')}",
        tekst=f"Er stond een bank {woord('tekst')}. Nu zit er {woord('citaat')}.",
        citaat=f"Nu zit er {woord('citaat')}.",
        waarom=f"Omdat {woord('waarom')}.",
        wens=f"Nog een {woord('wens')}.",
        namens=f"de {woord('namens')}",
        koppelingen=(Koppeling(CIJFER, Verhouding.ZEGT_ANDERS, f"Zij zegt {woord('toelichting')}."),),
        code_hash=hash_code(CODE),
        toestemming_tot=date(2027, 6, 30),
    )
    rebuild(database)
    talk(it)
    choose(it)
    visit(it)
    tell_back(it)
    prepare_next(it)


def talk(it: Gebruikt) -> None:
    """A wijkgesprek that is closed: on the table twice, a casus with two readings, and a patroon of it and another."""
    database = it.database
    sessie = plan(database, BEGELEIDER, WIJK, NieuweSessie(DAG), token="sessie")
    punten = [
        NieuwPunt(AgendaSoort.VERHAAL, verhaal=it["verhaal"], waarom=f"Over {woord('agenda')}."),
        NieuwPunt(AgendaSoort.SCHURING, CIJFER, it["verhaal"]),
    ]
    add_punten(database, BEGELEIDER, WIJK, sessie, punten, token="punten")
    record(database, BEGELEIDER, WIJK, sessie, Verslag(DAG, ((StemRol.BEWONER, 7),)))
    bron = (LeerpuntBron(BronSoort.VERHAAL, it["verhaal"]),)
    nieuw = NieuwLeerpunt(Niveau.CASUS, f"Iemand miste {woord('casus')}.", bron, vraag=f"Wie mist {woord('vraag')}?")
    casus = add_leerpunt(database, BEGELEIDER, WIJK, sessie, nieuw, token="casus")
    add_lezing(database, BEGELEIDER, WIJK, casus, StemRol.BEWONER, f"Nee, {woord('lezing')}.", token="lezing")
    bronnen = (LeerpuntBron(BronSoort.LEERPUNT, casus), LeerpuntBron(BronSoort.VERHAAL, it["ander"]))
    nieuw = NieuwLeerpunt(Niveau.PATROON, "Wie nieuw is, komt niet binnen.", bronnen)
    patroon = add_leerpunt(database, BEGELEIDER, WIJK, sessie, nieuw, token="patroon")
    close(database, BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    it.ids |= {"sessie": sessie, "casus": casus, "patroon": patroon}


def choose(it: Gebruikt) -> None:
    """A ronde that is over, in which it was chosen, disagreed about, checked and recognised; and one that goes on."""
    database, verhaal, ander = it.database, it["verhaal"], it["ander"]
    for naam in ("voorbij", "bezig"):
        nieuw = NieuweRonde(
            naam, Leesniveau.BEWONERS, Werkwijze.STEMMING, date(2025, 1, 1), date(2026, 12, 31), ("Ontmoeten",)
        )
        ronde = leesrondes.add_ronde(database, BEGELEIDER, WIJK, nieuw, token=f"ronde-{naam}")
        beeld = leesrondes.rondebeeld(database, BEGELEIDER, WIJK, ronde)
        domein = next(one.domein.id for one in beeld.domeinen if one.domein.soort is DomeinSoort.GEWOON)
        it.ids |= {naam: ronde, f"domein {naam}": domein}
        leesrondes.count_deelnemers(database, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 9)])
        leesrondes.place_verhalen(database, BEGELEIDER, WIJK, ronde, [verhaal, ander], domein)
        leesrondes.count_stemmen(database, BEGELEIDER, WIJK, ronde, verhaal, [(StemRol.BEWONER, 6)])
        chosen, other = (verhaal, ander) if naam == "voorbij" else (ander, verhaal)
        leesrondes.choose(
            database, BEGELEIDER, WIJK, ronde, domein, chosen, f"Want {woord('reden') if chosen == verhaal else 'zo'}.",
            token=f"keuze-{naam}",
        )  # fmt: skip
        leesrondes.add_afwijking(
            database, BEGELEIDER, WIJK, ronde, domein, StemRol.BEWONER, f"Liever {woord(f'liever{naam}')}.", other,
            token=f"anders-{naam}",
        )  # fmt: skip
    ronde, domein = it["voorbij"], it["domein voorbij"]
    nagaan = NieuweNagaan(NagaanUitkomst.BEVESTIGD, StemRol.PROFESSIONAL, DAG, f"Zij zei weer {woord('nagaan')}.")
    leesrondes.add_nagaan(database, BEGELEIDER, WIJK, ronde, domein, nagaan, token="nagaan")
    leesrondes.count_herkend(database, BEGELEIDER, WIJK, ronde, domein, [Herkenning(StemRol.BEWONER, 4, 9)])
    leesrondes.close(database, BEGELEIDER, WIJK, ronde)


def visit(it: Gebruikt) -> None:
    nieuw = NieuwBezoek(DAG, waar="Het plein", vraag="Wie komt hier?")
    bezoek = plan_bezoek(it.database, RAADSLID, WIJK, nieuw, token="bezoek")
    verslag = Bezoekverslag(DAG, "De bank is weg.", ((StemRol.RAADSLID, 2),))
    record_bezoek(it.database, RAADSLID, WIJK, bezoek, verslag, token=f"verslag {bezoek}")
    add_verhaal_bij(it.database, BEGELEIDER, WIJK, bezoek, it["verhaal"])
    it.ids["bezoek"] = bezoek


def tell_back(it: Gebruikt) -> None:
    nieuw = NieuweTerugkoppeling("Overleg over het plein", f"Er komt {woord('gedaan')}.", DAG)
    koppel_terug(it.database, BEGELEIDER, it["verhaal"], nieuw, token="gedaan")


def prepare_next(it: Gebruikt) -> None:
    """The next wijkgesprek is being prepared, with the verhaal on its table: that is what the Wijkspiegel shows."""
    sessie = plan(it.database, BEGELEIDER, WIJK, NieuweSessie(date(2026, 12, 3)), token="volgende")
    punten = [NieuwPunt(AgendaSoort.VERHAAL, verhaal=it["verhaal"])]
    add_punten(it.database, BEGELEIDER, WIJK, sessie, punten, token="op tafel")
    it.ids["volgende"] = sessie


# Every door, as text


def doors(it: Gebruikt, who: Gebruiker) -> dict[str, str]:
    """What this reader is shown, by door; what a reader may not open is not there."""
    database = it.database
    shown: dict[str, Callable[[], object]] = {
        "wijk": lambda: wijkbeeld(database, WIJK, lezen.lezer(database, who, WIJK)),
        "gemeente": lambda: gemeentebeeld(database, GEMEENTE),
        "cijfer": lambda: indicatorbeeld(database, CIJFER, wijk=WIJK, gebruiker=who),
        "wijkgesprek": lambda: leerbeeld(database, who, WIJK),
        "rondes": lambda: leesrondes.rondes(database, who, WIJK),
        "ronde voorbij": lambda: leesrondes.rondebeeld(database, who, WIJK, it["voorbij"]),
        "ronde bezig": lambda: leesrondes.rondebeeld(database, who, WIJK, it["bezig"]),
        "bezoek": lambda: bezoekenbeeld(database, who, WIJK),
        "wijkplan": lambda: wijkplannen.planbeeld(database, who, WIJK),
        "in de weg": lambda: bottlenecks.bottleneckbeeld(database, GEMEENTE),
        "leskaarten": lambda: bottlenecks.leskaarten_csv(database, GEMEENTE).decode(),
        "verhalen": lambda: lezen.blad(database, who, Zoekvraag(wijk=WIJK, limiet=100)),
        "zoeken op woord": lambda: lezen.blad(database, who, Zoekvraag(woord("tekst"))).verhalen,
        "zoeken": lambda: [hit.verhaal for hit in zoek(database, who, Zoekvraag(woord("titel"))).hits],
        "uitvoer": lambda: exported(it, who),
        "verantwoording": lambda: verantwoording(database, GEMEENTE),
        **{f"spoor {naam}": partial(looked_at, it, who, naam) for naam in SPOREN},
    }
    if who in (BEWONER, BEGELEIDER):
        shown |= {
            "voorstel": lambda: voorstel(database, who, WIJK),
            "voor gesprek": lambda: verhalen_voor_gesprek(database, who, WIJK),
            "spiegel": lambda: wijkspiegel.wijkspiegel(database, who, WIJK),
            "spiegelblad": lambda: printed(it, who),
        }
    if who is BEGELEIDER:
        shown |= {
            "aanbod": lambda: leesrondes.aanbod(database, who, WIJK, it["bezig"]),
            "voor bezoek": lambda: verhalen_voor_bezoek(database, who, WIJK),
            "terugkoppelen": lambda: terug_te_koppelen(database, who),
        }
    return {name: repr(read()) for name, read in shown.items()}


def looked_at(it: Gebruikt, who: Gebruiker, naam: str) -> Spoor:
    """Where a thing came from and what came of it."""
    return spoor(it.database, who, SPOREN[naam], it.ids.get(naam, CIJFER), plaats=WIJK)


def printed(it: Gebruikt, who: Gebruiker) -> str:
    """The words of the Wijkspiegel on paper, and the notes under it."""
    spiegel = wijkspiegel.wijkspiegel(it.database, who, WIJK)
    pages = PdfReader(BytesIO(spiegelblad(spiegel))).pages
    return " ".join([*(page.extract_text() for page in pages), *noten(spiegel)])


def exported(it: Gebruikt, who: Gebruiker) -> str:
    target = it.map / "verhalen.csv"
    export_verhalen(it.database, who, target, force=True)
    return target.read_text(encoding="utf-8")


def shows(it: Gebruikt, who: Gebruiker) -> set[str]:
    """The doors behind which a word of the verhaal, or of what was said of it, can be read."""
    found = doors(it, who)
    also = {"zoeken": it["verhaal"], "aanbod": it["verhaal"]}
    return {name for name, text in found.items() if STAM in text or also.get(name, STAM) in text}


def own_page(it: Gebruikt) -> str:
    """What the teller reads with her code, and the copy that she takes along."""
    mine, today = bekijk(it.database, CODE), it.klok.now.date()
    return "\n".join((repr(mine), as_text(mine, today), as_json(mine, today)))


OPENBAAR = {
    "wijk",
    "cijfer",
    "wijkgesprek",
    "ronde voorbij",
    "ronde bezig",
    "verhalen",
    "zoeken op woord",
    "zoeken",
    "uitvoer",
    "spoor cijfer",
    "spoor sessie",
    "spoor voorbij",
    "spoor patroon",
}
"""The doors behind which everybody reads a public verhaal."""
LEERT_MEE = {"voor gesprek", "spiegel", "spiegelblad", "bezoek", "spoor bezoek"}
"""Those that are for who learns together in the wijk."""
LEIDT = {"voor bezoek", "terugkoppelen"}
SPOREN = {
    "cijfer": SpoorSoort.INDICATOR,
    "sessie": SpoorSoort.SESSIE,
    "voorbij": SpoorSoort.LEESRONDE,
    "patroon": SpoorSoort.LEERPUNT,
    "bezoek": SpoorSoort.WIJKBEZOEK,
}
"""From which things its spoor is looked at."""


def test_before_it_is_taken_back_it_can_be_read_wherever_it_was_used(gebruikt: Gebruikt) -> None:
    assert shows(gebruikt, BEZOEKER) == OPENBAAR
    assert shows(gebruikt, RAADSLID) == OPENBAAR
    assert shows(gebruikt, BEWONER) == OPENBAAR | LEERT_MEE
    assert shows(gebruikt, BEGELEIDER) == OPENBAAR | LEERT_MEE | LEIDT
    everything = "".join(doors(gebruikt, BEGELEIDER).values())
    said = ("titel", "tekst", "citaat", "waarom", "wens", "namens", "toelichting", "agenda", "casus", "vraag", "lezing")
    said += ("reden", "lievervoorbij", "lieverbezig", "nagaan", "gedaan")
    assert [it for it in said if woord(it) not in everything] == []
    assert woord("titel") in own_page(gebruikt)


def tombstones(it: Gebruikt, who: Gebruiker) -> dict[str, int]:
    """How many verhalen each place says that are gone; never which."""
    beeld = leerbeeld(it.database, who, WIJK)
    rondes = {naam: leesrondes.rondebeeld(it.database, who, WIJK, it[naam]).domeinen for naam in ("voorbij", "bezig")}
    found = {
        "gesprek": beeld.verborgen[it["sessie"]],
        "patroon": beeld.bronnen_weg[it["patroon"]],
        **{naam: sum(one.weg for one in domeinen) for naam, domeinen in rondes.items()},
    }
    if who in (BEWONER, BEGELEIDER):
        found["bezoek"] = bezoekenbeeld(it.database, who, WIJK).weg.get(it["bezoek"], 0)
        found["spiegel"] = wijkspiegel.wijkspiegel(it.database, who, WIJK).weg
    return found


def quarters(it: Gebruikt) -> int:
    return sum(aantal for _, aantal in verantwoording(it.database, GEMEENTE).ingetrokken)


def is_gone(
    it: Gebruikt, before: dict[str, dict[str, int]], quarter: int, readers: Sequence[Gebruiker] = LEZERS
) -> None:
    """Nowhere for anybody, and a tombstone in each place."""
    for who in readers:
        assert shows(it, who) == set(), who.naam
        assert tombstones(it, who) == {name: aantal + 1 for name, aantal in before[who.naam].items()}, who.naam
        with pytest.raises(NietGevonden, match="teruggenomen"):
            lezen.verhaal(it.database, who, it["verhaal"])
        chosen = leesrondes.rondebeeld(it.database, who, WIJK, it["voorbij"]).domeinen[0]
        assert chosen.gekozen is None
        assert chosen.keuze is None or chosen.keuze.reden is None
        with pytest.raises(NietGevonden, match="teruggenomen"):
            spoor(it.database, who, SpoorSoort.VERHAAL, it["verhaal"], plaats=WIJK)
        intern = {"voorbij": SpoorSoort.VERHAAL, "bezoek": SpoorSoort.VERHAAL} if who in (BEWONER, BEGELEIDER) else {}
        for naam, soort in {"sessie": SpoorSoort.VERHAAL, "patroon": SpoorSoort.LEERPUNT, **intern}.items():
            seen = looked_at(it, who, naam)
            broken = {(one.soort, one.reden, one.kwartaal) for one in (*seen.uit_breuken, *seen.naar_breuken)}
            assert (soort, SpoorReden.TERUGGENOMEN, "2025-K2") in broken
    assert quarters(it) == quarter + 1
    mine = bekijk(it.database, CODE)
    assert (mine.staat, mine.kwartaal) == (VerhaalStaat.INGETROKKEN, "2025-K2")
    assert STAM not in own_page(it)
    assert check_store(it.database) == ()


def counted(it: Gebruikt, readers: Sequence[Gebruiker] = BUITEN_EN_BINNEN) -> dict[str, dict[str, int]]:
    return {who.naam: tombstones(it, who) for who in readers}


def test_a_verhaal_that_its_teller_takes_back_is_gone_everywhere_also_after_an_older_backup(
    gebruikt: Gebruikt,
) -> None:
    before, quarter, copy = counted(gebruikt, LEZERS), quarters(gebruikt), gebruikt.map / "voor.duckdb"
    backup(gebruikt.database, CLI, copy)
    neem_terug(gebruikt.database, CODE)
    is_gone(gebruikt, before, quarter)
    restore(gebruikt.database, CLI, copy, force=True)
    is_gone(gebruikt, before, quarter, BUITEN_EN_BINNEN)


def test_what_everybody_learned_from_more_than_this_verhaal_stays(gebruikt: Gebruikt) -> None:
    neem_terug(gebruikt.database, CODE)
    beeld = leerbeeld(gebruikt.database, BEZOEKER, WIJK)
    assert gebruikt["patroon"] in {it.id for it in beeld.leerpunten}
    assert gebruikt["casus"] not in {it.id for it in beeld.leerpunten}


# Permission that became narrower, or ran out


def allow(it: Gebruikt, *uses: Gebruik) -> None:
    """What the teller allows from now on."""
    it.klok.now += timedelta(hours=1)
    wensen = [Leeswens(use, use in uses, date(2027, 6, 30) if use in uses else None) for use in Gebruik]
    beperk(it.database, CODE, wensen, token=new_id())


def test_what_is_no_longer_public_is_left_to_who_learns_together_there(gebruikt: Gebruikt) -> None:
    before = counted(gebruikt)
    allow(gebruikt, Gebruik.LEREN, Gebruik.GESPREK)
    assert shows(gebruikt, BEZOEKER) == set()
    after = tombstones(gebruikt, BEZOEKER)
    assert after == {name: aantal + 1 for name, aantal in before[BEZOEKER.naam].items()}
    assert shows(gebruikt, BEGELEIDER) == OPENBAAR | LEERT_MEE | LEIDT
    assert tombstones(gebruikt, BEGELEIDER) == before[BEGELEIDER.naam]


def test_what_may_no_longer_be_talked_about_leaves_every_table_and_is_still_learned_from(gebruikt: Gebruikt) -> None:
    before = counted(gebruikt)
    allow(gebruikt, Gebruik.LEREN)
    assert shows(gebruikt, BEZOEKER) == set()
    read = {"wijk", "cijfer", "verhalen", "zoeken op woord", "zoeken", "uitvoer", "bezoek"}
    read |= {"spoor cijfer", "spoor bezoek"}
    assert shows(gebruikt, BEGELEIDER) == read | LEIDT
    gone = {name: aantal + (name != "bezoek") for name, aantal in before[BEGELEIDER.naam].items()}
    assert tombstones(gebruikt, BEGELEIDER) == gone


def test_a_verhaal_of_which_the_permission_ran_out_is_nowhere_and_its_teller_still_has_it(gebruikt: Gebruikt) -> None:
    before, quarter = counted(gebruikt), quarters(gebruikt)
    gebruikt.klok.now = datetime(2027, 6, 30, 12)
    assert shows(gebruikt, BEZOEKER) == OPENBAAR
    gebruikt.klok.now = datetime(2027, 7, 1, 0, 30)
    for who in BUITEN_EN_BINNEN:
        assert shows(gebruikt, who) == set(), who.naam
        assert tombstones(gebruikt, who) == {name: aantal + 1 for name, aantal in before[who.naam].items()}, who.naam
    assert quarters(gebruikt) == quarter
    assert woord("tekst") in own_page(gebruikt)
