"""What a function parked is listed for the firm that it belongs to, and goes back when the firm says so."""

import json
from dataclasses import replace
from typing import Any

import boto3
import pytest

from chalicelib import settings
from functions.parking_keeper import handler as parking_keeper
from tests.builders import Api
from tests.client import Caller
from tests.functional.automation.works import Works
from tests.functional.failures.test_failures import listed
from tests.functional.pipeline.aws_around import LambdaContext

PARKING = "work automations record-stream:record-stream timer-stream:timer-keeper"


@pytest.fixture
def parked(works: Works) -> "Parked":
    return Parked(works)


class Parked:
    """The dead-letter queues of the stage, and the function that looks through them."""

    def __init__(self, works: Works) -> None:
        self.works = works
        settings.use(replace(works.world.settings, parking=PARKING))
        self.sqs = boto3.client("sqs", region_name=works.world.settings.region)
        for name in ("work", "automations"):
            self.sqs.create_queue(QueueName=f"{works.world.settings.prefix}-{name}-dlq")

    def park(self, name: str, body: Any, *, group: str | None = "own") -> None:
        named = {} if group is None else {"MessageGroupId": self.works.firm.id if group == "own" else group}
        self.sqs.send_message(QueueUrl=self._url(name), MessageBody=json.dumps(body), **named)

    def lying(self, name: str) -> int:
        asked = {"QueueUrl": self._url(name), "AttributeNames": ["All"]}
        told = self.sqs.get_queue_attributes(**asked)["Attributes"]
        return int(told["ApproximateNumberOfMessages"]) + int(told["ApproximateNumberOfMessagesNotVisible"])

    def look(self) -> None:
        parking_keeper.handle({}, LambdaContext(seconds_left=100.0))

    def _url(self, name: str) -> str:
        return str(self.sqs.get_queue_url(QueueName=f"{self.works.world.settings.prefix}-{name}-dlq")["QueueUrl"])


def only(caller: Caller) -> dict[str, Any]:
    (failure,) = listed(caller, kind="parked")
    return failure


def step(works: Works) -> tuple[dict[str, Any], dict[str, Any]]:
    """Ask for a job, lose its message to the dead-letter queue, and return company and message."""
    company = works.create("companies", name="Bodega")
    asked = {"object": "companies", "action": "update", "target": {"ids": [company["id"]]}}
    works.ask("/v1/bulk", {**asked, "changes": {"industry": "retail"}}, status=202)
    (message,) = works.messages(works.world.settings.work_queue_url)
    return company, message


def test_a_parked_message_is_listed_once_and_stays_for_whoever_runs_the_stage(works: Works, parked: Parked) -> None:
    _, message = step(works)
    parked.park("work", message)

    for _ in range(2):
        parked.look()

    failure = only(works.admin)
    assert (failure["what"], failure["code"], failure["may_retry"]) == ("work", "too_often", True)
    assert parked.lying("work") == 1


def test_a_parked_message_goes_back_when_the_firm_says_so_and_has_its_effect_once(works: Works, parked: Parked) -> None:
    company, message = step(works)
    parked.park("work", message)
    parked.look()

    works.ask(f"/v1/failures/{only(works.admin)['id']}/retry", {})
    for _ in range(2):
        parked.look()
        works.until_quiet()

    assert works.read("companies", company["id"])["industry"] == "retail"
    assert works.read("companies", company["id"])["version"] == 2
    assert (parked.lying("work"), listed(works.admin, kind="parked")) == (0, [])


def test_what_rests_goes_nowhere(works: Works, parked: Parked) -> None:
    parked.park("work", step(works)[1])
    parked.look()

    works.ask(f"/v1/failures/{only(works.admin)['id']}/dismiss")
    parked.look()

    assert (parked.lying("work"), listed(works.admin, kind="parked")) == (1, [])


def test_a_parked_timer_is_set_again(works: Works, parked: Parked) -> None:
    task = works.create("tasks", subject="Llamar")
    timer = {"id": f"run:{task['id']}", "kind": "automation_run", "due": "2026-11-22 09:00:00+00:00", "data": {}}
    parked.park("timer-stream", timer)
    parked.look()

    works.ask(f"/v1/failures/{only(works.admin)['id']}/retry", {})
    before = len(works.timers())
    parked.look()

    assert (len(works.timers()) - before, parked.lying("timer-stream")) == (1, 0)


def test_an_event_of_the_bus_says_whose_it_is_and_about_which_record(works: Works, parked: Parked) -> None:
    lead = works.create("leads", first_name="Begoña")
    (entry,) = [entry for entry in _entries(works) if entry["detail"]["id"] == lead["id"]]
    parked.park("automations", entry, group=None)

    parked.look()

    about = only(works.admin)["about"]
    assert (about["plural"], about["id"], about["name"]) == ("leads", lead["id"], "Begoña")


def _entries(works: Works) -> list[dict[str, Any]]:
    works._follow()
    return works.entries()


def test_what_is_nobodys_stays_where_it_is(works: Works, parked: Parked) -> None:
    parked.park("work", "?", group=None)
    parked.park("work", {"tenant": "nobody"}, group=None)

    parked.look()

    assert (parked.lying("work"), listed(works.admin)) == (2, [])


def test_a_firm_neither_sees_nor_sends_back_what_another_firm_lost(works: Works, parked: Parked, api: Api) -> None:
    parked.park("work", step(works)[1])
    parked.look()
    failure = only(works.admin)
    other = api.sign_up()

    answer = other.admin.post(f"/v1/failures/{failure['id']}/retry", {})

    assert (answer.status, listed(other.admin)) == (404, [])
    assert only(works.admin) == failure
