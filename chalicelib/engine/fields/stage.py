"""A step of a process: a choice whose options the tenant keeps, each with order, probability and expected days."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields import choice
from chalicelib.engine.fields.contract import FieldType
from chalicelib.engine.objects import Field


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a step; its options are the tenant's, so the contract names none."""
    return {"type": "string", "maxLength": 60, "description": "A stage; GET /v1/objects/{plural} lists them."}


STAGE = FieldType(
    name="stage",
    widget="stage",
    parse=choice.parse,
    keys=choice.keys,
    json_schema=json_schema,
    csv_out=choice.csv_out,
    csv_in=choice.csv_in,
    designable=False,
)
