"""Who a record may be given to."""

from chalicelib.engine import people
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput


def check_owner(ctx: Context, change: Change) -> None:
    """Let a change through whose owner is unchanged, the caller, or an active member of the team.

    :raises InvalidInput: when the new owner is nobody who could work on it.
    """
    known = change.row.owner if change.row else None
    if change.owner in (None, known) or (change.owner == ctx.actor.id and ctx.actor.kind == "user"):
        return
    member = people.find(ctx, change.owner)
    if member is None or not member.is_active:
        raise InvalidInput.of("owner", "unknown_user", "Choose an active member of your team.")
