"""The outbox: the only way to send anything.

A mail and DynamoDB cannot change together, so "exactly once" is built from two halves: at most one call to SES per
claim, and recovery by evidence. A mail is a row whose key is decided before it is written, planned in the transaction
of the change that causes it. Its life:

    QUEUED ──claim──▶ CLAIMED ──SES took it──▶ SENT ──▶ DELIVERED, BOUNCED, COMPLAINED
      │  ▲               ├──a stop was found──▶ SUPPRESSED
      │  └──for now──────┤
      │                  ├──refused for good──▶ FAILED
      │                  └──silence, lease over──▶ UNKNOWN ──an event with our mid──▶ SENT …
      └──not_after passed──▶ EXPIRED                 └──no event within the horizon──▶ the kind's policy, once

Every way out of CLAIMED is conditional on the claim's owner: a sender that wakes up late can move nothing that another
has taken over. An UNKNOWN mail is never sent again blindly: the policy of its kind chooses, once, between a possible
loss and a possible duplicate, and the row shows what it chose.

``sending`` walks the left column, ``recovery`` the right one. The price: a read and two writes for every mail.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from chalicelib.gateways import queue
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage import deliveries, writes
from chalicelib.storage.plan import Condition, Write


class State(StrEnum):
    """Where a mail stands; see the drawing above."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    UNKNOWN = "unknown"
    SENT = "sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    SUPPRESSED = "suppressed"
    EXPIRED = "expired"
    FAILED = "failed"
    REVIEW = "review"


OPEN = frozenset({State.QUEUED, State.CLAIMED, State.UNKNOWN})
WENT = frozenset({State.SENT, State.DELIVERED, State.BOUNCED, State.COMPLAINED})


class Policy(StrEnum):
    """What becomes of a mail of which nobody knows whether it went, when no event tells within the horizon."""

    SECURITY = "security"
    REMINDER = "reminder"
    NOTICE = "notice"
    CAMPAIGN = "campaign"


LEASE = timedelta(seconds=90)
"""Longer than the sender may run, which a test compares: no process wakes up and sends after its lease."""

HORIZON: Mapping[Policy, timedelta] = {
    Policy.SECURITY: timedelta(minutes=15),
    Policy.REMINDER: timedelta(minutes=5),
    Policy.NOTICE: timedelta(minutes=30),
    Policy.CAMPAIGN: timedelta(hours=24),
}
"""How long an event may still come; counted from the end of the lease."""

WORTH_SENDING_FOR: Mapping[Policy, timedelta] = {
    Policy.SECURITY: timedelta(hours=1),
    Policy.REMINDER: timedelta(hours=1),
    Policy.NOTICE: timedelta(days=3),
    Policy.CAMPAIGN: timedelta(days=3),
}
"""How long a mail without a ``not_after`` of its own is worth sending."""

WAKE_GRACE = timedelta(minutes=2)
"""How long the queue has to wake the sender before the sweeper does."""

LATE_AFTER = timedelta(minutes=5)

_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")


@dataclass(frozen=True, slots=True)
class Mail:
    """What the recipient reads."""

    subject: str
    text: str
    html: str
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox."""

    run: str
    recipient: str
    kind: str
    policy: Policy
    state: State
    to: str
    locale: str
    data: Mapping[str, Any]
    due: datetime
    not_after: datetime
    attempt: int = 0
    owner: str = ""
    lease: datetime | None = None
    not_before: datetime | None = None
    requeued: int = 0
    ses_id: str = ""
    reason: str = ""

    @property
    def mid(self) -> str:
        """The mail's name outside: the tag by which SES's events find the row again."""
        return f"{self.run}.{self.recipient}"


def no_stop(_: Context, __: Delivery) -> str | None:
    """Find no reason against sending."""
    return None


@dataclass(frozen=True, slots=True)
class MailKind:
    """A reason to write to somebody.

    ``render`` turns locale and data into a mail and reads nothing else. ``recheck`` runs between claim and send, reads
    consistently, and returns why the mail must not go any more, or None.
    """

    name: str
    policy: Policy
    render: Callable[[str, Mapping[str, Any]], Mail]
    recheck: Callable[[Context, Delivery], str | None] = field(default=no_stop)


def plan(
    ctx: Context,
    *,
    kind: MailKind,
    run: str,
    recipient: str,
    to: str,
    data: Mapping[str, Any],
    locale: str | None = None,
    due: datetime | None = None,
    not_after: datetime | None = None,
) -> Write:
    """Return the write that plans a mail; it is refused when the same run has planned it for the same recipient.

    :raises ValueError: when ``run`` or ``recipient`` cannot be part of the mail's name.
    """
    if not (_NAME.fullmatch(run) and _NAME.fullmatch(recipient)):
        raise ValueError(f"{run!r} and {recipient!r} must be made of letters, digits, dashes and underscores")
    due = due or ctx.now
    item = {
        "kind": kind.name,
        "policy": kind.policy.value,
        "state": State.QUEUED.value,
        "to": to,
        "locale": locale or ctx.locale,
        "data": dict(data),
        "planned_at": clock.stamp(ctx.now),
        "due": clock.stamp(due),
        "not_after": clock.stamp(not_after or max(due, ctx.now) + WORTH_SENDING_FOR[kind.policy]),
        "attempt": 0,
        "requeued": 0,
    }
    return deliveries.plan(ctx, run, recipient, item, wake_at=clock.stamp(ctx.now + WAKE_GRACE))


def move(
    ctx: Context,
    delivery: Delivery,
    to: State,
    *,
    when: Condition,
    wake_at: datetime | None = None,
    remove: Sequence[str] = (),
    **facts: Any,
) -> bool:
    """Bring a mail into another state if ``when`` holds, and return whether it did.

    ``wake_at`` is when the sweeper looks at it; None means never again. A finished mail forgets its data: they hold
    codes that open something, or what somebody wrote about somebody, and nothing needs them any more.
    """
    forgets = to not in OPEN | {State.REVIEW}
    try:
        write = deliveries.move(
            ctx,
            delivery.run,
            delivery.recipient,
            set={"state": to.value, "state_since": clock.stamp(ctx.now), **facts},
            remove=(*remove, "data") if forgets else tuple(remove),
            when=when,
            wake_at=clock.stamp(wake_at) if wake_at else None,
        )
        writes.execute(ctx, [write])
    except writes.Refused:
        return False
    logger.info("mail moved", run=delivery.run, recipient=delivery.recipient, kind=delivery.kind, state=to.value)
    return True


def load(ctx: Context, *, run: str, recipient: str) -> Delivery | None:
    """Return a mail as it stands now, read consistently."""
    row = deliveries.get(ctx, run, recipient)
    return None if row is None else of_row(row)


def call_for(ctx: Context, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> queue.Message | None:
    """Return the message that calls a sender when a row of the outbox has just been queued, or None."""
    if new is None or new["state"] != State.QUEUED or (old is not None and old["state"] == State.QUEUED):
        return None
    delivery = of_row(deliveries.of_item(new))
    wait = (delivery.not_before or ctx.now) - ctx.now
    return queue.Message(call_body(ctx, delivery.run, delivery.recipient), max(wait, timedelta()))


def call_body(ctx: Context, run: str, recipient: str) -> dict[str, str]:
    """Return the body of a message that calls a sender to one mail."""
    return {"tenant": ctx.tenant, "run": run, "recipient": recipient}


def of_row(row: Mapping[str, Any]) -> Delivery:
    """Return the mail that a row of the outbox holds."""
    return Delivery(
        run=row["run"],
        recipient=row["id"],
        kind=row["kind"],
        policy=Policy(row["policy"]),
        state=State(row["state"]),
        to=row["to"],
        locale=row["locale"],
        data=row.get("data", {}),
        due=clock.parse(row["due"]),
        not_after=clock.parse(row["not_after"]),
        attempt=int(row["attempt"]),
        owner=row.get("owner", ""),
        lease=_instant(row.get("lease")),
        not_before=_instant(row.get("not_before")),
        requeued=int(row["requeued"]),
        ses_id=row.get("ses_id", ""),
        reason=row.get("reason", ""),
    )


def _instant(stamp: str | None) -> datetime | None:
    return clock.parse(stamp) if stamp else None
