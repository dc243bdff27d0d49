# The everyday commands. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
BIN := .venv/bin
# Files of tests are shared out over two processes; those of the browser stay last.
AT_ONCE := -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: help demo quarter dashboard lab test test-long bench bench-dashboard check fix docs sbom audit lock clean

help: ## toon deze lijst
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: .venv/.runtime ## maak alles van de voorbeeldgemeente en toon het dashboard
	@.ci/setup pango
	@$(BIN)/socdom demo

quarter: .venv/.runtime ## hetzelfde, zonder het dashboard te tonen
	@.ci/setup pango
	@$(BIN)/socdom demo --geen-dashboard

dashboard: .venv/.runtime ## toon het dashboard van de voorbeeldgemeente
	@$(BIN)/socdom dashboard

lab: .venv/.runtime ## open JupyterLab
	@$(BIN)/socdom lab

test: .venv/.test ## draai alle tests
	@.ci/setup pango
	@.ci/setup chromium
	@.ci/setup postgres
	@.ci/setup hunspell
	@.ci/setup server
	$(BIN)/python -m pytest $(AT_ONCE)

test-long: .venv/.test ## draai de tests die minuten duren
	@.ci/setup pango
	@.ci/setup chromium
	@.ci/setup server
	@.ci/setup hub
	$(BIN)/python -m pytest -m "long or hypothesis" --hypothesis-profile=new

bench: .venv/.test ## meet hoe snel het rekenen gaat, naast andere manieren
	$(BIN)/python -m tests.bench

bench-dashboard: .venv-bench/.ready ## meet hoe snel het dashboard is, naast andere manieren
	@.ci/setup pango
	@.ci/setup chromium
	.venv-bench/bin/python -m tests.bench.dashboard

check: .venv/.test ## kijk de code na zonder iets te veranderen
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/nbstripout --verify --keep-id notebooks/*/*.ipynb

fix: .venv/.test ## breng code en notebooks in vorm
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/nbstripout --keep-id notebooks/*/*.ipynb

docs: .venv/.test ## schrijf docs/methoden.md en docs/catalogus.md opnieuw, uit uitleg en definities
	$(BIN)/python -m socdom.pipeline.reference

sbom: .venv/.test ## schrijf de lijst van onderdelen (CycloneDX)
	@$(BIN)/python -m tests.supply sbom

audit: .venv/.test ## kijk of er lekken bekend zijn (ADVIEZEN=all.zip: zonder verbinding)
	@$(BIN)/python -m tests.supply audit $(if $(ADVIEZEN),--adviezen "$(ADVIEZEN)")

lock: ## zet de versies van alle pakketten opnieuw vast (vraagt uv)
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra test --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links -c requirements.lock -o requirements-test.lock
	uv pip compile pyproject.toml --extra build --extra bench --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links -c requirements.lock -o requirements-bench.lock

clean: ## gooi gemaakte bestanden weg; leveringen en edities blijven
	rm -rf .venv .venv-bench build .pytest_cache .ruff_cache .mypy_cache .hypothesis

.venv/.runtime: requirements.lock pyproject.toml .ci/setup
	@.ci/setup venv requirements.lock && touch $@

.venv/.test: requirements-test.lock pyproject.toml .ci/setup
	@.ci/setup venv requirements-test.lock && touch .venv/.runtime $@

.venv-bench/.ready: requirements-bench.lock pyproject.toml .ci/setup
	@.ci/setup venv requirements-bench.lock .venv-bench && touch $@
