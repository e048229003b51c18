// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import AuditTrail
import Casework
import GossipCore
import Vault

/// Writes what the vault reports into the audit trail, before it takes effect.
struct TrailedVault: VaultAudit {
    let trail: AuditTrail
    let clock: any WallClock

    func record(_ event: VaultEvent) throws {
        var details = [AuditCode(event.access.purpose.rawValue)].compactMap { $0 }.map {
            AuditDetail(.purpose, .code($0))
        }
        let kind: AuditEventKind
        switch event.kind {
        case .enrolled: kind = .vaultEnrolled
        case .identityOpened: kind = .identityOpened
        case .classComputed: kind = .classComputed
        case .textOpened(let sealed):
            kind = .textOpened
            if let code = AuditCode(sealed.rawValue) { details.append(AuditDetail(.textKind, .code(code))) }
        case .guardBuilt(let records):
            kind = .guardBuilt
            details.append(AuditDetail(.count, .number(records)))
        case .shredded: kind = .caseShredded
        case .canarySeen(let place):
            kind = .canarySeen
            if let code = AuditCode(place.rawValue) { details.append(AuditDetail(.reason, .code(code))) }
        }
        let actor = event.access.actor == "system" ? nil : AuditCode(event.access.actor)
        try self.trail.append(
            AuditEvent(
                kind,
                by: actor.map(AuditActor.officer) ?? .system,
                subject: event.caseID.flatMap { AuditCode($0.text) },
                details: details
            ),
            at: Int64(clamping: self.clock.now().milliseconds)
        )
    }
}
