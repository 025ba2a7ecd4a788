"""A stored record as its readers see it: flat, typed, with the names of its links and what needs attention."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine import access, relations, rules
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import values as derived
from chalicelib.engine.relations import Linked
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row

NOTHING_KNOWN: Linked = {}
ALWAYS = ("id", "version")


def one(
    ctx: Context, catalogue: Catalogue, object: Object, row: Row, *, known: Linked = NOTHING_KNOWN
) -> dict[str, Any]:
    """Return a whole record, its body included."""
    found = relations.linked_records(ctx, catalogue, object, [row], known=known, fields=None)
    return _shown(ctx, catalogue, object, row, {**object.blank, **row.values, **(row.body or {})}, found)


def several(
    ctx: Context, catalogue: Catalogue, object: Object, rows: Sequence[Row], *, fields: frozenset[str] | None = None
) -> list[dict[str, Any]]:
    """Return the records of a list: without their bodies, and with the named ``fields`` only where some are named."""
    found = relations.linked_records(ctx, catalogue, object, rows, known=NOTHING_KNOWN, fields=fields)
    shown = [_shown(ctx, catalogue, object, row, {**object.blank_in_list, **row.values}, found) for row in rows]
    return shown if fields is None else [_only(record, fields) for record in shown]


def _shown(
    ctx: Context, catalogue: Catalogue, object: Object, row: Row, values: dict[str, Any], found: Linked
) -> dict[str, Any]:
    record = {
        "id": row.id,
        "version": row.version,
        "created_at": row.created_at,
        "created_by": row.created_by,
        "updated_at": row.updated_at,
        "updated_by": row.updated_by,
    }
    if object.features.owned:
        record["owner"] = row.owner
    if row.deleted_at:
        record["deleted_at"] = row.deleted_at
    values = {**values, **derived.computed(ctx, object, row)}
    told = {**values, **record}
    shown = dict(values)
    for field, kind in object.shaped:
        if values.get(field.name) is not None:
            shown[field.name] = kind.present(field, values[field.name], ctx)
    if object.rules.shown:
        shown.update(object.rules.shown(told, catalogue, ctx.now))
    readable = access.readable(ctx, object)
    shown = {name: value for name, value in shown.items() if name in readable}
    flags = rules.flags(catalogue, object, told, ctx.now)
    return {
        **record,
        **shown,
        **({"links": relations.names(ctx, catalogue, object, row, found)} if object.links else {}),
        **({"flags": dict(flags)} if flags else {}),
    }


def _only(record: Mapping[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    kept = {name: value for name, value in record.items() if name in fields or name in ALWAYS}
    if "links" in record:
        kept["links"] = {name: ends for name, ends in record["links"].items() if name in fields}
    return kept if "flags" not in record else {**kept, "flags": record["flags"]}
