// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Cryptography
import Diagnostics
import Foundation
import GossipCore
import Ledger
import Logging
import Testing
import Transport

/// One node of a test with its own directory, archive and task.
struct TestNode {
    let archive: Archive
    let node: GossipNode
    let address: PeerAddress?
    private let signer: EntrySigner?
    private let task: Task<Void, any Error>
    private let stop: @Sendable () -> Void

    /// Opens, binds and runs a node; the caller keeps the directory, so that the node can start again with it.
    static func start(
        _ federation: TestFederation,
        identity: TLSIdentity,
        signingKey: SigningKey? = nil,
        directory: URL,
        listens: Bool = false,
        targets: [DialTarget] = [],
        logger: Logger = StructuredLogging.silent()
    ) async throws -> TestNode {
        let archive = try Archive(path: directory.appending(path: "archive.sqlite").path)
        let node = try GossipNode(
            GossipNodeConfiguration(
                identity: identity,
                roster: federation.roster,
                signedRoster: federation.signed,
                storage: ArchiveStorage(archive),
                listenAddress: listens ? .tcp(host: "127.0.0.1", port: 0) : nil,
                dialPlan: .only(targets),
                logger: logger,
                seed: 1
            )
        )
        let address = try await node.bind()
        let task = Task { try await node.run() }
        return TestNode(
            archive: archive,
            node: node,
            address: address,
            signer: signingKey.map { EntrySigner(key: $0, network: federation.network, logEpoch: 1) },
            task: task,
            stop: { task.cancel() }
        )
    }

    /// Signs, commits and announces an entry of kind note with so many bytes.
    @discardableResult
    func publish(_ text: String, byteCount: Int = 200) async throws -> EntryID {
        guard let signer else { preconditionFailure("this node has no signing key") }
        let core = Array(text.utf8) + Array(repeating: UInt8(ascii: "."), count: max(0, byteCount - text.utf8.count))
        let logged = try await self.archive.publish(EntryDraft(kind: .note, day: 20_000, core: core), signer: signer)
        self.node.publish(logged)
        return logged.entry.id
    }

    /// Waits until the archive holds so many complete entries; woken by the node's counter stream.
    func waitForEntries(_ count: UInt64) async throws {
        for await _ in self.node.receiveCounters() {
            if try await self.archive.read({ try $0.counts().complete }) >= count { return }
        }
        Issues.recordEnded()
    }

    /// Asks again until the status satisfies, which no event tells; gives up after ten seconds.
    func waitForStatus(_ isReached: (NodeStatus) -> Bool) async throws -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: .seconds(10))
        while clock.now < deadline {
            if isReached(self.node.status()) { return true }
            try await clock.sleep(for: .milliseconds(5))
        }
        return false
    }

    func end() async throws {
        self.stop()
        try await self.task.value
    }
}
