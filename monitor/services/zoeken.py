"""Searching verhalen by words: best first, only what this reader may read, and what to try when there are none."""

from collections.abc import Iterable

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.zoekvraag import (
    HITS_MAXIMUM,
    WOORDEN_MAXIMUM,
    Zoekhit,
    Zoekresultaat,
    Zoekvraag,
    Zoekwoorden,
    near_spellings,
    read_zoekwoorden,
    words_of,
)
from monitor.errors import OngeldigeInvoer, OpslagVerouderd, Probleem
from monitor.nl import today_amsterdam
from monitor.services.rechten import current
from monitor.services.zoekwoorden import REGELS, is_stopwoord, question_terms, term_key
from monitor.store.database import Cursor, Database
from monitor.store.lees_store import LeesStore
from monitor.store.zoek_store import ZoekPagina, ZoekStore, ZoekTermen

_SPELLINGEN, _GEKEKEN_WOORDEN = 3, 3
"""How many spellings are offered, and for how many words one is sought."""
_NIET_GEBOUWD = (
    "Zoeken kan nog niet: de woorden van de verhalen staan niet klaar. Start het dashboard: dan gebeurt dat vanzelf."
)
_GEEN_WOORD = "Typ een woord met letters of cijfers."
_STOPWOORD = "Deze woorden staan in bijna elk verhaal. Typ een woord dat meer zegt."
_ANDER_WOORD = "Probeer een ander woord, of alleen het begin ervan: zorg vindt ook mantelzorger en jeugdzorg."
_ZONDER_MIN = "Haal het woord met een min ervoor weg. Nu ziet u alleen verhalen zonder dat woord."
_MINDER_FILTERS = "Zet een filter uit. Dan zoekt u in meer verhalen."
_NAAR_GEMEENTE = "De verhalen uit deze wijk staan bij de gemeente, om de vertellers te beschermen. Zoek in de gemeente."
_TE_LANG = f"Uw vraag is lang. Wij zoeken op de eerste {WOORDEN_MAXIMUM} woorden."


def zoek(database: Database, gebruiker: Gebruiker, vraag: Zoekvraag) -> Zoekresultaat:
    """One page of what `gebruiker` may read and asks for, best first; without words newest first.

    Rights are those that the search keeps: changed in the transaction that changes a verhaal, days compared now. What
    such a verhaal says and where it stands, `lezen.gevonden` reads.

    Raises OngeldigeInvoer on a question that cannot be, OpslagVerouderd when the search was never built.
    """
    _check(vraag)
    lezer = current(database, gebruiker)
    woorden = read_zoekwoorden(vraag.woorden)
    termen = frozenset(term for woord in woorden.wel for term in question_terms(woord))
    with database.reading() as cursor:
        asked = _Vraag(cursor, database, lezer, vraag)
        if not asked.store.is_built(REGELS):
            raise OpslagVerouderd(_NIET_GEBOUWD)
        pagina = asked.pagina(woorden, termen)
        hits = tuple(Zoekhit(rij.verhaal, rij.score) for rij in pagina.rijen)
        if pagina.totaal:
            return Zoekresultaat(hits, pagina.totaal, termen, tips=_long(vraag))
        spellingen = asked.spellingen(woorden.wel) if termen else ()
        return Zoekresultaat(hits, 0, termen, asked.tips(woorden, termen), spellingen)


class _Vraag:
    """One question of one reader on one day, within one cursor."""

    def __init__(self, cursor: Cursor, database: Database, lezer: Gebruiker, vraag: Zoekvraag) -> None:
        self.store, self._lees = ZoekStore(cursor), LeesStore(cursor)
        self._lezer, self._vraag, self._today = lezer, vraag, today_amsterdam(database.now())

    def pagina(self, woorden: Zoekwoorden, termen: frozenset[str]) -> ZoekPagina:
        """What fits, in order, by what the search keeps."""
        # Who filters on a wijk must not learn that way where a verhaal comes from that stands at the gemeente.
        if self._at_gemeente() or (self._vraag.woorden.strip() and not termen and not woorden.niet):
            return ZoekPagina((), 0)
        keys = ZoekTermen(_keys(termen), _keys(term for woord in woorden.niet for term in question_terms(woord)))
        return self.store.find(keys, self._vraag, self._lezer, self._today)

    def spellingen(self, woorden: Iterable[str]) -> tuple[str, ...]:
        """Words one letter away from what was typed that do find something that this reader may read."""
        near = {
            key: spelling
            for woord in list(woorden)[:_GEKEKEN_WOORDEN]
            for spelling in near_spellings(woord.lower())
            for key in _keys(question_terms(spelling))
        }
        if not near or self._at_gemeente():
            return ()
        counts = self.store.counts(near, self._vraag, self._lezer, self._today)
        best = sorted(counts, key=lambda key: (-counts[key], near[key]))
        return tuple(dict.fromkeys(near[key] for key in best))[:_SPELLINGEN]

    def tips(self, woorden: Zoekwoorden, termen: frozenset[str]) -> tuple[str, ...]:
        """What to try when nothing was found."""
        typed = bool(self._vraag.woorden.strip())
        tips = (
            (typed and not woorden.wel and not woorden.niet, _GEEN_WOORD),
            (bool(woorden.wel) and all(is_stopwoord(woord) for woord in woorden.wel), _STOPWOORD),
            (bool(termen), _ANDER_WOORD),
            (bool(woorden.niet), _ZONDER_MIN),
            (self._at_gemeente(), _NAAR_GEMEENTE),
            (self._vraag.filters > 0, _MINDER_FILTERS),
        )
        return (*(tip for holds, tip in tips if holds), *_long(self._vraag))

    def _at_gemeente(self) -> bool:
        wijk = self._vraag.wijk
        return wijk is not None and not self._lees.stands_at(self._lezer, self._today, wijk)


def _check(vraag: Zoekvraag) -> None:
    checks = (
        (
            not 1 <= vraag.limiet <= HITS_MAXIMUM,
            "limiet",
            f"Op één bladzijde passen 1 tot en met {HITS_MAXIMUM} verhalen.",
        ),
        (vraag.vanaf < 0, "vanaf", "Een bladzijde begint bij het eerste verhaal of later."),
        (
            vraag.van is not None and vraag.tot is not None and vraag.van > vraag.tot,
            "kwartaal",
            "Het eerste kwartaal ligt na het laatste. Draai ze om.",
        ),
    )
    problemen = [Probleem(melding, veld) for wrong, veld, melding in checks if wrong]
    if problemen:
        raise OngeldigeInvoer(problemen)


def _long(vraag: Zoekvraag) -> tuple[str, ...]:
    return (_TE_LANG,) if len(words_of(vraag.woorden)) > WOORDEN_MAXIMUM else ()


def _keys(termen: Iterable[str]) -> frozenset[int]:
    return frozenset(term_key(term) for term in termen)
