// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import WireFormat

/// `ref` and the messages that are lists of them.
///
/// Protocol 4.
enum ReferenceCodec {
    /// Bytes of an entry id in a reference.
    static let prefixByteCount = 8

    /// The prefix as the number that the core compares.
    static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The prefix as it goes on the wire.
    static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<Self.prefixByteCount).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    static func references(_ items: inout ItemReader) throws(MessageDecodingError) -> [EntryReference] {
        try items.check(items.count, limit: WireConstants.Limit.referencesPerFrame)
        var references: [EntryReference] = []
        references.reserveCapacity(items.count)
        while !items.isAtEnd {
            var fields = try items.list(limit: 4)
            references.append(
                EntryReference(
                    index: try fields.unsigned(),
                    logEpoch: try fields.unsigned(),
                    sequence: try fields.unsigned(),
                    idPrefix: Self.number(try fields.bytes(count: Self.prefixByteCount)[...])
                )
            )
            try fields.finish()
        }
        return references
    }

    static func value(of references: [EntryReference]) -> CBORValue {
        .array(
            references.map { reference in
                .array([
                    .unsigned(reference.index), .unsigned(reference.logEpoch), .unsigned(reference.sequence),
                    .bytes(Self.bytes(reference.idPrefix)),
                ])
            }
        )
    }
}
