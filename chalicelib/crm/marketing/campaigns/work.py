"""The course of a campaign as long work: its steps, and the timer by which it goes on."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from chalicelib.crm.marketing.campaigns import course, gathering, sending
from chalicelib.engine import firing, jobs, ledger
from chalicelib.engine.timers import Timer
from chalicelib.engine.working import About, Step, Work
from chalicelib.kernel import clock, metering
from chalicelib.kernel.context import Context
from chalicelib.storage.plan import Write

WORK: Final = Work(
    kind=course.KIND,
    steps={
        "gather": Step(course.GATHERING, gathering.gather),
        "send": Step(course.SENDING_MAILS, sending.send),
        "call_off": Step(course.WITHDRAWING, sending.call_off),
    },
    reason=lambda job: job.data["title"],
    about=lambda job: About("campaign", job.id, job.data["title"]),
    account=lambda job: ledger.of_campaign(job.id),
)

_GOES_ON: Final = {course.WAITING: "gather", course.RESTING: "send"}


def go_on(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Let a course go on whose time has come; one that was paused, moved or ended meanwhile stays as it is."""
    metering.bill(ledger.of_campaign(timer.data["campaign"]))
    now = course.find(ctx, timer.data["campaign"])
    if now is None or now.state not in _GOES_ON:
        return ()
    until = now.job.data["starts_at" if now.state == course.WAITING else "rests_until"]
    if clock.parse(until) > ctx.now + firing.EARLY:
        return ()
    step = _GOES_ON[now.state]
    with suppress(jobs.JobHasMoved):  # somebody paused or cancelled it just now
        course.move(course.house(ctx), now, WORK.steps[step].state, step=step)
    return ()
