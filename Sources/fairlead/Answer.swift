// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import StrictJSON

/// Reads what a command needs from a desk's answer.
enum Answer {
    /// A text member.
    ///
    /// - Throws: `Problem` when the desk is of another version and answers without it.
    static func text(_ json: JSONValue, _ member: String) throws -> String {
        guard let value = json.objectValue?[member]?.stringValue else {
            throw Problem(
                .internalFailure,
                "The desk's answer lacks \(member).",
                next: "Compare versions: fairlead version, fairlead status."
            )
        }
        return value
    }
}
