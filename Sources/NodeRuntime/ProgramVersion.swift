// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Version of the programs; the protocol has its own.
package enum ProgramVersion {
    package static let text = "0.1.0"
}
