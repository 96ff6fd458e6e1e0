# make run    het dashboard met de voorbeeldgemeente, op http://localhost:8501
# make test   alle toetsen
# make check  opmaak, typen en wie wat mag gebruiken
# make bench  metingen van snelheid, een JSON-object per regel

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
POORT ?= 8501

export PYTHONUTF8 := 1

.PHONY: run test check bench format

run: $(VENV)/klaar-om-te-draaien
	$(BIN)/python -m monitor example --alleen-als-leeg
	MONITOR_PROEF=1 $(BIN)/python -m monitor serve --port $(POORT)

test: $(VENV)/klaar-om-te-toetsen
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/klaar-om-te-toetsen
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/klaar-om-te-toetsen
	@$(BIN)/python -m tests.bench

format: $(VENV)/klaar-om-te-toetsen
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dit dashboard heeft Python 3.11 of nieuwer nodig. Geef het op met: make PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A mark that is older than its list of packages makes pip run again; otherwise nothing is fetched.
$(VENV)/klaar-om-te-draaien: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/klaar-om-te-toetsen: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/klaar-om-te-draaien
