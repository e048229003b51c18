// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The byte patterns of all values in the encodings that keep a value together.
struct CanaryPatterns: Sendable {
    struct Pattern: Sendable {
        let valueIndex: Int
        let encoding: String
        let bytes: [UInt8]
        /// Few signs: a match counts only outside runs that look like encoded binary.
        let isShort: Bool
    }

    /// Found whatever the letter case of ASCII letters.
    private(set) var caseless: [Pattern] = []
    /// Found only as they stand, "-_" as "+/".
    private(set) var exact: [Pattern] = []

    /// Encodings that the canonical view finds, or that are written by others here.
    private static let notPatterns: Set<String> = [
        "separators-dropped", "hyphenated", "spaced", "dotted", "zero-width", "soft-hyphen", "line-broken",
        "marks-removed",
        "marks-apart", "full-width", "look-alike", "leetspeak", "lowercase", "uppercase", "hex-uppercase",
    ]

    init(_ values: [String]) {
        for (index, value) in values.enumerated() {
            let signs = value.unicodeScalars.count(where: Signs.isWordSign)
            guard signs >= CanarySearch.significantCount else { continue }
            let casings = Self.casings(of: value)
            for (name, encode) in CanaryEncodings.all where !Self.notPatterns.contains(name) {
                let isExact = name.hasPrefix("base64")
                for casing in casings {
                    var bytes = encode(casing)
                    if isExact { bytes = Self.certain(bytes, lead: Self.lead(of: name)) }
                    guard bytes.count >= (isExact ? 7 : 6) else { continue }
                    let isPlain = bytes.count <= signs + 3
                    let pattern = Pattern(
                        valueIndex: index,
                        encoding: name,
                        bytes: bytes,
                        isShort: isExact ? bytes.count < 10 : isPlain && signs < 9
                    )
                    if isExact { self.exact.append(pattern) } else { self.caseless.append(pattern) }
                }
            }
        }
    }

    private static func casings(of value: String) -> [String] {
        var casings: [String] = []
        for casing in [value, value.lowercased(), value.uppercased()] where !casings.contains(casing) {
            casings.append(casing)
        }
        return casings
    }

    private static func lead(of name: String) -> Int {
        name.hasSuffix("1") ? 1 : name.hasSuffix("2") ? 2 : 0
    }

    /// The signs of a base64 text that depend on the value alone, not on what stands before or after it.
    private static func certain(_ bytes: [UInt8], lead: Int) -> [UInt8] {
        let text = bytes.filter { $0 != 0x3D }
        let first = lead == 0 ? 0 : lead + 1
        let bits = (text.count * 6 / 8) * 8
        let last = bits / 6
        guard last > first else { return [] }
        return Array(text[first..<last])
    }
}
