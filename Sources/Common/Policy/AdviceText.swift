// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// A fixed sentence of advice in every language; documents carry the code.
package struct AdviceText: Hashable, Sendable {
    package let code: String
    package let labels: [Language: String]

    package init(code: String, labels: [Language: String]) {
        self.code = code
        self.labels = labels
    }
}
