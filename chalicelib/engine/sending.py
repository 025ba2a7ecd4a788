"""Sending one mail: claim it, look once more for a reason to stop, hand it over once, write down the end.

Who carries it is its kind's channel: SES, so far. Between the claim and the answer a process may die or an answer may
be lost. Nothing here guesses what happened: the mail stays claimed, and ``recovery`` resolves it by evidence when the
lease is over.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.engine import background, channels, ledger, outbox, recovery
from chalicelib.engine.channels import Channel
from chalicelib.engine.outbox import Delivery, Later, Mail, MailKind, State
from chalicelib.kernel import clock, errors
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage.plan import Condition, equals, one_of

TIME_TO_SETTLE = timedelta(seconds=5)
"""A sender claims only when it can hand the mail over and write down the answer before it is stopped."""

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
    ledger.bill_mail(delivery.about)
    if delivery.state is State.CLAIMED:
        return Outcome.DONE if recovery.give_up_claim(ctx, delivery) else Outcome.AGAIN
    if delivery.not_after <= ctx.now:
        recovery.expire(ctx, delivery)
        return Outcome.DONE
    if delivery.not_before is not None and ctx.now < delivery.not_before:
        return Outcome.DONE  # woken by an old message; the give-back has sent a later one
    kind = kinds[delivery.kind]
    if remaining < time_needed(channels.of(kind.channel)):
        return Outcome.AGAIN
    claimed = _claim(ctx, delivery, composing=kind.render is None)
    return Outcome.AGAIN if claimed is None else _send_claimed(ctx, kind, claimed)


def time_needed(channel: Channel) -> timedelta:
    """Return how much time a sender must have left to claim a mail that goes by a channel."""
    return channel.longest + TIME_TO_SETTLE


def _claim(ctx: Context, delivery: Delivery, *, composing: bool) -> Delivery | None:
    """Take the mail for one attempt; None when another sender was faster."""
    note = {"composing": True} if composing else {}
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
        **note,
    )
    if not taken:
        return None
    return replace(delivery, state=State.CLAIMED, owner=owner, lease=lease, attempt=attempt, composing=composing)


def _send_claimed(ctx: Context, kind: MailKind, claimed: Delivery) -> Outcome:
    """Compose the mail, and only then look once more: what is asked last is how things stand when it goes."""
    try:
        mail = _mail_of(ctx, kind, claimed)
        stop = kind.recheck(ctx, replace(claimed, to=mail.to or claimed.to)) if mail else None
    except outbox.NotToBeSent as found:
        mail, stop = None, found.stop
    except Exception:
        _give_back(ctx, claimed, reason="recheck_failed")  # nothing has left yet
        raise
    if stop is not None:
        _stop(ctx, claimed, stop)
    elif mail is None:
        outbox.move(ctx, claimed, State.FAILED, when=_mine(claimed), reason="render_failed")
    elif _is_ready(ctx, claimed):
        return _hand_over(ctx, channels.of(kind.channel), claimed, mail)
    return Outcome.DONE


def _is_ready(ctx: Context, claimed: Delivery) -> bool:
    """Note that a composed mail goes to SES now, and return whether it is still ours to send.

    Composing takes many calls, any of which may be the last of its process. Until this note is written everybody knows
    that the mail has not gone, so nobody has to wait for an event that never comes.
    """
    if not claimed.composing:
        return True
    try:
        return outbox.move(
            ctx, claimed, State.CLAIMED, when=_mine(claimed), wake_at=claimed.lease, remove=("composing",)
        )
    except Exception:
        _give_back(ctx, claimed, reason="recheck_failed")  # nothing has left yet
        raise


def _mail_of(ctx: Context, kind: MailKind, claimed: Delivery) -> Mail | None:
    """Return what is to be sent, or None when only a defect can explain that it cannot be made.

    :raises NotToBeSent: when making it finds a stop.
    :raises Exception: when something that it reads did not answer.
    """
    try:
        if kind.render is not None:
            return kind.render(claimed.locale, _merge_data(ctx, claimed))
        return kind.composed(ctx, claimed)
    except (*background.POISON, errors.Problem) as problem:
        if isinstance(problem, errors.Unavailable | errors.TooManyRequests):
            raise
        logger.exception("mail cannot be rendered", kind=claimed.kind, recipient=claimed.recipient)
        return None


def _stop(ctx: Context, claimed: Delivery, stop: str | Later) -> None:
    """Keep a mail from going: for good, until an instant, or until its run calls it again."""
    if isinstance(stop, str):
        outbox.move(ctx, claimed, State.SUPPRESSED, when=_mine(claimed), reason=stop)
    elif stop.held:
        outbox.move(
            ctx,
            claimed,
            State.HELD,
            when=_mine(claimed),
            remove=("owner", "lease", "composing"),
            reason=stop.reason,
            due=clock.stamp(stop.at or claimed.due),
        )
    else:
        _queue_again(ctx, claimed, not_before=stop.at or ctx.now + _FIRST_BACKOFF, reason=stop.reason)


def _hand_over(ctx: Context, channel: Channel, claimed: Delivery, mail: Mail) -> Outcome:
    """Hand a mail over once and settle what was said; silence settles nothing."""
    try:
        ses_id = channel.carry(ctx, claimed, mail)
    except channels.RefusedForNow as refusal:
        _give_back(ctx, claimed, reason=refusal.code)
        return Outcome.DONE
    except channels.RefusedForGood as refusal:
        outbox.move(ctx, claimed, State.FAILED, when=_mine(claimed), reason=refusal.code)
        return Outcome.DONE
    except channels.NoAnswer as silence:
        logger.warning("no answer", channel=channel.name, recipient=claimed.recipient, error=str(silence))
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
    _queue_again(ctx, claimed, not_before=ctx.now + backoff, reason=reason)


def _queue_again(ctx: Context, claimed: Delivery, *, not_before: datetime, reason: str) -> None:
    outbox.move(
        ctx,
        claimed,
        State.QUEUED,
        when=_mine(claimed),
        wake_at=not_before + outbox.WAKE_GRACE,
        remove=("owner", "lease", "composing"),
        not_before=clock.stamp(not_before),
        reason=reason,
    )


def _mine(claimed: Delivery) -> Condition:
    return equals("owner", claimed.owner) & equals("state", State.CLAIMED.value)


def _merge_data(ctx: Context, delivery: Delivery) -> dict[str, object]:
    late = ctx.now - delivery.due > outbox.LATE_AFTER
    return {**delivery.data, "late": True} if late else dict(delivery.data)
