// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
package import Logging

/// Makes the loggers of a process.
package enum StructuredLogging {
    /// A logger that writes guarded lines to standard error.
    ///
    /// - Parameters:
    ///   - label: the program's part, a constant.
    ///   - level: the least severe level written.
    ///   - mayLeave: the guard over finished lines; see ``GuardedLogHandler``.
    /// - Returns: the logger.
    package static func logger(
        label: String,
        level: Logger.Level,
        mayLeave: @escaping @Sendable ([UInt8]) -> Bool
    ) -> Logger {
        let isJournal = getenv("JOURNAL_STREAM") != nil
        let sink = StandardErrorSink()
        return Logger(label: label) { label in
            GuardedLogHandler(label: label, level: level, sink: sink, isJournal: isJournal, mayLeave: mayLeave)
        }
    }

    /// A logger that writes nothing, for tests and for commands whose output is data.
    package static func silent() -> Logger {
        Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
    }
}

extension Logger.Metadata {
    /// Metadata from allow-listed fields.
    ///
    /// - Parameter fields: names and their values.
    /// - Returns: what a log statement takes.
    package static func fields(_ fields: [LogField: String]) -> Logger.Metadata {
        var metadata: Logger.Metadata = [:]
        for (field, value) in fields {
            metadata[field.rawValue] = .string(value)
        }
        return metadata
    }
}
