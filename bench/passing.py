"""What AWS does around segments and automations, in a time of its own: queues, bus, schedules, the stream of timers.

Nothing wakes anybody but a schedule that exists: time jumps from one to the next, and each is gone when it has fired.
"""

import json
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError

from bench.neighbours import SECRETS
from bench.pipeline import LAMBDA
from chalicelib.kernel import clock
from functions.automation_runner import handler as automation_runner
from functions.job_worker import handler as job_worker
from functions.record_stream import handler as record_stream
from functions.segment_keeper import handler as segment_keeper
from functions.timer_firer import handler as timer_firer
from functions.timer_keeper import handler as timer_keeper

QUEUES: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "segments": segment_keeper.handle,
    "automations": automation_runner.handle,
    "work": job_worker.handle,
}
WRITING: Final = ("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems")
TOGETHER: Final = 10
"""How many messages a function is given at once, as the stack says."""


@dataclass(slots=True)
class Passing:
    """Answers in place of every service but the store, and calls the functions. ``timers`` is that table's name.

    ``schedules`` holds the instant of each one that exists, ``most`` how many of a firm ever existed at once.
    """

    timers: str
    now: datetime
    schedules: dict[str, datetime] = field(default_factory=dict)
    most: Counter[str] = field(default_factory=Counter)
    queues: dict[str, deque[str]] = field(default_factory=lambda: {name: deque() for name in QUEUES})
    invocations: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    _stirred: set[str] = field(default_factory=set)

    def __call__(self) -> datetime:
        """Return what time it is."""
        return self.now

    def watch(self, client: Any) -> None:
        """Sit on a client."""
        client.meta.events.register_first("before-parameter-build", self._look)
        client.meta.events.register_last("before-call", self._answer)

    def until(self, instant: datetime) -> None:
        """Let time pass up to an instant, and bring whatever comes of it."""
        self.settle()
        while (first := min(self.schedules.items(), key=lambda each: each[1], default=None)) and first[1] <= instant:
            name, at = first
            del self.schedules[name]
            self.now = max(self.now, at)
            self._invoke("timer_firer", timer_firer.handle, {"tenant": name.partition("-")[0]})
            self.settle()
        self.now = instant

    def settle(self) -> None:
        """Bring messages, and what the timers' stream tells, until there are none."""
        while self._stirred or any(self.queues.values()):
            if self._stirred:
                written, self._stirred = self._stirred, set()
                records = [{"dynamodb": {"Keys": {"pk": {"S": pk}, "sk": {"S": "-"}}}} for pk in sorted(written)]
                self._invoke("timer_keeper", timer_keeper.handle, {"Records": records})
            for name, waiting in self.queues.items():
                batch = [waiting.popleft() for _ in range(min(TOGETHER, len(waiting)))]
                if batch:
                    self._bring(name, batch)

    def stir(self, tenant: str) -> None:
        """Let the timers' stream tell of a firm whose timers were stored unseen."""
        self._stirred.add(f"T#{tenant}")

    def follow(self, image: Mapping[str, Any]) -> None:
        """Let the records' stream tell of a record that is new."""
        change = {"Keys": {name: image[name] for name in ("pk", "sk")}, "NewImage": image}
        self._invoke("record_stream", record_stream.handle, {"Records": [{"dynamodb": change}]})

    def standing(self) -> Counter[str]:
        """Return how many schedules of each firm exist."""
        return Counter(name.partition("-")[0] for name in self.schedules)

    def forget(self) -> None:
        """Count from here."""
        self.invocations.clear()
        self.calls.clear()
        self.most.clear()
        self.messages = 0

    def _bring(self, name: str, bodies: list[str]) -> None:
        self.messages += len(bodies)
        records = [
            {"messageId": str(number), "body": body, "eventSource": "aws:sqs"} for number, body in enumerate(bodies)
        ]
        if self._invoke(name, QUEUES[name], {"Records": records})["batchItemFailures"]:
            raise SystemExit(f"the function behind {name} failed at {clock.stamp(self.now)}")

    def _invoke(self, name: str, handle: Callable[[Any, Any], Any], event: Any) -> Any:
        self.invocations[name] += 1
        return handle(event, LAMBDA)

    def _look(self, model: Any, params: Any, context: dict[str, Any], **_: Any) -> None:
        context["passing_parameters"] = params
        if model.name in WRITING:
            self._stirred |= {key["pk"]["S"] for table, key in _written(params) if table == self.timers}

    def _answer(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        service = model.service_model.service_name
        self.calls[f"{service}:{model.name}"] += 1
        if service == "dynamodb" or model.name not in _ANSWERS:
            return None
        answer = _ANSWERS[model.name](self, context["passing_parameters"], model.name)
        return AWSResponse("https://passing", 200, {}, None), answer  # type: ignore[arg-type]

    def _send(self, asked: Any, _: str) -> Any:
        waiting = self.queues.get(asked["QueueUrl"].rpartition("/")[2])
        if waiting is not None:
            waiting += [entry["MessageBody"] for entry in asked["Entries"]]
        return {"Successful": [], "Failed": []}

    def _put(self, asked: Any, _: str) -> Any:
        for entry in asked["Entries"]:
            detail = json.loads(entry["Detail"])
            heard = json.dumps({"source": entry["Source"], "detail-type": entry["DetailType"], "detail": detail})
            self.queues["segments"].append(heard)
            if not detail.get("quiet", False):
                self.queues["automations"].append(heard)
        return {"FailedEntryCount": 0, "Entries": []}

    def _schedule(self, asked: Any, operation: str) -> Any:
        if asked["Name"] in self.schedules:
            raise ClientError({"Error": {"Code": "ConflictException", "Message": "it exists"}}, operation)
        at = datetime.strptime(asked["ScheduleExpression"], "at(%Y-%m-%dT%H:%M:%S)").replace(tzinfo=UTC)
        self.schedules[asked["Name"]] = at
        tenant = asked["Name"].partition("-")[0]
        self.most[tenant] = max(self.most[tenant], self.standing()[tenant])
        return {}


def _written(params: Any) -> Iterator[tuple[str, Any]]:
    """Yield table and key of whatever a call writes."""
    for action in params.get("TransactItems", ()):
        write = next(iter(action.values()))
        yield write["TableName"], write.get("Item") or write.get("Key")
    if "TableName" in params:
        yield params["TableName"], params.get("Item") or params["Key"]


_ANSWERS: Final[Mapping[str, Callable[[Passing, Any, str], Any]]] = {
    "SendMessageBatch": Passing._send,
    "PutEvents": Passing._put,
    "CreateSchedule": Passing._schedule,
    "GetSecretValue": lambda *_: {"SecretString": json.dumps(SECRETS)},
}
