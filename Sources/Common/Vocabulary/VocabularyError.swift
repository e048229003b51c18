// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A code list that contradicts itself.
package enum VocabularyError: Error, Hashable, Sendable {
    case duplicateCode(String, list: String)
    case unknownParent(String, of: String, list: String)
    case parentCycle(String, list: String)
    case labelMissing(code: String, list: String)
    case invalidCode(String, list: String)
}
