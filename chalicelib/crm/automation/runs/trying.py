"""A dry run: what an automation would do with a record, step by step, with nothing written, sent or called.

It walks the chain that a run would walk, asks the same conditions and performs the same actions without storing what
they would write. At a wait it imagines that the time has come; the record is, at every step, as it is now.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from chalicelib.crm.automation.authoring import conditions, steps
from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.authoring.steps import Step
from chalicelib.crm.automation.runs import entering, runs, taking
from chalicelib.crm.automation.runs.runs import Cause, Run
from chalicelib.crm.automation.runs.taking import Stage
from chalicelib.engine import access, actions, definitions, firms, lookup, records
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem
from chalicelib.storage import runs as rows


def try_out(ctx: Context, *, id: str, record: str) -> dict[str, Any]:
    """Return whether a record would enter an automation now, and what each step would come to.

    :raises NotFound: when there is no such automation, or no such record for the caller.
    """
    access.require_managed(ctx, AUTOMATION.plural, "update")
    definition = definitions.get(ctx, AUTOMATION, id=id)
    object, _ = lookup.seen(ctx, definition.content["object"], record)
    acting = firms.acting(ctx, name=taking.ACTOR)
    stage = taking.stage_of(acting, id, definition.version, definition.name, plural=object.plural, record=record)
    content = stage.content
    keeps_out = entering.reason_not_to(acting, content, rows.place(acting, record, id))
    if keeps_out is None and not conditions.holds(acting, object, content["conditions"], stage.row):
        keeps_out = "conditions"
    now = clock.stamp(ctx.now)
    cause = Cause("trial", "trial", now)
    run = Run(
        id=runs.id_of(id, record, cause),
        automation=id,
        name=definition.name,
        version=definition.version,
        plural=object.plural,
        record=record,
        state=runs.RUNNING,
        step=stage.chain.first,
        moves=0,
        entered_at=now,
        cause=cause,
    )
    shown = records.present(ctx, object, stage.row).get(object.name_field)
    return {
        "enters": keeps_out is None,
        "keeps_out": keeps_out,
        "record_name": shown if isinstance(shown, str) else None,
        "steps": list(_walked(stage, run)),
    }


def _walked(stage: Stage, run: Run) -> Iterator[dict[str, Any]]:
    step = stage.chain.steps.get(run.step or "")
    while step is not None:
        exit = stage.content["exit"]
        if exit and conditions.holds(stage.ctx, stage.object, exit, stage.row):
            yield _told(stage, step, "exited", {"why": "exit"})
            return
        try:
            said, state, stage, after = _one(stage, run, step)
        except Problem as problem:
            faults = [{"field": one.field, "code": one.code, "message": one.message} for one in problem.errors]
            yield _told(stage, step, "failed", {"code": problem.code, "detail": problem.detail, "errors": faults})
            return
        yield _told(stage, step, state, said)
        step = stage.chain.steps[after] if after else None


def _one(stage: Stage, run: Run, step: Step) -> tuple[Mapping[str, Any], str, Stage, str | None]:
    """Return what a step would tell, what would become of it, the stage behind it, and the step that follows."""
    if step.kind == steps.ACTION:
        moment = taking.moment_of(stage, run, step, is_dry=True)
        acting = taking.acting_for(stage.ctx, stage.name, (run.automation,))
        line = taking.line_of(step, actions.of(step.said["action"]).perform(acting, moment, step.said["with"]))
        changes = [
            {"kind": one.kind, "plural": one.plural, "before": one.before, "after": one.after} for one in line.touched
        ]
        return {**line.told, **({"touched": changes} if changes else {})}, line.state, stage, step.next
    if step.kind == steps.BRANCH:
        way = taking.way_of(stage, step)
        return taking.told_of_way(step, way), "taken", stage, way.first
    if step.kind == steps.STOP:
        return {}, "finished", stage, None
    if "condition" in step.said and conditions.holds(stage.ctx, stage.object, step.said["condition"], stage.row):
        return {}, "met", stage, step.next
    due = taking.until(stage, step)
    told = {"until": clock.stamp(due)} if due else {}
    stops = step.said.get("otherwise") == "stop"
    later = replace(stage, ctx=replace(stage.ctx, now=max(due or stage.ctx.now, stage.ctx.now)))
    return told, "waiting" if due else "passed", later, None if stops else step.next


def _told(stage: Stage, step: Step, state: str, told: Mapping[str, Any]) -> dict[str, Any]:
    name = str(step.said["action"]) if step.kind == steps.ACTION else step.kind
    return {
        "step": step.id,
        "kind": name,
        "state": state,
        "at": clock.stamp(stage.ctx.now),
        "told": runs.plainly(told),
    }
