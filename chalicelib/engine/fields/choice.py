"""One of several options; kept by value, read in a file by value or by either label."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields.contract import CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field, Option
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold
from chalicelib.storage import slots


def parse(field: Field, raw: Any, ctx: Context) -> str:
    """Return the option's value."""
    return chosen(field, raw).value


def chosen(field: Field, raw: Any) -> Option:
    """Return the option that a value names.

    :raises Refusal: when the field has no such option.
    """
    for option in field.options:
        if option.value == raw:
            return option
    raise Refusal("unknown_option", f"Choose one of {', '.join(option.value for option in field.options)}."[:300])


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the value."""
    return (slots.choice(stored),)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe one of the options."""
    return (
        {"type": "string", "enum": [option.value for option in field.options]} if field.options else {"type": "string"}
    )


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the option's label in the reader's language."""
    return next((option.label.text(ctx.locale) for option in field.options if option.value == stored), str(stored))


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> str:
    """Read an option by value or label, whatever its case and accents; leave an unknown one to ``parse``."""
    return by_any_name(field, text)


def by_any_name(field: Field, text: str) -> str:
    """Return the value of the option that is called so in any language, or the text itself."""
    written = fold(text)
    for option in field.options:
        if written in (fold(option.value), fold(option.label.es), fold(option.label.en)):
            return option.value
    return text.strip()


CHOICE = FieldType(
    name="choice",
    widget="select",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    csv_out=csv_out,
    csv_in=csv_in,
    properties=("options", "default", "indexed", "counted"),
)
