// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names one connection for as long as it lives; the driver counts up and never reuses a number.
package struct LinkID: Hashable, Comparable, Sendable {
    package let number: UInt64

    package init(number: UInt64) {
        self.number = number
    }

    package static func < (left: LinkID, right: LinkID) -> Bool {
        left.number < right.number
    }
}
