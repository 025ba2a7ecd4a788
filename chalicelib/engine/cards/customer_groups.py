"""The group of customers that somebody belongs to, where their firm has grouped its customers (``segments/rfm.py``)."""

from typing import Any, Final

from chalicelib.engine import access, definitions
from chalicelib.engine.cards.around import house
from chalicelib.engine.cards.value import Value
from chalicelib.engine.copies import Copies
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.kernel.context import Context
from chalicelib.storage import segments
from chalicelib.storage.records import Row

GROUPED: Final = "rfm:"


def of(ctx: Context, row: Row, value: Value) -> dict[str, Any] | None:
    """Return the group that a customer is in, for whoever may know all that it is made from."""
    if not (value.reads_worth and access.sees_all(ctx, value.side.child)):
        return None
    if access.permissions_to(ctx, SEGMENT.plural)["read"] != "all":
        return None
    groups = {id: each for id, each in _copies.load(ctx).items() if each["object"] == row.object}
    if not groups:
        return None
    inside = segments.standings(ctx, row.object, [row.id])[row.id].inside
    found = next((id for id in groups if id in inside), None)
    return {"segment": found, "name": groups[found]["name"], "key": groups[found]["key"]} if found else None


def _read(ctx: Context) -> dict[str, dict[str, str]]:
    return {
        each.id: {
            "name": each.name,
            "object": str(each.content["object"]),
            "key": str(each.content["group"]).rpartition(":")[2],
        }
        for each in definitions.all(house(ctx), SEGMENT)
        if str(each.content.get("group") or "").startswith(GROUPED)
    }


_copies: Final = Copies(_read)
