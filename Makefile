# `make demo` and `make test` each work alone on a fresh Debian or Ubuntu machine that has Swift.
SWIFT ?= swift
PREFIX ?= /usr/local

# The build that is installed and measured. On Linux it holds the Swift library, so that it starts
# faster and outlives an update of the toolchain; it is kept apart from the everyday build.
RELEASE := $(SWIFT) build -c release --product scaling
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib --scratch-path .build-release
endif

# Formatted and linted: what is there of it.
SOURCES = $(wildcard Package.swift Sources Tests Benchmarks Examples Scripts)

.DEFAULT_GOAL := help
.PHONY: help demo test bench calibration docs format check-format install clean prerequisites

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: prerequisites ## run all notebooks on the published figures of data/ and draw into output/
	$(RELEASE)
	"$$($(RELEASE) --show-bin-path)/scaling" demo

test: prerequisites ## build and run every test
	$(SWIFT) test

bench: prerequisites ## measure the release build beside its peers (JOBS="J1 J5": only these; LARGE=1: with ten million samples)
	$(RELEASE)
	$(SWIFT) build -c release --package-path Benchmarks --product SingleFit
	SCALING="$$($(RELEASE) --show-bin-path)/scaling" \
	  SINGLE_FIT="$$($(SWIFT) build -c release --package-path Benchmarks --show-bin-path)/SingleFit" \
	  Benchmarks/run $(JOBS)

calibration: prerequisites ## simulate designs like the real ones and measure what each interval covers
	$(SWIFT) run -c release --package-path Benchmarks Calibration Benchmarks
	$(SWIFT) run -c release --package-path Benchmarks Calibration data/simulated 1 interval-coverage

docs: prerequisites ## build articles and reference into .build/documentation
	SWIFT="$(SWIFT)" Scripts/docs .build/documentation

format: ## bring every source file into the project's format
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

check-format: ## say what is not in the project's format, and fail
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

install: prerequisites ## install the command, man pages and completions below PREFIX (default /usr/local)
	$(RELEASE)
	SWIFT="$(SWIFT)" Scripts/install "$$($(RELEASE) --show-bin-path)/scaling" "$(DESTDIR)$(PREFIX)"

clean: ## remove what builds and measurements left
	rm -rf .build .build-release Benchmarks/.build Examples/.build Scripts/Manual/.build

prerequisites:
	@Scripts/prerequisites
