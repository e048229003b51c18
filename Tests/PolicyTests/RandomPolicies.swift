// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy

/// Draws federation policies and local policies, sensible and not, from a seed.
struct RandomPolicies {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64.
    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(bound))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

    static let fields: [SourceField] = [.port, .incident, .modusOperandi, .indicators, .quantity, .vesselName, .mode]
    static let terms = ["term-a", "term-b", "term-c"]

    mutating func federation() -> Policy {
        let audiences = audiences()
        let levels = ConfidentialityLevel.travelling.filter { audiences.contains($0) }
        var documents: [DocumentType: [FieldRule]] = [:]
        for type in DocumentType.allCases { documents[type] = Self.fields.map { rule(of: $0, levels: levels) } }
        return Policy(
            id: "federation",
            version: "1",
            digestInput: [1],
            documents: documents,
            crowd: Dictionary(uniqueKeysWithValues: ConfidentialityLevel.travelling.map { ($0, threshold()) }),
            delay: delay(),
            advice: [],
            textLimits: [.title: number(below: 200), .summary: number(below: 900), .lessons: number(below: 900)],
            audiences: audiences,
            retention: retention()
        )
    }

    /// Rules are drawn without regard to the federation's: many are wider, and name claims that do not exist.
    mutating func local() -> LocalPolicy {
        var rules: [DocumentType: [LocalRule]] = [:]
        for type in DocumentType.allCases {
            rules[type] = Self.fields.filter { _ in number(below: 3) > 0 }.map { localRule(of: $0) }
        }
        var crowd: [ConfidentialityLevel: CrowdThreshold] = [:]
        for level in ConfidentialityLevel.travelling where number(below: 2) == 0 { crowd[level] = threshold() }
        return LocalPolicy(
            id: "local",
            version: "1",
            narrows: "federation",
            digestInput: [2],
            audiences: number(below: 3) == 0 ? audiences() : nil,
            rules: rules,
            crowd: crowd,
            delay: number(below: 2) == 0 ? delay() : nil,
            retention: number(below: 2) == 0 ? retention() : nil,
            textLimits: [.title: number(below: 200)]
        )
    }

    /// The same local policy with its rules, forms, conditions and exceptions in another order.
    mutating func shuffled(_ local: LocalPolicy) -> LocalPolicy {
        var rules: [DocumentType: [LocalRule]] = [:]
        for type in DocumentType.allCases {
            var list = (local.rules[type] ?? []).map { rule in
                LocalRule(
                    field: rule.field,
                    withheld: rule.withheld,
                    forms: rule.forms.reversed(),
                    conditions: rule.conditions.reversed(),
                    exceptions: rule.exceptions.reversed()
                )
            }
            for index in list.indices.reversed() { list.swapAt(index, number(below: index + 1)) }
            rules[type] = list
        }
        return LocalPolicy(
            id: local.id,
            version: local.version,
            narrows: local.narrows,
            digestInput: local.digestInput,
            audiences: local.audiences,
            rules: rules,
            crowd: local.crowd,
            delay: local.delay,
            retention: local.retention,
            textLimits: local.textLimits
        )
    }

    private static func claim(_ field: SourceField, _ index: Int) -> String { "\(field.rawValue)_\(index)" }

    private mutating func rule(of field: SourceField, levels: [ConfidentialityLevel]) -> FieldRule {
        let count = number(below: 4)
        let forms = (0..<count).map { index in
            FieldForm(
                claim: Self.claim(field, index),
                level: pick(levels),
                generalisation: pick(field.generalisations)
            )
        }
        return FieldRule(
            field: field,
            forms: forms,
            reason: "protects-reporter",
            conditions: conditions(of: field),
            exceptions: exceptions(of: field)
        )
    }

    private mutating func localRule(of field: SourceField) -> LocalRule {
        let withheld = number(below: 4) == 0 ? [Self.claim(field, number(below: 4))] : []
        let forms = (0..<number(below: 4)).map { index in
            LocalRule.Form(
                claim: Self.claim(field, index),
                level: number(below: 2) == 0 ? pick(ConfidentialityLevel.travelling) : nil,
                generalisation: number(below: 2) == 0 ? pick(field.generalisations) : nil
            )
        }
        return LocalRule(
            field: field,
            withheld: Set(withheld),
            forms: forms,
            conditions: conditions(of: field),
            exceptions: exceptions(of: field)
        )
    }

    private mutating func conditions(of field: SourceField) -> [FieldCondition] {
        (0..<number(below: 3)).map { _ in
            FieldCondition(
                when: pick(PolicyTrigger.allCases),
                drops: number(below: 2) == 0 ? nil : [Self.claim(field, number(below: 3))]
            )
        }
    }

    private mutating func exceptions(of field: SourceField) -> [TermException] {
        guard field.vocabulary != nil else { return [] }
        return (0..<number(below: 3)).map { _ in
            TermException(
                when: pick(PolicyTrigger.allCases),
                terms: number(below: 2) == 0 ? nil : [pick(Self.terms)],
                claims: [Self.claim(field, number(below: 3))],
                treatment: pick(TermException.Treatment.allCases)
            )
        }
    }

    private mutating func threshold() -> CrowdThreshold {
        CrowdThreshold(
            referrers: 1 + number(below: 12),
            incidents: 1 + number(below: 12),
            sourceKinds: 1 + number(below: 3)
        )
    }

    private mutating func delay() -> DelayLaw {
        DelayLaw(
            minimumAgeDays: number(below: 60),
            batchSpread: 1 + number(below: 5),
            urgentMinimumAgeDays: number(below: 5)
        )
    }

    private mutating func retention() -> Retention {
        Retention(
            identityDaysAfterFeedback: number(below: 200),
            identityDaysAtMost: 1 + number(below: 900),
            caseDaysAfterClosing: 1 + number(below: 2_000)
        )
    }

    private mutating func audiences() -> Set<ConfidentialityLevel> {
        Set(ConfidentialityLevel.travelling.filter { $0 == .customs || number(below: 4) > 0 })
    }
}
