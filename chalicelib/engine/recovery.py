"""What becomes of a mail that nobody is sending: woken again, given up, proved by an event, or decided by its policy.

The sweeper looks at every open mail whose time has come; SES's events arrive when they arrive, doubled and in any
order. Each step is one conditional write, so both may run at once and any number of times.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.engine import outbox
from chalicelib.engine.outbox import HORIZON, Delivery, Policy, State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.kernel.ids import TENANT_ID_PATTERN, TenantId
from chalicelib.observability import logger
from chalicelib.storage.plan import Condition, equals, has, more, one_of

SOURCE = "aws.ses"

_MEANS: Mapping[str, State] = {
    "Send": State.SENT,
    "Delivery": State.DELIVERED,
    "Bounce": State.BOUNCED,
    "Complaint": State.COMPLAINED,
    "Reject": State.FAILED,
    "Rendering Failure": State.FAILED,
    "DeliveryDelay": State.SENT,
    "Open": State.SENT,
    "Click": State.SENT,
}
_PATIENCE = 5
_TENANT = re.compile(TENANT_ID_PATTERN)
_UNPROVEN = (State.CLAIMED, State.UNKNOWN, State.REVIEW)
_ASKED_AGAIN = (State.QUEUED.value, State.HELD.value, State.SUPPRESSED.value)
_MAY_FOLLOW: Mapping[State, tuple[State, ...]] = {
    State.SENT: _UNPROVEN,
    State.DELIVERED: (*_UNPROVEN, State.SENT),
    State.BOUNCED: (*_UNPROVEN, State.SENT, State.DELIVERED),
    State.COMPLAINED: (*_UNPROVEN, State.SENT, State.DELIVERED, State.BOUNCED),
    State.FAILED: (*_UNPROVEN, State.SENT),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """An event of SES that names one of our mails."""

    tenant: TenantId
    run: str
    recipient: str
    state: State
    event: str
    ses_id: str
    at: str


def look_at(ctx: Context, *, run: str, recipient: str) -> bool:
    """Do what the time that has passed demands of an open mail, and return whether a sender must be woken."""
    delivery = outbox.load(ctx, run=run, recipient=recipient)
    if delivery is None:
        return False
    match delivery.state:
        case State.QUEUED:
            return _wake_again(ctx, delivery)
        case State.CLAIMED:
            give_up_claim(ctx, delivery)
        case State.UNKNOWN:
            _decide(ctx, delivery)
    return False


def give_up_claim(ctx: Context, delivery: Delivery) -> bool:
    """Call a claimed mail unknown when its lease is over, and return whether the claim is over.

    One that was still being composed has not gone: it is queued again.
    """
    if delivery.lease is not None and ctx.now < delivery.lease:
        return False
    if delivery.composing:
        return outbox.move(
            ctx,
            delivery,
            State.QUEUED,
            when=_still(delivery) & has("composing"),
            wake_at=ctx.now + outbox.WAKE_GRACE,
            remove=("owner", "lease", "composing"),
            reason="sender_lost",
        )
    outbox.move(
        ctx,
        delivery,
        State.UNKNOWN,
        when=_still(delivery),
        wake_at=(delivery.lease or ctx.now) + HORIZON[delivery.policy],
    )
    return True


def expire(ctx: Context, delivery: Delivery, *, reason: str = "too_late") -> None:
    """Give up a mail that is not worth sending any more; it stays visible."""
    outbox.move(ctx, delivery, State.EXPIRED, when=_still(delivery), reason=reason)


def read_event(detail: Mapping[str, Any]) -> Evidence | None:
    """Return what an event of SES proves; None when it is about no mail of ours or proves nothing.

    :raises KeyError: when it is not an event of SES.
    """
    mail, event = detail["mail"], detail.get("eventType") or detail["notificationType"]
    tags = mail.get("tags", {})
    tenant, mid = _only(tags.get("tenant")), _only(tags.get("mid"))
    run, _, recipient = mid.partition(".")
    if not (_TENANT.fullmatch(tenant) and run and recipient) or event not in _MEANS:
        return None
    return Evidence(
        tenant=TenantId(tenant),
        run=run,
        recipient=recipient,
        state=_MEANS[event],
        event=event,
        ses_id=mail["messageId"],
        at=clock.stamp(clock.parse(mail["timestamp"])),
    )


def believe(ctx: Context, evidence: Evidence, *, delivery: Delivery | None = None) -> bool:
    """Settle a mail by evidence, and return whether that changed it; a late or doubled event changes nothing.

    ``delivery`` is the mail as somebody has just read it, after the event came.

    :raises Unavailable: when others kept moving the mail; to repeat it is harmless.
    """
    for _ in range(_PATIENCE):
        delivery = delivery or outbox.load(ctx, run=evidence.run, recipient=evidence.recipient)
        if delivery is None:
            logger.warning("event for a mail that is not there", run=evidence.run, recipient=evidence.recipient)
            return False
        if not _could_become(delivery, evidence.state):
            return False
        moved = outbox.move(
            ctx,
            delivery,
            evidence.state,
            when=_may_become(evidence.state) & equals("state", delivery.state.value),
            remove=("lease", "not_before"),
            ses_id=evidence.ses_id,
            sent_at=evidence.at,
            reason=evidence.event,
        )
        if moved:
            return True
        delivery = None  # somebody has moved it meanwhile: read again
    raise Unavailable("others keep moving the same mail; repeat")


def _wake_again(ctx: Context, delivery: Delivery) -> bool:
    """Ask for the sender anew, because the first call was lost or nobody answered it."""
    if delivery.not_after <= ctx.now:
        expire(ctx, delivery)
        return False
    return outbox.move(ctx, delivery, State.QUEUED, when=_still(delivery), wake_at=ctx.now + outbox.WAKE_GRACE)


def _decide(ctx: Context, delivery: Delivery) -> None:
    """Let the policy choose, once, between a possible loss and a possible duplicate."""
    if ctx.now < _horizon(delivery):
        return
    if delivery.policy is Policy.CAMPAIGN and delivery.requeued:
        outbox.move(ctx, delivery, State.REVIEW, when=_still(delivery), reason=outbox.UNPROVEN)
    elif delivery.policy is Policy.SECURITY or delivery.requeued or delivery.not_after <= ctx.now:
        expire(ctx, delivery, reason=outbox.UNPROVEN)
    else:
        outbox.move(
            ctx,
            delivery,
            State.QUEUED,
            when=_still(delivery),
            wake_at=ctx.now + outbox.WAKE_GRACE,
            remove=("owner", "lease"),
            requeued=1,
            reason=outbox.UNPROVEN,
        )


def _horizon(delivery: Delivery) -> datetime:
    return (delivery.lease or delivery.due) + HORIZON[delivery.policy]


def _still(delivery: Delivery) -> Condition:
    """Demand that the mail is where it was read: in the same state, of the same attempt and claim."""
    same = equals("state", delivery.state.value) & equals("attempt", delivery.attempt)
    return same & equals("owner", delivery.owner) if delivery.owner else same


def _may_become(state: State) -> Condition:
    from_states = one_of("state", tuple(earlier.value for earlier in _MAY_FOLLOW[state]))
    sent_before = one_of("state", _ASKED_AGAIN) & equals("requeued", 1)
    given_up = equals("state", State.EXPIRED.value) & more("attempt", 0)
    return from_states | sent_before | given_up


def _could_become(delivery: Delivery, state: State) -> bool:
    """Return whether a mail that stands so can meet the condition; asking the store what cannot be costs a write."""
    sent_before = delivery.state in _ASKED_AGAIN and delivery.requeued == 1
    given_up = delivery.state is State.EXPIRED and delivery.attempt > 0
    return delivery.state in _MAY_FOLLOW[state] or sent_before or given_up


def _only(values: Any) -> str:
    return str(values[0]) if isinstance(values, list) and len(values) == 1 else ""
