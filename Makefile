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
PORTAL := frontend/dist/index.html
PORTAL_SOURCES := $(shell find frontend -name node_modules -prune -o -name dist -prune -o -type f -print 2>/dev/null)

.PHONY: help run up down dev test check bench demo-cdnow synth deploy clean
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# ---- the product, on a local AWS ------------------------------------------------------------------------------------
run: install $(PORTAL) ## Start Tendero here and stay (Ctrl-C stops it); PORT and TENDERO_HOME move it
	@$(BIN)/python -m infra.local run

up: install $(PORTAL) ## Start Tendero in the background and wait until it is healthy
	@$(BIN)/python -m infra.local up

down: ## Stop it: drain streams and queues, then save
	@$(BIN)/python -m infra.local down

dev: install $(PORTAL) ## Like run, with hot reload of the portal (vite) and of the functions
	@$(BIN)/python -m infra.local dev

demo-cdnow: install ## Import the CDNOW purchase log through the public API of a running Tendero
	@$(BIN)/python -m infra.demo.cdnow

# ---- proofs ---------------------------------------------------------------------------------------------------------
test: check ## Everything that CI runs
	@$(BIN)/python -m pytest
	@cd frontend && npm test

check: install frontend/node_modules/.stamp ## The quick half: format, lint, types, import contracts, API drift, template rules
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: install ## What it costs: capacity units, AWS calls, CPU, cold start
	@$(BIN)/python -m bench

# ---- the real thing -------------------------------------------------------------------------------------------------
synth: install ## Print the CloudFormation template of STAGE
	@$(BIN)/python -m infra.app --stage $(STAGE)

deploy: install $(PORTAL) ## Deploy STAGE to the AWS account of your credentials (see infra/README.md)
	@$(BIN)/python -m infra.deploy --stage $(STAGE)

clean: ## Remove what was built and installed; the local cloud's state in TENDERO_HOME stays
	@rm -rf .venv .venv-cloud build cdk.out frontend/dist frontend/node_modules

# ---- installing -----------------------------------------------------------------------------------------------------
.PHONY: install
install: .venv/.stamp .venv-cloud/.stamp

.venv/.stamp: requirements.txt requirements-dev.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: install python3 and python3-venv."; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet "$$(grep '^uv==' requirements-dev.txt)"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements-dev.txt
	@touch $@

.venv-cloud/.stamp: requirements-cloud.txt .venv/.stamp
	@$(PYTHON) -m venv .venv-cloud
	@$(BIN)/uv pip install --quiet --python .venv-cloud/bin/python -r requirements-cloud.txt
	@touch $@

frontend/node_modules/.stamp: frontend/package-lock.json
	@command -v npm >/dev/null || { echo "Node 20.19 or newer is needed: install nodejs and npm."; exit 1; }
	@cd frontend && npm ci --no-fund --no-audit --loglevel=error
	@touch $@

$(PORTAL): frontend/node_modules/.stamp $(PORTAL_SOURCES)
	@cd frontend && npm run --silent build
