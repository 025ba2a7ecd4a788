"""Sending one mail: claim it, look once more for a reason to stop, hand it to SES once, write down the end.

Between the claim and the answer of SES a process may die or an answer may be lost. Nothing here guesses what happened:
the mail stays claimed, and ``recovery`` resolves it by evidence when the lease is over.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from chalicelib.engine import outbox, recovery
from chalicelib.engine.outbox import Delivery, Mail, MailKind, State
from chalicelib.gateways import mail as mail_gateway
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage.plan import Condition, equals, one_of

TIME_NEEDED = mail_gateway.LONGEST_CALL + timedelta(seconds=5)
"""A sender claims only when it can call SES and write down the answer before it is stopped."""

_FIRST_BACKOFF = timedelta(seconds=15)
_LONGEST_BACKOFF = timedelta(minutes=10)


class Outcome(StrEnum):
    """What becomes of the message that woke the sender."""

    DONE = "done"
    AGAIN = "again"


def deliver(ctx: Context, *, kinds: Mapping[str, MailKind], run: str, recipient: str, remaining: timedelta) -> Outcome:
    """Send a mail if it is waiting, and say whether the message that asked for it should come back."""
    delivery = outbox.load(ctx, run=run, recipient=recipient)
    if delivery is None or delivery.state not in (State.QUEUED, State.CLAIMED):
        return Outcome.DONE
    if delivery.state is State.CLAIMED:
        return Outcome.DONE if recovery.give_up_claim(ctx, delivery) else Outcome.AGAIN
    if delivery.not_after <= ctx.now:
        recovery.expire(ctx, delivery)
        return Outcome.DONE
    if delivery.not_before is not None and ctx.now < delivery.not_before:
        return Outcome.DONE  # woken by an old message; the give-back has sent a later one
    if remaining < TIME_NEEDED:
        return Outcome.AGAIN
    claimed = _claim(ctx, delivery)
    return Outcome.AGAIN if claimed is None else _send_claimed(ctx, kinds[claimed.kind], claimed)


def _claim(ctx: Context, delivery: Delivery) -> Delivery | None:
    """Take the mail for one attempt; None when another sender was faster."""
    owner, lease, attempt = ctx.ids.token(), ctx.now + outbox.LEASE, delivery.attempt + 1
    taken = outbox.move(
        ctx,
        delivery,
        State.CLAIMED,
        when=equals("state", State.QUEUED.value) & equals("attempt", delivery.attempt),
        wake_at=lease,
        remove=("not_before",),
        owner=owner,
        lease=clock.stamp(lease),
        attempt=attempt,
    )
    return replace(delivery, state=State.CLAIMED, owner=owner, lease=lease, attempt=attempt) if taken else None


def _send_claimed(ctx: Context, kind: MailKind, claimed: Delivery) -> Outcome:
    try:
        stop = kind.recheck(ctx, claimed)
    except Exception:
        _give_back(ctx, claimed, reason="recheck_failed")  # nothing has left yet
        raise
    if stop is not None:
        outbox.move(ctx, claimed, State.SUPPRESSED, when=_mine(claimed), reason=stop)
        return Outcome.DONE
    try:
        mail = kind.render(claimed.locale, _merge_data(ctx, claimed))
    except Exception:
        logger.exception("mail cannot be rendered", kind=claimed.kind, recipient=claimed.recipient)
        outbox.move(ctx, claimed, State.FAILED, when=_mine(claimed), reason="render_failed")
        return Outcome.DONE
    return _hand_over(ctx, claimed, mail)


def _hand_over(ctx: Context, claimed: Delivery, mail: Mail) -> Outcome:
    """Call SES once and settle what it said; silence settles nothing."""
    try:
        ses_id = mail_gateway.send(_outgoing(ctx, claimed, mail))
    except mail_gateway.RefusedForNow as refusal:
        _give_back(ctx, claimed, reason=refusal.code)
        return Outcome.DONE
    except mail_gateway.RefusedForGood as refusal:
        outbox.move(ctx, claimed, State.FAILED, when=_mine(claimed), reason=refusal.code)
        return Outcome.DONE
    except mail_gateway.NoAnswer as silence:
        logger.warning("no answer from SES", recipient=claimed.recipient, error=str(silence))
        return Outcome.AGAIN
    outbox.move(
        ctx,
        claimed,
        State.SENT,
        when=equals("owner", claimed.owner) & one_of("state", (State.CLAIMED.value, State.UNKNOWN.value)),
        remove=("lease",),
        ses_id=ses_id,
        sent_at=clock.stamp(ctx.now),
    )
    return Outcome.DONE


def _give_back(ctx: Context, claimed: Delivery, *, reason: str) -> None:
    """Put a mail that certainly did not go back in the queue, a little later each time."""
    backoff = min(_FIRST_BACKOFF * 2 ** (min(claimed.attempt, 10) - 1), _LONGEST_BACKOFF)
    not_before = ctx.now + backoff
    outbox.move(
        ctx,
        claimed,
        State.QUEUED,
        when=_mine(claimed),
        wake_at=not_before + outbox.WAKE_GRACE,
        remove=("owner", "lease"),
        not_before=clock.stamp(not_before),
        reason=reason,
    )


def _mine(claimed: Delivery) -> Condition:
    return equals("owner", claimed.owner) & equals("state", State.CLAIMED.value)


def _merge_data(ctx: Context, delivery: Delivery) -> dict[str, object]:
    late = ctx.now - delivery.due > outbox.LATE_AFTER
    return {**delivery.data, "late": True} if late else dict(delivery.data)


def _outgoing(ctx: Context, delivery: Delivery, mail: Mail) -> mail_gateway.Outgoing:
    return mail_gateway.Outgoing(
        tenant=ctx.tenant,
        mid=delivery.mid,
        to=delivery.to,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        reply_to=mail.reply_to,
    )
