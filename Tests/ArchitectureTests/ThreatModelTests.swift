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
            #expect(!names.isEmpty || cells[3].contains("*demo*"), "nothing shows: \(cells[1])")
            for name in names {
                #expect(tests.contains("@Test(\"\(name)\"") || tests.contains("\"\(name)\""), "no test \"\(name)\"")
            }
        }
    }
}
