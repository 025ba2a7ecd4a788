"""From a link of a mail to the person whom it names: read, entered, and nothing beyond what the link is for."""

from collections.abc import Mapping
from typing import Any

from chalicelib.crm.marketing.consent import asking, footers, preferences
from chalicelib.crm.marketing.consent.footers import Subject
from chalicelib.engine import links
from chalicelib.kernel.context import Context


def read_preferences(ctx: Context, *, token: str) -> dict[str, Any]:
    """Return what the holder of a link may choose among.

    :raises NotFound: when the link is not good.
    """
    link = links.read(token, footers.PREFERENCES, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        return preferences.read(inside, subject=link.subject)


def choose_preferences(ctx: Context, *, token: str, chosen: Mapping[str, Any], ip: str) -> dict[str, Any]:
    """Let a person receive what they choose, and return what holds then.

    :raises NotFound: when the link is not good.
    :raises InvalidInput: when the firm writes for no such purpose.
    """
    link = links.read(token, footers.PREFERENCES, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        locale = chosen.get("locale", inside.locale)
        return preferences.change(inside, subject=link.subject, wanted=chosen["wanted"], locale=locale, ip=ip)


def unsubscribe(ctx: Context, *, token: str, ip: str) -> None:
    """Stop the kind of mail that bore the link.

    :raises NotFound: when the link is not good.
    """
    link = links.read(token, footers.UNSUBSCRIBE, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        preferences.unsubscribe(inside, subject=link.subject, ip=ip)


def page_of(ctx: Context, *, token: str) -> str:
    """Return the address of the page where whoever holds a link to unsubscribe can choose.

    :raises NotFound: when the link is not good.
    """
    link = links.read(token, footers.UNSUBSCRIBE, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        about = Subject.of(link.subject)
        return footers.page(inside, about)


def read_question(ctx: Context, *, token: str) -> dict[str, Any]:
    """Return what a mailed link asks.

    :raises NotFound: when the link is not good, or not any more.
    """
    link = links.read(token, asking.CONFIRM, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        return dict(asking.opened(inside, subject=link.subject))


def confirm(ctx: Context, *, token: str, ip: str) -> dict[str, Any]:
    """Permit what a mailed link asks, and return what that was.

    :raises NotFound: when the link is not good, or not any more.
    """
    link = links.read(token, asking.CONFIRM, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        return dict(asking.confirm(inside, subject=link.subject, ip=ip))
