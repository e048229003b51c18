// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation
import Logging
import StrictJSON
import Testing

@Suite("the server on its socket", .serialized, .timeLimit(.minutes(2)))
struct ApiServerTests {
    struct Unforeseen: Error {
        let text: String
    }

    private static let routes = [
        Route(.post, "/echo/{name}") { request in
            .object([
                "name": .string(try request.parameter("name")),
                "query": .string(request.query["q"] ?? ""),
                "bytes": .number(JSONNumber(request.body.count)),
            ])
        },
        Route(.get, "/refusal") { _ in
            throw Problem(.held, "It waits.", next: "Wait.", places: [Problem.Place(pointer: "/a", rule: "r")])
        },
        Route(.get, "/unforeseen") { _ in throw Unforeseen(text: "a name somebody typed") },
    ]

    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A home directory below /tmp: a socket's path must be short.
    private func withHome(_ body: (String) async throws -> Void) async throws {
        let home = URL(filePath: "/tmp").appending(path: "fl-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        do {
            try await body(home)
        } catch {
            try FileManager.default.removeItem(atPath: home)
            throw error
        }
        try FileManager.default.removeItem(atPath: home)
    }

    private static func server(_ home: String) -> ApiServer {
        ApiServer(routes: Self.routes, socketPath: DeskClient.socketPath(home: home), logger: Self.logger)
    }

    /// Runs a server until the body ends; the body starts once the socket is private and accepts.
    private func withServer(_ home: String, _ body: (DeskClient) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await Self.server(home).run() }
            let path = DeskClient.socketPath(home: home)
            while try !UnixSocket.accepts(path: path) || Self.mode(of: path) != 0o600 {
                try Task.checkCancellation()
                await Task.yield()
            }
            try await body(DeskClient(home: home))
            group.cancelAll()
            do {
                try await group.waitForAll()
            } catch is CancellationError {
                // That is how it was told to stop.
            }
        }
    }

    private static func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    private func problem(_ body: () async throws -> JSONValue) async throws -> Problem? {
        do {
            _ = try await body()
            return nil
        } catch let problem as Problem {
            return problem
        }
    }

    private func expect(
        _ kind: ProblemKind,
        at location: SourceLocation = #_sourceLocation,
        _ body: () async throws -> JSONValue
    ) async throws {
        let problem = try await self.problem(body)
        #expect(problem?.kind == kind, sourceLocation: location)
    }

    @Test("hands path, query and body to the route as they were sent")
    func echo() async throws {
        try await self.withHome { home in
            try await self.withServer(home) { client in
                let answer = try await client.send(
                    .post,
                    "/echo/\(DeskClient.encoded("50% a/b"))",
                    query: [("q", "é & =+")],
                    body: Array("{}".utf8)
                )
                #expect(answer == .object(["name": "50% a/b", "query": "é & =+", "bytes": 2]))
            }
        }
    }

    @Test("tells refusals as they are, and the unforeseen by its type alone")
    func refusals() async throws {
        try await self.withHome { home in
            try await self.withServer(home) { client in
                let refusal = try await self.problem { try await client.get("/refusal") }
                let place = Problem.Place(pointer: "/a", rule: "r")
                #expect(refusal == Problem(.held, "It waits.", next: "Wait.", places: [place]))
                let unforeseen = try await self.problem { try await client.get("/unforeseen") }
                #expect(unforeseen?.kind == .internalFailure)
                #expect(unforeseen?.detail.contains("typed") == false)
                #expect(unforeseen?.detail.contains("Unforeseen") == true)
            }
        }
    }

    @Test("says of a route or method that it does not have that there is none")
    func unknownRoute() async throws {
        try await self.withHome { home in
            try await self.withServer(home) { client in
                try await self.expect(.notFound) { try await client.get("/nothing") }
                try await self.expect(.notFound) { try await client.get("/echo/a") }
            }
        }
    }

    @Test("refuses a body above the limit and a value named twice, and takes one at the limit")
    func limits() async throws {
        try await self.withHome { home in
            try await self.withServer(home) { client in
                let full = Array(repeating: UInt8(ascii: " "), count: ApiLimits.bodyBytes)
                let answer = try await client.send(.post, "/echo/a", body: full)
                #expect(answer.objectValue?["bytes"]?.integerValue == ApiLimits.bodyBytes)
                let tooLarge = try await self.problem { try await client.send(.post, "/echo/a", body: full + [32]) }
                #expect(tooLarge?.kind == .tooLarge)
                let twice = try await self.problem {
                    try await client.send(.post, "/echo/a", query: [("q", "1"), ("q", "2")], body: [])
                }
                #expect(twice?.kind == .badRequest)
            }
        }
    }

    @Test("is alone on its socket: a second one is refused, and the first goes on")
    func second() async throws {
        try await self.withHome { home in
            try await self.withServer(home) { client in
                let refusal = try await self.problem {
                    try await Self.server(home).run()
                    return .null
                }
                #expect(refusal?.kind == .unavailable)
                try await self.expect(.held) { try await client.get("/refusal") }
            }
        }
    }

    @Test("takes the place of a socket whose desk died")
    func abandoned() async throws {
        try await self.withHome { home in
            let path = DeskClient.socketPath(home: home)
            try Self.abandonSocket(at: path)
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(!UnixSocket.accepts(path: path))
            let down = try await self.problem { try await DeskClient(home: home).get("/refusal") }
            #expect(down?.kind == .deskDown)
            try await self.withServer(home) { client in
                try await self.expect(.held) { try await client.get("/refusal") }
            }
        }
    }

    @Test("refuses a path that no socket can have, and a client finds no desk there")
    func longPath() async throws {
        let home = "/tmp/" + String(repeating: "long", count: 30)
        let refusal = try await self.problem {
            try await Self.server(home).run()
            return .null
        }
        #expect(refusal?.kind == .configuration)
        try await self.expect(.deskDown) { try await DeskClient(home: home).get("/status") }
    }

    /// Binds a socket and closes it without removing its file, as a killed desk leaves it.
    private static func abandonSocket(at path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }
}
