"""Time-based one-time codes (RFC 6238) as every authenticator app makes them: SHA-1, six digits, thirty seconds."""

import base64
import hmac
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode

SECRET_BYTES: Final = 20
DIGITS: Final = 6
STEP_SECONDS: Final = 30
DRIFT: Final = 1
"""Steps by which a phone's clock may be off, either way."""


def code_at(secret: bytes, step: int) -> str:
    """Return the code of one step of time."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_at(now: datetime) -> int:
    """Return the step of time that ``now`` lies in."""
    return int(now.timestamp()) // STEP_SECONDS


def matching_step(secret: bytes, code: str, *, now: datetime) -> int | None:
    """Return the step whose code this is, the present one or a neighbour, or None. Every candidate is compared."""
    present = step_at(now)
    candidates = range(present - DRIFT, present + DRIFT + 1)
    matches: Sequence[int] = [
        step for step in candidates if hmac.compare_digest(code_at(secret, step).encode(), code.encode())
    ]
    return max(matches, default=None)


def spoken(secret: bytes) -> str:
    """Return the secret as a person types it into an app."""
    return base64.b32encode(secret).decode().rstrip("=")


def address(secret: bytes, *, issuer: str, account: str) -> str:
    """Return the ``otpauth:`` address that an app reads from a QR code."""
    about = urlencode(
        {"secret": spoken(secret), "issuer": issuer, "digits": DIGITS, "period": STEP_SECONDS}, quote_via=quote
    )
    return f"otpauth://totp/{quote(issuer, safe='')}:{quote(account, safe='@')}?{about}"
