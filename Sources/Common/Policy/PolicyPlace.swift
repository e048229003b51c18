// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Where a statement of a policy stands.
package struct PolicyPlace: Hashable, Sendable {
    /// Name of the file as the caller gave it.
    package let file: String

    /// Counted from 1.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

extension PolicyPlace: CustomStringConvertible {
    package var description: String { "\(file):\(line)" }
}
