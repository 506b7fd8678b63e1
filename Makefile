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
	head -n 1 examples/articles.jsonl > demo/first.jsonl
	$(BIN)/marsad code demo/first.jsonl
	$(BIN)/marsad code examples/articles.jsonl --output demo/records.jsonl
	$(BIN)/marsad code demo/first.jsonl --output demo/first.html
	$(BIN)/marsad code examples/articles.jsonl --output demo/articles.html
	@echo
	@echo "The records of all examples:         demo/records.jsonl"
	@echo "One article with its facts marked:   demo/first.html"
	@echo "All of them on one page:             demo/articles.html"

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
