"""The vocabulary of the sample firm, in both languages. Data only.

Telephone numbers lie in Toledo's block 925 000 xxx, which is assigned to nobody; mail addresses end in ``.example``.
"""

FIRST_NAMES = (
    "Ana", "Luis", "Marta", "Javier", "Lucía", "Carlos", "Elena", "Miguel", "Carmen", "Pablo", "Isabel", "Andrés",
    "Rosa", "Diego", "Pilar", "Sergio", "Nuria", "Álvaro", "Teresa", "Raúl", "Beatriz", "Iván", "Inés", "Óscar",
    "Sofía", "Tomás", "Clara", "Víctor", "Alba", "Ramón", "Irene", "Hugo", "Silvia", "Rubén", "Laura", "Joaquín",
    "Eva", "Manuel", "Paula", "Jorge",
)  # fmt: skip
LAST_NAMES = (
    "García", "Martín", "Sánchez", "Ruiz", "Díaz", "Moreno", "Muñoz", "Jiménez", "Romero", "Navarro", "Torres",
    "Domínguez", "Vázquez", "Ramos", "Gil", "Serrano", "Blanco", "Molina", "Morales", "Ortega", "Delgado", "Castro",
    "Ortiz", "Rubio", "Marín", "Sanz", "Iglesias", "Núñez", "Medina", "Garrido", "Cortés", "Castillo", "Santos",
    "Lozano", "Guerrero", "Cano", "Prieto", "Méndez", "Cruz", "Calvo",
)  # fmt: skip

JOB_TITLES = (
    ("Jefa de compras", "Head of purchasing"),
    ("Gerente", "General manager"),
    ("Jefe de cocina", "Head chef"),
    ("Administración", "Accounts"),
    ("Encargada de tienda", "Shop manager"),
    ("Dirección de sala", "Restaurant manager"),
    ("Recepción", "Front desk"),
    ("Propietario", "Owner"),
)

MADRID = "Madrid"
CITIES = ("Toledo", "Talavera de la Reina", "Ciudad Real", "Guadalajara", "Aranjuez", "Segovia", "Cuenca", "Ávila")
STREETS = (
    "Calle Mayor", "Calle del Comercio", "Plaza de Zocodover", "Calle Real", "Avenida de la Constitución",
    "Calle de Alcalá", "Paseo del Prado", "Calle de la Feria", "Calle de Atocha", "Calle del Olivo",
)  # fmt: skip

# Three trades, thirty in Madrid, fifty elsewhere: the first of each trade's names go to Madrid.
BEST_CUSTOMER = "Hotel Retiro"
HOTELS = (
    BEST_CUSTOMER, "Hotel Puerta del Sol", "Hotel Las Letras Viejas", "Hotel Mirador de Chamberí", "Hostal Lavapiés",
    "Hotel Jardín de Moncloa", "Hotel La Castellana Chica", "Hotel Arganzuela", "Parador del Tajo", "Hotel Alcántara",
    "Hotel Puente de San Martín", "Hostal Cervantes", "Hotel El Cigarral", "Hotel Molinos", "Hotel Real de Aranjuez",
    "Hotel Alcázar", "Hotel Casas Colgadas", "Hostal La Muralla", "Hotel Hoz del Júcar", "Hotel Tierra de Barros",
)  # fmt: skip
RESTAURANTS = (
    "Casa Benita", "La Taberna del Olvido", "Asador Chamberí", "Mesón de Cuchilleros", "El Rincón de Usera",
    "Arrocería La Albufera", "Bodegón Embajadores", "Casa Fermín", "La Cocina de Pepa", "Taberna Antón Martín",
    "Restaurante Prosperidad", "La Parrilla de Vallecas", "Asador del Tajo", "Mesón La Judería", "Casa Aurelia",
    "Venta de Aires Nuevos", "El Botijo", "La Perdiz Roja", "Restaurante Alfileritos", "Mesón del Azafrán",
    "Taberna El Trébol Verde", "Casa Telesforo", "El Cardenal Manchego", "La Orza", "Restaurante Los Cuatro Tiempos",
    "Asador San Juan", "La Bodeguilla", "Mesón Don Quijano", "Casa Elena", "El Palomar",
)  # fmt: skip
SHOPS = (
    "Ultramarinos Sáez", "Mantequería Andrade", "La Despensa de Malasaña", "Colmado Delicias", "Gourmet Serrano",
    "Frutas y Más Tetuán", "La Tienda de Lola", "Alimentación Carabanchel", "Delicatessen Retama",
    "La Alacena de Goya", "Ultramarinos La Sagra", "Vinos y Quesos Tavera", "El Colmado de Zocodover",
    "Productos del Tajo", "La Tienda del Aceite", "Autoservicio Santa Bárbara", "Conservas Illescas",
    "La Bodega de Torrijos", "Ultramarinos Consuegra", "El Rincón Manchego", "Alimentación Ocaña",
    "La Quesería de Mora", "Despensa Cervantina", "El Almacén de Yepes", "Hierbas y Miel", "La Cesta de Sonseca",
    "Sabores de la Mancha", "Mercado Santa Teresa", "La Huerta de Bargas", "Abacería del Casco",
)  # fmt: skip

# sku, names, unit price in cents, category
PRODUCTS = (
    ("ACE-PIC-500", ("Aceite de oliva picual 500 ml", "Picual olive oil 500 ml"), 890, "food"),
    ("ACE-COR-500", ("Aceite de oliva cornicabra 500 ml", "Cornicabra olive oil 500 ml"), 940, "food"),
    ("ACE-ARB-500", ("Aceite de oliva arbequina 500 ml", "Arbequina olive oil 500 ml"), 920, "food"),
    ("ACE-GAR-5L", ("Garrafa de aceite virgen extra 5 l", "Extra virgin olive oil 5 l"), 4950, "food"),
    ("ACE-ECO-750", ("Aceite ecológico 750 ml", "Organic olive oil 750 ml"), 1480, "food"),
    ("ACE-TRU-250", ("Aceite con trufa 250 ml", "Truffle oil 250 ml"), 1250, "food"),
    ("VIN-MEN-JOV", ("Tinto joven de Méntrida", "Young Méntrida red"), 520, "drink"),
    ("VIN-MEN-CRI", ("Crianza de Méntrida", "Méntrida crianza"), 890, "drink"),
    ("VIN-VAL-RES", ("Reserva de Valdepeñas", "Valdepeñas reserva"), 1290, "drink"),
    ("VIN-RUE-VER", ("Verdejo de Rueda", "Rueda verdejo"), 740, "drink"),
    ("VIN-RIB-CRI", ("Crianza de Ribera", "Ribera crianza"), 1580, "drink"),
    ("VIN-CAV-BRU", ("Cava brut", "Brut cava"), 960, "drink"),
    ("VIN-VER-ROJ", ("Vermut rojo 1 l", "Red vermouth 1 l"), 830, "drink"),
    ("CON-BON-ACE", ("Bonito del norte en aceite", "Albacore tuna in oil"), 680, "food"),
    ("CON-ANC-CAN", ("Anchoas del Cantábrico", "Cantabrian anchovies"), 1190, "food"),
    ("CON-ESP-BLA", ("Espárragos blancos", "White asparagus"), 790, "food"),
    ("CON-PIM-PIQ", ("Pimientos del piquillo", "Piquillo peppers"), 450, "food"),
    ("CON-PER-ESC", ("Perdiz escabechada", "Pickled partridge"), 1690, "food"),
    ("CON-BER-ENC", ("Berenjenas de Almagro", "Almagro aubergines"), 390, "food"),
    ("CON-ALC-COR", ("Corazones de alcachofa", "Artichoke hearts"), 520, "food"),
    ("DES-QUE-CUR", ("Queso manchego curado 1 kg", "Cured Manchego cheese 1 kg"), 2150, "food"),
    ("DES-QUE-SEM", ("Queso manchego semicurado 1 kg", "Semi-cured Manchego cheese 1 kg"), 1890, "food"),
    ("DES-AZA-1G", ("Azafrán de La Mancha 1 g", "La Mancha saffron 1 g"), 720, "food"),
    ("DES-MIE-ROM", ("Miel de romero 500 g", "Rosemary honey 500 g"), 680, "food"),
    ("DES-MAZ-TOL", ("Mazapán de Toledo 400 g", "Toledo marzipan 400 g"), 1350, "food"),
)  # fmt: skip

SECOND_PIPELINE = ("Hostelería", "Hospitality")
# key, labels, probability in percent, expected days, kind
SECOND_PIPELINE_STAGES = (
    ("tasting", ("Degustación", "Tasting"), 20, 10, "open"),
    ("menu", ("Propuesta de carta", "Menu proposal"), 50, 15, "open"),
    ("terms", ("Condiciones", "Terms"), 80, 10, "open"),
    ("signed", ("Firmada", "Signed"), 100, None, "won"),
    ("dropped", ("Descartada", "Dropped"), 0, None, "lost"),
)

DEAL_NAMES = (
    ("Aceite para la temporada", "Oil for the season"),
    ("Carta de vinos nueva", "New wine list"),
    ("Cestas de Navidad", "Christmas hampers"),
    ("Conservas para la barra", "Preserves for the bar"),
    ("Acuerdo anual de suministro", "Annual supply agreement"),
    ("Rincón gourmet", "Gourmet corner"),
    ("Bodas de primavera", "Spring weddings"),
    ("Desayunos de hotel", "Hotel breakfasts"),
)
NEXT_STEPS = (
    ("Enviar tarifa actualizada", "Send the updated price list"),
    ("Llamar para cerrar fecha de cata", "Call to set the tasting date"),
    ("Llevar muestras", "Take samples"),
    ("Revisar condiciones con compras", "Review terms with purchasing"),
    ("Confirmar volumen mensual", "Confirm the monthly volume"),
)
TASK_SUBJECTS = (
    ("Llamar para el pedido del mes", "Call about this month's order"),
    ("Enviar presupuesto de conservas", "Send the preserves quote"),
    ("Preparar degustación", "Prepare the tasting"),
    ("Confirmar entrega del jueves", "Confirm Thursday's delivery"),
    ("Revisar factura pendiente", "Check the outstanding invoice"),
    ("Felicitar por el aniversario", "Congratulate on the anniversary"),
    ("Proponer el aceite nuevo", "Offer the new oil"),
    ("Visitar el local", "Visit the premises"),
)
CALL_SUBJECTS = (
    ("Seguimiento del pedido", "Order follow-up"),
    ("Oferta de vinos de otoño", "Autumn wine offer"),
    ("Incidencia con una entrega", "A delivery problem"),
    ("Consulta sobre la tarifa", "Question about prices"),
)
MEETING_SUBJECTS = (
    ("Degustación en sus cocinas", "Tasting in their kitchen"),
    ("Revisión anual", "Annual review"),
    ("Visita al almacén", "Warehouse visit"),
)
NOTES = (
    ("Prefieren reparto antes de las nueve.", "They prefer delivery before nine."),
    ("El chef pide siempre cornicabra, nunca picual.", "The chef always asks for cornicabra, never picual."),
    ("Pagan a treinta días sin retrasos.", "They pay in thirty days, never late."),
    ("Les interesa la miel para los desayunos.", "They want the honey for breakfasts."),
)
