"""Long work that failed: taken up at the step where it did, while what it has made so far is still there."""

from datetime import timedelta
from typing import Final

from chalicelib.engine import access, jobs, working
from chalicelib.engine.failures import failing
from chalicelib.engine.failures.desk import IsSettled, Source
from chalicelib.engine.failures.failing import Failure
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context

FRESH: Final = timedelta(days=3)
"""For how long work can be taken up: pieces of files go after a week."""


def _sees(ctx: Context, failure: Failure) -> bool:
    return failure.by == ctx.actor.id or access.is_supervisor(ctx)


def _may_retry(ctx: Context, failure: Failure) -> bool:
    return working.is_known(failure.what) and clock.parse(failure.at) + FRESH > ctx.now


def _retry(ctx: Context, failure: Failure) -> None:
    job = jobs.find(ctx, id=failure.source["job"])
    if job is None or job.updated_at != failure.at:
        raise IsSettled
    try:
        working.again(ctx, job)
    except (jobs.WrongState, jobs.JobHasMoved):
        raise IsSettled from None


SOURCE: Final = Source(failing.JOB, sees=_sees, retry=_retry, may_retry=_may_retry)
