// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// The law or agreement that lets the readers of a level read; documents carry the code.
package struct LegalBasis: Hashable, Sendable {
    package let code: String
    package let level: ConfidentialityLevel
    package let labels: [Language: String]

    package init(code: String, level: ConfidentialityLevel, labels: [Language: String]) {
        self.code = code
        self.level = level
        self.labels = labels
    }
}
