// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import Vocabulary

/// Reads a policy.
package enum PolicyFile {
    /// Parses one policy file and refuses rules that contradict each other or the ceilings of the fields.
    ///
    /// - Parameters:
    ///   - bytes: as read; they are also what the policy's digest is taken over.
    ///   - file: name for errors.
    ///   - vocabularies: that codes are checked against.
    /// - Returns: the policy.
    /// - Throws: the first fault with file and line.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        vocabularies: Vocabularies
    ) throws(PolicyFileError) -> Policy {
        let document = try YAMLDocument.parse(bytes, file: file)
        var root = try document.mapping()
        let id = try root.required("policy").text()
        let version = try root.required("version").text()
        let crowd = try crowd(try root.required("crowd"))
        let delay = try delay(try root.required("delay"))
        let textLimits = try textLimits(try root.required("text_limits"))
        let advice = try advice(try root.required("what_not_to_do"))
        let entries = try root.required("documents")
        try root.finish()
        var documents: [DocumentType: [FieldRule]] = [:]
        for entry in try entries.list() {
            var members = try entry.mapping()
            let name = try members.required("type")
            guard let type = DocumentType(rawValue: try name.text()) else {
                throw name.failure(.unknownCode(try name.text(), list: "document types"))
            }
            guard documents[type] == nil else { throw name.failure(.duplicateCode(type.rawValue)) }
            var reader = FieldRuleReader(vocabularies: vocabularies)
            for rule in try members.required("rules").list() { try reader.read(rule) }
            try members.finish()
            documents[type] = reader.rules
        }
        for type in DocumentType.allCases where documents[type] == nil {
            throw entries.failure(.missingKey(type.rawValue))
        }
        return Policy(
            id: id,
            version: version,
            digestInput: bytes,
            documents: documents,
            crowd: crowd,
            delay: delay,
            advice: advice,
            textLimits: textLimits
        )
    }

    /// Loads the operator's `default.yaml`, else the embedded one.
    ///
    /// - Parameters:
    ///   - overrides: directory with the layout of `policy/`, or `nil`.
    ///   - vocabularies: that codes are checked against.
    /// - Returns: the policy.
    /// - Throws: the first fault with file and line.
    package static func load(overrides: String?, vocabularies: Vocabularies) throws(PolicyFileError) -> Policy {
        let (bytes, file) = try PolicyDirectory(overrides: overrides).read("default.yaml")
        return try parse(bytes, file: file, vocabularies: vocabularies)
    }

    private static func crowd(_ value: YAMLValue) throws(PolicyFileError) -> [ConfidentialityLevel: CrowdThreshold] {
        var members = try value.mapping()
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
        }
        try members.finish()
        return crowd
    }

    private static func delay(_ value: YAMLValue) throws(PolicyFileError) -> DelayLaw {
        var members = try value.mapping()
        let law = DelayLaw(
            minimumAgeDays: try members.required("minimum_age_days").integer(atLeast: 0),
            batchSpread: try members.required("batch_spread").integer(atLeast: 1),
            urgentMinimumAgeDays: try members.required("urgent_minimum_age_days").integer(atLeast: 0)
        )
        try members.finish()
        return law
    }

    private static func textLimits(_ value: YAMLValue) throws(PolicyFileError) -> [SourceField: Int] {
        var members = try value.mapping()
        var limits: [SourceField: Int] = [:]
        for field in [SourceField.title, .summary, .lessons] {
            limits[field] = try members.required(field.rawValue).integer(atLeast: 0)
        }
        try members.finish()
        return limits
    }

    private static func advice(_ value: YAMLValue) throws(PolicyFileError) -> [AdviceText] {
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
}
