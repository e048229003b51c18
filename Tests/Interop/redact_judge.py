#!/usr/bin/env python3
"""Judges `fairlead redact scan` over marked dossiers, from outside: only the command's output is read.

usage: redact_judge.py FAIRLEAD DOSSIER.json...

At partners every `direct` and `variant` leak must be covered by removed spans, obfuscated ones removed or flagged for
90 %, contextual ones for 70 %; every expected field leak must have a decision at least as strict. At customs 95 % of
`must_survive` must be kept and at most 10 % of the characters outside marked spans removed or flagged.
"""
import collections
import json
import subprocess
import sys

STRIPPED = ("expected_leaks", "expected_field_leaks", "other_personal", "must_survive")


def scan(program, dossier, level):
    """Runs the command on the dossier without its marks: it must not need them."""
    bare = {name: value for name, value in dossier.items() if name not in STRIPPED}
    run = subprocess.run(
        [program, "redact", "scan", "-", "--level", level, "-o", "json"],
        input=json.dumps(bare, ensure_ascii=False).encode(), stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def covered(spans, start, end, actions, text):
    """True when every letter and digit of text[start:end] lies in a span with one of the actions."""
    places = {place for place in range(start, end) if text[place].isalnum()}
    for span in spans:
        if span["action"] in actions:
            places -= set(range(span["start"], span["end"]))
    return not places


def touched(spans, start, end):
    return any(span["start"] < end and start < span["end"] for span in spans)


def main():
    program, files = sys.argv[1], sys.argv[2:]
    found, total, misses = collections.Counter(), collections.Counter(), []
    for file in files:
        with open(file, encoding="utf-8") as handle:
            dossier = json.load(handle)
        text = dossier["case"]["narrative"]
        partners, customs = scan(program, dossier, "partners"), scan(program, dossier, "customs")
        for leak in dossier["expected_leaks"]:
            kind = leak["difficulty"]
            total[kind] += 1
            if kind in ("direct", "variant"):
                good = covered(partners["spans"], leak["start"], leak["end"], ("remove",), text)
            else:
                good = touched(partners["spans"], leak["start"], leak["end"])
            found[kind] += good
            if not good:
                misses.append((dossier["id"], kind, leak["kind"]))
        decisions = {field["pointer"]: field["action"] for field in partners["fields"]}
        for leak in dossier["expected_field_leaks"]:
            total["field"] += 1
            pointers = [leak["path"], leak["path"].rsplit("/", 1)[0]]
            actions = {decisions.get(pointer) for pointer in pointers}
            good = "withhold" in actions or leak["action"] in actions
            found["field"] += good
            if not good:
                misses.append((dossier["id"], "field", leak["path"]))
        outgoing, structured = customs["outgoing"], json.dumps(dossier["case"])
        withheld = {field["pointer"] for field in customs["fields"] if field["action"] == "withhold"}
        for survivor in dossier["must_survive"]:
            total["survive"] += 1
            text_kept = survivor in outgoing if isinstance(outgoing, str) else survivor in json.dumps(outgoing, ensure_ascii=False)
            code_kept = f'"{survivor}"' in structured and not any(
                pointer_value(dossier, pointer) == survivor for pointer in withheld)
            good = text_kept or code_kept
            found["survive"] += good
            if not good:
                misses.append((dossier["id"], "survive", survivor[:40]))
        marked = set()
        for leak in dossier["expected_leaks"] + dossier["other_personal"]:
            marked |= set(range(leak["start"], leak["end"]))
        hidden = {place for span in customs["spans"] for place in range(span["start"], span["end"])}
        total["outside"] += len(text) - len(marked)
        found["outside"] += len(hidden - marked)
    bars = {"direct": 1.0, "variant": 1.0, "obfuscated": 0.9, "contextual": 0.7, "field": 1.0, "survive": 0.95}
    failed = False
    for kind, bar in bars.items():
        share = found[kind] / max(1, total[kind])
        failed |= share < bar
        print(f"{kind:<11} {found[kind]:>4} of {total[kind]:>4}  {share:6.1%}  (bar {bar:.0%})")
    share = found["outside"] / max(1, total["outside"])
    failed |= share > 0.10
    print(f"{'outside':<11} {found['outside']:>4} of {total['outside']:>4}  {share:6.1%}  (at most 10%)")
    for miss in misses:
        print("  missed:", *miss)
    sys.exit(1 if failed else 0)


def pointer_value(document, pointer):
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        try:
            document = document[int(token)] if isinstance(document, list) else document[token]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return document


if __name__ == "__main__":
    main()
