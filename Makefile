# Everything is started from here; `make help` lists the targets.
SHELL := /bin/sh
PYTHON ?=
BIN := .venv/bin
PYTEST = $(BIN)/pytest $(if $(ARGS),$(ARGS),-n 5 --dist worksteal)
export PYTHON
# A run of the tests starts hundreds of processes, which must not compile the same files again and again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test tested check types imports programs ready compiled tests walks bench screenshots samples format clean

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

run: .venv/.app  ## Start the app (http://localhost:8501)
	$(BIN)/streamlit run app.py

test: check tested  ## Run all checks and tests, with PostgreSQL and a real browser; -j 2 runs both side by side

# Apart from the checks: the types alone keep one processor busy for longer than it takes to make ready.
tested: ready compiled
	$(PYTEST)

check: types imports  ## Style, types and the direction of imports

types: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Apart from the types, which take longer than this, `ready` and `compiled` together.
imports: .venv/.dev
	$(BIN)/lint-imports --no-cache

# These need no more than Python itself, so that they come while pip installs the rest.
programs: | .venv/.made
	$(BIN)/python -m tools.java
	$(BIN)/python -m tools.office
	$(BIN)/python -m tools.diagrams

ready: .venv/.dev programs
	$(BIN)/python -m tools.chromium

# Else each of the workers would compile all tests by itself.
compiled: ready
	$(BIN)/pytest --collect-only --quiet --quiet >/dev/null

tests: ready  ## The tests without the checks; ARGS="tests/store -x" chooses
	$(PYTEST)

walks: .venv/.dev  ## Two people walk at random through the app, 500 times, and a live workshop is walked in each language; WALKS=50 SEED=7 choose, ARGS="-k tables" too
	$(BIN)/python -m tools.chromium
	WALKS=$${WALKS:-500} LANGUAGES="$${LANGUAGES:-de en}" $(BIN)/pytest tests/browser/walks \
		tests/browser/test_walks_whole_workshop.py $(ARGS)

bench: .venv/.dev .venv-bench/.made  ## Measure workbooks, paper, pictures, the critic, event logs, pages and live rooms; NUMBERS="--large" for more
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m bench.exchange
	$(BIN)/python -m bench.takeout
	$(BIN)/python -m bench.paper
	$(BIN)/python -m bench.pictures $(EARLIER)
	$(BIN)/python -m bench.critic
	$(BIN)/python -m bench.rounds
	$(BIN)/python -m bench.numbers $(NUMBERS)
	$(BIN)/python -m bench.pages
	$(if $(EARLIER),$(BIN)/python -m bench.before $(EARLIER))
	$(if $(EARLIER),$(BIN)/python -m bench.clicks $(EARLIER))
	$(BIN)/python -m bench.load $(EARLIER)
	$(BIN)/python -m bench.live

screenshots: .venv/.dev  ## Pictures of every page into build/screenshots; ARGS="journey-map --look phone" chooses
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.screenshots $(ARGS)

samples: .venv/.app  ## Write the sample workshops and event logs anew
	$(BIN)/python -m sample_data.make_samples
	$(BIN)/python -m sample_data.make_logs

format: .venv/.dev  ## Format the code and mend what can be mended automatically
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## Remove what was built, downloaded and cached here
	rm -rf .venv .venv-bench build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The stamps are newer than the requirements that they stand for, so a second start installs nothing.
.venv/.app: requirements.txt tools/venv.sh
	@sh tools/venv.sh requirements.txt
	@touch $@

.venv/.made:
	@sh tools/venv.sh
	@touch $@

.venv/.dev: requirements.txt requirements-dev.txt tools/venv.sh | .venv/.made
	@sh tools/venv.sh requirements-dev.txt
	@touch .venv/.app $@

# What others measure with lives apart from the app; without it the bench says so and goes on.
.venv-bench/.made: requirements-bench.txt | .venv/.dev
	@$(BIN)/python -m venv --clear .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements-bench.txt \
		&& touch $@ || { echo "The peers could not be installed; the bench goes on without them."; rm -rf .venv-bench; }
