// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import StrictJSON

/// One salted claim of a bulletin, in the exact bytes that its digest covers.
///
/// RFC 9901 section 4.2.1: base64url of `[salt, name, value]`. The digest is over the transmitted text, so nobody has to
/// agree on a canonical JSON. Never encoded again after it was made or read.
package struct Disclosure: Hashable, Sendable {
    /// The base64url text, as transmitted.
    package let encoded: String
    /// Base64url of the SHA-256 of the ASCII text.
    ///
    /// RFC 9901 section 4.2.3.
    package let digest: String
    /// 22 characters: 16 random bytes.
    package let salt: String
    package let name: String
    package let value: JSONValue

    /// Salts a claim with fresh randomness.
    package init(name: String, value: JSONValue) {
        self.init(name: name, value: value, salt: Base64URL.encode(SecureRandom.bytes(BulletinLimits.saltBytes)))
    }

    /// Makes a disclosure with a given salt; only vectors and fixtures have one.
    package init(name: String, value: JSONValue, salt: String) {
        let json = JSONWriter.write(.array([.string(salt), .string(name), value]))
        encoded = Base64URL.encode(json)
        digest = Self.digest(of: encoded)
        self.salt = salt
        self.name = name
        self.value = value
    }

    /// Reads a disclosure of an object member as transmitted.
    ///
    /// - Parameters:
    ///   - encoded: base64url text.
    ///   - index: place among the disclosures, for the rejection.
    /// - Throws: the rule that the text breaks.
    package init(encoded: String, index: Int = 0) throws(SDJWTRejection) {
        let content = try DisclosureContent(encoded: encoded, index: index)
        guard case .member(let salt, let name, let value) = content else {
            throw .wrongArityInObject(disclosure: index)
        }
        self.encoded = encoded
        digest = Self.digest(of: encoded)
        self.salt = salt
        self.name = name
        self.value = value
    }

    /// The digest by which a signed part refers to a disclosure.
    package static func digest(of encoded: String) -> String { Base64URL.encode(Hashing.sha256(Array(encoded.utf8))) }
}

extension Disclosure: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    // A claim of a sealed tier must not reach a log by way of string interpolation.
    package var description: String { "disclosure \(digest)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["digest": digest]) }
}
