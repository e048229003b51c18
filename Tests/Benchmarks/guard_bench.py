#!/usr/bin/env python3
"""Measures the guard side by side with Microsoft Presidio, in one run on the same texts.

usage: guard_bench.py FAIRLEAD [--presidio PYTHON] [--json FILE] [--every N]

Recall over the generated corpus (a text counts when four fifths of the disguised value are covered), megabytes a second of
processor time over clean texts of 4 KB, with ten thousand values and with none, then the worst cases with doubling sizes:
the time for each doubling has to stay near twice. Presidio gets every value as a deny list and its pattern recognisers,
over `spacy.blank`; it runs in the Python of `--presidio`.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "Interop"))
import guard_corpus  # noqa: E402
import guard_judge  # noqa: E402
import guard_texts  # noqa: E402

RATE = re.compile(r"(\d+) bytes in ([\d.]+) s, ([\d.]+) MB/s; guard built in ([\d.]+) s")


def rate(program, keys, texts):
    """Bytes, seconds and megabytes a second as the command tells them, the best of three runs."""
    best = None
    for _ in range(3):
        command = [program, "guard", "scan", "--rate", *(["--keys", str(keys)] if keys else []), str(texts)]
        run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
        size, seconds, speed, built = RATE.search(run.stderr.decode()).groups()
        if best is None or float(seconds) < best["seconds"]:
            best = {"bytes": int(size), "seconds": float(seconds), "rate": float(speed), "built": float(built)}
    return best


def presidio_side(path):
    """Runs inside Presidio's Python: findings of every text, and the rate over the clean ones."""
    import logging

    # It would fetch a list of host names from the network; it falls back to its own copy.
    logging.disable(logging.CRITICAL)
    import spacy
    from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class BlankEngine(SpacyNlpEngine):
        def load(self):
            self.nlp = {"en": spacy.blank("en")}

    work = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    engine = BlankEngine(models=[{"lang_code": "en", "model_name": "blank"}])
    engine.load()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    registry.add_recognizer(PatternRecognizer(supported_entity="KNOWN", deny_list=work["values"], supported_language="en"))
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])

    def spans(text):
        found = analyzer.analyze(text=text, language="en", score_threshold=0.0)
        return [{"start": f.start, "end": f.end, "action": "remove", "rule": f.entity_type} for f in found]

    answers = {entry["id"]: spans(entry["text"]) for entry in work["corpus"]}
    began = time.process_time()
    for text in work["clean"]:
        spans(text)
    seconds = time.process_time() - began
    size = sum(len(text.encode()) for text in work["clean"])
    print(json.dumps({"spans": answers, "bytes": size, "seconds": seconds}))


def reported(corpus, spans):
    found = {}
    for entry in corpus:
        good, total = found.get(entry["class"], (0, 0))
        verdict = guard_judge.verdict(entry, spans[entry["id"]])
        found[entry["class"]] = (good + (verdict != "missed"), total + 1)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--presidio")
    parser.add_argument("--json")
    parser.add_argument("--every", type=int, default=10)
    options = parser.parse_args()
    population = guard_corpus.people()
    values = guard_corpus.keywords(population)
    corpus = guard_corpus.texts(population)[::options.every]
    figures = {}
    with tempfile.TemporaryDirectory() as directory:
        directory = pathlib.Path(directory)
        many = guard_texts.keys()
        (directory / "keys.json").write_text(json.dumps({"keys": many}), encoding="utf-8")
        clean = guard_texts.clean()
        guard_texts.write(directory / "clean.jsonl", enumerate(clean))
        ours = reported(corpus, guard_judge.scan(options.program, values, corpus, "partners"))
        figures["fairlead"] = {"recall": ours, "keys": rate(options.program, directory / "keys.json", directory / "clean.jsonl"),
                               "none": rate(options.program, None, directory / "clean.jsonl")}
        if options.presidio:
            work = {"values": [v["value"] for v in values], "corpus": corpus, "clean": clean[:20]}
            (directory / "work.json").write_text(json.dumps(work), encoding="utf-8")
            run = subprocess.run([options.presidio, __file__, "--presidio-side", str(directory / "work.json")],
                                 stdout=subprocess.PIPE, check=True)
            answer = json.loads(run.stdout.decode().splitlines()[-1])
            figures["presidio"] = {"recall": reported(corpus, answer["spans"]),
                                   "keys": {"rate": answer["bytes"] / answer["seconds"] / 1e6, "seconds": answer["seconds"]}}
        print(f"recall over {len(corpus)} texts of the corpus (four fifths of the value covered), rate over clean texts of 4 KB")
        for name, side in figures.items():
            cells = "  ".join(f"{group} {good}/{total} {good / total:.1%}" for group, (good, total) in side["recall"].items())
            print(f"  {name:<9} {cells}  {side['keys']['rate']:.3f} MB/s" + (
                f" with 10,000 values ({side['keys']['built']:.2f} s to build), {side['none']['rate']:.1f} MB/s with none"
                if "none" in side else f" with {len(values)} values"))
        print("worst cases: MB/s at 4, 8 and 16 KB, and how the time for a byte grows from the first to the last (1 is linear)")
        figures["worst"] = {}
        for name in guard_texts.worst(many):
            speeds = []
            for scale in (1, 2, 4):
                text = guard_texts.worst(many, guard_texts.TEXT_BYTES * scale)[name]
                guard_texts.write(directory / "worst.jsonl", [(i, text) for i in range(64 // scale)])
                speeds.append(rate(options.program, directory / "keys.json", directory / "worst.jsonl")["rate"])
            growth = speeds[0] / max(speeds[2], 0.001)
            figures["worst"][name] = {"rates": speeds, "growth": growth}
            print(f"  {name:<14} {speeds[0]:8.2f} {speeds[1]:8.2f} {speeds[2]:8.2f}   {growth:5.2f}")
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    steep = [name for name, case in figures["worst"].items() if case["growth"] > 2.5]
    for name in steep:
        print(f"NOT LINEAR: {name}")
    sys.exit(1 if steep else 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--presidio-side"]:
        presidio_side(sys.argv[2])
    else:
        main()
