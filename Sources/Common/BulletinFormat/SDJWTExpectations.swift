// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a verifier demands of an SD-JWT beyond the RFC's own rules.
package struct SDJWTExpectations: Hashable, Sendable {
    /// The `typ` that every document of the profile bears.
    ///
    /// RFC 9901 section 9.11.
    package static let profileType = "pia+sd-jwt"

    /// Issuer that must be named; nil accepts any, because the key already says who signed.
    package var issuer: String?
    /// Document types accepted in `vct`; empty accepts any.
    package var documentTypes: [String]
    /// Seconds since 1970-01-01 against which `nbf` and `exp` are checked; nil leaves them unchecked.
    package var nowSeconds: Int?

    package init(issuer: String? = nil, documentTypes: [String] = [], nowSeconds: Int? = nil) {
        self.issuer = issuer
        self.documentTypes = documentTypes
        self.nowSeconds = nowSeconds
    }

    /// Any issuer, any document type, no clock.
    package static let any = SDJWTExpectations()
}
