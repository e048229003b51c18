// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation
import NodeRuntime
import Synchronization

/// The running programs of a federation.
package final class FederationProcesses: Sendable {
    private let federation: Federation
    private let running = Mutex<[ManagedProcess]>([])

    package init(_ federation: Federation) {
        self.federation = federation
    }

    /// Starts relays, taps and desks, and waits until every desk answers.
    ///
    /// - Throws: when a program cannot be started, or a desk does not answer in time.
    package func startAll() async throws {
        for member in self.federation.members where member.template.hasRelay { try self.startRelay(member) }
        if self.federation.isTapped {
            for member in self.federation.members where member.template.hasRelay { try self.startTap(member) }
        }
        for member in self.federation.members { try self.startDesk(member) }
        for member in self.federation.members { try await self.awaitDesk(member) }
    }

    @discardableResult
    package func startRelay(_ member: Federation.Member) throws -> ManagedProcess {
        try self.start(
            "relay of \(member.name)",
            "fairlead-relay",
            ["serve", "--home", member.home.relay.path, "--listen", "127.0.0.1:\(member.relayPort)"],
            log: "\(member.name)-relay.log"
        )
    }

    @discardableResult
    package func startTap(_ member: Federation.Member) throws -> ManagedProcess {
        try self.start(
            "tap of \(member.name)",
            "fairlead",
            ["demo", "tap", "--root", self.federation.root.path, "--relay", member.name],
            log: "\(member.name)-tap.log"
        )
    }

    @discardableResult
    package func startDesk(_ member: Federation.Member, environment: [String: String] = [:]) throws -> ManagedProcess {
        try self.start(
            "desk of \(member.name)",
            "fairlead",
            [
                "demo", "desk", "--home", member.home.folder.path, "--passphrase-file", member.passphraseFile.path,
                "--clock", self.federation.clockFile.path,
            ],
            log: "\(member.name)-desk.log",
            environment: environment
        )
    }

    /// Waits until a desk answers on its socket.
    package func awaitDesk(_ member: Federation.Member, seconds: Int = 60) async throws {
        for _ in 0..<(seconds * 10) {
            do {
                _ = try await member.client.get("/node/status")
                return
            } catch {
                try await Task.sleep(nanoseconds: 100_000_000)
            }
        }
        throw DeskSilent(member: member.name)
    }

    /// A desk that was started does not answer.
    package struct DeskSilent: Error {
        package let member: String
    }

    /// Ends one program and forgets it.
    package func stop(_ process: ManagedProcess) async {
        self.running.withLock { $0.removeAll { $0 === process } }
        await process.stop()
    }

    /// Programs that ended by themselves.
    func ended() -> [ManagedProcess] {
        self.running.withLock { $0.filter { !$0.isRunning } }
    }

    package func process(_ name: String) -> ManagedProcess? {
        self.running.withLock { $0.first { $0.name == name } }
    }

    /// Ends everything, desks first: they say goodbye to their relays.
    package func stopAll() async {
        let processes = self.running.withLock { running in
            defer { running = [] }
            return running
        }
        for process in processes.reversed() { process.signal(SIGTERM) }
        for process in processes.reversed() { await process.stop() }
    }

    private func start(
        _ name: String,
        _ program: String,
        _ arguments: [String],
        log: String,
        environment: [String: String] = [:]
    ) throws -> ManagedProcess {
        let process = try ManagedProcess(
            name: name,
            program: self.federation.programs.appending(path: program),
            arguments: arguments,
            environment: environment,
            logFile: self.federation.logs.appending(path: log)
        )
        self.running.withLock { $0.append(process) }
        return process
    }
}
