// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
import Policy
import PolicyFiles
package import StrictJSON

/// How many people of a table are alike, and of how many kinds: `fairlead policy crowd`.
package enum PolicyCrowd {
    /// Counts the cells of a table.
    ///
    /// - Parameters:
    ///   - bytes: a CSV file with one line per person.
    ///   - file: name for errors.
    ///   - columns: that cut the cells.
    ///   - kind: column of the kind of source.
    ///   - folder: whose thresholds the figures are compared with.
    /// - Returns: `{"k","l","cells":[{"cell","k","l","enough_for"}]}`.
    /// - Throws: `Problem` with file and line.
    package static func count(
        _ bytes: [UInt8],
        file: String,
        columns: [String],
        kind: String,
        folder: PolicyFolder
    ) throws(Problem) -> JSONValue {
        let table: CrowdTable
        do throws(PolicyFileError) {
            table = try PeopleTableFile.parse(bytes, file: file, columns: columns, kind: kind)
        } catch {
            throw Problem(policyFile: error)
        }
        let thresholds = folder.policies.effective.crowd
        let cells = table.cells.map { cell -> JSONValue in
            var values = JSONObject()
            for (name, value) in zip(columns, cell.values) { values.set(name, .string(value)) }
            // Incidents are counted by place and month, not by person, so only people and kinds are compared here.
            let levels = ConfidentialityLevel.travelling.filter { level in
                thresholds[level].map { cell.k >= $0.referrers && cell.l >= $0.sourceKinds } ?? false
            }
            return .object([
                "cell": .object(values), "k": .integer(cell.k), "l": .integer(cell.l),
                "enough_for": .strings(levels.map(\.rawValue)),
            ])
        }
        return .object(["k": .integer(table.k), "l": .integer(table.l), "cells": .array(cells)])
    }
}
