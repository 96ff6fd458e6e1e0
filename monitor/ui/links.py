"""The addresses of the pages, with what each shows: what stands in an address is read in the page itself."""

from urllib.parse import urlencode


def to_wijk(code: str) -> str:
    """The page of a wijk."""
    return f"wijk?wijk={code}"


def to_gemeente(code: str) -> str:
    """The page of a gemeente."""
    return f"gemeente?gemeente={code}"


def to_indicator(code: str, **asked: str) -> str:
    """The page of one indicator, of a `wijk` or a `gemeente` where one is given."""
    return f"indicator?{urlencode({'indicator': code, **asked})}"


def to_indicatoren(**asked: str) -> str:
    """All indicators to choose from, of a `gemeente` where one is given."""
    return f"indicator?{urlencode(asked)}" if asked else "indicator"


def to_verantwoording(gemeente: str, thema: str) -> str:
    """How we know this, with the definitions of one thema open."""
    return f"verantwoording?gemeente={gemeente}&thema={thema}"


def to_verhalen(**asked: str) -> str:
    """The page with verhalen, for what is asked: `q`, `wijk`, `thema`, `bladzijde`, `verhaal` and the like."""
    return f"verhalen?{urlencode(asked)}" if asked else "verhalen"


def to_vertellen(wijk: str) -> str:
    """Where somebody tells a verhaal of a wijk."""
    return f"verhaal-vertellen?{urlencode({'wijk': wijk})}"


def to_activiteiten(wijk: str, **asked: str) -> str:
    """All that is done in a wijk; `jaar` asks for one year."""
    return f"activiteiten?{urlencode({'wijk': wijk, **asked})}"


def to_kiezen(wijk: str) -> str:
    """Where a wijk chooses together what it watches."""
    return f"indicatoren-kiezen?{urlencode({'wijk': wijk})}"


def to_leesrondes(wijk: str) -> str:
    """The rondes in which people of a wijk chose verhalen together."""
    return f"samen-verhalen-kiezen?{urlencode({'wijk': wijk})}"


def to_leesronde(wijk: str, ronde: str) -> str:
    """One of those rondes."""
    return f"samen-verhalen-kiezen?{urlencode({'wijk': wijk, 'ronde': ronde})}"


def to_in_de_weg(gemeente: str) -> str:
    """What stands in the way in the wijken of a gemeente."""
    return f"in-de-weg?{urlencode({'gemeente': gemeente})}"


def to_wijkbezoek(wijk: str) -> str:
    """Where people of a wijk plan to go there together, and read what was seen."""
    return f"wijkbezoek?{urlencode({'wijk': wijk})}"


def to_wijkgesprek(wijk: str, **asked: str) -> str:
    """What a wijk learned, and where it prepares the next one; `stap` asks for a step, `punt` for one thing in it."""
    return f"wijkgesprek?{urlencode({'wijk': wijk, **asked})}"


def to_wijkplan(wijk: str) -> str:
    """What people of a wijk want, who does what, and how it goes."""
    return f"wijkplan?{urlencode({'wijk': wijk})}"


def to_spoor(soort: str, id_: str, **plaats: str) -> str:
    """From what a thing came and what came of it; a figure is looked at in a `wijk` or a `gemeente`."""
    return f"hoe-is-dit-zo-gekomen?{urlencode({'van': f'{soort}:{id_}', **plaats}, safe=':')}"


def to_raadsvoorstel(**asked: str) -> str:
    """Where stukken for the raad are made; `stuk`, `stap` and `deel` ask for a part of one."""
    return f"raadsvoorstel?{urlencode(asked)}" if asked else "raadsvoorstel"
