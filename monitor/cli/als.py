"""`--als ROL[:WIJK]`: seeing what another would see."""

import re

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import opsomming
from monitor.services.wijkkeuze import is_wijk
from monitor.store.database import Database

_VELD = "--als"
_WIJK = re.compile("WK[0-9]{6}")


def gebruiker_als(database: Database, text: str) -> Gebruiker:
    """Somebody with one role, in one wijk or in all: "bewoner:WK990101", "raadslid".

    Raises OngeldigeInvoer for a role or wijk that the store does not know: a typing error looks like an empty wijk.
    """
    name, colon, wijk = (part.strip() for part in text.partition(":"))
    rol = _rol(name)
    if colon and not _WIJK.fullmatch(wijk.upper()):
        melding = f"Zet achter de dubbele punt de code van een wijk, zoals {rol.value}:WK990101."
        raise OngeldigeInvoer([Probleem(melding, _VELD)])
    if colon and not is_wijk(database, wijk.upper()):
        raise OngeldigeInvoer([Probleem(f"De wijk {wijk.upper()} kennen wij niet. Kijk of de code klopt.", _VELD)])
    if rol is GebruikerRol.BEZOEKER:
        return BEZOEKER
    return Gebruiker("cli:als", rol.value, Aanmelding.OPDRACHT, (Roltoewijzing(rol, wijk.upper() or None),))


def _rol(name: str) -> GebruikerRol:
    try:
        return GebruikerRol(name.lower())
    except ValueError:
        known = opsomming([rol.value for rol in GebruikerRol], "of")
        raise OngeldigeInvoer([Probleem(f"“{name}” is geen rol. Kies {known}.", _VELD)]) from None
