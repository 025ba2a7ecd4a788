"""``python -m bench.mails``: a campaign from its launch to its end, with calls that fail and workers that are killed.

The store is the bench's; SES, queue, bus and schedules are kept here, in a time that jumps from one thing that is due
to the next, so that a day of waiting costs nothing. So many per cent of all calls are refused, lose their answer, or
take their worker with them, before or after they did their work; whatever was not finished comes again. At the end it
says how many mails each reader got. Without faults it says what a thousand mails cost, and keeps it in the results.
"""

import argparse
import heapq
import json
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import boto3
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError, ConnectionClosedError

from bench import place, report
from bench.meter import Bill, Meter
from chalicelib import settings
from chalicelib.engine import background, outbox
from chalicelib.engine.failures import desk as failures
from chalicelib.engine.outbox import OPEN, WENT
from chalicelib.engine.prices import A_CALL, LIST, MEMORY_GB
from chalicelib.kernel import clock, tenancy
from chalicelib.kernel.ids import Ids
from chalicelib.observability import logger
from chalicelib.storage import connection, names, timers
from functions.delivery_stream import handler as delivery_stream
from functions.job_worker import handler as job_worker
from functions.mail_feedback import handler as mail_feedback
from functions.mail_sender import handler as mail_sender
from functions.sweeper import handler as sweeper
from functions.timer_firer import handler as timer_firer
from tests.fake_ses import FakeSes
from tests.faults import MODES, ProcessDeath
from tests.functional.campaigns.firm import CAMPAIGN, Firm, a_firm
from tests.functional.pipeline.aws_around import Clock, LambdaContext

VISIBLE_AGAIN = {"mail": timedelta(minutes=6), "work": timedelta(minutes=6), "events": timedelta(minutes=1)}
SWEEP_EVERY = timedelta(minutes=5)
HANDLERS: dict[str, Callable[[Any, Any], Any]] = {
    "mail": mail_sender.handle,
    "work": job_worker.handle,
    "events": mail_feedback.handle,
}


@dataclass(slots=True)
class Chance:
    """Breaks ``rate`` of the calls that functions make, in one of the four ways."""

    rate: float
    source: random.Random = field(default_factory=lambda: random.Random(20261122))  # noqa: S311 - a repeatable chance
    here: threading.local = field(default_factory=threading.local)
    broken: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)

    def watch(self, client: Any) -> None:
        client.meta.events.register_first("before-call", self._before)
        client.meta.events.register_last("after-call", self._after)

    def surviving(self, act: Callable[[], Any]) -> bool:
        """Do what a function does, and return whether it came to its end."""
        self.here.active = True
        try:
            act()
        except (ProcessDeath, Exception):
            return False
        finally:
            self.here.active = False
        return True

    def _before(self, model: Any, context: dict[str, Any], **_: Any) -> None:
        if not getattr(self.here, "active", False):
            return
        self.calls[f"{model.service_model.service_name}:{model.name}"] += 1
        if self.source.random() >= self.rate:
            return
        mode = context["chance"] = self.source.choice(MODES)
        self.broken[mode] += 1
        if mode == "crash_before":
            raise ProcessDeath(model.name)
        if mode == "throttle":
            raise ClientError({"Error": {"Code": "ThrottlingException", "Message": "injected"}}, model.name)

    def _after(self, context: dict[str, Any], **_: Any) -> None:
        mode = context.get("chance")
        if mode == "crash_after":
            raise ProcessDeath("after")
        if mode == "lost":
            raise ConnectionClosedError(endpoint_url="injected")


@dataclass(slots=True)
class Soak:
    """Everything around the functions. ``waiting`` holds messages by when they are visible."""

    clock: Clock
    ses: FakeSes
    chance: Chance
    stream: Any
    tenant: Any = None
    waiting: list[tuple[datetime, int, str, str]] = field(default_factory=list)
    invocations: Counter[str] = field(default_factory=Counter)
    swept_at: datetime = Clock().now
    number: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def begin_with(self, tenant: Any) -> None:
        self.tenant = tenant

    def attach(self, client: Any) -> None:
        """Answer in place of every service but the store and SES."""
        if client.meta.service_model.service_name in ("sqs", "events", "scheduler", "secretsmanager"):
            client.meta.events.register_first("before-parameter-build", _remember)
            client.meta.events.register_last("before-call", self._answer)

    def put(self, queue: str, body: str, at: datetime) -> None:
        with self.lock:
            self.number += 1
            heapq.heappush(self.waiting, (at, self.number, queue, body))

    def run(self, threads: int) -> None:
        """Bring whatever is due until nothing is left."""
        with ThreadPoolExecutor(threads) as pool:
            while True:
                self._follow_stream()
                self._fire_timers()
                self._sweep()
                due = [*self._due()]
                list(pool.map(self._handle, due))
                self._follow_stream()
                for event in self.ses.due_events():
                    self.put("events", json.dumps(event), self.clock.now)
                if not due and not self._has_moved_on():
                    return

    def _due(self) -> Iterator[tuple[str, str]]:
        with self.lock:
            while self.waiting and self.waiting[0][0] <= self.clock.now:
                _, _, queue, body = heapq.heappop(self.waiting)
                yield queue, body

    def _handle(self, message: tuple[str, str]) -> None:
        queue, body = message
        record = {"messageId": "m", "body": body, "eventSource": "aws:sqs"}
        answer: dict[str, Any] = {}
        self.invocations[queue] += 1
        handled = self.chance.surviving(
            lambda: answer.update(HANDLERS[queue]({"Records": [record]}, LambdaContext(seconds_left=60)))
        )
        if not handled or answer["batchItemFailures"]:
            self.put(queue, body, self.clock.now + VISIBLE_AGAIN[queue])

    def _follow_stream(self) -> None:
        records = self.stream.unread()
        for first in range(0, len(records), 100):
            batch = {"Records": records[first : first + 100]}
            self.invocations["stream"] += 1
            while not self.chance.surviving(lambda b=batch: delivery_stream.handle(b, LambdaContext())):
                pass

    def _fire_timers(self) -> None:
        earliest = self._earliest()
        if earliest is not None and earliest <= self.clock.now:
            self.chance.surviving(lambda: timer_firer.handle({"tenant": self.tenant}, LambdaContext()))

    def _sweep(self) -> None:
        if self.clock.now >= self.swept_at + SWEEP_EVERY:
            self.swept_at = self.clock.now
            self.chance.surviving(lambda: sweeper.handle({}, LambdaContext()))

    def _has_moved_on(self) -> bool:
        """Let time pass until something is due, and return whether anything ever will be."""
        times = [self.waiting[0][0]] if self.waiting else []
        event_at, timer_at = self.ses.next_event_at(), self._earliest()
        times += [at for at in (event_at, timer_at) if at is not None]
        if any(mail.state in OPEN and mail.state is not outbox.State.HELD for mail in self.mails()):
            times.append(self.swept_at + SWEEP_EVERY)
        if not times:
            return False
        self.clock.now = max(self.clock.now + timedelta(milliseconds=1), min(times))
        return True

    def mails(self) -> Iterator[outbox.Delivery]:
        """Yield every mail of the campaign as it stands."""
        start = None
        with background.acting(self.tenant, name="soak", request_id="soak") as ctx:
            while True:
                found, start = outbox.page(ctx, run=CAMPAIGN, limit=500, start=start)
                yield from found
                if start is None:
                    return

    def _earliest(self) -> datetime | None:
        with background.acting(self.tenant, name="soak", request_id="soak") as ctx:
            timer = timers.earliest(ctx)
        return clock.parse(timer.due) if timer else None

    def _answer(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any]:
        asked = context.get("soak_parameters", {})
        answer: dict[str, Any] = {}
        if model.name == "SendMessageBatch":
            queue = asked["QueueUrl"].rpartition("-")[2]
            for entry in asked["Entries"]:
                if queue in HANDLERS:
                    at = self.clock.now + timedelta(seconds=entry.get("DelaySeconds", 0))
                    self.put(queue, entry["MessageBody"], at)
            answer = {"Successful": [], "Failed": []}
        elif model.name == "GetSecretValue":
            answer = {
                "SecretString": json.dumps({"pepper": "p" * 40, "cursor_key": "c0" * 32, "link_key_1": "1a" * 32})
            }
        elif model.name == "PutEvents":
            answer = {"FailedEntryCount": 0, "Entries": []}
        return AWSResponse("https://soak", 200, {}, None), answer  # type: ignore[arg-type]


class Stream:
    """The stream of the outbox: the rows that were written to since it was asked last, as they are now."""

    def __init__(self, dynamodb: Any, table: str) -> None:
        self._dynamodb, self._table, self._lock = dynamodb, table, threading.Lock()
        self._written: dict[tuple[str, str], None] = {}

    def watch(self, client: Any) -> None:
        """Note what a client writes."""
        if client.meta.service_model.service_name == "dynamodb":
            client.meta.events.register_first("before-parameter-build", self._note)

    def unread(self) -> list[dict[str, Any]]:
        """Return what was written since it was asked last."""
        with self._lock:
            written, self._written = [*self._written], {}
        return [record for pk, sk in written if (record := self._record(pk, sk)) is not None]

    def _record(self, pk: str, sk: str) -> dict[str, Any] | None:
        key = {"pk": {"S": pk}, "sk": {"S": sk}}
        item = self._dynamodb.get_item(TableName=self._table, Key=key, ConsistentRead=True).get("Item")
        return None if item is None else {"dynamodb": {"Keys": key, "NewImage": item}}

    def _note(self, params: Any, **_: Any) -> None:
        actions = [next(iter(action.values())) for action in params.get("TransactItems", ())]
        for write in [*actions, params]:
            key = write.get("Item") or write.get("Key")
            if write.get("TableName") == self._table and key and ("Item" in write or "UpdateExpression" in write):
                with self._lock:
                    self._written[key["pk"]["S"], key["sk"]["S"]] = None


def main() -> None:
    """Send a campaign and say what came of it; fails unless each reader got it once."""
    arguments = argparse.ArgumentParser(prog="python -m bench.mails", description=__doc__)
    arguments.add_argument("--recipients", type=int, default=10_000)
    arguments.add_argument("--faults", type=float, default=5, help="per cent of the calls")
    arguments.add_argument("--threads", type=int, default=4)
    asked = arguments.parse_args()
    logger.setLevel("CRITICAL")
    with place.opened() as here:
        queues = {f"{name}_queue_url": f"https://soak/bench-{name}" for name in ("mail", "work", "segment")}
        settings.use(replace(settings.current(), mail_configuration_set="bench", mail_from="a@b.example", **queues))
        chance = Chance(asked.faults / 100)
        meter = Meter(boto3.client("dynamodb", endpoint_url=here.address), place.PREFIX)
        stream = Stream(here.plain, f"{place.PREFIX}-{names.DELIVERIES}")
        time_ = clock.system_now = Clock()  # type: ignore[assignment]
        ses = FakeSes(now=time_, event_copies=2)
        ses.quota["MaxSendRate"], ses.quota["Max24HourSend"] = 500.0, 10_000_000.0
        soak = Soak(time_, ses, chance, stream)
        connection.reset()
        for watch in (chance.watch, ses.attach, soak.attach, stream.watch, *(() if asked.faults else (meter.watch,))):
            connection.on_client(watch)
        sys.exit(_ran(soak, meter, asked))


def _ran(soak: Soak, meter: Meter, asked: argparse.Namespace) -> int:
    firm = a_firm(_World(), soak, people=asked.recipients)  # type: ignore[arg-type]
    began, cpu = time.perf_counter(), time.process_time()
    with meter.reading() as bill:
        firm.launch()
        soak.run(1 if not asked.faults else asked.threads)
        looked_at = _decided(soak, firm, asked)
    spent = time.perf_counter() - began, time.process_time() - cpu
    copies = Counter(firm.copies(id) for id in firm.people)
    states = Counter(mail.state.value for mail in soak.mails())
    went = sum(number for state, number in states.items() if state in WENT)
    course = firm.told()["course"]["state"]
    print(f"{asked.recipients:,} readers, {asked.faults:g} % of {soak.chance.calls.total():,} calls broken", end=" ")
    print(f"({', '.join(f'{number} {mode}' for mode, number in sorted(soak.chance.broken.items()))})")
    if course != "finished":
        print(firm.told()["course"])
    print(f"{looked_at} that nobody could prove to have gone were looked at by a person and sent again")
    print(f"copies: {dict(sorted(copies.items()))}; rows: {dict(states)}; campaign {course}")
    print(f"{spent[0]:.0f} s, {spent[1]:.0f} s of CPU, {(soak.clock.now - Clock().now)} of the campaign's own time")
    if not asked.faults:
        _show_cost(soak, bill, firm, spent[1] - bill.counting_s)
    return 0 if copies == Counter({1: asked.recipients}) and went == asked.recipients else 1


def _decided(soak: Soak, firm: Firm, asked: argparse.Namespace) -> int:
    """Do as the person who finds such mails among what failed: ask the reader, and send what did not come again.

    A mail of a campaign whose fate is unknown goes again by itself once, a day later; twice unknown, it waits for this.
    """
    number = 0
    while True:
        with tenancy.entered(firm.ctx.tenant):
            found = failures.page(firm.now, kind="mail", limit=100, cursor=None)["items"]
            lost = [one for one in found if not firm.copies(one["about"]["id"])]
            for one in lost:
                failures.retry(firm.now, id=one["id"], knowingly=True)
        if not lost:
            return number
        number += len(lost)
        soak.run(asked.threads)


def _show_cost(soak: Soak, bill: Bill, firm: Firm, cpu: float) -> None:
    """Print what a thousand mails took, and what AWS charges for it."""
    share = 1_000 / len(firm.people)
    calls = soak.chance.calls
    messages = share * 3 * (soak.invocations["mail"] + soak.invocations["work"] + soak.invocations["events"])
    functions = share * soak.invocations.total()
    seconds = share * (cpu + calls.total() * A_CALL)
    costs = {
        "SES": 1_000 * LIST.mail,
        "DynamoDB writes": share * bill.wcu * LIST.write_unit,
        "DynamoDB reads": share * bill.rcu * LIST.read_unit,
        "SQS": messages * LIST.message,
        "EventBridge": share * calls["events:PutEvents"] * LIST.event,
        "Lambda": functions * LIST.call_of_a_function + seconds * MEMORY_GB * LIST.gigabyte_second,
    }
    report.keep(report.RESULTS, "a thousand mails", {
        "recipients": len(firm.people), "calls": share * calls.total(), "wcu": share * bill.wcu,
        "rcu": share * bill.rcu, "cpu_s": share * cpu, "usd": sum(costs.values()),
    })  # fmt: skip
    print("1,000 mails:", f"{share * calls.total():,.0f} AWS calls, {share * bill.wcu:,.0f} write units,", end=" ")
    print(f"{share * bill.rcu:,.0f} read units, {share * cpu:.1f} s of CPU")
    print("  " + ", ".join(f"{name} ${cost:.4f}" for name, cost in costs.items()), f"= ${sum(costs.values()):.4f}")


class _World:
    """What a firm of the tests asks of its world."""

    ids = Ids()


def _remember(params: Any, context: dict[str, Any], **_: Any) -> None:
    context["soak_parameters"] = params


if __name__ == "__main__":
    main()
