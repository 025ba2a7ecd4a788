"""How many mails a firm's campaigns may call for now, so that no firm takes what is there for all.

SES says how many mails the stage may send in a second and how many are left of the day. A firm's campaigns together
have a share of that, counted by the minute in one row; mails that somebody waits for - a new password, a reminder - are
not counted and never stand behind more than a few seconds of campaign.
"""

from datetime import timedelta
from typing import Final

from chalicelib.engine.copies import Copies
from chalicelib.gateways import mail_quota
from chalicelib.gateways.mail_quota import Quota
from chalicelib.kernel.context import Context
from chalicelib.storage import permits

SHARE: Final = 0.5
"""Of what the stage may send in a second, what one firm's campaigns may take."""

KEPT_BACK: Final = 0.1
"""Of what the stage may send in a day, what campaigns leave to mails that somebody waits for."""

TICK: Final = timedelta(seconds=15)
"""How much is called for at once: so long a queue stands before any other mail of the firm."""


def a_tick(ctx: Context) -> int:
    """Return how many mails of one firm's campaigns may be called for in a tick; none when the day is used up."""
    quota = _quota(ctx)
    if quota.left_today is not None and quota.left_today <= quota.a_day * KEPT_BACK:
        return 0
    return max(1, int(quota.per_second * SHARE * TICK.total_seconds()))


def granted(ctx: Context, wanted: int) -> int:
    """Return how many of the mails that are wanted now the firm's share of this minute still holds."""
    most = max(1, int(_quota(ctx).per_second * SHARE * 60))
    total = permits.grant_mails(ctx, minute=int(ctx.now.timestamp()) // 60, wanted=wanted)
    return max(0, wanted - max(0, total - most))


def _read(_: Context) -> Quota:
    return mail_quota.read()


_quotas: Final[Copies[Quota]] = Copies(_read)


def _quota(ctx: Context) -> Quota:
    return _quotas.load(ctx)


def forget() -> None:
    """Forget what SES said."""
    _quotas.clear()
