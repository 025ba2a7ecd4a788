"""What AWS does around a campaign: the mails' world, and the queue of long work beside it."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from botocore.awsrequest import AWSResponse

from chalicelib.engine import background, outbox, recovery
from chalicelib.kernel import clock
from functions.delivery_stream import handler as delivery_stream
from functions.job_worker import handler as job_worker
from functions.mail_feedback import handler as mail_feedback
from functions.mail_sender import handler as mail_sender
from tests.fake_ses import Copy
from tests.functional.pipeline.aws_around import (
    PATIENCE,
    VISIBILITY,
    AwsAround,
    Clock,
    LambdaContext,
    Waiting,
    restore,
    stored,
)
from tests.world import cold

WORKER_VISIBILITY = timedelta(minutes=6)
_WAITED = ("tenant", "queue", "work", "listed", "queue_is_stuck", "_positions", "_fired", "_swept_at")


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything as it was at a moment: what lay in the store, what was scheduled, what waited, what time it was."""

    stored: bytes
    waited: dict[str, Any]


@dataclass(slots=True)
class CampaignAround(AwsAround):
    """Calls the functions of a campaign as AWS would. ``seconds`` is how long a worker lives.

    ``breaking`` says in which functions faults count: ``worker`` (choosing and calling), ``sender``, ``around``
    (timers, streams, events, sweeps), or in all.
    """

    seconds: float = 60
    breaking: str = "all"
    work: list[Waiting] = field(default_factory=list)
    queue_is_stuck: bool = False
    listed: list[dict[str, Any]] = field(default_factory=list)

    def start_over(self) -> None:
        """Be as at the beginning of a test."""
        self.clock.now, self.seconds, self.breaking, self.queue_is_stuck = Clock().now, 60, "all", False
        self.ses.copies.clear()
        self.ses._events.clear()
        self.faults.arm()

    def begin_with(self, tenant: Any) -> None:
        """Forget what happened before, and look at ``tenant``."""
        AwsAround.begin(self, tenant)
        self.work.clear()
        self.listed.clear()

    def scene(self) -> Scene:
        """Return everything as it is, so that many scenarios can begin here."""
        waited = {name: getattr(self, name) for name in _WAITED}
        return Scene(stored(), deepcopy({**waited, "now": self.clock.now, "ses": (self.ses.copies, self.ses._events)}))

    def return_to(self, scene: Scene) -> None:
        """Let everything be as it was, in a container that knows nothing yet."""
        was = deepcopy(scene.waited)
        self.clock.now, (self.ses.copies, self.ses._events) = was.pop("now"), was.pop("ses")
        for name, value in was.items():
            setattr(self, name, value)
        restore(scene.stored)
        cold()

    def is_quiet(self) -> bool:
        return not self.work and AwsAround.is_quiet(self)

    def until(self, instant: datetime) -> None:
        """Let time pass up to an instant, bringing what falls due on the way."""
        for _ in range(PATIENCE * 5):
            self._bring_what_is_due()
            ahead = [at for at in self._next_times() if self.clock.now < at <= instant]
            if not ahead:
                self.clock.now = instant
                self._bring_what_is_due()
                return
            self.clock.now = min(ahead)
        raise AssertionError(f"not there at {self.clock.now}")

    def until_quiet(self) -> None:
        for _ in range(PATIENCE * 5):
            self._bring_what_is_due()
            if self.is_quiet():
                return
            self.clock.now = max(self.clock.now + timedelta(milliseconds=1), min(self._next_times()))
        raise AssertionError(f"not quiet at {self.clock.now}: {self.open_rows()}")

    def until_over(self, is_over: Callable[[], bool]) -> None:
        """Let time pass until nothing is left to do but to look after what is over, or nobody would do anything."""
        for _ in range(PATIENCE * 5):
            self._bring_what_is_due()
            if is_over() and not self.work and not self.queue and not self.ses.next_event_at():
                return
            self.clock.now = max(self.clock.now + timedelta(milliseconds=1), min(self._next_times()))
        raise AssertionError(f"not over at {self.clock.now}: {self.open_rows()}")

    def until_called(self, firm: Any, reader: str) -> None:
        """Let time pass until a sender is called for the mail of ``reader``, and no sender has come yet."""
        self.until_nobody_but_a_sender()
        mail = firm.delivery(reader)
        assert mail is not None
        assert mail.state is outbox.State.QUEUED

    def until_nobody_but_a_sender(self) -> None:
        """Let the regret pass and all happen that a launch leads to, but for senders."""
        self.queue_is_stuck = True
        self.until(self.clock.now + timedelta(seconds=62))
        self.queue_is_stuck = False

    def until_sender_came(self) -> None:
        """Let senders come to whatever calls for them now."""
        self.until(self.clock.now)

    def run_worker(self) -> None:
        """Let a worker take each message of the work queue whose time has come."""
        for message in [waiting for waiting in self.work if waiting.visible_at <= self.clock.now]:
            message.received += 1
            message.visible_at = self.clock.now + WORKER_VISIBILITY
            answer = self._handled(job_worker.handle, message, counted=self.breaking in ("all", "worker"))
            if answer is not None and not answer["batchItemFailures"]:
                self.work.remove(message)

    def _next_times(self) -> Iterator[datetime]:
        stuck = {message.visible_at for message in self.queue} if self.queue_is_stuck else set()
        yield from (at for at in AwsAround._next_times(self) if at not in stuck)
        yield from (message.visible_at for message in self.work)

    def _bring_what_is_due(self) -> None:
        AwsAround._bring_what_is_due(self)
        self.run_worker()
        AwsAround._bring_stream(self, "deliveries", delivery_stream.handle)
        self._bring_messages()

    def tell(self, copy: Copy, event: str, **more: Any) -> None:
        """Let SES tell of a copy now."""
        record = {
            "messageId": "event",
            "eventSource": "aws:sqs",
            "body": json.dumps(self.ses.tell(copy, event, **more)),
        }
        answer = mail_feedback.handle({"Records": [record]}, LambdaContext())
        assert answer == {"batchItemFailures": []}

    def click(self, copy: Copy) -> None:
        """Let a person follow the link of a mail, a minute after it came."""
        link = re.search(r'href="(http[^"]+/v1/public/links/[^"]+)"', copy.html)
        assert link is not None
        at = clock.stamp(copy.at + timedelta(minutes=1))
        agent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15"
        said = {"link": unescape(link[1]), "timestamp": at, "userAgent": agent, "ipAddress": "81.0.0.7"}
        self.tell(copy, "Click", click=said)

    def _bring_messages(self) -> None:
        if self.queue_is_stuck:
            return
        for message in [waiting for waiting in self.queue if waiting.visible_at <= self.clock.now]:
            message.received += 1
            message.visible_at = self.clock.now + VISIBILITY
            answer = self._handled(mail_sender.handle, message, counted=self.breaking in ("all", "sender"))
            if answer is not None and not answer["batchItemFailures"]:
                self.queue.remove(message)

    def _handled(self, handle: Any, message: Waiting, *, counted: bool) -> dict[str, Any] | None:
        answer: dict[str, Any] = {}
        event = {"Records": [{"messageId": "m", "body": message.body, "eventSource": "aws:sqs"}]}
        lambda_context = LambdaContext(seconds_left=self.seconds)
        done = self.faults.surviving(lambda: answer.update(handle(event, lambda_context)), counted=counted)
        return answer if done else None

    def _call(self, handle: Any, event: Any, *, counted: bool = False) -> bool:
        return self.faults.surviving(lambda: handle(event, LambdaContext()), counted=self.breaking in ("all", "around"))

    def _sweep_own_mails(self) -> None:
        with background.acting(self.tenant, name="sweeper", request_id="sweep") as ctx:
            for item in list(self.rows("deliveries").values()):
                if "wake_at" in item and clock.parse(item["wake_at"]["S"]) <= self.clock.now:
                    run, recipient = item["pk"]["S"].split("#")[2], item["sk"]["S"]
                    if recovery.look_at(ctx, run=run, recipient=recipient):
                        self.queue.append(Waiting(json.dumps(outbox.call_body(ctx, run, recipient)), self.clock.now))

    def _enqueue(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        parameters = context.get("around_parameters", {})
        if model.name != "SendMessageBatch":
            return None
        queues = {"-mail": self.queue, "-work": self.work}
        bodies = [json.loads(entry["MessageBody"]) for entry in parameters["Entries"]]
        self.listed += [body["listed"] for body in bodies if "listed" in body]
        queue = next((kept for name, kept in queues.items() if parameters["QueueUrl"].endswith(name)), None)
        if queue is None:
            return None
        for entry in parameters["Entries"]:
            if json.loads(entry["MessageBody"])["tenant"] == self.tenant:
                visible_at = self.clock.now + timedelta(seconds=entry.get("DelaySeconds", 0))
                queue.append(Waiting(entry["MessageBody"], visible_at))
        return AWSResponse("https://sqs.around", 200, {}, None), {"Successful": [], "Failed": []}
