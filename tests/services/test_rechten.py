"""Who may do what: denied unless it stands in the table, asked anew at every action, refused with a line."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.domain import rechten as regels
from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.rechten import Handeling, mag, mag_ergens, wijken_voor
from monitor.errors import GeenRecht, NietToegestaan
from monitor.services import rollen
from monitor.services.instellingen import Instellingen, bewaar
from monitor.services.rechten import MAG_NIET, SESSIE_VOORBIJ, current, require, wie_mag
from monitor.services.woorden import GEBRUIKER_ROL_MEER
from monitor.settings import ROOT
from monitor.store.database import Database
from monitor.store.rijen import insert_into
from tests.services.builders import ANDERE_WIJK, WIJK

R = GebruikerRol
MAY: dict[GebruikerRol, set[Handeling]] = {
    R.BEZOEKER: {Handeling.VERTELLEN, Handeling.CODE_GEBRUIKEN, Handeling.MELDEN},
    R.BEWONER: {
        Handeling.MEELEZEN,
        Handeling.INBRENGEN,
        Handeling.SIGNALEREN,
        Handeling.SIGNALEN_LEZEN,
        Handeling.VOORSTELLEN,
        Handeling.WIJKGESPREK_VOORBEREIDEN,
        Handeling.WIJKBEZOEK,
    },
    R.OPTEKENAAR: {Handeling.OPTEKENEN},
    R.WELZIJNSWERKER: {
        Handeling.ACTIVITEITEN,
        Handeling.VOORSTELLEN,
        Handeling.OPTEKENEN,
        Handeling.KOPPELEN,
        Handeling.NAVRAGEN,
        Handeling.TERUGKOPPELEN,
        Handeling.INBRENGEN,
        Handeling.SIGNALEREN,
        Handeling.SIGNALEN_LEZEN,
        Handeling.TELLEN,
        Handeling.UITNODIGEN,
        Handeling.WIJKGESPREK_VOORBEREIDEN,
        Handeling.WIJKBEZOEK,
    },
    R.NALEZER: {Handeling.NALEZEN},
    R.BEGELEIDER: {
        Handeling.TERUGKOPPELEN,
        Handeling.SIGNALEN_LEZEN,
        Handeling.VOORSTELLEN,
        Handeling.KIEZEN,
        Handeling.WIJKGESPREK_VOORBEREIDEN,
        Handeling.WIJKGESPREK,
        Handeling.VERHALEN_KIEZEN,
        Handeling.WIJKPLAN,
        Handeling.WIJKPLAN_MAKERS,
        Handeling.WIJKBEZOEK,
    },
    R.RAADSLID: {Handeling.WIJKBEZOEK},
    R.BELEIDSMEDEWERKER: {
        Handeling.VOORSTELLEN,
        Handeling.KIEZEN,
        Handeling.INDICATOREN_BEHEREN,
        Handeling.ACTIVITEITEN,
        Handeling.FINANCIEREN,
        Handeling.WIJKPLAN,
        Handeling.WIJKPLAN_COLLEGE,
        Handeling.WIJKBEZOEK,
        Handeling.RAADSBESLUIT,
        Handeling.RAADSSTUK,
    },
    R.BEHEERDER: {
        Handeling.INLEZEN_VERHALEN,
        Handeling.UITNODIGEN,
        Handeling.INSTELLEN,
        Handeling.ROLLEN_GEVEN,
        Handeling.CIJFERS_INLEZEN,
        Handeling.LOGBOEK_LEZEN,
        Handeling.BEWAREN,
        Handeling.OPRUIMEN,
    },
}
"""What each role may, written down apart from the code: a change there must be meant here too."""


def somebody(rol: GebruikerRol, wijk: str | None = None) -> Gebruiker:
    return Gebruiker("test", "test", Aanmelding.PROEF, (Roltoewijzing(rol, wijk),))


def signed_in(**changes: Any) -> Gebruiker:
    filled: dict[str, Any] = {"id": "oidc:fatima", "naam": "Fatima", "aanmelding": Aanmelding.AANGEMELD}
    return Gebruiker(**{**filled, "sleutels": ("fatima", "fatima@welzijn.example"), **changes})


def assign(database: Database, rol: GebruikerRol, wijk: str | None, **changes: Any) -> None:
    filled = {
        "id": f"{rol}-{wijk}",
        "persoon": "fatima@welzijn.example",
        "naam": "Fatima",
        "rol": rol.value,
        "wijk": wijk,
        "van": date(2026, 1, 1),
        "gemaakt_door": "test",
        "gemaakt_op": database.now(),
    }
    with database.writing() as cursor:
        insert_into(cursor, "roltoewijzing", [{**filled, **changes}])


def lines(database: Database) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows("SELECT wie, wat, soort, doel FROM logboek WHERE wat = 'geweigerd'")


# The table


@pytest.mark.parametrize("rol", list(GebruikerRol))
@pytest.mark.parametrize("handeling", list(Handeling))
def test_a_role_may_what_the_table_says_and_nothing_else(rol: GebruikerRol, handeling: Handeling) -> None:
    allowed = handeling in MAY[rol] | MAY[R.BEZOEKER]
    everywhere, here = somebody(rol), somebody(rol, WIJK)
    assert mag(everywhere, handeling) is allowed
    assert mag(here, handeling, WIJK) is allowed
    assert mag(here, handeling, ANDERE_WIJK) is (handeling in MAY[R.BEZOEKER])
    assert mag(here, handeling) is (handeling in MAY[R.BEZOEKER])
    assert mag_ergens(here, handeling) is allowed


@pytest.mark.parametrize("handeling", list(Handeling))
def test_every_action_stands_in_the_table(handeling: Handeling) -> None:
    assert regels._ROLLEN[handeling]


def test_what_does_not_stand_in_the_table_nobody_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(regels._ROLLEN, Handeling.NALEZEN)
    assert not any(mag(somebody(rol), Handeling.NALEZEN) for rol in GebruikerRol)
    assert wijken_voor(somebody(R.NALEZER, WIJK), Handeling.NALEZEN) == frozenset()


def test_a_beheerder_has_no_action_that_shows_an_original() -> None:
    shows = {Handeling.NALEZEN, Handeling.MEELEZEN, Handeling.KOPPELEN, Handeling.NAVRAGEN, Handeling.SIGNALEN_LEZEN}
    assert not MAY[R.BEHEERDER] & shows
    assert not somebody(R.BEHEERDER).leest_intern(WIJK)


# Asked anew


def test_a_refusal_names_every_role_that_may() -> None:
    assert wie_mag(Handeling.NALEZEN, Handeling.TERUGKOPPELEN) == (
        "Dit is voor welzijnswerkers, nalezers en begeleiders."
    )
    assert set(GEBRUIKER_ROL_MEER) == set(GebruikerRol)


def test_roles_that_somebody_made_up_are_not_believed(wijkstore: Database) -> None:
    crafted = signed_in(toewijzingen=(Roltoewijzing(R.BEHEERDER),))
    with pytest.raises(NietToegestaan, match=MAG_NIET):
        bewaar(wijkstore, crafted, Instellingen(klacht="hier"))
    assert lines(wijkstore) == [("oidc:fatima", "geweigerd", "instellen", "")]


def test_an_invitation_that_somebody_made_up_is_not_believed(wijkstore: Database) -> None:
    crafted = Gebruiker(
        "uitnodiging:1", "", Aanmelding.UITGENODIGD, (Roltoewijzing(R.OPTEKENAAR, WIJK),), sleutels=("0" * 64,)
    )
    with pytest.raises(NietToegestaan):
        require(wijkstore, crafted, Handeling.OPTEKENEN, WIJK)
    assert lines(wijkstore) == [("uitnodiging:1", "geweigerd", "optekenen", WIJK)]


def test_an_assignment_in_the_store_holds_in_its_own_wijk_only(wijkstore: Database) -> None:
    assign(wijkstore, R.WELZIJNSWERKER, WIJK)
    assert require(wijkstore, signed_in(), Handeling.KOPPELEN, WIJK).heeft(R.WELZIJNSWERKER, WIJK)
    with pytest.raises(GeenRecht, match=f"{MAG_NIET} Dit is voor welzijnswerkers."):
        require(wijkstore, signed_in(), Handeling.KOPPELEN, ANDERE_WIJK)
    assert lines(wijkstore) == [("oidc:fatima", "geweigerd", "koppelen", ANDERE_WIJK)]


def test_a_role_that_was_ended_meanwhile_is_gone_at_the_next_action(wijkstore: Database) -> None:
    assign(wijkstore, R.WELZIJNSWERKER, WIJK)
    on_screen = require(wijkstore, signed_in(), Handeling.KOPPELEN, WIJK)
    rollen.end(wijkstore, somebody(R.BEHEERDER), f"{R.WELZIJNSWERKER}-{WIJK}")
    with pytest.raises(NietToegestaan):
        require(wijkstore, on_screen, Handeling.KOPPELEN, WIJK)


@pytest.mark.parametrize(
    ("van", "tot"), [(date(2026, 11, 21), None), (date(2026, 1, 1), date(2026, 11, 19))], ids=["later", "voorbij"]
)
def test_an_assignment_holds_from_its_first_day_to_its_last(wijkstore: Database, van: date, tot: date | None) -> None:
    assign(wijkstore, R.WELZIJNSWERKER, WIJK, van=van, tot=tot)
    assert current(wijkstore, signed_in()).toewijzingen == ()


def test_the_last_day_of_an_assignment_counts(wijkstore: Database) -> None:
    assign(wijkstore, R.WELZIJNSWERKER, WIJK, tot=date(2026, 11, 20))
    assert current(wijkstore, signed_in()).heeft(R.WELZIJNSWERKER, WIJK)


def test_a_session_that_is_over_is_refused_in_its_own_words(wijkstore: Database) -> None:
    assign(wijkstore, R.WELZIJNSWERKER, WIJK)
    fresh = signed_in(geldig_tot=wijkstore.now() + timedelta(seconds=1))
    assert require(wijkstore, fresh, Handeling.KOPPELEN, WIJK)
    with pytest.raises(NietToegestaan, match=SESSIE_VOORBIJ):
        require(wijkstore, replace(fresh, geldig_tot=wijkstore.now()), Handeling.KOPPELEN, WIJK)
    assert len(lines(wijkstore)) == 1


def test_a_refusal_leaves_what_was_cached_good(wijkstore: Database) -> None:
    before = wijkstore.versie
    with pytest.raises(NietToegestaan):
        require(wijkstore, BEZOEKER, Handeling.INSTELLEN)
    assert (wijkstore.versie, len(lines(wijkstore))) == (before, 1)


# Every service that writes asks who does it

WITHOUT_AN_ACTOR = {
    "nalezen.add_beoordelingen": "every beoordeling names who made it; for what was reviewed elsewhere",
    "rechten.note_refusal": "writes only that something was refused",
    "zoekindex.rebuild": "writes nothing but what follows from what is there",
}
"""Public functions that write without being told who acts, and why that is right."""
ASKS = {"gebruiker", "code"}
TOLD = ASKS | {"door", "cursor"}
"""`door` is for the machine itself and for a service that asked; `cursor` for inside a transaction of such a one."""


def services() -> Iterator[str]:
    for path in sorted((ROOT / "monitor" / "services").rglob("*.py")):
        if path.stem != "__init__":
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts)


def writing_functions(module: str) -> Iterator[tuple[str, set[str]]]:
    """Public functions with `.writing(` in their own text, with the names of what they are given."""
    source = Path(ROOT, *module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and ".writing(" in ast.unparse(node):
            yield node.name, {it.arg for it in (*node.args.args, *node.args.kwonlyargs)}


def used_services(path: Path) -> Iterator[str]:
    """What a screen takes from the services, as `module.function`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "monitor.services":
            modules |= {it.asname or it.name for it in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("monitor.services."):
            yield from (f"{(node.module or '').rpartition('.')[2]}.{it.name}" for it in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield f"{node.value.id}.{node.attr}"


def test_the_search_for_functions_that_write_finds_them() -> None:
    found = {f"{module}.{name}" for module in services() for name, _ in writing_functions(module)}
    assert {"monitor.services.rollen.give", "monitor.services.instellingen.bewaar"} <= found


@pytest.mark.parametrize("module", list(services()))
def test_every_public_function_that_writes_is_told_who_acts(module: str) -> None:
    for name, parameters in writing_functions(module):
        short = f"{module.rpartition('.')[2]}.{name}"
        assert short in WITHOUT_AN_ACTOR or TOLD & parameters, (
            f"{short} schrijft, maar weet niet wie dat doet: geef een Gebruiker of een code mee"
        )


def test_what_writes_without_asking_who_may_is_never_called_by_a_screen() -> None:
    unasked = {
        f"{module.rpartition('.')[2]}.{name}"
        for module in services()
        for name, parameters in writing_functions(module)
        if not ASKS & parameters and f"{module.rpartition('.')[2]}.{name}" != "rechten.note_refusal"
    }
    assert "inlezen.load" in unasked
    for path in [*(ROOT / "pages").glob("*.py"), *(ROOT / "monitor" / "ui").rglob("*.py")]:
        assert not unasked & set(used_services(path)), path.name
