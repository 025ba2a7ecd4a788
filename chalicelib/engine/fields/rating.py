"""A mark: so many stars of so many, five unless the field says otherwise."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields import number
from chalicelib.engine.fields.contract import EQUALITY, ORDER, CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context

MOST = 10
USUAL = 5
STAR = "★"


def parse(field: Field, raw: Any, ctx: Context) -> int:
    """Return the mark; none at all is an empty field, so the lowest is one."""
    value = int(number.exact(raw, decimals=0))
    if not 1 <= value <= highest(field):
        raise Refusal("not_a_rating", f"Send a mark from 1 to {highest(field)}.")
    return value


def highest(field: Field) -> int:
    """Return the best mark that the field knows."""
    return field.max or USUAL


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a mark."""
    return {"type": "integer", "minimum": 1, "maximum": highest(field)}


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> Any:
    """Read a mark as digits, as ``4/5`` or as so many stars."""
    written = text.strip()
    if written and not written.strip(STAR + "☆"):
        return written.count(STAR)
    return number.read_number(written.removesuffix(f"/{highest(field)}"), style.decimal_mark)


RATING = FieldType(
    name="rating",
    widget="rating",
    parse=parse,
    keys=number.keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER),
    present=number.present,
    operand=number.operand,
    csv_in=csv_in,
    examples=(4,),
    properties=("default", "max", "indexed"),
)
