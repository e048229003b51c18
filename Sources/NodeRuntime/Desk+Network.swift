// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Alerts
import Api
import Archive
import AuditTrail
import BulletinLibrary
import CaseStore
import Casework
import Cryptography
import Keyring
import Ledger
import Policy
import Roster
import Statistics
import StrictJSON
import Synchronization
import Transport
import Vault
import Vocabulary

extension Desk {
    /// The desk in one look.
    func status() async throws -> JSONValue {
        let counts = try await self.archive.read { try $0.counts() }
        let node = self.node.status()
        let releases = try self.cases.releases()
        let member = try self.member()
        return .object([
            "member": .string(member.name),
            "organisation": .string(member.organisation),
            "class": .string(member.memberClass.rawValue),
            "state": "unlocked",
            "version": .string(ProgramVersion.text),
            "day": .string(try self.calendarDay().text),
            "roster_epoch": .number(JSONNumber(Int(clamping: node.rosterEpoch))),
            "members": .number(JSONNumber(self.node.currentRoster.members.count)),
            "entries": .number(JSONNumber(Int(clamping: counts.entries))),
            "entries_without_content": .number(JSONNumber(Int(clamping: counts.holes))),
            "bulletins": .number(JSONNumber(try await self.library.bulletins().count)),
            "alerts_new": .number(JSONNumber(try await self.alerts.alerts().count { $0.state == .new })),
            "releases_waiting": .number(JSONNumber(releases.count { $0.state == "submitted" })),
            "departures_waiting": .number(JSONNumber(releases.count { $0.state == "approved" })),
            "policy": .string("\(self.policy.id) \(self.policy.version)"),
            "policy_refused": self.policyRefusal.map { .string($0) } ?? .null,
            "policy_digest": .string(Hex.encode(self.policyDigest)),
            "alarms": .array(node.alarmCodes.map { .string($0) }),
            "key_epoch": .number(JSONNumber(self.keyring.epochKeys.current.number)),
            "canaries_planted": .number(JSONNumber(self.vault.canaryCount)),
            "canaries_seen": .number(JSONNumber(try self.count(of: .canarySeen))),
            "memory_locked": .bool(self.memory.withLock { $0?.lock } == .locked),
            "dumps_forbidden": .bool(self.memory.withLock { $0?.areDumpsForbidden } ?? false),
            "memory_advice": .string(self.memory.withLock { $0?.advice } ?? ""),
            "links": .array(node.peers.map(Self.json)),
        ])
    }

    func listPeers() async throws -> JSONValue {
        let heads = try await self.archive.read { try $0.heads() }
        return .object([
            "members": .array(
                self.node.currentRoster.members.map { member in
                    let held = heads.filter { $0.origin == member.key }.map(\.sequence).max() ?? 0
                    return .object([
                        "name": .string(member.name),
                        "organisation": .string(member.organisation),
                        "class": .string(member.memberClass.rawValue),
                        "region": .string(member.region),
                        "country": .string(member.country),
                        "audiences": .array(member.audiences.map { .string($0.rawValue) }),
                        "node_key": .string(Base64URL.encode(member.key.bytes)),
                        "entries": .number(JSONNumber(Int(clamping: held))),
                    ])
                }
            )
        ])
    }

    func peerStatus() -> JSONValue {
        .object(["links": .array(self.node.status().peers.map(Self.json))])
    }

    /// Entries of one member's log, headers only.
    func showLog(member name: String?) async throws -> JSONValue {
        let roster = self.node.currentRoster
        let key: SigningPublicKey
        if let name {
            guard let member = roster.member(named: name) else { throw Self.notFound("peer") }
            key = member.key
        } else {
            key = self.signingKey.publicKey
        }
        let epoch = roster.member(for: key)?.logEpoch ?? 0
        let entries = try await self.archive.read {
            try $0.entries(of: key, logEpoch: epoch, sequences: 1...UInt64(Int64.max), withContent: false)
        }
        return .object([
            "entries": .array(
                entries.map { entry in
                    let header = entry.header.header
                    let bytes = header.parts.reduce(Int(header.core.size)) { $0 + Int($1.content.size) }
                    return .object([
                        "sequence": .number(JSONNumber(Int(clamping: header.sequence))),
                        "kind": .string(header.kind.name),
                        "day": .number(JSONNumber(Int(clamping: header.day))),
                        "bytes": .number(JSONNumber(bytes)),
                        "entry": .string(entry.id.hex),
                    ])
                }
            )
        ])
    }

    /// Re-hashes and re-verifies every stored byte.
    func verifyLog() async throws -> JSONValue {
        let findings = try await self.archive.verifyAll(roster: self.node.currentRoster)
        let counts = try await self.archive.read { try $0.counts() }
        let trail = try self.audit.verify()
        return .object([
            "intact": .bool(findings.isEmpty && trail.isIntact),
            "entries": .number(JSONNumber(Int(clamping: counts.entries))),
            "findings": .array(findings.map { .string("\($0)") }),
            "audit": .array(trail.findings.map { .string("\($0)") }),
        ])
    }

    /// Incidents by quarter, region and modus operandi family over the bulletins that this office can open.
    func incidentTable() async throws -> JSONValue {
        let bulletins = try await self.library.bulletins().filter {
            $0.type == DocumentType.analysis.rawValue && $0.state == .inForce
        }
        let heads = try await self.archive.read { try $0.heads() }
        let expected = self.node.currentRoster.members.filter { $0.memberClass == .customs && $0.closedAt == nil }
        let threshold = self.policy.crowd[.customs]?.incidents ?? 3
        let table = IncidentTableBuilder(
            modusOperandi: self.vocabularies.modusOperandi,
            threshold: StatisticsThreshold(incidents: threshold, contributors: 1)
        ).table(
            of: bulletins.map { IncidentTableBuilder.Incident(contributor: $0.issuer, claims: $0.claims) },
            coverage: Coverage(
                expected: expected.map(\.name),
                heard: expected.filter { member in heads.contains { $0.origin == member.key } }.map(\.name)
            )
        )
        return Self.json(table)
    }

    func listOfficers() throws -> JSONValue {
        .object([
            "officers": .array(
                try self.officers.list().map { officer in
                    .object([
                        "id": .string(officer.id.text),
                        "name": .string(officer.name.text),
                        "role": .string(officer.role.rawValue),
                        "enabled": .bool(officer.isEnabled),
                        "key": .string(Base64URL.encode(officer.publicKey.bytes)),
                        "enrolled_day": .number(JSONNumber(officer.enrolledDay)),
                        "enrolment_session": .string(officer.enrolmentSession),
                    ])
                }
            )
        ])
    }

    func addOfficer(_ request: ApiRequest) throws -> JSONValue {
        guard let name = OfficerName(try request.text("name")),
            let role = OfficerRole(rawValue: try request.object()["role"]?.stringValue ?? "analyst")
        else {
            throw Problem(
                .badData,
                "Name or role cannot be used.",
                next: "Roles are \(OfficerRole.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        guard try !self.officers.list().contains(where: { $0.name == name }) else {
            throw Problem(.duplicate, "There is an officer of that name already.", next: "fairlead officer list")
        }
        do {
            let officer = try self.officers.add(
                name: name,
                role: role,
                publicKey: try SigningPublicKey(bytes: try Base64URL.decode(try request.text("key"))),
                day: Int(clamping: self.today),
                session: self.session
            )
            try self.note(.officerEnrolled, by: officer, detail: self.session)
            return .object([
                "id": .string(officer.id.text),
                "name": .string(name.text),
                "key": .string(Base64URL.encode(officer.publicKey.bytes)),
            ])
        } catch let error as OfficerStoreError {
            throw Problem(.duplicate, error.advice, next: "fairlead officer list")
        } catch is CryptographyError {
            throw Problem(
                .badData,
                "The officer's key is not an Ed25519 public key.",
                next: "Use fairlead officer add."
            )
        }
    }

    private static func json(_ peer: PeerStatus) -> JSONValue {
        .object([
            "peer": .string(peer.name),
            "state": .string(Self.text(peer.link)),
            "we_lack": .string(Self.text(peer.incoming)),
            "they_lack": .string(Self.text(peer.outgoing)),
            "bytes_in": .number(JSONNumber(peer.received.reduce(0) { $0 + Int(clamping: $1.bytes) })),
            "bytes_out": .number(JSONNumber(peer.sent.reduce(0) { $0 + Int(clamping: $1.bytes) })),
        ])
    }

    private static func text(_ state: SyncState) -> String {
        switch state {
        case .inStep: "nothing"
        case .behind(let count): "\(count)"
        case .unknown: "cannot tell"
        }
    }

    private static func text(_ state: LinkState) -> String {
        switch state {
        case .linked: "linked"
        case .unreachable(let failure, _): "unreachable: \(failure.code)"
        case .refused(let failure, _): "refused: \(failure.code)"
        case .unknown: "cannot tell"
        }
    }

    private static func json(_ table: IncidentTable) -> JSONValue {
        .object([
            "cells": .array(
                table.cells.map { cell in
                    var object: JSONObject = [
                        "quarter": .string(cell.key.quarter),
                        "region": .string(cell.key.region),
                        "mo_family": .string(cell.key.family),
                    ]
                    switch cell.count {
                    case .shown(let incidents, let contributors):
                        object.set("incidents", .string("\(incidents)"))
                        object.set("contributors", .string("\(contributors)"))
                    case .belowThreshold:
                        object.set("incidents", .string("<\(table.threshold.incidents)"))
                        object.set("contributors", "c")
                    }
                    return .object(object)
                }
            ),
            "definition": .string(IncidentTable.definition),
            "threshold": .string("cells of fewer than \(table.threshold.incidents) incidents are not shown"),
            "coverage": .string(
                "\(table.coverage.heard.count) of \(table.coverage.expected.count) customs members heard"
                    + (table.coverage.silent.isEmpty
                        ? "" : "; silent: \(table.coverage.silent.joined(separator: ", "))")
            ),
            "not_assessed": .number(JSONNumber(table.notAssessed)),
        ])
    }
}
