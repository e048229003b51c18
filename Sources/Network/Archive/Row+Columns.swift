// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import GRDB

extension Row {
    /// A column with bytes; nil for anything else, which only a damaged file has.
    ///
    /// GRDB's own subscripts stop the program when a value has another type.
    func blob(_ column: String) -> [UInt8]? {
        guard let value: DatabaseValue = self[column], let data = Data.fromDatabaseValue(value) else { return nil }
        return [UInt8](data)
    }

    /// A column with a number from 0 on; nil for anything else.
    func number(_ column: String) -> UInt64? {
        self.integer(column).flatMap { UInt64(exactly: $0) }
    }

    /// A column with a number; nil for anything else.
    func integer(_ column: String) -> Int64? {
        guard let value: DatabaseValue = self[column], case .int64(let number) = value.storage else { return nil }
        return number
    }
}
