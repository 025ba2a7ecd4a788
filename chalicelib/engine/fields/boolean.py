"""A yes or no."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields.contract import PRESENCE, CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold
from chalicelib.storage import slots

YES = frozenset({"si", "s", "yes", "y", "true", "verdadero", "1", "x"})
NO = frozenset({"no", "n", "false", "falso", "0"})


def parse(field: Field, raw: Any, ctx: Context) -> bool:
    """Return true or false."""
    if not isinstance(raw, bool):
        raise Refusal("not_a_boolean", "Send true or false.")
    return raw


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with; a query string can only spell it."""
    return slots.boolean({"true": True, "false": False}[raw] if raw in ("true", "false") else parse(field, raw, ctx))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return false before true."""
    return (slots.boolean(stored),)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a boolean."""
    return {"type": "boolean"}


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write true or false."""
    return "true" if stored else "false"


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> bool:
    """Read yes or no in Spanish or English.

    :raises Refusal: when it is neither.
    """
    word = fold(text)
    if word in YES or word in NO:
        return word in YES
    raise Refusal("not_a_boolean", "Write yes or no.")


BOOLEAN = FieldType(
    name="boolean",
    widget="switch",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=("eq", "ne", *PRESENCE),
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=(True,),
    properties=("default", "indexed"),
)
