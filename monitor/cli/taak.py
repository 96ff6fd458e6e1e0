"""What a command works with: which store, where it stands, and where it speaks. The same at home and inside `serve`."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from monitor.errors import OngeldigeInvoer
from monitor.services.zoekindex import ensure_index
from monitor.settings import from_environment
from monitor.store.database import Database
from monitor.store.opslag import open_for_reading, open_for_writing

_LONGEST_LINE = 1_000


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


@dataclass
class Taak:
    """One command as somebody gave it."""

    store: str = field(default_factory=lambda: from_environment().store)
    cwd: Path = field(default_factory=Path.cwd)
    gebruiker: str = field(default_factory=_user)
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    inp: TextIO = field(default_factory=lambda: sys.stdin)
    typed: str | None = None
    """What was read from standard input: it goes along when the command is handed over."""
    opened: Database | None = None
    """The store that this process holds open already, when the command was handed over to it."""
    may_be_handed_over: bool = True
    """Whether the dashboard may do this instead, when it holds the store."""

    def __post_init__(self) -> None:
        if self.opened is not None:
            self.may_be_handed_over = False

    @property
    def door(self) -> str:
        """Who does this, for the logboek."""
        return f"cli:{self.gebruiker}"

    def path(self, path: Path) -> Path:
        """A path as the person who gave it meant it: seen from her folder."""
        return self.cwd / path.expanduser()

    def tell(self, *lines: str) -> None:
        """Say something to a person: on standard error, so that standard output stays clean."""
        for line in lines:
            self.err.write(f"{line}\n")
        self.err.flush()

    def answer(self, text: str) -> None:
        """Give the answer that a program asked for, on standard output."""
        self.out.write(f"{text}\n")
        self.out.flush()

    def typed_line(self) -> str:
        """The first line of standard input, read once; it is never kept elsewhere and never logged."""
        if self.typed is None:
            try:
                self.typed = self.inp.readline(_LONGEST_LINE)
            except UnicodeDecodeError as error:
                raise OngeldigeInvoer("Wat binnenkwam is geen tekst in UTF-8.") from error
        return self.typed

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The store, to be changed."""
        if self.opened is not None:
            yield self.opened
            return
        database = open_for_writing(self.store)
        try:
            ensure_index(database)
            yield database
            database.checkpoint()
        finally:
            database.close()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The store, to be read only."""
        if self.opened is not None:
            yield self.opened
            return
        database = open_for_reading(self.store)
        try:
            yield database
        finally:
            database.close()
