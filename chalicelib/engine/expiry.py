"""The end of what is given out for a while, such as a key or a link: an instant within the next year."""

from datetime import datetime, timedelta
from typing import Final

from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

LONGEST: Final = timedelta(days=366)


def read(ctx: Context, said: str, *, refusal: str) -> datetime:
    """Return the instant at which something ends; ``refusal`` tells whoever named another what they may choose.

    :raises InvalidInput: when it is no instant, is past, or lies further ahead than a year.
    """
    try:
        end = clock.parse(said)
    except ValueError as unreadable:
        raise InvalidInput.of("expires_at", "invalid", "Use a time such as 2027-11-21T20:15:00Z.") from unreadable
    if not ctx.now < end <= ctx.now + LONGEST:
        raise InvalidInput.of("expires_at", "out_of_range", refusal)
    return end
