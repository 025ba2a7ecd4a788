"""How long to wait before a busy store is asked again."""

import secrets
import time


def pause(attempt: int) -> None:
    """Wait a little, longer at each attempt and never twice the same."""
    ceiling = min(25 * 2**attempt, 400)
    time.sleep((ceiling / 2 + secrets.randbelow(ceiling)) / 1000)
