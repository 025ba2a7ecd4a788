# Tendero: `make help` lists what there is. Everything installs itself on first use; stamp files make the second time quick.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

export TENDERO_HOME ?= $(CURDIR)/.local
export PORT ?= 8080
STAGE ?= dev
# Node 20 is old for the taste of the CDK, and works.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 20

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m
PORTAL := frontend/dist/index.html
PORTAL_SOURCES := $(shell find frontend \( -name node_modules -o -name dist -o -name coverage \) -prune -o -type f -print)

.PHONY: help run up down dev demo-cdnow test check unit browser bench mails members crashes scale feel scroll synth deploy redrive clean install portal chromium
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# ---- the product, on a local AWS ------------------------------------------------------------------------------------
run: install portal ## Start Tendero here and stay (Ctrl-C stops it); PORT and TENDERO_HOME move it
	@$(RUN) infra.local run

up: install portal ## Start Tendero in the background and wait until it is healthy
	@$(RUN) infra.local up

down: ## Stop it: drain streams and queues, then save
	@$(RUN) infra.local down

dev: install portal ## Like run, with hot reload of the portal and of the functions
	@$(RUN) infra.local dev

demo-cdnow: install ## Import the CDNOW purchase log through the public API of a Tendero that is up
	@$(RUN) infra.demo.cdnow

# ---- proofs ---------------------------------------------------------------------------------------------------------
test: check unit browser ## Everything that CI runs

check: install frontend/node_modules/.stamp ## The quick half: format, lint, types, import contracts, drift, template rules
	@$(BIN)/ruff format --check --quiet . || { echo "Run .venv/bin/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(RUN) chalicelib.api.openapi_document --check docs/reference/openapi.json
	@$(RUN) infra.reference --check
	@$(RUN) infra.rules
	@cd frontend && npm run --silent check

unit: install portal ## Every test but those that drive a browser
	@$(RUN) pytest tests --ignore tests/e2e -n 2 --dist loadfile -q
	@cd frontend && npm test && npm run --silent budgets

BROWSER_TESTS := pytest tests/e2e -q --screenshot only-on-failure --output build/browser

browser: install portal chromium ## The tests that drive a browser against a local cloud of their own; what fails beside others is asked once more, alone
	@$(RUN) $(BROWSER_TESTS) -n 2 --dist worksteal || { \
	  test $$? -eq 1 && echo "Once more, alone, and named here because it is to be mended:" && \
	  $(RUN) $(BROWSER_TESTS) --last-failed --last-failed-no-failures none --maxfail 3 -v; }

bench: install ## What it costs: capacity units, AWS calls, CPU, cold start
	@$(RUN) bench

mails: install ## A campaign of ten thousand with 5 % of all calls failing; RECIPIENTS and FAULTS change that (half an hour)
	@$(RUN) bench.mails --recipients $(or $(RECIPIENTS),10000) --faults $(or $(FAULTS),5)

crashes: install ## Break every call of a campaign's functions, the sender's in pairs (PART=2/8: one part of them), and stop it before every call (hours)
	@EVERY_FAULT=1 $(RUN) pytest tests/functional/campaigns/test_crash_matrix.py tests/functional/campaigns/test_stops.py tests/functional/automation/test_crashes.py -q -p no:logging

members: install ## A million members of a segment whom time will move, and one schedule a firm (ten minutes; MEMBERS changes that)
	@$(RUN) bench.members --members $(or $(MEMBERS),1000000)

scale: install ## A hundred thousand records through import, bulk edit, undo and export, to the end (half an hour)
	@$(RUN) bench.scale

feel: frontend/tools/lighthouse/node_modules/.stamp ## Lighthouse and the answer to a hand, on a Tendero that is up
	@cd frontend/tools/lighthouse && npm run --silent audits http://localhost:$(PORT) && npm run --silent interactions http://localhost:$(PORT)

scroll: install portal chromium ## A hundred thousand records under the portal's list, scrolled to the last (ten minutes)
	@$(RUN) bench.scrolling

# ---- the real thing -------------------------------------------------------------------------------------------------
synth: install ## Print the CloudFormation template of STAGE
	@$(RUN) infra.app --stage $(STAGE)

deploy: install portal ## Deploy STAGE to the AWS account of your credentials (infra/README.md)
	@$(RUN) infra.deploy --stage $(STAGE)

redrive: install ## Send what is parked for QUEUE (work, imports, mail, record-stream ...) of STAGE back
	@$(RUN) infra.redrive $(QUEUE) --prefix tendero-$(STAGE)

clean: ## Remove what was built and installed; the state in TENDERO_HOME stays
	@rm -rf .venv .venv-cloud build frontend/dist frontend/node_modules

# ---- installing -----------------------------------------------------------------------------------------------------
install: .venv/.stamp .venv-cloud/.stamp
portal: $(PORTAL)

.venv/.stamp: requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@echo "· Installing what Tendero is built and tested with"
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is needed: apt-get install python3-venv."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(grep '^uv==' requirements-dev.txt)"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements-dev.txt
	@touch $@

.venv-cloud/.stamp: requirements-cloud.txt .venv/.stamp
	@echo "· Installing the local AWS, in an environment of its own"
	@$(PYTHON) -m venv .venv-cloud
	@$(BIN)/uv pip install --quiet --python .venv-cloud/bin/python -r requirements-cloud.txt
	@touch $@

frontend/node_modules/.stamp: frontend/package-lock.json
	@node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
	  || { echo "Node 20.19 or newer is needed, with npm."; exit 1; }
	@echo "· Installing what the portal is built with"
	@cd frontend && npm ci --no-fund --no-audit --loglevel=error
	@touch $@

frontend/tools/lighthouse/node_modules/.stamp: frontend/tools/lighthouse/package-lock.json
	@echo "· Installing what the portal is measured with"
	@cd frontend/tools/lighthouse && npm ci --no-fund --no-audit --loglevel=error
	@touch $@

$(PORTAL): frontend/node_modules/.stamp $(PORTAL_SOURCES)
	@echo "· Building the portal"
	@cd frontend && npm run --silent build -- --logLevel warn
	@touch $@

chromium:
	@{ command -v chromium && command -v curl; } >/dev/null || { echo "· Installing Debian's Chromium"; \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends chromium curl >/dev/null; }
