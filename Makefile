# make example: the example blog, built.  make test: everything that must hold.  make bench: figures.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT := example-site/public
SUDO := $(shell [ "$$(id -u)" = 0 ] && echo env || command -v sudo)

.PHONY: example test lint types unit bench clean

example: $(STAMP)
	$(BIN)/corpblog build example-site --out $(OUT)
	@echo
	@echo "The example blog is in $(OUT). To look at it:"
	@echo "  $(BIN)/python -m http.server --directory $(OUT) 8000"
	@echo "and open http://localhost:8000/"

# The CommonMark examples lie in the source package of a library (CC BY-SA 4.0), not in this tree.
EXAMPLES := build/test-data/markdown_it_py-4.3.0.tar.gz

# GitHub's own writer of annotations, to compare ours with; needs Node.js 18.17 or newer.
ACTIONS := build/test-data/node_modules/@actions/core/package.json

test: lint types unit

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

unit: $(STAMP) $(EXAMPLES) $(ACTIONS) browser
	$(BIN)/python -m pytest

bench: $(STAMP)
	$(BIN)/python -m bench

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "corpblog needs Python 3.11 or newer; this is $$($(PYTHON) --version)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null && test -x $(BIN)/pip || { \
	  rm -rf $(VENV); \
	  echo "python3-venv is missing: installing it"; \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y python3-venv; } || \
	  { echo "please install python3-venv, then run make again"; exit 1; }; \
	  $(PYTHON) -m venv $(VENV); }

# The comment intake has a part in C, which pip compiles.
HEADERS := import os, sys, sysconfig as s; sys.exit(not os.path.isfile(s.get_paths()['include'] + '/Python.h'))

# Some tests look at pages in a real browser; Debian's Chromium will do.
.PHONY: browser
browser:
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null || { \
	  echo "Chromium is missing: installing it"; \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y chromium; } || \
	  { echo "please install Chromium, then run make again"; exit 1; }; }

.PHONY: compiler
compiler:
	@{ command -v gcc >/dev/null && $(PYTHON) -c "$(HEADERS)"; } || { \
	  echo "a C compiler or Python's headers are missing: installing them"; \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y gcc python3-dev; } || \
	  { echo "please install gcc and python3-dev, then run make again"; exit 1; }; }

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python compiler
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[math,comments,test]'
	@touch $@

$(EXAMPLES): | $(STAMP)
	$(BIN)/python -m pip download -q --disable-pip-version-check --no-deps \
	  --no-binary markdown-it-py markdown-it-py==4.3.0 -d $(@D)

$(ACTIONS):
	@{ command -v node && command -v npm; } >/dev/null || { \
	  echo "npm is missing: installing it"; \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y nodejs npm; } || \
	  { echo "please install Node.js with npm, then run make again"; exit 1; }; }
	NODE_EXTRA_CA_CERTS="$${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" \
	npm install --prefix build/test-data --no-save --no-audit --no-fund --ignore-scripts \
	  --loglevel error @actions/core@3.0.1
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) build/test-data .mypy_cache .ruff_cache .pytest_cache .hypothesis
