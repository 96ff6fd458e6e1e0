"""The other pages through dashboard.py in AppTest, each beside a blank page; in a process of its own, as JSON.

`python -m tests.bench.schermen STORE`: by page the milliseconds of a blank page beside it, of a warm rerun and of a
cold one (a new session in which nothing is kept but the chart templates), and how many questions the latter asks.
"""

import json
import os
import sys
from pathlib import Path

from tests.bench.pagina import ROOT, median_ms

WIJK = "WK990101"
SCHERMEN: dict[str, tuple[str, str, dict[str, str]]] = {
    "cijfer": ("indicator", "", {"indicator": "vm-buren-oppassen", "wijk": WIJK}),
    "cijfer, gemeente": ("indicator", "", {"indicator": "rivm-eenzaam", "gemeente": "GM9901"}),
    "alle cijfers": ("indicator", "", {"gemeente": "GM9901"}),
    "samen kiezen": ("indicatoren_kiezen", "begeleider", {"wijk": WIJK, "stap": "verder"}),
    "steun": ("indicatoren_kiezen", "begeleider", {"wijk": WIJK, "stap": "steun"}),
    "activiteiten": ("activiteiten", "", {"wijk": WIJK}),
    "activiteiten, formulier": ("activiteiten", "welzijnswerker-1", {"wijk": WIJK}),
    "tellen": ("tellen", "welzijnswerker-1", {"deel": "formulier", "wijk": WIJK, "cijfer": "vm-open-tafel"}),
    "turven": ("tellen", "welzijnswerker-1", {"deel": "turven", "wijk": WIJK, "cijfer": "vm-open-tafel"}),
    "inlezingen": ("tellen", "welzijnswerker-1", {"deel": "ongedaan", "wijk": WIJK, "cijfer": "vm-open-tafel"}),
}
"""By what it is: the page, who looks (nobody: a bezoeker), and the address."""


def measure(store: Path) -> dict[str, dict[str, float]]:
    """Times and numbers of questions for one store."""
    os.environ |= {"MONITOR_STORE": str(store), "MONITOR_PROEF": "1", "MONITOR_ADRES": "127.0.0.1"}
    import streamlit as st
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest

    from monitor.ui import kijkals, queries

    PagesManager.uses_pages_directory = False
    kijkals.headers = lambda: {"host": "localhost:8501"}

    def opened(page: str, wie: str, address: dict[str, str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        if wie:
            app.session_state["proef_keuze"] = f"proef:{wie}"
        app.run()
        for name, value in address.items():
            app.query_params[name] = value
        return app.switch_page(f"pages/{page}.py")

    def forget() -> None:
        queries.clear()
        st.cache_data.clear()

    def times(page: str, wie: str, address: dict[str, str]) -> dict[str, float]:
        app = opened(page, wie, address).run()
        if app.exception or not any("<h1>" in str(block.proto) for block in app.get("html")):
            message = f"the page {page} did not come up: {app.exception}"
            raise RuntimeError(message)
        forget()
        database = queries.stand()[0]
        before = database.query_count
        app.run()
        questions = database.query_count - before
        cold: list[AppTest] = []

        def new_session() -> None:
            cold[:] = [opened(page, wie, address)]
            forget()

        return {
            "leeg_ms": round(median_ms(blank.run), 2),
            "warm_ms": round(median_ms(app.run), 2),
            "koud_ms": round(median_ms(lambda: cold[0].run(), new_session), 2),
            "vragen": questions,
        }

    blank = AppTest.from_string("import streamlit as st").run()
    return {name: times(*scherm) for name, scherm in SCHERMEN.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
