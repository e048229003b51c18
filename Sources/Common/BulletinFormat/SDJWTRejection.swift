// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A compact SD-JWT that is not acceptable, and the first rule that it breaks.
///
/// Places are indices of disclosures in order of transmission; no case carries text of the document.
package enum SDJWTRejection: Error, Hashable, Sendable {
    // Form, RFC 9901 section 4
    case tooLong(byteCount: Int, limit: Int)
    case notASCII(offset: Int)
    case malformedCompactForm
    case emptyDisclosure(disclosure: Int)
    case keyBindingPresent
    case tooManyDisclosures(count: Int, limit: Int)

    // Header and signature, RFC 9901 section 7.1 step 2
    case malformedHeader
    case algorithmMissing
    case algorithmNone
    case algorithmDeprecated
    case algorithmNotAllowed
    case typeMissing
    case typeNotAllowed
    case criticalExtension
    case malformedSignature
    case signatureInvalid
    case malformedPayload
    case duplicateMemberInPayload
    case digestAlgorithmUnknown
    case issuerUnexpected
    case documentTypeUnexpected

    // Disclosures and digests, RFC 9901 section 7.1 steps 3 to 5
    case malformedDisclosure(disclosure: Int)
    case duplicateMember(inDisclosure: Int)
    case duplicateDisclosure(disclosure: Int)
    case wrongArityInObject(disclosure: Int)
    case wrongArityInArray(disclosure: Int)
    case reservedClaimName(disclosure: Int)
    case claimExists(disclosure: Int)
    case malformedDigestList
    case malformedPlaceholder
    case reservedMemberInPayload
    case digestTwice
    case tooManyDigests(limit: Int)
    case tooDeep(limit: Int)
    case unreferencedDisclosure(disclosure: Int)

    // Validity, RFC 9901 section 7.1 step 6
    case malformedValidity
    case notYetValid
    case expired
}

extension SDJWTRejection {
    /// The rule that was broken, as a reader finds it.
    package var rule: String {
        switch self {
        case .tooLong, .tooManyDisclosures, .tooManyDigests, .tooDeep: "profile limit"
        case .notASCII, .malformedCompactForm, .emptyDisclosure: "RFC 9901 4"
        case .keyBindingPresent: "RFC 9901 7.3; profile has no key binding"
        case .malformedHeader, .algorithmMissing, .algorithmNone, .algorithmNotAllowed: "RFC 9901 7.1 step 2"
        case .algorithmDeprecated: "RFC 9864; profile allows Ed25519 only"
        case .typeMissing, .typeNotAllowed: "RFC 9901 9.11 explicit typing"
        case .criticalExtension: "RFC 7515 4.1.11"
        case .malformedSignature, .signatureInvalid: "RFC 9901 7.1 step 2: signature"
        case .malformedPayload: "RFC 9901 7.1 step 2"
        case .duplicateMemberInPayload, .duplicateMember: "RFC 7519 4: duplicate member names"
        case .digestAlgorithmUnknown: "RFC 9901 4.1.1"
        case .issuerUnexpected: "RFC 9901 7.1 step 2: issuer"
        case .documentTypeUnexpected: "RFC 9901 9.11: vct"
        case .malformedDisclosure, .wrongArityInObject, .wrongArityInArray, .reservedClaimName, .claimExists:
            "RFC 9901 7.1 step 3"
        case .duplicateDisclosure: "RFC 9901 7.1 step 3: duplicate disclosure"
        case .malformedDigestList: "RFC 9901 4.2.4.1"
        case .malformedPlaceholder: "RFC 9901 4.2.4.2"
        case .reservedMemberInPayload: "RFC 9901 4.1"
        case .digestTwice: "RFC 9901 7.1 step 4"
        case .unreferencedDisclosure: "RFC 9901 7.1 step 5"
        case .malformedValidity, .notYetValid, .expired: "RFC 9901 7.1 step 6"
        }
    }
}
