// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import NodeRuntime
import PolicyFiles

/// The policy and the populations of the demo, put into a home as overrides.
enum DemoPolicy {
    /// The program was built without its own files.
    struct Missing: Error {}

    static func install(in home: DeskHome) throws {
        for (path, file) in [("demo/policy.yaml", home.policy), ("demo/populations.csv", home.populations)] {
            guard let bytes = EmbeddedFiles.bytes(path) else { throw Missing() }
            try Data(bytes).write(to: file)
        }
    }
}
