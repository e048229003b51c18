// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The bytes of an event that are hashed, and the text form of its details.
///
/// Every field has its length before it: two different events never give the same bytes.
enum AuditContent {
    static func encode(_ event: AuditEvent, milliseconds: Int64) -> [UInt8] {
        var bytes = self.octets(UInt64(bitPattern: milliseconds))
        for field in [event.kind.rawValue, event.actor.text, event.subject?.text ?? "", self.text(of: event.details)] {
            bytes.append(contentsOf: self.octets(UInt64(field.utf8.count)))
            bytes.append(contentsOf: field.utf8)
        }
        return bytes
    }

    /// Eight bytes, most significant first.
    static func octets(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
    }

    /// `key=number` or `key:code`, joined by blanks, in the order given.
    static func text(of details: [AuditDetail]) -> String {
        details.map { detail in
            switch detail.value {
            case .number(let number): "\(detail.key.rawValue)=\(number)"
            case .code(let code): "\(detail.key.rawValue):\(code.text)"
            }
        }.joined(separator: " ")
    }

    /// Reads the text form back; gives nothing for anything that ``text(of:)`` would not have written.
    static func details(of text: String) -> [AuditDetail]? {
        guard !text.isEmpty else { return [] }
        var details: [AuditDetail] = []
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let mark = part.firstIndex(where: { $0 == "=" || $0 == ":" }),
                let key = AuditDetail.Key(rawValue: String(part[..<mark]))
            else { return nil }
            let value = String(part[part.index(after: mark)...])
            if part[mark] == "=" {
                guard let number = Int(value) else { return nil }
                details.append(AuditDetail(key, .number(number)))
            } else {
                guard let code = AuditCode(value) else { return nil }
                details.append(AuditDetail(key, .code(code)))
            }
        }
        guard details.count <= AuditEvent.detailLimit, self.text(of: details) == text else { return nil }
        return details
    }
}
