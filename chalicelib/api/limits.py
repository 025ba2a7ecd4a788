"""How much one tenant may ask, and one network address that has not signed in, in a minute; more is answered 429.

A counter a request would double what a read costs. So a container takes permits by the dozen: one write grants it a
twentieth of the minute's limit, which it spends from memory. All grants of a minute together never pass the limit,
however many containers race for the last; what a container leaves unspent is lost with the minute, so a tenant on many
containers may meet its limit a little early, and nobody late. An address without a session spends one at a time:
signing in costs more than that anyhow. When the counter does not answer, the request goes on.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from chalicelib import settings
from chalicelib.crm.admin import rules
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import TooManyRequests, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import permits, system

SHARE: Final = 20
_REMEMBERED: Final = 2000


@dataclass(slots=True)
class Limiter:
    """What one container has been granted and not spent yet, by who it was granted to and the minute."""

    held: OrderedDict[tuple[str, int], int] = field(default_factory=OrderedDict)

    def spend(self, who: str, *, now: datetime, limit: int, share: int, grant: Callable[[int, int], int]) -> None:
        """Spend one permit of ``who``.

        :raises TooManyRequests: when the minute has none left.
        """
        second = int(now.timestamp())
        minute = second // 60
        left = self.held.pop((who, minute), 0)
        if left == 0:
            left = _granted(minute, limit, share, grant)
        self.held[(who, minute)] = left - 1 if left > 0 else left
        if len(self.held) > _REMEMBERED:
            self.held.popitem(last=False)
        if left < 0:
            wait = 60 - second % 60
            raise TooManyRequests("That is more than one may ask in a minute. Wait a little.", retry_after=wait)


def _granted(minute: int, limit: int, share: int, grant: Callable[[int, int], int]) -> int:
    """Return how many permits this container gets; -1 when the minute has none left, which it then remembers."""
    try:
        total = grant(minute, share)
    except Unavailable:
        logger.warning("the counter of requests did not answer")
        return share
    return min(share, limit - (total - share)) if total - share < limit else -1


_limiter = Limiter()


def forget() -> None:
    """Forget what this container was granted; for tests, and for nothing else."""
    _limiter.held.clear()


def spend_of_tenant(ctx: Context) -> None:
    """Spend one of the tenant's permits.

    :raises TooManyRequests: when the minute has none left.
    """
    limit = settings.current().tenant_requests_a_minute
    if limit and ctx.tenant:
        _limiter.spend(
            ctx.tenant,
            now=ctx.now,
            limit=limit,
            share=max(limit // SHARE, 1),
            grant=lambda minute, wanted: permits.grant_tenant(ctx, minute=minute, wanted=wanted),
        )


def spend_of_address(address: str, *, now: datetime) -> None:
    """Spend one permit of a network address from which somebody asks who has not signed in.

    :raises TooManyRequests: when the minute has none left.
    """
    limit = settings.current().address_requests_a_minute
    if limit and address:
        digest = rules.digest_of(f"address:{address}")
        _limiter.spend(
            digest,
            now=now,
            limit=limit,
            share=1,
            grant=lambda minute, wanted: system.grant_address(digest, minute=minute, wanted=wanted),
        )
