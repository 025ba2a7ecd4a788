"""What is still open with a customer: records of which their object says that they are work to be done.

Those that are late come first, then by the day that they are due. A day is the first indexed one of the object: when a
task is due, when a deal is to close.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from chalicelib.engine import access, filters, rules
from chalicelib.engine.cards import around
from chalicelib.engine.cards.around import Side, moment, named
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row

MOST: Final = 8
TIMES: Final = ("date", "date_time")


@dataclass(frozen=True, slots=True)
class Matter:
    """One open matter: the day it is ``due``, whether that has passed, whether money hangs on it, and what is told."""

    due: date | None
    is_late: bool
    has_worth: bool
    told: dict[str, Any]


def of(ctx: Context, catalogue: Catalogue, sides: Sequence[Side]) -> list[Matter]:
    """Return what is open with a customer, the late first."""
    found = [each for side in sides if side.child.features.open_work for each in _open(ctx, catalogue, side)]
    return sorted(found, key=lambda each: (not each.is_late, each.due or date.max, str(each.told["id"])))


def told(matters: Sequence[Matter]) -> dict[str, Any]:
    """Return what a card says of it."""
    late = sum(each.is_late for each in matters)
    return {"count": len(matters), "late": late, "items": [each.told for each in matters[:MOST]]}


def _open(ctx: Context, catalogue: Catalogue, side: Side) -> Iterator[Matter]:
    asked = filters.read(around.house(ctx), side.child, side.child.features.open_work, alone=True)
    readable = access.readable(ctx, side.child)
    when = time_of(side.child, readable)
    worth = side.child.features.board_sum
    worth = worth if worth in readable else None
    for row in side.rows:
        if asked.holds(row):
            at = moment(row.values.get(when)) if when else None
            amount = row.values.get(worth) if worth else None
            yield _matter(ctx, catalogue, side, row, at=at, worth=worth if amount else None)


def _matter(ctx: Context, catalogue: Catalogue, side: Side, row: Row, *, at: str | None, worth: str | None) -> Matter:
    due = _day(ctx, at) if at else None
    is_late = at is not None and due is not None and _is_over(ctx, at, due)
    field = side.child.fields[worth] if worth else None
    amount = registry.of(field).present(field, row.values[field.name], ctx) if field else None
    flags = rules.flags(catalogue, side.child, {**row.values, "updated_at": row.updated_at}, ctx.now)
    raised = sorted(name for name, is_raised in flags.items() if is_raised)
    said = {**named(ctx, side, row), "kind": side.child.name, "due": at, "late": is_late, "amount": amount}
    return Matter(due, is_late, field is not None, {**said, "flags": raised})


def time_of(object: Object, readable: frozenset[str]) -> str | None:
    """Return the field that says when a record of an object is due: the first indexed day or instant."""
    times = (field.name for field in object.slotted if field and field.type in TIMES and not field.system)
    return next((name for name in times if name in readable), None)


def _day(ctx: Context, at: str) -> date:
    return date.fromisoformat(at) if len(at) == 10 else clock.to_wall(clock.parse(at), ctx.time_zone).date()


def _is_over(ctx: Context, at: str, due: date) -> bool:
    return due < clock.to_wall(ctx.now, ctx.time_zone).date() if len(at) == 10 else clock.parse(at) < ctx.now
