// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import NIOCore
import NIOPosix
import NIOSSL
import Roster
import Testing
import Transport

@Suite("TLS links over loopback")
struct LinkTests {
    /// What a handshake gave on both sides.
    private struct Outcome {
        let server: Result<PeerIdentity, LinkFailure>
        let client: Result<PeerIdentity, LinkFailure>
        /// The frame that the client got back from an echo, or why it got none.
        let echo: Result<Frame, LinkFailure>
    }

    private static let probe = Frame(type: 3, flags: 0, payload: [0x81, 0x05])

    private static func run(
        server: TLSIdentity,
        client: TLSIdentity,
        serverAdmission: PeerAdmission,
        clientAdmission: PeerAdmission,
        expecting: [UInt8]
    ) async throws -> Outcome {
        let group = MultiThreadedEventLoopGroup.singleton
        let listener = try await PeerListener.bind(
            to: PeerAddress("127.0.0.1:0"),
            group: group,
            tls: LinkTLS(identity: server),
            admission: serverAdmission
        )
        async let accepted = Self.echoOnce(listener)
        let dialer = PeerDialer(group: group, tls: try LinkTLS(identity: client), admission: clientAdmission)
        let (result, echo) = await Self.sendProbe(dialer, to: listener.address, expecting: expecting)
        return Outcome(server: await accepted, client: result, echo: echo)
    }

    private static func sendProbe(
        _ dialer: PeerDialer,
        to address: PeerAddress,
        expecting: [UInt8]
    ) async -> (Result<PeerIdentity, LinkFailure>, Result<Frame, LinkFailure>) {
        do {
            let link = try await dialer.connect(to: address, expecting: expecting, attempt: DialAttempt())
            return try await link.channel.executeThenClose { inbound, outbound in
                let peer = try await link.peer.get()
                // A write fails when the refusal came first; the reason stands on the inbound side either way.
                try? await outbound.write(Self.probe)
                do {
                    for try await frame in inbound {
                        return (.success(peer), .success(frame))
                    }
                    return (.success(peer), .failure(.connectionLost))
                } catch let failure as LinkFailure {
                    return (.success(peer), .failure(failure))
                }
            }
        } catch {
            let failure = (error as? LinkFailure) ?? .connectionLost
            return (.failure(failure), .failure(failure))
        }
    }

    /// Accepts one link, answers its first frame with the same, and stops to listen.
    private static func echoOnce(_ listener: PeerListener) async -> Result<PeerIdentity, LinkFailure> {
        do {
            return try await listener.channel.executeThenClose { links in
                for try await link in links {
                    return try await Self.echo(link)
                }
                return .failure(.connectionLost)
            }
        } catch {
            return .failure((error as? LinkFailure) ?? .connectionLost)
        }
    }

    private static func echo(_ link: ShakingLink) async throws -> Result<PeerIdentity, LinkFailure> {
        try await link.channel.executeThenClose { inbound, outbound in
            do {
                let peer = try await link.peer.get()
                for try await frame in inbound {
                    try await outbound.write(frame)
                    break
                }
                return .success(peer)
            } catch let failure as LinkFailure {
                return .failure(failure)
            }
        }
    }

    private static func admission(
        _ federation: TestFederation,
        own: TLSIdentity,
        former: Set<[UInt8]> = []
    ) -> PeerAdmission {
        PeerAdmission(roster: federation.roster, former: former, own: own.subjectPublicKeyInfoHash)
    }

    @Test("two members of the roster link and know who the other is")
    func membersLink() async throws {
        let federation = try TestFederation(["alpha", "beta"])
        let (alpha, beta) = (federation.members[0], federation.members[1])
        let outcome = try await Self.run(
            server: alpha.relay,
            client: beta.relay,
            serverAdmission: Self.admission(federation, own: alpha.relay),
            clientAdmission: Self.admission(federation, own: beta.relay),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.server == .success(federation.relay(1)))
        #expect(outcome.client == .success(federation.relay(0)))
        #expect(outcome.echo == .success(Self.probe))
    }

    @Test("a desk and its own relay are told apart by their keys")
    func homeLink() async throws {
        let federation = try TestFederation(["alpha"])
        let alpha = federation.members[0]
        let outcome = try await Self.run(
            server: alpha.relay,
            client: alpha.desk,
            serverAdmission: Self.admission(federation, own: alpha.relay),
            clientAdmission: Self.admission(federation, own: alpha.desk),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.server == .success(federation.desk(0)))
        #expect(outcome.client == .success(federation.relay(0)))
    }

    @Test("an unknown certificate is refused with its reason, and the stranger learns that it was refused")
    func unknownClient() async throws {
        let federation = try TestFederation(["alpha", "beta"])
        let alpha = federation.members[0]
        let stranger = try TLSIdentity.generate()
        let outcome = try await Self.run(
            server: alpha.relay,
            client: stranger,
            serverAdmission: Self.admission(federation, own: alpha.relay),
            clientAdmission: Self.admission(federation, own: stranger),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.server == .failure(.refusedByUs(.unknownCertificate)))
        #expect(outcome.echo == .failure(.refusedByPeer))
    }

    @Test("a revoked member's certificate is refused as such")
    func revokedClient() async throws {
        var federation = try TestFederation(["alpha", "beta"])
        let (alpha, beta) = (federation.members[0], federation.members[1])
        let before = federation
        let admission = Self.admission(before, own: alpha.relay)
        try federation.reissue { builder in
            let closure = LogClosure(sequence: 0, id: .zero)
            _ = builder.revoke(beta.key.publicKey, closedAt: closure)
        }
        admission.replace(with: federation.roster)
        let outcome = try await Self.run(
            server: alpha.relay,
            client: beta.relay,
            serverAdmission: admission,
            clientAdmission: Self.admission(before, own: beta.relay),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.server == .failure(.refusedByUs(.revokedMember)))
        #expect(outcome.echo == .failure(.refusedByPeer))
    }

    @Test("a server that is not in the roster is refused by the client")
    func unknownServer() async throws {
        let federation = try TestFederation(["alpha", "beta"])
        let (alpha, beta) = (federation.members[0], federation.members[1])
        let stranger = try TLSIdentity.generate()
        let outcome = try await Self.run(
            server: stranger,
            client: beta.relay,
            serverAdmission: Self.admission(federation, own: stranger),
            clientAdmission: Self.admission(federation, own: beta.relay),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.client == .failure(.refusedByUs(.unknownCertificate)))
        #expect(outcome.server == .failure(.refusedByPeer))
    }

    @Test("another member at the address is refused by the client")
    func otherMember() async throws {
        let federation = try TestFederation(["alpha", "beta", "gamma"])
        let (alpha, beta, gamma) = (federation.members[0], federation.members[1], federation.members[2])
        let outcome = try await Self.run(
            server: gamma.relay,
            client: beta.relay,
            serverAdmission: Self.admission(federation, own: gamma.relay),
            clientAdmission: Self.admission(federation, own: beta.relay),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.client == .failure(.refusedByUs(.otherEndpoint)))
    }

    @Test("a node that reaches itself refuses itself")
    func itself() async throws {
        let federation = try TestFederation(["alpha"])
        let alpha = federation.members[0]
        let outcome = try await Self.run(
            server: alpha.relay,
            client: alpha.relay,
            serverAdmission: Self.admission(federation, own: alpha.relay),
            clientAdmission: Self.admission(federation, own: alpha.relay),
            expecting: alpha.relay.subjectPublicKeyInfoHash
        )
        #expect(outcome.client == .failure(.refusedByUs(.ownCertificate)))
    }

    /// A client that is not ours: TLS of any shape, then nothing.
    private static func foreignClient(
        _ federation: TestFederation,
        configure: (inout TLSConfiguration) -> Void
    ) async throws -> Result<PeerIdentity, LinkFailure> {
        let alpha = federation.members[0]
        let group = MultiThreadedEventLoopGroup.singleton
        let listener = try await PeerListener.bind(
            to: PeerAddress("127.0.0.1:0"),
            group: group,
            tls: LinkTLS(identity: alpha.relay),
            admission: Self.admission(federation, own: alpha.relay)
        )
        guard case .tcp(let host, let port) = listener.address else { return .failure(.badAddress) }
        async let accepted = Self.echoOnce(listener)
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        configure(&configuration)
        let context = try NIOSSLContext(configuration: configuration)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(context: context, serverHostname: nil)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: host, port: port).get()
        let result = await accepted
        try? await channel.close()
        return result
    }

    @Test("a client without a certificate is refused")
    func noCertificate() async throws {
        let result = try await Self.foreignClient(TestFederation(["alpha", "beta"])) { configuration in
            configuration.applicationProtocols = ["fairlead/1"]
        }
        #expect(result == .failure(.handshakeFailed))
    }

    @Test("TLS 1.2 is refused")
    func oldVersion() async throws {
        let result = try await Self.foreignClient(TestFederation(["alpha", "beta"])) { configuration in
            configuration.maximumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["fairlead/1"]
        }
        #expect(result == .failure(.handshakeFailed))
    }

    @Test("a member that speaks another protocol over TLS is refused", arguments: [["fairlead/2"], ["h2"], []])
    func otherProtocol(protocols: [String]) async throws {
        let federation = try TestFederation(["alpha", "beta"])
        let beta = federation.members[1].relay
        let certificate = try NIOSSLCertificate(bytes: beta.certificateDER, format: .der)
        let key = try NIOSSLPrivateKey(bytes: beta.privateKeyDER.copiedBytes(), format: .der)
        let result = try await Self.foreignClient(federation) { configuration in
            configuration.applicationProtocols = protocols
            configuration.certificateChain = [.certificate(certificate)]
            configuration.privateKey = .privateKey(key)
        }
        #expect(result == .failure(.noCommonProtocol))
    }

    @Test("a port in use says so and what to do")
    func portInUse() async throws {
        let federation = try TestFederation(["alpha"])
        let alpha = federation.members[0]
        let tls = try LinkTLS(identity: alpha.relay)
        let admission = Self.admission(federation, own: alpha.relay)
        let group = MultiThreadedEventLoopGroup.singleton
        let first = try await PeerListener.bind(
            to: PeerAddress("127.0.0.1:0"),
            group: group,
            tls: tls,
            admission: admission
        )
        await #expect(throws: TransportSetupError.portInUse(first.address)) {
            _ = try await PeerListener.bind(to: first.address, group: group, tls: tls, admission: admission)
        }
        #expect("\(TransportSetupError.portInUse(first.address))".contains("--listen"))
        try await first.channel.executeThenClose { _ in }
    }

    @Test("an address of another machine says so")
    func foreignAddress() async throws {
        let federation = try TestFederation(["alpha"])
        let address = try PeerAddress("192.0.2.1:7443")
        await #expect(throws: TransportSetupError.addressNotAvailable(address)) {
            _ = try await PeerListener.bind(
                to: address,
                group: MultiThreadedEventLoopGroup.singleton,
                tls: LinkTLS(identity: federation.members[0].relay),
                admission: Self.admission(federation, own: federation.members[0].relay)
            )
        }
    }

    @Test("a port where nothing listens is unreachable")
    func unreachable() async throws {
        let federation = try TestFederation(["alpha"])
        let alpha = federation.members[0]
        let group = MultiThreadedEventLoopGroup.singleton
        let admission = Self.admission(federation, own: alpha.relay)
        let tls = try LinkTLS(identity: alpha.relay)
        let listener = try await PeerListener.bind(
            to: PeerAddress("127.0.0.1:0"),
            group: group,
            tls: tls,
            admission: admission
        )
        let address = listener.address
        try await listener.channel.executeThenClose { _ in }
        let dialer = PeerDialer(group: group, tls: tls, admission: admission)
        await #expect(throws: LinkFailure.unreachable) {
            _ = try await dialer.connect(to: address, expecting: [], attempt: DialAttempt())
        }
    }
}
