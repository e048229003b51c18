#!/usr/bin/env bash
# Fuzzes the parsers of bytes from outside.
#
#   Tests/Fuzz/run.sh slice   kept inputs and mutations of them with the debug build, FUZZ_SECONDS in all (30)
#   Tests/Fuzz/run.sh full    libFuzzer with coverage, FUZZ_SECONDS for each target (600)
#
# Both first find a planted fault with the same means: a fuzzer that finds nothing must have been able to.
# What is found is kept in Tests/Fuzz/Corpus, and runs in every slice from then on.
set -euo pipefail
cd "$(dirname "$0")/../.."
mode=${1:-slice}
targets="bulletin dossier policy wire"
corpus=Tests/Fuzz/Corpus
folders() {
    echo "$corpus/$1"
    case $1 in
        dossier) echo peers/demo/dossiers ;;
        policy) echo policy ;;
    esac
}

if [ "$mode" = slice ]; then
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    fuzz=.build/debug/fairlead-fuzz
    seconds=$(awk -v all="${FUZZ_SECONDS:-30}" 'BEGIN { printf "%.1f", all / 4 }')
    # Address space, not resident memory: generous, but no input may ask for gigabytes.
    ulimit -v 8000000
    ulimit -c 0
    for target in $targets; do
        # In a shell of its own, which does not report the crash that is wanted here.
        (FAIRLEAD_FUZZ_PLANTED=1 SWIFT_BACKTRACE=enable=no "$fuzz" "$target" 60 $(folders "$target") || true) > "$log" 2>&1
        grep -q "the planted fault" "$log" || {
            echo "$target: the planted fault was not found" >&2
            exit 1
        }
        "$fuzz" "$target" "$seconds" $(folders "$target") || {
            kept="$corpus/$target/found-$(date +%s)"
            cp "${TMPDIR:-/tmp}/fuzz-last-input-$target" "$kept"
            echo "$target: found $kept" >&2
            exit 1
        }
    done
    exit 0
fi

echo "First instrumented build: about 10 to 20 minutes on two cores, libraries included."
swift build -c release --scratch-path .build/fuzz --product fairlead-fuzz \
    -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xswiftc -DLIBFUZZER
fuzz=.build/fuzz/release/fairlead-fuzz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for target in $targets; do
    mkdir -p "$work/$target"
    common=(-timeout=10 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1)
    rm -rf "$work/planted"
    mkdir -p "$work/planted/inputs"
    FAIRLEAD_FUZZ_PLANTED=1 "$fuzz" "$target" "${common[@]}" -max_total_time=120 \
        -artifact_prefix="$work/planted/" "$work/planted/inputs" $(folders "$target") > "$work/planted.log" 2>&1 || true
    ls "$work/planted"/crash-* > /dev/null 2>&1 || {
        echo "$target: the planted fault was not found" >&2
        exit 1
    }
    echo "== $target: planted fault found; ${FUZZ_SECONDS:-600} s follow"
    "$fuzz" "$target" "${common[@]}" -max_total_time="${FUZZ_SECONDS:-600}" \
        -artifact_prefix="$corpus/$target/found-" "$work/$target" $(folders "$target") > "$work/log" 2>&1 || {
        tail -40 "$work/log" >&2
        exit 1
    }
    grep -E "stat::(number_of_executed_units|peak_rss_mb|slowest_unit_time_sec)|cov:" "$work/log" | tail -4
done
