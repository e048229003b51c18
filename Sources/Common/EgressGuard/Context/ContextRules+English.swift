// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension ContextRules {
    static let english: [PhrasePattern] =
        Self.group(
            GuardRule.groupOfOne,
            [
                "the only _3 #person _ on|at|in|of|who|with >clause", "the only _3 #person",
                "the only one who|that|of|in|on|at >clause",
                "the only person|woman|man|one >clause", "_ #num _ #person only one >clause",
                "of the|our|those|these #num #person >sentence", "only one was|is|had|has|of|knew|could >clause",
                "only #num _2 #person", "there is|was|are|were only? one|two _3 #person",
                "there is|was just one _3 #person",
                "<clause a? team of one|two|three", "<clause one man|woman|person team",
                "nobody|none|noone else >clause",
                "no one else >clause",
                "<clause the other|others was|were|is|are off|on|sick|away|ill|absent|retired >clause",
                "<clause has|had #num women|men|girls >clause", "whoever _ the|this|that|it >clause",
                "the one who >clause",
                "the person who >clause", "<clause alone on|in|at|that >clause", "that _ has|had one owner",
                "<clause has|have only? #num people|employees|staff", "<clause is|are one of #num|two|three _ in the",
                "the same person", "the woman|man who >clause",
                "printed|kept|signed|done by one|a person|single >clause",
                "first|last #person to >clause",
            ]
        )
        + Self.group(
            GuardRule.kinship,
            [
                "#poss #kin #cap , who|whose|that >clause", "#poss #kin , who >clause", "#poss _ #kin >clause",
                "<clause #poss #kin s #kin", "<clause #kin of the|our|his|her >clause", "married to >clause",
                "<clause related to|by >clause", "in-laws",
            ]
        )
        + Self.group(
            GuardRule.biography,
            [
                "<list born in|on|near? #num|#cap >list", "<list aged #num >list", "#num years|year old",
                "signed on|off in|at >clause",
                "#cap on #num #cap as relief >clause", "relief|replacement for >clause",
                "joined|embarked|boarded|mustered in|at #cap >clause", "home town",
                "on his|her|my first contract|trip|voyage|ship|job|week", "hometown",
                "comes|came|hails originally? from #cap",
                "<clause in his|her early|mid|late? twenties|thirties|forties|fifties|sixties",
                "<clause with a limp|accent|stutter|lisp >clause", "<clause off sick",
                "<clause sick|maternity|parental|annual leave",
                "<clause non disclosure >clause", "<clause signed a|an _2 not to >clause",
                "<clause lives|lived|living in|at|with|near|above|next|opposite|behind >clause",
                "<clause first|only woman|man to >clause", "<clause studied|trained at|in #cap >clause",
                "<clause used to work >clause", "<clause worked there|here since|for >clause",
                "<clause joined the|us _2 in|last >clause",
                "<clause moved|transferred to another|training >clause",
                "<clause moved|transferred to the|a _ shift|desk|department|office|gate|crew|school|branch >clause",
                "<clause has since changed|left|moved|resigned|retired >clause",
                "<clause recovering|recovered from >clause", "<clause is|was pregnant",
            ]
        )
        + Self.group(
            GuardRule.seat,
            [
                "the? desk by|near|next|opposite|beside|behind >clause",
                "<clause sits|sat|seated next|beside|by|opposite|behind|near >clause",
                "back to back with >clause", "#poss? _ toilet|toilets|changing|locker _3 floor",
                "<clause on|from the #ordinal floor",
                "<clause parked opposite|outside|behind|beside|by|near >clause", "control room #num",
                "the seat next|by|behind >clause",
                "#poss locker|desk|chair|screen|roster|rota|shift|post|cabin|bunk",
                "the night|day|early|late shift #person",
                "<clause on shift|duty|watch|nights alone|that|the >clause",
            ]
        )
        + Self.group(
            GuardRule.description,
            [
                "the|a|an|our|that #origin _ #person with|who|from|in >clause",
                "the|a|an|our|that|some|wee #informal with|who|from|in|that >clause",
                "the|a|an|our|that _ named|called after >clause", "<clause named|called after a|the|his|her >clause",
                "thanks to the _ side|team|crew|desk|shift",
                "#poss initials|signature|handwriting|voice|reflection|badge|nameplate >clause",
                "a name plate|tag|badge",
                "the #person with the|a|an|his|her #num? _ badge|accent|limp|beard|tattoo|scar|glasses|hair >clause",
                "the #person with the|a|an|his|her #num? _ ring|truck|car|van|bike|dog >clause",
            ]
        )
        + Self.group(
            GuardRule.timeline,
            [
                "<clause the|this|that|his|her #report came|arrived|reached|followed|was|preceded >clause",
                "<clause the day|night|morning|evening|week before the >clause",
            ]
        )
        + Self.group(
            GuardRule.proxy,
            ["on behalf of the|a|his|her >clause", "a? colleague of >clause", "the colleague from|of|on|in >clause"]
        )
        + [
            PhrasePattern(
                "our|the|that|this #origin #cap|second|third|chief|mate|bosun|cook|cadet|master|clerk",
                rule: GuardRule.description,
                removedFrom: .customs
            ),
            PhrasePattern(
                "which|one of my|our|your|his|her #informal|people|men|women|staff|lot",
                rule: GuardRule.description,
                removedFrom: .customs
            ),
        ]

    static func group(
        _ rule: String,
        _ patterns: [String],
        reportedFrom: GuardLevel = .customs
    ) -> [PhrasePattern] {
        patterns.map { PhrasePattern($0, rule: rule, reportedFrom: reportedFrom) }
    }
}
