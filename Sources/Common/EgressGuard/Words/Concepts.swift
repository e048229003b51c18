// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words of place and trade that mean the same in the three languages: a translated firm is still the firm.
enum Concepts {
    private static let groups = """
        north northern nord norte septentrional
        south southern sud sur meridional
        east eastern est este oriental orient
        west western ouest oeste occidental
        strait straits detroit estrecho
        bay bahia baie gulf golfe golfo
        cape cabo cap
        coast coastal cote costa costera
        sea seas mer mar maritime maritima maritimo marine marina marino
        ocean oceanic oceanique oceano oceanica oceanico
        port ports harbour harbor puerto puertos portuaire portuaria portuario havre
        terminal terminals terminaux terminales
        line lines ligne lignes linea lineas naviera
        quay quays quai quais muelle muelles wharf dock docks
        gate gates porte portes puerta puertas portail
        lake lac lago
        river riviere fleuve rio
        island islands isle ile iles isla islas
        mountain mount mont monte montana
        star etoile estrella
        sun soleil sol
        moon lune luna
        white blanc blanche blanco blanca
        black noir noire negro negra
        red rouge rojo roja
        blue bleu bleue azul
        green vert verte verde
        gold golden or dore dorado dorada oro
        silver argent argente plata plateado
        new nouveau nouvelle nuevo nueva
        old vieux vieille viejo vieja
        great grand grande gran
        saint san santa santo sainte
        bridge pont puente
        tower tour torre
        castle chateau castillo
        light lumiere luz
        lighthouse phare faro
        wind vent viento
        wave vague ola
        fish poisson pescado pez
        freight fret flete carga cargo
        agency agence agencia
        shipping navigation navegacion transports transport transportes
        security securite seguridad
        banana bananas bananier bananera bananeras bananeraie
        fruit fruits fruta frutas
        customs douane douanes aduana aduanas
        company compagnie compania societe sociedad
        storage stockage almacenes almacenaje warehouse entrepot deposito
        services service servicios servicio
        """

    /// Folded word to the number of its meaning.
    static let index: WordTable = {
        var index: [UInt64: Int] = [:]
        for (number, line) in Self.groups.split(separator: "\n").enumerated() {
            for word in FoldedText.words(of: String(line)) {
                index[FoldedText(word).hash] = number
            }
        }
        return WordTable(index.map { ($0.key, Int32($0.value)) })
    }()
}
