"""Nobody is shown less than they have seen: an answer tells of a change of the firm's settings by a cookie of a minute.

Containers believe their copies of the settings for that long (``engine/copies.py``), and so long the browser brings the
cookie back with each request, from every tab. It names the firm and an instant, is no secret, and whoever makes one up
gains a few reads of their own firm's settings.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from chalicelib import settings
from chalicelib.api.request import Request, Response
from chalicelib.engine import copies
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TENANT_ID_PATTERN, TenantId

COOKIE: Final = "tendero_seen"
LIVES: Final = int(copies.TRUSTED.total_seconds())
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
_VALUE: Final = re.compile(rf"({TENANT_ID_PATTERN})\.(\d{{1,17}})")


def seen(request: Request, tenant: TenantId) -> datetime | None:
    """Return the instant of the latest change of the firm's settings that the caller has seen; None for none lately."""
    match = _VALUE.fullmatch(request.cookie(COOKIE) or "")
    return EPOCH + int(match[2]) * MICROSECOND if match is not None and match[1] == tenant else None


def told(ctx: Context, response: Response, *, now: datetime) -> Response:
    """Return the answer with the cookie, if it shows a change that the caller may not have seen before."""
    changed = copies.latest_change(ctx, now=now)
    if changed is None or "Set-Cookie" in response.headers:
        return response
    secure = "; Secure" if settings.current().cookie_secure else ""
    value = f"{ctx.tenant}.{(changed - EPOCH) // MICROSECOND}"
    cookie = f"{COOKIE}={value}; Max-Age={LIVES}; Path=/v1; HttpOnly; SameSite=Strict{secure}"
    return replace(response, headers={**response.headers, "Set-Cookie": cookie})
