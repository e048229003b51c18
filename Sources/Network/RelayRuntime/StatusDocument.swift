// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Roster
import StrictJSON
import Transport

/// The status of a running relay as JSON, schema `relay-status/1`.
///
/// See `docs/reference/relay.md`.
enum StatusDocument {
    /// Name and version of the document's schema.
    static let schema = "relay-status/1"

    /// Renders a node's status.
    static func json(of node: GossipNode) -> JSONValue {
        let status = node.status()
        let roster = node.currentRoster
        let member = roster.member(for: node.identity.member)?.name
        return .object([
            "schema": .string(Self.schema),
            "version": .string(Relay.version),
            "member": member.map { .string($0) } ?? .null,
            "endpoint": .string(Hex.encode(node.identity.endpointHash)),
            "listening": status.address.map { .string($0.description) } ?? .null,
            "roster": .object([
                "epoch": .integer(Int(status.rosterEpoch)), "hash": .string(Hex.encode(status.rosterHash)),
            ]),
            "entries": .integer(Int(status.entries)),
            "peers": .array(status.peers.map { Self.json(of: $0) }),
            "alarms": .array(status.alarmCodes.map { .string($0) }),
        ])
    }

    private static func json(of peer: PeerStatus) -> JSONValue {
        .object([
            "name": .string(peer.name),
            "role": .string(peer.peer.role.rawValue),
            "endpoint": .string(Hex.encode(peer.peer.endpointHash)),
            "link": Self.json(of: peer.link),
            "incoming": Self.json(of: peer.incoming),
            "outgoing": Self.json(of: peer.outgoing),
            "received": .array(peer.received.map { Self.json(of: $0) }),
            "sent": .array(peer.sent.map { Self.json(of: $0) }),
            "faults": .integer(Int(peer.faults)),
        ])
    }

    private static func json(of link: LinkState) -> JSONValue {
        switch link {
        case .linked(let direction, let since):
            .object(["state": "linked", "direction": .string(direction.name), "since": Self.seconds(since)])
        case .unreachable(let failure, let since):
            .object(["state": "unreachable", "reason": .string(failure.code), "since": Self.seconds(since)])
        case .refused(let failure, let since):
            .object(["state": "refused", "reason": .string(failure.code), "since": Self.seconds(since)])
        case .unknown:
            .object(["state": "unknown"])
        }
    }

    private static func json(of state: SyncState) -> JSONValue {
        switch state {
        case .inStep: .object(["state": "in-step", "records": 0])
        case .behind(let records): .object(["state": "behind", "records": .integer(Int(records))])
        case .unknown: .object(["state": "unknown"])
        }
    }

    private static func json(of count: FrameCount) -> JSONValue {
        .object([
            "frame": .string(count.name), "frames": .integer(Int(count.frames)), "bytes": .integer(Int(count.bytes)),
        ])
    }

    /// Unix seconds: what scripts compare.
    private static func seconds(_ time: WallTime) -> JSONValue {
        .integer(Int(time.milliseconds / 1_000))
    }
}
