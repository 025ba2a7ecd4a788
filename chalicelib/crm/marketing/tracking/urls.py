"""Links of a mail that tell who followed them: signed, and leading only to an address that was kept before it was sent.

A token names the mail and the digest of the address, never the address: nothing that a caller sends can choose where
it leads. Addresses are kept by digest, once for all mails that link to them; a container remembers which it has kept.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from chalicelib import settings
from chalicelib.engine import links, outbox
from chalicelib.engine.outbox import Delivery
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import outcomes, records, writes

PURPOSE: Final = "click"
PATH: Final = "/v1/public/links/"
LONGEST: Final = 2_000
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_REMEMBERED: Final = 5_000
_kept: OrderedDict[tuple[str, TenantId, str], None] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Followed:
    """Which mail a link was in, and the digest of the address to which it leads."""

    tenant: TenantId
    run: str
    recipient: str
    digest: str


def linker(ctx: Context, *, mid: str, parameters: Mapping[str, str] = NOTHING) -> Callable[[str], str]:
    """Return what turns an address of a mail into a link that tells, having kept the address.

    Each address says ``parameters`` too, such as UTM, but for those that it says already.

    What is not http or https, is longer than 2,000 characters, names a user, or is a page of ours stays as it is.
    """

    def link(url: str) -> str:
        if not is_followed(url):
            return url
        target = told(url, parameters)
        digest = digest_of(target)
        _keep(ctx, digest, target)
        token = links.sign(ctx, PURPOSE, f"{mid}~{digest}")
        return f"{settings.current().public_url}{PATH}{token}"

    return link


def told(url: str, parameters: Mapping[str, str]) -> str:
    """Return an address that says ``parameters`` too; one that has said them itself, or grew too long, as it is."""
    parts = urlsplit(url)
    said = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    more = urlencode([(name, value) for name, value in parameters.items() if name not in said])
    after = urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, more))))) if more else url
    return after if len(after) <= LONGEST else url


def read(token: str, *, now: datetime) -> Followed:
    """Return what a link of a mail names.

    :raises NotFound: when it is not one of ours.
    """
    link = links.read(token, PURPOSE, now=now)
    mid, _, digest = link.subject.rpartition("~")
    run, _, recipient = mid.partition(".")
    return Followed(link.tenant, run, recipient, digest)


def token_of(url: str) -> str | None:
    """Return the token of a link that tells, or None when ``url`` is something else."""
    start = f"{settings.current().public_url}{PATH}"
    return url.removeprefix(start).partition("?")[0].partition("#")[0] if url.startswith(start) else None


def target(ctx: Context, followed: Followed) -> str:
    """Return the address to which a link leads, as long as its mail and whom it was to are remembered.

    :raises NotFound: when the mail, the person or the address is not there any more.
    """
    url = outcomes.address(ctx, followed.digest)
    mail = outbox.load(ctx, run=followed.run, recipient=followed.recipient)
    if url is None or mail is None or is_of_nobody(ctx, mail):
        raise links.gone()
    return url


def is_of_nobody(ctx: Context, mail: Delivery) -> bool:
    """Return whether the person whom a mail was about has been erased; one in the trash is still there."""
    about = mail.about
    return bool(about.get("id")) and records.get(ctx, about["plural"], about["id"]) is None


def digest_of(url: str) -> str:
    """Return under which name an address is kept."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_followed(url: str) -> bool:
    """Return whether a link to ``url`` tells who followed it."""
    if len(url) > LONGEST or not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    return is_web and not is_ours(url)


def is_ours(url: str) -> bool:
    """Return whether an address is a page of ours, such as the one where consent is withdrawn."""
    return url.startswith((f"{settings.current().public_url}/", f"{settings.current().public_url}#"))


def forget() -> None:
    """Forget which addresses this container has kept; for tests, and for nothing else."""
    _kept.clear()


def _keep(ctx: Context, digest: str, url: str) -> None:
    known = (settings.current().prefix, ctx.tenant, digest)
    if known in _kept:
        return
    writes.execute(ctx, [outcomes.put_address(ctx, digest, url)])
    _kept[known] = None
    if len(_kept) > _REMEMBERED:
        _kept.popitem(last=False)
