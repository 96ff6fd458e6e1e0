"""Who reviews which verhaal, what waits for her, and the verhaal as she reads it."""

from datetime import date, datetime, timedelta

from monitor.domain.gebruiker import Gebruiker, GebruikerRol
from monitor.domain.nalezen import (
    NIET_TE_LEZEN,
    VOOR_NALEZER,
    TeLezen,
    VerhaalTekst,
    WachtendVerhaal,
    Wachtreden,
    Wachtrij,
)
from monitor.domain.persoonsgegeven import Bekend
from monitor.domain.rechten import Handeling, mag_ergens, wijken_voor
from monitor.domain.verhaal import Besluit, Gebruik, Gevoel, Perspectief
from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.nl import format_datum, to_amsterdam, today_amsterdam
from monitor.services import instellingen
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.rechten import current, refuse, require
from monitor.services.vondsten import gemerkt
from monitor.store.database import Cursor, Database
from monitor.store.nalees_store import NaleesStand, NaleesStore

EIGEN = "U leest geen verhaal na dat u zelf hebt opgeschreven of aangepast. Vraag het een ander."
ER_NIET = "Dit verhaal is er niet, of het is teruggenomen door wie het vertelde."
WACHT_NIET = "Dit verhaal wacht niet op nalezen."
NOG_NIET = (
    "Dit verhaal kunt u nog niet nalezen: de verteller denkt nog na, of een collega moet het nog een keer vragen."
)
NOG_NIET_VERVANGER = (
    "U bent hier vervanger. U leest een verhaal na als het langer dan {dagen} dagen wacht op de nalezer van de wijk."
)


def wachtrij(database: Database, gebruiker: Gebruiker) -> Wachtrij:
    """What waits in the wijken of this nalezer, oldest first; what she wrote herself is only counted."""
    gebruiker = _nalezer_somewhere(database, gebruiker)
    today, days = today_amsterdam(database.now()), instellingen.lees(database).nalees_dagen
    with database.reading() as cursor:
        standen = NaleesStore(cursor).standen(wijken_voor(gebruiker, Handeling.NALEZEN))
    waiting = [(stand, reden) for stand in standen if (reden := wachtreden(stand, today)) is not None]
    own = [stand for stand, _ in waiting if is_own(gebruiker, stand)]
    others = sorted(
        (_wachtend(gebruiker, stand, reden, today) for stand, reden in waiting if not is_own(gebruiker, stand)),
        key=lambda it: (it.sinds, it.verhaal),
    )
    mine = [it for it in others if not it.vervanger or it.dagen > days]
    return Wachtrij(
        na_te_lezen=tuple(it for it in mine if it.reden in VOOR_NALEZER),
        nog_niet=tuple(it for it in mine if it.reden not in VOOR_NALEZER),
        eigen=len(own),
    )


def te_lezen(database: Database, gebruiker: Gebruiker, verhaal: str) -> TeLezen:
    """A verhaal that waits, as its nalezer reads it. Refuses who may not, and what does not wait."""
    _, stand = reviewing(database, gebruiker, verhaal)
    bekend = bekend_uit(database)
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        return _te_lezen(cursor, stand, today, bekend)


def reviewing(
    database: Database, gebruiker: Gebruiker, verhaal: str, *, waits: bool = True
) -> tuple[Gebruiker, NaleesStand]:
    """The nalezer as she may act now, and where the verhaal stands. Refuses in a sentence and in the logboek:
    another wijk, one's own writing, a stand-in who comes too early, and what does not wait (unless `waits` is False).
    """
    stand = stand_of(database, verhaal)
    gebruiker = require(database, gebruiker, Handeling.NALEZEN, stand.gebied)
    if is_own(gebruiker, stand):
        refuse(database, gebruiker, Handeling.NALEZEN, verhaal, EIGEN)
    today = today_amsterdam(database.now())
    reden = wachtreden(stand, today)
    if waits and reden is None:
        refuse(database, gebruiker, Handeling.NALEZEN, verhaal, WACHT_NIET)
    if reden in NIET_TE_LEZEN:
        refuse(database, gebruiker, Handeling.NALEZEN, verhaal, NOG_NIET)
    days = instellingen.lees(database).nalees_dagen
    if _stands_in(gebruiker, stand.gebied) and (today - sinds(stand, today)).days <= days:
        refuse(database, gebruiker, Handeling.NALEZEN, verhaal, NOG_NIET_VERVANGER.format(dagen=days))
    return gebruiker, stand


def stand_of(database: Database, verhaal: str) -> NaleesStand:
    """Where a verhaal stands. Raises NietGevonden when it is unknown or was taken back."""
    with database.reading() as cursor:
        return stand_in(cursor, verhaal)


def stand_in(cursor: Cursor, verhaal: str) -> NaleesStand:
    """Where a verhaal stands, for who is in a transaction already."""
    stand = NaleesStore(cursor).stand(verhaal)
    if stand is None:
        raise NietGevonden(ER_NIET)
    return stand


def is_own(gebruiker: Gebruiker, stand: NaleesStand) -> bool:
    """Whether this person wrote the verhaal down, or made one of its versions. An imported one knows only a name."""
    known = {_who(gebruiker.id), _who(gebruiker.naam)}
    return any(_who(name) in known for name in (stand.opgetekend_door, *stand.schrijvers))


def wachtreden(stand: NaleesStand, today: date) -> Wachtreden | None:
    """What a verhaal waits for; None when nobody has to do anything."""
    if stand.gemeld_op is not None:
        return Wachtreden.MELDING
    if _is_decided(stand):
        return None
    if bedenkt(stand, today):
        return Wachtreden.BEDENKTIJD
    if stand.afhankelijk and stand.blijft is not True:
        return Wachtreden.NAVRAAG
    asked = stand.besluit == Besluit.TERUG_NAAR_VERTELLER and stand.besluit_versie == stand.versie
    if asked or (stand.publiek and stand.akkoord_op is None):
        return Wachtreden.VERTELLER
    return Wachtreden.NALEZEN


def bedenkt(stand: NaleesStand, today: date) -> bool:
    """Whether the teller, who depends on the writer, still thinks it over."""
    return stand.afhankelijk and stand.bedenktijd_tot is not None and today <= stand.bedenktijd_tot


def sinds(stand: NaleesStand, today: date) -> date:
    """Since when somebody is waited for."""
    if stand.gemeld_op is not None:
        return to_amsterdam(stand.gemeld_op).date()
    moments = [stand.akkoord_op, _day(stand.gemaakt_op), _day(stand.navraag_op)]
    if stand.afhankelijk and stand.bedenktijd_tot is not None and not bedenkt(stand, today):
        moments.append(stand.bedenktijd_tot + timedelta(days=1))
    return min(max(it for it in moments if it is not None), today)


def _is_decided(stand: NaleesStand) -> bool:
    if stand.besluit is None or stand.besluit_versie is None or stand.besluit == Besluit.TERUG_NAAR_VERTELLER:
        return False
    return stand.besluit_versie >= stand.versie


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else to_amsterdam(moment).date()


def _who(name: str) -> str:
    return " ".join(name.split()).casefold()


def _nalezer_somewhere(database: Database, gebruiker: Gebruiker) -> Gebruiker:
    now = current(database, gebruiker)
    if mag_ergens(now, Handeling.NALEZEN):
        return now
    return require(database, gebruiker, Handeling.NALEZEN)


def _stands_in(gebruiker: Gebruiker, wijk: str) -> bool:
    """Whether this person reviews in a wijk only as a stand-in."""
    mine = [it for it in gebruiker.toewijzingen if it.rol is GebruikerRol.NALEZER and it.covers(wijk)]
    return bool(mine) and all(it.als_vervanger for it in mine)


def _wachtend(gebruiker: Gebruiker, stand: NaleesStand, reden: Wachtreden, today: date) -> WachtendVerhaal:
    since = sinds(stand, today)
    return WachtendVerhaal(
        verhaal=stand.verhaal,
        gebied=stand.gebied,
        wijk=stand.wijk,
        titel="" if reden in NIET_TE_LEZEN else stand.titel,
        reden=reden,
        sinds=since,
        dagen=(today - since).days,
        vervanger=_stands_in(gebruiker, stand.gebied),
    )


def _te_lezen(cursor: Cursor, stand: NaleesStand, today: date, bekend: Bekend) -> TeLezen:
    store = NaleesStore(cursor)
    versies = store.versies(stand.verhaal)
    newest, original = versies[-1], _original(versies)
    gevoel, namens, met_tolk, taal, perspectieven, gebruiken = store.kenmerken(stand.verhaal)
    reden = wachtreden(stand, today)
    marks = tuple(gemerkt(cursor, stand.verhaal, newest, namens, bekend))
    if reden is None:
        raise OngeldigeInvoer(WACHT_NIET)
    return TeLezen(
        verhaal=stand.verhaal,
        gebied=stand.gebied,
        wijk=stand.wijk,
        reden=reden,
        oorspronkelijk=original,
        publiek=newest if newest is not original else None,
        vondsten=marks,
        meldingen=store.meldingen(stand.verhaal),
        gevoel=Gevoel(gevoel),
        perspectieven=tuple(Perspectief(it) for it in perspectieven or ()),
        gebruiken=tuple(it for it in Gebruik if it in (gebruiken or ())),
        namens=namens,
        met_tolk=met_tolk,
        taal=taal,
        bezwaren=bezwaren(stand, today, open_marks=sum(it.open for it in marks)),
    )


def _original(versies: list[VerhaalTekst]) -> VerhaalTekst:
    """What was told: the last version that is no public one, else the first that still has words."""
    told = [it for it in versies if not it.publiek]
    return told[-1] if told else versies[0]


def bezwaren(stand: NaleesStand, today: date, *, open_marks: int) -> tuple[str, ...]:
    """Why a verhaal cannot be published now, each in a sentence."""
    found = []
    if stand.akkoord_op is None or not stand.publiek:
        found.append("De verteller heeft nog niet gezegd dat de tekst zo klopt. Vraag dat eerst.")
    if bedenkt(stand, today) and stand.bedenktijd_tot is not None:
        found.append(f"De verteller denkt nog na, tot en met {format_datum(stand.bedenktijd_tot)}.")
    elif stand.afhankelijk and stand.blijft is not True:
        found.append("Een collega moet de verteller nog een keer vragen of dit verhaal mag.")
    if open_marks:
        found.append("Er staat nog een naam of ander gegeven van een mens in. Vervang het, of zeg dat het mag blijven.")
    return tuple(found)
