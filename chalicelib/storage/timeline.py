"""What happened on a record, or to a user: append only, newest first when read.

A comment alone is rewritten, by its author and under its version, and keeps what it said before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Put, Update

_MOST_PAGES = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; ``changes`` lists field, before and after.

    An id derived from its cause lets a repetition write the same entry again instead of another one.
    """

    id: str
    kind: str
    actor: str
    at: str
    changes: Sequence[Mapping[str, Any]] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


def append(ctx: Context, record: str, entry: Entry) -> Put:
    """Plan to add an entry to the timeline of a record or a user; the same entry again changes nothing."""
    return Put(
        names.TIMELINE,
        keys.timeline(ctx, record, entry.at, entry.id),
        {
            "kind": entry.kind,
            "actor": entry.actor,
            "at": entry.at,
            "changes": list(entry.changes),
            "data": entry.data,
        },
    )


def get(ctx: Context, record: str, *, at: str, id: str) -> Entry | None:
    """Return one entry, read consistently, or None."""
    item = reads.get(names.TIMELINE, keys.timeline(ctx, record, at, id))
    return None if item is None else _entry(item)


def rewrite(ctx: Context, record: str, entry: Entry, *, when: Condition) -> Update:
    """Plan to give an entry other data, if the stored one is as ``when`` says."""
    return Update(names.TIMELINE, keys.timeline(ctx, record, entry.at, entry.id), set={"data": entry.data}, when=when)


def page(
    ctx: Context, record: str, *, limit: int, start: str | None = None, kinds: Collection[str] | None = None
) -> tuple[list[Entry], str | None]:
    """Return one page of a timeline, newest first, and where to go on.

    With ``kinds`` it reads up to five pages to fill one, so a page may be short, or even empty, before the end.
    """
    if not keys.is_id(record):
        return [], None
    pk = keys.of_record(ctx, record)
    found: list[Entry] = []
    position = None if start is None else Key(pk, start)
    for _ in range(_MOST_PAGES):
        items, position = reads.query(names.TIMELINE, pk, descending=True, limit=limit - len(found), start=position)
        found.extend(_entry(item) for item in items if kinds is None or item["kind"] in kinds)
        if position is None or len(found) == limit:
            break
    return found, None if position is None else position.sk


def since(ctx: Context, record: str, after: str | None, *, limit: int) -> list[Entry]:
    """Return what happened at or after the instant ``after``, newest first, at most ``limit`` entries."""
    items, _ = reads.query(names.TIMELINE, keys.of_record(ctx, record), lower=after, descending=True, limit=limit)
    return [_entry(item) for item in items]


def _entry(item: Mapping[str, Any]) -> Entry:
    return Entry(
        id=item["sk"].partition("#")[2],
        kind=item["kind"],
        actor=item["actor"],
        at=item["at"],
        changes=item.get("changes") or (),
        data=item.get("data") or {},
    )
