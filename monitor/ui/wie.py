"""Who is looking at this page: resolved anew at every run, and told at the top of every page."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

import streamlit as st

from monitor import settings
from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker
from monitor.services import rechten, rollen
from monitor.store.database import Database
from monitor.store.opslag import shared_database
from monitor.ui import aanmelden, kijkals, queries
from monitor.ui.errors import show_errors, show_message, show_refusal
from monitor.ui.html import join, tag
from monitor.ui.texts import wie as texts

_UITNODIGING = "uitnodiging"
_EERSTE_ROL = "eerste_rol_gezocht"
_GEMELD = "aanmelding_geweigerd"
_HIER = "hier"
_VAN_EEN_BEZOEKER = 64
_LANG_GELEDEN = datetime(1970, 1, 1)  # noqa: DTZ001 - the store keeps UTC without a zone


def gebruiker() -> Gebruiker:
    """The person behind this session, with the roles that hold at this moment.

    Without a way to sign in, and where nobody can look as somebody else, that is a bezoeker or who holds an invitation.
    """
    if aanmelden.is_configured():
        return _aangemeld() or _uitgenodigd() or BEZOEKER
    chosen = kijkals.chosen()
    if chosen is not None and chosen != BEZOEKER:
        return chosen
    return _uitgenodigd() or BEZOEKER


def set_uitnodiging(hash_: str | None) -> None:
    """Let this session act for who holds the invitation with this hash; None: no longer."""
    st.session_state[_UITNODIGING] = hash_


def adres() -> str:
    """The address from which this visitor comes, for counting how often something is tried."""
    own = st.context.ip_address
    passed_on = settings.from_environment().doorgever
    return _counted(_passed_on(kijkals.headers()) or own if passed_on else own)


def bar(gebruiker: Gebruiker) -> None:
    """Who is here, and signing in or out; nothing where there is nothing to choose."""
    if not aanmelden.is_configured():
        if kijkals.allowed():
            kijkals.bar()
        return
    with st.container(key="wie", horizontal=True, vertical_alignment="center"):
        if gebruiker.aanmelding is not Aanmelding.AANGEMELD:
            _tell_refused_cookie()
            sign_in_button(texts.AANMELDEN)
        elif _is_over(gebruiker):
            st.html(tag("p", rechten.SESSIE_VOORBIJ, class_="tv sessie", role="status"))
            sign_in_button(texts.OPNIEUW_AANMELDEN)
        else:
            st.html(tag("p", texts.AANGEMELD, join(" ", tag("b", gebruiker.naam)), class_="tv aangemeld"))
            if st.button(texts.AFMELDEN, key="afmelden"):
                aanmelden.sign_out()


def turn_away(gebruiker: Gebruiker, text: str) -> None:
    """Say on a page of other roles for whom it is, and what to do; the bar tells it when the session is over."""
    show = show_message if _is_over(gebruiker) else show_refusal
    show(text)


def sign_in_button(label: str, key: str = "aanmelden") -> None:
    """A button that leads to the identity provider; nothing where nobody can sign in."""
    if aanmelden.is_configured() and st.button(label, key=key):
        aanmelden.sign_in()


def _aangemeld() -> Gebruiker | None:
    """Who signed in; when the session is over without any role, so that services tell why they refuse."""
    database = _database()
    now = database.now()
    claims = aanmelden.aangemeld(now)
    if claims is None:
        return None
    duur = timedelta(hours=queries.instellingen(queries.stand()).sessie_uren)
    found = Gebruiker(
        id=f"oidc:{claims.subject}",
        naam=claims.naam,
        aanmelding=Aanmelding.AANGEMELD,
        geldig_tot=_LANG_GELEDEN if claims.sinds is None else claims.sinds + duur,
        sleutels=claims.sleutels,
    )
    if claims.rollen and now < (found.geldig_tot or now) and _EERSTE_ROL not in st.session_state:
        st.session_state[_EERSTE_ROL] = True
        with show_errors():
            rollen.give_first(database, found, claims.rollen)
    return rechten.current(database, found)


def _uitgenodigd() -> Gebruiker | None:
    hash_ = st.session_state.get(_UITNODIGING)
    if not hash_:
        return None
    database = _database()
    found = rollen.uitgenodigde(database, hash_)
    return None if found is None else rechten.current(database, found)


def _is_over(gebruiker: Gebruiker) -> bool:
    return gebruiker.geldig_tot is not None and _database().now() >= gebruiker.geldig_tot


def _tell_refused_cookie() -> None:
    """A proof of signing in that does not hold gets its sentence at every run, and its line once per visit."""
    if not aanmelden.cookie_was_refused():
        return
    st.html(tag("p", texts.AANMELDING_GEWEIGERD, class_="tv sessie", role="status"))
    if _GEMELD not in st.session_state:
        st.session_state[_GEMELD] = True
        rechten.note_refusal(_database(), BEZOEKER, "aanmelden", "aanmelding")


def _passed_on(headers: Mapping[str, str]) -> str:
    """What our own proxy says of the visitor: the last name in the list, because the others can be made up."""
    return headers.get("x-forwarded-for", "").rpartition(",")[2].strip()


def _counted(address: str | None) -> str:
    """An address as we count it. Who has one of IPv6 has billions: what they share is one visitor."""
    try:
        known = ip_address(address or "")
    except ValueError:
        return _HIER
    return str(known) if known.version == 4 else str(ip_network((known, _VAN_EEN_BEZOEKER), strict=False))


def _database() -> Database:
    return shared_database(settings.from_environment().store)
