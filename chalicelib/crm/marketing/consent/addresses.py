"""Addresses that are not written to, known by digests alone: nobody who reads the store learns one.

A digest is an HMAC of the address's SHA-256, so that a list of hashes, as exclusion services hand them out, can be
uploaded without a single address. It is peppered and bound to the firm: what one has suppressed tells another nothing.
"""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any, Final

from chalicelib.crm.marketing.consent.purposes import EMAIL, MARKETING
from chalicelib.gateways import secrets
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import consents as store
from chalicelib.storage import writes
from chalicelib.storage.plan import Write

BOUNCED: Final = "bounced"
COMPLAINED: Final = "complained"
BLOCKED: Final = "blocked"
ERASED: Final = "erased"
REASONS: Final = (ERASED, BLOCKED, BOUNCED, COMPLAINED)
"""Why an address is not written to, the gravest first."""

_WITHDRAWN: Final = "withdrawn"
_RESERVED: Final = frozenset({"example", "test", "invalid", "localhost"})
_RESERVED_BELOW: Final = ("example.com", "example.net", "example.org")


def hash_of(address: str) -> str:
    """Return the SHA-256 of an address as exclusion services write it: of its lower case, in hex."""
    return hashlib.sha256(address.strip().lower().encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(ctx: Context, address: str) -> str:
    """Return under which name an address is known."""
    return digest_of_hash(ctx, hash_of(address))


def digest_of_hash(ctx: Context, sha256: str) -> str:
    """Return under which name the address is known of which only the hash is."""
    return hmac.new(secrets.get("pepper"), f"reach:{ctx.tenant}:{sha256}".encode(), hashlib.sha256).hexdigest()


def suppress(ctx: Context, address: str, reason: str, *, mid: str | None = None) -> None:
    """Write to an address no more, whoever has it; for the same reason again changes nothing that matters.

    :raises ValueError: when that is no reason.
    """
    writes.execute(ctx, [suppressing(ctx, address, reason, mid=mid)])


def suppressing(ctx: Context, address: str, reason: str, *, mid: str | None = None) -> Write:
    """Return the write that lets nobody write to an address any more.

    :raises ValueError: when that is no reason.
    """
    if reason not in REASONS:
        raise ValueError(f"{reason!r} is no reason to suppress an address")
    facts = {reason: clock.stamp(ctx.now), **({f"{reason}_mid": mid} if mid else {})}
    return store.suppress(ctx, digest_of(ctx, address), facts)


def release(ctx: Context, address: str, reason: str) -> None:
    """Write to an address again that was suppressed by mistake, as far as this reason goes."""
    try:
        writes.execute(ctx, [store.release(ctx, digest_of(ctx, address), [reason, f"{reason}_mid"])])
    except writes.Refused:
        return


def readmit(ctx: Context, address: str) -> None:
    """Forget what whoever had an address withdrew there of marketing by mail: of somebody who never lived."""
    release(ctx, address, _place(EMAIL, MARKETING))


def withdrawing(ctx: Context, address: str, *, channel: str, purpose: str) -> Write:
    """Return the write by which a withdrawal holds for whoever has the address, unless they agree again later."""
    return store.suppress(ctx, digest_of(ctx, address), {_place(channel, purpose): clock.stamp(ctx.now)})


def is_reserved(address: str) -> bool:
    """Return whether an address is under a name that is kept for examples and tests (RFC 2606, RFC 6761)."""
    host = address.rpartition("@")[2].rstrip(".").lower()
    return host.rpartition(".")[2] in _RESERVED or any(
        host == name or host.endswith(f".{name}") for name in _RESERVED_BELOW
    )


def reason_in(suppression: Mapping[str, Any]) -> str | None:
    """Return the gravest reason for which an address is not written to, whatever for; None when there is none."""
    return next((reason for reason in REASONS if reason in suppression), None)


def withdrawn_in(suppression: Mapping[str, Any], *, channel: str, purpose: str) -> str | None:
    """Return when somebody withdrew at an address what they had permitted, as a stamp; None when nobody did."""
    at: str | None = suppression.get(_place(channel, purpose))
    return at


def _place(channel: str, purpose: str) -> str:
    return f"{_WITHDRAWN}:{channel}:{purpose}"
