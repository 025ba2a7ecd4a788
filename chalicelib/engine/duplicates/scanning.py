"""An object gone through for duplicates, as a job: for what was there before its rules were."""

from typing import Any

from chalicelib.engine import access, jobs, overlays, totals, working
from chalicelib.engine.duplicates import finding
from chalicelib.engine.jobs import Job
from chalicelib.engine.working import Step, TimeLeft, Work
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden
from chalicelib.storage import records as rows

KIND = "duplicate_scan"
SCANNING, DONE = "scanning", "done"
COMPARE = "compare"
BY_LAST_CHANGE = 1
RECORDS_A_MOVE = 25


def begin(ctx: Context, *, plural: str) -> Job:
    """Ask for an object to be gone through, and return the job.

    :raises Forbidden: when the caller does not look after everybody's work.
    """
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(plural))
    access.require(ctx, object, "read")
    if not access.is_supervisor(ctx):
        raise Forbidden("Your role does not allow you to go through everybody's records.")
    total = totals.count(ctx, plural=plural)["count"]
    data = {"object": plural, "start": None, "progress": {"done": 0, "total": total}}
    return working.begin(ctx, WORK, step=COMPARE, data=data)


def compare(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Look at one record after the other in the order of their last change; whoever changes meanwhile is looked at too.

    :raises OutOfTime: when the rest is for the next worker.
    """
    catalogue = overlays.load(ctx)
    object = catalogue.of_plural(job.data["object"])
    while True:
        page, place = rows.page(ctx, object.plural, slot=BY_LAST_CHANGE, limit=RECORDS_A_MOVE, start=job.data["start"])
        for row in page:
            finding.refresh(ctx, catalogue, object, row.id)
        told: dict[str, Any] = {
            "done": job.data["progress"]["done"] + len(page),
            "total": job.data["progress"]["total"],
        }
        if place is None:
            jobs.move(ctx, job, to=DONE, data={"progress": told, "result": {"looked_at": told["done"]}})
            return
        job = jobs.move(ctx, job, to=SCANNING, data={"progress": told, "start": place})
        if time_left() < working.RESERVE:
            raise working.OutOfTime


WORK = Work(
    kind=KIND,
    steps={COMPARE: Step(SCANNING, compare)},
    reason=lambda job: f"Search for duplicates among {job.data['object']}",
)
