"""What people say and what it means: sentences in Spanish and English, each with the tree that it must make.

Written and read by hand. Said on 22 November 2026, a Sunday, by somebody of a firm that counts in euros. A choice is
taken as it comes: its first option.
"""

from typing import Any, NamedTuple

from tests.functional.asking.trees import (
    Tree,
    both,
    bought,
    but_not,
    by_people,
    city,
    during,
    either,
    euros,
    event,
    has,
    on,
    orders,
    related,
    spent,
)


class Case(NamedTuple):
    """One meaning, and the ways to say it."""

    object: str
    tree: Tree
    es: tuple[str, ...]
    en: tuple[str, ...]


def case(object: str, tree: Tree, es: str, en: str) -> Case:
    return Case(object, tree, _lines(es), _lines(en))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


EVERY: Tree = {"all": []}
VIP: Any = "VIP"
ANA: Any = "ANA"
ME: Any = "ME"
THREE = during("last_3_months")

CASES = (
    # The sentence of the demonstration
    case(
        "companies",
        both(city("Madrid"), bought("eq", 0, THREE), spent("gt", euros("500.00"))),
        """
        empresas de Madrid que no compran desde hace 3 meses y gastaron más de 500 €
        Empresas en Madrid que no han comprado en los últimos tres meses y que han gastado más de 500 euros
        quiero ver las empresas de madrid que no compraron en 3 meses y gastaron mas de 500€
        empresas de Madrid, que no nos compran desde hace 3 meses, y que gastaron más de quinientos euros
        """,
        """
        companies in Madrid that haven't bought in 3 months and spent more than 500 €
        Madrid companies that have not bought anything in the last three months and have spent over €500
        show me companies from Madrid who didn't buy in the last 3 months but spent more than 500 euros
        companies based in madrid that have not purchased for 3 months and that spent above 500 EUR
        """,
    ),
    # Everything
    case("companies", EVERY, "empresas\ntodas las empresas\nlas empresas", "companies\nall companies\nthe companies"),
    case(
        "contacts",
        EVERY,
        """
        contactos
        muéstrame los contactos
        todos los contactos
        """,
        """
        contacts
        show me all the contacts
        every contact
        """,
    ),
    # Places
    case(
        "companies",
        city("Madrid"),
        """
        empresas de Madrid
        empresas en Madrid
        empresas que están en Madrid
        empresas con sede en Madrid
        empresas de la ciudad de Madrid
        empresas ubicadas en madrid
        """,
        """
        companies in Madrid
        companies from Madrid
        Madrid companies
        companies that are in Madrid
        companies based in Madrid
        companies in the city of Madrid
        """,
    ),
    case(
        "companies",
        has("address.region", "eq", "Toledo"),
        """
        empresas de la provincia de Toledo
        empresas en la provincia de Toledo
        empresas con provincia Toledo
        empresas cuya provincia es Toledo
        """,
        """
        companies in the province of Toledo
        companies with province Toledo
        companies whose province is Toledo
        companies whose region is Toledo
        """,
    ),
    case(
        "companies",
        has("address.region", "eq", "Andalucía"),
        """
        empresas de Andalucía
        empresas andalucia
        """,
        """
        companies in Andalucía
        companies from andalucia
        """,
    ),
    case(
        "companies",
        city("Madrid", "Toledo", "Cuenca"),
        """
        empresas de Madrid, Toledo o Cuenca
        empresas de Madrid, de Toledo o de Cuenca
        empresas de Madrid, Toledo y Cuenca
        empresas en Madrid o Toledo o Cuenca
        """,
        """
        companies in Madrid, Toledo or Cuenca
        companies from Madrid or Toledo or Cuenca
        companies in Madrid, Toledo and Cuenca
        """,
    ),
    case(
        "companies",
        has("address.city", "ne", "Madrid"),
        """
        empresas fuera de Madrid
        empresas que no son de Madrid
        empresas que no están en Madrid
        empresas excepto las de Madrid
        empresas salvo Madrid
        """,
        """
        companies outside Madrid
        companies that are not in Madrid
        companies not in Madrid
        companies except those in Madrid
        companies excluding Madrid
        """,
    ),
    case(
        "companies",
        has("address.city", "not_in", ["Madrid", "Barcelona"]),
        """
        empresas que no son de Madrid ni de Barcelona
        empresas fuera de Madrid y Barcelona
        empresas que no están en Madrid ni Barcelona
        """,
        """
        companies that are not in Madrid or Barcelona
        companies outside Madrid and Barcelona
        companies not in Madrid nor Barcelona
        """,
    ),
    case(
        "companies",
        has("address.country", "eq", "ES"),
        """
        empresas de España
        empresas en España
        empresas españa
        """,
        """
        companies in Spain
        companies from Spain
        companies located in spain
        """,
    ),
    case(
        "companies",
        has("address.country", "in", ["ES", "PT"]),
        """
        empresas de España o Portugal
        empresas de España y Portugal
        empresas en España o en Portugal
        """,
        """
        companies in Spain or Portugal
        companies from Spain and Portugal
        """,
    ),
    case(
        "companies",
        has("address.country", "ne", "FR"),
        """
        empresas que no son de Francia
        empresas fuera de Francia
        """,
        """
        companies outside France
        companies that are not in France
        """,
    ),
    case(
        "companies",
        has("address.postal_code", "eq", "28001"),
        """
        empresas con código postal 28001
        empresas del código postal 28001
        empresas cuyo código postal es 28001
        empresas con cp 28001
        """,
        """
        companies with postal code 28001
        companies whose postcode is 28001
        companies in zip code 28001
        """,
    ),
    case(
        "companies",
        has("address.postal_code", "starts", "45"),
        """
        empresas cuyo código postal empieza por 45
        empresas con código postal que empieza por 45
        """,
        """
        companies whose postal code starts with 45
        companies with postal code starting with 45
        """,
    ),
    case(
        "companies",
        city("Villanueva de la Serena"),
        """
        empresas de Villanueva de la Serena
        empresas de la ciudad de «Villanueva de la Serena»
        """,
        """
        companies in Villanueva de la Serena
        companies in the city of «Villanueva de la Serena»
        """,
    ),
    case(
        "contacts",
        city("Sevilla"),
        """
        contactos de Sevilla
        contactos que viven en Sevilla
        contactos en sevilla
        """,
        """
        contacts in Sevilla
        contacts who live in Sevilla
        contacts from sevilla
        """,
    ),
    # Choices
    case(
        "companies",
        has("industry", "eq", "hospitality"),
        """
        empresas de hostelería
        empresas del sector hostelería
        empresas con sector hostelería
        empresas cuyo sector es hostelería
        empresas hosteleria
        """,
        """
        hospitality companies
        companies in hospitality
        companies in the hospitality industry
        companies whose industry is hospitality
        companies with industry hospitality
        """,
    ),
    case(
        "companies",
        has("industry", "in", ["retail", "hospitality"]),
        """
        empresas de comercio o hostelería
        empresas del sector comercio o del sector hostelería
        empresas de comercio y hostelería
        empresas con sector comercio o hostelería
        """,
        """
        companies in retail or hospitality
        companies with industry retail or hospitality
        companies in retail and hospitality
        """,
    ),
    case(
        "companies",
        has("industry", "ne", "retail"),
        """
        empresas que no son de comercio
        empresas con sector distinto de comercio
        empresas cuyo sector no es comercio
        """,
        """
        companies that are not in retail
        companies with industry other than retail
        companies whose industry is not retail
        """,
    ),
    case(
        "companies",
        has("industry", "not_in", ["retail", "finance"]),
        """
        empresas con sector distinto de comercio o finanzas
        empresas que no son de comercio ni de finanzas
        empresas que no son de comercio ni finanzas
        """,
        """
        companies with industry other than retail or finance
        companies that are not in retail nor finance
        """,
    ),
    case(
        "companies",
        has("industry", "eq", "public"),
        """
        empresas del sector público
        empresas de sector público
        """,
        """
        public sector companies
        companies in the public sector
        """,
    ),
    case(
        "leads",
        has("status", "eq", "new"),
        """
        leads nuevos
        leads con estado nuevo
        leads que son nuevos
        leads en estado nuevo
        nuevos leads
        """,
        """
        new leads
        leads with status new
        leads that are new
        leads whose status is new
        """,
    ),
    case(
        "leads",
        has("status", "in", ["new", "contacted"]),
        """
        leads nuevos o contactados
        leads con estado nuevo o contactado
        leads que están nuevos o contactados
        """,
        """
        leads that are new or contacted
        leads with status new or contacted
        """,
    ),
    case(
        "leads",
        both(has("status", "eq", "qualified"), has("source", "eq", "web")),
        """
        leads cualificados de la web
        leads cualificados con origen web
        """,
        """
        qualified leads from the web
        qualified leads with source web
        """,
    ),
    case(
        "leads",
        has("source", "ne", "fair"),
        """
        leads con origen distinto de feria
        leads que no son de feria
        leads cuyo origen no es feria
        """,
        """
        leads with source other than fair
        leads that are not from fair
        leads whose source is not fair
        """,
    ),
    case(
        "companies",
        has("size", "eq", "50-249"),
        """
        empresas con tamaño 50-249 personas
        empresas de 50-249 personas
        empresas cuyo tamaño es 50-249 personas
        """,
        """
        companies with size 50-249 people
        companies whose size is 50-249 people
        """,
    ),
    case(
        "orders",
        has("status", "eq", "cancelled"),
        """
        pedidos cancelados
        pedidos con estado cancelado
        pedidos que están cancelados
        """,
        """
        cancelled orders
        orders with status cancelled
        orders that are cancelled
        """,
    ),
    case(
        "orders",
        has("status", "not_in", ["draft", "cancelled"]),
        """
        pedidos que no son borradores ni cancelados
        pedidos con estado distinto de borrador o cancelado
        """,
        """
        orders that are not draft nor cancelled
        orders with status other than draft or cancelled
        """,
    ),
    case(
        "tasks",
        has("priority", "eq", "high"),
        """
        tareas con prioridad alta
        tareas de prioridad alta
        tareas cuya prioridad es alta
        """,
        """
        high priority tasks
        tasks with priority high
        tasks with high priority
        tasks whose priority is high
        """,
    ),
    case(
        "tasks",
        has("status", "eq", "open"),
        """
        tareas pendientes
        tareas que están pendientes
        tareas con estado pendiente
        """,
        """
        open tasks
        tasks that are open
        tasks with status open
        """,
    ),
    case(
        "contacts",
        has("channels", "eq", "phone"),
        """
        contactos cuyo canal preferido es teléfono
        contactos con canales preferidos teléfono
        """,
        """
        contacts whose preferred channel is phone
        contacts with preferred channels phone
        """,
    ),
    case(
        "products",
        has("category", "eq", "drink"),
        """
        productos de bebidas
        productos con categoría bebidas
        productos de la categoría bebidas
        """,
        """
        products in drinks
        products with category drinks
        products in the drinks category
        """,
    ),
    case(
        "products",
        has("active", "eq", True),
        """
        productos activos
        productos que están activos
        productos con activo: sí
        """,
        """
        active products
        products that are active
        products with active: yes
        """,
    ),
    case(
        "products",
        has("active", "eq", False),
        """
        productos inactivos
        productos que no están activos
        productos no activos
        """,
        """
        inactive products
        products that are not active
        products that are inactive
        """,
    ),
    # Presence
    case(
        "contacts",
        has("emails", "not_empty"),
        """
        contactos con correo
        contactos que tienen email
        contactos con correo electrónico
        contactos con dirección de correo
        """,
        """
        contacts with email
        contacts that have an email
        contacts with an email address
        contacts having email
        """,
    ),
    case(
        "contacts",
        has("phones", "empty"),
        """
        contactos sin teléfono
        contactos que no tienen teléfono
        contactos sin número de teléfono
        contactos cuyo teléfono está vacío
        """,
        """
        contacts without phone
        contacts without a phone number
        contacts that don't have a phone
        contacts with no phone
        contacts whose phone is empty
        """,
    ),
    case(
        "contacts",
        both(has("emails", "empty"), has("phones", "empty")),
        """
        contactos sin correo ni teléfono
        contactos sin correo y sin teléfono
        contactos que no tienen correo ni teléfono
        """,
        """
        contacts without email and without phone
        contacts without email nor phone
        contacts with no email and no phone
        """,
    ),
    case(
        "contacts",
        both(has("emails", "not_empty"), has("phones", "empty")),
        """
        contactos con correo y sin teléfono
        contactos con email pero sin teléfono
        """,
        """
        contacts with email and without phone
        contacts with an email but no phone
        contacts with email but without phone
        """,
    ),
    case(
        "contacts",
        either(has("emails", "not_empty"), has("phones", "not_empty")),
        """
        contactos con correo o teléfono
        contactos con correo o con teléfono
        contactos que tienen email o teléfono
        """,
        """
        contacts with email or phone
        contacts with email or with phone
        contacts that have an email or a phone
        """,
    ),
    case(
        "companies",
        has("website", "empty"),
        """
        empresas sin sitio web
        empresas sin página web
        empresas que no tienen sitio web
        """,
        """
        companies without website
        companies with no website
        companies that do not have a website
        """,
    ),
    case(
        "companies",
        has("owner", "empty"),
        """
        empresas sin responsable
        empresas sin asignar
        empresas sin comercial
        """,
        """
        companies without an owner
        companies with no owner
        companies that are unassigned
        """,
    ),
    case(
        "companies",
        has("tax_id", "not_empty"),
        """
        empresas con NIF
        empresas que tienen nif
        empresas con cif
        """,
        """
        companies with tax id
        companies that have a tax id
        companies with vat number
        """,
    ),
    # Text
    case(
        "contacts",
        has("job_title", "contains", "gerente"),
        """
        contactos cuyo cargo contiene gerente
        contactos con cargo que contiene «gerente»
        contactos cuyo puesto contiene gerente
        """,
        """
        contacts whose job title contains gerente
        contacts with job title containing «gerente»
        contacts whose position contains gerente
        """,
    ),
    case(
        "contacts",
        has("job_title", "not_contains", "compras"),
        """
        contactos cuyo cargo no contiene «compras»
        contactos con cargo que no contiene «compras»
        """,
        """
        contacts whose job title does not contain «compras»
        contacts with job title not containing «compras»
        """,
    ),
    case(
        "companies",
        has("name", "starts", "olmedo"),
        """
        empresas cuyo nombre empieza por olmedo
        empresas con nombre que empieza por «olmedo»
        """,
        """
        companies whose name starts with olmedo
        companies with name starting with «olmedo»
        """,
    ),
    case(
        "companies",
        has("name", "ends", "S.L."),
        """
        empresas cuyo nombre termina en «S.L.»
        empresas cuyo nombre acaba en «S.L.»
        """,
        """
        companies whose name ends in «S.L.»
        companies with name ending in «S.L.»
        """,
    ),
    case(
        "contacts",
        has("emails", "ends", "@olmedo.example"),
        'contactos cuyo correo termina en «@olmedo.example»\ncontactos con correo que termina en "@olmedo.example"',
        'contacts whose email ends with «@olmedo.example»\ncontacts with email ending in "@olmedo.example"',
    ),
    case(
        "contacts",
        has("first_name", "eq", "Lucía"),
        """
        contactos con nombre igual a «Lucía»
        contactos cuyo nombre es Lucía
        contactos con nombre Lucía
        """,
        """
        contacts with first name equal to «Lucía»
        contacts whose first name is Lucía
        contacts with first name Lucía
        """,
    ),
    case(
        "companies",
        has("tags", "eq", "vip"),
        """
        empresas con la etiqueta vip
        empresas con etiqueta vip
        empresas etiquetadas como vip
        empresas cuya etiqueta es vip
        """,
        """
        companies with the tag vip
        companies tagged vip
        companies tagged with vip
        companies whose tag is vip
        """,
    ),
    case(
        "companies",
        has("tags", "ne", "moroso"),
        """
        empresas con etiqueta distinta de moroso
        empresas sin la etiqueta moroso
        """,
        """
        companies with tag other than moroso
        companies without the tag moroso
        """,
    ),
    # Owners
    case(
        "companies",
        has("owner", "eq", ME),
        """
        mis empresas
        empresas asignadas a mí
        empresas mías
        empresas a mi cargo
        """,
        """
        my companies
        companies assigned to me
        companies I own
        companies owned by me
        """,
    ),
    case(
        "companies",
        has("owner", "eq", ANA),
        """
        empresas de Ana
        empresas asignadas a Ana Ruiz
        empresas con responsable Ana Ruiz
        empresas cuyo responsable es Ana
        empresas que lleva Ana
        """,
        """
        companies of Ana
        companies assigned to Ana Ruiz
        companies whose owner is Ana
        companies owned by Ana
        companies with owner Ana Ruiz
        """,
    ),
    case(
        "tasks",
        both(has("status", "eq", "open"), has("owner", "eq", ANA)),
        """
        tareas pendientes de Ana
        tareas pendientes asignadas a Ana
        """,
        """
        open tasks of Ana
        open tasks assigned to Ana
        """,
    ),
    # Money and numbers
    case(
        "deals",
        has("amount", "gt", euros("10000.00")),
        """
        oportunidades de más de 10.000 €
        oportunidades con importe mayor que 10.000 €
        oportunidades cuyo importe supera 10000 euros
        oportunidades por más de diez mil euros
        oportunidades de más de 10.000 euros
        """,
        """
        deals over €10,000
        deals with amount greater than 10,000 €
        deals whose amount is over 10000 euros
        deals of more than ten thousand euros
        deals worth more than 10,000 EUR
        """,
    ),
    case(
        "deals",
        has("amount", "lt", euros("500.00")),
        """
        oportunidades de menos de 500 €
        oportunidades con importe inferior a 500 €
        oportunidades cuyo importe es menor que 500 €
        """,
        """
        deals of less than 500 €
        deals under €500
        deals with amount below 500 euros
        """,
    ),
    case(
        "deals",
        has("amount", "gte", euros("1000.00")),
        """
        oportunidades de al menos 1.000 €
        oportunidades con importe de como mínimo 1.000 €
        oportunidades con importe mayor o igual que 1000 €
        """,
        """
        deals of at least €1,000
        deals with amount of at least 1,000 €
        deals with amount greater than or equal to 1000 €
        """,
    ),
    case(
        "deals",
        has("amount", "between", [euros("1000.00"), euros("5000.00")]),
        """
        oportunidades de entre 1.000 y 5.000 €
        oportunidades con importe entre 1.000 € y 5.000 €
        oportunidades cuyo importe está entre 1.000 y 5.000 €
        """,
        """
        deals between €1,000 and €5,000
        deals with amount between 1,000 and 5,000 €
        deals whose amount is between 1000 and 5000 euros
        """,
    ),
    case(
        "orders",
        has("total", "gt", euros("99.95")),
        """
        pedidos de más de 99,95 €
        pedidos con total mayor que 99,95 €
        pedidos cuyo total supera 99,95 euros
        """,
        """
        orders over €99.95
        orders with total greater than 99.95 €
        orders whose total exceeds 99.95 euros
        """,
    ),
    case(
        "products",
        has("unit_price", "lte", euros("20.00")),
        """
        productos con precio de como máximo 20 €
        productos cuyo precio es menor o igual que 20 €
        productos con precio de hasta 20 €
        """,
        """
        products with price of at most 20 €
        products whose price is up to €20
        products with unit price less than or equal to 20 €
        """,
    ),
    case(
        "deals",
        has("probability", "gte", 50),
        """
        oportunidades con probabilidad de al menos 50 %
        oportunidades con probabilidad mayor o igual que 50%
        """,
        """
        deals with probability of at least 50 %
        deals with probability of at least 50 percent
        """,
    ),
    case(
        "calls",
        has("duration", "gt", 15),
        """
        llamadas con duración mayor que 15
        llamadas cuya duración es mayor que quince
        """,
        """
        calls with duration greater than 15
        calls whose duration is over fifteen
        """,
    ),
    # Dates of a record
    case(
        "contacts",
        has("created_at", "during", "this_month"),
        """
        contactos creados este mes
        contactos dados de alta este mes
        contactos registrados este mes
        contactos con alta este mes
        """,
        """
        contacts created this month
        contacts added this month
        contacts registered this month
        contacts that were created this month
        """,
    ),
    case(
        "contacts",
        has("created_at", "during", "last_30_days"),
        """
        contactos creados en los últimos 30 días
        contactos creados en los últimos treinta días
        contactos dados de alta en los últimos 30 días
        """,
        """
        contacts created in the last 30 days
        contacts added over the past thirty days
        contacts created within the last 30 days
        """,
    ),
    case(
        "contacts",
        has("created_at", "during", "yesterday"),
        """
        contactos creados ayer
        contactos que se crearon ayer
        """,
        """
        contacts created yesterday
        contacts added yesterday
        """,
    ),
    case(
        "companies",
        has("updated_at", "older_than", "90_days"),
        """
        empresas modificadas hace más de 90 días
        empresas actualizadas hace más de 90 días
        empresas que fueron modificadas hace más de noventa días
        """,
        """
        companies updated more than 90 days ago
        companies modified over 90 days ago
        companies changed more than ninety days ago
        """,
    ),
    case(
        "leads",
        has("created_at", "during", "last_week"),
        """
        leads creados la semana pasada
        leads que llegaron la semana pasada
        leads que entraron la semana pasada
        """,
        """
        leads created last week
        leads that came in last week
        leads that arrived last week
        """,
    ),
    case(
        "contacts",
        has("created_at", "gte", "2026-06-01"),
        """
        contactos creados desde junio
        contactos creados desde el 1 de junio
        contactos creados a partir del 1 de junio de 2026
        contactos creados desde el 2026-06-01
        """,
        """
        contacts created since June
        contacts created since June 1st
        contacts created since 1 June 2026
        contacts created since 2026-06-01
        """,
    ),
    case(
        "contacts",
        has("created_at", "lt", "2025-01-01"),
        """
        contactos creados antes de 2025
        contactos creados antes del 1 de enero de 2025
        contactos dados de alta antes de 2025
        """,
        """
        contacts created before 2025
        contacts created before January 1st, 2025
        contacts added before 2025
        """,
    ),
    case(
        "contacts",
        both(has("created_at", "gte", "2025-01-01"), has("created_at", "lt", "2026-01-01")),
        """
        contactos creados en 2025
        contactos dados de alta durante 2025
        """,
        """
        contacts created in 2025
        contacts added during 2025
        """,
    ),
    case(
        "orders",
        on("between", ["2026-01-01", "2026-03-31"]),
        """
        pedidos con fecha entre enero y marzo
        pedidos de enero a marzo
        pedidos con fecha entre el 1 de enero de 2026 y el 31 de marzo de 2026
        pedidos entre enero y marzo de 2026
        """,
        """
        orders between January and March
        orders from January to March
        orders with date between 1 January 2026 and 31 March 2026
        """,
    ),
    case(
        "orders",
        during("this_year"),
        """
        pedidos de este año
        pedidos con fecha este año
        pedidos en lo que va de año
        """,
        """
        orders this year
        orders with date this year
        orders so far this year
        """,
    ),
    case(
        "orders",
        during("today"),
        """
        pedidos de hoy
        pedidos con fecha hoy
        """,
        """
        orders today
        orders with date today
        """,
    ),
    case(
        "orders",
        on("eq", "2026-05-05"),
        """
        pedidos del 5 de mayo
        pedidos del 5 de mayo de 2026
        pedidos con fecha el 5/5/2026
        """,
        """
        orders on May 5th
        orders on 5 May 2026
        orders with date on 5/5/2026
        """,
    ),
    case(
        "deals",
        has("close_date", "during", "next_week"),
        """
        oportunidades que se cierran la semana que viene
        oportunidades con fecha de cierre la próxima semana
        oportunidades con cierre previsto la semana que viene
        """,
        """
        deals closing next week
        deals with close date next week
        deals due to close next week
        """,
    ),
    case(
        "deals",
        has("close_date", "during", "next_3_months"),
        """
        oportunidades que se cierran en los próximos 3 meses
        oportunidades con fecha de cierre en los próximos tres meses
        """,
        """
        deals closing in the next 3 months
        deals with close date in the next three months
        """,
    ),
    case(
        "tasks",
        has("due", "during", "tomorrow"),
        """
        tareas que vencen mañana
        tareas con vencimiento mañana
        """,
        """
        tasks due tomorrow
        tasks that are due tomorrow
        """,
    ),
    case(
        "contacts",
        has("birthday", "not_empty"),
        """
        contactos con cumpleaños
        contactos que tienen fecha de nacimiento
        """,
        """
        contacts with birthday
        contacts that have a birthday
        """,
    ),
    # Purchases: how often
    case(
        "companies",
        bought("gte", 1),
        """
        empresas que compraron
        empresas que han comprado
        empresas que nos compran
        empresas con compras
        empresas que han hecho pedidos
        empresas que compraron alguna vez
        """,
        """
        companies that bought
        companies who have bought
        companies that buy
        companies with purchases
        companies that placed orders
        companies that have ever bought
        """,
    ),
    case(
        "companies",
        bought("eq", 0),
        """
        empresas que no han comprado
        empresas que nunca han comprado
        empresas que no compran
        empresas sin compras
        empresas que jamás compraron
        """,
        """
        companies that never bought
        companies that have never bought
        companies that haven't bought
        companies without purchases
        companies with no purchases
        """,
    ),
    case(
        "companies",
        bought("gte", 2, during("last_90_days")),
        """
        empresas que compraron al menos dos veces en los últimos 90 días
        empresas que han comprado como mínimo 2 veces en los últimos 90 días
        empresas con al menos 2 compras en los últimos 90 días
        empresas que en los últimos 90 días compraron al menos dos veces
        """,
        """
        companies that bought at least twice in the last 90 days
        companies that have bought at least 2 times in the last 90 days
        companies with at least 2 purchases in the last 90 days
        companies that bought twice in the last 90 days
        """,
    ),
    case(
        "companies",
        bought("gt", 1),
        """
        empresas que compraron más de una vez
        empresas con más de una compra
        empresas que han comprado más de 1 vez
        """,
        """
        companies that bought more than once
        companies with more than one purchase
        companies that bought more than 1 time
        """,
    ),
    case(
        "companies",
        bought("eq", 1),
        """
        empresas que compraron exactamente una vez
        empresas que compraron exactamente 1 vez
        empresas que compraron solo una vez
        empresas con exactamente 1 compra
        """,
        """
        companies that bought exactly once
        companies that bought only once
        companies with exactly 1 purchase
        """,
    ),
    case(
        "companies",
        bought("between", [2, 5]),
        """
        empresas que compraron entre 2 y 5 veces
        empresas con entre dos y cinco compras
        """,
        """
        companies that bought between 2 and 5 times
        companies with between two and five purchases
        """,
    ),
    case(
        "companies",
        bought("lt", 3, during("this_year")),
        """
        empresas que compraron menos de 3 veces este año
        empresas con menos de tres compras este año
        """,
        """
        companies that bought fewer than 3 times this year
        companies with less than three purchases this year
        """,
    ),
    case(
        "companies",
        bought("gte", 1, during("last_year")),
        """
        empresas que compraron el año pasado
        empresas con compras el año pasado
        empresas que nos compraron el año pasado
        """,
        """
        companies that bought last year
        companies with purchases last year
        companies that ordered last year
        """,
    ),
    case(
        "companies",
        both(bought("gte", 1, during("last_year")), bought("eq", 0, during("this_year"))),
        """
        empresas que compraron el año pasado y no han comprado este año
        empresas que compraron el año pasado pero no compraron este año
        """,
        """
        companies that bought last year and have not bought this year
        companies that bought last year but did not buy this year
        """,
    ),
    case(
        "companies",
        bought("eq", 0, THREE),
        """
        empresas que no compran desde hace 3 meses
        empresas que no han comprado en los últimos 3 meses
        empresas que no compran hace 3 meses
        empresas que no han comprado en tres meses
        empresas que no compran desde hace más de 3 meses
        """,
        """
        companies that haven't bought in 3 months
        companies that have not bought in the last 3 months
        companies that have not bought for 3 months
        companies who did not buy in over three months
        """,
    ),
    case(
        "companies",
        bought("eq", 0, on("gte", "2026-06-01")),
        """
        empresas que no compran desde junio
        empresas que no han comprado desde el 1 de junio
        """,
        """
        companies that haven't bought since June
        companies that have not bought since June 1
        """,
    ),
    case(
        "companies",
        bought("eq", 0, during("last_3_calendar_months")),
        """
        empresas que no compraron en los últimos 3 meses de calendario
        empresas que no han comprado en los últimos 3 meses naturales
        """,
        """
        companies that did not buy in the last 3 calendar months
        companies that haven't bought in the last 3 calendar months
        """,
    ),
    case(
        "companies",
        both(bought("gte", 1), bought("eq", 0, during("last_6_months"))),
        """
        empresas que dejaron de comprar hace 6 meses
        empresas que han dejado de comprar en los últimos 6 meses
        empresas que compraron alguna vez y no compraron en los últimos 6 meses
        """,
        """
        companies that stopped buying 6 months ago
        companies that have stopped buying in the last 6 months
        companies that bought at any time and did not buy in the last 6 months
        """,
    ),
    case(
        "contacts",
        bought("gte", 1, during("last_month")),
        """
        contactos que compraron el mes pasado
        contactos con compras el mes pasado
        """,
        """
        contacts who bought last month
        contacts with purchases last month
        """,
    ),
    case(
        "companies",
        related(
            "orders", "older_than", "3_months", has("status", "not_in", ["draft", "cancelled"]), of={"max": "date"}
        ),
        """
        empresas cuya última compra fue hace más de 3 meses
        empresas con última compra hace más de 3 meses
        """,
        """
        companies whose last purchase was more than 3 months ago
        companies with last purchase more than 3 months ago
        companies that last bought more than 3 months ago
        """,
    ),
    case(
        "companies",
        related("orders", "during", "this_year", has("status", "not_in", ["draft", "cancelled"]), of={"min": "date"}),
        """
        empresas cuya primera compra fue este año
        empresas con primera compra este año
        """,
        """
        companies whose first purchase was this year
        companies with first purchase this year
        companies that first bought this year
        """,
    ),
    case(
        "companies",
        bought("gte", 1, has("lines.name", "contains", "aceite")),
        """
        empresas que compran aceite
        empresas que compraron «aceite»
        empresas que han comprado aceite
        """,
        """
        companies that bought aceite
        companies that bought «aceite»
        companies that buy aceite
        """,
    ),
    case(
        "companies",
        bought("gte", 2, during("last_90_days"), has("lines.name", "contains", "aceite")),
        """
        empresas que compraron «aceite» al menos dos veces en los últimos 90 días
        empresas que compraron aceite al menos dos veces en los últimos 90 días
        """,
        """
        companies that bought «aceite» at least twice in the last 90 days
        companies that bought aceite at least twice in the last 90 days
        """,
    ),
    # Purchases: how much
    case(
        "companies",
        spent("gt", euros("500.00")),
        """
        empresas que gastaron más de 500 €
        empresas que han gastado más de 500 euros
        empresas que compraron por más de 500 €
        empresas que se han gastado más de 500 €
        """,
        """
        companies that spent more than 500 €
        companies that have spent over €500
        companies that spent more than 500 euros
        companies who spent over 500 EUR
        """,
    ),
    case(
        "companies",
        spent("gte", euros("1000.00"), during("this_year")),
        """
        empresas que gastaron al menos 1.000 € este año
        empresas que han gastado como mínimo mil euros este año
        """,
        """
        companies that spent at least €1,000 this year
        companies that have spent at least one thousand euros this year
        """,
    ),
    case(
        "companies",
        spent("between", [euros("100.00"), euros("500.00")]),
        """
        empresas que gastaron entre 100 y 500 €
        empresas que han gastado entre 100 € y 500 €
        """,
        """
        companies that spent between 100 and 500 €
        companies that spent between €100 and €500
        """,
    ),
    case(
        "companies",
        spent("lt", euros("100.00"), during("last_12_months")),
        """
        empresas que gastaron menos de 100 € en los últimos 12 meses
        empresas que han gastado menos de cien euros en los últimos doce meses
        """,
        """
        companies that spent less than €100 in the last 12 months
        companies that spent under 100 € over the past twelve months
        """,
    ),
    case(
        "companies",
        spent("lte", euros("500.00")),
        """
        empresas que no gastaron más de 500 €
        empresas que gastaron como máximo 500 €
        """,
        """
        companies that have not spent more than €500
        companies that spent at most 500 €
        """,
    ),
    case(
        "companies",
        either(spent("gt", euros("5000.00")), spent("lt", euros("100.00"))),
        """
        empresas que gastaron más de 5.000 € o menos de 100 €
        empresas que gastaron más de 5.000 € o que gastaron menos de 100 €
        """,
        """
        companies that spent more than 5,000 € or less than 100 €
        companies that spent over €5,000 or that spent under €100
        """,
    ),
    case(
        "companies",
        related("orders", "gt", euros("100.00"), has("status", "not_in", ["draft", "cancelled"]), of={"avg": "total"}),
        """
        empresas con ticket medio superior a 100 €
        empresas cuyo ticket medio es mayor que 100 €
        empresas con pedido medio de más de 100 €
        """,
        """
        companies with average order value over €100
        companies whose average order value is greater than 100 €
        companies with average order over 100 €
        """,
    ),
    case(
        "companies",
        both(bought("gte", 1), spent("gt", euros("1000.00"), during("this_year"))),
        """
        clientes que gastaron más de 1.000 € este año
        clientes que han gastado más de mil euros este año
        """,
        """
        customers that spent more than €1,000 this year
        customers who have spent over 1,000 euros this year
        """,
    ),
    case("companies", bought("gte", 1), "clientes\ntodos los clientes", "customers\nall our customers"),
    case(
        "companies",
        both(bought("gte", 1), city("Toledo")),
        """
        clientes de Toledo
        clientes en Toledo
        """,
        """
        customers in Toledo
        customers from Toledo
        """,
    ),
    # Related records
    case(
        "companies",
        orders("gt", 3),
        """
        empresas con más de 3 pedidos
        empresas que tienen más de tres pedidos
        empresas que hicieron más de 3 pedidos
        """,
        """
        companies with more than 3 orders
        companies that have more than three orders
        companies that placed more than 3 orders
        """,
    ),
    case(
        "companies",
        orders("eq", 0),
        """
        empresas sin pedidos
        empresas que no tienen pedidos
        empresas sin ningún pedido
        empresas que no tienen ningún pedido
        """,
        """
        companies without orders
        companies with no orders
        companies without any orders
        companies that have no orders
        """,
    ),
    case(
        "companies",
        orders("gte", 3, has("status", "eq", "confirmed"), during("last_90_days")),
        """
        empresas con al menos 3 pedidos confirmados en los últimos 90 días
        empresas con 3 pedidos confirmados en los últimos 90 días
        """,
        """
        companies with at least 3 orders (with status confirmed and with date in the last 90 days)
        companies with 3 orders (with status confirmed and with date in the last 90 days)
        """,
    ),
    case(
        "companies",
        orders("gte", 1, has("total", "gt", euros("1000.00"))),
        """
        empresas con pedidos de más de 1.000 €
        empresas con algún pedido de más de 1.000 €
        empresas que tienen algún pedido de más de mil euros
        """,
        """
        companies with orders over €1,000
        companies with any order over €1,000
        companies that have orders of more than 1,000 euros
        """,
    ),
    case(
        "companies",
        related("deals", "gte", 1, has("closed_at", "empty")),
        """
        empresas con oportunidades abiertas
        empresas que tienen alguna oportunidad abierta
        empresas con oportunidades sin cerrar
        """,
        """
        companies with deals (that are open)
        companies that have deals (that are open)
        """,
    ),
    case(
        "companies",
        related("deals", "eq", 0),
        """
        empresas sin oportunidades
        empresas que no tienen oportunidades
        """,
        """
        companies without deals
        companies with no deals
        """,
    ),
    case(
        "companies",
        related("tasks", "gte", 1, has("status", "eq", "open")),
        """
        empresas con tareas pendientes
        empresas que tienen alguna tarea pendiente
        """,
        """
        companies with tasks (that are open)
        companies with tasks (with status open)
        """,
    ),
    case(
        "companies",
        related("contacts", "gte", 2),
        """
        empresas con al menos 2 contactos
        empresas con 2 contactos
        empresas que tienen al menos dos contactos
        """,
        """
        companies with at least 2 contacts
        companies with 2 contacts
        companies that have at least two contacts
        """,
    ),
    case(
        "companies",
        related("calls", "eq", 0, has("at", "during", "this_month")),
        """
        empresas sin llamadas este mes
        empresas que no tienen llamadas este mes
        """,
        """
        companies without calls this month
        companies with no calls this month
        """,
    ),
    case(
        "companies",
        related("deals", "gt", euros("10000.00"), of={"sum": "amount"}),
        """
        empresas con suma de importe de oportunidades mayor que 10.000 €
        empresas con la suma de importe de oportunidades mayor que 10.000 €
        """,
        """
        companies with sum of amount of deals greater than 10,000 €
        companies with the sum of amount of deals over €10,000
        """,
    ),
    case(
        "contacts",
        has("companies", "empty"),
        """
        contactos sin empresa
        contactos que no tienen empresa
        """,
        """
        contacts without company
        contacts without a company
        contacts with no company
        """,
    ),
    # Linked records
    case(
        "contacts",
        has("companies.address.city", "eq", "Madrid"),
        """
        contactos de empresas de Madrid
        contactos con empresa en Madrid
        contactos cuya empresa es de Madrid
        contactos cuya empresa está en Madrid
        """,
        """
        contacts of companies in Madrid
        contacts whose company is in Madrid
        contacts from companies in Madrid
        """,
    ),
    case(
        "contacts",
        has("companies.industry", "eq", "hospitality"),
        """
        contactos de hostelería
        contactos de empresas de hostelería
        contactos cuya empresa es del sector hostelería
        contactos con empresas (con sector Hostelería)
        """,
        """
        contacts in hospitality
        contacts of companies in hospitality
        contacts whose company is in hospitality
        contacts with companies (with industry Hospitality)
        """,
    ),
    case(
        "orders",
        has("company.industry", "eq", "retail"),
        """
        pedidos de empresas de comercio
        pedidos de comercio
        pedidos cuya empresa es de comercio
        """,
        """
        orders of companies in retail
        orders whose company is in retail
        """,
    ),
    # Mail
    case(
        "contacts",
        by_people("mail_opened", "gte", 1, during="last_30_days"),
        """
        contactos que abrieron un correo en los últimos 30 días
        contactos que han abierto algún correo en los últimos 30 días
        contactos que abrieron correos en los últimos 30 días
        """,
        """
        contacts who opened an email in the last 30 days
        contacts that have opened emails in the last 30 days
        """,
    ),
    case(
        "contacts",
        by_people("mail_opened", "eq", 0, since="2026-06-01"),
        """
        contactos que no han abierto nada desde junio
        contactos que no abrieron ningún correo desde el 1 de junio
        contactos que no han abierto ningún email desde junio
        """,
        """
        contacts who opened nothing since June
        contacts who haven't opened anything since June
        contacts who did not open any email since June 1
        """,
    ),
    case(
        "contacts",
        by_people("mail_opened", "gte", 1, since="2026-03-01", until="2026-03-31"),
        """
        contactos que abrieron un correo en marzo
        contactos que abrieron un correo entre el 1 de marzo y el 31 de marzo
        contactos que abrieron un correo entre el 1 y el 31 de marzo
        contactos que abrieron un correo del 1 al 31 de marzo de 2026
        contactos que abrieron un correo en marzo de 2026
        """,
        """
        contacts who opened an email in March
        contacts who opened an email between March 1 and March 31
        contacts who opened an email between 1 and 31 March
        contacts that opened an email in March 2026
        """,
    ),
    case(
        "contacts",
        by_people("mail_opened", "gte", 1, until="2026-05-31"),
        """
        contactos que abrieron un correo antes de junio
        contactos que abrieron un correo hasta el 31 de mayo
        """,
        """
        contacts who opened an email before June
        contacts who opened an email until May 31
        """,
    ),
    case(
        "contacts",
        by_people("mail_clicked", "gte", 1, during="this_month"),
        """
        contactos que hicieron clic este mes
        contactos que han hecho clic en algún enlace este mes
        contactos que pincharon este mes
        """,
        """
        contacts who clicked this month
        contacts who clicked a link this month
        contacts that have clicked this month
        """,
    ),
    case(
        "contacts",
        by_people("mail_opened", "gte", 3, during="last_90_days"),
        """
        contactos que abrieron correos al menos 3 veces en los últimos 90 días
        contactos que abrieron al menos tres veces en los últimos 90 días
        """,
        """
        contacts who opened emails at least 3 times in the last 90 days
        contacts who opened at least three times in the last 90 days
        """,
    ),
    case(
        "contacts",
        event("mail_bounced", "gte", 1),
        """
        contactos que rebotaron
        contactos rebotados
        contactos con rebotes
        contactos con rebotes de correo
        """,
        """
        contacts that bounced
        contacts who have bounced
        contacts with bounces
        contacts with mail bounces
        """,
    ),
    case(
        "contacts",
        event("mail_unsubscribed", "gte", 1, during="this_year"),
        """
        contactos que se dieron de baja este año
        contactos que se han dado de baja este año
        contactos con bajas de correo este año
        """,
        """
        contacts who unsubscribed this year
        contacts that opted out this year
        contacts with mail unsubscribes this year
        """,
    ),
    case(
        "contacts",
        event("form_sent", "gte", 1, during="last_7_days"),
        """
        contactos que rellenaron un formulario en los últimos 7 días
        contactos que enviaron un formulario en los últimos siete días
        """,
        """
        contacts who filled in a form in the last 7 days
        contacts who submitted a form in the last seven days
        """,
    ),
    case(
        "contacts",
        event("mail_delivered", "eq", 0, during="last_30_days"),
        """
        contactos que no han recibido ningún correo en los últimos 30 días
        contactos que no recibieron nada en los últimos 30 días
        """,
        """
        contacts who have not received any email in the last 30 days
        contacts who received nothing in the last 30 days
        """,
    ),
    case(
        "leads",
        by_people("mail_opened", "gte", 1),
        """
        leads que abrieron un correo
        leads que han abierto algún correo
        """,
        """
        leads who opened an email
        leads that have opened an email
        """,
    ),
    # Segments
    case(
        "companies",
        {"segment": VIP},
        """
        empresas del segmento Clientes VIP
        empresas en el segmento «Clientes VIP»
        empresas que están en el segmento Clientes VIP
        """,
        """
        companies in the segment Clientes VIP
        companies in segment «Clientes VIP»
        companies that are in the segment Clientes VIP
        """,
    ),
    case(
        "companies",
        both({"segment": VIP}, has("address.city", "ne", "Madrid")),
        """
        empresas del segmento Clientes VIP que no son de Madrid
        empresas del segmento Clientes VIP fuera de Madrid
        """,
        """
        companies in the segment Clientes VIP that are not in Madrid
        companies in the segment Clientes VIP outside Madrid
        """,
    ),
    case(
        "companies",
        but_not({"segment": VIP}),
        """
        empresas que no están en el segmento Clientes VIP
        empresas fuera del segmento Clientes VIP
        """,
        """
        companies that are not in the segment Clientes VIP
        companies outside the segment Clientes VIP
        """,
    ),
    # And, or, not
    case(
        "companies",
        both(has("industry", "eq", "hospitality"), city("Madrid"), orders("eq", 0)),
        """
        empresas de hostelería de Madrid sin pedidos
        empresas de hostelería en Madrid y sin pedidos
        """,
        """
        hospitality companies in Madrid without orders
        hospitality companies in Madrid with no orders
        """,
    ),
    case(
        "companies",
        either(city("Madrid"), bought("gte", 5)),
        """
        empresas que son de Madrid o que compraron al menos 5 veces
        empresas de Madrid o que compraron al menos 5 veces
        """,
        """
        companies that are in Madrid or that bought at least 5 times
        companies in Madrid or that bought at least 5 times
        """,
    ),
    case(
        "companies",
        both(either(city("Madrid"), has("industry", "eq", "retail")), orders("eq", 0)),
        """
        empresas (de Madrid o de comercio) sin pedidos
        empresas de Madrid o de comercio sin pedidos
        """,
        """
        companies (in Madrid or in retail) without orders
        companies in Madrid or in retail without orders
        """,
    ),
    case(
        "companies",
        but_not(both(city("Madrid"), has("industry", "eq", "retail"))),
        """
        empresas no (de Madrid y de comercio)
        empresas que no (son de Madrid y son de comercio)
        """,
        "companies not (in Madrid and in retail)",
    ),
    case(
        "contacts",
        either(has("created_at", "during", "last_30_days"), has("updated_at", "during", "yesterday")),
        "contactos creados en los últimos 30 días o modificados ayer",
        "contacts created in the last 30 days or updated yesterday",
    ),
    case(
        "companies",
        both(bought("eq", 0), has("created_at", "older_than", "1_year")),
        """
        empresas que no han comprado nunca y creadas hace más de un año
        empresas que nunca compraron y dadas de alta hace más de 1 año
        """,
        """
        companies that never bought and created more than one year ago
        companies that have never bought and were added over 1 year ago
        """,
    ),
    case(
        "deals",
        both(has("owner", "eq", ME), has("closed_at", "empty"), has("amount", "gt", euros("10000.00"))),
        """
        mis oportunidades abiertas de más de 10.000 €
        mis oportunidades abiertas con importe superior a 10.000 €
        """,
        """
        my open deals over €10,000
        my open deals with amount over 10,000 €
        """,
    ),
    case(
        "orders",
        both(has("status", "eq", "confirmed"), during("this_month"), has("total", "gt", euros("100.00"))),
        """
        pedidos confirmados de este mes de más de 100 €
        pedidos confirmados con fecha este mes y con total mayor que 100 €
        """,
        """
        confirmed orders this month over €100
        confirmed orders with date this month and with total greater than 100 €
        """,
    ),
    case(
        "leads",
        both(has("status", "eq", "new"), has("source", "eq", "web"), has("emails", "not_empty")),
        """
        leads nuevos de la web con correo
        nuevos leads de la web que tienen email
        """,
        """
        new leads from the web with email
        new leads from the web that have an email
        """,
    ),
)
