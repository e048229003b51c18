// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON
import Testing

@Suite("JSON pointers")
struct JSONPointerTests {
    /// The document of RFC 6901 section 5.
    private static let document =
        #"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#

    @Test(
        "the examples of RFC 6901 section 5 name their values",
        arguments: [
            ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4),
            (#"/i\j"#, 5), (#"/k"l"#, 6), ("/ ", 7), ("/m~0n", 8),
        ] as [(String, JSONValue)]
    )
    func examples(text: String, expected: JSONValue) throws {
        let root = try JSONParser.parse(text: Self.document)
        let pointer = try #require(JSONPointer(text: text))
        #expect(root.value(at: pointer) == expected)
        #expect(pointer.text == text)
    }

    @Test("the empty pointer names the whole value")
    func wholeValue() throws {
        let root = try JSONParser.parse(text: Self.document)
        #expect(root.value(at: JSONPointer()) == root)
        #expect(JSONPointer(text: "") == JSONPointer())
    }

    @Test(
        "what a pointer cannot reach is nothing",
        arguments: ["/foo/2", "/foo/01", "/foo/-", "/foo/-1", "/none", "/foo/0/x"]
    )
    func unreachable(text: String) throws {
        let root = try JSONParser.parse(text: Self.document)
        let pointer = try #require(JSONPointer(text: text))
        #expect(root.value(at: pointer) == nil)
    }

    @Test("texts that are not pointers are refused", arguments: ["foo", "/~", "/~2", "/a~"])
    func notPointers(text: String) {
        #expect(JSONPointer(text: text) == nil)
    }

    @Test("steps are appended and escaped")
    func appending() {
        #expect(JSONPointer().appending("case").appending("a/b~c").appending(3).text == "/case/a~1b~0c/3")
    }
}
