// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension ContextRules {
    /// Any single person at all: an analysis speaks of methods, so a pronoun, a relative or a habit is worth a look.
    ///
    /// Only the words themselves are flagged, not their clause, and only from partners on: customs readers may know more.
    static let individuals: [PhrasePattern] =
        Self.fromPartners(
            GuardRule.individual,
            [
                "#det _ #single", "el|este|estos|esos|aquel|aquella _ #single",
                "un|une|l #origin", "somebody|someone|alguien|quiconque", "quelqu un|une", "both of us|them",
                "they|we both",
                "tous|toutes les? deux", "qu elle|lui|eux", "solo|solamente|unicamente ella|el|ellos|ellas|yo",
                "#num|both _ women|men|members|femmes|hommes|membres|mujeres|hombres|miembros|personas|personnes",
                "su|sa|son|sus|ses jefe|patron|equipe|cuadrilla|turno|chef|collegue|collegues|companeros|superior|main|mano",
                "su|sa|son|sus|ses mesa|casa|coche|voiture|maison|moto|telephone|ecriture|letra|casco|cabine|cama|camarote",
                "me|nous|nos|te lo|la|l #say", "asked|begged|pidio|rogo _2 no|not|ne|que|to",
                "he|she|him|himself|herself|hers", "his|her _", "#det _2 #one _8 #say",
                "un|une|el|la|le _2 #one _8 #say",
                "il|elle|lui|ella _3 #say", "#poss source|informant|man|woman|guy|contact|fuente|informateur|indic",
                "the|this|that|our|le|la|l|un|une|el|una|nuestro #informer",
                "the youngest|oldest|newest|tallest|shortest|strongest|smartest|longest _3 #one|serving",
                "le|la plus jeune|vieux|vieille|ancien|ancienne|age|agee des|du|de|d",
                "el|la mas joven|viejo|vieja|antiguo|antigua|veterano|veterana de|del",
                "c est|etait lui|elle qui", "fue|es|era el|la mismo|misma #one|que", "fue|es|era quien",
                "was|is the same #one|one", "is who|whom", "he who|that",
                "can only have come|been", "ne peut venir|etre que", "solo puede ser|venir|haber",
                "they|ils|elles|ellos|ellas were|etaient|eran #num",
                "quedaba|quedaban|restait|restaient un|una|une|#num #one",
                "desde entonces le|la|les", "depuis cet|ce #report|appel", "desde esa|ese|aquella|aquel #report",
                "lleva|llevaba|depuis #num anos|ans en|dans|a|au", "for #num years at|on|in",
            ]
        )
        + Self.fromPartners(GuardRule.kinship, ["#relative"])
        + Self.fromPartners(GuardRule.description, ["#trait"])

    static func fromPartners(_ rule: String, _ patterns: [String]) -> [PhrasePattern] {
        Self.group(rule, patterns, reportedFrom: .partners)
    }
}
