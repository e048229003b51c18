// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A sea or river port with its UN/LOCODE.
package struct Port: Hashable, Sendable {
    /// Five signs: country and place.
    package let code: String

    /// Name with its own letters.
    package let name: String

    /// WCO region, where known.
    package let region: String?

    package init(code: String, name: String, region: String?) {
        self.code = code
        self.name = name
        self.region = region
    }

    /// The country, which is the first two letters of the code.
    package var country: String { String(code.prefix(2)) }
}
