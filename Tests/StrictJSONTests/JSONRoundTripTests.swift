// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON
import TestSupport
import Testing

@Suite("JSON there and back")
struct JSONRoundTripTests {
    private static let sample = """
        {"format":"dossier/1","case":{"port":"AUFRE","found":[{"quantity":86.4,"unit":"kg"},null]},"n":[-0,1e5,true]}
        """

    @Test("a text that is cut anywhere is refused")
    func truncation() {
        let bytes = Array(Self.sample.utf8)
        for length in bytes.indices {
            #expect(throws: JSONParsingError.self) { try JSONParser.parse(Array(bytes[..<length])) }
        }
    }

    @Test("mutated and random bytes give a value that survives, or an error", arguments: [1, 2, 3] as [UInt64])
    func mutations(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var acceptedCount = 0
        for round in 0..<4_000 {
            var bytes = round % 4 == 0 ? random.bytes(Int.random(in: 0...30, using: &random)) : Array(Self.sample.utf8)
            for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let value = try? JSONParser.parse(bytes) else { continue }
            acceptedCount += 1
            #expect(try JSONParser.parse(JSONWriter.write(value)) == value)
            #expect(try JSONParser.parse(JSONWriter.write(value, pretty: true)) == value)
        }
        #expect(acceptedCount > 100)
    }

    @Test("any string survives, also with control characters and outside the first plane")
    func strings() throws {
        var random = SeededRandom(seed: 9)
        for _ in 0..<500 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let limit: UInt32 = Bool.random(using: &random) ? 0x100 : 0x110000
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
            }
            let written = JSONWriter.write(.string(String(text)))
            let read = try JSONParser.parse(written)
            #expect(read.stringValue.map { Array($0.unicodeScalars) } == Array(text))
        }
    }

    @Test("the writer's forms are fixed")
    func forms() {
        let value = JSONValue.object(["b": [1, "x"], "a": .object([:]), "e": []])
        #expect(JSONWriter.text(value) == #"{"b":[1,"x"],"a":{},"e":[]}"#)
        let pretty = "{\n  \"b\": [\n    1,\n    \"x\"\n  ],\n  \"a\": {},\n  \"e\": []\n}"
        #expect(JSONWriter.text(value, pretty: true) == pretty)
        #expect(JSONWriter.text("\u{1}\u{1F}\u{7F}\"\\") == "\"\\u0001\\u001f\u{7F}\\\"\\\\\"")
    }

    @Test("objects are equal in any order and can be changed in place")
    func objects() {
        var object: JSONObject = ["a": 1, "b": 2]
        let swapped: JSONObject = ["b": 2, "a": 1]
        #expect(object == swapped)
        #expect(object.hashValue == swapped.hashValue)
        object["a"] = 3
        object.set("c", 4)
        object["b"] = nil
        #expect(object.names == ["a", "c"])
        #expect(object["a"] == 3)
        #expect(object != swapped)
    }
}
