"""One line of text; compared and ordered without regard to case and accents."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import checks
from chalicelib.engine.fields.contract import EQUALITY, ORDER, WORDS, FieldType, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold, tokens


def parse(field: Field, raw: Any, ctx: Context) -> str | None:
    """Return the trimmed text, or None when nothing is left."""
    value = plain_text(raw, max_length=field.max_length or 200)
    if value and field.check:
        value = checks.NAMED[field.check](value)
    return value or None


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with: any text, whole or a part."""
    return fold(plain_text(raw, max_length=field.max_length or 200))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the folded text; of a text that folds to nothing, the text itself."""
    return (fold(stored) or stored,)


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the words to find it by."""
    return tuple(tokens(stored))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a string."""
    return {"type": "string", "maxLength": field.max_length or 200}


TEXT = FieldType(
    name="text",
    widget="text",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER, *WORDS),
    operand=operand,
    words=words,
    examples=("Hotel Retiro",),
    properties=("default", "max_length", "unique", "indexed", "searched"),
    longest=1_000,
)
