"""What somebody learns of a record that they may not see, where it stands in their way: whose it is, and how to ask."""

from typing import Any

from chalicelib.engine import people
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row


def told(ctx: Context, row: Row) -> dict[str, Any]:
    """Return whose a hidden record is, and the reference with which to ask for access to it."""
    owner = people.find(ctx, row.owner or row.created_by)
    return {
        "owner": {"name": owner.name or owner.email} if owner else None,
        "can_ask_access": True,
        "reference": row.id,
    }
