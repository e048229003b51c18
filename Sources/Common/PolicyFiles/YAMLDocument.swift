// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Yams

/// A parsed YAML file whose values know their lines.
///
/// The file is composed once; scalars keep their text, so that codes such as `NO` are not read as truth values.
enum YAMLDocument {
    /// Parses one file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: the root value.
    /// - Throws: size, encoding, syntax and duplicate keys, with the line.
    static func parse(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> YAMLValue {
        guard bytes.count <= PolicyFileLimits.fileBytes else {
            let rule = PolicyFileRule.tooLong(byteCount: bytes.count, limit: PolicyFileLimits.fileBytes)
            throw PolicyFileError(file: file, line: nil, rule: rule)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PolicyFileError(file: file, line: nil, rule: .notUTF8)
        }
        let root: Node?
        let parser: Parser
        do {
            // Without rules for implicit types: scalars stay text, and no regular expression runs per key.
            parser = try Parser(yaml: text, resolver: .basic)
            root = try parser.singleRoot()
        } catch {
            throw failure(error, file: file)
        }
        guard let root else { throw PolicyFileError(file: file, line: nil, rule: .wrongKind(expected: "a document")) }
        return YAMLValue(node: root, file: file, parser: parser)
    }

    private static func failure(_ error: any Error, file: String) -> PolicyFileError {
        guard let error = error as? YamlError else { return PolicyFileError(file: file, line: nil, rule: .syntax) }
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return PolicyFileError(file: file, line: mark.line, rule: .syntax)
        case .duplicatedKeysInMapping(_, let context):
            return PolicyFileError(file: file, line: context.mark.line, rule: .duplicateKey)
        default:
            return PolicyFileError(file: file, line: nil, rule: .syntax)
        }
    }
}
