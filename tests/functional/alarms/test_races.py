"""Many looks at one alarm at once, and many events of one minute, on a store whose transactions hold."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from threading import Barrier

import pytest

from chalicelib import wiring  # noqa: F401 - declares where numbers come from
from chalicelib.engine import definitions, events
from chalicelib.engine.alarms import keeping, kind, moving
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import alarms as store
from chalicelib.storage import directory, guard, index, timeline, timers, writes
from chalicelib.storage.index import Counter
from tests.world import World

pytestmark = pytest.mark.cloud

AT_ONCE = 64


@pytest.fixture
def ctx(cloud_world: World) -> Iterator[Context]:
    moving.forget()
    made = cloud_world.ctx()
    with guard.entered(made.tenant):
        firm = {"currency": "EUR", "time_zone": "Europe/Madrid", "locale": "es"}
        owner = {"id": made.actor.id, "email": "ana@rios.example", "locale": "es", "time_zone": "Europe/Madrid"}
        person = {**owner, "status": "active", "role": "admin", "full_name": "Ana"}
        writes.execute(made, [directory.put(made, directory.TENANT, firm)])
        writes.execute(made, [directory.put(made, directory.user(made.actor.id), person)])
        yield made


def watched(ctx: Context) -> str:
    content = {
        "metric": {"source": "records", "of": "leads", "figure": "count"},
        "rule": {"kind": "limit", "op": "above", "value": "2"},
    }
    return definitions.create(ctx, kind.ALARM, name="Muchos leads", content=content).id


def count(ctx: Context, leads: int) -> None:
    """Let there be so many more leads, as the counters know."""
    counter = Counter(option="", owner="", currency="", count=leads, sums={})
    writes.execute(ctx, [index.add_to_counter(ctx, "leads", "_all", counter, shard=0)])


def at_once(ctx: Context, act: Callable[[Context], None]) -> None:
    start = Barrier(AT_ONCE)

    def run(number: int) -> None:
        with guard.entered(ctx.tenant):
            system = replace(ctx, actor=Actor("system", "alarm_keeper"))
            start.wait()
            for _ in range(20):  # as often as a queue would bring the message again
                try:
                    act(system)
                except Unavailable:
                    continue
                return
            raise AssertionError("a message is stuck")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for done in [pool.submit(copy_context().run, run, number) for number in range(AT_ONCE)]:
            done.result()


def told(ctx: Context) -> int:
    entries, _ = timeline.page(ctx, ctx.actor.id, limit=100)
    return sum(entry.data.get("what") == keeping.NOTICE for entry in entries)


def test_sixty_four_looks_at_once_tell_a_crossing_once(ctx: Context) -> None:
    alarm = watched(ctx)
    keeping.look(ctx, alarm)
    count(ctx, 3)

    at_once(ctx, lambda system: keeping.look(system, alarm))

    assert (len(store.raisings(ctx, alarm, limit=10)[0]), told(ctx)) == (1, 1)
    assert store.state(ctx, alarm).raised_at is not None


def test_sixty_four_events_of_a_minute_ask_for_one_look(ctx: Context) -> None:
    alarm = watched(ctx)
    keeping.look(ctx, alarm)
    now = ctx.now.replace(second=5)
    heard = events.Event(
        id="e", name="LeadCreated", tenant=ctx.tenant, object="lead", plural="leads", record=ctx.new_id(), version=1,
        at="", actor="", reason=None, quiet=False, old=None, new={}, changed=(),
    )  # fmt: skip
    before = len([each for each in timers.due(ctx, now="2999", limit=50) if each.kind == moving.MOVED])

    at_once(ctx, lambda system: moving.hear(replace(system, now=now), heard))

    moved = [each for each in timers.due(ctx, now="2999", limit=50) if each.kind == moving.MOVED]
    assert len(moved) == before + 1
