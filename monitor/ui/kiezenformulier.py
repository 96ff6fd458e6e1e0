"""What the forms of choosing together share: who acts in which wijk, and counts per role.

A label holds words of ours and numbers; what people said stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import IndicatorStatus, StemRol
from monitor.domain.kiezen import Keuzebeeld
from monitor.domain.rechten import stemrollen
from monitor.nl import opsomming
from monitor.store.database import Database
from monitor.ui.formulier import Formulier
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


# Fields


def rows_with_words(labels: Mapping[str, str], form: Formulier) -> tuple[dict[StemRol, Typed], dict[StemRol, str]]:
    """Fields for every role, and what people of that role say with it."""
    typed = {rol: row(rol, {**labels, "toelichting": texts.ZEGGEN_ERBIJ}, form.key("telling")) for rol in StemRol}
    words = {rol: fields.pop("toelichting")[1] for rol, fields in typed.items()}
    return typed, words


def kept(earlier: Sequence[str]) -> str:
    """That a count was kept, and which ones of before it takes the place of."""
    return f"{texts.BEWAARD} {texts.IN_PLAATS.format(wat=opsomming(earlier))}" if earlier else texts.BEWAARD
