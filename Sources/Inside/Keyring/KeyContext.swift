// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a sealed key is bound to, so that no row can take another's place.
struct KeyContext {
    static let domain = "fairlead-keyring-key-v1"

    let kind: KeyKind
    let name: String
    let number: Int64
    let firstDay: Int64
    let lastDay: Int64

    /// A key of which there is one.
    init(_ kind: KeyKind) {
        self.init(kind, name: "", number: 0, days: 0...0)
    }

    /// A key of which there are several.
    init(_ kind: KeyKind, name: String, number: Int64, days: ClosedRange<Int>) {
        self.kind = kind
        self.name = name
        self.number = number
        self.firstDay = Int64(days.lowerBound)
        self.lastDay = Int64(days.upperBound)
    }

    /// The bytes to authenticate.
    var bytes: [UInt8] {
        Self.joined([
            [UInt8](Self.domain.utf8), [UInt8](self.kind.rawValue.utf8), [UInt8](self.name.utf8),
            Self.octets(UInt64(bitPattern: self.number)), Self.octets(UInt64(bitPattern: self.firstDay)),
            Self.octets(UInt64(bitPattern: self.lastDay)),
        ])
    }

    /// Fields with their lengths before them: two different lists never give the same bytes.
    static func joined(_ fields: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields {
            bytes.append(contentsOf: self.octets(UInt64(field.count)))
            bytes.append(contentsOf: field)
        }
        return bytes
    }

    /// Eight bytes, most significant first.
    static func octets(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
    }
}
