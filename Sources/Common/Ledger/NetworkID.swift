// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// The name of one federation: 16 random bytes that stand in every header and roster.
///
/// An entry of another network is refused before its signature is looked at. Protocol 2 and 5.1.
package struct NetworkID: Hashable, Sendable {
    /// Length on the wire, bytes.
    package static let byteCount = 16

    private let words: (UInt64, UInt64)

    /// The identifier made of exactly 16 bytes, nil for any other count.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.words = (BigEndianWords.word(bytes.prefix(8)), BigEndianWords.word(bytes.dropFirst(8)))
    }

    /// The 16 bytes as they go on the wire.
    package var bytes: [UInt8] {
        BigEndianWords.bytes(self.words.0) + BigEndianWords.bytes(self.words.1)
    }

    /// The bytes as 32 lower-case hexadecimal digits.
    package var hex: String { Hex.encode(self.bytes) }

    package static func == (left: NetworkID, right: NetworkID) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.words.0)
        hasher.combine(self.words.1)
    }
}

extension NetworkID: CustomStringConvertible {
    package var description: String { self.hex }
}
