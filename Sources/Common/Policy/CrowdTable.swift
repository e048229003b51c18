// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The crowds of a table with one line per person: how many are alike, and of how many kinds.
///
/// The figures are those of k-anonymity and distinct l-diversity. Source: confidentiality notes, C3 step 4.
package struct CrowdTable: Hashable, Sendable {
    /// Lines that cannot be told apart by the columns of the cell.
    package struct Cell: Hashable, Sendable {
        /// Values of the columns that cut the cells.
        package let values: [String]

        /// Lines in the cell.
        package let k: Int

        /// Different kinds among them.
        package let l: Int
    }

    /// In the order of their values.
    package let cells: [Cell]

    /// The smallest of all cells; 0 for an empty table.
    package var k: Int { cells.map(\.k).min() ?? 0 }
    package var l: Int { cells.map(\.l).min() ?? 0 }

    /// Groups lines.
    ///
    /// - Parameter lines: one per person: the values that cut the cells, and the kind.
    package init(_ lines: [(values: [String], kind: String)]) {
        var kinds: [[String]: [String]] = [:]
        for line in lines { kinds[line.values, default: []].append(line.kind) }
        cells = kinds.map { Cell(values: $0, k: $1.count, l: Set($1).count) }
            .sorted { $0.values.lexicographicallyPrecedes($1.values) }
    }
}
