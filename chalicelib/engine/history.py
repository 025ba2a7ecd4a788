"""What happened on a record, newest first, without the fields that its reader may not read."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import access, cursors, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import records, timeline
from chalicelib.storage.timeline import Entry


def page(
    ctx: Context, *, plural: str, id: str, kind: str | None = None, limit: int = 50, cursor: str | None = None
) -> dict[str, Any]:
    """This function will return one page of a record's timeline as ``{"items", "next_cursor"}``.

    :raises NotFound: when there is no such record.
    """
    object = overlays.load(ctx).of_plural(plural)
    access.require(ctx, object, "read")
    if records.get(ctx, plural, id) is None:
        raise NotFound("There is no such record.")
    query = {"timeline": id, "kind": kind}
    start = cursors.opened(ctx, query, cursor)
    found, place = timeline.page(ctx, id, limit=limit, start=start, kinds=None if kind is None else {kind})
    items = [_shown(ctx, object, entry) for entry in found]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def _shown(ctx: Context, object: Object, entry: Entry) -> dict[str, Any]:
    readable = access.readable(ctx, object)
    changes = [_change(ctx, object, change) for change in entry.changes if change["field"] in readable]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "actor": entry.actor,
        "at": entry.at,
        "changes": changes,
        "data": dict(entry.data),
    }


def _change(ctx: Context, object: Object, change: Mapping[str, Any]) -> dict[str, Any]:
    field = object.fields.get(change["field"])
    told = {name: change.get(name) for name in ("before", "after")}
    if field is not None:
        kind = registry.of(field)
        told = {name: None if value is None else kind.present(field, value, ctx) for name, value in told.items()}
    return {"field": change["field"], **told}
