// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Release
import Vault

/// The vault's guard as the gate, the log and every other exit ask it.
extension Vault: OutgoingGuard {
    package func brokenRules(in bytes: [UInt8]) -> [String] { self.brokenRules(in: bytes, at: .outgoing) }

    func brokenRules(in bytes: [UInt8], at place: CanaryPlace) -> [String] {
        let findings = self.egressGuard.scan(bytes: bytes)
        return self.watched(
            Array(Set(findings.filter { $0.action == .remove }.map(\.rule))).sorted(),
            in: bytes,
            at: place
        )
    }

    package func brokenRules(inEncoded bytes: [UInt8]) -> [String] {
        self.watched(self.rules(inEncoded: bytes), in: bytes, at: .outgoing)
    }

    /// Raises the alarm when what was found is a canary's; an alarm that cannot be written down stops the bytes too.
    private func watched(_ rules: [String], in bytes: [UInt8], at place: CanaryPlace) -> [String] {
        guard !rules.isEmpty else { return rules }
        do {
            try self.watch(bytes, at: place)
            return rules
        } catch {
            return rules + ["alarm-not-recorded"]
        }
    }
}
