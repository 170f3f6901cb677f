# make demo   the main job, on the real plan
# make test   the tests
# make check  everything CI checks: style, types, layers, tests with coverage

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := ra

.PHONY: demo test check lint bench clean

demo: $(VENV)/.demo
	@echo "== Kế hoạch có lỗi không? (cchc check)"
	$(BIN)/cchc check plans/2025.yaml && echo "không có lỗi"
	@echo
	@echo "== Việc đến hạn trong quý I (cchc due --quarter I)"
	$(BIN)/cchc due --plan plans/2025.yaml --quarter I --as-of 2025-02-15
	@echo
	@echo "== Việc quá hạn vào ngày 15/02/2025 (cchc overdue)"
	$(BIN)/cchc overdue --plan plans/2025.yaml --as-of 2025-02-15
	@echo
	@echo "== Văn bản (cchc render --docx)"
	@mkdir -p $(DEMO)
	$(BIN)/cchc render --plan plans/2025.yaml --docx -o $(DEMO)/ke-hoach-2025.docx
	@echo "Mở bằng Word hoặc LibreOffice: $(CURDIR)/$(DEMO)/ke-hoach-2025.docx"

test: $(VENV)/.dev
	$(BIN)/pytest -n auto

check: lint $(VENV)/.dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks.run

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV) $(DEMO) build dist .coverage .coverage.* htmlcov
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
