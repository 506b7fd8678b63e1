# Two commands do everything on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test install lint docs

install: $(BIN)/.installed

$(BIN)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: install
	mkdir -p demo
	$(BIN)/marsad code examples/pages/old-tables.html
	$(BIN)/marsad code examples/articles.jsonl examples/pages --output demo/records.jsonl
	$(BIN)/marsad code examples/pages/old-tables.html --output demo/page.html
	$(BIN)/marsad code examples/articles.jsonl --output demo/articles.html
	@echo
	@echo "The records of all examples:         demo/records.jsonl"
	@echo "That page with its facts marked:     demo/page.html"
	@echo "All articles on one page:            demo/articles.html"

test: install
	$(BIN)/pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Rewrites the generated page of the reference; tests/test_docs.py fails when it is behind.
docs: install
	$(BIN)/marsad explain --all > docs/reference/types.md
