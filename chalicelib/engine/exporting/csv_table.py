"""An export as CSV: every cell quoted, none of them a formula, in UTF-8 with the mark that Excel looks for."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from chalicelib.engine.exporting.columns import Cell
from chalicelib.engine.spreadsheet import escaped
from chalicelib.kernel import clock

CONTENT_TYPE = "text/csv"
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Style:
    """How a file spells what depends on the country. ``day_first`` None writes days and instants as ISO 8601 does;
    otherwise they are written as the clocks of ``time_zone`` show them."""

    separator: str = ","
    decimal_mark: str = "."
    day_first: bool | None = None
    time_zone: str = "UTC"


def opening(headers: Sequence[str], style: Style) -> bytes:
    """Return the first bytes of the file, its header among them."""
    return _MARK + _lines([[escaped(name) for name in headers]], style)


def rows(table: Iterable[Sequence[Cell]], style: Style) -> bytes:
    """Return the bytes of some rows."""
    return _lines([[_spelled(cell, style) for cell in cells] for cells in table], style)


def _lines(table: Iterable[Sequence[str]], style: Style) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, delimiter=style.separator).writerows(table)
    return buffer.getvalue().encode("utf-8", "replace")


def _spelled(cell: Cell, style: Style) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return escaped(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | Decimal):
        return f"{cell:f}".replace(".", style.decimal_mark) if isinstance(cell, Decimal) else str(cell)
    return _moment(cell, style)


def _moment(cell: date, style: Style) -> str:
    if style.day_first is None:
        return cell.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(cell, datetime) else cell.isoformat()
    wall = clock.to_wall(cell, style.time_zone) if isinstance(cell, datetime) else cell
    first, second = (wall.day, wall.month) if style.day_first else (wall.month, wall.day)
    day = f"{first:02d}/{second:02d}/{wall.year:04d}"
    return f"{day} {wall:%H:%M:%S}" if isinstance(wall, datetime) else day
