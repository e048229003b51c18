#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright the Fairlead authors
"""Opens bulletins as a second implementation would, from docs/reference/bulletin-format.md alone, and makes one.

Usage: bulletin_judge.py open FILE      cases of a test federation: package, reader's keys, claims that its desk shows
       bulletin_judge.py make FOLDER    writes made.json (package, keys, claims), made.sd-jwt and made.jwk

Shares no code with the project: PyPI sd-jwt 0.10.4, jwcrypto, cryptography 50 (HPKE), PyNaCl (XChaCha20-Poly1305).
Exit 0 when every case opens to the claims expected and every control is refused, 1 otherwise, 78 without the libraries.
"""
import base64
import hashlib
import hmac
import json
import os
import re
import sys

try:
    import jwcrypto.jws
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
    from jwcrypto.jwk import JWK
    from nacl.bindings import (
        crypto_aead_xchacha20poly1305_ietf_decrypt as xchacha_open,
        crypto_aead_xchacha20poly1305_ietf_encrypt as xchacha_seal,
    )
    from sd_jwt.verifier import SDJWTVerifier
except ImportError as error:
    print(f"{error}; Tests/Interop/run.sh installs the libraries", file=sys.stderr)
    sys.exit(78)

if "Ed25519" not in jwcrypto.jws.default_allowed_algs:
    jwcrypto.jws.default_allowed_algs.append("Ed25519")

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
MEMBERS = ["iss", "vct", "id", "month", "_sd_alg", "_sd", "pol", "tiers"]
RESERVED = set(MEMBERS) | {"sup", "...", "aud", "cnf", "exp", "iat", "nbf", "status", "sub"}


class Refused(Exception):
    """The bulletin breaks a rule of the format."""


def require(condition, rule):
    if not condition:
        raise Refused(rule)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    require(re.fullmatch(r"[A-Za-z0-9_-]*", text) is not None, "base64url alphabet")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    require(b64(data) == text, "base64url has one form")
    return data


def strict_json(data):
    def members(pairs):
        require(len({name for name, _ in pairs}) == len(pairs), "duplicate member")
        return dict(pairs)

    return json.loads(data.decode("utf-8"), object_pairs_hook=members)


def write_json(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def content_hash(payload):
    return hashlib.sha256(write_json({name: value for name, value in payload.items() if name != "tiers"})).digest()


def tier_info(payload, tier):
    return b"fairlead-tier-v1\x00" + payload["id"].encode() + bytes([tier]) + content_hash(payload)


def commitment(content_key):
    return hmac.new(content_key, b"fairlead-tier-kc-v1", hashlib.sha256).digest()


def verify_core(core, public_key):
    """Section 10, steps 1 to 3: the signed part."""
    segments = core.split(".")
    require(len(segments) == 3, "three segments")
    header = strict_json(unb64(segments[0]))
    raw = public_key.public_bytes_raw()
    expected = {"alg": "Ed25519", "typ": "pia+sd-jwt", "kid": b64(hashlib.sha256(raw).digest()[:8])}
    require(header == expected, "header")
    try:
        public_key.verify(unb64(segments[2]), ".".join(segments[:2]).encode())
    except InvalidSignature as error:
        raise Refused("signature") from error
    payload_bytes = unb64(segments[1])
    payload = strict_json(payload_bytes)
    require(write_json(payload) == payload_bytes, "one way of writing")
    require([name for name in payload if name != "sup"] == MEMBERS, "members and their order")
    require(payload["_sd_alg"] == "sha-256", "_sd_alg")
    digests = payload["_sd"]
    require(len(digests) in (32, 64, 128) and sorted(set(digests)) == digests, "_sd")
    require(all(len(unb64(digest)) == 32 for digest in digests), "digest")
    return payload


def unpad(bundle, is_sealed):
    """Section 5: disclosures of one bundle."""
    size = len(bundle)
    content = bundle.rstrip(b"\x00")
    least = 1024
    while least < len(content):
        least *= 2
    require(size & (size - 1) == 0 and size <= 32768 and (size == least or is_sealed and size > least), "padding")
    return content.decode().split("~") if content else []


def open_tier(part, keys, payload, tier, kc):
    """Section 6: one sealed tier; None when no slot is for these keys."""
    require(part[0] == 1 and part[1] in (1, 4, 16, 64), "version and slots")
    info = tier_info(payload, tier)
    slots = [part[2 + 80 * index:82 + 80 * index] for index in range(part[1])]
    sealed = part[2 + 80 * part[1]:]
    for slot in slots:
        for key in keys:
            try:
                content_key = SUITE.decrypt(slot, key, info=info)
            except Exception:  # for somebody else
                continue
            require(hmac.compare_digest(commitment(content_key), kc), "key commitment")
            return xchacha_open(sealed[24:], info, sealed[:24], content_key)
    return None


def open_package(package, public_key, keys):
    """Section 10: the claims that these keys open, and the disclosures."""
    payload = verify_core(package["core"], public_key)
    require([part["tier"] for part in package["parts"]] == [tier["t"] for tier in payload["tiers"]], "tiers and parts")
    claims, disclosures = {}, []
    for part, tier in zip(package["parts"], payload["tiers"]):
        data = unb64(part["bytes"])
        require(b64(hashlib.sha256(data).digest()) == tier["ct"], "ct")
        is_sealed = tier["t"] > 0
        bundle = open_tier(data, keys, payload, tier["t"], unb64(tier["kc"])) if is_sealed else data
        if bundle is None:
            continue
        for disclosure in unpad(bundle, is_sealed):
            require(b64(hashlib.sha256(disclosure.encode()).digest()) in payload["_sd"], "digest of a disclosure")
            salt, name, value = strict_json(unb64(disclosure))
            require(len(unb64(salt)) == 16, "salt")
            require(re.fullmatch(r"[a-z][a-z0-9_]{0,63}", name) and name not in RESERVED, "claim name")
            require(name not in claims, "claim twice")
            claims[name] = value
            disclosures.append(disclosure)
    return claims, disclosures


def library_claims(package, public_key, disclosures):
    """The same through the library sd-jwt, which knows nothing of tiers."""
    jwk = JWK(kty="OKP", crv="Ed25519", x=b64(public_key.public_bytes_raw()))
    compact = "~".join([package["core"], *disclosures, ""])
    payload = SDJWTVerifier(compact, lambda issuer, header: jwk).get_verified_payload()
    return {name: value for name, value in payload.items() if name not in MEMBERS and name != "sup"}


def is_refused(package, public_key, keys):
    try:
        open_package(package, public_key, keys)
    except Refused:
        return True
    except Exception as error:
        return type(error).__name__ in ("JSONDecodeError", "UnicodeDecodeError", "Error", "CryptoError")
    return False


def judge(path):
    with open(path, encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    failures = 0
    for case in cases:
        package = case["package"]
        public_key = Ed25519PublicKey.from_public_bytes(unb64(package["issuer_key"]))
        keys = [X25519PrivateKey.from_private_bytes(unb64(key)) for key in case["keys"]]
        claims, disclosures = open_package(package, public_key, keys)
        if claims != case["claims"] or library_claims(package, public_key, disclosures) != claims:
            print(f"{case['reader']}: other claims than the desk shows")
            failures += 1
        # Controls: a changed byte is refused, and a stranger's key opens no sealed tier.
        changed = json.loads(json.dumps(package))
        middle = len(changed["core"]) // 2
        other = "A" if changed["core"][middle] != "A" else "B"
        changed["core"] = changed["core"][:middle] + other + changed["core"][middle + 1:]
        swapped = json.loads(json.dumps(package))
        swapped["parts"][1]["bytes"], swapped["parts"][2]["bytes"] = (
            swapped["parts"][2]["bytes"], swapped["parts"][1]["bytes"],
        )
        stranger = open_package(package, public_key, [X25519PrivateKey.generate()])[0]
        if not is_refused(changed, public_key, keys) or not is_refused(swapped, public_key, keys):
            print(f"{case['reader']}: a changed package was accepted")
            failures += 1
        if not len(stranger) < len(claims):
            print(f"{case['reader']}: a stranger read as much")
            failures += 1
    print(f"{len(cases)} packages opened by another implementation, {failures} failures")
    return 1 if failures or not cases else 0


def make_package(issuer, keys, claims):
    """Sections 3 to 6, the other way round."""
    tiers, digests = {}, []
    for tier, named in enumerate(claims):
        tiers[tier] = [
            b64(json.dumps([b64(os.urandom(16)), name, value], ensure_ascii=False).encode())
            for name, value in named.items()
        ]
        digests += [b64(hashlib.sha256(disclosure.encode()).digest()) for disclosure in tiers[tier]]
    digests += [b64(os.urandom(32)) for _ in range(32 - len(digests))]
    public = issuer.public_key().public_bytes_raw()
    payload = {
        "iss": "urn:node:python", "vct": "pia/1", "id": os.urandom(16).hex(), "month": "2026-11", "_sd_alg": "sha-256",
        "_sd": sorted(digests), "pol": b64(hashlib.sha256(b"policy").digest()),
    }
    parts, references = [], []
    for tier, disclosures in tiers.items():
        bundle = "~".join(disclosures).encode()
        size = 1024
        while size < len(bundle):
            size *= 2
        part, reference = bundle.ljust(size, b"\x00"), {"t": tier}
        if tier:
            content_key, nonce, info = os.urandom(32), os.urandom(24), tier_info(payload, tier)
            slots = [SUITE.encrypt(content_key, keys[tier - 1].public_key(), info=info)]
            slots += [X25519PrivateKey.generate().public_key().public_bytes_raw() + os.urandom(48) for _ in range(3)]
            order = sorted(slots)
            part = bytes([1, 4]) + b"".join(order) + nonce + xchacha_seal(part, info, nonce, content_key)
            reference |= {"ct": "", "kc": b64(commitment(content_key))}
        reference["ct"] = b64(hashlib.sha256(part).digest())
        parts.append({"tier": tier, "bytes": b64(part)})
        references.append(reference)
    payload["tiers"] = references
    header = {"alg": "Ed25519", "typ": "pia+sd-jwt", "kid": b64(hashlib.sha256(public).digest()[:8])}
    signed = b64(write_json(header)) + "." + b64(write_json(payload))
    core = signed + "." + b64(issuer.sign(signed.encode()))
    package = {"format": "fairlead-bulletin/1", "issuer_key": b64(public), "core": core, "parts": parts}
    return package, tiers


def make(folder):
    issuer = Ed25519PrivateKey.generate()
    keys = [X25519PrivateKey.generate(), X25519PrivateKey.generate()]
    claims = [
        {"mo_class": ["insider"], "incident_year": "2026"},
        {"title": "Conteneur « cloné »", "mo": ["rip-on-rip-off"], "recommendations": ["recheck"]},
        {"port": "NLRTM", "quantity": [{"commodity": "cocaine", "quantity": 12, "unit": "kg"}]},
    ]
    package, disclosures = make_package(issuer, keys, claims)
    made = {
        "package": package, "keys": [b64(key.private_bytes_raw()) for key in keys],
        "claims": {name: value for tier in claims for name, value in tier.items()},
    }
    with open(os.path.join(folder, "made.json"), "w", encoding="utf-8") as file:
        json.dump(made, file, ensure_ascii=False, indent=1)
    with open(os.path.join(folder, "made-package.json"), "w", encoding="utf-8") as file:
        json.dump(package, file)
    with open(os.path.join(folder, "made.sd-jwt"), "w", encoding="utf-8") as file:
        file.write("~".join([package["core"], *disclosures[0], *disclosures[1], ""]))
    with open(os.path.join(folder, "made.jwk"), "w", encoding="utf-8") as file:
        json.dump({"kty": "OKP", "crv": "Ed25519", "x": package["issuer_key"]}, file)
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("open", "make"):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(judge(sys.argv[2]) if sys.argv[1] == "open" else make(sys.argv[2]))
