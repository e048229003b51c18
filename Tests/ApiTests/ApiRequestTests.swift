// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import StrictJSON
import Testing

@Suite("a request") struct ApiRequestTests {
    private func request(_ body: String, parameters: [String: String] = [:]) -> ApiRequest {
        ApiRequest(parameters: parameters, query: [:], body: Array(body.utf8))
    }

    private func problem<Value>(_ body: () throws(Problem) -> Value) -> Problem? {
        do {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    @Test("gives a part of its path, or says that the path lacks it")
    func parameter() throws {
        let request = self.request("", parameters: ["id": "7"])
        #expect(try request.parameter("id") == "7")
        let problem = self.problem { () throws(Problem) in try request.parameter("day") }
        #expect(problem?.kind == .badRequest)
    }

    @Test("without a body has no members")
    func emptyBody() throws {
        #expect(try self.request("").object() == [:])
    }

    @Test("gives its body's members and required texts")
    func members() throws {
        let request = self.request(#"{"label":"north","count":3}"#)
        #expect(try request.object()["count"]?.integerValue == 3)
        #expect(try request.text("label") == "north")
    }

    @Test(
        "names the member that is missing or no text by its pointer",
        arguments: ["", "{}", #"{"label":3}"#, #"{"label":null}"#]
    )
    func missingText(body: String) {
        let problem = self.problem { () throws(Problem) in try self.request(body).text("label") }
        #expect(problem?.kind == .badData)
        #expect(problem?.places == [Problem.Place(pointer: "/label", rule: "required-text")])
    }

    @Test("whose body is no object is refused", arguments: ["[]", "7", #""text""#, "null", "true"])
    func noObject(body: String) {
        let problem = self.problem { () throws(Problem) in try self.request(body).object() }
        #expect(problem?.kind == .badData)
        #expect(problem?.detail == "The body is not a JSON object.")
    }

    @Test(
        "whose body is no JSON is refused, without a word of it",
        arguments: [
            "{", #"{"secret"}"#, #"{"secret":1,"secret":2}"#, "secret", "{} secret", #"{"a":"\ud800secret"}"#,
            #"{"a":01}"#, "\u{FEFF}{}",
        ]
    )
    func noJSON(body: String) {
        let request = self.request(body)
        let object = self.problem { () throws(Problem) in try request.object() }
        #expect(object?.kind == .badData)
        #expect(object?.detail.contains("secret") == false)
        let text = self.problem { () throws(Problem) in try request.text("label") }
        #expect(text == object)
    }

    @Test("whose body is no UTF-8, or nests too deep, is refused")
    func hostileBytes() {
        let bodies: [[UInt8]] = [
            [0xFF], Array("{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
            Array(repeating: UInt8(ascii: "["), count: 10_000), Array(String(repeating: "{\"a\":", count: 10_000).utf8),
        ]
        for body in bodies {
            let request = ApiRequest(parameters: [:], query: [:], body: body)
            let problem = self.problem { () throws(Problem) in try request.object() }
            #expect(problem?.kind == .badData)
        }
    }
}
