"""What administration demands: known places and moneys, another administrator, an heir for open work."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from chalicelib.crm.admin.objects import User, UserStatus
from chalicelib.engine.roles.declared import ADMIN
from chalicelib.gateways import secrets
from chalicelib.kernel import clock, money
from chalicelib.kernel.errors import Conflict, InvalidInput

LONGEST_KEY: Final = timedelta(days=366)


class LastAdministrator(Conflict):
    """Nobody would be left who may administer the account."""

    code = "last_administrator"


def digest_of(email: str) -> str:
    """Return under which name an address is known before its tenant is: peppered, so that the table betrays none."""
    return hmac.new(secrets.get("pepper"), email.strip().lower().encode(), hashlib.sha256).hexdigest()


def require_known_time_zone(time_zone: str) -> None:
    """:raises InvalidInput: when IANA knows no such zone."""
    try:
        clock.zone(time_zone)
    except ValueError as unknown:
        raise InvalidInput.of("timezone", "unknown_time_zone", "Use an IANA name such as Europe/Madrid.") from unknown


def require_known_currency(currency: str) -> None:
    """:raises InvalidInput: when ISO 4217 knows no such currency."""
    try:
        money.exponent(currency)
    except ValueError as unknown:
        raise InvalidInput.of("currency", "unknown_currency", "Use an ISO 4217 code such as EUR.") from unknown


def require_other_administrator(user: User, users: Sequence[User]) -> None:
    """:raises LastAdministrator: when no other active user administers the account."""
    if (
        user.role == ADMIN
        and user.status is UserStatus.ACTIVE
        and not any(other.role == ADMIN and other.status is UserStatus.ACTIVE for other in users if other.id != user.id)
    ):
        raise LastAdministrator("Make somebody else an administrator first.")


def require_near_future(expires_at: datetime, *, now: datetime) -> None:
    """:raises InvalidInput: when a key would end in the past, or live longer than a year."""
    if not now < expires_at <= now + LONGEST_KEY:
        raise InvalidInput.of("expires_at", "out_of_range", "A key ends within a year from now.")
