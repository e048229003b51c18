#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright the Fairlead authors
"""Judges SD-JWTs of our issuer with an implementation that shares no code with it (PyPI sd-jwt==0.10.4, jwcrypto).

Usage: python3 Tests/Interop/sd_jwt_judge.py FILE

FILE is written by a test run: SD_JWT_CASES=FILE swift test --filter InteropCasesTests
Each case must verify and give exactly the payload that our verifier gave; changed ones must not.
Exit 0 when all do, 1 when one does not, 78 when the libraries are missing.
"""
import json
import sys

try:
    from jwcrypto.jwk import JWK
    from sd_jwt.verifier import SDJWTVerifier
except ImportError as error:
    print(f"{error}; install them: pip install sd-jwt==0.10.4 jwcrypto", file=sys.stderr)
    sys.exit(78)

# jwcrypto does not allow the name of RFC 9864 unless told.
import jwcrypto.jws

if "Ed25519" not in jwcrypto.jws.default_allowed_algs:
    jwcrypto.jws.default_allowed_algs.append("Ed25519")


def judge(compact, key):
    """The payload that the library sees."""
    return SDJWTVerifier(compact, lambda issuer, header: key).get_verified_payload()


def is_refused(compact, key):
    try:
        judge(compact, key)
    except Exception:  # the library has no common error type
        return True
    return False


def main(path):
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    key = JWK.from_json(json.dumps(content["key"]))
    failures = 0
    for index, case in enumerate(content["cases"]):
        compact, expected = case["sd_jwt"], case["payload"]
        try:
            payload = judge(compact, key)
        except Exception as error:
            print(f"case {index}: refused: {error}")
            failures += 1
            continue
        if payload != expected:
            print(f"case {index}: another payload")
            failures += 1
        # The control: a flipped character of payload or signature must be refused, or the judge judges nothing.
        for position in (compact.index(".") + 20, compact.index("~") - 20):
            changed = "A" if compact[position] != "A" else "B"
            if not is_refused(compact[:position] + changed + compact[position + 1:], key):
                print(f"case {index}: accepted with character {position} changed")
                failures += 1
    print(f"{len(content['cases'])} cases, {failures} failures")
    return 1 if failures or not content["cases"] else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(main(sys.argv[1]))
