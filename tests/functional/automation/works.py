"""The works behind a firm's automations: stream, bus, queues and timers, brought one after another by the test.

The people of the firm live in the real present, in which their tokens are good; the functions live in a time of their
own, which ``pass_time`` moves.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3

from functions.automation_runner import handler as automation_runner
from functions.job_worker import handler as job_worker
from functions.record_stream import handler as record_stream
from functions.timer_firer import handler as timer_firer
from functions.webhook_sender import handler as webhook_sender
from tests.builders import Firm
from tests.client import Answer, Caller
from tests.functional.pipeline.aws_around import LambdaContext, rows_under, stream_of
from tests.world import World

MANY = 400


@dataclass(slots=True)
class Clock:
    """The time that functions live in: the present, and so far ahead of it."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def reach(self, instant: datetime) -> None:
        """Let it be no earlier than this."""
        self.ahead = max(self.ahead, instant - datetime.now(UTC))


@dataclass(slots=True)
class Works:
    """One firm, its people, and everything that AWS brings to its functions."""

    world: World
    firm: Firm
    clock: Clock
    people: Clock
    time_left: float = 900.0
    heard: int = 0
    streamed: int = 0
    delivered: list[dict[str, Any]] = field(default_factory=list)

    @property
    def admin(self) -> Caller:
        return self.firm.admin

    def create(self, plural: str, **values: Any) -> dict[str, Any]:
        answer = self.admin.post(f"/v1/records/{plural}", values)
        assert answer.status == 201, answer.raw
        return dict(answer.body)

    def change(self, plural: str, id: str, **values: Any) -> dict[str, Any]:
        version = self.admin.get(f"/v1/records/{plural}/{id}").body["version"]
        answer = self.admin.patch(f"/v1/records/{plural}/{id}", values, version=version)
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def read(self, plural: str, id: str) -> dict[str, Any]:
        answer = self.admin.get(f"/v1/records/{plural}/{id}")
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def automate(self, *steps: dict[str, Any], enable: str | None = "new", **parts: Any) -> str:
        """Define an automation, enable it, and return its id."""
        asked = {"name": "Bienvenida", "object": "leads", "trigger": {"kind": "created"}, "steps": list(steps), **parts}
        made = self.admin.post("/v1/automations", asked)
        assert made.status == 201, made.raw
        if enable is not None:
            answer = self.admin.post(f"/v1/automations/{made.body['id']}/enable", {"who": enable})
            assert answer.status == 200, answer.raw
        return str(made.body["id"])

    def runs(self, automation: str, **query: str) -> list[dict[str, Any]]:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        answer = self.admin.get(f"/v1/automations/{automation}/runs?{asked}")
        assert answer.status == 200, answer.raw
        return list(answer.body["items"])

    def run(self, automation: str) -> dict[str, Any]:
        """Return the only run of an automation, with its log."""
        (run,) = self.runs(automation)
        return self.log(automation, run["id"])

    def log(self, automation: str, run: str) -> dict[str, Any]:
        answer = self.admin.get(f"/v1/automations/{automation}/runs/{run}")
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def counts(self, automation: str) -> dict[str, Any]:
        answer = self.admin.get(f"/v1/automations/{automation}/counts")
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def ask(self, path: str, body: Any = None, *, status: int = 200) -> Answer:
        answer = self.admin.post(path, body)
        assert answer.status == status, answer.raw
        return answer

    def until_quiet(self, *, twice: bool = False) -> None:
        """Bring whatever there is until nothing is left to do now; ``twice`` brings each message two times."""
        for _ in range(MANY):
            moved = self._follow() + self._drain(twice=twice)
            if not moved:
                return
        raise AssertionError("the works do not come to rest")

    def pass_time(self, *, twice: bool = False, **span: float) -> None:
        """Let time go by for the functions, fire what falls due meanwhile in order, and bring what follows."""
        until = self.clock() + timedelta(**span)
        while (due := min(self.timers(), default=None)) is not None and due <= until:
            self.clock.reach(due)
            timer_firer.handle({"tenant": self.firm.id}, self._context())
            self.until_quiet(twice=twice)
        self.clock.reach(until)
        self.until_quiet(twice=twice)

    def later(self, seconds: float) -> None:
        """Let a little time go by for everybody; tokens stay good."""
        self.people.ahead += timedelta(seconds=seconds)
        self.clock.ahead += timedelta(seconds=seconds)

    def timers(self) -> list[datetime]:
        """Return when the firm's timers fire, as they are stored."""
        rows = rows_under(f"T#{self.firm.id}", table="timers")
        return [datetime.fromisoformat(item["due"]["S"]) for item in rows.values()]

    def entries(self) -> list[dict[str, Any]]:
        """Return what was put on the bus since it was last asked, as a rule would put it on a queue."""
        put = [
            {"detail-type": entry["DetailType"], "source": entry["Source"], "detail": json.loads(entry["Detail"])}
            for call in self.world.watch.calls
            if call.operation == "PutEvents"
            for entry in call.parameters["Entries"]
        ]
        fresh, self.heard = put[self.heard :], len(put)
        return [entry for entry in fresh if entry["detail"].get("quiet", False) is False]

    def hear(self, *entries: dict[str, Any]) -> None:
        """Bring entries of the bus to the automations."""
        for entry in entries:
            assert automation_runner.handle(_batch(entry), self._context()) == {"batchItemFailures": []}

    def messages(self, url: str) -> Iterator[dict[str, Any]]:
        """Take every message off a queue."""
        sqs = boto3.client("sqs", region_name=self.world.settings.region)
        while True:
            found = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
            if not found:
                return
            for message in found:
                sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
                yield json.loads(message["Body"])

    def _follow(self) -> int:
        records = stream_of(self.world.settings.prefix)
        fresh, self.streamed = records[self.streamed :], len(records)
        if fresh:
            record_stream.handle({"Records": fresh}, self._context())
        return len(fresh)

    def _drain(self, *, twice: bool) -> int:
        settings = self.world.settings
        queues = {
            settings.automation_queue_url: automation_runner,
            settings.work_queue_url: job_worker,
            settings.webhook_queue_url: webhook_sender,
        }
        found = [(automation_runner, entry) for entry in self.entries()]
        found += [(function, body) for url, function in queues.items() for body in self.messages(url)]
        for function, body in found:
            for _ in range(2 if twice else 1):
                self.delivered.append(body)
                assert function.handle(_batch(body), self._context()) == {"batchItemFailures": []}  # type: ignore[attr-defined]
        return len(found)

    def _context(self) -> LambdaContext:
        return LambdaContext(seconds_left=self.time_left)


def _batch(body: dict[str, Any]) -> dict[str, Any]:
    return {"Records": [{"messageId": "m", "body": json.dumps(body), "eventSource": "aws:sqs"}]}
