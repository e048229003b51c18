// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Testing

/// A countermeasure without a test is a hope.
@Suite("threat model") struct ThreatModelTests {
    @Test("every row of the table names a test that exists, or the demonstration")
    func rowsNameTests() throws {
        let document = try SourceTree.text(SourceTree.root.appending(path: "docs/explanation/threat-model.md"))
        let rows = document.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
        try #require(rows.count > 20)
        let own = URL(filePath: #filePath).lastPathComponent
        let tests = try SourceTree.files(below: "Tests", withExtension: "swift")
            .filter { $0.lastPathComponent != own }.map(SourceTree.text).joined()
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 4, "\(row.prefix(60))")
            let names = cells[3].matches(of: /"([^"]+)"/).map { String($0.1) }
            let isTold = cells[3].contains("*demo*") || cells[3] == "*open*" && cells[2].hasPrefix("*open*")
            #expect(!names.isEmpty || isTold, "nothing shows: \(cells[1])")
            for name in names {
                #expect(tests.contains("@Test(\"\(name)\"") || tests.contains("\"\(name)\""), "no test \"\(name)\"")
            }
        }
    }

    @Test("each of the seventeen threats of the catalogue has a row, and the open ones are said to be open")
    func catalogue() throws {
        let document = try SourceTree.text(SourceTree.root.appending(path: "docs/explanation/threat-model.md"))
        let rows = document.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let numbers = rows.compactMap { $0.firstMatch(of: /^\| (\d+)\.\s/).flatMap { Int($0.1) } }
        #expect(Set(numbers) == Set(1...17))
        #expect(numbers == numbers.sorted())
        let open = rows.filter { $0.hasSuffix("| *open* |") }.compactMap { $0.firstMatch(of: /^\| (\d+)\.\s/)?.1 }
        #expect(open == ["12", "13", "14", "17"])
    }
}
