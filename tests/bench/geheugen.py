"""The memory of a process and of those that it starts, together and at the same moment; from /proc, so on Linux."""

import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.005
_KB = 1_024


@dataclass
class Piek:
    """The most megabytes that were in use at one moment, and how many of those in processes that it started."""

    samen: float = 0.0
    daarvan_gestart: float = 0.0

    def see(self, zelf: float, gestart: float) -> None:
        """Look once more."""
        if zelf + gestart > self.samen:
            self.samen, self.daarvan_gestart = zelf + gestart, gestart


def watch(process: "subprocess.Popen[str]") -> Piek:
    """Look at a process until it is over."""
    piek = Piek()
    while process.poll() is None:
        with suppress(OSError):
            piek.see(_mb(process.pid), sum(map(_mb, _started_by(process.pid))))
        time.sleep(_PAUSE)
    return piek


def _started_by(pid: int) -> list[int]:
    """Its children, and theirs; not one that is being started, which still is its parent."""
    found = []
    for task in _tasks(pid):
        with suppress(OSError):
            found += [int(it) for it in (task / "children").read_text().split()]
    own = [it for it in found if _command(it) != _command(pid)]
    return [*own, *(deeper for it in own for deeper in _started_by(it))]


def _tasks(pid: int) -> Iterable[Path]:
    with suppress(OSError):
        return list(Path(f"/proc/{pid}/task").iterdir())
    return []


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _mb(pid: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / _KB
    return 0.0
