// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger
import WireFormat

/// HELLO.
///
/// Protocol 4.1.
enum HelloCodec {
    private typealias Key = WireConstants.HelloKey

    static func decode(_ value: CBORValue) throws(MessageDecodingError) -> GossipMessage.Hello {
        do {
            return try Self.read(value)
        } catch {
            throw .helloMember(error)
        }
    }

    private static func read(_ value: CBORValue) throws(CBORShapeError) -> GossipMessage.Hello {
        var map = try CBORMapReader(value)
        let networkBytes = try map.requiredBytes(Key.network, count: NetworkID.byteCount)
        guard let network = NetworkID(bytes: networkBytes) else { throw .wrongType(key: Key.network) }
        // Other keys belong to later minor versions and are ignored.
        return GossipMessage.Hello(
            network: network,
            minorLowest: try map.requiredUnsigned(Key.minorLowest),
            minorHighest: try map.requiredUnsigned(Key.minorHighest),
            features: try Self.features(try map.requiredArray(Key.features, limit: MessageCodec.featureLimit)),
            rosterEpoch: try map.requiredUnsigned(Key.rosterEpoch),
            rosterHash: try map.requiredBytes(Key.rosterHash, count: MessageCodec.hashBytes),
            day: try map.requiredUnsigned(Key.day),
            frameByteLimit: try map.requiredUnsigned(Key.frameByteLimit),
            entryCount: try map.requiredUnsigned(Key.entryCount)
        )
    }

    private static func features(_ values: [CBORValue]) throws(CBORShapeError) -> [String] {
        var features: [String] = []
        for value in values {
            guard case .text(let feature) = value else { throw .wrongType(key: Key.features) }
            guard feature.utf8.count <= MessageCodec.featureByteLimit else {
                throw .tooLong(key: Key.features, limit: MessageCodec.featureByteLimit, found: feature.utf8.count)
            }
            features.append(feature)
        }
        return features
    }

    static func value(of hello: GossipMessage.Hello) -> CBORValue {
        .map([
            CBORPair(key: .unsigned(Key.network), value: .bytes(hello.network.bytes)),
            CBORPair(key: .unsigned(Key.minorLowest), value: .unsigned(hello.minorLowest)),
            CBORPair(key: .unsigned(Key.minorHighest), value: .unsigned(hello.minorHighest)),
            CBORPair(key: .unsigned(Key.features), value: .array(hello.features.map { .text($0) })),
            CBORPair(key: .unsigned(Key.rosterEpoch), value: .unsigned(hello.rosterEpoch)),
            CBORPair(key: .unsigned(Key.rosterHash), value: .bytes(hello.rosterHash)),
            CBORPair(key: .unsigned(Key.day), value: .unsigned(hello.day)),
            CBORPair(key: .unsigned(Key.frameByteLimit), value: .unsigned(hello.frameByteLimit)),
            CBORPair(key: .unsigned(Key.entryCount), value: .unsigned(hello.entryCount)),
        ])
    }
}
