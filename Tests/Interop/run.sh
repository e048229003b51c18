#!/usr/bin/env bash
# Judges the programs from outside, with other people's libraries and with scripts that read only their output.
set -euo pipefail
cd "$(dirname "$0")/../.."
fairlead=.build/debug/fairlead

# Libraries of the judges live in a folder of their own; nothing of the system's Python is changed.
judges=.build/judges
if [ ! -x "$judges/bin/python" ]; then
    python3 -m venv "$judges"
    "$judges/bin/pip" install --quiet --disable-pip-version-check sd-jwt==0.10.4 jwcrypto==1.6.1 jsonschema==4.26.0
fi

echo "-- published SD-JWT cases through the command"
python3 Tests/Interop/verify_vectors.py "$fairlead" Tests/Vectors/sd-jwt/profile.json

echo "-- our SD-JWTs through the Python library sd-jwt"
cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
SD_JWT_CASES="$cases" swift test --skip-build --disable-xctest --filter InteropCasesTests > /dev/null 2>&1
[ -s "$cases" ] || { echo "no cases were written" >&2; exit 1; }
"$judges/bin/python" Tests/Interop/sd_jwt_judge.py "$cases"

echo "-- dossiers against the JSON Schema, and mutated ones"
"$judges/bin/python" Tests/Interop/dossier_schema_judge.py

echo "-- redaction of the twelve dossiers, judged from the command's output"
python3 Tests/Interop/redact_judge.py "$fairlead" peers/demo/dossiers/*.json
