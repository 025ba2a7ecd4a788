"""A time of day, the same in every zone: when a shop opens, not when something happened."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any

from chalicelib.engine.fields.contract import EQUALITY, ORDER, CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context

CLOCK = re.compile(r"(\d{2}):(\d{2})(?::(\d{2}))?", re.ASCII)
WRITTEN = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*h?\s*([ap])?\.?\s?(?:m\.?)?", re.ASCII | re.IGNORECASE)
WRONG = "Send a time of day such as 09:30."


def parse(field: Field, raw: Any, ctx: Context) -> str:
    """Return the time as ``09:30``, with its seconds where it has some."""
    match = CLOCK.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise Refusal("not_a_time", WRONG)
    return _spelled(*(int(part or 0) for part in match.groups()))


def _spelled(hour: int, minute: int, second: int) -> str:
    try:
        moment = time(hour, minute, second)
    except ValueError:
        raise Refusal("not_a_time", "That time does not exist.") from None
    return moment.isoformat("seconds" if second else "minutes")


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the time; its bytes are already in order."""
    return (stored,)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a time of day."""
    return {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"}


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> str:
    """Read a time as people write it: 9:30, 9.30 h, 9h30, 9 pm.

    :raises Refusal: when it is none.
    """
    match = WRITTEN.fullmatch(text.strip())
    if match is None:
        raise Refusal("not_a_time", "Write a time of day such as 9:30.")
    hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
    half = (match[4] or "").lower()
    if half and not 1 <= hour <= 12:
        raise Refusal("not_a_time", "That time does not exist.")
    return _spelled(hour % 12 + (12 if half == "p" else 0) if half else hour, minute, second)


TIME = FieldType(
    name="time",
    widget="time",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER),
    csv_in=csv_in,
    examples=("09:30",),
    properties=("default", "indexed"),
)
