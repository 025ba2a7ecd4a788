"""What happened on a record, newest first, without the fields and the other records that its reader may not see."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chalicelib.engine import access, cursors, lookup, overlays
from chalicelib.engine.audit import shortened
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.kernel.context import Context
from chalicelib.storage import records, timeline
from chalicelib.storage.timeline import Entry


def page(
    ctx: Context, *, plural: str, id: str, kind: str | None = None, limit: int = 50, cursor: str | None = None
) -> dict[str, Any]:
    """Return one page of a record's timeline as ``{"items", "next_cursor"}``.

    :raises NotFound: when there is no such record.
    """
    object, row = lookup.seen(ctx, plural, id)
    query = {"timeline": id, "kind": kind}
    start = cursors.opened(ctx, query, cursor)
    kinds = None if kind is None else {kind}
    found, place = timeline.page(ctx, id, limit=limit, start=start, kinds=kinds, also=row.merged_from)
    items = [_shown(ctx, object, entry) for entry in _told(ctx, overlays.load(ctx), object, found)]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def _told(ctx: Context, catalogue: Catalogue, object: Object, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries that tell the reader anything: of fields that they read and records that they see."""
    readable = audited(ctx, object)
    hidden = _hidden(ctx, catalogue, found)
    for entry in found:
        is_about_unread = entry.changes and not any(change["field"] in readable for change in entry.changes)
        if not is_about_unread and (entry.data.get("plural"), entry.data.get("id")) not in hidden:
            yield entry


def _hidden(ctx: Context, catalogue: Catalogue, found: Sequence[Entry]) -> frozenset[tuple[str, str]]:
    """Return the records that some entries name and the reader does not see, by object and id."""
    named = {
        (entry.data["plural"], entry.data["id"])
        for entry in found
        if entry.data.get("plural") in catalogue.plurals and "id" in entry.data
    }
    hidden: set[tuple[str, str]] = set()
    for plural in sorted({plural for plural, _ in named}):
        other = catalogue.of_plural(plural)
        if not access.sees_all(ctx, other):
            ids = [id for where, id in sorted(named) if where == plural]
            seen = access.visible(ctx, other, records.get_many(ctx, plural, ids).values())
            hidden |= {(plural, id) for id in ids} - {(plural, row.id) for row in seen}
    return frozenset(hidden)


def _shown(ctx: Context, object: Object, entry: Entry) -> dict[str, Any]:
    readable = audited(ctx, object)
    changes = [_change(ctx, object, change) for change in entry.changes if change["field"] in readable]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "actor": entry.actor,
        "at": entry.at,
        "changes": changes,
        "data": {name: value for name, value in entry.data.items() if name != "previous"},
    }


def audited(ctx: Context, object: Object) -> frozenset[str]:
    """Return the names of the fields whose changes the caller is told."""
    return frozenset(
        name for name in access.readable(ctx, object) if name not in object.fields or object.fields[name].audited
    )


def _change(ctx: Context, object: Object, change: Mapping[str, Any]) -> dict[str, Any]:
    field = object.fields.get(change["field"])
    told = {name: change.get(name) for name in ("before", "after")}
    if field is not None:
        kind = registry.of(field)
        told = {name: None if value is None else kind.present(field, value, ctx) for name, value in told.items()}
    return {"field": change["field"], **{side: shortened(value) for side, value in told.items()}}
