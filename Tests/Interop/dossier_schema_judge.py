#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright the Fairlead authors
"""Judges docs/reference/dossier-1.schema.json with the Python jsonschema package.

The demonstration dossiers must be valid; the same files with a member removed, a member added or a value of another type
must not be. Exit 0: as expected; 1: a file is judged otherwise; 77: the package is not installed.
"""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("jsonschema is not installed: skipped", file=sys.stderr)
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNREAD = {
    "synthetic", "pattern_basis", "note", "offset_unit", "expected_leaks", "expected_field_leaks", "other_personal",
    "must_survive",
}
OPTIONAL = UNREAD | {"call_sign", "mmsi"}


def places(value, path=()):
    """All paths below a value, containers first, without the members that are not read."""
    if path and path[0] in UNREAD:
        return
    yield path
    if isinstance(value, dict):
        for name, member in value.items():
            yield from places(member, path + (name,))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from places(member, path + (index,))


def changed(root, path, change):
    """A copy in which `change(container, key)` was applied at a path."""
    root = copy.deepcopy(root)
    container = root
    for key in path[:-1]:
        container = container[key]
    change(container, path[-1])
    return root


def mutations(root):
    for path in places(root):
        value = root
        for key in path:
            value = value[key]
        if isinstance(value, dict):
            yield changed(root, path + ("surprise",), lambda box, key: box.__setitem__(key, True))
        if not path or value is None:
            continue
        wrong = "true" if isinstance(value, bool) else True
        yield changed(root, path, lambda box, key, wrong=wrong: box.__setitem__(key, wrong))
        if isinstance(path[-1], str) and path[-1] not in OPTIONAL:
            yield changed(root, path, lambda box, key: box.pop(key))


def main():
    schema = json.loads((ROOT / "docs/reference/dossier-1.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = refused = 0
    files = sorted((ROOT / "peers/demo/dossiers").glob("*.json"))
    for file in files:
        root = json.loads(file.read_text())
        for error in validator.iter_errors(root):
            print(f"{file.name}: {error.json_path}: {error.message[:80]}")
            wrong += 1
        for mutation in mutations(root):
            if validator.is_valid(mutation):
                print(f"{file.name}: a mutation is accepted")
                wrong += 1
            else:
                refused += 1
    print(f"{len(files)} dossiers valid, {refused} mutations refused, {wrong} judged otherwise")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
