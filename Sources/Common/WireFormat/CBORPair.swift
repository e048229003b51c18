// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One key of a CBOR map with its value.
package struct CBORPair: Hashable, Sendable {
    package let key: CBORValue
    package let value: CBORValue

    package init(key: CBORValue, value: CBORValue) {
        self.key = key
        self.value = value
    }
}
