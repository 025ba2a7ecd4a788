"""Many at once, on a store whose transactions hold: whose turn it is, who is inside, and what is counted."""

import json
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from functions.automation_runner import handler as automation_runner
from tests.builders import Api, Firm
from tests.functional.pipeline.aws_around import LambdaContext
from tests.threads import at_once

PEOPLE = 4
TIMES = 40


def event_of(firm: Firm, lead: dict[str, Any]) -> dict[str, Any]:
    """Return how the bus tells that a lead was created."""
    told = {"first_name": lead["first_name"], "name": lead["name"], "status": "new", "owner": None, "deleted_at": None}
    detail = {
        "event_id": f"{lead['id']}-v1",
        "tenant": firm.id,
        "object": "lead",
        "plural": "leads",
        "id": lead["id"],
        "version": 1,
        "at": datetime.now(UTC).isoformat(timespec="milliseconds")[:23] + "Z",
        "actor": firm.admin.user["id"],
        "reason": None,
        "quiet": False,
        "old": None,
        "new": told,
        "changed": sorted(told),
    }
    return {"detail-type": "LeadCreated", "source": "tendero", "detail": detail}


def deliver(entry: dict[str, Any]) -> int:
    """Bring an entry to the automations until they have taken it, as its queue would; return how often that took."""
    message = {"Records": [{"messageId": "m", "body": json.dumps(entry), "eventSource": "aws:sqs"}]}
    for times in range(1, TIMES):
        if automation_runner.handle(message, LambdaContext(seconds_left=900)) == {"batchItemFailures": []}:
            return times
    raise AssertionError("nobody takes it")


@pytest.fixture
def firm(cloud_api: Api) -> Firm:
    return cloud_api.sign_up()


def created(firm: Firm, number: int) -> dict[str, Any]:
    answer = firm.admin.post("/v1/records/leads", {"first_name": f"Lead {number}"})
    assert answer.status == 201, answer.raw
    return dict(answer.body)


@pytest.mark.parametrize(("mode", "many"), [("round_robin", 64), ("open_work", 24)])
def test_leads_that_come_at_once_are_given_out_fairly_and_each_once(
    cloud_api: Api, firm: Firm, mode: str, many: int, record_property: Any
) -> None:
    people = [
        cloud_api.hire(firm, "rep", email=f"rep{number}@{firm.canary}.example").user["id"] for number in range(PEOPLE)
    ]
    asked = {"name": "Por turnos", "object": "leads", "mode": mode, "people": people}
    rule = firm.admin.post("/v1/assignments", asked).body["id"]
    task = {"object": "tasks", "link": "lead", "values": {"subject": "Llamar", "owner": {"from": "owner"}}}
    steps = [
        {"id": "give", "kind": "action", "action": "assign", "with": {"rule": rule}},
        {"id": "call", "kind": "action", "action": "create_record", "with": task},
    ]
    parts = {"name": "Reparto", "object": "leads", "trigger": {"kind": "created"}, "steps": steps}
    automation = firm.admin.post("/v1/automations", parts).body["id"]
    assert firm.admin.post(f"/v1/automations/{automation}/enable", {}).status == 200
    leads = [created(firm, number) for number in range(many)]

    times = at_once(*(partial(deliver, event_of(firm, lead)) for lead in leads))
    at_once(*(partial(deliver, event_of(firm, lead)) for lead in leads[:16]))

    owners = [firm.admin.get(f"/v1/records/leads/{lead['id']}").body["owner"] for lead in leads]
    tasks = firm.admin.get("/v1/records/tasks?limit=100").body["items"]
    counts = firm.admin.get(f"/v1/automations/{automation}/counts").body
    record_property(f"{many} leads at once, {mode}: shares", sorted(Counter(owners).values()))
    record_property(f"{many} leads at once, {mode}: deliveries", sum(times))
    assert Counter(owners) == dict.fromkeys(people, many // PEOPLE)
    shares = firm.admin.get(f"/v1/assignments/{rule}/shares").body
    assert {one["person"]: one["drawn"] for one in shares["groups"][0]["people"]} == Counter(owners)
    assert shares["drawn"] == many
    assert Counter(task["lead"] for task in tasks) == {lead["id"]: 1 for lead in leads}
    assert Counter(task["owner"] for task in tasks) == Counter(owners)
    assert (counts["entered"], counts["finished"], counts["inside"]) == (many, many, 0)


def test_one_record_that_comes_many_times_at_once_is_inside_once(firm: Firm) -> None:
    values = {"object": "tasks", "link": "lead", "values": {"subject": "Llamar"}}
    steps = [{"id": "call", "kind": "action", "action": "create_record", "with": values}]
    parts = {"name": "Una vez", "object": "leads", "trigger": {"kind": "created"}, "steps": steps, "reentry": "again"}
    automation = firm.admin.post("/v1/automations", parts).body["id"]
    assert firm.admin.post(f"/v1/automations/{automation}/enable", {}).status == 200
    lead = created(firm, 1)
    entry = event_of(firm, lead)

    at_once(*(partial(deliver, entry) for _ in range(16)))

    assert len(firm.admin.get("/v1/records/tasks").body["items"]) == 1
    assert firm.admin.get(f"/v1/automations/{automation}/counts").body["finished"] == 1
