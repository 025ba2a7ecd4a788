"""Every call of the keeper breaks in each of four ways; the message comes again, and who is in a segment is true.

Whoever came in is told at least once, always under the same id.
"""

import json
from datetime import timedelta
from typing import Any

import pytest

from chalicelib import wiring
from chalicelib.engine import background, firing, workload
from chalicelib.engine.segments import listing
from chalicelib.storage import directory, guard, writes
from chalicelib.storage import segments as kept
from functions.job_worker import handler as job_worker
from functions.segment_keeper import handler as segment_keeper
from tests.faults import FaultInjector
from tests.functional.pipeline.aws_around import LambdaContext
from tests.functional.segments.around import Around

MADRID = {"field": "address.city", "op": "eq", "value": "Madrid"}
FRESH = {"not": {"field": "created_at", "op": "older_than", "value": "2_days"}}
TRIES = 6


def bring(around: Around, faults: FaultInjector) -> list[dict[str, Any]]:
    """Bring every message until its function has done with it, and return what the bus was told meanwhile."""
    handlers: dict[str, Any] = {"segments": segment_keeper, "work": job_worker}
    while around.waiting:
        queue, body = around.waiting.pop(0)
        event = {"Records": [{"messageId": "m", "body": body, "eventSource": "aws:sqs"}]}
        assert any(_is_done(faults, handlers[queue], event) for _ in range(TRIES)), (queue, body)
    told, around.bus = around.bus, []
    return [json.loads(entry["Detail"]) for entry in told if entry["DetailType"].startswith("Segment")]


def _is_done(faults: FaultInjector, handler: Any, event: dict[str, Any]) -> bool:
    answers: list[Any] = []
    return faults.surviving(lambda: answers.append(handler.handle(event, LambdaContext()))) and answers == [
        {"batchItemFailures": []}
    ]


def assert_kept(around: Around, segment: str, *members: str) -> None:
    assert around.members(segment) == {*members}
    assert around.size(segment) == len(members)
    with guard.entered(around.ctx.tenant):
        days = kept.days(around.ctx, segment, since="2000-01-01").values()
        standings = kept.standings(around.ctx, "companies", members)
    came = sum(day.get("entered", 0) + day.get("filled", 0) for day in days)
    assert came - sum(day.get("left", 0) + day.get("dropped", 0) for day in days) == len(members)
    assert all(not standing.untold for standing in standings.values())


@pytest.mark.every_fault
def test_a_company_comes_in_once_however_often_its_message_does(around: Around, faults: FaultInjector) -> None:
    around.begin()
    segment = around.segment("De Madrid", "companies", MADRID)
    around.settle()
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    around._bring_stream(badly=False)
    around._bring_bus(badly=False)

    told = bring(around, faults)

    assert_kept(around, segment, rios)
    assert [(each["id"], each["data"]["segment"]) for each in told[:1]] == [(rios, segment)]
    assert len({each["occurrence"] for each in told}) == 1


@pytest.mark.every_fault
def test_a_segment_is_filled_whatever_breaks(around: Around, faults: FaultInjector) -> None:
    around.begin()
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    around.create("companies", name="Hotel Sol")
    around.settle()
    segment = around.segment("De Madrid", "companies", MADRID)

    told = bring(around, faults)

    assert_kept(around, segment, rios)
    assert told == []


@pytest.mark.every_fault
def test_a_list_is_filled_and_emptied_again_whatever_breaks(around: Around, faults: FaultInjector) -> None:
    around.begin()
    rios, luna = (around.create("companies", name=name, address={"city": "Madrid"}) for name in ("Ríos", "Luna"))
    segment = around.segment("A mano", "companies", mode="static")
    with guard.entered(around.ctx.tenant):
        who = directory.put(around.ctx, directory.user(around.ctx.actor.id), {"status": "active", "role": "admin"})
        writes.execute(around.ctx, [who])
    around.list_by_hand(segment, "companies", rios)
    around.settle()
    with guard.entered(around.ctx.tenant):
        job = listing.change_by_filter(around.later(), id=segment, filter=MADRID)
    bring(around, faults)
    assert_kept(around, segment, rios, luna)

    with guard.entered(around.ctx.tenant):
        workload.undo(around.later(), id=job["id"])
    bring(around, faults)

    assert_kept(around, segment, rios)
    with guard.entered(around.ctx.tenant):
        told = workload.get(around.later(), id=job["id"])
    assert (told["state"], told["result"]) == (
        "undone",
        {"counts": {"added": 1, "there": 1}, "undo": {"undone": 1, "kept": 0}},
    )


@pytest.mark.every_fault
def test_a_day_that_begins_is_heard_whatever_breaks(around: Around, faults: FaultInjector) -> None:
    around.begin()
    segment = around.segment("Nuevas", "companies", FRESH)
    around.create("companies", name="Bodegas Ríos")
    around.settle()
    around.time.now += timedelta(days=4)

    def fire() -> None:
        with background.acting(around.ctx.tenant, name="timer_firer", request_id="fire") as ctx:
            firing.fire_due(ctx, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=5))

    assert any(faults.surviving(fire) for _ in range(TRIES))
    told = bring(around, faults)

    assert_kept(around, segment)
    assert {each["data"]["segment"] for each in told} == {segment}
    assert len({each["occurrence"] for each in told}) == 1
