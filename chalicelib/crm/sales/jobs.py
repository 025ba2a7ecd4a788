"""What sales does when it hears of a change."""

from typing import Any

from chalicelib.engine import notices
from chalicelib.engine.events import Event, Reaction
from chalicelib.kernel.context import Context
from chalicelib.storage import records, writes


def tell_new_owner(ctx: Context, event: Event) -> None:
    """Notify a deal's new owner, unless they took it themselves; hearing of it twice notifies once."""
    if event.quiet or "owner" not in event.changed:
        return
    deal = event.new if event.new is not None else _read(ctx, event)
    owner = deal.get("owner")
    if owner is None or owner == event.actor:
        return
    told = notices.tell(
        ctx,
        user=owner,
        kind="deal_assigned",
        data={"object": event.object, "plural": event.plural, "id": event.record},
        cause=event.id,
        at=event.at,
        actor=event.actor,
    )
    writes.execute(ctx, [told])


TELL_NEW_OWNER = Reaction("tell_new_owner", ("DealCreated", "DealModified"), tell_new_owner)


def _read(ctx: Context, event: Event) -> dict[str, Any]:
    """Return the deal from the store, because an event too large for the bus carries no values."""
    row = records.get(ctx, event.plural, event.record)
    return {} if row is None else {**row.values, "owner": row.owner}
