# debatemap: `make map` draws the debate of this repository, `make test` tests the program.
# Each sets up .venv when it is not there; after that, nothing needs a network.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: map test lint bench bench-reading bench-claims bench-stance bench-positions bench-page clean

map: $(READY)
	$(BIN)/debatemap run

test: $(READY)
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: bench-reading bench-claims bench-stance bench-positions bench-page

bench-reading: $(READY)
	$(BIN)/python benchmarks/reading_references.py
	$(BIN)/python benchmarks/reading_pdf.py

bench-claims: $(READY)
	$(BIN)/python benchmarks/citations.py
	$(BIN)/python benchmarks/attribution.py
	$(BIN)/python benchmarks/passages.py
	$(BIN)/python benchmarks/attribution.py --others
	$(BIN)/python benchmarks/corwa.py
	$(BIN)/python benchmarks/speed.py

bench-stance: $(READY)
	$(BIN)/python benchmarks/stance.py
	$(BIN)/python benchmarks/relations.py

bench-positions: $(READY)
	$(BIN)/python benchmarks/positions.py

bench-page: $(READY)
	$(BIN)/python -m benchmarks.page

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "debatemap needs Python 3.11 or newer; name one: make map PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $(READY)

clean:
	rm -rf .venv
