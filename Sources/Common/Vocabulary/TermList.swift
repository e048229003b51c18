// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A code list with broader terms, in the order of its file.
///
/// Every parent exists and no chain of parents runs in a circle; the initialiser checks both.
package struct TermList: Sendable, Hashable {
    package let name: String
    package let version: String

    /// All terms, in the order of the file.
    package let terms: [Term]

    private let positions: [String: Int]

    /// Checks the terms.
    ///
    /// - Parameters:
    ///   - name: of the list, as in its file.
    ///   - version: of the list, as in its file.
    ///   - terms: in the order in which people see them.
    /// - Throws: the first contradiction.
    package init(name: String, version: String, terms: [Term]) throws(VocabularyError) {
        var positions: [String: Int] = [:]
        for (position, term) in terms.enumerated() {
            guard Self.isCode(term.code) else { throw .invalidCode(term.code, list: name) }
            guard positions.updateValue(position, forKey: term.code) == nil else {
                throw .duplicateCode(term.code, list: name)
            }
            guard term.labels[.en] != nil else { throw .labelMissing(code: term.code, list: name) }
        }
        for term in terms {
            guard let parent = term.parent else { continue }
            guard positions[parent] != nil else { throw .unknownParent(parent, of: term.code, list: name) }
        }
        self.name = name
        self.version = version
        self.terms = terms
        self.positions = positions
        for term in terms {
            var step = term.parent
            var stepCount = 0
            while let current = step {
                stepCount += 1
                guard stepCount <= terms.count else { throw .parentCycle(term.code, list: name) }
                step = self[current]?.parent
            }
        }
    }

    /// The term of a code.
    package subscript(code: String) -> Term? { positions[code].map { terms[$0] } }

    package func contains(_ code: String) -> Bool { positions[code] != nil }

    /// The broader term of a code; `nil` for a term without one and for an unknown code.
    package func parent(of code: String) -> String? { self[code]?.parent }

    /// The broadest term above a code, or the code itself; `nil` for an unknown code.
    package func root(of code: String) -> String? {
        guard contains(code) else { return nil }
        var current = code
        while let parent = parent(of: current) { current = parent }
        return current
    }

    /// Whether a code is another one or stands below it.
    package func isWithin(_ code: String, ancestor: String) -> Bool {
        var step: String? = code
        while let current = step {
            if current == ancestor { return contains(current) }
            step = parent(of: current)
        }
        return false
    }

    /// The terms directly below a code, in the order of the list.
    package func children(of code: String) -> [Term] { terms.filter { $0.parent == code } }

    /// The name of a code for people; English where the language is missing, `nil` for an unknown code.
    package func label(_ code: String, _ language: Language) -> String? {
        guard let term = self[code] else { return nil }
        return term.labels[language] ?? term.labels[.en]
    }

    /// Lower-case letters, digits and single hyphens: a code can stand in a file name, a URL and a command line.
    private static func isCode(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 64, !text.hasPrefix("-"), !text.hasSuffix("-") else { return false }
        return text.utf8.allSatisfy { octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }
}
