// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// Roster bytes to values and back.
///
/// Protocol 2.
enum RosterCodec {
    /// The bytes of a roster that ``RosterRule`` has checked.
    static func encode(_ roster: RosterBuilder) -> [UInt8] {
        CBOREncoder.encode(
            .integerMap([
                (RosterKey.network, .bytes(roster.network.bytes)),
                (RosterKey.epoch, .unsigned(roster.epoch)),
                (RosterKey.previousHash, roster.previousHash.map { .bytes($0) }),
                (RosterKey.threshold, .unsigned(UInt64(roster.threshold))),
                (RosterKey.roots, .array(roster.roots.map { .bytes($0.bytes) })),
                (RosterKey.members, .array(roster.members.map(Self.value))),
                (RosterKey.issuedDay, .unsigned(roster.issuedDay)),
            ])
        )
    }

    private static func value(_ member: RosterMember) -> CBORValue {
        .integerMap([
            (RosterKey.Member.key, .bytes(member.key.bytes)),
            (RosterKey.Member.name, .text(member.name)),
            (RosterKey.Member.organisation, .text(member.organisation)),
            (RosterKey.Member.country, .text(member.country)),
            (RosterKey.Member.region, .text(member.region)),
            (RosterKey.Member.memberClass, .text(member.memberClass.rawValue)),
            (RosterKey.Member.roles, .array(member.roles.map { .text($0.rawValue) })),
            (RosterKey.Member.endpoints, .array(member.endpoints.map(Self.value))),
            (RosterKey.Member.audiences, .array(member.audiences.map { .text($0.rawValue) })),
            (RosterKey.Member.logEpoch, .unsigned(member.logEpoch)),
            (RosterKey.Member.closedAt, member.closedAt.map { .array([.unsigned($0.sequence), .bytes($0.id.bytes)]) }),
            (RosterKey.Member.quota, .array([.unsigned(member.quota.entries), .unsigned(member.quota.bytes)])),
        ])
    }

    private static func value(_ endpoint: RosterEndpoint) -> CBORValue {
        .integerMap([
            (RosterKey.Endpoint.role, .text(endpoint.role.rawValue)),
            (RosterKey.Endpoint.spkiHash, .bytes(endpoint.spkiHash)),
            (RosterKey.Endpoint.address, endpoint.address.map { .text($0) }),
        ])
    }

    /// Reads a roster; size, depth and number of items are checked before memory is taken.
    static func decode(_ bytes: [UInt8]) throws(RosterRejection) -> Roster {
        let limit = RosterLimit.cbor.byteLimit
        guard bytes.count <= limit else { throw .overLimit(byteCount: bytes.count, limit: limit) }
        let value: CBORValue
        do {
            value = try CBORDecoder.decode(bytes, limits: RosterLimit.cbor)
        } catch {
            throw .notCanonical(error)
        }
        let fields: Fields
        do {
            fields = try Fields(value)
        } catch {
            throw .shape(error)
        }
        let content = try Self.content(fields)
        try RosterRule.check(content)
        return Roster(content: content, bytes: bytes)
    }

    /// The members of the outer map, each of the right type.
    private struct Fields {
        let network: [UInt8]
        let epoch: UInt64
        let previousHash: [UInt8]?
        let threshold: UInt64
        let roots: [CBORValue]
        let members: [CBORValue]
        let issuedDay: UInt64

        init(_ value: CBORValue) throws(CBORShapeError) {
            var map = try CBORMapReader(value)
            self.network = try map.requiredBytes(RosterKey.network, count: NetworkID.byteCount)
            self.epoch = try map.requiredUnsigned(RosterKey.epoch)
            self.previousHash = try map.optionalBytes(RosterKey.previousHash, count: ContentHash.byteCount)
            self.threshold = try map.requiredUnsigned(RosterKey.threshold)
            self.roots = try map.requiredArray(RosterKey.roots, limit: RosterLimit.roots)
            self.members = try map.requiredArray(RosterKey.members, limit: RosterLimit.members)
            self.issuedDay = try map.requiredUnsigned(RosterKey.issuedDay)
            try map.finish()
        }
    }

    private static func content(_ fields: Fields) throws(RosterRejection) -> RosterBuilder {
        guard let network = NetworkID(bytes: fields.network) else { throw .ruleBroken(.malformedRoots) }
        guard let threshold = Int(exactly: fields.threshold) else { throw .ruleBroken(.thresholdOutOfRange) }
        var roots: [SigningPublicKey] = []
        for root in fields.roots {
            guard let bytes = root.bytesValue else { throw .ruleBroken(.malformedRoots) }
            do {
                roots.append(try SigningPublicKey(bytes: bytes))
            } catch {
                throw .ruleBroken(.malformedRoots)
            }
        }
        var members: [RosterMember] = []
        members.reserveCapacity(fields.members.count)
        for (index, value) in fields.members.enumerated() {
            do {
                members.append(try RosterMemberCodec.decode(value))
            } catch {
                throw .memberRuleBroken(index: index, error)
            }
        }
        return RosterBuilder(
            network: network,
            epoch: fields.epoch,
            previousHash: fields.previousHash,
            threshold: threshold,
            roots: roots,
            members: members,
            issuedDay: fields.issuedDay
        )
    }
}
