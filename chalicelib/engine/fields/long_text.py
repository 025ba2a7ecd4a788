"""Text of many lines, kept apart from the row that lists read."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields.contract import FieldType, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold, tokens


def parse(field: Field, raw: Any, ctx: Context) -> str | None:
    """Return the text with line breaks as ``\\n``, or None when nothing is left."""
    value = plain_text(raw, max_length=field.max_length or 50_000, lines=True)
    return value.replace("\r\n", "\n").replace("\r", "\n") or None


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the folded text; it serves no slot, for it lives in the body row."""
    return (fold(stored),)


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the words to find it by."""
    return tuple(tokens(stored))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a string of many lines."""
    return {"type": "string", "maxLength": field.max_length or 50_000}


LONG_TEXT = FieldType(
    name="long_text",
    widget="textarea",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(),
    sortable=False,
    words=words,
    examples=("Prefiere que le llamen por la tarde.\nPide factura en papel.",),
    properties=("default", "max_length"),
    longest=100_000,
)
