// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the gate needs of the guard over outgoing bytes; the desk plugs in the vault's.
package protocol OutgoingGuard: Sendable {
    /// Rules that bytes about to leave would break; empty when they may leave.
    func brokenRules(in bytes: [UInt8]) -> [String]
}

extension OutgoingGuard {
    /// Scans bytes that are about to leave.
    ///
    /// - Throws: ``ReleaseRefusal/guardBlocked(rules:)``.
    package func check(_ bytes: [UInt8]) throws(ReleaseRefusal) {
        let rules = self.brokenRules(in: bytes)
        guard rules.isEmpty else { throw .guardBlocked(rules: rules.sorted()) }
    }
}
