"""Fields that several objects of sales have."""

from chalicelib.engine.objects import choice, date_time, long_text, option, text

SOURCES = (
    option("web", "Web", "Web"),
    option("referral", "Recomendación", "Referral"),
    option("fair", "Feria", "Fair"),
    option("campaign", "Campaña", "Campaign"),
    option("phone", "Teléfono", "Phone"),
    option("other", "Otro", "Other"),
)
EXTERNAL_ID = text(
    "external_id", "Id externo", "External ID", indexed=True, sparse=True, max_length=120, aliases=("id", "record id")
)
ORIGINAL = date_time(
    "original_created_at",
    "Alta original",
    "Originally created",
    aliases=("created date", "create date", "fecha de alta", "fecha de creación"),
)
DESCRIPTION = long_text(
    "description", "Notas", "Notes", aliases=("description", "notes", "observaciones", "comentarios")
)
SOURCE = choice("source", "Origen", "Source", SOURCES, aliases=("lead source", "origen", "procedencia"))
