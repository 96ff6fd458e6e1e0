"""A wijkgesprek from its preparation to its end, and what it learns: on enough, in the open, never ended by force."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    AfspraakStand,
    AgendaSoort,
    BronSoort,
    Gremium,
    Leerbeeld,
    LeerpuntBron,
    LeerpuntStand,
    Niveau,
    Sessie,
    SessieStand,
    SessieUitkomst,
    gebeurd,
)
from monitor.domain.verhaal import Gebruik
from monitor.errors import GeenRecht, MonitorError, NietGevonden, OngeldigeInvoer, OpslagFout, Probleem
from monitor.services.afschrift import as_text
from monitor.services.controle import check_store
from monitor.services.indicatoren import add_indicatoren, ensure_bron
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerbeeld import leerbeeld, verhalen_voor_gesprek, voorstel
from monitor.services.leerpunten import (
    NieuweAfspraak,
    NieuweStand,
    NieuwLeerpunt,
    add_afspraak,
    add_leerpunt,
    add_lezing,
    remove_afspraak,
    remove_leerpunt,
    remove_lezing,
    set_afspraak,
    set_stand,
)
from monitor.services.lezen import lezer
from monitor.services.onderhoud import maintain
from monitor.services.reservekopie import backup, restore
from monitor.services.themas import ensure_themas
from monitor.services.verhalen import add_verhalen
from monitor.services.voorbeeld import load_voorbeeld, remove_voorbeeld
from monitor.services.wijkgesprek import (
    NieuweSessie,
    NieuwPunt,
    Verslag,
    add_punten,
    cancel,
    close,
    move,
    plan,
    record,
    remove_punt,
)
from monitor.store.bewaartermijn_store import BewaartermijnStore
from monitor.store.database import Database
from monitor.store.intrekkingen import remembered
from monitor.store.migrate import migrate
from monitor.store.opslag import open_for_writing
from monitor.store.sessie_store import SessieStore
from monitor.store.verteller_store import VertellerStore
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_indicator, make_verhaal

BEGELEIDER = Gebruiker("begeleider", "begeleider", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, WIJK),))
BEWONER = Gebruiker("bewoner", "bewoner", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER, WIJK),))
OVERAL = Gebruiker("overal", "begeleider", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER),))
VANDAAG = date(2026, 11, 20)
DAG = date(2026, 11, 18)
ER_WAREN = Verslag(DAG, ((StemRol.BEWONER, 7), (StemRol.PROFESSIONAL, 3)))
OPEN = SessieUitkomst.BESPROKEN_NOG_OPEN


def rows(database: Database, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def tell(database: Database, *titels: str, wijk: str = WIJK, gebruik: Sequence[Gebruik] = ()) -> tuple[str, ...]:
    """Verhalen that were reviewed, with permission gesprek unless said otherwise."""
    uses = tuple(gebruik) or (Gebruik.LEREN, Gebruik.GESPREK)
    verhalen = [make_verhaal(titel=titel, gebied=wijk, gebruik=uses) for titel in titels]
    ids = add_verhalen(database, CLI, verhalen).ids
    with database.writing() as cursor:
        for id_ in ids:
            cursor.execute(
                "INSERT INTO beoordeling (id, verhaal, versie, besluit, beoordelaar, op)"
                " SELECT 'b-' || verhaal, verhaal, max(versie), 'akkoord', 'Nalezer', $op FROM verhaal_versie"
                " WHERE verhaal = $id GROUP BY verhaal",
                {"id": id_, "op": database.now()},
            )
    return ids


def beeld(database: Database, gebruiker: Gebruiker = BEGELEIDER, wijk: str = WIJK) -> Leerbeeld:
    return leerbeeld(database, gebruiker, wijk)


def bezig(database: Database) -> Sessie:
    found = beeld(database).bezig
    assert found is not None
    return found


def planned(database: Database, dag: date = DAG, titel: str = "") -> str:
    return plan(database, BEGELEIDER, WIJK, NieuweSessie(dag, titel), token=f"plan-{dag}")


def held(database: Database, dag: date = DAG) -> str:
    sessie = planned(database, dag)
    record(database, BEGELEIDER, WIJK, sessie, Verslag(dag, ER_WAREN.deelnemers))
    return sessie


def van(soort: BronSoort, *refs: str) -> tuple[LeerpuntBron, ...]:
    return tuple(LeerpuntBron(soort, ref) for ref in refs)


def casus(database: Database, sessie: str, verhaal: str | None, tekst: str = "Iemand kwam niet binnen.") -> str:
    bronnen = van(BronSoort.VERHAAL, verhaal) if verhaal else ()
    nieuw = NieuwLeerpunt(Niveau.CASUS, tekst, bronnen, samengesteld=verhaal is None)
    return add_leerpunt(database, BEGELEIDER, WIJK, sessie, nieuw, token=f"casus-{sessie}-{verhaal}-{tekst}")


def patroon(database: Database, sessie: str, *bronnen: LeerpuntBron, tekst: str = "Wie nieuw is komt niet.") -> str:
    nieuw = NieuwLeerpunt(Niveau.PATROON, tekst, bronnen)
    return add_leerpunt(database, BEGELEIDER, WIJK, sessie, nieuw, token=f"patroon-{sessie}-{tekst}")


def bottleneck(database: Database, sessie: str, patroon_: str, **stand: Any) -> str:
    nieuw = NieuwLeerpunt(
        Niveau.BOTTLENECK, "Een tolk mag niet.", van(BronSoort.LEERPUNT, patroon_), stand=NieuweStand(**stand)
    )
    return add_leerpunt(database, BEGELEIDER, WIJK, sessie, nieuw, token=f"bottleneck-{sessie}")


def problems(caught: pytest.ExceptionInfo[OngeldigeInvoer]) -> list[str | None]:
    return [it.veld for it in caught.value.problemen]


# Preparing


def test_bewoners_prepare_and_only_who_leads_writes_down(wijkstore: Database) -> None:
    sessie = plan(wijkstore, BEWONER, WIJK, NieuweSessie(DAG), token="t")
    add_punten(wijkstore, BEWONER, WIJK, sessie, [NieuwPunt(AgendaSoort.VRAAG, tekst="Wie missen we?")], token="p")
    with pytest.raises(GeenRecht, match="begeleiders"):
        record(wijkstore, BEWONER, WIJK, sessie, ER_WAREN)
    with pytest.raises(GeenRecht):
        plan(wijkstore, BEZOEKER, WIJK, NieuweSessie(DAG), token="u")
    with pytest.raises(GeenRecht):
        plan(wijkstore, BEWONER, ANDERE_WIJK, NieuweSessie(DAG), token="v")


def test_the_same_token_plans_one_gesprek_and_a_second_waits_for_the_first(wijkstore: Database) -> None:
    assert planned(wijkstore) == planned(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="al een gesprek klaar"):
        plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG), token="ander")
    cancel(wijkstore, BEGELEIDER, WIJK, bezig(wijkstore).id, "Te weinig mensen konden.")
    plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG), token="ander")


def test_everything_that_is_wrong_with_a_plan_is_said_at_once(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(None, "Over Karin van Dalen"), token="t")
    assert problems(caught) == ["titel", "dag"]
    assert rows(wijkstore, "SELECT * FROM sessie") == []


def test_what_a_form_could_not_read_is_said_with_everything_else(wijkstore: Database) -> None:
    dag = [Probleem("Schrijf een dag als 21-11-2026.", "dag")]
    with pytest.raises(OngeldigeInvoer) as caught:
        plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(None, "Over Karin van Dalen"), token="t", ook=dag)
    assert [it.melding for it in caught.value.problemen if it.veld == "dag"] == ["Schrijf een dag als 21-11-2026."]
    assert problems(caught) == ["dag", "titel"]
    with pytest.raises(OngeldigeInvoer):
        plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG), token="t", ook=dag)
    sessie = held(wijkstore)
    later = [Probleem("Schrijf een dag als 21-11-2026.", "terugkijken_op")]
    nieuw, agreed = (
        NieuwLeerpunt(Niveau.CASUS, "Zo ging het.", samengesteld=True),
        NieuweAfspraak("Bellen.", "gemeente"),
    )
    for refused in (
        lambda: record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN, ook=dag),
        lambda: add_leerpunt(wijkstore, BEGELEIDER, WIJK, sessie, nieuw, token="a", ook=later),
        lambda: add_afspraak(wijkstore, BEGELEIDER, WIJK, sessie, agreed, token="b", ook=later),
    ):
        with pytest.raises(OngeldigeInvoer, match="21-11-2026"):
            refused()
    assert rows(wijkstore, "SELECT id FROM leerpunt UNION ALL SELECT id FROM afspraak") == []


def test_another_day_is_a_step_more(wijkstore: Database) -> None:
    sessie = planned(wijkstore)
    move(wijkstore, BEWONER, WIJK, sessie, date(2026, 12, 2), "Dan kan iedereen.")
    found = bezig(wijkstore)
    assert [it.dag for it in found.stappen] == [DAG, date(2026, 12, 2)]
    assert found.stand is SessieStand.VOORBEREID


def test_only_verhalen_that_may_be_talked_about_here_are_offered_and_taken(wijkstore: Database) -> None:
    (mag,) = tell(wijkstore, "Mag in gesprek")
    anders = (
        *tell(wijkstore, "Alleen leren", gebruik=[Gebruik.LEREN]),
        *tell(wijkstore, "Alleen openbaar", gebruik=[Gebruik.OPENBAAR]),
        *tell(wijkstore, "Elders", wijk=ANDERE_WIJK),
    )
    assert [it.id for it in verhalen_voor_gesprek(wijkstore, BEWONER, WIJK)] == [mag]
    assert [it.verhaal for it in voorstel(wijkstore, BEWONER, WIJK)] == [mag]
    sessie = planned(wijkstore)
    for verhaal in anders:
        with pytest.raises(OngeldigeInvoer, match="mag niet"):
            add_punten(
                wijkstore, OVERAL, WIJK, sessie, [NieuwPunt(AgendaSoort.VERHAAL, verhaal=verhaal)], token=verhaal
            )
    add_punten(wijkstore, BEWONER, WIJK, sessie, [NieuwPunt(AgendaSoort.VERHAAL, verhaal=mag)], token="t")
    assert [it.verhaal for it in bezig(wijkstore).agenda] == [mag]
    assert voorstel(wijkstore, BEWONER, WIJK) == ()


def test_what_lies_on_the_table_is_not_laid_there_twice_and_can_be_taken_off(wijkstore: Database) -> None:
    sessie = planned(wijkstore)
    punt = NieuwPunt(AgendaSoort.INDICATOR, indicator="buren", waarom="Hier praten mensen over.")
    add_punten(wijkstore, BEWONER, WIJK, sessie, [punt], token="een")
    add_punten(wijkstore, BEWONER, WIJK, sessie, [punt, punt], token="twee")
    (found,) = bezig(wijkstore).agenda
    remove_punt(wijkstore, BEWONER, WIJK, sessie, found.id)
    assert bezig(wijkstore).agenda == ()
    assert rows(wijkstore, "SELECT tekst, waarom FROM sessie_agenda") == [(None, None)]
    with pytest.raises(NietGevonden):
        remove_punt(wijkstore, BEWONER, WIJK, sessie, found.id)


def test_a_vraag_lies_on_the_table_once(wijkstore: Database) -> None:
    sessie = planned(wijkstore)
    for number, tekst in enumerate(("Herkent u dit?", " herkent u  DIT? ", "Wie missen we?")):
        punt = NieuwPunt(AgendaSoort.VRAAG, tekst=tekst)
        add_punten(wijkstore, BEWONER, WIJK, sessie, [punt, punt], token=f"{number}")
    assert [it.tekst for it in bezig(wijkstore).agenda] == ["Herkent u dit?", "Wie missen we?"]


@pytest.mark.parametrize(
    "punt",
    [
        NieuwPunt(AgendaSoort.INDICATOR),
        NieuwPunt(AgendaSoort.INDICATOR, indicator="weg"),
        NieuwPunt(AgendaSoort.SCHURING, indicator="buren"),
        NieuwPunt(AgendaSoort.LEERPUNT, leerpunt="weg"),
        NieuwPunt(AgendaSoort.AFSPRAAK, afspraak="weg"),
        NieuwPunt(AgendaSoort.VERHAAL, verhaal="weg"),
        NieuwPunt(AgendaSoort.VRAAG, tekst=" "),
        NieuwPunt(AgendaSoort.VRAAG, tekst="Hoe gaat het met Karin van Dalen?"),
        NieuwPunt(AgendaSoort.VRAAG, tekst="Wat nu?", indicator="buren"),
        NieuwPunt(AgendaSoort.INDICATOR, indicator="buren", tekst="Zomaar een getal: 12."),
    ],
)
def test_what_is_about_nothing_or_about_a_person_is_refused(wijkstore: Database, punt: NieuwPunt) -> None:
    sessie = planned(wijkstore)
    with pytest.raises(OngeldigeInvoer):
        add_punten(wijkstore, BEWONER, WIJK, sessie, [punt], token="t")
    assert bezig(wijkstore).agenda == ()


# Holding and closing


def test_people_are_counts_per_role_and_a_guest_is_a_word(wijkstore: Database) -> None:
    sessie = planned(wijkstore)
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    gasten = (("iemand van de woningcorporatie", 2),)
    record(wijkstore, BEGELEIDER, WIJK, sessie, Verslag(DAG, ((StemRol.BEWONER, 9), (StemRol.RAADSLID, 0)), gasten))
    record(wijkstore, BEGELEIDER, WIJK, sessie, Verslag(DAG, ((StemRol.BEWONER, 9),), (("een student", 1),)))
    found = bezig(wijkstore)
    assert [(it.rol, it.aantal) for it in found.deelnemers] == [(StemRol.BEWONER, 9)]
    assert [(it.wie, it.aantal) for it in found.gasten] == [("een student", 1)]
    assert rows(wijkstore, "SELECT wie FROM sessie_gast WHERE weggehaald_op IS NOT NULL") == [(None,)]
    assert [it.stand for it in found.stappen] == [SessieStand.VOORBEREID, SessieStand.GEHOUDEN]


@pytest.mark.parametrize(
    ("verslag", "velden"),
    [
        (Verslag(None), ["dag", "aantal"]),
        (Verslag(date(2027, 1, 1), ER_WAREN.deelnemers), ["dag"]),
        (Verslag(DAG, ((StemRol.BEWONER, -1),)), ["aantal"]),
        (Verslag(DAG, ER_WAREN.deelnemers, (("Karin van Dalen", 1),)), ["gast 1"]),
        (Verslag(DAG, ER_WAREN.deelnemers, (("een student", 0), ("", 3))), ["gasten"]),
    ],
)
def test_a_verslag_that_cannot_be_is_refused(wijkstore: Database, verslag: Verslag, velden: list[str]) -> None:
    sessie = planned(wijkstore)
    with pytest.raises(OngeldigeInvoer) as caught:
        record(wijkstore, BEGELEIDER, WIJK, sessie, verslag)
    assert problems(caught) == velden
    assert bezig(wijkstore).stand is SessieStand.VOORBEREID


def test_alleen_besproken_nog_open_closes_well_and_what_was_closed_stays_closed(wijkstore: Database) -> None:
    sessie = planned(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="nog niet gehouden"):
        close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    with pytest.raises(OngeldigeInvoer, match="nog geen afspraak"):
        close(wijkstore, BEGELEIDER, WIJK, sessie, SessieUitkomst.AFSPRAKEN)
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    last = beeld(wijkstore).laatste
    assert last is not None
    assert last.uitkomst is OPEN
    for refused in (
        lambda: close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN),
        lambda: record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN),
        lambda: cancel(wijkstore, BEGELEIDER, WIJK, sessie),
        lambda: move(wijkstore, BEGELEIDER, WIJK, sessie, VANDAAG),
        lambda: casus(wijkstore, sessie, None),
        lambda: add_afspraak(wijkstore, BEGELEIDER, WIJK, sessie, NieuweAfspraak("Bellen.", "gemeente"), token="x"),
        lambda: add_punten(
            wijkstore, BEGELEIDER, WIJK, sessie, [NieuwPunt(AgendaSoort.VRAAG, tekst="Nog iets?")], token="y"
        ),
    ):
        with pytest.raises(OngeldigeInvoer, match="afgesloten"):
            refused()


def test_whose_verhaal_was_talked_about_reads_so_with_her_verhaal(wijkstore: Database) -> None:
    besproken, geleerd, gebleven = tell(wijkstore, "Besproken", "Geleerd", "Niet op tafel")
    sessie = planned(wijkstore)
    add_punten(wijkstore, BEWONER, WIJK, sessie, [NieuwPunt(AgendaSoort.VERHAAL, verhaal=besproken)], token="t")
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    casus(wijkstore, sessie, geleerd)
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    told = {
        verhaal: (waar, wat) for verhaal, waar, wat in rows(wijkstore, "SELECT verhaal, waar, wat FROM terugkoppeling")
    }
    assert told == {
        besproken: (
            "Wijkgesprek, november 2026",
            "Dit verhaal is besproken. Op het blad bij het gesprek, de Wijkspiegel, staat hoogstens de titel en de zin"
            " die de verteller koos.",
        ),
        geleerd: ("Wijkgesprek, november 2026", "Dit verhaal is besproken. Er is opgeschreven wat we ervan leerden."),
    }
    assert gebleven not in told
    with wijkstore.reading() as cursor:
        mine = VertellerStore(cursor).verhaal(geleerd, VANDAAG)
    assert mine is not None
    assert "opgeschreven in een wijkgesprek: Iemand kwam niet binnen." in as_text(mine, VANDAAG)


# Three levels (rule 14)


def test_a_casus_is_a_verhaal_or_made_up_and_never_neither_or_both(wijkstore: Database) -> None:
    (verhaal,) = tell(wijkstore, "Een verhaal")
    sessie = held(wijkstore)
    casus(wijkstore, sessie, verhaal)
    casus(wijkstore, sessie, None)
    for bronnen, samengesteld in (((), False), (van(BronSoort.VERHAAL, verhaal), True)):
        nieuw = NieuwLeerpunt(Niveau.CASUS, "Een casus.", bronnen, samengesteld=samengesteld)
        with pytest.raises(OngeldigeInvoer):
            add_leerpunt(wijkstore, BEGELEIDER, WIJK, sessie, nieuw, token=f"{samengesteld}")
    assert len(beeld(wijkstore).leerpunten) == 2


def test_a_casus_is_one_verhaal(wijkstore: Database) -> None:
    een, twee = tell(wijkstore, "Een", "Twee")
    sessie = held(wijkstore)
    nieuw = NieuwLeerpunt(Niveau.CASUS, "Twee keer gebeurd.", van(BronSoort.VERHAAL, een, twee))
    with pytest.raises(OngeldigeInvoer, match="één verhaal"):
        add_leerpunt(wijkstore, BEGELEIDER, WIJK, sessie, nieuw, token="t")


def test_a_casus_of_a_verhaal_that_left_the_gesprek_carries_nothing_any_more(wijkstore: Database) -> None:
    een, twee = tell(wijkstore, "Een", "Twee")
    sessie = held(wijkstore)
    first, second = casus(wijkstore, sessie, een), casus(wijkstore, sessie, twee, "Nog een keer.")
    leave_gesprek(wijkstore, een)
    with pytest.raises(OngeldigeInvoer) as caught:
        patroon(wijkstore, sessie, *van(BronSoort.LEERPUNT, first, second))
    assert set(problems(caught)) == {"bronnen"}
    with pytest.raises(OngeldigeInvoer, match="kennen wij niet"):
        agreed = NieuweAfspraak("Bellen.", "gemeente", leerpunt=first)
        add_afspraak(wijkstore, BEGELEIDER, WIJK, sessie, agreed, token="a")
    with pytest.raises(OngeldigeInvoer, match="kennen wij niet"):
        punt = NieuwPunt(AgendaSoort.LEERPUNT, leerpunt=first)
        add_punten(wijkstore, BEGELEIDER, WIJK, sessie, [punt], token="p")
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    planned(wijkstore, date(2026, 12, 1))
    assert rows(wijkstore, "SELECT leerpunt FROM sessie_agenda WHERE leerpunt IS NOT NULL") == [(second,)]


def leave_gesprek(database: Database, verhaal: str) -> None:
    """Its teller no longer lets it be read in a gesprek."""
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
            " VALUES ('nee-' || $id, $id, 'gesprek', FALSE, 'digitaal', 'verteller', $op)",
            {"id": verhaal, "op": database.now() + timedelta(seconds=1)},
        )


def test_a_patroon_rests_on_two_things_that_happened_or_on_a_figure(wijkstore: Database) -> None:
    een, twee = tell(wijkstore, "Een", "Twee")
    sessie = held(wijkstore)
    first, made_up = casus(wijkstore, sessie, een), casus(wijkstore, sessie, None)
    refused = (
        (),
        van(BronSoort.VERHAAL, een),
        van(BronSoort.LEERPUNT, first),
        # The same thing twice: the casus is that verhaal.
        (*van(BronSoort.VERHAAL, een), *van(BronSoort.LEERPUNT, first)),
        (*van(BronSoort.VERHAAL, een), *van(BronSoort.VERHAAL, een)),
    )
    for number, bronnen in enumerate(refused):
        with pytest.raises(OngeldigeInvoer) as caught:
            patroon(wijkstore, sessie, *bronnen, tekst=f"Te weinig {number}.")
        assert problems(caught) == ["bronnen"]
    for number, bronnen in enumerate(
        (
            van(BronSoort.VERHAAL, een, twee),
            (*van(BronSoort.VERHAAL, twee), *van(BronSoort.LEERPUNT, first)),
            van(BronSoort.LEERPUNT, first, made_up),
            van(BronSoort.INDICATOR, "buren"),
        )
    ):
        patroon(wijkstore, sessie, *bronnen, tekst=f"Genoeg {number}.")


def test_a_bottleneck_rests_on_a_patroon(wijkstore: Database) -> None:
    sessie = held(wijkstore)
    made_up = casus(wijkstore, sessie, None)
    with pytest.raises(OngeldigeInvoer, match="Wat we vaker zien"):
        bottleneck(wijkstore, sessie, made_up)
    pattern = patroon(wijkstore, sessie, *van(BronSoort.INDICATOR, "buren"))
    made = bottleneck(
        wijkstore, sessie, pattern, eigenaar="gemeente", gremium=Gremium.RAAD, terugkijken_op=date(2027, 2, 1)
    )
    found = beeld(wijkstore).leerpunt(made)
    assert found is not None
    assert (found.nu.eigenaar, found.nu.gremium, found.sinds) == ("gemeente", Gremium.RAAD, DAG)


def test_nothing_can_be_learned_from_what_is_not_here(wijkstore: Database) -> None:
    (elders,) = tell(wijkstore, "Elders", wijk=ANDERE_WIJK)
    (leren,) = tell(wijkstore, "Alleen om te leren", gebruik=[Gebruik.LEREN])
    sessie = held(wijkstore)
    for bron in (
        *van(BronSoort.VERHAAL, elders, leren, "weg"),
        *(LeerpuntBron(soort, "weg") for soort in BronSoort),
    ):
        with pytest.raises(OngeldigeInvoer):
            patroon(wijkstore, sessie, *van(BronSoort.INDICATOR, "buren"), bron)
    assert rows(wijkstore, "SELECT * FROM leerpunt") == []


@pytest.mark.parametrize("veld", ["tekst", "vraag", "eigenaar", "geprobeerd", "reden"])
def test_no_person_stands_in_what_was_learned(wijkstore: Database, veld: str) -> None:
    sessie = held(wijkstore)
    words: dict[str, Any] = {veld: "Dit zei Karin van Dalen."}
    own = {name: words.pop(name) for name in ("tekst", "vraag") if name in words}
    nieuw = NieuwLeerpunt(Niveau.CASUS, own.pop("tekst", "Zo ging het."), (), samengesteld=True, **own)
    nieuw = NieuwLeerpunt(nieuw.niveau, nieuw.tekst, (), True, None, nieuw.vraag, NieuweStand(**words))
    with pytest.raises(OngeldigeInvoer) as caught:
        add_leerpunt(wijkstore, BEGELEIDER, WIJK, sessie, nieuw, token="t")
    assert problems(caught) == [veld]
    assert "Karin" not in repr(rows(wijkstore, "SELECT * FROM logboek"))


def test_more_than_one_reading_stands_side_by_side(wijkstore: Database) -> None:
    sessie = held(wijkstore)
    made = casus(wijkstore, sessie, None, "De zaal was leeg.")
    add_lezing(wijkstore, BEGELEIDER, WIJK, made, StemRol.BEWONER, "Niemand wist ervan.", token="een")
    add_lezing(wijkstore, BEGELEIDER, WIJK, made, StemRol.BEWONER, "Niemand wist ervan.", token="een")
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    add_lezing(wijkstore, BEGELEIDER, WIJK, made, StemRol.PROFESSIONAL, "Het regende.", token="twee")
    found = beeld(wijkstore, BEZOEKER).leerpunt(made)
    assert found is not None
    assert [(it.rol, it.tekst) for it in found.lezingen] == [
        (None, "De zaal was leeg."),
        (StemRol.BEWONER, "Niemand wist ervan."),
        (StemRol.PROFESSIONAL, "Het regende."),
    ]
    assert found.tekst == "De zaal was leeg."


def test_how_a_leerpunt_stands_is_a_line_more_and_says_since_when_it_is_whose(wijkstore: Database) -> None:
    sessie = held(wijkstore, date(2026, 6, 1))
    made = casus(wijkstore, sessie, None)
    for number, (dag, eigenaar, stand) in enumerate(
        [
            (date(2026, 7, 1), "welzijnswerk", LeerpuntStand.OPGEPAKT),
            (date(2026, 8, 1), "gemeente", LeerpuntStand.OPEN),
            (date(2026, 9, 1), "gemeente", LeerpuntStand.OPGEPAKT),
        ]
    ):
        nieuw = NieuweStand(stand, eigenaar, geprobeerd="Een brief.", dag=dag)
        set_stand(wijkstore, BEGELEIDER, WIJK, made, nieuw, token=f"{number}")
    found = beeld(wijkstore).leerpunt(made)
    assert found is not None
    assert [it.eigenaar for it in found.regels] == [None, "welzijnswerk", "gemeente", "gemeente"]
    assert found.sinds == date(2026, 8, 1)
    with pytest.raises(OngeldigeInvoer, match="bewust niet"):
        set_stand(wijkstore, BEGELEIDER, WIJK, made, NieuweStand(LeerpuntStand.BEWUST_NIET), token="n")
    with pytest.raises(OngeldigeInvoer, match="eerder"):
        set_stand(wijkstore, BEGELEIDER, WIJK, made, NieuweStand(dag=date(2026, 8, 15)), token="o")
    with pytest.raises(OngeldigeInvoer, match="nog niet geweest"):
        set_stand(wijkstore, BEGELEIDER, WIJK, made, NieuweStand(dag=date(2026, 12, 15)), token="p")


def test_what_is_left_empty_stays_as_it_was(wijkstore: Database) -> None:
    sessie = held(wijkstore)
    made = casus(wijkstore, sessie, None)
    begin = NieuweStand(LeerpuntStand.OPEN, "gemeente", Gremium.RAAD, date(2027, 2, 1))
    set_stand(wijkstore, BEGELEIDER, WIJK, made, begin, token="a")
    set_stand(
        wijkstore, BEGELEIDER, WIJK, made, NieuweStand(LeerpuntStand.OPGEPAKT, geprobeerd="Een brief."), token="b"
    )
    now = beeld(wijkstore).leerpunten[0].nu
    assert (now.eigenaar, now.gremium, now.terugkijken_op) == ("gemeente", Gremium.RAAD, date(2027, 2, 1))
    set_stand(wijkstore, BEGELEIDER, WIJK, made, NieuweStand(LeerpuntStand.OPGELOST), token="c")
    now = beeld(wijkstore).leerpunten[0].nu
    assert (now.eigenaar, now.terugkijken_op) == ("gemeente", None)


def test_an_afspraak_that_was_not_done_says_why(wijkstore: Database) -> None:
    sessie = held(wijkstore)
    made = add_afspraak(
        wijkstore, BEGELEIDER, WIJK, sessie, NieuweAfspraak("Een tolk vragen.", "welzijnswerk"), token="a"
    )
    close(wijkstore, BEGELEIDER, WIJK, sessie, SessieUitkomst.AFSPRAKEN)
    with pytest.raises(OngeldigeInvoer, match="waarom het niet gebeurde"):
        set_afspraak(wijkstore, BEGELEIDER, WIJK, made, AfspraakStand.NIET_GEDAAN, token="b")
    set_afspraak(wijkstore, BEGELEIDER, WIJK, made, AfspraakStand.NIET_GEDAAN, "Er was geen geld.", token="b")
    set_afspraak(wijkstore, BEGELEIDER, WIJK, made, AfspraakStand.OPEN, token="c")
    found = beeld(wijkstore).afspraak(made)
    assert found is not None
    assert [it.stand for it in found.regels] == [AfspraakStand.OPEN, AfspraakStand.NIET_GEDAAN, AfspraakStand.OPEN]


# The next one


def test_the_next_gesprek_opens_with_what_this_one_left_open(wijkstore: Database) -> None:
    first = held(wijkstore, date(2026, 3, 1))
    stays, solved = casus(wijkstore, first, None, "Blijft open."), casus(wijkstore, first, None, "Opgelost.")
    agreed = add_afspraak(wijkstore, BEGELEIDER, WIJK, first, NieuweAfspraak("Bellen.", "gemeente"), token="a")
    close(wijkstore, BEGELEIDER, WIJK, first, OPEN)
    set_stand(wijkstore, BEGELEIDER, WIJK, solved, NieuweStand(LeerpuntStand.OPGELOST), token="b")
    second = planned(wijkstore, date(2026, 6, 1))
    assert {it.leerpunt or it.afspraak for it in bezig(wijkstore).agenda} == {stays, agreed}
    assert {it.waarom for it in bezig(wijkstore).agenda} == {"Dit stond nog open na het vorige gesprek."}
    record(wijkstore, BEGELEIDER, WIJK, second, Verslag(date(2026, 6, 1), ER_WAREN.deelnemers))
    close(wijkstore, BEGELEIDER, WIJK, second, OPEN)
    planned(wijkstore, date(2026, 9, 1))
    assert {it.leerpunt or it.afspraak for it in bezig(wijkstore).agenda} == {stays, agreed}


def test_a_leerpunt_comes_back_when_its_day_to_look_back_came(wijkstore: Database) -> None:
    first = held(wijkstore, date(2026, 1, 10))
    pattern = patroon(wijkstore, first, *van(BronSoort.INDICATOR, "buren"))
    close(wijkstore, BEGELEIDER, WIJK, first, OPEN)
    later = NieuweStand(LeerpuntStand.OPGEPAKT, terugkijken_op=date(2027, 2, 1))
    set_stand(wijkstore, BEGELEIDER, WIJK, pattern, later, token="s")
    second = planned(wijkstore, date(2026, 6, 1))
    (punt,) = bezig(wijkstore).agenda
    remove_punt(wijkstore, BEGELEIDER, WIJK, second, punt.id)
    record(wijkstore, BEGELEIDER, WIJK, second, Verslag(date(2026, 6, 1), ER_WAREN.deelnemers))
    close(wijkstore, BEGELEIDER, WIJK, second, OPEN)
    third = planned(wijkstore, date(2027, 1, 1))
    assert bezig(wijkstore).agenda == ()
    cancel(wijkstore, BEGELEIDER, WIJK, third)
    planned(wijkstore, date(2027, 2, 1))
    assert [it.leerpunt for it in bezig(wijkstore).agenda] == [pattern]
    assert [it.waarom for it in bezig(wijkstore).agenda] == ["De dag om terug te kijken is er: 1 februari 2027."]


# Who reads what


def test_a_gesprek_is_read_by_everybody_once_it_was_closed(wijkstore: Database) -> None:
    sessie = held(wijkstore)
    casus(wijkstore, sessie, None)
    assert beeld(wijkstore, BEZOEKER).sessies == ()
    assert beeld(wijkstore, BEZOEKER).leerpunten == ()
    assert len(beeld(wijkstore, BEWONER).leerpunten) == 1
    assert len(leerbeeld(wijkstore, lezer(wijkstore, BEWONER, WIJK), WIJK).leerpunten) == 1
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    assert len(beeld(wijkstore, BEZOEKER).leerpunten) == 1


def test_a_casus_of_a_verhaal_that_is_not_public_is_only_for_who_reads_it_there(wijkstore: Database) -> None:
    een, twee = tell(wijkstore, "Een", "Twee")
    sessie = planned(wijkstore)
    punten = [NieuwPunt(AgendaSoort.VERHAAL, verhaal=een), NieuwPunt(AgendaSoort.SCHURING, "buren", twee)]
    add_punten(wijkstore, BEWONER, WIJK, sessie, punten, token="t")
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    hidden = casus(wijkstore, sessie, een)
    shown = patroon(wijkstore, sessie, *van(BronSoort.VERHAAL, twee), *van(BronSoort.LEERPUNT, hidden))
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    outside, inside = beeld(wijkstore, BEZOEKER), beeld(wijkstore, BEWONER)
    assert [it.id for it in outside.leerpunten] == [shown]
    assert {it.id for it in inside.leerpunten} == {hidden, shown}
    assert outside.sessies[0].agenda == ()
    assert outside.verhalen == {}
    # In a wijk where verhalen do not stand, nobody outside is told how many there are.
    assert (outside.verborgen, outside.bronnen_weg) == ({}, {})
    assert inside.verborgen == {sessie: 0}


def test_where_verhalen_stand_everybody_is_told_how_many_cannot_be_read(voorbeeld_open: Database) -> None:
    begeleider = Gebruiker("b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, WIJK),))
    verhalen = verhalen_voor_gesprek(voorbeeld_open, begeleider, WIJK)
    verborgen = next(it for it in verhalen if not it.openbaar)
    openbaar = next(it for it in verhalen if it.openbaar)
    before = {it.id for it in leerbeeld(voorbeeld_open, BEZOEKER, WIJK).sessies}
    sessie = plan(voorbeeld_open, begeleider, WIJK, NieuweSessie(DAG), token="t")
    punten = [NieuwPunt(AgendaSoort.VERHAAL, verhaal=it.id) for it in (verborgen, openbaar)]
    add_punten(voorbeeld_open, begeleider, WIJK, sessie, punten, token="p")
    record(voorbeeld_open, begeleider, WIJK, sessie, ER_WAREN)
    close(voorbeeld_open, begeleider, WIJK, sessie, OPEN)
    outside = leerbeeld(voorbeeld_open, BEZOEKER, WIJK)
    (found,) = [it for it in outside.sessies if it.id not in before]
    assert [it.verhaal for it in found.agenda if it.verhaal] == [openbaar.id]
    assert outside.verborgen[sessie] == 1
    assert verborgen.id not in repr(outside)


@pytest.fixture
def voorbeeld_open(database: Database) -> Database:
    """The example in a store of this test's own."""
    load_voorbeeld(database, door="test")
    return database


def test_what_was_taken_back_vanishes_everywhere_and_leaves_how_many(wijkstore: Database) -> None:
    weg, blijft = tell(wijkstore, "Teruggenomen", "Blijft")
    sessie = planned(wijkstore)
    punten = [
        NieuwPunt(AgendaSoort.VERHAAL, verhaal=weg),
        NieuwPunt(AgendaSoort.SCHURING, "buren", weg),
        NieuwPunt(AgendaSoort.VERHAAL, verhaal=blijft),
    ]
    add_punten(wijkstore, BEWONER, WIJK, sessie, punten, token="t")
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    gone, stays = casus(wijkstore, sessie, weg), casus(wijkstore, sessie, blijft)
    pattern = patroon(wijkstore, sessie, *van(BronSoort.LEERPUNT, gone, stays))
    withdraw_verhaal(wijkstore, weg, "test")
    for closed in (False, True):
        if closed:
            close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
        found = beeld(wijkstore)
        assert {it.id for it in found.leerpunten} == {stays, pattern}
        assert weg not in repr((found.sessies, found.verhalen))
        assert found.verborgen == {sessie: 1}
        assert found.bronnen_weg[pattern] == 1
        assert weg not in {it.verhaal for it in voorstel(wijkstore, BEWONER, WIJK)}
    assert rows(wijkstore, "SELECT verhaal FROM terugkoppeling") == [(blijft,)]
    # A casus tells the verhaal once more: its words are gone too.
    assert rows(wijkstore, "SELECT tekst FROM leerpunt_lezing WHERE leerpunt = ?", [gone]) == [(None,)]
    assert rows(wijkstore, "SELECT count(tekst) FROM leerpunt_lezing WHERE leerpunt = ?", [stays]) == [(1,)]
    planned(wijkstore, date(2027, 2, 1))
    assert gone not in {it.leerpunt for it in bezig(wijkstore).agenda}
    assert check_store_quiet(wijkstore) == []


def test_a_casus_of_a_verhaal_that_was_kept_long_enough_loses_its_words(wijkstore: Database) -> None:
    weg, blijft = tell(wijkstore, "Verlopen", "Blijft")
    sessie = planned(wijkstore)
    punten = [NieuwPunt(AgendaSoort.VERHAAL, verhaal=it, waarom="Hierom.") for it in (weg, blijft)]
    add_punten(wijkstore, BEWONER, WIJK, sessie, punten, token="t")
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    gone, stays = casus(wijkstore, sessie, weg), casus(wijkstore, sessie, blijft)
    with wijkstore.writing() as cursor:
        BewaartermijnStore(cursor).empty([weg], wijkstore.now())
    left = "SELECT leerpunt FROM leerpunt_lezing WHERE tekst IS NOT NULL"
    assert rows(wijkstore, left) == [(stays,)]
    assert rows(wijkstore, "SELECT verhaal FROM sessie_agenda WHERE waarom IS NOT NULL") == [(blijft,)]
    assert gone not in {it.id for it in beeld(wijkstore).leerpunten}
    assert beeld(wijkstore).verborgen == {sessie: 1}


def check_store_quiet(database: Database) -> list[str]:
    """What `check` says, but that the gebieden of this store have no names and that it was not indexed."""
    return [it for it in check_store(database) if "geen naam" not in it and "Zoeken" not in it]


# Words that go


def test_words_that_were_taken_away_are_gone_and_stay_away(tmp_path: Any) -> None:
    database = open_for_writing(str(tmp_path / "m.duckdb"), clock=lambda: datetime(2026, 11, 20, 9, 30))
    load_voorbeeld(database, door="test")
    begeleider = Gebruiker("b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, WIJK),))
    sessie = plan(database, begeleider, WIJK, NieuweSessie(DAG), token="t")
    record(database, begeleider, WIJK, sessie, ER_WAREN)
    points = [casus_of(database, begeleider, sessie, f"Leesbaar {number}.") for number in range(2)]
    add_lezing(database, begeleider, WIJK, points[0], StemRol.BEWONER, "Leesbaar anders.", token="l")
    agreed = add_afspraak(database, begeleider, WIJK, sessie, NieuweAfspraak("Leesbaar.", "gemeente"), token="a")
    add_punten(database, begeleider, WIJK, sessie, [NieuwPunt(AgendaSoort.VRAAG, tekst="Leesbaar?")], token="p")
    (punt,) = [it.id for it in leerbeeld(database, begeleider, WIJK).bezig.agenda if it.tekst == "Leesbaar?"]  # type: ignore[union-attr]
    backup(database, CLI, tmp_path / "b.duckdb")
    remove_leerpunt(database, begeleider, WIJK, points[0])
    found = leerbeeld(database, begeleider, WIJK).leerpunt(points[1])
    assert found is not None
    remove_lezing(database, begeleider, WIJK, points[1], found.lezingen[0].id)
    remove_afspraak(database, begeleider, WIJK, agreed)
    remove_punt(database, begeleider, WIJK, sessie, punt)
    for refused in (
        lambda: remove_leerpunt(database, begeleider, WIJK, points[0]),
        lambda: remove_afspraak(database, begeleider, WIJK, agreed),
    ):
        with pytest.raises(NietGevonden):
            refused()
    assert readable(database) == []
    assert {*points, agreed, punt} <= set(remembered(database.path))
    kopie = restore(database, CLI, tmp_path / "b.duckdb", force=True)
    assert kopie.weggehaald >= 6
    assert readable(database) == []
    assert maintain(database, CLI).niet_bereikt == ()
    database.close()


def casus_of(database: Database, begeleider: Gebruiker, sessie: str, tekst: str) -> str:
    nieuw = NieuwLeerpunt(Niveau.CASUS, tekst, (), samengesteld=True, vraag="Leesbaar?")
    return add_leerpunt(database, begeleider, WIJK, sessie, nieuw, token=tekst)


def readable(database: Database) -> list[tuple[Any, ...]]:
    """Where the words of this test can still be read."""
    return rows(
        database,
        """
        SELECT tekst FROM leerpunt_lezing WHERE tekst LIKE '%Leesbaar%'
        UNION ALL SELECT vraag FROM leerpunt WHERE vraag LIKE '%Leesbaar%'
        UNION ALL SELECT tekst FROM afspraak WHERE tekst LIKE '%Leesbaar%'
        UNION ALL SELECT tekst FROM sessie_agenda WHERE tekst LIKE '%Leesbaar%'
        """,
    )


def test_removing_the_example_takes_its_wijkgesprekken_along(voorbeeld_open: Database) -> None:
    begeleider = Gebruiker("b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, WIJK),))
    (verhaal, *_) = verhalen_voor_gesprek(voorbeeld_open, begeleider, WIJK)
    sessie = plan(voorbeeld_open, begeleider, WIJK, NieuweSessie(DAG), token="t")
    punten = [NieuwPunt(AgendaSoort.VERHAAL, verhaal=verhaal.id)]
    add_punten(voorbeeld_open, begeleider, WIJK, sessie, punten, token="p")
    record(voorbeeld_open, begeleider, WIJK, sessie, Verslag(DAG, ER_WAREN.deelnemers, (("een student", 1),)))
    nieuw = NieuwLeerpunt(Niveau.CASUS, "Een casus.", van(BronSoort.VERHAAL, verhaal.id))
    first = add_leerpunt(voorbeeld_open, begeleider, WIJK, sessie, nieuw, token="c")
    made = NieuwLeerpunt(
        Niveau.PATROON, "Vaker.", (*van(BronSoort.LEERPUNT, first), *van(BronSoort.INDICATOR, "vm-buren-oppassen"))
    )
    pattern = add_leerpunt(voorbeeld_open, begeleider, WIJK, sessie, made, token="d")
    agreed = NieuweAfspraak("Bellen.", "gemeente", leerpunt=pattern)
    add_afspraak(voorbeeld_open, begeleider, WIJK, sessie, agreed, token="e")
    remove_voorbeeld(voorbeeld_open, door="test")
    for table in ("sessie", "sessie_stap", "sessie_agenda", "leerpunt", "leerpunt_bron", "afspraak", "afspraak_stand"):
        assert rows(voorbeeld_open, f"SELECT * FROM {table}") == [], table  # noqa: S608


@pytest.mark.parametrize(
    ("sql", "zin"),
    [
        ("UPDATE leerpunt SET samengesteld = FALSE WHERE niveau = 'casus'", "casus zonder verhaal"),
        ("DELETE FROM leerpunt_bron WHERE indicator IS NOT NULL", "niet uit twee verhalen of een cijfer"),
        ("DELETE FROM leerpunt_bron WHERE bron_leerpunt IS NOT NULL", "niet uit iets wat vaker voorkomt"),
        ("DELETE FROM leerpunt_stand", "hoe het ermee staat"),
        ("DELETE FROM afspraak_stand; DELETE FROM sessie_agenda", None),
        (
            "INSERT INTO sessie_stap SELECT 'x', sessie, 9, 'gehouden', dag, NULL, NULL, door, op, NULL"
            " FROM sessie_stap WHERE stand = 'gesloten'",
            "ging daarna toch verder",
        ),
        (
            "UPDATE sessie_stap SET uitkomst = 'afspraken' WHERE stand = 'gesloten'",
            "sloot met afspraken",
        ),
    ],
)
def test_what_breaks_a_rule_of_rows_is_told(wijkstore: Database, sql: str, zin: str | None) -> None:
    sessie = held(wijkstore)
    casus(wijkstore, sessie, None)
    pattern = patroon(wijkstore, sessie, *van(BronSoort.INDICATOR, "buren"))
    bottleneck(wijkstore, sessie, pattern)
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    assert check_store_quiet(wijkstore) == []
    with wijkstore.writing() as cursor:
        for statement in sql.split(";"):
            cursor.execute(statement)
    told = " ".join(check_store_quiet(wijkstore))
    assert (zin in told) if zin else told == ""


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE leerpunt SET samengesteld = TRUE WHERE niveau = 'patroon'",
        "UPDATE leerpunt SET niveau = 'gerucht'",
        "INSERT INTO leerpunt_bron (id, leerpunt, bron_leerpunt) SELECT 'x', id, 'weg' FROM leerpunt LIMIT 1",
        "INSERT INTO leerpunt_bron (id, leerpunt, verhaal) SELECT 'x', id, 'weg' FROM leerpunt LIMIT 1",
        "UPDATE leerpunt_lezing SET tekst = ''",
        "UPDATE leerpunt_lezing SET tekst = NULL",
        "UPDATE leerpunt_stand SET stand = 'moet'",
        "UPDATE sessie_stap SET uitkomst = NULL WHERE stand = 'gesloten'",
        "UPDATE sessie_stap SET uitkomst = 'moet_nog' WHERE stand = 'gesloten'",
        "UPDATE sessie_stap SET uitkomst = 'afspraken' WHERE stand = 'gehouden'",
        "UPDATE sessie_deelnemer SET aantal = 0",
        "DELETE FROM leerpunt",
        "DELETE FROM verhaal WHERE id IN (SELECT verhaal FROM leerpunt_bron)",
    ],
)
def test_the_store_itself_refuses_what_breaks_a_rule_of_one_row(wijkstore: Database, sql: str) -> None:
    (verhaal,) = tell(wijkstore, "Een verhaal")
    sessie = held(wijkstore)
    casus(wijkstore, sessie, verhaal)
    bottleneck(wijkstore, sessie, patroon(wijkstore, sessie, *van(BronSoort.INDICATOR, "buren")))
    close(wijkstore, BEGELEIDER, WIJK, sessie, OPEN)
    with pytest.raises(OpslagFout), wijkstore.writing() as cursor:
        cursor.execute(sql)
    assert check_store_quiet(wijkstore) == []


# Anything, in any order

CODES = ("buren", "licht")
GELEERD = st.tuples(
    st.sampled_from(Niveau),
    st.sets(st.integers(0, 2), max_size=2),
    st.sets(st.integers(0, 3), max_size=2),
    st.booleans(),
    st.booleans(),
)
"""Something to learn: on which level, from which verhalen and newest leerpunten, a figure, and made up or not."""


class Wijkgesprek(RuleBasedStateMachine):
    """A wijk team that does anything in any order; what may not is refused, and the rules hold all the while."""

    @initialize()
    def begin(self) -> None:
        self.today = VANDAAG
        self.database = Database(clock=lambda: datetime.combine(self.today, datetime.min.time()) + timedelta(hours=12))
        migrate(self.database)
        with self.database.writing() as cursor:
            ensure_themas(cursor)
            cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk')", [WIJK])
        ensure_bron(self.database, "eigen", "Eigen cijfers", "Bewoners", "", door="test")
        add_indicatoren(self.database, [make_indicator(code=code) for code in CODES], door="test")
        self.verhalen = list(tell(self.database, "Een", "Twee", "Drie"))
        self.gone: set[str] = set()
        self.past: set[tuple[Any, ...]] = set()
        self.number = 0
        self.play_a_quarter()

    def teardown(self) -> None:
        if hasattr(self, "database"):
            assert check_store_quiet(self.database) == []
            self.database.close()

    def attempt(self, action: Any, *given: Any, **named: Any) -> bool:
        self.number += 1
        if "token" in named:
            named["token"] = f"{named['token']}-{self.number}"
        try:
            action(self.database, BEGELEIDER, WIJK, *given, **named)
        except MonitorError:
            return False
        return True

    def pick(self, place: int, things: Sequence[str]) -> str:
        return things[place % len(things)] if things else "geen"

    def ids(self, table: str) -> list[str]:
        return [id_ for (id_,) in rows(self.database, f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608

    @rule(days=st.integers(-30, 60))
    def prepare(self, days: int) -> None:
        self.attempt(plan, NieuweSessie(self.today + timedelta(days=days)), token="plan")

    @rule(place=st.integers(0, 9), soort=st.sampled_from(AgendaSoort), other=st.integers(0, 9))
    def lay(self, place: int, soort: AgendaSoort, other: int) -> None:
        refs = {
            "indicator": self.pick(other, CODES) if soort in (AgendaSoort.INDICATOR, AgendaSoort.SCHURING) else None,
            "verhaal": self.pick(other, self.verhalen)
            if soort in (AgendaSoort.VERHAAL, AgendaSoort.SCHURING)
            else None,
            "leerpunt": self.pick(other, self.ids("leerpunt")) if soort is AgendaSoort.LEERPUNT else None,
            "afspraak": self.pick(other, self.ids("afspraak")) if soort is AgendaSoort.AFSPRAAK else None,
        }
        tekst = "En nu?" if soort is AgendaSoort.VRAAG else ""
        punt = NieuwPunt(soort, **refs, tekst=tekst)
        self.attempt(add_punten, self.pick(place, self.ids("sessie")), [punt], token="lay")

    @rule(place=st.integers(0, 9), bewoners=st.integers(-1, 9))
    def hold(self, place: int, bewoners: int) -> None:
        verslag = Verslag(self.today, ((StemRol.BEWONER, bewoners),))
        self.attempt(record, self.pick(place, self.ids("sessie")), verslag)

    @rule(place=st.integers(0, 9), uitkomst=st.sampled_from(SessieUitkomst))
    def end(self, place: int, uitkomst: SessieUitkomst) -> None:
        sessie = self.pick(place, self.ids("sessie"))
        found = next((it for it in leerbeeld(self.database, BEGELEIDER, WIJK).sessies if it.id == sessie), None)
        done = self.attempt(close, sessie, uitkomst)
        if found is not None and found.stand is SessieStand.GEHOUDEN and uitkomst is OPEN:
            assert done, "a gesprek can always be left open"

    @rule(place=st.integers(0, 9))
    def call_off(self, place: int) -> None:
        self.attempt(cancel, self.pick(place, self.ids("sessie")))

    @rule(place=st.integers(0, 9), points=st.lists(GELEERD, min_size=1, max_size=5))
    def learn(self, place: int, points: list[tuple[Niveau, set[int], set[int], bool, bool]]) -> None:
        for niveau, verhalen, under, cijfer, samengesteld in points:
            bronnen = van(BronSoort.VERHAAL, *(self.verhalen[it] for it in verhalen))
            # The newest first, so that what was just learned carries something too.
            known = list(reversed(self.ids_in_order()))
            bronnen += van(BronSoort.LEERPUNT, *(self.pick(it, known) for it in under)) if known else ()
            bronnen += van(BronSoort.INDICATOR, "buren") if cijfer else ()
            found = leerbeeld(self.database, BEGELEIDER, WIJK)
            # Mostly in the gesprek of now: elsewhere it is refused whatever it rests on.
            sessie = found.bezig.id if found.bezig and place else self.pick(place, self.ids("sessie"))
            nieuw = NieuwLeerpunt(niveau, "Dit leerden we.", bronnen, samengesteld=samengesteld)
            if self.attempt(add_leerpunt, sessie, nieuw, token="learn"):
                readable = {it.id for it in found.leerpunten} | (set(self.verhalen) - self.gone)
                used = {it.ref for it in bronnen if it.soort is not BronSoort.INDICATOR}
                assert used <= readable, "it rests on what nobody may read"

    def ids_in_order(self) -> list[str]:
        return [id_ for (id_,) in rows(self.database, "SELECT id FROM leerpunt ORDER BY rowid")]

    @rule(place=st.integers(0, 9), rol=st.sampled_from(StemRol))
    def read_it_in_another_way(self, place: int, rol: StemRol) -> None:
        self.attempt(add_lezing, self.pick(place, self.ids("leerpunt")), rol, "Wij lezen het zo.", token="lezing")

    @rule(place=st.integers(0, 9), stand=st.sampled_from(LeerpuntStand), reden=st.sampled_from(["", "Geen geld."]))
    def say_how_it_stands(self, place: int, stand: LeerpuntStand, reden: str) -> None:
        nieuw = NieuweStand(stand, reden=reden)
        self.attempt(set_stand, self.pick(place, self.ids("leerpunt")), nieuw, token="stand")

    @rule(place=st.integers(0, 9), with_point=st.booleans())
    def agree(self, place: int, with_point: bool) -> None:
        leerpunt = self.pick(place, self.ids("leerpunt")) if with_point else None
        nieuw = NieuweAfspraak("Wij bellen.", "gemeente", leerpunt=leerpunt)
        self.attempt(add_afspraak, self.pick(place, self.ids("sessie")), nieuw, token="agree")

    @rule(
        place=st.integers(0, 9), stand=st.sampled_from(AfspraakStand), uitkomst=st.sampled_from(["", "Het lukte niet."])
    )
    def say_what_came(self, place: int, stand: AfspraakStand, uitkomst: str) -> None:
        self.attempt(set_afspraak, self.pick(place, self.ids("afspraak")), stand, uitkomst, token="came")

    @rule(place=st.integers(0, 9))
    def take_words_away(self, place: int) -> None:
        self.attempt(remove_leerpunt, self.pick(place, self.ids("leerpunt")))

    @rule(place=st.integers(0, 9), other=st.integers(0, 3))
    def take_one_reading_away(self, place: int, other: int) -> None:
        found = leerbeeld(self.database, BEGELEIDER, WIJK).leerpunten
        if found:
            point = found[place % len(found)]
            self.attempt(remove_lezing, point.id, self.pick(other, [it.id for it in point.lezingen]))

    @rule(place=st.integers(0, 9))
    def take_an_afspraak_away(self, place: int) -> None:
        self.attempt(remove_afspraak, self.pick(place, self.ids("afspraak")))

    @rule(days=st.integers(1, 90))
    def time_goes_on(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule()
    def play_a_quarter(self) -> None:
        """So that what comes late in a gesprek is reached too."""
        self.attempt(
            cancel, self.pick(0, [it.id for it in leerbeeld(self.database, BEGELEIDER, WIJK).sessies if it.bezig])
        )
        self.prepare(0)
        sessie = leerbeeld(self.database, BEGELEIDER, WIJK).bezig
        if sessie is None:
            return
        self.attempt(record, sessie.id, Verslag(self.today, ((StemRol.BEWONER, 4),)))
        self.attempt(
            add_leerpunt, sessie.id, NieuwLeerpunt(Niveau.CASUS, "Zo ging het.", (), samengesteld=True), token="q"
        )
        seen = NieuwLeerpunt(Niveau.PATROON, "Vaker.", van(BronSoort.INDICATOR, "buren"))
        self.attempt(add_leerpunt, sessie.id, seen, token="q")

    @rule(place=st.integers(0, 2), whole=st.booleans())
    def take_back(self, place: int, whole: bool) -> None:
        """A teller takes her verhaal back, or only no longer lets it be read in a gesprek."""
        verhaal = self.verhalen[place]
        if verhaal in self.gone:
            return
        self.gone.add(verhaal)
        if whole:
            withdraw_verhaal(self.database, verhaal, "test")
        else:
            leave_gesprek(self.database, verhaal)

    @invariant()
    def the_rules_hold(self) -> None:
        if not hasattr(self, "database"):
            return
        found = leerbeeld(self.database, BEGELEIDER, WIJK)
        assert sum(it.bezig for it in found.sessies) <= 1
        with self.database.reading() as cursor:
            every = {it.id: it for it in SessieStore(cursor).leerpunten(WIJK)}
        for it in every.values():
            under = [every[ref] for ref in it.refs(BronSoort.LEERPUNT)]
            verhalen = it.refs(BronSoort.VERHAAL)
            if it.niveau is Niveau.CASUS:
                assert len(verhalen) == (0 if it.samengesteld else 1)
            if it.niveau is Niveau.PATROON:
                casussen = [casus for casus in under if casus.niveau is Niveau.CASUS]
                assert len(gebeurd(verhalen, casussen)) >= 2 or it.refs(BronSoort.INDICATOR)
            if it.niveau is Niveau.BOTTLENECK:
                assert any(patroon.niveau is Niveau.PATROON for patroon in under)
            assert it.regels
            if it.stand is LeerpuntStand.BEWUST_NIET:
                assert it.nu.reden or it.tekst is None
        outside = leerbeeld(self.database, BEZOEKER, WIJK)
        assert all(it.stand is SessieStand.GESLOTEN for it in outside.sessies)
        assert outside.verhalen == {}
        assert not self.gone & set(found.verhalen)
        for it in found.leerpunten:
            assert it.niveau is not Niveau.CASUS or not self.gone & set(it.refs(BronSoort.VERHAAL))

    @invariant()
    def nothing_that_was_decided_is_forgotten(self) -> None:
        if not hasattr(self, "database"):
            return
        now = set(rows(self.database, "SELECT id, sessie, nummer, stand, dag, uitkomst FROM sessie_stap"))
        now |= set(rows(self.database, "SELECT id, leerpunt, nummer, stand, dag, op FROM leerpunt_stand"))
        now |= set(rows(self.database, "SELECT id, afspraak, nummer, stand, dag, op FROM afspraak_stand"))
        now |= set(
            rows(self.database, "SELECT id, leerpunt, verhaal, indicator, bron_leerpunt, NULL FROM leerpunt_bron")
        )
        assert self.past <= now
        self.past = now


TestWijkgesprek = Wijkgesprek.TestCase
TestWijkgesprek.settings = settings(
    max_examples=6, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
