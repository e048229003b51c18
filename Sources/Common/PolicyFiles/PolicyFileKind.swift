// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a file of a policy directory is, by its first key or line.
package enum PolicyFileKind: String, Hashable, Sendable {
    case federation
    case local
    case tests
    case populations

    /// Tells the kind of a file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors; a table ends with `.csv`.
    /// - Returns: `nil` for a file of another kind, such as a vocabulary.
    /// - Throws: size, encoding and syntax.
    package static func of(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> PolicyFileKind? {
        if file.hasSuffix(".csv") { return bytes.starts(withTableHead: "place,month,") ? .populations : nil }
        var root = try YAMLDocument.parse(bytes, file: file).mapping()
        let keys = root.takeAll().map(\.key)
        if keys.contains("policy_tests") { return .tests }
        if keys.contains("local") { return .local }
        return keys.contains("policy") ? .federation : nil
    }
}

extension [UInt8] {
    /// Whether the first line that is no comment begins with a text.
    fileprivate func starts(withTableHead head: String) -> Bool {
        for line in split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            return line.starts(with: head.utf8)
        }
        return false
    }
}
