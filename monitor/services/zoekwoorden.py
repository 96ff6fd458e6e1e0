"""From words to the terms that the search keeps and asks for: lemmas, the parts of compounds, without stop words.

The same word gives the same terms when a verhaal is indexed, when somebody asks, and when words are marked on the
screen. The Dutch word list of simplemma (half a second, about 65 MB) is read at the first word, not at the start.
"""

import threading
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

from monitor.domain.zoekvraag import word_parts, words_at

REGELS = 1
"""Goes up when the same word gets other terms than before: the search must then be built anew."""
HEEL, DEEL = 1.0, 0.5
"""What a word counts for, and what a part of a compound does."""

_STOP = """
aan achter al als alsof anders bij binnen boven buiten daar daarbij daardoor daarna daarom dan dat de deze die dit
doch doen doet deed doe door dus echt een eens eerst eigenlijk elk elke en enkele er erg ervan eraan erbij erin erop
etc even ga gaan gaat ging gewoon haar had hadden heb hebben hebt heeft heel hem hen het hier hij hoe hoewel hun
iemand iets ik in indien is ja je jij jou jouw juist jullie kan kon konden kunnen kunt maar me mee meer men met mezelf
mij mijn mijzelf moest moesten moet moeten mocht mochten mogen mag na naar naast net no nog nou nu of om omdat ondanks
onder ons onze ook op over per pas pp reeds s sinds soms t te tegen tenzij terwijl toch toen tot totdat tussen u uit
uw van vanaf vanuit veel via vindt voor voordat vooral waar waarbij waarom waren want was wat we weer wel welk welke
wie wij wil wilde worden wordt werd werden ze zelf zich zij zijn zo zoals zodat zonder zou zouden zal zullen zult
zichzelf zo'n z'n m'n d'r 't 's 'n 'm n m bent ben geweest geworden wou laat laten liet komt kwam kom komen
"""
_KORT = "bad bar bed bos bus dag dak eet gas gym hof hut kat kas kok les rok rol sok tas vak vee vis wet zee zus"
_NIET_VOORAAN = """
aan achter alleen beneden boven buiten door eind even goed heen heel hier daar waar langs mede meer mijn minder naar
neer niet onder over sinds tegen terug toen tussen vast veel vele voor voort waar weder weer wel zelf samen alle ander
anders ieder enig eens elke open opper bijna kwar make twee drie vier vijf zeven acht negen tien twintig dertig veertig
vijftig honderd duizend
"""
_NIET_ACHTERAAN = """
achtig baar chap daan ding ette gang heid heen ingen komst laar lijk lijkheid loos loze matig mate ning ring schap stal
sten ster tegen teit thuis tien tier tig ting waart waarts waardig willig williger zaam zijn honderd duizend
"""
_GEEN_SAMENSTELLING = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag meestal voorbeeld kilometer belangrijk bladzijde
"""
_STOPWOORDEN = frozenset(_STOP.split())
"""Words that stand in nearly every verhaal. Alleen, samen, niet, nooit and geen say something and are no part of it."""
_KORTE_DELEN = frozenset(_KORT.split())
"""Parts of compounds with three letters. Other words that short are found in everything."""
_GEEN_BEGIN = frozenset(_NIET_VOORAAN.split())
"""What often stands before a word without being a word of its own in it."""
_GEEN_EIND = frozenset(_NIET_ACHTERAAN.split())
"""What often ends a word without being a word of its own in it."""
_GEHEEL = frozenset(_GEEN_SAMENSTELLING.split())
"""Words that look like a compound of something else."""
_WERKWOORD = ("en", "aan", "oen", "ien")
"""How a verb ends that the list knows: luisteren is not luis and teren."""
_KORTSTE_DEEL = 4
_LANGSTE = 40
"""Longer strings of letters are no Dutch compound."""


@dataclass(frozen=True, slots=True)
class _Woordenlijst:
    """What simplemma knows: the lemma of each form, and which words are lemmas."""

    lemmas: Mapping[str, str]
    grondvormen: Collection[str]

    def lemma(self, woord: str) -> str:
        return self.lemmas.get(woord) or woord


_LOCK = threading.Lock()


def _woordenlijst() -> _Woordenlijst:
    with _LOCK:
        return _load()


@cache
def _load() -> _Woordenlijst:
    # At the first word only: reading the list takes half a second.
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    # A plain dictionary answers ten times as fast as the one of the package, which decodes at every look.
    kept: dict[str, str] = {}
    lemmas = {
        woord: kept.setdefault(lemma, lemma) for woord, lemma in DefaultDictionaryFactory().get_dictionary("nl").items()
    }
    return _Woordenlijst(lemmas, frozenset(kept))


# Terms


def fold(woord: str) -> str:
    """A word in small letters without accents: who types cafe means café."""
    if woord.isascii():
        return woord.lower()
    # Some capitals only show when a letter was taken apart, such as those that mathematicians use.
    small = unicodedata.normalize("NFKD", woord.replace("’", "'")).casefold()
    apart = unicodedata.normalize("NFKD", small).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def is_stopwoord(woord: str) -> bool:
    """Whether a word stands in nearly every verhaal, so that searching for it says nothing."""
    return fold(woord) in _STOPWOORDEN


def terms_of(woord: str) -> Mapping[str, float]:
    """The terms under which a word of a verhaal is kept, with what each counts for; none for a stop word."""
    return _known_terms(woord) if _bare(woord) in _woordenlijst().lemmas else _terms(woord)


def keyed_terms(woord: str) -> tuple[tuple[int, float], ...]:
    """What `terms_of` says, with the number of each term."""
    # Only what stands in the word list is remembered: a name out of a verhaal does not stay behind in memory.
    return _known_keyed(woord) if _bare(woord) in _woordenlijst().lemmas else _keyed(_terms(woord))


@lru_cache(maxsize=100_000)
def _known_terms(woord: str) -> Mapping[str, float]:
    return _terms(woord)


@lru_cache(maxsize=100_000)
def _known_keyed(woord: str) -> tuple[tuple[int, float], ...]:
    return _keyed(_known_terms(woord))


def _keyed(terms: Mapping[str, float]) -> tuple[tuple[int, float], ...]:
    return tuple((term_key(term), share) for term, share in terms.items())


def _terms(woord: str) -> dict[str, float]:
    if is_stopwoord(woord):
        return {}
    terms: dict[str, float] = {}
    delen = word_parts(woord)
    if len(delen) > 1:
        terms = {term: DEEL for deel in delen for term in terms_of(deel)}
    heel = "".join(delen)
    terms |= {fold(term): DEEL for deel in _compound(_bare(heel)) for term in _grondvormen(deel)}
    return terms | dict.fromkeys(_whole(heel), HEEL)


def question_terms(woord: str) -> frozenset[str]:
    """The terms for which a word of a question stands: the word itself, in every form; not its parts."""
    return frozenset() if is_stopwoord(woord) else _whole("".join(word_parts(woord)))


def term_key(term: str) -> int:
    """The number under which the store keeps a term, the same on every machine; words themselves it does not keep."""
    return int.from_bytes(blake2b(term.encode("utf-8"), digest_size=8).digest(), "big", signed=True)


def merk(tekst: str, termen: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Where in a text the words stand that were searched for, as begin and end."""
    sought = frozenset(termen)
    return tuple((begin, eind) for begin, eind, woord in words_at(tekst) if not sought.isdisjoint(terms_of(woord)))


def dutch_words() -> list[str]:
    """All forms that the Dutch word list knows."""
    return [woord for woord in _woordenlijst().lemmas if woord.isalpha()]


def _bare(woord: str) -> str:
    return woord.lower() if woord.isascii() else unicodedata.normalize("NFKC", woord.replace("’", "'")).casefold()


def _whole(woord: str) -> frozenset[str]:
    bare = _bare(woord)
    also = {bare} if bare in _woordenlijst().grondvormen else set()
    return frozenset(fold(term) for term in {_lemma(bare), *also})


def _lemma(bare: str) -> str:
    """The lemma of a word; of a compound that the list does not know, its last part decides."""
    lijst = _woordenlijst()
    delen = () if bare in lijst.lemmas else _compound(bare)
    if not delen:
        return lijst.lemma(bare)
    return bare.removesuffix(delen[0]) + lijst.lemma(delen[0])


def _grondvormen(bare: str) -> set[str]:
    # A form that is a lemma too may be meant as either: zorgen is care in the plural, and to care.
    lijst = _woordenlijst()
    return {lijst.lemma(bare)} | ({bare} if bare in lijst.grondvormen else set())


# Compounds


def _compound(bare: str) -> tuple[str, ...]:
    """The parts of a compound, its head (the last part) first; nothing for a word that is no compound."""
    lijst = _woordenlijst()
    heel = lijst.lemma(bare)
    if heel in _GEHEEL or (bare in lijst.lemmas and heel.endswith(_WERKWOORD)):
        return ()
    if not 2 * _KORTSTE_DEEL - 1 <= len(heel) <= _LANGSTE:
        return ()
    # The longest head first: hulpverlening before verlening.
    for cut in range(3, len(heel) - 2):
        eind = _head(heel[cut:], lijst)
        begin = _begin(heel[:cut], lijst) if eind else ()
        if eind and begin:
            return tuple(dict.fromkeys((*eind, *begin)))
    return ()


def _head(deel: str, lijst: _Woordenlijst) -> tuple[str, ...]:
    if deel in _GEEN_EIND or not _may_be_part(deel):
        return ()
    if deel in lijst.lemmas:
        return (deel, *_compound(deel))
    for uitgang in ("sters", "ster", "ers", "er"):  # who does it: mantelzorger, buurtwerkster
        stam = deel.removesuffix(uitgang)
        if stam != deel and len(stam) >= _KORTSTE_DEEL and stam in lijst.grondvormen:
            return (deel, stam)
    return ()


def _begin(deel: str, lijst: _Woordenlijst) -> tuple[str, ...]:
    stripped = (deel.removesuffix(link) for link in ("s", "en", "n", "e"))
    for stam in dict.fromkeys((deel, *stripped)):
        if stam in _GEEN_BEGIN or not _may_be_part(stam):
            continue
        if stam in lijst.lemmas:
            return (stam, *_compound(stam))
        delen = _compound(stam)
        if delen:
            return (stam, *delen)
    return ()


def _may_be_part(deel: str) -> bool:
    return (len(deel) >= _KORTSTE_DEEL or deel in _KORTE_DELEN) and deel not in _STOPWOORDEN
