// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import WireFormat

/// The body of an intent in one column: an array of the core and the parts.
enum IntentBody {
    /// The column's bytes.
    static func encode(_ body: EntryBody) -> [UInt8] {
        let parts = body.parts.map { part in part.map { CBORValue.bytes($0) } ?? .null }
        return CBOREncoder.encode(.array([.bytes(body.core), .array(parts)]))
    }

    /// Reads the column.
    static func decode(_ bytes: [UInt8]) throws(ArchiveError) -> EntryBody {
        let value: CBORValue
        do {
            value = try CBORDecoder.decode(bytes, limits: .wire)
        } catch {
            throw .damagedIntent
        }
        guard let fields = value.arrayValue, fields.count == 2, let core = fields[0].bytesValue,
            let parts = fields[1].arrayValue
        else { throw .damagedIntent }
        return EntryBody(core: core, parts: parts.map(\.bytesValue))
    }
}
