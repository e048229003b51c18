// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import Vocabulary

/// Reads a federation's policy.
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
        var places: [PolicyElement: PolicyPlace] = [:]
        let id = try root.required("policy").text()
        let version = try root.required("version").text()
        var axes: Set<CrowdAxis> = []
        let crowd = try PolicySections.crowd(try root.required("crowd"), axes: &axes, &places)
        let delayValue = try root.required("delay")
        places[.delay] = delayValue.place
        let retentionValue = try root.required("retention")
        places[.retention] = retentionValue.place
        let audiencesValue = try root.required("audiences")
        places[.audiences] = audiencesValue.place
        let audiences = try PolicySections.audiences(audiencesValue)
        let legalBasis = try PolicySections.legalBasis(try root.required("legal_basis"), audiences: audiences)
        let change = try PolicySections.change(try root.required("change"))
        let textLimits = try PolicySections.textLimits(try root.required("text_limits"), &places)
        let advice = try PolicySections.advice(try root.required("what_not_to_do"))
        let entries = try root.required("documents")
        try root.finish()
        var documents: [DocumentType: [FieldRule]] = [:]
        for entry in try entries.list() {
            var members = try entry.mapping()
            let name = try members.required("type")
            let type = try PolicySections.documentType(name)
            guard documents[type] == nil else { throw name.failure(.duplicateCode(type.rawValue)) }
            var reader = FieldRuleReader(type, audiences: audiences, vocabularies: vocabularies)
            for rule in try members.required("rules").list() { try reader.read(rule) }
            try members.finish()
            documents[type] = reader.rules
            places.merge(reader.places) { _, new in new }
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
            delay: try PolicySections.delay(delayValue),
            advice: advice,
            textLimits: textLimits,
            audiences: audiences,
            legalBasis: legalBasis,
            retention: try PolicySections.retention(retentionValue),
            change: change,
            crowdAxes: axes,
            places: places
        )
    }

    /// Loads the operator's `default.yaml`, else the embedded one, without what the desk narrows.
    ///
    /// - Parameters:
    ///   - overrides: directory with the layout of `policy/`, or `nil`.
    ///   - vocabularies: that codes are checked against.
    /// - Returns: the federation's policy.
    /// - Throws: the first fault with file and line.
    package static func load(overrides: String?, vocabularies: Vocabularies) throws(PolicyFileError) -> Policy {
        let (bytes, file) = try PolicyDirectory(overrides: overrides).read("default.yaml")
        return try parse(bytes, file: file, vocabularies: vocabularies)
    }
}
