"""What a wijk decides about an indicator: talk about it, count who carries it, watch it, use it, and let it go.

Few indicators (rule 1), earned and not given (rule 2), valid where it was made (rule 3). Everything that was decided
stays to be read: steps are added, never changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from monitor.domain.gebied import GebiedSoort, gemeente_of, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import (
    Bewijssoort,
    Draagvlak,
    Indicator,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
)
from monitor.domain.levensloop import (
    ANDERE_BETEKENIS,
    ROL_MET_STEUN,
    VERDIEND,
    AdoptieStand,
    Stap,
    Werk,
    gedragen_hier,
    is_andere_betekenis,
    is_weggehaald,
    landelijk_problemen,
    let_erop,
    stap_problemen,
    status_in,
    verouderd_sinds,
    weggehaald_zin,
)
from monitor.domain.rechten import Handeling, stemrollen
from monitor.domain.regels import Oordeel, check_kern_erbij, mag_gedragen, mag_in_gebruik
from monitor.errors import NietGevonden, OngeldigeInvoer, Probleem
from monitor.nl import format_datum, opsomming, today_amsterdam
from monitor.services import woorden
from monitor.services.indicatoren import NieuweIndicator, add_versie, indicator_problemen
from monitor.services.instellingen import kleinste_aantal, lees
from monitor.services.invoer import as_row, bare, new_id, raise_problems, unknown
from monitor.services.onderdrukking import rebuild
from monitor.services.rechten import require
from monitor.services.teksten import TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database
from monitor.store.indicator_store import IndicatorStore
from monitor.store.intrekkingen import antwoord_sleutel, remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.levensloop_store import LevensloopStore
from monitor.store.rijen import TIK, Rij, insert_logboek, logboek_rij
from monitor.store.telling_store import TellingStore
from monitor.store.wijk_store import WijkStore

MEESTE_MENSEN = 100_000
"""More people than this did not vote in one wijk: somebody typed a wrong number."""
NIEUW_ANTWOORD = "Nieuw antwoord:"
NOG_LEREN = "De wijk wil dit nog leren meten."


@dataclass(frozen=True, slots=True)
class Steun:
    """How many people of one role are for or against, and why when they say so."""

    rol: StemRol
    voor: int
    tegen: int = 0
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Situatie:
    """How one indicator stands in one wijk, as a transaction finds it."""

    wijk: str
    indicator: Indicator
    status: IndicatorStatus | None
    adopties: tuple[AdoptieStand, ...]
    draagvlak: tuple[Draagvlak, ...]
    werk: tuple[Werk, ...]
    kern: tuple[str, ...]
    """Codes of the kernindicatoren of the wijk now."""
    stappen: tuple[Stap, ...]
    """The steps of the wijk itself, oldest first."""
    laatste_stap: datetime | None

    @property
    def adoptie(self) -> AdoptieStand | None:
        """What it is for the wijk now; None: the wijk does not watch it."""
        return next((it for it in self.adopties if it.tot is None), None)

    @property
    def gedragen(self) -> Oordeel:
        """Whether bewoners and professionals of this wijk carry it."""
        return gedragen_hier(self.indicator, self.draagvlak, self.stappen, self.adopties)

    def verdiend(self, naar: IndicatorStatus) -> Oordeel:
        """Whether what this step claims was earned, by what people said of what is counted now."""
        if self.gedragen and verouderd_sinds(self.draagvlak, self.stappen) is not None:
            return Oordeel(False, "Wat dit cijfer telt, is veranderd nadat mensen het steunden. Tel de steun opnieuw.")
        if naar is not IndicatorStatus.IN_GEBRUIK:
            return mag_gedragen(self.indicator, self.draagvlak)
        if self.gedragen and not let_erop(self.adopties):
            return Oordeel(False, "De wijk let nog niet op dit cijfer. Kies het eerst, dan kan het in gebruik zijn.")
        now = [it for it in self.werk if it.loopt]
        return mag_in_gebruik(
            mag_gedragen(self.indicator, self.draagvlak),
            activiteiten=sum(it.soort == "activiteit" for it in now),
            initiatieven=sum(it.soort == "initiatief" for it in now),
        )


# Steps


def take_stap(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    indicator: str,
    naar: IndicatorStatus,
    reden: str | None = None,
) -> None:
    """Take a step with an indicator in a wijk. Raises OngeldigeInvoer with everything that is wrong.

    *Gedragen* needs the support of bewoners and professionals of this wijk, *in_gebruik* also something that is done
    here. *Vervallen* lets the wijk watch it no longer.
    """
    wijk, who = begin(database, gebruiker, wijk, ook_voorbij=naar is IndicatorStatus.VERVALLEN)
    problemen = tekstveld_problemen(database, {"reden": TekstVeld(reden, "de reden")})
    with database.writing() as cursor:
        situatie = situatie_of(cursor, wijk, indicator)
        raise_problems(
            [
                *problemen,
                *landelijk_problemen(situatie.indicator),
                *stap_problemen(situatie.status, naar, reden=reden, verdiend=situatie.verdiend(naar)),
            ]
        )
        if naar is IndicatorStatus.VERVALLEN and situatie.adoptie is not None:
            LevensloopStore(cursor).end_adoptie(situatie.adoptie, today_amsterdam(database.now()), bare(reden) or "")
        write_stap(cursor, database, situatie, naar, reden, who)


def let_go(database: Database, gebruiker: Gebruiker, wijk: str, indicator: str, reden: str) -> None:
    """Let a wijk watch an indicator no longer: as easy as watching it. Its figures and its past stay."""
    take_stap(database, gebruiker, wijk, indicator, IndicatorStatus.VERVALLEN, reden)


def write_stap(
    cursor: Cursor, database: Database, situatie: Situatie, naar: IndicatorStatus, reden: str | None, who: Gebruiker
) -> Situatie:
    """Append a step to an indicator in a wijk; how it stands then. Whether it may was looked at before."""
    now = database.now()
    # Two steps in one action, or on a clock that stands still, keep their order.
    op = now if situatie.laatste_stap is None else max(now, situatie.laatste_stap + TIK)
    LevensloopStore(cursor).add_stap(
        {
            "id": new_id(),
            "indicator": situatie.indicator.code,
            "status": naar.value,
            "op": op,
            "reden": bare(reden),
            "gebied": situatie.wijk,
        }
    )
    _log(cursor, database, who, naar.value, situatie, "status")
    return replace(situatie, status=naar, laatste_stap=op)


# Who carries it


def count_steun(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    indicator: str,
    stemmen: Sequence[Steun],
) -> Oordeel:
    """Keep how many people of each role are for or against today; what they said before today stays to be read.

    What is no longer carried goes back into the conversation at once, with who is waited for. The answer says whether
    it is carried now, and if not why.
    """
    wijk, who = begin(database, gebruiker, wijk)
    problemen = [
        *_steun_problemen(stemmen),
        *tekstveld_problemen(
            database,
            {f"toelichting {it.rol.value}": TekstVeld(it.toelichting, "wat zij erbij zeggen") for it in stemmen},
        ),
    ]
    with database.writing() as cursor:
        situatie = situatie_of(cursor, wijk, indicator)
        raise_problems([*problemen, *landelijk_problemen(situatie.indicator), *_op_tafel(situatie)])
        today = today_amsterdam(database.now())
        gone = write_telling(
            cursor,
            database,
            who,
            "draagvlak",
            [
                {
                    "id": new_id(),
                    "indicator": indicator,
                    "gebied": wijk,
                    "rol": it.rol.value,
                    "voor": it.voor,
                    "tegen": it.tegen,
                    "op": today,
                    "toelichting": bare(it.toelichting),
                }
                for it in stemmen
            ],
        )
        _log(cursor, database, who, "draagvlak geteld", situatie, *(it.rol.value for it in stemmen))
        after = situatie_of(cursor, wijk, indicator)
        if after.status in VERDIEND and not after.gedragen:
            # Without their reason: that stands beside their count, and goes with it when it was written down wrong.
            zin = mag_gedragen(after.indicator, [replace(it, toelichting=None) for it in after.draagvlak]).zin
            write_stap(cursor, database, after, IndicatorStatus.IN_GESPREK, zin, who)
    remember(database, *gone)
    return after.gedragen


def write_telling(cursor: Cursor, database: Database, who: Gebruiker, table: str, rows: Sequence[Rij]) -> Sequence[str]:
    """Keep counts per role, within the transaction of a caller: the ids of counts of which they replace the words.

    The caller passes those to `remember` when this is committed, so that no older backup brings the words back.
    """
    gone = TellingStore(cursor).replace(table, rows)
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, "vervangen", table, id_) for id_ in gone])
    return gone


def _steun_problemen(stemmen: Sequence[Steun]) -> list[Probleem]:
    problemen = []
    if not any(it.voor or it.tegen for it in stemmen):
        problemen.append(Probleem("Vul in hoeveel mensen voor of tegen zijn.", "voor"))
    if len({it.rol for it in stemmen}) < len(stemmen):
        problemen.append(Probleem("Elke rol staat er maar een keer in.", "rol"))
    return problemen + [
        melding for it in stemmen for veld in ("voor", "tegen") for melding in aantal_problemen(getattr(it, veld), veld)
    ]


def aantal_problemen(aantal: float, veld: str) -> list[Probleem]:
    """A problem when so many people cannot have been there."""
    if aantal != int(aantal):
        return [Probleem("Een aantal mensen is een heel getal.", veld)]
    if aantal < 0:
        return [Probleem("Een aantal mensen kan niet minder dan nul zijn.", veld)]
    return [Probleem("Zo veel mensen wonen er niet in een wijk.", veld)] if aantal > MEESTE_MENSEN else []


def _op_tafel(situatie: Situatie) -> list[Probleem]:
    if situatie.status in (None, IndicatorStatus.VERVALLEN):
        return [Probleem("Over dit cijfer wordt in deze wijk niet gepraat. Breng het eerst in gesprek.", "indicator")]
    return []


# Watching it


@dataclass(frozen=True, slots=True)
class Aanname:
    """That a wijk begins to watch an indicator, as what, and which one makes place for it."""

    indicator: str
    rol: Rol
    reden: str = ""
    eruit: str | None = None
    """Code of the kernindicator that leaves, when there are as many as there may be."""
    eruit_reden: str = ""


def adopt(database: Database, gebruiker: Gebruiker, wijk: str, aanname: Aanname, *, token: str) -> None:
    """Let a wijk watch an indicator; the same token does it once.

    *Kern* and *aanvullend* must be carried here: it becomes *gedragen* with that. One kernindicator too many asks which
    one leaves, and why. Raises OngeldigeInvoer with everything that is wrong.
    """
    wijk, who = begin(database, gebruiker, wijk)
    grens = lees(database).kern_aantal
    problemen = tekstveld_problemen(
        database,
        {
            "reden": TekstVeld(aanname.reden, "waarom de wijk hierop let"),
            "eruit_reden": TekstVeld(aanname.eruit_reden, "waarom het andere cijfer weggaat"),
        },
    )
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, "aanname") is not None:
            return
        situatie = situatie_of(cursor, wijk, aanname.indicator)
        raise_problems([*problemen, *_aanname_problemen(situatie, aanname, grens)])
        if aanname.rol is Rol.KERN and aanname.eruit is not None:
            _leave(cursor, database, situatie_of(cursor, wijk, aanname.eruit), aanname.eruit_reden, who)
        _begin_watching(cursor, database, situatie, aanname, who)
        InzendingStore(cursor).add(token, "aanname", aanname.indicator, database.now())


def _aanname_problemen(situatie: Situatie, aanname: Aanname, grens: int) -> list[Probleem]:
    if situatie.indicator.landelijk:
        return landelijk_problemen(situatie.indicator)
    problemen = _op_tafel(situatie)
    if aanname.rol is Rol.CONTEXT:
        problemen.append(Probleem("Achtergrond kiest een wijk niet zelf.", "rol"))
    if situatie.adoptie is not None and situatie.adoptie.rol is aanname.rol:
        problemen.append(Probleem("Dit cijfer staat er al zo.", "rol"))
    earned = situatie.verdiend(IndicatorStatus.GEDRAGEN)
    if not problemen and aanname.rol in ROL_MET_STEUN and not earned:
        problemen.append(Probleem(earned.zin, "rol"))
    return problemen + (_kern_problemen(situatie, aanname, grens) if aanname.rol is Rol.KERN else [])


def _kern_problemen(situatie: Situatie, aanname: Aanname, grens: int) -> list[Probleem]:
    kern = [code for code in situatie.kern if code != aanname.indicator]
    if aanname.eruit is not None and aanname.eruit not in kern:
        return [Probleem("Dit cijfer kan niet weggaan: de wijk let er niet op.", "eruit")]
    if aanname.eruit is not None and len(kern) > grens:
        return [Probleem(f"De wijk let al op meer dan {grens} cijfers. Laat eerst een ander cijfer los.", "eruit")]
    if aanname.eruit is not None and not aanname.eruit_reden.strip():
        return [Probleem("Schrijf op waarom dat cijfer weggaat.", "eruit_reden")]
    try:
        check_kern_erbij(len(kern), eruit=aanname.eruit, reden=aanname.eruit_reden, grens=grens)
    except OngeldigeInvoer as error:
        return list(error.problemen)
    return []


def _leave(cursor: Cursor, database: Database, situatie: Situatie, reden: str, who: Gebruiker) -> None:
    if situatie.adoptie is not None:
        LevensloopStore(cursor).end_adoptie(situatie.adoptie, today_amsterdam(database.now()), reden.strip())
    write_stap(cursor, database, situatie, IndicatorStatus.VERVALLEN, reden, who)


def _begin_watching(cursor: Cursor, database: Database, situatie: Situatie, aanname: Aanname, who: Gebruiker) -> None:
    store, today = LevensloopStore(cursor), today_amsterdam(database.now())
    if situatie.adoptie is not None:
        store.end_adoptie(situatie.adoptie, today, bare(aanname.reden) or "")
    steps = _steps_to_gedragen(situatie.status) if aanname.rol in ROL_MET_STEUN else ()
    for naar in steps:
        situatie = write_stap(cursor, database, situatie, naar, bare(aanname.reden) or situatie.gedragen.zin, who)
    if aanname.rol is Rol.ONTWIKKEL and situatie.status is IndicatorStatus.IN_GEBRUIK:
        write_stap(cursor, database, situatie, IndicatorStatus.GEDRAGEN, bare(aanname.reden) or NOG_LEREN, who)
    store.add_adoptie(
        {
            "id": new_id(),
            "indicator": aanname.indicator,
            "gebied": situatie.wijk,
            "rol": aanname.rol.value,
            "volgorde": len(situatie.kern) + 1,
            "van": today,
            "tot": None,
            "reden": bare(aanname.reden),
        }
    )
    _log(cursor, database, who, f"aangenomen als {aanname.rol.value}", situatie, "rol")


def _steps_to_gedragen(status: IndicatorStatus | None) -> tuple[IndicatorStatus, ...]:
    if status is IndicatorStatus.VOORSTEL:
        return (IndicatorStatus.IN_GESPREK, IndicatorStatus.GEDRAGEN)
    return (IndicatorStatus.GEDRAGEN,) if status is IndicatorStatus.IN_GESPREK else ()


# What works on it


def link_werk(database: Database, gebruiker: Gebruiker, wijk: str, indicator: str, werk: str) -> None:
    """Say that an activiteit or initiatief works on an indicator; unpaid and unregistered ones count as much."""
    wijk, who = begin(database, gebruiker, wijk)
    with database.writing() as cursor:
        situatie = situatie_of(cursor, wijk, indicator)
        store = LevensloopStore(cursor)
        found = next((it for it in store.werk(wijk, gemeente_of(wijk) or wijk) if it.id == werk), None)
        raise_problems(
            [
                *landelijk_problemen(situatie.indicator),
                *([] if found else [Probleem("Dit wordt in deze wijk niet gedaan. Kies uit de lijst.", "werk")]),
            ]
        )
        assert found is not None  # noqa: S101 - otherwise it was refused
        store.add_werkt_aan(found.soort, found.id, indicator)
        _log(cursor, database, who, "werkt hieraan", situatie, found.soort)


# Objections


def add_bezwaar(
    database: Database, gebruiker: Gebruiker, wijk: str, indicator: str, rol: StemRol, tekst: str, *, token: str
) -> str:
    """Write down an objection; it stays visible until it is answered, and after that with its answer."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.VOORSTELLEN)
    veld = TekstVeld(tekst, "het bezwaar", leeg="Schrijf op wat het bezwaar is.")
    problemen = [*rol_problemen(who, wijk, rol), *tekstveld_problemen(database, {"tekst": veld})]
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "bezwaar")
        if earlier is not None:
            return earlier
        situatie = situatie_of(cursor, wijk, indicator)
        raise_problems([*problemen, *landelijk_problemen(situatie.indicator), *_op_tafel(situatie)])
        store = LevensloopStore(cursor)
        # It is kept with its day alone: the number in front says which of one day came first.
        number = 1 + sum(len(all_) for all_ in store.bezwaren(wijk).values())
        row: dict[str, Any] = {"id": f"{number:06}-{new_id()}", "indicator": indicator, "gebied": wijk}
        row |= {"rol": rol.value, "tekst": tekst.strip(), "op": today_amsterdam(database.now())}
        store.add_bezwaar(row)
        InzendingStore(cursor).add(token, "bezwaar", row["id"], database.now())
        _log(cursor, database, who, "bezwaar gemaakt", situatie, rol.value)
    return str(row["id"])


def rol_problemen(gebruiker: Gebruiker, wijk: str, rol: StemRol) -> list[Probleem]:
    """A problem when somebody speaks as what she is not; who leads the choosing writes down what others say."""
    mine = stemrollen(gebruiker, wijk)
    if rol in mine:
        return []
    namen = opsomming((woorden.STEMROL[it] for it in mine), "of")
    return [Probleem(f"U kunt dit hier zeggen als {namen}.", "rol")]


def answer_bezwaar(database: Database, gebruiker: Gebruiker, wijk: str, bezwaar: str, antwoord: str) -> None:
    """Answer an objection of a wijk. An answer that was given stays."""
    wijk, who = begin(database, gebruiker, wijk)
    veld = TekstVeld(antwoord, "het antwoord", leeg="Schrijf het antwoord op.")
    problemen = tekstveld_problemen(database, {"antwoord": veld})
    with database.writing() as cursor:
        store = LevensloopStore(cursor)
        found = store.bezwaar(bezwaar)
        if found is None or found[0] != wijk:
            raise NietGevonden("Dit bezwaar kennen wij niet in deze wijk.")
        standing = found[1]
        anew = is_weggehaald(standing) and NIEUW_ANTWOORD not in (standing or "")
        raise_problems(
            [*problemen, *([Probleem("Dit bezwaar heeft al een antwoord.")] if standing and not anew else [])]
        )
        now = database.now()
        if anew:
            store.answer_again(bezwaar, f"{NIEUW_ANTWOORD} {antwoord.strip()}", today_amsterdam(now))
        else:
            store.answer_bezwaar(bezwaar, antwoord.strip(), today_amsterdam(now))
        insert_logboek(cursor, [logboek_rij(now, who.id, "beantwoord", "bezwaar", bezwaar, [wijk])])


# Taking words away


class Weghaalreden(StrEnum):
    """Why words of people are taken away."""

    PERSOON = "persoon"
    ZELF = "zelf"


_WEGHAALZIN = {
    Weghaalreden.PERSOON: "omdat er iets in stond dat naar een persoon leidt",
    Weghaalreden.ZELF: "omdat wie het schreef dat wilde",
}


def remove_bezwaar(
    database: Database, gebruiker: Gebruiker, wijk: str, bezwaar: str, reden: Weghaalreden, *, antwoord: bool = False
) -> None:
    """Take away the words of an objection, or of its answer: that there was one stays, with the day and the reason.

    To an objection of which the answer was taken away another answer can be given, once.
    """
    wijk, who = begin(database, gebruiker, wijk, ook_voorbij=True)
    zin = weggehaald_zin(today_amsterdam(database.now()), _WEGHAALZIN[reden])
    with database.writing() as cursor:
        store = LevensloopStore(cursor)
        found = store.bezwaar(bezwaar)
        if found is None or found[0] != wijk or (antwoord and found[1] is None):
            raise NietGevonden("Dit bezwaar of antwoord kennen wij niet in deze wijk.")
        (store.remove_antwoord if antwoord else store.remove_words)(bezwaar, zin)
        soort, doel = ("antwoord", antwoord_sleutel(bezwaar)) if antwoord else ("bezwaar", bezwaar)
        insert_logboek(cursor, [logboek_rij(database.now(), who.id, "weggehaald", soort, doel, [wijk])])
    remember(database, doel)


def remove_toelichting(
    database: Database, gebruiker: Gebruiker, wijk: str, indicator: str, rol: StemRol, *, herkenning: bool = False
) -> None:
    """Take away what people of a role said with their counts of an indicator: who carries it, or who recognises it.

    The counts stay.
    """
    wijk, who = begin(database, gebruiker, wijk, ook_voorbij=True)
    table = "herkenning" if herkenning else "draagvlak"
    with database.writing() as cursor:
        gone = TellingStore(cursor).empty_of(table, {"indicator": indicator, "gebied": wijk, "rol": rol.value})
        if not gone:
            raise NietGevonden("Bij deze telling staan geen woorden.")
        insert_logboek(cursor, [logboek_rij(database.now(), who.id, "vervangen", table, id_) for id_ in gone])
    remember(database, *gone)


# Another meaning


@dataclass(frozen=True, slots=True)
class Omschrijving:
    """What is different in a new version of an indicator, from which day, and why."""

    naam: str
    definitie: str
    geldig_van: date
    reden: str
    technische_definitie: str | None = None
    populatie: str | None = None
    decimalen: int | None = None
    """How many decimals it is shown with; None: as it was."""
    al_zo_geteld: bool = False
    """Whether the figures that are there already, from that day on, were asked or counted like this."""


def redescribe(database: Database, gebruiker: Gebruiker, code: str, omschrijving: Omschrijving, *, token: str) -> int:
    """Describe an indicator anew, and leave the rest of it as it was; the same token gives the same version."""
    require(database, gebruiker, Handeling.INDICATOREN_BEHEREN)
    with database.reading() as cursor:
        earlier = InzendingStore(cursor).doel(token, "versie")
        versies = LevensloopStore(cursor).versies(code)
    if earlier is not None:
        return int(earlier)
    if not versies:
        raise NietGevonden(f"Het cijfer “{code}” kennen we niet.")
    oud = versies[-1]
    same = {veld.name: oud.get(veld.name) for veld in fields(NieuweIndicator) if veld.name != "code"}
    nieuw = NieuweIndicator(code=code, **_as_enums(same))
    anew = asdict(omschrijving)
    al_zo_geteld = anew.pop("al_zo_geteld")
    if omschrijving.decimalen is None:
        anew["decimalen"] = nieuw.decimalen
    return change_indicator(database, gebruiker, replace(nieuw, **anew), token=token, al_zo_geteld=al_zo_geteld)


def _as_enums(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "bewijssoort": Bewijssoort(row["bewijssoort"]),
        "richting": Richting(row["richting"]),
        "soort": IndicatorSoort(row["soort"]),
    }


def change_indicator(
    database: Database,
    gebruiker: Gebruiker,
    nieuw: NieuweIndicator,
    *,
    token: str | None = None,
    al_zo_geteld: bool = False,
) -> int:
    """Give an indicator a new version, with the reason and from which day; the number of that version.

    When what is counted changes, the line breaks there: before and after cannot be compared (rule 7), and what people
    said that they carry is marked as said of something else. Figures from that day on that are there already come
    under the new words only for who says that they were asked or counted like that.
    """
    who = require(database, gebruiker, Handeling.INDICATOREN_BEHEREN)
    with database.writing() as cursor:
        store = LevensloopStore(cursor)
        versies = store.versies(nieuw.code)
        if not versies:
            raise NietGevonden(f"Het cijfer “{nieuw.code}” kennen we niet.")
        oud, anew = versies[-1], as_row(nieuw)
        # What stood there already was looked at then.
        typed = {name: it for name, it in omschrijving_velden(nieuw).items() if bare(it.tekst) != oud.get(name)}
        other = is_andere_betekenis(oud, anew)
        counted = store.perioden(nieuw.code, nieuw.geldig_van) if other and not al_zo_geteld else ()
        raise_problems(
            [
                *tekstveld_problemen(database, typed),
                *_versie_problemen(oud, anew, today_amsterdam(database.now())),
                *_cijfer_problemen(counted),
                *indicator_problemen(cursor, nieuw),
            ]
        )
        row = add_versie(cursor, database, nieuw, who.id)
        _write_breuk(store, versies, nieuw, row)
        if other:
            _mark_steun(cursor, database, nieuw.code, who)
        rebuild(cursor, kleinste_aantal(cursor))
        if token is not None:
            InzendingStore(cursor).add(token, "versie", str(row["versie"]), database.now())
    return int(row["versie"])


def _versie_problemen(oud: Mapping[str, Any], anew: Mapping[str, Any], today: date) -> list[Probleem]:
    since: date = oud["geldig_van"]
    ahead = since > today
    if anew["geldig_van"] > today:
        return [Probleem("Deze dag moet nog komen. Kies vandaag, of een dag ervoor.", "geldig_van")]
    # A description that has not begun yet was a mistake, and can be put right.
    if anew["geldig_van"] < since and not ahead:
        melding = f"De omschrijving van nu geldt vanaf {format_datum(since)}. Kies die dag, of een dag erna."
        return [Probleem(melding, "geldig_van")]
    same = all((oud.get(name) or None) == (anew[name] or None) for name in anew.keys() - _GEEN_INHOUD)
    return [Probleem("Er is niets veranderd. Verander eerst de omschrijving.", "naam")] if same and not ahead else []


_GEEN_INHOUD = frozenset({"code", "geldig_van", "reden"})


def _cijfer_problemen(perioden: Sequence[str]) -> list[Probleem]:
    if not perioden:
        return []
    # Of quarters and months the years are enough to know what is meant.
    jaren = opsomming(dict.fromkeys(it[:4] for it in perioden))
    melding = (
        f"Er staan al cijfers over {jaren}. Zijn die al zo gevraagd of geteld? Zeg dat erbij, of kies een latere dag."
    )
    return [Probleem(melding, "geldig_van")]


def _write_breuk(
    store: LevensloopStore, versies: Sequence[Mapping[str, Any]], nieuw: NieuweIndicator, row: Mapping[str, Any]
) -> None:
    """Split the line where this version and what held before its day count something else, and nowhere after that."""
    for later in versies:
        if later["geldig_van"] >= nieuw.geldig_van:
            store.remove_breuk(_breuk_id(nieuw.code, later["geldig_van"]))
    before = [it for it in versies if it["geldig_van"] < nieuw.geldig_van]
    if before and is_andere_betekenis(before[-1], row):
        store.add_breuk(_breuk_rij(nieuw))


def _mark_steun(cursor: Cursor, database: Database, code: str, who: Gebruiker) -> None:
    """Let every wijk in which people said something of it know that this was of something else."""
    for wijk in LevensloopStore(cursor).wijken(code):
        situatie = situatie_of(cursor, wijk, code)
        if situatie.draagvlak and situatie.status is not None and situatie.status is not IndicatorStatus.VERVALLEN:
            write_stap(cursor, database, situatie, situatie.status, ANDERE_BETEKENIS, who)


def _breuk_rij(nieuw: NieuweIndicator) -> dict[str, Any]:
    return {
        "id": _breuk_id(nieuw.code, nieuw.geldig_van),
        "indicator": nieuw.code,
        "gebied": None,
        "vanaf": nieuw.geldig_van,
        "soort": "definitie",
        "uitleg": nieuw.reden.strip(),
        "inlezing": None,
    }


def _breuk_id(code: str, vanaf: date) -> str:
    return f"definitie:{code}:*:{vanaf.isoformat()}"


def omschrijving_velden(nieuw: NieuweIndicator) -> dict[str, TekstVeld]:
    """The words of a description that everybody reads at once."""
    return {
        "naam": TekstVeld(nieuw.naam, "de naam", most=150),
        "definitie": TekstVeld(nieuw.definitie, "wat u telt"),
        "technische_definitie": TekstVeld(nieuw.technische_definitie, "hoe u telt"),
        "populatie": TekstVeld(nieuw.populatie, "over wie het gaat", most=100),
        "richting_uitleg": TekstVeld(nieuw.richting_uitleg, "waarom hoger niet vanzelf goed is"),
        "gemaakt_door": TekstVeld(nieuw.gemaakt_door, "wie dit maakte"),
        "waarvoor": TekstVeld(nieuw.waarvoor, "wie dit vraagt en waarvoor"),
        "belasting": TekstVeld(nieuw.belasting, "wat het tellen kost"),
        "eenheid": TekstVeld(nieuw.eenheid, "waarin u telt", most=40),
        "reden": TekstVeld(nieuw.reden, "de reden"),
    }


# Shared


def begin(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    handeling: Handeling = Handeling.KIEZEN,
    *,
    ook_voorbij: bool = False,
) -> tuple[str, Gebruiker]:
    """The code of a wijk and the person as she may act there now. Raises NietGevonden for what is no wijk.

    In a wijk that is no longer there nothing begins; `ook_voorbij` is for what takes something away, or ends it.
    """
    code = normalize_code(wijk) or wijk
    who = require(database, gebruiker, handeling, code)
    if normalize_code(wijk) is None or soort_of(code) is not GebiedSoort.WIJK:
        raise NietGevonden("Kies een wijk.")
    with database.reading() as cursor:
        raise_problems(unknown(WijkStore(cursor).known()["gebied"], code, "wijk", "De wijk"))
        ended = None if ook_voorbij else LevensloopStore(cursor).ended(code)
    if ended is not None and ended < today_amsterdam(database.now()):
        zin = f"Deze wijk is er niet meer sinds {format_datum(ended)}. Kies een wijk van nu."
        raise OngeldigeInvoer([Probleem(zin, "wijk")])
    return code, who


def situatie_of(cursor: Cursor, wijk: str, indicator: str) -> Situatie:
    """How an indicator stands in a wijk now. Raises NietGevonden for an indicator that the store does not know."""
    known = IndicatorStore(cursor).indicatoren().get(indicator)
    if known is None:
        raise NietGevonden(f"Het cijfer “{indicator}” kennen we niet.")
    store = LevensloopStore(cursor)
    eigen, overal = store.stappen(wijk)
    adopties = store.adopties(wijk)
    here = tuple(adopties.get(indicator, ()))
    own: list[Stap] = eigen.get(indicator, [])
    linked = store.werkt_aan().get(indicator, set())
    draagvlak = tuple(store.draagvlak(wijk).get(indicator, ()))
    werk = tuple(it for it in store.werk(wijk, gemeente_of(wijk) or wijk) if it.id in linked)
    status = status_in(
        own,
        overal.get(indicator, []),
        here,
        gedragen=bool(mag_gedragen(known, draagvlak)),
        loopt=any(it.loopt for it in werk),
    )
    return Situatie(
        wijk=wijk,
        indicator=known,
        status=status,
        adopties=here,
        draagvlak=draagvlak,
        werk=werk,
        kern=tuple(
            code for code, all_ in adopties.items() if any(it.rol is Rol.KERN and it.tot is None for it in all_)
        ),
        stappen=tuple(own),
        laatste_stap=max((it.op for it in own), default=None),
    )


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, situatie: Situatie, *velden: str) -> None:
    regel = logboek_rij(database.now(), who.id, wat, "indicator", situatie.indicator.code, [situatie.wijk, *velden])
    insert_logboek(cursor, [regel])
