// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Caps that hold before a policy file is parsed.
enum PolicyFileLimits {
    /// Bytes of one file; the longest that ships has about 35 KB.
    static let fileBytes = 1 << 20
}
