// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import HTTPTypes
import Hummingbird
package import Logging
import ServiceLifecycle
import StrictJSON

/// Serves a table of routes as JSON over HTTP on the desk's Unix socket.
///
/// The socket's file has mode 0600: who may open it is who may read the home directory. Every answer is JSON; every
/// failure is problem details (``Problem``). An error that no handler gave a problem for is told as `internal-failure`
/// without its text, because a text written elsewhere may hold what somebody typed.
package struct ApiServer: Service {
    private let routes: [Route]
    private let socketPath: String
    private let logger: Logger

    package init(routes: [Route], socketPath: String, logger: Logger) {
        self.routes = routes
        self.socketPath = socketPath
        self.logger = logger
    }

    package func run() async throws {
        try Self.removeAbandonedSocket(at: self.socketPath)
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: UnknownRouteMiddleware(answer: Self.response(of:)))
        for route in self.routes {
            guard let method = HTTPRequest.Method(rawValue: route.method.rawValue) else { continue }
            router.on(RouterPath(Self.templated(route.path)), method: method) { request, context in
                await Self.answer(request, parameters: context.parameters, route: route, logger: self.logger)
            }
        }
        let socketPath = self.socketPath
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .unixDomainSocket(path: socketPath)),
            onServerRunning: { _ in chmod(socketPath, 0o600) },
            logger: self.logger
        )
        try await application.run()
        unlink(socketPath)
    }

    /// Hummingbird writes path parts in braces too; the base path is the same for every route.
    private static func templated(_ path: String) -> String { "/api/v1\(path)" }

    private static func answer(
        _ request: Request,
        parameters: Parameters,
        route: Route,
        logger: Logger
    ) async -> Response {
        var request = request
        do {
            let body: ByteBuffer
            do {
                body = try await request.collectBody(upTo: ApiLimits.bodyBytes)
            } catch {
                throw Problem(
                    .tooLarge,
                    "The body is larger than \(ApiLimits.bodyBytes) bytes.",
                    next: "Send less: a dossier is a few kilobytes."
                )
            }
            var values: [String: String] = [:]
            for (name, value) in parameters { values[String(name)] = String(value).removingPercentEncoding ?? "" }
            var query: [String: String] = [:]
            for (name, value) in request.uri.queryParameters {
                guard query.updateValue(String(value), forKey: String(name)) == nil else {
                    throw Problem(.badRequest, "The query names one value twice.", next: "Name it once.")
                }
            }
            let answer = try await route.handle(
                ApiRequest(parameters: values, query: query, body: Array(buffer: body))
            )
            return Self.response(status: .ok, answer, type: "application/json")
        } catch let problem as Problem {
            return Self.response(of: problem)
        } catch {
            logger.error("request failed", metadata: ["error_type": "\(type(of: error))"])
            let problem = Problem(
                .internalFailure,
                "The desk could not do this (\(type(of: error))).",
                next: "Look at the desk's log, and at `fairlead status`."
            )
            return Self.response(of: problem)
        }
    }

    @Sendable private static func response(of problem: Problem) -> Response {
        Self.response(
            status: HTTPResponse.Status(code: problem.kind.status),
            problem.json,
            type: "application/problem+json"
        )
    }

    private static func response(status: HTTPResponse.Status, _ json: JSONValue, type: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONWriter.write(json)))
        )
    }

    /// A socket file whose desk died is removed; one that still answers is another desk's.
    ///
    /// - Throws: ``Problem`` of kind `unavailable` when a desk already listens there, or the path is too long.
    private static func removeAbandonedSocket(at path: String) throws {
        guard path.utf8.count < 104 else {
            throw Problem(
                .configuration,
                "The home directory's path is too long for a Unix socket (\(path.utf8.count) bytes, at most 103).",
                next: "Choose a shorter --home."
            )
        }
        guard FileManager.default.fileExists(atPath: path) else { return }
        if UnixSocket.accepts(path: path) {
            throw Problem(
                .unavailable,
                "Another desk already runs on this home directory.",
                next: "Stop it first, or use it: `fairlead status`."
            )
        }
        unlink(path)
    }
}
