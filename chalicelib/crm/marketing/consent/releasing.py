"""A bounce that is mended: an administrator lets the person's addresses be written to again, and says why.

What a mailbox refused for good may be there again: a typing error of its host, a full box. A complaint is what its
owner said, an erasure what they asked for, and a block what the firm decided: no reason of ours undoes those here.
"""

from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses, overview, people
from chalicelib.crm.marketing.consent.purposes import EMAIL
from chalicelib.engine import overlays
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict
from chalicelib.observability import logger
from chalicelib.storage import consents as store
from chalicelib.storage import writes

RELEASED: Final = "released"
EVERY_PURPOSE: Final = "all"


class NotBounced(Conflict):
    """None of the person's addresses is left out because it bounced."""

    code = "not_bounced"


class NotForUsToUndo(Conflict):
    """Somebody complained, was erased or was blocked at this address: that stays."""

    code = "stays_suppressed"


def release(ctx: Context, *, plural: str, id: str, reason: str) -> dict[str, Any]:
    """Write again to a person whose mail bounced, keep who said so and why, and return what holds then.

    :raises NotFound: when there is no such person.
    :raises NotBounced: when no address of theirs is left out for a bounce.
    :raises NotForUsToUndo: when one is left out for more than that.
    """
    object, row = overview.seen(ctx, plural, id, changing=True)
    person = people.of(ctx, overlays.load(ctx), object, row)
    digests = [addresses.digest_of(ctx, each) for each in person.addresses(EMAIL)]
    found = {digest: store.suppression(ctx, digest) or {} for digest in digests}
    beyond = {addresses.BLOCKED, addresses.ERASED}
    if any(beyond & facts.keys() for facts in found.values()):
        raise NotForUsToUndo("This address was blocked or erased.")
    if any(addresses.COMPLAINED in facts for facts in found.values()):
        raise NotForUsToUndo("Somebody complained about mail at this address.")
    bounced = [digest for digest, facts in found.items() if addresses.BOUNCED in facts]
    if not bounced:
        raise NotBounced("No address of this person has bounced.")
    entry = {
        "decision": RELEASED,
        "state": RELEASED,
        "basis": addresses.BOUNCED,
        "purpose": EVERY_PURPOSE,
        "channel": EMAIL,
        "at": clock.stamp(ctx.now),
        "actor": ctx.actor.id,
        "source": reason,
    }
    lifted = [store.release(ctx, digest, [addresses.BOUNCED, f"{addresses.BOUNCED}_mid"]) for digest in bounced]
    noted = store.enter(ctx, person.row.id, at=entry["at"], id=ctx.new_id(), facts=entry)
    try:
        writes.execute(ctx, [*lifted, noted])
    except writes.Refused:
        raise NotBounced("Somebody else has let this address be written to.") from None
    logger.info("an address is written to again", record=person.row.id)
    return overview.read(ctx, plural=plural, id=id, limit=1, cursor=None)
