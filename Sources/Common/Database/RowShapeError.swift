// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A row holds something else than the schema promises: the file was damaged or changed by another program.
package struct RowShapeError: Error, Hashable, Sendable {
    /// Name of the column.
    package let column: String

    package init(column: String) {
        self.column = column
    }
}
