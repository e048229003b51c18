// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Core of an acknowledgement: this member has acted on the withdrawal.
///
/// Protocol 5.3, kind 5.
package struct WithdrawalAcknowledgementCore: Hashable, Sendable {
    /// The withdrawal; the header's subject is the same.
    package let withdrawal: EntryID

    package init(withdrawal: EntryID) {
        self.withdrawal = withdrawal
    }

    /// The core's bytes.
    package func encoded() -> [UInt8] {
        CBOREncoder.encode(.integerMap([(1, .bytes(self.withdrawal.bytes))]))
    }

    /// Reads a core; it may be hostile.
    package static func decode(_ bytes: [UInt8]) throws(CoreDecodingError) -> WithdrawalAcknowledgementCore {
        var fields = try CoreFields(bytes)
        let name = try fields.bytes(1, count: EntryID.byteCount)
        try fields.finish()
        guard let withdrawal = EntryID(bytes: name) else { throw .malformedElement(index: 0) }
        return WithdrawalAcknowledgementCore(withdrawal: withdrawal)
    }
}
