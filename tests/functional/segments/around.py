"""A firm with segments, and everything around them - stream, bus, queues, days - in the hands of the test."""

import json
import random
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from botocore.awsrequest import AWSResponse

from chalicelib import settings, wiring
from chalicelib.engine import background, definitions, events, firing, overlays, records
from chalicelib.engine.derived import definitions as computed
from chalicelib.engine.objects import Field, ObjectChange, Overlay
from chalicelib.engine.segments import definition, keeping, plans, waking
from chalicelib.engine.segments import segments as public
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, guard, timers, writes
from chalicelib.storage import records as rows
from chalicelib.storage import segments as kept
from chalicelib.storage.segments import Standing
from functions.deriver import handler as deriver
from functions.job_worker import handler as job_worker
from functions.record_stream import handler as record_stream
from functions.segment_keeper import handler as segment_keeper
from tests.functional.pipeline.aws_around import Clock, LambdaContext, forget_rows, rows_under, stream_of
from tests.world import World

PATIENCE = 60
QUEUES = {"segment_queue_url": "segments", "work_queue_url": "work", "derive_queue_url": "derivations"}


@dataclass(slots=True)
class Around:
    """Delivers what AWS would, as badly as AWS may: ``chance`` decides what comes twice and in which order."""

    world: World
    time: Clock
    ctx: Context
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    waiting: list[tuple[str, str]] = field(default_factory=list)
    bus: list[dict[str, Any]] = field(default_factory=list)
    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    streamed: int = 0

    @classmethod
    def of(cls, world: World, time: Clock) -> "Around":
        made = replace(
            world.settings,
            bus_name="around",
            **{name: f"https://sqs.around/{world.settings.prefix}-{queue}" for name, queue in QUEUES.items()},
        )
        settings.use(made)
        return cls(world, time, world.ctx())

    def attach(self, client: Any) -> None:
        """Keep messages and events here, on a client."""
        service = client.meta.service_model.service_name
        if service in ("sqs", "events"):
            client.meta.events.register_first("before-parameter-build", _remember)
            client.meta.events.register_last("before-call", self._taken)

    def begin(self, *, time_zone: str = "Europe/Madrid") -> None:
        """Start again with another firm."""
        forget_rows()
        plans.forget()
        waking.forget()
        self.ctx = replace(self.world.ctx(), now=self.time.now, time_zone=time_zone)
        self.waiting, self.bus, self.told, self.streamed = [], [], [], 0
        with guard.entered(self.ctx.tenant):
            row = {"currency": "EUR", "time_zone": time_zone, "locale": "es"}
            writes.execute(self.ctx, [directory.put(self.ctx, directory.TENANT, row)])

    # What people do.

    def segment(self, name: str, object: str, filter: Any = None, **more: Any) -> str:
        with guard.entered(self.ctx.tenant):
            content = {"object": object, **({"filter": filter} if filter is not None else {}), **more}
            return definitions.create(self.later(), definition.SEGMENT, name=name, content=content).id

    def change_segment(self, id: str, **changes: Any) -> None:
        with guard.entered(self.ctx.tenant):
            now = definitions.get(self.later(), definition.SEGMENT, id=id)
            definitions.change(self.ctx, definition.SEGMENT, id=id, changes=changes, expected_version=now.version)

    def take_away(self, id: str) -> None:
        with guard.entered(self.ctx.tenant):
            now = definitions.get(self.later(), definition.SEGMENT, id=id)
            definitions.delete(self.ctx, definition.SEGMENT, id=id, expected_version=now.version)

    def list_by_hand(self, segment: str, object: str, *ids: str, is_on: bool = True) -> None:
        with guard.entered(self.ctx.tenant):
            keeping.keep(self.later(), keeping.Call(object, listing={segment: is_on}), ids)

    def create(self, plural: str, **values: Any) -> str:
        with guard.entered(self.ctx.tenant):
            return str(records.create(self.later(), plural=plural, values=values)["id"])

    def update(self, plural: str, id: str, **changes: Any) -> None:
        with guard.entered(self.ctx.tenant):
            records.update(self.later(), plural=plural, id=id, changes=changes, expected_version=None)

    def delete(self, plural: str, id: str) -> None:
        with guard.entered(self.ctx.tenant):
            records.delete(self.later(), plural=plural, id=id, expected_version=None)

    def restore(self, plural: str, id: str) -> None:
        with guard.entered(self.ctx.tenant):
            records.restore(self.later(), plural=plural, id=id)

    def purge(self, plural: str, id: str) -> None:
        """Remove a record for ever, as the emptying of the trash does."""
        with guard.entered(self.ctx.tenant):
            row = rows.get(self.ctx, plural, id, include_deleted=True)
            assert row is not None
            writes.execute(self.ctx, [rows.purge(self.ctx, plural, id, expected_version=row.version)])

    def define(self, plural: str, field: Field) -> None:
        """Give an object a computed field."""
        with guard.entered(self.ctx.tenant):
            known = overlays.load(self.ctx)
            made = computed.settled(self.ctx, known, known.of_plural(plural), field)
            change = overlays.change(self.ctx, _adding(plural, made))
            writes.execute(self.ctx, change)
            overlays.outdate(self.ctx, change)

    def read(self, plural: str, id: str) -> dict[str, Any]:
        with guard.entered(self.ctx.tenant):
            return records.get(self.ctx, plural=plural, id=id)

    def happen(self, name: str, object: str, plural: str, record: str, **data: Any) -> None:
        """Let something befall a person, as whoever follows mails tells it: on the timeline, and then on the bus."""
        with guard.entered(self.ctx.tenant):
            ctx, at = self.later(), clock.stamp(self.time.now)
            id = events.identity(name, record, at)
            told = events.Occurrence(id, name, ctx.tenant, object, plural, record, at, data)
            writes.execute(ctx, [events.noted(ctx, told)])
            events.tell([told])

    def later(self, **span: float) -> Context:
        """Let a second pass, or so much, and return the context of another request."""
        self.time.now += timedelta(**span) if span else timedelta(seconds=1)
        self.ctx = replace(self.ctx, now=self.time.now, request_id=self.ctx.new_id())
        return self.ctx

    # What AWS does.

    def settle(self, *, badly: bool = False) -> None:
        """Deliver until nothing is left; ``badly``: old things again, and in any order."""
        for _ in range(PATIENCE):
            self._bring_stream(badly=badly)
            self._bring_bus(badly=badly)
            self._bring_messages(badly=badly)
            if not self.waiting and not self.bus and len(self._stream()) == self.streamed:
                return
        raise AssertionError("this never comes to rest")

    def pass_days(self, days: float, *, badly: bool = False) -> None:
        """Let time pass, stopping wherever a timer wakes, as the schedule would."""
        until = self.time.now + timedelta(days=days)
        while True:
            with guard.entered(self.ctx.tenant):
                earliest = timers.earliest(self.ctx)
            due = clock.parse(earliest.due) if earliest else None
            if due is None or due > until:
                break
            self.time.now = max(self.time.now, due)
            with background.acting(self.ctx.tenant, name="timer_firer", request_id="fire") as ctx:
                firing.fire_due(ctx, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=5))
            self.settle(badly=badly)
        self.time.now = until
        self.ctx = replace(self.ctx, now=until)

    def members(self, id: str) -> set[str]:
        with guard.entered(self.ctx.tenant):
            return {record for page in public.ids(self.ctx, id) for record in page}

    def standing(self, object: str, id: str) -> Standing:
        with guard.entered(self.ctx.tenant):
            return kept.standings(self.ctx, object, [id])[id]

    def rows_of(self, segment: str) -> list[str]:
        """Return the keys of all rows that name a segment, but for what was said of it."""
        return [key for key in rows_under(f"T#{self.ctx.tenant}") if segment in key]

    def is_ready(self, id: str) -> bool:
        with guard.entered(self.ctx.tenant):
            return public.is_ready(self.ctx, id)

    def size(self, id: str) -> int:
        with guard.entered(self.ctx.tenant):
            return public.size(self.ctx, id)

    def _stream(self) -> list[dict[str, Any]]:
        return stream_of(self.world.settings.prefix)

    def _bring_stream(self, *, badly: bool) -> None:
        everything = self._stream()
        fresh = everything[self.streamed :]
        self.streamed = len(everything)
        if badly and fresh:
            again = self.chance.sample(everything, min(2, len(everything)))
            fresh = self.chance.sample([*fresh, *again], len(fresh) + len(again))
        if fresh:
            record_stream.handle({"Records": fresh}, LambdaContext())

    def _bring_bus(self, *, badly: bool) -> None:
        heard, self.bus = self.bus, []
        if badly and heard:
            heard = self.chance.sample([*heard, self.chance.choice(heard)], len(heard) + 1)
        self.told += [(entry["DetailType"], json.loads(entry["Detail"])) for entry in heard]
        for entry in heard:
            body = {
                "source": entry["Source"],
                "detail-type": entry["DetailType"],
                "detail": json.loads(entry["Detail"]),
            }
            self.waiting.append(("segments", json.dumps(body)))

    def _bring_messages(self, *, badly: bool) -> None:
        handlers = {"segments": segment_keeper, "work": job_worker, "derivations": deriver}
        while self.waiting:
            queue, body = self.waiting.pop(self.chance.randrange(len(self.waiting)) if badly else 0)
            event = {"Records": [{"messageId": "m", "body": body, "eventSource": "aws:sqs"}]}
            assert handlers[queue].handle(event, LambdaContext()) == {"batchItemFailures": []}, (queue, body)

    def _taken(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        parameters = context.get("around_segments", {})
        if model.name == "SendMessageBatch":
            queue = parameters["QueueUrl"].rpartition("-")[2]
            self.waiting += [(queue, entry["MessageBody"]) for entry in parameters["Entries"]]
            return AWSResponse("https://sqs.around", 200, {}, None), {"Successful": [], "Failed": []}
        if model.name == "PutEvents":
            self.bus += parameters["Entries"]
            return AWSResponse("https://events.around", 200, {}, None), {"FailedEntryCount": 0, "Entries": []}
        return None


def _adding(plural: str, made: Field) -> Any:
    def transform(overlay: Overlay) -> Overlay:
        change = overlay.objects.get(plural, ObjectChange())
        changed = replace(change, fields={**change.fields, made.name: made})
        return replace(overlay, objects={**overlay.objects, plural: changed})

    return transform


def _remember(params: Any, context: dict[str, Any], **_: Any) -> None:
    context["around_segments"] = params
