// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The words of a company's name that tell it from others, for the question whether two names mean one firm.
struct CompanyName {
    private let words: [String]

    init(_ text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
        self.words = words.filter { $0.count > 1 && !Self.legalForms.contains($0) }
    }

    /// Whether both names probably mean one firm: one begins with the other, or is its initials.
    func isLikely(_ other: CompanyName) -> Bool {
        guard !self.words.isEmpty, !other.words.isEmpty else { return false }
        if self.words.starts(with: other.words) || other.words.starts(with: self.words) { return true }
        return self.initials == other.words.first && other.words.count == 1
            || other.initials == self.words.first && self.words.count == 1
    }

    private var initials: String? {
        self.words.count < 2 ? nil : String(self.words.compactMap { $0.first })
    }

    private static let legalForms = [
        "ab", "ag", "aps", "as", "asa", "bhd", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "kg",
        "limited",
        "llc", "llp", "lp", "ltd", "mv", "nv", "oy", "plc", "pte", "pty", "sa", "sarl", "sas", "sdn", "sl", "spa",
        "srl",
    ]
}
