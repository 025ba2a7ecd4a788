"""A worker that dies at any call loses no row and doubles none; nor does one whose call is refused or lost."""

from collections.abc import Iterator
from functools import partial

import boto3
import pytest

from chalicelib.engine.importing import imports
from chalicelib.gateways import queue
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import connection, directory, guard, records, writes
from functions.import_worker import handler
from tests.faults import MODES, Fault, FaultInjector
from tests.functional.importing.desk import LambdaContext
from tests.world import World

pytestmark = pytest.mark.cloud

HEADER = "First Name,Email,Company\n"
PEOPLE = 45
FILE = HEADER + "".join(f"Ana {n},ana{n % 40}@ruiz.example,Bodega {n % 3}\n" for n in range(1, PEOPLE + 1))
FEW = HEADER + "Ana,ana@ruiz.example,Bodega\nEva,eva@ruiz.example,Bodega\n"
PATIENCE = 12
READS = ("GetItem", "BatchGetItem", "Query", "GetObject", "HeadObject", "GetSecretValue")


def deaths(calls: list[str]) -> Iterator[Fault]:
    """Every single fault that differs from the others: dying after a read is dying before the next call."""
    for index, call in enumerate(calls):
        for mode in ("crash_before",) if call.endswith(READS) else MODES:
            yield Fault(index, mode)


class Factory:
    """Runs one import after another, each in a tenant of its own, and breaks the worker where it is told to."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.injector = FaultInjector()
        connection.on_client(self.injector.watch)
        self.s3 = boto3.client("s3", region_name=world.settings.region)
        self.sqs = boto3.client("sqs", region_name=world.settings.region)

    def begin(self, file: str = FILE) -> tuple[Context, str]:
        ctx = self.world.ctx(now=clock.system_now())
        with guard.entered(ctx.tenant):
            person = {"id": ctx.actor.id, "email": "eva@olmedo.example", "role": "admin", "status": "active"}
            writes.execute(ctx, [directory.put(ctx, directory.user(ctx.actor.id), person)])
            ticket = imports.create(ctx, object="contacts", filename="gente.csv")
            key = ticket["upload"]["fields"]["key"]
            self.s3.put_object(Bucket=self.world.settings.files_bucket, Key=key, Body=file.encode())
            imports.preview(ctx, id=ticket["id"])
        return ctx, str(ticket["id"])

    def start(self, ctx: Context, id: str, *, on_duplicate: str = "skip") -> None:
        with guard.entered(ctx.tenant):
            mapping = imports.get(ctx, id=id)["mapping"]
            imports.start(ctx, id=id, mapping=mapping, on_duplicate=on_duplicate)

    def undo(self, ctx: Context, id: str) -> None:
        with guard.entered(ctx.tenant):
            imports.undo(ctx, id=id)

    def work(self, *faults: Fault) -> list[str]:
        """Deliver every message until the queue is quiet; one whose worker fails comes again."""
        self.injector.arm(*faults)
        waiting = list(self.taken())
        for _ in range(PATIENCE):
            if not waiting:
                return self.injector.calls
            message = waiting.pop(0)
            if not self.injector.surviving(partial(deliver, message)):
                waiting.append(message)
            waiting += self.taken()
        raise AssertionError("the import is in limbo")

    def taken(self) -> Iterator[dict[str, str]]:
        url = self.world.settings.import_queue_url
        for message in self.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
            self.sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            yield {"messageId": message["MessageId"], "body": message["Body"], "eventSource": "aws:sqs"}

    def check_imported(self, ctx: Context, id: str) -> None:
        with guard.entered(ctx.tenant):
            told = imports.get(ctx, id=id)
            people, _ = records.page(ctx, "contacts", slot=1, limit=200)
            companies, _ = records.page(ctx, "companies", slot=1, limit=200)
        assert told["state"] == "done"
        assert told["progress"] == {"done": PEOPLE, "total": PEOPLE}
        assert told["verdicts"] == {"created": 40, "updated": 0, "skipped": 5, "failed": 0}
        assert sorted(person.values["emails"][0]["value"] for person in people) == sorted(
            f"ana{n}@ruiz.example" for n in range(40)
        )
        assert sorted(company.values["name"] for company in companies) == ["Bodega 0", "Bodega 1", "Bodega 2"]

    def check_gone(self, ctx: Context, id: str) -> None:
        with guard.entered(ctx.tenant):
            told = imports.get(ctx, id=id)
            left = [records.page(ctx, plural, slot=1, limit=200)[0] for plural in ("contacts", "companies")]
        assert told["state"] == "undone"
        assert told["undo"] == {"undone": 3, "kept": 0, "kept_records": []}
        assert left == [[], []]


def deliver(message: dict[str, str]) -> None:
    """Let a worker have the message; it fails where the queue would bring the message again."""
    answer = handler.handle({"Records": [message]}, LambdaContext())
    assert answer == {"batchItemFailures": []}


@pytest.fixture
def factory(cloud_world: World) -> Factory:
    return Factory(cloud_world)


def test_a_preview_survives_every_single_fault(factory: Factory) -> None:
    factory.begin(FEW)
    calls = factory.work()

    for fault in deaths(calls):
        ctx, id = factory.begin(FEW)
        factory.work(fault)

        with guard.entered(ctx.tenant):
            told = imports.get(ctx, id=id)
        assert (told["state"], told["detected"]["rows"], len(told["preview"])) == ("ready", 2, 2), fault


def test_no_row_is_lost_or_doubled_under_any_single_fault(factory: Factory) -> None:
    ctx, id = factory.begin()
    factory.work()
    factory.start(ctx, id)
    calls = factory.work()
    factory.check_imported(ctx, id)
    assert calls.count("dynamodb:TransactWriteItems") >= 2

    for fault in deaths(calls):
        ctx, id = factory.begin()
        factory.work()
        factory.start(ctx, id)
        factory.work(fault)

        factory.check_imported(ctx, id)


def test_an_undo_is_exact_under_faults(factory: Factory) -> None:
    ctx, id = factory.begin(FEW)
    factory.work()
    factory.start(ctx, id)
    factory.work()
    factory.undo(ctx, id)
    calls = factory.work()
    factory.check_gone(ctx, id)
    writing = [fault for fault in deaths(calls) if not calls[fault.index].endswith(READS)]

    for fault in writing:
        ctx, id = factory.begin(FEW)
        factory.work()
        factory.start(ctx, id)
        factory.work()
        factory.undo(ctx, id)
        factory.work(fault)

        factory.check_gone(ctx, id)


def test_two_workers_on_one_import_make_every_record_once(factory: Factory) -> None:
    ctx, id = factory.begin()
    factory.work()
    factory.start(ctx, id)
    with guard.entered(ctx.tenant):
        body = {"tenant": ctx.tenant, "job": id, "step": "run"}
        queue.send(factory.world.settings.import_queue_url, ctx.tenant, [queue.Message(body)])
    first, second = factory.taken()

    both_at_once(first, second)

    factory.work()
    factory.check_imported(ctx, id)


def both_at_once(*messages: dict[str, str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(messages)) as pool:
        list(pool.map(deliver, messages))
