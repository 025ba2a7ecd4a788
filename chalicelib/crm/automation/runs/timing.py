"""Days that come: of a date field of each record, and of a clock.

A record whose automation waits for one of its days has a timer, set when the day is written. A day that is moved sets
another; the old timer fires, finds that the day it was set for is no more, and does nothing. So no order of events, and
no lost one but the last, can make a record enter on the wrong day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from chalicelib import settings
from chalicelib.crm.automation.authoring import spans
from chalicelib.crm.automation.authoring.triggers import DATE, SCHEDULE, Trigger
from chalicelib.crm.automation.runs import entering, live
from chalicelib.crm.automation.runs.live import Live
from chalicelib.crm.automation.runs.runs import Cause, Run
from chalicelib.engine import overlays, reach, timers
from chalicelib.engine.catalogue import Object
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.timers import Timer
from chalicelib.gateways import queue
from chalicelib.kernel import clock, ids
from chalicelib.kernel.context import Context
from chalicelib.storage import records, writes
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

DAY: Final = "automation_day"
CLOCK: Final = "automation_clock"
A_MOMENT: Final = timedelta(milliseconds=1)


def follow(ctx: Context, object: Object, row: Row, heard: Event | Occurrence, listening: Sequence[Live]) -> None:
    """Set the timers of a record that is new, or whose day, or whose zone, has changed."""
    if not isinstance(heard, Event) or row.deleted_at is not None:
        return
    changed = {*heard.changed, *(("created_at",) if heard.name.endswith("Created") else ())}
    wanted: list[Write] = []
    for automation in listening:
        if automation.trigger["kind"] == DATE and changed & {automation.trigger["field"], reach.ZONE_FIELD.name}:
            wanted += timer_of(ctx, object, row, automation)
    writes.execute(ctx, wanted)


def timer_of(ctx: Context, object: Object, row: Row, automation: Live) -> list[Write]:
    """Return the write of the timer for a record's next day, none when it has none ahead."""
    due = due_of(ctx, object, row, automation.trigger, after=ctx.now)
    if due is None or due <= ctx.now:
        return []
    data = {"automation": automation.id, "plural": row.object, "record": row.id}
    return [timers.row(ctx, id=f"day:{automation.id}:{row.id}", kind=DAY, due=due, data=data)]


def due_of(ctx: Context, object: Object, row: Row, trigger: Trigger, *, after: datetime) -> datetime | None:
    """Return the instant for which a record's timer is set: of a day that comes every year the first after another."""
    zone = reach.zone(ctx, row) if object.features.reachable else ctx.time_zone
    said: dict[str, Any] = {"zone": zone, "offset": trigger.get("offset"), "at": trigger.get("at")}
    if trigger.get("yearly"):
        return spans.next_yearly(row, trigger["field"], now=after, **said)
    return spans.relative(row, trigger["field"], **said)


def fall_due(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask a worker to see to a record whose day has come: what its timer causes."""
    _ask(ctx, {**timer.data, "due": clock.stamp(timer.due)})
    return ()


def see_to(ctx: Context, *, automation: str, plural: str, record: str, due: str) -> Run | None:
    """Begin the run of a record whose day has come, if it still is, and return it; a yearly day is set anew."""
    enabled = live.get(ctx, automation)
    if enabled is None or enabled.trigger["kind"] != DATE:
        return None
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(plural))
    row = records.get(ctx, plural, record, body=bool(object.in_body))
    if row is None:
        return None
    instant = clock.parse(due)
    if due_of(ctx, object, row, enabled.trigger, after=instant - A_MOMENT) != instant:
        return None
    if enabled.trigger.get("yearly"):
        writes.execute(ctx, timer_of(ctx, object, row, enabled))
    return entering.enter(ctx, enabled, object, row, Cause(f"{record}-{due}", DATE, due))


def strike(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask a worker to let in whom an automation's clock lets in, and set the clock for its next time."""
    enabled = live.get(ctx, timer.data["automation"])
    if enabled is None or enabled.since != timer.data["since"]:
        return ()
    _ask(ctx, {"clock": enabled.id, "due": clock.stamp(timer.due)})
    return clock_of(ctx, enabled.id, enabled.trigger, since=enabled.since, after=timer.due)


def clock_of(ctx: Context, automation: str, trigger: Trigger, *, since: str, after: datetime) -> list[Write]:
    """Return the write of the timer for the next time of an automation's clock, none when it has no clock."""
    if trigger["kind"] != SCHEDULE:
        return []
    data = {"automation": automation, "since": since}
    due = next_time(trigger, after=after, zone=ctx.time_zone)
    return [timers.row(ctx, id=f"clock:{automation}", kind=CLOCK, due=due, data=data)]


def next_time(trigger: Trigger, *, after: datetime, zone: str) -> datetime:
    """Return the first time of a clock after an instant."""
    day = clock.to_wall(after, zone).date()
    while True:
        is_day = {
            "day": True,
            "week": day.isoweekday() == trigger["on"],
            "month": day.day == trigger["on"],
        }[trigger["every"]]
        if is_day and spans.on_day(day, trigger["at"], zone) > after:
            return spans.on_day(day, trigger["at"], zone)
        day += timedelta(days=1)


def job_of(automation: str, due: str) -> str:
    """Return the id of the job that lets in whom a clock lets in at one of its times: always the same."""
    digest = sha256(f"{automation}\n{due}".encode()).digest()
    return ids.Ids(random_bytes=lambda length: digest[:length]).ulid(clock.parse(due))


def _ask(ctx: Context, body: dict[str, Any]) -> None:
    queue.send(settings.current().automation_queue_url, ctx.tenant, [queue.Message({"tenant": ctx.tenant, **body})])
