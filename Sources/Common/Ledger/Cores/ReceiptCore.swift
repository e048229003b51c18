// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import WireFormat

/// Core of a cumulative receipt: how far this member's desk has every log.
///
/// Protocol 5.3, kind 6.
///
/// Signed by desks, at most daily; a desk that is silent shows as "cannot tell".
package struct ReceiptCore: Hashable, Sendable {
    /// Heads of logs, ascending by origin, one per origin.
    package let heads: [LogHead]

    /// A receipt for these heads, which are sorted; of two for one origin the one that is further is kept.
    package init(heads: [LogHead]) {
        var sorted: [LogHead] = []
        let ordered = heads.sorted {
            ($0.origin, $0.logEpoch, $0.sequence) < ($1.origin, $1.logEpoch, $1.sequence)
        }
        for head in ordered {
            if sorted.last?.origin == head.origin { sorted.removeLast() }
            sorted.append(head)
        }
        self.heads = sorted
    }

    /// The core's bytes.
    package func encoded() -> [UInt8] {
        let rows = self.heads.map { head in
            CBORValue.array([
                .bytes(head.origin.bytes), .unsigned(head.logEpoch), .unsigned(head.sequence), .bytes(head.id.bytes),
            ])
        }
        return CBOREncoder.encode(.integerMap([(1, .array(rows))]))
    }

    /// Reads a core; it may be hostile.
    package static func decode(_ bytes: [UInt8]) throws(CoreDecodingError) -> ReceiptCore {
        var fields = try CoreFields(bytes)
        let rows = try fields.list(1)
        try fields.finish()
        var heads: [LogHead] = []
        for (index, row) in rows.enumerated() {
            let head = try Self.head(row, index: index)
            if let last = heads.last, last.origin >= head.origin { throw .malformedElement(index: index) }
            heads.append(head)
        }
        return ReceiptCore(heads: heads)
    }

    private static func head(_ row: CBORValue, index: Int) throws(CoreDecodingError) -> LogHead {
        guard case .array(let fields) = row, fields.count == 4,
            case .bytes(let key) = fields[0],
            case .unsigned(let logEpoch) = fields[1], logEpoch <= EntryHeader.numberMax,
            case .unsigned(let sequence) = fields[2], sequence > 0, sequence <= EntryHeader.numberMax,
            case .bytes(let name) = fields[3], let id = EntryID(bytes: name)
        else { throw .malformedElement(index: index) }
        do {
            let origin = try SigningPublicKey(bytes: key)
            return LogHead(origin: origin, logEpoch: logEpoch, sequence: sequence, id: id)
        } catch {
            throw .malformedElement(index: index)
        }
    }
}
