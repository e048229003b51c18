// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import NodeRuntime
import PolicyFiles
import Roster

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

    /// Puts the root's signature beside the policy.
    static func sign(in home: DeskHome, root: SigningKey, roster: [UInt8], hash: [UInt8]) throws {
        let file = home.policyOverrides.appending(path: "default.yaml")
        var signatures = PolicySignatureFile()
        try signatures.sign(
            Array(try Data(contentsOf: file)),
            with: root,
            roster: try RosterVerifier.verify(roster, previous: nil, pinnedHash: hash)
        )
        try Data(signatures.encoded()).write(to: home.policyOverrides.appending(path: "default.yaml.sig"))
    }
}
