"""A stuk as a document: every deel is there, nothing that people wrote goes, and each argument says what it misses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.domain.document import Alinea, Citaat, Document, Kader, Kop, Lijst, Prent, Tabel
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import (
    EIGEN_ZIN,
    ONDERDEEL_VELDEN,
    VELDEN,
    Deel,
    EerderVorm,
    KeuzeSoort,
    OnderdeelSoort,
    Raadsstuk,
    StukKeuze,
    StukSoort,
    StukVeld,
    zin_hash,
)
from monitor.nl import format_datum
from monitor.services.raad import raadsbesluiten
from monitor.services.stukbouw import (
    CIJFER_WEG,
    NIET_TE_ZEGGEN,
    TERUGGENOMEN,
    TWEE_TEKSTEN,
    ZIN_WEG,
    build,
    build_from,
)
from monitor.services.stukteksten import Stukteksten, stukteksten
from monitor.services.stukzinnen import GEEN_CIJFER, GEEN_VERHAAL, STIL, Stukcijfer
from monitor.services.woorden import stukdeel
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.services.stukken import GEMEENTE, LINDEN, SVG, make_stuk, onderdeel, under, versie, vol_stuk, words

CIJFERS = (("vm-buren-oppassen", LINDEN), ("vm-open-tafel", LINDEN), ("vm-rondkomen", LINDEN))
BUREN = f"bevinding:vm-buren-oppassen:{LINDEN}"


def teken(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
    return [SVG] * len(cijfers)


_READ: dict[Any, Stukteksten] = {}


def built(database: Database, stuk: Raadsstuk) -> Document:
    """The document; what is read for the same choices is read once, because nobody writes in this store."""
    key = (stuk.soort, stuk.keuzes, stuk.indicatoren, stuk.citaten)
    if key not in _READ:
        _READ[key] = stukteksten(database, stuk)
    drawn = {it: SVG for it in _READ[key].cijfers}
    return build_from(stuk, _READ[key], drawn, date(2026, 11, 20), kenmerk="ab12")


def quotable(database: Database) -> dict[str, str]:
    with database.reading() as cursor:
        found = LeesStore(cursor).leesbaar(BEZOEKER, date(2026, 11, 20), gebied=LINDEN)
    return {it.id: it.citaat for it in found if it.citaat}


def argument(**stand: Any) -> Raadsstuk:
    it = onderdeel("a", OnderdeelSoort.ARGUMENT, **stand)
    return make_stuk([it], {it.veld(): "Buren kennen elkaar"})


@pytest.mark.parametrize("soort", StukSoort)
def test_every_deel_stands_in_the_document_in_order(voorbeeld: Database, soort: StukSoort) -> None:
    stuk = vol_stuk([], CIJFERS, soort)
    document = built(voorbeeld, stuk)
    heads = [it.tekst for it in document.blokken if isinstance(it, Kop) and it.niveau == 1]
    own = [it for it in heads if not it.startswith("Bijlage:")]
    assert own == [stukdeel(soort, it) for it in stuk.delen if it is not Deel.KOP]
    assert f"Bijlage: {NIET_TE_ZEGGEN.lower()}" in heads
    assert document.kenmerk == "ab12"
    assert document.gemeente == "Veldermeer"
    assert document.titel == "Een tolk bij ontmoeten"


def test_arguments_are_numbered_to_their_beslispunt(voorbeeld: Database) -> None:
    document = built(voorbeeld, vol_stuk([], CIJFERS, StukSoort.RAADSVOORSTEL))
    heads = [it.tekst for it in under(document, "Argumenten") if isinstance(it, Kop)]
    assert [it.split(" ")[0] for it in heads[:4]] == ["1.1", "1.2", "2.1", "A.1"]
    (points,) = [it for it in under(document, "Voorgesteld besluit") if isinstance(it, Lijst)]
    assert points.genummerd
    assert len(points.items) == 2


def test_an_argument_carries_its_figure_and_its_citaat(voorbeeld: Database) -> None:
    verhaal, citaat = next(iter(quotable(voorbeeld).items()))
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN, citaat=verhaal)
    found = under(built(voorbeeld, stuk), "A.1 Buren")
    assert any(isinstance(it, Alinea) and "63 van de 100 bewoners" in it.tekst for it in found)
    assert [it.tekst for it in found if isinstance(it, Citaat)] == [citaat]
    assert not {GEEN_CIJFER, GEEN_VERHAAL} & set(words_of(found))


def words_of(blokken: Sequence[Any]) -> list[str]:
    return [it.tekst for it in blokken if isinstance(it, Alinea)]


def test_an_argument_says_what_it_misses(voorbeeld: Database) -> None:
    verhaal = next(iter(quotable(voorbeeld)))
    bare = words_of(under(built(voorbeeld, argument()), "A.1"))
    assert {GEEN_CIJFER, GEEN_VERHAAL} <= set(bare)
    told = words_of(under(built(voorbeeld, argument(citaat=verhaal)), "A.1"))
    assert GEEN_CIJFER in told
    assert GEEN_VERHAAL not in told
    counted = words_of(under(built(voorbeeld, argument(indicator="vm-rondkomen", gebied=LINDEN)), "A.1"))
    assert GEEN_VERHAAL in counted
    assert GEEN_CIJFER not in counted


def test_no_argument_is_without_both_and_silent(voorbeeld: Database) -> None:
    stuk = vol_stuk(list(quotable(voorbeeld))[:2], CIJFERS, StukSoort.RAADSVOORSTEL)
    document = built(voorbeeld, stuk)
    for number in stuk.nummers(OnderdeelSoort.ARGUMENT).values():
        found = under(document, f"{number} ")
        text = " ".join(words_of(found))
        assert "Bron:" in text or GEEN_CIJFER in text
        assert any(isinstance(it, Citaat) for it in found) or GEEN_VERHAAL in text


def test_a_citaat_that_is_gone_is_not_there_and_the_document_says_so(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(citaat="weg", indicator="vm-rondkomen", gebied=LINDEN))
    assert f"{TERUGGENOMEN} {GEEN_VERHAAL}" in words_of(under(document, "A.1"))
    chosen = make_stuk(keuzes=(StukKeuze(KeuzeSoort.WIJK, LINDEN), StukKeuze(KeuzeSoort.CITAAT, "weg")))
    assert any(TERUGGENOMEN in text for text in words(built(voorbeeld, chosen)))


def test_a_figure_that_is_gone_is_said_to_be(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="bestaat-niet", gebied=LINDEN))
    assert f"{CIJFER_WEG} {GEEN_CIJFER}" in words_of(under(document, "A.1"))


def test_withdrawing_takes_the_words_out_of_the_next_document(voorbeeld: Database) -> None:
    verhaal, citaat = next(iter(quotable(voorbeeld).items()))
    stuk = argument(citaat=verhaal)
    teksten = stukteksten(voorbeeld, stuk)
    before = build_from(stuk, teksten, {}, date(2026, 11, 20))
    after = build_from(stuk, replace(teksten, citaten={}), {}, date(2026, 11, 20))
    assert citaat in words(before)
    assert not any(citaat in text for text in words(after))


# What people wrote


def test_what_people_wrote_takes_the_place_of_a_sentence(voorbeeld: Database) -> None:
    veld = StukVeld(Deel.ARGUMENTEN, f"{EIGEN_ZIN}{BUREN}")
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN)
    own = replace(stuk, teksten={**stuk.teksten, veld: (versie("Buren kennen elkaar beter."),)})
    text = " ".join(words_of(under(built(voorbeeld, own), "A.1")))
    assert "Buren kennen elkaar beter. Zie cijfer 1 in de bijlage." in text
    assert "63 van de 100 bewoners" not in text


def test_a_kanttekening_may_be_shortened_and_the_bijlage_stays_whole(voorbeeld: Database) -> None:
    stuk = argument(indicator="vm-weg-naar-hulp", gebied=LINDEN)
    teksten = stukteksten(voorbeeld, stuk)
    emptied = {it.veld: (versie(""),) for it in teksten.van(Deel.KANTTEKENINGEN)}
    document = built(voorbeeld, replace(stuk, teksten={**stuk.teksten, **emptied}))
    shown = words(document)
    whole = [it.voluit for it in teksten.kanttekeningen]
    assert whole
    assert not any(it.kort in shown for it in teksten.kanttekeningen)
    (listed,) = [it for it in under(document, f"Bijlage: {NIET_TE_ZEGGEN.lower()}") if isinstance(it, Lijst)]
    assert list(listed.items) == whole


def test_an_edited_sentence_is_never_dropped(voorbeeld: Database) -> None:
    veld = StukVeld(Deel.KANTTEKENINGEN, f"{EIGEN_ZIN}kanttekening:breuk:weg")
    stuk = make_stuk(teksten={veld: "Dit schreef iemand zelf."})
    found = words_of(under(built(voorbeeld, stuk), "Kanttekeningen"))
    assert ZIN_WEG in found
    assert "Dit schreef iemand zelf." in found


def test_a_sentence_that_was_put_back_follows_what_the_product_writes(voorbeeld: Database) -> None:
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN)
    veld = StukVeld(Deel.ARGUMENTEN, f"{EIGEN_ZIN}{BUREN}")
    gone = StukVeld(Deel.KANTTEKENINGEN, f"{EIGEN_ZIN}kanttekening:breuk:weg")
    back = (versie("Wat er vorig jaar stond.", zelf_hash=zin_hash("Wat er vorig jaar stond.")),)
    again = replace(stuk, teksten={**stuk.teksten, veld: back, gone: back})
    assert built(voorbeeld, again) == built(voorbeeld, stuk)
    assert not again.eigen_zinnen


def test_two_texts_beside_each_other_both_stand_there(voorbeeld: Database) -> None:
    one, other = versie("De ene tekst."), versie("De andere tekst.", 2, begonnen_bij=0, door="ander", botst=True)
    it = onderdeel("b", OnderdeelSoort.BESLISPUNT)
    for veld in (StukVeld(Deel.AANLEIDING), it.veld(), StukVeld(Deel.CONCEPTBESLUIT, "gelezen")):
        document = built(voorbeeld, make_stuk([it], {veld: (one, other)}))
        text = "\n".join(words(document))
        assert "De ene tekst." in text, veld
        assert "De andere tekst." in text, veld
    (box,) = [
        it
        for it in under(built(voorbeeld, make_stuk(teksten={StukVeld(Deel.AANLEIDING): (one, other)})), "Aanleiding")
        if isinstance(it, Kader)
    ]
    assert box.kop == TWEE_TEKSTEN


def test_every_word_that_people_wrote_is_in_the_document(voorbeeld: Database) -> None:
    bare = vol_stuk([], CIJFERS, StukSoort.RAADSVOORSTEL)
    fields = [StukVeld(deel, veld) for deel in bare.delen for veld in VELDEN[deel]]
    fields += [it.veld(veld) for it in bare.onderdelen for veld in ONDERDEEL_VELDEN[it.soort]]
    stuk = replace(bare, teksten={veld: (versie(f"woord{place}x"),) for place, veld in enumerate(fields)})
    text = "\n".join(words(built(voorbeeld, stuk)))
    missing = [veld for place, veld in enumerate(fields) if f"woord{place}x" not in text]
    assert missing == []


def test_where_nobody_wrote_the_document_says_so(voorbeeld: Database) -> None:
    document = built(voorbeeld, make_stuk())
    for deel in ("Aanleiding", "Communicatie", "Uitvoering"):
        assert words_of(under(document, deel)) == [STIL], deel
    for kop in ("Reactie van bewoners", "Begrotingswijziging", "Privacy"):
        assert f"{kop}: {STIL}" in words(document), kop


def test_text_of_people_is_never_read_as_anything_else(voorbeeld: Database) -> None:
    naughty = "*geen* <b>opmaak</b> #niets {{ook}} \\niet\n\nTweede alinea"
    document = built(voorbeeld, make_stuk(teksten={StukVeld(Deel.AANLEIDING): naughty}))
    assert words_of(under(document, "Aanleiding")) == ["*geen* <b>opmaak</b> #niets {{ook}} \\niet", "Tweede alinea"]


# Bijlagen


def test_each_figure_has_its_chart_and_its_table_in_the_bijlage(voorbeeld: Database) -> None:
    document = built(voorbeeld, vol_stuk([], CIJFERS, StukSoort.RAADSVOORSTEL))
    found = under(document, "Bijlage: cijfers")
    assert len([it for it in found if isinstance(it, Prent)]) == len(CIJFERS)
    tables = [it for it in found if isinstance(it, Tabel)]
    assert len(tables) == len(CIJFERS)
    before = document.blokken[: document.blokken.index(found[0])]
    assert not any(isinstance(it, Prent) for it in before)


def test_a_missing_value_is_no_nought_in_the_table(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="vm-open-tafel", gebied=LINDEN))
    (table,) = [it for it in under(document, "Bijlage: cijfers") if isinstance(it, Tabel)]
    gone = [rij for rij in table.rijen if rij[1] == "geen cijfer"]
    assert gone
    assert table.kolommen[-1] == "Opmerking"
    assert all(len(rij[-1]) > 1 for rij in gone)


def test_a_column_in_which_nothing_stands_is_left_out(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="kwb-65-jaar-of-ouder", gebied=LINDEN))
    (table,) = [it for it in under(document, "Bijlage: cijfers") if isinstance(it, Tabel)]
    assert "Marge" not in table.kolommen
    assert "Mensen gevraagd" not in table.kolommen
    assert table.getalkolommen == {1, 2}


def test_the_kwadrant_has_the_names_that_people_gave_it(voorbeeld: Database) -> None:
    stuk = make_stuk(
        teksten={StukVeld(Deel.KWADRANT, "rij_een"): "Wat het kost"},
        keuzes=(StukKeuze(KeuzeSoort.WIJK, LINDEN), StukKeuze(KeuzeSoort.DEEL, Deel.KWADRANT.value)),
    )
    (table,) = [it for it in under(built(voorbeeld, stuk), "Kwaliteitskwadrant") if isinstance(it, Tabel)]
    assert table.kolommen[1:] == ("Inzet", "Effect")
    assert [rij[0] for rij in table.rijen] == ["Wat het kost", "Hoe goed"]
    assert "Kwaliteitskwadrant" not in words(built(voorbeeld, make_stuk()))


def test_an_earlier_besluit_is_told_as_the_store_holds_it(voorbeeld: Database) -> None:
    besluit = raadsbesluiten(voorbeeld, GEMEENTE)[0]
    it = onderdeel("e", OnderdeelSoort.EERDER, eerder=EerderVorm.BESLUIT, raadsbesluit=besluit.id)
    stuk = make_stuk([it], keuzes=(StukKeuze(KeuzeSoort.WIJK, LINDEN), StukKeuze(KeuzeSoort.THEMA, "ontmoeten")))
    (table,) = [it for it in under(built(voorbeeld, stuk), "Context") if isinstance(it, Tabel)]
    ((soort, dag, wat, _),) = table.rijen
    assert soort == "Besluit van de raad"
    assert dag == format_datum(besluit.dag)
    assert all(punt.tekst in wat and punt.uitkomst.value in wat for punt in besluit.punten if punt.tekst)


def test_who_came_together_stands_in_the_bijlage_with_the_counts(voorbeeld: Database) -> None:
    document = built(voorbeeld, make_stuk())
    (table,) = [it for it in under(document, "Bijlage: wie deed mee") if isinstance(it, Tabel)]
    assert table.rijen[0][:3] == ("De Hoge Linden", "wijkgesprek", "27 november 2025")
    assert "8 bewoners" in table.rijen[0][3]


def test_niets_doen_is_always_an_alternatief(voorbeeld: Database) -> None:
    it = onderdeel("niets", OnderdeelSoort.ALTERNATIEF, vast=True)
    heads = [it.tekst for it in under(built(voorbeeld, make_stuk([it])), "Alternatieven") if isinstance(it, Kop)]
    assert heads == ["1. Niets doen"]


def test_what_is_being_done_is_told(voorbeeld: Database) -> None:
    told: list[str] = []
    stuk = argument(indicator="vm-rondkomen", gebied=LINDEN)
    document = build(voorbeeld, stuk, teken, kenmerk="ab12", meld=told.append)
    assert len(told) == 3
    assert document == built(voorbeeld, stuk)
