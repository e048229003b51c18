// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words of firms, ships and ports that identify nobody by themselves.
enum TradeWords {
    static let legalForms = WordSet(
        """
        ltd limited llc llp lp inc incorporated corp corporation co company plc gmbh mbh ag kg ug se sa sas sasu sarl
        eurl
        sl slu srl spa bv nv vof oy oyj ab as asa aps sdn bhd pty pte pvt pt tbk kk zrt kft doo dd sro cv sac saa eirl
        ltda cia cie s.a. s.a.s. s.l. b.v. n.v. s.r.l. s.p.a. fze fzco wll
        """
    )
    static let generic = WordSet(
        """
        container containers terminal terminals line lines liner shipping ship ships shipmanagement management manager
        marine maritime sea seas ocean oceanic port ports harbour harbor yard depot depots quay dock docks wharf gate
        gates reefer services service logistics logistic freight forwarding forwarder forwarders transport transports
        transportation trucking haulage hauliers hauling drayage carriers carrier cargo export exports exporters import
        imports importers trade trading traders agency agencies agent agents customs broker brokers brokerage security
        guard guards bulk tankers tanker crew crewing stevedores stevedoring stevedore warehouse warehousing storage
        packing fruit fruits banana bananas produce foods food farm farms group holding holdings international global
        world worldwide general national federal united royal new old north south east west northern southern eastern
        western central upper lower great grand coast coastal bay cape river island islands strait straits point mount
        agence agences compagnie societe terminaux conteneur conteneurs maritimes transit transitaire fret quai quais
        portuaire portuaires manutention agricole bananeraie exportation importation navigation armement groupe nord sud
        est ouest naviera navieras puerto puertos portuaria portuario terminales contenedor contenedores estiba
        estibadores
        bananera bananeras exportadora importadora agencia aduanas aduanera transportes transporte consignataria grupo
        compania empresa servicios logistica seguridad norte sur este oeste estrecho costa bahia cabo isla daughter
        daughters son sons brothers bros hermanos hijos freres fils operator operators partners associates solutions
        weighing weighbridge weights inspection inspections survey surveys surveyor surveyors testing laboratory
        cleaning
        catering repair repairs maintenance fumigation pilot pilots pilotage towage tug tugs salvage diving offshore
        energy
        mining timber chemical chemicals cold cool chilled frozen washing lashing tallying handling supply supplies
        trailers trailer chassis equipment leasing rental reefers refrigeration refrigerated insurance consulting
        acconage lamanage remorquage pilotage pesage nettoyage reparation froid frigorifique surveillance gardiennage
        portuarias pesaje limpieza reparacion frio frigorifico vigilancia remolque remolques practicos almacenes
        systems technologies technical engineering trader spirit star pioneer express voyager
        """
    )
    static let shipPrefixes = WordSet("mv m/v mt m/t ms ss fv f/v sv s/v mts m.v. m.s. mn m/n ts lpg lng vessel ship")
    /// Abbreviations of the trade that are never read as initials.
    static let acronyms = WordSet(
        """
        ais imo iso mmsi vhf cctv teu feu fcl lcl eta etd bl b/l hs hq pia mo poe spe spoe wco bic cfs cy cod fob cif
        vgm edi
        scac otg ctu nii xray usb it id ip pc pdf csv xml eu uk us usa uae usd eur gbp kg lt mt cbm ref tel fax nda gps
        rfid rtg sts rmg agv tos dwt gt imdg msds sds imb ctpat aeo isps ssp pfso cso sso ppe mob eca hfo mgo fwb fts
        gmdss
        epirb ecdis nb ps fyi asap tbc tbd na ok hmrc cbp abf nca dea fbi ofac fatf un unodc osd soc doc docs re fw fwd
        cc bcc png jpg sn pm am utc gmt cet cest bst est pst awst aest jan feb mar apr may jun jul aug sep oct nov dec
        tva pme sas sarl nif rif dni cif puq pue spoc
        """
    )

    /// Whether a word says only what trade or place it is.
    static func isGeneric(_ word: FoldedText) -> Bool {
        Self.generic.contains(word) || Self.legalForms.contains(word) || NameWords.particles.contains(word)
            || CommonWords.all.contains(word)
    }
}
