"""Sends what was parked back to where it failed: `make redrive QUEUE=work STAGE=prod`, once the cause is mended.

A message goes before its parked copy is deleted, so that a kill in between sends it twice and never loses it; every
function of ours bears that. What waits behind a queue returns to the queue. What a stream, a schedule or an event has
parked has none, so its function is called with it, and the message stays parked when the function fails again.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import boto3

from chalicelib.engine.failures.parked import event_of
from infra.functions import FUNCTIONS, Function, Queue, Stream

BATCH = 10
HELD = 120
"""Seconds for which a message is ours alone: its function may take a minute."""


@dataclass(frozen=True, slots=True)
class Redriven:
    """How many parked messages went back, and how many stayed."""

    sent: int = 0
    stayed: int = 0


def redrive(prefix: str, name: str, *, sqs: Any, lambda_: Any, most: int = 1_000) -> Redriven:
    """Send up to ``most`` messages that are parked for ``name`` back to their queue or function.

    :raises LookupError: when nothing of that name parks messages.
    """
    function = _parking(name)
    parked = sqs.get_queue_url(QueueName=f"{prefix}-{name}-dlq")["QueueUrl"]
    is_queue = isinstance(function.trigger, Queue)
    queue = sqs.get_queue_url(QueueName=f"{prefix}-{name}")["QueueUrl"] if is_queue else ""
    sent = stayed = 0
    for message in _messages(sqs, parked, most):
        if is_queue:
            _send(sqs, queue, message)
        elif not _called(lambda_, f"{prefix}-{function.physical}", message):
            stayed += 1
            continue
        sqs.delete_message(QueueUrl=parked, ReceiptHandle=message["ReceiptHandle"])
        sent += 1
    return Redriven(sent, stayed)


def _parking(name: str) -> Function:
    for function in FUNCTIONS:
        trigger = function.trigger
        parks = {function.physical} if function.is_asynchronous else set()
        parks |= {trigger.name} if isinstance(trigger, Queue) else set()
        parks |= {trigger.parking} if isinstance(trigger, Stream) else set()
        if name in parks:
            return function
    raise LookupError(f"Nothing called {name} parks messages.")


def _messages(sqs: Any, parked: str, most: int) -> Iterator[Mapping[str, Any]]:
    """Yield what is parked, each message once in this run."""
    seen: set[str] = set()
    while len(seen) < most:
        answer = sqs.receive_message(
            QueueUrl=parked,
            MaxNumberOfMessages=min(BATCH, most - len(seen)),
            VisibilityTimeout=HELD,
            AttributeNames=["MessageGroupId"],
            MessageAttributeNames=["All"],
        )
        fresh = [message for message in answer.get("Messages", []) if message["MessageId"] not in seen]
        if not fresh:
            return
        seen.update(message["MessageId"] for message in fresh)
        yield from fresh


def _send(sqs: Any, queue: str, message: Mapping[str, Any]) -> None:
    group = message.get("Attributes", {}).get("MessageGroupId")
    tenant = {"MessageGroupId": group} if group else {}
    attributes = {
        name: {field: given[field] for field in ("DataType", "StringValue", "BinaryValue") if field in given}
        for name, given in message.get("MessageAttributes", {}).items()
    }
    sqs.send_message(QueueUrl=queue, MessageBody=message["Body"], MessageAttributes=attributes, **tenant)


def _called(lambda_: Any, function: str, message: Mapping[str, Any]) -> bool:
    """Call the function with what it had failed at, and return whether it came through."""
    event = event_of(json.loads(message["Body"]))
    if event is None:
        return False
    answer = lambda_.invoke(FunctionName=function, Payload=json.dumps(event).encode())
    return "FunctionError" not in answer


def main() -> None:
    parser = argparse.ArgumentParser(description="Send parked messages back to where they failed.")
    parser.add_argument("queue", help="such as work, imports, mail, record-stream or timer-firer")
    parser.add_argument("--prefix", required=True, help="the stage's prefix, such as tendero-prod")
    parser.add_argument("--most", type=int, default=1_000)
    asked = parser.parse_args()
    done = redrive(asked.prefix, asked.queue, sqs=boto3.client("sqs"), lambda_=boto3.client("lambda"), most=asked.most)
    print(f"{done.sent} sent back, {done.stayed} still parked.")


if __name__ == "__main__":
    main()
