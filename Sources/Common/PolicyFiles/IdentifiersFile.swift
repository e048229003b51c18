// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Vocabulary

/// Reads `identifiers.yaml`: what kinds of identifiers exist, with examples of right and wrong check digits.
package enum IdentifiersFile {
    /// Parses the file and holds its examples against the check-digit rules of this program.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: the codes of the kinds.
    /// - Throws: the first fault with its line.
    package static func parse(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> [String] {
        var root = try YAMLDocument.parse(bytes, file: file).mapping()
        _ = try VocabularyHead.version(&root, name: "identifiers")
        let entries = try root.required("identifiers")
        try root.finish()
        var codes: [String] = []
        for entry in try entries.list() {
            var members = try entry.mapping()
            let code = try members.required("code").text()
            _ = try VocabularyHead.labels(try members.required("label"))
            let level = try members.required("default_level")
            guard ["origin-only", "customs", "partners", "public"].contains(try level.text()) else {
                throw level.failure(.unknownCode(try level.text(), list: "confidentiality"))
            }
            _ = try members.required("public_form").text()
            for key in ["pattern", "check", "list", "note"] { _ = try members.optional(key)?.text() }
            try checkExamples(members.optional("valid"), of: code, areValid: true)
            try checkExamples(members.optional("invalid"), of: code, areValid: false)
            try members.finish()
            guard !codes.contains(code) else { throw entry.failure(.duplicateCode(code)) }
            codes.append(code)
        }
        return codes
    }

    private static func checkExamples(
        _ examples: YAMLValue?,
        of code: String,
        areValid: Bool
    ) throws(PolicyFileError) {
        guard let examples else { return }
        for example in try examples.list() {
            let text = try example.text()
            let isValid =
                switch code {
                case "container-number": ContainerNumber.isValid(text)
                case "imo-ship-number": IMOShipNumber.isValid(text)
                default: throw example.failure(.invalidValue(key: code))
                }
            guard isValid == areValid else { throw example.failure(.checkDigitDisagrees(text)) }
        }
    }
}
