"""The wijk page through dashboard.py in AppTest, beside a blank page; in a process of its own, as JSON.

`python -m tests.bench.pagina STORE WIJK`: milliseconds of a blank page, of a warm rerun, and of a cold one (a new
session in which nothing is kept but the chart templates), and how many questions the page asked the store.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 15


def median_ms(action: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> float:
    """The median time of an action, without what prepares it."""
    times = []
    for _ in range(ROUNDS):
        prepare()
        start = time.perf_counter()
        action()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def measure(store: Path, wijk: str) -> dict[str, object]:
    """Times and number of questions for one store and wijk."""
    os.environ["MONITOR_STORE"] = str(store)
    import streamlit as st
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest

    from monitor.ui import queries

    PagesManager.uses_pages_directory = False

    def opened() -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        app.run()
        app.query_params["wijk"] = wijk
        return app.switch_page("pages/wijk.py")

    def forget() -> None:
        queries.clear()
        st.cache_data.clear()

    blank = AppTest.from_string("import streamlit as st").run()
    app = opened().run()
    if app.exception or not any("minuut" in str(block.proto) for block in app.get("html")):
        message = f"the wijk page did not come up: {app.exception}"
        raise RuntimeError(message)
    cold_app: list[AppTest] = []

    def new_session() -> None:
        cold_app[:] = [opened()]
        forget()

    database = queries.stand()[0]
    forget()
    before = database.query_count
    app.run()
    questions = database.query_count - before
    return {
        "leeg_ms": round(median_ms(blank.run), 2),
        "warm_ms": round(median_ms(app.run), 2),
        "koud_ms": round(median_ms(lambda: cold_app[0].run(), new_session), 2),
        "vragen": questions,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), sys.argv[2])) + "\n")
