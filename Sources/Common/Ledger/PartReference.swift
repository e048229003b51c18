// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a header says about one part: which one, and how to recognise it.
///
/// Ordinals: 0 public tier, 1 partners, 2 customs, 3 for the origin of the subject. No audience and no key slot is
/// named. Protocol 5.1 and 5.2.
package struct PartReference: Hashable, Sendable {
    /// Which part it is, unique within an entry.
    package let ordinal: UInt8
    /// Hash and size of the part's bytes.
    package let content: ContentHash

    package init(ordinal: UInt8, content: ContentHash) {
        self.ordinal = ordinal
        self.content = content
    }

    /// SHA-256 of the part's bytes.
    package var hash: [UInt8] { self.content.sha256 }
    /// Bytes of the part.
    package var size: Int { self.content.size }
}
