// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// The form of `_sd` in a bulletin: 32, 64 or 128 digests of 32 bytes, ascending by their ASCII, none twice.
enum DigestList {
    /// Orders digests by their bytes, not by a locale's or Unicode's rules.
    static func isAscending(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    static func isWellFormed(_ digests: [String]) -> Bool {
        guard BulletinLimits.paddedDigestCounts.contains(digests.count) else { return false }
        guard zip(digests, digests.dropFirst()).allSatisfy({ isAscending($0, $1) }) else { return false }
        return digests.allSatisfy { isDigest($0) }
    }

    static func isDigest(_ text: String) -> Bool { bytes(of: text) != nil }

    /// The 32 bytes of a digest in strict base64url; nil for anything else.
    static func bytes(of text: String) -> [UInt8]? {
        do {
            let bytes = try Base64URL.decode(text)
            return bytes.count == 32 ? bytes : nil
        } catch {
            return nil
        }
    }
}
