"""Mails of a firm to its people, and what becomes of them: brought to the function that hears of it, in any order."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.crm.marketing.tracking import counting, urls
from chalicelib.engine import background, outbox, sending
from chalicelib.engine.outbox import Mail, MailKind, Policy
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import guard, index, writes
from chalicelib.storage.index import Counter
from functions.mail_feedback import handler as mail_feedback
from tests.builders import Firm
from tests.client import Answer, Caller
from tests.fake_ses import Copy, FakeSes
from tests.functional.pipeline.aws_around import LambdaContext
from tests.world import World

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
HOME = "81.47.192.13"
MADRID = ZoneInfo("Europe/Madrid")
OFFER, WINE, VISIT = "https://olmedo.example/aceite", "https://olmedo.example/vino", "https://olmedo.example/visita?a=1"


@dataclass(slots=True)
class Post:
    """A firm's post. ``sent`` holds the copies that SES took, by the mail's name."""

    world: World
    firm: Firm
    ses: FakeSes
    sent: dict[str, Copy] = field(default_factory=dict)

    def ctx(self) -> Context:
        return background.as_system(TenantId(self.firm.id), name="test", request_id="test")

    def person(self, **more: Any) -> dict[str, Any]:
        """Create a contact."""
        number = len(self.world.watch.calls)
        values = {"first_name": "Pepa", "emails": [{"value": f"pepa.{number}@retiro.example"}], **more}
        created = self.firm.admin.post("/v1/records/contacts", values)
        assert created.status == 201, created.raw
        return dict(created.body)

    def send(
        self,
        person: Mapping[str, Any],
        *,
        run: str = "october",
        links: Iterable[str] = (OFFER, WINE, VISIT),
        **about: str,
    ) -> Copy:
        """Send a mail about a contact's address and return SES's copy of it."""
        whom = {"object": "contact", "plural": "contacts", "id": person["id"], **about}
        to, recipient = person["emails"][0]["value"], person["id"]
        with guard.entered(TenantId(self.firm.id)):
            ctx = self.ctx()
            link = urls.linker(ctx, mid=f"{run}.{recipient}")
            html = "".join(f'<a href="{link(url)}">{url}</a>' for url in links)
            planned = outbox.plan(
                ctx, kind=OFFERING, run=run, recipient=recipient, to=to, data={"html": html}, about=whom
            )
            writes.execute(ctx, [planned])
            kinds = {OFFERING.name: OFFERING}
            sending.deliver(ctx, kinds=kinds, run=run, recipient=recipient, remaining=timedelta(minutes=1))
        (copy,) = self.ses.sent(f"{run}.{recipient}")
        self.sent[copy.mid] = copy
        return copy

    def counted_already(self, number: int) -> None:
        """Let so many mails have been counted as sent today: each would be a transaction, which moto does slowly."""
        with guard.entered(TenantId(self.firm.id)):
            ctx = self.ctx()
            sent = Counter(option="sent", count=number)
            writes.execute(
                ctx, [index.add_to_counter(ctx, counting.STANDING, clock.stamp(ctx.now)[:10], sent, shard=0)]
            )

    def several(self, number: int, **about: str) -> list[Copy]:
        """Send so many mails to one contact and hear that they were sent."""
        person = self.person()
        copies = [self.send(person, run=f"run{len(self.sent)}", links=(), **about) for _ in range(number)]
        assert self.hear(*(self.event(copy, "Send") for copy in copies)) == []
        return copies

    def link(self, copy: Copy, number: int) -> str:
        """Return a link of a mail, as its recipient has it."""
        return copy.html.split('href="')[number + 1].partition('"')[0]

    def event(self, copy: Copy, event: str, *, after: float = 0, **more: Any) -> dict[str, Any]:
        """Return what SES tells ``after`` so many seconds since it took the mail."""
        at = clock.stamp(copy.at + timedelta(seconds=after))
        return self.ses.tell(copy, event, **{_PARTS[event]: {"timestamp": at, **more}})

    def opened(self, copy: Copy, *, after: float, agent: str = FIREFOX, address: str = HOME, **more: Any) -> Any:
        return self.event(copy, "Open", after=after, userAgent=agent, ipAddress=address, **more)

    def clicked(
        self, copy: Copy, number: int, *, after: float, agent: str = FIREFOX, address: str = HOME, **more: Any
    ) -> Any:
        link = self.link(copy, number)
        return self.event(copy, "Click", after=after, userAgent=agent, ipAddress=address, link=link, **more)

    def hear(self, *events: Mapping[str, Any]) -> list[str]:
        """Bring events to the function as one batch and return those that it wants again."""
        records = [
            {"messageId": str(number), "eventSource": "aws:sqs", "body": json.dumps(event)}
            for number, event in enumerate(events)
        ]
        answer = mail_feedback.handle({"Records": records}, LambdaContext())
        return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]

    def buys(
        self,
        *people: Mapping[str, Any],
        total: str = "100.00",
        currency: str = "EUR",
        by: Caller | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Let a contact order something, written down by an administrator or ``by`` a key, and bring its event."""
        values = {
            "date": self.world.now.astimezone(MADRID).date().isoformat(),
            "total": {"amount": total, "currency": currency},
            **({"contact": people[0]["id"]} if people else {}),
            **more,
        }
        created = (by or self.firm.admin).post("/v1/records/orders", values)
        assert created.status == 201, created.raw
        self.tell_of("OrderCreated", created.body)
        return dict(created.body)

    def tell_of(self, name: str, order: Mapping[str, Any]) -> None:
        """Bring the event that an order was made, changed or deleted."""
        detail = {
            "event_id": f"{order['id']}-v{order['version']}",
            "tenant": self.firm.id,
            "object": "order",
            "plural": "orders",
            "id": order["id"],
            "version": order["version"],
            "at": order["updated_at"],
            "actor": order["updated_by"],
            **dict.fromkeys(("reason", "old", "new")),
            "quiet": False,
            "changed": [],
        }
        assert self.hear({"source": "tendero", "detail-type": name, "detail": detail}) == []

    def campaign(self, **more: Any) -> dict[str, Any]:
        """Create a campaign's record."""
        created = self.firm.admin.post("/v1/records/campaigns", {"name": "Otoño", **more})
        assert created.status == 201, created.raw
        return dict(created.body)

    def results(self, campaign: Mapping[str, Any], asked: str = "") -> dict[str, Any]:
        """Return a campaign's results."""
        answer = self.firm.admin.get(f"/v1/campaigns/{campaign['id']}/results{asked}")
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def timeline(self, person: Mapping[str, Any], *kinds: str) -> list[dict[str, Any]]:
        """Return what a person's timeline tells of mails, oldest first."""
        answer = self.firm.admin.get(f"/v1/records/contacts/{person['id']}/timeline?limit=100")
        assert answer.status == 200, answer.raw
        told = [entry for entry in answer.body["items"] if entry["kind"].startswith("mail_")]
        return [entry for entry in reversed(told) if not kinds or entry["kind"] in kinds]

    def told(self) -> list[tuple[str, dict[str, Any]]]:
        """Return what the bus was told of mails, as name and detail, in order."""
        return [
            (entry["detail-type"], entry["detail"])
            for entry in self.carried()
            if entry["detail-type"].startswith(("Mail", "Link"))
        ]

    def carried(self) -> list[dict[str, Any]]:
        """Return everything that was put on the bus, as a rule would put it on a queue, in order."""
        return [
            {"source": entry["Source"], "detail-type": entry["DetailType"], "detail": json.loads(entry["Detail"])}
            for call in self.world.watch.calls
            if call.operation == "PutEvents"
            for entry in call.parameters["Entries"]
        ]

    def follow(self, copy: Copy, number: int, *, method: str = "GET", **headers: str) -> Answer:
        """Ask for a link of a mail as a browser would."""
        path = self.link(copy, number).removeprefix(self.world.settings.public_url)
        asked = {"User-Agent": FIREFOX, **headers}
        stranger = type(self.firm.admin)(self.world.watch, tenant=self.firm.id)
        return stranger.call(method, path, headers=asked)


_PARTS = {
    "Send": "send",
    "Delivery": "delivery",
    "Open": "open",
    "Click": "click",
    "Bounce": "bounce",
    "Complaint": "complaint",
}


def _composed(_: Context, delivery: outbox.Delivery) -> Mail:
    return Mail("Aceite nuevo", "Aceite nuevo", str(delivery.data["html"]))


OFFERING = MailKind(name="offering_in_tests", policy=Policy.CAMPAIGN, composed=_composed)


def stamp(copy: Copy, after: float) -> str:
    """Return the stamp of an instant after a mail was sent."""
    return clock.stamp(copy.at + timedelta(seconds=after))
