// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography
import Foundation
import GRDB
import Synchronization

/// Canary referrers: planted once, watched ever after.
extension Vault {
    /// Plants the canaries of a vault that has none.
    ///
    /// - Returns: how many there are.
    /// - Throws: errors of the audit port or the database.
    @discardableResult package func plantCanaries() throws -> Int {
        let present = self.guarded.withLock { $0.canaries.count }
        guard present == 0 else { return present }
        for _ in 0..<CanaryReferrer.count {
            try self.enrol(
                CanaryReferrer.record(),
                for: CanaryReferrer.caseID(),
                access: CaseAccess(actor: "system", purpose: .guardConstruction)
            )
        }
        return CanaryReferrer.count
    }

    /// How many canaries lie in the vault.
    package var canaryCount: Int { self.guarded.withLock { $0.canaries.count } }

    /// Looks for a canary in bytes of any encoding, and raises the alarm in the audit when one is there.
    ///
    /// The same bytes at the same place raise it once, so that a clerk who tries again does not flood the diary.
    ///
    /// - Parameters:
    ///   - bytes: a text, a log line, an opened bulletin.
    ///   - place: where they were met.
    /// - Returns: whether a canary is in them.
    /// - Throws: errors of the audit port; the alarm is then raised again at the next meeting.
    @discardableResult package func watch(_ bytes: [UInt8], at place: CanaryPlace) throws -> Bool {
        let digest = Hashing.sha256(bytes + Array(place.rawValue.utf8))
        let (isFound, isNew) = self.guarded.withLock { guarded in
            guard guarded.findsCanary(in: bytes) else { return (false, false) }
            return (true, guarded.isFirstAlarm(digest))
        }
        guard isFound, isNew else { return isFound }
        let access = CaseAccess(actor: "system", purpose: .protection)
        try self.audit.record(VaultEvent(kind: .canarySeen(place), caseID: nil, access: access))
        self.guarded.withLock { $0.noteAlarm(digest) }
        return true
    }
}
