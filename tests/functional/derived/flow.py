"""A firm below the API, with its stream and the deriver's queue in the hands of the test."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from botocore.awsrequest import AWSResponse

from chalicelib.engine import currencies, overlays, records
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.derived import definitions
from chalicelib.engine.objects import Field, Label, ObjectChange, Overlay, Rollup
from chalicelib.kernel.context import Context
from chalicelib.storage import guard, writes
from functions.deriver import handler as deriver
from functions.record_stream import handler as record_stream
from tests.functional.pipeline.aws_around import LambdaContext, forget_rows, stream_of

PATIENCE = 30


def formula(name: str, source: str) -> Field:
    return Field(name, "formula", Label(name, name), formula=source, custom=True)


def rollup(name: str, *rule: Any) -> Field:
    return Field(name, "rollup", Label(name, name), rollup=Rollup(*rule), custom=True)


@dataclass(slots=True)
class Flow:
    """Delivers what AWS would, as badly as AWS may: ``chance`` decides what comes twice and in which order."""

    ctx: Context
    prefix: str
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    messages: list[str] = field(default_factory=list)
    delivered: int = 0
    computed: int = 0

    def attach(self, client: Any) -> None:
        """Keep the deriver's messages here, on a client."""
        service = client.meta.service_model.service_name
        if service == "sqs":
            client.meta.events.register_first("before-parameter-build", _remember)
            client.meta.events.register_last("before-call", self._enqueue)
        if service == "events":
            client.meta.events.register_last("before-call", _taken)

    def begin(self, ctx: Context) -> None:
        """Start again with another firm."""
        forget_rows()
        self.ctx, self.messages, self.delivered, self.computed = ctx, [], 0, 0

    @property
    def catalogue(self) -> Catalogue:
        return overlays.load(self.ctx)

    def define(self, plural: str, *fields: Field) -> None:
        """Give an object computed fields."""
        with guard.entered(self.ctx.tenant):
            for each in fields:
                known = overlays.load(self.ctx)
                made = definitions.settled(self.ctx, known, known.of_plural(plural), each)
                change = overlays.change(self.ctx, _adding(plural, made))
                writes.execute(self.ctx, change)
                overlays.outdate(self.ctx, change)

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

    def rate(self, code: str, worth: str) -> None:
        """Say what a currency is worth from the beginning of the year on."""
        with guard.entered(self.ctx.tenant):
            currencies.set_rate(self.later(), code=code, day="2026-01-01", rate=worth)

    def read(self, plural: str, id: str) -> dict[str, Any]:
        with guard.entered(self.ctx.tenant):
            return records.get(self.ctx, plural=plural, id=id)

    def later(self) -> Context:
        """Let a second pass, in another request."""
        self.ctx = replace(self.ctx, now=self.ctx.now + timedelta(seconds=1), request_id=self.ctx.new_id())
        return self.ctx

    def bring_stream(self, records: Sequence[Any] | None = None) -> None:
        """Deliver what the stream has not yet delivered, or ``records``."""
        everything = stream_of(self.prefix)
        fresh = everything[self.delivered :] if records is None else list(records)
        if records is None:
            self.delivered = len(everything)
        record_stream.handle({"Records": fresh}, LambdaContext())

    def bring_message(self, at: int = 0) -> None:
        """Deliver one of the messages that wait."""
        body = self.messages.pop(at % len(self.messages))
        self.computed += 1
        event = {"Records": [{"messageId": "m", "body": body, "eventSource": "aws:sqs"}]}
        assert deriver.handle(event, LambdaContext()) == {"batchItemFailures": []}

    def settle(self, *, badly: bool = False) -> None:
        """Deliver until nothing is left; ``badly``: old things again, and in any order."""
        for _ in range(PATIENCE):
            everything = stream_of(self.prefix)
            fresh = everything[self.delivered :]
            if badly:
                again = self.chance.sample(everything, min(3, len(everything)))
                fresh = self.chance.sample([*fresh, *again], len(fresh) + len(again)) if fresh else []
            self.bring_stream(fresh)
            self.delivered = len(everything)
            if badly and self.messages:
                self.messages.append(self.chance.choice(self.messages))
            while self.messages:
                self.bring_message(self.chance.randrange(len(self.messages)) if badly else 0)
            if len(stream_of(self.prefix)) == self.delivered:
                return
        raise AssertionError("this never comes to rest")

    def _enqueue(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        parameters = context.get("flow_parameters", {})
        if model.name != "SendMessageBatch" or not (parameters["QueueUrl"] or "-derivations").endswith("-derivations"):
            return None
        bodies = [entry["MessageBody"] for entry in parameters["Entries"]]
        self.messages += [body for body in bodies if "changed" not in json.loads(body)]
        return AWSResponse("https://sqs.flow", 200, {}, None), {"Successful": [], "Failed": []}

    def waiting(self) -> list[tuple[str, str]]:
        """Return for what the messages ask, and for which record."""
        bodies = [json.loads(body) for body in self.messages]
        return [
            (f"{body['object']}.{body['link']}" if "link" in body else body["object"], body["id"]) for body in bodies
        ]


def _adding(plural: str, made: Field) -> Any:
    def transform(overlay: Overlay) -> Overlay:
        change = overlay.objects.get(plural, ObjectChange())
        changed = replace(change, fields={**change.fields, made.name: made})
        return replace(overlay, objects={**overlay.objects, plural: changed})

    return transform


def _remember(params: Any, context: dict[str, Any], **_: Any) -> None:
    context["flow_parameters"] = params


def _taken(model: Any, **_: Any) -> tuple[Any, Any] | None:
    if model.name != "PutEvents":
        return None
    return AWSResponse("https://events.flow", 200, {}, None), {"FailedEntryCount": 0, "Entries": []}
