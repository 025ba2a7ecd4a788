"""The work by which records follow their declaration: each takes its place, makes its claim, is found and counted.

It walks the records in the order of their last change. Whoever changes one meanwhile does it under the new declaration
already and moves it to the end of the walk, so no record is missed and none is overwritten: every step holds only for
the version that was read.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from chalicelib.engine import claims, jobs, overlays, projection, records, working
from chalicelib.engine.catalogue import Object
from chalicelib.engine.copies import TRUSTED
from chalicelib.engine.derived import recomputing
from chalicelib.engine.designing import changing, refitting
from chalicelib.engine.designing.changing import Design
from chalicelib.engine.jobs import Job
from chalicelib.engine.objects import Field, ObjectChange, Overlay
from chalicelib.engine.working import OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import index, writes
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

SETTLED = TRUSTED + timedelta(seconds=5)
ROWS_A_PORTION = 100


def wait(ctx: Context, job: Job, _time_left: TimeLeft) -> None:
    """Let the minute pass in which others may still write as the catalogue was."""
    rest = clock.parse(job.data["since"]) + SETTLED - ctx.now
    if rest > timedelta():
        working.ask(ctx, job, step="wait", delay=rest)
        return
    working.resume(ctx, job, step="walk")


def walk(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Refit the records that are left, and end the work after the last.

    :raises OutOfTime: when the rest is for the next worker.
    """
    catalogue = overlays.load(ctx)
    object = catalogue.stored(job.data["plural"])
    while True:
        found, place = rows.page(ctx, object.plural, slot=1, limit=ROWS_A_PORTION, start=job.data.get("place"))
        doubles = [*job.data.get("doubles", ()), *_refitted(ctx, object, job, found)][: refitting.MOST_NAMED]
        if refitting.COMPUTED in job.data["gained"]:
            recomputing.recompute(ctx, catalogue, object, [row.id for row in found])
        done = job.data.get("progress", {"done": 0})["done"] + len(found)
        told = {"place": place, "doubles": doubles, "progress": {"done": done, "total": None}}
        if place is None:
            _end(ctx, job, told)
            return
        job = jobs.move(ctx, job, to="refitting", data=told)
        if time_left() < working.RESERVE:
            raise OutOfTime


def _refitted(ctx: Context, object: Object, job: Job, found: Sequence[Row]) -> list[dict[str, str]]:
    """Bring some records to what their declaration says, and return those whose value another holds."""
    gained = set(job.data["gained"])
    unique = next((field for field in object.unique if field.name == job.data["field"]), None)
    doubles = []
    for row in found:
        if "indexed" in gained:
            _placed(ctx, object, row)
        if "unique" in gained and unique:
            doubles += _claimed(ctx, object, unique, row)
        if gained & {"searched", "counted"}:
            projection.contribute_again(ctx, object, row)
    return doubles


def _placed(ctx: Context, object: Object, row: Row) -> None:
    try:
        writes.execute(ctx, [rows.place_again(ctx, row, slots=records.slots_of(object, row.values))])
    except writes.Refused:
        return  # somebody changed it meanwhile, and so placed it


def _claimed(ctx: Context, object: Object, field: Field, row: Row) -> list[dict[str, str]]:
    key = claims.key(field, row.values)
    if key is None:
        return []
    claim = index.claim(ctx, object.plural, claims.kept_as(field), key, record=row.id)
    try:
        writes.execute(ctx, [rows.unchanged(ctx, object.plural, row.id, version=row.version), claim])
    except writes.Refused as refused:
        holder = refused.failures.get(1)
        return [{"id": row.id, "same_as": holder["record"]}] if holder and 0 not in refused.failures else []
    return []


def _end(ctx: Context, job: Job, told: dict[str, Any]) -> None:
    """Let readers use what was built, or take back what could not be."""
    doubles = told["doubles"]
    plural, name = job.data["plural"], job.data["field"]

    def design(overlay: Overlay) -> Design:
        change = overlay.objects.get(plural, ObjectChange())
        kind = "field_not_unique" if doubles else "field_ready"
        return Design(
            replace(overlay, objects={**overlay.objects, plural: _built(change, name, unique=not doubles)}),
            kind,
            {"plural": plural, "field": name},
        )

    changing.commit(replace(ctx, actor=Actor("system", ctx.actor.id)), design)
    if not doubles:
        jobs.move(ctx, job, to="done", data=told)
        return
    problem = refitting.refusal(name, doubles)
    jobs.move(ctx, job, to=jobs.FAILED, data={**told, "problem": {"code": problem.code, "detail": problem.detail}})


def _built(change: ObjectChange, name: str, *, unique: bool) -> ObjectChange:
    """Return the object's changes with the field as its readers may use it from now on."""
    if name in change.fields:
        field = replace(change.fields[name], building=())
        field = field if unique else replace(field, unique=False, claimed_as=None)
        return replace(change, fields={**change.fields, name: field})
    lost = {"building"} | (set() if unique else {"unique", "claimed_as"})
    told = {key: value for key, value in change.overrides.get(name, {}).items() if key not in lost}
    return replace(change, overrides={**change.overrides, name: told})


WORK = Work(
    kind=refitting.KIND,
    steps={"wait": Step("waiting", wait), "walk": Step("refitting", walk)},
    reason=lambda job: f"refit {job.data['plural']}",
    quiet=lambda _job: True,
)
