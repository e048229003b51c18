// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A code after a word that says what it is: badge, licence, seal, plate, passport, booking.
enum LabelledCodeDetector: TextDetector {
    static let labels = WordSet(
        """
        badge licence license staff employee personnel payroll clock matricule mat passport passeport pasaporte visa
        cedula dni nif nie nss ssn id user login account uid usr plate truck registration matricula placa
        immatriculation
        plaque seal seals precinto precintos scelle scelles plomb booking ticket voyage pin card book sirb censo legajo
        ext extension anexo interno nomina licencia carne tarjeta permis carte camion voiture conocimiento
        connaissement lading twic sia cdc
        """
    )
    private static let fillers = WordSet("no nr num number numero n id ending code card nos ref and y et")

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<tokens.count where tokens[index].traits.contains(.codeLabel) {
            var next = index + 1
            while next < tokens.count, next - index <= 4,
                tokens.isSign(next, ":#\u{B0}\u{BA}") || Self.isPoint(tokens, next)
                    || tokens[next].kind == .word && Self.fillers.contains(tokens[next].hash)
            { next += 1 }
            guard let last = Self.code(tokens, next) else { continue }
            let range = tokens[next].range.lowerBound..<tokens[last].range.upperBound
            found.append(DraftFinding(range, GuardRule.labelledCode, .remove))
        }
        return found
    }

    /// The point of an abbreviation, not the end of a sentence.
    private static func isPoint(_ tokens: TokenList, _ index: Int) -> Bool {
        tokens.isSign(index, ".") && (tokens.touches(index, index + 1) || tokens[index - 1].length <= 4)
    }

    /// Capitals and digits in up to six groups: at least four signs, two of them digits, no unit of measure after it.
    private static func code(_ tokens: TokenList, _ start: Int) -> Int? {
        var signs = 0
        var digits = 0
        var last: Int?
        var index = start
        while index < tokens.count, index - start <= 10 {
            let token = tokens[index]
            if token.kind == .sign {
                guard tokens.isSign(index, "-/."), index > start, tokens.touches(index - 1, index),
                    tokens.touches(index, index + 1)
                else { break }
                index += 1
                continue
            }
            guard token.kind == .number || token.isUpper, !token.newlineBefore || index == start else { break }
            if index > start, !tokens.touches(index - 1, index), last != nil, token.kind == .number, digits >= 4,
                token.length < 3
            {
                break
            }
            signs += token.length
            digits += tokens.scalars[token.range].count { Signs.isDigit($0) }
            if digits > 0 { last = index }
            index += 1
        }
        guard signs >= 4, digits >= 2, let last else { return nil }
        return last
    }
}
