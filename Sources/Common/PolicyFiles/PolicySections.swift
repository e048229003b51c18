// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Vocabulary

/// Reads the parts of a policy that are not rules of fields.
enum PolicySections {
    static func crowd(
        _ value: YAMLValue,
        axes: inout Set<CrowdAxis>,
        _ places: inout [PolicyElement: PolicyPlace]
    ) throws(PolicyFileError) -> [ConfidentialityLevel: CrowdThreshold] {
        var members = try value.mapping()
        axes = [.place, .period]
        if let list = members.optional("axes") {
            axes.formUnion(try self.axes(list))
            places[.crowdAxes] = list.place
        }
        var crowd: [ConfidentialityLevel: CrowdThreshold] = [:]
        for level in ConfidentialityLevel.travelling {
            guard let entry = members.optional(level.rawValue) else {
                throw value.failure(.missingThreshold(level: level.rawValue))
            }
            var numbers = try entry.mapping()
            crowd[level] = CrowdThreshold(
                referrers: try numbers.required("referrers").integer(atLeast: 1),
                incidents: try numbers.required("incidents").integer(atLeast: 1),
                sourceKinds: try numbers.required("source_kinds").integer(atLeast: 1)
            )
            try numbers.finish()
            places[.crowd(level)] = entry.place
        }
        try members.finish()
        return crowd
    }

    /// What cuts the cells besides place and period.
    static func axes(_ value: YAMLValue) throws(PolicyFileError) -> Set<CrowdAxis> {
        var axes: Set<CrowdAxis> = []
        for entry in try value.list() {
            guard let axis = CrowdAxis(rawValue: try entry.text()) else {
                throw entry.failure(.unknownCode(try entry.text(), list: "axes"))
            }
            guard axes.insert(axis).inserted else { throw entry.failure(.duplicateCode(axis.rawValue)) }
        }
        return axes
    }

    static func delay(_ value: YAMLValue) throws(PolicyFileError) -> DelayLaw {
        var members = try value.mapping()
        let law = DelayLaw(
            minimumAgeDays: try members.required("minimum_age_days").integer(atLeast: 0),
            batchSpread: try members.required("batch_spread").integer(atLeast: 1),
            urgentMinimumAgeDays: try members.required("urgent_minimum_age_days").integer(atLeast: 0),
            batchSize: try members.optional("batch_size")?.integer(atLeast: 1)
        )
        try members.finish()
        return law
    }

    static func retention(_ value: YAMLValue) throws(PolicyFileError) -> Retention {
        var members = try value.mapping()
        let retention = Retention(
            identityDaysAfterFeedback: try members.required("identity_days_after_feedback").integer(atLeast: 0),
            identityDaysAtMost: try members.required("identity_days_at_most").integer(atLeast: 1),
            caseDaysAfterClosing: try members.required("case_days_after_closing").integer(atLeast: 1)
        )
        try members.finish()
        return retention
    }

    static func change(_ value: YAMLValue) throws(PolicyFileError) -> PolicyChange {
        var members = try value.mapping()
        let announced = try members.required("announced").day()
        let effective = try members.required("effective")
        let change = PolicyChange(
            announcedDay: announced,
            effectiveDay: try effective.day(),
            noticeDays: try members.required("notice_days").integer(atLeast: 0)
        )
        guard change.announcedDay <= change.effectiveDay else { throw effective.failure(.effectiveBeforeAnnounced) }
        try members.finish()
        return change
    }

    static func audiences(_ value: YAMLValue) throws(PolicyFileError) -> Set<ConfidentialityLevel> {
        var audiences: Set<ConfidentialityLevel> = []
        for entry in try value.list() {
            let level = try level(entry)
            guard audiences.insert(level).inserted else { throw entry.failure(.duplicateCode(level.rawValue)) }
        }
        guard !audiences.isEmpty else { throw value.failure(.invalidValue(key: "audiences")) }
        return audiences
    }

    static func legalBasis(
        _ value: YAMLValue,
        audiences: Set<ConfidentialityLevel>
    ) throws(PolicyFileError) -> [LegalBasis] {
        var texts: [LegalBasis] = []
        for entry in try value.list() {
            var members = try entry.mapping()
            let code = try members.required("code").text()
            let levelValue = try members.required("level")
            let level = try level(levelValue)
            guard audiences.contains(level) else {
                throw levelValue.failure(.unknownCode(level.rawValue, list: "audiences"))
            }
            let labels = try VocabularyHead.labels(try members.required("label"))
            try members.finish()
            guard !texts.contains(where: { $0.code == code }) else { throw entry.failure(.duplicateCode(code)) }
            texts.append(LegalBasis(code: code, level: level, labels: labels))
        }
        for level in ConfidentialityLevel.travelling
        where audiences.contains(level) && !texts.contains(where: { $0.level == level }) {
            throw value.failure(.noLegalBasis(level: level.rawValue))
        }
        return texts
    }

    static func textLimits(
        _ value: YAMLValue,
        _ places: inout [PolicyElement: PolicyPlace]
    ) throws(PolicyFileError) -> [SourceField: Int] {
        var members = try value.mapping()
        var limits: [SourceField: Int] = [:]
        for field in [SourceField.title, .summary, .lessons] {
            let limit = try members.required(field.rawValue)
            limits[field] = try limit.integer(atLeast: 0)
            places[.textLimit(field)] = limit.place
        }
        try members.finish()
        return limits
    }

    static func advice(_ value: YAMLValue) throws(PolicyFileError) -> [AdviceText] {
        var texts: [AdviceText] = []
        for entry in try value.list() {
            var members = try entry.mapping()
            let code = try members.required("code").text()
            let labels = try VocabularyHead.labels(try members.required("label"))
            try members.finish()
            guard !texts.contains(where: { $0.code == code }) else { throw entry.failure(.duplicateCode(code)) }
            texts.append(AdviceText(code: code, labels: labels))
        }
        return texts
    }

    /// A level that travels.
    static func level(_ value: YAMLValue) throws(PolicyFileError) -> ConfidentialityLevel {
        guard let level = ConfidentialityLevel(rawValue: try value.text()), level != .originOnly else {
            throw value.failure(.unknownCode(try value.text(), list: "levels that travel"))
        }
        return level
    }

    /// A type of document.
    static func documentType(_ value: YAMLValue) throws(PolicyFileError) -> DocumentType {
        guard let type = DocumentType(rawValue: try value.text()) else {
            throw value.failure(.unknownCode(try value.text(), list: "document types"))
        }
        return type
    }
}
