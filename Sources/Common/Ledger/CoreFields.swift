// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Reads the small map that the cores of kinds 3 to 9 are.
struct CoreFields {
    /// Most bytes of a code in a core.
    static let codeByteLimit = 64

    private static let limits = CBORLimits(
        byteLimit: WireConstants.Limit.bodyBytes,
        depthLimit: WireConstants.Limit.depth,
        itemLimit: WireConstants.Limit.items
    )

    private var map: CBORMapReader

    /// Decodes a core; it may be hostile.
    init(_ bytes: [UInt8]) throws(CoreDecodingError) {
        let value: CBORValue
        do {
            value = try CBORDecoder.decode(bytes, limits: Self.limits)
        } catch {
            throw .notCanonical(error)
        }
        do {
            self.map = try CBORMapReader(value)
        } catch {
            throw .shape(error)
        }
    }

    /// Takes a code: a word of a vocabulary and never free text, so that a core cannot carry a sentence.
    mutating func code(_ key: UInt64) throws(CoreDecodingError) -> String {
        let text: String
        do {
            text = try self.map.requiredText(key, limit: Self.codeByteLimit)
        } catch {
            throw .shape(error)
        }
        guard Self.isCode(text) else { throw .notACode(key: key) }
        return text
    }

    /// Takes a number of at most 2^53 - 1.
    mutating func number(_ key: UInt64) throws(CoreDecodingError) -> UInt64 {
        let number: UInt64
        do {
            number = try self.map.requiredUnsigned(key)
        } catch {
            throw .shape(error)
        }
        guard number <= EntryHeader.numberMax else { throw .numberTooLarge(key: key) }
        return number
    }

    /// Takes exactly so many bytes.
    mutating func bytes(_ key: UInt64, count: Int) throws(CoreDecodingError) -> [UInt8] {
        do {
            return try self.map.requiredBytes(key, count: count)
        } catch {
            throw .shape(error)
        }
    }

    /// Takes a list.
    mutating func list(_ key: UInt64) throws(CoreDecodingError) -> [CBORValue] {
        do {
            return try self.map.requiredArray(key, limit: WireConstants.Limit.items)
        } catch {
            throw .shape(error)
        }
    }

    /// Refuses members that nobody took.
    func finish() throws(CoreDecodingError) {
        do {
            try self.map.finish()
        } catch {
            throw .shape(error)
        }
    }

    /// Whether a text is 1 to 64 ASCII letters, digits, `.`, `_`, `-`.
    static func isCode(_ text: String) -> Bool {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= Self.codeByteLimit
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
