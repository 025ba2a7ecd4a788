"""Business records of every object, and their body rows.

A record is one item with up to six ordered slots; each slot is an index over whole items, so that a page of a list is
one query. Large values lie in a body row beside it, which no slot carries. ``derived`` is written on its own and never
changes ``version``, so replacing a record leaves it alone.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads, slots
from chalicelib.storage.plan import Check, Delete, Put, Update

_OWN_SLOTS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A stored record. ``object`` is its plural, times are stamps, ``body`` is None unless it was asked for.

    ``derivation`` counts the writes of ``derived``, as ``version`` counts those of all else.

    One that was merged lives on in the record ``merged_into``; that one has the ids of those it was ``merged_from``.
    """

    id: str
    object: str
    version: int
    values: Mapping[str, Any]
    created_at: str
    created_by: str
    updated_at: str
    updated_by: str
    derived: Mapping[str, Any] = field(default_factory=dict)
    derivation: int = 0
    owner: str | None = None
    deleted_at: str | None = None
    origin: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    merged_into: str | None = None
    merged_from: tuple[str, ...] = ()
    body_version: int | None = None


def origin_of(ctx: Context) -> dict[str, Any]:
    """Return who writes, in which request and why: what the stream turns into the audit entry."""
    return {
        "actor": ctx.actor.id,
        "kind": ctx.actor.kind,
        "request_id": ctx.request_id,
        "reason": ctx.reason,
        "quiet": ctx.quiet,
        **({"source": ctx.source} if ctx.source else {}),
    }


def of_item(item: Mapping[str, Any], body: Mapping[str, Any] | None = None, body_version: int | None = None) -> Row:
    """Return the row that a stored item is."""
    return Row(
        id=item["sk"],
        object=keys.rest_of(item["pk"]),
        version=item["version"],
        values=item["values"],
        created_at=item["created_at"],
        created_by=item["created_by"],
        updated_at=item["updated_at"],
        updated_by=item["updated_by"],
        derived=item.get("derived") or {},
        derivation=item.get("derivation", 0),
        owner=item.get("owner"),
        deleted_at=item.get("deleted_at"),
        origin=item.get("origin") or {},
        body=body,
        body_version=body_version,
        merged_into=item.get("merged_into"),
        merged_from=tuple(item.get("merged_from") or ()),
    )


def get(ctx: Context, object: str, id: str, *, body: bool = False, include_deleted: bool = False) -> Row | None:
    """Return a record, read consistently in one call, or None; with ``body``, its large values too."""
    if not keys.is_id(id):
        return None
    key = keys.record(ctx, object, id)
    if body:
        upper = id + keys.BODY
        found, _ = reads.query(names.RECORDS, key.pk, lower=id, upper=upper, consistent=True)
        items = {item["sk"]: item for item in found}
        item = items.get(id)
        large, large_version = items.get(upper, {}).get("values"), items.get(upper, {}).get("version")
    else:
        item = reads.get(names.RECORDS, key)
        large = large_version = None
    if item is None or ("deleted_at" in item and not include_deleted):
        return None
    return of_item(item, large, large_version)


def get_many(
    ctx: Context, object: str, ids: Sequence[str], *, include_deleted: bool = False, consistent: bool = False
) -> dict[str, Row]:
    """Return those records of ``ids`` that exist, by id, in the order of ``ids``."""
    wanted = [(object, id) for id in ids]
    found = get_mixed(ctx, wanted, include_deleted=include_deleted, consistent=consistent)
    return {id: row for (_, id), row in found.items()}


def get_mixed(
    ctx: Context, wanted: Sequence[tuple[str, str]], *, include_deleted: bool = False, consistent: bool = False
) -> dict[tuple[str, str], Row]:
    """Return those records of several objects, named by object and id, that exist, in the order asked for."""
    asked = dict.fromkeys((object, id) for object, id in wanted if keys.is_id(id))
    if not asked:
        return {}
    items = reads.get_many(names.RECORDS, [keys.record(ctx, *each) for each in asked], consistent=consistent)
    rows = {(row.object, row.id): row for row in map(of_item, items) if include_deleted or row.deleted_at is None}
    return {each: rows[each] for each in asked if each in rows}


def get_whole(
    ctx: Context, object: str, ids: Sequence[str], *, body: bool, include_deleted: bool = False
) -> dict[str, Row]:
    """Return those records of ``ids`` that exist, read consistently, each with its large values if ``body`` says so."""
    if not body:
        return get_many(ctx, object, ids, include_deleted=include_deleted, consistent=True)
    asked = [id for id in dict.fromkeys(ids) if keys.is_id(id)]
    wanted = [key(ctx, object, id) for id in asked for key in (keys.record, keys.body)]
    items = {item["sk"]: item for item in reads.get_many(names.RECORDS, wanted, consistent=True)}
    found = {id: of_item(items[id], items.get(id + keys.BODY, {}).get("values")) for id in asked if id in items}
    return {id: row for id, row in found.items() if include_deleted or row.deleted_at is None}


def bodies(ctx: Context, object: str, ids: Sequence[str], *, consistent: bool = False) -> dict[str, Mapping[str, Any]]:
    """Return the large values of those records that have any, by the record's id."""
    wanted = [keys.body(ctx, object, id) for id in ids if keys.is_id(id)]
    items = reads.get_many(names.RECORDS, wanted, consistent=consistent) if wanted else []
    return {item["sk"].removesuffix(keys.BODY): item["values"] for item in items}


def page(
    ctx: Context,
    object: str,
    *,
    slot: int,
    lower: str | None = None,
    upper: str | None = None,
    descending: bool = False,
    limit: int,
    start: str | None = None,
) -> tuple[list[Row], str | None]:
    """Return one page of an object's records in the order of ``slot``, and the slot key after which more may follow.

    Slot 1 is the time of the last change, slot 2 the owner, the others the object's indexed fields. The bounds are
    slot keys, both inclusive, as ``storage.slots`` makes them.
    """
    if lower is not None and upper is not None and lower > upper:
        return [], None
    pk = keys.records(ctx, object)
    attribute = names.slot_attribute(slot)
    items, last = reads.query_index(
        names.RECORDS,
        index=names.slot_index(slot),
        hash_key=("pk", pk),
        range_key=attribute,
        lower=lower,
        upper=upper,
        descending=descending,
        limit=limit,
        start=None if start is None else {"pk": pk, "sk": slots.id_of(start), attribute: start},
    )
    return [of_item(item) for item in items], None if last is None else last[attribute]


def each(
    ctx: Context, object: str, *, slot: int, lower: str | None, upper: str | None, rows_a_read: int = 500
) -> Iterator[Row]:
    """Yield an object's records in the order of ``slot`` between two slot keys, reading as far as they are taken."""
    start: str | None = None
    while True:
        found, start = page(ctx, object, slot=slot, lower=lower, upper=upper, limit=rows_a_read, start=start)
        yield from found
        if start is None:
            return


def is_there_any(ctx: Context, object: str) -> bool:
    """Return whether an object has records at all, deleted ones included."""
    found, _ = reads.query(names.RECORDS, keys.records(ctx, object), limit=1)
    return bool(found)


def in_key_order(
    ctx: Context, object: str, *, limit: int, start: str | None = None, consistent: bool = False
) -> tuple[list[Row], str | None]:
    """Return one page of an object's records in the order of their ids, and the key after which more may follow.

    It is the table's own order, in which no change moves a record; deleted records and body rows are read and left out.
    """
    pk = keys.records(ctx, object)
    items, last = reads.page(names.RECORDS, pk, limit=limit, start=start, consistent=consistent)
    kept = [of_item(item) for item in items if "deleted_at" not in item and not item["sk"].endswith(keys.BODY)]
    return kept, last


def create(ctx: Context, row: Row, *, slots: Sequence[str | None]) -> Put:
    """Plan to store a new record. ``slots`` are the encoded values of its indexed fields, in declaration order."""
    item = {
        "version": row.version,
        "values": row.values,
        "derived": row.derived,
        "created_at": row.created_at,
        "created_by": row.created_by,
        **_changing(row),
        **_slots(row, slots),
    }
    return Put(names.RECORDS, keys.record(ctx, row.object, row.id), item, when=plan.absent())


def replace(ctx: Context, row: Row, *, expected_version: int, slots: Sequence[str | None]) -> Update:
    """Plan to store a record's new state if nobody has changed it meanwhile; a deleted one leaves its slots."""
    filled = _slots(row, slots)
    kept: dict[str, Any] = {"version": row.version, "values": row.values, **_changing(row), **filled}
    all_slots = (names.slot_attribute(number) for number in range(1, names.SLOT_COUNT + 1))
    gone = [name for name in ("owner", "deleted_at", *all_slots) if name not in kept]
    return Update(
        names.RECORDS,
        keys.record(ctx, row.object, row.id),
        set=kept,
        remove=gone,
        when=plan.equals("version", expected_version),
    )


def merged(write: Update, *, into: str) -> Update:
    """Plan that the record which a write replaces lives on in another."""
    return dataclasses.replace(write, set={**write.set, "merged_into": into})


def parted(write: Update) -> Update:
    """Plan that the record which a write replaces lives on in no other."""
    return dataclasses.replace(write, remove=[*write.remove, "merged_into"])


def merging(write: Update, *, sources: Sequence[str]) -> Update:
    """Plan that the record which a write replaces has been merged from ``sources``."""
    return dataclasses.replace(write, set={**write.set, "merged_from": list(sources)})


def place_again(ctx: Context, row: Row, *, slots: Sequence[str | None]) -> Update:
    """Plan to put an unchanged record where its object's slots want it now; its version stays."""
    filled = _slots(row, slots)
    all_slots = (names.slot_attribute(number) for number in range(1, names.SLOT_COUNT + 1))
    return Update(
        names.RECORDS,
        keys.record(ctx, row.object, row.id),
        set=filled,
        remove=[name for name in all_slots if name not in filled],
        when=plan.equals("version", row.version) & plan.missing("deleted_at"),
    )


def _changing(row: Row) -> dict[str, Any]:
    item = {"updated_at": row.updated_at, "updated_by": row.updated_by, "origin": row.origin}
    if row.owner is not None:
        item["owner"] = row.owner
    if row.deleted_at is not None:
        item["deleted_at"] = row.deleted_at
    return item


def _slots(row: Row, indexed: Sequence[str | None]) -> dict[str, str]:
    if len(indexed) > names.SLOT_COUNT - _OWN_SLOTS:
        raise ValueError(f"{row.object} has {len(indexed)} indexed fields; four fit")
    if row.deleted_at is not None:
        return {}
    encoded = (row.updated_at, row.owner, *indexed)
    return {
        names.slot_attribute(number): slots.key(value, row.id)
        for number, value in enumerate(encoded, start=1)
        if value != slots.ABSENT
    }


def put_body(ctx: Context, object: str, id: str, *, version: int, values: Mapping[str, Any]) -> Put:
    """Plan to store the large values of a record; it rides in the transaction that checks the record's version."""
    item = {
        "version": version,
        "values": values,
        "updated_at": clock.stamp(ctx.now),
        "updated_by": ctx.actor.id,
        "origin": origin_of(ctx),
    }
    return Put(names.RECORDS, keys.body(ctx, object, id), item)


def delete_body(ctx: Context, object: str, id: str) -> Delete:
    """Plan to remove the large values of a record."""
    return Delete(names.RECORDS, keys.body(ctx, object, id))


def unchanged(ctx: Context, object: str, id: str, *, version: int | None = None) -> Check:
    """Plan to demand that a record exists and is not deleted, and still has ``version`` if one is given."""
    demand = plan.present() & plan.missing("deleted_at")
    if version is not None:
        demand = demand & plan.equals("version", version)
    return Check(names.RECORDS, keys.record(ctx, object, id), demand)


def set_derived(ctx: Context, row: Row, values: Mapping[str, Any]) -> Update:
    """Plan to store derived values of a live record unless others were stored since ``row`` was read.

    Its version and slots stay; None takes a value away.
    """
    seen = plan.equals("derivation", row.derivation) if row.derivation else plan.missing("derivation")
    return Update(
        names.RECORDS,
        keys.record(ctx, row.object, row.id),
        set={"derivation": row.derivation + 1}
        | {f"derived.{name}": value for name, value in values.items() if value is not None},
        remove=[f"derived.{name}" for name, value in values.items() if value is None],
        when=plan.present() & plan.missing("deleted_at") & seen,
    )


def purge(ctx: Context, object: str, id: str, *, expected_version: int) -> Delete:
    """Plan to remove a record for ever, if nobody has changed it meanwhile."""
    return Delete(names.RECORDS, keys.record(ctx, object, id), when=plan.equals("version", expected_version))
