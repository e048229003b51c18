// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Inputs of signatures and hashes that name their purpose, so that none can be passed off as another.
package enum DomainSeparation {
    /// The ASCII bytes of the domain, one zero byte, then the content.
    ///
    /// Protocol 1.
    package static func input(_ domain: String, _ content: [UInt8]) -> [UInt8] {
        var input: [UInt8] = []
        input.reserveCapacity(domain.utf8.count + 1 + content.count)
        input.append(contentsOf: domain.utf8)
        input.append(0)
        input.append(contentsOf: content)
        return input
    }
}
