// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension Policy {
    /// The federation's policy as one desk applies it.
    ///
    /// Every part is the stricter of the two: this function cannot widen, whatever the local policy says. Applying a local
    /// policy twice changes nothing, and the order of its rules does not matter. ADR 13.
    ///
    /// - Parameter local: read by `LocalPolicyFile`, which refuses what would have no effect here.
    /// - Returns: the policy in force at the desk.
    package func narrowed(by local: LocalPolicy) -> Policy {
        let audiences = local.audiences.map { self.audiences.intersection($0) } ?? self.audiences
        var places = self.places
        var documents: [DocumentType: [FieldRule]] = [:]
        for (type, rules) in self.documents {
            documents[type] = rules.map { rule in
                Self.narrowed(rule, by: local.rules[type]?.filter { $0.field == rule.field } ?? [], audiences)
            }
        }
        for (element, place) in local.places { places[element] = place }
        var crowd = self.crowd
        for (level, threshold) in local.crowd { crowd[level] = crowd[level].map { $0.stricter(threshold) } }
        var textLimits = self.textLimits
        for (field, limit) in local.textLimits { textLimits[field] = textLimits[field].map { min($0, limit) } }
        return Policy(
            id: id,
            version: version,
            digestInput: digestInput + local.digestInput,
            documents: documents,
            crowd: crowd,
            delay: local.delay.map { delay.stricter($0) } ?? delay,
            advice: advice,
            textLimits: textLimits,
            audiences: audiences,
            legalBasis: legalBasis.filter { audiences.contains($0.level) },
            retention: local.retention.map { retention.stricter($0) } ?? retention,
            change: change,
            crowdAxes: crowdAxes.union(local.crowdAxes),
            places: places
        )
    }

    private static func narrowed(
        _ rule: FieldRule,
        by local: [LocalRule],
        _ audiences: Set<ConfidentialityLevel>
    ) -> FieldRule {
        let forms = rule.forms.compactMap { form -> FieldForm? in
            guard !local.contains(where: { $0.withheld.contains(form.claim) }) else { return nil }
            var level = form.level
            var generalisation = form.generalisation
            for change in local.flatMap(\.forms) where change.claim == form.claim {
                level = min(level, change.level ?? level)
                guard let coarser = rule.field.coarser(generalisation, change.generalisation ?? generalisation) else {
                    return nil
                }
                generalisation = coarser
            }
            let permitted = audiences.filter { $0 <= level && $0 != .originOnly }.max()
            return permitted.map { FieldForm(claim: form.claim, level: $0, generalisation: generalisation) }
        }
        let conditions = local.flatMap(\.conditions).filter { !rule.conditions.contains($0) }
        let exceptions = local.flatMap(\.exceptions).filter { !rule.exceptions.contains($0) }
        return FieldRule(
            field: rule.field,
            forms: forms,
            reason: rule.reason,
            conditions: rule.conditions + Set(conditions).sorted { $0.sortKey < $1.sortKey },
            exceptions: rule.exceptions + Set(exceptions).sorted { $0.sortKey < $1.sortKey }
        )
    }
}

extension SourceField {
    /// The coarser of two forms of the field; `nil` when one is not a form of it.
    package func coarser(_ left: Generalisation, _ right: Generalisation) -> Generalisation? {
        guard let first = generalisations.firstIndex(of: left), let second = generalisations.firstIndex(of: right)
        else { return nil }
        return first < second ? right : left
    }
}

extension CrowdThreshold {
    /// The larger of each pair of numbers.
    package func stricter(_ other: CrowdThreshold) -> CrowdThreshold {
        CrowdThreshold(
            referrers: max(referrers, other.referrers),
            incidents: max(incidents, other.incidents),
            sourceKinds: max(sourceKinds, other.sourceKinds)
        )
    }
}

extension DelayLaw {
    /// The longer of each pair, and the larger batch.
    package func stricter(_ other: DelayLaw) -> DelayLaw {
        DelayLaw(
            minimumAgeDays: max(minimumAgeDays, other.minimumAgeDays),
            batchSpread: max(batchSpread, other.batchSpread),
            urgentMinimumAgeDays: max(urgentMinimumAgeDays, other.urgentMinimumAgeDays),
            batchSize: [batchSize, other.batchSize].compactMap { $0 }.max()
        )
    }
}

extension Retention {
    /// The shorter of each pair.
    package func stricter(_ other: Retention) -> Retention {
        Retention(
            identityDaysAfterFeedback: min(identityDaysAfterFeedback, other.identityDaysAfterFeedback),
            identityDaysAtMost: min(identityDaysAtMost, other.identityDaysAtMost),
            caseDaysAfterClosing: min(caseDaysAfterClosing, other.caseDaysAfterClosing)
        )
    }
}

extension FieldCondition {
    /// Orders conditions without regard to the order of a file.
    fileprivate var sortKey: String { "\(when.rawValue) \(drops?.sorted().joined(separator: ",") ?? "*")" }
}

extension TermException {
    /// Orders exceptions without regard to the order of a file.
    fileprivate var sortKey: String {
        let terms = terms?.sorted().joined(separator: ",") ?? "*"
        return "\(when.rawValue) \(terms) \(claims.sorted().joined(separator: ",")) \(treatment.rawValue)"
    }
}
