// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Diagnostics
import GossipCore
import Logging
import Synchronization

/// Writes what happens to links into the log, within bounds.
///
/// Connections come from anywhere, so that a stranger could fill the disk with refusals: they are limited per minute
/// and the rest is counted.
final class LinkJournal: Sendable {
    /// Refusals of strangers written per minute.
    private static let refusalsPerMinute = 30

    private struct Window {
        var startMilliseconds: UInt64 = 0
        var count = 0
        var suppressed = 0
    }

    private let logger: Logger
    private let admission: PeerAdmission
    private let now: @Sendable () -> WallTime
    private let window = Mutex(Window())

    init(logger: Logger, admission: PeerAdmission, now: @escaping @Sendable () -> WallTime) {
        self.logger = logger
        self.admission = admission
        self.now = now
    }

    func linkUp(_ link: LinkID, _ open: OpenLink) {
        self.logger.info(
            "link up",
            metadata: self.fields(open.peer, [.link: "\(link.number)", .direction: open.direction.name])
        )
    }

    /// A peer greeted; its date is compared with ours.
    func greeted(_ peer: PeerIdentity, day: UInt64) {
        let ours = self.now()
        guard PeerClock(day: day, ageMilliseconds: 0).disagrees(with: ours) else { return }
        self.logger.warning(
            "a peer names another day than this clock; check the machine's time",
            metadata: self.fields(peer, [.state: "ours \(ours.day), theirs \(day)"])
        )
    }

    func linkDown(_ link: LinkID, _ peer: PeerIdentity) {
        self.logger.info("link down", metadata: self.fields(peer, [.link: "\(link.number)"]))
    }

    func closing(_ link: LinkID, _ peer: PeerIdentity, _ code: CloseCode) {
        self.logger.info(
            "closing link",
            metadata: self.fields(peer, [.link: "\(link.number)", .code: "\(code)"])
        )
    }

    func rejected(_ link: LinkID, _ peer: PeerIdentity, _ failure: LinkFailure) {
        self.logger.warning(
            "peer sent what is not the protocol",
            metadata: self.fields(peer, [.link: "\(link.number)", .reason: "\(failure)"])
        )
    }

    func dialFailed(_ target: DialTarget, _ failure: LinkFailure) {
        let fields = self.fields(target.peer, [.address: target.address, .reason: failure.code])
        if failure.isRefusal {
            self.logger.warning("link refused", metadata: fields)
        } else {
            self.logger.info("peer not reached", metadata: fields)
        }
    }

    /// Somebody connected and did not get through the handshake.
    func refused(from remote: String, _ failure: LinkFailure) {
        let suppressed = self.window.withLock { window -> Int? in
            let now = self.now().milliseconds
            if now < window.startMilliseconds || now - window.startMilliseconds >= 60_000 {
                defer { window = Window(startMilliseconds: now, count: 1, suppressed: 0) }
                return window.suppressed
            }
            guard window.count < Self.refusalsPerMinute else {
                window.suppressed += 1
                return nil
            }
            window.count += 1
            return 0
        }
        guard let suppressed else { return }
        var fields: [LogField: String] = [.address: remote, .reason: failure.code]
        if suppressed > 0 {
            fields[.count] = "\(suppressed)"
        }
        self.logger.warning("link refused", metadata: .fields(fields))
    }

    func workFailed(_ error: any Error) {
        self.logger.error("the archive could not be read", error: error)
    }

    func rosterAdopted(epoch: UInt64) {
        self.logger.notice("roster adopted", metadata: .fields([.epoch: "\(epoch)"]))
    }

    func rosterRefused(_ error: any Error) {
        self.logger.warning("roster refused", error: error)
    }

    func alarm(_ alarm: GossipAlarm) {
        switch alarm {
        case .fork(let origin, let logEpoch, let sequence):
            self.logger.critical(
                "a member signed two entries for one place; its log is frozen",
                metadata: .fields([.origin: origin.keyID, .logEpoch: "\(logEpoch)", .sequence: "\(sequence)"])
            )
        case .peerMisbehaves(let peer, let fault):
            self.logger.error("a peer broke the protocol", metadata: self.fields(peer, [.reason: "\(fault)"]))
        case .rosterConflict(let peer, let epoch):
            self.logger.critical(
                "two rosters of one epoch are signed; ask the roots",
                metadata: self.fields(peer, [.epoch: "\(epoch)"])
            )
        case .storageFails:
            self.logger.critical("the archive cannot store; check disk space and permissions")
        }
    }

    private func fields(_ peer: PeerIdentity, _ more: [LogField: String]) -> Logger.Metadata {
        var fields = more
        fields[.member] = self.admission.name(of: peer)
        fields[.service] = peer.role.rawValue
        fields[.peer] = Hex.encode(Array(peer.endpointHash.prefix(8)))
        return .fields(fields)
    }
}

extension LinkDirection {
    /// For logs and status.
    package var name: String {
        switch self {
        case .inbound: "inbound"
        case .outbound: "outbound"
        }
    }
}
