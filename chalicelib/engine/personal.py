"""What somebody keeps for themselves: how far they have read, what they like to be told, their favourites.

It is one small row for each person and matter. A change reads it, makes the next state and stores that if nobody else
did meanwhile; otherwise it begins again, so that two tabs of one person lose nothing of each other.
"""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import directory, plan, writes

State = Mapping[str, Any]

_ATTEMPTS = 8


def load(ctx: Context, matter: str, *, user: str | None = None) -> State:
    """Return what the acting user, or ``user``, keeps of a matter; nothing at first."""
    row = directory.get(ctx, directory.personal(user or ctx.actor.id, matter))
    return {} if row is None else row["state"]


def change(ctx: Context, matter: str, transform: Callable[[State], State]) -> State:
    """Store what ``transform`` makes of the acting user's state, and return it; the same state is not stored again.

    :raises Unavailable: when the person's other requests kept changing it.
    """
    name = directory.personal(ctx.actor.id, matter)
    for _ in range(_ATTEMPTS):
        row = directory.get(ctx, name)
        before = {} if row is None else row["state"]
        after = transform(before)
        if after == before:
            return before
        version = 0 if row is None else row["version"]
        unchanged = plan.absent() if row is None else plan.equals("version", version)
        item = {"state": after, "version": version + 1}
        try:
            writes.execute(ctx, [directory.put(ctx, name, item, when=unchanged)])
        except writes.Refused:
            continue
        return after
    raise Unavailable("You are changing this in another window; try again.")
