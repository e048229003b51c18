// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Alerts
import Api
import Archive
import AuditTrail
import BulletinLibrary
import CaseStore
import Casework
package import Cryptography
import Diagnostics
import Foundation
import GossipCore
import Keyring
import Ledger
import Logging
import Policy
import PolicyFiles
import Redaction
import Release
import Roster
import ServiceLifecycle
import Synchronization
import Transport
import UnixSignals
import Vault
import Vocabulary

/// A member's desk: everything that its home directory holds, opened and put together.
///
/// The composition root of the inside: nothing else in the tree makes a store, a clock or a generator. The use cases
/// stand in `Desk+….swift`, the routes that reach them in `Routes/`.
package final class Desk: Sendable {
    let home: DeskHome
    let configuration: DeskConfiguration
    let clock: any WallClock
    let logger: Logger
    /// Which start of this desk; officers enrolled in one session stand out in the audit.
    let session: String

    let vocabularies: Vocabularies
    let policies: PolicySet
    /// Why the policy of the folder is not applied yet; nil when it is.
    let policyRefusal: String?
    let policyDigest: [UInt8]
    /// Replaced by an import while the desk runs.
    let populations: Mutex<Populations>

    let keyring: Keyring
    let signingKey: SigningKey
    let vault: Vault
    let cases: CaseStore
    let referrals: ReferralDesk
    let officers: OfficerStore
    let audit: AuditTrail

    let archive: Archive
    let node: GossipNode
    let ownLog: OwnLog
    let library: BulletinLibrary
    let alerts: AlertStore
    let clerk = Clerk()
    /// Challenges that wait for an officer's statement, oldest first; a restart forgets them.
    let challenges = Mutex<[[UInt8]]>([])
    /// Day on which what was due was last destroyed; nil since the start.
    let dayOfDestruction = Mutex<UInt64?>(nil)
    /// An officer asked for the next epoch; the clerk begins it.
    let isEpochChangeWanted = Mutex(false)
    /// How this process keeps its memory from disk; nil until it runs.
    let memory = Mutex<ProcessMemory?>(nil)
    /// Frozen drafts that wait for their first signature; a restart forgets them, and the author freezes anew.
    let candidates = Mutex<[String: ReleaseCandidate]>([:])
    /// Releases that were due and stayed, with the reason: told again after a restart.
    let holds = Mutex<[String: String]>([:])

    /// Opens a home.
    ///
    /// - Parameters:
    ///   - home: made by `fairlead init`, with a roster in it.
    ///   - passphrase: of the keyring.
    ///   - clock: the machine's own, except in the demo.
    /// - Throws: `Problem`: wrong passphrase, newer version, damaged, full, not in the roster.
    package init(home: DeskHome, passphrase: SecretBytes, clock: any WallClock) async throws {
        do {
            let configuration = try DeskConfiguration.read(home)
            let roster = try InstalledRoster.read(home, configuration)
            self.home = home
            self.configuration = configuration
            self.clock = clock
            self.session = Hex.encode(SecureRandom.bytes(8))
            self.vocabularies = try VocabularyFiles.load(overrides: Self.ifThere(home.policyOverrides))
            let inForce = try PolicyInForce(
                home,
                vocabularies: self.vocabularies,
                roster: roster.roster,
                today: Int(clamping: clock.now().day)
            )
            self.policies = inForce.policies
            self.policyRefusal = inForce.refusal
            self.policyDigest = Hashing.sha256(self.policies.effective.digestInput)
            self.populations = Mutex(
                try PopulationsFile.load(
                    overrides: Self.ifThere(home.policyOverrides),
                    vocabularies: self.vocabularies
                )
            )
            self.keyring = try Keyring.open(at: home.keyring.path, passphrase: passphrase)
            self.signingKey = self.keyring.signingKey
            self.audit = try AuditTrail(path: home.auditTrail.path)
            try Self.keep(inForce, in: home, digest: self.policyDigest, audit: self.audit, clock: clock)
            let vault = try Vault(
                path: home.vault.path,
                keys: self.keyring.epochKeys,
                audit: TrailedVault(trail: self.audit, clock: clock)
            )
            try vault.plantCanaries()
            self.vault = vault
            self.logger = StructuredLogging.logger(label: "desk", level: .info) { line in
                vault.brokenRules(in: line, at: .log).isEmpty
            }
            self.cases = try CaseStore(path: home.cases.path, sealing: vault)
            self.referrals = ReferralDesk(store: self.cases, registry: vault)
            self.officers = try OfficerStore(path: home.accounts.path)
            self.library = try BulletinLibrary(path: home.library.path)
            self.alerts = try AlertStore(
                path: home.alerts.path,
                matcher: SubscriptionMatcher(vocabularies: self.vocabularies)
            )
            let archive = try Archive(path: home.archive.path)
            self.archive = archive
            guard let member = roster.roster.member(for: self.signingKey.publicKey) else {
                throw Problem(
                    .configuration,
                    "The roster does not name this desk's key.",
                    next: "Give member.json to whoever keeps the roster, and install the roster that results."
                )
            }
            let node = try GossipNode(
                GossipNodeConfiguration(
                    identity: self.keyring.tlsIdentity,
                    roster: roster.roster,
                    signedRoster: roster.signedBytes,
                    storage: ArchiveStorage(archive),
                    listenAddress: nil,
                    logger: self.logger,
                    wallClock: { SystemClock().now() }
                )
            )
            self.node = node
            self.ownLog = OwnLog(
                archive: archive,
                signer: EntrySigner(
                    key: self.signingKey,
                    network: roster.roster.network,
                    logEpoch: member.logEpoch
                ),
                announce: { node.publish([$0.entry], receiveCounter: $0.counter) }
            )
        } catch {
            throw Problem(opening: error)
        }
    }

    /// Runs until SIGTERM or SIGINT.
    ///
    /// - Throws: what a service could not go on without.
    package func run() async throws {
        do {
            _ = try self.referrals.shredOrphans(
                liveCases: try self.vault.liveCases(),
                access: CaseAccess(actor: "system", purpose: .protection)
            )
            let memory = ProcessMemory.protect()
            self.memory.withLock { $0 = memory }
            try self.note(.deskUnlocked, about: self.session)
            try await self.ownLog.recover()
            let server = ApiServer(routes: self.routes(), socketPath: self.home.socket.path, logger: self.logger)
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [
                        .init(service: self.node),
                        .init(service: ClerkService(desk: self)),
                        .init(service: server),
                        .init(service: ProgramPages()),
                    ],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: self.logger
                )
            )
            try await group.run()
        } catch {
            throw Problem(opening: error)
        }
    }

    /// Keeps a policy that holds from now on; it is in the audit trail before it is in force.
    private static func keep(
        _ inForce: PolicyInForce,
        in home: DeskHome,
        digest: [UInt8],
        audit: AuditTrail,
        clock: any WallClock
    ) throws {
        guard inForce.accepted != nil else { return }
        let details = [AuditCode("policy")].compactMap { $0 }.map { AuditDetail(.reason, .code($0)) }
        try audit.append(
            AuditEvent(.settingChanged, by: .system, subject: AuditCode(Hex.encode(digest)), details: details),
            at: Int64(clamping: clock.now().milliseconds)
        )
        try inForce.keep(in: home)
    }

    /// The policy in force at this desk: the federation's, narrowed.
    var policy: Policy { self.policies.effective }

    /// What puts a case through the policy, with the populations of the moment.
    var redactor: Redactor {
        Redactor(
            policy: self.policy,
            vocabularies: self.vocabularies,
            populations: self.populations.withLock { $0 }
        )
    }

    /// Days since 1970-01-01 by the desk's clock.
    var today: UInt64 { self.clock.now().milliseconds / 86_400_000 }

    /// This member as the roster of the moment names it.
    ///
    /// - Throws: `Problem` of kind `notAllowed` when a newer roster no longer names it.
    func member() throws -> RosterMember {
        guard let member = self.node.currentRoster.member(for: self.signingKey.publicKey) else {
            throw Problem(
                .notAllowed,
                "The roster in force no longer names this member.",
                next: "Ask whoever keeps the roster."
            )
        }
        return member
    }

    private static func ifThere(_ file: URL) -> String? {
        FileManager.default.fileExists(atPath: file.path) ? file.path : nil
    }
}
