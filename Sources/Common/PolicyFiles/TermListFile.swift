// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Reads one code list of `policy/vocabularies/`.
package enum TermListFile {
    /// Parses one file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - name: of the list; the file must bear it.
    ///   - file: name for errors.
    /// - Returns: the list, without contradictions.
    /// - Throws: the first fault with its line.
    package static func parse(
        _ bytes: [UInt8],
        name: VocabularyName,
        file: String
    ) throws(PolicyFileError) -> TermList {
        var root = try YAMLDocument.parse(bytes, file: file).mapping()
        let version = try VocabularyHead.version(&root, name: name.rawValue)
        let entries = try root.required("terms")
        try root.finish()
        var terms: [Term] = []
        var seen: Set<String> = []
        for entry in try entries.list() {
            let term = try term(entry)
            guard seen.insert(term.code).inserted else { throw entry.failure(.duplicateCode(term.code)) }
            terms.append(term)
        }
        do throws(VocabularyError) {
            return try TermList(name: name.rawValue, version: version, terms: terms)
        } catch {
            throw failure(error, entries: entries, name: name)
        }
    }

    private static func term(_ entry: YAMLValue) throws(PolicyFileError) -> Term {
        var members = try entry.mapping()
        let code = try members.required("code").text()
        let parent = try members.optional("parent")?.text()
        let labels = try VocabularyHead.labels(try members.required("label"))
        let definition = try members.required("definition").text()
        _ = try members.required("source").texts()
        try members.finish()
        return Term(code: code, parent: parent, labels: labels, definition: definition)
    }

    /// Finds the line of a contradiction.
    private static func failure(
        _ error: VocabularyError,
        entries: YAMLValue,
        name: VocabularyName
    ) -> PolicyFileError {
        switch error {
        case .unknownParent(let parent, _, _): entries.failure(.unknownCode(parent, list: name.rawValue))
        case .invalidCode(let code, _): entries.failure(.invalidValue(key: code))
        case .duplicateCode(let code, _): entries.failure(.duplicateCode(code))
        case .parentCycle, .labelMissing: entries.failure(.listContradiction)
        }
    }
}
