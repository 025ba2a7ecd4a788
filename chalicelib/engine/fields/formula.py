"""A value computed from other fields. Nobody writes it; all else about it is that of the type of its result."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields.contract import FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context


def parse(field: Field, raw: Any, ctx: Context) -> Any:
    """Refuse to be written.

    :raises Refusal: always.
    """
    raise Refusal("read_only", "This is computed.")


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return none: the type of the result orders it."""
    return ()


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a value that nobody writes."""
    return {"readOnly": True}


FORMULA = FieldType(
    name="formula", widget="text", parse=parse, keys=keys, json_schema=json_schema, operators=(), sortable=False
)
