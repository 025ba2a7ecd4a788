"""A firm's segments over the API: what the tests of them have in common."""

import json
from typing import Any

import boto3
import pytest

from chalicelib.engine.segments import plans, waking
from functions.job_worker import handler as job_worker
from functions.record_stream import handler as record_stream
from functions.segment_keeper import handler as segment_keeper
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.pipeline.aws_around import LambdaContext, stream_of
from tests.world import World

MADRID = {"field": "address.city", "op": "eq", "value": "Madrid"}


@pytest.fixture(scope="module")
def world(shared_world: World) -> World:
    return shared_world


@pytest.fixture(scope="module")
def api(shared_api: Api) -> Api:
    return shared_api


@pytest.fixture
def firm(api: Api) -> Firm:
    plans.forget()
    waking.forget()
    return api.sign_up()


def settle(world: World) -> None:
    """Bring the stream to the keeper, and every message to its function."""
    records = stream_of(world.settings.prefix)
    fresh = records[_position.get(world.settings.prefix, 0) :]
    _position[world.settings.prefix] = len(records)
    with world.watch.during() as calls:
        if fresh:
            record_stream.handle({"Records": fresh}, LambdaContext())
    entries = [entry for call in calls if call.operation == "PutEvents" for entry in call.parameters["Entries"]]
    for entry in entries:
        deliver(segment_keeper, {"detail-type": entry["DetailType"], "detail": json.loads(entry["Detail"])})
    sqs = boto3.client("sqs", region_name=world.settings.region)
    for url, function in (
        (world.settings.work_queue_url, job_worker),
        (world.settings.segment_queue_url, segment_keeper),
    ):
        while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=1).get("Messages"):
            sqs.delete_message(QueueUrl=url, ReceiptHandle=messages[0]["ReceiptHandle"])
            deliver(function, json.loads(messages[0]["Body"]))


def deliver(function: Any, body: Any) -> None:
    event = {"Records": [{"messageId": "m", "body": json.dumps(body), "eventSource": "aws:sqs"}]}
    assert function.handle(event, LambdaContext()) == {"batchItemFailures": []}


_position: dict[str, int] = {}


def made(caller: Caller, path: str, body: Any) -> dict[str, Any]:
    answer = caller.post(path, body)
    assert answer.status in (200, 201, 202), answer.raw
    return dict(answer.body)


def segment(caller: Caller, filter: Any, *, object: str = "companies", **more: Any) -> str:
    return str(made(caller, "/v1/segments", {"name": "Clientes", "object": object, "filter": filter, **more})["id"])


def company(caller: Caller, name: str, city: str = "Madrid", **more: Any) -> str:
    return str(made(caller, "/v1/records/companies", {"name": name, "address": {"city": city}, **more})["id"])


def names(answer: Any) -> list[str]:
    assert answer.status == 200, answer.raw
    return sorted(item["name"] for item in answer.body["items"])
