"""An instant, or what a user's clock showed.

A plain instant is UTC. A zoned one keeps the wall time and the zone that the user meant, because "at nine in Madrid"
must stay at nine when the rules of the zone change; its UTC instant is computed here and orders it.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from chalicelib.engine.fields.contract import EQUALITY, ORDER, TIME, CsvStyle, FieldType, Refusal, only_keys
from chalicelib.engine.fields.date import read_day
from chalicelib.engine.objects import Field
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([aApP]\.?\s?[mM]\.?)?")
WHOLE_SECONDS = len("2026-11-21T20:15:00Z")
WRONG = "Send an instant such as 2026-11-21T20:15:00Z."


def parse(field: Field, raw: Any, ctx: Context) -> Any:
    """Return the instant, with wall time and zone when the field keeps them."""
    if not field.zoned:
        moment = read(raw)
        if moment.tzinfo is None:
            raise Refusal("not_an_instant", WRONG)
        return spelled(moment)
    if isinstance(raw, str):
        raw = {"local": raw, "time_zone": ctx.time_zone}
    given = only_keys(raw, ("local", "time_zone", "utc"))
    zone = named_zone(given.get("time_zone") or ctx.time_zone)
    wall = read(given.get("local") or given.get("utc"))
    if wall.tzinfo is not None:
        wall = clock.to_wall(wall.astimezone(UTC), zone)
    return {
        "local": wall.isoformat(timespec="seconds"),
        "time_zone": zone,
        "utc": spelled(clock.to_utc(wall, zone)),
    }


def read(raw: Any) -> datetime:
    """Return a written moment, with its offset if it has one.

    :raises Refusal: when it is none.
    """
    if not isinstance(raw, str) or not INSTANT.fullmatch(raw):
        raise Refusal("not_an_instant", WRONG)
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        raise Refusal("not_an_instant", WRONG) from None
    if not 1000 < moment.year < 9999:
        raise Refusal("not_an_instant", "Send a year of four digits.")
    return moment.replace(microsecond=0)


def named_zone(name: Any) -> str:
    """Return the name of an IANA zone.

    :raises Refusal: when there is no such zone.
    """
    try:
        return clock.zone(str(name)[:64]).key
    except ValueError:
        raise Refusal("unknown_time_zone", "Send an IANA zone such as Europe/Madrid.", at="time_zone") from None


def spelled(moment: datetime) -> str:
    """Return an aware instant as ``2026-11-21T20:15:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with; a bare time is the reader's own."""
    if isinstance(raw, Mapping):
        return keys(field, parse(field, raw, ctx))[0]
    moment = read(raw if not isinstance(raw, str) or "T" in raw else f"{raw}T00:00:00")
    return clock.stamp(moment if moment.tzinfo else clock.to_utc(moment, ctx.time_zone))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the instant with its milliseconds, so that whole seconds stand among finer stamps."""
    instant = stored["utc"] if isinstance(stored, Mapping) else stored
    return (f"{instant[:-1]}.000Z" if len(instant) == WHOLE_SECONDS else instant,)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe an instant, or a wall time in a zone."""
    if not field.zoned:
        return {"type": "string", "format": "date-time"}
    return {
        "type": "object",
        "properties": {
            "local": {"type": "string", "description": "Wall time, such as 2026-11-21T09:00:00."},
            "time_zone": {"type": "string", "description": "IANA zone, such as Europe/Madrid."},
            "utc": {"type": "string", "format": "date-time", "readOnly": True},
        },
        "required": ["local", "time_zone"],
        "additionalProperties": False,
    }


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the instant in UTC."""
    return str(stored["utc"] if isinstance(stored, Mapping) else stored)


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> str:
    """Read a day with or without a time; a time without an offset is the reader's own."""
    written = text.strip()
    if INSTANT.fullmatch(written):
        moment = read(written)
    else:
        moment = datetime.fromisoformat(f"{read_day(written, day_first=style.day_first)}T{_time_of_day(written)}")
    return spelled(moment if moment.tzinfo else clock.to_utc(moment, ctx.time_zone))


def _time_of_day(written: str) -> str:
    found = TIME_OF_DAY.search(written)
    if not found:
        return "00:00:00"
    hour, minute, second, half = int(found[1]), int(found[2]), int(found[3] or 0), (found[4] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise Refusal("not_an_instant", "That time does not exist.")
    return f"{hour:02d}:{minute:02d}:{second:02d}"


DATE_TIME = FieldType(
    name="date_time",
    widget="date_time",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER, *TIME),
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=("2026-11-21T20:15:00Z",),
    properties=("zoned", "indexed"),
)
