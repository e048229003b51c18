// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Container numbers of ISO 6346: three letters of the owner, one of U, J, Z, six digits, one check digit.
package enum ContainerNumber {
    /// Whether a text of eleven signs without separators has the form and the right check digit.
    package static func isValid(_ text: String) -> Bool {
        let octets = Array(text.utf8)
        guard octets.count == 11, let expected = checkDigit(of: octets[..<10]) else { return false }
        return octets[10] == UInt8(ascii: "0") + expected
    }

    /// The check digit of the first ten signs.
    ///
    /// Each sign's value is multiplied by two to the power of its position; the sum modulo 11 is the digit, with 10
    /// written as 0. Letters count from 10 and leave out the multiples of 11.
    ///
    /// - Parameter octets: owner prefix, category letter and six digits, in upper case.
    /// - Returns: 0 to 9, or `nil` when the signs do not have the form.
    package static func checkDigit(of octets: ArraySlice<UInt8>) -> UInt8? {
        guard octets.count == 10 else { return nil }
        var sum = 0
        for (position, octet) in octets.enumerated() {
            let value: Int
            switch octet {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where position < 4:
                let isCategory = position == 3
                guard !isCategory || "UJZ".utf8.contains(octet) else { return nil }
                let ordinal = Int(octet - UInt8(ascii: "A"))
                // A=10; 11, 22 and 33 are left out, so B, L and V step over one each.
                value = 10 + ordinal + (ordinal + 9) / 10
            case UInt8(ascii: "0")...UInt8(ascii: "9") where position >= 4:
                value = Int(octet - UInt8(ascii: "0"))
            default:
                return nil
            }
            sum += value << position
        }
        return UInt8(sum % 11 % 10)
    }
}
