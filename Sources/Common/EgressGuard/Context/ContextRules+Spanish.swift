// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension ContextRules {
    static let spanish: [PhrasePattern] =
        Self.group(
            GuardRule.groupOfOne,
            [
                "el|la unico|unica _2 #person", "el|la unico|unica de|que|en|con|del >clause",
                "<clause a|hay|habia|tiene|queda un|una solo|sola >clause",
                "<clause solo hay|habia|tiene|queda un|una|dos >clause", "<clause no hay|habia mas|otro|otra >clause",
                "nadie mas >clause",
                "la persona que >clause", "quien|quienquiera que? _ el|la|ese|esa|esta|este >clause",
                "<clause equipo de una|un|dos persona|personas?",
                "de los|las #num #person >sentence", "<clause la otra|el otro estaba|esta|de >clause",
                "el|la que >clause sola",
                "<clause tiene|habia #num mujeres|hombres >clause",
                "<clause sola|solo en|de|a el|la|turno|noche|bloque|cargo >clause",
            ]
        )
        + Self.group(
            GuardRule.kinship,
            [
                "#poss #kin #cap , que|quien >clause", "<clause #poss _ #kin >clause",
                "<clause el|la|un|una #kin del|de >clause",
                "<clause casado|casada con >clause", "<clause primo|prima|pariente por|de >clause",
            ]
        )
        + Self.group(
            GuardRule.biography,
            [
                "<list nacido|nacida en|el? #num|#cap >list", "<clause de #num anos",
                "<clause natural|oriundo|oriunda|originario|originaria de|del >clause",
                "<clause vive|vivia|reside|duerme|duermo en|con|junto|cerca|sobre|encima|al >clause",
                "<clause cojo|coja|cojea|cojeando|acento|tartamudo|zurdo >clause",
                "<clause baja medica|por|laboral|maternal >clause", "parte|baja medico|medica",
                "<clause jubilado|jubilada", "<clause embarazada", "en reemplazo|relevo|sustitucion de|del >clause",
                "<clause embarco|embarcado|enrolado|enrolo en >clause", "<clause acuerdo|clausula de confidencialidad",
                "<clause trasladado|trasladada|traslado a|al >clause",
                "<clause ha|han cambiado de puesto|turno|empresa >clause",
                "<clause cuarenton|cincuenton|treintanera|cuarentona",
            ]
        )
        + Self.group(
            GuardRule.seat,
            [
                "<clause sienta|sentado|sentada junto|al|frente|detras|cerca >clause", "<clause se sienta >clause",
                "espalda con espalda >clause",
                "bloque|puesto|cabina|ventanilla|via|rack #num", "en el|la #ordinal piso|planta",
                "<clause delante de|del la|el? >clause",
                "<clause estacionado|aparcado frente|delante|en >clause", "vestuario|comedor|bano|aseo de|del >clause",
                "calle|avenida|plaza|paseo de|del? la|los|las|el? #cap",
                "#poss taquilla|escritorio|turno|puesto|pantalla|cuadrante",
            ]
        )
        + Self.group(
            GuardRule.description,
            [
                "un|una|el|la|nuestro|nuestra #person con _3 acento|cojo|tatuaje|barba|gafas|anillo >clause",
                "un|una|el|la|esa|ese valiente|buen|buena|pobre? #informal de|que|con|del >clause",
                "#person con acento >clause",
                "gracias a|al la|el|nuestro|nuestra? #person|gente|chica|companero >clause",
                "llamado|llamada|bautizado como una|un|por >clause",
                "#poss iniciales|firma|voz|letra|anillo|reflejo|placa >clause",
                "nuestro|nuestra #person de|del >clause",
            ]
        )
        + Self.group(
            GuardRule.timeline,
            [
                "<clause el|la|ese|esa #report llego|fue|es|se|entro|lleva|vino >clause",
                "lleva fecha del #report", "<clause el dia|la vispera|noche antes de|del >clause",
            ]
        )
        + Self.group(
            GuardRule.proxy,
            [
                "del companero|companera de|del >clause", "por el|la|un|una companero|companera >clause",
                "<clause firmo por el|ella >clause", "<clause en nombre de|del >clause",
            ]
        )
        + [
            PhrasePattern(
                "nuestro|nuestra|nuestros #origin #person|#cap|que",
                rule: GuardRule.description,
                removedFrom: .customs
            )
        ]
}
