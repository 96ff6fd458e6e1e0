"""`python -m monitor`: the command line."""

import sys
from io import TextIOWrapper

from monitor.cli.app import run
from monitor.cli.taak import Taak


def main() -> int:
    """Carry out the command that was given, and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run(sys.argv[1:], Taak())


if __name__ == "__main__":
    sys.exit(main())
