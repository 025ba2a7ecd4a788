"""A run as a plan for its record: what was done, what comes next and when, and what whoever works with it may change.

The days ahead are worked out as the run will: a wait counts from the step before it, so they move if a step is late.
What lies in a branch is not told before it is taken, because nobody knows which one it will be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, spans, steps
from chalicelib.crm.automation.authoring.kind import content_of
from chalicelib.crm.automation.authoring.steps import Step
from chalicelib.crm.automation.runs import endings, entering, live, runs, taking
from chalicelib.crm.automation.runs.runs import Cause, Line, Run
from chalicelib.engine import firms, lookup, reach
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import WrongState
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.storage import runs as rows
from chalicelib.storage import writes
from chalicelib.storage.records import Row

BY_HAND: Final = "by_hand"
MOST_RUNS: Final = 20
MOST_LINES: Final = 200
DONE, SKIPPED, FAILED, NEXT, AHEAD = STATES = ("done", "skipped", "failed", "next", "ahead")


class KeptOut(Conflict):
    """The record may not enter the plan; ``keeps_out`` in the answer says why."""

    code = "kept_out"


def of_record(ctx: Context, *, plural: str, id: str) -> dict[str, Any]:
    """Return the plans in which a record is now, and those that may be begun for it.

    :raises NotFound: when there is no such record for the caller.
    """
    object, row = lookup.seen(ctx, plural, id)
    mentions, _ = rows.mentions(ctx, id, limit=MOST_RUNS)
    found = [run for run in map(runs.of_item, rows.several(ctx, mentions)) if run.is_alive]
    inside = {run.automation for run in found}
    offered = [
        {"automation": one.id, "name": one.name}
        for one in live.all(ctx)
        if one.object == plural and one.id not in inside
    ]
    return {
        "items": [_told(ctx, object, row, run) for run in found],
        "offered": sorted(offered, key=lambda one: one["name"].casefold()),
    }


def begin(ctx: Context, *, plural: str, id: str, automation: str) -> dict[str, Any]:
    """Let a record enter an enabled automation by hand, and return the plan.

    :raises NotFound: when there is no such record for the caller, or no such automation that is enabled for it.
    :raises KeptOut: when it is inside already, was and may not enter again, or does not meet the conditions.
    """
    object, row = lookup.seen(ctx, plural, id, action="update", with_body=True)
    enabled = live.get(ctx, automation)
    if enabled is None or enabled.object != plural:
        raise NotFound("There is no such automation for this record.")
    acting = firms.acting(ctx, name=taking.ACTOR)
    content = content_of(acting, automation, enabled.version)
    keeps_out = entering.reason_not_to(acting, content, rows.place(acting, id, automation))
    if keeps_out is None and not conditions.holds(acting, object, content["conditions"], row):
        keeps_out = "conditions"
    if keeps_out is not None:
        raise KeptOut("This record does not enter.", extra={"keeps_out": keeps_out})
    cause = Cause(ctx.new_id(), BY_HAND, clock.stamp(ctx.now), {"by": ctx.actor.id})
    run = entering.enter(acting, enabled, object, row, cause)
    if run is None:
        raise KeptOut("This record does not enter.", extra={"keeps_out": "is_inside"})
    runs.ask(ctx, [run])
    return _told(ctx, object, row, run)


def skip(ctx: Context, *, plural: str, id: str, run: str, step: str, is_skipped: bool) -> dict[str, Any]:
    """Leave out a step that is still ahead, or take it in again, and return the plan.

    :raises NotFound: when there is no such run of the record, or no such step ahead of it.
    :raises WrongState: when the run is over or has just moved.
    """
    object, row, found = _changing(ctx, plural, id, run)
    ahead = [one["step"] for one in _told(ctx, object, row, found)["steps"] if one["state"] in (NEXT, AHEAD, SKIPPED)]
    passed = {line["step"] for line in _lines(ctx, found)} - {found.step}
    if step not in ahead or step in passed:
        raise NotFound("There is no such step ahead.")
    left_out = tuple(one for one in found.skips if one != step)
    try:
        changed = runs.leave_out(ctx, found, (*left_out, step) if is_skipped else left_out)
    except runs.Superseded:
        raise WrongState("It has just moved; look again.", extra={"state": found.state}) from None
    return _told(ctx, object, row, changed)


def stop(ctx: Context, *, plural: str, id: str, run: str) -> None:
    """End a plan for its record.

    :raises NotFound: when there is no such run of the record.
    :raises WrongState: when it is over or has just moved.
    """
    _, _, found = _changing(ctx, plural, id, run)
    line = Line(found.step, "run", runs.STOPPED, {"by": ctx.actor.id})
    try:
        runs.move(ctx, found, to=found.step, state=runs.STOPPED, line=line, why=BY_HAND)
    except (runs.Superseded, writes.Refused):
        raise WrongState("It has just moved; look again.", extra={"state": found.state}) from None


def _changing(ctx: Context, plural: str, id: str, run: str) -> tuple[Object, Row, Run]:
    object, row = lookup.seen(ctx, plural, id, action="update", with_body=True)
    mentions, _ = rows.mentions(ctx, id, limit=MOST_RUNS)
    mention = next((one for one in mentions if one.run == run), None)
    found = runs.find(ctx, mention.automation, run) if mention else None
    if found is None:
        raise NotFound("There is no such plan.")
    if not found.is_alive:
        raise WrongState("This plan is over.", extra={"state": found.state})
    return object, row, found


def _told(ctx: Context, object: Object, row: Row, run: Run) -> dict[str, Any]:
    content = content_of(ctx, run.automation, run.version)
    ended = endings.reason(ctx, object, row, content.get("ends_on", ()), since=run.entered_at)
    acting = firms.acting(ctx, name=taking.ACTOR)
    zone = reach.zone(acting, row) if object.features.reachable else acting.time_zone
    chain = steps.chain(content["steps"])
    past = list(_past(chain.steps, _lines(ctx, run)))
    ahead = [] if ended else list(_ahead(acting, run, row, chain, zone))
    first = next((number for number, one in enumerate(ahead) if one["state"] == AHEAD), None)
    if first is not None:
        ahead[first] = {**ahead[first], "state": NEXT}
    return {
        "run": run.id,
        "automation": run.automation,
        "name": run.name,
        "state": run.state,
        "entered_at": run.entered_at,
        "ends_on": list(content.get("ends_on", ())),
        "ended": ended,
        "steps": [*past, *ahead],
    }


def _lines(ctx: Context, run: Run) -> list[dict[str, Any]]:
    return rows.steps(ctx, run.id, limit=MOST_LINES)[0]


def _past(known: Mapping[str, Step], lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the actions that are behind a run, in the order in which they were taken."""
    for line in lines:
        step = known.get(line["step"] or "")
        if step is not None and step.kind == steps.ACTION and line["state"] in (DONE, SKIPPED):
            reason = line["told"].get("reason")
            yield {**_named(step), "state": line["state"], "at": line["at"], "reason": reason}


def _ahead(ctx: Context, run: Run, row: Row, chain: steps.Chain, zone: str) -> Iterator[dict[str, Any]]:
    """Yield the actions that lie ahead of a run, each with the instant at which it is due as far as one can tell."""
    step = chain.steps.get(run.step or "")
    at: datetime | None = clock.parse(run.due) if run.due else ctx.now
    is_current = True
    while step is not None:
        if step.kind == steps.ACTION:
            state = SKIPPED if step.id in run.skips else AHEAD
            reason = BY_HAND if state == SKIPPED else None
            yield {**_named(step), "state": state, "at": clock.stamp(at) if at else None, "reason": reason}
        elif step.kind == steps.BRANCH:
            yield {**_named(step), "state": AHEAD, "at": clock.stamp(at) if at else None, "reason": None}
        elif step.kind == steps.STOP:
            return
        elif not (is_current and run.due) and at is not None:
            at = _until(replace(ctx, now=at), row, step, zone)
        is_current = False
        step = chain.steps.get(step.next or "")


def _until(ctx: Context, row: Row, step: Step, zone: str) -> datetime | None:
    """Return when a wait that begins now ends; None where only what happens can tell."""
    said = step.said
    if step.kind == steps.WAIT:
        return spans.after(ctx.now, said["for"], zone=zone, at=said.get("at"))
    if "condition" in said:
        return None
    due = spans.relative(row, said["field"], zone=zone, offset=said.get("offset"), at=said.get("at"))
    return max(due, ctx.now) if due else ctx.now


def _named(step: Step) -> dict[str, Any]:
    return {
        "step": step.id,
        "kind": str(step.said["action"]) if step.kind == steps.ACTION else step.kind,
        "label": step.said.get("label"),
        "given": dict(step.said.get("with", {})),
    }
