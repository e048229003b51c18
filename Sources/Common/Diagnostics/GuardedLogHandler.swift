// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Logging

/// Structured log lines that passed the guard.
///
/// A line is one JSON object: `time`, `level`, `label`, `message`, then the allow-listed metadata in the order of their
/// names. Every finished line goes through `mayLeave` as the exact bytes that would be written. A line that may not
/// leave is replaced by ``blockedMessage`` with ``blockedRule``, so that an operator sees that something was said, and
/// where, without what it said.
///
/// Errors are logged by type: their text may have come from outside.
package struct GuardedLogHandler: LogHandler {
    /// The rule that a replaced line names.
    package static let blockedRule = "log.guard"

    /// The message of a replaced line.
    package static let blockedMessage = "a log line was withheld by the guard"

    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level

    private let label: String
    private let sink: any LogSink
    private let isJournal: Bool
    private let mayLeave: @Sendable ([UInt8]) -> Bool
    private let now: @Sendable () -> LogTimestamp

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - label: the program's part, a constant.
    ///   - level: the least severe level written.
    ///   - sink: where lines go.
    ///   - isJournal: whether standard error is journald's stream, which reads a priority prefix.
    ///   - now: the clock of the `time` member.
    ///   - mayLeave: the guard; false for a line which holds something that must stay inside.
    package init(
        label: String,
        level: Logger.Level,
        sink: any LogSink,
        isJournal: Bool,
        now: @escaping @Sendable () -> LogTimestamp = LogTimestamp.now,
        mayLeave: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.label = label
        self.logLevel = level
        self.sink = sink
        self.isJournal = isJournal
        self.now = now
        self.mayLeave = mayLeave
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { self.metadata[key] }
        set { self.metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var line = self.line(level: event.level)
        line.add("message", event.message.description)
        self.addMetadata(of: event, to: &line)
        let bytes = line.finish()
        guard self.mayLeave(bytes) else {
            var replacement = self.line(level: event.level)
            replacement.add("message", Self.blockedMessage)
            replacement.add(LogField.rule.rawValue, Self.blockedRule)
            return self.sink.write(replacement.finish())
        }
        self.sink.write(bytes)
    }

    private func line(level: Logger.Level) -> LogLine {
        var line = LogLine(priority: self.isJournal ? "<\(level.journalPriority)>" : "")
        line.add("time", self.now().description)
        line.add("level", level.rawValue)
        line.add("label", self.label)
        return line
    }

    private func addMetadata(of event: LogEvent, to line: inout LogLine) {
        var merged = self.metadataProvider?.get() ?? [:]
        merged.merge(self.metadata) { _, later in later }
        merged.merge(event.metadata ?? [:]) { _, later in later }
        if let error = event.error {
            merged[LogField.errorType.rawValue] = .string(String(reflecting: type(of: error)))
        }
        var dropped = 0
        for name in merged.keys.sorted() {
            guard LogField(rawValue: name) != nil, let value = merged[name] else {
                dropped += 1
                continue
            }
            line.add(name, value.description)
        }
        if dropped > 0 {
            line.add("dropped_fields", dropped)
        }
    }
}

extension Logger.Level {
    /// Syslog severity as journald reads it from `<n>` at the start of a line, sd-daemon(3).
    fileprivate var journalPriority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
