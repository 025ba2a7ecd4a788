"""Relations between records: each is two rows, one under either record, written in the record's own transaction."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put, Write


@dataclasses.dataclass(frozen=True, slots=True)
class Edge:
    """``record`` of ``object`` leads by ``field`` to ``other`` of ``other_object``, which leads back by ``inverse``.

    Without an ``inverse`` there is no way back. ``attributes`` may hold role, since, until, primary and position.
    """

    record: str
    object: str
    field: str
    inverse: str | None
    other: str
    other_object: str
    attributes: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class Related:
    """What one record is linked to: ``id`` of ``object`` (a plural) by ``field``."""

    field: str
    id: str
    object: str
    attributes: Mapping[str, Any]


_KEYS = ("pk", "sk", "object", "writer")


def put(ctx: Context, edge: Edge) -> list[Write]:
    """Plan to store both directions of a relation, in place of an earlier one by the same field."""
    known = {name: value for name, value in edge.attributes.items() if value is not None}
    writes: list[Write] = [
        Put(names.LINKS, keys.link(ctx, edge.record, edge.field, edge.other), {"object": edge.other_object, **known})
    ]
    if edge.inverse is not None:
        back = keys.link(ctx, edge.other, edge.inverse, edge.record)
        writes.append(Put(names.LINKS, back, {"object": edge.object, **known}))
    return writes


def delete(ctx: Context, edge: Edge) -> list[Write]:
    """Plan to remove both directions of a relation."""
    writes: list[Write] = [Delete(names.LINKS, keys.link(ctx, edge.record, edge.field, edge.other))]
    if edge.inverse is not None:
        writes.append(Delete(names.LINKS, keys.link(ctx, edge.other, edge.inverse, edge.record)))
    return writes


def related(
    ctx: Context,
    record: str,
    field: str,
    *,
    limit: int,
    start: str | None = None,
    newest_first: bool = False,
    consistent: bool = False,
) -> tuple[list[Related], str | None]:
    """Return one page of what ``record`` is linked to by ``field``, in the order of creation, and where to go on."""
    if not keys.is_id(record):
        return [], None
    pk = keys.of_record(ctx, record)
    prefix = f"{field}#"
    items, last = reads.query(
        names.LINKS,
        pk,
        prefix=prefix,
        descending=newest_first,
        limit=limit,
        start=None if start is None else Key(pk, prefix + start),
        consistent=consistent,
    )
    return [_related(item) for item in items], None if last is None else last.sk.removeprefix(prefix)


def of(ctx: Context, record: str, field: str | None = None) -> list[Related]:
    """Return all that ``record`` is linked to, by ``field`` or by any."""
    if not keys.is_id(record):
        return []
    prefix = None if field is None else f"{field}#"
    return [_related(item) for item in reads.query_all(names.LINKS, keys.of_record(ctx, record), prefix=prefix)]


def page(ctx: Context, record: str, *, limit: int, start: str | None = None) -> tuple[list[Related], str | None]:
    """Return one page of all that ``record`` is linked to by whatever field, read consistently, and where to go on."""
    pk = keys.of_record(ctx, record)
    items, last = reads.page(names.LINKS, pk, limit=limit, start=start, consistent=True)
    return [_related(item) for item in items], last


def _related(item: Mapping[str, Any]) -> Related:
    field, _, other = item["sk"].partition("#")
    attributes = {name: value for name, value in item.items() if name not in _KEYS}
    return Related(field, other, item["object"], attributes)
