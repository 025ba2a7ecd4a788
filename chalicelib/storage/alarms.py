"""How alarms stand, what the numbers that they watch were day by day, and when each alarm was raised.

The days belong to the number, not to the alarm: whoever watches it next finds its past.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put, Update

KEPT: Final = timedelta(days=400)
"""How long a day of a number is known."""


@dataclass(frozen=True, slots=True)
class State:
    """How an alarm stands, for the number and the rule of which ``asked`` is the mark; revision 0 is that of a new one.

    ``value`` was read ``at`` a stamp; ``told`` is what its verdict said. ``raised_at`` is the stamp of the raising that
    lasts, None while it is calm. ``closed`` is the last day that was looked at when it was over, ``start`` when
    somebody began to watch and what the number was then, ``recent`` the number on the last days.
    """

    asked: str = ""
    revision: int = 0
    at: str | None = None
    value: Decimal | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    raised_at: str | None = None
    closed: str | None = None
    start: tuple[str, Decimal] | None = None
    recent: Mapping[str, Decimal] = field(default_factory=dict)


def state(ctx: Context, alarm: str) -> State:
    """Return how an alarm stands, read consistently."""
    item = reads.get(names.INDEX, keys.alarm_state(ctx, alarm))
    return State() if item is None else _state(item)


def states(ctx: Context) -> dict[str, State]:
    """Return how every alarm of the firm stands, by id."""
    found = reads.query_all(names.INDEX, keys.alarm_states(ctx), consistent=True)
    return {item["sk"]: _state(item) for item in found}


def put_state(ctx: Context, alarm: str, after: State, *, previous: State) -> Put:
    """Plan to replace how an alarm stands; refused unless ``previous`` is what is stored."""
    item: dict[str, Any] = {"asked": after.asked, "revision": after.revision, "told": dict(after.told)}
    item |= {
        name: value for name in ("at", "value", "raised_at", "closed") if (value := getattr(after, name)) is not None
    }
    item |= {"start": list(after.start)} if after.start else {}
    item |= {"recent": dict(after.recent)} if after.recent else {}
    still = plan.equals("revision", previous.revision) if previous.revision else plan.absent()
    return Put(names.INDEX, keys.alarm_state(ctx, alarm), item, when=still)


def days(ctx: Context, metric: str, *, since: date) -> dict[date, Decimal]:
    """Return what a number was on each day from one on, as far as it was looked at."""
    found: dict[date, Decimal] = {}
    pk, start = keys.alarm_days(ctx, metric), None
    while True:
        items, start = reads.query(names.INDEX, pk, lower=since.isoformat(), start=start, consistent=True)
        found |= {date.fromisoformat(item["sk"]): Decimal(item["value"]) for item in items}
        if start is None:
            return found


def put_day(ctx: Context, metric: str, day: date, value: Decimal) -> Put:
    """Plan to note what a number is, or was when it closed, on a day."""
    expires = datetime.combine(day, time(), tzinfo=ctx.now.tzinfo) + KEPT
    return Put(
        names.INDEX, keys.alarm_day(ctx, metric, day.isoformat()), {"value": value, "expires": int(expires.timestamp())}
    )


def raise_(ctx: Context, alarm: str, at: str, item: Mapping[str, Any]) -> Put:
    """Plan to note that an alarm was raised at a stamp."""
    expires = int((ctx.now + KEPT).timestamp())
    return Put(names.INDEX, keys.alarm_raising(ctx, alarm, at), {**item, "expires": expires})


def calm(ctx: Context, alarm: str, at: str, *, ended_at: str) -> Update:
    """Plan to note until when a raising lasted."""
    return Update(names.INDEX, keys.alarm_raising(ctx, alarm, at), set={"ended_at": ended_at})


def raisings(
    ctx: Context, alarm: str, *, limit: int, start: str | None = None
) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of the times that an alarm was raised, the latest first, each with its stamp ``at``."""
    pk = keys.alarm_raisings(ctx, alarm)
    items, last = reads.page(names.INDEX, pk, descending=True, limit=limit, start=start, consistent=True)
    return [{"at": item["sk"], **reads.facts(item)} for item in items], last


def forget(ctx: Context, alarm: str) -> Iterator[Delete]:
    """Yield what removes how an alarm stands and when it was raised; the days of its number stay."""
    yield Delete(names.INDEX, keys.alarm_state(ctx, alarm))
    for item in reads.query_all(names.INDEX, keys.alarm_raisings(ctx, alarm)):
        yield Delete(names.INDEX, Key(item["pk"], item["sk"]))


def _state(item: Mapping[str, Any]) -> State:
    start = item.get("start")
    return State(
        asked=item["asked"],
        revision=int(item["revision"]),
        at=item.get("at"),
        value=None if item.get("value") is None else Decimal(item["value"]),
        told=item["told"],
        raised_at=item.get("raised_at"),
        closed=item.get("closed"),
        start=(start[0], Decimal(start[1])) if start else None,
        recent={day: Decimal(value) for day, value in (item.get("recent") or {}).items()},
    )
