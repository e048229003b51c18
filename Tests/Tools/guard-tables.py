#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright the Fairlead authors
"""Writes the character tables of the egress guard as a Swift string literal.

Inputs: Python's own unicodedata (Unicode Character Database, Unicode License v3) and
Tests/Vectors/unicode/confusables.tsv (TR39, Unicode License v3). Run from the root of the repository:

    python3 Tests/Tools/guard-tables.py > Sources/Common/EgressGuard/Views/FoldingTable.swift

Format of the literal: entries separated by a blank, each "<delta><mapping>": the distance to the preceding code point
in base 36 upper case, then the ASCII mapping in lower case letters and digits after an equals sign ("-" = dropped,
"_" = a separator). Runs of consecutive code points whose mappings are consecutive letters or digits are written once as
"<delta>*<count>=<first>".
"""

import sys
import unicodedata

SPECIAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n", "ħ": "h",
    "ŧ": "t", "ĸ": "k", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɗ": "d", "ƒ": "f", "ɠ": "g", "ɨ": "i", "ɩ": "i", "ƙ": "k",
    "ƚ": "l", "ɲ": "n", "ƞ": "n", "ɵ": "o", "ƥ": "p", "ƭ": "t", "ʈ": "t", "ʋ": "v", "ƴ": "y", "ƶ": "z", "ɔ": "o",
    "ə": "e", "ɛ": "e", "ǝ": "e", "ɑ": "a", "ɡ": "g", "ɪ": "i", "ʀ": "r", "ʏ": "y", "ʟ": "l", "ɴ": "n", "ɢ": "g",
    "ʙ": "b", "ʜ": "h", "ⱥ": "a", "ƨ": "s", "ȷ": "j", "ɐ": "a", "ʌ": "v", "ɯ": "m", "ɹ": "r", "ʇ": "t", "ʍ": "w",
    "ʎ": "y", "ɥ": "h", "ʞ": "k", "ᴀ": "a", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴏ": "o",
    "ᴘ": "p", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "ꜰ": "f", "ꜱ": "s", "ǃ": "l", "ǀ": "l",
}
# Six-dot braille, letters only.
SPECIAL.update(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", "abcdefghijklmnopqrstuvwxyz"))
TRANSLITERATION = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћџђ",
    ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
     "ts", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "i", "i", "e", "g", "u", "j", "lj", "nj", "c", "dz", "dj"],
))
TRANSLITERATION.update(zip(
    "αβγδεζηθικλμνξοπρστυφχψωςϲ",
    ["a", "b", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f", "ch",
     "ps", "o", "s", "s"],
))
TRANSLITERATION.update(zip(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء",
    ["a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "", "gh", "f", "q", "k",
     "l", "m", "n", "h", "w", "y", "a", "a", "a", "i", "a", "w", "y", ""],
))
TRANSLITERATION.update(zip(
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    ["a", "b", "g", "d", "h", "v", "z", "h", "t", "y", "k", "k", "l", "m", "m", "n", "n", "s", "", "p", "p", "ts", "ts",
     "k", "r", "sh", "t"],
))


def confusables(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        prototype, rest = line.rstrip("\n").split("\t")
        prototype = chr(int(prototype, 16))
        if not (prototype.isascii() and prototype.isalnum()):
            continue
        members = [chr(int(x, 16)) for x in rest.split()]
        letters = [m for m in [prototype] + members if m.isascii() and m.isalpha()]
        target = prototype.lower()
        if prototype == "1":
            target = "l"
        elif prototype.isdigit() and letters:
            target = letters[0].lower()
        for member in members:
            if not member.isascii():
                table[member] = target
    for character in "ΙІӀⅠ":
        table[character] = "i"
    return table


def fold(character, look_alike):
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character in "\u115f\u1160\u3164\uffa0":
        return ""
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    text = "".join(c for c in unicodedata.normalize("NFKD", character) if unicodedata.category(c) not in ("Mn", "Me"))
    out = ""
    for part in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.category(part) in ("Mn", "Me", "Cf"):
            continue
        if part.isascii():
            out += part
        elif part in SPECIAL:
            out += SPECIAL[part]
        elif part in look_alike:
            out += look_alike[part]
        elif text in look_alike:
            out += look_alike[text]
        else:
            return None
    if character in look_alike and not (out.isascii() and out.isalnum()):
        out = look_alike[character]
    kept = "".join(c for c in out if c.isalnum())
    if kept:
        return kept
    return "_"


def emit(name, table):
    entries, previous, items = [], 0, sorted(table.items())
    index = 0
    while index < len(items):
        point, mapping = items[index]
        count = 1
        if len(mapping) == 1 and mapping.isalnum():
            while (index + count < len(items) and items[index + count][0] == point + count
                   and len(items[index + count][1]) == 1 and ord(items[index + count][1]) == ord(mapping) + count):
                count += 1
        if mapping in ("", "_"):
            while (index + count < len(items) and items[index + count] == (point + count, mapping)):
                count += 1
        delta, number = "", point - previous
        while True:
            delta = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 36] + delta
            number //= 36
            if number == 0:
                break
        entries.append(delta + (f"*{count}" if count > 1 else "") + "=" + (mapping or "-"))
        previous = point + count - 1
        index += count
    lines, line = [], ""
    for entry in entries:
        if len(line) + len(entry) + 1 > 110:
            lines.append(line)
            line = ""
        line += (" " if line else "") + entry
    lines.append(line)
    print(f"    static let {name} = \"\"\"")
    for line in lines:
        print(f"        {line}")
    print("        \"\"\"")


def main():
    look_alike = confusables("Tests/Vectors/unicode/confusables.tsv")
    folding = {}
    for point in range(0x80, 0x110000):
        if 0xD800 <= point <= 0xDFFF:
            continue
        character = chr(point)
        category = unicodedata.category(character)
        if category in ("Cn", "Co"):
            continue
        mapping = fold(character, look_alike)
        if mapping is None or mapping == "_":
            if mapping is None or category[0] in "ZPSC":
                continue
        folding[point] = mapping
    letters = {}
    for character, mapping in TRANSLITERATION.items():
        letters[ord(character)] = mapping
        if len(character.upper()) == 1:
            letters[ord(character.upper())] = mapping
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Copyright the Fairlead authors")
    print()
    print("/// Generated character tables; do not edit.")
    print("///")
    version = unicodedata.unidata_version
    print(f"/// Written by Tests/Tools/guard-tables.py from the Unicode Character Database {version} and the")
    print("/// TR39 confusables (Unicode License v3). String literals, because large array literals compile very",
          "slowly.")
    print("enum FoldingTable {")
    print("    /// Compatibility decomposition, marks removed, case folded, look-alikes and digits of any script",
          "as ASCII.")
    emit("folding", folding)
    print()
    print("    /// Letters of other scripts by sound.")
    emit("transliteration", letters)
    print("}")
    print(len(folding), "entries", file=sys.stderr)


main()
