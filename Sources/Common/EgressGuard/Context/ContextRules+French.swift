// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension ContextRules {
    static let french: [PhrasePattern] =
        Self.group(
            GuardRule.groupOfOne,
            [
                "<clause n a|avait|ont|avaient qu un|une|deux >clause", "<clause il n y a|avait qu >clause",
                "<clause il y a|avait|n y a un|une seul|seule >clause",
                "un|une seul|seule #person >clause", "le|la seul|seule _2 #person",
                "le|la seul|seule a|qui|de|du >clause",
                "seul|seule a|au|en poste >clause", "personne d autre >clause", "l unique #person >clause",
                "la personne qui >clause",
                "celui|celle qui >clause", "<clause equipe d une|un seule|seul? >clause",
                "des|les #num #person , >sentence",
                "<clause l autre etait|est|malade|absent|absente|en >clause", "quiconque a >clause",
            ]
        )
        + Self.group(
            GuardRule.kinship,
            [
                "#poss #kin #cap , qui|dont >clause", "#poss _ #kin >clause",
                "<clause le|la|l|un|une #kin du|de|des|d >clause",
                "<clause marie|mariee a|avec >clause", "<clause cousin|cousine par >clause", "lien de famille|parente",
            ]
        )
        + Self.group(
            GuardRule.biography,
            [
                "<list ne|nee le|en|a? #num|#cap >list", "<clause age|agee de #num >clause",
                "<list la vingtaine|trentaine|quarantaine|cinquantaine|soixantaine >list",
                "originaire|native|natif de|du|d >clause", "<clause d origine #origin|#cap >clause",
                "<clause habite|habitait|loge|demeure|reside au|a|dans|en|chez|pres|rue >clause",
                "au dessus de|du|d|des >clause", "<clause boite|boitant|boitait|accent >clause",
                "<clause en|par arret|conge maladie|maternite|parental?",
                "mutation|mutee|mute|affectee|affecte|transferee|transfere au|a|en|vers >clause",
                "<clause a|depuis change|quitte de poste|service|quart",
                "<clause clause|accord de confidentialite", "<clause partie|parti a|en la? retraite",
                "<clause enceinte", "en remplacement d|de|du >clause",
                "<clause embarque|embarquee|debarque|debarquee a|en|au|depuis >clause",
            ]
        )
        + Self.group(
            GuardRule.seat,
            [
                "le|du|au bureau pres|voisin|derriere|devant >clause",
                "<clause assis|assise a|pres|derriere|devant|cote >clause", "dos a dos avec >clause",
                "au #ordinal etage", "rue|avenue|boulevard|quai|impasse|place de|du|des|d? la|l|les? #cap",
                "<clause gare|garee en|devant|face >clause",
                "toilettes|vestiaire|vestiaires|cantine du|de|des >clause", "voie|portail|guichet|poste|cabine #num",
                "de service a|cette cette? heure",
                "#poss casier|bureau|ecran|planning|quart|vestiaire",
            ]
        )
        + Self.group(
            GuardRule.description,
            [
                "un|une|le|la|notre|l #person d origine|au|aux|a|qui >clause", "bravo a|merci a|salut _ >clause",
                "notre|mon|ma collegue _ >clause",
                "nomme|nommee|baptise d apres >clause", "#poss initiales|signature|voix|reflet|badge|ecriture >clause",
                "grace a|au|aux l|la|le? equipe|gens|collegue >clause",
            ]
        )
        + Self.group(
            GuardRule.timeline,
            ["<clause le|l|ce|cet #report est|a|arrive|date|precede >clause", "<clause la veille de|du >clause"]
        )
        + Self.group(
            GuardRule.proxy,
            [
                "pour le compte de|du >clause", "un|une collegue de|du >clause",
                "<clause le|un syndicaliste|delegue >clause",
            ]
        )
        + [
            PhrasePattern(
                "salut|bonjour|coucou|bravo|hola la|le|l|a|notre #origin|collegue|#cap",
                rule: GuardRule.description,
                removedFrom: .customs
            )
        ]
}
