// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Diagnostics
import Foundation
import Logging
import Testing

@Suite("guarded log lines")
struct GuardedLogHandlerTests {
    private struct SampleError: Error {
        let secret = "hidden"
    }

    private static func logger(
        _ sink: MemorySink,
        isJournal: Bool = false,
        mayLeave: @escaping @Sendable ([UInt8]) -> Bool = { _ in true }
    ) -> Logger {
        Logger(label: "relay") { label in
            GuardedLogHandler(
                label: label,
                level: .info,
                sink: sink,
                isJournal: isJournal,
                now: { LogTimestamp(unixMilliseconds: 1_700_000_000_007) },
                mayLeave: mayLeave
            )
        }
    }

    private static func object(_ line: String) throws -> [String: Any] {
        let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(parsed as? [String: Any])
    }

    @Test("a line is one JSON object with time, level, label, message and allowed fields")
    func lineShape() throws {
        let sink = MemorySink()
        Self.logger(sink).info("link up", metadata: .fields([.peer: "ab12", .count: "3"]))
        let head = #"{"time":"2023-11-14T22:13:20.007Z","level":"info","label":"relay","message":"link up","#
        #expect(sink.texts == [head + #""count":"3","peer":"ab12"}"# + "\n"])
    }

    @Test("a key outside the list is dropped and counted")
    func unknownKeys() throws {
        let sink = MemorySink()
        Self.logger(sink).info("x", metadata: ["referrer_name": "A", "narrative": "B", "peer": "c"])
        let line = try #require(sink.texts.first)
        let object = try Self.object(line)
        #expect(object["referrer_name"] == nil)
        #expect(object["narrative"] == nil)
        #expect(object["peer"] as? String == "c")
        #expect(object["dropped_fields"] as? Int == 2)
    }

    @Test("a line that may not leave is replaced by a constant line with the rule")
    func blockedLine() throws {
        let sink = MemorySink()
        let logger = Self.logger(sink) { bytes in !String(decoding: bytes, as: UTF8.self).contains("Marrow") }
        logger.warning("heard from Marrow", metadata: .fields([.member: "Marrow"]))
        let line = try #require(sink.texts.first)
        #expect(sink.texts.count == 1)
        #expect(!line.contains("Marrow"))
        let object = try Self.object(line)
        #expect(object["message"] as? String == GuardedLogHandler.blockedMessage)
        #expect(object["rule"] as? String == GuardedLogHandler.blockedRule)
        #expect(object["level"] as? String == "warning")
    }

    @Test("the guard sees the bytes that are written")
    func guardSeesFinishedBytes() {
        let sink = MemorySink()
        let seen = MemorySink()
        let logger = Self.logger(sink, isJournal: true) { bytes in
            seen.write(bytes)
            return true
        }
        logger.error("a \"b\" \u{1B}[31m\nc")
        #expect(sink.texts == seen.texts)
    }

    @Test("errors are named by type and not by text")
    func errorType() throws {
        let sink = MemorySink()
        Self.logger(sink).error("failed", error: SampleError())
        let line = try #require(sink.texts.first)
        #expect(!line.contains("hidden"))
        let object = try Self.object(line)
        let name = try #require(object["error_type"] as? String)
        #expect(name.hasSuffix("SampleError"))
    }

    @Test("control characters stay inside one line", arguments: ["\n", "\r", "\u{1B}[2J", "\u{7F}", "\0", "\"", "\\"])
    func controlCharacters(text: String) throws {
        let sink = MemorySink()
        Self.logger(sink).info("a\(text)b", metadata: .fields([.reason: "c\(text)d"]))
        let line = try #require(sink.texts.first)
        #expect(line.utf8.filter { $0 < 0x20 }.count == 1)
        let object = try Self.object(line)
        #expect(object["message"] as? String == "a\(text)b")
        #expect(object["reason"] as? String == "c\(text)d")
    }

    @Test("a long text is cut, and no line grows beyond its limit", arguments: [1_023, 1_024, 1_025, 5_000, 100_000])
    func longLines(count: Int) throws {
        let sink = MemorySink()
        let text = String(repeating: "é", count: count)
        Self.logger(sink).info(
            "\(text)",
            metadata: .fields([.reason: text, .member: text, .address: text, .state: text])
        )
        let line = try #require(sink.texts.first)
        #expect(line.utf8.count <= 4_100)
        _ = try Self.object(line)
    }

    @Test("journald reads the level from a prefix")
    func journalPrefix() {
        let sink = MemorySink()
        let logger = Self.logger(sink, isJournal: true)
        logger.info("a")
        logger.notice("b")
        logger.warning("c")
        logger.error("d")
        logger.critical("e")
        #expect(sink.texts.map { $0.prefix(3) } == ["<6>", "<5>", "<4>", "<3>", "<2>"])
    }

    @Test("a level below the handler's is not written")
    func levels() {
        let sink = MemorySink()
        let logger = Self.logger(sink)
        logger.debug("no")
        logger.trace("no")
        #expect(sink.texts.isEmpty)
    }
}
