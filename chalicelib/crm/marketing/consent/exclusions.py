"""Exclusion lists: addresses that a campaign, or every mail, leaves out; uploaded as addresses or as their hashes.

Kept are digests alone. A list that is ``always`` applied needs no mention in a campaign; one that yields to consent
(``unless_consented``), as the Robinson list does by law, does not stop who has expressly agreed.
"""

from collections.abc import Sequence
from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses
from chalicelib.engine import access, definitions
from chalicelib.engine.definitions import Definition, Kind
from chalicelib.engine.fields import email
from chalicelib.engine.fields.contract import Refusal
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, Unavailable
from chalicelib.storage import consents as store
from chalicelib.storage import writes

EXCLUSION: Final = Kind("exclusion", "exclusions", listed=("always", "unless_consented", "description"), most=100)
MOST_AT_ONCE: Final = 1_000
MOST_ERRORS: Final = 50
_AT_ONCE: Final = writes.MOST_WRITES - 1
_PATIENCE: Final = 8


def add(ctx: Context, *, id: str, emails: Sequence[str] = (), hashes: Sequence[str] = ()) -> dict[str, Any]:
    """Put addresses on a list and return how many are new and how many are on it; those on it already stay.

    :raises InvalidInput: naming each that is no address; nothing is written then.
    :raises NotFound: when there is no such list.
    """
    return _changed(ctx, id, _digests(ctx, emails, hashes), is_on=True)


def remove(ctx: Context, *, id: str, emails: Sequence[str] = (), hashes: Sequence[str] = ()) -> dict[str, Any]:
    """Take addresses off a list and return how many went and how many are left; those not on it do not matter.

    :raises InvalidInput: naming each that is no address; nothing is written then.
    :raises NotFound: when there is no such list.
    """
    return _changed(ctx, id, _digests(ctx, emails, hashes), is_on=False)


def size(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return how many addresses are on a list.

    :raises NotFound: when there is no such list.
    """
    definitions.get(ctx, EXCLUSION, id=id)
    return {"size": store.size(ctx, id)}


def always(lists: Sequence[Definition]) -> list[str]:
    """Return the ids of the lists that every mail leaves out."""
    return [each.id for each in lists if each.content.get("always")]


def _changed(ctx: Context, id: str, digests: Sequence[str], *, is_on: bool) -> dict[str, Any]:
    access.require_managed(ctx, EXCLUSION.plural, "update")
    definitions.get(ctx, EXCLUSION, id=id)
    changed = 0
    for first in range(0, len(digests), _AT_ONCE):
        changed += _group(ctx, id, digests[first : first + _AT_ONCE], is_on=is_on)
    return {"changed": changed, "size": store.size(ctx, id)}


def _group(ctx: Context, id: str, digests: Sequence[str], *, is_on: bool) -> int:
    """Put a group on the list, or take it off, in one transaction, and return how many were not there, or were.

    :raises Unavailable: when others keep changing the same addresses.
    """
    for _ in range(_PATIENCE):
        there = store.on_list(ctx, id, digests)
        wanted = [each for each in digests if (each in there) is not is_on]
        if not wanted:
            return 0
        now = clock.stamp(ctx.now)
        planned = store.put_on(ctx, id, wanted, at=now) if is_on else store.take_off(ctx, id, wanted)
        try:
            writes.execute(ctx, planned)
        except writes.Refused:
            continue  # somebody else was first with one of them: look again
        return len(wanted)
    raise Unavailable("Others keep changing this list; repeat the request.")


def _digests(ctx: Context, emails: Sequence[str], hashes: Sequence[str]) -> list[str]:
    if not emails and not hashes:
        raise InvalidInput.of("emails", "required", "Send addresses, or hashes of addresses.")
    known: dict[str, None] = {}
    faults: list[FieldError] = []
    for place, raw in enumerate(emails):
        try:
            known[addresses.digest_of(ctx, email.address(raw))] = None
        except Refusal as refusal:
            faults.append(FieldError(f"emails.{place}", refusal.code, refusal.message))
    if faults:
        raise InvalidInput("Some of these are no addresses.", errors=faults[:MOST_ERRORS])
    known |= {addresses.digest_of_hash(ctx, each.lower()): None for each in hashes}
    return list(known)
