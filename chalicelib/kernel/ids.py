"""Identifiers and secrets, and the one source of randomness.

A record id is a ULID: sortable by creation time and random, never a secret. A tenant id is twenty characters of
``[a-z2-7]``: of fixed length and free of delimiters, so that no tenant's key can be the prefix of another's.
"""

import base64
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NewType

TenantId = NewType("TenantId", str)

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TENANT_ID_PATTERN = r"[a-z2-7]{20}"
ULID_PATTERN = r"[0-7][0-9A-HJKMNP-TV-Z]{25}"


def is_ulid(text: str) -> bool:
    """Return whether ``text`` can be an id of ours."""
    return re.fullmatch(ULID_PATTERN, text) is not None


def made_at(ulid: str) -> datetime:
    """Return the instant that a ULID carries, to the millisecond.

    :raises ValueError: when it is no ULID, or its instant lies after the year 9999.
    """
    if not is_ulid(ulid):
        raise ValueError(f"{ulid!r} is no ULID")
    number = 0
    for character in ulid[:10]:
        number = number * 32 + _CROCKFORD.index(character)
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=number)
    except OverflowError as error:
        raise ValueError(f"{ulid!r} is out of range") from error


@dataclass(frozen=True, slots=True)
class Ids:
    """Where ids and secrets come from; tests pass a deterministic ``random_bytes``."""

    random_bytes: Callable[[int], bytes] = secrets.token_bytes

    def ulid(self, at: datetime) -> str:
        """Return a ULID whose time part is ``at``; not monotonic, so that the next one cannot be guessed."""
        number = (int(at.timestamp() * 1000) << 80) | int.from_bytes(self.random_bytes(10), "big")
        return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))

    def tenant(self) -> TenantId:
        """Return a new tenant id: 100 random bits in base 32."""
        return TenantId(base64.b32encode(self.random_bytes(13)).decode().lower()[:20])

    def secret(self) -> str:
        """Return a URL-safe secret of 256 bits."""
        return base64.urlsafe_b64encode(self.random_bytes(32)).rstrip(b"=").decode()

    def token(self) -> str:
        """Return a short random token (96 bits) that tells one writer or one claim from another."""
        return base64.urlsafe_b64encode(self.random_bytes(12)).decode()

    def digits(self, length: int) -> str:
        """Return a code of ``length`` decimal digits, uniformly distributed."""
        return str(int.from_bytes(self.random_bytes(16), "big") % 10**length).zfill(length)
