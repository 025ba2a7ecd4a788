"""Calling the mails of a campaign, at the firm's pace, until none is open any more.

A worker goes through the rows again and again. Each way calls the mails that are held and due, as many as a tick
allows, and sees what else is open; what it leaves for later says when the next way begins. The rows are all there is:
a mail that a sender puts back - a pause, quiet hours - is met on the next way.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import course, gathering, mails, pacing, trials
from chalicelib.crm.marketing.campaigns.course import Course
from chalicelib.crm.marketing.campaigns.plans import Plan, Variant
from chalicelib.engine import jobs, outbox
from chalicelib.engine.jobs import Job
from chalicelib.engine.outbox import OPEN, Delivery, State
from chalicelib.engine.working import RESERVE, OutOfTime, TimeLeft
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context

A_PAGE: Final = 100
LOOKS: Final = tuple(timedelta(seconds=each) for each in (20, 60, 300, 900, 3600))
"""How long the course rests when nothing is left to call, and then longer each time, until the last mail is settled."""

DAY_IS_FULL: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the rows: the recipient ``after`` whom it goes on, and what it has seen so far.

    ``open``: a mail is not over. ``unsettled``: a sender has one, or will. ``trying``: one whose wording is known is
    still held, the first of them until ``due``.
    """

    after: str | None = None
    open: bool = False
    unsettled: bool = False
    trying: bool = False
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What came of a page: how many were called, whether more were due than may be called, whether it was the last."""

    job: Job
    called: int
    is_cut: bool
    is_last: bool


def send(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Call what a tick allows and hand the rest on; at the end of a way, rest until the next or finish.

    :raises OutOfTime: when more is to be called.
    """
    job = _decided(ctx, job)
    left = _allowed(ctx, job)
    while True:
        if time_left() < RESERVE:
            raise OutOfTime
        page = _page(ctx, job, left)
        job, left = page.job, left - page.called
        if page.is_last:
            _rest(ctx, job)
            return
        if page.is_cut:
            raise OutOfTime(delay=pacing.TICK)


def call_off(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Give up every mail that no sender has claimed; those that are under way find out by themselves.

    :raises OutOfTime: when there are more than time.
    """
    after = job.data.get("called_off")
    while True:
        found, after = outbox.page(ctx, run=job.id, limit=A_PAGE, start=after)
        for mail in found:
            if mail.state in (State.HELD, State.QUEUED):
                outbox.call_off(ctx, mail, reason="cancelled")
        if after is None:
            course.move(ctx, Course(job), course.CANCELLED)
            return
        job = jobs.move(ctx, job, to=job.state, data={"called_off": after})
        if time_left() < RESERVE:
            raise OutOfTime


def _allowed(ctx: Context, job: Job) -> int:
    """Return how many mails this tick may call.

    :raises OutOfTime: when there is none left for now.
    """
    tick = pacing.a_tick(ctx)
    if tick == 0:
        raise OutOfTime(delay=min(DAY_IS_FULL, timedelta(minutes=15)))
    plan = Course(job).plan
    if plan.per_hour is None:
        return tick
    called = job.data["called_in_hour"] if job.data.get("hour") == _hour(ctx) else 0
    share = max(1, int(plan.per_hour * pacing.TICK.total_seconds() / 3600))
    left = min(tick, share, plan.per_hour - called)
    if left <= 0:
        raise OutOfTime(delay=min(timedelta(minutes=15), _end_of_hour(ctx)))
    return left


def _page(ctx: Context, job: Job, left: int) -> Page:
    """Go through one page of the rows and call at most ``left`` of them."""
    way = Way(**job.data["way"])
    found, last = outbox.page(ctx, run=job.id, limit=A_PAGE, start=way.after)
    winner = _winner(job)
    due = [mail for mail in found if _is_due(ctx, mail, winner)]
    may = pacing.granted(ctx, min(len(due), left)) if due and left > 0 else 0
    called = {mail.recipient for mail in due[:may] if _call(ctx, mail, winner)}
    uncalled = due[may].recipient if may < len(due) else None
    for mail in found:
        if mail.recipient == uncalled:
            break
        way = replace(_seen(way, mail, winner, called), after=mail.recipient)
    job = jobs.move(ctx, job, to=job.state, data={"way": asdict(way), **_tally(ctx, job, len(called))})
    return Page(job, len(called), is_cut=uncalled is not None, is_last=uncalled is None and last is None)


def _is_due(ctx: Context, mail: Delivery, winner: Variant | None) -> bool:
    is_worded = "variant" in mail.about or winner is not None
    return mail.state is State.HELD and mail.due <= ctx.now and is_worded


def _call(ctx: Context, mail: Delivery, winner: Variant | None) -> bool:
    if "variant" in mail.about or winner is None:
        return outbox.call(ctx, mail)
    return outbox.call(ctx, mail, about={**mail.about, **mails.wording(winner)})


def _seen(way: Way, mail: Delivery, winner: Variant | None, called: set[str]) -> Way:
    """Return what a way knows after it has met a mail."""
    if mail.state not in OPEN:
        return way
    if mail.state is not State.HELD or mail.recipient in called:
        return replace(way, open=True, unsettled=True)
    if "variant" not in mail.about and winner is None:
        return replace(way, open=True)
    due = clock.stamp(mail.due)
    return replace(way, open=True, trying=True, due=min(way.due or due, due))


def _tally(ctx: Context, job: Job, called: int) -> Mapping[str, Any]:
    """Return what the job keeps of the pace and the progress."""
    if not called:
        return {}
    hour, progress = _hour(ctx), job.data["progress"]
    before = job.data.get("called_in_hour", 0) if job.data.get("hour") == hour else 0
    done = min(progress["done"] + called, progress["total"])
    told = {"done": done, "total": progress["total"], "at": clock.stamp(ctx.now)}
    return {"hour": hour, "called_in_hour": before + called, "progress": told, "quiet": 0}


def _rest(ctx: Context, job: Job) -> None:
    """End a way: finish when nothing is open, or rest until there is something to do."""
    way, now = Way(**job.data["way"]), Course(job)
    if not way.open:
        course.move(ctx, now, course.FINISHED)
        return
    looks = job.data.get("quiet", 0)
    data: dict[str, Any] = {**gathering.passes(), "quiet": looks + 1}
    times = [ctx.now + LOOKS[min(looks, len(LOOKS) - 1)]] if way.unsettled else []
    if way.due is not None:
        times.append(clock.parse(way.due))
    if now.plan.trial and now.winner is None and not way.trying:
        data["decided_at"] = job.data.get("decided_at") or clock.stamp(ctx.now + _of_trial(now.plan))
        times.append(clock.parse(data["decided_at"]))
    wake_at = max(min(times, default=ctx.now + LOOKS[-1]), ctx.now + LOOKS[0])
    course.move(ctx, now, course.RESTING, data={**data, "rests_until": clock.stamp(wake_at)}, wake_at=wake_at)


def _of_trial(plan: Plan) -> timedelta:
    return timedelta(hours=plan.trial.hours if plan.trial else 0)


def _decided(ctx: Context, job: Job) -> Job:
    """Let the trial end when its time is over."""
    now, at = Course(job), job.data.get("decided_at")
    if now.plan.trial is None or now.winner is not None or at is None or ctx.now < clock.parse(at):
        return job
    result = trials.decide(ctx, now)
    return jobs.move(ctx, job, to=job.state, data={"winner": result.winner, "trial": result.shown()})


def _winner(job: Job) -> Variant | None:
    now = Course(job)
    return now.plan.variant(now.winner) if now.winner else None


def _hour(ctx: Context) -> str:
    return clock.stamp(ctx.now)[:13]


def _end_of_hour(ctx: Context) -> timedelta:
    hour: datetime = ctx.now.replace(minute=0, second=0, microsecond=0)
    return hour + timedelta(hours=1) - ctx.now
