#!/usr/bin/env python3
"""Runs `fairlead bulletin verify` over published SD-JWT cases: what to accept with which payload, what to refuse.

usage: verify_vectors.py FAIRLEAD profile.json
"""
import json
import os
import subprocess
import sys
import tempfile


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as handle:
        profile = json.load(handle)
    accepted = refused = 0
    with tempfile.TemporaryDirectory() as folder:
        key = os.path.join(folder, "key.json")
        with open(key, "w", encoding="utf-8") as handle:
            json.dump(profile["key"], handle)
        for case in profile["cases"]:
            file = os.path.join(folder, "case.sd-jwt")
            with open(file, "w", encoding="utf-8") as handle:
                handle.write(case["sd_jwt"])
            run = subprocess.run([program, "bulletin", "verify", file, "--key", key, "-o", "json"],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
            if case["expect"] == "accept":
                assert run.returncode == 0, (case["name"], run.stderr)
                assert json.loads(run.stdout)["payload"] == case["payload"], case["name"]
                accepted += 1
            else:
                assert run.returncode == 65, (case["name"], run.returncode)
                assert run.stdout == b"" and run.stderr, case["name"]
                refused += 1
    assert accepted + refused == len(profile["cases"]) >= 54
    print(f"SD-JWT cases: {accepted} accepted with that payload, {refused} refused")


if __name__ == "__main__":
    main()
