// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import GRDB

/// Checks rows in their order; a value without I/O.
struct AuditChainCheck {
    private var last = AuditHead.empty
    private var findings: [AuditFinding] = []
    private var entryCount = 0
    private var isPinnedFound: Bool
    private let pinned: AuditHead?

    init(pinned: AuditHead?) {
        self.pinned = pinned
        self.isPinnedFound = pinned == nil || pinned == .empty
    }

    mutating func take(_ row: Row) {
        self.entryCount += 1
        let expected = self.last.sequence + 1
        guard let entry = AuditRow.entry(row) else {
            self.findings.append(.unreadable(sequence: expected))
            // The chain can only be followed again from the next entry on.
            self.last = AuditHead(sequence: expected, hash: [])
            return
        }
        if entry.sequence != expected {
            self.findings.append(.gap(expected: expected, found: entry.sequence))
        }
        // After a gap or an unreadable row the link is not known; the row's own hash still is.
        if entry.sequence == expected, !self.last.hash.isEmpty, entry.previous != self.last.hash {
            self.findings.append(.chainBroken(sequence: entry.sequence))
        }
        if entry.contentDigest != AuditEntry.contentDigest(entry.event, entry.milliseconds, salt: entry.salt) {
            self.findings.append(.contentAltered(sequence: entry.sequence))
        }
        let hash = AuditEntry.chainHash(entry.sequence, previous: entry.previous, contentDigest: entry.contentDigest)
        if entry.hash != hash {
            self.findings.append(.hashAltered(sequence: entry.sequence))
        }
        if let pinned = self.pinned, pinned == entry.head { self.isPinnedFound = true }
        self.last = entry.head
    }

    func finish(storedHead: AuditHead?, isFileConsistent: Bool) -> AuditVerification {
        var findings = self.findings
        let stored = storedHead ?? .empty
        if stored != self.last {
            findings.append(.endAltered(expected: stored.sequence, found: self.last.sequence))
        }
        if let pinned = self.pinned, !self.isPinnedFound {
            findings.append(.headNotFound(sequence: pinned.sequence))
        }
        if !isFileConsistent { findings.append(.fileInconsistent) }
        return AuditVerification(entryCount: self.entryCount, head: self.last, findings: findings)
    }
}
