"""Choosing at the start: a row of the outbox for each person of the audience, who is written to and who is not.

Some people, their rows and the step of the cursor are one transaction, so a worker that dies anywhere loses nobody and
doubles nobody. Somebody of whom there is a row already - they are in two segments - is passed over.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import audiences, course, hours, mails
from chalicelib.crm.marketing.campaigns.audiences import Place, Reader
from chalicelib.crm.marketing.campaigns.course import Course
from chalicelib.crm.marketing.campaigns.plans import Plan
from chalicelib.engine import jobs, outbox
from chalicelib.engine.jobs import Job
from chalicelib.engine.outbox import State
from chalicelib.engine.segments import segments
from chalicelib.engine.working import RESERVE, OutOfTime, TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.storage import deliveries
from chalicelib.storage.plan import Put

SEGMENT_WAIT: Final = timedelta(seconds=10)
RECIPIENTS: Final = "recipients"


def gather(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Choose everybody, then begin to send.

    :raises OutOfTime: when there are more than time, or a segment is still being filled.
    """
    now = Course(job)
    plan = now.plan
    if not all(segments.is_ready(ctx, id) for id in (*plan.segments, *plan.but)):
        raise OutOfTime(delay=SEGMENT_WAIT)
    start = Place(int(job.data["place"]["segment"]), job.data["place"]["after"])
    for readers, place in audiences.walk(ctx, plan, campaign=now.campaign, start=start, at=max(now.starts_at, ctx.now)):
        if place is None:
            break
        if time_left() < RESERVE:
            raise OutOfTime
        job = _kept(ctx, job, plan, readers, place)
    course.move(ctx, Course(job), course.SENDING_MAILS, data=passes(), step="send")


def passes() -> dict[str, Any]:
    """Return what the job keeps of a way through its mails that is about to begin."""
    return {
        "way": {"after": None, "open": False, "unsettled": False, "trying": False, "due": None},
        "quiet": 0,
    }


def _kept(ctx: Context, job: Job, plan: Plan, readers: Sequence[Reader], place: Place) -> Job:
    """Store the rows of some people together with how far the choosing has come."""
    known = deliveries.known(ctx, job.id, [reader.id for reader in readers])
    new = [reader for reader in readers if reader.id not in known]
    counts = dict(job.data["counts"])
    for reader in new:
        name = reader.reason or (audiences.SPARED if reader.lot.is_spared else RECIPIENTS)
        counts[name] = counts.get(name, 0) + 1
    going = [reader.moment for reader in new if reader.moment and not reader.reason and not reader.lot.is_spared]
    tallied = Counter(job.data.get("hours", {})) + Counter(hours.tally(going))
    told = {
        "place": place.shown(),
        "counts": counts,
        "hours": dict(tallied),
        "progress": {"done": 0, "total": counts.get(RECIPIENTS, 0)},
    }
    after, moved = jobs.moved(ctx, job, to=job.state, data=told)
    jobs.execute(ctx, [moved, *(_row(ctx, job, plan, reader) for reader in new)])
    return after


def _row(ctx: Context, job: Job, plan: Plan, reader: Reader) -> Put:
    """Return the write that stores what becomes of one person."""
    about = {
        "object": reader.object.name,
        "plural": reader.object.plural,
        "id": reader.id,
        "campaign": job.id,
        "purpose": plan.purpose,
    }
    if reader.reason:
        return _planned(ctx, job, reader, about, State.SUPPRESSED, reader.reason)
    if reader.lot.is_spared:
        return _planned(ctx, job, reader, about, State.SPARED, audiences.SPARED)
    if reader.moment:
        about[mails.MOMENT] = reader.moment.spelled()
    if reader.lot.variant:
        about |= mails.wording(reader.lot.variant)
    return _planned(ctx, job, reader, about, State.HELD)


def _planned(ctx: Context, job: Job, reader: Reader, about: Mapping[str, str], state: State, reason: str = "") -> Put:
    return outbox.plan(
        ctx,
        kind=mails.CAMPAIGN_MAIL,
        run=job.id,
        recipient=reader.id,
        to="",
        data={},
        due=reader.due,
        about=about,
        state=state,
        reason=reason,
    )
