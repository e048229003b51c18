// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Document properties, mail headers and log fields that name a person, a machine or an account.
enum MetadataDetector: TextDetector {
    static let keys = WordSet(
        """
        usr user username login uid author creator producer owner lastmodifiedby modifiedby createdby printedby host
        hostname
        machine device computer workstation sender from filename auteur autor creador usuario utilisateur poste equipo
        cn sam account operator
        """
    )
    static let verbs = WordSet(
        """
        printed modified created saved scanned sent uploaded signed edited imprime modifie cree impreso modificado
        creado enviado
        """
    )
    private static let revisions = WordSet("rev v draft")
    private static let by = WordSet("by par por")

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<tokens.count where tokens[index].kind == .word {
            let isCandidate =
                tokens[index].traits.contains(.property) || tokens[index].hasDigit || tokens[index].length == 1
                || tokens.isSign(index + 1, "=")
            guard isCandidate else { continue }
            if tokens.isSign(index + 1, "="),
                Self.keys.contains(tokens[index].hash) || tokens.touches(index + 1, index + 2)
            {
                let run = tokens.run(around: tokens[index].range.lowerBound)
                let start = max(run.lowerBound, tokens[index].range.lowerBound)
                let isKey = Self.keys.contains(tokens[index].hash)
                found.append(
                    DraftFinding(
                        Self.trimmed(start..<run.upperBound, tokens),
                        GuardRule.metadata,
                        isKey ? .remove : .flag
                    )
                )
            } else if let range = Self.header(tokens, index) ?? Self.property(tokens, index)
                ?? Self.revision(tokens, index)
            {
                found.append(DraftFinding(range, GuardRule.metadata, .remove))
            }
        }
        return found
    }

    /// "X-Originating-Host: value".
    private static func header(_ tokens: TokenList, _ index: Int) -> Range<Int>? {
        guard tokens[index].length == 1, tokens[index].isUpper, tokens.scalars[tokens[index].range.lowerBound] == "X",
            tokens.isSign(index + 1, "-"), tokens.touches(index, index + 1), tokens.touches(index + 1, index + 2)
        else { return nil }
        var end = index + 2
        while tokens.isSign(end + 1, "-"), tokens.touches(end, end + 1), tokens.touches(end + 1, end + 2),
            end < index + 12
        {
            end += 2
        }
        guard tokens.isSign(end + 1, ":"), tokens.touches(end, end + 1) else { return nil }
        return Self.toLineEnd(tokens, from: index, limit: 24)
    }

    /// "Printed by: value", "Author: value".
    private static func property(_ tokens: TokenList, _ index: Int) -> Range<Int>? {
        if Self.verbs.contains(tokens[index].hash), index + 2 < tokens.count, Self.by.contains(tokens[index + 1].hash),
            tokens.isSign(index + 2, ":=")
        {
            return Self.toLineEnd(tokens, from: index, limit: 20)
        }
        guard tokens[index].isCapitalised, Self.keys.contains(tokens[index].hash), tokens.isSign(index + 1, ":"),
            tokens.touches(index, index + 1)
        else { return nil }
        return Self.toLineEnd(tokens, from: index, limit: 12)
    }

    /// "rev1: older text".
    private static func revision(_ tokens: TokenList, _ index: Int) -> Range<Int>? {
        guard tokens[index].hasDigit, tokens.isSign(index + 1, ":"), tokens[index].length <= 6 else { return nil }
        let stem = tokens.letters(index).prefix { $0 >= 0x61 }
        guard Self.revisions.contains(WordHash.of(stem)) else { return nil }
        return Self.toLineEnd(tokens, from: index, limit: 20)
    }

    /// To a quotation mark, the end of the line or of the sentence.
    private static func toLineEnd(_ tokens: TokenList, from start: Int, limit: Int) -> Range<Int> {
        var end = start
        while end + 1 < tokens.count, end - start < limit, !tokens[end + 1].newlineBefore,
            !tokens.isSign(end + 1, "\"\u{201D}\u{BB};"),
            !(tokens.isSign(end + 1, ".") && !tokens.touches(end + 1, end + 2))
        { end += 1 }
        return tokens[start].range.lowerBound..<tokens[end].range.upperBound
    }

    private static func trimmed(_ range: Range<Int>, _ tokens: TokenList) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, Signs.contains(".,;:)\"'\u{BB}\u{201D}", tokens.scalars[end - 1]) {
            end -= 1
        }
        return range.lowerBound..<max(end, range.lowerBound)
    }
}
