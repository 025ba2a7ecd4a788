"""Waking an import whose worker or message was lost: a timer beside the job looks after it until it is over.

Without it, a message that ends in the dead-letter queue would leave its import "running" for ever.
"""

from collections.abc import Sequence
from datetime import timedelta

from chalicelib.engine import jobs, timers
from chalicelib.engine.importing import progress
from chalicelib.engine.importing.worker import KIND, STEPS
from chalicelib.engine.timers import Timer
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage.plan import Write

TIMER = "import_overdue"
LOOK_AFTER = timedelta(minutes=15)


def later(ctx: Context, job: str) -> Sequence[Write]:
    """Return the writes that will look after a job in a while."""
    return timers.set(ctx, id=f"import:{job}", kind=TIMER, due=ctx.now + LOOK_AFTER, data={"job": job})


def wake(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Send the message of a job again that has stood still, and look after it again; one that is over rests."""
    try:
        job = jobs.get(ctx, id=timer.data["job"], kind=KIND)
    except NotFound:
        return ()
    step = next((step for step, (state, _) in STEPS.items() if state == job.state), None)
    if step is None:
        return ()
    cursor = progress.read(ctx, job.id)
    moved_at = max(job.updated_at, cursor.at if cursor else "")
    if ctx.now - clock.parse(moved_at) >= LOOK_AFTER / 2:
        jobs.enqueue(ctx, job, step=step)
    return later(ctx, job.id)
