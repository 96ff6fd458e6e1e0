"""Fields for what people write and everybody reads at once: what was typed stays, and what leads to a person is marked.

A label holds words of ours and numbers; what people wrote stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import streamlit as st

from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import parse_getal
from monitor.services import teksten
from monitor.services.invoer import raise_problems
from monitor.store.database import Database
from monitor.ui import vondsten
from monitor.ui.html import tag
from monitor.ui.kiezenformulier import Formulier
from monitor.ui.stemvelden import box
from monitor.ui.texts import wijkgesprek as texts

_BEKEKEN, _NIEUWE_TEKST = "tekstvelden_bekeken", "tekstvelden_tekst"


@dataclass(slots=True)
class Tekstvelden:
    """The fields of one form: what was typed in them, and what of that cannot be read."""

    form: Formulier
    problemen: list[Probleem] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)

    def line(self, veld: str, label: str) -> str:
        """A line of text."""
        self.typed[veld] = st.text_input(label, key=self.form.key(veld))
        return self.typed[veld]

    def text(self, veld: str, label: str) -> str:
        """Some lines of text."""
        self.typed[veld] = st.text_area(label, key=self.form.key(veld))
        return self.typed[veld]

    def day(self, veld: str, label: str) -> date | None:
        """A day; None when nothing was typed, or no day."""
        typed = st.text_input(label, key=self.form.key(veld)).strip()
        if not typed:
            return None
        try:
            return datetime.strptime(typed, "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.problemen.append(Probleem(texts.DAG_FOUT.format(veld=label.partition("?")[0] + "?"), veld))
            return None

    def count(self, veld: str, label: str) -> int:
        """A whole number; nought when nothing was typed."""
        typed = st.text_input(label, key=self.form.key(veld)).strip()
        try:
            number = parse_getal(typed) if typed else 0.0
        except OngeldigeInvoer:
            number = 0.5
        if number == int(number):
            return int(number)
        self.problemen.append(Probleem(texts.GETAL_FOUT.format(veld=label), veld))
        return 0

    def sure(self, veld: str, label: str, refusal: str) -> None:
        """A box to tick before something goes that does not come back."""
        if not st.checkbox(label, key=self.form.key(veld)):
            self.problemen.append(Probleem(refusal, veld))

    def choice(self, veld: str, label: str, names: Mapping[str, str]) -> str | None:
        """A box to choose one, with nothing chosen."""
        return box(label, names, self.form.key(veld))

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


def ask(
    database: Database,
    form: Formulier,
    draw: Callable[[Tekstvelden], Callable[[], object]],
    *,
    button: str,
    said: str,
    uitleg: str = "",
) -> None:
    """One form: its fields, then what it does when it is sent. A refusal says all that is wrong, and marks it."""
    velden = Tekstvelden(form)
    _take_over(form)
    with form.fields(uitleg):
        act = draw(velden)
        sent = st.form_submit_button(button)
    if sent:

        def save() -> None:
            raise_problems(velden.problemen)
            act()

        form.save(save, said)
        st.session_state[_BEKEKEN] = form.token if teksten.stopping(database, velden.typed) else None
    if st.session_state.get(_BEKEKEN) == form.token:
        with form.place:
            _mark(database, velden)


def _take_over(form: Formulier) -> None:
    """What was replaced comes into its field before that is drawn."""
    token, key, text = st.session_state.get(_NIEUWE_TEKST, ("", "", ""))
    if token == form.token:
        del st.session_state[_NIEUWE_TEKST]
        st.session_state[key] = text


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
