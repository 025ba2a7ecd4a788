"""Any of several options."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine.fields.choice import by_any_name, chosen
from chalicelib.engine.fields.choice import csv_out as option_out
from chalicelib.engine.fields.contract import EQUALITY, CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.storage import slots

SYNONYMS = {"contains": "eq", "not_contains": "ne"}
"""An option is held or not: no part of one is a value."""


def parse(field: Field, raw: Any, ctx: Context) -> list[str] | None:
    """Return the options' values, each once, in the order of the field."""
    if not isinstance(raw, list):
        raise Refusal("not_a_list", "Send a list of options.")
    if len(raw) > max(len(field.options), 1):
        raise Refusal("too_many", "Send each option once.")
    values = {chosen(field, value).value for value in raw}
    return [option.value for option in field.options if option.value in values] or None


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return the single option that a filter looks for."""
    return slots.choice(chosen(field, raw).value)


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return every chosen value."""
    return tuple(slots.choice(value) for value in stored)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a list of options."""
    return {
        "type": "array",
        "items": {"type": "string", "enum": [option.value for option in field.options]},
        "uniqueItems": True,
    }


def csv_out(field: Field, stored: Sequence[str], ctx: Context) -> str:
    """Write the labels, parted by semicolons."""
    return "; ".join(option_out(field, value, ctx) for value in stored)


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> list[str]:
    """Read labels or values parted by semicolons, commas or bars."""
    parts = text.replace("|", ";").replace(",", ";").split(";")
    return [by_any_name(field, part) for part in parts if part.strip()]


MULTI_CHOICE = FieldType(
    name="multi_choice",
    widget="multi_select",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *SYNONYMS),
    synonyms=SYNONYMS,
    sortable=False,
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    properties=("options", "default", "counted"),
)
