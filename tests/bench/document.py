"""A raadsvoorstel of twenty arguments with twelve charts in all four kinds of file, against one with only a title.

In a process of its own: `python -m tests.bench.document`. A child of it draws the charts, and its memory counts too.
"""

import json
import resource
import sys
import time
from datetime import date

from monitor.charts.reeks import plaatje_spec
from monitor.domain.document import (
    Alinea,
    AlineaSoort,
    Blok,
    Citaat,
    Document,
    DocumentSoort,
    Kop,
    Lijst,
    NieuweBladzijde,
    Prent,
    Tabel,
)
from monitor.export.beeld import make_svgs
from monitor.export.document import make_document
from tests.builders import make_reeks

ARGUMENTEN, GRAFIEKEN = 20, 12
ZIN = "In 2024 kende naar schatting 61 van de 100 mensen in deze wijk genoeg buren om even op te passen."


def _document(svgs: tuple[str, ...]) -> Document:
    """The document; every argument has a figure and a citaat, and every chart its table in the bijlage."""
    blokken: list[Blok] = [Kop(1, "Voorgesteld besluit"), Lijst(tuple([ZIN] * 5), genummerd=True), Kop(1, "Argumenten")]
    for number in range(ARGUMENTEN):
        blokken += [Kop(2, f"1.{number + 1} Mensen kennen elkaar beter"), Alinea(f"{ZIN} " * 4)]
        blokken += [Citaat("Sinds de soepmiddag weet ik wie er boven woont, én beneden.", "bewoner, voorjaar 2025")]
        blokken += [Prent(svgs[number], ZIN, "Bron: Enquête, gemeten.")] if number < len(svgs) else []
        blokken += [Alinea("Dit cijfer is voorlopig.", AlineaSoort.LET_OP)]
    blokken += [NieuweBladzijde(), Kop(1, "Bijlage: de cijfers")]
    jaren = tuple((str(jaar), "61,0", "58,0 tot 64,0", "Enquête") for jaar in range(2015, 2025))
    for _ in svgs:
        blokken += [Tabel(ZIN, ("Jaar", "Wijk", "Tussen", "Bron"), jaren, frozenset({1}))]
    return Document(
        "Raadsvoorstel", "Samen eten", "Gemeente Veldermeer", date(2026, 11, 22), "ab12cd34", tuple(blokken)
    )


def _seconds(document: Document) -> dict[str, float]:
    taken = {}
    for soort in DocumentSoort:
        start = time.perf_counter()
        make_document(document, soort)
        taken[soort.value] = round(time.perf_counter() - start, 2)
    return taken


def main() -> None:
    """One line: how long everything takes, in parts and against an empty document, and the memory of both processes."""
    bare = Document("Leeg", "", "", date(2026, 11, 22), "", ())
    # What loads once per process is paid before.
    _seconds(bare)
    specs = [
        plaatje_spec(
            make_reeks({jaar: 50.0 + number + jaar % 5 for jaar in range(2015, 2025)}), "Lindekwartier", (ZIN,), ZIN
        )
        for number in range(GRAFIEKEN)
    ]
    start = time.perf_counter()
    svgs = make_svgs(specs)
    drawn = time.perf_counter() - start
    taken, empty = _seconds(_document(svgs)), _seconds(bare)
    total = drawn + sum(taken.values())
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    memory = [resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds]
    line = {
        "seconden": round(total, 2),
        "grafieken_s": round(drawn, 2),
        **{f"{kind}_s": seconds for kind, seconds in taken.items()},
        "leeg_s": round(sum(empty.values()), 3),
        "verhouding": round(total / sum(empty.values()), 1),
        "geheugen_mb": round(sum(memory)),
        "waarvan_tekenen_mb": round(memory[1]),
    }
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
