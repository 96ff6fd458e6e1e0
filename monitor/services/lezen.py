"""Reading verhalen: who looks, and what she may see."""

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.services.rechten import current
from monitor.store.database import Database


def lezer(database: Database, gebruiker: Gebruiker, wijk: str) -> Gebruiker:
    """Who reads in `wijk`, without who it is: people who may see the same there share what was read for one of them."""
    if not current(database, gebruiker).leest_intern(wijk):
        return BEZOEKER
    return Gebruiker("lezer", "lezer", Aanmelding.GEEN, (Roltoewijzing(GebruikerRol.BEWONER, wijk),))
