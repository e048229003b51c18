// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Core of a reply to a bulletin: everybody but the origin's desk sees a count and a region.
///
/// Protocol 5.3, kind 7.
package struct ReplyCore: Hashable, Sendable {
    /// WCO region of the member that replies, as a code.
    package let region: String

    package init(region: String) {
        self.region = region
    }

    /// The core's bytes.
    package func encoded() -> [UInt8] {
        CBOREncoder.encode(.integerMap([(1, .text(self.region))]))
    }

    /// Reads a core; it may be hostile.
    package static func decode(_ bytes: [UInt8]) throws(CoreDecodingError) -> ReplyCore {
        var fields = try CoreFields(bytes)
        let core = ReplyCore(region: try fields.code(1))
        try fields.finish()
        return core
    }
}
