"""Companies and contacts."""

from chalicelib.engine import reach
from chalicelib.engine.objects import (
    Features,
    Label,
    ObjectDef,
    address,
    choice,
    date,
    email,
    link,
    long_text,
    multi_choice,
    option,
    person_name,
    phone,
    section,
    text,
    url,
)
from chalicelib.engine.origins import ORIGINAL, external_id
from chalicelib.engine.segments import scoring

INDUSTRIES = (
    option("retail", "Comercio", "Retail"),
    option("wholesale", "Distribución", "Wholesale"),
    option("hospitality", "Hostelería", "Hospitality"),
    option("food", "Alimentación", "Food and drink"),
    option("manufacturing", "Industria", "Manufacturing"),
    option("construction", "Construcción", "Construction"),
    option("services", "Servicios", "Services"),
    option("technology", "Tecnología", "Technology"),
    option("health", "Salud", "Health"),
    option("education", "Educación", "Education"),
    option("finance", "Finanzas", "Finance"),
    option("public", "Sector público", "Public sector"),
    option("other", "Otro", "Other"),
)
SIZES = (
    option("1-9", "1-9 personas", "1-9 people"),
    option("10-49", "10-49 personas", "10-49 people"),
    option("50-249", "50-249 personas", "50-249 people"),
    option("250+", "250 personas o más", "250 people or more"),
)
SOURCES = (
    option("web", "Web", "Web"),
    option("referral", "Recomendación", "Referral"),
    option("fair", "Feria", "Fair"),
    option("campaign", "Campaña", "Campaign"),
    option("phone", "Teléfono", "Phone"),
    option("shop", "Tienda", "Shop"),
    option("import", "Importación", "Import"),
    option("other", "Otro", "Other"),
)

CHANNELS = (
    option("email", "Correo", "Email"),
    option("phone", "Teléfono", "Phone"),
    option("messaging", "Mensajería", "Messaging"),
    option("visit", "Visita", "Visit"),
    option("post", "Carta", "Post"),
)

COMPANY = ObjectDef(
    name="company",
    plural="companies",
    label=Label("Empresa", "Company"),
    label_plural=Label("Empresas", "Companies"),
    icon="building",
    name_field="name",
    aliases=("organization", "organización", "account", "cuenta", "empresa"),
    fields=(
        text(
            "name",
            "Nombre",
            "Name",
            required=True,
            max_length=160,
            indexed=True,
            searched=True,
            aliases=(
                "company",
                "company name",
                "account name",
                "organization name",
                "organización",
                "razón social",
                "empresa",
            ),
        ),
        text(
            "tax_id",
            "NIF / VAT",
            "Tax ID",
            unique=True,
            searched=True,
            max_length=20,
            check="tax_id",
            aliases=("nif", "cif", "nie", "vat", "vat number", "tax number", "nif/cif", "número fiscal"),
        ),
        choice("industry", "Sector", "Industry", INDUSTRIES, aliases=("sector", "actividad")),
        choice("size", "Tamaño", "Size", SIZES, aliases=("employees", "empleados", "number of employees", "plantilla")),
        url("website", "Sitio web", "Website", searched=True, aliases=("web", "website url", "web page", "página web")),
        email(
            "emails", "Correos", "Emails", searched=True, aliases=("email", "e-mail", "correo", "correo electrónico")
        ),
        phone(
            "phones",
            "Teléfonos",
            "Phones",
            searched=True,
            aliases=("phone", "telephone", "teléfono", "company main phone", "móvil"),
        ),
        address(
            "address", "Dirección", "Address", searched=True, aliases=("dirección", "billing address", "domicilio")
        ),
        choice("source", "Origen", "Source", SOURCES, aliases=("lead source", "origen")),
        long_text("description", "Notas", "Notes", aliases=("description", "observaciones", "comentarios", "notes")),
        external_id("accountid", "company id"),
        ORIGINAL,
        scoring.FIELD,
    ),
    sections=(
        section(
            "main",
            "Datos principales",
            "Main details",
            "name",
            "tax_id",
            "industry",
            "size",
            "owner",
            "source",
            "score",
        ),
        section("channels", "Cómo contactar", "How to reach", "phones", "emails", "website", "address"),
        section("more", "Más", "More", "description", "external_id", "original_created_at"),
    ),
    columns=("name", "industry", "phones", "address", "owner", "updated_at"),
    features=Features(importable=True, activities=True, customer=True),
)

CONTACT = ObjectDef(
    name="contact",
    plural="contacts",
    label=Label("Contacto", "Contact"),
    label_plural=Label("Contactos", "Contacts"),
    icon="user",
    name_field="name",
    aliases=("person", "persona", "cliente", "customer"),
    fields=(
        text(
            "first_name",
            "Nombre",
            "First name",
            required=True,
            max_length=80,
            aliases=("given name", "nombre", "first", "nombre de pila"),
        ),
        text(
            "last_name",
            "Apellidos",
            "Last name",
            max_length=120,
            aliases=("family name", "apellido", "apellidos", "surname", "last"),
        ),
        person_name(
            "name", "Nombre completo", "Full name", parts=("first_name", "last_name"), indexed=True, searched=True
        ),
        text(
            "job_title",
            "Cargo",
            "Job title",
            max_length=120,
            aliases=("title", "organization title", "puesto", "cargo", "position"),
        ),
        email(
            "emails",
            "Correos",
            "Emails",
            searched=True,
            aliases=("email", "e-mail", "e-mail address", "correo", "correo electrónico"),
        ),
        phone(
            "phones",
            "Teléfonos",
            "Phones",
            searched=True,
            aliases=("phone", "mobile", "mobile phone", "teléfono", "móvil", "phone number"),
        ),
        link(
            "companies",
            "Empresas",
            "Companies",
            to="company",
            inverse="contacts",
            inverse_label=("Contactos", "Contacts"),
            multiple=True,
            found_through=True,
            attributes=("role", "since", "until", "primary"),
            aliases=("company", "account name", "organization name", "associated company", "empresa", "organización"),
        ),
        choice("source", "Origen", "Source", SOURCES, aliases=("lead source", "origen", "procedencia")),
        address(
            "address", "Dirección", "Address", searched=True, aliases=("dirección", "mailing address", "domicilio")
        ),
        multi_choice("channels", "Canales preferidos", "Preferred channels", CHANNELS, aliases=("canal preferido",)),
        *reach.FIELDS,
        scoring.FIELD,
        date("birthday", "Cumpleaños", "Birthday", aliases=("birthdate", "fecha de nacimiento", "cumpleaños")),
        long_text("description", "Notas", "Notes", aliases=("notes", "description", "observaciones", "comentarios")),
        external_id("contactid", "customer id", "id de cliente"),
        ORIGINAL,
    ),
    sections=(
        section(
            "main", "Datos principales", "Main details", "first_name", "last_name", "job_title", "companies", "owner"
        ),
        section("channels", "Cómo contactar", "How to reach", "emails", "phones", "channels", "address"),
        section("writing", "Cómo escribirle", "How to write to them", "language", "time_zone", "email_consent"),
        section(
            "more", "Más", "More", "score", "source", "birthday", "description", "external_id", "original_created_at"
        ),
    ),
    columns=("name", "companies", "emails", "phones", "owner", "updated_at"),
    features=Features(importable=True, activities=True, customer=True, reachable=True, kin=("converted_leads",)),
)

OBJECTS = (COMPANY, CONTACT)
