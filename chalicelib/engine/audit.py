"""What a change looks like to the person who asks later who did it: an entry in the record's timeline.

An entry is told from the record before and after, its id from the version, so that telling it twice writes it once.
It keeps exactly what each changed field held before, whatever its length: walked backwards from the record as it is
now, the entries give every earlier version (``engine/versions.py``). What came after is there to be read, so a long
text is cut there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.storage.records import Row
from chalicelib.storage.streams import Body
from chalicelib.storage.timeline import Entry

MAX_TEXT = 500
"""A longer text is cut where it came after: the next version, or the record, holds the rest."""

ERASURE = "erasure"
"""The source of a change that takes a person out of a record: its entry must not tell whom."""

SOURCES = {"user": "portal", "api_key": "api_key"}
"""Where a change comes from whose writer names no kind of work."""


def entry_of(object: Object, before: Row | None, after: Row) -> Entry | None:
    """Return the entry that tells how ``before`` became ``after``; None when nobody's version changed."""
    if before is not None and before.version == after.version:
        return None
    return Entry(
        id=f"{after.id}-v{after.version}",
        kind=_kind(before, after),
        actor=after.updated_by,
        at=after.updated_at,
        changes=[] if before is None else _changes(object, _audited(before), _audited(after), after.origin),
        data=_circumstances(after),
    )


def body_entry_of(object: Object, before: Body | None, after: Body) -> Entry | None:
    """Return the entry that tells how a record's large values changed; None when they did not.

    Values that came with the record itself are no change: its own entry tells of it. ``previous`` is the version at
    which they changed before, so that nobody takes an entry that is still to come for one that never was.
    """
    changes = _changes(object, before.values if before else {}, after.values, after.origin)
    if not changes or (before is None and after.version == 1):
        return None
    return Entry(
        id=f"{after.id}-v{after.version}-body",
        kind="changed",
        actor=after.updated_by,
        at=after.updated_at,
        changes=changes,
        data={**_circumstances(after), **({"previous": before.version} if before else {})},
    )


def relation_entry_of(object: Object, row: Row, field: str) -> Entry:
    """Return the entry that tells another record that ``row`` now names it."""
    return Entry(
        id=f"{row.id}-v{row.version}-{field}",
        kind="linked",
        actor=row.updated_by,
        at=row.updated_at,
        data={
            "object": object.name,
            "plural": object.plural,
            "id": row.id,
            "name": shortened(row.values.get(object.name_field)),
            "field": field,
        },
    )


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the names whose values differ, an absent one counting as None."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


def _kind(before: Row | None, after: Row) -> str:
    if before is None:
        return "created"
    if after.merged_into != before.merged_into:
        return "merged" if after.merged_into else "unmerged"
    if after.deleted_at is not None and before.deleted_at is None:
        return "deleted"
    if after.deleted_at is None and before.deleted_at is not None:
        return "restored"
    return "changed"


def _audited(row: Row) -> dict[str, Any]:
    return {**row.values, "owner": row.owner}


def _changes(
    object: Object, before: Mapping[str, Any], after: Mapping[str, Any], origin: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return what changed; of what somebody was taken out of, only that it did."""
    if origin.get("source") == ERASURE:
        return [{"field": name} for name in _in_order_of(object, changed_fields(before, after))]
    return [
        {"field": name, "before": before.get(name), "after": shortened(after.get(name))}
        for name in _in_order_of(object, changed_fields(before, after))
    ]


def _in_order_of(object: Object, names: Iterable[str]) -> list[str]:
    position = {name: at for at, name in enumerate(object.fields)}
    return sorted(names, key=lambda name: (position.get(name, len(position)), name))


def shortened(value: Any) -> Any:
    """Return how a long text begins; anything else as it is."""
    if isinstance(value, str) and len(value) > MAX_TEXT:
        return value[:MAX_TEXT] + "…"
    return value


def _circumstances(row: Row | Body) -> dict[str, Any]:
    origin = row.origin
    told: dict[str, Any] = {
        "version": row.version,
        "request_id": origin.get("request_id"),
        "reason": origin.get("reason"),
        "source": (origin.get("source") or SOURCES.get(origin.get("kind", ""), "system")).partition(":")[0],
    }
    if isinstance(row, Row) and row.merged_into is not None:
        told |= {"plural": row.object, "id": row.merged_into}
    return {name: value for name, value in told.items() if value is not None}
