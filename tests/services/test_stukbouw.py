"""A stuk as a document: every deel is there, nothing that people wrote goes, and each argument says what it misses."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitor.domain.document import Alinea, Citaat, Document, Kader, Kop, Lijst, Prent, Tabel
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.leren import Niveau
from monitor.domain.meting import MetingStatus, OntbreektReden
from monitor.domain.raadsstuk import (
    EIGEN_ZIN,
    ONDERDEEL_VELDEN,
    VELDEN,
    Deel,
    EerderVorm,
    GeldVorm,
    KeuzeSoort,
    Onderdeel,
    OnderdeelSoort,
    Raadsstuk,
    StukKeuze,
    StukSoort,
    StukVeld,
    veld_problemen,
    zin_hash,
)
from monitor.domain.verhaal import Verhouding
from monitor.nl import format_datum, format_euro
from monitor.services.leerbeeld import leerbeeld
from monitor.services.raad import raadsbesluiten
from monitor.services.stukbewijs import VAN_DE_SCHRIJVER
from monitor.services.stukbijlagen import MEESTE_PRENTEN, NIET_TE_ZEGGEN, ZONDER_PRENT
from monitor.services.stukbouw import NIETS_OVER, build, build_deel, build_from, drawn_in, lege_delen
from monitor.services.stukdelen import GEEN_RENDEMENT, NIETS_TE_BESLUITEN, SAMEN, SAMEN_ZONDER, WAT_HET_KOST
from monitor.services.stukopmaak import NIET_OPGESCHREVEN, NIETS, TWEE_TEKSTEN, ZIN_WEG
from monitor.services.stukteksten import Stukcitaat, Stukteksten, stukteksten
from monitor.services.stukzinnen import (
    CIJFER_WEG,
    GEEN_BEPERKING,
    GEEN_CIJFER,
    GEEN_VERHAAL,
    MEER_TERUGGENOMEN,
    NIET_GEKOZEN,
    NIETS_BEKEKEN,
    STIL,
    TERUGGENOMEN,
    VERHAAL_NIET_GEKOZEN,
    Stukcijfer,
)
from monitor.services.woorden import BESLISPUNT_UITKOMST, stukdeel
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.services.stukken import GEMEENTE, LINDEN, LISDODDE, SVG, make_stuk, onderdeel, under, versie, vol_stuk, words

OP = date(2026, 11, 20)
CIJFERS = (("vm-buren-oppassen", LINDEN), ("vm-open-tafel", LINDEN), ("vm-rondkomen", LINDEN))
BUREN = f"bevinding:vm-buren-oppassen:{LINDEN}"


def teken(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
    return [SVG] * len(cijfers)


_READ: dict[Any, Stukteksten] = {}


def built(database: Database, stuk: Raadsstuk) -> Document:
    """The document; what is read for the same choices is read once, because nobody writes in this store."""
    teksten = _teksten(database, stuk)
    return build_from(stuk, teksten, {it: SVG for it in teksten.cijfers}, OP)


def _teksten(database: Database, stuk: Raadsstuk) -> Stukteksten:
    besluiten = tuple(it.stand.raadsbesluit for it in stuk.onderdelen)
    key = (stuk.soort, stuk.keuzes, stuk.indicatoren, stuk.citaten, besluiten)
    if key not in _READ:
        _READ[key] = stukteksten(database, stuk)
    return _READ[key]


def quotable(database: Database) -> dict[str, str]:
    with database.reading() as cursor:
        found = LeesStore(cursor).leesbaar(BEZOEKER, date(2026, 11, 20), gebied=LINDEN)
    return {it.id: it.citaat for it in found if it.citaat}


def argument(**stand: Any) -> Raadsstuk:
    it = onderdeel("a", OnderdeelSoort.ARGUMENT, **stand)
    return make_stuk([it], {it.veld(): "Buren kennen elkaar"})


def heads_of(blokken: Sequence[Any], niveau: int = 1) -> list[str]:
    return [it.tekst for it in blokken if isinstance(it, Kop) and it.niveau == niveau]


@pytest.mark.parametrize("soort", StukSoort)
def test_every_deel_stands_in_the_document_in_order_or_is_named_as_empty(voorbeeld: Database, soort: StukSoort) -> None:
    stuk = vol_stuk([], CIJFERS, soort)
    document = built(voorbeeld, stuk)
    heads = [it for it in heads_of(document.blokken) if not it.startswith("Bijlage ")]
    empty = lege_delen(stuk, _teksten(voorbeeld, stuk), OP)
    names = [stukdeel(soort, it) for it in stuk.delen if it not in (Deel.KOP, Deel.ONDERWERP)]
    assert heads == [it for it in names if it not in empty]
    assert set(empty) & set(names) == set(names) - set(heads)
    assert document.kenmerk == ""
    assert document.gemeente == "Veldermeer"
    assert document.titel == "Een tolk bij ontmoeten"


def test_of_what_a_stuk_tells_nothing_it_says_so_in_one_line_at_the_end(voorbeeld: Database) -> None:
    document = built(voorbeeld, make_stuk())
    (line,) = [it for it in words(document) if it.startswith(NIETS_OVER.partition("{")[0])]
    assert not any("opgeschreven bij" in it for it in words(document))
    for name in ("Voorgesteld besluit", "Aanleiding", "Communicatie", "Juridisch en privacy", "Reactie van bewoners"):
        assert f"“{name}”" in line, name
    assert "“Onderwerp”" not in line
    assert "“Bijlagen”" not in line
    assert STIL not in [it.tekst for it in document.blokken if isinstance(it, Kop)]


def test_a_raadsvoorstel_without_money_says_that_it_tells_no_price(voorbeeld: Database) -> None:
    def silent(stuk: Raadsstuk) -> bool:
        return any(
            it.startswith("Dit stuk vertelt niets") and WAT_HET_KOST in it for it in words(built(voorbeeld, stuk))
        )

    assert silent(make_stuk())
    assert not silent(make_stuk([geld("g", "100", None, None, None)]))
    assert not silent(make_stuk(soort=StukSoort.RAADSINFORMATIEBRIEF))


def test_what_only_the_writer_must_know_is_not_told_to_the_raad(voorbeeld: Database) -> None:
    stuk = make_stuk(teksten={StukVeld(Deel.ONDERWERP): ""})
    empty = lege_delen(stuk, _teksten(voorbeeld, stuk), OP)
    assert {"Onderwerp", "Concept-raadsbesluit"} <= set(empty)
    text = "\n".join(words(built(voorbeeld, stuk)))
    assert "“Onderwerp”" not in text
    assert "Concept-raadsbesluit" not in text
    assert "Kies er een" not in text


def test_an_empty_concept_besluit_is_left_out_and_one_that_was_begun_has_no_empty_lines(voorbeeld: Database) -> None:
    veld = StukVeld(Deel.CONCEPTBESLUIT, "gelet_op")
    point = onderdeel("b", OnderdeelSoort.BESLISPUNT)
    assert "besluit:" not in words(built(voorbeeld, make_stuk()))
    for stuk in (make_stuk([point], {point.veld(): "Een tolk te betalen."}), make_stuk(teksten={veld: "de wet;"})):
        text = words(built(voorbeeld, stuk))
        assert "besluit:" in text
        assert not any(it.startswith("gelezen") for it in text)
        assert ("gelet op de wet;" in text) is (veld in stuk.teksten)
        assert "Concept-raadsbesluit: gelezen" in lege_delen(stuk, _teksten(voorbeeld, stuk), OP)
    assert NIETS_TE_BESLUITEN in words(built(voorbeeld, make_stuk(teksten={veld: "de wet;"})))


@pytest.mark.parametrize(
    ("tekst", "marked"),
    [
        ("Er kwamen 1.999 mensen.", True),
        ("De helft is 51 procent.", True),
        ("Het kost € 450 per avond.", True),
        ("Volgens het CBS is de helft 51 procent.", False),
        ("Nu is het 63 van de 100, en in 2019 was dat 46.", False),
        ("Sinds 2024 en op 5 november 2026 gaat het anders.", False),
        ("Op 6 avonden kwamen mensen.", False),
        ("Het kost € 5.400.", False),
    ],
)
def test_a_number_of_the_writer_is_not_taken_for_measured(voorbeeld: Database, tekst: str, marked: bool) -> None:
    it = onderdeel("a", OnderdeelSoort.ARGUMENT, indicator="vm-buren-oppassen", gebied=LINDEN)
    money = geld("g", "5400", None, None, None)
    for veld in ("tekst", "toelichting"):
        found = under(built(voorbeeld, make_stuk([it, money], {it.veld(veld): tekst})), "Argumenten")
        assert (VAN_DE_SCHRIJVER.format(waar="argument A.1") in words_of(found)) is marked, veld


def test_a_number_written_in_the_place_of_a_sentence_is_the_writers_too(voorbeeld: Database) -> None:
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN)
    veld = StukVeld(Deel.ARGUMENTEN, f"{EIGEN_ZIN}{BUREN}")
    for tekst, marked in (("Dat zijn er 99 van de 100.", True), ("Dat zijn er 63 van de 100.", False)):
        own = replace(stuk, teksten={**stuk.teksten, veld: (versie(tekst),)})
        found = words_of(under(built(voorbeeld, own), "Argumenten"))
        assert any("zijn van de schrijver" in it for it in found) is marked


def test_nothing_is_named_as_empty_once_somebody_wrote_it(voorbeeld: Database) -> None:
    stuk = make_stuk(teksten={StukVeld(Deel.JURIDISCH, "privacy"): "Wij schrijven geen namen op."})
    empty = lege_delen(stuk, _teksten(voorbeeld, stuk), OP)
    assert "Juridisch en privacy" not in empty
    assert "Privacy" not in empty
    assert "Inclusie" not in empty
    assert "Duurzaamheid en inclusie" in empty


def test_only_a_raadsvoorstel_asks_for_a_change_of_the_begroting(voorbeeld: Database) -> None:
    for soort in StukSoort:
        stuk = make_stuk(soort=soort)
        asked = "Begrotingswijziging" in lege_delen(stuk, _teksten(voorbeeld, stuk), OP)
        assert asked is (soort is StukSoort.RAADSVOORSTEL), soort
    veld = StukVeld(Deel.FINANCIEN, "begrotingswijziging")
    assert veld_problemen(make_stuk(), veld) == []
    assert veld_problemen(make_stuk(soort=StukSoort.WIJKBEELD), veld)
    written = make_stuk(teksten={veld: "Dat staat er al."}, soort=StukSoort.RAADSINFORMATIEBRIEF)
    assert "Begrotingswijziging: Dat staat er al." in words(built(voorbeeld, written))


def test_the_kop_says_of_what_the_stuk_is_and_for_what(voorbeeld: Database) -> None:
    stuk = make_stuk(teksten={StukVeld(Deel.KOP, "programma"): "Sociale basis"})
    facts, day, *_ = words_of(built(voorbeeld, stuk).blokken)
    assert "Voor de raad: besluitvorming, om te besluiten" in facts
    assert "Programma: Sociale basis" in facts
    assert "Gaat over: De Hoge Linden" in facts
    assert "Zaaknummer" not in facts
    assert "20 november 2026" in day
    brief = built(voorbeeld, make_stuk(soort=StukSoort.RAADSINFORMATIEBRIEF))
    assert words_of(brief.blokken)[0].startswith("Aan: de raad van de gemeente Veldermeer · ")


def test_two_texts_in_the_kop_both_stand_there(voorbeeld: Database) -> None:
    one, other = versie("Zaak een"), versie("Zaak twee", 2, begonnen_bij=0, door="ander", botst=True)
    facts = words_of(built(voorbeeld, make_stuk(teksten={StukVeld(Deel.KOP, "zaaknummer"): (one, other)})).blokken)[0]
    assert "Zaak een / Zaak twee" in facts


@pytest.mark.parametrize(
    ("soort", "signed"),
    [(StukSoort.RAADSVOORSTEL, True), (StukSoort.RAADSINFORMATIEBRIEF, True), (StukSoort.WIJKBEELD, False)],
)
def test_the_college_signs_what_it_sends_to_the_raad(voorbeeld: Database, soort: StukSoort, signed: bool) -> None:
    text = words(built(voorbeeld, make_stuk(soort=soort)))
    assert ("Burgemeester en wethouders van Veldermeer," in text) is signed


def test_one_deel_can_be_built_alone(voorbeeld: Database) -> None:
    stuk = make_stuk(teksten={StukVeld(Deel.AANLEIDING): "Daarom."})
    teksten = _teksten(voorbeeld, stuk)
    assert build_deel(stuk, teksten, Deel.AANLEIDING, OP) == (Kop(1, "Aanleiding"), Alinea("Daarom."))
    assert build_deel(stuk, teksten, Deel.COMMUNICATIE, OP) == ()
    whole = built(voorbeeld, stuk).blokken
    for deel in stuk.delen:
        part = build_deel(stuk, teksten, deel, OP)
        assert any(whole[at : at + len(part)] == part for at in range(len(whole))), deel


def test_arguments_are_numbered_to_their_beslispunt(voorbeeld: Database) -> None:
    document = built(voorbeeld, vol_stuk([], CIJFERS, StukSoort.RAADSVOORSTEL))
    heads = heads_of(under(document, "Argumenten"), 2)
    assert [it.split(":")[0] for it in heads[:4]] == ["Argument 1.1", "Argument 1.2", "Argument 2.1", "Argument A.1"]
    (points,) = [it for it in under(document, "Voorgesteld besluit") if isinstance(it, Lijst)]
    assert points.genummerd
    assert len(points.items) == 2


def test_no_two_things_in_a_stuk_have_the_same_name(voorbeeld: Database) -> None:
    kinds = (OnderdeelSoort.ARGUMENT, OnderdeelSoort.KANTTEKENING, OnderdeelSoort.RISICO, OnderdeelSoort.ALTERNATIEF)
    made = [onderdeel(f"{soort}{place}", soort, place) for soort in kinds for place in range(2)]
    document = built(voorbeeld, make_stuk(made, {it.veld(): "Woorden" for it in made}))
    items = [item for it in document.blokken if isinstance(it, Lijst) for item in it.items]
    names = [it.partition(": Woorden")[0] for it in [*heads_of(document.blokken, 2), *items] if ": Woorden" in it]
    assert len(set(names)) == len(made)
    assert {"Argument A.1", "Kanttekening A.1", "Risico A.1", "Alternatief 1"} <= set(names)


def test_an_argument_carries_its_figure_and_its_citaat(voorbeeld: Database) -> None:
    verhaal, citaat = next(iter(quotable(voorbeeld).items()))
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN, citaat=verhaal)
    found = under(built(voorbeeld, stuk), "Argument A.1: Buren")
    assert any(isinstance(it, Alinea) and "63 van de 100 bewoners" in it.tekst for it in found)
    assert [it.tekst for it in found if isinstance(it, Citaat)] == [citaat]
    assert not lacks(found, CIJFER)
    assert not lacks(found, VERHAAL)


CIJFER, VERHAAL = (GEEN_CIJFER, NIET_GEKOZEN, CIJFER_WEG), (GEEN_VERHAAL, VERHAAL_NIET_GEKOZEN, TERUGGENOMEN)
"""How it is said that a figure or a citaat lacks."""


def words_of(blokken: Sequence[Any]) -> list[str]:
    return [it.tekst for it in blokken if isinstance(it, Alinea)]


def lacks(blokken: Sequence[Any], said: Sequence[str]) -> bool:
    return any(it in text for text in words_of(blokken) for it in said)


def test_under_a_citaat_stands_how_it_stands_to_the_figure_above_it(voorbeeld: Database) -> None:
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN, citaat="v")

    def bij(naast: dict[str, Verhouding], stuk: Raadsstuk = stuk, gebied: str = LINDEN) -> str:
        citaat = Stukcitaat("v", "Hallo.", "bewoner", naast, gebied)
        teksten = replace(_teksten(voorbeeld, stuk), citaten={"v": citaat})
        return next(it.bij for it in build_from(stuk, teksten, {}, OP).blokken if isinstance(it, Citaat))

    told = {it: bij({"vm-buren-oppassen": it, "vm-open-tafel": Verhouding.PAST_BIJ}) for it in Verhouding}
    assert told[Verhouding.ZEGT_ANDERS] == "bewoner · vertelt iets anders dan het cijfer"
    assert told[Verhouding.LOS] == "bewoner · staat los van het cijfer"
    assert len(set(told.values())) == len(Verhouding)
    assert bij({"vm-open-tafel": Verhouding.PAST_BIJ}) == "bewoner · is niet naast het cijfer gelegd"
    same = {"vm-buren-oppassen": Verhouding.PAST_BIJ}
    assert bij(same, gebied=GEMEENTE) == "bewoner · past bij het cijfer"
    assert bij(same, gebied=LISDODDE) == "bewoner · is niet naast het cijfer gelegd"
    chosen = (StukKeuze(KeuzeSoort.INDICATOR, "vm-open-tafel", LINDEN),)
    bare = replace(argument(citaat="v"), keuzes=chosen)
    assert bij({"vm-open-tafel": Verhouding.PAST_BIJ}, bare) == "bewoner"
    assert bij({"vm-open-tafel": Verhouding.ZEGT_ANDERS}, bare).endswith("iets anders dan “Mensen aan de open tafel”")


def test_an_argument_says_what_it_misses(voorbeeld: Database) -> None:
    verhaal = next(iter(quotable(voorbeeld)))
    bare = under(built(voorbeeld, argument()), "Argument A.1")
    assert lacks(bare, CIJFER)
    assert lacks(bare, VERHAAL)
    told = under(built(voorbeeld, argument(citaat=verhaal)), "Argument A.1")
    assert lacks(told, CIJFER)
    assert not lacks(told, VERHAAL)
    counted = under(built(voorbeeld, argument(indicator="vm-rondkomen", gebied=LINDEN)), "Argument A.1")
    assert lacks(counted, VERHAAL)
    assert not lacks(counted, CIJFER)


def test_what_nobody_chose_is_not_said_to_be_missing(voorbeeld: Database) -> None:
    stuk = argument()
    teksten = stukteksten(voorbeeld, stuk)
    said = " ".join(words_of(under(built(voorbeeld, stuk), "Argument A.1")))
    many = f"{teksten.cijfers_te_kiezen} cijfers en {teksten.verhalen_te_kiezen} verhalen met een citaat"
    assert f"{NIET_GEKOZEN} {VERHAAL_NIET_GEKOZEN} Over {teksten.waarover} zijn er {many}." in said
    empty = replace(teksten, cijfers_te_kiezen=0, verhalen_te_kiezen=0)
    none = build_from(stuk, empty, {}, date(2026, 11, 20))
    assert f"{GEEN_CIJFER} {GEEN_VERHAAL}" in words_of(under(none, "Argument A.1"))


def test_no_limits_is_said_only_of_what_was_looked_at(voorbeeld: Database) -> None:
    stuk = make_stuk()
    teksten = replace(stukteksten(voorbeeld, stuk), kanttekeningen=(), zinnen=())
    assert GEEN_BEPERKING in words(build_from(stuk, teksten, {}, date(2026, 11, 20)))
    nothing = words(build_from(stuk, replace(teksten, wijken=(), cijfers={}), {}, date(2026, 11, 20)))
    assert NIETS_BEKEKEN in nothing
    assert GEEN_BEPERKING not in nothing


def test_what_a_figure_says_is_said_once(voorbeeld: Database) -> None:
    made = [
        onderdeel(f"a{place}", OnderdeelSoort.ARGUMENT, place, indicator="vm-rondkomen", gebied=LINDEN)
        for place in range(3)
    ]
    document = built(voorbeeld, make_stuk(made, {it.veld(): "Woorden" for it in made}))
    assert sum("Bron:" in it for it in words_of(under(document, "Argumenten"))) == 1
    assert any("Bron:" in it for it in words_of(under(document, "Argument A.1")))
    for name in ("Argument A.2", "Argument A.3"):
        assert "Zie het cijfer bij argument A.1." in words_of(under(document, name))


def test_no_argument_is_without_both_and_silent(voorbeeld: Database) -> None:
    stuk = vol_stuk(list(quotable(voorbeeld))[:2], CIJFERS, StukSoort.RAADSVOORSTEL)
    document = built(voorbeeld, stuk)
    for number in stuk.nummers(OnderdeelSoort.ARGUMENT).values():
        found = under(document, f"Argument {number}:")
        text = " ".join(words_of(found))
        assert "Bron:" in text or "Zie het cijfer bij" in text or lacks(found, CIJFER)
        assert any(isinstance(it, Citaat) for it in found) or lacks(found, VERHAAL)


def test_a_citaat_that_is_gone_is_not_there_and_the_document_says_so(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(citaat="weg", indicator="vm-rondkomen", gebied=LINDEN))
    assert lacks(under(document, "Argument A.1"), [f"{TERUGGENOMEN} Over het thema “Financiën op orde” zijn er"])
    chosen = make_stuk(keuzes=(StukKeuze(KeuzeSoort.WIJK, LINDEN), StukKeuze(KeuzeSoort.CITAAT, "weg")))
    assert any(TERUGGENOMEN in text for text in words(built(voorbeeld, chosen)))


def test_a_figure_that_is_gone_is_said_to_be(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="bestaat-niet", gebied=LINDEN))
    assert lacks(under(document, "Argument A.1"), [CIJFER_WEG])


def test_withdrawing_takes_the_words_out_of_the_next_document(voorbeeld: Database) -> None:
    verhaal, citaat = next(iter(quotable(voorbeeld).items()))
    stuk = argument(citaat=verhaal)
    teksten = stukteksten(voorbeeld, stuk)
    before = build_from(stuk, teksten, {}, OP)
    after = build_from(stuk, replace(teksten, citaten={}), {}, OP)
    assert citaat in words(before)
    assert not any(citaat in text for text in words(after))


# What people wrote


def test_what_people_wrote_takes_the_place_of_a_sentence(voorbeeld: Database) -> None:
    veld = StukVeld(Deel.ARGUMENTEN, f"{EIGEN_ZIN}{BUREN}")
    stuk = argument(indicator="vm-buren-oppassen", gebied=LINDEN)
    own = replace(stuk, teksten={**stuk.teksten, veld: (versie("Buren kennen elkaar beter."),)})
    text = " ".join(words_of(under(built(voorbeeld, own), "Argument A.1")))
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
    (listed,) = [it for it in under(document, NIET_TE_ZEGGEN.lower()) if isinstance(it, Lijst)]
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


def test_text_of_people_is_never_read_as_anything_else(voorbeeld: Database) -> None:
    naughty = "*geen* <b>opmaak</b> #niets {{ook}} \\niet\n\nTweede alinea"
    document = built(voorbeeld, make_stuk(teksten={StukVeld(Deel.AANLEIDING): naughty}))
    assert words_of(under(document, "Aanleiding")) == ["*geen* <b>opmaak</b> #niets {{ook}} \\niet", "Tweede alinea"]


# Bijlagen


def test_each_figure_has_its_chart_and_its_table_in_the_bijlage(voorbeeld: Database) -> None:
    document = built(voorbeeld, vol_stuk([], CIJFERS, StukSoort.RAADSVOORSTEL))
    found = under(document, ": cijfers")
    assert len([it for it in found if isinstance(it, Prent)]) == len(CIJFERS)
    tables = [it for it in found if isinstance(it, Tabel)]
    assert len(tables) == len(CIJFERS)
    before = document.blokken[: document.blokken.index(found[0])]
    assert not any(isinstance(it, Prent) for it in before)


def test_a_missing_value_is_no_nought_in_the_table(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="vm-open-tafel", gebied=LINDEN))
    (table,) = [it for it in under(document, ": cijfers") if isinstance(it, Tabel)]
    gone = [rij for rij in table.rijen if rij[1] == "geen cijfer"]
    assert gone
    assert table.kolommen[-1] == "Opmerking"
    assert all(len(rij[-1]) > 1 for rij in gone)


def test_of_a_value_that_is_not_there_no_status_is_told(voorbeeld: Database) -> None:
    stuk = argument(indicator="kwb-inwoners", gebied=LINDEN)
    teksten = _teksten(voorbeeld, stuk)
    ((key, cijfer),) = teksten.cijfers.items()

    def last(**changes: Any) -> str:
        *before, newest = cijfer.geheel.metingen
        changed = replace(newest, status=MetingStatus.VOORLOPIG, **changes)
        geheel = replace(cijfer.geheel, metingen=(*before, changed))
        document = build_from(stuk, replace(teksten, cijfers={key: replace(cijfer, geheel=geheel)}), {}, OP)
        (table,) = [it for it in under(document, ": cijfers") if isinstance(it, Tabel)]
        return dict(zip(table.kolommen, table.rijen[-1], strict=True)).get("Opmerking", NIETS)

    assert last() == "Voorlopig cijfer"
    assert "oorlopig" not in last(waarde=None, ontbreekt_reden=OntbreektReden.NIET_GELEVERD)


def test_a_column_in_which_nothing_stands_is_left_out(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="kwb-65-jaar-of-ouder", gebied=LINDEN))
    (table,) = [it for it in under(document, ": cijfers") if isinstance(it, Tabel)]
    assert "Marge" not in table.kolommen
    assert "Mensen gevraagd" not in table.kolommen
    assert table.getalkolommen == {1, 2}


def test_the_table_marks_where_a_breuk_is_and_the_nulmeting(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(indicator="vm-open-tafel", gebied=LINDEN))
    (table,) = [it for it in under(document, ": cijfers") if isinstance(it, Tabel)]
    marked = {rij[0]: rij[-1] for rij in table.rijen if "Vanaf hier" in rij[-1]}
    assert marked == {"winter 2023": "Vanaf hier: andere registratie; Nulmeting"}


def test_bijlagen_are_numbered_as_in_the_list(voorbeeld: Database) -> None:
    own = onderdeel("bijlage", OnderdeelSoort.BIJLAGE)
    it = onderdeel("a", OnderdeelSoort.ARGUMENT, indicator="vm-rondkomen", gebied=LINDEN)
    document = built(voorbeeld, make_stuk([own, it], {own.veld(): "De brief van de adviesraad"}))
    (listed,) = words_of(under(document, "Bijlagen"))[:1]
    assert listed.startswith("1. De brief van de adviesraad · 2. Cijfers · 3. Wat deze cijfers niet kunnen zeggen")
    heads = [it for it in heads_of(document.blokken) if it.startswith("Bijlage ")]
    assert heads[:2] == ["Bijlage 2: cijfers", "Bijlage 3: wat deze cijfers niet kunnen zeggen"]
    assert len(heads) + 1 == len(listed.split(" · "))


def test_what_was_learned_is_one_line_in_the_text_and_stands_in_the_bijlage(voorbeeld: Database) -> None:
    learned = [it.id for it in leerbeeld(voorbeeld, BEZOEKER, LINDEN).leerpunten if it.niveau is not Niveau.CASUS][:2]
    keuzes = [StukKeuze(KeuzeSoort.WIJK, LINDEN), *(StukKeuze(KeuzeSoort.LEERPUNT, it) for it in learned)]
    document = built(voorbeeld, make_stuk(keuzes=keuzes))
    assert any(it.startswith("Twee leerpunten") for it in words_of(under(document, "Argumenten")))
    (table,) = [it for it in under(document, ": wat we leerden") if isinstance(it, Tabel)]
    assert len(table.rijen) == 2
    assert not any(rij[1] in text for rij in table.rijen for text in words_of(under(document, "Argumenten")))


def test_how_many_citaten_were_chosen_stays_in_the_text(voorbeeld: Database) -> None:
    document = built(voorbeeld, argument(citaat=next(iter(quotable(voorbeeld)))))
    assert any(re.match(r"Citaten uit 1 van de \d+ verhalen", it) for it in words_of(under(document, "Argumenten")))


def test_a_stuk_has_at_most_twelve_charts(voorbeeld: Database) -> None:
    codes = (
        "vm-buren-oppassen",
        "vm-open-tafel",
        "vm-rondkomen",
        "vm-weg-naar-hulp",
        "vm-veilig-lopen",
        "vm-samen-bewegen",
    )
    keuzes = [StukKeuze(KeuzeSoort.WIJK, LINDEN)]
    keuzes += [StukKeuze(KeuzeSoort.INDICATOR, it, where) for where in (LINDEN, GEMEENTE) for it in codes]
    keuzes += [StukKeuze(KeuzeSoort.INDICATOR, it, LISDODDE) for it in ("vm-buren-oppassen", "vm-iemand-bellen")]
    keuzes += [StukKeuze(KeuzeSoort.INDICATOR, it, GEMEENTE) for it in ("vm-samen-bewegen", "vm-uit-handen")]
    keuzes += [StukKeuze(KeuzeSoort.INDICATOR, "vm-iemand-bellen", GEMEENTE)]
    stuk = make_stuk(keuzes=keuzes)
    teksten = _teksten(voorbeeld, stuk)
    assert len(teksten.cijfers) > MEESTE_PRENTEN
    assert len(drawn_in(teksten)) == MEESTE_PRENTEN
    found = under(built(voorbeeld, stuk), ": cijfers")
    assert len([it for it in found if isinstance(it, Prent)]) == MEESTE_PRENTEN
    assert words_of(found).count(ZONDER_PRENT) == len(teksten.cijfers) - MEESTE_PRENTEN
    assert len([it for it in found if isinstance(it, Tabel)]) == len(teksten.cijfers)


# Money and days


def geld(id_: str, *bedragen: str | None) -> Onderdeel:
    amounts = tuple(Decimal(it) if it is not None else None for it in bedragen)
    return onderdeel(id_, OnderdeelSoort.FINANCIELE_REGEL, geldvorm=GeldVorm.STRUCTUREEL, bedragen=amounts)


def geldtabel(database: Database, *lines: Onderdeel) -> Tabel:
    return next(it for it in under(built(database, make_stuk(lines)), "Financiën") if isinstance(it, Tabel))


def test_money_is_added_up_per_year(voorbeeld: Database) -> None:
    table = geldtabel(voorbeeld, geld("a", "100", "0", "50.50", "1"), geld("b", "900", "0", "50", "2"))
    assert table.rijen[-1][0] == SAMEN
    assert table.rijen[-1][2:6] == tuple(format_euro(Decimal(it)) for it in ("1000", "0", "100.50", "3"))


def test_a_total_says_that_a_line_has_no_amount(voorbeeld: Database) -> None:
    table = geldtabel(voorbeeld, geld("a", "100", None, None, None), geld("b", "900", "5", None, "0"))
    assert table.rijen[0][3] == NIETS
    assert table.rijen[-1][0] == SAMEN_ZONDER
    assert table.rijen[-1][2:4] == (format_euro(Decimal(1000)), format_euro(Decimal(5)))
    assert table.rijen[-1][4:6] == (NIETS, format_euro(Decimal(0)))


def test_one_line_of_money_is_not_added_up(voorbeeld: Database) -> None:
    assert len(geldtabel(voorbeeld, geld("a", "100", "0", "0", "0")).rijen) == 1


def test_that_money_is_no_return_is_said_once(voorbeeld: Database) -> None:
    assert words(built(voorbeeld, make_stuk([geld("a", "100", "0", "0", "0")]))).count(GEEN_RENDEMENT) == 1


def test_a_column_for_one_thema_is_left_out(voorbeeld: Database) -> None:
    one = make_stuk(keuzes=(StukKeuze(KeuzeSoort.WIJK, LINDEN), StukKeuze(KeuzeSoort.THEMA, "ontmoeten")))
    (table,) = [it for it in under(built(voorbeeld, one), ": geld dat er al is") if isinstance(it, Tabel)]
    assert "Thema" not in table.kolommen
    assert "“Ontmoeten”" in table.titel
    (table,) = [it for it in under(built(voorbeeld, make_stuk()), ": geld dat er al is") if isinstance(it, Tabel)]
    assert "Thema" in table.kolommen


def test_own_mijlpalen_stand_in_the_evaluatie_with_their_day(voorbeeld: Database) -> None:
    made = [
        onderdeel("later", OnderdeelSoort.MIJLPAAL, dag=date(2028, 4, 1)),
        onderdeel("eerst", OnderdeelSoort.MIJLPAAL, 1, dag=date(2027, 7, 1)),
    ]
    document = built(voorbeeld, make_stuk(made, {made[0].veld(): "Er is geteld.", made[1].veld(): "De tolk is er"}))
    (said,) = [it for it in words_of(under(document, "Evaluatie")) if it.startswith("Terugkijken op de mijlpalen")]
    assert said.endswith(": 1 juli 2027 en 1 april 2028.")
    assert sum("Er is geteld." in it for it in words(document)) == 1


def test_an_advies_without_an_answer_says_so(voorbeeld: Database) -> None:
    it = onderdeel("advies", OnderdeelSoort.ADVIES)
    document = built(voorbeeld, make_stuk([it], {it.veld("wie"): "De adviesraad", it.veld(): "Begin klein."}))
    assert words_of(under(document, "Advies")) == [
        "De adviesraad: Begin klein.",
        f"Antwoord van het college: {NIET_OPGESCHREVEN}.",
    ]


def test_a_longer_text_stands_under_its_own_heading(voorbeeld: Database) -> None:
    veld = StukVeld(Deel.PARTICIPATIE, "reactie")
    short = built(voorbeeld, make_stuk(teksten={veld: "Wij zijn voor."}))
    assert "Reactie van bewoners: Wij zijn voor." in words(short)
    assert "Reactie van bewoners" not in heads_of(short.blokken, 2)
    long = built(voorbeeld, make_stuk(teksten={veld: "Wij zijn voor.\n\nMaar begin klein."}))
    assert words_of(under(long, "Reactie van bewoners")) == ["Wij zijn voor.", "Maar begin klein."]


def test_each_citaat_that_was_taken_back_is_counted(voorbeeld: Database) -> None:
    keuzes = [StukKeuze(KeuzeSoort.WIJK, LINDEN), *(StukKeuze(KeuzeSoort.CITAAT, it) for it in ("een", "twee"))]
    found = under(built(voorbeeld, make_stuk(keuzes=keuzes)), "Wat bewoners")
    assert lacks(found, [MEER_TERUGGENOMEN.format(aantal=2)])


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
    (listed,) = [it for it in under(built(voorbeeld, stuk), "Context") if isinstance(it, Lijst)]
    (said,) = listed.items
    assert said.startswith(f"Besluit van de raad, {format_datum(besluit.dag)}: {besluit.titel}.")
    for punt in besluit.punten:
        assert f"Punt {punt.nummer} ({BESLISPUNT_UITKOMST[punt.uitkomst]}): {punt.tekst}" in said
    own = replace(stuk, teksten={**stuk.teksten, it.veld(): (versie("Zoals wij het onthielden"),)})
    (listed,) = [it for it in under(built(voorbeeld, own), "Context") if isinstance(it, Lijst)]
    assert "Zoals wij het onthielden. Punt 1 (" in listed.items[0]
    assert f"{besluit.titel}." not in listed.items[0]
    over = replace(stuk, teksten={**stuk.teksten, it.veld(): (versie(f"{besluit.punten[0].tekst}."),)})
    (listed,) = [it for it in under(built(voorbeeld, over), "Context") if isinstance(it, Lijst)]
    assert listed.items[0].count(besluit.punten[0].tekst) == 1


def test_who_came_together_and_who_voted_stands_in_the_bijlage_with_the_counts(voorbeeld: Database) -> None:
    stuk = make_stuk()
    document = built(voorbeeld, stuk)
    met, voted = (it for it in under(document, ": wie deed mee") if isinstance(it, Tabel))
    first = dict(zip(met.kolommen, met.rijen[0], strict=True))
    assert (first["Waar"], first["Wat"], first["Wanneer"]) == ("De Hoge Linden", "wijkgesprek", "27 november 2025")
    assert first["Waarover"] == "Wie zit er aan tafel, en wie niet?"
    assert "8 bewoners" in first["Wie"]
    assert [rij[1] for rij in voted.rijen] == [it.cijfer for it in _teksten(voorbeeld, stuk).stemmen]
    text = "\n".join(words_of(under(document, "Participatie")))
    assert "Wie deed mee" in text
    assert "Uit geen wijkgesprek is een leerpunt bij dit stuk gekozen." in text
    lists = [item for it in under(document, "Participatie") if isinstance(it, Lijst) for item in it.items]
    assert not any(rij[-1] in item for rij in voted.rijen for item in lists)


def test_from_how_many_wijkgesprekken_a_leerpunt_was_chosen_is_said(voorbeeld: Database) -> None:
    points = [it for it in leerbeeld(voorbeeld, BEZOEKER, LINDEN).leerpunten if it.niveau is not Niveau.CASUS]
    first, other = points[0], next(it for it in points if it.sessie != points[0].sessie)
    for chosen, begin in (([first], "Uit één wijkgesprek komt"), ([first, other], "Uit twee wijkgesprekken")):
        keuzes = [StukKeuze(KeuzeSoort.WIJK, LINDEN), *(StukKeuze(KeuzeSoort.LEERPUNT, it.id) for it in chosen)]
        found = words_of(under(built(voorbeeld, make_stuk(keuzes=keuzes)), "Participatie"))
        assert any(it.startswith(begin) for it in found)


def test_nobody_is_said_to_have_taken_part_where_nobody_did(voorbeeld: Database) -> None:
    stuk = make_stuk()
    nobody = replace(_teksten(voorbeeld, stuk), bijeenkomsten=(), stemmen=())
    assert not any("Wie deed mee" in it for it in words(build_from(stuk, nobody, {}, OP)))


def test_niets_doen_is_always_an_alternatief(voorbeeld: Database) -> None:
    it = onderdeel("niets", OnderdeelSoort.ALTERNATIEF, vast=True)
    heads = [it.tekst for it in under(built(voorbeeld, make_stuk([it])), "Alternatieven") if isinstance(it, Kop)]
    assert heads == ["Alternatief 1: Niets doen"]


def test_what_is_being_done_is_told(voorbeeld: Database) -> None:
    told: list[str] = []
    stuk = argument(indicator="vm-rondkomen", gebied=LINDEN)
    document = build(stuk, _teksten(voorbeeld, stuk), teken, OP, meld=told.append)
    assert len(told) == 2
    assert document == built(voorbeeld, stuk)
