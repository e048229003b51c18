// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GRDB

extension Row {
    /// Reads a column and says so when it holds something else than the schema promises.
    ///
    /// GRDB's own subscript ends the process on such a value; a file that was tampered with must not be able to.
    ///
    /// - Parameters:
    ///   - column: name in the query's result.
    ///   - type: what it must hold.
    /// - Returns: the value.
    /// - Throws: ``RowShapeError``.
    package func checked<Value: DatabaseValueConvertible>(
        _ column: String,
        as type: Value.Type = Value.self
    ) throws(RowShapeError) -> Value {
        let stored: DatabaseValue? = self[column]
        guard let stored, let value = Value.fromDatabaseValue(stored) else {
            throw RowShapeError(column: column)
        }
        return value
    }

    /// The same for a column that may be empty.
    ///
    /// - Parameters:
    ///   - column: name in the query's result.
    ///   - type: what it must hold unless it is NULL.
    /// - Returns: the value, nil for NULL.
    /// - Throws: ``RowShapeError``.
    package func checkedOptional<Value: DatabaseValueConvertible>(
        _ column: String,
        as type: Value.Type = Value.self
    ) throws(RowShapeError) -> Value? {
        let stored: DatabaseValue? = self[column]
        guard let stored else { throw RowShapeError(column: column) }
        guard !stored.isNull else { return nil }
        return try self.checked(column, as: type)
    }
}
