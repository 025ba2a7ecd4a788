"""Filling a workspace with the sample firm, and emptying it again, a handful of records at a time.

How far it got is one row of the tenant's directory. A record's id follows from the tenant, the round and the sample's
key, so a step that runs twice finds its records there and goes on; removing walks the same plan backwards.
Each record is written at the moment it claims to be from, by the user who is to own it: ages, histories and timelines
come out as if they had been lived.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib import settings
from chalicelib.engine import overlays, query, records
from chalicelib.gateways import queue
from chalicelib.kernel import errors
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.samples import firm
from chalicelib.samples.plan import Ref, Sample, StageSketch
from chalicelib.storage import directory, plan, writes

ROW = "samples"
BATCH = 100
REASON = "sample_data"


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
    return _begin(ctx, before, replace(before, state="removing", done=0))


def step(ctx: Context) -> None:
    """Do the next handful of records and, if any are left, ask for another step."""
    now = state(ctx)
    if now.state not in ("loading", "removing"):
        return
    users = _users(ctx)
    ctx = _as_user(replace(ctx, locale=now.locale, time_zone=now.time_zone), users[0])
    samples = _plan(ctx, now)
    batch = list(islice(samples if now.state == "loading" else reversed(samples), now.done, now.done + BATCH))
    ids = {sample.key: sample_id(ctx.tenant, now.round, sample) for sample in samples}
    if now.state == "loading":
        for sample in batch:
            _make(ctx, sample, ids, users)
    else:
        for sample in batch:
            _take_away(ctx, sample, ids[sample.key])
    with suppress(SamplesBusy):  # the same step came twice, and the other one asks for the next
        _advance(ctx, now, now.done + len(batch))


def sample_id(tenant: TenantId, round: int, sample: Sample) -> str:
    """Return the id of a sample's record: the sample's own moment, and bits that follow from tenant, round and key."""
    bits = hashlib.sha256(f"{tenant}#{round}#{sample.key}".encode()).digest()
    return Ids(random_bytes=lambda count: bits[:count]).ulid(sample.at)


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


def _make(ctx: Context, sample: Sample, ids: Mapping[str, str], users: Sequence[str]) -> None:
    owner, id = users[sample.owner % len(users)], ids[sample.key]
    values = {**_resolved(sample.values, ids), **_owned(ctx, sample.plural, owner)}
    try:
        records.create(_at(ctx, sample.at, owner), plural=sample.plural, values=values, id=id)
    except errors.Conflict:
        if not _exists(ctx, sample.plural, id):
            raise
    for version, later in enumerate(sample.steps, start=1):
        changes = _resolved(later.changes, ids)
        with suppress(errors.VersionMismatch):
            records.update(
                _at(ctx, later.at, owner), plural=sample.plural, id=id, changes=changes, expected_version=version
            )


def _take_away(ctx: Context, sample: Sample, id: str) -> None:
    try:
        version = records.get(ctx, plural=sample.plural, id=id)["version"]
        records.delete(ctx, plural=sample.plural, id=id, expected_version=version)
    except (errors.NotFound, errors.Conflict):
        return


def _exists(ctx: Context, plural: str, id: str) -> bool:
    try:
        return bool(records.get(ctx, plural=plural, id=id))
    except errors.NotFound:
        return False


def _at(ctx: Context, moment: datetime, user: str) -> Context:
    return replace(_as_user(ctx, user), now=moment)


def _as_user(ctx: Context, user: str) -> Context:
    return replace(ctx.because(REASON, quiet=True), actor=Actor("user", user, Role.ADMIN))


def _owned(ctx: Context, plural: str, owner: str) -> Mapping[str, Any]:
    return {"owner": owner} if overlays.load(ctx).of_plural(plural).features.owned else {}


def _resolved(value: Any, ids: Mapping[str, str]) -> Any:
    """Return a sample's values with every ``Ref`` replaced by the id it stands for."""
    if isinstance(value, Ref):
        return ids[value.key]
    if isinstance(value, Mapping):
        return {name: _resolved(part, ids) for name, part in value.items()}
    if isinstance(value, list):
        return [_resolved(part, ids) for part in value]
    return value
