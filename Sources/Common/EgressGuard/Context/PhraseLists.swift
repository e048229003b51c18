// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Lists that a phrase pattern can name.
enum PhraseLists {
    static let named: [String: WordSet] = [
        "#person": WordSet(PeopleWords.persons).union(Self.plurals(of: PeopleWords.persons)),
        "#one": WordSet(PeopleWords.persons).union(WordSet(PeopleWords.trades)),
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
        "#single": WordSet(hashes: Self.single),
        "#say": WordSet(PeopleWords.verbs),
        "#informer": WordSet(PeopleWords.informers),
        "#relative": WordSet(PeopleWords.relatives),
        "#trait": WordSet(PeopleWords.traits),
        "#report": WordSet(
            "report call tip referral warning information signalement appel alerte aviso llamada denuncia"
        ),
    ]

    /// One person, without the offices and trades that an analysis speaks of anyway.
    private static let single: [UInt64] = {
        let offices = WordSet(
            """
            officer officier oficial agent agente haulier broker forwarder operator operateur operatrice operador
            operadora planner planificateur controller inspector guardia police policia trucker declarant transitaire
            consignataire consignataria despachante master captain capitan commandant analyst manager supervisor
            """
        )
        return (WordHash.ofWords(in: PeopleWords.persons) + WordHash.ofWords(in: PeopleWords.trades))
            .filter { !offices.contains($0) }
    }()

    private static func plurals(of words: String) -> WordSet {
        WordSet(FoldedText.words(of: words).map { "\($0)s \($0)es" }.joined(separator: " "))
    }
}
