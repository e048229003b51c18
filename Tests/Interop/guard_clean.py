#!/usr/bin/env python3
"""Generates clean texts of the domain: what bulletins, analyses and manuals say, in English, French and Spanish.

They hold numbers, ships' classes, HS headings, quantities, ports and regions, months and years: nothing that points to
one person, no exact day and no clock time, for those are removed on purpose. 400 by default, drawn with a fixed seed.
"""
import random

SEED = 77001

PORTS = ("Antwerp Rotterdam Hamburg Algeciras Valencia Barcelona Gioia-Tauro Santos Callao Guayaquil Buenaventura Cartagena Posorja "
         "Abidjan Tema Lagos Durban Mombasa Colombo Singapore Busan Vancouver Halifax Veracruz Caucedo Kingston Piraeus Gdynia "
         "Marseille Sines Lisbon Tangier Dakar Lomé Cotonou Douala Manzanillo Balboa Freeport Felixstowe Bremerhaven").split()
REGIONS = {
    "en": ["West and Central Africa", "South America, Central America and the Caribbean", "Europe", "the Far East, South and South East Asia",
           "the north of Africa and the Near and Middle East", "East and Southern Africa", "the Baltic", "the Gulf of Guinea"],
    "fr": ["l'Afrique occidentale et centrale", "l'Amérique du Sud", "l'Europe", "l'Extrême-Orient", "l'Afrique du Nord",
           "l'Afrique orientale et australe", "la Baltique", "le golfe de Guinée"],
    "es": ["África Occidental y Central", "América del Sur", "Europa", "el Lejano Oriente", "el norte de África",
           "África Oriental y Meridional", "el Báltico", "el golfo de Guinea"]}
MONTHS = {"en": "January February March April May June July August September October November December".split(),
          "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
          "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()}
GOODS = {
    "en": ["fresh bananas", "frozen shrimp", "ceramic tiles", "scrap copper", "used tyres", "cocoa beans", "green coffee", "plastic granulate",
           "frozen fish fillets", "pineapples in cartons", "sawn timber", "citrus concentrate", "household furniture", "charcoal",
           "soya meal", "raw cashew nuts", "sugar in big bags", "second-hand clothing", "marble slabs", "spare parts for tractors",
           "cut flowers", "canned tuna", "steel coils", "cement clinker", "garlic", "paper rolls", "solar panels", "avocados", "hides", "mangoes"],
    "fr": ["bananes fraîches", "crevettes congelées", "carreaux de céramique", "déchets de cuivre", "pneus usagés", "fèves de cacao", "café vert",
           "granulés de plastique", "filets de poisson congelés", "ananas en cartons", "bois sciés", "concentré d'agrumes", "meubles",
           "charbon de bois", "tourteaux de soja", "noix de cajou brutes", "sucre en sacs", "friperie", "plaques de marbre", "pièces de tracteurs"],
    "es": ["bananas frescas", "camarón congelado", "baldosas de cerámica", "chatarra de cobre", "neumáticos usados", "cacao en grano", "café verde",
           "granza de plástico", "filetes de pescado congelados", "piñas en cajas", "madera aserrada", "concentrado de cítricos", "muebles",
           "carbón vegetal", "harina de soja", "anacardos sin cáscara", "azúcar en sacos", "ropa usada", "planchas de mármol", "repuestos de tractor"]}
DRUGS = {"en": ["cocaine", "heroin", "cannabis resin", "methamphetamine", "ketamine", "tramadol tablets", "captagon"],
         "fr": ["cocaïne", "héroïne", "résine de cannabis", "méthamphétamine", "kétamine", "comprimés de tramadol"],
         "es": ["cocaína", "heroína", "resina de cannabis", "metanfetamina", "ketamina", "tabletas de tramadol"]}
SHIPS = {"en": ["container ship", "bulk carrier", "reefer ship", "car carrier", "general cargo ship", "feeder", "product tanker", "fishing vessel", "tug"],
         "fr": ["porte-conteneurs", "vraquier", "navire frigorifique", "cargo polyvalent", "transporteur de voitures", "navire collecteur"],
         "es": ["portacontenedores", "granelero", "buque frigorífico", "carguero", "buque alimentador", "pesquero"]}
PLACES = {"en": ["behind the evaporator panel", "in the floor beams", "in the sea chest", "inside the ceiling insulation", "between the pallets",
                 "in the ventilation ducts", "in the rudder trunk", "under a false floor", "in the hollow of the rear doors", "in the ballast tank"],
          "fr": ["derrière le panneau de l'évaporateur", "dans les traverses du plancher", "dans la prise d'eau de mer", "dans l'isolant du plafond",
                 "entre les palettes", "dans les gaines de ventilation", "sous un double plancher", "dans le creux des portes"],
          "es": ["detrás del panel del evaporador", "en las vigas del piso", "en la toma de mar", "en el aislante del techo", "entre los palés",
                 "en los conductos de ventilación", "bajo un doble fondo", "en el hueco de las puertas"]}

SENTENCES = {"en": [
    "In {month} {year} a {ship} arrived from {port} with {n3} tonnes of {goods} declared under HS heading {hs}.",
    "{kg} kg of {drug} were found {place}, wrapped in {n2} packages with a heat seal.",
    "The gross mass on the weighbridge differed from the verified gross mass by {kg} kg.",
    "The seal number on the manifest did not match the seal on the doors, and the rivets had been repainted.",
    "The consignee had been registered for {n1} months and had no earlier import of {goods}.",
    "Between {month} and {month2} {year} the share of positive searches on this route rose from {pc}% to {pc2}%.",
    "Rip-off loads are removed by a team inside the terminal before the container leaves the yard.",
    "Freight was prepaid in cash and the bill of lading was switched after the call at {port}.",
    "Density in the scanner image was uneven in the last {n2} rows of pallets.",
    "Of {n3} containers checked in the first half of {year}, {n2} had a reefer set point that did not fit the cargo.",
    "The route {port} - {port2} - {port3} appears in {pc}% of the analyses of {region}.",
    "Look for fresh silicone, new bolts and a missing drain plug on the {place2} side.",
    "A declared value of {usd} USD per tonne is far below the usual price of {goods}.",
    "The release code was used from an address outside the terminal's network, shortly after vessel discharge.",
    "Empty containers were moved to the ground row although the planning system had placed them in tier {n1}.",
    "No seizure was made: the dog indicated on residue from an earlier load of spices.",
    "The carrier's own check of reefer logs is the control that would have found this.",
    "Members in {region} report the same concealment with {goods} and with {goods2}.",
    "Recommended: match VGM, scanner image and customs declaration before release.",
    "Risk indicators: new shipper, freight forwarder without web site, last-minute change of consignee.",
    "The container was loaded at {port}, transhipped at {port2} and abandoned at {port3} for {n2} days.",
    "Of the {n2} drums, {n1} held a paste that reacted as {drug} in the field test.",
    "Customs in {region} should compare the bill of materials with heading {hs} and subheading {hs6}.",
    "Divers inspect the hull below the waterline at anchor; {n1} of {n2} dives in {year} gave a result.",
    "Insurance surveys of this class of {ship} mention corroded gratings as a common defect.",
    "Terminal operators may limit look-ups of container status to orders that belong to the haulier.",
    "The packages weighed 1.05 to 1.12 kg each and carried a logo of a {thing}.",
    "Customs risk management works best when data on {goods} reach the analysts before loading.",
    "The WCO Harmonized System, edition 2022, classifies {goods} in chapter {ch}.",
    "A shipment of {goods} weighing {n3},{n3b} kg was split over {n2} bills of lading.",
    "Export controls at {port} cover about {pc} per cent of the volume, or {n3} TEU a week.",
    "Officers of the canine unit searched {n2} trucks, and the X-ray van {n3} more.",
    "The method needs a person with access to the stack plan and another who drives a terminal tractor.",
    "Reports from industry partners led to {n1} of the {n2} detections in the third quarter of {year}.",
    "Two refrigerated units of 40 ft high cube type were stuffed at the same packing house.",
    "The temperature log showed a gap of several hours while the unit stood in the yard.",
    "Trade data of UN Comtrade show exports of {n3} thousand tonnes, imports of {n2} thousand.",
    "A change of the notify party after sailing is reason to ask for the commercial invoice.",
    "MO family: rip-on/rip-off; chain stage: transhipment; security gap: seal check at the gate.",
    "The table compares {n1} regions over {n1} quarters; cells below five are not shown.",
    "Commercial documents named {goods}, the phytosanitary certificate {goods2}.",
    "Scrap shipments under heading {hs} deserve a radiation check and a second weighing.",
    "Harbour police, coast guard and customs carried out the search of the {ship} together.",
    "Customs brokers in {region} confirmed that the authorised economic operator status had lapsed.",
], "fr": [
    "En {month} {year}, un {ship} venant de {port} portait {n3} tonnes de {goods} déclarées sous la position {hs}.",
    "{kg} kg de {drug} étaient dissimulés {place}, en {n2} paquets thermosoudés.",
    "Le poids au pont-bascule dépassait de {kg} kg la masse brute vérifiée.",
    "Le numéro du scellé ne correspondait pas au manifeste et les rivets avaient été repeints.",
    "Le destinataire était immatriculé depuis {n1} mois et n'avait jamais importé de {goods}.",
    "La part des visites positives sur cette route est passée de {pc} % à {pc2} % entre {month} et {month2} {year}.",
    "Le fret avait été payé d'avance et le connaissement changé après l'escale de {port}.",
    "L'image du scanner montrait une densité irrégulière dans les {n2} dernières rangées.",
    "Les membres de {region} signalent la même dissimulation avec des {goods}.",
    "Recommandation : rapprocher la masse brute vérifiée, l'image et la déclaration avant la mainlevée.",
    "Indicateurs : nouvel exportateur, changement tardif du destinataire, valeur de {usd} USD la tonne.",
    "Aucune saisie : le chien avait marqué un résidu d'un chargement antérieur d'épices.",
    "Les plongeurs inspectent la coque sous la flottaison ; {n1} plongées sur {n2} ont donné un résultat en {year}.",
    "Le contrôle des relevés de température par le transporteur aurait suffi à découvrir le procédé.",
    "Le conteneur, chargé à {port}, transbordé à {port2}, est resté {n2} jours à quai sans réclamation.",
    "La consultation du statut des conteneurs devrait être réservée aux transporteurs munis d'un ordre.",
    "Le Système harmonisé classe ces produits au chapitre {ch}, sous-position {hs6}.",
    "Famille de mode opératoire : contamination du fret licite ; étape : transbordement.",
    "Les conteneurs vides avaient été ramenés au sol alors que le plan les plaçait au niveau {n1}.",
    "Deux tiers des signalements des partenaires au troisième trimestre {year} ont abouti à un contrôle.",
    "Le procédé suppose un accès au parc et un conducteur de tracteur de terminal.",
    "Les paquets, de 1,05 à 1,12 kg, portaient le dessin d'un {thing}.",
    "La douane de {region} compare désormais les factures et les certificats phytosanitaires.",
    "Vérifier le silicone frais, les boulons neufs et le bouchon de vidange manquant.",
], "es": [
    "En {month} de {year} un {ship} procedente de {port} traía {n3} toneladas de {goods} declaradas en la partida {hs}.",
    "Se hallaron {kg} kg de {drug} {place}, en {n2} paquetes termosellados.",
    "El peso en la báscula superaba en {kg} kg la masa bruta verificada.",
    "El número del precinto no coincidía con el manifiesto y los remaches estaban repintados.",
    "El consignatario llevaba {n1} meses registrado y nunca había importado {goods}.",
    "La proporción de registros positivos en esta ruta subió del {pc} % al {pc2} % entre {month} y {month2} de {year}.",
    "El flete se pagó por adelantado y el conocimiento se cambió tras la escala en {port}.",
    "La imagen del escáner mostraba una densidad irregular en las últimas {n2} filas.",
    "Los miembros de {region} informan de la misma ocultación con {goods}.",
    "Se recomienda cotejar masa bruta verificada, imagen y declaración antes del levante.",
    "Indicadores: exportador nuevo, cambio tardío del consignatario, valor de {usd} USD por tonelada.",
    "No hubo incautación: el perro marcó restos de una carga anterior de especias.",
    "Los buzos revisan el casco bajo la línea de flotación; {n1} de {n2} inmersiones dieron resultado en {year}.",
    "El control de los registros de temperatura por la naviera habría bastado para descubrir el método.",
    "El contenedor, cargado en {port} y transbordado en {port2}, quedó {n2} días en el muelle sin retirar.",
    "La consulta del estado de los contenedores debería limitarse a transportistas con orden.",
    "El Sistema Armonizado clasifica estos productos en el capítulo {ch}, subpartida {hs6}.",
    "Familia de modus operandi: contaminación de carga lícita; eslabón: transbordo.",
    "Los contenedores vacíos se bajaron a la fila del suelo aunque el plan los situaba en el nivel {n1}.",
    "Dos tercios de los avisos de socios en el tercer trimestre de {year} llevaron a un control.",
    "El método exige acceso al patio y un conductor de tractor de terminal.",
    "Los paquetes, de 1,05 a 1,12 kg, llevaban el dibujo de un {thing}.",
    "La aduana de {region} compara ahora facturas y certificados fitosanitarios.",
    "Conviene buscar silicona fresca, pernos nuevos y el tapón de drenaje ausente.",
]}
THINGS = {"en": ["horse", "crown", "tulip", "star", "bull", "football club", "wheel"], "fr": ["cheval", "trèfle", "lion", "ballon", "taureau"],
          "es": ["caballo", "trébol", "león", "balón", "toro"]}


def clean_texts(count=400):
    """Texts of two to six sentences, four of seven in English."""
    rng = random.Random(SEED)
    found = []
    for number in range(count):
        language = ("en", "en", "fr", "es", "en", "en", "fr" if number % 2 else "es")[number % 7]
        chosen = rng.sample(SENTENCES[language], rng.randrange(2, 7))
        port, port2, port3 = rng.sample(PORTS, 3)
        month, month2 = rng.sample(MONTHS[language], 2)
        parts = []
        for pattern in chosen:
            goods, goods2 = rng.sample(GOODS[language], 2)
            heading = f"{rng.randrange(1, 98):02d}{rng.randrange(1, 30):02d}"
            parts.append(pattern.format(
                month=month, month2=month2, year=rng.randrange(2019, 2027), ship=rng.choice(SHIPS[language]), port=port, port2=port2,
                port3=port3, goods=goods, goods2=goods2, drug=rng.choice(DRUGS[language]), place=rng.choice(PLACES[language]),
                place2=rng.choice(["machinery", "door", "port", "starboard"]), region=rng.choice(REGIONS[language]),
                kg=rng.choice([12, 48, 137, 250, 626, 1180, 2340]), n1=rng.randrange(2, 9), n2=rng.randrange(10, 80), n3=rng.randrange(100, 900),
                n3b=rng.randrange(100, 900), pc=rng.randrange(2, 30), pc2=rng.randrange(31, 60), usd=rng.randrange(120, 4000),
                hs=f"{heading[:2]}.{heading[2:]}" if rng.random() < 0.5 else heading, hs6=f"{heading}.{rng.randrange(10, 99)}",
                ch=heading[:2], thing=rng.choice(THINGS[language])))
        text = " ".join(parts)
        found.append({"id": f"clean-{number:03d}", "language": language, "text": text[0].upper() + text[1:]})
    return found


if __name__ == "__main__":
    texts = clean_texts()
    print(len(texts), sum(len(t["text"].split()) for t in texts), "words")
    for text in texts[:6]:
        print(text["text"])
