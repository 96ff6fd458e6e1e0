"""What the forms of choosing together share: who acts in which wijk, one frame for all forms, and counts per role.

A label holds words of ours and numbers; what people said stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import IndicatorStatus, StemRol
from monitor.domain.kiezen import Keuzebeeld
from monitor.domain.rechten import stemrollen
from monitor.errors import MonitorError
from monitor.nl import opsomming
from monitor.store.database import Database
from monitor.ui import werkscherm
from monitor.ui.html import tag
from monitor.ui.stemvelden import Typed, row
from monitor.ui.texts import kiezen as texts


@dataclass(frozen=True, slots=True)
class Kiesronde:
    """Who acts, in which wijk, and what there is to choose from."""

    database: Database
    gebruiker: Gebruiker
    keuze: Keuzebeeld

    @property
    def wijk(self) -> str:
        """Code of the wijk."""
        return self.keuze.wijk

    @property
    def who(self) -> tuple[Database, Gebruiker, str]:
        """What every action asks first: the store, who acts, and in which wijk."""
        return self.database, self.gebruiker, self.wijk

    @property
    def rollen(self) -> tuple[StemRol, ...]:
        """As what this person may say something."""
        return stemrollen(self.gebruiker, self.wijk)

    def indicatoren(self, *, retired: bool = False) -> dict[str, str]:
        """Names of what the wijk talks about or watches, or of what it let go, by code."""
        return {
            it.indicator.code: it.indicator.naam
            for it in self.keuze.indicatoren
            if (it.status is IndicatorStatus.VERVALLEN) == retired
        }

    def groepen(self, pattern: str) -> dict[str, str]:
        """The groepen by id, each by its number in words of ours."""
        return {it.id: pattern.format(nummer=number) for number, it in enumerate(self.keuze.groepen, start=1)}


@dataclass(frozen=True, slots=True)
class Formulier:
    """One form: a place that is always there, a token that lasts until it is kept, and what a refusal says."""

    name: str
    about: str
    """What the form is about: a wijk, or an indicator."""
    token: str
    place: DeltaGenerator
    border: bool

    @classmethod
    def make(
        cls, name: str, about: str, *, title: str | None = None, place: DeltaGenerator | None = None
    ) -> "Formulier":
        """A form that stands open, or behind its title when it has one, or in a place of the caller."""
        token, border = werkscherm.token(name, about), title is None and place is None
        if place is None:
            place = st.container() if title is None else st.expander(title)
        return cls(name, about, token, place, border)

    def key(self, field: str) -> str:
        """The key of a field: another one after every time that the form was kept."""
        return f"{self.name}-{field}-{self.token}"

    @contextmanager
    def fields(self, uitleg: str = "") -> Iterator[None]:
        """The block in which the fields stand, under a line that explains them; under it what was kept last."""
        with self.place, st.form(self.key("form"), enter_to_submit=False, border=self.border):
            if uitleg:
                st.html(tag("p", uitleg, class_="tv"))
            yield
        with self.place:
            werkscherm.said(self.name, self.about)

    def save(self, action: Callable[[], object], said: str) -> None:
        """Do what was asked, and begin anew; a refusal says everything that is wrong, and what was typed stays."""
        if self.tries(action):
            self.done(said)

    def tries(self, action: Callable[[], object]) -> bool:
        """Do what was asked. A refusal stands in the place of the form, which is always there.

        An element that comes in between would shut what stands open below it.
        """
        try:
            action()
        except MonitorError as error:
            with self.place:
                werkscherm.refused(error)
            return False
        return True

    def done(self, said: str) -> None:
        """Say under the form that it is kept, and begin anew."""
        werkscherm.forget_token(self.name, self.about)
        werkscherm.say(said, self.name, self.about)
        st.rerun()


# Fields


def rows_with_words(labels: Mapping[str, str], form: Formulier) -> tuple[dict[StemRol, Typed], dict[StemRol, str]]:
    """Fields for every role, and what people of that role say with it."""
    typed = {rol: row(rol, {**labels, "toelichting": texts.ZEGGEN_ERBIJ}, form.key("telling")) for rol in StemRol}
    words = {rol: fields.pop("toelichting")[1] for rol, fields in typed.items()}
    return typed, words


def kept(earlier: Sequence[str]) -> str:
    """That a count was kept, and which ones of before it takes the place of."""
    return f"{texts.BEWAARD} {texts.IN_PLAATS.format(wat=opsomming(earlier))}" if earlier else texts.BEWAARD
