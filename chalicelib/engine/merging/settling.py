"""The rest of a merge: what still points to the losers is moved, wherever a killed worker has left it.

The links under the losers are the list of what is left, read as the store has them now, so nothing is remembered that
could be wrong. A merge whose links all moved with the decision is looked over once more, for a record that somebody
was linking to a loser at that very moment.
"""

from collections.abc import Sequence

from chalicelib.engine import jobs, overlays, working
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.jobs import Job, JobHasMoved
from chalicelib.engine.merging import ledger, moving, storing
from chalicelib.engine.merging.moving import Pointing
from chalicelib.engine.working import TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import writes as store

PATIENCE = 8
PAGE = 100


def settle(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Move what points to the losers until nothing does, then let the merge be done.

    :raises OutOfTime: when the rest is for the next worker.
    """
    catalogue = overlays.load(ctx)
    object = catalogue.of_plural(job.data["object"])
    while group := _next(ctx, object, job):
        job = _move(ctx, catalogue, object, job, group)
        if time_left() < working.RESERVE:
            raise working.OutOfTime
    jobs.move(ctx, job, to=ledger.DONE, data={"result": {"moved": job.data["moved"]}})


def _next(ctx: Context, object: Object, job: Job) -> list[Pointing]:
    inside = {job.data["winner"], *job.data["losers"]}
    for loser in job.data["losers"]:
        start: str | None = None
        while True:
            page, start = moving.pointing_to(ctx, object, loser, limit=PAGE, start=start)
            found = [each for each in page if each.id not in inside]
            if found:
                return found[: ledger.GROUP]
            if start is None:
                break
    return []


def _move(ctx: Context, catalogue: Catalogue, object: Object, job: Job, group: Sequence[Pointing]) -> Job:
    """Move a group in one transaction and return the job as it stands then.

    :raises JobHasMoved: when another worker is ahead.
    :raises Unavailable: when others keep changing the same records.
    """
    losers, winner = frozenset(job.data["losers"]), job.data["winner"]
    for _ in range(PATIENCE):
        plans, moves, swept = moving.plan(ctx, catalogue, object, group, losers=losers, to=winner)
        moved = job.data["moved"] + len(moves)
        told = {"groups": job.data["groups"] + 1, "moved": moved, "progress": {"done": moved, "total": None}}
        after, step = jobs.moved(ctx, job, to=job.state, data=told)
        written = [step, ledger.log(ctx, job.id, job.data["groups"], moves), *swept, *storing.together(plans)]
        if len(written) > storing.MOST_WRITES:
            group = group[: len(group) // 2]
            continue
        try:
            store.execute(ctx, written)
        except store.Refused as refused:
            if 0 in refused.failures:
                raise JobHasMoved("Another worker is ahead.") from None
            continue  # somebody changed one of them just now: look at the group again
        return after
    raise Unavailable("Others keep changing the same records; this goes on by itself.")
