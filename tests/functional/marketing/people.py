"""People of a firm to whom it writes, and what they say about it, for the tests of consent."""

import hashlib
import re
from typing import Any

from chalicelib.crm.marketing.consent import asking, consents, footers
from chalicelib.crm.marketing.consent.verdicts import Verdict
from chalicelib.engine import outbox
from chalicelib.engine.outbox import Delivery, Mail
from chalicelib.kernel.context import Context
from chalicelib.storage import connection, deliveries, guard
from tests.builders import Firm
from tests.functional.derived.flow import Flow
from tests.world import World

ASKED_ON_FAIR = {"basis": "consent", "source": "Feria del vino", "at": "2026-01-15T10:00:00Z"}
CUSTOMER = {
    "basis": "soft_opt_in",
    "source": "Tienda",
    "facts": {"customer": True, "similar": True, "could_refuse": True},
}
ROUND_THE_CLOCK = {"quiet_hours": None}


def person(firm: Firm, *, plural: str = "contacts", email: str | None = "ana@olmedo.example", **values: Any) -> str:
    """Create somebody and return the path of their record."""
    address = {"emails": [{"value": email}]} if email else {}
    made = firm.admin.post(f"/v1/records/{plural}", {"first_name": "Ana", **address, **values})
    assert made.status == 201, made.raw
    return f"/v1/records/{plural}/{made.body['id']}"


def decide(firm: Firm, path: str, decision: str, **more: Any) -> Any:
    """Note what somebody decided and return what holds then."""
    answer = firm.admin.post(f"{path}/consents", {"decision": decision, **more})
    assert answer.status == 200, answer.raw
    return answer.body


def settle(firm: Firm, **changes: Any) -> None:
    """Change what the firm decides about writing to people."""
    now = firm.admin.get("/v1/marketing/settings").body
    answer = firm.admin.patch("/v1/marketing/settings", changes, version=now["version"])
    assert answer.status == 200, answer.raw


def standing(firm: Firm, path: str, purpose: str = "marketing") -> dict[str, Any]:
    """Return what holds about somebody for a purpose by mail."""
    found: dict[str, Any] = next(
        each
        for each in firm.admin.get(f"{path}/consents").body["standing"]
        if (each["purpose"], each["channel"]) == (purpose, "email")
    )
    return found


def told(firm: Firm, path: str) -> str:
    """Return what a record tells of consent."""
    return str(firm.admin.get(path).body["email_consent"])


def inside(world: World, firm: Firm) -> Context:
    """Return the context of a sender that works for the firm now."""
    return world.ctx(firm.tenant["id"], now=world.now)


def verdict(world: World, firm: Firm, path: str, *, purpose: str = "marketing", **more: Any) -> Verdict:
    """Return what a sender is told when it asks about somebody."""
    _, _, _, plural, id = path.split("/")
    ctx = inside(world, firm)
    with guard.entered(ctx.tenant):
        return consents.verdict(ctx, object=plural, id=id, purpose=purpose, **more)


def foot(world: World, firm: Firm, path: str, *, purpose: str = "marketing", mid: str = "RUN.one") -> footers.Footer:
    """Return the foot of a mail to somebody."""
    _, _, _, plural, id = path.split("/")
    ctx = inside(world, firm)
    with guard.entered(ctx.tenant):
        return consents.footer(ctx, object=plural, id=id, purpose=purpose, mid=mid)


def local(url: str) -> str:
    """Return the path of an address of ours."""
    return "/" + url.split("/", 3)[3]


def token_of(url: str) -> str:
    """Return the token at the end of an address."""
    return url.rsplit("/", 1)[1]


def flow(world: World, firm: Firm) -> Flow:
    """Return what lets the stream and the deriver of the firm's stage do their work."""
    made = Flow(world.ctx(firm.tenant["id"]), world.settings.prefix)
    connection.on_client(made.attach)
    return made


def questions(world: World, firm: Firm) -> list[Delivery]:
    """Return the mails that ask people to confirm, as they lie in the outbox."""
    ctx = inside(world, firm)
    with guard.entered(ctx.tenant):
        rows, _ = deliveries.page(ctx, "consents", limit=50)
    return [outbox.of_row(row) for row in rows]


def read(world: World, firm: Firm, question: Delivery) -> Mail:
    """Return a mail that asks, as its reader gets it."""
    ctx = inside(world, firm)
    with guard.entered(ctx.tenant):
        return asking.compose(ctx, question)


def confirm_of(mail: Mail) -> str:
    """Return the path by which a mail is confirmed."""
    return f"/v1/public/consent/{re.findall(r'/confirm/([A-Za-z0-9_-]+)', mail.text)[0]}"


def sha256(address: str) -> str:
    """Return an address as exclusion services hash it."""
    return hashlib.sha256(address.encode()).hexdigest()
