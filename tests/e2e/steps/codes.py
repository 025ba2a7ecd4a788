"""What an authenticator app shows on somebody's phone."""

import base64
from datetime import UTC, datetime

from chalicelib.kernel import totp


def code_of(secret: str, *, ahead: int = 0) -> str:
    """Return the code that a phone shows now, or some steps of time ahead."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    return totp.code_at(key, totp.step_at(datetime.now(UTC)) + ahead)
