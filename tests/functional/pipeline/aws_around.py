"""What AWS does around the functions - streams, queue, schedules, events, at least once - in a time of its own.

Streams are read from moto's tables, schedules from its Scheduler; the mail queue is kept here, because moto's lives in
real time. Whatever a function did not finish comes again, as AWS would bring it: a stream's batch at once, a message
after its visibility timeout, a schedule by its retries.
"""

import json
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.awsrequest import AWSResponse
from moto.backends import get_backend

from chalicelib import wiring
from chalicelib.engine import background, firing, outbox, recovery
from chalicelib.kernel import clock
from chalicelib.kernel.ids import TenantId
from functions.delivery_stream import handler as delivery_stream
from functions.mail_feedback import handler as mail_feedback
from functions.mail_sender import handler as mail_sender
from functions.sweeper import handler as sweeper
from functions.timer_firer import handler as timer_firer
from functions.timer_keeper import handler as timer_keeper
from tests.cloud import REGION
from tests.fake_ses import FakeSes
from tests.faults import FaultInjector

VISIBILITY = timedelta(seconds=180)
SWEEP_EVERY = timedelta(minutes=5)
PATIENCE = 200


@dataclass(slots=True)
class LambdaContext:
    """What Lambda passes to a function."""

    aws_request_id: str = "request"
    function_name: str = "function"
    seconds_left: float = 30

    def get_remaining_time_in_millis(self) -> int:
        return int(self.seconds_left * 1000)


@dataclass(slots=True)
class Clock:
    """The time of a test; ``system_now`` reads it."""

    now: datetime = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class Waiting:
    """A message of the mail queue."""

    body: str
    visible_at: datetime
    received: int = 0


@dataclass(slots=True)
class AwsAround:
    """Calls the functions as AWS would, until nothing is left to do for ``tenant``."""

    clock: Clock
    ses: FakeSes
    faults: FaultInjector
    prefix: str
    tenant: TenantId
    only_sender_breaks: bool = False
    queue: list[Waiting] = field(default_factory=list)
    _positions: dict[str, int] = field(default_factory=dict)
    _fired: set[str] = field(default_factory=set)
    _swept_at: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def attach(self, client: Any) -> None:
        """Keep the mail queue here, on a client."""
        if client.meta.service_model.service_name == "sqs":
            client.meta.events.register_first("before-parameter-build", _remember)
            client.meta.events.register_last("before-call", self._enqueue)

    def begin(self, tenant: TenantId) -> None:
        """Forget what happened before, so that hundreds of scenarios stay as fast as one, and look at ``tenant``."""
        self.tenant = tenant
        self.queue.clear()
        self._fired.clear()
        self._swept_at = self.clock.now
        self._positions.clear()
        forget_rows()

    def until_quiet(self) -> None:
        """Let time pass and bring whatever is due, until every row has come to rest."""
        for _ in range(PATIENCE):
            self._bring_what_is_due()
            if self.is_quiet():
                return
            self.clock.now = max(self.clock.now, min(self._next_times()))
        raise AssertionError(f"not quiet at {self.clock.now}: {self.open_rows()}")

    def is_quiet(self) -> bool:
        """Return whether nothing is left that anybody would do."""
        return not (self.queue or self.open_rows() or self.ses.next_event_at())

    def open_rows(self) -> list[str]:
        """Return the keys of the tenant's timers and of its mails that have not come to rest."""
        timers = [key for key, item in self.rows("timers").items() if item]
        mails = [key for key, item in self.rows("deliveries").items() if "wake_at" in item]
        return timers + mails

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """Return the tenant's rows as they are stored, without asking through the code under test."""
        return rows_under(f"T#{self.tenant}", table=table)

    def _next_times(self) -> Iterator[datetime]:
        overdue_at = min(self._overdue_times(), default=None)
        if overdue_at is not None:
            yield max(overdue_at, self._swept_at + SWEEP_EVERY)
        yield from (message.visible_at for message in self.queue)
        yield from (at for name, at in self._schedules() if name not in self._fired)
        event_at = self.ses.next_event_at()
        if event_at is not None:
            yield event_at

    def _bring_what_is_due(self) -> None:
        if not self.only_sender_breaks:
            self._bring_stream("timers", timer_keeper.handle)
        for name, at in self._schedules():
            if at <= self.clock.now and name not in self._fired and self._call(timer_firer.handle, self._wake()):
                self._fired.add(name)
        self._bring_stream("deliveries", delivery_stream.handle)
        self._bring_messages()
        for event in list(self.ses.due_events()):
            assert any(self._heard(event) for _ in range(PATIENCE)), "an event is stuck"
        self._sweep()
        self._bring_stream("deliveries", delivery_stream.handle)

    def _heard(self, event: dict[str, Any]) -> bool:
        """Bring what becomes of a mail by its queue, and return whether it need not come again."""
        failed: list[Any] = [True]

        def handle(batch: Any, context: Any) -> None:
            failed[:] = mail_feedback.handle(batch, context)["batchItemFailures"]

        record = {"messageId": "event", "eventSource": "aws:sqs", "body": json.dumps(event)}
        return bool(self._call(handle, {"Records": [record]})) and not failed

    def _sweep(self) -> None:
        """Call the sweeper every five minutes, except when it would find nothing: that would prove nothing."""
        if self.clock.now < self._swept_at + SWEEP_EVERY:
            return
        self._swept_at = self.clock.now
        if not any(at <= self.clock.now for at in self._overdue_times()):
            return
        if self.only_sender_breaks:
            self._sweep_own_mails()
        else:
            self._call(sweeper.handle, {})

    def _sweep_own_mails(self) -> None:
        """Do what the sweeper does, for this tenant alone: moto's indexes grow slow over hundreds of tenants."""
        with background.acting(self.tenant, name="sweeper", request_id="sweep") as ctx:
            firing.fire_due(ctx, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=1))
            for item in list(self.rows("deliveries").values()):
                if "wake_at" in item and clock.parse(item["wake_at"]["S"]) <= self.clock.now:
                    run, recipient = item["pk"]["S"].split("#")[2], item["sk"]["S"]
                    if recovery.look_at(ctx, run=run, recipient=recipient):
                        self.queue.append(Waiting(json.dumps(outbox.call_body(ctx, run, recipient)), self.clock.now))

    def _overdue_times(self) -> Iterator[datetime]:
        for item in self.rows("deliveries").values():
            if "wake_at" in item:
                yield clock.parse(item["wake_at"]["S"])
        for item in self.rows("timers").values():
            yield clock.parse(item["due"]["S"]) + timedelta(minutes=1)

    def _bring_stream(self, table: str, handle: Callable[[Any, Any], Any]) -> None:
        for _ in range(PATIENCE):
            records = self._unread(table)
            if not records:
                return
            if self._call(handle, {"Records": records}):
                self._positions[table] = self._positions.get(table, 0) + len(records)
        raise AssertionError(f"the stream of {table} is stuck")

    def _bring_messages(self) -> None:
        for message in [waiting for waiting in self.queue if waiting.visible_at <= self.clock.now]:
            message.received += 1
            message.visible_at = self.clock.now + VISIBILITY
            answer: dict[str, Any] = {}
            event = {"Records": [{"messageId": "m", "body": message.body, "eventSource": "aws:sqs"}]}
            done = self._call(lambda e, c, a=answer: a.update(mail_sender.handle(e, c)), event, counted=True)
            if done and not answer["batchItemFailures"]:
                self.queue.remove(message)

    def _call(self, handle: Callable[[Any, Any], Any], event: Any, *, counted: bool = False) -> bool:
        return self.faults.surviving(
            lambda: handle(event, LambdaContext()), counted=counted or not self.only_sender_breaks
        )

    def _wake(self) -> dict[str, str]:
        return {"tenant": self.tenant}

    def _unread(self, table: str) -> list[dict[str, Any]]:
        return [item.to_json() for item in self._stream(table)[self._positions.get(table, 0) :]]

    def _stream(self, table: str) -> list[Any]:
        found: list[Any] = _tables()[f"{self.prefix}-{table}"].stream_shard.items
        return found

    def _schedules(self) -> list[tuple[str, datetime]]:
        group = _groups()[self.prefix]
        return [
            (name, datetime.strptime(schedule.schedule_expression, "at(%Y-%m-%dT%H:%M:%S)").replace(tzinfo=UTC))
            for name, schedule in group.schedules.items()
            if name.startswith(self.tenant)
        ]

    def _enqueue(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        parameters = context.get("around_parameters", {})
        if model.name != "SendMessageBatch" or not parameters["QueueUrl"].endswith("-mail"):
            return None
        for entry in parameters["Entries"]:
            if json.loads(entry["MessageBody"])["tenant"] == self.tenant:
                visible_at = self.clock.now + timedelta(seconds=entry.get("DelaySeconds", 0))
                self.queue.append(Waiting(entry["MessageBody"], visible_at))
        return AWSResponse("https://sqs.around", 200, {}, None), {"Successful": [], "Failed": []}


ACCOUNT_OF_MOTO = "123456789012"


def rows_under(partition: str, *, table: str = "index") -> dict[str, dict[str, Any]]:
    """Return the rows of all partitions that begin with ``partition``, by sort key, in the store's own encoding."""
    found = next(stored for name, stored in _tables().items() if name.endswith(f"-{table}"))
    return {
        item.to_json()["Attributes"]["sk"]["S"]: item.to_json()["Attributes"]
        for many in found.items.values()
        for item in many.values()
        if item.to_json()["Attributes"]["pk"]["S"].startswith(partition)
    }


def stored() -> bytes:
    """Return all that lies in tables and streams and is scheduled, to be put back by ``restore``."""
    tables = {name: (table.items, _streamed(table)) for name, table in _tables().items()}
    return pickle.dumps((tables, {name: group.schedules for name, group in _groups().items()}))


def restore(kept: bytes) -> None:
    """Let tables, streams and schedules hold what they held when it was ``stored``."""
    tables, schedules = pickle.loads(kept)
    for name, group in _groups().items():
        group.schedules = schedules[name]
    for name, (items, streamed) in tables.items():
        table = _tables()[name]
        table.items = items
        if table.stream_shard:
            table.stream_shard.items = streamed


def _groups() -> dict[str, Any]:
    groups: dict[str, Any] = get_backend("scheduler")[ACCOUNT_OF_MOTO][REGION].schedule_groups
    return groups


def _streamed(table: Any) -> list[Any]:
    return table.stream_shard.items if table.stream_shard else []


def forget_rows() -> None:
    """Empty every table and stream: moto copies all of them at each transaction, so leftovers slow it down."""
    for table in _tables().values():
        table.items.clear()
        if table.stream_shard:
            table.stream_shard.items.clear()


def stream_of(prefix: str, table: str = "records") -> list[dict[str, Any]]:
    """Return everything that the stream of a table has delivered since its rows were forgotten."""
    return [item.to_json() for item in _tables()[f"{prefix}-{table}"].stream_shard.items]


def forget_records() -> None:
    """Empty what records leave behind, and keep who works where."""
    for name, table in _tables().items():
        if name.rpartition("-")[2] in ("records", "links", "timeline", "index"):
            table.items.clear()
            if table.stream_shard:
                table.stream_shard.items.clear()


def _remember(params: Any, context: dict[str, Any], **_: Any) -> None:
    context["around_parameters"] = params


def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = get_backend("dynamodb")[ACCOUNT_OF_MOTO][REGION].tables
    return tables
