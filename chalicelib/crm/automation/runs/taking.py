"""Taking a run on: step after step, until it waits, is over, or the worker's time is.

Before each step the record is read again, and the run ends where its author said that it ends, where its record is
gone, or where somebody stopped it. A step that is refused for good ends the run as failed, with the reason, from where
it can be taken up again; what fails for the moment comes again with its message, or with the run's timer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, spans, steps
from chalicelib.crm.automation.authoring.kind import content_of
from chalicelib.crm.automation.authoring.steps import Chain, Step
from chalicelib.crm.automation.runs import endings, live, runs
from chalicelib.crm.automation.runs.runs import Line, Run
from chalicelib.engine import actions, firms, ledger, overlays, reach
from chalicelib.engine.actions import Moment, Outcome
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content
from chalicelib.kernel import clock, metering
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound, Problem, TooManyRequests, Unavailable
from chalicelib.observability import logger, metric
from chalicelib.storage import records, writes
from chalicelib.storage.records import Row

ACTOR: Final = "automation"
SOURCE: Final = "automation"
RESERVE: Final = timedelta(seconds=8)
"""What a worker keeps of its time: one step with its retries."""

TRIES: Final = 5
EARLY: Final = timedelta(seconds=2)
DEFECTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)

TimeLeft = Callable[[], timedelta]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a step is taken with: the automation as the run began it, its object, and the record as it is now."""

    ctx: Context
    name: str
    content: Content
    chain: Chain
    object: Object
    row: Row

    @property
    def zone(self) -> str:
        """The zone of whoever the run is about."""
        return reach.zone(self.ctx, self.row) if self.object.features.reachable else self.ctx.time_zone


def take_on(ctx: Context, *, automation: str, run: str, time_left: TimeLeft) -> None:
    """Take a run as far as it goes now.

    :raises Unavailable: when the store is busy; the message comes again.
    """
    metering.bill(ledger.of_automation(automation))
    found = runs.find(ctx, automation, run)
    acting = firms.acting(ctx, name=ACTOR)
    try:
        while found is not None and found.is_alive:
            if time_left() < RESERVE:
                runs.ask(ctx, [found])
                return
            moved = _taken(acting, found)
            if moved is None:
                return
            found = moved
    except runs.Superseded:
        logger.info("another worker has the run", run=run)


def acting_for(ctx: Context, name: str, chain: tuple[str, ...]) -> Context:
    """Return the context in which an automation changes records: its changes say by which automations they came."""
    return ctx.because(name[:200], source=f"{SOURCE}:{'.'.join(chain)}")


def _taken(ctx: Context, run: Run) -> Run | None:
    """Take one step and return the run as it is then; None when there is nothing to do for now."""
    taken = False
    for attempt in range(TRIES):
        try:
            return _tried(ctx, run)
        except runs.Superseded:
            raise
        except (Unavailable, TooManyRequests):
            raise
        except writes.Refused as refused:
            taken = refused.item is not None and "record" in refused.item
            logger.info("a step met something that had changed", run=run.id, attempt=attempt)
        except Problem as problem:
            return _failed(ctx, run, problem)
        except DEFECTS as defect:
            # By its type only: the message of a defect may quote a value.
            logger.error("a step failed", run=run.id, error=type(defect).__name__, exc_info=True)
            return _failed(ctx, run, Problem("Something went wrong on our side."))
    if taken:
        return _failed(ctx, run, Conflict("Another record has this value already.", code="already_taken"))
    return _failed(ctx, run, Conflict("Others kept changing the same data.", code="changed_meanwhile"))


def _tried(ctx: Context, run: Run) -> Run | None:
    content = content_of(ctx, run.automation, run.version)
    chain = steps.chain(content["steps"])
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(run.plural))
    row = records.get(ctx, run.plural, run.record, body=bool(object.in_body), include_deleted=True)
    if live.is_halted(ctx, run.automation, entered_at=run.entered_at):
        return _over(ctx, run, runs.STOPPED, "halted")
    gone = _is_gone(content, row)
    if gone or row is None:
        return _over(ctx, run, runs.EXITED, gone or "deleted")
    stage = Stage(ctx, run.name, content, chain, object, row)
    if content["exit"] and conditions.holds(ctx, object, content["exit"], row):
        return _over(ctx, run, runs.EXITED, "exit")
    ended = endings.reason(ctx, object, row, content.get("ends_on", ()), since=run.entered_at)
    if ended is not None:
        return _over(ctx, run, runs.EXITED, ended)
    step = chain.steps[run.step or ""]
    return _TAKE[step.kind](stage, run, step)


def _is_gone(content: Content, row: Row | None) -> str | None:
    if row is None:
        return "deleted"
    if row.merged_into is not None:
        return "merged"
    return "deleted" if row.deleted_at is not None and content["trigger"]["kind"] != "deleted" else None


def _act(stage: Stage, run: Run, step: Step) -> Run:
    if step.id in run.skips:
        return _on(stage.ctx, run, step.next, line_of(step, Outcome(skipped="by_hand")))
    moment = moment_of(stage, run, step)
    acting = acting_for(stage.ctx, stage.name, (*run.cause.chain, run.automation))
    outcome = actions.of(step.said["action"]).perform(acting, moment, step.said["with"])
    if len(outcome.writes) > runs.MOST_EFFECTS:
        raise Conflict("This step would write too much at once.", code="too_many_writes")
    moved = _on(stage.ctx, run, step.next, line_of(step, outcome), effects=outcome.writes)
    if outcome.then is not None:
        outcome.then()
    return moved


def moment_of(stage: Stage, run: Run, step: Step, *, is_dry: bool = False) -> Moment:
    """Return the moment in which an action is performed."""
    cause = {"id": run.cause.id, "kind": run.cause.kind, "at": run.cause.at, **run.cause.data}
    return Moment(
        run.automation, stage.name, run.version, run.id, step.id, stage.object, stage.row, cause, is_dry=is_dry
    )


def line_of(step: Step, outcome: Outcome) -> Line:
    """Return what the log says of an action."""
    state = "skipped" if outcome.skipped else runs.DONE
    told = {**outcome.told, **({"reason": outcome.skipped} if outcome.skipped else {})}
    return Line(step.id, str(step.said["action"]), state, told, outcome.touched)


def until(stage: Stage, step: Step) -> datetime | None:
    """Return when the wait of a step ends that begins now; None when it ends at once."""
    said, ctx = step.said, stage.ctx
    if step.kind == steps.WAIT:
        return spans.after(ctx.now, said["for"], zone=stage.zone, at=said.get("at"))
    if "condition" in said:
        return spans.after(ctx.now, said["most"], zone=stage.zone)
    return spans.relative(stage.row, said["field"], zone=stage.zone, offset=said.get("offset"), at=said.get("at"))


def _wait(stage: Stage, run: Run, step: Step) -> Run | None:
    """Begin to wait, go on waiting, or go on."""
    ctx = stage.ctx
    if run.state == runs.WAITING and run.due is not None and "condition" not in step.said:
        due: datetime | None = clock.parse(run.due)
        if step.kind == steps.WAIT_UNTIL:
            due = until(stage, step)  # the day may have been moved meanwhile
    else:
        due = until(stage, step)
    if due is None or due <= ctx.now + EARLY:
        return _on(ctx, run, step.next, Line(step.id, step.kind, "passed"))
    return _rest(ctx, run, step, due, waits=step.kind == steps.WAIT_UNTIL)


def _wait_until(stage: Stage, run: Run, step: Step) -> Run | None:
    said, ctx = step.said, stage.ctx
    if "condition" not in said:
        return _wait(stage, run, step)
    if conditions.holds(ctx, stage.object, said["condition"], stage.row):
        return _on(ctx, run, step.next, Line(step.id, step.kind, "met"))
    due = clock.parse(run.due) if run.state == runs.WAITING and run.due else until(stage, step)
    assert due is not None, "a wait for a condition has an end"
    if due > ctx.now + EARLY:
        return _rest(ctx, run, step, due, waits=True)
    line = Line(step.id, step.kind, "timed_out")
    if said["otherwise"] == "stop":
        return runs.move(ctx, run, to=step.id, state=runs.EXITED, line=line, why="timed_out")
    return _on(ctx, run, step.next, line)


def _rest(ctx: Context, run: Run, step: Step, due: datetime, *, waits: bool) -> Run | None:
    """Wait until ``due``; a run that does so already stays as it is."""
    if run.state == runs.WAITING and run.due == clock.stamp(due):
        return None
    line = Line(step.id, step.kind, "waiting", {"until": clock.stamp(due)})
    runs.move(ctx, run, to=step.id, state=runs.WAITING, line=line, due=due, waits=waits)
    return None


def _branch(stage: Stage, run: Run, step: Step) -> Run:
    way = way_of(stage, step)
    return _on(stage.ctx, run, way.first, Line(step.id, step.kind, "taken", told_of_way(step, way)))


def told_of_way(step: Step, way: steps.Way) -> Mapping[str, Any]:
    """Return what is told of a way that is taken: its label, and which one it is, None for the last that always is."""
    number = None if way.condition is None else step.ways.index(way) + 1
    return {"branch": way.label or None, "way": number}


def way_of(stage: Stage, step: Step) -> steps.Way:
    """Return the first way out of a branch whose condition the record meets."""
    return next(
        way
        for way in step.ways
        if way.condition is None or conditions.holds(stage.ctx, stage.object, way.condition, stage.row)
    )


def _stop(stage: Stage, run: Run, step: Step) -> Run:
    return _over(stage.ctx, run, runs.FINISHED, "stop", kind=step.kind)


def _on(ctx: Context, run: Run, to: str | None, line: Line, *, effects: Any = ()) -> Run:
    """Go on to a step, or come to the end behind the last."""
    state = runs.RUNNING if to is not None else runs.FINISHED
    return runs.move(ctx, run, to=to, state=state, line=line, effects=effects)


def _over(ctx: Context, run: Run, state: str, why: str, *, kind: str = "run") -> Run:
    return runs.move(ctx, run, to=run.step, state=state, line=Line(run.step, kind, state, {"why": why}), why=why)


def _failed(ctx: Context, run: Run, problem: Problem) -> Run:
    """End a run with a reason on which somebody can act."""
    metric("AutomationStepFailed")
    told: Mapping[str, Any] = {
        "code": problem.code,
        "detail": problem.detail or "Something went wrong on our side.",
        "errors": [{"field": fault.field, "code": fault.code, "message": fault.message} for fault in problem.errors],
    }
    logger.info("a run failed", run=run.id, step=run.step, code=problem.code)
    line = Line(run.step, "run", runs.FAILED, told)
    return runs.move(ctx, run, to=run.step, state=runs.FAILED, line=line, why=problem.code, problem=told)


def stage_of(ctx: Context, automation: str, version: int, name: str, *, plural: str, record: str) -> Stage:
    """Return what a dry run is taken with.

    :raises NotFound: when there is no such record.
    """
    content = content_of(ctx, automation, version)
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(plural))
    row = records.get(ctx, plural, record, body=bool(object.in_body))
    if row is None:
        raise NotFound("There is no such record.")
    return Stage(ctx, name, content, steps.chain(content["steps"]), object, row)


_TAKE: Final[Mapping[str, Callable[[Stage, Run, Step], Run | None]]] = {
    steps.ACTION: _act,
    steps.WAIT: _wait,
    steps.WAIT_UNTIL: _wait_until,
    steps.BRANCH: _branch,
    steps.STOP: _stop,
}
