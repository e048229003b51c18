// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads `sources.yaml`: where the terms of the vocabularies come from.
package enum SourcesFile {
    /// Parses the file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: the names of the sources.
    /// - Throws: the first fault with its line.
    package static func parse(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> [String] {
        var root = try YAMLDocument.parse(bytes, file: file).mapping()
        var entries = try root.required("sources").mapping()
        try root.finish()
        var names: [String] = []
        for entry in entries.takeAll() {
            var members = try entry.value.mapping()
            for key in ["kind", "where", "title", "licence"] { _ = try members.required(key).text() }
            try members.finish()
            names.append(entry.key)
        }
        return names
    }
}
