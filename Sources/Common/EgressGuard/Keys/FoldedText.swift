// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A value in canonical form: the bytes of its letters and digits, and where its words begin.
struct FoldedText: Hashable, Sendable {
    let bytes: [UInt8]
    /// Offsets in ``bytes`` at which a new word of the value begins, without 0.
    let breaks: [Int]

    init(_ text: String) {
        let view = CanonicalView(Array(text.unicodeScalars))
        self.bytes = view.bytes
        self.breaks = view.bytes.indices.filter { $0 > 0 && view.gaps[$0].contains(.separator) }
    }

    /// One word in canonical form.
    init(bytes: [UInt8]) {
        self.bytes = bytes
        self.breaks = []
    }

    var count: Int { self.bytes.count }
    var hash: UInt64 { WordHash.of(self.bytes) }
    var digits: [UInt8] { self.bytes.filter { (0x30...0x39).contains($0) } }
    var letterCount: Int { self.bytes.count { $0 >= 0x61 } }

    /// The words of a text as it stands, split at blanks and at the given further separators.
    static func words(of text: String, also separators: String = "") -> [String] {
        let further = Set(separators.unicodeScalars)
        return text.unicodeScalars
            .split { $0.properties.isWhitespace || further.contains($0) }
            .map { String(String.UnicodeScalarView($0)) }
    }
}
