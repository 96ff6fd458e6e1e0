"""One command from its words to its exit code. Every refusal becomes a Dutch sentence on standard error."""

import logging
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stdout
from uuid import uuid4

import typer
from typer.main import get_command

from monitor.cli.nederlands import usage_error
from monitor.cli.overdracht import hand_over
from monitor.cli.taak import Taak
from monitor.errors import MonitorError, OpslagBezet

_LOG = logging.getLogger("monitor.cli")
_STOPPED = 130
_NAME = "python -m monitor"


def carry_out(app: typer.Typer, words: Sequence[str], taak: Taak) -> int:
    """Carry out one command; returns its exit code."""
    try:
        return _outcome(app, words, taak)
    except typer.TyperException as error:
        taak.tell(usage_error(error))
        return error.exit_code
    except MonitorError as error:
        taak.tell(str(error))
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        taak.tell("Gestopt. Er is niets half bewaard.")
        return _STOPPED
    except Exception:  # a bug of ours: the details go to the log, a sentence to the person
        reference = uuid4().hex[:8]
        _LOG.exception("Fout %s", reference)
        taak.tell(f"Er ging iets mis dat niet mis mag gaan. Er is niets half bewaard. Kenmerk: {reference}.")
        return 1


def _outcome(app: typer.Typer, words: Sequence[str], taak: Taak) -> int:
    try:
        # Help goes to standard output by itself; inside the dashboard that is not this command's, and nobody asks help.
        with redirect_stdout(taak.out) if taak.opened is None else nullcontext():
            outcome = get_command(app)(args=list(words), prog_name=_NAME, standalone_mode=False, obj=taak)
    except OpslagBezet:
        outcome = hand_over(words, taak) if taak.may_be_handed_over else None
        if outcome is None:
            raise
    if outcome == _STOPPED:  # what typer makes of Ctrl+C
        raise KeyboardInterrupt
    return outcome if isinstance(outcome, int) else 0
