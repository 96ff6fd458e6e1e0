"""What every part of the page Raadsvoorstel works with: the stuk, who writes, and what the product writes in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from json import dumps

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.charts.stuk import stuk_specs
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import Deel, Onderdeel, OnderdeelSoort, Raadsstuk, StukVeld
from monitor.errors import MonitorError
from monitor.export.beeld import BeeldFout, make_svgs
from monitor.nl import hoofdletter
from monitor.services import woorden
from monitor.services.raadsstukken import lees_stuk
from monitor.services.stukbouw import drawn_in
from monitor.services.stukteksten import Stukteksten, stukteksten
from monitor.services.stukzinnen import Stukcijfer, Stukzin
from monitor.store.database import Database
from monitor.ui import queries, werkscherm
from monitor.ui.texts import raadsstuk as texts

_DRAWN = 64
"""So many drawings are kept, so that looking again after a word changed draws nothing anew."""
_drawings: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Stukwerk:
    """Who works on which stuk, as it is now."""

    stand: queries.Stand
    gebruiker: Gebruiker
    stuk: Raadsstuk
    schrijft: bool
    """Whether this person may write in it."""

    @property
    def database(self) -> Database:
        """The store."""
        return self.stand[0]

    @property
    def who(self) -> tuple[Database, Gebruiker, str]:
        """What every action begins with."""
        return self.database, self.gebruiker, self.stuk.id

    @property
    def teksten(self) -> Stukteksten:
        """What the product writes in it now."""
        return _teksten(self.stand, self.gebruiker, self.stuk.id)

    @property
    def cijfers(self) -> dict[tuple[str, str], str]:
        """The figures in it, each with its name and gebied, in order."""
        return {
            key: f"{it.reeks.indicator.naam} ({it.plaats.naam})"
            for key, it in self.teksten.cijfers.items()
            if key in self.stuk.indicatoren
        }

    @property
    def citaten(self) -> dict[str, str]:
        """The citaten in it, each with its number."""
        return {
            it: texts.CITAAT_NUMMER.format(nummer=place)
            for place, it in enumerate((it for it in self.stuk.citaten if it in self.teksten.citaten), start=1)
        }

    def fresh(self) -> "Stukwerk":
        """The same as it is now: when a part of the page is drawn anew, the stuk was written to meanwhile."""
        now = queries.stand()
        if now == self.stand:
            return self
        return replace(self, stand=now, stuk=lees_stuk(now[0], self.gebruiker, self.stuk.id))

    def deel(self, deel: Deel) -> str:
        """What a deel is called here."""
        return woorden.stukdeel(self.stuk.soort, deel)

    def nummers(self, soort: OnderdeelSoort) -> Mapping[str, str]:
        """The number of each onderdeel of a kind, by id."""
        return self.stuk.nummers(soort)

    def zinnen(self, deel: Deel) -> tuple[Stukzin, ...]:
        """What the product writes in a deel, with the sentences of its figures, and no sentence twice."""
        figures = [it for it in self.teksten.zinnen if it.deel is deel and it.sleutel.startswith("bevinding:")]
        return (*figures, *self.teksten.van(deel))

    def label(self, veld: StukVeld) -> str:
        """What a field of a deel is called."""
        return texts.VELD.get((veld.deel, veld.veld), texts.VELD_TEKST)

    def wat(self, soort: OnderdeelSoort) -> str:
        """What one of a kind is called, as a label."""
        return hoofdletter(woorden.stukonderdeel(self.stuk.soort, soort))

    def meer(self, soort: OnderdeelSoort) -> str:
        """What all of a kind are called, as a heading."""
        return hoofdletter(woorden.stukonderdelen(self.stuk.soort, soort))

    def onderdeel_label(self, soort: OnderdeelSoort, veld: str) -> str:
        """What a field of one of a kind is called."""
        return self._said(texts.ONDERDEEL_VELD[soort, veld])

    def uitleg(self, deel: Deel) -> str:
        """What is to be written in a deel."""
        return self._said(texts.DEEL_UITLEG[deel])

    def _said(self, words: str) -> str:
        """The same, with what an argument is called here."""
        return words.format(argument=woorden.stukonderdeel(self.stuk.soort, OnderdeelSoort.ARGUMENT))

    def naam(self, onderdeel: Onderdeel) -> str:
        """What an onderdeel is called in a choice: what kind of thing it is, with its number."""
        number = self.nummers(onderdeel.soort)[onderdeel.id]
        return texts.GENUMMERD.format(wat=self.wat(onderdeel.soort), nummer=number)

    def kop(self, onderdeel: Onderdeel) -> str:
        """The words by which an onderdeel is known in a list."""
        first = "wie" if onderdeel.soort is OnderdeelSoort.ADVIES else "tekst"
        return self.stuk.woorden(onderdeel, first).strip() or texts.ZONDER_WOORDEN

    def key(self, naam: str) -> str:
        """The key of a form of this stuk: another one after every saving."""
        return f"raadsstuk-{naam}-{self.token(naam)}"

    def token(self, naam: str) -> str:
        """The token of a form: sending it twice is sending it once."""
        return werkscherm.token("raadsstuk", naam, self.stuk.id)

    def opened(self, key: str, nummer: int) -> None:
        """Remember the newest nummer as the form with this key is drawn for the first time."""
        st.session_state.setdefault(f"{key}-gezien", nummer)

    def seen(self, key: str, nummer: int) -> int:
        """That nummer, now that the form is sent: what came since, its writer did not see. From now on she does."""
        name = f"{key}-gezien"
        before = int(st.session_state.get(name, nummer))
        st.session_state[name] = nummer
        return before

    def save(self, naam: str, said: str | None, action: Callable[[], object], place: DeltaGenerator) -> None:
        """Do what was asked and begin anew, or say what is wrong in `place`; the form keeps what was typed.

        With None the action has said itself what it did.
        """
        try:
            action()
        except MonitorError as error:
            with place:
                werkscherm.refused(error)
            return
        werkscherm.forget_token("raadsstuk", naam, self.stuk.id)
        if said is not None:
            werkscherm.say(said)
        st.rerun()

    def show_next(self, soort: OnderdeelSoort, onderdeel: str) -> None:
        """Let this one of its kind stand open in the next run: the box to choose in was drawn in this one."""
        st.session_state[self._next(soort)] = onderdeel

    def take_next(self, soort: OnderdeelSoort) -> str | None:
        """Which of a kind is to stand open now, once."""
        return str(st.session_state.pop(self._next(soort), "")) or None

    def _next(self, soort: OnderdeelSoort) -> str:
        return f"raadsstuk-open-{soort.value}-{self.stuk.id}"

    def prenten(self) -> dict[tuple[str, str], str]:
        """The charts of its figures as SVG; without those that cannot be drawn now the figures still stand."""
        drawn = drawn_in(self.teksten)
        try:
            return dict(zip((it.sleutel for it in drawn), draw(drawn), strict=True))
        except BeeldFout:
            return {}


def draw(cijfers: Sequence[Stukcijfer]) -> list[str]:
    """The charts of these figures as SVG; what was drawn before is not drawn again. Raises BeeldFout."""
    specs = stuk_specs(cijfers)
    keys = [dumps(it, sort_keys=True) for it in specs]
    known = dict(_drawings)
    new = {key: spec for key, spec in zip(keys, specs, strict=True) if key not in known}
    known.update(zip(new, make_svgs(list(new.values())), strict=True))
    for key in new:
        _drawings[key] = known[key]
    for key in list(_drawings)[:-_DRAWN]:
        _drawings.pop(key, None)
    return [known[key] for key in keys]


@queries.kept(8)
def _teksten(stand: queries.Stand, gebruiker: Gebruiker, stuk: str) -> Stukteksten:
    return stukteksten(stand[0], lees_stuk(stand[0], gebruiker, stuk))
