// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography

/// Makes records of people who do not exist.
///
/// They lie in the vault like any other, marked inside the seal alone. Nobody has a reason to name them: where one of
/// their values turns up, somebody read the vault. Names are put together from syllables so that no person, firm or word
/// of the trade bears them; telephones and mail addresses are of ranges reserved for fiction.
enum CanaryReferrer {
    static let count = 3

    static func record() -> ReferrerRecord {
        let given = Self.word(syllables: 2)
        let family = Self.word(syllables: 3)
        let name = "\(Self.title(given)) \(Self.title(family))"
        let mail = "\(given).\(family)@\(Self.word(syllables: 3)).example"
        return ReferrerRecord([
            (.stakeholder, "frontline-worker"), (.name, name), (.email, mail),
            (.phone, "+44 1632 96\(Self.digits(4))"),
            (.staffNumber, "\(Self.word(syllables: 1).uppercased())-\(Self.digits(6))"),
            (.reference, "\(Self.word(syllables: 2).uppercased())-\(Self.digits(8))"), (.canary, "1"),
        ])
    }

    static func caseID() -> CaseID { CaseID(randomBytes: SecureRandom.bytes(16)) }

    private static func word(syllables: Int) -> String {
        (0..<syllables).map { _ in
            let onset = Self.onsets[Int(SecureRandom.number(below: UInt32(Self.onsets.count)))]
            let rhyme = Self.rhymes[Int(SecureRandom.number(below: UInt32(Self.rhymes.count)))]
            return onset + rhyme
        }.joined()
    }

    private static func title(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    private static func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(SecureRandom.number(below: 10)) }.joined()
    }

    private static let onsets = [
        "b", "br", "d", "dr", "f", "g", "gl", "h", "j", "k", "l", "m", "n", "p", "qu", "r", "t", "v", "w", "z",
    ]
    private static let rhymes = [
        "ath", "ebb", "elm", "esk", "iln", "ird", "oft", "olv", "orm", "uld", "umph", "yrn", "azz", "igg",
    ]
}
