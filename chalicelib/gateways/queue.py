"""SQS: work for later, and the place where a record waits that nobody could read.

Every message carries its tenant as message group, so that a standard queue shares itself fairly between tenants.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib.kernel import errors
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import connection

MAX_DELAY = timedelta(minutes=15)
_BATCH = 10


@dataclass(frozen=True, slots=True)
class Message:
    """A body to be delivered at least once, not before ``delay`` has passed."""

    body: Mapping[str, Any]
    delay: timedelta = timedelta()


def send(url: str, tenant: TenantId, messages: Sequence[Message]) -> None:
    """Put messages of one tenant on a queue.

    :raises Unavailable: when the queue did not take all of them; those it took will be delivered twice by a repetition.
    """
    for start in range(0, len(messages), _BATCH):
        batch = messages[start : start + _BATCH]
        entries = [
            {
                "Id": str(position),
                "MessageBody": json.dumps(message.body, separators=(",", ":")),
                "DelaySeconds": _seconds(message.delay),
                "MessageGroupId": tenant,
            }
            for position, message in enumerate(batch)
        ]
        answer = connection.client("sqs").send_message_batch(QueueUrl=url, Entries=entries)
        if answer.get("Failed"):
            raise errors.Unavailable("The queue did not take every message.")


def park(url: str, tenant: TenantId, *, record: str, reason: str) -> None:
    """Put a record that cannot be processed on its dead-letter queue, whole, with the reason as an attribute."""
    connection.client("sqs").send_message(
        QueueUrl=url,
        MessageBody=record,
        MessageGroupId=tenant,
        MessageAttributes={"reason": {"DataType": "String", "StringValue": reason[:200] or "unknown"}},
    )


def _seconds(delay: timedelta) -> int:
    return max(0, math.ceil(min(delay, MAX_DELAY).total_seconds()))
