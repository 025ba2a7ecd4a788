"""Templates: mails that a firm writes once and sends to many, each reader their own.

A template is a definition: what went out last month is still read in the version that went out. Each version is
compiled once a container. Whoever sends names the version, the person and what only they know: the footer's links, and
where each link leads when it is followed.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from chalicelib.crm.marketing.mail import findings, firm, readers, senders
from chalicelib.crm.marketing.mail.findings import Finding
from chalicelib.crm.marketing.mail.senders import Sender
from chalicelib.crm.marketing.templating import compiling, document, filling
from chalicelib.crm.marketing.templating.filling import Filled
from chalicelib.crm.marketing.templating.pieces import FOOTER, PRODUCTS, Compiled
from chalicelib.engine import definitions
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content, Kind
from chalicelib.engine.outbox import Mail
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import segments
from chalicelib.storage.records import Row

MARKETING: Final = "marketing"
MOST_KEPT: Final = 100


class Footer(Protocol):
    """How a reader ends it: where to, and the headers by which a mailbox does it for them (RFC 8058)."""

    @property
    def unsubscribe_url(self) -> str: ...
    @property
    def preferences_url(self) -> str: ...
    @property
    def headers(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class NoFooter:
    """The footer of a mail that nobody unsubscribes from, such as one about an order."""

    unsubscribe_url: str = ""
    preferences_url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def render(
    ctx: Context,
    *,
    id: str,
    version: int,
    object: Object,
    row: Row,
    footer: Footer,
    links: Callable[[str], str],
    locale: str,
) -> Mail:
    """Return a version of a template as the mail that one person gets.

    :raises NotFound: when there is no such version.
    :raises DomainNotVerified: when its sender is gone, or the sender's domain is not verified any more.
    """
    kept = _version(ctx, id, version)
    sender = senders.trusted(ctx, kept.content.get("sender"))
    filled = _filled(
        ctx, kept, object=object, row=row, sender=sender, footer=footer, links=links, locale=locale, holds=None
    )
    return Mail(
        subject=filled.subject,
        text=filled.text,
        html=filled.html,
        reply_to=sender.reply_to,
        sender=sender.mailbox,
        headers=footer.headers,
    )


def checks(ctx: Context, content: Content, *, follow: bool = True) -> list[Finding]:
    """Return what is found in a checked template before it goes out; ``follow`` asks whether its links are there."""
    return findings.of(ctx, content, follow=follow)


def fill(
    ctx: Context,
    content: Content,
    *,
    object: Object,
    row: Row,
    sender: Sender | None,
    footer: Footer,
    links: Callable[[str], str],
    locale: str,
    holds: Callable[[str], bool] | None = None,
) -> Filled:
    """Return a checked document filled in for one person; ``holds`` says whether they belong to a segment."""
    kept = _Version(content, compiling.compile(content, accent=firm.load(ctx).accent))
    return _filled(
        ctx, kept, object=object, row=row, sender=sender, footer=footer, links=links, locale=locale, holds=holds
    )


@dataclass(frozen=True, slots=True)
class _Version:
    """What a version says, and the same ready to be filled in."""

    content: Content
    compiled: Compiled


_versions: Final[OrderedDict[tuple[TenantId, str, int, str | None], _Version]] = OrderedDict()


def forget() -> None:
    """Forget what was compiled, as a new container does."""
    _versions.clear()


def _version(ctx: Context, id: str, version: int) -> _Version:
    """Return a version of a template, which never changes: read and compiled once for those met lately."""
    accent = firm.load(ctx).accent
    key = (ctx.tenant, id, version, accent)
    kept = _versions.get(key)
    if kept is None:
        content = definitions.at(ctx, TEMPLATE, id=id, version=version)
        kept = _versions[key] = _Version(content, compiling.compile(content, accent=accent))
        if len(_versions) > MOST_KEPT:
            _versions.popitem(last=False)
    return kept


def _filled(
    ctx: Context,
    kept: _Version,
    *,
    object: Object,
    row: Row,
    sender: Sender | None,
    footer: Footer,
    links: Callable[[str], str],
    locale: str,
    holds: Callable[[str], bool] | None,
) -> Filled:
    language, ready = kept.content.get("language") or locale, kept.compiled
    values = readers.values(ctx, paths=ready.paths, object=object, row=row, sender=sender, locale=language)
    ways = {"unsubscribe_url": footer.unsubscribe_url, "preferences_url": footer.preferences_url}
    said = {
        "name": (sender.legal_name or sender.name if sender else "") or firm.load(ctx).name,
        "postal_address": sender.postal_address if sender else "",
    }
    return filling.fill(
        ready,
        values={**values, **{name: way for name, way in ways.items() if way}},
        facts={FOOTER: {**said, **ways}, PRODUCTS: readers.products(ctx, ready.products, locale=language)},
        holds=holds or _memberships(ctx, ready, object, row).__contains__,
        links=links,
    )


def _memberships(ctx: Context, ready: Compiled, object: Object, row: Row) -> frozenset[str]:
    """Return the segments that a person is in, by one read, if the mail asks for any."""
    if not ready.segments:
        return frozenset()
    standing = segments.standings(ctx, object.plural, [row.id])[row.id]
    return frozenset(standing.inside)


def checked(ctx: Context, content: Content) -> Content:
    """Return a template as it is kept.

    :raises InvalidInput: naming each part that makes no sense.
    """
    kept = document.checked(content)
    faults = []
    if kept.get("sender") and senders.find(ctx, kept["sender"]) is None:
        faults.append(FieldError("sender", "unknown_sender", "There is no such sender."))
    for path in sorted(compiling.compile(kept).paths):
        if path.partition(".")[0] not in readers.ROOTS:
            message = f"{path}: a merge field begins with one of {', '.join(sorted(readers.ROOTS))}."
            faults.append(FieldError("blocks", "unknown_field", message))
    if faults:
        raise InvalidInput("The template is not as a mail can be.", errors=faults)
    return {**kept, "purpose": kept.get("purpose") or MARKETING}


TEMPLATE: Final = Kind("template", "templates", listed=("language", "subject", "purpose", "sender"), checked=checked)
