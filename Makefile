# The habits of this project, in the environment that is active (PYTHON=… for another).
PYTHON ?= python

.PHONY: test lint types train check bench.snapshot

test: ; $(PYTHON) -m pytest
lint: ; $(PYTHON) -m ruff check && $(PYTHON) -m ruff format --check
types: ; $(PYTHON) -m mypy --strict
train: ; $(PYTHON) -m training.train
check: ; $(PYTHON) -m training.evaluate
bench: ; $(PYTHON) -m bench
snapshot: ; $(PYTHON) -m bench.snapshot
