#!/usr/bin/env bash
# Judges the programs from outside, with other people's libraries and with scripts that read only their output.
set -euo pipefail
cd "$(dirname "$0")/../.."
fairlead=.build/debug/fairlead

# Libraries of the judges live in a folder of their own; nothing of the system's Python is changed.
judges=.build/judges
libraries="sd-jwt==0.10.4 jwcrypto==1.6.1 jsonschema==4.26.0 cryptography==50.0.2 pynacl==1.6.2 pycanon==1.3.6"
if [ "$(cat "$judges/libraries" 2> /dev/null)" != "$libraries" ]; then
    python3 -m venv "$judges"
    # shellcheck disable=SC2086
    "$judges/bin/python" -m pip install --quiet --disable-pip-version-check $libraries
    echo "$libraries" > "$judges/libraries"
fi

echo "-- published SD-JWT cases through the command"
python3 Tests/Interop/verify_vectors.py "$fairlead" Tests/Vectors/sd-jwt/profile.json

echo "-- our SD-JWTs through the Python library sd-jwt"
cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
SD_JWT_CASES="$cases" swift test --skip-build --disable-xctest --filter InteropCasesTests > /dev/null 2>&1
[ -s "$cases" ] || { echo "no cases were written" >&2; exit 1; }
"$judges/bin/python" Tests/Interop/sd_jwt_judge.py "$cases"

echo "-- bulletins of a real federation, opened by another implementation with their readers' keys"
made=$(mktemp -d)
trap 'rm -rf "$cases" "$made"' EXIT
BULLETIN_CASES="$made/cases.json" swift test --skip-build --disable-xctest --filter ExportedPackageTests > "$made/log" 2>&1 || {
    tail -20 "$made/log" >&2
    exit 1
}
"$judges/bin/python" Tests/Interop/bulletin_judge.py open "$made/cases.json"

echo "-- a bulletin of another implementation through our commands and our reader"
"$judges/bin/python" Tests/Interop/bulletin_judge.py make "$made"
"$fairlead" bulletin verify "$made/made.sd-jwt" --key "$made/made.jwk" -o json > /dev/null
"$fairlead" bulletin verify "$made/made-package.json" --key "$made/made.jwk" -o json | tr -d ' \n' \
    | grep -q '"sealed":\["partners","customs"\]'
sed 's/"core": "eyJ/"core": "eyK/' "$made/made-package.json" > "$made/changed.json"
if "$fairlead" bulletin verify "$made/changed.json" --key "$made/made.jwk" > /dev/null 2>&1; then
    echo "a changed package was accepted" >&2
    exit 1
fi
BULLETIN_MADE="$made/made.json" swift test --skip-build --disable-xctest --filter ForeignBulletinTests > "$made/log" 2>&1 || {
    tail -20 "$made/log" >&2
    exit 1
}

echo "-- dossiers against the JSON Schema, and mutated ones"
"$judges/bin/python" Tests/Interop/dossier_schema_judge.py

echo "-- redaction of the twelve dossiers, judged from the command's output"
python3 Tests/Interop/redact_judge.py "$fairlead" peers/demo/dossiers/*.json

echo "-- crowds of tables of people beside the Python package pycanon"
"$judges/bin/python" Tests/Interop/crowd_judge.py "$fairlead"

echo "-- the examples of the shipped policies"
"$fairlead" policy check policy policy/demo policy/tests
"$fairlead" policy test policy/tests/default.yaml > /dev/null
"$fairlead" policy test policy/demo/tests.yaml --policy policy/demo/policy.yaml \
    --populations policy/demo/populations.csv > /dev/null

echo "-- the guard over the generated corpus of disguises, clean texts and contextual sentences"
python3 Tests/Interop/guard_judge.py "$fairlead" --every 4
for set in 2 3 4; do
    python3 Tests/Interop/guard_judge.py "$fairlead" --every 400 --report-only \
        --contextual "Tests/Interop/guard_contextual_$set.jsonl" | grep '^contextual'
done
