// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing

enum Issues {
    static func recordEnded(_ location: SourceLocation = #_sourceLocation) {
        Issue.record("the node ended before it had everything", sourceLocation: location)
    }
}
