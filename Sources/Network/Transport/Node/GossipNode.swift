// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import GossipCore
package import Ledger
import NIOCore
import NIOPosix
package import Roster
import ServiceLifecycle
import Synchronization

/// One gossip peer of this process: listens, dials, stores and passes on.
///
/// ``bind()`` first, if the address is needed before or a wrong one must be told early; then ``run()``, once. Ends on
/// graceful shutdown of the service group or when the task is cancelled: links get BYE, what was verified is stored.
package final class GossipNode: Service {
    private struct State {
        var listener: PeerListener?
        var answerer: AnswerListener?
        var hasRun = false
    }

    private let configuration: GossipNodeConfiguration
    private let local: PeerIdentity
    private let tls: LinkTLS
    private let admission: PeerAdmission
    private let roster: RosterKeeper
    private let board: StatusBoard
    private let counters: CounterFeed
    private let mailbox = Mailbox<DriverInput>()
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let pool = NIOThreadPool(numberOfThreads: 2)
    private let state = Mutex(State())

    /// Reads what the archive holds and checks that this endpoint is somebody's.
    ///
    /// - Parameter configuration: verified roster, opened archive.
    /// - Throws: ``TransportSetupError``, errors of the archive.
    package init(_ configuration: GossipNodeConfiguration) throws {
        let own = configuration.identity.subjectPublicKeyInfoHash
        guard let place = configuration.roster.member(forEndpoint: own),
            let role = NodeRole(rawValue: place.endpoint.role.rawValue)
        else { throw TransportSetupError.notInRoster }
        let storage = configuration.storage
        self.configuration = configuration
        self.local = PeerIdentity(member: place.member.key, role: role, endpointHash: own)
        self.tls = try LinkTLS(identity: configuration.identity)
        self.admission = PeerAdmission(
            roster: configuration.roster,
            former: try Self.formerEndpoints(before: configuration.roster.epoch, in: storage),
            own: own
        )
        self.roster = RosterKeeper(roster: configuration.roster, storage: storage, admission: self.admission)
        self.board = StatusBoard(
            roster: configuration.roster,
            heads: try storage.heads(),
            entries: try storage.entryCount(),
            now: configuration.wallClock
        )
        self.counters = CounterFeed(last: try storage.receiveCounter())
        try storage.storeRoster(configuration.roster, signedBytes: configuration.signedRoster)
    }

    /// This program as peers see it.
    package var identity: PeerIdentity { self.local }

    /// The roster of this moment.
    package var currentRoster: Roster { self.roster.roster }

    /// Starts to listen, if an address is configured.
    ///
    /// - Returns: the bound address with its real port; nil for a node that only dials.
    /// - Throws: ``TransportSetupError``.
    package func bind() async throws -> PeerAddress? {
        guard let address = self.configuration.listenAddress else { return nil }
        if let listener = self.state.withLock({ $0.listener }) { return listener.address }
        let listener = try await PeerListener.bind(
            to: address,
            group: self.group,
            tls: self.tls,
            admission: self.admission
        )
        self.state.withLock { $0.listener = listener }
        self.board.listens(at: listener.address)
        return listener.address
    }

    /// Answers every caller of a Unix socket until the node ends, for example with its status.
    ///
    /// - Parameters:
    ///   - path: of the socket, in a directory that only this user may enter.
    ///   - answer: must not block.
    /// - Throws: ``TransportSetupError``.
    package func answer(on path: String, with answer: @escaping @Sendable () -> [UInt8]) async throws {
        let answerer = try await AnswerListener.bind(path: path, group: self.group, answer: answer)
        self.state.withLock { $0.answerer = answerer }
    }

    /// Runs until shutdown.
    ///
    /// - Throws: ``TransportSetupError`` when it cannot listen.
    package func run() async throws {
        let isFirst = self.state.withLock { state in
            defer { state.hasRun = true }
            return !state.hasRun
        }
        precondition(isFirst, "a gossip node runs once")
        _ = try await self.bind()
        self.pool.start()
        let resources = self.resources()
        let driver = GossipDriver(resources: resources, core: GossipCore(try self.coreConfiguration()))
        let mailbox = self.mailbox
        let clock = self.group.any().scheduleRepeatedTask(initialDelay: .hours(1), delay: .hours(1)) { _ in
            mailbox.post(.clockTicked)
        }
        // A task of its own: cancelling the caller must end links with BYE, not tear them down.
        let task = Task { await Self.run(driver, resources: resources) }
        await withTaskCancellationOrGracefulShutdownHandler {
            await task.value
        } onCancelOrGracefulShutdown: {
            mailbox.post(.shutdown)
        }
        clock.cancel()
        self.state.withLock { $0.answerer }?.close()
        self.counters.finish()
        try await self.pool.shutdownGracefully()
        try await self.group.shutdownGracefully()
    }

    /// Tells peers about entries of this node's own log.
    ///
    /// - Parameters:
    ///   - entries: committed to the archive already, in log order.
    ///   - counter: the archive's receive counter after them.
    package func publish(_ entries: [VerifiedEntry], receiveCounter counter: UInt64) {
        self.mailbox.post(.published(entries, receiveCounter: counter))
    }

    /// Tells peers about one entry of this node's own log, as the archive's sink returned it.
    package func publish(_ logged: LoggedEntry) {
        self.publish([logged.entry], receiveCounter: logged.counter)
    }

    /// Puts a newer roster in place, and closes links to those who are no longer in it.
    ///
    /// - Parameter signedBytes: signed by enough roots of the current roster.
    /// - Returns: the new roster.
    /// - Throws: `RosterRejection`, errors of the archive; then nothing has changed.
    package func replaceRoster(_ signedBytes: [UInt8]) async throws -> Roster {
        let keeper = self.roster
        // Harmless when the node runs already; before that nothing else has started it.
        self.pool.start()
        let roster = try await self.pool.runIfActive { try keeper.adopt(signedBytes) }
        self.mailbox.post(.rosterAdopted(roster, signedBytes: signedBytes, isWork: false))
        return roster
    }

    /// What an operator sees.
    package func status() -> NodeStatus {
        self.board.status()
    }

    /// A stream of the archive's receive counter, one per reader, that starts with the counter of now.
    ///
    /// Only the latest value waits: read the archive after your own cursor, not once per value.
    package func receiveCounters() -> AsyncStream<UInt64> {
        self.counters.stream()
    }

    private static func run(_ start: GossipDriver, resources: DriverResources) async {
        await withDiscardingTaskGroup { group in
            if let listener = resources.listener {
                group.addTask { await AcceptLoop(listener: listener, resources: resources).run() }
            }
            var driver = start
            await driver.run(in: &group)
        }
    }

    private func resources() -> DriverResources {
        let journal = LinkJournal(
            logger: self.configuration.logger,
            admission: self.admission,
            now: self.configuration.wallClock
        )
        return DriverResources(
            local: self.local,
            mailbox: self.mailbox,
            storage: self.configuration.storage,
            commit: GroupCommit(
                storage: self.configuration.storage,
                pool: self.pool,
                mailbox: self.mailbox,
                logger: self.configuration.logger
            ),
            roster: self.roster,
            admission: self.admission,
            board: self.board,
            counters: self.counters,
            dialer: PeerDialer(group: self.group, tls: self.tls, admission: self.admission),
            eventLoop: self.group.any(),
            pool: self.pool,
            journal: journal,
            numbers: LinkNumbers(),
            listener: self.state.withLock { $0.listener },
            now: { MonotonicTime(nanoseconds: NIODeadline.now().uptimeNanoseconds) },
            wallClock: self.configuration.wallClock
        )
    }

    private func coreConfiguration() throws -> GossipCore.Configuration {
        let storage = self.configuration.storage
        return GossipCore.Configuration(
            local: self.local,
            roster: self.configuration.roster,
            signedRoster: self.configuration.signedRoster,
            heads: try storage.heads(),
            forks: try storage.forks(),
            entryCount: try storage.entryCount(),
            dialPlan: self.configuration.dialPlan,
            options: self.configuration.options,
            seed: self.configuration.seed
        )
    }

    /// Keys of the roster before the current one, which is what a member revoked by the current one comes with.
    private static func formerEndpoints(
        before epoch: UInt64,
        in storage: any GossipStorage
    ) throws -> Set<[UInt8]> {
        guard epoch > 1, let signedBytes = try storage.signedRoster(epoch: epoch - 1) else { return [] }
        let pinned = Hashing.sha256(try SignedRoster.decode(signedBytes).rosterBytes)
        let former = try RosterVerifier.verify(signedBytes, previous: nil, pinnedHash: pinned)
        return Set(former.members.flatMap(\.endpoints).map(\.spkiHash))
    }
}
