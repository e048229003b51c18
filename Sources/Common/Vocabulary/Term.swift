// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One entry of a code list.
package struct Term: Hashable, Sendable {
    /// Stable code; never renamed or reused.
    package let code: String

    /// The broader term of the same list, if there is one.
    package let parent: String?

    /// Short name for people; English is always there.
    package let labels: [Language: String]

    /// What the term covers, in English.
    package let definition: String

    package init(code: String, parent: String? = nil, labels: [Language: String], definition: String) {
        self.code = code
        self.parent = parent
        self.labels = labels
        self.definition = definition
    }
}
