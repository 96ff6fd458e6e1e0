"""The memory of a process and of those that it starts, together and at the same moment; from /proc, so on Linux.

What of a file is in memory is there once, however many processes look at it.
"""

import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.02
_MB = 1_024
_OWN = ""
"""In the place of a file: what only this process has."""


@dataclass
class Piek:
    """The most megabytes that were in use at one moment, and how many of those by processes that it started."""

    samen: float = 0.0
    daarvan_gestart: float = 0.0

    def see(self, zelf: Mapping[str, float], gestart: list[Mapping[str, float]]) -> None:
        """Look once more."""
        alone, together = _together([zelf]), _together([zelf, *gestart])
        if together > self.samen:
            self.samen, self.daarvan_gestart = together, together - alone


def watch(process: "subprocess.Popen[str]") -> Piek:
    """Look at a process until it is over."""
    piek = Piek()
    while process.poll() is None:
        piek.see(_memory(process.pid), [_memory(it) for it in _started_by(process.pid)])
        time.sleep(_PAUSE)
    return piek


def _together(processes: list[Mapping[str, float]]) -> float:
    files = {path for it in processes for path in it if path != _OWN}
    shared = sum(max(it.get(path, 0.0) for it in processes) for path in files)
    return shared + sum(it.get(_OWN, 0.0) for it in processes)


def _started_by(pid: int) -> list[int]:
    """Its children, and theirs; not one that is being started, which still is its parent."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    own = [it for it in found if _command(it) != _command(pid)]
    return [*own, *(deeper for it in own for deeper in _started_by(it))]


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _memory(pid: int) -> dict[str, float]:
    """Megabytes in memory, by the file that they are of."""
    found: dict[str, float] = {}
    with suppress(OSError):
        path, resident = _OWN, 0.0
        for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
            name, *rest = line.split()
            if not name.endswith(":"):
                path = rest[4] if len(rest) > 4 and rest[4].startswith("/") else _OWN
            elif name == "Rss:":
                resident = int(rest[0]) / _MB
            elif name == "Anonymous:":
                own = int(rest[0]) / _MB
                found[_OWN] = found.get(_OWN, 0.0) + own
                found[path] = found.get(path, 0.0) + resident - own
    return found
