"""What nothing works on any more is in use no longer, and `check` sees when that was not said."""

import pytest

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import IndicatorStatus, Rol, StemRol
from monitor.services.activiteiten import add_activiteit, add_voortgang
from monitor.services.activiteitinvoer import ActiviteitInvoer, VoortgangInvoer
from monitor.services.controle import check_store
from monitor.services.inbreng import add_initiatief
from monitor.services.kiezen import keuzebeeld
from monitor.services.levensloop import Aanname, Steun, adopt, count_steun, link_werk, take_stap
from monitor.services.werk import NIETS_LOOPT, uit_gebruik
from monitor.services.wijkzaken import NieuwInitiatief
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK, make_indicator

GEMEENTE = "GM9901"
BELEID = Gebruiker("beleid", "beleid", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER),))
BEWONER = Gebruiker("bewoner", "bewoner", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER, WIJK),))
SAMEN = (Steun(StemRol.BEWONER, 12, 1), Steun(StemRol.PROFESSIONAL, 3))
S = IndicatorStatus


def add_soep(database: Database, gebied: str = WIJK) -> str:
    soep = ActiviteitInvoer(gebied, "ontmoeten", "Soep", "loopt", "8-2-2024", "geen")
    return add_activiteit(database, BELEID, soep, token=f"soep-{gebied}")


def say(database: Database, id_: str, status: str, dag: str) -> None:
    add_voortgang(database, BELEID, VoortgangInvoer(id_, dag, status, "Zo ging het."), token=f"{id_}-{dag}")


def use(database: Database, werk: str, wijk: str = WIJK) -> None:
    take_stap(database, BELEID, wijk, "buren", S.IN_GESPREK)
    count_steun(database, BELEID, wijk, "buren", SAMEN)
    adopt(database, BELEID, wijk, Aanname("buren", Rol.KERN), token=f"buren-{wijk}")
    link_werk(database, BELEID, wijk, "buren", werk)
    take_stap(database, BELEID, wijk, "buren", S.IN_GEBRUIK)


def last_step(database: Database, wijk: str = WIJK) -> tuple[IndicatorStatus | None, str | None]:
    found = keuzebeeld(database, wijk).indicator("buren")
    assert found is not None
    return found.status, found.stappen[-1].reden


def problems(database: Database) -> list[str]:
    return [it for it in check_store(database) if "in gebruik" in it]


@pytest.mark.parametrize("status", ["afgerond", "gestopt", "mislukt"])
def test_what_stops_as_the_last_that_works_on_a_figure_takes_it_out_of_use_with_the_reason(
    wijkstore: Database, status: str
) -> None:
    soep = add_soep(wijkstore)
    use(wijkstore, soep)
    say(wijkstore, soep, status, "1-6-2026")
    assert last_step(wijkstore) == (S.GEDRAGEN, NIETS_LOOPT)
    assert problems(wijkstore) == []
    say(wijkstore, soep, "loopt", "1-9-2026")
    take_stap(wijkstore, BELEID, WIJK, "buren", S.IN_GEBRUIK)
    assert last_step(wijkstore)[0] is S.IN_GEBRUIK


def test_who_says_that_it_stopped_is_told_which_figures_are_in_use_no_longer(wijkstore: Database) -> None:
    with wijkstore.writing() as cursor:
        for code, naam in ((WIJK, "De Linden"), (ANDERE_WIJK, "Zonnedaal")):
            cursor.execute(
                "INSERT INTO gebied_versie (gebied, naam, geldig_van) VALUES ($code, $naam, DATE '2020-01-01')",
                {"code": code, "naam": naam},
            )
    overal, soep = add_soep(wijkstore, GEMEENTE), add_soep(wijkstore)
    for wijk in (WIJK, ANDERE_WIJK):
        use(wijkstore, overal, wijk)
    link_werk(wijkstore, BELEID, WIJK, "buren", soep)
    assert uit_gebruik(wijkstore, overal) == uit_gebruik(wijkstore, "onbekend") == ()
    say(wijkstore, overal, "gestopt", "1-6-2026")
    naam = make_indicator().naam
    assert uit_gebruik(wijkstore, overal) == ((naam, "Zonnedaal"),)
    say(wijkstore, soep, "mislukt", "1-7-2026")
    assert uit_gebruik(wijkstore, soep) == ((naam, "De Linden"),)
    take_stap(wijkstore, BELEID, WIJK, "buren", S.IN_GESPREK, "Wij praten er weer over.")
    assert uit_gebruik(wijkstore, soep) == ()


def test_as_long_as_something_else_goes_on_the_figure_stays_in_use(wijkstore: Database) -> None:
    soep = add_soep(wijkstore)
    use(wijkstore, soep)
    bank = add_initiatief(wijkstore, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "De bank"), token="bank")
    link_werk(wijkstore, BELEID, WIJK, "buren", bank)
    say(wijkstore, soep, "gestopt", "1-6-2026")
    assert last_step(wijkstore)[0] is S.IN_GEBRUIK
    say(wijkstore, bank, "gestopt", "1-7-2026")
    assert last_step(wijkstore) == (S.GEDRAGEN, NIETS_LOOPT)


def test_what_stops_in_the_whole_gemeente_counts_in_each_of_its_wijken_and_what_goes_on_elsewhere_does_not(
    wijkstore: Database,
) -> None:
    overal = add_soep(wijkstore, GEMEENTE)
    for wijk in (WIJK, ANDERE_WIJK):
        use(wijkstore, overal, wijk)
    link_werk(wijkstore, BELEID, ANDERE_WIJK, "buren", add_soep(wijkstore, ANDERE_WIJK))
    say(wijkstore, overal, "gestopt", "1-6-2026")
    assert last_step(wijkstore)[0] is S.GEDRAGEN
    assert last_step(wijkstore, ANDERE_WIJK)[0] is S.IN_GEBRUIK


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE activiteit SET status = 'gestopt', geeindigd_op = DATE '2025-01-01' WHERE gebied = $wijk",
        "INSERT INTO voortgang (id, activiteit, nummer, op, status, gemaakt_door, gemaakt_op) "
        "SELECT 'v', id, 1, DATE '2025-01-01', 'gestopt', 'x', TIMESTAMP '2025-01-01' FROM activiteit "
        "WHERE gebied = $wijk",
        "DELETE FROM activiteit_indicator WHERE $wijk <> ''",
    ],
)
def test_a_figure_in_use_on_which_nothing_works_any_more_is_told_by_check(wijkstore: Database, sql: str) -> None:
    use(wijkstore, add_soep(wijkstore))
    add_soep(wijkstore, ANDERE_WIJK)
    assert problems(wijkstore) == []
    with wijkstore.writing() as cursor:
        cursor.execute(sql, {"wijk": WIJK})
    assert problems(wijkstore) == [
        f"Gebied en indicator {WIJK}, buren: in gebruik, maar er loopt niets dat eraan werkt."
    ]
