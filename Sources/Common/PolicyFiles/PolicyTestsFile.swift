// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import StrictJSON
import Vocabulary

/// Reads a policy's own test file, which a lawyer can review: given case, expected claims.
package enum PolicyTestsFile {
    /// Parses one file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: the id of the policy that the examples are about, and the examples in their order.
    /// - Throws: the first fault with file and line.
    package static func parse(
        _ bytes: [UInt8],
        file: String
    ) throws(PolicyFileError) -> (policy: String, examples: [PolicyExample]) {
        let document = try YAMLDocument.parse(bytes, file: file)
        var root = try document.mapping()
        let policy = try root.required("policy_tests").text()
        let crowd = try rows(root.optional("crowd"))
        var examples: [PolicyExample] = []
        let list = try root.required("tests")
        for entry in try list.list() {
            let example = try example(entry, crowd: crowd)
            guard !examples.contains(where: { $0.name == example.name }) else {
                throw entry.failure(.duplicateCode(example.name))
            }
            examples.append(example)
        }
        try root.finish()
        guard !examples.isEmpty else { throw list.failure(.invalidValue(key: "tests")) }
        return (policy, examples)
    }

    private static func example(_ entry: YAMLValue, crowd: [PopulationRow]?) throws(PolicyFileError) -> PolicyExample {
        var members = try entry.mapping()
        let name = try members.required("name").text()
        let type = try members.optional("document").map { value throws(PolicyFileError) in
            try PolicySections.documentType(value)
        }
        let isUrgent = try members.optional("urgent").map { value throws(PolicyFileError) in try value.flag() } ?? false
        let isKnown = try members.optional("identifiers_widely_known").map { value throws(PolicyFileError) in
            try value.flag()
        }
        let fields = try members.required("case").json().objectValue
        let referrer = try members.optional("referrer").map { value throws(PolicyFileError) in try Self.referrer(value)
        }
        let own = members.optional("crowd")
        let expected = try members.required("expect")
        let (heldAt, views) = try expectation(expected)
        try members.finish()
        guard let fields else { throw entry.failure(.invalidValue(key: "case")) }
        return PolicyExample(
            name: name,
            place: entry.place,
            document: type ?? .analysis,
            isUrgent: isUrgent,
            caseFields: fields,
            referrer: referrer,
            identifiersAreWidelyKnown: isKnown ?? false,
            crowd: own == nil ? crowd : try rows(own),
            heldAt: heldAt,
            views: views
        )
    }

    private static func expectation(
        _ value: YAMLValue
    ) throws(PolicyFileError) -> (heldAt: ConfidentialityLevel?, views: [PolicyExample.View]) {
        var members = try value.mapping()
        if let held = members.optional("held") {
            let level = try PolicySections.level(held)
            try members.finish()
            return (level, [])
        }
        var views: [PolicyExample.View] = []
        for level in ConfidentialityLevel.travelling.reversed() {
            guard let entry = members.optional(level.rawValue) else { continue }
            var view = try entry.mapping()
            let sees = try view.optional("sees")?.json().objectValue ?? [:]
            let never = try view.optional("never")?.texts() ?? []
            let all = try view.optional("all")?.texts()
            try view.finish()
            views.append(PolicyExample.View(level: level, sees: sees, never: never, all: all))
        }
        try members.finish()
        guard !views.isEmpty else { throw value.failure(.invalidValue(key: "expect")) }
        return (nil, views)
    }

    private static func referrer(_ value: YAMLValue) throws(PolicyFileError) -> PolicyExample.Referrer {
        var members = try value.mapping()
        let isOnBoard = try members.optional("on_board")?.flag() ?? false
        let worksForOperator = try members.optional("works_for_operator")?.flag() ?? false
        let cameThroughCarrier = try members.optional("through_carrier")?.flag() ?? false
        let posts = try members.optional("posts")?.texts() ?? []
        try members.finish()
        return PolicyExample.Referrer(
            isOnBoard: isOnBoard,
            worksForOperator: worksForOperator,
            cameThroughCarrier: cameThroughCarrier,
            posts: posts
        )
    }

    /// `PLACE: {referrers, incidents, source_kinds}`.
    private static func rows(_ value: YAMLValue?) throws(PolicyFileError) -> [PopulationRow]? {
        guard let value else { return nil }
        var members = try value.mapping()
        var rows: [PopulationRow] = []
        for member in members.takeAll() {
            var numbers = try member.value.mapping()
            let crowd = Crowd(
                referrers: try numbers.required("referrers").integer(atLeast: 0),
                incidents: try numbers.required("incidents").integer(atLeast: 0),
                sourceKinds: try numbers.required("source_kinds").integer(atLeast: 0)
            )
            try numbers.finish()
            rows.append(PopulationRow(place: member.key, monthIndex: nil, crowd: crowd))
        }
        return rows
    }
}
