"""What other systems call our fields, in Spanish and English.

Keyed by field name and by field type, never by object: an object brings its own name, labels and aliases from its
declaration, and its fields may add more. Headers are compared as words (``headers.words``), so case, accents,
punctuation and camel case do not matter: ``E-mail``, ``e_mail`` and ``EMail`` are one.
"""

from collections.abc import Mapping

FIELDS: Mapping[str, tuple[str, ...]] = {
    "first_name": ("first name", "given name", "forename", "nombre de pila", "primer nombre", "nombre"),
    "last_name": ("last name", "family name", "surname", "apellido", "apellidos", "primer apellido"),
    "name": ("name", "full name", "nombre", "nombre completo", "nombre y apellidos"),
    "job_title": (
        "job title",
        "position",
        "role",
        "organization title",
        "organization 1 title",
        "occupation",
        "cargo",
        "puesto",
        "profesion",
        "title",
    ),
    "source": (
        "source",
        "lead source",
        "original source",
        "origen",
        "fuente",
        "origen del cliente potencial",
        "referred by",
    ),
    "status": ("status", "lead status", "estado"),
    "description": (
        "description",
        "note",
        "comments",
        "remarks",
        "descripcion",
        "notas",
        "observaciones",
        "comentarios",
    ),
    "birthday": (
        "birthday",
        "birthdate",
        "date of birth",
        "birth date",
        "cumpleanos",
        "fecha de nacimiento",
        "nacimiento",
    ),
    "company_name": (
        "company name",
        "account name",
        "organization name",
        "organization",
        "empresa",
        "nombre de la empresa",
    ),
    "website": (
        "website",
        "web page",
        "web site",
        "website url",
        "url",
        "web",
        "sitio web",
        "pagina web",
        "website 1 value",
    ),
    "tax_id": (
        "tax id",
        "vat",
        "vat number",
        "vat id",
        "nif",
        "cif",
        "nif cif",
        "rut",
        "rfc",
        "cuit",
        "ruc",
        "identificacion fiscal",
    ),
    "industry": ("industry", "sector", "industria", "actividad"),
    "size": ("size", "company size", "tamano"),
    "amount": ("amount", "value", "deal value", "importe", "valor", "monto", "cantidad", "valor total"),
    "stage": ("stage", "deal stage", "etapa", "fase", "sales stage"),
    "close_date": (
        "close date",
        "closing date",
        "expected close date",
        "fecha de cierre",
        "fecha prevista de cierre",
        "cierre previsto",
    ),
    "next_step": ("next step", "proximo paso", "siguiente paso"),
    "lost_reason": ("lost reason", "motivo de perdida", "razon de perdida", "closed lost reason"),
    "sku": ("sku", "product code", "code", "codigo", "referencia", "codigo de producto"),
    "unit_price": ("unit price", "price", "list price", "precio", "precio unitario", "tarifa"),
    "category": ("category", "categoria", "product family", "familia"),
    "number": ("number", "order number", "numero", "numero de pedido", "order no", "no"),
    "date": ("date", "order date", "fecha", "fecha de pedido"),
    "total": ("total", "amount", "importe", "total amount", "grand total", "importe total"),
    "quantity": ("quantity", "qty", "unidades"),
    "subject": ("subject", "asunto", "title", "titulo"),
    "due": ("due", "due date", "vencimiento", "fecha de vencimiento", "fecha limite"),
    "text": ("text", "content", "body", "texto", "contenido", "nota"),
    "duration": ("duration", "duracion"),
    "external_id": (
        "id",
        "record id",
        "external id",
        "source id",
        "system id",
        "identificador",
        "id externo",
        "codigo de cliente",
    ),
    "original_created_at": (
        "created date",
        "create date",
        "created at",
        "created",
        "created on",
        "created time",
        "add time",
        "date created",
        "fecha de creacion",
        "creado",
        "creado el",
        "fecha de alta",
        "alta",
    ),
    "owner": (
        "owner",
        "owner email",
        "record owner",
        "assigned to",
        "sales rep",
        "salesperson",
        "propietario",
        "responsable",
        "asignado a",
        "comercial",
        "correo del propietario",
    ),
}
"""Words by field name. A word that two fields of an object share goes to the one that has no better column."""

TITLES = ("title", "titulo", "subject", "asunto")
"""Words for the name of a record that is no person."""

TYPES: Mapping[str, tuple[str, ...]] = {
    "email": (
        "email",
        "email address",
        "mail",
        "correo",
        "correo electronico",
        "direccion de correo electronico",
        "email primary",
    ),
    "phone": (
        "phone",
        "phone number",
        "telephone",
        "tel",
        "telefono",
        "numero de telefono",
        "primary phone",
        "telefono principal",
    ),
    "address": ("address", "address formatted", "full address", "direccion", "domicilio"),
}
"""Words by field type, for the first field of that type in an object."""

FIRST_AND_MIDDLE = ("middle name", "additional name", "second name", "segundo nombre")
"""A second given name: it is added to the first."""

SECOND_SURNAME = ("second surname", "second last name", "segundo apellido", "apellido 2", "apellido materno")

ADDRESS_PARTS: Mapping[str, tuple[str, ...]] = {
    "street": (
        "street",
        "street 1",
        "address line 1",
        "address line1",
        "line 1",
        "address 1",
        "calle",
        "direccion 1",
        "street address",
    ),
    "street2": (
        "street 2",
        "street 3",
        "address line 2",
        "address line2",
        "address line 3",
        "address line3",
        "line 2",
        "address 2",
        "extended address",
        "po box",
        "address po box",
        "direccion 2",
    ),
    "city": ("city", "town", "ciudad", "poblacion", "localidad", "municipio"),
    "region": (
        "region",
        "state",
        "province",
        "state province",
        "state region",
        "county",
        "provincia",
        "estado provincia",
        "comunidad",
    ),
    "postal_code": ("postal code", "zip", "zip code", "zip postal code", "postcode", "codigo postal", "cp", "c p"),
    "country": ("country", "country region", "pais", "country code"),
}
ADDRESS_GROUPS = (
    "",
    "address 1",
    "mailing",
    "billing",
    "business",
    "work",
    "facturacion",
    "postal",
    "home",
    "shipping",
    "envio",
    "other",
)
"""Which address of a file is ours when it has several: the first of these that it has."""

QUALIFIERS: Mapping[str, tuple[str, ...]] = {
    "work": ("work", "business", "office", "company main", "trabajo", "oficina", "empresa", "laboral"),
    "home": ("home", "personal", "private", "casa", "particular"),
    "mobile": ("mobile", "cell", "cellular", "cell phone", "car", "movil", "celular"),
    "other": ("other", "secondary", "alternative", "otro", "otra", "secundario", "alternativo"),
    "fax": ("fax",),
    "assistant": ("assistant", "assistant s", "asst", "asistente"),
    "main": ("main", "primary", "principal"),
}
"""What a channel is for, as a word beside ``phone`` or ``email`` or in a label column."""

ASSOCIATED = ("associated", "primary", "related", "asociado", "asociada")
"""Words that say nothing about which record is meant."""

IDENTIFIERS = ("id", "ids", "external id", "record id", "id externo", "identificador")
"""Words that, after an object's name, mean the key under which the other system knows it."""
