"""SES as it may behave: what it took, the events that come back, late, doubled or never, and what it says no with.

It answers ``sesv2.SendEmail`` on the client itself, so that moto or ministack stay in place for everything else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError

from infra.local import mail_events

DETAIL_TYPES = {
    "Send": "Email Sent",
    "Delivery": "Email Delivered",
    "Open": "Email Opened",
    "Click": "Email Clicked",
    "Bounce": "Email Bounced",
    "Complaint": "Email Complaint Received",
    "Reject": "Email Rejected",
    "DeliveryDelay": "Email Delivery Delayed",
    "Rendering Failure": "Email Rendering Failed",
}
_PARAMETERS = "fake_ses_parameters"


@dataclass(frozen=True, slots=True)
class Copy:
    """A mail that SES took; whoever it is for will read it."""

    id: str
    to: str
    sender: str
    subject: str
    text: str
    html: str
    tags: dict[str, str]
    at: datetime
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def mid(self) -> str:
        return self.tags["mid"]


@dataclass(slots=True)
class FakeSes:
    """Takes mails. ``now`` is the time it lives in; ``event_copies`` 0 drops its events, 2 doubles them.

    It tells that a mail was sent and, if it ``tells_all``, what became of it as the local cloud's mail room does.
    """

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    copies: list[Copy] = field(default_factory=list)
    event_delay: timedelta = timedelta(seconds=2)
    event_copies: int = 1
    tells_all: bool = False
    paused: bool = False
    throttles: int = 0
    refuses: str = ""
    quota: dict[str, float] = field(
        default_factory=lambda: {"MaxSendRate": 14.0, "Max24HourSend": 50_000.0, "SentLast24Hours": 0.0}
    )
    _events: list[tuple[datetime, dict[str, Any]]] = field(default_factory=list)

    def attach(self, client: Any) -> None:
        """Answer in place of SES on a client."""
        if client.meta.service_model.service_name == "sesv2":
            client.meta.events.register_first("before-parameter-build", self._remember)
            client.meta.events.register_last("before-call", self._answer)

    def sent(self, mid: str) -> list[Copy]:
        """Return the copies of one mail."""
        return [copy for copy in self.copies if copy.mid == mid]

    def next_event_at(self) -> datetime | None:
        """Return when the next event is due."""
        return min((at for at, _ in self._events), default=None)

    def due_events(self) -> Iterator[dict[str, Any]]:
        """Yield the events that have become due and forget them."""
        due = [event for at, event in self._events if at <= self.now()]
        self._events = [(at, event) for at, event in self._events if at > self.now()]
        yield from due

    def tell(self, copy: Copy, event: str, **more: Any) -> dict[str, Any]:
        """Return the event that SES puts on the default bus when ``event`` happens to a copy."""
        return {
            "source": mail_events.SOURCE,
            "detail-type": DETAIL_TYPES[event],
            "detail": {"eventType": event, "mail": about(copy), **more},
        }

    def _remember(self, params: Any, context: dict[str, Any], **_: Any) -> None:
        context[_PARAMETERS] = params

    def _answer(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        if model.name == "GetAccount":
            return AWSResponse("https://ses.fake", 200, {}, None), {"SendQuota": self.quota}
        if model.name != "SendEmail":
            return None
        self._refuse(model.name)
        copy = self._take(context[_PARAMETERS])
        return AWSResponse("https://ses.fake", 200, {}, None), {
            "MessageId": copy.id,
            "ResponseMetadata": {"HTTPStatusCode": 200},
        }

    def _refuse(self, operation: str) -> None:
        if self.throttles:
            self.throttles -= 1
            raise _error("TooManyRequestsException", 429, operation)
        if self.paused:
            raise _error("SendingPausedException", 400, operation)
        if self.refuses:
            raise _error(self.refuses, 500 if self.refuses == "InternalFailure" else 400, operation)

    def _take(self, request: dict[str, Any]) -> Copy:
        simple = request["Content"]["Simple"]
        copy = Copy(
            id=f"ses-{len(self.copies) + 1:06d}",
            to=request["Destination"]["ToAddresses"][0],
            sender=request["FromEmailAddress"],
            subject=simple["Subject"]["Data"],
            text=simple["Body"]["Text"]["Data"],
            html=simple["Body"]["Html"]["Data"],
            tags={tag["Name"]: tag["Value"] for tag in request.get("EmailTags", ())},
            at=self.now(),
            headers={header["Name"]: header["Value"] for header in simple.get("Headers", ())},
        )
        self.copies.append(copy)
        if request.get("ConfigurationSetName"):  # without one SES tells nobody anything
            told = mail_events.of_sending(about(copy)) if self.tells_all else mail_events.of_sending(about(copy))[:1]
            for one in told:
                self._events += [(copy.at + self.event_delay, mail_events.event_of(*one))] * self.event_copies
        return copy


def about(copy: Copy) -> dict[str, Any]:
    """Return what every event of SES says about a mail."""
    return {
        "timestamp": copy.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "source": copy.sender,
        "messageId": copy.id,
        "destination": [copy.to],
        "tags": {name: [value] for name, value in copy.tags.items()},
    }


def _error(code: str, status: int, operation: str) -> ClientError:
    return ClientError(
        {"Error": {"Code": code, "Message": "fake"}, "ResponseMetadata": {"HTTPStatusCode": status}},  # type: ignore[typeddict-item]
        operation,
    )
