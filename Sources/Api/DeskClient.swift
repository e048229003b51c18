// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
package import StrictJSON

/// Talks to the running desk over its Unix socket: what every command uses.
package struct DeskClient: Sendable {
    /// Path of the desk's socket: `HOME/desk.sock`.
    package let socketPath: String
    /// Home directory as the person gave it, for advice.
    private let home: String

    /// The desk is trusted as the person is; its answers are large lists at most.
    private static let answerLimits = JSONLimits(byteLimit: 64 << 20, depthLimit: 32, memberLimit: 4_000_000)

    package init(home: String) {
        self.home = home
        self.socketPath = Self.socketPath(home: home)
    }

    /// Where a desk of this home directory listens.
    package static func socketPath(home: String) -> String {
        URL(filePath: home).appending(path: "desk.sock").path
    }

    /// Sends one request and gives the answer's JSON.
    ///
    /// - Parameters:
    ///   - method: of the route.
    ///   - path: below `/api/v1`, with its parts percent-encoded where they came from a person.
    ///   - query: names and values, encoded here.
    ///   - body: JSON or a file's bytes.
    /// - Returns: the answer.
    /// - Throws: ``Problem``: the desk's own, or `unavailable` when none runs.
    package func send(
        _ method: Route.Method,
        _ path: String,
        query: [(String, String)] = [],
        body: [UInt8]? = nil
    ) async throws -> JSONValue {
        guard UnixSocket.accepts(path: self.socketPath) else {
            throw Problem(
                .deskDown,
                "No desk runs on this home directory.",
                next: "Start it: fairlead desk --home \(self.home)"
            )
        }
        var uri = "/api/v1\(path)"
        if !query.isEmpty {
            uri += "?" + query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        }
        guard let url = URL(httpURLWithSocketPath: self.socketPath, uri: uri) else {
            throw Problem(.badRequest, "The request's path cannot be written.", next: "Check the identifiers given.")
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .RAW(value: method.rawValue)
        if let body {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(300))
            let bytes = try await response.body.collect(upTo: 64 * 1024 * 1024)
            let json = try JSONParser.parse(Array(buffer: bytes), limits: Self.answerLimits)
            if response.status.code < 300 { return json }
            throw Problem(json: json)
                ?? Problem(.internalFailure, "The desk answered \(response.status.code).", next: "See the desk's log.")
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .deskDown,
                "The desk did not answer (\(type(of: error))).",
                next: "See whether it still runs: fairlead status --home \(self.home)"
            )
        }
    }

    package func get(_ path: String, query: [(String, String)] = []) async throws -> JSONValue {
        try await self.send(.get, path, query: query)
    }

    package func post(_ path: String, _ body: JSONValue = .object([:])) async throws -> JSONValue {
        try await self.send(.post, path, body: JSONWriter.write(body))
    }

    /// One path part or query value, with everything but unreserved characters encoded (RFC 3986, section 2.3).
    package static func encoded(_ text: String) -> String {
        let unreserved = CharacterSet(charactersIn: "-._~").union(.alphanumerics)
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
