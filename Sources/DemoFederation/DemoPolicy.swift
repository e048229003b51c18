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
        let folder = home.policyOverrides
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, name) in [("demo/policy.yaml", "default.yaml"), ("demo/populations.csv", "populations.csv")] {
            guard let bytes = EmbeddedFiles.bytes(path) else { throw Missing() }
            try Data(bytes).write(to: folder.appending(path: name))
        }
    }
}
