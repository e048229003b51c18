// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One thing that happened at the desk: coded, without free text and without any value of a case.
package struct AuditEvent: Hashable, Sendable {
    package let kind: AuditEventKind
    package let actor: AuditActor

    /// Random id of what it happened to: a case, a release, an entry, an officer; nil for the desk itself.
    package let subject: AuditCode?

    /// At most ``detailLimit``, each key once.
    package let details: [AuditDetail]

    /// Details of one event.
    package static let detailLimit = 16

    package init(_ kind: AuditEventKind, by actor: AuditActor, subject: AuditCode? = nil, details: [AuditDetail] = []) {
        precondition(details.count <= Self.detailLimit, "\(details.count) details of one event")
        self.kind = kind
        self.actor = actor
        self.subject = subject
        self.details = details
    }
}
