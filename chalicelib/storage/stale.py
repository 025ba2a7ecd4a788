"""Notes that something derived waits to be computed again: one for each thing, however often it is asked for.

A note is put down before the message is sent, by whom it names, and taken away before the computing begins. Whoever
finds another's note has nothing to send; whoever finds their own sends again, for they may have failed in between. A
note that nobody took away for a quarter of an hour stands for a lost message, and the next one replaces it.
"""

from datetime import timedelta

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan
from chalicelib.storage.plan import Delete, Put

LIVES = timedelta(minutes=15)


def note(ctx: Context, *what: str, by: str) -> Put:
    """Plan to note that something waits; refused while another than ``by`` has noted it."""
    now = int(ctx.now.timestamp())
    return Put(
        names.INDEX,
        keys.stale(ctx, *what),
        {"by": by, "expires": now + int(LIVES.total_seconds())},
        when=plan.absent() | plan.equals("by", by) | plan.at_most("expires", now),
    )


def forget(ctx: Context, *what: str) -> Delete:
    """Plan to take a note away."""
    return Delete(names.INDEX, keys.stale(ctx, *what))
