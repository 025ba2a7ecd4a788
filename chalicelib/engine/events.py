"""What the rest of the house hears about a change: ``DealModified`` with old, new and what changed.

An event is told from the stream, so that no writer can forget it. The bus delivers at least once; ``event_id`` is the
record and its version, and whoever reacts uses it to react once.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from chalicelib.engine.audit import changed_fields
from chalicelib.engine.catalogue import Object
from chalicelib.gateways import bus
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage.records import Row

SOURCE = "tendero"
MAX_DETAIL_BYTES = 200_000
"""The bus takes 256 KB an entry; above this an event says what changed and where to read it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one record. ``old`` and ``new`` are stored values; both are None when they were too large."""

    id: str
    name: str
    tenant: TenantId
    object: str
    plural: str
    record: str
    version: int
    at: str
    actor: str
    reason: str | None
    quiet: bool
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a domain does when it hears of a change; it may hear of the same change twice."""

    name: str
    on: Sequence[str]
    react: Callable[[Context, Event], None]


def of(tenant: TenantId, object: Object, before: Row | None, after: Row) -> Event | None:
    """Return the event that tells how ``before`` became ``after``; None when nobody's version changed."""
    if before is not None and before.version == after.version:
        return None
    old, new = _told(before), _told(after)
    return Event(
        id=f"{after.id}-v{after.version}",
        name=_camel_case(object.name) + _verb(before, after),
        tenant=tenant,
        object=object.name,
        plural=object.plural,
        record=after.id,
        version=after.version,
        at=after.updated_at,
        actor=after.updated_by,
        reason=after.origin.get("reason"),
        quiet=bool(after.origin.get("quiet")),
        old=old,
        new=new,
        changed=tuple(changed_fields(old or {}, new or {})),
    )


def to_detail(event: Event) -> str:
    """Return the event as the JSON detail of a bus entry, without its values when they are too large."""
    detail = {
        "event_id": event.id,
        "tenant": event.tenant,
        "object": event.object,
        "plural": event.plural,
        "id": event.record,
        "version": event.version,
        "at": event.at,
        "actor": event.actor,
        "reason": event.reason,
        "quiet": event.quiet,
        "old": event.old,
        "new": event.new,
        "changed": list(event.changed),
    }
    text = _json(detail)
    if len(text.encode()) <= MAX_DETAIL_BYTES:
        return text
    pointer = {"object": event.object, "id": event.record, "version": event.version}
    return _json({**detail, "old": None, "new": None, "pointer": pointer})


def to_entry(event: Event) -> bus.Entry:
    """Return the event as the bus takes it."""
    return bus.Entry(SOURCE, event.name, to_detail(event))


def from_entry(name: str, detail: Mapping[str, Any]) -> Event:
    """Return the event that a bus entry carried.

    :raises KeyError: when the entry is not one of ours.
    """
    return Event(
        id=detail["event_id"],
        name=name,
        tenant=TenantId(detail["tenant"]),
        object=detail["object"],
        plural=detail["plural"],
        record=detail["id"],
        version=detail["version"],
        at=detail["at"],
        actor=detail["actor"],
        reason=detail["reason"],
        quiet=detail["quiet"],
        old=detail["old"],
        new=detail["new"],
        changed=tuple(detail["changed"]),
    )


def react(ctx: Context, event: Event, reactions: Sequence[Reaction]) -> None:
    """Tell ``event`` to every reaction that listens to its name."""
    for reaction in reactions:
        if event.name in reaction.on:
            reaction.react(ctx, event)


def _verb(before: Row | None, after: Row) -> str:
    if before is None:
        return "Created"
    if after.deleted_at is not None and before.deleted_at is None:
        return "Deleted"
    return "Modified"


def _told(row: Row | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {**row.values, "owner": row.owner, "deleted_at": row.deleted_at}


def _camel_case(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _json(detail: Mapping[str, Any]) -> str:
    return json.dumps(detail, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in an event")
