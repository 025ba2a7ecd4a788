"""Sending parked messages back: each takes effect, and takes it once."""

import json
from typing import Any

import boto3
import pytest

from infra.redrive import Redriven, redrive
from tests.builders import Firm
from tests.functional.work.workshop import Workshop
from tests.world import World


class Lambda:
    """Notes how it is called; ``fails`` says whether the function does."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.calls: list[tuple[str, Any]] = []

    def invoke(self, **asked: Any) -> dict[str, Any]:
        self.calls.append((asked["FunctionName"], json.loads(asked["Payload"])))
        return {"FunctionError": "Unhandled"} if self.fails else {}


@pytest.fixture
def shop(world: World, firm: Firm) -> Workshop:
    return Workshop(world, firm.admin)


@pytest.fixture
def sqs(world: World) -> Any:
    client = boto3.client("sqs", region_name=world.settings.region)
    client.create_queue(QueueName=f"{world.settings.prefix}-work-dlq")
    return client


def test_a_parked_message_goes_back_and_has_its_effect_once(shop: Workshop, world: World, sqs: Any) -> None:
    made = shop.caller.post("/v1/records/companies", {"name": "Bodega"}).body
    place = f"/v1/records/companies/{made['id']}"
    asked = {"object": "companies", "action": "update", "target": {"ids": [made["id"]]}}
    job = shop.ask("/v1/bulk", {**asked, "changes": {"industry": "retail"}})
    message = shop.take()
    assert message is not None
    for _ in range(2):
        park(world, sqs, "work", message["body"])

    sent = redrive(world.settings.prefix, "work", sqs=sqs, lambda_=Lambda())
    shop.work()
    again = redrive(world.settings.prefix, "work", sqs=sqs, lambda_=Lambda())

    assert (sent, again) == (Redriven(sent=2), Redriven())
    assert (shop.read(job["id"])["state"], shop.caller.get(place).body["version"]) == ("done", 2)


def test_what_a_stream_parked_goes_to_its_function(world: World, sqs: Any) -> None:
    record = {"eventName": "MODIFY", "dynamodb": {"Keys": {}}}
    park(world, sqs, "record-stream", json.dumps(record))
    function = Lambda()

    done = redrive(world.settings.prefix, "record-stream", sqs=sqs, lambda_=function)

    assert done == Redriven(sent=1)
    assert function.calls == [(f"{world.settings.prefix}-record-stream", {"Records": [record]})]


def test_what_fails_again_stays_parked(world: World, sqs: Any) -> None:
    park(world, sqs, "record-stream", json.dumps({"dynamodb": {}}))
    park(world, sqs, "timer-stream", json.dumps({"id": "x", "kind": "gone", "due": "2026-11-22", "data": {}}))

    failed = redrive(world.settings.prefix, "record-stream", sqs=sqs, lambda_=Lambda(fails=True))
    unread = redrive(world.settings.prefix, "timer-stream", sqs=sqs, lambda_=Lambda())

    assert (failed, unread) == (Redriven(stayed=1), Redriven(stayed=1))


def test_nothing_is_sent_to_a_queue_that_is_not_ours(world: World, sqs: Any) -> None:
    with pytest.raises(LookupError):
        redrive(world.settings.prefix, "unicorns", sqs=sqs, lambda_=Lambda())


def park(world: World, sqs: Any, name: str, body: str) -> None:
    url = sqs.get_queue_url(QueueName=f"{world.settings.prefix}-{name}-dlq")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody=body)
