"""A workshop: somebody who asks for long work, and the workers behind the queue."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import boto3

from functions.job_worker import handler
from tests.client import Caller
from tests.functional.importing.desk import LambdaContext
from tests.world import World

MANY_MESSAGES = 200


@dataclass(slots=True)
class Workshop:
    """One person's jobs, and the workers that take their steps; ``clock`` is the time that each worker has."""

    world: World
    caller: Caller
    clock: Iterator[float] = field(default_factory=lambda: repeat(900.0))

    def work(self) -> int:
        """Hand every message to a worker until there is none, and return how many there were."""
        for taken in range(MANY_MESSAGES):
            message = self.take()
            if message is None:
                return taken
            assert self.deliver(message) == {"batchItemFailures": []}
        raise AssertionError("the work does not come to an end")

    def take(self) -> dict[str, Any] | None:
        """Take one message off the queue."""
        sqs, url = boto3.client("sqs", region_name=self.world.settings.region), self.world.settings.work_queue_url
        for message in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=1).get("Messages", []):
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            return {"messageId": message["MessageId"], "body": message["Body"], "eventSource": "aws:sqs"}
        return None

    def deliver(self, message: dict[str, Any]) -> Any:
        """Let a worker have the message."""
        return handler.handle({"Records": [message]}, LambdaContext(self.clock))

    def ask(self, path: str, body: Any = None) -> dict[str, Any]:
        """Ask for a job and return it as it is then."""
        answer = self.caller.post(path, body)
        assert answer.status == 202, answer.raw
        return dict(answer.body)

    def done(self, path: str, body: Any = None) -> dict[str, Any]:
        """Ask for a job, let the workers take it to its end, and return it."""
        job = self.ask(path, body)
        self.work()
        return self.read(job["id"])

    def read(self, id: str) -> dict[str, Any]:
        answer = self.caller.get(f"/v1/jobs/{id}")
        assert answer.status == 200, answer.raw
        return dict(answer.body)
