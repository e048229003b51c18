// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names of claims: which the signed part uses itself, and what a disclosable one may look like.
///
/// Protocol 6.1: the clear claims decide about validity, so they are never disclosable (RFC 9901 section 9.7).
package enum ClaimName {
    package static let issuer = "iss"
    package static let type = "vct"
    package static let identifier = "id"
    package static let month = "month"
    package static let policy = "pol"
    package static let tiers = "tiers"
    package static let supersedes = "sup"
    package static let digests = "_sd"
    package static let digestAlgorithm = "_sd_alg"
    package static let placeholder = "..."
    /// The only claim of a cover: whoever opens it drops the bulletin.
    package static let cover = "cover"

    /// Names that no disclosure of a bulletin may bear.
    package static let reserved = [
        issuer, type, identifier, month, policy, tiers, supersedes, digests, digestAlgorithm, placeholder,
        // Registered names that decide about validity. RFC 9901 section 9.7.
        "aud", "cnf", "exp", "iat", "nbf", "status", "sub",
    ]

    /// Whether a disclosure of a bulletin may bear this name: `[a-z][a-z0-9_]*`, at most 64 bytes, not reserved.
    ///
    /// - Parameter name: any text.
    /// - Returns: true if the entry layer accepts it.
    package static func isDisclosable(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLowercase(first) else { return false }
        guard name.utf8.count <= BulletinLimits.claimNameBytes else { return false }
        guard name.utf8.allSatisfy({ isLowercase($0) || isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
        return !reserved.contains(name)
    }

    private static func isLowercase(_ octet: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet) }

    private static func isDigit(_ octet: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) }
}
