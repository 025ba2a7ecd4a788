"""One thing seen of a mail that was sent: by SES, or by our own link when it was followed.

What comes in is believed only as far as it can be checked: a tenant and a mail that exist, the address that the mail
was sent to, the id that SES gave it, a link that we signed for this very mail. Of who fetched what, only the signs
that it was a machine are kept: neither address nor client.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from chalicelib.crm.marketing.tracking import agents, urls
from chalicelib.engine.outbox import Delivery
from chalicelib.gateways import bus
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.kernel.ids import TENANT_ID_PATTERN, TenantId

SENT: Final = "sent"
DELIVERED: Final = "delivered"
OPENED: Final = "opened"
CLICKED: Final = "clicked"
BOUNCED: Final = "bounced"
COMPLAINED: Final = "complained"
UNSUBSCRIBED: Final = "unsubscribed"

SES: Final = "ses"
OWN: Final = "link"
LINKS: Final = "tendero.links"
FETCHED: Final = "LinkFetched"
"""What the bus calls a request for one of our links, and its source: it befell no record, so no keeper of records hears
it. It is told by the door and heard by ``mail_feedback`` alone."""

PERMANENT: Final = "permanent"

_PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "Send": (SENT, "send"),
    "Delivery": (DELIVERED, "delivery"),
    "Open": (OPENED, "open"),
    "Click": (CLICKED, "click"),
    "Bounce": (BOUNCED, "bounce"),
    "Complaint": (COMPLAINED, "complaint"),
}
_TENANT = re.compile(TENANT_ID_PATTERN)
_LONGEST_KIND = 40


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen (``what``), when (``at``, a stamp), by whom (``source``), and the signs that a machine did it.

    ``link`` is the digest of a clicked address. ``to`` and ``ses_id`` are what SES says of the mail, to be held against
    what we know of it; ``bounce`` is whether an address bounced for good.
    """

    tenant: TenantId
    run: str
    recipient: str
    what: str
    at: str
    source: str = SES
    link: str = ""
    signs: tuple[str, ...] = ()
    bounce: str = ""
    to: str = ""
    ses_id: str = ""

    @property
    def mid(self) -> str:
        """The name of the mail."""
        return f"{self.run}.{self.recipient}"


def of_ses(detail: Mapping[str, Any], *, now: datetime) -> Observation | None:
    """Return what an event of SES tells of a mail; None when it is about no mail or no link of ours, or tells nothing.

    :raises KeyError: when it is not an event of SES.
    """
    mail, event = detail["mail"], detail.get("eventType") or detail["notificationType"]
    tags = mail.get("tags") or {}
    tenant, mid = _only(tags.get("tenant")), _only(tags.get("mid"))
    run, _, recipient = mid.partition(".")
    if event not in _PARTS or not (_TENANT.fullmatch(tenant) and run and recipient):
        return None
    what, part = _PARTS[event]
    said = detail.get(part) or {}
    link = _clicked(said, tenant=tenant, mid=mid, now=now) if what == CLICKED else ""
    if link is None:
        return None
    return Observation(
        tenant=TenantId(tenant),
        run=run,
        recipient=recipient,
        what=what,
        at=clock.stamp(clock.parse(said.get("timestamp") or mail["timestamp"])),
        link=link,
        signs=_signs(said) if what in (OPENED, CLICKED) else (),
        bounce=str(said.get("bounceType", "")).lower()[:_LONGEST_KIND] if what == BOUNCED else "",
        to=address_of(mail),
        ses_id=str(mail["messageId"]),
    )


def to_entry(ctx: Context, token: str, *, signs: tuple[str, ...]) -> bus.Entry:
    """Return the bus entry that tells that a link of the context's tenant was followed just now."""
    detail = {"tenant": ctx.tenant, "token": token, "at": clock.stamp(ctx.now), "signs": list(signs)}
    return bus.Entry(LINKS, FETCHED, json.dumps(detail))


def of_fetch(detail: Mapping[str, Any], *, now: datetime) -> Observation | None:
    """Return what a request for one of our links tells; None when the link is not ours.

    :raises KeyError: when the entry is none that the door made.
    """
    try:
        followed = urls.read(detail["token"], now=now)
    except NotFound:
        return None
    return Observation(
        tenant=followed.tenant,
        run=followed.run,
        recipient=followed.recipient,
        what=CLICKED,
        at=clock.stamp(clock.parse(detail["at"])),
        source=OWN,
        link=followed.digest,
        signs=tuple(str(sign) for sign in detail["signs"]),
    )


def of_withdrawal(detail: Mapping[str, Any]) -> Observation | None:
    """Return that somebody unsubscribed through a mail; None when consent was withdrawn in another way.

    :raises KeyError: when the entry is no occurrence of ours.
    """
    run, _, recipient = str(detail["data"].get("mid", "")).partition(".")
    if not (run and recipient) or detail["data"].get("basis") in (BOUNCED, COMPLAINED):
        return None
    return Observation(TenantId(detail["tenant"]), run, recipient, UNSUBSCRIBED, detail["at"], source=OWN)


def fits(observation: Observation, delivery: Delivery) -> bool:
    """Return whether what was seen can be about this mail."""
    return observation.source != SES or belongs(delivery, to=observation.to, ses_id=observation.ses_id)


def belongs(delivery: Delivery, *, to: str, ses_id: str) -> bool:
    """Return whether this mail was sent to this address, if its row says one, and is known to SES by this id.

    A mail of which nobody knew whether it had gone may have gone twice, under two ids.
    """
    same_id = not delivery.ses_id or ses_id == delivery.ses_id or delivery.requeued > 0
    return same_id and (not delivery.to or to.casefold() == delivery.to.casefold())


def address_of(mail: Mapping[str, Any]) -> str:
    """Return the one address to which SES says that a mail went."""
    return _only(mail.get("destination"))


def _clicked(said: Mapping[str, Any], *, tenant: str, mid: str, now: datetime) -> str | None:
    """Return the digest of a clicked address; None when the link is a page of ours, or was signed for another mail."""
    url = str(said.get("link", ""))
    token = urls.token_of(url)
    if token is None:
        return urls.digest_of(url) if urls.is_followed(url) else None
    try:
        followed = urls.read(token, now=now)
    except NotFound:
        return None
    return followed.digest if (followed.tenant, f"{followed.run}.{followed.recipient}") == (tenant, mid) else None


def _signs(said: Mapping[str, Any]) -> tuple[str, ...]:
    found = agents.signs(agent=str(said.get("userAgent", "")), address=str(said.get("ipAddress", "")))
    return (*found, agents.FLAG) if agents.is_flagged(said) else found


def _only(values: Any) -> str:
    return str(values[0]) if isinstance(values, list) and len(values) == 1 else ""
