"""Where a list goes on: sealed, so that nobody reads a key in it or carries it to another list.

A cursor is bound to the tenant, the actor's role and the query by authenticated data: moved elsewhere, it does not
open. AES-GCM comes from the library that token verification has loaded already, and only lists with a next page use it.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from chalicelib.gateways import secrets
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

NONCE_BYTES = 12
LONGEST = 2_000


def sealed(ctx: Context, query: Mapping[str, Any], place: str | None) -> str | None:
    """Return the cursor that leads to the place after which the next page begins."""
    if place is None:
        return None
    nonce = ctx.ids.random_bytes(NONCE_BYTES)
    return (
        base64.urlsafe_b64encode(nonce + _cipher().encrypt(nonce, place.encode(), _bound(ctx, query)))
        .rstrip(b"=")
        .decode()
    )


def opened(ctx: Context, query: Mapping[str, Any], cursor: str | None) -> str | None:
    """Return the place to which a cursor leads; None at the beginning.

    :raises InvalidInput: when the cursor is not ours, or belongs to another query.
    """
    if cursor is None:
        return None
    try:
        raw = (
            base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
            if len(cursor) <= LONGEST
            else b""
        )
        plain: bytes = _cipher().decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound(ctx, query))
    except (ValueError, binascii.Error, _invalid_tag()):
        raise InvalidInput.of("cursor", "invalid_cursor", "Use a cursor only with the query that gave it.") from None
    return plain.decode()


def _bound(ctx: Context, query: Mapping[str, Any]) -> bytes:
    return json.dumps([ctx.tenant, ctx.actor.role, query], sort_keys=True, default=str).encode("utf-8", "surrogatepass")


def _cipher() -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - only a second page needs it

    return AESGCM(hashlib.sha256(secrets.get("cursor_key")).digest())


def _invalid_tag() -> type[Exception]:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above

    invalid: type[Exception] = InvalidTag
    return invalid
