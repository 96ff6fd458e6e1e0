"""Domain objects with everything filled in; a test names only what it is about."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from monitor.domain.gebied import Gebied, GebiedSoort
from monitor.domain.indicator import Bewijssoort, Indicator, IndicatorSoort, IndicatorStatus, Richting, Rol, Thema
from monitor.domain.meting import Meting, OntbreektReden, Reeks
from monitor.domain.verhaal import Gevoel, Koppeling, Perspectief, Verhaal, Verhouding
from monitor.domain.wijk import Activiteit, ActiviteitStatus, Financiering, FinancieringStaat, FinancieringVorm
from monitor.domain.wijkbeeld import BronRegel, Minuut, ThemaKaart, Wijkbeeld

ONTMOETEN = Thema(code="ontmoeten", naam="Ontmoeten", volgorde=5)


def make_indicator(**changes: Any) -> Indicator:
    filled: dict[str, Any] = {
        "code": "buren",
        "naam": "Mensen kennen genoeg buren om even op te passen",
        "eenheid": "%",
        "decimalen": 0,
        "bewijssoort": Bewijssoort.GEMETEN,
        "richting": Richting.HOGER_IS_GUNSTIG,
        "soort": IndicatorSoort.EFFECT,
        "thema": "ontmoeten",
        "rol": Rol.KERN,
        "status": IndicatorStatus.IN_GEBRUIK,
        "landelijk": False,
        "bron": "enquete",
        "definitie": "Het deel van de mensen dat zegt genoeg buren te kennen.",
        "populatie": "mensen",
        "zin": "kenden {waarde} genoeg buren om even op te passen",
    }
    return Indicator(**{**filled, **changes})


def make_meting(jaar: int = 2024, waarde: float | None = 61.0, **changes: Any) -> Meting:
    reden = OntbreektReden.TE_KLEIN if waarde is None else None
    filled: dict[str, Any] = {
        "periode": str(jaar),
        "start": date(jaar, 1, 1),
        "waarde": waarde,
        "ontbreekt_reden": reden,
    }
    return Meting(**{**filled, **changes})


def make_metingen(
    waarden: dict[int, float | None], marge: float | None = None, reden: OntbreektReden = OntbreektReden.TE_KLEIN
) -> tuple[Meting, ...]:
    return tuple(
        make_meting(
            jaar,
            waarde,
            ontbreekt_reden=reden if waarde is None else None,
            ondergrens=None if marge is None or waarde is None else waarde - marge,
            bovengrens=None if marge is None or waarde is None else waarde + marge,
        )
        for jaar, waarde in waarden.items()
    )


def make_reeks(waarden: dict[int, float | None] | None = None, **changes: Any) -> Reeks:
    filled: dict[str, Any] = {
        "indicator": make_indicator(),
        "metingen": make_metingen(waarden or {2019: 52, 2020: 54, 2021: 55, 2022: 57, 2023: 59, 2024: 61}),
    }
    return Reeks(**{**filled, **changes})


def make_series(
    *waarden: float | None,
    indicator: Indicator | None = None,
    since: int = 2016,
    step: int = 1,
    marge: float | None = None,
    reden: OntbreektReden = OntbreektReden.NOG_NIET_GEPUBLICEERD,
) -> Reeks:
    """A reeks with these values, one in every `step` years from `since` on."""
    years = {since + step * place: waarde for place, waarde in enumerate(waarden)}
    return Reeks(indicator or make_indicator(), make_metingen(years, marge, reden))


def make_verhaal(**changes: Any) -> Verhaal:
    filled: dict[str, Any] = {
        "id": "v1",
        "gebied": "WK990101",
        "kwartaal": date(2025, 4, 1),
        "titel": "Sinds de soepmiddag weet ik wie er boven woont",
        "tekst": "Ik kende alleen de voetstappen. Nu brengt ze mijn post als ik ziek ben.",
        "gevoel": Gevoel.GOED,
        "perspectieven": (Perspectief.BEWONER,),
        "themas": ("ontmoeten",),
        "koppelingen": (Koppeling("buren", Verhouding.PAST_BIJ, "Zij leerde haar buren kennen."),),
        "citaat": "Nu brengt ze mijn post als ik ziek ben.",
    }
    return Verhaal(**{**filled, **changes})


def make_activiteit(**changes: Any) -> Activiteit:
    filled: dict[str, Any] = {
        "id": "a1",
        "thema": "ontmoeten",
        "naam": "Soepmiddag",
        "begonnen_op": date(2022, 9, 1),
        "status": ActiviteitStatus.LOOPT,
    }
    return Activiteit(**{**filled, **changes})


def make_financiering(**changes: Any) -> Financiering:
    filled: dict[str, Any] = {
        "thema": "ontmoeten",
        "omschrijving": "soepmiddag",
        "jaar": 2025,
        "vorm": FinancieringVorm.SUBSIDIE,
        "staat": FinancieringStaat.TOEGEKEND,
        "bedrag": Decimal("12400"),
    }
    return Financiering(**{**filled, **changes})


def make_kaart(**changes: Any) -> ThemaKaart:
    filled: dict[str, Any] = {"thema": ONTMOETEN, "reeksen": (make_reeks(),), "verhalen": (make_verhaal(),)}
    return ThemaKaart(**{**filled, **changes})


def make_wijk(**changes: Any) -> Gebied:
    filled: dict[str, Any] = {
        "code": "WK990101",
        "soort": GebiedSoort.WIJK,
        "naam": "Lindekwartier",
        "geldig_van": date(2015, 1, 1),
    }
    return Gebied(**{**filled, **changes})


def make_minuut(**changes: Any) -> Minuut:
    filled: dict[str, Any] = {
        "zien": "Waarschijnlijk kennen meer mensen hun buren dan in 2019.",
        "vertellen": "23 verhalen.",
        "schuurt": "Bij Ontmoeten: het cijfer stijgt, in enkele verhalen klinkt iets anders.",
        "leerden": "Wie niet komt, weet vaak waarom.",
        "gevraagd": "Er ligt nu geen voorstel over deze wijk.",
        "vragen": ("Wie komt er niet?", "Wat kost het als we niets doen?"),
        "schuurt_themas": ("ontmoeten",),
    }
    return Minuut(**{**filled, **changes})


def make_wijkbeeld(**changes: Any) -> Wijkbeeld:
    filled: dict[str, Any] = {
        "wijk": make_wijk(),
        "gemeente": make_wijk(code="GM9901", soort=GebiedSoort.GEMEENTE, naam="Veldermeer"),
        "wijken": (make_wijk(),),
        "inwoners": make_meting(2025, 7840),
        "opvolgers": (),
        "voorgangers": (),
        "kaarten": (make_kaart(),),
        "lege_themas": (),
        "minuut": make_minuut(),
        "verhalen_totaal": 1,
        "verhalen_op_gemeente": False,
        "bronnen": (BronRegel("Enquête", "Gemeente", None, 2025, datetime(2026, 1, 2)),),
        "cijfers_tot": "2025",
        "voorbeeld": False,
    }
    return Wijkbeeld(**{**filled, **changes})
