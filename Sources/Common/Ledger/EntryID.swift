// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// The name of one entry: BLAKE2b-256 of its header bytes.
///
/// The signature is not part of it, so a header signed again keeps its name. Ordered by its bytes. Protocol 5.1.
package struct EntryID: Hashable, Comparable, Sendable {
    /// Length on the wire, bytes.
    package static let byteCount = 32

    /// Bytes that a reference on the wire carries.
    ///
    /// Protocol 4.
    package static let prefixByteCount = 8

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// The identifier made of exactly 32 bytes, nil for any other count.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.first = BigEndianWords.word(bytes.prefix(8))
        self.second = BigEndianWords.word(bytes.dropFirst(8).prefix(8))
        self.third = BigEndianWords.word(bytes.dropFirst(16).prefix(8))
        self.fourth = BigEndianWords.word(bytes.dropFirst(24))
    }

    /// The identifier written as 64 lower-case hexadecimal digits, nil for anything else.
    package init?(hex: String) {
        guard hex.utf8.count == 2 * Self.byteCount else { return nil }
        do {
            self.init(bytes: try Hex.decode(hex))
        } catch {
            return nil
        }
    }

    private init(words: [UInt64]) {
        self.first = words[0]
        self.second = words[1]
        self.third = words[2]
        self.fourth = words[3]
    }

    /// The name of the entry with these header bytes.
    package static func of(headerBytes: [UInt8]) -> EntryID {
        let digest = Hashing.blake2b(headerBytes, length: Self.byteCount)
        guard let identifier = EntryID(bytes: digest) else {
            preconditionFailure("BLAKE2b-256 gave \(digest.count) bytes")
        }
        return identifier
    }

    /// All zero: stands where no entry exists, for example in a log closed before its first entry.
    package static let zero = EntryID(words: [0, 0, 0, 0])

    /// The 32 bytes as they go on the wire.
    package var bytes: [UInt8] {
        [self.first, self.second, self.third, self.fourth].flatMap { word in BigEndianWords.bytes(word) }
    }

    /// The first eight bytes as a number: what a reference on the wire compares.
    package var prefix: UInt64 { self.first }

    /// The first eight bytes, as references on the wire carry them.
    package var prefixBytes: [UInt8] { BigEndianWords.bytes(self.first) }

    /// The bytes as 64 lower-case hexadecimal digits.
    package var hex: String { Hex.encode(self.bytes) }

    package static func < (left: EntryID, right: EntryID) -> Bool {
        (left.first, left.second, left.third, left.fourth) < (right.first, right.second, right.third, right.fourth)
    }
}

extension EntryID: CustomStringConvertible {
    package var description: String { self.hex }
}
