// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard

/// Twenty-four invented identifiers of a referrer and a case, for the corpus of disguises.
enum Identifiers {
    static let keywords: [GuardKeyword] = [
        GuardKeyword(kind: .personName, value: "Thandiwe Mokoena-Dlamini"),
        GuardKeyword(kind: .personName, value: "José María Etxeberria"),
        GuardKeyword(kind: .personName, value: "Åsa Björklund"),
        GuardKeyword(kind: .personName, value: "Kamal al-Rashidi"),
        GuardKeyword(kind: .employer, value: "Palisade Harbour Stevedoring Ltd"),
        GuardKeyword(kind: .employer, value: "Manutention Grandval SARL"),
        GuardKeyword(kind: .vessel, value: "MV Cormorant Ledge"),
        GuardKeyword(kind: .vessel, value: "MV Estrella Perdida"),
        GuardKeyword(kind: .email, value: "t.mokoena@palisade-stevedoring.example"),
        GuardKeyword(kind: .email, value: "jm.etxeberria@grandval.example"),
        GuardKeyword(kind: .phone, value: "+27 21 555 0173"),
        GuardKeyword(kind: .phone, value: "+33 1 99 00 42 17"),
        GuardKeyword(kind: .phone, value: "+1 604-555-0139"),
        GuardKeyword(kind: .staffNumber, value: "PHS-55102"),
        GuardKeyword(kind: .reference, value: "ZA-CPT-2025-00417"),
        GuardKeyword(kind: .reference, value: "REF/BE/25-3391"),
        GuardKeyword(kind: .imoNumber, value: "4417283"),
        GuardKeyword(kind: .mmsi, value: "538009917"),
        GuardKeyword(kind: .containerNumber, value: "QKLU6620418"),
        GuardKeyword(kind: .seal, value: "ML0047713"),
        GuardKeyword(kind: .billOfLading, value: "QKLNCPT250981"),
        GuardKeyword(kind: .callSign, value: "V7QK9"),
        GuardKeyword(kind: .role, value: "Lashing gang foreman"),
        GuardKeyword(kind: .releaseCode, value: "RC-918-4402-K"),
    ]
}
