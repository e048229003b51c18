// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Cryptography
import Database
import Diagnostics
import GossipCore
package import Logging
import Roster
import ServiceLifecycle
import StrictJSON
package import Transport
import UnixSignals
import WireFormat

/// The relay's composition root: one home directory, one gossip node, one status socket.
///
/// Nothing else constructs an archive, a clock or a listener. It has no vault and no signing key, and cannot open what
/// it stores.
package struct Relay: Sendable {
    /// Name and version of the program.
    package static let version = "0.1.0"

    private let home: RelayHome
    private let lock: HomeLock
    private let node: GossipNode
    private let logger: Logger

    /// Opens everything and binds the socket, so that what is wrong is told before the relay counts as started.
    ///
    /// - Parameters:
    ///   - home: set up by ``RelaySetup``.
    ///   - listen: replaces relay.json's address.
    ///   - logger: nil for guarded lines on standard error at relay.json's level.
    /// - Throws: ``RelayFailure``.
    package init(home: RelayHome, listen: PeerAddress? = nil, logger: Logger? = nil) async throws(RelayFailure) {
        guard let file = try HomeFile.read(home.configuration, limit: RelayConfiguration.byteLimit) else {
            throw .homeMissing(path: home.path)
        }
        let configuration = try RelayConfiguration(parsing: file)
        let identity = try TLSIdentityFiles.read(from: home)
        self.home = home
        self.lock = try HomeLock(home)
        self.logger = logger ?? RelayLog.logger(level: configuration.logLevel)
        let archive = try Self.openArchive(home)
        let source = try Self.roster(home, archive, pinnedHash: configuration.rosterHash)
        if let rejection = source.fileRejection {
            self.logger.warning(
                "roster.bin is not the next roster; the one in the archive is used",
                metadata: .fields([.reason: "\(rejection)"])
            )
        }
        self.node = try Self.node(
            GossipNodeConfiguration(
                identity: identity,
                roster: source.found.roster,
                signedRoster: source.found.signedBytes,
                storage: ArchiveStorage(archive),
                listenAddress: listen ?? configuration.listen,
                logger: self.logger
            )
        )
        do {
            _ = try await self.node.bind()
            let node = self.node
            try await node.answer(on: home.statusSocket) {
                JSONWriter.write(StatusDocument.json(of: node)) + [UInt8(ascii: "\n")]
            }
        } catch {
            throw Self.failure(error)
        }
    }

    /// Where peers reach it, with its real port.
    package var address: PeerAddress? { self.node.status().address }

    /// What it knows about its peers.
    package func status() -> NodeStatus { self.node.status() }

    /// Runs until SIGTERM, SIGINT or a graceful shutdown of the surrounding group; SIGHUP reads roster.bin again.
    ///
    /// - Parameter handlesSignals: false in tests, where the process is not ours.
    /// - Throws: ``RelayFailure``.
    package func run(handlesSignals: Bool = true) async throws {
        self.logger.notice(
            "relay ready",
            metadata: .fields([
                .address: self.address?.description ?? "", .version: Self.version,
                .epoch: "\(self.node.currentRoster.epoch)", .count: "\(self.status().entries)",
            ])
        )
        var services: [any Service] = [self.node, ProgramPages()]
        if handlesSignals {
            services.append(RosterReload(home: self.home, node: self.node, logger: self.logger))
        }
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: handlesSignals ? [.sigterm, .sigint] : [],
                logger: self.logger
            )
        )
        try await group.run()
        self.logger.notice("relay stopped", metadata: .fields([.count: "\(self.status().entries)"]))
    }

    private static func openArchive(_ home: RelayHome) throws(RelayFailure) -> Archive {
        do {
            return try Archive(path: home.archive)
        } catch {
            throw Self.failure(error)
        }
    }

    private static func roster(
        _ home: RelayHome,
        _ archive: Archive,
        pinnedHash: [UInt8]?
    ) throws(RelayFailure) -> (found: RosterSource.Found, fileRejection: RosterRejection?) {
        let held: [UInt8]?
        do {
            held = try archive.readBlocking { try $0.latestRoster() }
        } catch {
            throw Self.failure(error)
        }
        let file = try HomeFile.read(home.roster, limit: WireConstants.Limit.rosterBytes)
        return try RosterSource.choose(held: held, file: file, pinnedHash: pinnedHash)
    }

    private static func node(_ configuration: GossipNodeConfiguration) throws(RelayFailure) -> GossipNode {
        do {
            return try GossipNode(configuration)
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> RelayFailure {
        switch error {
        case let error as RelayFailure:
            return error
        case let error as TransportSetupError:
            return .transport(error)
        case let error as RosterRejection:
            return .rosterRejected(error)
        default:
            break
        }
        let failure = (error as? DatabaseFailure) ?? DatabaseFailure(error, file: "archive.sqlite")
        switch failure {
        case .newerVersion?:
            return .archive(advice: failure?.advice ?? "", exit: .configuration)
        case .diskFull?, .busy?:
            return .archive(advice: failure?.advice ?? "", exit: .tryAgain)
        case .notAccessible?:
            return .archive(advice: failure?.advice ?? "", exit: .notAllowed)
        case .damaged?, .unsafeSetting?:
            return .archive(advice: failure?.advice ?? "", exit: .badData)
        case nil:
            return .archive(
                advice:
                    "archive.sqlite does not hold what it should. Restore it from a backup, or remove it: peers give "
                    + "a relay everything again.",
                exit: .badData
            )
        }
    }
}
