"""Kijk als ...: trying the roles on one's own computer, with fixed people, and nowhere else.

Whether it may exist is asked at every run, of this process and of this visit: somebody who reaches us from elsewhere is
refused here, and not only spared the box to choose in.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st

from monitor import settings
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.proef import PROEFROLLEN, proefrol
from monitor.ui import aanmelden
from monitor.ui.texts import wie as texts

_KEUZE = "proef_keuze"
_BOX = "kijk_als"
_MOST_BROWSERS = 200
_FORWARDING = frozenset({"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"})

_last: OrderedDict[str, str] = OrderedDict()
_lock = threading.Lock()


def allowed() -> bool:
    """Whether this visitor may choose as whom to look."""
    own = settings.from_environment()
    return own.proef and is_loopback(own.adres) and not aanmelden.is_configured() and is_direct(headers())


def chosen() -> Gebruiker | None:
    """As whom this visitor looks; None where Kijk als may not exist."""
    return proefrol(_choice()).gebruiker if allowed() else None


def bar() -> None:
    """The box to choose in."""
    with st.container(key="kijkals"):
        st.selectbox(
            texts.KIJK_ALS,
            [rol.gebruiker.id for rol in PROEFROLLEN],
            index=[rol.gebruiker.id for rol in PROEFROLLEN].index(proefrol(_choice()).gebruiker.id),
            format_func=lambda id_: proefrol(id_).woorden,
            key=_BOX,
            on_change=_choose,
            placeholder=texts.KIJK_ALS,
        )


def headers() -> Mapping[str, str]:
    """What the browser sent when this visit began, by names in small letters."""
    return {name.lower(): value for name, value in st.context.headers.items()}


def is_loopback(adres: str) -> bool:
    """Whether only this computer itself can reach an address."""
    try:
        return adres == "localhost" or ip_address(adres.strip("[]")).is_loopback
    except ValueError:
        return False


def is_direct(headers: Mapping[str, str]) -> bool:
    """Whether a visit came straight from a browser on this computer: no other name, and nobody who passed it on."""
    if any(name in _FORWARDING or name.startswith("x-forwarded") for name in headers):
        return False
    origin = headers.get("origin")
    return _is_local(f"//{headers.get('host', '')}") and (origin is None or _is_local(origin))


def _is_local(address: str) -> bool:
    try:
        name = urlsplit(address).hostname
    except ValueError:
        return False
    return name in ("localhost", "127.0.0.1", "::1")


def _choose() -> None:
    # Only what stands in the box can come: anything else becomes the bezoeker.
    choice = proefrol(st.session_state[_BOX]).gebruiker.id
    st.session_state[_KEUZE] = choice
    browser = st.context.cookies.get(settings.PROEF_COOKIE)
    if browser:
        with _lock:
            _last[browser] = choice
            _last.move_to_end(browser)
            while len(_last) > _MOST_BROWSERS:
                _last.popitem(last=False)


def _choice() -> str:
    """The choice of this session; a new one, after following a link, begins with the last of this browser."""
    if _KEUZE not in st.session_state:
        with _lock:
            st.session_state[_KEUZE] = _last.get(st.context.cookies.get(settings.PROEF_COOKIE, ""), "")
    return str(st.session_state[_KEUZE])
