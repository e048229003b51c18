#!/usr/bin/env python3
"""Keywords of a thousand invented referrers (ten thousand values) and texts of about 4 KB, for measuring the guard.

usage: guard_texts.py DIRECTORY   writes keys.json, clean.jsonl and the worst cases worst-NAME.jsonl
"""
import base64
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Interop"))
import guard_clean  # noqa: E402

TEXT_BYTES = 4096


def syllables(rng, least, most):
    return "".join(rng.choice("b d f g h j k l m n p r s t v w z br dr gr kl kr pl st th tr".split()) + rng.choice("a e i o u ae ei ou y".split())
                   + rng.choice(["", "", "n", "r", "s", "l", "m", "k", "nd", "rt"]) for _ in range(rng.randrange(least, most)))


def keys(records=1000):
    """Ten values of each of so many referrers."""
    rng = random.Random(10_000)
    found = []
    for number in range(records):
        given, family, firm = syllables(rng, 2, 3), syllables(rng, 2, 4), syllables(rng, 2, 4)
        digits = lambda count: "".join(rng.choice("0123456789") for _ in range(count))
        found += [
            ("person-name", f"{given.title()} {family.title()}"), ("nickname", syllables(rng, 2, 3).title()),
            ("employer", f"{firm.title()} {syllables(rng, 2, 3).title()} {rng.choice(['Ltd', 'BV', 'SA', 'GmbH'])}"),
            ("email", f"{given}.{family}@{firm}.example"), ("phone", f"+{rng.randrange(30, 99)} {digits(3)} {digits(3)} {digits(4)}"),
            ("staff-number", f"{rng.choice('BHKT')}{rng.choice('BHKT')}-{digits(5)}"), ("vessel", f"MV {syllables(rng, 2, 4).title()} {syllables(rng, 2, 3).title()}"),
            ("imo-number", "9" + digits(6)), ("container-number", "".join(rng.choice("BCDFGHKMPRST") for _ in range(3)) + "U" + digits(7)),
            ("reference", f"RF/2025/{digits(5)}")]
    return [{"kind": kind, "value": value} for kind, value in found]


def clean(count=400):
    """Clean texts joined to about 4 KB."""
    found, text = [], ""
    for entry in guard_clean.clean_texts(6000):
        text = f"{text} {entry['text']}" if text else entry["text"]
        if len(text.encode()) >= TEXT_BYTES:
            found.append(text)
            text = ""
        if len(found) == count:
            break
    return found


def worst(values, size=TEXT_BYTES):
    """Texts that make each part of the guard work as hard as it can."""
    rng = random.Random(4)
    names = [entry["value"] for entry in values if entry["kind"] == "person-name"]
    words = [rng.choice(names).split()[0] for _ in range(size // 8)]
    def fill(part):
        return (part * (size // max(1, len(part)) + 1))[:size]
    return {
        "base64": base64.b64encode(rng.randbytes(size * 3 // 4)).decode(),
        "base64-text": base64.b64encode(fill("the seal of the container was checked ").encode()).decode()[:size],
        "base64-words": " ".join(base64.b64encode(w.encode()).decode() for w in words)[:size],
        "hexadecimal": rng.randbytes(size // 2).hex(), "percent": fill("%41%6e"), "percent-nested": fill("%2541"),
        "entities": fill("&#65;&#x6e;"), "escapes": fill("\\u0041\\x6e"), "near-names": " ".join(w[:-1] + "q" for w in words)[:size],
        "names": " ".join(words)[:size], "number-words": fill("one two tres quatre double five "), "morse": fill(".- -... -.-. "),
        "spelled": fill("Alfa Bravo Charlie Delta "), "spaced": fill("a b c d e f g "), "quotes": fill('"a" \u00abb\u00bb '), "open-quotes": fill("\u00ab"),
        "signs": fill("=%&\\<.-/"), "tags": fill("<a <b "), "digits": "".join(rng.choice("0123456789") for _ in range(size)), "one-letter": fill("a"),
        "at-signs": fill("a.b@c-d.e "), "dots": fill("a."), "capitals": fill("A B. C "), "only-one": fill("the only one who "),
        "marks": fill("a\u0301\u0316")[:size // 2], "other-script": fill("\u0434\u0430 ")[:size // 2], "blanks": fill(" "), "lines": fill("\n"),
    }


def write(path, texts):
    with open(path, "w", encoding="utf-8") as handle:
        for name, text in texts:
            handle.write(json.dumps({"id": str(name), "text": text}, ensure_ascii=False) + "\n")


def main():
    directory = pathlib.Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    values = keys()
    (directory / "keys.json").write_text(json.dumps({"keys": values}), encoding="utf-8")
    texts = clean()
    write(directory / "clean.jsonl", enumerate(texts))
    for scale in (1, 2, 4):
        for name, text in worst(values, TEXT_BYTES * scale).items():
            write(directory / f"worst-{name}-{scale}.jsonl", [(i, text) for i in range(8 // scale)])
    print(f"{len(values)} values, {len(texts)} clean texts, {sum(len(t.encode()) for t in texts)} bytes")


if __name__ == "__main__":
    main()
