"""Entering an automation: once for each cause, at most once at a time, as often as its author allows.

What may come twice comes here twice: the run that a cause begins has an id of its own, which is taken or not. Two
guards stand in the way of what runs away. A record that an automation itself led here, straight or by way of others,
does not enter again; and an automation that takes in more in an hour than its author thought possible is switched off.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, spans, steps
from chalicelib.crm.automation.authoring.kind import AGAIN, content_of
from chalicelib.crm.automation.runs import runs, watched
from chalicelib.crm.automation.runs.live import Live, tripped
from chalicelib.crm.automation.runs.runs import Cause, Run
from chalicelib.engine import ledger, notices
from chalicelib.engine.catalogue import Object
from chalicelib.kernel import clock, metering
from chalicelib.kernel.context import Context
from chalicelib.observability import logger, metric
from chalicelib.storage import permits, plan
from chalicelib.storage import runs as rows
from chalicelib.storage import writes as store
from chalicelib.storage.records import Row

LONGEST_CHAIN: Final = 6
MOST_A_DAY: Final = 24
"""How often one record may enter one automation in a day."""

MATCHING: Final = "matching"
"""The cause of those who met the conditions when the automation was enabled."""


def enter(ctx: Context, automation: Live, object: Object, row: Row, cause: Cause) -> Run | None:
    """Begin a run for a record unless there is a reason not to, and return it, or the one that has begun before."""
    metering.bill(ledger.of_automation(automation.id))
    content = content_of(ctx, automation.id, automation.version)
    first = steps.chain(content["steps"]).first
    if first is None or _loops(automation, cause):
        return None
    run = Run(
        id=runs.id_of(automation.id, row.id, cause),
        automation=automation.id,
        name=automation.name,
        version=automation.version,
        plural=object.plural,
        record=row.id,
        state=runs.RUNNING,
        step=first,
        moves=0,
        entered_at=clock.stamp(ctx.now),
        cause=cause,
    )
    place = rows.place(ctx, row.id, automation.id)
    if place is not None and run.id in (place.get("run"), place.get("last")):
        return runs.find(ctx, automation.id, run.id)
    if not _may_enter(ctx, content, place) or not conditions.holds(ctx, object, content["conditions"], row):
        return None
    if cause.kind != MATCHING and _is_too_fast(ctx, automation):
        return None
    try:
        store.execute(
            ctx, [*runs.begun(ctx, run, first=first), _placed(ctx, run, place, ends=bool(content.get("ends_on")))]
        )
    except store.Refused as refused:
        logger.info("somebody else entered the record", automation=automation.id, taken=refused.index == 0)
        return runs.find(ctx, automation.id, run.id)
    watched.moved(ctx, automation.id)
    return run


def reason_not_to(ctx: Context, content: Mapping[str, Any], place: Mapping[str, Any] | None) -> str | None:
    """Return the code of what keeps a record from entering, None when nothing does."""
    if place is None:
        return None
    if "run" in place:
        return "is_inside"
    if content["reentry"] != AGAIN:
        return "was_inside"
    cooldown = content.get("cooldown")
    if cooldown and clock.parse(place["last_at"]) + spans.length(cooldown) > ctx.now:
        return "too_soon"
    if place.get("day") == _today(ctx) and int(place.get("today", 0)) >= MOST_A_DAY:
        return "too_often"
    return None


def _may_enter(ctx: Context, content: Mapping[str, Any], place: Mapping[str, Any] | None) -> bool:
    return reason_not_to(ctx, content, place) is None


def _loops(automation: Live, cause: Cause) -> bool:
    """Return whether the automation, or too many of them, led to this very cause."""
    if automation.id not in cause.chain and len(cause.chain) < LONGEST_CHAIN:
        return False
    logger.info("an automation led to itself", automation=automation.id, chain=len(cause.chain))
    metric("AutomationLoop")
    return True


def _placed(ctx: Context, run: Run, place: Mapping[str, Any] | None, *, ends: bool) -> plan.Put:
    """Return the write that says that the record is inside now, unless another run was faster.

    ``ends`` says that the run may end by what its record does, and is looked at whenever that is heard.
    """
    entered = int(place["entered"]) if place else 0
    today = _today(ctx)
    seen = int(place.get("today", 0)) if place and place.get("day") == today else 0
    item = {
        "run": run.id,
        "last": run.id,
        "last_at": clock.stamp(ctx.now),
        "entered": entered + 1,
        "day": today,
        "today": seen + 1,
        "plural": run.plural,
        **({"ends": True} if ends else {}),
    }
    still = plan.absent() if place is None else plan.equals("entered", entered) & plan.missing("run")
    return rows.put_place(ctx, run.record, run.automation, item, when=still)


def _today(ctx: Context) -> str:
    return clock.to_wall(ctx.now, ctx.time_zone).date().isoformat()


def _is_too_fast(ctx: Context, automation: Live) -> bool:
    """Count one more that enters; at one too many in this hour, switch the automation off and tell who enabled it."""
    hour = int(ctx.now.timestamp()) // int(timedelta(hours=1).total_seconds())
    if permits.grant_automation(ctx, automation.id, hour=hour) <= automation.most_an_hour:
        return False
    told = notices.tell(
        ctx,
        user=automation.by,
        kind="automation_tripped",
        data={"automation": automation.id, "title": automation.name, "most_an_hour": automation.most_an_hour},
        cause=f"{automation.id}-{hour}",
        at=clock.stamp(ctx.now.replace(minute=0, second=0, microsecond=0)),
    )
    try:
        store.execute(ctx, [*tripped(ctx, automation, why="too_fast"), told])
    except store.Refused:
        return True
    logger.warning("an automation went too fast", automation=automation.id)
    metric("AutomationTripped")
    return True
