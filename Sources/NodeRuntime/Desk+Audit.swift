// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import AuditTrail
import Diagnostics
import GossipCore
import StrictJSON

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

    /// Entries of the trail, oldest first.
    func listAudit(after: String?, limit: String?) throws -> JSONValue {
        let after = try Self.number(after, "after") ?? 0
        let limit = min(try Self.number(limit, "limit") ?? 100, 1_000)
        let head = try self.audit.head()
        return .object([
            "head": .string(head.text),
            "entries": .array(
                try self.audit.entries(after: after, limit: limit).map { entry in
                    .object([
                        "sequence": .number(JSONNumber(entry.sequence)),
                        "time": .string("\(LogTimestamp(unixMilliseconds: entry.milliseconds))"),
                        "kind": .string(entry.event.kind.rawValue),
                        "actor": .string(entry.event.actor.text),
                        "subject": .string(entry.event.subject?.text ?? ""),
                        "details": .array(
                            entry.event.details.map { detail in
                                switch detail.value {
                                case .number(let number): .string("\(detail.key.rawValue)=\(number)")
                                case .code(let code): .string("\(detail.key.rawValue)=\(code.text)")
                                }
                            }
                        ),
                    ])
                }
            ),
        ])
    }

    /// Re-hashes the whole trail, and compares it with a head that was written down elsewhere.
    func verifyAudit(against text: String?) throws -> JSONValue {
        var pinned: AuditHead?
        if let text {
            guard let head = AuditHead(text: text) else {
                throw Problem(
                    .badData,
                    "This is no head of an audit trail.",
                    next: "Give NUMBER:64 hexadecimal digits."
                )
            }
            pinned = head
        }
        let found = try self.audit.verify(against: pinned)
        return .object([
            "intact": .bool(found.isIntact),
            "entries": .number(JSONNumber(found.entryCount)),
            "head": .string(found.head.text),
            "findings": .array(found.findings.map { .string("\($0)") }),
        ])
    }

    /// How often each officer did what, with the looks at who reported in front.
    func reportAudit(after: String?) throws -> JSONValue {
        let counts = try self.audit.counts(after: try Self.number(after, "after") ?? 0)
        let looks = counts.filter { $0.kind == AuditEventKind.identityOpened.rawValue }
        return .object([
            "head": .string(try self.audit.head().text),
            "identity_views": .number(JSONNumber(looks.reduce(0) { $0 + $1.count })),
            "counts": .array(
                (looks + counts.filter { $0.kind != AuditEventKind.identityOpened.rawValue }).map { entry in
                    .object([
                        "kind": .string(entry.kind), "actor": .string(entry.actor),
                        "count": .number(JSONNumber(entry.count)),
                    ])
                }
            ),
        ])
    }

    func count(of kind: AuditEventKind) throws -> Int {
        try self.audit.counts().filter { $0.kind == kind.rawValue }.reduce(0) { $0 + $1.count }
    }

    private static func number(_ text: String?, _ name: String) throws -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw Problem(.badRequest, "\(name) is not a number.", next: "Give a number from 0.")
        }
        return number
    }
}
