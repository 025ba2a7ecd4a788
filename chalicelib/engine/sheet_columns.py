"""What the columns of a table are called when one field fills several of them, on the way out and on the way in.

An export writes these headers and an import reads them, so that the two cannot disagree: an amount stands beside its
currency, an address in its parts, a channel beside what it is for, a linked record's name beside its id.
"""

from collections.abc import Mapping

from chalicelib.engine.fields.address import PARTS
from chalicelib.engine.objects import Field, Label

CURRENCY, LABEL, ID = "currency", "label", "id"
SEPARATOR = "; "
"""What stands between several values of one cell."""

PART_LABELS: Mapping[str, Label] = {
    CURRENCY: Label("moneda", "currency"),
    LABEL: Label("etiqueta", "label"),
    ID: Label("id", "id"),
    "street": Label("calle", "street"),
    "street2": Label("calle 2", "street 2"),
    "postal_code": Label("código postal", "postal code"),
    "city": Label("ciudad", "city"),
    "region": Label("provincia", "region"),
    "country": Label("país", "country"),
}

_PARTS: Mapping[str, tuple[str | None, ...]] = {
    "money": (None, CURRENCY),
    "email": (None, LABEL),
    "phone": (None, LABEL),
    "link": (None, ID),
    "address": PARTS,
}


def parts_of(field: Field) -> tuple[str | None, ...]:
    """Return what each column of a field holds; None is the value itself."""
    return _PARTS.get(field.type, (None,))


def header(field: Field, part: str | None, *, by_name: bool, locale: str) -> str:
    """Return what people, or programs ``by_name``, call a column."""
    if by_name:
        return field.name if part is None else f"{field.name}.{part}"
    said = field.label.text(locale)
    return said if part is None else f"{said} ({PART_LABELS[part].text(locale)})"
