"""Taking back what a run did to records: each field that still is as the run left it, and each record that it made.

What somebody has changed since stays, and is told. Mails, calls and notices that went out are out. Every record is
taken back in a transaction of its own together with its verdict, so an undo that dies goes on where it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.automation.runs import runs, taking
from chalicelib.crm.automation.runs.runs import Run
from chalicelib.engine import drafts, firms, overlays, records, reverting
from chalicelib.engine.actions import Touched
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import WrongState
from chalicelib.engine.records import Known
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem
from chalicelib.storage import jobs as parts
from chalicelib.storage import plan, writes
from chalicelib.storage import records as rows
from chalicelib.storage import runs as run_rows
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

UNDONE: Final = "undone"
TRIES: Final = 3
LINES_A_PAGE: Final = 50


def undo(ctx: Context, run: Run) -> dict[str, Any]:
    """Take back what a run did to records and return what became of each.

    :raises WrongState: while it is alive.
    """
    if run.is_alive:
        raise WrongState("Stop the run first.", extra={"state": run.state})
    acting = firms.acting(ctx, name=taking.ACTOR).because(f"Undo: {run.name}"[:200], source="undo")
    verdicts = [
        _taken_back(acting, run, number, touched)
        for number, touched in enumerate(reversed([*touched_by(ctx, run.id)]), start=1)
    ]
    if run.undone is None:
        at = {"undone": clock.stamp(ctx.now)}
        writes.execute(ctx, [run_rows.update(ctx, run.automation, run.id, set=at)])
    return {"items": verdicts}


def touched_by(ctx: Context, run: str) -> Iterator[Touched]:
    """Yield the records that a run touched, in order."""
    start: int | None = None
    while True:
        lines, start = run_rows.steps(ctx, run, limit=LINES_A_PAGE, start=start)
        for line in lines:
            for one in line.get("touched", ()):
                yield Touched(one["kind"], one["plural"], one["id"], int(one["version"]), one["before"], one["after"])
        if start is None:
            return


def _taken_back(ctx: Context, run: Run, number: int, touched: Touched) -> dict[str, Any]:
    kept = parts.part(ctx, run.id, UNDONE, number)
    if kept is not None:
        return _shown(kept)
    for _ in range(TRIES):
        told, wanted = _planned(ctx, touched)
        verdict = {"plural": touched.plural, "id": touched.id, **told, "at": clock.stamp(ctx.now)}
        noted = parts.put_part(ctx, run.id, UNDONE, number, verdict, when=plan.absent())
        try:
            writes.execute(ctx, [noted, *wanted])
        except writes.Refused as refused:
            if refused.index == 0:
                return _shown(parts.part(ctx, run.id, UNDONE, number) or verdict)
        else:
            return _shown(verdict)
    return {"plural": touched.plural, "id": touched.id, "verdict": "changed_meanwhile", "fields": [], "kept": []}


def _planned(ctx: Context, touched: Touched) -> tuple[dict[str, Any], Sequence[Write]]:
    """Return what becomes of a record, and the writes that do it."""
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(touched.plural))
    row = rows.get(ctx, touched.plural, touched.id, body=bool(object.in_body))
    if row is None:
        return _told("gone"), ()
    try:
        if touched.kind == "created":
            return _unmade(ctx, touched, row)
        return _given_back(ctx, object, touched, row)
    except Problem as problem:
        return _told("refused", reason=problem.code), ()


def _unmade(ctx: Context, touched: Touched, row: Row) -> tuple[dict[str, Any], Sequence[Write]]:
    if row.version != touched.version:
        return _told("edited_since"), ()
    return _told("deleted"), records.plan_delete(ctx, plural=row.object, id=row.id, known=Known(row=row)).writes


def _given_back(ctx: Context, object: Object, touched: Touched, row: Row) -> tuple[dict[str, Any], Sequence[Write]]:
    held = {**drafts.whole(row), "owner": row.owner}
    same = {
        name: touched.before.get(name)
        for name in touched.after
        if runs.plainly(held.get(name)) == runs.plainly(touched.after.get(name)) and name in object.fields
    }
    kept = sorted(touched.after.keys() - same.keys())
    if not same:
        return _told("edited_since", kept=kept), ()
    planned = reverting.plan(ctx, object, row=row, values=same)
    return _told("given_back", fields=sorted(same), kept=kept), planned.writes


def _told(verdict: str, *, fields: Sequence[str] = (), kept: Sequence[str] = (), reason: str = "") -> dict[str, Any]:
    return {"verdict": verdict, "fields": list(fields), "kept": list(kept), **({"reason": reason} if reason else {})}


def _shown(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: kept.get(name) for name in ("plural", "id", "verdict", "fields", "kept", "reason") if name in kept}
