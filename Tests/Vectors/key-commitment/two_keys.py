#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright the Fairlead authors
"""Makes one XChaCha20-Poly1305 ciphertext that opens under two keys (an "invisible salamander").

Poly1305 is a polynomial in a key-dependent point: two free blocks give two linear equations modulo 2^130 - 5, one for
each key, so that both keys accept the same tag. Dodis, Grubbs, Ristenpart, Woodage, CRYPTO 2018. Standard library only.
Usage: two_keys.py > two-keys.json
"""
import json
import struct
from random import Random

PRIME = (1 << 130) - 5
BLOCKS = 64  # 1,024 B, the smallest tier bundle


def rotate(value, count):
    return ((value << count) | (value >> (32 - count))) & 0xFFFFFFFF


def quarter(state, a, b, c, d):
    for first, second, third, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[first] = (state[first] + state[second]) & 0xFFFFFFFF
        state[third] = rotate(state[third] ^ state[first], count)


def rounds(state):
    for _ in range(10):
        for column in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                       (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(state, *column)


CONSTANT = struct.unpack("<4I", b"expand 32-byte k")


def hchacha(key, nonce):
    state = list(CONSTANT + struct.unpack("<8I", key) + struct.unpack("<4I", nonce))
    rounds(state)
    return struct.pack("<8I", *(state[:4] + state[12:]))


def chacha_block(key, nonce, counter):
    initial = list(CONSTANT + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce))
    state = initial[:]
    rounds(state)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(state, initial)))


def one_time_key(key, nonce):
    """The Poly1305 key of XChaCha20-Poly1305: r (clamped) and s."""
    block = chacha_block(hchacha(key, nonce[:16]), b"\0\0\0\0" + nonce[16:], 0)
    r = int.from_bytes(block[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    return r, int.from_bytes(block[16:32], "little")


def padded(data):
    return data + bytes(-len(data) % 16)


def numbers(data):
    return [int.from_bytes(data[i:i + 16], "little") + (1 << 128) for i in range(0, len(data), 16)]


def polynomial(blocks, r):
    total = 0
    for block in blocks:
        total = (total + block) * r % PRIME
    return total


def collide(keys, nonce, aad, random):
    """Two free blocks at the end of the ciphertext, and the tag that both keys accept."""
    head = numbers(padded(aad))
    lengths = numbers(struct.pack("<QQ", len(aad), 16 * BLOCKS))
    (r1, s1), (r2, s2) = (one_time_key(key, nonce) for key in keys)
    while True:
        body = random.randbytes(16 * (BLOCKS - 2))
        tag = random.getrandbits(128)
        wanted = []
        for r, s in ((r1, s1), (r2, s2)):
            fixed = polynomial(head + numbers(body) + [0, 0] + lengths, r)
            wanted.append((tag - s) % (1 << 128) - fixed)
        # x * r^3 + y * r^2 = wanted, for both r
        determinant = (pow(r1, 3, PRIME) * r2 * r2 - pow(r2, 3, PRIME) * r1 * r1) % PRIME
        inverse = pow(determinant, -1, PRIME)
        x = (wanted[0] * r2 * r2 - wanted[1] * r1 * r1) * inverse % PRIME
        y = (pow(r1, 3, PRIME) * wanted[1] - pow(r2, 3, PRIME) * wanted[0]) * inverse % PRIME
        if all((1 << 128) <= value < (1 << 129) for value in (x, y)):
            free = b"".join((value - (1 << 128)).to_bytes(16, "little") for value in (x, y))
            ciphertext = body + free
            for r, s in ((r1, s1), (r2, s2)):
                check = polynomial(head + numbers(ciphertext) + lengths, r)
                assert (check + s) % (1 << 128) == tag
            return ciphertext + tag.to_bytes(16, "little")


def main():
    random = Random(1)
    identifier = "00112233445566778899aabbccddeeff"
    aad = b"fairlead-tier-v1\0" + identifier.encode() + b"\x01" + b"\x42" * 32
    keys = [random.randbytes(32), random.randbytes(32)]
    nonce = random.randbytes(24)
    sealed = nonce + collide(keys, nonce, aad, random)
    print(json.dumps({
        "comment": "one ciphertext, two keys, both authentic; made by two_keys.py",
        "identifier": identifier, "tier": 1, "content_hash": "42" * 32,
        "keys": [key.hex() for key in keys], "sealed": sealed.hex(),
    }, indent=1))


if __name__ == "__main__":
    main()
