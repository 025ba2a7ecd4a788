"""Filling a workspace with the sample firm, and emptying it again, a handful of records at a time.

How far it got is one row of the tenant's directory. A record's id follows from the tenant, the round and the sample's
key, so a step that runs twice finds its records there and goes on; removing walks the same plan backwards.
Each record is written at the moment it claims to be from, by the user who is to own it: ages, histories and timelines
come out as if they had been lived.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib import settings
from chalicelib.engine import query, records
from chalicelib.gateways import queue
from chalicelib.kernel import clock, errors
from chalicelib.kernel.context import Context, Role
from chalicelib.samples import firm, making
from chalicelib.samples.plan import Sample, StageSketch
from chalicelib.storage import directory, plan, writes

ROW = "samples"
BATCH = 100
A_STEP = timedelta(seconds=20)
"""After so long a step leaves the rest to the next, well before its function is stopped, however slow the store is."""


class SamplesBusy(errors.Conflict):
    """The sample data are being loaded or removed at this moment."""

    code = "samples_busy"


@dataclass(frozen=True, slots=True)
class State:
    """How far loading or removing got. ``state`` is absent, loading, loaded or removing."""

    state: str = "absent"
    round: int = 0
    today: str = ""
    locale: str = "es"
    time_zone: str = "Europe/Madrid"
    pipeline: str = ""
    done: int = 0
    total: int = 0

    def told(self) -> dict[str, Any]:
        """Return what the API shows."""
        return {"state": self.state, "progress": {"done": self.done, "total": self.total}}


def state(ctx: Context) -> State:
    """Return how far the workspace's sample data are."""
    item = directory.get(ctx, ROW)
    return State(**{name: item[name] for name in State.__dataclass_fields__}) if item else State()


def ids(ctx: Context) -> frozenset[str]:
    """Return the ids of the sample firm's records, those still to come included."""
    now = state(ctx)
    if now.state == "absent":
        return frozenset()
    return frozenset(making.sample_id(ctx.tenant, now.round, sample) for sample in _plan(ctx, now))


def load(ctx: Context) -> dict[str, Any]:
    """Begin to fill the workspace; the rest happens on the queue. Asked again meanwhile, wake it in case it sleeps.

    :raises SamplesBusy: while they are being removed.
    """
    before = state(ctx)
    if before.state == "loaded":
        return before.told()
    if before.state == "loading":
        return _woken(ctx, before)
    _refuse_during(before, "removing")
    today = ctx.now.astimezone(ZoneInfo(ctx.time_zone)).date()
    pipeline = _sellable_pipeline(ctx)
    begun = State("loading", before.round + 1, today.isoformat(), ctx.locale, ctx.time_zone, pipeline)
    begun = replace(begun, total=len(_plan(ctx, begun)))
    return _begin(ctx, before, begun)


def remove(ctx: Context) -> dict[str, Any]:
    """Begin to take every sample record away, whoever changed it since; what people added stays.

    :raises SamplesBusy: while they are being loaded.
    """
    before = state(ctx)
    if before.state == "absent":
        return before.told()
    if before.state == "removing":
        return _woken(ctx, before)
    _refuse_during(before, "loading")
    return _begin(ctx, before, replace(before, state="removing", done=0, total=len(_plan(ctx, before))))


def step(ctx: Context) -> None:
    """Do the next handful of records and, if any are left, ask for another step."""
    now = state(ctx)
    if now.state not in ("loading", "removing"):
        return
    users = _users(ctx)
    ctx = making.as_user(replace(ctx, locale=now.locale, time_zone=now.time_zone), users[0])
    samples = _plan(ctx, now)
    batch = list(islice(samples if now.state == "loading" else reversed(samples), now.done, now.done + BATCH))
    ids = {sample.key: making.sample_id(ctx.tenant, now.round, sample) for sample in samples}
    round = making.Round(now.round, ids, users)
    work = making.make if now.state == "loading" else making.take_away
    done, end = now.done, clock.system_now() + A_STEP
    for sample in batch:
        work(ctx, sample, round)
        done += 1
        if clock.system_now() > end:
            break
    with suppress(SamplesBusy):  # the same step came twice, and the other one asks for the next
        _advance(ctx, now, done)


def _woken(ctx: Context, now: State) -> dict[str, Any]:
    _ask_for_a_step(ctx)
    return now.told()


def _refuse_during(before: State, work: str) -> None:
    if before.state == work:
        raise SamplesBusy("The sample data are being prepared. Wait until they are ready, then try again.")


def _begin(ctx: Context, before: State, begun: State) -> dict[str, Any]:
    _store(ctx, before, begun)
    _ask_for_a_step(ctx)
    return begun.told()


def _advance(ctx: Context, now: State, done: int) -> None:
    is_over = done >= now.total
    end = {"loading": "loaded", "removing": "absent"}[now.state]
    _store(ctx, now, replace(now, done=done, state=end if is_over else now.state))
    if not is_over:
        _ask_for_a_step(ctx)


def _store(ctx: Context, before: State, after: State) -> None:
    """Replace the row if nobody else did; a step that was delivered twice stops here, its records made once."""
    when = (
        plan.absent()
        if before.round == 0
        else plan.equals("state", before.state) & plan.equals("done", before.done) & plan.equals("round", before.round)
    )
    item = {name: getattr(after, name) for name in State.__dataclass_fields__}
    try:
        writes.execute(ctx, [directory.put(ctx, ROW, item, when=when)])
    except writes.Refused as refused:
        raise SamplesBusy("Another request got there first. Look again in a moment.") from refused


def _ask_for_a_step(ctx: Context) -> None:
    queue.send(settings.current().sample_queue_url, ctx.tenant, [queue.Message({"tenant": ctx.tenant})])


def _plan(ctx: Context, now: State) -> Sequence[Sample]:
    return firm.plan(
        today=date.fromisoformat(now.today),
        locale=now.locale,
        first_pipeline=now.pipeline,
        first_stages=list(_stages(ctx, now.pipeline)),
    )


def _sellable_pipeline(ctx: Context) -> str:
    """Return the id of a pipeline in which a deal can be open, won and lost."""
    for pipeline in query.list(ctx, plural="pipelines", limit=100)["items"]:
        if {"open", "won", "lost"} <= {stage["kind"] for stage in pipeline["stages"]}:
            return str(pipeline["id"])
    raise errors.Conflict("Make a pipeline with open, won and lost stages first.", code="no_sellable_pipeline")


def _stages(ctx: Context, pipeline: str) -> Iterator[StageSketch]:
    for stage in records.get(ctx, plural="pipelines", id=pipeline)["stages"]:
        yield StageSketch(stage["key"], stage.get("expected_days"), stage["kind"])


def _users(ctx: Context) -> Sequence[str]:
    """Return the active users, the most powerful first and then in the order in which they joined."""
    active = [user for user in directory.of_kind(ctx, "user") if user.get("status") == "active"]
    rank: dict[str, int] = {role: position for position, role in enumerate(Role)}
    ordered = sorted(active, key=lambda user: (rank.get(user["role"], len(rank)), user["id"]))
    return [user["id"] for user in ordered]
