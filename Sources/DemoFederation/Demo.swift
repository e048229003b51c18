// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
package import Foundation
import NodeRuntime
import StrictJSON
import Synchronization

/// The demo's story, told with the unmodified programs.
package final class Demo: Sendable {
    let programs: URL
    private let print: @Sendable (String) -> Void
    private let stage = Mutex<Stage?>(nil)
    private let start = ContinuousClock.now

    struct Stage: Sendable {
        let federation: Federation
        let processes: FederationProcesses
    }

    /// - Parameters:
    ///   - programs: folder of `fairlead` and `fairlead-relay`.
    ///   - print: takes each line of the story.
    package init(programs: URL, print: @escaping @Sendable (String) -> Void) {
        self.programs = programs
        self.print = print
    }

    package func say(_ line: String) { self.print(line) }

    func chapter(_ title: String) {
        let seconds = (ContinuousClock.now - self.start).components.seconds
        self.print("")
        self.print("== \(title)  [\(seconds) s]")
    }

    /// Tells the story from founding to proof.
    ///
    /// - Returns: whether the search found nothing and its control found everything.
    package func tell() async throws -> Bool {
        self.chapter("A federation is founded")
        let root = FileManager.default.temporaryDirectory.appending(path: "fl-\(getpid())")
        let federation = try Federation(
            template: try DemoFiles.template(),
            root: root,
            programs: self.programs,
            isTapped: true
        )
        let processes = FederationProcesses(federation)
        self.stage.withLock { $0 = Stage(federation: federation, processes: processes) }
        for member in federation.members {
            let relay = member.template.hasRelay ? "desk and relay" : "desk only, dials the hub's relay"
            self.say("  \(member.name): \(member.template.organisation), \(relay)")
        }
        try await processes.startAll()
        self.say("  \(federation.members.count) members run as separate processes; every link is mutual TLS 1.3.")
        let story = DemoStory(demo: self, federation: federation)
        try await story.enrol()
        try await story.importDossiers()
        try await story.showBlockedAndHeld()
        try await story.release()
        try await story.depart()
        try await story.alertAndReply()
        try await story.withdraw()
        try await story.table()
        try await story.status()
        return try await DemoProof(demo: self, federation: federation, processes: processes).prove()
    }

    /// Says how to look around in a demo that was left running.
    package func explainLookingAround() {
        guard let stage = self.stage.withLock({ $0 }) else { return }
        self.chapter("Look around")
        for member in stage.federation.members {
            self.say("  fairlead status --home \(member.home.folder.path)")
        }
        if let customs = stage.federation.members.first {
            self.say("  fairlead bulletin list --home \(customs.home.folder.path)")
            self.say("  fairlead referral list --home \(customs.home.folder.path)")
            self.say("  fairlead log verify --home \(customs.home.folder.path)")
        }
        self.say("  Officers' key files and passphrases: \(stage.federation.secrets.path)")
        self.say("  Captured bytes: \(stage.federation.captures.path); logs: \(stage.federation.logs.path)")
        self.say("  Ctrl-C ends the demo and removes everything.")
    }

    /// Shows the last lines of programs that ended by themselves; each line went through its guard already.
    func showEnded() {
        guard let stage = self.stage.withLock({ $0 }) else { return }
        for process in stage.processes.ended() {
            self.say("  \(process.name) ended (exit \(process.exitStatus ?? -1)); its last lines:")
            let log = FileManager.default.contents(atPath: process.logFile.path) ?? Data()
            for line in String(decoding: log, as: UTF8.self).split(separator: "\n").suffix(12) {
                self.say("    \(line)")
            }
        }
    }

    /// Ends all processes and removes all files.
    package func cleanUp() async {
        guard let stage = self.stage.withLock({ $0 }) else { return }
        await stage.processes.stopAll()
        do {
            try FileManager.default.removeItem(at: stage.federation.root)
        } catch {
            self.say("  Could not remove \(stage.federation.root.path): remove it by hand.")
        }
        self.stage.withLock { $0 = nil }
    }
}
