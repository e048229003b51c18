#!/usr/bin/env bash
# Prints sizes, start times, memory and the guard's rate; times as ratios against a baseline measured in the same run.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=.build/release
now() { date +%s%N; }
# Median of five runs of a command, in microseconds.
median() {
    for _ in 1 2 3 4 5; do
        begin=$(now); "$@" > /dev/null 2>&1 || true; end=$(now); echo $(((end - begin) / 1000))
    done | sort -n | sed -n 3p
}

echo "== Sizes (bytes; stripped copies)"
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
for program in fairlead fairlead-relay; do
    strip -o "$copies/$program" "$bin/$program"
    echo "$program $(stat -c %s "$copies/$program")"
done

echo "== Start to end of a command, as a ratio to /bin/true in the same run"
base=$(median /bin/true)
version=$(median "$bin/fairlead" version)
scan=$(median "$bin/fairlead" redact scan peers/demo/dossiers/en-01-abandoned-dry-container.json --level partners -o json)
awk -v b="$base" -v v="$version" -v s="$scan" \
    'BEGIN { printf "fairlead version %.1f x, redact scan of one dossier %.1f x (baseline %d us)\n", v / b, s / b, b }'

echo "== Delay rules: first guess and effective set at 2, 8 and 30 referrals a month, ours (published)"
TIMING_TABLE="$copies/timing" swift test --disable-xctest --filter TimingTableTests > "$copies/timing.log" 2>&1 || {
    tail "$copies/timing.log" >&2
    exit 1
}
cat "$copies"/timing.?

echo "== Demo: the whole federation, its proof included"
begin=$(now); "$bin/fairlead" demo > "$copies/demo.log"; end=$(now)
echo "demo $(((end - begin) / 1000000)) ms"
grep -E "after the last departure|found of|control:" "$copies/demo.log"

echo "== Resident memory of an unlocked desk and an idle relay (kB)"
"$bin/fairlead" demo --keep > "$copies/keep.log" 2>&1 &
keep=$!
for _ in $(seq 1 600); do
    grep -q "Look around" "$copies/keep.log" && break
    sleep 0.2
done
sleep 14  # ten seconds after the start the programs give unused pages back
for pid in $(pgrep -f "fairlead demo desk|fairlead-relay serve"); do
    awk -v pid="$pid" -v name="$(tr '\0' ' ' < "/proc/$pid/cmdline" | cut -c1-60)" \
        '/VmRSS/ { rss = $2 } /RssAnon/ { anon = $2 } END { printf "%s rss %d anonymous %d\n", name, rss, anon }' "/proc/$pid/status"
done

echo "== Start of a desk to its first answer, as a ratio to fairlead version"
desk=$(pgrep -f "fairlead demo desk" | tail -1)
mapfile -d '' -t arguments < "/proc/$desk/cmdline"
home=${arguments[4]}
for _ in 1 2 3 4 5; do
    kill "$desk"
    while kill -0 "$desk" 2> /dev/null; do sleep 0.05; done
    begin=$(now)
    "${arguments[@]}" > /dev/null 2>&1 &
    desk=$!
    until "$bin/fairlead" status --home "$home" > /dev/null 2>&1; do :; done
    echo $((($(now) - begin) / 1000))
done | sort -n | awk -v v="$version" 'NR == 3 { printf "desk %.1f x (version %d us)\n", $1 / v, v }'
kill -INT "$keep"
wait "$keep" || true

echo "== The guard beside Microsoft Presidio, same texts, same run"
presidio=.build/presidio
if [ ! -x "$presidio/bin/python" ]; then
    python3 -m venv "$presidio"
    "$presidio/bin/pip" install --quiet --disable-pip-version-check presidio-analyzer==2.2.366
fi
python3 Tests/Benchmarks/guard_bench.py "$bin/fairlead" --presidio "$presidio/bin/python" --json .build/guard-bench.json
