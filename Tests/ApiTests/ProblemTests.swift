// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import StrictJSON
import Testing

@Suite("a problem") struct ProblemTests {
    @Test("of every kind reads back as it was written, through bytes", arguments: ProblemKind.allCases)
    func roundTrip(kind: ProblemKind) throws {
        let problem = Problem(
            kind,
            "The \"port\" is not known.",
            next: "Correct it.",
            places: [
                Problem.Place(pointer: "/case/port", rule: "known-code"),
                Problem.Place(pointer: "/case/a~1b", rule: "length"),
            ]
        )
        let bytes = JSONWriter.write(problem.json)
        #expect(Problem(json: try JSONParser.parse(bytes)) == problem)
    }

    @Test("has the members of RFC 9457, a stable type and the status of its kind", arguments: ProblemKind.allCases)
    func members(kind: ProblemKind) throws {
        let object = try #require(Problem(kind, "d", next: "n").json.objectValue)
        #expect(object.names == ["type", "status", "detail", "next"])
        #expect(object["type"]?.stringValue == "urn:fairlead:problem:\(kind.rawValue)")
        #expect(object["status"]?.integerValue == kind.status)
        #expect((400...599).contains(kind.status))
        #expect((1...125).contains(kind.exitCode))
    }

    @Test("names its places only where it has some")
    func places() throws {
        let problem = Problem(.badData, "d", next: "n", places: [Problem.Place(pointer: "/a", rule: "r")])
        let errors = try #require(problem.json.objectValue?["errors"]?.arrayValue)
        #expect(errors == [.object(["pointer": "/a", "rule": "r"])])
        #expect(Problem(.badData, "d", next: "n").json.objectValue?["errors"] == nil)
    }

    @Test(
        "is not read from JSON that is none",
        arguments: [
            #"null"#, #"[]"#, #"{}"#, #"{"type":7}"#, #"{"type":""}"#, #"{"type":"about:blank"}"#,
            #"{"type":"urn:fairlead:problem:of-tomorrow","detail":"d"}"#, #"{"error":{"message":"m"}}"#,
        ]
    )
    func foreign(text: String) throws {
        #expect(Problem(json: try JSONParser.parse(Array(text.utf8))) == nil)
    }

    @Test("is read without the parts that are missing or of another kind")
    func incomplete() throws {
        let text =
            #"{"type":"urn:fairlead:problem:held","detail":3,"errors":[7,{"pointer":"/a"},{"pointer":"/b","rule":"r"}]}"#
        let problem = try #require(Problem(json: try JSONParser.parse(Array(text.utf8))))
        #expect(problem == Problem(.held, "", next: "", places: [Problem.Place(pointer: "/b", rule: "r")]))
    }

    @Test(
        "has the status and the exit code that the documents promise",
        arguments: [
            (ProblemKind.badRequest, 400, Int32(64)), (.badData, 422, 65), (.badSignature, 422, 65),
            (.staleDigest, 412, 65), (.guardBlocked, 409, 77), (.crowdTooSmall, 409, 75), (.notFound, 404, 65),
            (.duplicate, 409, 65), (.wrongState, 409, 65), (.notAllowed, 403, 77), (.secondPersonNeeded, 403, 77),
            (.tooLarge, 413, 65), (.held, 409, 75), (.storageFull, 507, 75), (.unavailable, 503, 75),
            (.deskDown, 503, 69), (.configuration, 500, 78), (.internalFailure, 500, 1),
        ]
    )
    func table(kind: ProblemKind, status: Int, exitCode: Int32) {
        #expect(kind.status == status)
        #expect(kind.exitCode == exitCode)
    }
}
