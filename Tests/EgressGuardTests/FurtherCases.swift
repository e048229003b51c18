// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard

/// Further invented incidents with other names, for rules that must not be made for the twelve dossiers.
///
/// Leaks are marked in the text: `{d|...}` direct, `{v|...}` variant, `{o|...}` obfuscated, `{c|...}` contextual,
/// `{x|...}` other persons; `{s|...}` must survive.
struct FurtherCase: Sendable {
    let name: String
    let profile: ReferrerProfile
    let identifiers: CaseIdentifiers
    let marked: String

    var dossier: Dossier {
        var plain: [Unicode.Scalar] = []
        var leaks: [Dossier.Leak] = []
        var others: [Range<Int>] = []
        var survive: [Range<Int>] = []
        var open: [(kind: Unicode.Scalar, start: Int)] = []
        let scalars = Array(self.marked.unicodeScalars)
        let names: [Unicode.Scalar: String] = ["d": "direct", "v": "variant", "o": "obfuscated", "c": "contextual"]
        var index = 0
        while index < scalars.count {
            if scalars[index] == "{", index + 2 < scalars.count, scalars[index + 2] == "|" {
                open.append((scalars[index + 1], plain.count))
                index += 3
            } else if scalars[index] == "}", let (kind, start) = open.popLast() {
                let range = start..<plain.count
                if let difficulty = names[kind] {
                    let text = String(String.UnicodeScalarView(plain[range]))
                    leaks.append(Dossier.Leak(range: range, kind: difficulty, difficulty: difficulty, text: text))
                } else if kind == "s" {
                    survive.append(range)
                } else {
                    others.append(range)
                }
                index += 1
            } else {
                plain.append(scalars[index])
                index += 1
            }
        }
        return Dossier(
            name: self.name,
            narrative: String(String.UnicodeScalarView(plain)),
            leaks: leaks,
            others: others,
            mustSurvive: survive,
            keywords: self.profile.keywords + self.identifiers.keywords,
            profile: self.profile
        )
    }

    static let all: [FurtherCase] = [
        FurtherCase(
            name: "x-en-1",
            profile: ReferrerProfile(
                name: "Agnieszka Wójcik-Barlow",
                aliases: ["Agnieszka", "Aga", "AWB"],
                role: "Weighbridge attendant",
                employer: "Thornlea Dock Weighing Co. Ltd",
                employerAliases: ["Thornlea", "TDW"],
                email: "a.wojcik@thornlea-dock.example",
                phone: "+44 1632 960 417",
                staffNumber: "TDW/0931",
                place: "Immingham, weighbridge 2 hut",
                referralReference: "UK-IMM-25-0093",
                receivedAt: "2025-03-11T18:22:00+00:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Fennimore Reach",
                imoNumber: "4511203",
                operatorName: "Oriel Seaways",
                containerNumber: "QVKU2203915",
                seals: ["DE4410987"],
                billOfLading: "ORSWHAM2503771"
            ),
            marked: """
                Intake sheet. On 11 March at 18:22 {d|Agnieszka Wójcik-Barlow}, {d|Weighbridge attendant} with \
                {d|Thornlea Dock Weighing Co. Ltd}, \
                pass {d|TDW/0931}, rang from {d|+44 1632 960 417}; she can be mailed at \
                {d|a.wojcik@thornlea-dock.example}. In the visitor book: \
                {v|WOJCIK BARLOW, Agnieszka}. The night desk wrote {v|A. Wójcik-Barlow}, the police log {v|Mrs Wojcik} \
                and the phone list {v|01632 960417}.

                {s|The gross weight of a container declared as office chairs was 3.4 tonnes above the papers on two \
                passes.} \
                {s|The driver asked to be weighed a third time with the engine cover open.} She said: "{c|I told Gary \
                to call the supervisor and he laughed at me}". \
                {s|Under the false floor were 96 parcels of heroin, 102 kg in all.} The driver, {x|Piotr N.}, was \
                arrested with {x|Callum Reddy}.

                Care: {c|she is the only woman on the weighbridge}, and {c|her husband drives for the same haulier}. \
                The shift sheet shows {v|AWB} and {v|TDW}. \
                An e-mail circulates with the subject "{o|FW: aga says box too heavy}" and the photograph \
                {o|wb2_aga_11mar.jpg}. In the minutes: {o|Agnieska Wojick}. \
                The auditor's copy has {o|QWduaWVzemth} in a hidden column and {o|kicjóW} in the margin. {v|Aga from \
                the hut} is what the drivers call her. \
                {v|Thornlea} must not be named: {c|they have three employees}. Told {v|Agnieszka} on 2 April, file \
                {d|UK-IMM-25-0093}.

                {s|Lesson: compare repeated weighings, look under floors that are higher than usual, and note requests \
                for another pass.}
                """
        ),
        FurtherCase(
            name: "x-en-2",
            profile: ReferrerProfile(
                name: "Nguyen Thi Bich Ngoc",
                aliases: ["Ngoc", "Bich Ngoc", "Jenny"],
                role: "Import clearance officer",
                employer: "Blue Kestrel Freight Pte Ltd",
                employerAliases: ["Blue Kestrel", "BKF"],
                email: "ngoc.nguyen@bluekestrel.example",
                phone: "+65 6555 0128",
                staffNumber: "BK-2277",
                place: "Singapore, Pasir Panjang, level 5",
                referralReference: "SG/IR/2025/071",
                receivedAt: "2025-07-02T09:05:00+08:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Ocean Marigold",
                imoNumber: "4622001",
                voyage: "511E",
                operatorName: "Corvane Line",
                containerNumber: "QBKU7719020",
                seals: ["VN7781200"],
                billOfLading: "CVNLSGN250611"
            ),
            marked: """
                {d|Nguyen Thi Bich Ngoc} ({v|Jenny}) came to the counter. {d|Import clearance officer} of {d|Blue \
                Kestrel Freight Pte Ltd}, staff no. {d|BK-2277}, \
                mobile {d|+65 6555 0128}, {d|ngoc.nguyen@bluekestrel.example}. Western order in the system: {v|Ngoc \
                Nguyen}. Signed {v|N.T.B.N.} on the form.

                {s|An importer changed the consignee three times in two days and asked for release on a Sunday.} \
                {s|The packing list repeated the same carton number forty times.} \
                "{c|My manager told me to stop asking questions}", she said. {s|The scan showed cavities in the marble \
                blocks; 61 kg of ketamine was recovered.}

                Exposure: {c|she is the only officer who handles that importer}. {c|Her brother-in-law works in the \
                same building.} The chat export names {o|jenny_bkf} and the \
                voicemail transcript says {o|n g o c}. Text in the ticket: {o|6555 zero one two eight}. The \
                receptionist called her "{v|Jenny upstairs}". \
                A spreadsheet lists {o|BKF_Ngoc_leave.xlsx}. {v|BKF} and {v|Blue Kestrel} are printed on the slip, \
                with {v|6555-0128}. \
                In the annex: {o|&#78;&#103;&#117;&#121;&#101;&#110;}. The courier from {c|the fifth floor} saw her \
                come in. Reference {d|SG/IR/2025/071}.

                {s|Lesson: changes of consignee close to arrival and repeated carton numbers deserve a call to the \
                importer of record.}
                """
        ),
        FurtherCase(
            name: "x-en-3",
            profile: ReferrerProfile(
                name: "Rajesh Kumar Pillai",
                aliases: ["Rajesh", "RKP", "C/O Pillai"],
                role: "Chief officer",
                employer: "Stellan Marine Crewing LLP",
                employerAliases: ["Stellan", "SMC"],
                email: "rk.pillai@stellan-crew.example",
                phone: "+91 22 5550 0144",
                staffNumber: "MUM-CDC-220415",
                vessel: "MV Gannet Firth",
                place: "on board; home town Kollam",
                referralReference: "NL-SPE-25/311",
                receivedAt: "2025-05-19T23:10:00+02:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Gannet Firth",
                imoNumber: "4703318",
                mmsi: "538004421",
                callSign: "V7PX2",
                operatorName: "Stellan Marine Crewing LLP"
            ),
            marked: """
                Message by the agent's launch, 23:10. {d|Rajesh Kumar Pillai}, {d|Chief officer} of {d|MV Gannet \
                Firth}, IMO {d|4703318}, MMSI {d|538004421}, call sign {d|V7PX2}, \
                discharge book {d|MUM-CDC-220415}, {d|rk.pillai@stellan-crew.example}, {d|+91 22 5550 0144}. Crewed by \
                {d|Stellan Marine Crewing LLP}.

                {s|Two ratings lowered a net with floats on the offshore side at three in the morning, and the deck \
                lights had been switched off at the panel.} \
                {s|The hatch of the void space aft had new gaskets although no work was planned.} {s|Customs found 330 \
                kg of cocaine in the rudder trunk.} {x|Bosun Teodor V.} is suspected.

                Protection: {c|of the four officers only one has the key to the void space}. {v|The C/O} is called \
                "{v|our Indian chief}" by the agent. {v|Pillai} is on the crew list, {v|R.K.P.} on the key register \
                and \
                {v|Mr Pillai} in the pilot card. The photo is {o|IMG_Pillai_rudder.heic}; the ship appears as {o|GNF} \
                in our list and as {v|GANNET FIRTH} on the berth board. \
                A second note is signed {o|P-I-L-L-A-I}. He asked us to greet {c|his daughter Anjali, who studies in \
                Kochi}. {c|From Kollam}, {c|joined in Paranaguá as replacement for a sick mate}. \
                File {d|NL-SPE-25/311}; {v|Stellan} was not told.

                {s|Lesson: check rudder trunk and void spaces after anchorages without light, and ask who holds keys.}
                """
        ),
        FurtherCase(
            name: "x-fr-1",
            profile: ReferrerProfile(
                name: "Gwenaëlle Le Bihan-Diallo",
                aliases: ["Gwenaëlle", "Gwen", "Mme Le Bihan"],
                role: "Chef d'équipe dépotage",
                employer: "Manutention du Grand Estuaire SARL",
                employerAliases: ["Grand Estuaire", "MGE"],
                email: "g.lebihan@mge-estuaire.example",
                phone: "+33 1 99 00 51 63",
                staffNumber: "mat. 4407-K",
                place: "Saint-Nazaire, hangar 12, quai Nord",
                referralReference: "FR-PUE-2025-207",
                receivedAt: "2025-06-03T14:40:00+02:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Cap Sizun",
                imoNumber: "4800124",
                operatorName: "Nordwest Container Line",
                containerNumber: "QMGU5518206",
                seals: ["MA2207719"],
                billOfLading: "NWCLCAS250518"
            ),
            marked: """
                Signalement reçu de {d|Gwenaëlle Le Bihan-Diallo}, {d|Chef d'équipe dépotage} chez {d|Manutention du \
                Grand Estuaire SARL}, {d|mat. 4407-K}, \
                tél. {d|+33 1 99 00 51 63} ({v|01 99 00 51 63}), {d|g.lebihan@mge-estuaire.example}. Au registre : \
                {v|LE BIHAN DIALLO Gwenaelle}. Elle signe {v|G.L.B.D.}

                {s|Trois palettes de fond étaient cerclées d'un feuillard d'une autre couleur et les cartons ne \
                portaient pas de lot.} \
                {s|Le chauffeur a insisté pour repartir avant le comptage.} « {c|J'ai compté deux fois et mon chef m'a \
                dit de laisser tomber} ». \
                {s|Le dépotage complet a donné 480 kg de résine de cannabis sous des dalles.} {x|Rachid B.} a été \
                entendu.

                Précautions : {c|il n'y a qu'une femme chef d'équipe au hangar}. {c|Son mari travaille à la \
                capitainerie.} Un tract parle de « {v|la Gwen du hangar 12} » ; \
                la pièce jointe s'appelle {o|comptage_GLB_juin.pdf} et la session était {o|lebihang}. Dans le mail \
                interne : {o|R3NlbmHDq2xsZSBMZSBCaWhhbg==}. \
                Dictée au téléphone : {o|zéro un, quatre-vingt-dix-neuf, zéro zéro, cinquante et un, soixante-trois}. \
                {v|MGE} et {v|Grand Estuaire} sont connus de tous. \
                {c|Elle habite rue des Goélands, au troisième}. Le délégué écrit : {o|Gwenaele le Bian}. {v|Mme Le \
                Bihan} a été informée ; dossier {d|FR-PUE-2025-207}.

                {s|Enseignement : comparer le cerclage des palettes, exiger le numéro de lot et ne jamais interrompre \
                un comptage.}
                """
        ),
        FurtherCase(
            name: "x-fr-2",
            profile: ReferrerProfile(
                name: "Kouassi Yao Bertrand",
                aliases: ["Kouassi", "Bertrand", "Yao"],
                role: "Pointeur de quai",
                employer: "Société Ivoirienne d'Acconage du Golfe",
                employerAliases: ["SIAG", "Acconage du Golfe"],
                email: "by.kouassi@siag-abidjan.example",
                phone: "+225 27 55 50 12 08",
                staffNumber: "SIAG-1129",
                place: "Abidjan, poste 15",
                referralReference: "CI/PUE/2024/044",
                receivedAt: "2024-11-21T05:30:00+00:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Ansa Verde",
                imoNumber: "4900217",
                operatorName: "Corvane Line",
                containerNumber: "QSIU3309714",
                seals: ["BR0091188"],
                billOfLading: "CVNLSSZ241077"
            ),
            marked: """
                {d|Kouassi Yao Bertrand}, {d|Pointeur de quai} à la {d|Société Ivoirienne d'Acconage du Golfe} \
                ({v|SIAG}), badge {d|SIAG-1129}, joint au {d|+225 27 55 50 12 08}, \
                {d|by.kouassi@siag-abidjan.example}. Sur la fiche : {v|M. Kouassi}, parfois {v|Bertrand Kouassi} ou \
                {v|K.Y.B.}

                {s|Deux conteneurs vides revenaient plus lourds que leur tare et portaient des scellés alors que le \
                bon disait vide.} \
                {s|Un tracteur les a conduits vers la zone des frigos sans ordre de mouvement.} « {c|On m'a proposé \
                dix mille francs pour tourner la tête} ». \
                {s|Dans les parois, 212 kg de cocaïne étaient fixés avec du ruban.}

                {c|Il est le seul pointeur de nuit au poste 15}. {c|Sa sœur tient la buvette en face.} Photographie : \
                {o|tare_kyb_poste15.jpg}. Une capture montre {o|user=bkouassi}. \
                Écrit à l'envers sur le mur : {o|issauoK}. Un collègue l'appelle « {v|le vieux Yao} ». {v|Acconage du \
                Golfe} demande qui a parlé. \
                En morse dans un message : {o|-.- --- ..- .- ... ... ..}. Retour donné le 4 décembre, \
                {d|CI/PUE/2024/044}.

                {s|Enseignement : peser les conteneurs vides au retour et contrôler les parois dont les vis sont \
                récentes.}
                """
        ),
        FurtherCase(
            name: "x-es-1",
            profile: ReferrerProfile(
                name: "Montserrat Puig i Ferrer",
                aliases: ["Montse", "Montserrat", "Puig"],
                role: "Administrativa de reservas",
                employer: "Consignataria Llevant Mediterrània S.L.",
                employerAliases: ["Llevant", "CLM"],
                email: "mpuig@llevant-med.example",
                phone: "+34 93 555 01 77",
                staffNumber: "legajo 2204",
                place: "Barcelona, Moll de Ponent, planta 3",
                referralReference: "ES-BCN-25-118",
                receivedAt: "2025-02-06T12:10:00+01:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Punta Salinas",
                imoNumber: "5001128",
                operatorName: "Oriel Seaways",
                containerNumber: "QLLU8830412",
                seals: ["CO7712045"],
                billOfLading: "ORSWCTG250120"
            ),
            marked: """
                Se presentó {d|Montserrat Puig i Ferrer}, {d|Administrativa de reservas} de {d|Consignataria Llevant \
                Mediterrània S.L.}, {d|legajo 2204}, móvil {d|+34 93 555 01 77}, \
                {d|mpuig@llevant-med.example}. En la lista: {v|PUIG FERRER, M.} y en el parte {v|Montserrat Puig}. La \
                llaman {v|Montse}.

                {s|Una reserva se anuló y se repitió tres veces con pesos distintos, siempre con el mismo remitente \
                nuevo.} {s|El pago llegó de un tercero desde otro país.} \
                «{c|Mi jefe me quitó la reserva de la pantalla mientras yo miraba}». {s|En el doble techo del \
                contenedor había 190 kg de cocaína.} {x|Joan R.} está detenido.

                Riesgo: {c|es la única que lleva las reservas de ese cliente}. {c|Su cuñado trabaja en la estiba.} El \
                correo reenviado dice «{o|pregúntale a la Montse}»; el adjunto es {o|reservas_MPF_feb.xlsx}. \
                Usuario {o|mpuig22} en el registro. Dictó el número: {o|nueve tres, cinco cinco cinco, cero uno, \
                setenta y siete}. {v|Llevant} y {v|CLM} figuran en cada hoja, \
                {v|93 555 01 77} en la centralita. En inglés aparece como {o|Eastern Mediterranean Shipping Agency}? \
                no: {o|M0ntse Pu1g}. {c|Vive encima de la farmacia de la calle del Mar}. Referencia {d|ES-BCN-25-118}.

                {s|Lección: comparar reservas repetidas, pesos cambiantes y pagos de terceros antes de aceptar la \
                carga.}
                """
        ),
        FurtherCase(
            name: "x-es-2",
            profile: ReferrerProfile(
                name: "Wilson Quispe Mamani",
                aliases: ["Wilson", "Quispe", "el Chino"],
                role: "Vigilante de garita",
                employer: "Seguridad Portuaria Pacífico S.A.C.",
                employerAliases: ["SPP", "Portuaria Pacífico"],
                email: "wquispe@spp-seguridad.example",
                phone: "+51 1 555 0194",
                staffNumber: "DNI 4455xx12",
                place: "Callao, garita 4",
                referralReference: "PE-PUE-24-0552",
                receivedAt: "2024-09-30T01:45:00-05:00"
            ),
            identifiers: CaseIdentifiers(
                vesselName: "MV Huasco Norte",
                imoNumber: "5110203",
                operatorName: "Corvane Line",
                containerNumber: "QSPU1120934",
                seals: ["PE5510023"],
                billOfLading: "CVNLCLL240933"
            ),
            marked: """
                A las 01:45 llamó {d|Wilson Quispe Mamani}, {d|Vigilante de garita} de {d|Seguridad Portuaria Pacífico \
                S.A.C.}, {d|DNI 4455xx12}, teléfono {d|+51 1 555 0194}, correo {d|wquispe@spp-seguridad.example}. \
                En el cuaderno: {v|Quispe M., Wilson}; para los choferes es {v|el Chino}.

                {s|Un camión salió y volvió a entrar en veinte minutos con el mismo conductor y otro precinto.} {s|La \
                cámara de la salida estuvo cubierta con una bolsa durante ese tiempo.} \
                «{c|A mí me ofrecieron mil soles por no anotar la placa}». {s|Se encontraron 143 kg de pasta básica en \
                el piso del contenedor.}

                {c|Era el único vigilante en la garita 4 esa noche}. {c|Su hermana vende comida frente al portón.} El \
                audio es {o|WQM_garita4.ogg}; en el grupo lo nombran {o|W1ls0n}. \
                La hoja dice {v|SPP} y {v|W.Q.M.}; el informe, {v|Portuaria Pacífico}. En base a la planilla: \
                {o|d3F1aXNwZUBzcHA=}. Le dicen «{v|Wilson el de la cuatro}». \
                {c|Cojea desde el accidente de la grúa}. Se le avisó el 12 de octubre, {d|PE-PUE-24-0552}.

                {s|Lección: anotar salidas y entradas repetidas y revisar el precinto en cada paso.}
                """
        ),
    ]
}
