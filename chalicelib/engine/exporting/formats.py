"""The formats of an export under one interface: an opening, rows as often as there are pages, a closing.

Whatever a format must know to go on - in this worker or the next - is the small ``state`` that each step hands to the
following one, so a file may be written by several workers and is always the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from chalicelib.engine.catalogue import Object
from chalicelib.engine.exporting import csv_table, vcard, workbook
from chalicelib.engine.exporting.columns import Table
from chalicelib.engine.exporting.csv_table import Style
from chalicelib.engine.exporting.vcard import Cards
from chalicelib.kernel.context import Context

NAMES = ("csv", "xlsx", "vcard", "json")
JSON = "application/json"
State = Mapping[str, Any]
Records = Sequence[Mapping[str, Any]]


class Format(Protocol):
    """How records become the bytes of a file."""

    def opening(self) -> tuple[bytes, State]:
        """Return the first bytes."""

    def rows(self, records: Records, state: State) -> tuple[bytes, State]:
        """Return the bytes of some records."""

    def closing(self, state: State, /) -> bytes:
        """Return the last bytes."""


@dataclass(frozen=True, slots=True)
class Csv:
    """A table in text."""

    ctx: Context
    table: Table
    style: Style

    def opening(self) -> tuple[bytes, State]:
        return csv_table.opening([column.header for column in self.table.columns], self.style), {}

    def rows(self, records: Records, state: State) -> tuple[bytes, State]:
        return csv_table.rows([self.table.row(self.ctx, record) for record in records], self.style), state

    def closing(self, _state: State, /) -> bytes:
        return b""


@dataclass(frozen=True, slots=True)
class Xlsx:
    """A table in a workbook."""

    ctx: Context
    table: Table
    title: str

    def opening(self) -> tuple[bytes, State]:
        return workbook.opening([column.header for column in self.table.columns], title=self.title)

    def rows(self, records: Records, state: State) -> tuple[bytes, State]:
        cells = [self.table.row(self.ctx, record) for record in records]
        return workbook.rows(cells, state, time_zone=self.ctx.time_zone)

    def closing(self, state: State, /) -> bytes:
        return workbook.closing(state)


@dataclass(frozen=True, slots=True)
class VCard:
    """One card a record."""

    cards: Cards

    def opening(self) -> tuple[bytes, State]:
        return b"", {}

    def rows(self, records: Records, state: State) -> tuple[bytes, State]:
        return self.cards.rows(records), state

    def closing(self, _state: State, /) -> bytes:
        return b""


@dataclass(frozen=True, slots=True)
class Json:
    """One array of records as the API shows them."""

    def opening(self) -> tuple[bytes, State]:
        return b"[", {"some": False}

    def rows(self, records: Records, state: State) -> tuple[bytes, State]:
        told = [json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in records]
        if not told:
            return b"", state
        begin = ",\n" if state["some"] else "\n"
        return (begin + ",\n".join(told)).encode("utf-8", "replace"), {"some": True}

    def closing(self, _state: State, /) -> bytes:
        return b"\n]\n"


CONTENT_TYPES: Mapping[str, str] = {
    "csv": csv_table.CONTENT_TYPE,
    "xlsx": workbook.CONTENT_TYPE,
    "vcard": vcard.CONTENT_TYPE,
    "json": JSON,
}
EXTENSIONS: Mapping[str, str] = {"csv": "csv", "xlsx": "xlsx", "vcard": "vcf", "json": "json"}


def of(ctx: Context, name: str, object: Object, table: Table, options: Mapping[str, Any]) -> Format:
    """Return the format that an export asked for."""
    if name == "csv":
        style = Style(
            options.get("separator") or ",",
            options.get("decimal_mark") or ".",
            options.get("day_first"),
            ctx.time_zone,
        )
        return Csv(ctx, table, style)
    if name == "xlsx":
        return Xlsx(ctx, table, object.definition.label_plural.text(ctx.locale))
    if name == "vcard":
        return VCard(Cards(object, table.fields, int(options.get("vcard_version") or vcard.VERSIONS[-1])))
    return Json()
