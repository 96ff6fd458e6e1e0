"""Reading verhalen: who shares what was read, whom nobody heard yet, and the file of what a role may read."""

import csv
from datetime import date
from pathlib import Path

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import INWONERS
from monitor.domain.leren import SessieUitkomst
from monitor.domain.verhaal import Besluit, Gebruik, Gevoel, Leeftijdsgroep, Perspectief
from monitor.domain.zoekvraag import Zoekvraag
from monitor.errors import OngeldigeInvoer
from monitor.services import lezen
from monitor.services.indicatoren import add_indicatoren
from monitor.services.leesrondes import close as close_ronde
from monitor.services.lezen import blad, gevonden, lezer, ongehoord, verhaal
from monitor.services.nalezen import NieuweBeoordeling, add_beoordelingen
from monitor.services.terugkoppelen import NieuweTerugkoppeling, koppel_terug
from monitor.services.uitvoer_verhalen import export_verhalen
from monitor.services.verhalen import NieuwVerhaal, add_verhalen
from monitor.services.wijkgesprek import close
from monitor.services.zoekindex import rebuild
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_indicator, make_verhaal
from tests.services.test_leesrondes import begin, lay, pick
from tests.services.test_nalezen import published
from tests.services.test_wijkgesprek import BEGELEIDER, casus, held, tell

GEMEENTE = "GM9901"


def somebody(*toewijzingen: Roltoewijzing) -> Gebruiker:
    return Gebruiker("proef:iemand", "iemand", Aanmelding.PROEF, toewijzingen)


def publish(database: Database, *nieuwe: NieuwVerhaal) -> tuple[str, ...]:
    """Verhalen that were reviewed, so that they can be read as their tellers allow."""
    ids = add_verhalen(database, CLI, nieuwe).ids
    add_beoordelingen(database, [NieuweBeoordeling(it, Besluit.AKKOORD, "Nalezer twee") for it in ids])
    rebuild(database)
    return ids


@pytest.fixture
def gelezen(wijkstore: Database) -> Database:
    """Six public verhalen in a wijk of 5,000 people, beside another of that size."""
    add_indicatoren(wijkstore, [make_indicator(code=INWONERS, eenheid="aantal")], door="test")
    with wijkstore.writing() as cursor:
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
            " VALUES ('i', 'eigen', 'x.csv', 'x', TIMESTAMP '2026-01-01', 'proef', 'gemeente')"
        )
        for code in (WIJK, ANDERE_WIJK):
            cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2020-01-01', NULL)", [code, GEMEENTE])
            cursor.execute(
                "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, inlezing)"
                " VALUES (?, ?, '2024', DATE '2024-01-01', 5000, 'definitief', 'i')",
                [code, INWONERS],
            )
    publish(wijkstore, *(make_verhaal(titel=f"Verhaal {number}", gevoel=Gevoel.MOEILIJK) for number in range(6)))
    return wijkstore


# Who reads


def test_people_who_may_see_the_same_share_what_was_read(wijkstore: Database) -> None:
    bewoner = somebody(Roltoewijzing(GebruikerRol.BEWONER, WIJK))
    werker = somebody(Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK), Roltoewijzing(GebruikerRol.NALEZER))
    assert lezer(wijkstore, bewoner, WIJK) == lezer(wijkstore, werker, WIJK)
    assert lezer(wijkstore, bewoner, WIJK).leest_intern(WIJK)
    assert lezer(wijkstore, bewoner) == lezer(wijkstore, werker)


def test_who_reads_intern_elsewhere_reads_here_as_a_bezoeker(wijkstore: Database) -> None:
    assert lezer(wijkstore, somebody(Roltoewijzing(GebruikerRol.BEWONER, ANDERE_WIJK)), WIJK) == BEZOEKER
    assert lezer(wijkstore, somebody(Roltoewijzing(GebruikerRol.BEHEERDER)), WIJK) == BEZOEKER


def test_a_reader_is_told_by_which_use_she_may_read_and_a_bezoeker_no_more_than_that_it_is_public(
    gelezen: Database,
) -> None:
    (both,) = publish(gelezen, make_verhaal(titel="Beide", gebruik=(Gebruik.LEREN, Gebruik.OPENBAAR)))
    bewoner = somebody(Roltoewijzing(GebruikerRol.BEWONER, WIJK))
    assert verhaal(gelezen, bewoner, both).verhaal.gebruiken == (Gebruik.LEREN, Gebruik.OPENBAAR)
    assert verhaal(gelezen, BEZOEKER, both).verhaal.gebruiken == (Gebruik.OPENBAAR,)


def test_the_citaat_belongs_to_the_version_that_is_read(gelezen: Database) -> None:
    (id_,) = publish(gelezen, make_verhaal(titel="Met citaat"))
    with gelezen.writing() as cursor:
        cursor.execute(
            "INSERT INTO citaat (id, verhaal, tekst, akkoord_op, gemaakt_op, versie)"
            " VALUES ('later', ?, 'Nog niet gelezen.', DATE '2026-01-01', TIMESTAMP '2026-01-01', 2)",
            [id_],
        )
    assert verhaal(gelezen, BEZOEKER, id_).verhaal.citaat == "Nu zit er altijd iemand."


# Whom nobody heard


def test_of_few_verhalen_nothing_is_said_of_groups(wijkstore: Database) -> None:
    publish(wijkstore, make_verhaal())
    found = ongehoord(wijkstore, WIJK)
    assert (found.genoeg, found.perspectieven, found.leeftijden) == (False, (), None)


def test_a_wijk_with_few_verhalen_counts_among_those_with_none(gelezen: Database) -> None:
    publish(gelezen, *(make_verhaal(gebied=ANDERE_WIJK) for _ in range(4)))
    assert ongehoord(gelezen, GEMEENTE).gebieden == {WIJK}


def test_perspectieven_and_wijken_without_any_public_verhaal_are_named(gelezen: Database) -> None:
    found = ongehoord(gelezen, GEMEENTE)
    assert found.genoeg
    assert Perspectief.BEWONER not in found.perspectieven
    assert Perspectief.MANTELZORGER in found.perspectieven
    assert found.gebieden == {WIJK}
    assert found.leeftijden is None


def test_age_groups_are_named_only_when_enough_tellers_gave_theirs(gelezen: Database) -> None:
    publish(gelezen, *(make_verhaal(leeftijdsgroep=Leeftijdsgroep.VANAF_80) for _ in range(7)))
    assert ongehoord(gelezen, WIJK).leeftijden == "mensen onder de 25 en mensen van 25 tot 65"


def test_what_is_not_public_does_not_count_as_heard(gelezen: Database) -> None:
    publish(
        gelezen, make_verhaal(gebruik=(Gebruik.LEREN,), perspectieven=(Perspectief.MANTELZORGER,), gebied=ANDERE_WIJK)
    )
    found = ongehoord(gelezen, GEMEENTE)
    assert Perspectief.MANTELZORGER in found.perspectieven
    assert found.gebieden == {WIJK}


def test_a_page_counts_all_that_fit_and_shows_its_own(gelezen: Database) -> None:
    page = blad(gelezen, BEZOEKER, Zoekvraag(limiet=4, vanaf=4))
    assert (len(page.verhalen), page.totaal, page.anders) == (2, 6, 0)


# Words between quotes


@pytest.fixture
def tram(gelezen: Database) -> Database:
    """Six verhalen with the tram in them, of which two say "de tram"."""
    told = (
        ("Te laat", "Ik wacht op de tram en hij komt niet."),
        ("De Tram!", "Hij rijdt weer."),
        ("Lijn 2", "De nieuwe tram is stil."),
        ("Thuis", "Zo laat de nacht. Tram of bus, ik blijf hier."),
        ("Oud", "Wat deed tram twee ertoe."),
        ("Over de", "Tram."),
    )
    nieuwe = (make_verhaal(titel=titel, tekst=tekst, citaat=None, waarom=None, wens=None) for titel, tekst in told)
    publish(gelezen, *nieuwe)
    return gelezen


def titels(database: Database, woorden: str, **changes: int) -> list[str]:
    return [it.titel for it in gevonden(database, BEZOEKER, Zoekvraag(woorden, **changes))[1]]


@pytest.mark.parametrize("woorden", ['"de tram"', "“de tram”", "„DE TRAM”", '"dé  tràm"', 'wacht "de tram"'])
def test_words_between_quotes_stand_next_to_each_other(tram: Database, woorden: str) -> None:
    assert len(titels(tram, "de tram")) == 6
    assert set(titels(tram, woorden)) == {"Te laat", "De Tram!"}


def test_one_word_between_quotes_is_that_word_and_no_other_form(tram: Database) -> None:
    publish(tram, make_verhaal(titel="Trams", tekst="Er zijn te veel trams.", citaat=None))
    assert "Trams" in titels(tram, "tram")
    assert "Trams" not in titels(tram, '"tram"')


@pytest.mark.parametrize("woorden", ['de tram"', '"', '""', '-"de tram"', '" " de tram'])
def test_quotes_around_nothing_or_never_closed_change_nothing(tram: Database, woorden: str) -> None:
    assert len(titels(tram, f"tram {woorden}")) == 6


def test_pages_and_counts_are_of_what_remains(tram: Database) -> None:
    both = titels(tram, '"de tram"')
    assert [titels(tram, '"de tram"', limiet=1, vanaf=number) for number in range(3)] == [both[:1], both[1:], []]
    page = blad(tram, BEZOEKER, Zoekvraag('"de tram"', limiet=1))
    assert (page.totaal, page.anders, len(page.verhalen)) == (2, 0, 1)


def test_when_the_words_stand_apart_everywhere_it_says_what_to_try(tram: Database) -> None:
    found, _ = gevonden(tram, BEZOEKER, Zoekvraag('"tram de"'))
    assert found.totaal == 0
    assert "aanhalingstekens" in found.tips[-1]


def test_who_may_not_read_a_verhaal_does_not_find_it_by_its_words(tram: Database) -> None:
    publish(tram, make_verhaal(titel="Besloten", tekst="Over de tram.", citaat=None, gebruik=(Gebruik.LEREN,)))
    assert "Besloten" not in titels(tram, '"de tram"')
    found, _ = gevonden(tram, somebody(Roltoewijzing(GebruikerRol.BEWONER, WIJK)), Zoekvraag('"de tram"'))
    assert found.totaal == 3


def test_in_many_verhalen_only_the_best_are_looked_at_and_it_says_so(
    tram: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lezen, "WOORDGROEP_BEKEKEN", 1)
    found, _ = gevonden(tram, BEZOEKER, Zoekvraag('"de tram"'))
    assert found.totaal <= 1
    assert "Wij keken in" in found.tips[-1]


# The file


def test_a_file_is_safe_against_formulas_and_keeps_line_ends_and_lists(gelezen: Database, tmp_path: Path) -> None:
    publish(
        gelezen,
        make_verhaal(
            titel='=HYPERLINK("x")',
            tekst='Regel een, met "aanhaling".\nRegel twee; slot.',
            citaat=None,
            perspectieven=(Perspectief.BEWONER, Perspectief.MANTELZORGER),
        ),
    )
    target = tmp_path / "verhalen.csv"
    assert export_verhalen(gelezen, BEZOEKER, target) == 7
    assert target.read_bytes().count(b"\r\n") == 8
    with target.open(encoding="utf-8", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["titel"].startswith("'="))
    assert row["tekst"] == 'Regel een, met "aanhaling".\nRegel twee; slot.'
    assert (row["perspectief"], row["citaat"], row["kwartaal"]) == ("bewoner;mantelzorger", "", "2025-K2")


def test_an_existing_file_stays_unless_forced(gelezen: Database, tmp_path: Path) -> None:
    target = tmp_path / "verhalen.csv"
    target.write_text("van mij")
    with pytest.raises(OngeldigeInvoer, match="bestaat al"):
        export_verhalen(gelezen, BEZOEKER, target)
    assert target.read_text() == "van mij"
    assert export_verhalen(gelezen, BEZOEKER, target, force=True) == 6


def test_the_file_for_excel_has_its_mark_and_semicolons(gelezen: Database, tmp_path: Path) -> None:
    target = tmp_path / "verhalen.csv"
    export_verhalen(gelezen, BEZOEKER, target, voor_excel=True)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfverhaal;titel;tekst")


def test_the_day_on_which_a_verhaal_was_told_stands_nowhere(gelezen: Database, tmp_path: Path) -> None:
    publish(gelezen, make_verhaal(verteld_op=date(2025, 5, 14)))
    target = tmp_path / "verhalen.csv"
    export_verhalen(gelezen, BEZOEKER, target)
    assert "2025-05" not in target.read_text(encoding="utf-8")


def test_where_a_verhaal_stands_at_the_gemeente_a_wijkgesprek_does_not_tell_from_which_wijk_it_is(
    wijkstore: Database,
) -> None:
    (told,) = tell(wijkstore, "Een", gebruik=(Gebruik.GESPREK, Gebruik.OPENBAAR))
    sessie = held(wijkstore)
    casus(wijkstore, sessie, told)
    close(wijkstore, BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    nieuw = NieuweTerugkoppeling("Overleg over het plein", "Er komt een bank.", date(2026, 11, 19))
    koppel_terug(wijkstore, BEGELEIDER, told, nieuw, token="t")
    inside, outside = (lezen.verhaal(wijkstore, who, told) for who in (BEGELEIDER, BEZOEKER))
    assert [it.waar for it in inside.gedaan] == ["Wijkgesprek, november 2026", "Overleg over het plein"]
    assert (outside.verhaal.gebied, [it.waar for it in outside.gedaan]) == ("GM9901", ["Overleg over het plein"])


def test_where_a_verhaal_stands_at_the_gemeente_nobody_outside_reads_why_its_wijk_chose_it(wijkstore: Database) -> None:
    told = published(wijkstore, titel="Een", gebruik=(Gebruik.GESPREK, Gebruik.OPENBAAR))
    ronde = begin(wijkstore)
    pick(wijkstore, ronde, lay(wijkstore, ronde, told), told, "Zo gaat het bij ons aan het plein.")
    close_ronde(wijkstore, BEGELEIDER, WIJK, ronde)
    inside, outside = (lezen.verhaal(wijkstore, who, told) for who in (BEGELEIDER, BEZOEKER))
    assert [it.wat for it in inside.gedaan] == ["Waarom: Zo gaat het bij ons aan het plein."]
    chosen = "Samen verhalen kiezen: gekozen door bewoners, november 2026"
    assert (outside.verhaal.gebied, [(it.waar, it.wat) for it in outside.gedaan]) == ("GM9901", [(chosen, None)])
    assert [(it.ronde, it.gebied) for it in inside.gekozen] == [(ronde, WIJK)]
    assert [(it.ronde, it.gebied, it.reden) for it in outside.gekozen] == [("", "", None)]
