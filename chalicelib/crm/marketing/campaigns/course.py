"""The course of a campaign's mails: waiting for its start, choosing, sending, resting, paused, over.

The course is a job that bears the campaign's id, so there is one and no second; its mails are the run of the outbox of
the same name. It belongs to the firm and not to whoever launched it: it goes on when they leave. Each step out of a
state is conditional on the job's version, and takes the record's status along in the same transaction.

    waiting ──start──▶ gathering ──▶ sending ⇄ resting ──nothing open──▶ finished
       │                   └───── paused ─────┘
       └──▶ withdrawn      every state ──▶ withdrawing ──▶ cancelled
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import plans
from chalicelib.crm.marketing.campaigns.plans import Plan
from chalicelib.crm.marketing.campaigns.rules import SENDING
from chalicelib.engine import jobs, records, timers, working
from chalicelib.engine.jobs import Job, JobHasMoved
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage.plan import Write

KIND: Final = "campaign"
PLURAL: Final = "campaigns"
TIMER: Final = "campaign_due"
REGRET: Final = timedelta(seconds=60)
"""How long a launch can be taken back before anything happens."""

WAITING: Final = "waiting"
GATHERING: Final = "gathering"
SENDING_MAILS: Final = "sending"
RESTING: Final = "resting"
PAUSED: Final = "paused"
WITHDRAWING: Final = "withdrawing"
WITHDRAWN: Final = "withdrawn"
CANCELLED: Final = "cancelled"
FINISHED: Final = "finished"
LIVE: Final = (WAITING, GATHERING, SENDING_MAILS, RESTING)

STATUS: Final[Mapping[str, str]] = {
    WAITING: "scheduled",
    GATHERING: "running",
    SENDING_MAILS: "running",
    RESTING: "running",
    PAUSED: "paused",
    WITHDRAWN: "draft",
    WITHDRAWING: "cancelled",
    CANCELLED: "cancelled",
    FINISHED: "finished",
}
"""What the campaign's record says while its course is so."""

_PATIENCE: Final = 4


@dataclass(frozen=True, slots=True)
class Course:
    """A campaign's course as it stands: what was fixed at the launch, and how far it has come."""

    job: Job

    @property
    def campaign(self) -> str:
        return self.job.id

    @property
    def state(self) -> str:
        return self.job.state

    @property
    def plan(self) -> Plan:
        """The plan as the launch fixed it."""
        return plans.read(self.job.data["plan"])

    @property
    def starts_at(self) -> datetime:
        return clock.parse(self.job.data["starts_at"])

    @property
    def winner(self) -> str | None:
        """The variant that the trial was won by."""
        return self.job.data.get("winner")


def find(ctx: Context, campaign: str) -> Course | None:
    """Return the course of a campaign as it stands, read consistently; None when it was never launched."""
    job = jobs.find(ctx, id=campaign)
    return Course(job) if job is not None and job.kind == KIND else None


def house(ctx: Context) -> Context:
    """Return the context in which a campaign's own course acts."""
    return causing(replace(ctx, actor=Actor("system", KIND)))


def causing(ctx: Context) -> Context:
    """Return a context whose writes a campaign's course causes, whoever moved it."""
    return ctx.because(ctx.reason or "campaign", source=SENDING)


def move(
    ctx: Context,
    course: Course,
    to: str,
    *,
    data: Mapping[str, Any] | None = None,
    step: str | None = None,
    wake_at: datetime | None = None,
    beside: Sequence[Write] = (),
) -> Course:
    """Take a course to another state with its record's status, and return it.

    ``step`` is asked of a worker then; ``wake_at`` sets the timer by which a resting course goes on.

    :raises JobHasMoved: when somebody else moved the course meanwhile.
    """
    for _ in range(_PATIENCE):
        known = course.job.data.get("looked_until", "")
        looks = {"looked_until": _looked(ctx)} if step is not None and known <= clock.stamp(ctx.now) else {}
        after, moved = jobs.moved(ctx, course.job, to=to, data={**(data or {}), **looks})
        try:
            jobs.execute(ctx, [moved, *_with(ctx, after, course.state, step, wake_at), *beside])
        except JobHasMoved:
            now = find(ctx, course.campaign)
            if now is None or now.job.version != course.job.version:
                raise
            continue  # it was the record that somebody changed: plan again from what it holds now
        if step is not None:
            working.ask(ctx, after, step=step)
        return Course(after)
    raise JobHasMoved("Others keep changing this campaign; try again.")


def _with(ctx: Context, job: Job, before: str, step: str | None, wake_at: datetime | None) -> list[Write]:
    told = status_writes(ctx, job.id, STATUS[job.state]) if STATUS[job.state] != STATUS[before] else []
    looked = working.looked_after(ctx, job) if step is not None and job.data["looked_until"] == _looked(ctx) else ()
    return [*told, *looked, *(wake(ctx, job.id, at=wake_at) if wake_at else ())]


def _looked(ctx: Context) -> str:
    """Return until when somebody looks after a course whose timer is set now; one timer at a time is enough."""
    return clock.stamp(ctx.now + working.LOOK_AFTER)


def wake(ctx: Context, campaign: str, *, at: datetime) -> Sequence[Write]:
    """Return the write by which a course goes on at an instant."""
    return timers.set(ctx, id=f"campaign:{campaign}", kind=TIMER, due=at, data={"campaign": campaign})


def status_writes(ctx: Context, campaign: str, status: str) -> list[Write]:
    """Return the writes that let the campaign's record say how it stands; none when it is gone."""
    try:
        plan = records.plan_update(causing(ctx), plural=PLURAL, id=campaign, changes={"status": status})
    except NotFound:
        return []
    return [*plan.writes]


def begin_writes(ctx: Context, campaign: str, data: Mapping[str, Any], before: Course | None) -> list[Write]:
    """Return the writes that set a launched campaign on its course, refused when it is on one.

    One that was withdrawn before it began is set on it anew.
    """
    said = {**data, **working.asked_by(house(ctx))}
    if before is None:
        _, put = jobs.planned(house(ctx), kind=KIND, state=WAITING, data=said, id=campaign)
        return [put]
    _, update = jobs.moved(ctx, before.job, to=WAITING, data=said)
    return [update]
