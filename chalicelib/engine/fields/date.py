"""A calendar day, the same everywhere."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from chalicelib.engine.fields.contract import EQUALITY, ORDER, TIME, CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.storage import slots

ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
PARTS = re.compile(r"(\d{1,4})[/.\-\s](\d{1,2})[/.\-\s](\d{1,4})", re.ASCII)
SPREADSHEET_EPOCH = date(1899, 12, 30)


def parse(field: Field, raw: Any, ctx: Context) -> str:
    """Return the day as ``2026-11-21``."""
    if not isinstance(raw, str) or not ISO.fullmatch(raw):
        raise Refusal("not_a_date", "Send a day such as 2026-11-21.")
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        raise Refusal("not_a_date", "That day does not exist.") from None
    if day.year < 1000:
        raise Refusal("not_a_date", "Send a year of four digits.")
    return raw


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the day; its bytes are already in order."""
    return (slots.date(stored),)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a day."""
    return {"type": "string", "format": "date"}


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> str:
    """Read a day as the file's country writes it, or as a spreadsheet counts it."""
    return read_day(text, day_first=style.day_first)


def read_day(text: str, *, day_first: bool) -> str:
    """Return the day that a person of the file's country would read.

    :raises Refusal: when it is none.
    """
    written = text.strip().split("T")[0].split(" ")[0] if ":" in text else text.strip()
    if ISO.fullmatch(written):
        return written
    if written.isascii() and written.isdigit():
        return _compact(written)
    parts = PARTS.fullmatch(written)
    if not parts:
        raise Refusal("not_a_date", "Write a day such as 21/11/2026.")
    first, second, third = parts.groups()
    if len(first) == 4:
        return _day(int(first), int(second), int(third))
    day, month = (first, second) if day_first else (second, first)
    return _day(_full_year(third), int(month), int(day))


def _compact(digits: str) -> str:
    if len(digits) == 8:
        return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(digits) == 5:
        return (SPREADSHEET_EPOCH + timedelta(days=int(digits))).isoformat()
    raise Refusal("not_a_date", "Write a day such as 21/11/2026.")


def _full_year(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (2000 if int(year) < 70 else 1900)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Refusal("not_a_date", "That day does not exist.") from None


DATE = FieldType(
    name="date",
    widget="date",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER, *TIME),
    csv_in=csv_in,
    examples=("2026-11-21",),
    properties=("default", "indexed"),
)
