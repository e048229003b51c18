// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat

/// What each known kind asks of its core.
///
/// Protocol 5.3.
///
/// Cores of unknown and reserved kinds are opaque: any bytes pass.
enum CoreRule {
    /// Checks a core, whose hash the header names, against the header's kind.
    static func check(core: [UInt8], of header: EntryHeader) throws(EntryRejection) {
        if header.kind.isBulletin { return try Self.checkBulletin(core, header) }
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

    /// The tiers that the bulletin's own signature names are the parts that the header names.
    ///
    /// Otherwise a part could stand in the log that the signed bulletin does not know, or the other way round.
    private static func checkBulletin(_ core: [UInt8], _ header: EntryHeader) throws(EntryRejection) {
        let bulletin: BulletinCore
        do {
            bulletin = try BulletinCore.verify(core, key: header.origin)
        } catch {
            throw .malformedBulletin(error)
        }
        let isEqual = bulletin.tiers.elementsEqual(header.parts) { tier, part in
            tier.tier.rawValue == part.ordinal && tier.partHash == part.hash
        }
        guard isEqual else { throw .tiersDiffer }
    }
}
