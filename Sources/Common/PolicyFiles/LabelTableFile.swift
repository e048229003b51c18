// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Reads the two tables of codes with labels: container size-types and HS chapters.
package enum LabelTableFile {
    /// Parses `container-size-types.csv`.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: codes with groups and labels.
    /// - Throws: the first fault with its line.
    package static func containerSizeTypes(
        _ bytes: [UInt8],
        file: String
    ) throws(PolicyFileError) -> ContainerSizeTypes {
        let columns = ["code", "label_en", "label_fr", "label_es", "group"]
        let document = try CSVDocument(bytes, file: file, columns: columns)
        var groups: [String: String] = [:]
        var labels: [String: [Language: String]] = [:]
        for row in document.rows {
            guard groups.updateValue(row.fields[4], forKey: row.fields[0]) == nil else {
                throw document.failure(row, .duplicateCode(row.fields[0]))
            }
            labels[row.fields[0]] = [.en: row.fields[1], .fr: row.fields[2], .es: row.fields[3]]
        }
        return ContainerSizeTypes(groups: groups, labels: labels)
    }

    /// Parses `hs-chapters.csv`.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: chapters with labels.
    /// - Throws: the first fault with its line.
    package static func hsChapters(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> HSChapters {
        let document = try CSVDocument(bytes, file: file, columns: ["chapter", "label_en", "label_fr", "label_es"])
        var labels: [String: [Language: String]] = [:]
        for row in document.rows {
            let label: [Language: String] = [.en: row.fields[1], .fr: row.fields[2], .es: row.fields[3]]
            guard labels.updateValue(label, forKey: row.fields[0]) == nil else {
                throw document.failure(row, .duplicateCode(row.fields[0]))
            }
        }
        return HSChapters(labels: labels)
    }
}
