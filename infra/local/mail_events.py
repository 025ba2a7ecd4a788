"""What SES would tell about a mail, put where the rules of the default bus would put it.

The emulator takes mails and tells nothing. So what SES publishes (Send, then Delivery; Bounce or Complaint for its
simulator's addresses; Open and Click when the mailbox page is used) goes to the queues and functions that the
template's own rules name as targets, in batches and in the order in which it happened.
"""

import json
import queue
import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from infra.local.cloud import ACCOUNT, REGION, Cloud

SOURCE = "aws.ses"
_BATCH = 10
_TARGETS_LIVE_SECONDS = 60.0

Told = tuple[str, Mapping[str, Any]]
"""The type of an event and its detail."""


class Teller:
    """Tells events from a thread of its own, so that whoever sends a mail does not wait for them."""

    def __init__(self, cloud: Cloud) -> None:
        self._cloud = cloud
        self._waiting: queue.Queue[Told] = queue.Queue()
        self._targets: dict[str, list[str]] = {}
        self._targets_until = 0.0
        threading.Thread(target=self._work, daemon=True).start()

    def tell(self, told: Sequence[Told]) -> None:
        """This function will have events told soon, in order."""
        for one in told:
            self._waiting.put(one)

    def drain(self) -> None:
        """This function will return when everything has been told."""
        self._waiting.join()

    def _work(self) -> None:
        while True:
            batch = [self._waiting.get()]
            while len(batch) < _BATCH and not self._waiting.empty():
                batch.append(self._waiting.get())
            try:
                self._put(batch)
            except Exception as error:  # the emulator is being stopped: SES's events are lost now and then, too
                print(f"mail events were lost: {error}", flush=True)
            for _ in batch:
                self._waiting.task_done()

    def _put(self, batch: Sequence[Told]) -> None:
        by_target: dict[str, list[str]] = {}
        for detail_type, detail in batch:
            for target in self._of(detail_type):
                by_target.setdefault(target, []).append(json.dumps(event_of(detail_type, detail)))
        for target, bodies in by_target.items():
            if ":sqs:" in target:
                self._queue(target, bodies)
            else:
                for body in bodies:
                    self._cloud.client("lambda").invoke(
                        FunctionName=target, InvocationType="Event", Payload=body.encode()
                    )

    def _queue(self, arn: str, bodies: Sequence[str]) -> None:
        sqs = self._cloud.client("sqs")
        url = sqs.get_queue_url(QueueName=arn.rsplit(":", 1)[-1])["QueueUrl"]
        entries = [{"Id": str(number), "MessageBody": body} for number, body in enumerate(bodies)]
        sqs.send_message_batch(QueueUrl=url, Entries=entries)

    def _of(self, detail_type: str) -> list[str]:
        """The targets of the default bus's rules for this type of event; asked for once a minute."""
        if time.monotonic() > self._targets_until:
            self._targets, self._targets_until = {}, time.monotonic() + _TARGETS_LIVE_SECONDS
        if detail_type not in self._targets:
            events = self._cloud.client("events")
            found = []
            for rule in events.list_rules()["Rules"]:
                pattern = json.loads(rule.get("EventPattern") or "{}")
                if SOURCE in pattern.get("source", []) and detail_type in pattern.get("detail-type", [detail_type]):
                    found += [target["Arn"] for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]]
            self._targets[detail_type] = found
        return self._targets[detail_type]


def event_of(detail_type: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    """This function will return an event as EventBridge delivers it."""
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": detail_type,
        "source": SOURCE,
        "account": ACCOUNT,
        "time": detail["mail"]["timestamp"],
        "region": REGION,
        "resources": [],
        "detail": detail,
    }


def of_sending(about: Mapping[str, Any]) -> list[Told]:
    """This function will return what SES tells when it has sent the mail that ``about`` describes, in order."""
    to, at = list(about["destination"]), about["timestamp"]
    recipients = [{"emailAddress": address} for address in to]
    told: list[Told] = [("Email Sent", {"eventType": "Send", "mail": about, "send": {}})]
    first = to[0] if to else ""
    if _plays("bounce", first):
        bounce = {
            "bounceType": "Permanent",
            "bounceSubType": "General",
            "bouncedRecipients": recipients,
            "timestamp": at,
        }
        return [*told, ("Email Bounced", {"eventType": "Bounce", "mail": about, "bounce": bounce})]
    delivery = {"timestamp": at, "recipients": to, "smtpResponse": "250 OK"}
    told.append(("Email Delivered", {"eventType": "Delivery", "mail": about, "delivery": delivery}))
    if _plays("complaint", first):
        complaint = {"complainedRecipients": recipients, "complaintFeedbackType": "abuse", "timestamp": at}
        told.append(("Email Complaint Received", {"eventType": "Complaint", "mail": about, "complaint": complaint}))
    return told


def _plays(part: str, address: str) -> bool:
    """Return whether an address is that one of the simulator's, with a label of its sender's or without."""
    name, _, host = address.partition("@")
    return name.partition("+")[0] == part and host.startswith("simulator.")


def of_opening(about: Mapping[str, Any], *, at: str, agent: str, address: str) -> Told:
    """This function will return what SES tells when its image in a mail was fetched."""
    opened = {"timestamp": at, "userAgent": agent, "ipAddress": address}
    return "Email Opened", {"eventType": "Open", "mail": about, "open": opened}


def of_click(about: Mapping[str, Any], *, at: str, agent: str, address: str, link: str) -> Told:
    """This function will return what SES tells when a link of a mail was followed."""
    clicked = {"timestamp": at, "userAgent": agent, "ipAddress": address, "link": link, "linkTags": None}
    return "Email Clicked", {"eventType": "Click", "mail": about, "click": clicked}
