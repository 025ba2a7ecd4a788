"""The table that an export is: which columns a record fills, and the typed cell in each of them.

A cell is read from the record as its reader sees it, so a field that they may not read fills none. What it says in a
file is the format's: a workbook keeps numbers and days, a CSV file spells them in the style that was asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from chalicelib.engine import access
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import channels, registry
from chalicelib.engine.objects import Field, Label
from chalicelib.engine.sheet_columns import CURRENCY, ID, LABEL, SEPARATOR, header, parts_of
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import directory

Cell = str | int | Decimal | bool | date | datetime | None
"""What stands in one place of the table; None where there is nothing."""

RECORD_ID = Field("id", "text", Label("Id", "Id"), system=True)
_NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field that it tells of, which part of it, and what stands above it."""

    field: Field
    part: str | None
    header: str


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of an export, with the addresses of the people whom its records name."""

    columns: tuple[Column, ...]
    people: Mapping[str, str] = field(default_factory=lambda: _NOBODY)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return each field that fills a column, once."""
        return tuple({column.field.name: column.field for column in self.columns}.values())

    def row(self, ctx: Context, record: Mapping[str, Any]) -> list[Cell]:
        """Return the cells of a record."""
        return [_cell(ctx, self, column, record) for column in self.columns]


def exportable(ctx: Context, object: Object) -> dict[str, Field]:
    """Return the fields that the caller may take away, in the order in which people meet them."""
    readable = access.readable(ctx, object)
    own = [field for field in object.fields.values() if field.name in readable]
    return {field.name: field for field in (RECORD_ID, *own)}


def chosen(ctx: Context, object: Object, names: Sequence[str] | None, *, is_table: bool = True) -> tuple[str, ...]:
    """Return the names of the fields to export: those asked for, or all.

    A table leaves out a name that its parts say already, and rows inside a record, for which it has no place.

    :raises InvalidInput: when there is no such field for the caller.
    """
    offered = exportable(ctx, object)
    if names is None:
        shown = {name: field for name, field in offered.items() if not field.hidden}
        return tuple(name for name, field in shown.items() if not is_table or _fits_table(field))
    unknown = [name for name in names if name not in offered]
    if unknown:
        raise InvalidInput.of("fields", "unknown_field", f"There is no field {unknown[0][:60]}.")
    return tuple(dict.fromkeys(names))


def _fits_table(field: Field) -> bool:
    return not field.parts and field.type != "lines"


def planned(ctx: Context, object: Object, names: Sequence[str], *, by_name: bool) -> list[list[str | None]]:
    """Return the columns of those fields as a job keeps them: field, part and header."""
    offered = exportable(ctx, object)
    columns = [
        Column(offered[name], part, header(offered[name], part, by_name=by_name, locale=ctx.locale))
        for name in names
        for part in parts_of(offered[name])
    ]
    return [[column.field.name, column.part, column.header] for column in _told_apart(columns)]


def kept(ctx: Context, object: Object, planned: Sequence[Sequence[str | None]]) -> Table:
    """Return the table of the columns that a job keeps; whoever may read a field no longer finds it empty."""
    columns = tuple(Column(_field(object, str(name)), part, str(said)) for name, part, said in planned)
    named = any(column.field.type == "user" for column in columns)
    return Table(columns, _addresses(ctx) if named else _NOBODY)


def _field(object: Object, name: str) -> Field:
    """Return a field by name; one that is gone since the export was asked for is an empty text."""
    return RECORD_ID if name == RECORD_ID.name else object.fields.get(name) or Field(name, "text", Label(name, name))


def _told_apart(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Give the second of two columns with one header the name of its field too."""
    seen: set[str] = set()
    told = []
    for column in columns:
        said = f"{column.header} ({column.field.name})" if column.header in seen else column.header
        seen.add(said)
        told.append(Column(column.field, column.part, said))
    return tuple(told)


def _addresses(ctx: Context) -> dict[str, str]:
    return {row["id"]: row["email"] for row in directory.of_kind(ctx, "user")}


def _cell(ctx: Context, table: Table, column: Column, record: Mapping[str, Any]) -> Cell:
    field = column.field
    value = record.get(field.name)
    if value is None or value == [] or value == {}:
        return None
    if field.type == "link":
        return _linked(column, record.get("links", {}).get(field.name, ()))
    if field.type == "user":
        return table.people.get(str(value), str(value))
    read = _BY_TYPE.get(field.type)
    return read(column, value) if read else _other(ctx, field, value)


def _linked(column: Column, ends: Sequence[Mapping[str, Any]]) -> Cell:
    said = [str(end["id"] if column.part == ID else end.get("name") or "") for end in ends]
    return SEPARATOR.join(said) or None


def _money(column: Column, value: Any) -> Cell:
    return str(value["currency"]) if column.part == CURRENCY else Decimal(value["amount"])


def _address(column: Column, value: Any) -> Cell:
    part = value.get(column.part)
    return None if part is None else str(part)


def _channel(column: Column, value: Any) -> Cell:
    ordered = channels.in_order(value)
    if column.part != LABEL:
        return SEPARATOR.join(_dialled(entry) for entry in ordered)
    labels = [entry.get("label") or "" for entry in ordered]
    return SEPARATOR.join(labels) if any(labels) else None


def _dialled(entry: Mapping[str, Any]) -> str:
    return f"{entry['value']} ext. {entry['extension']}" if entry.get("extension") else str(entry["value"])


def _day(_column: Column, value: Any) -> Cell:
    return date.fromisoformat(value)


def _instant(_column: Column, value: Any) -> Cell:
    return datetime.fromisoformat(value["utc"] if isinstance(value, Mapping) else value)


def _number(_column: Column, value: Any) -> int | Decimal:
    return value if isinstance(value, int) else Decimal(repr(value) if isinstance(value, float) else value)


def _other(ctx: Context, field: Field, value: Any) -> Cell:
    """Return what a type without a shape of its own writes to a file, or what a computed value is."""
    if isinstance(value, bool | int | float | Decimal):
        return value if isinstance(value, bool) else _number(Column(field, None, ""), value)
    if isinstance(value, Mapping) and "amount" in value:
        return f"{value['amount']} {value.get('currency', '')}".strip()
    return registry.of(field).csv_out(field, value, ctx) if field is not RECORD_ID else str(value)


_BY_TYPE: Mapping[str, Callable[[Column, Any], Cell]] = {
    "money": _money,
    "address": _address,
    "email": _channel,
    "phone": _channel,
    "date": _day,
    "date_time": _instant,
    "number": _number,
    "percent": _number,
}
