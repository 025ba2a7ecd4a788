"""Ways to reach somebody, by one contract, of which e-mail is the first.

A channel knows where a person is reached on it, and carries a message that a sender has claimed: one call, to which
comes an id, a refusal for now or for good, or silence. All else is the same whatever the channel: planning, claiming,
the last look, what is done about silence. Permissions, refusals and suppressed addresses are kept under its name.

Another one is another ``Channel``, declared in ``wiring``, and a kind of message that names it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.engine import reach
from chalicelib.engine.catalogue import Object
from chalicelib.engine.outbox import Delivery, Mail
from chalicelib.gateways import mail as mail_gateway
from chalicelib.gateways.mail import NoAnswer as NoAnswer
from chalicelib.gateways.mail import RefusedForGood as RefusedForGood
from chalicelib.gateways.mail import RefusedForNow as RefusedForNow
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row


@dataclass(frozen=True, slots=True)
class Channel:
    """``carry`` hands a message over once, within ``longest``, and returns the id under which it is known there.

    It raises ``RefusedForNow`` or ``RefusedForGood`` when the message certainly did not go, and ``NoAnswer`` when
    nobody knows. ``address`` is where a person is reached, or None.
    """

    name: str
    address: Callable[[Object, Row], str | None]
    carry: Callable[[Context, Delivery, Mail], str]
    longest: timedelta


_declared: dict[str, Channel] = {}


def declare(channels: Iterable[Channel]) -> None:
    """Make the channels known; the composition root calls it once."""
    _declared.clear()
    _declared.update({channel.name: channel for channel in channels})


def of(name: str) -> Channel:
    """Return a channel by its name."""
    return _declared[name]


def _by_ses(ctx: Context, delivery: Delivery, mail: Mail) -> str:
    return mail_gateway.send(
        mail_gateway.Outgoing(
            tenant=ctx.tenant,
            mid=delivery.mid,
            to=mail.to or delivery.to,
            subject=mail.subject,
            text=mail.text,
            html=mail.html,
            reply_to=mail.reply_to,
            sender=mail.sender,
            headers=mail.headers,
            is_tracked=delivery.is_tracked,
        )
    )


EMAIL = Channel("email", address=reach.address, carry=_by_ses, longest=mail_gateway.LONGEST_CALL)
