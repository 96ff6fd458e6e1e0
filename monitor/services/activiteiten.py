"""What is done in a wijk: adding it, how it goes on, what happened and what it costs; and one picture of it all.

What stands here everybody reads at once: without a reviewer, so what leads to a person by itself stops the saving.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

from monitor.domain.activiteitenbeeld import (
    AFGELOPEN,
    Activiteitenbeeld,
    Zaak,
    ZaakSoort,
    genummerd,
    in_jaar,
    in_volgorde,
)
from monitor.domain.gebied import Gebied, GebiedSoort, gemeente_of, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijk import ActiviteitStatus
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.aanleiding import AanleidingInvoer, aanleiding_problemen, add_aanleiding, is_near
from monitor.services.activiteitinvoer import (
    NAAM_VAN_VELD,
    ActiviteitInvoer,
    DoorhalingInvoer,
    FinancieringInvoer,
    GebeurtenisInvoer,
    Invoer,
    OmschrijvingInvoer,
    VoortgangInvoer,
    read_activiteit,
    read_financiering,
    read_gebeurtenis,
    read_omschrijving,
    read_voortgang,
    reden_problemen,
    tekst_velden,
    without,
)
from monitor.services.invoer import as_row, bare, id_from, new_id, raise_problems, tekst_problemen, unknown
from monitor.services.persoonsgegevens import bekend_uit, find
from monitor.services.rechten import current, require
from monitor.services.werk import step_back
from monitor.services.wijkzaken import activiteit_problemen, financiering_problemen, gebeurtenis_problemen
from monitor.store.activiteit_store import ActiviteitStore
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.wijk_store import WijkStore

_PERSOON = "Onder “{veld}” staat iets dat naar een persoon leidt. Vervang het, of haal het weg."
_EIGEN_WOORDEN = frozenset({"vraag", "wat_wil_je"})
"""What residents said themselves. Elsewhere an organisation may be named: that is what it is about."""
_ONBEKEND = "Dit kennen wij niet. Misschien is het intussen weggehaald."
_LANDELIJK = "Een landelijk cijfer laat niet zien wat een activiteit doet. Kies een cijfer van de wijk zelf."
_WEG = "Deze regel is al doorgehaald."

_NIETS = Zaak("", ZaakSoort.ACTIVITEIT, "", "", "", ActiviteitStatus.LOOPT)
"""What is looked at when nothing was chosen."""

Known = dict[str, set[str]]


# One picture


def activiteitenbeeld(database: Database, code: str, jaar: int | None = None) -> Activiteitenbeeld:
    """All that is done in a wijk, for everybody alike; `jaar` tells of one year only.

    Raises NietGevonden, in a sentence, when `code` is no wijk that the store knows.
    """
    wijk = normalize_code(code)
    if wijk is None or soort_of(wijk) is not GebiedSoort.WIJK:
        raise NietGevonden("Dit is geen code van een wijk. Zo'n code ziet eruit als WK036203.")
    gemeente = gemeente_of(wijk) or ""
    with database.reading() as cursor:
        store = ActiviteitStore(cursor)
        found, themas = store.bij(wijk, gemeente), store.themas()
    here = _newest(found.gebieden, wijk)
    if here is None:
        raise NietGevonden(f"De wijk {wijk} kennen wij niet. Kijk of de code klopt, of kies een wijk uit de lijst.")
    beeld = Activiteitenbeeld(
        wijk=here,
        gemeente=_newest(found.gebieden, gemeente),
        zaken=in_volgorde(genummerd(found.zaken, themas, wijk), themas, wijk),
        plekken=found.plekken,
        gebeurtenissen=found.gebeurtenissen,
        financiering=found.financiering,
    )
    return in_jaar(beeld, jaar)


def indicatoren_van(database: Database, gebied: str) -> dict[str, str]:
    """The figures of people themselves that something here can work on, by code; never a national estimate."""
    with database.reading() as cursor:
        return ActiviteitStore(cursor).indicatoren(gebied)


def _newest(versies: Iterable[Gebied], code: str) -> Gebied | None:
    return max((it for it in versies if it.code == code), key=lambda it: it.geldig_van, default=None)


# Adding


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What somebody sent in, as it was read: all that is wrong with it, and how it is written when nothing is."""

    id: str
    problemen: Sequence[Probleem]
    write: Callable[[Gebruiker], None]
    over: str | None = None
    """What it is about, for the logboek, when that is not itself."""


_Read = Callable[[Cursor, Known, str], _Gelezen]


def add_activiteit(database: Database, gebruiker: Gebruiker, invoer: ActiviteitInvoer, *, token: str) -> str:
    """Add an activiteit with who takes part and what it began with; the same token gives the same one.

    Raises OngeldigeInvoer with all that is wrong, NietToegestaan when she may not here.
    """

    def read(cursor: Cursor, known: Known, gebied: str) -> _Gelezen:
        it, id_ = read_activiteit(invoer, gebied, today_amsterdam(database.now())), new_id()

        def write(who: Gebruiker) -> None:
            row = {**as_row(it.nieuw), "id": id_}
            codes = dict.fromkeys(row.pop("indicatoren"))
            WijkStore(cursor).add_activiteiten([row], [{"activiteit": id_, "indicator": code} for code in codes])
            store = ActiviteitStore(cursor)
            store.add_partners([{"activiteit": id_, "naam": naam, "formeel": formeel} for naam, formeel in it.partners])
            add_aanleiding(cursor, begin, ZaakSoort.ACTIVITEIT, id_, who.id, database.now())

        own = without(it.velden, activiteit_problemen(it.nieuw, known))
        other = [*_indicator_problemen(cursor, invoer.indicatoren), *aanleiding_problemen(cursor, begin, gebied)]
        return _Gelezen(id_, [*it.problemen, *own, *other], write)

    begin = AanleidingInvoer(invoer.vraag, invoer.signaal, invoer.uit)
    if bare(begin.signaal):
        require(database, gebruiker, Handeling.SIGNALEN_LEZEN, _gebied(invoer.gebied))
    return _add(database, gebruiker, Handeling.ACTIVITEITEN, "activiteit", invoer, invoer.gebied, token, read)


def add_gebeurtenis(database: Database, gebruiker: Gebruiker, invoer: GebeurtenisInvoer, *, token: str) -> str:
    """Keep that something happened on a day; the same token gives the same one."""

    def read(cursor: Cursor, known: Known, gebied: str) -> _Gelezen:
        it, id_ = read_gebeurtenis(invoer, gebied, today_amsterdam(database.now())), new_id()
        own = without(it.velden, gebeurtenis_problemen(it.nieuw, known))
        row = {**as_row(it.nieuw), "id": id_}
        return _Gelezen(id_, [*it.problemen, *own], lambda _: WijkStore(cursor).add_gebeurtenissen([row]))

    return _add(database, gebruiker, Handeling.ACTIVITEITEN, "gebeurtenis", invoer, invoer.gebied, token, read)


def add_financiering(database: Database, gebruiker: Gebruiker, invoer: FinancieringInvoer, *, token: str) -> str:
    """Keep a line of money or hours, for everybody in the same way; the same token gives the same one."""

    def read(cursor: Cursor, known: Known, gebied: str) -> _Gelezen:
        it, id_ = read_financiering(invoer, gebied, today_amsterdam(database.now())), new_id()
        soort = next((soort for soort in ZaakSoort if bare(invoer.zaak) in known[soort.value]), None)
        problemen = [*it.problemen, *without(it.velden, financiering_problemen(it.nieuw, known))]
        if bare(invoer.zaak) and (soort is None or not is_near(cursor, invoer.zaak, gebied)):
            problemen.append(Probleem(_ONBEKEND, "zaak"))
        row = {**as_row(it.nieuw), "id": id_, **({soort.value: bare(invoer.zaak)} if soort else {})}
        return _Gelezen(id_, problemen, lambda _: WijkStore(cursor).add_financiering([row]))

    return _add(database, gebruiker, Handeling.FINANCIEREN, "financiering", invoer, invoer.gebied, token, read)


def add_voortgang(database: Database, gebruiker: Gebruiker, invoer: VoortgangInvoer, *, token: str) -> str:
    """Say how an activiteit or initiatief goes on: a line more, nothing is changed. The same token gives the same one.

    What it was the last to work on is in use no longer (rule 2).

    Raises NietGevonden when there is none with this id, OngeldigeInvoer with all that is wrong.
    """
    if not bare(invoer.zaak):
        rest = read_voortgang(invoer, _NIETS, today_amsterdam(database.now())).problemen
        raise_problems([Probleem("Kies waar het over gaat.", "zaak"), *rest])
    soort, gebied = _place(database, tuple(ZaakSoort), invoer.zaak)

    def read(cursor: Cursor, known: Known, gebied: str) -> _Gelezen:
        zaak = _zaak(cursor, invoer.zaak, gebied)
        it = read_voortgang(invoer, zaak, today_amsterdam(database.now()))
        id_ = id_from("voortgang", zaak.id, str(it.nieuw.nummer))

        def write(who: Gebruiker) -> None:
            row = {**as_row(it.nieuw), "id": id_, soort: zaak.id, "gemaakt_door": who.id, "gemaakt_op": database.now()}
            ActiviteitStore(cursor).add_voortgang([row])
            if it.nieuw.status in AFGELOPEN:
                step_back(cursor, database, zaak, who)

        return _Gelezen(id_, it.problemen, write, zaak.id)

    handeling = _handeling_of(database, gebruiker, soort, gebied)
    return _add(database, gebruiker, handeling, "voortgang", invoer, gebied, token, read)


def change_omschrijving(database: Database, gebruiker: Gebruiker, invoer: OmschrijvingInvoer, *, token: str) -> str:
    """Give an activiteit or initiatief other words. The old ones are not kept: they may have named somebody."""
    soort, gebied = _place(database, tuple(ZaakSoort), invoer.zaak)

    def read(cursor: Cursor, known: Known, gebied: str) -> _Gelezen:
        it = read_omschrijving(invoer, _zaak(cursor, invoer.zaak, gebied))
        store = ActiviteitStore(cursor)
        return _Gelezen(invoer.zaak, it.problemen, lambda _: store.change_words(soort, invoer.zaak, it.nieuw))

    handeling = _handeling_of(database, gebruiker, soort, gebied)
    return _add(database, gebruiker, handeling, "omschrijving", invoer, gebied, token, read)


def strike_out(database: Database, gebruiker: Gebruiker, invoer: DoorhalingInvoer, *, token: str) -> str:
    """Let a line of money or an event count no more, with the reason; the line itself stays. Once per token."""
    if not bare(invoer.regel):
        raise_problems([Probleem("Kies de regel die niet klopt.", "regel"), *reden_problemen(invoer)])
    soort, gebied = _place(database, ("financiering", "gebeurtenis"), invoer.regel)

    def read(cursor: Cursor, known: Known, gebied: str) -> _Gelezen:
        store, id_ = ActiviteitStore(cursor), new_id()
        gone = [Probleem(_WEG, "regel")] if store.doorgehaald(invoer.regel) else []
        row = {"id": id_, soort: invoer.regel, "reden": bare(invoer.reden)}
        return _Gelezen(
            id_,
            [*reden_problemen(invoer), *gone],
            lambda who: store.add_doorhaling({**row, "door": who.id, "op": database.now()}),
            invoer.regel,
        )

    handeling = Handeling.FINANCIEREN if soort == "financiering" else Handeling.ACTIVITEITEN
    return _add(database, gebruiker, handeling, "doorhaling", invoer, gebied, token, read)


def stopping(database: Database, invoer: Invoer) -> dict[str, tuple[Vondst, ...]]:
    """What leads to a person, by field: as long as there is any, nothing is saved."""
    bekend = bekend_uit(database)
    found = {veld: find(text, bekend) for veld, text in tekst_velden(invoer).items()}
    direct = {veld: tuple(it for it in marks if _leads(veld, it)) for veld, marks in found.items()}
    return {veld: marks for veld, marks in direct.items() if marks}


def _leads(veld: str, vondst: Vondst) -> bool:
    named = vondst.soort is PersoonsgegevenSoort.INSTELLING and veld not in _EIGEN_WOORDEN
    return vondst.direct and not named


def _add(
    database: Database,
    gebruiker: Gebruiker,
    handeling: Handeling,
    soort: str,
    invoer: Invoer,
    gebied: str,
    token: str,
    read: _Read,
) -> str:
    """One action in one transaction: who may, once per token, all that is wrong at once, a line in the logboek."""
    gebied = _gebied(gebied)
    who = require(database, gebruiker, handeling, gebied)
    persons = [Probleem(_PERSOON.format(veld=NAAM_VAN_VELD[veld]), veld) for veld in stopping(database, invoer)]
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, soort)
        if earlier is not None:
            return earlier
        known = WijkStore(cursor).known()
        it = read(cursor, known, gebied)
        place = _plaats_problemen(gebied, bare(getattr(invoer, "thema", None)), known)
        raise_problems(_in_order(invoer, [*place, *it.problemen, *tekst_problemen(invoer), *persons]))
        it.write(who)
        now = database.now()
        InzendingStore(cursor).add(token, soort, it.id, now)
        velden = [name for name, value in as_row(invoer).items() if value]
        insert_logboek(cursor, [logboek_rij(now, who.id, "toegevoegd", soort, it.over or it.id, velden)])
    return it.id


def _in_order(invoer: Invoer, problemen: Iterable[Probleem]) -> list[Probleem]:
    """The problems in the order of the form."""
    order = [field.name for field in fields(invoer)]
    return sorted(problemen, key=lambda it: order.index(it.veld) if it.veld in order else len(order))


def _gebied(code: str) -> str:
    return normalize_code(code) or code.strip()


def _plaats_problemen(gebied: str, thema: str | None, known: Known) -> list[Probleem]:
    problemen = unknown(known["thema"], thema, "thema", "Het thema") if thema else []
    if normalize_code(gebied) is None or soort_of(gebied) not in (GebiedSoort.WIJK, GebiedSoort.GEMEENTE):
        return [Probleem("Kies een wijk, of de hele gemeente.", "gebied"), *problemen]
    return [*unknown(known["gebied"], gebied, "gebied", "Het gebied"), *problemen]


def _place(database: Database, soorten: Sequence[str], id_: str) -> tuple[str, str]:
    """What has this id, and its gebied."""
    with database.reading() as cursor:
        found = ActiviteitStore(cursor).place(soorten, id_)
    if found is None:
        raise NietGevonden(_ONBEKEND)
    return found


def _zaak(cursor: Cursor, id_: str, gebied: str) -> Zaak:
    found = ActiviteitStore(cursor).bij(gebied, gemeente_of(gebied) or gebied)
    return next(it for it in found.zaken if it.id == id_)


def _handeling_of(database: Database, gebruiker: Gebruiker, soort: str, gebied: str) -> Handeling:
    """Who brings in an initiatief also says how it goes on; an activiteit asks for more."""
    if soort == ZaakSoort.ACTIVITEIT or mag(current(database, gebruiker), Handeling.ACTIVITEITEN, gebied):
        return Handeling.ACTIVITEITEN
    return Handeling.INBRENGEN


def _indicator_problemen(cursor: Cursor, codes: Iterable[str]) -> list[Probleem]:
    """A national figure says nothing about what something here does."""
    national = ActiviteitStore(cursor).landelijk()
    return [Probleem(_LANDELIJK, "indicatoren")] if any(code in national for code in codes) else []
