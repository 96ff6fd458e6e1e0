"""What something in a wijk began with: what one person asked, a signaal, or something that was there already."""

from dataclasses import dataclass
from datetime import datetime

from monitor.domain.activiteitenbeeld import ZaakSoort
from monitor.domain.gebied import gemeente_of, normalize_code
from monitor.errors import Probleem
from monitor.services.invoer import bare, new_id
from monitor.store.activiteit_store import ActiviteitStore
from monitor.store.database import Cursor


@dataclass(frozen=True, slots=True)
class AanleidingInvoer:
    """What something began with, as it is typed and chosen."""

    vraag: str = ""
    """What one person asked, in her own words."""
    signaal: str = ""
    uit: str = ""
    """The activiteit or initiatief that it came out of."""


NIETS = AanleidingInvoer()
"""Nobody said what it began with."""


def aanleiding_problemen(cursor: Cursor, invoer: AanleidingInvoer, gebied: str) -> list[Probleem]:
    """What is wrong with a beginning of something in `gebied`."""
    signaal, uit = bare(invoer.signaal), bare(invoer.uit)
    problemen = []
    if signaal and ActiviteitStore(cursor).place(("signaal",), signaal) != ("signaal", gebied):
        problemen.append(Probleem("Dit signaal is niet van deze wijk. Kies een ander.", "signaal"))
    if uit and not is_near(cursor, uit, gebied):
        problemen.append(Probleem("Dit kennen wij hier niet. Kies iets anders waar dit uit kwam.", "uit"))
    return problemen


def is_near(cursor: Cursor, zaak: str, gebied: str) -> bool:
    """Whether an activiteit or initiatief is of this gebied or of its gemeente."""
    found = ActiviteitStore(cursor).place(tuple(ZaakSoort), zaak.strip())
    return found is not None and normalize_code(gebied) is not None and found[1] in (gebied, gemeente_of(gebied))


def add_aanleiding(
    cursor: Cursor, invoer: AanleidingInvoer, soort: ZaakSoort, id_: str, door: str, op: datetime
) -> None:
    """Keep all that something began with in one line; none when nothing was said."""
    vraag, signaal, uit = bare(invoer.vraag), bare(invoer.signaal), bare(invoer.uit)
    if not (vraag or signaal or uit):
        return
    store = ActiviteitStore(cursor)
    before = store.place(tuple(ZaakSoort), uit) if uit else None
    row = {"id": new_id(), soort.value: id_, "vraag": vraag, "signaal": signaal, "gemaakt_door": door, "gemaakt_op": op}
    store.add_aanleidingen([{**row, **({f"uit_{before[0]}": uit} if before else {})}])
