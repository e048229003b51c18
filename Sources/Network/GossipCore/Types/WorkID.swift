// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names one piece of work that the core asked the driver for; the answering event carries it back.
///
/// The driver answers each piece of work exactly once, in any order, except that `persist` is carried out and answered in
/// the order asked.
package struct WorkID: Hashable, Comparable, Sendable {
    package let number: UInt64

    package init(number: UInt64) {
        self.number = number
    }

    package static func < (left: WorkID, right: WorkID) -> Bool {
        left.number < right.number
    }
}
