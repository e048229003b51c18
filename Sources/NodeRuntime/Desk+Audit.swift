// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import AuditTrail
import GossipCore

extension Desk {
    /// Writes what happened into the audit trail; it is durable when this returns.
    ///
    /// - Parameters:
    ///   - kind: what happened.
    ///   - officer: who did it; nil for the desk itself.
    ///   - subject: random id of what it was about.
    ///   - detail: one code; what is no code is left out, because the trail holds no text.
    /// - Throws: errors of the trail; what cannot be noted must not be said to have happened.
    func note(_ kind: AuditEventKind, by officer: Officer? = nil, about subject: String = "", detail: String = "")
        throws
    {
        let actor = officer.flatMap { AuditCode($0.id.text) }.map(AuditActor.officer) ?? .system
        let details = AuditCode(detail).map { [AuditDetail(.reason, .code($0))] } ?? []
        try self.audit.append(
            AuditEvent(kind, by: actor, subject: AuditCode(subject), details: details),
            at: Int64(clamping: self.clock.now().milliseconds)
        )
    }
}
