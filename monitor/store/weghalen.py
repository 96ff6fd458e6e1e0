"""Words that people typed and somebody took away again: the row stays, its words are gone, and it says since when.

One list of such words: `maintain`, restoring an older backup and `check` go by it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from monitor.store.database import Cursor


@dataclass(frozen=True, slots=True)
class Tekstrij:
    """A table of which a row can lose its words. It has a column id, and weggehaald_op for when that was."""

    soort: str
    """What the logboek calls such a row."""
    tabel: str
    kolommen: tuple[str, ...]


TEKSTRIJEN = (
    Tekstrij("voorstel", "voorstel", ("tekst",)),
    Tekstrij("sessie", "sessie", ("titel",)),
    Tekstrij("sessiestap", "sessie_stap", ("reden",)),
    Tekstrij("gast", "sessie_gast", ("wie",)),
    Tekstrij("agendapunt", "sessie_agenda", ("tekst", "waarom")),
    Tekstrij("leerpunt", "leerpunt", ("vraag",)),
    Tekstrij("lezing", "leerpunt_lezing", ("tekst",)),
    Tekstrij("leerpuntstand", "leerpunt_stand", ("eigenaar", "geprobeerd", "reden")),
    Tekstrij("afspraak", "afspraak", ("tekst", "wie")),
    Tekstrij("afspraakstand", "afspraak_stand", ("uitkomst",)),
    Tekstrij("leesronde", "leesronde", ("naam",)),
    Tekstrij("leesrondestand", "leesronde_stand", ("reden",)),
    Tekstrij("leesgast", "leesronde_gast", ("wie",)),
    Tekstrij("leesdomein", "leesdomein", ("naam",)),
    Tekstrij("leeskeuze", "leeskeuze", ("reden",)),
    Tekstrij("leesafwijking", "leesafwijking", ("tekst",)),
    Tekstrij("leesnagaan", "leesnagaan", ("toelichting",)),
    Tekstrij("wijkbezoek", "wijkbezoek", ("waar", "vraag")),
    Tekstrij("wijkbezoekstap", "wijkbezoek_stap", ("gezien", "reden")),
    Tekstrij("raadsbesluit", "raadsbesluit", ("titel",)),
    Tekstrij("beslispunt", "beslispunt", ("tekst",)),
    Tekstrij("wijkplan", "wijkplan", ("naam",)),
    Tekstrij("wijkplanstand", "wijkplan_stand", ("geleerd",)),
    Tekstrij("wijkplankwestie", "wijkplan_kwestie", ("kwestie", "waarom")),
    Tekstrij("wijkplandeel", "wijkplan_deel", ("tekst", "waarom")),
    Tekstrij("wijkplanafwijking", "wijkplan_afwijking", ("tekst",)),
    Tekstrij("wijkplanregel", "wijkplan_regel", ("wat", "wie")),
    Tekstrij("wijkplanterugblik", "wijkplan_terugblik", ("geleerd",)),
    Tekstrij("wijkplanaanvraag", "wijkplan_aanvraag", ("wat", "wie")),
    Tekstrij("wijkplanoordeel", "wijkplan_oordeel", ("want",)),
    Tekstrij("stukkop", "raadsstuk_kop", ("titel",)),
    Tekstrij("stuktekst", "raadsstuk_tekst", ("tekst",)),
)
_BY_SOORT = {it.soort: it for it in TEKSTRIJEN}
SOORTEN = tuple(_BY_SOORT)
_WEG = {
    it.soort: f"UPDATE {it.tabel} SET {', '.join(f'{name} = NULL' for name in it.kolommen)}, "  # noqa: S608 - our names
    f"weggehaald_op = $op WHERE id = $id AND weggehaald_op IS NULL"
    for it in TEKSTRIJEN
}
_OOK = {"leeskeuze": "UPDATE terugkoppeling SET wat = NULL WHERE keuze = $id"}
"""Where the same words stand once more."""
GEDAAN = " UNION ALL ".join(
    f"SELECT id, weggehaald_op FROM {it.tabel} WHERE weggehaald_op IS NOT NULL"  # noqa: S608 - our names
    for it in TEKSTRIJEN
)
"""The rows that lost their words, each with its moment."""
TERUG = " UNION ALL ".join(
    f"SELECT '{it.soort}' AS soort, id FROM {it.tabel} "  # noqa: S608 - our names
    "WHERE id IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND weggehaald_op IS NULL"
    for it in TEKSTRIJEN
)
"""The rows, of those asked for, that have their words still or again."""


def remove_words(cursor: Cursor, soort: str, id_: str, op: datetime) -> None:
    """Take the words of a row away; that it was there stays. What lost them before keeps its moment."""
    cursor.execute(_WEG[soort], {"id": id_, "op": op})
    if soort in _OOK:
        cursor.execute(_OOK[soort], {"id": id_})


def gone(cursor: Cursor) -> dict[str, datetime]:
    """Every row that lost its words, by id, with its moment."""
    return dict(cursor.rows(GEDAAN))


def still_there(cursor: Cursor, ids: Collection[str]) -> list[tuple[str, str]]:
    """What of these has its words still or again: what it is, and its id."""
    return [(soort, id_) for soort, id_ in cursor.rows(TERUG, {"ids": list(ids)})] if ids else []


def remove_again(cursor: Cursor, rows: Collection[tuple[str, str]], moments: Mapping[str, datetime]) -> None:
    """Take away once more what had come back."""
    for soort, id_ in rows:
        remove_words(cursor, soort, id_, moments[id_])


def over_verhaal(verhalen: str) -> tuple[str, ...]:
    """Statements that take away what people wrote about some verhalen in a wijkgesprek (`verhalen`: a query or value).

    A casus tells a verhaal once more, so it goes with it; that it lay on the table stays. Parameter: op.
    """
    casus = (
        "SELECT l.id FROM leerpunt AS l JOIN leerpunt_bron AS b ON b.leerpunt = l.id "  # noqa: S608 - our own words
        f"WHERE l.niveau = 'casus' AND b.verhaal IN ({verhalen})"
    )
    gone = "weggehaald_op = $op WHERE weggehaald_op IS NULL AND"
    return (
        f"UPDATE leerpunt_lezing SET tekst = NULL, {gone} leerpunt IN ({casus})",  # noqa: S608
        f"UPDATE leerpunt SET vraag = NULL, {gone} id IN ({casus})",  # noqa: S608
        "UPDATE leerpunt_stand SET eigenaar = NULL, geprobeerd = NULL, reden = NULL, "  # noqa: S608
        f"{gone} leerpunt IN ({casus})",
        f"UPDATE sessie_agenda SET tekst = NULL, waarom = NULL WHERE verhaal IN ({verhalen})",  # noqa: S608
    )
