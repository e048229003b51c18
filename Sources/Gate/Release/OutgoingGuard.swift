// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the gate needs of the guard over outgoing bytes; the desk plugs in the vault's.
package protocol OutgoingGuard: Sendable {
    /// Rules that bytes about to leave would break; empty when they may leave.
    func brokenRules(in bytes: [UInt8]) -> [String]

    /// The same for bytes that are hashes, keys, signatures or encoded text for the most part.
    func brokenRules(inEncoded bytes: [UInt8]) -> [String]
}

extension OutgoingGuard {
    /// A guard that makes no difference between the two looks at encoded bytes as strictly as at text.
    package func brokenRules(inEncoded bytes: [UInt8]) -> [String] { self.brokenRules(in: bytes) }

    /// Scans the encoded form of what is about to leave; its content is scanned as text before.
    ///
    /// - Throws: ``ReleaseRefusal/guardBlocked(rules:)``.
    package func check(encoded bytes: [UInt8]) throws(ReleaseRefusal) {
        let rules = self.brokenRules(inEncoded: bytes)
        guard rules.isEmpty else { throw .guardBlocked(rules: rules.sorted()) }
    }

    /// Scans bytes that are about to leave.
    ///
    /// - Throws: ``ReleaseRefusal/guardBlocked(rules:)``.
    package func check(_ bytes: [UInt8]) throws(ReleaseRefusal) {
        let rules = self.brokenRules(in: bytes)
        guard rules.isEmpty else { throw .guardBlocked(rules: rules.sorted()) }
    }
}
