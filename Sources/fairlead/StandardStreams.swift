// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import StrictJSON

/// Data on standard output, talk on standard error: never mixed.
enum StandardStreams {
    /// Writes one line of data.
    static func data(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Writes one JSON document.
    static func data(_ json: JSONValue) {
        self.data(JSONWriter.text(json, pretty: true))
    }

    /// Writes one line of talk.
    static func talk(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
