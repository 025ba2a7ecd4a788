"""Letting many in: those who meet the conditions when an automation is enabled, and those of each time of its clock.

A job goes through the records in the order of their ids, page by page; who has entered is not entered again, so a page
that is taken twice does nothing twice. For days the same job sets the timers of the records that have one ahead.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions
from chalicelib.crm.automation.authoring.kind import content_of
from chalicelib.crm.automation.authoring.triggers import DATE, SCHEDULE
from chalicelib.crm.automation.runs import entering, live, runs, timing
from chalicelib.crm.automation.runs.live import Live
from chalicelib.crm.automation.runs.runs import Cause, Run
from chalicelib.engine import firms, jobs, ledger, overlays, query, working
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import Job
from chalicelib.engine.working import RESERVE, About, OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel.context import Context
from chalicelib.storage import runs as rows
from chalicelib.storage import writes
from chalicelib.storage.records import Row

ACTOR: Final = "automation"
MOST_COUNTED: Final = 1_000
"""How many records a count reads before it says how many there are at least."""


def begun(job: str, *, automation: str, title: str, lets_in: bool, sets_days: bool, at: str) -> dict[str, Any]:
    """Return what a job keeps that lets records into an automation, or sets their days, or both."""
    told = {"automation": automation, "title": title, "lets_in": lets_in, "sets_days": sets_days, "at": at}
    return {**told, "cause": job, "progress": {"done": 0, "total": None}}


def go_on(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Let in, or set the days of, what is left of the records.

    :raises OutOfTime: when there are more than time.
    """
    ctx = firms.acting(ctx, name=ACTOR)
    automation = live.get(ctx, job.data["automation"])
    if automation is None:
        jobs.move(ctx, job, to="done", data={"result": {"entered": job.data["progress"]["done"], "ended": "disabled"}})
        return
    object = overlays.refreshed(ctx).of_plural(automation.object)
    cause = Cause(job.data["cause"], entering.MATCHING, job.data["at"])
    entered = int(job.data["progress"]["done"])
    for found, place in _pages(ctx, automation, start=job.data.get("place")):
        begun = [run for row in found for run in _seen_to(ctx, automation, object, row, job, cause)]
        entered += len(begun)
        if begun:
            runs.ask(ctx, begun)
        if place is not None:
            job = jobs.move(ctx, job, to=job.state, data={"place": place, "progress": {"done": entered, "total": None}})
            if time_left() < RESERVE:
                raise OutOfTime
    jobs.move(
        ctx, job, to="done", data={"result": {"entered": entered}, "progress": {"done": entered, "total": entered}}
    )


def _seen_to(ctx: Context, automation: Live, object: Object, row: Row, job: Job, cause: Cause) -> Iterator[Run]:
    if job.data["sets_days"] and automation.trigger["kind"] == DATE:
        writes.execute(ctx, timing.timer_of(ctx, object, row, automation))
    if job.data["lets_in"]:
        run = entering.enter(ctx, automation, object, row, cause)
        if run is not None and run.cause.id == cause.id:
            yield run


def _pages(ctx: Context, automation: Live, *, start: str | None) -> Iterator[tuple[Sequence[Row], str | None]]:
    """Yield the records that an automation may be about, page by page, in an order in which no change moves them."""
    content = content_of(ctx, automation.id, automation.version)
    narrowed = conditions.narrowing(ctx, overlays.load(ctx).of_plural(automation.object), content["conditions"])
    yield from query.pages(ctx, plural=automation.object, filters=narrowed, start=start)


def matching(ctx: Context, id: str, version: int) -> dict[str, Any]:
    """Return how many records meet the conditions now and may enter, and whether that is all of them."""
    content = content_of(ctx, id, version)
    inside = firms.acting(ctx, name=ACTOR)
    object = overlays.load(ctx).of_plural(content["object"])
    narrowed = conditions.narrowing(inside, object, content["conditions"])
    seen = found = 0
    sample: list[Row] = []
    for page, place in query.pages(inside, plural=object.plural, filters=narrowed):
        holding = conditions.keep(inside, object, content["conditions"], page)
        held = [row for row in holding if _may(inside, id, content, row)]
        sample += held[: max(0, 5 - len(sample))]
        found, seen = found + len(held), seen + len(page)
        if place is not None and seen >= MOST_COUNTED:
            return {"count": found, "exact": False, "sample": [row.id for row in sample]}
    return {"count": found, "exact": True, "sample": [row.id for row in sample]}


def _may(ctx: Context, id: str, content: Any, row: Row) -> bool:
    return entering.reason_not_to(ctx, content, rows.place(ctx, row.id, id)) is None


def strike(ctx: Context, *, automation: str, due: str) -> None:
    """Begin the job that lets in whom a clock lets in at one of its times; once, however often it is asked for."""
    enabled = live.get(ctx, automation)
    if enabled is None or enabled.trigger["kind"] != SCHEDULE:
        return
    id = timing.job_of(automation, due)
    data = begun(id, automation=automation, title=enabled.name, lets_in=True, sets_days=False, at=due)
    acting = firms.acting(ctx, name=ACTOR)
    try:
        working.begin(acting, WORK, step="enter", data=data, id=id)
    except writes.Refused:
        found = jobs.find(ctx, id=id)
        if found is not None and working.is_running(found):
            working.ask(ctx, found, step="enter")


WORK: Final = Work(
    kind="automation_entry",
    steps={"enter": Step("entering", go_on)},
    reason=lambda job: str(job.data["title"]),
    about=lambda job: About("automation", job.data["automation"], job.data["title"]),
    account=lambda job: ledger.of_automation(job.data["automation"]),
)
