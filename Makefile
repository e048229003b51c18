# Fairlead: `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help packages demo test build release format lint bench fuzz soak install clean

SWIFT ?= swift
PREFIX ?= /usr/local
PACKAGES := libssl-dev libsqlite3-dev libsodium-dev pkg-config
TEST_PACKAGES := python3 python3-venv openssl binutils faketime

help: ## list the commands
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

packages: ## install the Debian packages that the build needs, if they are missing
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo"; fi; \
	  $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$missing; fi

test-packages: packages
	@missing=""; for package in $(TEST_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages for the tests:$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo"; fi; \
	  $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$missing; fi

release: packages
	@if [ ! -x .build/release/fairlead ]; then \
	  echo "First release build: about 8 to 15 minutes on two cores (libraries included); later builds take seconds."; fi
	@$(SWIFT) build -c release --product fairlead
	@$(SWIFT) build -c release --product fairlead-relay

build: packages ## build the programs for development
	@if [ ! -x .build/debug/fairlead ]; then \
	  echo "First build: about 6 to 10 minutes on two cores (libraries included); later builds take seconds."; fi
	@$(SWIFT) build

demo: release ## run a whole federation on this machine: four members, real TLS, real files (ARGS="--keep" leaves it running)
	@.build/release/fairlead demo $(ARGS)

test: test-packages ## run every check: format, import rule, unit, end to end, interoperation
	@Tests/run-all.sh

lint: ## check the format
	@$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

format: ## put the sources into the project's format
	@$(SWIFT) format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

bench: release ## print sizes, start times, memory and rates as ratios against a baseline of the same run
	@Tests/Benchmarks/run.sh

fuzz: packages ## search the parsers for crashes, hangs and memory, 10 minutes each (FUZZ_SECONDS=N for another time)
	@Tests/Fuzz/run.sh full

soak: packages ## change every byte of 200 bulletins, one after the other: none may be accepted
	@$(SWIFT) build -c release --product fairlead-fuzz
	@.build/release/fairlead-fuzz every-byte 200 1

install: release ## install the programs and shell completions below PREFIX (default /usr/local)
	install -D -m 0755 -s .build/release/fairlead $(DESTDIR)$(PREFIX)/bin/fairlead
	install -D -m 0755 -s .build/release/fairlead-relay $(DESTDIR)$(PREFIX)/bin/fairlead-relay
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	.build/release/fairlead --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/fairlead
	.build/release/fairlead --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_fairlead
	.build/release/fairlead --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/fairlead.fish

clean: ## remove everything that was built
	rm -rf .build
