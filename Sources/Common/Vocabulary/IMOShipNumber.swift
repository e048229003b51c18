// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// IMO ship numbers: seven digits, the last of which is a check digit.
package enum IMOShipNumber {
    /// Whether a text of seven digits has the right check digit and does not begin with zero.
    ///
    /// The first six digits times 7, 6, 5, 4, 3, 2; the last digit of the sum is the seventh digit.
    package static func isValid(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.count == 7, digits.allSatisfy({ (0...9).contains($0) }), digits[0] != 0 else { return false }
        let sum = (0..<6).reduce(0) { $0 + digits[$1] * (7 - $1) }
        return sum % 10 == digits[6]
    }
}
