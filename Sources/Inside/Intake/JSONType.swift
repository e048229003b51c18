// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Types of JSON values, in the words of a message.
package enum JSONType: String, Hashable, Sendable {
    case object = "an object"
    case array = "an array"
    case string = "a string"
    case number = "a number"
    case bool = "true or false"
}
