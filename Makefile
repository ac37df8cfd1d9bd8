# The habits of this project, in the environment that is active (PYTHON=… for another).
PYTHON ?= python

.PHONY: ci test quick lint types gate docs snapshot bench train evaluate

ci: ; PYTHON=$(PYTHON) .ci/run
test: ; $(PYTHON) -m pytest
quick: ; $(PYTHON) -m pytest -m "not slow"
lint: ; $(PYTHON) -m ruff check && $(PYTHON) -m ruff format --check
types: ; $(PYTHON) -m mypy --strict
gate: ; $(PYTHON) -m training.gate && $(PYTHON) -m training.report --check
docs: ; $(PYTHON) -m training.report && $(PYTHON) docs/manpage.py
snapshot: ; $(PYTHON) -m bench.snapshot
bench: ; $(PYTHON) -m bench
train: ; $(PYTHON) -m training.train
evaluate: ; $(PYTHON) -m training.evaluate
