// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words that a person typed into a case: a ship's name, a company's name, a description of goods.
///
/// Free text may name the referrer in any form, so it does not print, does not mirror and cannot be encoded. The stores
/// seal it under the key of its case. For text that must not even be copied, see ``SecretText``.
package struct FreeText: Hashable, Sendable {
    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Lends the text to one closure: the call site shows that it is read.
    ///
    /// - Parameter body: what to do with the text; must not log it.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    package func withText<Result, Failure: Error>(
        _ body: (String) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(self.text)
    }
}

extension FreeText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        "<free text>"
    }

    package var debugDescription: String {
        self.description
    }

    package var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
