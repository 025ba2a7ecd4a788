"""Signed links: what a mail, a page or a form carries, so that whoever opens it need not sign in.

A link says for which tenant it is, about what (its ``subject``: ids, never an address) and until when, under a MAC of
160 bits that is bound to its purpose: a link to unsubscribe opens no preferences. The key is worked out for each tenant
from a secret of the stage, so that nobody's link can be turned into anybody else's. Secrets are numbered
(``link_key_1``, ``link_key_2``, ...): the highest signs and all verify, so that a new one is added without breaking the
mails of last month, and one that leaked is taken away.

Whatever is wrong with a link, the answer is the same: there is nothing here.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from chalicelib.engine import firms
from chalicelib.gateways import secrets
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.kernel.ids import TENANT_ID_PATTERN, TenantId
from chalicelib.storage import directory, guard

MAC_BYTES: Final = 20
LONGEST: Final = 800
LONGEST_SUBJECT: Final = 400
ACTOR: Final = "link"

_KEY = "link_key_"
_PURPOSE = re.compile(r"[a-z_]{1,40}")
_SUBJECT = re.compile(rf"[!-~]{{1,{LONGEST_SUBJECT}}}")
_PAYLOAD = re.compile(rf"([1-9]\d{{0,3}})\.(\d{{0,12}})\.({TENANT_ID_PATTERN})\.([!-~]{{1,{LONGEST_SUBJECT}}})")


@dataclass(frozen=True, slots=True)
class Link:
    """Whose a link is and what it is about."""

    tenant: TenantId
    subject: str


def sign(ctx: Context, purpose: str, subject: str, expires: datetime | None = None) -> str:
    """Return the token, safe in a URL, that opens ``subject`` of this tenant for ``purpose`` until ``expires``.

    :raises ValueError: when ``purpose`` or ``subject`` (printable ASCII) cannot be part of a link.
    """
    if not (_PURPOSE.fullmatch(purpose) and _SUBJECT.fullmatch(subject)):
        raise ValueError(f"{purpose!r} and {subject!r} cannot be part of a link")
    number = max(_numbers())
    until = "" if expires is None else str(int(expires.timestamp()))
    payload = f"{number}.{until}.{ctx.tenant}.{subject}".encode()
    return _spelled(payload + _mac(number, ctx.tenant, purpose, payload))


def read(token: str, purpose: str, *, now: datetime) -> Link:
    """Return what a link opens.

    :raises NotFound: when it is not ours, not for this purpose, or over; the caller is not told which.
    """
    raw = _raw(token)
    payload, mac = raw[:-MAC_BYTES], raw[-MAC_BYTES:]
    parts = _PAYLOAD.fullmatch(payload.decode("ascii", "replace"))
    number = int(parts[1]) if parts else 0
    if parts is None or number not in _numbers():
        raise gone()
    tenant = TenantId(parts[3])
    if not hmac.compare_digest(mac, _mac(number, tenant, purpose, payload)):
        raise gone()
    if parts[2] and int(parts[2]) <= now.timestamp():
        raise gone()
    return Link(tenant, parts[4])


@contextmanager
def public_ctx(ctx: Context, link: Link) -> Iterator[Context]:
    """Enter the tenant of a link that was read, and yield the context in which its request is served.

    Who acts is our own function ``link``, with the firm's language, zone and currency: what it does is bounded by the
    link's subject, not by anybody's rights.

    :raises NotFound: when the firm is not there any more.
    """
    with guard.entered(link.tenant):
        inside = replace(ctx, tenant=link.tenant)
        if directory.get(inside, directory.TENANT) is None:
            raise gone()
        yield firms.acting(inside, name=ACTOR)


def gone() -> NotFound:
    """Return the one answer to every link that opens nothing."""
    return NotFound("This link is not good, or not any more.")


def _numbers() -> dict[int, bytes]:
    return {int(name.removeprefix(_KEY)): key for name, key in secrets.starting_with(_KEY).items()}


def _mac(number: int, tenant: TenantId, purpose: str, payload: bytes) -> bytes:
    key = hmac.new(_numbers()[number], f"link:{tenant}".encode(), hashlib.sha256).digest()
    return hmac.new(key, purpose.encode() + b"\n" + payload, hashlib.sha256).digest()[:MAC_BYTES]


def _spelled(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _raw(token: str) -> bytes:
    """Return the bytes of a token; nothing at all unless it is spelled in the one way that we spell it."""
    if len(token) > LONGEST or not token.isascii():
        return b""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return b""
    return raw if _spelled(raw) == token else b""
