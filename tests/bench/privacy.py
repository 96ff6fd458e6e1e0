"""What the search for personal data costs: the import, the first text, a text after that, and its memory."""

import json
import re
import sys
import time
from pathlib import Path

ZIN = "Mijn buurvrouw Fatima van de Kerkstraat 12 belt elke week, en in de Hoge Linden kent iedereen haar. "
ROUNDS = 200


def _megabytes() -> float:
    # getrusage would tell of the process that started this one, when that was larger.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def main() -> None:
    """One JSON line, to be read from a process of its own."""
    before = _megabytes()
    start = time.process_time()
    from monitor.services.persoonsgegevens import find

    imported = time.process_time()
    imported_mb = _megabytes()
    find(ZIN)
    first = time.process_time()
    for _ in range(ROUNDS):
        find(ZIN)
    later = time.process_time()
    line = {
        "import_s": round(imported - start, 3),
        "eerste_tekst_s": round(first - imported, 3),
        "volgende_tekst_ms": round((later - first) / ROUNDS * 1000, 2),
        "import_mb": round(imported_mb - before, 1),
        "geheugen_mb": round(_megabytes() - before, 1),
    }
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
