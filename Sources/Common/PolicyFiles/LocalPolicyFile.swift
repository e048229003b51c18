// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import Vocabulary

/// Reads the policy that one desk adds to its federation's, and refuses whatever would widen it.
///
/// A rule that has no effect because it is wider is a mistake of its author, who would believe it; so it is an error here,
/// although ``Policy/narrowed(by:)`` could not widen anything.
package enum LocalPolicyFile {
    /// Parses one file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    ///   - federation: the policy that it narrows.
    ///   - vocabularies: that codes are checked against.
    /// - Returns: the local policy.
    /// - Throws: the first fault with file and line: unknown keys, contradictions, a wider rule.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        narrowing federation: Policy,
        vocabularies: Vocabularies
    ) throws(PolicyFileError) -> LocalPolicy {
        let document = try YAMLDocument.parse(bytes, file: file)
        var root = try document.mapping()
        let id = try root.required("local").text()
        let version = try root.required("version").text()
        let narrows = try root.required("narrows")
        guard try narrows.text() == federation.id else {
            throw narrows.failure(.narrowsAnotherPolicy(expected: federation.id))
        }
        var numbers = LocalNumbersReader(federation: federation)
        let audiences = try numbers.audiences(root.optional("audiences"))
        let crowd = try numbers.crowd(root.optional("crowd"))
        let delay = try numbers.delay(root.optional("delay"))
        let retention = try numbers.retention(root.optional("retention"))
        let textLimits = try numbers.textLimits(root.optional("text_limits"))
        let entries = try root.optional("documents")?.list() ?? []
        try root.finish()
        var rules: [DocumentType: [LocalRule]] = [:]
        var places = numbers.places
        for entry in entries {
            var members = try entry.mapping()
            let name = try members.required("type")
            let type = try PolicySections.documentType(name)
            guard rules[type] == nil else { throw name.failure(.duplicateCode(type.rawValue)) }
            var reader = LocalRuleReader(type, federation: federation, vocabularies: vocabularies)
            for rule in try members.required("rules").list() { try reader.read(rule) }
            try members.finish()
            rules[type] = reader.rules
            places.merge(reader.places) { _, new in new }
        }
        return LocalPolicy(
            id: id,
            version: version,
            narrows: federation.id,
            digestInput: bytes,
            audiences: audiences,
            rules: rules,
            crowd: crowd,
            crowdAxes: numbers.axes,
            delay: delay,
            retention: retention,
            textLimits: textLimits,
            places: places
        )
    }
}
