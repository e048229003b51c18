// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import StrictJSON
import Testing

@Suite("a route") struct RouteTests {
    @Test(
        "has one of four methods, by their names in HTTP",
        arguments: [
            (Route.Method.get, "GET"), (.post, "POST"), (.put, "PUT"), (.delete, "DELETE"),
        ]
    )
    func methods(method: Route.Method, name: String) {
        #expect(method.rawValue == name)
        #expect(Route.Method(rawValue: name) == method)
        #expect(Route.Method(rawValue: name.lowercased()) == nil)
    }

    @Test("keeps its path and hands the request to its handler")
    func handler() async throws {
        let route = Route(.post, "/alerts/{id}/replies") { request in
            .object(["id": .string(try request.parameter("id")), "body": .object(try request.object())])
        }
        #expect(route.method == .post)
        #expect(route.path == "/alerts/{id}/replies")
        let request = ApiRequest(parameters: ["id": "7"], query: [:], body: Array(#"{"answer":"seen"}"#.utf8))
        let answer = try await route.handle(request)
        #expect(answer == .object(["id": "7", "body": .object(["answer": "seen"])]))
        await #expect(throws: Problem.self) {
            _ = try await route.handle(ApiRequest(parameters: [:], query: [:], body: []))
        }
    }

    @Test(
        "is reached by parts that are encoded as RFC 3986 says",
        arguments: [
            ("a-b.c_d~9", "a-b.c_d~9"), ("a b", "a%20b"), ("a/b", "a%2Fb"), ("50%", "50%25"), ("?&=#", "%3F%26%3D%23"),
            ("", ""), ("../..", "..%2F.."),
        ]
    )
    func encoding(text: String, encoded: String) {
        #expect(DeskClient.encoded(text) == encoded)
    }

    @Test("is served on the socket in the home directory")
    func socketPath() {
        #expect(DeskClient.socketPath(home: "/tmp/home") == "/tmp/home/desk.sock")
        #expect(DeskClient(home: "/tmp/home").socketPath == "/tmp/home/desk.sock")
    }
}
