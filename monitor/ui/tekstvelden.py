"""Fields for what people write and everybody reads at once: what was typed stays, and what leads to a person is marked.

A label holds words of ours and numbers; what people wrote stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import parse_getal
from monitor.services import teksten
from monitor.services.invoer import raise_problems
from monitor.store.database import Database
from monitor.ui import vondsten
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.stemvelden import box
from monitor.ui.texts import wijkgesprek as texts

Word = TypeVar("Word", bound=StrEnum)
_BEKEKEN, _NIEUWE_TEKST = "tekstvelden_bekeken", "tekstvelden_tekst"


@dataclass(slots=True)
class Tekstvelden:
    """The fields of one form: what was typed in them, and what of that cannot be read."""

    form: Formulier
    problemen: list[Probleem] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    replaced: str = ""
    """The key of the field in which a text was put just now."""

    def line(self, veld: str, label: str, value: str = "") -> str:
        """A line of text."""
        self.typed[veld] = st.text_input(label, self._value(veld, value), key=self.form.key(veld))
        return self.typed[veld]

    def text(self, veld: str, label: str, value: str = "", *, height: int | None = None) -> str:
        """Some lines of text."""
        self.typed[veld] = st.text_area(label, self._value(veld, value), height, key=self.form.key(veld))
        return self.typed[veld]

    def bare(self, veld: str, label: str, value: str = "") -> str:
        """A day or a number as somebody types it, that is read when the form is sent."""
        return st.text_input(label, value=value, key=self.form.key(veld))

    def day(self, veld: str, label: str, value: date | None = None) -> date | None:
        """A day; None when nothing was typed, or no day."""
        typed = self.bare(veld, label, f"{value:%d-%m-%Y}" if value else "").strip()
        if not typed:
            return None
        try:
            return datetime.strptime(typed, "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.problemen.append(Probleem(texts.DAG_FOUT.format(veld=label.partition("?")[0] + "?"), veld))
            return None

    def count(self, veld: str, label: str, value: int = 0, what: str = "") -> int:
        """A whole number; nought when nothing was typed. `what`: what a refusal is about, when not this field alone."""
        typed = self.bare(veld, label, str(value) if value else "").strip()
        try:
            number = parse_getal(typed) if typed else 0.0
        except OngeldigeInvoer:
            number = 0.5
        if number == int(number):
            return int(number)
        self.problemen.append(Probleem(texts.GETAL_FOUT.format(veld=label), what or veld))
        return 0

    def sure(self, veld: str, label: str, refusal: str) -> None:
        """A box to tick before something goes that does not come back."""
        if not st.checkbox(label, key=self.form.key(veld)):
            self.problemen.append(Probleem(refusal, veld))

    def choice(self, veld: str, label: str, names: Mapping[str, str]) -> str | None:
        """A box to choose one, with nothing chosen."""
        return box(label, names, self.form.key(veld))

    def word(self, veld: str, label: str, words: Mapping[Word, str]) -> Word | None:
        """A box to choose one of some words of ours."""
        found = self.choice(veld, label, {it.value: said for it, said in words.items()})
        return next((it for it in words if it.value == found), None)

    def several(self, veld: str, label: str, names: Mapping[str, str]) -> Sequence[str]:
        """A box to choose some; nothing is drawn when there is nothing to choose."""
        if not names:
            return ()
        return st.multiselect(
            label,
            list(names),
            format_func=lambda it: names.get(it, it),
            placeholder=texts.KIES,
            key=self.form.key(veld),
        )

    def _value(self, veld: str, value: str) -> str:
        """With what a field begins; nothing where a text was just put in its place."""
        return "" if self.form.key(veld) == self.replaced else value


Draw = Callable[[Tekstvelden], Callable[[], object]]
"""Draws the fields of a form, and gives what is done when it is sent."""


def ask(
    database: Database,
    form: Formulier,
    draw: Draw,
    *,
    button: str,
    said: str,
    uitleg: str = "",
    primary: bool = False,
    together: bool = False,
    after: Callable[[], None] | None = None,
) -> None:
    """One form: its fields, then what it does when it is sent. A refusal says all that is wrong, and marks it.

    `together`: what it does tells what cannot be read too, with all else that is wrong. `after`: what is done when it
    was kept, before the page begins anew.
    """
    velden = Tekstvelden(form, replaced=_take_over(form))
    with form.fields(uitleg):
        act = draw(velden)
        sent = st.form_submit_button(button, type="primary" if primary else "secondary")
    if sent:

        def save() -> None:
            if not together:
                raise_problems(velden.problemen)
            act()
            if after is not None:
                after()

        form.save(save, said)
        st.session_state[_BEKEKEN] = form.token if teksten.stopping(database, velden.typed) else None
    if st.session_state.get(_BEKEKEN) == form.token:
        with form.place:
            _mark(database, velden)


def _take_over(form: Formulier) -> str:
    """Put what was replaced in its field before that is drawn; the key of that field, "" when there is none."""
    token, key, text = st.session_state.get(_NIEUWE_TEKST, ("", "", ""))
    if token != form.token:
        return ""
    del st.session_state[_NIEUWE_TEKST]
    st.session_state[key] = text
    return str(key)


def _mark(database: Database, velden: Tekstvelden) -> None:
    """Show what leads to a person, until it is replaced or gone."""
    marks = teksten.stopping(database, velden.typed)
    if not marks:
        st.html(tag("p", texts.NU_BEWAREN, class_="tv", role="status"))
    for veld, found in marks.items():
        text = velden.typed[veld].strip()
        replaced = vondsten.block(text, found, key=velden.form.key(f"vondst-{veld}"), nagelezen=False)
        if replaced != text:
            st.session_state[_NIEUWE_TEKST] = (velden.form.token, velden.form.key(veld), replaced)
            st.rerun()
