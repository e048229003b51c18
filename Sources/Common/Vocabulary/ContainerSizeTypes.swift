// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Container size-type codes of ISO 6346 and the group that each belongs to.
package struct ContainerSizeTypes: Hashable, Sendable {
    /// Group such as `dry` by code; an unknown code of good form is read by its third sign.
    private let groups: [String: String]

    package let labels: [String: [Language: String]]

    package init(groups: [String: String], labels: [String: [Language: String]]) {
        self.groups = groups
        self.labels = labels
    }

    /// Whether a code has the form: two signs for the size, a type letter, a sign.
    package func isWellFormed(_ code: String) -> Bool {
        let octets = Array(code.utf8)
        guard octets.count == 4 else { return false }
        let isAlphanumeric = octets.allSatisfy { octet in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
        }
        return isAlphanumeric && Self.groupsByLetter[octets[2]] != nil
    }

    /// The group of a code; `nil` when it is neither listed nor well formed.
    package func group(of code: String) -> String? {
        if let group = groups[code] { return group }
        guard isWellFormed(code) else { return nil }
        return Self.groupsByLetter[Array(code.utf8)[2]]
    }

    private static let groupsByLetter: [UInt8: String] = [
        UInt8(ascii: "G"): "dry", UInt8(ascii: "V"): "ventilated", UInt8(ascii: "B"): "bulk",
        UInt8(ascii: "R"): "reefer", UInt8(ascii: "H"): "insulated", UInt8(ascii: "U"): "open-top",
        UInt8(ascii: "P"): "flat", UInt8(ascii: "T"): "tank", UInt8(ascii: "S"): "named-cargo",
        UInt8(ascii: "A"): "air-surface",
    ]
}
