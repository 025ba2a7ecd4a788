"""What waits on dead-letter queues: looked at without taking it away, and sent back to where it failed.

A message that is looked at is ours alone for a while and then lies there again, for whoever runs Tendero. One that goes
back is sent before its parked copy is removed: a kill in between sends it twice, which every function of ours bears.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from chalicelib import settings
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import connection

_BATCH: Final = 10
_HELD_SECONDS: Final = 120


@dataclass(frozen=True, slots=True)
class Place:
    """Where messages are parked. ``function`` is what to call with them; those without one wait for a queue."""

    name: str
    url: str
    function: str

    @property
    def queue(self) -> str:
        """The queue at which they failed."""
        return self.url.removesuffix("-dlq")


@dataclass(frozen=True, slots=True)
class Message:
    """One parked message; ``group`` is the tenant under whose name it was sent, if it was, ``reason`` why it failed."""

    id: str
    body: str
    sent_at: datetime
    group: str
    reason: str
    receipt: str


def places() -> list[Place]:
    """Return every place where messages are parked, as the stage declares them."""
    now = settings.current()
    home = now.work_queue_url.removesuffix("work")
    found = []
    for declared in now.parking.split():
        name, _, function = declared.partition(":")
        found.append(Place(name, f"{home}{name}-dlq", f"{now.prefix}-{function}" if function else ""))
    return found


def held(place: Place, *, most: int) -> Iterator[Message]:
    """Yield what is parked at a place, each message once, ``most`` at most."""
    seen: set[str] = set()
    while len(seen) < most:
        answer = connection.client("sqs").receive_message(
            QueueUrl=place.url,
            MaxNumberOfMessages=min(_BATCH, most - len(seen)),
            VisibilityTimeout=_HELD_SECONDS,
            AttributeNames=["MessageGroupId", "SentTimestamp"],
            MessageAttributeNames=["reason"],
        )
        fresh = [message for message in answer.get("Messages", ()) if message["MessageId"] not in seen]
        if not fresh:
            return
        seen.update(message["MessageId"] for message in fresh)
        yield from map(_read, fresh)


def send_back(place: Place, tenant: TenantId, message: Message) -> None:
    """Put a message of a tenant on the queue where it failed."""
    connection.client("sqs").send_message(QueueUrl=place.queue, MessageBody=message.body, MessageGroupId=tenant)


def call(place: Place, event: Mapping[str, Any]) -> bool:
    """Call the function that failed with an event, and return whether it came through."""
    answer = connection.client("lambda").invoke(FunctionName=place.function, Payload=json.dumps(event).encode())
    return "FunctionError" not in answer


def release(place: Place, message: Message) -> None:
    """Let a message lie there again for everybody."""
    connection.client("sqs").change_message_visibility(
        QueueUrl=place.url, ReceiptHandle=message.receipt, VisibilityTimeout=0
    )


def remove(place: Place, message: Message) -> None:
    """Take a message away for good."""
    connection.client("sqs").delete_message(QueueUrl=place.url, ReceiptHandle=message.receipt)


def _read(message: Mapping[str, Any]) -> Message:
    told = message.get("Attributes", {})
    return Message(
        id=message["MessageId"],
        body=message["Body"],
        sent_at=datetime.fromtimestamp(int(told["SentTimestamp"]) / 1000, UTC),
        group=told.get("MessageGroupId", ""),
        reason=message.get("MessageAttributes", {}).get("reason", {}).get("StringValue", ""),
        receipt=message["ReceiptHandle"],
    )
