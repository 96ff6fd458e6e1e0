"""Signing in at the identity provider of the gemeente: what was configured, and what it says of who is here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import streamlit as st

from monitor.errors import OngeldigeInvoer

_SECTION = "auth"
_ROLLEN = "rollen"
_COOKIE = "_streamlit_user"
_CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Aangemeld:
    """Who signed in, as the identity provider says."""

    subject: str
    naam: str
    email: str | None
    """In small letters; None when the provider says that nobody checked it."""
    sinds: datetime | None
    """UTC moment of signing in; None when the provider does not say it, or says something impossible."""
    rollen: tuple[str, ...] = field(default=())
    """The words of the configured claim that stand for a first role."""

    @property
    def sleutels(self) -> tuple[str, ...]:
        """By what the store finds the assignments. A subject that looks like an address is not taken for one."""
        return (*([] if "@" in self.subject else [self.subject]), *([self.email] if self.email else []))


def check_file(path: Path, *, asked_for: bool) -> None:
    """Refuse to start with a file of keys that cannot be read: without it everybody would be let in as bezoeker.

    Raises OngeldigeInvoer.
    """
    if not path.is_file():
        if asked_for:
            raise OngeldigeInvoer(f"Het bestand {path} (MONITOR_GEHEIMEN) is er niet.")
        return
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OngeldigeInvoer(f"Het bestand {path} met de sleutels voor het aanmelden is niet te lezen.") from error


def is_configured() -> bool:
    """Whether somebody can sign in here."""
    return bool(_secrets(_SECTION))


def sign_in() -> None:
    """Send the browser to the identity provider."""
    auth = _secrets(_SECTION)
    named = [name for name, value in auth.items() if isinstance(value, Mapping) and "client_id" in value]
    st.login() if "client_id" in auth or not named else st.login(named[0])


def sign_out() -> None:
    """Forget who is here, with the identity provider too."""
    st.logout()


def aangemeld(now: datetime) -> Aangemeld | None:
    """Who signed in; None when nobody did."""
    if not is_configured() or not st.user.get("is_logged_in", False):
        return None
    subject = str(st.user.get("sub") or "").strip()
    if not subject:
        return None
    email = _email()
    return Aangemeld(subject, str(st.user.get("name") or email or subject), email, _since(now), _rollen(email))


def cookie_was_refused() -> bool:
    """Whether the browser brought a proof of signing in that does not hold: changed by somebody, or of an old key."""
    return is_configured() and _COOKIE in st.context.cookies and not st.user.get("is_logged_in", False)


def _email() -> str | None:
    email = str(st.user.get("email") or "").strip().lower()
    return email if email and st.user.get("email_verified") not in (False, "false") else None


def _since(now: datetime) -> datetime | None:
    moment: Any = st.user.get("iat")
    if isinstance(moment, bool) or not isinstance(moment, int | float):
        return None
    try:
        since = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
    return since if since <= now + _CLOCKS_DIFFER else None


def _rollen(email: str | None) -> tuple[str, ...]:
    """What the configuration makes of the claim: "welzijnswerker", or "welzijnswerker:WK036201" for one wijk."""
    asked = _secrets(_ROLLEN)
    claim, waarden = str(asked.get("claim") or ""), asked.get("waarden")
    if not claim or not isinstance(waarden, Mapping):
        return ()
    said: Any = email if claim == "email" else st.user.get(claim)
    words = said if isinstance(said, list | tuple) else [said]
    return tuple(str(waarden[word]) for word in words if isinstance(word, str) and word in waarden)


def _secrets(section: str) -> Mapping[str, Any]:
    if not st.secrets.load_if_toml_exists():
        return {}
    found = st.secrets.get(section, {})
    return found if isinstance(found, Mapping) else {}
