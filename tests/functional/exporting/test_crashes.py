"""An export whose worker dies at any call ends as a whole file, and nobody is ever offered half of one."""

import csv
import io
from functools import partial
from typing import Any

import boto3
import pytest

from chalicelib.engine import records
from chalicelib.engine.exporting import exports, worker
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, guard, writes
from functions.job_worker import handler
from tests.faults import FaultInjector
from tests.functional.importing.desk import LambdaContext
from tests.world import World

NAMES = [f"Bodega {number}" for number in range(3)]
PATIENCE = 8


@pytest.fixture
def eva(world: World) -> Context:
    """Return somebody whose firm knows a few companies."""
    ctx = world.ctx(now=clock.system_now())
    with guard.entered(ctx.tenant):
        person = {"id": ctx.actor.id, "email": "eva@olmedo.example", "role": "admin", "status": "active"}
        writes.execute(ctx, [directory.put(ctx, directory.user(ctx.actor.id), person)])
        for name in NAMES:
            records.create(ctx, plural="companies", values={"name": name})
    return ctx


def taken(world: World) -> list[dict[str, Any]]:
    sqs, url = boto3.client("sqs", region_name=world.settings.region), world.settings.work_queue_url
    found = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
    for message in found:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return [{"messageId": each["MessageId"], "body": each["Body"], "eventSource": "aws:sqs"} for each in found]


def deliver(message: dict[str, Any]) -> None:
    """Let a worker have the message; one that fails says so and gets it again."""
    assert handler.handle({"Records": [message]}, LambdaContext()) == {"batchItemFailures": []}


def rows(world: World, ctx: Context, id: str) -> list[str] | None:
    """Return what the file says, None while there is no link to it."""
    with guard.entered(ctx.tenant):
        told = exports.get(ctx, id=id)
        if told["download"] is None:
            return None
    key = "t/" + told["download"]["url"].split("?")[0].split("/t/", 1)[1]
    store = boto3.client("s3", region_name=world.settings.region)
    content = store.get_object(Bucket=world.settings.files_bucket, Key=key)["Body"].read()
    return sorted(row[0] for row in list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:])


@pytest.mark.every_fault
def test_a_worker_that_dies_anywhere_leaves_no_half_file(
    world: World, eva: Context, faults: FaultInjector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "PIECE_BYTES", 1)
    monkeypatch.setattr(exports, "MOST_A_DAY", 1_000)
    with guard.entered(eva.tenant):
        id = str(exports.create(eva, object="companies", format="csv", fields=["name"])["id"])
    waiting = taken(world)

    for _ in range(PATIENCE):
        if not waiting:
            break
        message = waiting.pop(0)
        if not faults.surviving(partial(deliver, message)):
            waiting.append(message)
        assert rows(world, eva, id) in (None, NAMES)
        waiting += taken(world)

    assert rows(world, eva, id) == NAMES
