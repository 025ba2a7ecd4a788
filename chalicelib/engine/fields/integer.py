"""A whole number, exact up to fifteen digits."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from chalicelib.engine.fields import number
from chalicelib.engine.fields.contract import EQUALITY, ORDER, CsvStyle, FieldType
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context


def parse(field: Field, raw: Any, ctx: Context) -> int:
    """Return the number."""
    return int(number.within(field, number.exact(raw, decimals=0)))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a whole number within its limits."""
    return {**number.json_schema(field), "type": "integer"}


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> Decimal:
    """Read digits as the file's country groups them."""
    return number.read_number(text, style.decimal_mark)


INTEGER = FieldType(
    name="integer",
    widget="number",
    parse=parse,
    keys=number.keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER),
    present=number.present,
    operand=number.operand,
    csv_in=csv_in,
    examples=(12,),
    properties=("default", "min", "max", "unit", "unique", "indexed"),
)
