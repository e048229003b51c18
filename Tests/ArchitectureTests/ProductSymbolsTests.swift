// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Testing

/// The relay cannot read a referrer because the code for it is not in the program: read from its symbol table.
@Suite("product symbols") struct ProductSymbolsTests {
    static let forbidden = ImportRulesTests.inside.union(ImportRulesTests.gate).sorted()

    @Test("the relay holds nothing of the inside or the gate, and the desk holds all of it", arguments: forbidden)
    func relayHoldsNothingOfTheInside(module: String) throws {
        // Swift mangles a module's name as its length and itself: $s5Vault…
        let mangled = "$s\(module.utf8.count)\(module)"
        #expect(try Self.symbols(of: "fairlead-relay").contains { $0.contains(mangled) } == false)
        // The control: the same search finds the module in the program that has it.
        #expect(try Self.symbols(of: "fairlead").contains { $0.contains(mangled) })
    }

    static func symbols(of product: String) throws -> [Substring] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/nm")
        process.arguments = [Self.productsFolder.appending(path: product).path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "nm failed on \(product)")
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        try #require(lines.count > 1_000, "\(product) has no symbol table")
        return lines
    }

    /// The folder of the built programs: where the test bundle lies.
    static var productsFolder: URL {
        for argument in CommandLine.arguments where argument.contains(".xctest") {
            return URL(filePath: argument.components(separatedBy: ".xctest")[0]).deletingLastPathComponent()
        }
        return SourceTree.root.appending(path: ".build/debug")
    }
}
