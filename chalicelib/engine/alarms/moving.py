"""From something that happened to the alarms whose number it may have moved, at most once a minute for each.

A container keeps for a minute which alarms a firm has. What happens sets a timer for the end of the minute in which it
does, under a name that every other happening of that minute shares; when it fires, the alarm is looked at once. An
alarm is looked at when it is made as well, a little later again - for whoever did not know of it yet - and when the
firm's day ends, by one timer that stands for all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from chalicelib import settings
from chalicelib.engine import definitions, firms, periods, timers
from chalicelib.engine.alarms import metrics
from chalicelib.engine.copies import Copies
from chalicelib.engine.definitions import Kind
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.timers import Timer
from chalicelib.gateways import queue
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import plan, writes
from chalicelib.storage.plan import Write

KIND, PLURAL = "alarm", "alarms"
NAME: Final = "alarm_keeper"
MOVED: Final = "alarm_moved"
DAY: Final = "alarms_day"
SETTLED: Final = timedelta(seconds=10)
"""How long what counts may need until it has counted what happened."""

A_MINUTE: Final = timedelta(minutes=1)
KNOWN_BY: Final = timedelta(minutes=2)
"""When every container knows of a new alarm."""

_MOST_KNOWN: Final = 1_000
_HEADS: Final = Kind(KIND, PLURAL)
_set: set[tuple[TenantId, str, str]] = set()

Watched = Mapping[tuple[str, str], Sequence[str]]


def _read(ctx: Context) -> Watched:
    found: dict[tuple[str, str], list[str]] = {}
    for head in definitions.all(replace(ctx, actor=Actor("system", NAME)), _HEADS):
        metric = head.content["metric"]
        found.setdefault((metric["source"], metric["of"]), []).append(head.id)
    return found


_watched: Copies[Watched] = Copies(_read)


def poke(ctx: Context, moved: Iterable[tuple[str, str]]) -> None:
    """Have those alarms looked at whose numbers - of something, by source - may have moved just now."""
    watched, named = _watched.load(ctx), {*moved}
    due = _end_of_minute(ctx.now + SETTLED)
    for (source, of), alarms in watched.items():
        if (source, of) in named or (source, metrics.ALL) in named:
            for alarm in alarms:
                _set_once(ctx, alarm, due)


def hear(ctx: Context, heard: Event | Occurrence) -> None:
    """Have those alarms looked at whose numbers a change or an occurrence may have moved."""
    if _watched.load(ctx):
        poke(ctx, metrics.moved(ctx, heard))


def _set_once(ctx: Context, alarm: str, due: datetime) -> None:
    known = (ctx.tenant, alarm, clock.stamp(due))
    if known in _set:
        return
    with suppress(writes.Refused):  # it stands already
        writes.execute(ctx, [replace(_moved(ctx, alarm, due), when=plan.absent())])
    if len(_set) >= _MOST_KNOWN:
        _set.clear()
    _set.add(known)


def begun(ctx: Context, alarm: str) -> list[Write]:
    """Return the writes by which an alarm that was made, or asks something else, is looked at from now on."""
    firm = firms.acting(ctx, name=NAME)
    later = _moved(ctx, alarm, _end_of_minute(ctx.now + KNOWN_BY))
    return [later, _day(firm, periods.today(firm))]


def wake(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask for a look at an alarm whose number may have moved."""
    ask(ctx, [timer.data["alarm"]])
    return ()


def end_day(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask for a look at every alarm, as a day of the firm is over, and wait for the end of the next."""
    firm = firms.acting(ctx, name=NAME)
    alarms = [head.id for head in definitions.all(firm, _HEADS)]
    if not alarms:
        return ()
    ask(ctx, alarms, closing=timer.data["day"])
    over = date.fromisoformat(timer.data["day"])
    return [_day(firm, max(periods.today(firm), over + timedelta(days=1)))]


def ask(ctx: Context, alarms: Sequence[str], *, closing: str | None = None) -> None:
    """Ask for a look at some alarms, of the day ``closing`` if that is over; asking twice is harmless."""
    more = {} if closing is None else {"closing": closing}
    bodies = ({"tenant": ctx.tenant, "alarm": alarm, **more} for alarm in alarms)
    queue.send(settings.current().alarm_queue_url, ctx.tenant, [queue.Message(body) for body in bodies])


def outdate(ctx: Context) -> None:
    """Forget which alarms the firm has, because that was changed in this container."""
    _watched.outdate(ctx)


def forget() -> None:
    """Forget everything, as a new container does."""
    _watched.clear()
    _set.clear()


def _moved(ctx: Context, alarm: str, due: datetime) -> plan.Put:
    return timers.row(ctx, id=f"alarm:{alarm}", kind=MOVED, due=due, data={"alarm": alarm})


def _day(firm: Context, day: date) -> plan.Put:
    """Return the timer that fires when a day of the firm is over."""
    over = clock.to_utc(datetime.combine(day + timedelta(days=1), time()), firm.time_zone)
    data: dict[str, Any] = {"day": day.isoformat()}
    return timers.row(firm, id=f"alarms:{day.isoformat()}", kind=DAY, due=over, data=data)


def _end_of_minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0) + A_MINUTE
