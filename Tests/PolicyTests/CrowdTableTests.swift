// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import PolicyFiles
import Testing

@Suite("tables of people")
struct CrowdTableTests {
    @Test("people who are alike are counted, and their kinds")
    func counts() throws {
        let text = """
            # invented
            place,month,kind,note
            AUFRE,2024-02,carrier,a
            AUFRE,2024-02,terminal,"b, c"
            AUFRE,2024-02,carrier,d
            AUSYD,2024-02,carrier,e
            """
        let table = try PeopleTableFile.parse(
            Array(text.utf8),
            file: "t.csv",
            columns: ["place", "month"],
            kind: "kind"
        )
        #expect(table.k == 1 && table.l == 1)
        #expect(table.cells.map(\.values) == [["AUFRE", "2024-02"], ["AUSYD", "2024-02"]])
        #expect(table.cells.map(\.k) == [3, 1] && table.cells.map(\.l) == [2, 1])
        let month = try PeopleTableFile.parse(Array(text.utf8), file: "t.csv", columns: ["month"], kind: "kind")
        #expect(month.k == 4 && month.l == 2)
        #expect(CrowdTable([]).k == 0)
    }

    @Test("an unknown column and a short line are refused with their line")
    func refused() throws {
        let bytes = Array("place,kind\nAUFRE,carrier\nAUSYD\n".utf8)
        #expect(throws: PolicyFileError(file: "t", line: 3, rule: .columnCount(expected: 2, found: 1))) {
            try PeopleTableFile.parse(bytes, file: "t", columns: ["place"], kind: "kind")
        }
        #expect(throws: PolicyFileError(file: "t", line: 1, rule: .unknownColumn("port"))) {
            try PeopleTableFile.parse(Array("place,kind\n".utf8), file: "t", columns: ["port"], kind: "kind")
        }
    }
}
