# Everything a person asks of Answerable. `make` alone prints the list.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -qq --require-hashes

.DEFAULT_GOAL := help
.PHONY: help site preview check quick test pins clean
.DELETE_ON_ERROR:

help:
	@echo "make site      build the portal into _site/"
	@echo "make preview   build it, show it in a browser, and again after each change"
	@echo "make check     read the content and list what is wrong in it; write nothing"
	@echo "make quick     run the tests that need no browser and no whole site; in less than a minute on two idle cores"
	@echo "make test      check the code and run every test"
	@echo "make words     write down every word the pages say, for translators"
	@echo "make pictures  draw a page of each kind into .tools/screenshots/, for people to look through"
	@echo "make pins      work out the pinned versions again, after a change to requirements*.in"
	@echo "make clean     remove what these commands made"
	@echo
	@echo "Each sets up what it needs in .venv/ first. It takes Python 3.11 or newer, make and git."

site: .venv/site.ready
	@$(BIN)/python build.py build

preview: .venv/site.ready
	@$(BIN)/python build.py preview

check: .venv/site.ready
	@$(BIN)/python build.py check

# A process for each core; the tests of a file stay together, and what takes long begins first.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

quick: .venv/test.ready
	@$(PYTEST) -m "not slow"

test: .venv/test.ready
	@$(BIN)/python -m tests.tools.install
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(PYTEST)

# The marks are made anew only when the pins change, so a second run starts at once.
.venv/site.ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Answerable needs Python 3.11 or newer. Install one, and say where it is: make PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv part is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	  exit 1; }
	@echo "Setting up what the generator needs in .venv/ (once)."
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(PIP) -r requirements.txt
	@touch $@

.venv/test.ready: .venv/site.ready requirements-test.txt
	@echo "Setting up what the tests need in .venv/ (once)."
	@$(PIP) -r requirements-test.txt
	@touch $@

# Hashes of every published file, so that another machine and another Python find theirs.
# The options keep addresses and this machine's settings out of the files; -P keeps our build.py from
# being taken for the package of that name.
PIN := $(BIN)/python -P -m piptools compile --quiet --generate-hashes --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe

pins: .venv/test.ready
	@$(BIN)/python -m pip --disable-pip-version-check install -qq pip-tools
	@env -u PIP_FIND_LINKS PIP_CONFIG_FILE=/dev/null $(PIN) -o requirements.txt requirements.in
	@env -u PIP_FIND_LINKS PIP_CONFIG_FILE=/dev/null $(PIN) -o requirements-test.txt requirements-test.in
	@echo "Pinned. Look at the difference before you keep it: git diff requirements*.txt"

clean:
	@rm -rf .venv .tools _site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@echo "Removed .venv/, .tools/, _site/ and the caches. The content is untouched."

# The fictional portal as text; the difference to read is in git.
.PHONY: golden
golden: .venv/test.ready
	@$(BIN)/python -m tests.golden_harbour

# Pictures of a page of each kind, for docs/testing-by-hand.md.
.PHONY: pictures
pictures: .venv/test.ready
	@$(BIN)/python -m tests.pictures

# Every word that the pages say, for translators.
.PHONY: words
words: .venv/test.ready
	@$(BIN)/python -m tests.make_words
