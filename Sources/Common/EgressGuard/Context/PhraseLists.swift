// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Lists that a phrase pattern can name.
enum PhraseLists {
    static let named: [String: WordSet] = [
        "#person": WordSet(PeopleWords.persons).union(Self.plurals(of: PeopleWords.persons)),
        "#kin": WordSet(PeopleWords.kin),
        "#poss": WordSet(PeopleWords.possessive),
        "#det": WordSet(PeopleWords.determiner),
        "#origin": WordSet(PeopleWords.origins),
        "#informal": WordSet(
            """
            fella fellas guy guys lad lass lady girl girls boy chap bloke gal dame gars nana mec bonhomme tipo tipa
            chica
            chico muchacha muchacho senora
            """
        ),
        "#ordinal": WordSet(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth ground top 1st 2nd 3rd 4th 5th 6th 7th
            8th 9th
            premier premiere deuxieme troisieme quatrieme cinquieme primer primera segundo segunda tercer tercera cuarto
            cuarta quinto quinta
            """
        ),
        "#report": WordSet(
            "report call tip referral warning information signalement appel alerte aviso llamada denuncia"
        ),
    ]

    private static func plurals(of words: String) -> WordSet {
        WordSet(FoldedText.words(of: words).map { "\($0)s \($0)es" }.joined(separator: " "))
    }
}
