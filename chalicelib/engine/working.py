"""Long work of any kind: asked for by a person, taken a step at a time by workers, looked after until it is over.

A kind of work is a few named steps. The queue carries a job's id and the name of a step, nothing else; a step may come
twice, late, or be killed anywhere, so it reads where the job stands and goes on from there. It acts as the person who
asked, with the rights that they have now. When its time is nearly over it raises ``OutOfTime``, and the next worker is
asked for the rest. A timer beside the job asks again for a step whose worker or message was lost; without it a message
in the dead-letter queue would leave its job running for ever.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from chalicelib import settings
from chalicelib.engine import jobs, timers
from chalicelib.engine.jobs import Job
from chalicelib.engine.timers import Timer
from chalicelib.gateways import queue
from chalicelib.kernel import clock, metering
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import Forbidden, Problem, TooManyRequests, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import directory, writes
from chalicelib.storage.plan import Write

TimeLeft = Callable[[], timedelta]

RESERVE = timedelta(seconds=12)
"""What a worker keeps of its time: one transaction with its retries, and handing over."""

TIMER = "job_overdue"
LOOK_AFTER = timedelta(minutes=15)
PATIENCE = 8
"""How often in a row a job may be found where it stood before it is given up."""


class OutOfTime(Exception):
    """The rest is for the next worker, who is asked not before ``delay`` has passed."""

    def __init__(self, *, delay: timedelta = timedelta()) -> None:
        super().__init__()
        self.delay = delay


class Superseded(Exception):
    """Another worker is ahead; the queue has its message, so ours may go."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a kind of work. ``state`` is the job's state in which it makes sense."""

    state: str
    take: Callable[[Context, Job, TimeLeft], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come. ``total`` is None while nobody knows; ``at`` is when it last moved."""

    done: int
    total: int | None
    at: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a job is about that has a page of its own, such as a list: its kind, its id, and what it was called then."""

    kind: str
    id: str
    name: str


def _kept_progress(_ctx: Context, job: Job) -> Progress | None:
    kept = job.data.get("progress")
    return Progress(kept["done"], kept.get("total")) if kept else None


def _work_queue() -> str:
    return settings.current().work_queue_url


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work. ``reason`` is what every record written under it carries; ``quiet`` keeps automations still.

    ``progress`` reads how far a job has come; kinds that keep it in the job's own data need not say so. A kind may be
    stopped in its ``stoppable`` states and undone in its ``undoable`` ones, and ``report`` names its file of verdicts.
    ``about`` says what there is to open beside its records, ``account`` on whose bill the work is.
    """

    kind: str
    steps: Mapping[str, Step]
    reason: Callable[[Job], str]
    quiet: Callable[[Job], bool] = lambda _job: False
    progress: Callable[[Context, Job], Progress | None] = _kept_progress
    queue: Callable[[], str] = _work_queue
    stop: Callable[[Context, Job], Job] | None = None
    stoppable: Sequence[str] = ()
    undo: Callable[[Context, Job], Job] | None = None
    undoable: Sequence[str] = ()
    report: Callable[[Job], str | None] = lambda _job: None
    about: Callable[[Job], About | None] = lambda _job: None
    account: Callable[[Job], str | None] = lambda _job: None


_declared: dict[str, Work] = {}


def declare(works: Mapping[str, Work]) -> None:
    """Make the kinds of work known; the composition root calls it once."""
    _declared.clear()
    _declared.update(works)


def of_kind(kind: str) -> Work:
    """Return a kind of work by its name."""
    return _declared[kind]


def is_known(kind: str) -> bool:
    """Return whether there is such a kind of work."""
    return kind in _declared


def is_running(job: Job) -> bool:
    """Return whether a worker has, or will have, a step of a job to take."""
    return any(step.state == job.state for step in of_kind(job.kind).steps.values())


def asked_by(ctx: Context) -> dict[str, Any]:
    """Return what a job keeps of whoever asks for it, so that a worker can act in their place."""
    actor = ctx.actor
    said = {"kind": actor.kind, "id": actor.id, "role": str(actor.role), "scopes": sorted(actor.scopes)}
    return {"actor": said, "locale": ctx.locale, "time_zone": ctx.time_zone, "currency": ctx.currency}


def begin(
    ctx: Context,
    work: Work,
    *,
    step: str,
    data: Mapping[str, Any],
    beside: Sequence[Write] = (),
    id: str | None = None,
) -> Job:
    """Store a new job together with ``beside``, ask a worker for its first step, and return it."""
    state = work.steps[step].state
    job, write = jobs.planned(ctx, kind=work.kind, state=state, data={**data, **asked_by(ctx)}, id=id)
    writes.execute(ctx, [write, *looked_after(ctx, job), *beside])
    ask(ctx, job, step=step)
    return job


def resume(
    ctx: Context, job: Job, *, step: str, data: Mapping[str, Any] | None = None, beside: Sequence[Write] = ()
) -> Job:
    """Take a job that rests to the state of a step together with ``beside``, ask a worker for it, and return the job.

    :raises JobHasMoved: when somebody else moved it meanwhile.
    """
    after, move = jobs.moved(ctx, job, to=of_kind(job.kind).steps[step].state, data=data or {})
    jobs.execute(ctx, [move, *looked_after(ctx, after), *jobs.struck(ctx, job), *beside])
    ask(ctx, after, step=step)
    return after


def ask(ctx: Context, job: Job, *, step: str, delay: timedelta = timedelta()) -> None:
    """Ask a worker to take a step of the job, not before ``delay`` has passed; asking twice is harmless."""
    body = {"tenant": ctx.tenant, "job": job.id, "step": step}
    queue.send(of_kind(job.kind).queue(), ctx.tenant, [queue.Message(body, delay)])


def take_step(ctx: Context, *, job: str, step: str, time_left: TimeLeft) -> None:
    """Take one step of a job; in place of one that the job has left behind, the step that it waits for is asked for.

    :raises Unavailable: when the store is busy, and whatever only a defect raises: the message comes again.
    """
    found = jobs.find(ctx, id=job)
    if found is None:
        logger.info("job is gone", job=job)
        return
    work = of_kind(found.kind)
    _bill(work, found)
    wanted = work.steps[step]
    if found.state != wanted.state:
        logger.info("step is past", job=job, step=step, state=found.state)
        _ask_for_what_is_next(ctx, work, found)
        return
    try:
        wanted.take(acting(ctx, found), found, time_left)
    except OutOfTime as rest:
        ask(ctx, found, step=step, delay=rest.delay)
    except (Superseded, jobs.JobHasMoved):
        logger.info("another worker is ahead", job=job, step=step)
    except (Unavailable, TooManyRequests, writes.Refused):
        raise
    except Problem as problem:
        fail(ctx, found, problem)


def _bill(work: Work, job: Job) -> None:
    account = work.account(job)
    if account is not None:
        metering.bill(account)


def _ask_for_what_is_next(ctx: Context, work: Work, job: Job) -> None:
    """Ask for the step that a job's state waits for: whoever took it there may have died before they asked."""
    step = _step_of(work, job)
    if step is not None:
        ask(ctx, job, step=step)


def _step_of(work: Work, job: Job) -> str | None:
    return next((name for name, step in work.steps.items() if step.state == job.state), None)


def acting(ctx: Context, job: Job) -> Context:
    """Return the context of whoever asked for the job, as far as they may still act.

    :raises Forbidden: they work here no longer.
    """
    work, said = of_kind(job.kind), job.data["actor"]
    role, team = _standing_now(ctx, said)
    actor = Actor(said["kind"], said["id"], role, frozenset(said["scopes"]), team)
    settled = replace(
        ctx,
        actor=actor,
        request_id=f"{job.kind}-{job.id}",
        locale=job.data["locale"],
        time_zone=job.data["time_zone"],
        currency=job.data["currency"],
    )
    return settled.because(work.reason(job)[:200], quiet=work.quiet(job), source=job.kind)


def fail(ctx: Context, job: Job, problem: Problem) -> None:
    """End a job with a reason that its owner can act on, unless somebody has moved it on meanwhile."""
    now = jobs.find(ctx, id=job.id)
    if now is None or now.state != job.state:
        return
    told = {"code": problem.code, "detail": problem.detail}
    try:
        jobs.move(ctx, now, to=jobs.FAILED, data={"problem": told, jobs.STOOD: now.state})
    except jobs.JobHasMoved:
        logger.info("job moved before it failed", job=job.id)


def again(ctx: Context, job: Job) -> Job:
    """Take up a job that failed at the step where it did, and return it.

    :raises WrongState: when it has not failed, or its step cannot be taken again.
    :raises JobHasMoved: when somebody else moved it meanwhile.
    """
    jobs.require_state(job, jobs.FAILED)
    steps = of_kind(job.kind).steps
    step = next((name for name, one in steps.items() if one.state == job.data.get(jobs.STOOD)), None)
    if step is None:
        raise jobs.WrongState("This cannot be taken up again.", extra={"state": job.state})
    return resume(ctx, job, step=step, data={"problem": None, jobs.STOOD: None})


def looked_after(ctx: Context, job: Job, *, seen: Mapping[str, Any] | None = None) -> Sequence[Write]:
    """Return the writes that will look after a job in a while; ``seen`` is what the last look found."""
    data = {"job": job.id, **(seen or {})}
    return timers.set(ctx, id=f"job:{job.id}", kind=TIMER, due=ctx.now + LOOK_AFTER, data=data)


def wake(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask again for the step of a job that has stood still, and look after it again; one that is over rests."""
    job = jobs.find(ctx, id=timer.data["job"])
    work = _declared.get(job.kind) if job else None
    if job is None or work is None:
        return ()
    _bill(work, job)
    step = _step_of(work, job)
    if step is None:
        return ()
    progress = work.progress(ctx, job)
    moved_at = max(job.updated_at, progress.at if progress else "")
    looks = timer.data.get("looks", 0) + 1 if timer.data.get("moved_at") == moved_at else 0
    if looks >= PATIENCE:
        fail(ctx, job, Unavailable("This did not come to an end; ask for it again.", code="stalled"))
        return ()
    if ctx.now - clock.parse(moved_at) >= LOOK_AFTER / 2:
        ask(ctx, job, step=step)
    return looked_after(ctx, job, seen={"moved_at": moved_at, "looks": looks})


def _standing_now(ctx: Context, said: Mapping[str, Any]) -> tuple[str, str | None]:
    """Return the role and the team that the one who asked has now.

    :raises Forbidden: they work here no longer, or their key is revoked.
    """
    if said["kind"] == "system":
        return said["role"], None
    who = directory.user(said["id"]) if said["kind"] == "user" else directory.api_key(said["id"])
    row = directory.get(ctx, who)
    if row is None or row.get("status", "active") != "active":
        raise Forbidden("Whoever asked for this works here no longer.", code="owner_is_gone")
    return row.get("role", said["role"]), row.get("team")
