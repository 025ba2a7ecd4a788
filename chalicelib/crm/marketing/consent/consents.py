"""What the rest of marketing asks of consent; each question is answered in a module of its own.

Every message asks ``permit`` after its claim, and bears the foot that ``footer`` gives it. Whatever SES tells about an
address goes to ``suppress``.
"""

from collections.abc import Collection

from chalicelib.crm.marketing.consent import (
    addresses,
    asking,
    caps,
    deciding,
    evidence,
    footers,
    purposes,
    settings,
    verdicts,
)
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.footers import Footer as Footer
from chalicelib.crm.marketing.consent.purposes import EMAIL
from chalicelib.crm.marketing.consent.standing import OBJECTED
from chalicelib.crm.marketing.consent.verdicts import Verdict as Verdict
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context


def verdict(
    ctx: Context,
    *,
    object: str,
    id: str,
    purpose: str,
    channel: str = EMAIL,
    exclusions: Collection[str] = (),
    mid: str | None = None,
) -> Verdict:
    """Return whether a person (``object`` is the plural) may be written to now, and why not; read consistently.

    ``exclusions`` are the ids of exclusion lists that apply beside those that always do. A message that was counted
    already names itself, ``mid``, and counts nothing against the cap.
    """
    return verdicts.read(ctx, object=object, id=id, purpose=purpose, channel=channel, named=exclusions, mid=mid)


def permit(
    ctx: Context,
    *,
    object: str,
    id: str,
    purpose: str,
    mid: str,
    at: str,
    channel: str = EMAIL,
    exclusions: Collection[str] = (),
) -> Verdict:
    """Return whether a message may go now, as ``verdict`` does, and count it against the frequency cap if so.

    ``at`` is the stamp under which it counts; the same ``mid`` counts once.

    :raises Unavailable: when others keep counting messages to the same person.
    """
    return caps.permit(ctx, object=object, id=id, purpose=purpose, channel=channel, named=exclusions, mid=mid, at=at)


def give_back(ctx: Context, *, object: str, id: str, mid: str) -> None:
    """Count a message no more that certainly did not go."""
    caps.give_back(ctx, object=object, id=id, mid=mid)


def footer(ctx: Context, *, object: str, id: str, purpose: str, mid: str) -> Footer:
    """Return the foot of a mail to a person: both addresses, and the headers of RFC 8058."""
    return footers.footer(ctx, object=object, id=id, purpose=purpose, mid=mid)


def suppress(ctx: Context, address: str, reason: str, mid: str | None = None) -> None:
    """Write to an address no more: ``bounced``, ``complained`` or ``blocked``; for the same reason again is harmless.

    :raises ValueError: when that is no reason.
    """
    addresses.suppress(ctx, address, reason, mid=mid)


def receive(
    ctx: Context, *, object: str, id: str, purpose: str, source: str, text: str, ip: str, version: int | None = None
) -> str:
    """Note that a person agreed on a page of the firm's, and return what holds now: ``granted`` or ``pending``.

    ``text`` is the sentence they agreed to. Where the firm wants double opt-in, their mailbox is asked first.

    :raises InvalidInput: when there is no such purpose, or they have no address.
    :raises AddressSuppressed: when nobody writes to their address.
    :raises NotFound: when there is no such person.
    """
    purposes.get(ctx, purpose)
    given = Evidence(evidence.CONSENT, source, clock.stamp(ctx.now), text=text, version=version, ip=ip)
    if settings.read(ctx).double_opt_in:
        asking.ask(ctx, object=object, id=id, purpose=purpose, asked=given, by_person=True)
    else:
        how = deciding.giving(given)
        deciding.decide(ctx, object=object, id=id, channel=EMAIL, purpose=purpose, how=how)
    return deciding.look(ctx, object=object, id=id, channel=EMAIL, purpose=purpose).said.state


def withdraw(
    ctx: Context, *, object: str, id: str, purpose: str, channel: str = EMAIL, source: str, reason: str = OBJECTED
) -> None:
    """Note that a person refuses; noted again it stays so. ``reason`` is ``objected`` or ``unsubscribed``.

    :raises NotFound: when there is no such person.
    """
    how = deciding.withdrawing(ctx, how=reason, source=source)
    deciding.decide(ctx, object=object, id=id, channel=channel, purpose=purpose, how=how)
