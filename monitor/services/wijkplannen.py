"""The wijkplan: write it together, lay the college's beside it, look back on it every quarter, and end it.

Everybody reads it, so that no verhaal stands in it. Everything is added; what people typed can be taken away again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort, Niveau
from monitor.domain.rechten import Handeling
from monitor.domain.regels import MEESTE_BEDRAG
from monitor.domain.wijkplan import (
    AanvraagOordeel,
    Opsteller,
    Planbeeld,
    PlanBron,
    PlanregelSoort,
    PlanregelStand,
    PlanSectie,
    PlanStand,
    PlanVersie,
    Wijkplan,
    loopt_problemen,
    terugblik_problemen,
    versie_problemen,
)
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems
from monitor.services.leerbeeld import leerbeeld
from monitor.services.levensloop import aantal_problemen, begin
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.sessie_store import SessieStore
from monitor.store.weghalen import remove_words
from monitor.store.wijkplan_store import WijkplanStore

ONBEKEND = "Dit plan kennen wij niet in deze wijk."
ER_LOOPT_AL_EEN = "In deze wijk loopt al een plan. Rond dat eerst af, of schrijf daar verder."
DEEL_MOST = 2_000
_NOG_NIET = "Deze dag is nog niet geweest."
_GEEN_DAG = "Schrijf op welke dag het was."
_NAAM = {
    PlanSectie.AMBITIE: "wat u wilt bereiken",
    PlanSectie.LEERVRAGEN: "wat u wilt leren",
    PlanSectie.AANPAK: "hoe u het aanpakt",
    PlanSectie.BETROKKENHEID: "hoe inwoners meedoen",
    PlanSectie.UITDAGINGEN: "wat lastig wordt",
    PlanSectie.NIET_DOEN: "wat u niet doet",
    PlanSectie.SPELREGELS: "hoe u het volgt",
}
"""What a part is called in a refusal."""
_WAT_LEEG = {
    PlanregelSoort.TAAK: "Schrijf op wat er gedaan wordt.",
    PlanregelSoort.GELD: "Schrijf op waar het geld voor is.",
    PlanregelSoort.KALENDER: "Schrijf op wat er die dag is.",
    PlanregelSoort.MIJLPAAL: "Schrijf op wat er dan bereikt is.",
}
_WIE_LEEG = {
    PlanregelSoort.TAAK: "Schrijf op wie het doet: een rol of een organisatie.",
    PlanregelSoort.GELD: "Schrijf op wie over het geld beslist: een rol of een organisatie.",
}
_HANDELING = {Opsteller.MAKERS: Handeling.WIJKPLAN_MAKERS, Opsteller.COLLEGE: Handeling.WIJKPLAN_COLLEGE}
_MET_DAG = frozenset({PlanregelSoort.KALENDER, PlanregelSoort.MIJLPAAL})

Aantallen = tuple[tuple[StemRol, int], ...]


@dataclass(frozen=True, slots=True)
class PlanVersieInvoer:
    """A version as it was typed: whose it is, and per sectie the words and why they are other ones."""

    opsteller: Opsteller | None
    dag: date | None
    delen: tuple[tuple[PlanSectie, str, str], ...] = ()
    makers: Aantallen = ()


@dataclass(frozen=True, slots=True)
class PlanregelInvoer:
    """A line as it was typed."""

    soort: PlanregelSoort | None
    wat: str = ""
    wie: str = ""
    dag: date | None = None
    bedrag: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TerugblikInvoer:
    """What came of a line, and how many people looked back."""

    stand: PlanregelStand | None
    dag: date | None
    geleerd: str = ""
    deelnemers: Aantallen = ()


@dataclass(frozen=True, slots=True)
class PlanAanvraagInvoer:
    """What somebody asks subsidie for."""

    wat: str = ""
    wie: str = ""
    bedrag: Decimal | None = None


# Reading


def planbeeld(database: Opslag, gebruiker: Gebruiker, wijk: str) -> Planbeeld:
    """The plans of a wijk as this reader reads them: a bron that she may not read, or no longer, has no name."""
    wijk = normalize_code(wijk) or wijk
    geleerd = leerbeeld(database, gebruiker, wijk)
    with database.reading() as cursor:
        plannen = tuple(sorted(WijkplanStore(cursor).plannen(wijk), key=lambda it: not it.loopt))
        named = SessieStore(cursor)
        known = {
            BronSoort.INDICATOR: named.indicatornamen(),
            BronSoort.LEERPUNT: {it.id: it.tekst for it in geleerd.leerpunten if it.tekst},
            BronSoort.ACTIVITEIT: named.zaaknamen(),
            BronSoort.INITIATIEF: named.zaaknamen(),
        }
    bronnen = {it for plan in plannen for it in plan.bronnen}
    namen = {it: known[it.soort][it.ref] for it in bronnen if it.ref in known[it.soort]}
    return Planbeeld(wijk, plannen, namen, today_amsterdam(database.now()))


def bronnen_voor(database: Database, gebruiker: Gebruiker, wijk: str) -> dict[PlanBron, str]:
    """What a plan of this wijk can rest on, with its name: for who writes it."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKPLAN)
    geleerd = leerbeeld(database, who, wijk)
    with database.reading() as cursor:
        here = _known(cursor, wijk)
        named = SessieStore(cursor)
        indicatoren, zaken = named.indicatornamen(), named.zaaknamen()
    texts = {it.id: it.tekst for it in geleerd.leerpunten if it.tekst}
    names = {BronSoort.LEERPUNT: texts, BronSoort.INDICATOR: indicatoren}
    return {it: names.get(it.soort, zaken)[it.ref] for it in here if it.ref in names.get(it.soort, zaken)}


# Beginning and ending


def add_plan(database: Database, gebruiker: Gebruiker, wijk: str, naam: str, kwestie: str = "", *, token: str) -> str:
    """Begin a plan, of the whole wijk or of one kwestie. One at a time; the same token gives the same one."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKPLAN)
    problemen = tekstveld_problemen(
        database,
        {
            "naam": TekstVeld(naam, "de naam", leeg="Geef het plan een naam.", most=KORT),
            "kwestie": TekstVeld(kwestie, "waar u eerst aan werkt", most=300),
        },
    )
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "wijkplan")
        if earlier is not None:
            return earlier
        store = WijkplanStore(cursor)
        if any(it.loopt for it in store.plannen(wijk)):
            problemen.append(Probleem(ER_LOOPT_AL_EEN, "stand"))
        raise_problems(problemen)
        now, id_ = database.now(), new_id()
        row = {"id": id_, "gebied": wijk, "naam": bare(naam), "gemaakt_door": who.id, "gemaakt_op": now}
        store.add_plan({**row, "weggehaald_op": None})
        start = _appended(database, who, today_amsterdam(now))
        store.add_stap({**start, "wijkplan": id_, "nummer": 1, "stand": PlanStand.LOOPT.value, "geleerd": None})
        if bare(kwestie):
            first = _appended(database, who, today_amsterdam(now))
            store.add_kwestie({**first, "wijkplan": id_, "nummer": 1, "kwestie": bare(kwestie), "waarom": None})
        InzendingStore(cursor).add(token, "wijkplan", id_, now)
        _log(cursor, database, who, "toegevoegd", "wijkplan", id_, "naam")
    return id_


def end(database: Database, gebruiker: Gebruiker, wijk: str, plan: str, stand: PlanStand, geleerd: str = "") -> None:
    """Say that a plan is done, or was stopped, with what was learned. Nothing need be reached for either."""
    problemen = tekstveld_problemen(database, {"geleerd": TekstVeld(geleerd, "wat u leerde")})
    if stand is PlanStand.LOOPT:
        problemen.append(Probleem("Kies of het plan klaar is, of gestopt.", "stand"))

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        row = _appended(database, who, today_amsterdam(database.now()))
        numbered = {"wijkplan": plan, "nummer": found.nu.nummer + 1, "stand": stand.value, "geleerd": bare(geleerd)}
        WijkplanStore(cursor).add_stap({**row, **numbered})
        _log(cursor, database, who, stand.value, "wijkplan", plan, "geleerd")
        return plan

    _in_plan(database, gebruiker, wijk, plan, problemen, action, ook_voorbij=True)


def choose_kwestie(
    database: Database, gebruiker: Gebruiker, wijk: str, plan: str, kwestie: str, waarom: str = "", *, token: str
) -> str:
    """Say what people work on first; empty: on the whole plan. What came before stays to be read.

    That is for the makers to say.
    """
    velden = {
        "kwestie": TekstVeld(kwestie, "waar u eerst aan werkt", most=300),
        "waarom": TekstVeld(waarom, "waarom"),
    }

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        row = _appended(database, who, today_amsterdam(database.now()))
        store = WijkplanStore(cursor)
        numbered = {"wijkplan": plan, "nummer": store.next_nummer("wijkplan_kwestie", plan)}
        store.add_kwestie({**row, **numbered, "kwestie": bare(kwestie), "waarom": bare(waarom)})
        _log(cursor, database, who, "gekozen", "wijkplankwestie", str(row["id"]), "kwestie")
        return str(row["id"])

    return _in_plan(
        database,
        gebruiker,
        wijk,
        plan,
        tekstveld_problemen(database, velden),
        action,
        token,
        handeling=Handeling.WIJKPLAN_MAKERS,
    )


# The plan in words


def add_versie(
    database: Database, gebruiker: Gebruiker, wijk: str, plan: str, invoer: PlanVersieInvoer, *, token: str
) -> str:
    """Append a version of the makers or of the college; the one before stays to be read.

    Who leads writes what the makers want, who makes policy what the college wants: neither speaks for the other.
    """
    handeling = _HANDELING[invoer.opsteller] if invoer.opsteller else Handeling.WIJKPLAN
    velden = {it.value: TekstVeld(tekst, _NAAM[it], most=DEEL_MOST) for it, tekst, _ in invoer.delen}
    velden |= {f"{it.value} waarom": TekstVeld(why, "waarom") for it, _, why in invoer.delen}
    problemen = tekstveld_problemen(database, velden) + _aantal_problemen(invoer.makers, "makers")
    problemen += _dag_problemen(database, invoer.dag)
    if invoer.opsteller is None:
        problemen.append(Probleem("Kies van wie deze versie is.", "opsteller"))
    delen = {it: (bare(tekst), bare(why)) for it, tekst, why in invoer.delen}

    def wrong(found: Wijkplan) -> list[Probleem]:
        return versie_problemen(found, invoer.opsteller, delen, invoer.makers) if invoer.opsteller else []

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        assert invoer.opsteller is not None  # noqa: S101 - otherwise it was refused
        store, row = WijkplanStore(cursor), _appended(database, who, invoer.dag, words=False)
        number = store.next_nummer("wijkplan_versie", plan)
        parts = [
            {"id": new_id(), "versie": row["id"], "sectie": it.value, "tekst": tekst, "waarom": why}
            for it, (tekst, why) in delen.items()
            if tekst
        ]
        store.add_versie(
            {**row, "wijkplan": plan, "nummer": number, "opsteller": invoer.opsteller.value},
            _counted(invoer.makers, "versie", str(row["id"])),
            [{**it, "weggehaald_op": None} for it in parts],
        )
        names = [it.value for it, (tekst, _) in delen.items() if tekst]
        _log(cursor, database, who, "toegevoegd", "wijkplanversie", str(row["id"]), *names)
        return str(row["id"])

    return _in_plan(database, gebruiker, wijk, plan, problemen, action, token, wrong, handeling=handeling)


def add_afwijking(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    plan: str,
    rol: StemRol | None,
    tekst: str,
    opsteller: Opsteller | None = None,
    *,
    token: str,
) -> str:
    """Keep how somebody sees the newest version of the makers or the college in another way; None: the newest."""
    veld = TekstVeld(tekst, "wat iemand anders ziet", leeg="Schrijf op hoe iemand het anders ziet.")
    problemen = tekstveld_problemen(database, {"tekst": veld})
    if rol is None:
        problemen.append(Probleem("Kies wie dit zegt.", "rol"))

    def wrong(found: Wijkplan) -> list[Probleem]:
        return [] if _versie(found, opsteller) else [Probleem("Er staat nog niets in dit plan.", "versie")]

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        assert rol is not None  # noqa: S101 - otherwise it was refused
        versie = _versie(found, opsteller)
        assert versie is not None  # noqa: S101 - otherwise it was refused
        id_ = new_id()
        row = {"id": id_, "versie": versie.id, "rol": rol.value, "tekst": bare(tekst)}
        WijkplanStore(cursor).add_afwijking({**row, "op": database.now(), "weggehaald_op": None})
        _log(cursor, database, who, "toegevoegd", "wijkplanafwijking", id_, "rol", "tekst")
        return id_

    return _in_plan(database, gebruiker, wijk, plan, problemen, action, token, wrong)


def _versie(plan: Wijkplan, opsteller: Opsteller | None) -> PlanVersie | None:
    return plan.laatste(opsteller) if opsteller else next(reversed(plan.versies), None)


# Lines, and looking back on them


def add_regel(
    database: Database, gebruiker: Gebruiker, wijk: str, plan: str, invoer: PlanregelInvoer, *, token: str
) -> str:
    """Add who does what, money and who decides, a day in the kalender, or a mijlpaal."""

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        assert invoer.soort is not None  # noqa: S101 - otherwise it was refused
        row = {"soort": invoer.soort.value, "wat": bare(invoer.wat), "wie": bare(invoer.wie), "dag": invoer.dag}
        made = _made(database, who, plan)
        WijkplanStore(cursor).add_regel({**made, **row, "bedrag": invoer.bedrag})
        _log(cursor, database, who, "toegevoegd", "wijkplanregel", str(made["id"]), invoer.soort.value)
        return str(made["id"])

    return _in_plan(database, gebruiker, wijk, plan, _regel_problemen(database, invoer), action, token)


def look_back(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    plan: str,
    regel: str,
    invoer: TerugblikInvoer,
    *,
    token: str,
) -> str:
    """Append what came of a line; on a mijlpaal residents look back too."""
    problemen = tekstveld_problemen(database, {"geleerd": TekstVeld(invoer.geleerd, "wat u leerde")})
    problemen += _dag_problemen(database, invoer.dag) + _aantal_problemen(invoer.deelnemers, "deelnemers")
    if invoer.stand is None:
        problemen.append(Probleem("Kies hoe het ermee staat.", "stand"))

    def wrong(found: Wijkplan) -> list[Probleem]:
        line = next((it for it in found.regels if it.id == regel), None)
        if line is None:
            raise NietGevonden("Deze regel staat niet (meer) in dit plan.")
        return terugblik_problemen(line, invoer.deelnemers)

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        assert invoer.stand is not None  # noqa: S101 - otherwise it was refused
        store, row = WijkplanStore(cursor), _appended(database, who, invoer.dag)
        number = store.next_nummer("wijkplan_terugblik", regel)
        said = {"regel": regel, "nummer": number, "stand": invoer.stand.value, "geleerd": bare(invoer.geleerd)}
        store.add_terugblik({**row, **said}, _counted(invoer.deelnemers, "terugblik", str(row["id"])))
        _log(cursor, database, who, "teruggekeken", "wijkplanregel", regel, invoer.stand.value)
        return str(row["id"])

    return _in_plan(database, gebruiker, wijk, plan, problemen, action, token, wrong)


# What it rests on, and aanvragen beside it


def add_bron(database: Database, gebruiker: Gebruiker, wijk: str, plan: str, *bronnen: PlanBron) -> None:
    """Say what a plan rests on; what stands there already is not added twice. Never a verhaal or a casus."""
    problemen = [] if bronnen else [Probleem("Kies waar het plan op rust.", "bron")]

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        known = _known(cursor, found.gebied)
        if not known.issuperset(bronnen):
            raise NietGevonden("Dit kennen wij niet in deze wijk. Kies iets anders.")
        for bron in dict.fromkeys(bronnen):
            if bron not in found.bronnen:
                WijkplanStore(cursor).add_bron(new_id(), plan, bron)
                _log(cursor, database, who, "gekoppeld", "wijkplan", plan, bron.soort.value)
        return plan

    _in_plan(database, gebruiker, wijk, plan, problemen, action)


def remove_bron(database: Database, gebruiker: Gebruiker, wijk: str, plan: str, bron: PlanBron) -> None:
    """Say that a plan does not rest on this after all. Raises NietGevonden when it does not stand there."""

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        if bron not in found.bronnen:
            raise NietGevonden("Hier rust het plan niet op. Kies iets anders.")
        WijkplanStore(cursor).remove_bron(plan, bron)
        _log(cursor, database, who, "losgekoppeld", "wijkplan", plan, bron.soort.value)
        return plan

    _in_plan(database, gebruiker, wijk, plan, [], action)


def add_aanvraag(
    database: Database, gebruiker: Gebruiker, wijk: str, plan: str, invoer: PlanAanvraagInvoer, *, token: str
) -> str:
    """Lay an aanvraag beside a plan."""
    velden = {
        "wat": TekstVeld(invoer.wat, "waar het voor is", leeg="Schrijf op waar de aanvraag voor is.", most=300),
        "wie": TekstVeld(invoer.wie, "wie het aanvraagt", most=KORT),
    }
    problemen = tekstveld_problemen(database, velden) + _bedrag_problemen(invoer.bedrag)

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        made = _made(database, who, plan)
        row = {"wat": bare(invoer.wat), "wie": bare(invoer.wie), "bedrag": invoer.bedrag}
        WijkplanStore(cursor).add_aanvraag({**made, **row})
        _log(cursor, database, who, "toegevoegd", "wijkplanaanvraag", str(made["id"]), "wat", "bedrag")
        return str(made["id"])

    return _in_plan(database, gebruiker, wijk, plan, problemen, action, token)


def judge(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    plan: str,
    aanvraag: str,
    oordeel: AanvraagOordeel | None,
    want: str,
    *,
    token: str,
) -> str:
    """Append what was said of an aanvraag: it fits, it does not, or it does not and yet. Always with why."""
    veld = TekstVeld(want, "waarom", leeg="Schrijf op waarom. Dat helpt het gesprek.")
    problemen = tekstveld_problemen(database, {"want": veld})
    if oordeel is None:
        problemen.append(Probleem("Kies of het past.", "oordeel"))

    def wrong(found: Wijkplan) -> list[Probleem]:
        if aanvraag not in {it.id for it in found.aanvragen}:
            raise NietGevonden("Deze aanvraag ligt niet (meer) naast dit plan.")
        return []

    def action(cursor: Cursor, who: Gebruiker, found: Wijkplan) -> str:
        assert oordeel is not None  # noqa: S101 - otherwise it was refused
        store, row = WijkplanStore(cursor), _appended(database, who, today_amsterdam(database.now()))
        number = store.next_nummer("wijkplan_oordeel", aanvraag)
        store.add_oordeel({**row, "aanvraag": aanvraag, "nummer": number, "oordeel": oordeel.value, "want": bare(want)})
        _log(cursor, database, who, "besproken", "wijkplanaanvraag", aanvraag, oordeel.value)
        return str(row["id"])

    return _in_plan(database, gebruiker, wijk, plan, problemen, action, token, wrong)


# Taking words away


def remove_words_of(database: Database, gebruiker: Gebruiker, wijk: str, plan: str, id_: str) -> None:
    """Take away words that lead to a person after all, also of a plan that has ended. That they were there stays.

    Raises NietGevonden when nothing with this id stands in this plan.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKPLAN, ook_voorbij=True)
    with database.writing() as cursor:
        soort = _words_in(_plan_in(cursor, wijk, plan)).get(id_)
        if soort is None:
            raise NietGevonden("Deze woorden kennen wij niet in dit plan.")
        remove_words(cursor, soort, id_, database.now())
        _log(cursor, database, who, "weggehaald", soort, id_)
    remember(database, id_)


def _words_in(plan: Wijkplan) -> dict[str, str]:
    """Everything in a plan that has words of people: what it is, by its id."""
    return {
        plan.id: "wijkplan",
        **{it.id: "wijkplanstand" for it in plan.stappen},
        **{it.id: "wijkplankwestie" for it in plan.kwesties},
        **{it.id: "wijkplandeel" for versie in plan.versies for it in versie.delen},
        **{it.id: "wijkplanafwijking" for versie in plan.versies for it in versie.afwijkingen},
        **{it.id: "wijkplanregel" for it in plan.regels},
        **{it.id: "wijkplanterugblik" for regel in plan.regels for it in regel.terugblikken},
        **{it.id: "wijkplanaanvraag" for it in plan.aanvragen},
        **{it.id: "wijkplanoordeel" for aanvraag in plan.aanvragen for it in aanvraag.oordelen},
    }


# Shared


def _in_plan(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    plan: str,
    problemen: Sequence[Probleem],
    action: Callable[[Cursor, Gebruiker, Wijkplan], str],
    token: str | None = None,
    wrong: Callable[[Wijkplan], list[Probleem]] | None = None,
    *,
    handeling: Handeling = Handeling.WIJKPLAN,
    ook_voorbij: bool = False,
) -> str:
    """Do something in a plan that people work on, in one transaction: once per token, or say all that is wrong."""
    wijk, who = begin(database, gebruiker, wijk, handeling, ook_voorbij=ook_voorbij)
    with database.writing() as cursor:
        sent = InzendingStore(cursor)
        earlier = sent.doel(token, "wijkplan") if token else None
        if earlier is not None:
            return earlier
        found = _plan_in(cursor, wijk, plan)
        raise_problems([*loopt_problemen(found), *problemen, *(wrong(found) if wrong else [])])
        made = action(cursor, who, found)
        if token:
            sent.add(token, "wijkplan", made, database.now())
        return made


def _plan_in(cursor: Cursor, wijk: str, plan: str) -> Wijkplan:
    found = next((it for it in WijkplanStore(cursor).plannen(wijk) if it.id == plan), None)
    if found is None:
        raise NietGevonden(ONBEKEND)
    return found


def _known(cursor: Cursor, wijk: str) -> set[PlanBron]:
    """What a plan of this wijk can rest on. A casus tells one verhaal, so it is not among them."""
    store = SessieStore(cursor)
    gemeente = f"GM{wijk[2:6]}"
    learned = [it.id for it in store.leerpunten(wijk) if it.niveau is not Niveau.CASUS and it.tekst]
    kinds = {
        BronSoort.INDICATOR: store.indicatornamen(),
        BronSoort.LEERPUNT: learned,
        BronSoort.ACTIVITEIT: store.known_bronnen(BronSoort.ACTIVITEIT, wijk, gemeente),
        BronSoort.INITIATIEF: store.known_bronnen(BronSoort.INITIATIEF, wijk, gemeente),
    }
    return {PlanBron(soort, ref) for soort, refs in kinds.items() for ref in refs}


def _regel_problemen(database: Database, invoer: PlanregelInvoer) -> list[Probleem]:
    soort = invoer.soort
    if soort is None:
        return [Probleem("Kies wat u opschrijft.", "soort")]
    velden = {
        "wat": TekstVeld(invoer.wat, "wat het is", leeg=_WAT_LEEG[soort], most=300),
        "wie": TekstVeld(invoer.wie, "wie", leeg=_WIE_LEEG.get(soort), most=KORT),
    }
    problemen = tekstveld_problemen(database, velden) + _bedrag_problemen(invoer.bedrag)
    if soort in _MET_DAG and invoer.dag is None:
        problemen.append(Probleem("Schrijf op welke dag het is.", "dag"))
    if soort is not PlanregelSoort.GELD and invoer.bedrag is not None:
        problemen.append(Probleem("Een bedrag hoort bij “geld”. Maak er een eigen regel van.", "bedrag"))
    return problemen


def _bedrag_problemen(bedrag: Decimal | None) -> list[Probleem]:
    if bedrag is None or (bedrag.is_finite() and 0 <= bedrag < MEESTE_BEDRAG):
        return []
    return [Probleem("Dit bedrag kan niet. Schrijf een bedrag in euro's.", "bedrag")]


def _dag_problemen(database: Database, dag: date | None) -> list[Probleem]:
    if dag is None:
        return [Probleem(_GEEN_DAG, "dag")]
    return [Probleem(_NOG_NIET, "dag")] if dag > today_amsterdam(database.now()) else []


def _aantal_problemen(aantallen: Aantallen, veld: str) -> list[Probleem]:
    problemen = [melding for _, aantal in aantallen for melding in aantal_problemen(aantal, veld)]
    if len({rol for rol, _ in aantallen}) < len(aantallen):
        problemen.append(Probleem("Elke rol staat er maar een keer in.", veld))
    return problemen


def _counted(aantallen: Aantallen, of: str, id_: str) -> list[Rij]:
    return [{"id": new_id(), of: id_, "rol": rol.value, "aantal": aantal} for rol, aantal in aantallen if aantal]


def _appended(database: Database, who: Gebruiker, dag: date | None, *, words: bool = True) -> dict[str, Any]:
    row = {"id": new_id(), "dag": dag, "door": who.id, "op": database.now()}
    return {**row, "weggehaald_op": None} if words else row


def _made(database: Database, who: Gebruiker, plan: str) -> dict[str, Any]:
    row = {"id": new_id(), "wijkplan": plan, "gemaakt_door": who.id, "gemaakt_op": database.now()}
    return {**row, "weggehaald_op": None}


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])
