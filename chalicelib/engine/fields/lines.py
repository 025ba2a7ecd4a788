"""Rows inside a record, such as the lines of an order, each with fields of its own."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine.fields.boolean import BOOLEAN
from chalicelib.engine.fields.choice import CHOICE
from chalicelib.engine.fields.contract import FieldType, Refusal, only_keys
from chalicelib.engine.fields.date import DATE
from chalicelib.engine.fields.date_time import DATE_TIME
from chalicelib.engine.fields.link import LINK
from chalicelib.engine.fields.money import MONEY
from chalicelib.engine.fields.number import NUMBER
from chalicelib.engine.fields.percent import PERCENT
from chalicelib.engine.fields.text import TEXT
from chalicelib.engine.fields.user import USER
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context

MOST_LINES = 200
CELLS: Mapping[str, FieldType] = {
    kind.name: kind for kind in (TEXT, NUMBER, PERCENT, MONEY, DATE, DATE_TIME, BOOLEAN, CHOICE, LINK, USER)
}


def parse(field: Field, raw: Any, ctx: Context) -> list[dict[str, Any]] | None:
    """Return the rows; a wrong cell is named by its row and field."""
    if not isinstance(raw, list):
        raise Refusal("not_a_list", "Send a list of rows.")
    if len(raw) > MOST_LINES:
        raise Refusal("too_many_lines", f"Send at most {MOST_LINES} rows.")
    return [_line(field, item, position, ctx) for position, item in enumerate(raw)] or None


def _line(field: Field, raw: Any, position: int, ctx: Context) -> dict[str, Any]:
    try:
        given = only_keys(raw, tuple(column.name for column in field.fields))
        cells = {column.name: _cell(column, given.get(column.name), ctx) for column in field.fields}
    except Refusal as refusal:
        at = f"{position}.{refusal.at}" if refusal.at else str(position)
        raise Refusal(refusal.code, refusal.message, at=at) from None
    return {name: value for name, value in cells.items() if value is not None}


def _cell(column: Field, raw: Any, ctx: Context) -> Any:
    raw = column.default if raw is None else raw
    try:
        value = None if raw in (None, "") else CELLS[column.type].parse(column, raw, ctx)
        if value is None and column.required:
            raise Refusal("required", "Send a value.")
    except Refusal as refusal:
        at = f"{column.name}.{refusal.at}" if refusal.at else column.name
        raise Refusal(refusal.code, refusal.message, at=at) from None
    return value


def present(field: Field, stored: Any, ctx: Context) -> list[dict[str, Any]]:
    """Return the rows, each cell presented by its own type."""
    columns = {column.name: column for column in field.fields}
    return [
        {
            name: CELLS[columns[name].type].present(columns[name], value, ctx)
            for name, value in line.items()
            if name in columns
        }
        for line in stored
    ]


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return no key: rows serve no slot and no filter but emptiness."""
    return ("",)


def inside(field: Field) -> Mapping[str, Field]:
    """Return the columns, each of which can be asked for by itself."""
    return {column.name: column for column in field.fields}


def picked(stored: Any, name: str) -> Sequence[Any]:
    """Return the cells of one column."""
    return [line[name] for line in stored if line.get(name) is not None]


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe the rows."""
    properties = {column.name: dict(CELLS[column.type].json_schema(column)) for column in field.fields}
    required = [column.name for column in field.fields if column.required]
    row: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        row["required"] = required
    return {"type": "array", "items": row, "maxItems": MOST_LINES}


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the rows as JSON."""
    return json.dumps(present(field, stored, ctx), ensure_ascii=False)


LINES = FieldType(
    name="lines",
    widget="lines",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(),
    sortable=False,
    present=present,
    csv_out=csv_out,
    designable=False,
    inside=inside,
    picked=picked,
)
