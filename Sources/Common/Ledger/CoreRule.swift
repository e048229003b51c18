// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What each known kind asks of its core.
///
/// Protocol 5.3.
///
/// Cores of unknown and reserved kinds are opaque: any bytes pass.
enum CoreRule {
    /// Checks a core, whose hash the header names, against the header's kind.
    static func check(core: [UInt8], of header: EntryHeader) throws(EntryRejection) {
        do throws(CoreDecodingError) {
            switch header.kind {
            case .withdraw: _ = try WithdrawalCore.decode(core)
            case .eraseOrder: _ = try EraseOrderCore.decode(core)
            case .withdrawAcknowledgement:
                let acknowledgement = try WithdrawalAcknowledgementCore.decode(core)
                guard acknowledgement.withdrawal == header.subject else { throw .subjectDiffers }
            case .receipt: _ = try ReceiptCore.decode(core)
            case .reply: _ = try ReplyCore.decode(core)
            case .keyRotate: _ = try KeyRotationCore.decode(core)
            case .audienceEpoch: _ = try AudienceEpochCore.decode(core)
            default: break
            }
        } catch {
            throw .malformedCore(error)
        }
    }
}
