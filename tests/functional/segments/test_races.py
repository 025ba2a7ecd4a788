"""Many at once on the same records and the same segments, on a store whose transactions hold."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random
from threading import Barrier
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import definitions, jobs, records, working
from chalicelib.engine.segments import definition, hearing, keeping, plans, waking
from chalicelib.engine.segments import segments as public
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable, VersionMismatch
from chalicelib.storage import guard
from chalicelib.storage import records as rows
from chalicelib.storage import segments as kept
from tests.world import World

pytestmark = pytest.mark.cloud

THREADS, ROUNDS = 12, 6
CITIES = ("Madrid", "Toledo", "Cádiz")
MADRID = {"field": "address.city", "op": "eq", "value": "Madrid"}
TWICE = {"related": "orders", "op": "gte", "value": 2, "where": {"field": "status", "op": "eq", "value": "delivered"}}


@pytest.fixture
def ctx(cloud_world: World) -> Iterator[Context]:
    plans.forget()
    waking.forget()
    made = cloud_world.ctx()
    with guard.entered(made.tenant):
        yield made


def defined(ctx: Context, name: str, filter: Any, **more: Any) -> str:
    content = {"object": "companies", **({} if filter is None else {"filter": filter}), **more}
    made = definitions.create(ctx, definition.SEGMENT, name=name, content=content).id
    filled(ctx)
    return made


def filled(ctx: Context) -> None:
    """Let a worker take whatever the work on segments waits for, to its end."""
    for job in jobs.page(ctx, kind="segment", limit=50)[0]:
        if job.state == "filling":
            working.take_step(ctx, job=job.id, step="fill", time_left=lambda: timedelta(minutes=10))


def heard(ctx: Context, plural: str, id: str) -> None:
    """Let the keeper hear of a record, as often as its queue would bring the message again."""
    row = rows.get(ctx, plural, id, include_deleted=True)
    values = {"company": [row.values["company"]]} if row and row.values.get("company") else {}
    message = {"tenant": ctx.tenant, "changed": {"object": plural, "id": id, "names": None, "values": values}}
    for _ in range(5):
        try:
            hearing.hear(ctx, message)
        except Unavailable:
            continue
        return
    raise AssertionError("a message is stuck")


def changed(ctx: Context, plural: str, id: str, changes: Any) -> None:
    """Change a record, unless somebody else is faster, and let the keeper hear of it."""
    with suppress(VersionMismatch):
        records.update(ctx, plural=plural, id=id, changes=changes, expected_version=None)
    heard(ctx, plural, id)


def at_once(ctx: Context, act: Any) -> None:
    start = Barrier(THREADS)

    def run(number: int) -> None:
        with guard.entered(ctx.tenant):
            start.wait()
            for turn in range(ROUNDS):
                act(Random(number * 1_000 + turn), replace(ctx, request_id=f"{number}-{turn}"), number)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(run, range(THREADS)))


def assert_true(ctx: Context, ids: list[str], *segments: str) -> None:
    """Hold what is kept against what each record says now."""
    found = rows.get_many(ctx, "companies", ids, consistent=True)
    for segment in segments:
        wanted = {row.id for row in found.values() if public.test(ctx, segment, row)}
        assert {id for page in public.ids(ctx, segment) for id in page} == wanted
        assert public.size(ctx, segment) == len(wanted)
        [moves] = kept.days(ctx, segment, since="2000-01-01").values() or [{}]
        came, went = moves.get("entered", 0) + moves.get("filled", 0), moves.get("left", 0) + moves.get("dropped", 0)
        assert came - went == len(wanted)
    standings = kept.standings(ctx, "companies", ids)
    assert [standing.untold for standing in standings.values()] == [()] * len(ids)


def test_what_many_writers_leave_is_what_each_record_says(ctx: Context) -> None:
    companies = [records.create(ctx, plural="companies", values={"name": f"E {n}"})["id"] for n in range(4)]
    orders = [
        records.create(ctx, plural="orders", values={"date": "2026-11-01", "company": companies[n % 4]})["id"]
        for n in range(12)
    ]
    local, twice = defined(ctx, "Madrid", MADRID), defined(ctx, "Dos", TWICE)
    both = defined(ctx, "Ambas", {"all": [{"segment": local}, {"segment": twice}]})

    def act(chance: Random, ctx: Context, _number: int) -> None:
        if chance.random() < 0.4:
            id, changes = chance.choice(companies), {"address": {"city": chance.choice(CITIES)}}
            changed(ctx, "companies", id, changes)
        else:
            id = chance.choice(orders)
            changes = {"status": chance.choice(("confirmed", "delivered"))}
            changed(ctx, "orders", id, changes)

    at_once(ctx, act)

    assert_true(ctx, companies, local, twice, both)


def test_a_segment_that_asks_otherwise_while_records_change_ends_true(ctx: Context) -> None:
    companies = [records.create(ctx, plural="companies", values={"name": f"E {n}"})["id"] for n in range(4)]
    local = defined(ctx, "Ciudad", MADRID)

    def act(chance: Random, ctx: Context, number: int) -> None:
        if number == 0:
            now = definitions.get(ctx, definition.SEGMENT, id=local)
            changes = {"filter": {**MADRID, "value": chance.choice(CITIES)}}
            definitions.change(ctx, definition.SEGMENT, id=local, changes=changes, expected_version=now.version)
            filled(ctx)
            return
        id = chance.choice(companies)
        changes = {"address": {"city": chance.choice(CITIES)}}
        changed(ctx, "companies", id, changes)

    at_once(ctx, act)

    assert_true(ctx, companies, local)
    assert public.is_ready(ctx, local)


def test_a_list_changed_by_many_holds_what_the_last_of_each_said(ctx: Context) -> None:
    companies = [records.create(ctx, plural="companies", values={"name": f"E {n}"})["id"] for n in range(THREADS)]
    listed = defined(ctx, "Lista", None, mode="static")

    def act(_chance: Random, ctx: Context, number: int) -> None:
        turn = int(ctx.request_id.rpartition("-")[2])
        mine, everybodys = companies[number], companies[0]
        call = keeping.Call("companies", listing={listed: turn % 2 == 1})
        keeping.keep(ctx, call, [mine, everybodys])

    at_once(ctx, act)

    members = {id for page in public.ids(ctx, listed) for id in page}
    assert members - {companies[0]} == {*companies[1:]}
    assert public.size(ctx, listed) == len(members)
