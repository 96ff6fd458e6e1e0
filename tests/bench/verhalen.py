"""The page Verhalen through dashboard.py in AppTest, beside a blank page; in a process of its own, as JSON.

`python -m tests.bench.verhalen STORE`: milliseconds of a blank page, and of a warm rerun of the list and of a search.
"""

import json
import os
import sys
from pathlib import Path

from tests.bench.pagina import ROOT, median_ms


def measure(store: Path) -> dict[str, float]:
    """Times for one store."""
    os.environ["MONITOR_STORE"] = str(store)
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest

    PagesManager.uses_pages_directory = False

    def opened(words: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        app.query_params["q"] = words
        app.switch_page("pages/verhalen.py").run()
        if app.exception or not any("<article>" in str(block.proto) for block in app.get("html")):
            message = f"the page did not come up: {app.exception}"
            raise RuntimeError(message)
        return app

    blank = AppTest.from_string("import streamlit as st").run()
    newest, found = opened(""), opened("soep")
    return {
        "leeg_ms": round(median_ms(blank.run), 2),
        "nieuwste_ms": round(median_ms(newest.run), 2),
        "gezocht_ms": round(median_ms(found.run), 2),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
