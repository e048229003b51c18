// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy

/// Reads the numbers of a local policy, each of which must be at least as strict as the federation's.
struct LocalNumbersReader {
    let federation: Policy

    /// Where each statement stands.
    private(set) var places: [PolicyElement: PolicyPlace] = [:]

    /// What cuts the cells besides the federation's axes.
    private(set) var axes: Set<CrowdAxis> = []

    init(federation: Policy) { self.federation = federation }

    mutating func audiences(_ value: YAMLValue?) throws(PolicyFileError) -> Set<ConfidentialityLevel>? {
        guard let value else { return nil }
        places[.audiences] = value.place
        let audiences = try PolicySections.audiences(value)
        guard audiences.isSubset(of: federation.audiences) else { throw value.failure(.widens("audiences")) }
        return audiences
    }

    mutating func crowd(_ value: YAMLValue?) throws(PolicyFileError) -> [ConfidentialityLevel: CrowdThreshold] {
        guard let value else { return [:] }
        var members = try value.mapping()
        if let list = members.optional("axes") {
            axes = try PolicySections.axes(list)
            places[.crowdAxes] = list.place
        }
        var crowd: [ConfidentialityLevel: CrowdThreshold] = [:]
        for level in ConfidentialityLevel.travelling {
            guard let entry = members.optional(level.rawValue), let before = federation.crowd[level] else { continue }
            var numbers = try entry.mapping()
            let name = "crowd.\(level.rawValue)"
            crowd[level] = CrowdThreshold(
                referrers: try Self.atLeast(before.referrers, &numbers, "referrers", of: name) ?? 0,
                incidents: try Self.atLeast(before.incidents, &numbers, "incidents", of: name) ?? 0,
                sourceKinds: try Self.atLeast(before.sourceKinds, &numbers, "source_kinds", of: name) ?? 0
            )
            try numbers.finish()
            places[.crowd(level)] = entry.place
        }
        try members.finish()
        return crowd
    }

    mutating func delay(_ value: YAMLValue?) throws(PolicyFileError) -> DelayLaw? {
        guard let value else { return nil }
        places[.delay] = value.place
        let before = federation.delay
        var members = try value.mapping()
        let law = DelayLaw(
            minimumAgeDays: try Self.atLeast(before.minimumAgeDays, &members, "minimum_age_days", of: "delay") ?? 0,
            batchSpread: try Self.atLeast(before.batchSpread, &members, "batch_spread", of: "delay") ?? 1,
            urgentMinimumAgeDays: try Self.atLeast(
                before.urgentMinimumAgeDays,
                &members,
                "urgent_minimum_age_days",
                of: "delay"
            ) ?? 0,
            batchSize: try Self.atLeast(before.batchSize ?? 1, &members, "batch_size", of: "delay")
        )
        try members.finish()
        return law
    }

    mutating func retention(_ value: YAMLValue?) throws(PolicyFileError) -> Retention? {
        guard let value else { return nil }
        places[.retention] = value.place
        let before = federation.retention
        var members = try value.mapping()
        let retention = Retention(
            identityDaysAfterFeedback: try Self.atMost(
                before.identityDaysAfterFeedback,
                &members,
                "identity_days_after_feedback",
                of: "retention"
            ) ?? before.identityDaysAfterFeedback,
            identityDaysAtMost: try Self.atMost(
                before.identityDaysAtMost,
                &members,
                "identity_days_at_most",
                of: "retention"
            ) ?? before.identityDaysAtMost,
            caseDaysAfterClosing: try Self.atMost(
                before.caseDaysAfterClosing,
                &members,
                "case_days_after_closing",
                of: "retention"
            ) ?? before.caseDaysAfterClosing
        )
        try members.finish()
        return retention
    }

    mutating func textLimits(_ value: YAMLValue?) throws(PolicyFileError) -> [SourceField: Int] {
        guard let value else { return [:] }
        var members = try value.mapping()
        var limits: [SourceField: Int] = [:]
        for field in [SourceField.title, .summary, .lessons] {
            let entry = members.optional(field.rawValue)
            guard let entry, let before = federation.textLimits[field] else { continue }
            let limit = try entry.integer(atLeast: 0)
            guard limit <= before else { throw entry.failure(.widens("text_limits.\(field.rawValue)")) }
            limits[field] = limit
            places[.textLimit(field)] = entry.place
        }
        try members.finish()
        return limits
    }

    private static func atLeast(
        _ least: Int,
        _ members: inout YAMLMapping,
        _ key: String,
        of section: String
    ) throws(PolicyFileError) -> Int? {
        guard let value = members.optional(key) else { return nil }
        let number = try value.integer(atLeast: 0)
        guard number >= least else { throw value.failure(.widens("\(section).\(key)")) }
        return number
    }

    private static func atMost(
        _ most: Int,
        _ members: inout YAMLMapping,
        _ key: String,
        of section: String
    ) throws(PolicyFileError) -> Int? {
        guard let value = members.optional(key) else { return nil }
        let number = try value.integer(atLeast: 0)
        guard number <= most else { throw value.failure(.widens("\(section).\(key)")) }
        return number
    }
}
