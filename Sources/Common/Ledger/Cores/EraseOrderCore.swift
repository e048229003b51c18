// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Core of an erase order: core and parts of the subject are to be deleted everywhere.
///
/// Protocol 5.3, kind 4.
package struct EraseOrderCore: Hashable, Sendable {
    /// Why, as a code.
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }

    /// The core's bytes.
    package func encoded() -> [UInt8] {
        CBOREncoder.encode(.integerMap([(1, .text(self.reason))]))
    }

    /// Reads a core; it may be hostile.
    package static func decode(_ bytes: [UInt8]) throws(CoreDecodingError) -> EraseOrderCore {
        var fields = try CoreFields(bytes)
        let core = EraseOrderCore(reason: try fields.code(1))
        try fields.finish()
        return core
    }
}
