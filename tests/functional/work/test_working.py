"""What holds for long work of every kind, shown with one that counts to three."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib import wiring
from chalicelib.engine import firing, jobs, working
from chalicelib.engine.jobs import Job
from chalicelib.engine.working import OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict
from chalicelib.storage import directory, guard, writes
from tests.builders import Api, Firm
from tests.functional.work.workshop import Workshop
from tests.world import World

THREE = 3


def count_on(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Count one up, and to the next worker go."""
    if job.data.get("trip"):
        raise Conflict("It fell over its own feet.", code="tripped")
    done = job.data["progress"]["done"] + 1
    data = {"progress": {"done": done, "total": THREE}, "result": {"by": ctx.actor.id, "reason": ctx.reason}}
    jobs.move(ctx, job, to="counting" if done < THREE else "done", data=data)
    if done < THREE:
        raise OutOfTime


COUNTING = Work("count", steps={"count": Step("counting", count_on)}, reason=lambda _job: "Counting to three")


@pytest.fixture(autouse=True)
def counting() -> Iterator[None]:
    working.declare({**wiring.WORK, "count": COUNTING})
    yield
    working.declare(wiring.WORK)


@pytest.fixture
def shop(world: World, firm: Firm) -> Workshop:
    return Workshop(world, firm.admin)


def test_a_job_is_taken_to_its_end_worker_by_worker(shop: Workshop, world: World) -> None:
    ctx = person(shop, world)

    job = begun(ctx)
    workers = shop.work()

    told = shop.read(job.id)
    assert workers == THREE
    assert (told["kind"], told["state"], told["is_running"], told["title"]) == (
        "count",
        "done",
        False,
        "Counting to three",
    )
    assert told["progress"] == {"done": 3, "total": 3}
    assert told["result"] == {"by": ctx.actor.id, "reason": "Counting to three"}
    assert [each["id"] for each in shop.caller.get("/v1/jobs").body["items"]] == [job.id]


def test_a_message_that_comes_twice_does_no_step_twice(shop: Workshop, world: World) -> None:
    job = begun(person(shop, world))
    message = shop.take()
    assert message is not None

    shop.work()
    shop.deliver(message)
    shop.work()
    shop.deliver(message)

    assert shop.read(job.id)["progress"] == {"done": 3, "total": 3}


def test_a_refusal_ends_the_job_with_its_reason(shop: Workshop, world: World) -> None:
    job = begun(person(shop, world), trip=True)

    shop.work()

    told = shop.read(job.id)
    assert told["state"] == "failed"
    assert told["problem"] == {"code": "tripped", "detail": "It fell over its own feet."}


def test_a_job_that_failed_is_taken_up_at_the_step_where_it_did(shop: Workshop, world: World) -> None:
    job = begun(person(shop, world), trip=True)
    shop.work()
    (failure,) = shop.caller.get("/v1/failures?kind=job").body["items"]

    again = shop.caller.post(f"/v1/failures/{failure['id']}/retry", {})
    running = shop.read(job.id)
    shop.work()

    assert (failure["what"], failure["code"], failure["of"][0]["id"]) == ("count", "tripped", job.id)
    assert (again.body["state"], running["state"], running["problem"]) == ("retried", "counting", None)
    assert shop.read(job.id)["problem"]["code"] == "tripped"
    (listed,) = shop.caller.get("/v1/failures?kind=job").body["items"]
    assert listed["id"] > failure["id"]


def test_whoever_works_here_no_longer_does_nothing_more(shop: Workshop, world: World) -> None:
    ctx = person(shop, world)
    job = begun(ctx)
    with guard.entered(ctx.tenant):
        writes.execute(ctx, [directory.update(ctx, directory.user(ctx.actor.id), set={"status": "inactive"})])

    shop.work()

    with guard.entered(ctx.tenant):
        left = jobs.get(ctx, id=job.id, kind="count")
    assert (left.state, left.data["problem"]["code"]) == ("failed", "owner_is_gone")


def test_a_job_whose_message_was_lost_is_woken(shop: Workshop, world: World) -> None:
    ctx = person(shop, world)
    job = begun(ctx)
    shop.take()

    fire(world, ctx, minutes=16)
    shop.work()

    assert shop.read(job.id)["state"] == "done"


def test_a_job_that_never_moves_is_given_up(shop: Workshop, world: World) -> None:
    ctx = person(shop, world)
    job = begun(ctx)

    for _ in range(working.PATIENCE + 2):
        fire(world, ctx, minutes=16)
        shop.take()

    with guard.entered(ctx.tenant):
        left = jobs.get(ctx, id=job.id, kind="count")
    assert (left.state, left.data["problem"]["code"]) == ("failed", "stalled")


def test_a_job_is_seen_by_whoever_asked_for_it_and_by_managers(world: World, firm: Firm, api: Api) -> None:
    rep, other, manager = (api.hire(firm, role) for role in ("rep", "viewer", "manager"))
    job = begun(person(Workshop(world, rep), world))

    statuses = [who.get(f"/v1/jobs/{job.id}").status for who in (rep, other, manager)]

    assert statuses == [200, 404, 200]
    assert other.get("/v1/jobs").body["items"] == []


def person(shop: Workshop, world: World) -> Context:
    """Return the context of the shop's caller."""
    me = shop.caller.get("/v1/me").body
    ctx = world.ctx(me["tenant"]["id"], now=world.now)
    return replace(ctx, actor=replace(ctx.actor, id=me["user"]["id"]))


def begun(ctx: Context, **data: object) -> Job:
    with guard.entered(ctx.tenant):
        return working.begin(ctx, COUNTING, step="count", data={"progress": {"done": 0, "total": THREE}, **data})


def fire(world: World, ctx: Context, *, minutes: float) -> None:
    """Let time go by and fire what is due."""
    world.pass_time(minutes=minutes)
    with guard.entered(ctx.tenant):
        later = replace(ctx, now=world.now)
        firing.fire_due(later, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=1))
