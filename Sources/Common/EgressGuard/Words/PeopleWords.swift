// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words for persons, kin, belonging and origin in the three languages.
enum PeopleWords {
    static let persons = """
        man woman men women guy guys fella fellow lad lass bloke chap girl girls boy boys lady person employee worker
        colleague operator driver engineer clerk officer technician guard planner agent captain mate bosun master cook
        welder trainee apprentice delegate steward watchman nightwatchman gateman janitor lookout weigher tester
        stevedore docker checker tallyman foreman supervisor manager analyst inspector trucker haulier broker forwarder
        seafarer sailor fitter electrician mechanic crane operator coordinator dispatcher secretary accountant nurse
        homme femme type gars agent agente employe employee collegue chauffeur chauffeuse operateur operatrice docker
        soudeur apprenti apprentie stagiaire peseur cuisinier delegue deleguee veilleur
        grutier grutiere pointeur pointeuse technicien technicienne mecanicien matelot marin commandant officier
        gardien gardienne vigile responsable chef cheffe planificateur consignataire transitaire declarant comptable
        hombre mujer chico chica tipo senor senora muchacho muchacha trabajador trabajadora empleado empleada companero
        companera operador operadora chofer conductor conductora gruista maquinista marinero capitan oficial tecnico
        soldador aprendiz pesador amarrador celador cocinero cocinera delegado delegada sereno
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
    /// What one person does who sees, hears or tells something: singular forms.
    static let verbs = """
        saw heard noticed spotted recognised recognized rang called phoned told tipped warned reported wrote said spoke
        overheard remembers remembered suspected mentioned confided revealed realised asked refused photographed filmed
        vu entendu remarque reconnu raconte prevenu averti alerte signale telephone appele ecrit dit parle denonce
        demande photographie filme apercu surpris soupconne croise note confie refuse
        vio oyo noto reconocio conto aviso denuncio llamo escribio dijo hablo sospecho alerto miro fotografio grabo
        pidio rogo desconfio encontro guardo apunto confio entero conto refirio nego pregunto supo
        """
    /// Words for somebody who told something.
    static let informers = """
        witness caller informant informer whistleblower tipster complainant reporter eyewitness snitch
        informateur informatrice denonciateur denonciatrice lanceur indicateur indic temoin
        informante denunciante delator delatora confidente chivato soplon testigo alertador alertadora
        """
    /// Relatives and friends whose words mean nothing else.
    static let relatives = """
        friend friends daughter daughters wife husband nephew niece uncle aunt cousin grandmother grandfather stepson stepfather widow
        widower girlfriend boyfriend fiancee neighbour neighbor roommate flatmate classmate schoolmate teammate godfather
        ami amie amis frere soeur beaufrere epouse mari neveu tante oncle cousine veuf veuve voisin voisine copain copine colocataire
        amigo amiga amigos hermano hermana esposo esposa marido sobrino sobrina cunado cunada suegro suegra hijo hija abuelo abuela viudo
        viuda vecino vecina novio novia compadre padrino
        """
    /// Bodies, beliefs, habits and feelings: words that texts about cargo do not use.
    static let traits = """
        wheelchair stutter stutters stuttered stammer stammers lisp limp limps limping cough coughs coughed bald bearded
        tattoo tattooed moustache mustache redhead ginger blonde freckles freckled pregnant diabetic asthmatic deaf
        crutches scar scarred choir mosque parish deacon priest imam vegetarian drunk drunkard gambler debts divorced
        bachelor nickname nicknamed afraid scared frightened policeman policewoman barmaid barman waitress waiter nurse
        hobby hobbies knits fishes marathon tenor drummer guitar poker allotment caravan beekeeper bees canteen
        chauve barbu moustachu tatoue tatouee roux rousse enceinte diabetique asthmatique sourd sourde bequilles begaie
        cicatrice chorale eglise mosquee paroisse diacre pretre celibataire divorce divorcee surnom surnomme surnommee
        peur craint serveuse serveur infirmerie boiteux dentier guitare petanque moto velo
        tartamudea tose cojea calvo barbudo tatuaje tatuado tatuada embarazada diabetico diabetica asmatico sordo sorda
        muletas cicatriz coro iglesia mezquita parroquia diacono soltero soltera divorciado divorciada apodo apodado
        apodada miedo borracho camarero camarera bigote guitarra bicicleta acento accent acentos
        """
    /// Trades and posts of single people, beside ``persons``.
    static let trades = """
        policeman soldier teacher barman waitress lorry-driver trucker shunter checker rigger lasher bargee skipper
        serveuse serveur camionneur cariste aconier lamaneur patron patronne policier gendarme ouvrier ouvriere femme
        camionero camionera carretillero estibador amarrador policia militar obrero obrera operario operaria patron
        muchacha vecina secretary receptionist cleaner typist bookkeeper deckhand fitter welder electrician plumber
        newcomer youngster veteran pensioner stranger student worker foreman forewoman superintendent pilot diver cashier
        electricien electricienne veilleur interimaire secretaire caissier caissiere receptionniste plombier veteran
        retraite retraitee etudiant etudiante plongeur scaphandrier contremaitre
        tripulante electricista mecanico mecanica administrativo administrativa secretaria recepcionista limpiadora
        oficinista peon fontanero buzo estudiante jubilado jubilada veterano veterana contramaestre
        """
}
