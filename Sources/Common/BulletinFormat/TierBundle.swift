// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The disclosures of one tier as one block whose size says little.
///
/// Protocol 6.2: joined by `~`, then zero bytes up to a power of two, at least 1,024; the next one, or in a sealed tier
/// any greater one.
package struct TierBundle: Hashable, Sendable {
    /// The disclosures as transmitted, in order.
    package let disclosures: [String]

    package init(disclosures: [String]) { self.disclosures = disclosures }

    /// Bytes before padding.
    var contentByteCount: Int { disclosures.reduce(max(0, disclosures.count - 1)) { $0 + $1.utf8.count } }

    /// The padded bytes.
    ///
    /// - Parameter byteCountMin: least size, a power of two.
    /// - Returns: the disclosures and zero bytes.
    package func encoded(byteCountMin: Int = BulletinLimits.bundleBytesMin) -> [UInt8] {
        var output: [UInt8] = []
        for (index, disclosure) in disclosures.enumerated() {
            if index > 0 { output.append(UInt8(ascii: "~")) }
            output.append(contentsOf: disclosure.utf8)
        }
        let padding = max(byteCountMin, Self.paddedByteCount(for: output.count)) - output.count
        output.append(contentsOf: repeatElement(0, count: padding))
        return output
    }

    /// Reads padded bytes; nil unless they are exactly what ``encoded(byteCountMin:)`` makes.
    ///
    /// - Parameters:
    ///   - bytes: of a part, or of what was sealed in it.
    ///   - allowsPadding: takes greater powers of two than the content needs.
    package init?(decoding bytes: [UInt8], allowsPadding: Bool = false) {
        guard bytes.count <= BulletinLimits.bundleBytesMax else { return nil }
        let content = bytes.prefix { $0 != 0 }
        let least = Self.paddedByteCount(for: content.count)
        guard bytes.count == least || allowsPadding && bytes.count > least && Self.isPowerOfTwo(bytes.count) else {
            return nil
        }
        guard bytes[content.endIndex...].allSatisfy({ $0 == 0 }) else { return nil }
        guard !content.isEmpty else {
            disclosures = []
            return
        }
        let pieces = content.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
        guard pieces.count <= BulletinLimits.digests else { return nil }
        guard pieces.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isBase64URL) }) else { return nil }
        disclosures = pieces.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func paddedByteCount(for count: Int) -> Int {
        var size = BulletinLimits.bundleBytesMin
        while size < count { size *= 2 }
        return size
    }

    private static func isPowerOfTwo(_ count: Int) -> Bool { count > 0 && count & (count - 1) == 0 }

    private static func isBase64URL(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
