"""The steps of a bulk: choose the records, edit them, tell what became of them; stop, undo.

Every bulk is of one of the kinds below, which differ in what they are called and in nothing else.
"""

from chalicelib.engine import jobs, working
from chalicelib.engine.bulk import passing, running, selecting, undoing, verdicts
from chalicelib.engine.jobs import Job
from chalicelib.engine.verdicts import tally
from chalicelib.engine.working import OutOfTime, Progress, Step, TimeLeft, Work
from chalicelib.gateways import files
from chalicelib.kernel.context import Context

FOR_REPORT = working.RESERVE * 2
TRIES = 5
STOPPABLE = ("collecting", "running")
UNDOABLE = ("done", "stopped", "failed")


def _collect(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    selecting.collect(ctx, job, time_left)
    working.ask(ctx, jobs.move(ctx, job, to="running"), step="run")


def _run(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    running.go_on(ctx, job, time_left)
    _wrap_up(ctx, job, time_left, to="done")


def _stop(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    _wrap_up(ctx, job, time_left, to="stopped")


def _undo(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    cursor = undoing.go_on(ctx, job, time_left)
    counts = {"undone": cursor.counts.get(undoing.UNDONE, 0), "kept": cursor.counts.get(undoing.KEPT, 0)}
    result = job.data.get("result") or {"counts": _counts(ctx, job)}
    told = {**result, "undo": {**counts, "kept_records": undoing.reported(ctx, job.id)}}
    jobs.move(ctx, job, to="undone", data={"result": told})


def _wrap_up(ctx: Context, job: Job, time_left: TimeLeft, *, to: str) -> None:
    """Write the file of verdicts, and end the job."""
    if time_left() < FOR_REPORT:
        raise OutOfTime
    files.put_stream(job.data["report"], verdicts.report(ctx, job.id), content_type=files.CSV)
    jobs.move(ctx, job, to=to, data={"result": {"counts": _counts(ctx, job)}})


def _counts(ctx: Context, job: Job) -> dict[str, int]:
    cursor = passing.read(ctx, job.id, running.CURSOR)
    return {**tally(verdicts.Outcome, ()), **(cursor.counts if cursor else {})}


def _progress(ctx: Context, job: Job) -> Progress | None:
    place = selecting.read(ctx, job.id)
    if place is None or job.state == "collecting":
        return Progress(0, None, place.at) if place else None
    if job.state in ("undoing", "undone"):
        back = passing.read(ctx, job.id, undoing.CURSOR)
        return Progress(back.done, _counts(ctx, job)["changed"], back.at) if back else None
    cursor = passing.read(ctx, job.id, running.CURSOR)
    return Progress(cursor.done, place.total, max(cursor.at, place.at)) if cursor else None


def stop(ctx: Context, job: Job) -> Job:
    """End a bulk after the group that is being stored; what is done stays done.

    :raises WrongState: when it is over.
    """
    for _ in range(TRIES):
        if job.state == "stopping":
            return job
        jobs.require_state(job, *STOPPABLE)
        cursor = passing.read(ctx, job.id, running.CURSOR)
        assert cursor is not None, "a bulk has a cursor"
        try:
            return working.resume(ctx, job, step="stop", beside=[passing.halt(ctx, job.id, running.CURSOR, cursor)])
        except jobs.JobHasMoved:
            job = jobs.get(ctx, id=job.id, kind=job.kind)
    raise jobs.JobHasMoved("The job moves too fast to be stopped; try again.")


def undo(ctx: Context, job: Job) -> Job:
    """Begin to take a bulk back, with the rights of whoever asks for that.

    :raises WrongState: when it is not over, or was taken back already.
    """
    if job.state == "undoing":
        working.ask(ctx, job, step="undo")
        return job
    jobs.require_state(job, *UNDOABLE)
    return working.resume(
        ctx, job, step="undo", data=working.asked_by(ctx), beside=[passing.begin(ctx, job.id, undoing.CURSOR)]
    )


def _reason(job: Job) -> str:
    title = str(job.data["title"])
    return f"Undo: {title}" if job.state in ("undoing", "undone") else title


def _work(kind: str) -> Work:
    return Work(
        kind,
        steps={
            "collect": Step("collecting", _collect),
            "run": Step("running", _run),
            "stop": Step("stopping", _stop),
            "undo": Step("undoing", _undo),
        },
        reason=_reason,
        quiet=lambda job: not job.data.get("fire_automations"),
        progress=_progress,
        stop=stop,
        stoppable=STOPPABLE,
        undo=undo,
        undoable=UNDOABLE,
        report=lambda job: job.data["report"] if "result" in job.data else None,
    )


BULK = _work("bulk")
TRANSFER = _work("transfer")
WORKS = (BULK, TRANSFER)
