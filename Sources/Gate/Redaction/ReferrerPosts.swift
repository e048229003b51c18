// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import Vocabulary

/// Finds the insider roles that are the referrer's own post.
///
/// Publishing the post of the person inside would publish the post of the person who reported. The text of the role is
/// read by borrowing and only codes come out.
package enum ReferrerPosts {
    /// Shortest word that counts; shorter ones are articles and prepositions in the three languages.
    private static let wordLengthMin = 4

    /// Signs at the front of a word that must agree, so that `technicien` and `technicienne` do.
    private static let stemLength = 7

    /// Shortest word that may go on in the other text, so that `agent` and `agente` agree, `port` and `portail` do not.
    private static let openEndLengthMin = 5

    /// Compares a referrer's role with the names of the roles in all languages.
    ///
    /// - Parameters:
    ///   - record: who reported.
    ///   - roles: the list `insider-roles`.
    /// - Returns: codes without narrower terms whose name, or one alternative of it, is part of the referrer's role.
    package static func codes(of record: borrowing ReferrerRecord, roles: TermList) -> [TermCode] {
        let words = record.withFirst(.role) { longWords(of: $0) } ?? []
        guard !words.isEmpty else { return [] }
        return roles.terms
            .filter { term in
                guard term.parent != nil else { return false }
                return Language.allCases.contains { language in
                    guard let label = term.labels[language] else { return false }
                    return alternatives(of: label).contains { alternative in
                        alternative.allSatisfy { word in words.contains { agree(word, $0) } }
                    }
                }
            }
            .map { TermCode(rawValue: $0.code) }
    }

    /// The alternatives that a label joins with "or" and commas; shared last words are given to each.
    ///
    /// "Documentation or release clerk" is "documentation clerk" and "release clerk".
    private static func alternatives(of label: String) -> [[String]] {
        var groups: [[String]] = [[]]
        for word in words(of: label) {
            if ["or", "ou", "o", "u"].contains(word) {
                groups.append([])
            } else {
                groups[groups.count - 1].append(word)
            }
        }
        let filled = groups.map { $0.filter { $0.utf8.count >= wordLengthMin } }.filter { !$0.isEmpty }
        guard filled.count > 1, let last = filled.last, let first = filled.first else {
            return filled
        }
        let tail = last.count > 1 ? [last[last.count - 1]] : []
        let head = first.count > 1 ? [first[0]] : []
        return filled.enumerated().map { position, group in
            let isFirst = position == 0
            let isLast = position == filled.count - 1
            // A one-word group borrows the noun of its neighbour: in front in English, behind in French and Spanish.
            if group.count == 1, !isLast { return group + tail }
            if group.count == 1, !isFirst { return head + group }
            return group
        }
    }

    private static func longWords(of text: String) -> [String] {
        words(of: text).filter { $0.utf8.count >= wordLengthMin }
    }

    /// Whether two words are one word with another ending.
    private static func agree(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let length = min(left.count, right.count, stemLength)
        return length >= openEndLengthMin && left.prefix(length) == right.prefix(length)
    }

    /// Lower-case words of letters, with accents of the three languages dropped.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic {
                word.append(plain(scalar))
            } else if scalar.properties.generalCategory != .nonspacingMark, !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "á", "à", "â", "ä": "a"
        case "é", "è", "ê", "ë": "e"
        case "í", "ì", "î", "ï": "i"
        case "ó", "ò", "ô", "ö": "o"
        case "ú", "ù", "û", "ü": "u"
        case "ç": "c"
        case "ñ": "n"
        default: Character(scalar)
        }
    }
}
