"""Fields that several objects of sales have."""

from chalicelib.engine.objects import Field, choice, link, long_text, option, text

SOURCES = (
    option("web", "Web", "Web"),
    option("referral", "Recomendación", "Referral"),
    option("fair", "Feria", "Fair"),
    option("campaign", "Campaña", "Campaign"),
    option("phone", "Teléfono", "Phone"),
    option("other", "Otro", "Other"),
)
DESCRIPTION = long_text(
    "description", "Notas", "Notes", aliases=("description", "notes", "observaciones", "comentarios")
)
SOURCE = choice("source", "Origen", "Source", SOURCES, aliases=("lead source", "origen", "procedencia"))


def campaign(plural: str, es: str, en: str) -> Field:
    """Return the link to the campaign that something of sales came from, and what the campaign calls it."""
    return link(
        "campaign",
        "Campaña",
        "Campaign",
        to="campaign",
        inverse=plural,
        inverse_label=(es, en),
        aliases=("campaign", "campaña", "primary campaign source"),
    )


UTM = (
    text("utm_source", "Fuente UTM", "UTM source", max_length=300, aliases=("utm source",)),
    text("utm_medium", "Medio UTM", "UTM medium", max_length=300, aliases=("utm medium",)),
    text("utm_campaign", "Campaña UTM", "UTM campaign", max_length=300, aliases=("utm campaign",)),
    text("utm_term", "Término UTM", "UTM term", max_length=300, aliases=("utm term",)),
    text("utm_content", "Contenido UTM", "UTM content", max_length=300, aliases=("utm content",)),
)
"""What the address of the page said by which somebody first came, as it was written there."""
