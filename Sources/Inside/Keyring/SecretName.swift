// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names of the secrets in a keyring; the name is bound to the sealed bytes.
enum SecretName {
    static let check = "check"
    static let node = "node"
    static let vault = "vault"
    static let tlsKey = "tls-key"
    static let tlsCertificate = "tls-certificate"

    static func agreement(_ days: ClosedRange<UInt64>) -> String {
        "agreement/\(days.lowerBound)/\(days.upperBound)"
    }

    static func audience(_ audience: String, _ epoch: UInt64) -> String { "audience/\(audience)/\(epoch)" }

    /// The days of an agreement key's name.
    static func days(_ name: String) -> ClosedRange<UInt64>? {
        let parts = name.split(separator: "/")
        guard parts.count == 3, parts[0] == "agreement", let first = UInt64(parts[1]), let last = UInt64(parts[2]),
            first <= last
        else { return nil }
        return first...last
    }

    /// Audience and epoch of an audience key's name.
    static func audience(_ name: String) -> (audience: String, epoch: UInt64)? {
        let parts = name.split(separator: "/")
        guard parts.count == 3, parts[0] == "audience", let epoch = UInt64(parts[2]) else { return nil }
        return (String(parts[1]), epoch)
    }
}
