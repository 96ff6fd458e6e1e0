"""The eight questions as fields of the form, in three steps; who writes down for another is asked a little more."""

from collections.abc import Mapping, Sequence
from typing import Any

from monitor.domain.gebruiker import Aanmelding, Gebruiker
from monitor.domain.rechten import Handeling, mag_ergens, wijken_voor
from monitor.domain.regels import CITAAT_WOORDEN
from monitor.domain.verhaal import Vertelwijze
from monitor.services.vertelformulier import JA, NEE
from monitor.services.vertellen import TALEN
from monitor.services.wijkbeeld import themas
from monitor.services.wijkkeuze import Wijkkeuze, wijken
from monitor.store.database import Database
from monitor.ui.texts import vertellen as texts

Veld = dict[str, Any]
"""One field: what it is called, what it asks, from what can be chosen, and when it is asked at all."""

_OPGETEKEND = [wijze.value for wijze in Vertelwijze if wijze is not Vertelwijze.ZELF]
_YES_NO = {JA: texts.JA, NEE: texts.NEE}


def steps(database: Database, gebruiker: Gebruiker, wijk: str | None) -> list[dict[str, Any]]:
    """The three steps for this person; `wijk` is what the address asks for."""
    wijzen = _ways(gebruiker)
    optekenaar = len(wijzen) > 1
    one = [*_how(wijzen), _long("tekst", texts.TEKST, texts.TEKST_UITLEG, rijen=7), *_why_and_wish()]
    two = [*_titel_and_citaat(), *_about(database, gebruiker, wijk), *(_around() if optekenaar else [])]
    three = [*_who_may_read(), _klopt(optekenaar)]
    return [
        {"titel": texts.STAPPEN[0], "inleiding": texts.STAP_1, "velden": one},
        {"titel": texts.STAPPEN[1], "velden": two},
        {"titel": texts.STAPPEN[2], "inleiding": texts.STAP_3, "velden": three, "teruglezen_voor": "klopt"},
    ]


def _ways(gebruiker: Gebruiker) -> list[Vertelwijze]:
    """How this person can bring in a verhaal, the usual way first."""
    if not mag_ergens(gebruiker, Handeling.OPTEKENEN):
        return [Vertelwijze.ZELF]
    invited = gebruiker.aanmelding is Aanmelding.UITGENODIGD
    return [Vertelwijze.UITNODIGING if invited else Vertelwijze.OPGETEKEND, Vertelwijze.PAPIER, Vertelwijze.ZELF]


def _how(wijzen: Sequence[Vertelwijze]) -> list[Veld]:
    if len(wijzen) == 1:
        return []
    paper = {"veld": "hoe", "in": [Vertelwijze.PAPIER.value]}
    written = {"veld": "hoe", "in": _OPGETEKEND}
    options = {wijze: texts.HOE_KEUZES[wijze] for wijze in wijzen}
    return [
        {**_choice("hoe", texts.HOE, options), "begin": wijzen[0].value},
        {**_short("code", texts.CODE, texts.CODE_UITLEG), "als": paper},
        {**_short("verteld_op", texts.VERTELD_OP, texts.VERTELD_OP_UITLEG), "als": paper},
        {**_choice("hulp", texts.HULP_RELATIE, _YES_NO, uitleg=texts.HULP_RELATIE_UITLEG), "als": written},
    ]


def _why_and_wish() -> list[Veld]:
    return [_long("waarom", texts.WAAROM), _long("wens", texts.WENS)]


def _titel_and_citaat() -> list[Veld]:
    quote = _field("citaat", "citaat", texts.CITAAT, texts.CITAAT_UITLEG)
    return [
        {**_short("titel", texts.TITELVRAAG, texts.TITELVRAAG_UITLEG), "teruglezen": True},
        {**quote, "uit": "tekst", "woorden": CITAAT_WOORDEN, "kies": texts.CITAAT_KIES, "rijen": 3, "teruglezen": True},
    ]


def _about(database: Database, gebruiker: Gebruiker, wijk: str | None) -> list[Veld]:
    child = {"veld": "leeftijdsgroep", "in": ["jonger_dan_16"]}
    ages = [{"naam": "", "opties": [[age.value, word] for age, word in texts.LEEFTIJDEN.items()]}]
    topics = {thema.code: thema.naam for thema in themas(database)}
    return [
        {**_choice("gevoel", texts.GEVOEL, texts.GEVOELENS), "teruglezen": True},
        _wijk(database, gebruiker, wijk),
        {**_several("perspectief", texts.PERSPECTIEF, texts.PERSPECTIEVEN), "teruglezen": True},
        {**_field("lijst", "leeftijdsgroep", texts.LEEFTIJD), "leeg": texts.LEEFTIJD_LEEG, "groepen": ages},
        {
            **_several("ouder_akkoord", texts.OUDER_AKKOORD, {JA: texts.OUDER_AKKOORD_JA}, texts.OUDER_AKKOORD_UITLEG),
            "als": child,
        },
        {**_several("kind_akkoord", texts.KIND_AKKOORD, {JA: texts.KIND_AKKOORD_JA}), "als": child},
        {**_several("thema", texts.THEMA, topics), "ingeklapt": texts.THEMA_INGEKLAPT},
    ]


def _wijk(database: Database, gebruiker: Gebruiker, asked: str | None) -> Veld:
    mine = wijken_voor(gebruiker, Handeling.OPTEKENEN) if mag_ergens(gebruiker, Handeling.OPTEKENEN) else None
    chosen = wijken(database, mine)
    begin = asked if asked in {it.code for it in chosen} else chosen[0].code if len(chosen) == 1 else ""
    return {
        **_field("lijst", "gebied", texts.GEBIED),
        "leeg": texts.GEBIED_KIES,
        "groepen": _by_gemeente(chosen),
        "begin": begin,
        "teruglezen": True,
    }


def _by_gemeente(chosen: Sequence[Wijkkeuze]) -> list[dict[str, Any]]:
    groups: dict[str, list[list[str]]] = {}
    for wijk in chosen:
        groups.setdefault(wijk.gemeente, []).append([wijk.code, wijk.naam])
    return [{"naam": naam if len(groups) > 1 else "", "opties": opties} for naam, opties in groups.items()]


def _around() -> list[Veld]:
    """What only who writes it down for another is asked: language, interpreter, group, who gives permission."""
    written = {"veld": "hoe", "in": _OPGETEKEND}
    languages = [{"naam": "", "opties": [[code, naam] for code, naam in TALEN.items()]}]
    group = {"veld": "toestemming_door", "in": ["groep"]}
    return [
        {**_field("lijst", "taal", texts.TAAL), "groepen": languages, "begin": "nl", "als": written},
        {**_several("met_tolk", texts.MET_TOLK, {JA: texts.MET_TOLK_JA}), "als": written},
        {**_choice("toestemming_door", texts.DOOR, texts.DOOR_KEUZES), "begin": "verteller", "als": written},
        {**_short("namens", texts.NAMENS, texts.NAMENS_UITLEG), "als": group, "teruglezen": True},
        {**_short("groep_aantal", texts.GROEP_AANTAL), "als": group, "toetsen": "numeric"},
    ]


def _who_may_read() -> list[Veld]:
    uses = [[gebruik.value, *words] for gebruik, words in texts.GEBRUIKEN.items()]
    own_day = {"veld": "tot", "in": ["dag"]}
    return [
        {**_field("meer", "gebruik", texts.GEBRUIK, texts.GEBRUIK_UITLEG), "opties": uses},
        {**_choice("tot", texts.TOT, texts.TOT_KEUZES), "begin": "twee_jaar"},
        {**_short("tot_dag", texts.TOT_DAG, texts.TOT_DAG_UITLEG), "als": own_day},
    ]


def _klopt(optekenaar: bool) -> Veld:
    options = [[JA, texts.KLOPT_JA], [NEE, texts.KLOPT_NEE, texts.KLOPT_NEE_MEER]]
    return {**_field("keuze", "klopt", texts.KLOPT if optekenaar else texts.KLOPT_ZELF), "opties": options}


def _field(soort: str, naam: str, label: str, uitleg: str = "") -> Veld:
    return {"soort": soort, "naam": naam, "label": label, "uitleg": uitleg, "kort": texts.KORT.get(naam, "")}


def _short(naam: str, label: str, uitleg: str = "") -> Veld:
    return _field("kort", naam, label, uitleg)


def _long(naam: str, label: str, uitleg: str = "", rijen: int = 4) -> Veld:
    return {**_field("lang", naam, label, uitleg), "rijen": rijen, "teruglezen": True}


def _choice(naam: str, label: str, options: Mapping[Any, str], uitleg: str = "") -> Veld:
    return {**_field("keuze", naam, label, uitleg), "opties": [[str(value), word] for value, word in options.items()]}


def _several(naam: str, label: str, options: Mapping[Any, str], uitleg: str = "") -> Veld:
    return {**_choice(naam, label, options, uitleg), "soort": "meer"}
