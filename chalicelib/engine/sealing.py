"""Small secrets that we must be able to read again, sealed before they are stored.

AES-GCM under a key of its own for each purpose, worked out from the pepper, which is never replaced. What a seal is
bound to (a tenant, a person) is authenticated: carried to another row, it does not open.
"""

import base64
import hashlib
import hmac
from typing import Any

from chalicelib.gateways import secrets
from chalicelib.kernel.context import Context

NONCE_BYTES = 12


def seal(ctx: Context, purpose: str, bound_to: str, secret: bytes) -> str:
    """Return ``secret`` sealed for one purpose and one holder of this tenant."""
    nonce = ctx.ids.random_bytes(NONCE_BYTES)
    return base64.b64encode(nonce + _cipher(purpose).encrypt(nonce, secret, _bound(ctx, bound_to))).decode()


def unseal(ctx: Context, purpose: str, bound_to: str, sealed: str) -> bytes:
    """Return what was sealed for the same purpose and holder."""
    raw = base64.b64decode(sealed)
    opened: bytes = _cipher(purpose).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound(ctx, bound_to))
    return opened


def _bound(ctx: Context, to: str) -> bytes:
    return f"{ctx.tenant}:{to}".encode()


def _cipher(purpose: str) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - few requests need it

    return AESGCM(hmac.new(secrets.get("pepper"), f"seal:{purpose}".encode(), hashlib.sha256).digest())
