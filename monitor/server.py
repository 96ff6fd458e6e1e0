"""The dashboard as a server: Streamlit's app, with our page frame, headers and routes around it."""

import gc
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from functools import partial

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap

from monitor import __version__, settings
from monitor.errors import MonitorError, OngeldigeInvoer
from monitor.services.onderhoud import OPSLAG, is_due, maintain
from monitor.services.persoonsgegevens import find
from monitor.services.zoekindex import ensure_index
from monitor.store.database import Database
from monitor.store.migrate import schema_version
from monitor.store.opslag import close_shared, shared_database
from monitor.ui import aanmelden, gemeentescherm, insluiten, queries, wijkscherm
from monitor.ui.errors import show_error
from monitor.web.insluiten import insluit_route
from monitor.web.landing import Landing
from monitor.web.open_answer import ANYBODY
from monitor.web.open_cijfers import open_routes
from monitor.web.pagina import TAAL_ROUTE, TAAL_SCRIPT, DutchPages

_LOG = logging.getLogger(__name__)
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
_TIDY_EVERY = 30.0
_TIDY_ALL = 10
_MAINTAIN_EVERY, _MAINTAIN_AGAIN = 60.0, 3600.0
"""How often to look whether it is night, and how long to wait when tidying up did not work out, in seconds."""
_LAST_WAIT = 5.0


def create_app() -> st.App:
    """The dashboard as an ASGI app; the store is the one that the settings name."""
    # With a folder named pages/, the first deep link would run that page without dashboard.py.
    PagesManager.uses_pages_directory = False
    own = settings.from_environment()
    app = st.App(
        settings.ROOT / "dashboard.py",
        lifespan=_lifespan,
        routes=[
            Route("/healthz", _healthz),
            Route(TAAL_ROUTE, _taal_script),
            *open_routes(queries.stand),
            insluit_route(insluiten.page, insluiten.refusal, insluiten.STYLE),
            *(Route(path, _no_such_api, methods=_METHODS) for path in ("/api", "/api/{path:path}")),
        ],
        middleware=[Middleware(Landing), Middleware(DutchPages, proef=own.proef)],
        on_script_error=_show_error,
    )
    # Read .streamlit/config.toml beside dashboard.py, wherever this was started from.
    bootstrap.load_config_options({})
    # Streamlit would look in the folder where this was started, and in the home folder.
    st.config.set_option("secrets.files", [str(own.geheimen)])
    return app


def serve(
    store: str,
    *,
    port: int,
    address: str,
    tell: Callable[[str], None],
    beside: Callable[[Database], AbstractContextManager[None]],
) -> None:
    """Serve the dashboard until somebody stops it, with `beside` around it.

    Raises OpslagFout or OngeldigeInvoer when it cannot start.
    """
    os.environ["MONITOR_STORE"] = store
    # The store and what is written beside it holds what people told: only who runs this reads it.
    os.umask(0o077)
    aanmelden.check_file(settings.from_environment().geheimen, asked_for="MONITOR_GEHEIMEN" in os.environ)
    database = shared_database(store)
    try:
        ensure_index(database)
        with _bind(address, port) as listener, beside(database):
            os.environ["MONITOR_ADRES"] = str(listener.getsockname()[0])
            server = uvicorn.Server(
                uvicorn.Config(
                    create_app(),
                    log_level="warning",
                    access_log=False,
                    ws="websockets-sansio",
                    ws_per_message_deflate=False,
                    timeout_graceful_shutdown=2,
                )
            )
            # uvicorn raises the signal that stopped it once more: let it end this function, and not the process.
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
            tell(f"Het dashboard staat op http://{address}:{port}. Stoppen: Ctrl+C.")
            server.run(sockets=[listener])
    except KeyboardInterrupt:
        tell("Het dashboard is gestopt.")
    finally:
        close_shared()


def _bind(address: str, port: int) -> socket.socket:
    try:
        return socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET)
    except (OSError, OverflowError) as error:
        raise OngeldigeInvoer(
            f"Op {address}, poort {port}, kan het dashboard niet starten. Draait het daar al? Kies een andere poort."
        ) from error


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the store and make ready what the first page needs, so that nobody waits for it."""
    try:
        _warm_up()
    except MonitorError as error:  # the pages tell it too; the server must be there to let them
        _LOG.warning("%s", error)
    stop = threading.Event()
    beside = [
        threading.Thread(target=partial(work, stop), name=work.__name__, daemon=True) for work in (_tidy, _keep_clean)
    ]
    for thread in beside:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in beside:
            thread.join(timeout=_LAST_WAIT)


def _warm_up() -> None:
    """Make one page of each kind: that imports what is heavy and builds the templates of the charts.

    What is there by then stays: later garbage collections need not look at it again.
    """
    stand = queries.stand()
    for gemeente in queries.gemeenten(stand)[:1]:
        gemeentescherm.compose(stand, gemeente.code)
        for regel in queries.gemeentebeeld(stand, gemeente.code).regels[:1]:
            wijkscherm.compose(stand, regel.wijk.code)
    find("")  # loads the lists of names, so that the first teller does not wait for them
    gc.collect()
    gc.freeze()


def _tidy(stop: threading.Event) -> None:
    """Collect garbage now and then, between runs: after every run of a page it would cost more than the page."""
    rounds = 0
    while not stop.wait(_TIDY_EVERY):
        rounds += 1
        gc.collect(2 if rounds % _TIDY_ALL == 0 else 1)


def _keep_clean(stop: threading.Event) -> None:
    """Tidy up the store at night, or as soon as the server is there again after a night that it missed."""
    wait = _MAINTAIN_EVERY
    while not stop.wait(wait):
        wait = _MAINTAIN_EVERY if maintain_when_due(settings.from_environment().store) else _MAINTAIN_AGAIN


def maintain_when_due(store: str) -> bool:
    """Tidy up the store of this server when it is time; False when that did not work out."""
    try:
        database = shared_database(store)
        if is_due(database):
            maintain(database, OPSLAG, only_when_needed=True)
    except MonitorError as error:
        _LOG.warning("Opruimen lukte niet: %s", error)
        return False
    except Exception as error:  # a bug of ours must not end the thread; its message may hold words of people
        _LOG.error("Opruimen lukte niet: %s", type(error).__name__)
        return False
    return True


def _show_error(error: Exception) -> bool:
    """A sentence for the person, the details for the log: never a traceback on the screen."""
    show_error(error)
    return True


async def _healthz(_request: Request) -> Response:
    try:
        schema = schema_version(shared_database(settings.from_environment().store))
    except MonitorError as error:
        return JSONResponse({"status": "fout", "melding": str(error), "version": __version__}, status_code=503)
    return JSONResponse({"status": "ok", "schema": schema, "version": __version__})


async def _taal_script(_request: Request) -> Response:
    return FileResponse(TAAL_SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


async def _no_such_api(request: Request) -> Response:
    return JSONResponse({"fout": f"{request.url.path} bestaat niet."}, status_code=404, headers=ANYBODY)
