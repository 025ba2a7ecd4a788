"""A run that began before the firm was here: stored where it stands by now, with its log, its counts and its timer.

No step is taken and nobody is told: a run that is over is over, and one that waits goes on when its time comes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.crm.automation.runs import runs
from chalicelib.crm.automation.runs.runs import Line, Run
from chalicelib.engine import timers
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import plan, writes
from chalicelib.storage import runs as rows
from chalicelib.storage.plan import Write


@dataclass(frozen=True, slots=True)
class Moved:
    """One move that a run made, as its log tells it; ``passed`` says that it left that step behind."""

    at: datetime
    line: Line
    passed: bool = False


def lived(ctx: Context, run: Run, moves: Sequence[Moved]) -> None:
    """Store a run as it stands after some moves; one that is there stays as it is."""
    item = {
        "title": run.name,
        "version": run.version,
        "plural": run.plural,
        "record": run.record,
        "state": run.state,
        "moves": len(moves),
        "entered_at": run.entered_at,
        "cause": {
            "id": run.cause.id,
            "kind": run.cause.kind,
            "at": run.cause.at,
            "data": runs.plainly(run.cause.data),
            "chain": list(run.cause.chain),
        },
        **{name: value for name in _WHERE_IT_HAS if (value := getattr(run, name)) is not None},
    }
    counts = {"entered": 1, **{f"out:{move.line.step}": 1 for move in moves if move.passed}}
    counts |= {f"in:{run.step}": 1} if run.is_alive else {run.state: 1}
    entered = clock.to_wall(clock.parse(run.entered_at), ctx.time_zone).date().isoformat()
    place = {
        "last": run.id,
        "last_at": run.entered_at,
        "entered": 1,
        "day": entered,
        "today": 1,
        "plural": run.plural,
        **({"run": run.id} if run.is_alive else {"left_at": run.ended_at}),
    }
    due = clock.parse(run.timer) if run.timer else None
    data = {"automation": run.automation, "run": run.id}
    wanted: list[Write] = [
        rows.put(ctx, run.automation, run.id, item),
        rows.mention(ctx, run.record, run.automation, run.id),
        rows.count(ctx, run.automation, run.id, counts),
        *(rows.count_day(ctx, run.automation, run.id, day, each) for day, each in _days(run, moves).items()),
        rows.put_place(ctx, run.record, run.automation, place, when=plan.absent()),
        *(rows.put_step(ctx, run.id, number, _spelled(move)) for number, move in enumerate(moves)),
        *([timers.row(ctx, id=runs.timer_id(run), kind=runs.TIMER, due=due, data=data)] if due else []),
    ]
    try:
        writes.execute(ctx, wanted)
    except writes.Refused:
        return  # it is there


def _days(run: Run, moves: Sequence[Moved]) -> dict[str, dict[str, int]]:
    """Return what is counted of a run on each day of it."""
    counted = [(run.entered_at, "entered")]
    counted += [(clock.stamp(move.at), f"did:{move.line.kind}") for move in moves if move.line.state == runs.DONE]
    counted += [(run.ended_at, run.state)] if run.ended_at else []
    days: dict[str, Counter[str]] = {}
    for at, what in counted:
        days.setdefault(runs.day_of(at), Counter())[what] += 1
    return {day: dict(each) for day, each in days.items()}


_WHERE_IT_HAS = ("step", "due", "timer", "ended_at", "why")


def _spelled(move: Moved) -> dict[str, object]:
    line = move.line
    return {
        "at": clock.stamp(move.at),
        "step": line.step,
        "kind": line.kind,
        "state": line.state,
        "told": runs.plainly(line.told),
    }
