// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import NodeRuntime
import StrictJSON

struct GuardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guard",
        abstract: "The guard over outgoing text, without a node.",
        subcommands: [Scan.self]
    )

    struct Scan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Scan texts for known values, identifiers and signs that point to one person.",
            discussion: """
                Reads one {"id","text"} per line and prints one {"id","spans"} per line; offsets are Unicode code points.
                The file of keywords is {"keys":[{"kind","value"}]}. An answer names rules and places, never a value.

                EXAMPLES
                  fairlead guard scan texts.jsonl
                  fairlead guard scan --keys keys.json --level public - < texts.jsonl
                  fairlead guard scan --keys keys.json --rate texts.jsonl > /dev/null
                """
        )
        @Argument(help: "The file of texts, or - for standard input.") var file: String
        @Option(help: "The file of known values; without it only forms and phrases are looked for.") var keys: String?
        @Option(help: "customs, partners or public.") var level: ReaderLevel = .partners
        @Flag(help: "Scan as bytes that are about to leave: known values only.") var bytes = false
        @Flag(help: "Tell the rate on standard error, in processor time of the scans alone.") var rate = false

        func run() async throws {
            try await CommandFailure.reporting {
                let keys = try self.keys.map { try InputFile.read($0, byteLimit: 64 << 20) }
                let started = Self.processorSeconds()
                let scan = try GuardScan(keys: keys, level: self.level.rawValue, asBytes: self.bytes)
                let built = Self.processorSeconds() - started
                var lines = try InputLines(self.file)
                var seconds = 0.0
                var byteCount = 0
                while let bytes = try lines.read() {
                    let line = try scan.line(bytes)
                    let began = Self.processorSeconds()
                    let findings = scan.findings(in: line)
                    seconds += Self.processorSeconds() - began
                    byteCount += line.text.utf8.count
                    StandardStreams.data(JSONWriter.text(scan.answer(findings, to: line)))
                }
                guard self.rate else { return }
                let rate = seconds > 0 ? Double(byteCount) / seconds / 1_000_000 : 0
                StandardStreams.talk(
                    String(
                        format: "%d bytes in %.3f s, %.2f MB/s; guard built in %.3f s",
                        byteCount,
                        seconds,
                        rate,
                        built
                    )
                )
            }
        }

        private static func processorSeconds() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
        }
    }
}
