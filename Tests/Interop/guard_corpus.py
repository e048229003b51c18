#!/usr/bin/env python3
"""Generates the guard's corpus: known values of invented people, each written in many disguises inside a sentence.

Shares no table with the guard: the disguises are written with the standard library and the lists below. Everything is
drawn with a fixed seed. A third of the kinds of disguise is kept for the end, chosen by a hash of the kind's name, so
that nobody picks them: `kept(kind)`. Classes: `direct` and `variant` must be removed, `obfuscated` removed or flagged.
"""
import base64
import codecs
import hashlib
import html
import json
import quopri
import random
import unicodedata
import urllib.parse

SEED = 20261121

# language: given names, family names, nicknames, country code and grouping of telephone numbers
PEOPLE = {
    "danish": (["Sørine", "Asger"], ["Bækgaard", "Thorhauge"], ["Rinka", "Assepot"], "+45", [2, 2, 2, 2]),
    "german": (["Jürgen", "Walburga"], ["Größinger", "von der Mühlen"], ["Jöggi", "Wally"], "+49", [3, 4, 4]),
    "french": (["Maëlys", "Jean-Gaspard"], ["Le Guévellec", "Dubreuil-Cassagne"], ["Maëlou", "Gaspi"], "+33", [1, 2, 2, 2, 2]),
    "spanish": (["Begoña", "Íñigo"], ["Etxebarrena Zulueta", "Cáceres del Pozo"], ["Bego", "Iñi"], "+34", [3, 3, 3]),
    "portuguese": (["Conceição", "Tristão"], ["Vasconcelos Frazão", "dos Anjos Quintela"], ["Conchita", "Tristinho"], "+351", [3, 3, 3]),
    "polish": (["Grzegorz", "Świętosława"], ["Brzęczyszczak", "Źdźbłowska"], ["Grześ", "Sława"], "+48", [3, 3, 3]),
    "turkish": (["Gülşen", "Çağatay"], ["Kılıçdağı", "Öztürkmen"], ["Gülüş", "Çağo"], "+90", [3, 3, 2, 2]),
    "vietnamese": (["Thị Hạnh", "Quốc Khánh"], ["Nguyễn Đặng", "Trịnh Lương"], ["Bé Hạnh", "Khánhcon"], "+84", [2, 3, 4]),
    "arabic": (["Abdelkader", "Rukayya"], ["al-Mahfoudhi", "bin Shabraq"], ["Kadour", "Rukush"], "+213", [3, 2, 2, 2]),
    "russian": (["Yevdokia", "Svyatoslav"], ["Khrushchyova", "Zaporozhets"], ["Dunyasha", "Slavik"], "+7", [3, 3, 2, 2]),
    "greek": (["Charalambos", "Evdokia"], ["Papathanasopoulos", "Triantafyllidou"], ["Babis", "Evdokoula"], "+30", [3, 3, 4]),
    "chinese": (["Xiaoqing", "Zhongwei"], ["Ouyang", "Situ"], ["Qingqing", "Weizai"], "+86", [3, 4, 4]),
    "tamil": (["Thirumalai", "Ponnambalam"], ["Shanmugasundaram", "Velupillai"], ["Thiru", "Ponnu"], "+94", [2, 3, 4]),
    "yoruba": (["Olúwaṣeun", "Abọ́sẹ̀dé"], ["Akíngbadé", "Ògúnlẹ́yẹ"], ["Seunny", "Bosede-kékeré"], "+234", [3, 3, 4]),
    "swahili": (["Mwanaidi", "Baraka"], ["Wanjohi-Kiprono", "Mwakasege"], ["Mwana", "Barry-B"], "+254", [3, 3, 3]),
    "dutch": (["Maartje", "Wiebren"], ["van 't Hoogeland", "ten Brinke-Odijk"], ["Maartsje", "Wiebie"], "+31", [1, 4, 4]),
    "ukrainian": (["Oleksandr", "Myroslava"], ["Skoropadskyi", "Hrytsenko-Balan"], ["Sashko", "Myrosya"], "+380", [2, 3, 2, 2]),
    "icelandic": (["Þorgerður", "Ásgeir"], ["Hallgrímsdóttir", "Þorvaldsson"], ["Gerða", "Geiri"], "+354", [3, 4]),
}

FIRMS = ["Kelvaro Stuwadoors BV", "Brandsholt Reefer Lines A/S", "Transitaire Morvanec SARL", "Naviera Quintasol S.A.",
         "Ondavel Shipping Lda", "Wisłanka Terminal Sp. z o.o.", "Denizkanat Lojistik A.Ş.", "Hòn Rồng Depot Co., Ltd",
         "Tamzalit Manutention SPA", "Severomorets Bunker OOO"]
SHIPS = ["MV Halcyon Pride", "MV Tordenskær", "Isla Perdomo", "M/T Aldebaran Venture", "MV Nyctea", "Caleta Grumete"]
SEATS = ["Skolmark Kaj 7", "Gate Tormentil", "Quai des Embruns Gris", "Patio Almadraba", "Weighbridge Corrigan", "Hangar Belleruche"]


def kept(kind):
    """Whether a kind of disguise is kept for the end; decided by a hash, not by a person."""
    return hashlib.sha256(f"kept for the end: {kind}".encode()).digest()[0] % 3 == 0


# ---------------------------------------------------------------------------------------------------------- people

def luhn_imo(rng):
    digits = [9] + [rng.randrange(10) for _ in range(5)]
    check = sum(d * w for d, w in zip(digits, range(7, 1, -1))) % 10
    return "".join(map(str, digits)) + str(check)


def container(rng):
    """A container number with a right ISO 6346 check digit."""
    letters = "".join(rng.choice("BCDFGHKMPRSTVX") for _ in range(3)) + "U"
    digits = "".join(str(rng.randrange(10)) for _ in range(6))
    values, value = {}, 10
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if value % 11 == 0:
            value += 1
        values[letter] = value
        value += 1
    total = sum((values[s] if s.isalpha() else int(s)) * 2 ** place for place, s in enumerate(letters + digits))
    return letters + digits + str(total % 11 % 10)


def plain(text):
    """ASCII letters and digits, as a login writes a name."""
    table = str.maketrans({"ø": "o", "ß": "ss", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d",
                           "Ø": "O", "Æ": "Ae", "Ł": "L", "Đ": "D", "Þ": "Th", "İ": "I"})
    text = unicodedata.normalize("NFKD", text.translate(table))
    return "".join(c for c in text if c.isascii() and not unicodedata.combining(c))


def people():
    """Two people in each language, each with the values that a vault holds."""
    rng = random.Random(SEED)
    found = []
    for language, (given, family, nicks, code, groups) in PEOPLE.items():
        for index in range(2):
            surname = family[index]
            number = [str(rng.randrange(2, 10)) + "".join(str(rng.randrange(10)) for _ in range(groups[0] - 1))]
            number += ["".join(str(rng.randrange(10)) for _ in range(size)) for size in groups[1:]]
            login = plain(given[index]).lower().replace(" ", "").replace("-", "")
            last = plain(surname).lower().split()[-1].replace("-", "").replace("'", "")
            found.append({
                "language": language, "given": given[index], "family": surname, "nickname": nicks[index],
                "name": f"{given[index]} {surname}", "phone": f"{code} {' '.join(number)}", "code": code, "groups": number,
                "email": f"{login}.{last}@{rng.choice(['posthuis', 'kajakontor', 'linjenet'])}.example",
                "staff": f"{rng.choice('BHKPRT')}{rng.choice('BHKPRT')}-{rng.randrange(10000, 99999)}",
                "firm": FIRMS[(len(found)) % len(FIRMS)], "ship": SHIPS[len(found) % len(SHIPS)],
                "seat": SEATS[len(found) % len(SEATS)], "imo": luhn_imo(rng),
                "mmsi": f"{rng.randrange(201, 775)}{rng.randrange(100000, 999999)}",
                "sign": f"{rng.choice('OVDL')}{rng.choice('XYWZ')}{rng.choice('BCDFG')}{rng.choice('KLMNP')}{rng.randrange(2, 10)}",
                "box": container(rng), "seal": f"{rng.choice(['ZK', 'QV', 'WD'])}{rng.randrange(1000000, 9999999)}",
                "bill": f"{rng.choice(['KLVR', 'BRHT', 'NQSL'])}{rng.randrange(10000000, 99999999)}",
                "reference": f"RF/{rng.randrange(2024, 2027)}/{rng.randrange(10000, 99999)}",
            })
    return found


KINDS = {"name": "person-name", "nickname": "nickname", "firm": "employer", "phone": "phone", "email": "email",
         "staff": "staff-number", "ship": "vessel", "seat": "place", "imo": "imo-number", "mmsi": "mmsi",
         "sign": "call-sign", "box": "container-number", "seal": "seal", "bill": "bill-of-lading", "reference": "reference"}


def keywords(population):
    seen, found = set(), []
    for person in population:
        for field, kind in KINDS.items():
            if (kind, person[field]) not in seen:
                seen.add((kind, person[field]))
                found.append({"kind": kind, "value": person[field]})
    return found


# ------------------------------------------------------------------------------------------------- signs and words

def shifted(text, upper, lower, digit=None):
    def one(c):
        if "A" <= c <= "Z":
            return chr(upper + ord(c) - 65)
        if "a" <= c <= "z":
            return chr(lower + ord(c) - 97)
        return chr(digit + ord(c) - 48) if digit and c.isdigit() and c.isascii() else c
    return "".join(map(one, plain(text)))


LOOK_CYRILLIC = dict(zip("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ"))
LOOK_GREEK = dict(zip("ovAEBHIKMNOPTXYZ", "ονΑΕΒΗΙΚΜΝΟΡΤΧΥΖ"))
SMALL = dict(zip("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡʏᴢ"))
TURNED = dict(zip("abcdefghijklmnopqrtuvwy", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹʇnʌʍʎ"))
CYRILLIC = [("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
            ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"),
            ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
            ("f", "ф"), ("y", "ы")]
GREEK = [("th", "θ"), ("ch", "χ"), ("ps", "ψ"), ("ks", "ξ"), ("a", "α"), ("v", "β"), ("g", "γ"), ("d", "δ"), ("e", "ε"),
         ("z", "ζ"), ("i", "ι"), ("k", "κ"), ("l", "λ"), ("m", "μ"), ("n", "ν"), ("o", "ο"), ("p", "π"), ("r", "ρ"),
         ("s", "σ"), ("t", "τ"), ("y", "υ"), ("f", "φ")]
MORSE = dict(zip("abcdefghijklmnopqrstuvwxyz0123456789", (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.").split()))
NATO = dict(zip("abcdefghijklmnopqrstuvwxyz", (
    "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo "
    "Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu").split()))
SPELL_FR = dict(zip("abcdefghijklmnopqrstuvwxyz", (
    "Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis Marcel Nicolas Oscar Pierre "
    "Quintal Raoul Suzanne Thérèse Ursule Victor William Xavier Yvonne Zoé").split()))
SPELL_ES = dict(zip("abcdefghijklmnopqrstuvwxyz", (
    "Antonio Barcelona Carmen Dolores Enrique Francia Gerona Historia Inés José Kilo Lorenzo Madrid Navarra Oviedo París "
    "Querido Ramón Sábado Tarragona Ulises Valencia Washington Xilófono Yegua Zaragoza").split()))
DIGITS = {"en": "zero one two three four five six seven eight nine".split(),
          "fr": "zéro un deux trois quatre cinq six sept huit neuf".split(),
          "es": "cero uno dos tres cuatro cinco seis siete ocho nueve".split()}
TENS = {"fr": {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"},
        "es": {3: "treinta", 4: "cuarenta", 5: "cincuenta", 6: "sesenta", 7: "setenta", 8: "ochenta", 9: "noventa"},
        "en": {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}}


def letters(text):
    return [c for c in text if c.isalnum()]


def swap(text, table):
    return "".join(table.get(c, c) for c in text)


def by_sound(text, table):
    text, result = plain(text).lower(), ""
    while text:
        for sound, sign in table:
            if text.startswith(sound):
                result, text = result + sign, text[len(sound):]
                break
        else:
            result, text = result + text[0], text[1:]
    return result


def b64(data):
    return base64.b64encode(data if isinstance(data, bytes) else data.encode()).decode()


def hexed(data):
    return (data if isinstance(data, bytes) else data.encode()).hex()


def percent(text):
    return "".join(f"%{byte:02X}" for byte in text.encode())


def leet(text, table):
    return "".join(table.get(c, c) for c in plain(text).lower())


def spell(text, table, join=" "):
    return join.join(table[c] if c in table else c for c in plain(text).lower() if c.isalnum())


def typed(text, rng, count=1):
    """The text with letters of its longer words swapped, doubled or left out."""
    words = text.split(" ")
    places = [i for i, w in enumerate(words) if len(w) >= 6] or [max(range(len(words)), key=lambda i: len(words[i]))]
    for number in range(count):
        index = places[number % len(places)]
        word = words[index]
        at = rng.randrange(1, max(2, len(word) - 2))
        kind = rng.randrange(3)
        if kind == 0:
            word = word[:at] + word[at + 1] + word[at] + word[at + 2:] if len(word) > at + 1 and word[at] != word[at + 1] else word[:at] + word[at:]  + word[-1]
        elif kind == 1:
            word = word[:at] + word[at] + word[at:]
        else:
            word = word[:at] + word[at + 1:]
        words[index] = word
    return " ".join(words)


def number_words(text, language, pairs=False):
    digits = [c for c in text if c.isdigit()]
    words, index = [], 0
    while index < len(digits):
        ten, one = int(digits[index]), int(digits[index + 1]) if index + 1 < len(digits) else None
        if pairs and one is not None and ten in TENS[language] and (language != "fr" or one != 1):
            tens = TENS[language][ten]
            join = {"en": "-", "fr": "-", "es": " y "}[language]
            words.append(tens if one == 0 else tens + join + DIGITS[language][one])
            index += 2
        else:
            words.append(DIGITS[language][ten])
            index += 1
    return " ".join(words)


def tagged(text):
    return "".join(chr(0xE0000 + ord(c)) for c in plain(text))


BRAILLE = dict(zip("abcdefghijklmnopqrstuvwxyz", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"))
SUPER = dict(zip("abdeghijklmnoprstuvwxyz0123456789", "ᵃᵇᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹"))
ZALGO = "\u0301\u0316\u0334\u0489"

# ------------------------------------------------------------------------------- disguises that any value can wear

ANY = {
    "zero-width space": lambda t, r: "\u200b".join(t),
    "zero-width joiner": lambda t, r: "\u200d".join(t),
    "word joiner": lambda t, r: "\u2060".join(t),
    "soft hyphen": lambda t, r: "\u00ad".join(t),
    "full width": lambda t, r: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "mathematical bold": lambda t, r: shifted(t, 0x1D400, 0x1D41A, 0x1D7CE),
    "mathematical sans": lambda t, r: shifted(t, 0x1D5A0, 0x1D5BA, 0x1D7E2),
    "monospace": lambda t, r: shifted(t, 0x1D670, 0x1D68A, 0x1D7F6),
    "circled": lambda t, r: shifted(t, 0x24B6, 0x24D0),
    "squared": lambda t, r: shifted(t.upper(), 0x1F130, 0x24D0),
    "superscript": lambda t, r: swap(plain(t).lower(), SUPER),
    "cyrillic look-alikes": lambda t, r: swap(t, LOOK_CYRILLIC),
    "greek look-alikes": lambda t, r: swap(t, LOOK_GREEK),
    "marks piled up": lambda t, r: "".join(c + r.choice(ZALGO) if c.isalnum() else c for c in t),
    "spaced": lambda t, r: " ".join(letters(t)),
    "hyphen between letters": lambda t, r: "-".join(letters(t)),
    "dot between letters": lambda t, r: ".".join(letters(t)),
    "underscore between letters": lambda t, r: "_".join(letters(t)),
    "stroke between letters": lambda t, r: "/".join(letters(t)),
    "line broken with hyphen": lambda t, r: t[:len(t) // 2] + "-\n" + t[len(t) // 2:],
    "line broken inside": lambda t, r: t[:len(t) // 2] + "\n" + t[len(t) // 2:],
    "reversed": lambda t, r: t[::-1],
    "right-to-left override": lambda t, r: "\u202e" + t[::-1] + "\u202c",
    "base64": lambda t, r: b64(t),
    "base64 without padding": lambda t, r: b64(t).rstrip("="),
    "base64 offset 1": lambda t, r: b64("!" + t),
    "base64 offset 2": lambda t, r: b64("#:" + t + "\n"),
    "base64url in json": lambda t, r: base64.urlsafe_b64encode(json.dumps({"n": t}, ensure_ascii=False).encode()).decode().rstrip("="),
    "base64 of utf-16": lambda t, r: b64(t.encode("utf-16-le")),
    "hexadecimal": lambda t, r: hexed(t),
    "hexadecimal spaced": lambda t, r: t.encode().hex(" "),
    "hexadecimal capitals": lambda t, r: t.encode().hex(":").upper(),
    "hexadecimal 0x": lambda t, r: " ".join(f"0x{b:02x}" for b in t.encode()),
    "percent": lambda t, r: percent(t),
    "percent twice": lambda t, r: percent(percent(t)),
    "percent of some": lambda t, r: "".join(f"%{b:02x}" if i % 2 else chr(b) for i, b in enumerate(plain(t).encode())),
    "html decimal": lambda t, r: "".join(f"&#{ord(c)};" for c in t),
    "html hexadecimal": lambda t, r: "".join(f"&#x{ord(c):x};" for c in t),
    "html tags inside": lambda t, r: "<b></b>".join(t),
    "json escapes": lambda t, r: "".join("\\u%04x" % u for u in memoryview(t.encode("utf-16-le")).cast("H")),
    "backslash x": lambda t, r: "".join(f"\\x{b:02x}" for b in t.encode()),
    "octal escapes": lambda t, r: "".join(f"\\{b:03o}" for b in t.encode()),
    "u plus": lambda t, r: " ".join(f"U+{ord(c):04X}" for c in t),
    "quoted-printable": lambda t, r: "".join(f"={b:02X}" for b in t.encode()),
    "encoded word q": lambda t, r: "=?utf-8?Q?" + "".join(c if c.isascii() and c.isalnum() else "_" if c == " " else "".join(f"={b:02X}" for b in c.encode()) for c in t) + "?=",
    "encoded word b": lambda t, r: f"=?utf-8?B?{b64(t)}?=",
    "rot13": lambda t, r: codecs.encode(plain(t), "rot13"),
    "morse": lambda t, r: " ".join(MORSE[c] for c in plain(t).lower() if c in MORSE),
    "morse with strokes": lambda t, r: " / ".join(" ".join(MORSE[c] for c in w if c in MORSE) for w in plain(t).lower().split()),
    "spelling alphabet": lambda t, r: spell(t, NATO),
    "spelling alphabet with commas": lambda t, r: spell(t, NATO, ", "),
    "spelling alphabet in french": lambda t, r: spell(t, SPELL_FR),
    "spelling alphabet in spanish": lambda t, r: spell(t, SPELL_ES, ", "),
    "decimal codes": lambda t, r: " ".join(str(ord(c)) for c in plain(t)),
    "binary codes": lambda t, r: " ".join(f"{b:08b}" for b in plain(t).encode()),
    "tag characters": lambda t, r: "x" + tagged(t),
    "percent in base64": lambda t, r: b64(percent(t)),
    "base64 in hexadecimal": lambda t, r: hexed(b64(t)),
    "base64 in percent": lambda t, r: percent(b64(t)),
    "hexadecimal in base64": lambda t, r: b64(hexed(t)),
    "base64 twice": lambda t, r: b64(b64(t)),
    "spaced in base64": lambda t, r: b64(" ".join(letters(t))),
    "reversed in base64": lambda t, r: b64(t[::-1]),
    "html in base64": lambda t, r: b64("".join(f"&#{ord(c)};" for c in t)),
    "json in quoted-printable": lambda t, r: "".join(f"={b:02X}" for b in json.dumps(t).strip('"').encode()),
    "plus for blanks": lambda t, r: urllib.parse.quote_plus(t),
    "mixed letter case": lambda t, r: "".join(c.upper() if i % 2 else c.lower() for i, c in enumerate(t)),
}

# ------------------------------------------------------------------------------------------ disguises of names only

LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5"}
LEET_MORE = {"a": "@", "e": "3", "i": "!", "o": "0", "s": "$", "t": "7", "l": "|"}
NAME_OBFUSCATED = {
    "small capitals": lambda t, r: swap(plain(t).lower(), SMALL),
    "upside down": lambda t, r: swap(plain(t).lower(), TURNED),
    "leetspeak": lambda t, r: leet(t, LEET),
    "leetspeak with signs": lambda t, r: leet(t, LEET_MORE),
    "words reversed": lambda t, r: " ".join(w[::-1] for w in t.split()),
    "in cyrillic letters": lambda t, r: by_sound(t, CYRILLIC).title(),
    "in greek letters": lambda t, r: by_sound(t, GREEK).title(),
    "one slip": lambda t, r: typed(t, r, 1),
    "two slips": lambda t, r: typed(t, r, 2),
    "braille": lambda t, r: swap(plain(t).lower(), BRAILLE),
    "spelled with capitals": lambda t, r: "-".join(plain(t).upper().replace(" ", "").replace("'", "").replace("-", "")),
    "stars between letters": lambda t, r: "*".join(letters(t)),
    "named entities": lambda t, r: "".join(f"&{html.entities.codepoint2name[ord(c)]};" if ord(c) in html.entities.codepoint2name and ord(c) > 127 else c for c in t),
}


def joined(text):
    return "".join(letters(text))


def german(text):
    for sign, pair in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe"), ("å", "aa"), ("æ", "ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("Å", "Aa")):
        text = text.replace(sign, pair)
    return text


PARTICLES = {"von", "der", "van", "'t", "ten", "le", "del", "dos", "al", "bin", "de"}


def words_of(person):
    given = plain(person["given"]).lower().replace("-", " ").split()
    family = [w for w in plain(person["family"]).lower().replace("-", " ").replace("'", "").split() if w not in PARTICLES and w != "t"]
    return given, family


def bare_family(person):
    """The surname without its particles."""
    return " ".join(w for w in person["family"].replace("al-", "").split() if w.lower() not in PARTICLES)


NAME_DIRECT = {
    "as it stands": lambda p: p["name"],
    "in capitals": lambda p: p["name"].upper(),
    "in small letters": lambda p: p["name"].lower(),
    "after mister": lambda p: f"Mr <{p['name']}>",
    "after senora": lambda p: f"Sra. <{p['name']}>",
    "surname": lambda p: p["family"],
    "given name": lambda p: p["given"],
    "genitive": lambda p: f"<{p['name']}>'s",
    "nickname": lambda p: p["nickname"],
}
NAME_VARIANT = {
    "surname first": lambda p: f"{p['family']}, {p['given']}",
    "surname first in capitals": lambda p: f"{p['family'].upper()} {p['given']}",
    "surname in capitals": lambda p: f"{p['given']} {p['family'].upper()}",
    "initial and surname": lambda p: f"{p['given'][0]}. {p['family']}",
    "surname and initial": lambda p: f"{p['family']} {p['given'][0]}.",
    "given name and initial": lambda p: f"{p['given']} {bare_family(p)[0]}.",
    "no-break space": lambda p: p["name"].replace(" ", "\u00a0"),
    "two blanks": lambda p: p["name"].replace(" ", "  "),
    "line break between": lambda p: p["name"].replace(" ", "\n"),
    "hyphens for blanks": lambda p: p["name"].replace(" ", "-"),
    "underscores for blanks": lambda p: p["name"].replace(" ", "_"),
    "run together": lambda p: "".join(w[:1].upper() + w[1:] for w in p["name"].replace("'", "").replace("-", " ").split()),
    "login with dot": lambda p: ".".join([words_of(p)[0][0], words_of(p)[1][-1]]),
    "login with initial": lambda p: words_of(p)[0][0][0] + "".join(words_of(p)[1]),
    "login with initial behind": lambda p: "".join(words_of(p)[1]) + words_of(p)[0][0][0],
    "login with number": lambda p: words_of(p)[0][0] + "_" + words_of(p)[1][-1] + "84",
    "without marks": lambda p: plain(p["name"]),
    "decomposed": lambda p: unicodedata.normalize("NFD", p["name"]),
    "umlauts written out": lambda p: german(p["name"]),
    "without particles": lambda p: f"{p['given']} {bare_family(p)}",
    "half of a double name": lambda p: p["given"] + " " + p["family"].replace("-", " ").split()[-1],
    "plural": lambda p: "the <" + bare_family(p) + "s>",
    "capitals without marks": lambda p: plain(p["name"]).upper(),
    "surname without marks": lambda p: plain(p["family"]),
    "initials with dots": lambda p: ".".join(w[0].upper() for w in words_of(p)[0] + words_of(p)[1]) + ".",
    "post and surname": lambda p: f"Capt. <{p['family']}>",
}

# ---------------------------------------------------------------------------------------------- disguises of numbers

ARABIC, DEVANAGARI = dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩")), dict(zip("0123456789", "०१२३४५६७८९"))
BENGALI, PERSIAN = dict(zip("0123456789", "০১২৩৪৫৬৭৮৯")), dict(zip("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
NUMBER_OBFUSCATED = {
    "number words in english": lambda t, r: number_words(t, "en"),
    "number words in french": lambda t, r: number_words(t, "fr"),
    "number words in spanish": lambda t, r: number_words(t, "es"),
    "pairs in english": lambda t, r: number_words(t, "en", True),
    "pairs in french": lambda t, r: number_words(t, "fr", True),
    "pairs in spanish": lambda t, r: number_words(t, "es", True),
    "arabic digits": lambda t, r: swap(t, ARABIC),
    "devanagari digits": lambda t, r: swap(t, DEVANAGARI),
    "bengali digits": lambda t, r: swap(t, BENGALI),
    "persian digits": lambda t, r: swap(t, PERSIAN),
    "letters for digits": lambda t, r: swap(t, {"0": "O", "1": "l"}),
    "words and digits mixed": lambda t, r: " ".join(DIGITS["en"][int(c)] if i % 2 else c for i, c in enumerate(c for c in t if c.isdigit())),
}
PHONE_VARIANT = {
    "digits alone": lambda p: "".join(c for c in p["phone"] if c.isdigit()),
    "double nought": lambda p: "00" + p["code"][1:] + " " + " ".join(p["groups"]),
    "trunk prefix": lambda p: "0" + p["groups"][0] + " " + " ".join(p["groups"][1:]),
    "brackets": lambda p: f"{p['code']} (0){p['groups'][0]} {''.join(p['groups'][1:])}",
    "dots": lambda p: p["code"] + "." + ".".join(p["groups"]),
    "hyphens": lambda p: p["code"] + "-" + "-".join(p["groups"]),
    "pairs of digits": lambda p: p["code"] + " " + " ".join("".join(p["groups"])[i:i + 2] for i in range(0, len("".join(p["groups"])), 2)),
    "without country": lambda p: "".join(p["groups"]),
    "strokes": lambda p: p["code"] + "/" + "/".join(p["groups"]),
}


def sundry(person):
    """Direct and variant forms of the other values: (field, kind of disguise, class, text)."""
    firm, ship, box, mail = person["firm"], person["ship"], person["box"], person["email"]
    bare = firm.replace(" S.A.", "").replace(" A.Ş.", "").replace(" Co., Ltd", "").replace(" Sp. z o.o.", "")
    for form in (" BV", " A/S", " SARL", " Lda", " SPA", " OOO"):
        bare = bare.removesuffix(form)
    hull = ship.removeprefix("MV ").removeprefix("M/T ")
    yield from [
        ("firm", "as it stands", "direct", firm), ("firm", "in capitals", "direct", firm.upper()),
        ("firm", "without legal form", "variant", bare), ("firm", "in small letters", "variant", bare.lower()),
        ("firm", "own word", "variant", bare.split()[0] if bare.split()[0] not in ("Transitaire", "Naviera") else bare.split()[1]),
        ("ship", "as it stands", "direct", ship), ("ship", "in capitals", "direct", ship.upper()),
        ("ship", "without prefix", "variant", hull), ("ship", "with other prefix", "variant", "M/V <" + hull.upper() + ">"),
        ("seat", "as it stands", "direct", person["seat"]), ("seat", "without marks", "variant", plain(person["seat"])),
        ("email", "as it stands", "direct", mail), ("email", "in capitals", "variant", mail.upper()),
        ("email", "link", "variant", "mailto:" + mail), ("email", "local part", "variant", mail.split("@")[0]),
        ("email", "dictated", "obfuscated", mail.replace(".", " dot ").replace("@", " at ")),
        ("email", "in brackets", "obfuscated", mail.replace(".", " [dot] ").replace("@", " [at] ")),
        ("email", "dictated in french", "obfuscated", mail.replace(".", " point ").replace("@", " arobase ")),
        ("email", "dictated in spanish", "obfuscated", mail.replace(".", " punto ").replace("@", " arroba ")),
        ("email", "blanks around signs", "obfuscated", mail.replace(".", " . ").replace("@", " @ ")),
        ("imo", "as it stands", "direct", f"IMO <{person['imo']}>"), ("imo", "digits alone", "variant", person["imo"]),
        ("imo", "no and colon", "variant", f"IMO no.: <{person['imo']}>"),
        ("imo", "in groups", "variant", f"IMO <{person['imo'][:3]} {person['imo'][3:]}>"),
        ("mmsi", "as it stands", "direct", f"MMSI <{person['mmsi']}>"),
        ("mmsi", "in groups", "variant", " ".join(person["mmsi"][i:i + 3] for i in (0, 3, 6))),
        ("sign", "as it stands", "direct", person["sign"]), ("sign", "with label", "variant", f"call sign <{person['sign']}>"),
        ("box", "as it stands", "direct", box), ("box", "in groups", "variant", f"{box[:4]} {box[4:10]} {box[10:]}"),
        ("box", "with hyphens", "variant", f"{box[:4]}-{box[4:10]}-{box[10:]}"), ("box", "in small letters", "variant", box.lower()),
        ("box", "without check digit", "variant", box[:10]), ("box", "owner prefix", "variant", box[:4]),
        ("box", "digits alone", "variant", box[4:]),
        ("seal", "as it stands", "direct", person["seal"]), ("seal", "spaced", "variant", person["seal"][:2] + " " + person["seal"][2:]),
        ("seal", "digits alone", "variant", person["seal"][2:]), ("seal", "in small letters", "variant", person["seal"].lower()),
        ("bill", "as it stands", "direct", person["bill"]), ("bill", "with hyphen", "variant", person["bill"][:4] + "-" + person["bill"][4:]),
        ("bill", "digits alone", "variant", person["bill"][4:]),
        ("staff", "as it stands", "direct", person["staff"]), ("staff", "run together", "variant", person["staff"].replace("-", "")),
        ("staff", "with blank", "variant", person["staff"].replace("-", " ")), ("staff", "digits alone", "variant", person["staff"][3:]),
        ("reference", "as it stands", "direct", person["reference"]),
        ("reference", "with hyphens", "variant", person["reference"].replace("/", "-")),
        ("reference", "run together", "variant", person["reference"].replace("/", "")),
        ("phone", "as it stands", "direct", person["phone"]),
    ]
    for kind, form in PHONE_VARIANT.items():
        yield "phone", kind, "variant", form(person)


FRAMES = [
    "The note in the margin says {}, and nobody asked further.", "On the second sheet stands {} next to the weights.",
    "A message with {} in it was kept by the carrier.", "It was signed {} below the table of weights.",
    "Le cahier porte la mention {} en bas de page.", "Le second feuillet indique {} à côté des poids.",
    "Dans le message figure {} sans autre précision.", "En el parte consta {} sin más datos.",
    "La segunda hoja indica {} junto a los pesos.", "El mensaje lleva {} al final del texto.",
]
# Fields whose other disguises are drawn too, and how many kinds of the general ones for each person.
ENCODED = {"name": 1.0, "phone": 0.35, "email": 0.35, "imo": 0.2, "box": 0.3, "firm": 0.3, "ship": 0.25, "staff": 0.2, "bill": 0.2,
           "seal": 0.15, "reference": 0.15}


def texts(population):
    """Every text: id, text, place of the value, field, kind of disguise, class, language, kept."""
    rng = random.Random(SEED + 1)
    found = []

    def add(person, field, kind, group, written):
        """Angle brackets, where a form has them, mark the value; what stands outside is a label."""
        frame = FRAMES[len(found) % len(FRAMES)]
        label, rest = "", ""
        if group != "obfuscated" and "<" in written:
            label, written, rest = written[:written.index("<")], written[written.index("<") + 1:-1], ""
            if ">" in written:
                written, rest = written.split(">")[0], "'s"
        before = frame.index("{}") + len(label)
        text = frame.replace("{}", label + written + rest)
        full = f"{field}: {kind}" if group != "obfuscated" or field == "email" and kind not in ANY else kind
        found.append({
            "id": f"{len(found):05d}", "text": text, "start": before, "end": before + len(written), "field": field,
            "kind": full, "class": group, "language": person["language"], "kept": kept(full)})

    for person in population:
        for kind, form in NAME_DIRECT.items():
            add(person, "name", kind, "direct", form(person))
        for kind, form in NAME_VARIANT.items():
            written = form(person)
            if written != person["name"] or kind == "run together":
                add(person, "name", kind, "variant", written)
        for kind, form in NAME_OBFUSCATED.items():
            written = form(person["name"], rng)
            if written != person["name"]:
                add(person, "name", kind, "obfuscated", written)
        for field, kind, group, written in sundry(person):
            if group != "variant" or written != person[field]:
                add(person, field, kind, group, written)
        for field, share in ENCODED.items():
            for kind, form in ANY.items():
                if kind == "mixed letter case" and field != "name" or kind == "plus for blanks" and field not in ("name", "firm", "ship"):
                    continue
                if kind == "squared" and field not in ("name", "firm"):
                    continue
                if rng.random() < share:
                    written = form(person[field], rng)
                    if written != person[field]:
                        add(person, field, kind, "obfuscated", written)
        for field in ("phone", "imo", "mmsi"):
            for kind, form in NUMBER_OBFUSCATED.items():
                if field == "phone" or rng.random() < 0.25:
                    written = form(person[field], rng)
                    if written != person[field]:
                        add(person, field, kind, "obfuscated", written)
    return found


if __name__ == "__main__":
    population = people()
    corpus = texts(population)
    kinds = {entry["kind"] for entry in corpus}
    print(json.dumps({"people": len(population), "languages": len(PEOPLE), "keys": len(keywords(population)),
                      "texts": len(corpus), "kinds": len(kinds), "kept kinds": sum(map(kept, kinds))}))
