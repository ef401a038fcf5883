# Two commands do all the set-up: `make chat` opens the assistant, `make test` runs the tests.
PYTHON ?= python3
BIN := .venv/bin
# Where the environment forbids it, each program that starts would compile its modules again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: chat test check coverage eval format index

chat: .venv/installed
	$(BIN)/assistant index
	$(BIN)/streamlit run app.py

test: .venv/installed
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: .venv/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Tracing makes the quick tests two and a half times as long: the share that they run is looked at apart.
coverage: .venv/installed
	$(BIN)/python -m pytest -n 2 --dist loadgroup --cov --cov-report=
	$(BIN)/coverage report --skip-covered

eval: .venv/installed
	$(BIN)/assistant eval --save --report build/eval.html

format: .venv/installed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

index: .venv/installed
	$(BIN)/assistant index

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile -c constraints.txt -e '.[dev]'
	touch $@
