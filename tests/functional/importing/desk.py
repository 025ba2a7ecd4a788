"""The import desk of a test: upload a file as a browser would, and let workers take the messages from the queue."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import boto3

from functions.import_worker import handler
from tests.client import Caller
from tests.world import World

MANY_MESSAGES = 200


@dataclass(slots=True)
class LambdaContext:
    """What Lambda tells a worker; ``clock`` says, at each look, how many seconds are left."""

    clock: Iterator[float] = field(default_factory=lambda: repeat(900.0))
    aws_request_id: str = "worker"

    def get_remaining_time_in_millis(self) -> int:
        return int(next(self.clock) * 1000)


@dataclass(slots=True)
class Desk:
    """One person importing, and the workers behind the queue."""

    world: World
    caller: Caller
    clock: Iterator[float] = field(default_factory=lambda: repeat(900.0))
    clients: dict[str, Any] = field(default_factory=dict)
    deliveries: list[dict[str, Any]] = field(default_factory=list)

    def upload(self, content: bytes | str, *, object: str = "contacts", filename: str = "gente.csv") -> str:
        """Begin an import, put the file where the form says, and return the import's id."""
        answer = self.caller.post("/v1/imports", {"object": object, "filename": filename})
        assert answer.status == 201, answer.raw
        data = content.encode() if isinstance(content, str) else content
        self.put(answer.body["upload"]["fields"]["key"], data)
        return str(answer.body["id"])

    def put(self, key: str, data: bytes) -> None:
        self.client("s3").put_object(Bucket=self.world.settings.files_bucket, Key=key, Body=data)

    def preview(self, id: str, **asked: Any) -> dict[str, Any]:
        """Ask for the preview, let the worker make it, and return the import."""
        answer = self.caller.post(f"/v1/imports/{id}/preview", asked)
        assert answer.status == 202, answer.raw
        self.work()
        return self.read(id)

    def start(self, id: str, *, on_duplicate: str = "skip", **more: Any) -> dict[str, Any]:
        """Start with the proposed mapping unless another is given, let the workers run, and return the import."""
        mapping = more.pop("mapping", None) or self.read(id)["mapping"]
        request = {"mapping": mapping, "on_duplicate": on_duplicate, **more}
        answer = self.caller.post(f"/v1/imports/{id}/start", request)
        assert answer.status == 202, answer.raw
        self.work()
        return self.read(id)

    def bring(self, content: bytes | str, *, object: str = "contacts", **more: Any) -> dict[str, Any]:
        """Import a whole file as proposed and return the import."""
        id = self.upload(content, object=object)
        self.preview(id)
        return self.start(id, **more)

    def undo(self, id: str) -> dict[str, Any]:
        answer = self.caller.post(f"/v1/imports/{id}/undo")
        assert answer.status == 202, answer.raw
        self.work()
        return self.read(id)

    def read(self, id: str) -> dict[str, Any]:
        answer = self.caller.get(f"/v1/imports/{id}")
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def work(self) -> None:
        """Hand every message of the queue to a worker until there is none."""
        for _ in range(MANY_MESSAGES):
            message = self.take()
            if message is None:
                return
            assert self.deliver(message) == {"batchItemFailures": []}
        raise AssertionError("the import does not come to an end")

    def take(self) -> dict[str, Any] | None:
        """Take one message off the queue."""
        url = self.world.settings.import_queue_url
        found = self.client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=1).get("Messages", [])
        for message in found:
            self.client("sqs").delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            return {"messageId": message["MessageId"], "body": message["Body"], "eventSource": "aws:sqs"}
        return None

    def deliver(self, message: dict[str, Any]) -> Any:
        """Let a worker have the message."""
        self.deliveries.append(json.loads(message["body"]))
        return handler.handle({"Records": [message]}, LambdaContext(self.clock))

    def verdicts(self, id: str, *, separator: str = ";") -> list[dict[str, str]]:
        """Return the rows of the verdict file."""
        answer = self.caller.get(f"/v1/imports/{id}/verdicts.csv")
        assert answer.status == 200, answer.raw
        key = answer.body["url"].split("?")[0].split(f"{self.world.settings.files_bucket}/")[-1]
        if not key.startswith("t/"):
            key = "t/" + key.split("/t/")[1]
        body = self.client("s3").get_object(Bucket=self.world.settings.files_bucket, Key=key)["Body"].read()
        return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), delimiter=separator))

    def records(self, plural: str) -> list[dict[str, Any]]:
        """Return all records of an object, each whole."""
        items: list[dict[str, Any]] = []
        cursor = ""
        while True:
            answer = self.caller.get(f"/v1/records/{plural}?limit=100{cursor}")
            assert answer.status == 200, answer.raw
            items += answer.body["items"]
            if not answer.body["next_cursor"]:
                return items
            cursor = f"&cursor={answer.body['next_cursor']}"

    def client(self, service: str) -> Any:
        if service not in self.clients:
            self.clients[service] = boto3.client(service, region_name=self.world.settings.region)
        return self.clients[service]
