"""The outbox: the only way to send anything.

A mail and DynamoDB cannot change together, so "exactly once" is built from two halves: at most one call to SES per
claim, and recovery by evidence. A mail is a row whose key is decided before it is written, planned in the transaction
of the change that causes it. Its life:

    HELD ◀──not yet──────┐
      │ its run calls it │
      ▼                  │
    QUEUED ──claim──▶ CLAIMED ──SES took it──▶ SENT ──▶ DELIVERED, BOUNCED, COMPLAINED
      │  ▲               ├──a stop was found──▶ SUPPRESSED
      │  └──for now──────┤
      │                  ├──refused for good──▶ FAILED
      │                  └──silence, lease over──▶ UNKNOWN ──an event with our mid──▶ SENT …
      └──not_after passed──▶ EXPIRED                 └──no event within the horizon──▶ the kind's policy, once

Every way out of CLAIMED is conditional on the claim's owner: a sender that wakes up late can move nothing that another
has taken over. An UNKNOWN mail is never sent again blindly: the policy of its kind chooses, once, between a possible
loss and a possible duplicate, and the row shows what it chose.

A run of many mails plans them HELD: nobody wakes them but the run, which calls them at its own pace, and to which they
come back when they must wait for hours. SPARED ones are never called: they are there to be compared with.

``sending`` walks the left column, ``recovery`` the right one. The price: a read and two writes for every mail.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from chalicelib.engine.failures import failing
from chalicelib.gateways import queue
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage import deliveries, writes
from chalicelib.storage.plan import Condition, Put, Write, equals, one_of


class State(StrEnum):
    """Where a mail stands; see the drawing above."""

    HELD = "held"
    SPARED = "spared"
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


OPEN = frozenset({State.HELD, State.QUEUED, State.CLAIMED, State.UNKNOWN})
WENT = frozenset({State.SENT, State.DELIVERED, State.BOUNCED, State.COMPLAINED})
GIVEN_UP = frozenset({State.FAILED, State.EXPIRED, State.REVIEW})
"""Where a mail comes to rest that nobody wanted to stop; it is listed among what failed."""

UNPROVEN = "unproven"
"""Why a mail was given up of which nobody knows whether it went."""


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
    """What the recipient reads; ``sender`` and ``headers`` as in ``gateways.mail.Outgoing``.

    ``to`` is the address where the row holds none, so that a mail goes where somebody is reached now.
    """

    subject: str
    text: str
    html: str
    reply_to: str | None = None
    sender: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    to: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox.

    ``about`` says which of the firm's people a mail concerns, and what for: ``object``, ``plural`` and ``id`` of the
    record and, where there are such, ``campaign``, ``variant``, ``automation``, ``purpose``. It outlives the mail's
    data: what becomes of the mail is told by it. A claimed mail that is still ``composing`` has certainly not gone.
    ``since`` is the stamp of its last move.
    """

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
    about: Mapping[str, str] = field(default_factory=dict)
    composing: bool = False
    since: str = ""

    @property
    def mid(self) -> str:
        """The mail's name outside: the tag by which SES's events find the row again."""
        return f"{self.run}.{self.recipient}"

    @property
    def is_tracked(self) -> bool:
        """Whether it is told who opened the mail: never of what belongs to an order, a ticket or an account."""
        return bool(self.about.get("id")) and self.about.get("purpose") != "service"


@dataclass(frozen=True, slots=True)
class Later:
    """A mail must not go now. It is queued until the instant ``at``, or ``held`` until its run calls it after that.

    Without an instant a held mail may be called at any time.
    """

    reason: str
    at: datetime | None = None
    held: bool = False


Stop = str | Later | None
"""Why a mail must not go any more, why it must not go yet, or None: it may go."""


class NotToBeSent(Exception):
    """A mail cannot be composed because there is a ``stop``: whom it is for is gone, or what it says is."""

    def __init__(self, stop: str | Later) -> None:
        super().__init__(str(stop))
        self.stop = stop


def no_stop(_: Context, __: Delivery) -> Stop:
    """Find no reason against sending."""
    return None


def _composed_from_data(_: Context, __: Delivery) -> Mail:
    raise ValueError("this kind of mail is rendered, not composed")


@dataclass(frozen=True, slots=True)
class MailKind:
    """A reason to write to somebody.

    ``channel`` names what carries it. ``render`` turns locale and data into a mail and reads nothing else; a kind
    that needs more is ``composed`` instead, by a function that may read what it likes. ``recheck`` runs between that
    and the sending as the last thing, reads consistently, and returns what speaks against it.
    """

    name: str
    policy: Policy
    render: Callable[[str, Mapping[str, Any]], Mail] | None = None
    recheck: Callable[[Context, Delivery], Stop] = field(default=no_stop)
    composed: Callable[[Context, Delivery], Mail] = field(default=_composed_from_data)
    channel: str = "email"


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
    about: Mapping[str, str] | None = None,
    state: State = State.QUEUED,
    reason: str = "",
) -> Put:
    """Return the write that plans a mail; it is refused when the same run has planned it for the same recipient.

    One that begins in another state than QUEUED wakes nobody: it is held by its run, or told of and never sent.

    :raises ValueError: when ``run`` or ``recipient`` cannot be part of the mail's name.
    """
    if not (_NAME.fullmatch(run) and _NAME.fullmatch(recipient)):
        raise ValueError(f"{run!r} and {recipient!r} must be made of letters, digits, dashes and underscores")
    due = due or ctx.now
    item = {
        "kind": kind.name,
        "policy": kind.policy.value,
        "state": state.value,
        "to": to,
        "locale": locale or ctx.locale,
        "data": dict(data),
        "planned_at": clock.stamp(ctx.now),
        "due": clock.stamp(due),
        "not_after": clock.stamp(not_after or max(due, ctx.now) + WORTH_SENDING_FOR[kind.policy]),
        "attempt": 0,
        "requeued": 0,
        **({"about": dict(about)} if about else {}),
        **({"reason": reason} if reason else {}),
    }
    wake_at = clock.stamp(ctx.now + WAKE_GRACE) if state is State.QUEUED else None
    return deliveries.plan(ctx, run, recipient, item, wake_at=wake_at)


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
    now = clock.stamp(ctx.now)
    try:
        write = deliveries.move(
            ctx,
            delivery.run,
            delivery.recipient,
            set={"state": to.value, "state_since": now, **facts},
            remove=(*remove, "data") if forgets else tuple(remove),
            when=when,
            wake_at=clock.stamp(wake_at) if wake_at else None,
        )
        writes.execute(ctx, [write, *_listed(ctx, delivery, to, now, str(facts.get("reason", "")))])
    except writes.Refused:
        return False
    logger.info("mail moved", run=delivery.run, recipient=delivery.recipient, kind=delivery.kind, state=to.value)
    return True


def _listed(ctx: Context, delivery: Delivery, to: State, at: str, reason: str) -> list[Write]:
    """Return the writes that list a mail among what failed, or strike it off when it goes on after all."""
    source = {"run": delivery.run, "recipient": delivery.recipient}
    struck = [failing.struck(ctx, failing.MAIL, source, at=delivery.since)] if delivery.state in GIVEN_UP else []
    if to not in GIVEN_UP:
        return [*struck]
    about = delivery.about
    belongs = {"campaign": about.get("campaign"), "automation": about.get("automation")}
    if about.get("automation"):
        belongs["run"] = delivery.run
    failed = failing.Failure(
        kind=failing.MAIL,
        source=source,
        at=at,
        code=reason or to.value,
        what=delivery.kind,
        about={"plural": about["plural"], "id": about["id"]} if about.get("id") else {},
        of={name: id for name, id in belongs.items() if id},
        may_retry=delivery.policy is Policy.CAMPAIGN,
        may_have_worked=reason == UNPROVEN,
    )
    return [*struck, *failing.listed(ctx, failed)]


def again(ctx: Context, delivery: Delivery) -> bool:
    """Let a mail be sent that was given up, and return whether nobody else has moved it."""
    may_have_gone = {"requeued": 1} if delivery.reason == UNPROVEN else {}
    return move(
        ctx,
        delivery,
        State.QUEUED,
        when=equals("state", delivery.state.value) & equals("attempt", delivery.attempt),
        wake_at=ctx.now + WAKE_GRACE,
        remove=("owner", "lease", "not_before", "reason", "composing"),
        not_after=clock.stamp(ctx.now + WORTH_SENDING_FOR[delivery.policy]),
        **may_have_gone,
    )


def call(ctx: Context, delivery: Delivery, *, about: Mapping[str, str] | None = None) -> bool:
    """Let a held mail be sent now, and return whether it was still held; ``about`` takes the place of what it was."""
    return move(
        ctx,
        delivery,
        State.QUEUED,
        when=equals("state", State.HELD.value) & equals("attempt", delivery.attempt),
        wake_at=ctx.now + WAKE_GRACE,
        not_after=clock.stamp(ctx.now + WORTH_SENDING_FOR[delivery.policy]),
        about=dict(about or delivery.about),
    )


def call_off(ctx: Context, delivery: Delivery, *, reason: str) -> bool:
    """Give up a mail that no sender has claimed, and return whether it was still to be sent."""
    waits = one_of("state", (State.HELD.value, State.QUEUED.value)) & equals("attempt", delivery.attempt)
    return move(ctx, delivery, State.SUPPRESSED, when=waits, reason=reason)


def page(ctx: Context, *, run: str, limit: int, start: str | None = None) -> tuple[list[Delivery], str | None]:
    """Return one page of a run's mails in the order of their recipients, and the recipient after whom to go on."""
    found, last = deliveries.page(ctx, run, limit=limit, start=start)
    return [of_row(row) for row in found], last


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
    if wait > queue.MAX_DELAY:
        return None  # longer than a message can wait; the sweeper calls
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
        about=row.get("about", {}),
        composing=bool(row.get("composing")),
        since=row.get("state_since", ""),
    )


def _instant(stamp: str | None) -> datetime | None:
    return clock.parse(stamp) if stamp else None
