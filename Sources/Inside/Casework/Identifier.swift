// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The number of one thing in the world: a hull, a box, a seal, a bill of lading, a voyage.
///
/// Its form was checked by the reader; its value can still lead to the referrer (an owner prefix names the carrier), so it
/// does not print, does not mirror and cannot be encoded. The stores seal it under the key of its case.
package struct Identifier: Hashable, Sendable {
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

extension Identifier: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        "<identifier>"
    }

    package var debugDescription: String {
        self.description
    }

    package var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
