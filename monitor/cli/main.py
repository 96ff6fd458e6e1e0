"""One command from its words to its exit code. Every refusal becomes a Dutch sentence on standard error."""

import logging
from collections.abc import Sequence
from contextlib import redirect_stdout
from uuid import uuid4

import typer
from typer.main import get_command

from monitor.cli.app import app
from monitor.cli.nederlands import usage_error
from monitor.cli.taak import Taak
from monitor.errors import MonitorError

_LOG = logging.getLogger("monitor.cli")
_STOPPED = 130


def run(words: Sequence[str], taak: Taak) -> int:
    """Carry out one command; returns its exit code."""
    try:
        with redirect_stdout(taak.out):
            outcome = get_command(app)(args=list(words), prog_name="python -m monitor", standalone_mode=False, obj=taak)
        return outcome if isinstance(outcome, int) else 0
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
