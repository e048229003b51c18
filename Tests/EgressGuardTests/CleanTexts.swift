// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Paragraphs as bulletins hold them: methods, signs, lessons; nobody can be told from them.
enum CleanTexts {
    static let all: [String] = Self.paragraphs
        .split(separator: "\n\n")
        .map { $0.split(separator: "\n").joined(separator: " ") }

    private static let paragraphs = """
        Packages were hidden behind the evaporator panel of a refrigerated container. The seal had been replaced by
        a copy with the same number in a slightly different colour.

        The method needs somebody with access to the stack at night. A duffel bag is placed directly behind the
        doors and taken out at the port of transhipment.

        Look for bolts of a different make, fresh paint around the hinges, and a difference between declared and
        measured weight of more than one tonne.

        Terminals should bind each release to a registered haulier and show the code as late as possible. Look-ups
        by staff without an order need a review every week.

        The consignee did not exist, the delivery address was an empty plot and the telephone number belonged to
        another company.

        Cocaine was found in the sea chest of a bulk carrier. Divers saw that two bolts of the grating had been
        changed. Masters should inspect the hull before sailing from exposed anchorages.

        A remote tool was installed through a removable medium on a work place at the gate. It changed planned
        positions of containers to the ground row.

        Recommended: close removable media, log look-ups, cut access rights that are wider than the task, and rotate
        jobs in the yard.

        The container was declared abandoned quickly so that the line saved storage fees. The attempt to collect was
        disrupted.

        False bottoms in oil drums held raw ivory under a layer of real oil. The weighing showed a third more than
        declared.

        Nothing was found. The difference in weight came from wet packing timber and an overdue calibration of the
        weighbridge.

        The image of the scanner showed nothing unusual because the bottles were of the same size as the declared
        goods. A full unpacking is advised when other indicators are strong.

        Two containers with the same number were presented. The check digit was right, but the digits on the left
        side had been painted with a stencil.

        Staff were offered money for leaving a container in an accessible position. Safe reporting lines and job
        rotation reduce the pressure.

        The goods were moved from a transhipment container to another one that is rarely controlled. Position
        changes without an order are the main sign.

        Counterfeit medicines were packed between rows of tiles. Payment in cash by a third party and a free mail
        address were the first indicators.

        An extraction team waited inside a container in the import stack with food for several days, a signal jammer
        and bolt cutters. Cameras had been turned away.

        For carriers: compare the axle load at the gate with the verified gross mass, and hold only after a second
        weighing.

        For ports: light the water side, log small boats at the anchorage and keep the diving inspection independent
        of the local agent.

        For exporters: keep seals under lock, assign numbers at the door and use a second seal on flows of high
        risk.

        In the last quarter the share of seizures with insider involvement was about two thirds of those assessed.
        Cases that were not assessed are shown apart.

        The hold was lifted after examination and the shipment continued without delay. Feedback was given to the
        partner concerned.

        Indicators: change of the port of transhipment shortly before closing, new exporter, density of the goods
        not plausible, request for a special position.

        Les sacs étaient placés derrière les portes et un scellé de même numéro se trouvait à côté. La méthode
        suppose un accès au parc pendant la nuit.

        Le conteneur cloné portait un numéro valide, mais la peinture collait encore. Les terminaux doivent alerter
        quand un numéro est vu deux fois.

        Vérifier par appel l'importateur inscrit avant l'enlèvement, surtout quand un tiers paie en espèces ou que
        l'adresse de messagerie est gratuite.

        Le scanner n'a rien montré ; seul un dépotage complet a permis la découverte. La pesée donnait une tonne de
        plus que le poids déclaré.

        Les droits d'accès étaient plus larges que nécessaire et les consultations n'étaient pas revues. Le code de
        sortie doit être lié au transporteur.

        La marchandise a été transférée d'un conteneur à un autre pendant le transbordement. Un changement de
        position sans ordre est le signe principal.

        Recommandations : doubler le scellé, éclairer le quai, contrôler les mouvements de nuit et former les
        équipes aux signes de contrainte.

        Des pièces du groupe frigorifique avaient été démontées ; les vis étaient neuves. La température est montée
        de quatre degrés pendant la traversée.

        Les médicaments contrefaits étaient cachés entre les rangs de carreaux. Le certificat portait le numéro d'un
        autre envoi.

        Se retuvo el contenedor y se abrió por completo. Detrás de las puertas había maletas con droga y un precinto
        gemelo listo para cerrar en destino.

        Demasiadas personas conocen el número del precinto antes de la salida. Conviene asignar los números en la
        puerta y usar un segundo precinto.

        La carga se pasó de un contenedor a otro durante el transbordo. El cambio de posición sin orden y el cambio
        de turno son señales de alerta.

        El dispositivo marcó una parada fuera de la ruta y una apertura de puertas. Las empresas deben revisar las
        alertas el mismo día.

        El peso declarado no coincide con la densidad del producto. Se recomienda una segunda pesada antes de
        retener la mercancía.

        Se ofreció dinero al personal de patio por dejar una caja en una fila accesible. Las líneas de aviso seguras
        reducen la presión.

        Los códigos de entrega estáticos permiten retirar la carga a quien los conoce. Deben caducar y quedar
        ligados al transportista registrado.

        En el último trimestre aumentaron los hallazgos en unidades de refrigeración. La inspección del panel y de
        los tornillos basta para detectarlos.

        The smell of fresh glue at the front wall led to a cavity of half a metre. The tare weight had not been
        checked for years.

        Tobacco was declared as furniture. The drawings of the packing plan did not fit the size of the container,
        and the shipper could not be reached.
        """
}
