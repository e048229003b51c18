// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// A signed bulletin ready to travel, with the content keys by which its origin reads it back.
package struct SealedBulletin: Sendable {
    package let package: BulletinPackage
    /// Content key of each sealed tier; never leaves the process.
    package let contentKeys: [(tier: Tier, key: SecretBytes)]

    init(package: BulletinPackage, contentKeys: [(tier: Tier, key: SecretBytes)]) {
        self.package = package
        self.contentKeys = contentKeys
    }
}

extension SealedBulletin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "sealed bulletin of \(package.byteCount) bytes" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["byteCount": package.byteCount]) }
}
