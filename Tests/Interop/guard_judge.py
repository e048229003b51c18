#!/usr/bin/env python3
"""Judges the guard over the generated corpus, through `fairlead guard scan` only.

usage: guard_judge.py FAIRLEAD [--kept no|only|all] [--misses N] [--every N] [--json FILE] [--report-only]

Prints removed and flagged apart, with n and the lower bound of a 95 % Clopper-Pearson interval, for every class and every
kind of disguise, and checks the bars. `--kept no` leaves out the third of the kinds that is kept for the end.
"""
import argparse
import collections
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import guard_clean
import guard_corpus

HERE = pathlib.Path(__file__).parent
BARS = {"direct": 1.0, "variant": 1.0, "obfuscated": 0.97}
CONTEXTUAL_BAR, ALARM_LIMIT, FLAGS_PER_THOUSAND = 0.80, 0.01, 5.0


def lower_bound(found, total, confidence=0.95):
    """Lower end of the Clopper-Pearson interval, by bisection of the binomial tail."""
    if found == 0 or total == 0:
        return 0.0
    alpha = (1 - confidence) / 2
    logs = [math.lgamma(total + 1) - math.lgamma(k + 1) - math.lgamma(total - k + 1) for k in range(found, total + 1)]
    low, high = 0.0, found / total
    for _ in range(60):
        middle = (low + high) / 2
        if middle in (0.0, 1.0):
            break
        tail = sum(math.exp(c + k * math.log(middle) + (total - k) * math.log(1 - middle))
                   for k, c in zip(range(found, total + 1), logs))
        low, high = (middle, high) if tail < alpha else (low, middle)
    return low


def scan(program, keys, entries, level):
    """All texts through one process."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"keys": keys}, file, ensure_ascii=False)
        file.flush()
        lines = "".join(json.dumps({"id": e["id"], "text": e["text"]}, ensure_ascii=False) + "\n" for e in entries)
        run = subprocess.run([program, "guard", "scan", "--keys", file.name, "--level", level, "-"], input=lines.encode(),
                             stdout=subprocess.PIPE, check=True)
    output = run.stdout.decode()
    shown = [entry["kind"] for entry in keys if len(entry["value"]) >= 6 and entry["value"] in output]
    assert not shown, f"values of these kinds stand in the output: {shown}"
    spans = {}
    for line in output.splitlines():
        answer = json.loads(line)
        spans[answer["id"]] = answer["spans"]
    assert len(spans) == len(entries), "an answer is missing"
    return spans


def refusals(program):
    """Faulty input is refused with exit code 65, and neither stream repeats what it held."""
    secret = "Oleksandr Skoropadskyi"
    faults = [("{\"keys\":[{\"kind\":\"" + secret + "\",\"value\":\"x\"}]}", "{\"id\":\"1\",\"text\":\"a\"}"),
              ("{\"keys\":\"" + secret, "{\"id\":\"1\",\"text\":\"a\"}"), ("{\"keys\":[]}", "{\"id\":\"1\",\"text\":\"" + secret),
              ("{\"keys\":[]}", "{\"text\":\"" + secret + "\"}")]
    for keys, line in faults:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(keys)
            file.flush()
            run = subprocess.run([program, "guard", "scan", "--keys", file.name, "-"], input=line.encode(), capture_output=True)
        assert run.returncode == 65, run.returncode
        assert secret.encode() not in run.stdout + run.stderr, "a refusal repeats its input"
    print(f"faulty input: {len(faults)} of {len(faults)} refused without being repeated")


def verdict(entry, spans):
    """Removed in full, reported for at least four fifths, or missed; by letters and digits of the marked place."""
    text = entry["text"]
    places = {i for i in range(entry["start"], entry["end"]) if text[i].isalnum()} or set(range(entry["start"], entry["end"]))
    removed = {i for s in spans if s["action"] == "remove" for i in range(s["start"], s["end"])}
    reported = removed | {i for s in spans for i in range(s["start"], s["end"])}
    if places <= removed:
        return "removed"
    return "flagged" if len(places & reported) * 5 >= len(places) * 4 else "missed"


def row(name, counts):
    total = sum(counts.values())
    removed, reported = counts["removed"], counts["removed"] + counts["flagged"]
    return (f"{name:<46} n {total:>5}  removed {removed:>5} {removed / total:7.2%}  removed or flagged {reported:>5} "
            f"{reported / total:7.2%} (at least {lower_bound(reported, total):6.2%})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kept", choices=("no", "only", "all"), default="all")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--every", type=int, default=1, help="judge every so many texts of the corpus")
    parser.add_argument("--level", default="partners")
    parser.add_argument("--json")
    parser.add_argument("--contextual", default=str(HERE / "guard_contextual.jsonl"))
    parser.add_argument("--report-only", action="store_true")
    options = parser.parse_args()
    failures, figures = [], {}
    refusals(options.program)

    population = guard_corpus.people()
    keys = guard_corpus.keywords(population)
    corpus = guard_corpus.texts(population)
    if options.kept != "all":
        corpus = [entry for entry in corpus if entry["kept"] == (options.kept == "only")]
    corpus = corpus[::options.every]
    spans = scan(options.program, keys, corpus, options.level)
    by_class, by_kind, missed = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), []
    for entry in corpus:
        result = verdict(entry, spans[entry["id"]])
        by_class[entry["class"]][result] += 1
        by_kind[entry["class"], entry["kind"]][result] += 1
        if result == "missed" or entry["class"] != "obfuscated" and result != "removed":
            missed.append((entry["kind"], entry["field"], entry["text"][entry["start"]:entry["end"]], result))
    print(f"{len(population)} people, {len({p['language'] for p in population})} languages, {len(keys)} values, {len(corpus)} texts, "
          f"{len(by_kind)} kinds; kept for the end: {options.kept}; level {options.level}")
    for (group, kind), counts in sorted(by_kind.items()):
        if counts["missed"] or group != "obfuscated" and counts["flagged"] or options.misses:
            print(" ", row(f"{group}: {kind}", counts))
    for group, counts in by_class.items():
        total = sum(counts.values())
        print(row(group, counts))
        good = counts["removed"] + (counts["flagged"] if group == "obfuscated" else 0)
        figures[group] = {"n": total, **counts, "lower": lower_bound(counts["removed"] + counts["flagged"], total)}
        if good < BARS[group] * total:
            failures.append(f"{group}: {good} of {total}")
    for miss in missed[:options.misses]:
        print("   miss", *miss)

    clean = guard_clean.clean_texts()
    words = sum(len(entry["text"].split()) for entry in clean)
    spans = scan(options.program, keys, clean, options.level)
    alarms = [entry for entry in clean if any(s["action"] == "remove" for s in spans[entry["id"]])]
    flagged = [entry for entry in clean if any(s["action"] == "flag" for s in spans[entry["id"]])]
    flags = sum(s["action"] == "flag" for found in spans.values() for s in found)
    print(f"clean texts: n {len(clean)}, {words} words; with something removed {len(alarms)} ({len(alarms) / len(clean):.2%}), with a flag "
          f"{len(flagged)}; {flags} flags, {flags * 1000 / words:.2f} per 1,000 words (at most {FLAGS_PER_THOUSAND})")
    figures["clean"] = {"n": len(clean), "words": words, "alarms": len(alarms), "flagged": len(flagged), "flags": flags}
    for entry in (alarms + flagged)[:options.misses]:
        for span in spans[entry["id"]]:
            print("   clean", span["rule"], span["action"], repr(entry["text"][span["start"]:span["end"]]))
    if len(alarms) > ALARM_LIMIT * len(clean):
        failures.append(f"false alarms: {len(alarms)} of {len(clean)}")
    if flags * 1000 > FLAGS_PER_THOUSAND * words:
        failures.append(f"flags: {flags} in {words} words")

    with open(options.contextual, encoding="utf-8") as handle:
        sentences = [dict(json.loads(line), id=f"contextual-{i}") for i, line in enumerate(handle)]
    spans = scan(options.program, keys, sentences, options.level)
    found = [entry for entry in sentences if spans[entry["id"]]]
    print(f"contextual sentences: n {len(sentences)}, reported {len(found)} ({len(found) / len(sentences):.1%}, at least "
          f"{lower_bound(len(found), len(sentences)):.1%})")
    figures["contextual"] = {"n": len(sentences), "reported": len(found)}
    for entry in sentences:
        if options.misses and not spans[entry["id"]]:
            print("   contextual missed:", entry["text"])
    if len(found) < CONTEXTUAL_BAR * len(sentences):
        failures.append(f"contextual: {len(found)} of {len(sentences)}")

    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for failure in failures:
        print("BELOW THE BAR:", failure)
    sys.exit(1 if failures and not options.report_only else 0)


if __name__ == "__main__":
    main()
