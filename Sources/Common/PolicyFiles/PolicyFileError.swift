// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A file of a policy directory that cannot be used, with the place to look at.
package struct PolicyFileError: Error, Hashable, Sendable {
    /// Name of the file as the caller gave it.
    package let file: String

    /// Line, counted from 1; `nil` when the file as a whole is wrong.
    package let line: Int?
    package let rule: PolicyFileRule

    package init(file: String, line: Int?, rule: PolicyFileRule) {
        self.file = file
        self.line = line
        self.rule = rule
    }
}

extension PolicyFileError: CustomStringConvertible {
    package var description: String {
        guard let line else { return "\(file): \(rule)" }
        return "\(file):\(line): \(rule)"
    }
}
