// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Policy
import WireFormat

extension ReleaseManifest {
    static func cbor(_ tier: TierDisclosures) -> CBORValue {
        .array([.unsigned(UInt64(tier.tier.rawValue)), .array(tier.disclosures.map { .text($0.encoded) })])
    }

    static func tier(_ value: CBORValue) throws -> TierDisclosures {
        guard case .array(let items) = value, items.count == 2, case .unsigned(let number) = items[0],
            case .array(let disclosures) = items[1], number <= 2, let tier = Tier(rawValue: UInt8(number))
        else { throw ReleaseRefusal.storedManifestDamaged }
        return TierDisclosures(
            tier: tier,
            disclosures: try disclosures.map { try Disclosure(encoded: try Self.text($0)) }
        )
    }

    static func text(_ value: CBORValue) throws -> String {
        guard case .text(let text) = value else { throw ReleaseRefusal.storedManifestDamaged }
        return text
    }

    static func cbor(_ readers: ReleaseTerms.Readers) -> CBORValue {
        .array([.unsigned(UInt64(readers.tier.rawValue)), .array(readers.members.map { .bytes($0.bytes) })])
    }

    static func readers(_ value: CBORValue) throws -> ReleaseTerms.Readers {
        guard case .array(let items) = value, items.count == 2, case .unsigned(let number) = items[0],
            case .array(let members) = items[1], number <= 2, let tier = Tier(rawValue: UInt8(number))
        else { throw ReleaseRefusal.storedManifestDamaged }
        return ReleaseTerms.Readers(
            tier: tier,
            members: try members.map { member in
                guard case .bytes(let bytes) = member else { throw ReleaseRefusal.storedManifestDamaged }
                return try SigningPublicKey(bytes: bytes)
            }
        )
    }

    static func cbor(_ crowd: CrowdStatement) -> CBORValue {
        let numbers = [
            crowd.found.referrers, crowd.found.incidents, crowd.found.sourceKinds,
            crowd.needed.referrers, crowd.needed.incidents, crowd.needed.sourceKinds,
        ]
        return .array([.text(crowd.level.rawValue)] + numbers.map { .unsigned(UInt64(max(0, $0))) })
    }

    static func crowd(_ value: CBORValue) throws -> CrowdStatement {
        guard case .array(let items) = value, items.count == 7, case .text(let name) = items[0],
            let level = ConfidentialityLevel(rawValue: name)
        else { throw ReleaseRefusal.storedManifestDamaged }
        let numbers = try items.dropFirst().map { item in
            guard case .unsigned(let number) = item, let value = Int(exactly: number) else {
                throw ReleaseRefusal.storedManifestDamaged
            }
            return value
        }
        return CrowdStatement(
            level: level,
            found: Crowd(referrers: numbers[0], incidents: numbers[1], sourceKinds: numbers[2]),
            needed: CrowdThreshold(referrers: numbers[3], incidents: numbers[4], sourceKinds: numbers[5])
        )
    }
}
