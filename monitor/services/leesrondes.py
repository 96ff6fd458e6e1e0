"""Choosing verhalen together: a ronde per group, its domeinen, what lies on the table, what is chosen and why.

Verhalen are read as the person who acts may read them; a verhaal that was taken back, or may no longer be read for a
gesprek, is gone from every ronde. Who chose is a role and a count, never a name. What was decided stays.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from monitor.domain.gebruiker import Gebruiker, lezer_van
from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import (
    Domein,
    Domeinbeeld,
    DomeinSoort,
    Leeskeuze,
    Leesniveau,
    Leesronde,
    Leesstem,
    NagaanUitkomst,
    Rondebeeld,
    RondeStand,
    Tafel,
    Tafelverhaal,
    Werkwijze,
    domein_problemen,
    domeinen_of,
    keuze_problemen,
    offered,
    open_problemen,
    seen_by,
    sluit_problemen,
    too_many,
    vorige_problemen,
)
from monitor.domain.rechten import Handeling
from monitor.domain.verhaal import Verhaal
from monitor.errors import NietGevonden, Probleem
from monitor.nl import format_maand, today_amsterdam
from monitor.services.invoer import bare, id_from, new_id, raise_problems
from monitor.services.levensloop import aantal_problemen, begin
from monitor.services.rechten import current
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.services.woorden import LEESNIVEAU, STEMROLLEN
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore, Terugkoppeling
from monitor.store.leesronde_store import LeesrondeStore
from monitor.store.rijen import Rij, insert_into, insert_logboek, logboek_rij
from monitor.store.weghalen import remove_words

OPEN_NAAM, MISGING_NAAM = "Iets anders", "Wat misging"
"""What the two domeinen are called that a ronde always has, unless people give them another name."""
NAMEN = {DomeinSoort.GEWOON: "Zonder naam", DomeinSoort.OPEN: OPEN_NAAM, DomeinSoort.MISGING: MISGING_NAAM}
"""What a domein is called of which the name was taken away."""
REDEN_MAX = 400
WAAR_GEKOZEN = "Samen verhalen kiezen: gekozen door {wie}, {maand}"
WAAR_GELEZEN = "Samen verhalen kiezen: gelezen door {wie}, {maand}"
WAAR_NIET_GEKOZEN = "Samen verhalen kiezen: gelezen door {wie} en niet gekozen, {maand}"
WAT_GEKOZEN = "Waarom: {reden}"


@dataclass(frozen=True, slots=True)
class NieuweRonde:
    """A ronde that begins; None: nobody chose that yet."""

    naam: str
    niveau: Leesniveau | None
    werkwijze: Werkwijze | None
    periode_van: date | None
    periode_tot: date | None
    domeinen: tuple[str, ...] = ()
    """Names of what people want to talk about; empty is allowed, two are always there."""
    open_naam: str = OPEN_NAAM
    misging_naam: str = MISGING_NAAM
    vorige: tuple[str, ...] = ()
    """Ids of the rondes of which it reads what was chosen; then those say which domeinen there are."""


@dataclass(frozen=True, slots=True)
class NieuweNagaan:
    """What came of asking once more; None: nobody chose that yet."""

    uitkomst: NagaanUitkomst | None
    rol: StemRol | None
    op: date | None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Herkenning:
    """How many others of one role recognise it, of those who were asked."""

    rol: StemRol
    aantal: int
    gevraagd: int


@dataclass(frozen=True, slots=True)
class Wijkrondes:
    """The rondes of a wijk, as somebody may know of them."""

    rondes: tuple[Leesronde, ...]
    bij_gemeente: bool = False
    """True for a wijk of which the verhalen stand at the gemeente (rule 12): then none is shown to this reader."""


# A ronde


def add_ronde(database: Database, gebruiker: Gebruiker, wijk: str, nieuw: NieuweRonde, *, token: str) -> str:
    """Begin a ronde; its id. It always has a domein for anything else and one for what went wrong.

    A ronde that reads what others chose has their domeinen, and those verhalen lie on the table at once. Raises
    OngeldigeInvoer with everything that is wrong; the same token gives the same ronde.
    """
    wijk, who = _begin(database, gebruiker, wijk)
    problemen = _ronde_problemen(database, nieuw)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "leesronde")
        if earlier is not None:
            return earlier
        store = LeesrondeStore(cursor)
        vorige = [_known(store, wijk, it) for it in dict.fromkeys(nieuw.vorige)]
        problemen += vorige_problemen(nieuw.niveau, vorige) if nieuw.niveau is not None else []
        tafels = [store.tafel(it) for it in vorige]
        domeinen = _named(nieuw, tafels)
        raise_problems([*problemen, *domein_problemen(domeinen)])
        now, id_ = database.now(), new_id()
        rijen = [
            {"id": new_id(), "ronde": id_, "naam": naam.strip(), "soort": soort.value, "volgorde": place}
            for place, (naam, soort) in enumerate(domeinen, start=1)
        ]
        store.add_ronde(_ronde_rij(id_, wijk, nieuw, who, database), rijen, [it.id for it in vorige])
        store.add_stand(_stand_rij(id_, RondeStand.OPEN, None, who, database))
        _lay_chosen(cursor, database, who, id_, tafels)
        InzendingStore(cursor).add(token, "leesronde", id_, now)
        _log(cursor, database, who, "toegevoegd", id_, "naam", "niveau", "werkwijze", "periode", "domeinen")
    return id_


def _ronde_problemen(database: Database, nieuw: NieuweRonde) -> list[Probleem]:
    velden = {
        "naam": TekstVeld(nieuw.naam, "de naam", leeg="Geef de ronde een naam.", most=KORT),
        "open": TekstVeld(nieuw.open_naam, "de naam van het open onderwerp", most=KORT),
        "misging": TekstVeld(nieuw.misging_naam, "de naam van het onderwerp voor wat misging", most=KORT),
        **{f"domein {place}": TekstVeld(it, "een onderwerp", most=KORT) for place, it in enumerate(nieuw.domeinen, 1)},
    }
    van, tot = nieuw.periode_van, nieuw.periode_tot
    checks = (
        (nieuw.niveau is None, "niveau", "Kies wie er kiest."),
        (nieuw.werkwijze is None, "werkwijze", "Kies hoe u kiest."),
        (van is None, "periode_van", "Vul de eerste dag van de periode in, zoals 1-1-2026."),
        (tot is None, "periode_tot", "Vul de laatste dag van de periode in, zoals 31-3-2026."),
        (van is not None and tot is not None and van > tot, "periode_tot", "De periode eindigt voor zij begint."),
    )
    return [
        *tekstveld_problemen(database, velden),
        *(Probleem(melding, veld) for wrong, veld, melding in checks if wrong),
    ]


def _named(nieuw: NieuweRonde, vorige: Sequence[Tafel]) -> tuple[tuple[str, DomeinSoort], ...]:
    """The domeinen of a new ronde: those that people named, or those of the rondes that it reads."""
    read = [it for tafel in vorige for it in tafel.domeinen]
    if not read:
        return domeinen_of([it for it in nieuw.domeinen if it.strip()], nieuw.open_naam, nieuw.misging_naam)
    named = {_same(it): _naam(it) for it in read if it.soort is DomeinSoort.GEWOON}
    open_, misging = (
        next(_naam(it) for it in read if it.soort is soort) for soort in (DomeinSoort.OPEN, DomeinSoort.MISGING)
    )
    return domeinen_of(list(named.values()), open_, misging)


def _ronde_rij(id_: str, wijk: str, nieuw: NieuweRonde, who: Gebruiker, database: Database) -> Rij:
    assert nieuw.niveau is not None  # noqa: S101 - looked at before
    assert nieuw.werkwijze is not None  # noqa: S101
    return {
        "id": id_,
        "gebied": wijk,
        "naam": nieuw.naam.strip(),
        "niveau": nieuw.niveau.value,
        "werkwijze": nieuw.werkwijze.value,
        "periode_van": nieuw.periode_van,
        "periode_tot": nieuw.periode_tot,
        "gemaakt_op": database.now(),
        "gemaakt_door": who.id,
    }


def _stand_rij(ronde: str, stand: RondeStand, reden: str | None, who: Gebruiker, database: Database) -> dict[str, Any]:
    return {
        "id": new_id(),
        "ronde": ronde,
        "stand": stand.value,
        "reden": bare(reden),
        "op": database.now(),
        "door": who.id,
    }


def _lay_chosen(cursor: Cursor, database: Database, who: Gebruiker, id_: str, vorige: Sequence[Tafel]) -> None:
    """Put what others chose on the table of a new ronde, in the domein with the same name or kind."""
    store = LeesrondeStore(cursor)
    ronde = store.ronde(id_)
    assert ronde is not None  # noqa: S101 - just added
    here = {_same(it): it.id for it in store.tafel(ronde).domeinen}
    for tafel in vorige:
        of = {it.id: it for it in tafel.domeinen}
        chosen = tafel.gekozen
        for verhaal in _allowed(cursor, database, who, ronde, list(chosen)):
            store.place(_place_rij(id_, verhaal, here[_same(of[chosen[verhaal].domein])], database))


def _naam(domein: Domein) -> str:
    return domein.naam or NAMEN[domein.soort]


def _same(domein: Domein) -> str:
    return _naam(domein).casefold() if domein.soort is DomeinSoort.GEWOON else f"soort {domein.soort.value}"


def _place_rij(ronde: str, verhaal: str, domein: str | None, database: Database) -> dict[str, Any]:
    return {"id": new_id(), "ronde": ronde, "verhaal": verhaal, "domein": domein, "op": database.now()}


# What lies on the table


def aanbod(database: Database, gebruiker: Gebruiker, wijk: str, ronde: str) -> tuple[Verhaal, ...]:
    """The verhalen that may come on the table and do not lie there, newest first; for who leads the choosing."""
    wijk, who = _begin(database, gebruiker, wijk)
    with database.reading() as cursor:
        store = LeesrondeStore(cursor)
        here = _known(store, wijk, ronde)
        tafel = store.tafel(here)
        return tuple(it for it in _offered(cursor, database, who, here) if it.id not in tafel.ligt)


def place_verhalen(
    database: Database, gebruiker: Gebruiker, wijk: str, ronde: str, verhalen: Sequence[str], domein: str | None
) -> None:
    """Put verhalen in a domein; None: off the table again. What was read where people chose stays where it is."""

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> None:
        wanted = list(dict.fromkeys(verhalen))
        allowed = {it.id for it in _offered(cursor, database, who, tafel.ronde)}
        checks = (
            (not wanted, "verhalen", "Kies minstens een verhaal."),
            (domein is not None and not set(wanted) <= allowed, "verhalen", NIET_OP_TAFEL),
            (domein is None and not set(wanted) <= set(tafel.ligt), "verhalen", "Dit verhaal ligt niet op tafel."),
            (domein is None and bool(tafel.ronde.vorige), "domein", "Wat een groep vóór u koos, blijft op tafel."),
            (any(tafel.fixed(it) and tafel.ligt[it] != domein for it in wanted), "verhalen", BLIJFT_LIGGEN),
        )
        raise_problems(
            [*_domein_problemen(tafel, domein), *(Probleem(melding, veld) for wrong, veld, melding in checks if wrong)]
        )
        for verhaal in wanted:
            if tafel.ligt.get(verhaal) != domein:
                LeesrondeStore(cursor).place(_place_rij(ronde, verhaal, domein, database))

    _in_open_ronde(database, gebruiker, wijk, ronde, "op tafel gelegd" if domein else "van tafel gehaald", action)


BLIJFT_LIGGEN = "Bij dit verhaal is al gekozen. Wat u samen las, blijft liggen, naast wat gekozen is."
NIET_OP_TAFEL = "Dit verhaal mag hier niet op tafel. Misschien mag het niet bij een gesprek, of is het teruggenomen."


def count_deelnemers(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    ronde: str,
    aantallen: Sequence[tuple[StemRol, int]],
    gasten: tuple[int, str] | None = None,
) -> None:
    """Keep how many people of each role read and choose, and guests with a word for who they are."""
    problemen = [melding for _, aantal in aantallen for melding in aantal_problemen(aantal, "aantal")]
    if gasten is not None:
        leeg = "Schrijf op wie er te gast waren, bijvoorbeeld: studenten. Geen namen."
        problemen += tekstveld_problemen(
            database, {"gasten": TekstVeld(gasten[1], "wie er te gast waren", leeg=leeg, most=KORT)}
        )
        problemen += aantal_problemen(gasten[0], "gasten")
        problemen += [] if gasten[0] else [Probleem("Vul in hoeveel gasten er waren.", "gasten")]
    replaced: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> None:
        counted = {rol: aantal for rol, aantal in dict(aantallen).items() if aantal}
        voted = [_voted(it) for it in tafel.stemmen.values()]
        wrong = {rol for given in voted for rol in too_many(given, counted, gasten[0] if gasten else 0)}
        raise_problems(
            [*problemen, *(Probleem(STEMMEN_AL.format(rol=STEMROLLEN[it]), "aantal") for it in StemRol if it in wrong)]
        )
        rows = [{"id": new_id(), "ronde": ronde, "rol": rol.value, "aantal": aantal} for rol, aantal in counted.items()]
        store = LeesrondeStore(cursor)
        store.replace_deelnemers(ronde, rows)
        before = store.gast(ronde)
        if before is not None and gasten != tafel.gasten:
            remove_words(cursor, "leesgast", before, database.now())
            replaced.append(before)
        if gasten is not None and gasten != tafel.gasten:
            store.add_gast({"id": new_id(), "ronde": ronde, "aantal": gasten[0], "wie": gasten[1].strip()})

    _in_open_ronde(database, gebruiker, wijk, ronde, "deelnemers geteld", action)
    for id_ in replaced:
        remember(database, id_)


STEMMEN_AL = "Er zijn al meer stemmen van {rol} geteld. Tel eerst de stemmen opnieuw, of kijk dit aantal na."
TE_VEEL_STEMMEN = "Er lezen geen {aantal} {rol} mee. Kijk het aantal na, of tel eerst opnieuw wie meeleest."


def _voted(stemmen: Sequence[Leesstem]) -> dict[StemRol, int]:
    return {it.rol: it.aantal for it in stemmen}


# Choosing


def count_stemmen(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    ronde: str,
    verhaal: str,
    aantallen: Sequence[tuple[StemRol, int]],
) -> None:
    """Keep how many people of each role voted for a verhaal, never more than read along; the vote decides nothing."""
    problemen = [melding for _, aantal in aantallen for melding in aantal_problemen(aantal, "aantal")]
    if not aantallen:
        problemen.append(Probleem("Vul in hoeveel mensen dit verhaal kiezen.", "aantal"))

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> None:
        domein = tafel.ligt.get(verhaal)
        if tafel.ronde.werkwijze is not Werkwijze.STEMMING:
            problemen.append(Probleem("In deze ronde kiest u in gesprek. Er wordt niet gestemd.", "werkwijze"))
        if domein is None or not _allowed(cursor, database, who, tafel.ronde, [verhaal]):
            problemen.append(Probleem("Kies een verhaal. Dit ligt niet op tafel.", "verhaal"))
        given = dict(aantallen)
        for rol in too_many(given, tafel.deelnemers, tafel.gasten[0] if tafel.gasten else 0):
            melding = TE_VEEL_STEMMEN.format(aantal=given[rol], rol=STEMROLLEN[rol])
            problemen.append(Probleem(melding, "aantal"))
        raise_problems(problemen)
        rows = [
            {"id": new_id(), "domein": domein, "verhaal": verhaal, "rol": rol.value, "aantal": aantal}
            for rol, aantal in dict(aantallen).items()
        ]
        LeesrondeStore(cursor).replace_stemmen(rows)

    _in_open_ronde(database, gebruiker, wijk, ronde, "stemmen geteld", action)


def choose(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    ronde: str,
    domein: str,
    verhaal: str | None,
    reden: str,
    *,
    token: str,
) -> str:
    """Keep which verhaal the group chose in a domein and why (None: nothing, and why); the id of the choice.

    What was chosen before stays to be read. The same token gives the same choice.
    """
    veld = TekstVeld(reden, "waarom", most=REDEN_MAX)
    problemen = tekstveld_problemen(database, {"reden": veld})

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> str:
        allowed = _allowed(cursor, database, who, tafel.ronde, tafel.verhalen(domein))
        raise_problems(
            [*_domein_problemen(tafel, domein), *keuze_problemen(verhaal, reden, allowed.keys()), *problemen]
        )
        id_ = new_id()
        row = {"id": id_, "domein": domein, "verhaal": verhaal, "reden": reden.strip()}
        LeesrondeStore(cursor).add_keuze({**row, "op": database.now(), "door": who.id})
        return id_

    return _in_open_ronde(database, gebruiker, wijk, ronde, "gekozen", action, token=token)


def add_afwijking(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    ronde: str,
    domein: str,
    rol: StemRol | None,
    tekst: str,
    liever: str | None = None,
    *,
    token: str,
) -> str:
    """Write down that somebody saw it differently; it stays beside the choice. The same token gives the same one."""
    veld = TekstVeld(tekst, "wat zij anders zien", leeg="Schrijf op wat iemand anders ziet.", most=REDEN_MAX)
    problemen = tekstveld_problemen(database, {"tekst": veld})
    problemen += [] if rol else [Probleem("Kies wie dit zegt.", "rol")]

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> str:
        allowed = _allowed(cursor, database, who, tafel.ronde, tafel.verhalen(domein))
        if liever is not None and liever not in allowed:
            problemen.append(Probleem("Dit verhaal ligt niet op tafel bij dit onderwerp.", "liever"))
        keuze = _current(tafel, domein, allowed, problemen)
        id_ = new_id()
        row = {"id": id_, "keuze": keuze.id, "liever": liever, "rol": rol.value if rol else ""}
        LeesrondeStore(cursor).add_afwijking({**row, "tekst": tekst.strip(), "op": database.now()})
        return id_

    return _in_open_ronde(database, gebruiker, wijk, ronde, "anders gezien", action, token=token)


# Asking once more, and counting


def add_nagaan(
    database: Database, gebruiker: Gebruiker, wijk: str, ronde: str, domein: str, nieuw: NieuweNagaan, *, token: str
) -> str:
    """Write down what came of asking once more about the chosen verhaal, also when the ronde is over."""
    problemen = tekstveld_problemen(
        database, {"toelichting": TekstVeld(nieuw.toelichting, "wat erbij hoort", most=REDEN_MAX)}
    )
    problemen += [] if nieuw.uitkomst else [Probleem("Kies wat eruit kwam.", "uitkomst")]
    problemen += [] if nieuw.rol else [Probleem("Kies wie dit naging.", "rol")]
    if nieuw.op is None:
        problemen.append(Probleem("Vul de dag in, zoals 19-11-2026.", "op"))
    elif nieuw.op > today_amsterdam(database.now()):
        problemen.append(Probleem("Deze dag is nog niet geweest.", "op"))

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> str:
        keuze = _chosen(cursor, database, who, tafel, domein, problemen)
        assert nieuw.uitkomst is not None  # noqa: S101 - looked at before
        assert nieuw.rol is not None  # noqa: S101
        id_ = new_id()
        LeesrondeStore(cursor).add_nagaan(
            {
                "id": id_,
                "keuze": keuze.id,
                "uitkomst": nieuw.uitkomst.value,
                "rol": nieuw.rol.value,
                "op": nieuw.op,
                "toelichting": bare(nieuw.toelichting),
            }
        )
        return id_

    return _in_ronde(database, gebruiker, wijk, ronde, "nagegaan", action, token=token)


def count_herkend(
    database: Database, gebruiker: Gebruiker, wijk: str, ronde: str, domein: str, herkend: Sequence[Herkenning]
) -> None:
    """Keep how many others recognise the chosen verhaal, of those who were asked today; also when the ronde is over."""
    problemen = [
        melding
        for it in herkend
        for aantal in (it.aantal, it.gevraagd)
        for melding in aantal_problemen(aantal, "aantal")
    ]
    if not any(it.gevraagd for it in herkend):
        problemen.append(Probleem("Vul in aan hoeveel mensen u het vroeg.", "gevraagd"))
    if any(it.aantal > it.gevraagd for it in herkend):
        problemen.append(Probleem("Er kunnen niet meer mensen ja zeggen dan u het vroeg.", "aantal"))

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> None:
        keuze = _chosen(cursor, database, who, tafel, domein, problemen)
        today = today_amsterdam(database.now())
        LeesrondeStore(cursor).replace_herkend(
            [
                {
                    "id": new_id(),
                    "keuze": keuze.id,
                    "rol": it.rol.value,
                    "op": today,
                    "aantal": it.aantal,
                    "gevraagd": it.gevraagd,
                }
                for it in {given.rol: given for given in herkend}.values()
                if it.gevraagd
            ]
        )

    _in_ronde(database, gebruiker, wijk, ronde, "herkenning geteld", action)


def _chosen(
    cursor: Cursor, database: Database, who: Gebruiker, tafel: Tafel, domein: str, problemen: list[Probleem]
) -> Leeskeuze:
    """The verhaal that was chosen in a domein and still may be talked about; else every problem at once."""
    allowed = _allowed(cursor, database, who, tafel.ronde, tafel.verhalen(domein))
    keuze = tafel.keuze(domein)
    if keuze is not None and keuze.verhaal is None:
        problemen.append(Probleem("Bij dit onderwerp is geen verhaal gekozen.", "domein"))
    return _current(tafel, domein, allowed, problemen)


def _current(tafel: Tafel, domein: str, allowed: Mapping[str, Verhaal], problemen: list[Probleem]) -> Leeskeuze:
    keuze = tafel.keuze(domein)
    if keuze is None:
        problemen += _domein_problemen(tafel, domein) or [Probleem("Bij dit onderwerp is nog niets gekozen.", "domein")]
    elif keuze.verhaal is not None and keuze.verhaal not in allowed:
        problemen.append(Probleem("Het verhaal dat hier gekozen is, is er niet meer.", "domein"))
    raise_problems(problemen)
    assert keuze is not None  # noqa: S101 - a problem otherwise
    return keuze


# The end of a ronde


def close(database: Database, gebruiker: Gebruiker, wijk: str, ronde: str) -> None:
    """End a ronde, as far as it came: nothing has to be chosen. The tellers hear what was done with their verhaal.

    A chosen verhaal of which the reason was taken away gets another one first, or is not chosen.
    """

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> None:
        raise_problems(sluit_problemen(tafel, _allowed(cursor, database, who, tafel.ronde, list(tafel.ligt)).keys()))
        LeesrondeStore(cursor).add_stand(_stand_rij(ronde, RondeStand.GESLOTEN, None, who, database))
        insert_into(cursor, "terugkoppeling", _terugkoppelingen(cursor, database, who, tafel))

    _in_open_ronde(database, gebruiker, wijk, ronde, "gesloten", action, ook_voorbij=True)


def call_off(database: Database, gebruiker: Gebruiker, wijk: str, ronde: str, reden: str) -> None:
    """Say that a ronde does not go on, and why. Nobody hears of a choice, because there is none."""
    veld = TekstVeld(reden, "waarom", leeg="Schrijf op waarom de ronde niet doorgaat.", most=REDEN_MAX)
    problemen = tekstveld_problemen(database, {"reden": veld})

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> None:
        raise_problems(problemen)
        LeesrondeStore(cursor).add_stand(_stand_rij(ronde, RondeStand.AFGELAST, reden, who, database))

    _in_open_ronde(database, gebruiker, wijk, ronde, "afgelast", action, ook_voorbij=True)


def _terugkoppelingen(cursor: Cursor, database: Database, who: Gebruiker, tafel: Tafel) -> list[Rij]:
    """What each teller reads with her code, of the verhalen that may still be talked about."""
    allowed = _allowed(cursor, database, who, tafel.ronde, list(tafel.ligt))
    today = today_amsterdam(database.now())
    return [terugkoppeling_of(tafel, verhaal, today, who.id) for verhaal in allowed]


def terugkoppeling_of(tafel: Tafel, verhaal: str, op: date, door: str) -> Rij:
    """What the teller of one verhaal reads: chosen and why, or read; without the name of the wijk or the ronde.

    Of what was laid down only after people chose, nobody says that it was not chosen.
    """
    keuze = tafel.keuze(tafel.ligt[verhaal])
    chosen = keuze is not None and keuze.verhaal == verhaal
    waar = WAAR_GEKOZEN if chosen else WAAR_NIET_GEKOZEN if tafel.fixed(verhaal) else WAAR_GELEZEN
    return {
        "id": id_from("leesronde", tafel.ronde.id, verhaal),
        "verhaal": verhaal,
        "waar": waar.format(wie=LEESNIVEAU[tafel.ronde.niveau], maand=format_maand(op)),
        "wat": WAT_GEKOZEN.format(reden=keuze.reden) if chosen and keuze and keuze.reden else None,
        "op": op,
        "door": door,
        "keuze": keuze.id if chosen and keuze else None,
    }


def without_reden(gedaan: Terugkoppeling) -> Terugkoppeling:
    """What is told to who may not know of the ronde: that people chose, not the words in which they said why."""
    ours = gedaan.waar.startswith(WAAR_GEKOZEN.partition("{")[0])
    return replace(gedaan, wat=None) if ours else gedaan


# Taking words away


def remove_words_of(database: Database, gebruiker: Gebruiker, wijk: str, ronde: str, id_: str) -> None:
    """Take away words that lead to a person after all: of the ronde itself, a domein, a choice or what was said of it.

    That it was there stays. Why a verhaal was chosen goes with what was written for it before. Raises NietGevonden when
    nothing with this id stands in this ronde.
    """
    taken: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> str:
        guests = LeesrondeStore(cursor).gast(ronde)
        soort = {**_words_in(tafel), **({guests: "leesgast"} if guests else {})}.get(id_)
        if soort is None:
            raise NietGevonden("Deze woorden kennen wij niet in deze ronde.")
        taken.extend([id_, *_written_before(tafel, id_)])
        for it in taken:
            remove_words(cursor, soort, it, database.now())
        insert_logboek(cursor, [logboek_rij(database.now(), who.id, "weggehaald", soort, it) for it in taken])
        return id_

    _in_ronde(database, gebruiker, wijk, ronde, "woorden weggehaald", action, ook_voorbij=True)
    for it in taken:
        remember(database, it)


def _written_before(tafel: Tafel, id_: str) -> list[str]:
    """Ids of what was written for the same choice before it was written down again."""
    again = next((it for it in tafel.keuzes if it.id == id_), None)
    if again is None:
        return []
    same = [it.id for it in tafel.keuzes if (it.domein, it.verhaal) == (again.domein, again.verhaal)]
    return [it for it in same if it != id_]


def _words_in(tafel: Tafel) -> dict[str, str]:
    """Everything in a ronde that has words of people: what it is, by its id."""
    return {
        tafel.ronde.id: "leesronde",
        tafel.ronde.stand_id: "leesrondestand",
        **{it.id: "leesdomein" for it in tafel.domeinen},
        **{it.id: "leeskeuze" for it in tafel.keuzes},
        **{it.id: "leesafwijking" for keuze in tafel.keuzes for it in keuze.afwijkingen},
        **{it.id: "leesnagaan" for keuze in tafel.keuzes for it in keuze.nagegaan},
    }


# Reading


def rondes(database: Opslag, gebruiker: Gebruiker, wijk: str) -> Wijkrondes:
    """The rondes of a wijk, newest first; of a wijk with few verhalen only who learns together there knows them."""
    who = current(database, gebruiker)
    with database.reading() as cursor:
        if not LeesStore(cursor).stands_at(who, today_amsterdam(database.now()), wijk):
            return Wijkrondes((), bij_gemeente=True)
        return Wijkrondes(LeesrondeStore(cursor).rondes(wijk))


def rondebeeld(database: Opslag, gebruiker: Gebruiker, wijk: str, ronde: str) -> Rondebeeld:
    """One ronde as this reader may read it. Raises NietGevonden when there is none that she may know of."""
    if rondes(database, gebruiker, wijk).bij_gemeente:
        raise NietGevonden(ONBEKENDE_RONDE)
    who = current(database, gebruiker)
    with database.reading() as cursor:
        store = LeesrondeStore(cursor)
        here = _known(store, wijk, ronde)
        tafel = store.tafel(here)
        leest = _readable(cursor, database, who, tafel)
        elsewhere = store.gekozen(list(leest))
        intern = who.leest_intern(wijk)
        # A number that is passed over would tell how many there are that she may not read.
        lying = {it: domein for it, domein in tafel.ligt.items() if intern or it in leest}
        gelegd = {
            verhaal: Tafelverhaal(
                nummer=number,
                verhaal=leest[verhaal],
                stemmen=tafel.stemmen.get((domein, verhaal), ()),
                elders=tuple(it for it in elsewhere.get(verhaal, ()) if it.ronde != ronde),
                later=tafel.keuze(domein) is not None and not tafel.fixed(verhaal),
            )
            for number, (verhaal, domein) in enumerate(lying.items(), start=1)
            if verhaal in leest
        }
        return Rondebeeld(
            ronde=here,
            domeinen=tuple(_domeinbeeld(it, tafel, gelegd, intern=intern) for it in tafel.domeinen),
            deelnemers=tafel.deelnemers,
            gasten=tafel.gasten,
            gast_id=store.gast(ronde),
            vorige=tuple(_known(store, wijk, it) for it in here.vorige),
            telt_weg=intern,
        )


def _domeinbeeld(domein: Domein, tafel: Tafel, gelegd: Mapping[str, Tafelverhaal], *, intern: bool) -> Domeinbeeld:
    lay = tafel.verhalen(domein.id)
    keuze = tafel.keuze(domein.id)
    chosen = keuze.verhaal if keuze else None
    before = [seen_by(it, gelegd.keys(), intern=intern) for it in tafel.eerder(domein.id)]
    return Domeinbeeld(
        domein=domein,
        keuze=seen_by(keuze, gelegd.keys(), intern=intern) if keuze else None,
        gekozen=gelegd.get(chosen) if chosen else None,
        andere=tuple(gelegd[it] for it in lay if it in gelegd and it != chosen),
        weg=sum(it not in gelegd for it in lay),
        eerder=tuple(it for it in before if it.reden or it.afwijkingen),
    )


def _readable(cursor: Cursor, database: Opslag, who: Gebruiker, tafel: Tafel) -> dict[str, Verhaal]:
    """What lies on the table and this reader may read here: also allowed for a gesprek still, whoever reads."""
    mine = _read(cursor, database, who, list(tafel.ligt), tafel.ronde.gebied)
    still = _allowed(cursor, database, lezer_van(tafel.ronde.gebied), tafel.ronde, list(mine))
    return {id_: it for id_, it in mine.items() if id_ in still}


def _read(cursor: Cursor, database: Opslag, who: Gebruiker, ids: Sequence[str], wijk: str) -> dict[str, Verhaal]:
    """What somebody may read of these verhalen, where it stands in this wijk for her."""
    found = LeesStore(cursor).leesbaar(who, today_amsterdam(database.now()), ids=ids)
    return {it.id: it for it in found if it.gebied == wijk}


def _allowed(
    cursor: Cursor, database: Opslag, who: Gebruiker, ronde: Leesronde, ids: Sequence[str]
) -> dict[str, Verhaal]:
    """Those of these verhalen that she reads and that may lie on the table of this ronde, in the order given."""
    read = _read(cursor, database, who, ids, ronde.gebied)
    return {id_: it for id_, it in read.items() if offered(it, ronde)}


def _offered(cursor: Cursor, database: Database, who: Gebruiker, ronde: Leesronde) -> tuple[Verhaal, ...]:
    """Everything that may come on the table, newest first: of a ronde that reads others, only what those chose."""
    if ronde.vorige:
        store = LeesrondeStore(cursor)
        read = [it for it in (store.ronde(id_) for id_ in ronde.vorige) if it is not None]
        chosen = [verhaal for it in read for verhaal in store.tafel(it).gekozen]
        return tuple(_allowed(cursor, database, who, ronde, chosen).values())
    found = LeesStore(cursor).leesbaar(who, today_amsterdam(database.now()), gebied=ronde.gebied)
    return tuple(it for it in found if offered(it, ronde))


# Shared


ONBEKENDE_RONDE = "Deze ronde kennen wij niet in deze wijk."


def _begin(database: Database, gebruiker: Gebruiker, wijk: str, *, ook_voorbij: bool = False) -> tuple[str, Gebruiker]:
    return begin(database, gebruiker, wijk, Handeling.VERHALEN_KIEZEN, ook_voorbij=ook_voorbij)


def _known(store: LeesrondeStore, wijk: str, ronde: str) -> Leesronde:
    found = store.ronde(ronde)
    if found is None or found.gebied != wijk:
        raise NietGevonden(ONBEKENDE_RONDE)
    return found


def _domein_problemen(tafel: Tafel, domein: str | None) -> list[Probleem]:
    if domein is None or domein in {it.id for it in tafel.domeinen}:
        return []
    return [Probleem("Kies een onderwerp van deze ronde.", "domein")]


def _in_open_ronde(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    ronde: str,
    wat: str,
    action: Callable[[Cursor, Gebruiker, Tafel], str | None],
    *,
    token: str | None = None,
    ook_voorbij: bool = False,
) -> str:
    """Do something in a ronde that is open: what was decided stays."""

    def only_open(cursor: Cursor, who: Gebruiker, tafel: Tafel) -> str | None:
        raise_problems(open_problemen(tafel.ronde))
        return action(cursor, who, tafel)

    return _in_ronde(database, gebruiker, wijk, ronde, wat, only_open, token=token, ook_voorbij=ook_voorbij)


def _in_ronde(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    ronde: str,
    wat: str,
    action: Callable[[Cursor, Gebruiker, Tafel], str | None],
    *,
    token: str | None = None,
    ook_voorbij: bool = False,
) -> str:
    """Do something in a ronde in one transaction, with a line in the logboek; once per token.

    `ook_voorbij`: also in a wijk that is no longer there, for what ends or takes away.
    """
    wijk, who = _begin(database, gebruiker, wijk, ook_voorbij=ook_voorbij)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, f"leesronde {wat}") if token else None
        if earlier is not None:
            return earlier
        store = LeesrondeStore(cursor)
        made = action(cursor, who, store.tafel(_known(store, wijk, ronde))) or ""
        if token:
            InzendingStore(cursor).add(token, f"leesronde {wat}", made, database.now())
        _log(cursor, database, who, wat, ronde, *([made] if made else []))
    return made


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, ronde: str, *velden: str) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, "leesronde", ronde, velden)])
