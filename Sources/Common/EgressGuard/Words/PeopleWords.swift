// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words for persons, kin, belonging and origin in the three languages.
enum PeopleWords {
    static let persons = """
        man woman men women guy guys fella fellow lad lass bloke chap girl girls boy boys lady person employee worker
        colleague operator driver engineer clerk officer technician guard planner agent captain mate bosun master cook
        stevedore docker checker tallyman foreman supervisor manager analyst inspector trucker haulier broker forwarder
        seafarer sailor fitter electrician mechanic crane operator coordinator dispatcher secretary accountant nurse
        homme femme type gars agent agente employe employee collegue chauffeur chauffeuse operateur operatrice docker
        grutier grutiere pointeur pointeuse technicien technicienne mecanicien matelot marin commandant officier
        gardien gardienne vigile responsable chef cheffe planificateur consignataire transitaire declarant comptable
        hombre mujer chico chica tipo senor senora muchacho muchacha trabajador trabajadora empleado empleada companero
        companera operador operadora chofer conductor conductora gruista maquinista marinero capitan oficial tecnico
        tecnica guardia vigilante capataz estibador estibadora jefe jefa encargado encargada agente despachante
        """
    static let kin = """
        wife husband mother father brother sister son daughter cousin uncle aunt nephew niece grandmother grandfather
        fiancee fiance girlfriend boyfriend mum dad mam stepson stepdaughter widow widower
        epouse mari mere pere frere soeur fils fille cousin cousine oncle tante neveu niece 
        compagnon compagne veuve veuf
        esposa esposo marido madre padre hermano hermana hijo hija primo prima tio tia sobrino sobrina cunado
        cunada suegro suegra abuelo abuela novio novia guagua nieto nieta viuda viudo
        """
    static let possessive = """
        his her their my our your whose son sa ses leur leurs mon ma mes notre nos votre su sus mi mis tu tus nuestro
        nuestra cuyo cuya
        """
    static let determiner = """
        the a an this that our their my le la les l un une ce cet cette notre votre mon ma el los las una ese esa este
        esta
        nuestro nuestra mi
        """
    /// Adjectives and nouns of origin; English ones are capitals.
    static let origins = """
        afghan albanian algerian american angolan argentine argentinian armenian australian austrian azeri bangladeshi
        belarusian belgian bolivian bosnian brazilian breton british bulgarian burmese cambodian cameroonian canadian
        catalan chilean chinese colombian congolese corsican croatian cuban czech danish dominican dutch ecuadorian
        egyptian english eritrean estonian ethiopian filipino filipina finnish flemish french galician gambian georgian
        german ghanaian greek guatemalan guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi
        irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kurdish latvian lebanese liberian
        libyan lithuanian malagasy malaysian malian maltese mauritian mexican moldovan moroccan mozambican namibian
        nepalese nepali nicaraguan nigerian norwegian pakistani palestinian panamanian paraguayan peruvian polish
        portuguese punjabi romanian russian rwandan salvadoran scottish senegalese serbian sicilian sikh singaporean
        slovak slovenian somali spanish sudanese swahili swedish swiss syrian taiwanese tamil tanzanian thai togolese
        tunisian turkish ugandan ukrainian uruguayan venezuelan vietnamese welsh yemeni yoruba zambian zimbabwean basque
        algerien algerienne marocain marocaine tunisien tunisienne senegalais senegalaise ivoirien ivoirienne malien
        malienne camerounais camerounaise congolais congolaise beninois beninoise togolais guineen guineenne breton
        bretonne normand normande corse alsacien alsacienne parisien parisienne marseillais marseillaise antillais
        antillaise guadeloupeen martiniquais creole reunionnais polonais polonaise portugais portugaise espagnol
        espagnole
        italien italienne allemand allemande anglais anglaise irlandais irlandaise ecossais neerlandais neerlandaise
        belge
        suisse roumain roumaine turc turque libanais libanaise russe ukrainien ukrainienne casamancais casamancaise
        africain africaine maghrebin basque catalan catalane bresilien bresilienne
        espanol espanola vasco vasca gallego gallega catalan catalana andaluz andaluza canario canaria valenciano
        aragones asturiano asturiana portugues portuguesa frances francesa ingles inglesa italiano italiana aleman
        alemana
        marroqui colombiano colombiana ecuatoriano ecuatoriana peruano peruana venezolano venezolana mexicano mexicana
        chileno chilena argentino argentina boliviano boliviana cubano cubana dominicano dominicana brasileno brasilena
        hondureno panameno panamena costeno costena serrano serrana guayaquileno norteno nortena sureno gaditano rumano
        rumana polaco polaca ruso rusa ucraniano ucraniana senegales
        """
}
