"""An automation from the desk of whoever runs it: on and off, who would enter, how its runs stand, and taking them up.

What a run did shows what records hold, so its log is for those who may change automations, and for nobody else.
"""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.crm.automation.authoring import steps
from chalicelib.crm.automation.authoring.kind import AUTOMATION, content_of
from chalicelib.crm.automation.authoring.triggers import DATE, SCHEDULE
from chalicelib.crm.automation.runs import enabling, live, runs, timing, undoing
from chalicelib.crm.automation.runs.runs import Line, Run
from chalicelib.engine import access, cursors, definitions, firms, ledger, lookup, naming, overlays, working
from chalicelib.engine.definitions import Definition
from chalicelib.engine.jobs import WrongState
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.storage import runs as rows
from chalicelib.storage import writes

NEW, MATCHING = WHO = ("new", "matching")
LINES: Final = 200
MOST_AGAIN: Final = 100


class AlreadyEnabled(Conflict):
    """It is enabled, or somebody changed it meanwhile."""

    code = "automation_is_enabled"


def audience(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return how many records meet the conditions now and may enter: what enabling asks about.

    :raises NotFound: when there is no such automation.
    """
    definition = _managed(ctx, id)
    return enabling.matching(ctx, id, definition.version)


def enable(ctx: Context, *, id: str, who: str, expected_version: int | None = None) -> dict[str, Any]:
    """Enable an automation as it stands, for those who come, or for the ones who match now as well.

    :raises Conflict: when it is enabled already, has no steps, or was changed meanwhile.
    """
    definition = _managed(ctx, id)
    if expected_version is not None and definition.version != expected_version:
        raise Conflict("Somebody changed this meanwhile; look at it again.", code="changed_meanwhile")
    content = definition.content
    if not content["steps"]:
        raise Conflict("It has no steps yet.", code="no_steps")
    kind, since = content["trigger"]["kind"], clock.stamp(ctx.now)
    first = [
        *live.enabled(ctx, definition),
        *timing.clock_of(firms.acting(ctx, name="automation"), id, content["trigger"], since=since, after=ctx.now),
    ]
    lets_in, sets_days = who == MATCHING and kind != SCHEDULE, kind == DATE
    job = None
    try:
        if lets_in or sets_days:
            begun = ctx.new_id()
            data = enabling.begun(
                begun, automation=id, title=definition.name, lets_in=lets_in, sets_days=sets_days, at=since
            )
            job = working.begin(ctx, enabling.WORK, step="enter", data=data, beside=first, id=begun).id
        else:
            writes.execute(ctx, first)
    except writes.Refused:
        raise AlreadyEnabled("It is enabled already, or somebody changed it just now.") from None
    return {**live.states(ctx, [id])[id], "job": job}


def disable(ctx: Context, *, id: str, stop_runs: bool) -> dict[str, Any]:
    """Let nobody enter an automation any more; its runs go on, or each ends at its next step.

    :raises WrongState: when it is not enabled.
    """
    _managed(ctx, id)
    try:
        writes.execute(ctx, live.disabled(ctx, id, halted=stop_runs))
    except writes.Refused:
        raise WrongState("It is not enabled.", extra={"state": "disabled"}) from None
    return live.states(ctx, [id])[id]


def counts(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return how many entered an automation, how they came out, and how many stand at and have passed each step.

    :raises NotFound: when there is no such automation.
    """
    access.require_managed(ctx, AUTOMATION.plural, "read")
    definition = definitions.get(ctx, AUTOMATION, id=id)
    counted = rows.counts(ctx, id)
    chain = steps.chain(definition.content["steps"])
    told = {name: counted.get(name, 0) for name in ("entered", *runs.OVER)}
    inside = sum(number for name, number in counted.items() if name.startswith("in:"))
    standing = [
        {"step": step, "inside": counted.get(f"in:{step}", 0), "passed": counted.get(f"out:{step}", 0)}
        for step in chain.steps
    ]
    spent = ledger.shown(ledger.used(ctx, ledger.of_automation(id)))
    return {**told, "inside": inside, "steps": standing, "running_cost": spent}


def page(
    ctx: Context,
    *,
    id: str,
    state: str | None,
    limit: int,
    cursor: str | None,
    standing_at: str | None = None,
    passed: str | None = None,
    since: str | None = None,
) -> dict[str, Any]:
    """Return one page of an automation's runs, newest first, of one ``state`` if one is given.

    ``standing_at`` leaves those that are inside and stand at a step, ``passed`` those that have left one behind.
    ``since``, a day, leaves those that ended on it or later where they are asked for by how they ended, else those that
    entered then.

    :raises NotFound: when there is no such automation.
    """
    _managed(ctx, id)
    query = {"runs": id, "state": state, "at": standing_at, "passed": passed, "since": since}
    start = cursors.opened(ctx, query, cursor)
    if state == runs.FAILED:
        mentions, last = rows.failed(ctx, id, limit=limit, start=start)
        items = rows.several(ctx, mentions)
    else:
        items, last = rows.page(ctx, id, limit=limit, start=start)
    found = [run for run in map(runs.of_item, items) if state in (None, run.state)]
    if standing_at is not None:
        found = [run for run in found if run.is_alive and run.step == standing_at]
    if since is not None:
        found = [run for run in found if ((run.ended_at if state in runs.OVER else None) or run.entered_at) >= since]
    if passed is not None:
        found = [run for run in found if _has_passed(ctx, run, passed)]
    names = naming.names(ctx, [(run.plural, run.record) for run in found])
    shown = [{**told(run), "record_name": names.get((run.plural, run.record))} for run in found]
    return {"items": shown, "next_cursor": cursors.sealed(ctx, query, last)}


def _has_passed(ctx: Context, run: Run, step: str) -> bool:
    """Return whether a run has left a step behind: its log names it, and it does not stand there."""
    if run.step == step and run.state != runs.FINISHED:
        return False
    lines, _ = rows.steps(ctx, run.id, limit=LINES)
    return any(line["step"] == step for line in lines)


def run_of(ctx: Context, *, id: str, run: str) -> dict[str, Any]:
    """Return a run with its log: what each step was given and what it came to.

    :raises NotFound: when there is none.
    """
    found = _run(ctx, id, run)
    lines, _ = rows.steps(ctx, run, limit=LINES)
    name = naming.names(ctx, [(found.plural, found.record)]).get((found.plural, found.record))
    return {**told(found), "record_name": name, "log": [_line(ctx, found, line) for line in lines]}


def again(ctx: Context, *, id: str, run: str) -> dict[str, Any]:
    """Take up a run that failed, at the step where it did.

    :raises WrongState: when it has not failed, or its record is in the automation again.
    """
    found = _run(ctx, id, run)
    if found.state != runs.FAILED:
        raise WrongState("Only a run that failed is taken up.", extra={"state": found.state})
    try:
        taken = runs.again(ctx, found)
    except runs.Superseded:
        raise WrongState("It was taken up, or its record has entered again.", extra={"state": found.state}) from None
    runs.ask(ctx, [taken])
    return told(taken)


def all_again(ctx: Context, *, id: str) -> dict[str, Any]:
    """Take up the runs that failed, as many as one request may, and return how many and whether there are more.

    :raises NotFound: when there is no such automation.
    """
    _managed(ctx, id)
    mentions, more = rows.failed(ctx, id, limit=MOST_AGAIN)
    taken: list[Run] = []
    for item in rows.several(ctx, mentions):
        try:
            taken.append(runs.again(ctx, runs.of_item(item)))
        except runs.Superseded:
            continue
    runs.ask(ctx, taken)
    return {"taken_up": len(taken), "has_more": more is not None}


def stop(ctx: Context, *, id: str, run: str) -> dict[str, Any]:
    """End a run where it stands.

    :raises WrongState: when it is over.
    """
    found = _run(ctx, id, run)
    if not found.is_alive:
        raise WrongState("This run is over.", extra={"state": found.state})
    line = Line(found.step, "run", runs.STOPPED, {"by": ctx.actor.id})
    try:
        return told(runs.move(ctx, found, to=found.step, state=runs.STOPPED, line=line, why="by_hand"))
    except (runs.Superseded, writes.Refused):
        raise WrongState("It has just moved; look again.", extra={"state": found.state}) from None


def undo(ctx: Context, *, id: str, run: str) -> dict[str, Any]:
    """Take back what a run did to records, but for what somebody has changed since.

    :raises WrongState: while it is alive.
    """
    return undoing.undo(ctx, _run(ctx, id, run))


def of_record(ctx: Context, *, plural: str, id: str) -> dict[str, Any]:
    """Return which automations a record is or was in, by its latest runs.

    :raises NotFound: when there is no such record for the caller.
    """
    lookup.seen(ctx, plural, id)
    mentions, _ = rows.mentions(ctx, id, limit=20)
    found = map(runs.of_item, rows.several(ctx, mentions))
    return {"items": [_in_short(run) for run in found]}


def told(run: Run) -> dict[str, Any]:
    """Return what people are told of a run."""
    return {
        **_in_short(run),
        "plural": run.plural,
        "record": run.record,
        "step": run.step,
        "due": run.due,
        "why": run.why,
        "cause": {"kind": run.cause.kind, "at": run.cause.at, "data": dict(run.cause.data)},
        "problem": dict(run.problem) if run.problem else None,
        "undone_at": run.undone,
    }


def _in_short(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "automation": run.automation,
        "name": run.name,
        "version": run.version,
        "state": run.state,
        "entered_at": run.entered_at,
        "ended_at": run.ended_at,
    }


def _line(ctx: Context, run: Run, line: Mapping[str, Any]) -> dict[str, Any]:
    """Return one line of the log, with what its author gave the step."""
    step = steps.chain(content_of(ctx, run.automation, run.version)["steps"]).steps.get(line["step"] or "")
    given = {name: value for name, value in step.said.items() if name not in _SHAPE} if step else {}
    return {
        "at": line["at"],
        "step": line["step"],
        "kind": line["kind"],
        "state": line["state"],
        "given": given,
        "told": line["told"],
        "touched": [_seen(ctx, touched) for touched in line.get("touched", ())],
    }


def _seen(ctx: Context, touched: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step did to a record, its values as far as the caller reads such records."""
    object = overlays.load(ctx).plurals.get(touched["plural"])
    readable = access.readable(ctx, object) if object and access.sees_all(ctx, object) else frozenset[str]()
    sides = {
        side: {name: value for name, value in touched[side].items() if name in readable} for side in ("before", "after")
    }
    return {"kind": touched["kind"], "plural": touched["plural"], "id": touched["id"], **sides}


_SHAPE: Final = frozenset({"id", "kind", "branches", "otherwise"})


def _managed(ctx: Context, id: str) -> Definition:
    access.require_managed(ctx, AUTOMATION.plural, "update")
    return definitions.get(ctx, AUTOMATION, id=id)


def _run(ctx: Context, id: str, run: str) -> Run:
    """Return a run, also one of an automation that was taken away since.

    :raises NotFound: when there is none.
    """
    access.require_managed(ctx, AUTOMATION.plural, "update")
    found = runs.find(ctx, id, run)
    if found is None:
        raise NotFound("There is no such run.")
    return found
