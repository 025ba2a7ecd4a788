"""Links between records: checked before the write, stored both ways with it, and named when a record is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chalicelib.engine import access
from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import MAX_LINKS, Field
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage import links, records
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

Key = tuple[str, str]
Linked = Mapping[Key, Row]


def check(ctx: Context, change: Change, beside: Linked) -> Linked:
    """Return the records that a change links to anew; those written ``beside`` it count as existing.

    :raises InvalidInput: naming each link whose record is not there for the caller, or whose number is too large.
    """
    wanted = list(_new_links(change))
    if len(wanted) > MAX_LINKS:
        raise InvalidInput.of(wanted[0][0], "too_many_links", f"Link at most {MAX_LINKS} records in one request.")
    asked = [key for _, key in wanted if key not in beside]
    found = {**beside, **_seen(ctx, change.catalogue, asked, consistent=True)} if asked else beside
    missing = [
        FieldError(name, "unknown_record", "There is no such record.") for name, key in wanted if key not in found
    ]
    if missing:
        raise InvalidInput("Some linked records are not there.", errors=missing)
    return {key: found[key] for _, key in wanted}


def _new_links(change: Change) -> Iterator[tuple[str, Key]]:
    for field in change.object.links:
        plural = change.catalogue.target(field).plural
        known = edges(change.before.get(field.name))
        for other in edges(change.values.get(field.name)):
            if other not in known:
                yield field.name, (plural, other)
    for field in change.object.definition.fields:
        if field.fields and change.values.get(field.name) != change.before.get(field.name):
            yield from _links_of_lines(change, field)


def _links_of_lines(change: Change, field: Field) -> Iterator[tuple[str, Key]]:
    for column in field.fields:
        if column.link:
            plural = change.catalogue.target(column).plural
            ids = dict.fromkeys(line[column.name] for line in change.values.get(field.name, ()) if column.name in line)
            yield from ((field.name, (plural, id)) for id in ids)


def writes(ctx: Context, change: Change) -> list[Write]:
    """Return the rows of the relations that a change adds, alters or ends."""
    planned: list[Write] = []
    for field in change.object.links:
        before, after = edges(change.before.get(field.name)), edges(change.values.get(field.name))
        for other in before.keys() - after.keys():
            planned += links.delete(ctx, _edge(change, field, other, {}))
        for other, attributes in after.items():
            if before.get(other) != attributes:
                planned += links.put(ctx, _edge(change, field, other, attributes))
    return planned


def _edge(change: Change, field: Field, other: str, attributes: Mapping[str, Any]) -> links.Edge:
    relation = linked(field)
    target = change.catalogue.object(relation.to)
    return links.Edge(change.id, change.object.plural, field.name, relation.inverse, other, target.plural, attributes)


def linked_records(
    ctx: Context,
    catalogue: Catalogue,
    object: Object,
    rows: Iterable[Row],
    *,
    known: Linked,
    fields: frozenset[str] | None,
) -> Linked:
    """Return the records that ``rows`` lead to, in one batch read of those not yet known."""
    wanted = {
        (catalogue.target(field).plural, other)
        for field in object.links
        if fields is None or field.name in fields
        for row in rows
        for other in edges(row.values.get(field.name))
    }
    unknown = sorted(wanted - known.keys())
    return {**known, **_seen(ctx, catalogue, unknown)} if unknown else known


def _seen(ctx: Context, catalogue: Catalogue, wanted: Sequence[Key], *, consistent: bool = False) -> dict[Key, Row]:
    """Return those of some records of several objects that are there for the caller."""
    found = records.get_mixed(ctx, wanted, consistent=consistent)
    for plural in dict.fromkeys(plural for plural, _ in found):
        object = catalogue.of_plural(plural)
        if not access.sees_all(ctx, object):
            rows = {key: row for key, row in found.items() if key[0] == plural}
            seen = {row.id for row in access.visible(ctx, object, rows.values())}
            found = {key: row for key, row in found.items() if key not in rows or row.id in seen}
    return found


def names(
    ctx: Context, catalogue: Catalogue, object: Object, row: Row, found: Linked
) -> dict[str, list[dict[str, Any]]]:
    """Return, for each link that the caller may read, what its other ends are called.

    Those that are deleted, or that the caller does not see, are left out.
    """
    readable = access.readable(ctx, object)
    told: dict[str, list[dict[str, Any]]] = {}
    for field in object.links:
        others = edges(row.values.get(field.name)) if field.name in readable else {}
        if others:
            target = catalogue.target(field)
            told[field.name] = [
                _name(ctx, target, id, found[target.plural, id]) for id in others if (target.plural, id) in found
            ]
    return told


def _name(ctx: Context, target: Object, id: str, row: Row) -> dict[str, Any]:
    name = row.values.get(target.name_field) if target.name_field in access.readable(ctx, target) else None
    return {"id": id, "plural": target.plural, "name": name}


def beside(planned: Sequence[Row]) -> Linked:
    """Return the records of other plans of the same transaction, as links know them."""
    return {(row.object, row.id): row for row in planned}
