"""A full name, composed from its parts so that it can be ordered and searched; only the parts are written."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields import text
from chalicelib.engine.fields.contract import EQUALITY, ORDER, WORDS, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context


def parse(field: Field, raw: Any, ctx: Context) -> str:
    """Refuse to be written.

    :raises Refusal: always, naming the parts.
    """
    raise Refusal("read_only", f"Send {' and '.join(field.parts)}.")


def composed(field: Field, values: Mapping[str, Any]) -> str | None:
    """Return the name that the parts make."""
    return " ".join(values[part] for part in field.parts if values.get(part)) or None


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a name that nobody writes."""
    return {"type": "string", "readOnly": True}


PERSON_NAME = FieldType(
    name="person_name",
    widget="text",
    parse=parse,
    keys=text.keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER, *WORDS),
    operand=text.operand,
    words=text.words,
    properties=("parts", "indexed", "searched"),
)
