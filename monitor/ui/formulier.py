"""The frame of every form for what people do together: its place, its token, its refusals, and what was kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.errors import MonitorError
from monitor.ui import werkscherm
from monitor.ui.html import tag


@dataclass(frozen=True, slots=True)
class Formulier:
    """One form: a place that is always there, a token that lasts until it is kept, and what a refusal says."""

    name: str
    about: str
    """What the form is about: a wijk, an indicator, a plan."""
    token: str
    place: DeltaGenerator
    border: bool
    beside: bool = True
    """Whether it says under itself that it was kept; a form that is gone then says so at the top of the page."""

    @classmethod
    def make(
        cls,
        name: str,
        about: str,
        *,
        title: str | None = None,
        place: DeltaGenerator | None = None,
        beside: bool = True,
    ) -> "Formulier":
        """A form that stands open, or behind its title when it has one, or in a place of the caller."""
        token, border = werkscherm.token(name, about), title is None and place is None
        if place is None:
            place = st.container() if title is None else st.expander(title)
        return cls(name, about, token, place, border, beside)

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
        """Say that it is kept, and begin anew."""
        werkscherm.forget_token(self.name, self.about)
        werkscherm.say(said, *((self.name, self.about) if self.beside else ()))
        st.rerun()
