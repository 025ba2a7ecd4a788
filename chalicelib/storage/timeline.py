"""What happened on a record, or to a user: append only, newest first when read.

A comment alone is rewritten, by its author and under its version, and keeps what it said before; and of a mail, whose
events come in any order, what was told too early is told again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads, writes
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Delete, Put, Update, present

_MOST_PAGES = 5

TOLD = frozenset(
    {"version", "previous", "request_id", "source", "object", "plural", "id", "field", "by", "merge", "records"}
    | {"campaign", "variant", "automation", "purpose", "mid", "human", "reasons", "bounce"}
)
"""What an entry may say beside who, when and which fields, once its words are erased: names of things, no words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; ``changes`` lists field, before and after, both None once their values are erased.

    An id derived from its cause lets a repetition write the same entry again instead of another one.
    """

    id: str
    kind: str
    actor: str
    at: str
    changes: Sequence[Mapping[str, Any]] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    is_erased: bool = False


def append(ctx: Context, record: str, entry: Entry) -> Put:
    """Plan to add an entry to the timeline of a record or a user; the same entry again changes nothing."""
    return Put(
        names.TIMELINE,
        keys.timeline(ctx, record, entry.at, entry.id),
        {
            "kind": entry.kind,
            "actor": entry.actor,
            "at": entry.at,
            **_kept(entry.changes),
            "data": entry.data,
        },
    )


def take_back(ctx: Context, record: str, *, at: str, id: str) -> Delete:
    """Plan to take an entry back that stands at another instant than it should; what happened is told anew."""
    return Delete(names.TIMELINE, keys.timeline(ctx, record, at, id))


def forget_values(ctx: Context, record: str) -> int:
    """Erase what a record's entries say it held and what was said, and return of how many; the rest stays.

    Who, when, what kind of thing happened and to which fields is the firm's ledger, and outlives the words.
    """
    forgotten, start = 0, None
    while True:
        items, start = reads.query(names.TIMELINE, keys.of_record(ctx, record), start=start, consistent=True)
        for item in items:
            fields = item.get("fields") or [
                change["field"] for change in item.get("changes") or () if "field" in change
            ]
            gone: list[str] = [name for name in ("values", "changes") if name in item]
            gone += [f"data.{name}" for name in item.get("data", {}) if name not in TOLD]
            if gone:
                kept = {"fields": fields, "erased": True}
                key = Key(item["pk"], item["sk"])
                writes.execute(ctx, [Update(names.TIMELINE, key, set=kept, remove=gone, when=present())])
                forgotten += 1
        if start is None:
            return forgotten


def get(ctx: Context, record: str, *, at: str, id: str) -> Entry | None:
    """Return one entry, read consistently, or None."""
    item = reads.get(names.TIMELINE, keys.timeline(ctx, record, at, id))
    return None if item is None else _entry(item)


def rewrite(ctx: Context, record: str, entry: Entry, *, when: Condition) -> Update:
    """Plan to give an entry other data, if the stored one is as ``when`` says."""
    return Update(names.TIMELINE, keys.timeline(ctx, record, entry.at, entry.id), set={"data": entry.data}, when=when)


def page(
    ctx: Context,
    record: str,
    *,
    limit: int,
    start: str | None = None,
    kinds: Collection[str] | None = None,
    also: Sequence[str] = (),
) -> tuple[list[Entry], str | None]:
    """Return one page of a timeline, newest first, and where to go on; ``also`` are others that are read as part of it.

    With ``kinds`` it reads up to five pages to fill one, so a page may be short, or even empty, before the end.
    """
    if also:
        return _together(ctx, (record, *also), limit=limit, start=start, kinds=kinds)
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


def _together(
    ctx: Context, records: Sequence[str], *, limit: int, start: str | None, kinds: Collection[str] | None
) -> tuple[list[Entry], str | None]:
    """Return one page of several timelines as of one, as far back as all of them have been read."""
    pages = [page(ctx, record, limit=limit, start=start, kinds=kinds) for record in records]
    reached = max((place for _, place in pages if place is not None), default="")
    placed = sorted(
        ((f"{entry.at}#{entry.id}", entry) for found, _ in pages for entry in found), key=lambda each: each[0]
    )
    known = [each for each in reversed(placed) if each[0] >= reached]
    if len(known) > limit:
        return [entry for _, entry in known[:limit]], known[limit - 1][0]
    return [entry for _, entry in known], reached or None


def since(ctx: Context, record: str, after: str | None, *, limit: int) -> list[Entry]:
    """Return what happened at or after the instant ``after``, newest first, at most ``limit`` entries."""
    items, _ = reads.query(names.TIMELINE, keys.of_record(ctx, record), lower=after, descending=True, limit=limit)
    return [_entry(item) for item in items]


def after(
    ctx: Context, record: str, since: str, *, entries_a_read: int = 500, consistent: bool = False
) -> Iterator[Entry]:
    """Yield everything that happened at or after the stamp ``since``, oldest first, reading as far as it is taken."""
    if not keys.is_id(record):
        return
    pk, start = keys.of_record(ctx, record), None
    while True:
        items, start = reads.query(
            names.TIMELINE, pk, lower=since or None, limit=entries_a_read, start=start, consistent=consistent
        )
        yield from map(_entry, items)
        if start is None:
            return


def _entry(item: Mapping[str, Any]) -> Entry:
    return Entry(
        id=item["sk"].partition("#")[2],
        kind=item["kind"],
        actor=item["actor"],
        at=item["at"],
        changes=_told(item),
        data=item.get("data") or {},
        is_erased="erased" in item,
    )


def _kept(changes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return changes as they are stored: the fields apart from their values, so that the values can be erased alone."""
    fields = [change.get("field") for change in changes]
    if not all(change.keys() <= {"field", "before", "after"} for change in changes) or len(set(fields)) < len(fields):
        return {"changes": list(changes)}
    sides = {
        change["field"]: {side: change[side] for side in ("before", "after") if change.get(side) is not None}
        for change in changes
    }
    return {"fields": fields, "values": sides} if fields else {}


def _told(item: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    if "fields" not in item:
        return item.get("changes") or ()
    held = item.get("values") or {}
    return [
        {"field": name, "before": held.get(name, {}).get("before"), "after": held.get(name, {}).get("after")}
        for name in item["fields"]
    ]
