// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing
import Vocabulary

@Suite("code lists")
struct TermListTests {
    static func term(_ code: String, parent: String? = nil) -> Term {
        Term(code: code, parent: parent, labels: [.en: "E " + code, .fr: "F " + code], definition: "")
    }

    static func list(_ terms: [Term]) throws(VocabularyError) -> TermList {
        try TermList(name: "test", version: "1", terms: terms)
    }

    @Test("broader terms are found, step by step and to the top")
    func broaderTerms() throws {
        let list = try Self.list([Self.term("a"), Self.term("b", parent: "a"), Self.term("c", parent: "b")])
        #expect(list.parent(of: "c") == "b")
        #expect(list.parent(of: "a") == nil)
        #expect(list.root(of: "c") == "a")
        #expect(list.root(of: "a") == "a")
        #expect(list.root(of: "x") == nil)
        #expect(list.isWithin("c", ancestor: "a"))
        #expect(list.isWithin("a", ancestor: "a"))
        #expect(!list.isWithin("a", ancestor: "c"))
        #expect(!list.isWithin("x", ancestor: "x"))
        #expect(list.children(of: "a").map(\.code) == ["b"])
    }

    @Test("labels fall back to English")
    func labels() throws {
        let list = try Self.list([Self.term("a")])
        #expect(list.label("a", .fr) == "F a")
        #expect(list.label("a", .es) == "E a")
        #expect(list.label("x", .en) == nil)
    }

    @Test("contradictions are refused")
    func contradictions() {
        #expect(throws: VocabularyError.duplicateCode("a", list: "test")) {
            try Self.list([Self.term("a"), Self.term("a")])
        }
        #expect(throws: VocabularyError.unknownParent("b", of: "a", list: "test")) {
            try Self.list([Self.term("a", parent: "b")])
        }
        #expect(throws: VocabularyError.parentCycle("a", list: "test")) {
            try Self.list([Self.term("a", parent: "b"), Self.term("b", parent: "a")])
        }
        #expect(throws: VocabularyError.parentCycle("a", list: "test")) {
            try Self.list([Self.term("a", parent: "a")])
        }
        for code in ["", "A", "a b", "-a", "a-", "é", String(repeating: "a", count: 65)] {
            #expect(throws: VocabularyError.invalidCode(code, list: "test")) { try Self.list([Self.term(code)]) }
        }
        let french = Term(code: "a", labels: [.fr: "F"], definition: "")
        #expect(throws: VocabularyError.labelMissing(code: "a", list: "test")) { try Self.list([french]) }
    }

    @Test("container size-types that are not listed are read by their third sign")
    func sizeTypes() {
        let types = ContainerSizeTypes(groups: ["22G1": "dry"], labels: [:])
        #expect(types.group(of: "22G1") == "dry")
        #expect(types.group(of: "L5R9") == "reefer")
        #expect(types.group(of: "22X1") == nil)
        #expect(types.group(of: "2G") == nil)
        #expect(types.isWellFormed("45R1"))
    }

    @Test("HS codes belong to a known chapter")
    func hsCodes() {
        let chapters = HSChapters(labels: ["22": [.en: "Beverages"]])
        #expect(chapters.contains("2202"))
        #expect(chapters.chapter(of: "220210") == "22")
        for code in ["", "2", "220", "9902", "22a2", "22021", "2202100"] { #expect(!chapters.contains(code)) }
        #expect(chapters.label("22", .es) == "Beverages")
    }
}
