"""What works on an indicator: when the last of it stops, nobody says any longer that the indicator is in use."""

from monitor.domain.activiteitenbeeld import Zaak, ZaakSoort
from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import IndicatorStatus
from monitor.services.levensloop import situatie_of, write_stap
from monitor.store.activiteit_store import ActiviteitStore
from monitor.store.database import Cursor, Database
from monitor.store.levensloop_store import LevensloopStore

NIETS_LOOPT = "Er loopt niets meer dat hieraan werkt."


def uit_gebruik(database: Database, zaak: str) -> tuple[tuple[str, str], ...]:
    """Name and wijk of each figure that is in use no longer because `zaak`, which worked on it, is over."""
    with database.reading() as cursor:
        store = ActiviteitStore(cursor)
        _, place = store.place(tuple(ZaakSoort), zaak) or ("", "")
        steps = store.last_for(zaak, NIETS_LOOPT)
    return tuple((cijfer, wijk) for cijfer, wijk, code in steps if place in (code, gemeente_of(code)))


def step_back(cursor: Cursor, database: Database, zaak: Zaak, who: Gebruiker) -> None:
    """Take an indicator out of use in each wijk where `zaak` was the last that worked on it (rule 2).

    In the transaction of a caller, after it was written that `zaak` is over. The reason names nothing: what something
    is called can be replaced, and a step cannot.
    """
    store = LevensloopStore(cursor)
    codes = [code for code, linked in store.werkt_aan().items() if zaak.id in linked]
    for code in codes:
        for wijk in store.wijken(code):
            if zaak.gebied not in (wijk, gemeente_of(wijk)):
                continue
            situatie = situatie_of(cursor, wijk, code)
            if situatie.status is IndicatorStatus.IN_GEBRUIK and not any(it.loopt for it in situatie.werk):
                write_stap(cursor, database, situatie, IndicatorStatus.GEDRAGEN, NIETS_LOOPT, who)
