"""A run: one record on its way through one version of an automation, and how it moves.

A move is one transaction: the run goes from where it was read to where it is next, and with it come the effects of the
step, a line of its log, the counts, and its timer. Whoever moves it from where it no longer stands is refused and has
caused nothing, so messages and events may come as often as they like. A run that is alive always has one timer, be it
waiting for a day or only for the message that takes it on; so a message that is lost delays it and does not lose it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from chalicelib import settings
from chalicelib.crm.automation.runs import watched
from chalicelib.engine import ledger, timers
from chalicelib.engine.actions import Touched
from chalicelib.engine.failures import failing
from chalicelib.engine.timers import Timer
from chalicelib.gateways import queue
from chalicelib.kernel import clock, ids, metering
from chalicelib.kernel.context import Context
from chalicelib.storage import plan
from chalicelib.storage import runs as rows
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Write

RUNNING, WAITING = ALIVE = ("running", "waiting")
FINISHED, EXITED, STOPPED, FAILED = OVER = ("finished", "exited", "stopped", "failed")

DONE: Final = "done"
"""What the log says of an action that was done."""

TIMER: Final = "automation_run"
LOOK_AFTER: Final = timedelta(minutes=10)
OWN_WRITES: Final = 10
MOST_EFFECTS: Final = store.MOST_WRITES - OWN_WRITES


_MOVING: Final = ("state", "step", "due", "timer", "ended_at", "why", "problem")


class Superseded(Exception):
    """Another worker moved the run; whatever was to be done is done, or is that worker's."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What a run began with. ``chain`` are the automations by which it came about, the first one first."""

    id: str
    kind: str
    at: str
    data: Mapping[str, Any] = field(default_factory=dict)
    chain: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One run. ``moves`` counts them; ``due`` is when a wait ends, ``timer`` when its timer fires, as stamps.

    One that ``waits`` does so for a condition, and looks again whenever something happens to its record. It passes by
    the steps that it ``skips``, because somebody said so for this record.
    """

    id: str
    automation: str
    name: str
    version: int
    plural: str
    record: str
    state: str
    step: str | None
    moves: int
    entered_at: str
    cause: Cause
    due: str | None = None
    timer: str | None = None
    ended_at: str | None = None
    why: str | None = None
    problem: Mapping[str, Any] | None = None
    undone: str | None = None
    waits: bool = False
    skips: Sequence[str] = ()

    @property
    def is_alive(self) -> bool:
        """Return whether there is anything left to do."""
        return self.state in ALIVE


@dataclass(frozen=True, slots=True)
class Line:
    """What a run's log says of a move."""

    step: str | None
    kind: str
    state: str
    told: Mapping[str, Any] = field(default_factory=dict)
    touched: Sequence[Touched] = ()


def id_of(automation: str, record: str, cause: Cause) -> str:
    """Return the id of the run that a cause begins: always the same, and in order of time."""
    digest = sha256(f"{automation}\n{record}\n{cause.id}".encode()).digest()
    return ids.Ids(random_bytes=lambda length: digest[:length]).ulid(clock.parse(cause.at))


def find(ctx: Context, automation: str, id: str) -> Run | None:
    """Return a run, or None."""
    item = rows.get(ctx, automation, id)
    return None if item is None else of_item(item)


def begun(ctx: Context, run: Run, *, first: str) -> list[Write]:
    """Return the writes that begin a run; refused when it has begun before."""
    due = ctx.now + LOOK_AFTER
    timer = clock.stamp(due)
    item = {
        "title": run.name,
        "version": run.version,
        "plural": run.plural,
        "record": run.record,
        "state": RUNNING,
        "step": first,
        "moves": 0,
        "entered_at": run.entered_at,
        "timer": timer,
        "cause": {
            "id": run.cause.id,
            "kind": run.cause.kind,
            "at": run.cause.at,
            "data": plainly(run.cause.data),
            "chain": list(run.cause.chain),
        },
    }
    return [
        rows.put(ctx, run.automation, run.id, item),
        rows.mention(ctx, run.record, run.automation, run.id),
        rows.count(ctx, run.automation, run.id, {"entered": 1, f"in:{first}": 1}),
        rows.count_day(ctx, run.automation, run.id, day_of(run.entered_at), {"entered": 1}),
        _timer(ctx, run, due),
    ]


def move(
    ctx: Context,
    run: Run,
    *,
    to: str | None,
    state: str,
    line: Line,
    effects: Sequence[Write] = (),
    due: datetime | None = None,
    waits: bool = False,
    why: str | None = None,
    problem: Mapping[str, Any] | None = None,
) -> Run:
    """Take a run to a step and a state together with the effects of what it did, and return it as it is then.

    :raises Superseded: when another worker moved it meanwhile.
    :raises Refused: when an effect met something that had changed; nothing is written.
    """
    is_over = state in OVER
    timer = None if is_over else _next_timer(ctx, run, due)
    after = replace(
        run,
        state=state,
        step=to,
        moves=run.moves + 1,
        due=clock.stamp(due) if due else None,
        timer=clock.stamp(timer) if timer else None,
        ended_at=clock.stamp(ctx.now) if is_over else None,
        why=why,
        problem=problem,
        waits=waits,
    )
    own: list[Write] = [
        _moved(ctx, run, after),
        rows.put_step(ctx, run.id, run.moves, _spelled(ctx, line)),
        *_counted(ctx, run, after),
        *_counted_that_day(ctx, after, line),
        *_timed(ctx, run, after, timer),
        *_settled(ctx, run, after),
    ]
    try:
        store.execute(ctx, [*own, *effects])
    except store.Refused as refused:
        if refused.index == 0:
            raise Superseded from None
        raise
    if is_over:
        watched.moved(ctx, run.automation)
    return after


def ask(ctx: Context, runs: Sequence[Run], *, delay: timedelta = timedelta()) -> None:
    """Ask a worker to take runs on; asking twice is harmless."""
    url = settings.current().automation_queue_url
    bodies = ({"tenant": ctx.tenant, "automation": run.automation, "run": run.id} for run in runs)
    queue.send(url, ctx.tenant, [queue.Message(body, delay) for body in bodies])


def wake(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask for a run whose time has come, and look after it again: what a run's timer causes."""
    metering.bill(ledger.of_automation(timer.data["automation"]))
    run = find(ctx, timer.data["automation"], timer.data["run"])
    if run is None or not run.is_alive or run.timer != clock.stamp(timer.due):
        return ()
    ask(ctx, [run])
    again = ctx.now + LOOK_AFTER
    same = plan.equals("moves", run.moves)
    return [
        rows.update(ctx, run.automation, run.id, set={"timer": clock.stamp(again)}, when=same),
        _timer(ctx, run, again),
    ]


def again(ctx: Context, run: Run) -> Run:
    """Take up a run that failed at the step where it did, and return it.

    :raises Superseded: when somebody else did.
    """
    due = ctx.now + LOOK_AFTER
    after = replace(
        run, state=RUNNING, moves=run.moves + 1, timer=clock.stamp(due), ended_at=None, problem=None, why=None
    )
    changes = {"state": RUNNING, "moves": after.moves, "timer": after.timer}
    same = plan.equals("moves", run.moves) & plan.equals("state", FAILED)
    gone = ("ended_at", "problem", "why")
    inside = {"run": run.id}
    writes: list[Write] = [
        rows.update(ctx, run.automation, run.id, set=changes, remove=gone, when=same),
        rows.put_step(ctx, run.id, run.moves, _spelled(ctx, Line(run.step, "run", "taken_up"))),
        rows.count(ctx, run.automation, run.id, {"failed": -1, f"in:{run.step}": 1}),
        *([rows.count_day(ctx, run.automation, run.id, day_of(run.ended_at), {"failed": -1})] if run.ended_at else ()),
        rows.unlist_failed(ctx, run.automation, run.id),
        failing.struck(ctx, failing.AUTOMATION, _source(run), at=run.ended_at or ""),
        rows.change_place(ctx, run.record, run.automation, set=inside, when=plan.present() & plan.missing("run")),
        _timer(ctx, run, due),
    ]
    try:
        store.execute(ctx, writes)
    except store.Refused:
        raise Superseded from None
    return after


def leave_out(ctx: Context, run: Run, skips: Sequence[str]) -> Run:
    """Let a run pass by just these steps, and return it.

    :raises Superseded: when another worker moved it meanwhile.
    """
    same = plan.equals("moves", run.moves) & plan.one_of("state", ALIVE)
    try:
        store.execute(ctx, [rows.update(ctx, run.automation, run.id, set={"skips": list(skips)}, when=same)])
    except store.Refused:
        raise Superseded from None
    return replace(run, skips=tuple(skips))


def plainly(value: Any) -> Any:
    """Return JSON as the store takes it: no float, nothing that is not JSON."""
    return json.loads(json.dumps(value, ensure_ascii=False, default=_plain), parse_float=Decimal)


def of_item(item: Mapping[str, Any]) -> Run:
    """Return the run that a stored item is."""
    cause = item["cause"]
    return Run(
        id=item["id"],
        automation=item["automation"],
        name=item["title"],
        version=int(item["version"]),
        plural=item["plural"],
        record=item["record"],
        state=item["state"],
        step=item.get("step"),
        moves=int(item["moves"]),
        entered_at=item["entered_at"],
        cause=Cause(cause["id"], cause["kind"], cause["at"], cause["data"], tuple(cause["chain"])),
        undone=item.get("undone"),
        waits=item.get("waits", False),
        skips=tuple(item.get("skips", ())),
        **{name: item.get(name) for name in ("due", "timer", "ended_at", "why", "problem")},
    )


def _moved(ctx: Context, before: Run, after: Run) -> Write:
    held = {name: getattr(after, name) for name in _MOVING} | {"waits": after.waits or None}
    there = {name: plainly(value) for name, value in held.items() if value is not None}
    gone = [name for name, value in held.items() if value is None]
    same = plan.equals("moves", before.moves) & plan.one_of("state", ALIVE)
    changes = {**there, "moves": after.moves}
    return rows.update(ctx, before.automation, before.id, set=changes, remove=gone, when=same)


def _counted(ctx: Context, before: Run, after: Run) -> list[Write]:
    changes: dict[str, int] = {}
    if after.is_alive and after.step == before.step:
        return []
    changes[f"in:{before.step}"] = -1
    if after.state not in (FAILED, STOPPED, EXITED):
        changes[f"out:{before.step}"] = 1
    if after.is_alive:
        changes[f"in:{after.step}"] = 1
    else:
        changes[after.state] = 1
    return [rows.count(ctx, before.automation, before.id, changes)]


def _counted_that_day(ctx: Context, after: Run, line: Line) -> list[Write]:
    """Return what counts an action that was done, and how a run ended, on its day."""
    changes = {f"did:{line.kind}": 1} if line.state == DONE else {}
    if not after.is_alive:
        changes[after.state] = 1
    return [rows.count_day(ctx, after.automation, after.id, day_of(clock.stamp(ctx.now)), changes)] if changes else []


def day_of(stamp: str) -> str:
    """Return the day on which something is counted: by UTC, so that it is one day whoever looks."""
    return stamp[:10]


def _next_timer(ctx: Context, run: Run, due: datetime | None) -> datetime:
    """Return when a run that goes on must be looked at; a timer that is far enough ahead stays."""
    if due is not None:
        return due
    standing = clock.parse(run.timer) if run.timer else ctx.now
    near, far = ctx.now + LOOK_AFTER / 5, ctx.now + LOOK_AFTER
    return standing if run.due is None and near < standing <= far else far


def _timed(ctx: Context, before: Run, after: Run, timer: datetime | None) -> list[Write]:
    if before.timer == after.timer:
        return []
    old = timers.clear(ctx, id=timer_id(before), due=clock.parse(before.timer)) if before.timer else ()
    return [*old, *([_timer(ctx, after, timer)] if timer else ())]


def _timer(ctx: Context, run: Run, due: datetime) -> Write:
    return timers.row(ctx, id=timer_id(run), kind=TIMER, due=due, data={"automation": run.automation, "run": run.id})


def timer_id(run: Run) -> str:
    """Return under which id a run's timer stands."""
    return f"run:{run.id}"


def _settled(ctx: Context, before: Run, after: Run) -> list[Write]:
    """Return what else changes when a run waits for a condition, or is over."""
    mine = plan.equals("run", before.id)
    if after.is_alive and before.waits == after.waits:
        return []
    if after.is_alive:
        waits = {"set": {"waits": True}} if after.waits else {"remove": ("waits",)}
        return [rows.change_place(ctx, before.record, before.automation, when=mine, **waits)]
    left = {"left_at": after.ended_at}
    gone = rows.change_place(ctx, before.record, before.automation, set=left, remove=("run", "waits"), when=mine)
    return [gone, *(_failed(ctx, after) if after.state == FAILED else ())]


def _failed(ctx: Context, run: Run) -> list[Write]:
    """Return the writes that list a run among what failed, of its automation and of the firm."""
    failed = failing.Failure(
        kind=failing.AUTOMATION,
        source=_source(run),
        at=run.ended_at or clock.stamp(ctx.now),
        code=str((run.problem or {}).get("code") or FAILED),
        what=run.step or "",
        title=run.name,
        about={"plural": run.plural, "id": run.record},
        of={"automation": run.automation, "run": run.id},
    )
    return [rows.list_failed(ctx, run.automation, run.id), *failing.listed(ctx, failed)]


def _source(run: Run) -> dict[str, str]:
    return {"automation": run.automation, "run": run.id}


def _spelled(ctx: Context, line: Line) -> dict[str, Any]:
    touched = [
        {
            "kind": one.kind,
            "plural": one.plural,
            "id": one.id,
            "version": one.version,
            "before": plainly(one.before),
            "after": plainly(one.after),
        }
        for one in line.touched
    ]
    return {
        "at": clock.stamp(ctx.now),
        "step": line.step,
        "kind": line.kind,
        "state": line.state,
        "told": plainly(line.told),
        **({"touched": touched} if touched else {}),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, set | frozenset | tuple):
        return sorted(value) if not isinstance(value, tuple) else list(value)
    raise TypeError(f"{type(value).__name__} is no JSON")
