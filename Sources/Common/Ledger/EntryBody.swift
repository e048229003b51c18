// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Core and parts of an entry, in the order of its header.
///
/// A part is nil when it was erased, or when who sent it does not hold it.
package struct EntryBody: Hashable, Sendable {
    /// The part that every relay can check.
    package var core: [UInt8]
    /// The other parts, one place for each that the header names.
    package var parts: [[UInt8]?]

    package init(core: [UInt8], parts: [[UInt8]?] = []) {
        self.core = core
        self.parts = parts
    }

    /// Whether no part is missing.
    package var isComplete: Bool { !self.parts.contains(nil) }

    /// Bytes held, core and parts together.
    package var size: Int { self.parts.reduce(self.core.count) { total, part in total + (part?.count ?? 0) } }
}
