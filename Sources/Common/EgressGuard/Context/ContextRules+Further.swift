// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension ContextRules {
    /// What singles somebody out beyond the usual phrases: leave, quarrels, awards, keys, looks, the first person; from partners on.
    static let further: [PhrasePattern] = Self.furtherEnglish + Self.furtherFrench + Self.furtherSpanish

    private static let furtherEnglish: [PhrasePattern] =
        Self.fromPartners(
            GuardRule.groupOfOne,
            [
                "<clause only|just a? single|lone|one|#num _2 #person|crane|gang|truck|shift|team|crew|boat >clause",
                "<clause no other _3 #person", "whoever held|had|has|was|is|kept|keeps|saw|did|opened >clause",
                "<clause only|just #num of us|them|the|those >clause", "<clause everybody|everyone knows|knew >clause",
                "<clause guess|imagine who >clause", "<clause nobody|noone but >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.kinship,
            ["<clause his|her|my partner|missus|fiancee|fiance|in-laws|stepfather|stepmother >clause"]
        )
        + Self.fromPartners(
            GuardRule.biography,
            [
                "the|a|our trainee|apprentice|newcomer|rookie|temp|intern|probationer >clause",
                "<clause who started|joined|came _ after|before|last|in|at >clause",
                "<clause quarrelled|quarreled|argued|clashed|rowed|fought with >clause", "fallen|fell out with >clause",
                "<clause given|awarded|received|won|got a|an|the _2 award|medal|commendation|reward|bonus|promotion >clause",
                "<clause promoted|fired|sacked|dismissed|suspended|reprimanded after|for|because|since >clause",
                "<clause his|her|my wedding|divorce|funeral|surgery|operation|retirement|christening|birthday >clause",
                "<clause back from leave|maternity|paternity|sick|holiday|hospital >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.description,
            [
                "the|a|our union|shop rep|steward|delegate|official|representative >clause",
                "the #person|one|bloke who walks|drives|wears|rides|plays|sings|smokes|owns|feeds >clause",
                "<clause left|one handed|armed|eyed|legged >clause",
                "red|blonde|blond|grey|white|long|curly haired #person",
                "<clause walks|walking his|her|a|two dog|dogs|greyhounds >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.seat,
            ["<clause held|holds|had|has|keeps|kept the only? key|keys to|of|for >clause"]
        )
        + Self.fromPartners(
            GuardRule.timeline,
            [
                "<clause minutes|moments|shortly|right|just after|before the _2 shift|gang|watch|crew|handover|relief >clause",
                "<clause tip|call came|reached|arrived in|us|at|shortly|minutes|just >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.ownWords,
            [
                "<clause my|myself|mine >clause", "<clause told|called|asked|warned|phoned me >clause",
                "<clause i am|was|have|had|m|saw|heard|know|knew|think|told|work|worked|could|can|will|did|do|don >clause",
                "<clause i never|went|found|noticed|keep|live|stay|swear|sleep|fear >clause",
            ]
        )

    private static let furtherFrench: [PhrasePattern] =
        Self.fromPartners(
            GuardRule.groupOfOne,
            [
                "<clause n est|sommes|sont|etions|etaient que #num >clause",
                "<clause un|une seul|seule _2 #person|grue|equipe|camion|bordee >clause",
                "<clause #num seulement|seuls a|ont|avaient >clause", "<clause tout le monde sait|savait >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.kinship,
            [
                "<clause le|la|l|un|une beau|belle|demi #kin >clause",
                "<clause sa|son|ma|mon femme|compagne|copine|conjoint|conjointe|copain|beau|belle|ex >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.biography,
            [
                "<clause conge|arret maternite|maladie|parental|paternite|sabbatique >clause",
                "<clause venait|vient|viennent de reprendre|rentrer|revenir|quitter|commencer|embaucher >clause",
                "<clause a la retraite >clause", "<clause un|une|l|cet|cette ancien|ancienne du|de|des|d >clause",
                "l|un|une|le|la|notre apprenti|apprentie|stagiaire|interimaire|novice|alternant >clause",
                "<clause premier|premiere|dernier|derniere contrat|embarquement|garde|affectation >clause",
                "<clause dispute|disputee|brouille|brouillee|fache|fachee avec >clause",
                "<clause recu|obtenu une|la|sa medaille|prime|promotion|recompense >clause",
                "<clause licencie|licenciee|sanctionne|sanctionnee|mis pour|depuis|apres|a pied? >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.description,
            [
                "la|le|une|un dame|monsieur|gars|type|fille|vieux|jeune|mec de|du|aux|avec|qui >clause",
                "celui|celle du|de|des|d|aux|au|avec >clause",
                "<clause aux|les|des|avec cheveux|barbe|moustache|lunettes|tatouage|cicatrice|dreadlocks >clause",
                "<clause gaucher|gauchere|begue|borgne|roux|rousse >clause",
                "<clause delegue|deleguee|representant syndical|syndicale|syndicaux|du personnel? >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.seat,
            ["<clause a|ont|avait|avaient|avoir le|la|les badge|cle|cles|code|double du|de|d|des >clause"]
        )
        + Self.fromPartners(
            GuardRule.timeline,
            [
                "<clause juste|peu apres|avant le|la|l releve|quart|changement|prise|pause|depart _ >clause",
                "<clause quelques minutes|heures|jours apres|avant le|la|l|son|sa >clause",
            ]
        )
        + Self.fromPartners(GuardRule.ownWords, ["<clause je|j|moi|mon|ma|mes _ >clause"])

    private static let furtherSpanish: [PhrasePattern] =
        Self.fromPartners(
            GuardRule.groupOfOne,
            [
                "<clause solo|solamente|unicamente #num _2 #person|personas|tienen|tenian|hay|habia|conocen >clause",
                "<clause es|era el|la unico|unica _3 >clause", "<clause somos|son|eran solo|solamente #num >clause",
                "<clause todo el mundo sabe|sabia >clause",
                "el|la que cierra|abre|atiende|lleva|limpia|guarda|cuida|conduce|vigila|pesa|firma|estaba|vio|conto >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.kinship,
            [
                "<clause su|mi|tu mujer|pareja|novia|novio|suegro|suegra|ex|yerno|nuera|padrino|comadre >clause",
                "<clause el|la|un|una yerno|nuera|padrino|madrina|comadre|compadre de|del >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.biography,
            [
                "<clause recien|recientemente llegado|llegada|embarcado|embarcada|contratado|contratada|ascendido >clause",
                "<clause en su|mi primer|primera|ultimo|ultima viaje|contrato|turno|semana|dia|guardia|embarque >clause",
                "<clause acababa|acaba|acababan de volver|llegar|salir|entrar|empezar|incorporarse >clause",
                "<clause la|de baja por|medica|laboral|maternal|de >clause",
                "el|la|un|una|nuestro aprendiz|becario|becaria|novato|novata|suplente|eventual >clause",
                "<clause discutio|discutido|peleo|peleado|rino|enemistado con >clause",
                "<clause delegado|delegada|enlace|liberado sindical >clause",
                "<clause recibio|recibido|gano una|un|el|la medalla|premio|ascenso|gratificacion >clause",
                "<clause despedido|despedida|sancionado|sancionada|expedientado por|tras|desde|despues >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.description,
            [
                "el|la del|de la|las|los|el? bigote|barba|gafas|pelo|tatuaje|acento|moto|bata|gorra|cicatriz >clause",
                "<clause zurdo|zurda|tartamudo|tartamuda|pelirrojo|pelirroja|tuerto|manco >clause",
            ]
        )
        + Self.fromPartners(
            GuardRule.seat,
            ["<clause tiene|tienen|tenia|guarda|guardaba la|las? llave|llaves|clave de|del >clause"]
        )
        + Self.fromPartners(
            GuardRule.timeline,
            [
                "<clause justo|poco despues|antes de|del la|las|los? relevo|cambio|turno|guardia|salida|descanso >clause",
                "<clause aviso|llamada entro|llego|vino justo|poco|minutos|tras|al >clause",
            ]
        )
        + Self.fromPartners(GuardRule.ownWords, ["<clause yo|mi|mis|conmigo _ >clause"])
}
