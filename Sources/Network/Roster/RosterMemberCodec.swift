// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// Reads one member of a roster; the rules between its fields are ``RosterRule``'s.
///
/// Protocol 2.
enum RosterMemberCodec {
    private typealias Key = RosterKey.Member

    /// Reads a member; every list has its limit.
    static func decode(_ value: CBORValue) throws(RosterViolation) -> RosterMember {
        let fields: Fields
        do {
            fields = try Fields(value)
        } catch {
            throw .malformedMember
        }
        let key: SigningPublicKey
        do {
            key = try SigningPublicKey(bytes: fields.key)
        } catch {
            throw .malformedKey
        }
        var endpoints: [RosterEndpoint] = []
        for endpoint in fields.endpoints { endpoints.append(try Self.endpoint(endpoint)) }
        return RosterMember(
            key: key,
            name: fields.name,
            organisation: fields.organisation,
            country: fields.country,
            region: fields.region,
            memberClass: MemberClass(rawValue: fields.memberClass),
            roles: try Self.words(fields.roles).map { MemberRole(rawValue: $0) },
            endpoints: endpoints,
            audiences: try Self.words(fields.audiences).map { Audience(rawValue: $0) },
            logEpoch: fields.logEpoch,
            closedAt: try Self.closure(fields.closedAt),
            quota: try Self.quota(fields.quota)
        )
    }

    /// The members of the map, each of the right type.
    private struct Fields {
        let key: [UInt8]
        let name: String
        let organisation: String
        let country: String
        let region: String
        let memberClass: String
        let roles: [CBORValue]
        let endpoints: [CBORValue]
        let audiences: [CBORValue]
        let logEpoch: UInt64
        let closedAt: [CBORValue]?
        let quota: [CBORValue]

        init(_ value: CBORValue) throws(CBORShapeError) {
            var map = try CBORMapReader(value)
            self.key = try map.requiredBytes(Key.key, count: SigningPublicKey.byteCount)
            self.name = try map.requiredText(Key.name, limit: RosterLimit.wordBytes)
            self.organisation = try map.requiredText(Key.organisation, limit: RosterLimit.organisationBytes)
            self.country = try map.requiredText(Key.country, limit: 2)
            self.region = try map.requiredText(Key.region, limit: RosterLimit.wordBytes)
            self.memberClass = try map.requiredText(Key.memberClass, limit: RosterLimit.wordBytes)
            self.roles = try map.requiredArray(Key.roles, limit: RosterLimit.words)
            self.endpoints = try map.requiredArray(Key.endpoints, limit: RosterLimit.endpoints)
            self.audiences = try map.requiredArray(Key.audiences, limit: RosterLimit.words)
            self.logEpoch = try map.requiredUnsigned(Key.logEpoch)
            self.closedAt = try map.optionalArray(Key.closedAt, limit: 2)
            self.quota = try map.requiredArray(Key.quota, limit: 2)
            try map.finish()
        }
    }

    private static func words(_ values: [CBORValue]) throws(RosterViolation) -> [String] {
        var words: [String] = []
        for value in values {
            guard let word = value.textValue else { throw .malformedWord }
            words.append(word)
        }
        return words
    }

    private static func endpoint(_ value: CBORValue) throws(RosterViolation) -> RosterEndpoint {
        do {
            var map = try CBORMapReader(value)
            let role = try map.requiredText(RosterKey.Endpoint.role, limit: RosterLimit.wordBytes)
            let hash = try map.requiredBytes(
                RosterKey.Endpoint.spkiHash,
                count: RosterEndpoint.spkiHashByteCount
            )
            let address = try map.optionalText(RosterKey.Endpoint.address, limit: RosterLimit.addressBytes)
            try map.finish()
            return RosterEndpoint(role: EndpointRole(rawValue: role), spkiHash: hash, address: address)
        } catch {
            throw .malformedEndpoint
        }
    }

    private static func closure(_ fields: [CBORValue]?) throws(RosterViolation) -> LogClosure? {
        guard let fields else { return nil }
        guard fields.count == 2, let sequence = fields[0].unsignedValue, let name = fields[1].bytesValue,
            let id = EntryID(bytes: name)
        else { throw .malformedClosure }
        return LogClosure(sequence: sequence, id: id)
    }

    private static func quota(_ fields: [CBORValue]) throws(RosterViolation) -> DailyQuota {
        guard fields.count == 2, let entries = fields[0].unsignedValue, let bytes = fields[1].unsignedValue else {
            throw .malformedQuota
        }
        return DailyQuota(entries: entries, bytes: bytes)
    }
}
