// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import AuditTrail
import Casework
import Vault

/// Writes what the vault reports into the audit trail, before it takes effect.
struct TrailedVault: VaultAudit {
    let trail: AuditTrail
    let clock: any WallClock

    func record(_ event: VaultEvent) throws {
        let day = self.clock.now().milliseconds / 86_400_000
        let subject = event.caseID?.text ?? ""
        let purpose = event.access.purpose.rawValue
        let (kind, detail): (AuditEvent.Kind, String)
        switch event.kind {
        case .enrolled: (kind, detail) = (.referralReceived, purpose)
        case .identityOpened: (kind, detail) = (.identityRead, purpose)
        case .classComputed: (kind, detail) = (.caseRead, "class/\(purpose)")
        case .textOpened(let sealed): (kind, detail) = (.caseRead, "\(sealed.rawValue)/\(purpose)")
        case .guardBuilt: (kind, detail) = (.caseRead, purpose)
        case .shredded: (kind, detail) = (.caseShredded, purpose)
        }
        try self.trail.append(
            AuditEvent(kind, actor: event.access.actor, subject: subject, detail: detail),
            day: day
        )
    }
}
