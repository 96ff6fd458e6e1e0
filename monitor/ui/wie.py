"""Who is looking at this page: resolved anew at every run."""

from monitor.domain.gebruiker import BEZOEKER, Gebruiker


def gebruiker() -> Gebruiker:
    """The person behind this session."""
    return BEZOEKER
