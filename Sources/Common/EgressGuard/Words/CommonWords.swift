// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Frequent words of the three languages, and words that are also names.
///
/// A key that is such a word alone needs a capital letter, and forms derived from a name are dropped when they are one.
enum CommonWords {
    static let all = Self.geography.union(Self.english).union(Self.french).union(Self.spanish).union(Self.alsoNames)
        .union(Self.calendar)

    /// Parts of the world, and proper words of the trade.
    private static let geography = WordSet(
        """
        africa african america american americas europe european asia asian oceania middle eastern western northern
        southern central baltic mediterranean caribbean atlantic pacific indian gulf guinea red sea sahel balkans
        afrique africaine amerique amerique europe asie oceanie occidentale occidental orientale oriental australe
        meridionale meridional centrale septentrionale extreme moyen proche orient baltique mediterranee caraibes golfe
        guinee europa asia oceania africa america caribe baltico mediterraneo oriente lejano medio cercano golfo austral
        harmonized harmonised system harmonise sistema armonizado organisation organization world mundial mondiale
        customs convention recommendation authorised authorized economic operator kyoto safe framework rip
        """
    )

    static let calendar = WordSet(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul
        aug
        sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri
        sat sun janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi
        mercredi
        jeudi vendredi samedi dimanche enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre
        noviembre diciembre lunes martes miercoles jueves viernes sabado domingo
        """
    )
    private static let english = WordSet(
        """
        the a an and or but if then else when while as of at by for with about against between into through during
        before
        after above below to from up down in out on off over under again further once here there where why how all any
        both each few more most other some such no nor not only own same so than too very can will just should now i me
        my we our ours you your he him his she her it its they them their what which who whom this that these those am
        is
        are was were be been being have has had having do does did doing would could ought might must shall may also
        one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth last next
        day days night nights week weeks month months year years hour hours minute minutes time times morning afternoon
        evening today tomorrow yesterday early late soon ago long short high low big small large little new old young
        good
        bad best better right left hand back front side top bottom inside outside near far open closed close same
        another
        man men woman women boy boys girl girls person people driver drivers clerk clerks officer officers master crew
        captain engineer engineers guard guards worker workers colleague colleagues boss manager supervisor director
        owner agent agents broker company companies firm office desk room house home door doors gate gates yard port
        ports
        quay berth berths stack row rows rack racks terminal terminals ship ships vessel vessels boat boats truck trucks
        lorry car cars container containers box boxes seal seals cargo goods pallet pallets carton cartons bag bags drum
        drums load loading unload stuffing weight weights scale scales scan scanned image images photo photos camera
        cameras video call calls called caller phone number numbers code codes name names note notes report reports
        reported referral letter message messages mail email file files page paper papers document documents list lists
        line lines book booking bill form forms sheet log logs record records said says say told tell tells ask asked
        asks saw see seen sees know known knew knows think thought found find finds took take taken takes gave give
        given
        gives came come comes went go goes gone made make makes put puts got get gets left leave leaves kept keep held
        hold used use uses wrote write written read reads sent send sends sat sit stood stand ran run runs moved move
        moves opened opening closing checked check checks looked look looks noticed notice wanted want wants worked work
        works paid pay money cash price cost fee fees customs police law court case cases source place places way thing
        things part parts end start begin began stop stopped change changed changes turn turned show showed shown help
        feel felt try tried need needs needed like liked well still even ever never always often already yet because
        since until without within along across around behind beside among every many much several none nothing
        something
        someone somebody nobody anyone everybody everything water sea air fire ice oil gas steel iron wood paper glass
        plastic metal stone sand salt sugar fruit fruits banana bananas fish meat rice grain coffee tea cotton towel
        towels tile tiles red blue green black white yellow brown grey gray pink orange purple dark light bright clear
        clean dirty full empty heavy hot cold wet dry fresh quick slow fast safe sound plain true false real fair free
        engine deck bridge hull hold mast bow stern port starboard anchor rope chain net wind wave tide coast shore land
        island bay cape river lake hill mount field farm town city country state north south east west northern southern
        street road lane park square market bank church school hospital hotel bar shop store mill works hall tower
        control operator analyst technician planner import export release service services customer partner partners
        risk alarm alert sign signs signal data system systems screen user access account accounts password login tool
        security safety public private joint special general common main major minor single double triple half quarter
        cocaine drug drugs heroin ivory meth methamphetamine seizure seized search searched arrest arrested suspect
        witness victim evidence proof fact facts reason result results outcome figure figures table sample test tests
        per via dear hello thanks please sorry yes no ok hi bye mister sir lady gentleman friend friends family father
        mother brother sister son daughter wife husband cousin uncle aunt child children baby king queen prince duke
        knight bishop pope abbot monk smith baker cook butcher carpenter mason taylor tailor turner miller fisher hunter
        shepherd gardener potter sailor archer marshall steward page parker porter carter cooper fuller walker weaver
        plus pro con pre post sub max min lot lots set sets bit kit pin pen pan pot tap tag tab top tip tea toe ton tons
        kilo kilos gram grams litre litres metre metres foot feet inch inches mile miles won ran mar pal card cards care
        cent chart chat wing wings wire wise wild
        """
    )
    private static let french = WordSet(
        """
        le la les l un une des du de d et ou mais si quand comme a au aux par pour avec sans sur sous dans en entre vers
        chez depuis pendant avant apres contre je me moi tu te toi il elle on nous vous ils elles lui leur leurs se soi
        mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces qui que quoi dont ou ne pas plus jamais
        rien
        personne tout tous toute toutes autre autres meme memes tel telle chaque quelque quelques plusieurs aucun aucune
        est sont etait etaient etre ete avoir ai as avons avez ont avait avaient eu fait faire faits dit dire dits va
        aller vient venir vu voir sait savoir peut pouvoir veut vouloir doit devoir mis mettre pris prendre donne donner
        deux trois quatre cinq six sept huit neuf dix cent mille premier premiere second seconde dernier derniere
        jour jours nuit nuits semaine semaines mois an ans annee annees heure heures minute minutes matin soir temps
        homme hommes femme femmes gens agent agente agents chauffeur chef cheffe directeur responsable employe employee
        collegue collegues bureau porte portes portail port quai navire navires bateau camion camions voiture conteneur
        conteneurs caisse caisses scelle scelles plomb plombs marchandise marchandises palette palettes carton cartons
        sac sacs poids pesee scanner image photo numero numeros code codes nom noms note notes message messages courriel
        dossier dossiers page papier papiers document documents liste ligne lignes appel appels telephone adresse
        signalement retour enseignement analyse controle douane douanes police source societe entreprise compagnie
        terminal parc voie rangee rang rangs poste postes equipe equipes ville pays rue route pont tour mer eau vent
        bon bonne bons grand grande petit petite gros grosse haut haute bas basse long longue vieux vieille jeune
        nouveau
        nouvelle beau belle blanc blanche noir noire rouge vert verte bleu bleue brun gris roux blond frais fraiche
        froid
        chaud plein vide lourd leger clair sombre vrai vraie faux fausse seul seule ici la voici voila tres trop peu
        beaucoup bien mal mieux oui non merci salut bonjour bravo alors donc car ainsi aussi encore deja toujours
        souvent
        frere soeur pere mere fils fille mari epouse cousin cousine oncle tante neveu niece enfant enfants ami amie
        boulanger boucher berger marchand meunier charpentier marin marine pecheur jardin jardins bois fontaine riviere
        moulin maison masson mercier fournier chevalier roi reine rose claire lucie pierre olivier fleur perle olive
        carreau carreaux carrelage carreleur comprimes huile bananes cafe cacao sucre riz coton
        """
    )
    private static let spanish = WordSet(
        """
        el la los las un una unos unas de del al a y e o u ni pero si cuando como por para con sin sobre bajo en entre
        hasta hacia desde durante antes despues contra yo me mi mis tu te ti tus el ella ello nosotros vosotros ellos
        ellas usted ustedes le les lo se su sus nuestro nuestra nuestros nuestras que quien quienes cual cuales cuyo
        donde
        no nunca nada nadie todo todos toda todas otro otra otros otras mismo misma cada algun alguno alguna algunos
        varios ninguno ninguna es son era eran ser sido estar esta estan estaba fue fueron haber ha han habia hay hubo
        tener tiene tienen tenia hacer hace hizo decir dice dijo ir va van ver vio visto saber sabe poder puede pudo
        querer quiere quiso poner puso dar dio dado llegar llego salir salio pasar paso quedar quedo llamar llamo
        uno dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil primer primero primera segundo segunda
        tercer tercero ultimo ultima dia dias noche noches semana semanas mes meses ano anos hora horas minuto minutos
        manana tarde tiempo hombre hombres mujer mujeres gente persona personas chofer conductor jefe jefa agente
        agentes
        empleado empleada oficial guardia vigilante operador companero companera oficina puerta puertas garita puerto
        muelle patio bloque buque buques barco camion camiones coche contenedor contenedores caja cajas precinto
        precintos carga mercancia bolsa bolsas maleta maletas peso imagen foto fotos numero numeros codigo nombre
        nombres
        nota mensaje correo telefono llamada aviso denuncia informe parte libro lista linea hoja papel papeles documento
        expediente resultado analisis referencia fuente empresa terminal aduana aduanas policia fiscalia ciudad pais
        calle
        camino carretera puente torre mar agua viento sol luz luna estrella cielo tierra monte sierra valle rio lago
        isla
        playa costa cabo bahia campo campos huerta flores flor rosa rosas rosario clara blanca blanco negro negra rojo
        roja verde azul gris moreno morena rubio rubia bello bella bonito hermosa grande gran pequeno alto alta bajo
        baja
        largo larga corto nuevo nueva viejo vieja joven bueno buena malo mala mejor peor solo sola junto lleno vacio
        fuerte claro clara oscuro cierto cierta muy mas menos mucho poco bien mal aqui alli ahora siempre ya tambien
        hermano hermana padre madre hijo hija esposo esposa marido primo prima tio tia sobrino sobrina nino nina amigo
        amiga guerra paz cruz reyes rey reina leon lobo toro vaca caballo perro gato santos iglesias castillo plaza
        herrera herrero zapatero molinero marinero pescador carrasco prado vega nieves dolores soledad esperanza
        consuelo mercedes pilar angeles gracia marca marco carta carro finca fruta banano cafe azucar iba
        """
    )
    /// Names that are words: they count only with a capital.
    private static let alsoNames = WordSet(
        """
        grace hope joy faith charity frank grant bill jack rob art gene dawn sky iris olive pearl ruby amber sandy dean
        mark will pat drew bob ray roy guy lee dale glen heath rusty chip dick sue rich miles chase cliff wade ward reed
        ford banks rivers brooks fields woods stone hill wells marsh moss frost winter summer spring sterling penny
        victor victoria florence sydney paris london chelsea georgia virginia carolina israel jordan chad marina melody
        violet daisy lily ivy holly hazel heather myrtle jasmine coral crystal gemma opal bishop major young mia
        """
    )
}
