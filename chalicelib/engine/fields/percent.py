"""A percentage: a number that says so."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields import number
from chalicelib.engine.fields.contract import EQUALITY, ORDER, FieldType
from chalicelib.engine.objects import Field


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a number of hundredths."""
    return {**number.json_schema(field), "description": "Percentage: 25 means 25 %."}


PERCENT = FieldType(
    name="percent",
    widget="percent",
    parse=number.parse,
    keys=number.keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER),
    present=number.present,
    operand=number.operand,
    csv_out=number.csv_out,
    csv_in=number.csv_in,
    examples=(25, 12.5),
    properties=("default", "min", "max", "decimals", "indexed"),
)
