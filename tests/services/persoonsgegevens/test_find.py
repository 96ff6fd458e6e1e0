"""What is marked in a text, what is left alone, and what comes in its place."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.persoonsgegeven import Bekend, PersoonsgegevenSoort, Vondst
from monitor.services.persoonsgegevens import find, replace_all, replace_vondst
from monitor.settings import ROOT

PIECES = [
    *(
        "Fatima",
        "de",
        "van",
        "Kerkstraat",
        "12",
        "bis",
        "06-12345678",
        "3 april 1951",
        "mevr.",
        "J.",
        "@",
        "www.",
        "NL",
    ),
    *(
        "123456782",
        "(93)",
        ".",
        "\n",
        "mijn buurvrouw",
        "ziekenhuis",
        "De",
        "Roos",
        "'s",
        "é",
        "\u0300",
        "😀",
        "kenmerk",
    ),
    *("\u202e", "\x00", "1182 AB", "ik ben", "I", "ı", "-", "’", "\ud800"),
]
ROWS = st.lists(st.sampled_from(PIECES), max_size=30)


def direct(tekst: str, bekend: Bekend = Bekend()) -> list[tuple[str, str]]:  # noqa: B008 - frozen
    return [(str(v.soort), tekst[v.begin : v.eind]) for v in find(tekst, bekend) if v.direct]


def gentle(tekst: str) -> list[tuple[str, str]]:
    return [(tekst[v.begin : v.eind], v.voorstel) for v in find(tekst) if not v.direct]


def assert_in_order(tekst: str, vondsten: tuple[Vondst, ...]) -> None:
    end = 0
    for vondst in vondsten:
        assert end <= vondst.begin < vondst.eind <= len(tekst)
        end = vondst.eind


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("mevrouw de groot belde", "mevrouw de groot"),
        ("ik sprak tante annie", "tante annie"),
        ("Ik heb J.P. van der Meulen gemaild.", "J.P. van der Meulen"),
        ("Toen lachte Ahmed el Khatabi.", "Ahmed el Khatabi"),
        ("Ik ken Sjaak van de bakker.", "Sjaak"),
        ("Fatima's zoon is ziek.", "Fatima"),
        ("FATIMA EN IK DOEN DE WAS VOOR IEDEREEN", "FATIMA"),
        ("Roos Hendriks heeft het geverfd.", "Roos Hendriks"),
        ("Ik ging met Roos naar het park.", "Roos"),
        ("Mijn naam is Storm.", "Storm"),
        ("Ik woon met Fatima in Zonnedaal.", "Fatima"),
        ("Ik ging met Henk naar Lindenhof.", "Henk"),
        ("Toen kwam dokter Bakker langs.", "dokter Bakker"),
        ("Anders Visser belde aan.", "Anders Visser"),
    ],
)
def test_a_name_is_found_in_every_spelling(tekst: str, expected: str) -> None:
    assert ("naam", expected) in direct(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "De roos bloeit.",
        "Storm op zee, hoor.",
        "Storm Eunice nam de schuur mee.",
        "Ik woon graag in Bloemhof.",
        "Wil je meedoen?",
        "Anders kent niemand elkaar.",
        "Zij is dokter. Bakker en slager zijn weg.",
        "Mei is mooi.",
        "Mark mijn woorden.",
        "De Jan Steenstraat is druk.",
        "Bij de Albert Heijn is een koffiehoek.",
        "Op het Wilhelminaplein staat een kraam.",
        "Mevrouw de wethouder kwam kijken.",
        "Marokko en Suriname zijn warm.",
        "Welzijnswerk vraagt de tolken aan.",
        "Jongerenwerk kent de meeste van hen.",
        "Thuiszorg belt eerst.",
    ],
)
def test_an_ordinary_word_or_a_place_is_no_name(tekst: str) -> None:
    assert direct(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Aandeel ‘ja’ op vraag 4, bewoners van 18 jaar en ouder, interval volgens Wilson (95%).",
        "Betrouwbaarheidsinterval van 95% volgens Wilson.",
        "Interval (Wilson), steekproef volgens Kish.",
        "Marge berekend met de methode van Wilson.",
        "Wilson-interval van 95 procent",
        "Gevraagd met de schaal van De Jong Gierveld, Cronbach's alpha is 0,84.",
        "Interval volgens Clopper-Pearson of Agresti-Coull.",
    ],
)
def test_a_way_of_counting_called_after_somebody_is_no_name(tekst: str) -> None:
    assert direct(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Volgens Wilson is het hier niet veilig.", "Wilson"),
        ("De methode van Wilson werkt: gewoon aanbellen.", "Wilson"),
        ("Op een schaal van 1 tot 10 zei Wilson een 8.", "Wilson"),
        ("De toets van Wilson ging goed.", "Wilson"),
        ("Het interval volgens mevrouw Wilson.", "mevrouw Wilson"),
        ("Het interval volgens Wilson Jansen.", "Wilson Jansen"),
        ("De marge is groot. Volgens Wilson kan het anders.", "Wilson"),
    ],
)
def test_the_same_name_of_somebody_is_still_found(tekst: str, naam: str) -> None:
    assert direct(tekst) == [("naam", naam)]


@pytest.mark.parametrize(
    ("tekst", "soort", "expected"),
    [
        ("bsn 123456782", "bsn", "123456782"),
        ("Ik kreeg 123.456.782 terug.", "bsn", "123.456.782"),
        ("stort op NL91 ABNA 0417 1643 00 graag", "iban", "NL91 ABNA 0417 1643 00"),
        ("Bel +31 (0)6 12345678.", "telefoon", "+31 (0)6 12345678"),
        ("Bel 020-5550143 of mail.", "telefoon", "020-5550143"),
        ("Bel +32 470 12 34 56 in Gent.", "telefoon", "+32 470 12 34 56"),
        ("jan at voorbeeld punt nl", "email", "jan at voorbeeld punt nl"),
        ("Kerkstraat 12 bis", "adres", "Kerkstraat 12 bis"),
        ("Zij woont in de Lindelaan op nummer 14.", "adres", "Lindelaan op nummer 14"),
        ("ik woon in de rozenstraat hier", "adres", "rozenstraat"),
        ("postcode 1182ab", "postcode", "1182ab"),
        ("De bus met 12-GB-FT reed door.", "kenteken", "12-GB-FT"),
        ("geboren 3-4-1951", "datum", "3-4-1951"),
        ("Ze werd vierennegentig.", "leeftijd", "vierennegentig"),
        ("Een buurvrouw (93) zonder lift.", "leeftijd", "93"),
        ("Zij ligt in het Sint Elisabeth Ziekenhuis.", "instelling", "Sint Elisabeth Ziekenhuis"),
        ("zie www.voorbeeld.nl/x.", "url", "www.voorbeeld.nl/x"),
        ("zaaknummer Z-2024-0088", "nummer", "Z-2024-0088"),
    ],
)
def test_other_kinds_are_found(tekst: str, soort: str, expected: str) -> None:
    assert (soort, expected) in direct(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Het duurde 93 dagen.",
        "Op 12 maart 2024 was het feest.",
        "Op 5 mei 1945 was het vrede.",
        "Er kwamen 1500 mensen.",
        "In 2024 is er meer geld.",
        "Het kost 1.250.000 euro.",
        "Het is 40 van de 100.",
        "Bus 93 rijdt niet.",
        "In het park 25 bomen geplant.",
    ],
)
def test_a_number_that_leads_to_nobody_is_left_alone(tekst: str) -> None:
    assert direct(tekst) == []


def test_a_bsn_that_fails_its_check_is_only_marked_where_the_text_calls_it_so() -> None:
    assert direct("mijn bsn is 123456789") == [("bsn", "123456789")]
    assert ("bsn", "123.456.789") not in direct("Ik kreeg 123.456.789 terug.")


@pytest.mark.parametrize("jaar", range(1950, 2050))
def test_a_year_after_a_small_word_is_no_iban(jaar: int) -> None:
    for woorden in ("kwam ik hier wonen met mijn zus", "niet opnieuw", "begon de tuin waar wij nu zitten"):
        assert "iban" not in dict(direct(f"Besluit u in {jaar} {woorden}."))


def test_an_iban_that_fails_its_check_is_none() -> None:
    assert "iban" not in dict(direct("stort op NL92 ABNA 0417 1643 00"))


def test_the_relation_stays_where_a_name_goes() -> None:
    tekst = "Mijn buurvrouw Fatima kookt."
    assert replace_all(tekst, find(tekst)) == "[Mijn buurvrouw] kookt."
    tekst = "Ik bel met dokter Sewnath en met Henk."
    assert replace_all(tekst, find(tekst)) == "Ik bel met [dokter] en met [naam]."


def test_third_persons_and_sensitive_facts_are_marked_gently() -> None:
    assert gentle("mijn dochter ging") == [("mijn dochter", "[iemand uit mijn familie]")]
    assert gentle("ik vroeg het zijn buurman") == [("zijn buurman", "[iemand uit de buurt]")]
    assert gentle("de huisarts zei niets") == [("de huisarts", "[iemand die hier werkt]")]
    assert gentle("hij heeft een strafblad") == [("strafblad", "[iets over een strafbaar feit]")]
    assert gentle("zij is dement") == [("dement", "[iets over gezondheid]")]
    assert gentle("een Syrisch gezin") == [("Syrisch", "[iets over afkomst]")]


def test_a_direct_find_wins_over_a_gentle_one_on_the_same_place() -> None:
    found = find("Mijn dochter Shanaya is ziek.")
    assert [(v.soort, v.begin, v.eind) for v in found] == [(PersoonsgegevenSoort.NAAM, 0, 20)]


def test_what_the_gemeente_named_itself_may_be_told() -> None:
    bekend = Bekend(namen=frozenset({"De Hoge Linden", "Van Houten", "Buurthuis Fatima"}))
    assert direct("Ik ken Fatima van Buurthuis Fatima.", bekend) == [("naam", "Fatima")]
    assert direct("In Van Houten is het druk.", bekend) == []


def test_its_organisaties_are_marked_wherever_they_stand() -> None:
    bekend = Bekend(organisaties=frozenset({"Warm Welkom"}))
    assert direct("Bij warm welkom kreeg ik soep.", bekend) == [("instelling", "warm welkom")]
    assert direct("Het was een warm welkom.") == []


def test_what_was_replaced_is_not_found_again() -> None:
    tekst = "Tante Annie (93) van de Kerkstraat 12, tel. 06-12345678, zit in ziekenhuis De Hoek."
    replaced = replace_all(tekst, find(tekst))
    assert direct(replaced) == []
    assert "Annie" not in replaced


def test_replacing_touches_nothing_else() -> None:
    tekst = "é Fatima 😀"
    (vondst,) = find(tekst)
    assert replace_vondst(tekst, vondst, "") == "é  😀"
    assert replace_vondst(tekst, vondst) == "é [naam] 😀"


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), ROWS.map(" ".join), ROWS.map("".join)))
def test_finds_of_any_text_are_in_order_and_leave_the_rest_as_it_was(tekst: str) -> None:
    vondsten = find(tekst)
    assert_in_order(tekst, vondsten)
    for vondst in vondsten:
        changed = replace_vondst(tekst, vondst, "#")
        assert changed == f"{tekst[: vondst.begin]}#{tekst[vondst.eind :]}"


def test_naughty_strings_are_searched_without_an_error(real_data: Path) -> None:
    for tekst in json.loads((real_data / "invoer" / "blns" / "blns.json").read_text(encoding="utf-8")):
        assert_in_order(tekst, find(tekst))


@pytest.mark.parametrize(
    "piece",
    ["a", "A", "1", " ", "0 ", "a.", "A. ", "Van ", "a@", "kenmerk 1", "1", "dr. ", "-", "+31 ", "(0", "\u0300"],
)
def test_a_long_row_of_the_same_is_searched_to_its_end(piece: str) -> None:
    tekst = piece * (10_000 // len(piece))
    assert_in_order(tekst, find(tekst))


def test_no_list_is_read_before_a_text_is_searched_and_deduce_never_runs() -> None:
    script = (
        "import sys\n"
        "from monitor.services.persoonsgegevens import find\n"
        "from monitor.sources.namenlijsten import load_namenlijsten\n"
        "assert load_namenlijsten.cache_info().currsize == 0\n"
        "assert find('Fatima kookt.')\n"
        "assert load_namenlijsten.cache_info().currsize == 1\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] in ('deduce', 'docdeid', 'phonenumbers')]\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
