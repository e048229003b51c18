// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Text that an officer typed for a document, with the marks that a person has looked at.
package struct OfficerText: Hashable, Sendable {
    package let text: String

    /// Ranges in Unicode code points that the officer has accepted as they are.
    package let reviewed: [Range<Int>]

    package init(_ text: String, reviewed: [Range<Int>] = []) {
        self.text = text
        self.reviewed = reviewed
    }
}

extension OfficerText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<text of an officer>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
