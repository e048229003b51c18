#!/usr/bin/env bash
# Runs every check of the project and stops at the first that fails. A skipped check is a failed one.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

step "Format"
swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

step "Build with the declared imports only"
if [ ! -d .build/debug ]; then
    echo "First build: about 6 to 10 minutes on two cores (libraries included); later builds take seconds."
fi
# Exits non-zero on an import that the manifest does not declare, although it still prints "Build complete!".
swift build --build-tests --explicit-target-dependency-import-check error

step "Unit, property, architecture and end-to-end tests"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift test --skip-build --disable-xctest 2>&1 | tee "$log"
# `swift test` succeeds when a filter matches nothing: the number of tests is part of the check.
tests=$(sed -n 's/.*Test run with \([0-9][0-9]*\) tests.*/\1/p' "$log" | tail -1)
if [ "${tests:-0}" -lt 300 ]; then
    echo "Only ${tests:-0} tests ran; expected at least 300." >&2
    exit 1
fi

step "Fuzzing, a slice"
Tests/Fuzz/run.sh slice

step "Interoperation with programs of other people"
Tests/Interop/run.sh

step "Done: ${tests} tests in $SECONDS s"
