// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Release
import Vault

/// The vault's guard as the gate, the log and every other exit ask it.
extension Vault: OutgoingGuard {
    package func brokenRules(in bytes: [UInt8]) -> [String] {
        let findings = self.egressGuard.scan(bytes: bytes)
        return Array(Set(findings.filter { $0.action == .remove }.map(\.rule))).sorted()
    }

    package func brokenRules(inEncoded bytes: [UInt8]) -> [String] { self.rules(inEncoded: bytes) }
}
