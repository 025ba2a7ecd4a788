"""A worker that dies at any call of a bulk or of its undo changes no record twice and leaves none out.

``every_fault`` breaks each call of the worker in each of the four ways; the message then comes again, as it would.
"""

from typing import Any

import pytest

from chalicelib.engine.bulk import passing, selecting
from tests.builders import Firm
from tests.faults import FaultInjector
from tests.functional.pipeline.aws_around import forget_records
from tests.functional.work.workshop import Workshop
from tests.world import World

RECORDS = 3
PATIENCE = 12


@pytest.fixture
def shop(world: World, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """Return a workshop in which two ids make a part and two records a group."""
    monkeypatch.setattr(selecting, "A_PART", 2)
    monkeypatch.setattr(passing, "TOGETHER", 2)
    return Workshop(world, firm.admin)


@pytest.mark.every_fault
def test_a_bulk_survives_every_single_fault(shop: Workshop, faults: FaultInjector) -> None:
    mark, made = prepared(shop)
    job = shop.ask("/v1/bulk", edit(mark))

    survive(shop, faults)

    told = shop.read(job["id"])
    assert (told["state"], told["progress"]) == ("done", {"done": RECORDS, "total": RECORDS})
    assert told["result"]["counts"]["changed"] == RECORDS
    assert [state(shop, each) for each in made] == [("food", 2)] * RECORDS


@pytest.mark.every_fault
def test_an_undo_survives_every_single_fault(shop: Workshop, faults: FaultInjector) -> None:
    mark, made = prepared(shop)
    job = shop.done("/v1/bulk", edit(mark))
    shop.ask(f"/v1/jobs/{job['id']}/undo")

    survive(shop, faults)

    told = shop.read(job["id"])
    assert (told["state"], told["result"]["undo"]) == ("undone", {"undone": RECORDS, "kept": 0, "kept_records": []})
    assert [state(shop, each) for each in made] == [("retail", 3)] * RECORDS


def prepared(shop: Workshop) -> tuple[str, list[dict[str, Any]]]:
    """Return the website that only some new records have, and those."""
    forget_records()
    mark = shop.world.ids.token()[:20]
    values = {"industry": "retail", "website": f"https://{mark.lower()}.example"}
    made = [shop.caller.post("/v1/records/companies", {"name": f"Bodega {n}", **values}) for n in range(RECORDS)]
    assert {answer.status for answer in made} == {201}, made[0].raw
    return values["website"], [answer.body for answer in made]


def edit(website: str) -> dict[str, Any]:
    theirs = {"field": "website", "op": "eq", "value": website}
    return {"object": "companies", "action": "update", "target": {"filter": theirs}, "changes": {"industry": "food"}}


def survive(shop: Workshop, faults: FaultInjector) -> None:
    """Let workers have every message, one that dies again, until the queue is quiet."""
    waiting = [message for message in [shop.take()] if message]
    for _ in range(PATIENCE):
        if not waiting:
            return
        message = waiting.pop(0)

        def delivered(message: dict[str, Any] = message) -> None:
            assert shop.deliver(message) == {"batchItemFailures": []}

        if not faults.surviving(delivered):
            waiting.append(message)
        while found := shop.take():
            waiting.append(found)
    raise AssertionError("the bulk is in limbo")


def state(shop: Workshop, record: dict[str, Any]) -> tuple[str, int]:
    now = shop.caller.get(f"/v1/records/companies/{record['id']}").body
    return now["industry"], now["version"]
