"""Waiting until nothing is under way: no unread change, no message on a queue but the parked ones."""

import time

from infra.local.cloud import Cloud

COUNTS = (
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed",
)

#: Between a function's effect and what it starts (an event on its way to a queue) there is a moment without a trace.
SETTLED_SECONDS = 1.0


def drain(cloud: Cloud, *, patience: float = 60.0) -> bool:
    """This function will wait until everything is quiet, and say whether it became so in time."""
    deadline = time.monotonic() + patience
    quiet_since: float | None = None
    while time.monotonic() < deadline:
        if under_way(cloud):
            quiet_since = None
        elif quiet_since is None:
            quiet_since = time.monotonic()
        elif time.monotonic() - quiet_since >= SETTLED_SECONDS:
            return True
        time.sleep(0.1)
    return False


def under_way(cloud: Cloud) -> int:
    """This function will count the unread changes and the waiting messages."""
    sqs = cloud.client("sqs")
    waiting = cloud.unread_records()
    for url in sqs.list_queues().get("QueueUrls", []):
        if not url.endswith("-dlq"):
            counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(COUNTS))["Attributes"]
            waiting += sum(int(counts[name]) for name in COUNTS)
    return waiting
