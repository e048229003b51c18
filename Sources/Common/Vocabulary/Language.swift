// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A language of the vocabularies and of the interface, as ISO 639-1 code.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case en
    case fr
    case es
}
