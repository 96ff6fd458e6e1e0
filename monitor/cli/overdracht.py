"""Handing a command over to the dashboard that holds the store: only one process can have it open.

`serve` listens on a local socket beside the store, for the same user only. One line of JSON goes in (the words of the
command, the folder it was given in, who gave it, what was typed on standard input); lines of JSON come out: what is
said on standard output and standard error, and at last the exit code.
"""

import io
import json
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from monitor.cli.taak import Taak
from monitor.errors import OpslagBezet
from monitor.store.database import Database

_LOG = logging.getLogger(__name__)
_ONLY_OWNER = 0o177

Run = Callable[[Sequence[str], Taak], int]


def socket_path(store: str) -> str:
    """Where the dashboard that holds this store listens."""
    return f"{os.path.realpath(store)}.sock"


def hand_over(words: Sequence[str], taak: Taak) -> int | None:
    """Let the dashboard carry out a command; returns its exit code, or None when no dashboard listens."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(socket_path(taak.store))
        except OSError:
            return None
        request = {"words": list(words), "cwd": str(taak.cwd), "gebruiker": taak.gebruiker, "typed": taak.typed}
        connection.sendall(f"{json.dumps(request)}\n".encode())
        with connection.makefile("r", encoding="utf-8") as lines:
            return _pass_on(lines, taak)


def _pass_on(lines: TextIO, taak: Taak) -> int:
    for line in lines:
        said = json.loads(line)
        if "exit" in said:
            return int(said["exit"])
        stream = taak.out if "out" in said else taak.err
        stream.write(said.get("out", said.get("err", "")))
        stream.flush()
    raise OpslagBezet("Het dashboard stopte voordat de opdracht klaar was. Kijk met `status` wat er is bewaard.")


@contextmanager
def listening(store: str, database: Database, run: Run) -> Iterator[None]:
    """Carry out commands that are handed over, for as long as the block runs."""
    path = socket_path(store)
    listener = _listen(path)
    if listener is None:
        yield
        return
    thread = threading.Thread(target=_accept, args=(listener, store, database, run), name="opdrachten", daemon=True)
    thread.start()
    try:
        yield
    finally:
        listener.close()
        Path(path).unlink(missing_ok=True)


def _listen(path: str) -> socket.socket | None:
    if not hasattr(socket, "AF_UNIX"):
        return None
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(_ONLY_OWNER)
    try:
        # Who holds the store is the only one that may listen here: a file that is left is of a process that died.
        Path(path).unlink(missing_ok=True)
        listener.bind(path)
        listener.listen()
    except OSError as error:
        listener.close()
        _LOG.warning("Opdrachten kunnen nu niet worden doorgegeven aan het dashboard: %s", error)
        return None
    finally:
        os.umask(before)
    return listener


def _accept(listener: socket.socket, store: str, database: Database, run: Run) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:  # closed: the dashboard stops
            return
        threading.Thread(target=_answer, args=(connection, store, database, run), daemon=True).start()


def _answer(connection: socket.socket, store: str, database: Database, run: Run) -> None:
    with suppress(OSError), connection, connection.makefile("rw", encoding="utf-8") as lines:
        speech = _Speech(lines)
        try:
            request = json.loads(lines.readline())
            taak = Taak(
                store=store,
                cwd=Path(request["cwd"]),
                gebruiker=str(request["gebruiker"]),
                out=_Stream(speech, "out"),
                err=_Stream(speech, "err"),
                # The standard input of the dashboard is nobody's: what was typed there came along.
                typed=str(request.get("typed") or ""),
                opened=database,
            )
            words = [str(word) for word in request["words"]]
        except (ValueError, KeyError, TypeError):
            _LOG.warning("Wat op de lokale verbinding binnenkwam is geen opdracht.")
            return
        speech.say("exit", run(words, taak))


class _Speech:
    """Says lines of JSON; when nobody listens any more it falls silent, and the work goes on."""

    def __init__(self, lines: TextIO) -> None:
        self._lines: TextIO | None = lines

    def say(self, kind: str, content: Any) -> None:
        if self._lines is None:
            return
        try:
            self._lines.write(f"{json.dumps({kind: content})}\n")
            self._lines.flush()
        except OSError:
            self._lines = None


class _Stream(io.StringIO):
    """Standard output or standard error of a command that was handed over."""

    def __init__(self, speech: _Speech, kind: str) -> None:
        super().__init__()
        self._speech = speech
        self._kind = kind

    def write(self, text: str, /) -> int:
        """Say it on the other side."""
        self._speech.say(self._kind, text)
        return len(text)
