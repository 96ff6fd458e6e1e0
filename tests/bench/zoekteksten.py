"""Made-up Dutch verhalen for the search: real words, drawn as often as words are used (Zipf), the same every time."""

from collections.abc import Iterator
from datetime import datetime

import numpy as np
import pyarrow as pa

from monitor.services.zoekwoorden import dutch_words, is_stopwoord
from monitor.store.database import Database
from monitor.store.rijen import insert_into

WIJKEN = 200
BATCH = 20_000
_SEED = 20261121
_MEAN_WORDS = 62
_FIRST = """
de het een en ik van in is dat die niet je te op er maar met voor wij ze aan was als zijn heb dan om nu bij mijn ook
naar we of wat hij nog heeft dat zo geen uit al mensen over hier moet kan ja hebben wel weer daar zij door me buurt toen
huis werk zorg kinderen jaar altijd alleen samen buren buurvrouw straat wijk huisarts mantelzorger vrijwilliger school
geld tijd dag week avond koffie gemeente buurthuis hulp moeder vader vriend ouderen jongeren jeugdzorg schulden angst
eten fiets tuin bus winkel praten luisteren wonen helpen komen kijken vragen leven ziek eenzaam blij moe boos trots
"""


class Teksten:
    """Draws words: a few dozen stand in every verhaal, most in hardly any."""

    def __init__(self) -> None:
        self._generator = np.random.default_rng(_SEED)
        first = list(dict.fromkeys(_FIRST.split()))
        rest = sorted(set(dutch_words()) - set(first))
        self.words = np.array([*first, *self._generator.permutation(rest)])
        weights = 1 / (np.arange(len(self.words)) + 2.7)
        self._edges = np.cumsum(weights / weights.sum())

    def draw(self, lengths: np.ndarray) -> list[str]:
        """As many texts as there are lengths."""
        ranks = np.searchsorted(self._edges, self._generator.random(int(lengths.sum()))).clip(0, len(self.words) - 1)
        ends = np.cumsum(lengths)
        drawn = self.words[ranks].tolist()
        return [
            " ".join(drawn[end - length : end]) for end, length in zip(ends.tolist(), lengths.tolist(), strict=True)
        ]

    def batch(self, size: int) -> tuple[list[str], list[str]]:
        """Titles and texts."""
        titles = self.draw(self._generator.integers(3, 8, size))
        lengths = self._generator.gamma(4.0, (_MEAN_WORDS - 5) / 4.0, size).astype(int) + 5
        return titles, self.draw(lengths)

    def questions(self, number: int) -> list[str]:
        """Questions of one to three words that are neither in every verhaal nor in hardly any."""
        middle = [word for word in self.words[60:3_000].tolist() if not is_stopwoord(word)]
        generator = np.random.default_rng(_SEED + 1)
        return [" ".join(generator.choice(middle, 1 + turn % 3, replace=False)) for turn in range(number)]


def tell(database: Database, teksten: Teksten, number: int) -> None:
    """Fill the base tables with verhalen that everybody may read, without the search."""
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied (code, soort) VALUES ('GM9901', 'gemeente')")
        insert_into(cursor, "gebied", [{"code": f"WK9901{10 + wijk}", "soort": "wijk"} for wijk in range(WIJKEN)])
        cursor.execute("INSERT INTO thema (code, naam, volgorde) VALUES ('ontmoeten', 'Ontmoeten', 1)")
    for start in range(0, number, BATCH):
        _tell_batch(database, teksten, start, min(BATCH, number - start))
    database.checkpoint()


def _tell_batch(database: Database, teksten: Teksten, start: int, size: int) -> None:
    titles, texts = teksten.batch(size)
    generator = np.random.default_rng(start)
    days = np.datetime64("2024-01-01") + generator.integers(0, 900, size).astype("timedelta64[D]")
    # Ids as they are in a real store: in no order at all.
    content = pa.table(
        {
            "id": [f"{high:016x}{low:016x}" for high, low in generator.integers(0, 2**63, (size, 2)).tolist()],
            "gebied": [f"WK9901{10 + wijk}" for wijk in generator.integers(0, WIJKEN, size).tolist()],
            "dag": pa.array(days),
            "tot": pa.array(days + np.timedelta64(4 * 365, "D")),
            "gevoel": generator.choice(["goed", "dubbel", "moeilijk", "anders"], size),
            "titel": titles,
            "tekst": texts,
            "moment": pa.array([datetime(2026, 1, 1)] * size, pa.timestamp("us")),
        }
    )
    statements = (
        "INSERT INTO verhaal (id, gebied, verteld_op, gevoel, grondslag, opgetekend_door, opgetekend_op)"
        " SELECT id, gebied, dag, gevoel, 'toestemming', 'bench', moment FROM bron_verhalen",
        "INSERT INTO verhaal_thema (verhaal, thema) SELECT id, 'ontmoeten' FROM bron_verhalen",
        "INSERT INTO verhaal_perspectief (verhaal, perspectief) SELECT id, 'bewoner' FROM bron_verhalen",
        "INSERT INTO verhaal_versie (verhaal, versie, soort, titel, tekst, akkoord_op, gemaakt_op, gemaakt_door)"
        " SELECT id, 1, 'publiek', titel, tekst, dag, moment, 'bench' FROM bron_verhalen",
        "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op, einddatum)"
        " SELECT 't' || gebruik || id, id, gebruik, TRUE, 'digitaal', 'verteller', moment, tot"
        " FROM bron_verhalen, (VALUES ('leren'), ('openbaar')) AS g(gebruik)",
        "INSERT INTO beoordeling (id, verhaal, versie, besluit, beoordelaar, op)"
        " SELECT 'b' || id, id, 1, 'akkoord', 'bench-2', moment FROM bron_verhalen",
    )
    with database.writing() as cursor, cursor.table("bron_verhalen", content):
        for statement in statements:
            cursor.execute(statement)


def texts_of(database: Database) -> Iterator[list[tuple[int, str, str]]]:
    """Number, title and text of all verhalen that can be found."""
    with database.reading() as cursor:
        batches = cursor.batches(
            "SELECT z.nummer, v.titel, v.tekst"
            " FROM zoek_verhaal AS z JOIN verhaal_versie AS v ON v.verhaal = z.verhaal",
            rows=BATCH,
        )
        for batch in batches:
            yield list(zip(*(column.to_pylist() for column in batch.columns), strict=True))
