"""From a change on the stream to the records whose kept values it makes stale, each asked for once.

A message names a record, or all records that point to one by a link: never what changed, so that a thousand changes
of a company's deals wait as one message for the company. A note beside it (``storage/stale.py``) says that it waits.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib import settings
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import reach
from chalicelib.engine.fields.link import edges
from chalicelib.gateways import queue
from chalicelib.kernel.context import Context
from chalicelib.storage import stale, writes
from chalicelib.storage.records import Row

WINDOW = timedelta(seconds=2)
"""How long a message waits for further changes to join it."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A record of ``object`` (a plural); or, with a ``link``, all records of it that point to ``id`` by that link."""

    object: str
    id: str
    link: str | None = None

    @property
    def what(self) -> tuple[str, ...]:
        """The name of the note that it waits."""
        return (self.object, self.id, *((self.link,) if self.link else ()))


def follow(ctx: Context, catalogue: Catalogue, object: Object, before: Row | None, after: Row | None) -> None:
    """Ask for whatever a change makes stale, unless it is asked for already."""
    felt = reach.of(ctx, catalogue, object)
    changed = after or before
    if felt is reach.NOWHERE or changed is None:
        return
    by = f"{changed.id}-{changed.version}-{changed.derivation}{'' if after else '-gone'}"
    asked = [each for each in dict.fromkeys(_felt(catalogue, object, felt, before, after)) if _is_new(ctx, each, by)]
    ask(ctx, asked)


def ask(ctx: Context, wanted: list[Stale]) -> None:
    """Put messages on the queue of the deriver, which works on them a moment later."""
    messages = [queue.Message(to_body(ctx, each), delay=WINDOW) for each in wanted]
    queue.send(settings.current().derive_queue_url, ctx.tenant, messages)


def to_body(ctx: Context, each: Stale, *, start: str | None = None) -> dict[str, Any]:
    """Return what a message says; ``start`` is where the work on many records goes on."""
    body = {"tenant": ctx.tenant, "object": each.object, "id": each.id, "link": each.link, "start": start}
    return {name: value for name, value in body.items() if value is not None}


def of_body(body: Mapping[str, Any]) -> Stale:
    """Return what a message asks for."""
    return Stale(body["object"], body["id"], body.get("link"))


def _is_new(ctx: Context, each: Stale, by: str) -> bool:
    try:
        writes.execute(ctx, [stale.note(ctx, *each.what, by=by)])
    except writes.Refused:
        return False
    return True


def _felt(
    catalogue: Catalogue, object: Object, felt: reach.Reach, before: Row | None, after: Row | None
) -> Iterator[Stale]:
    names = _changed(before, after)
    is_there = after is not None and after.deleted_at is None
    came_or_went = is_there != (before is not None and before.deleted_at is None)
    row = after or before
    assert row is not None
    is_kept_anew = felt.keeps and (came_or_went or names & felt.own)
    is_heard = after is not None and "heard" in after.origin and (before is None or before.version < after.version)
    is_told_anew = felt.told and (names & felt.told or is_heard or (came_or_went and before is not None))
    if is_there and (is_kept_anew or is_told_anew):
        yield Stale(object.plural, row.id)
    for link, matters in felt.targets.items():
        if came_or_went or names & matters:
            target = catalogue.target(object.fields[link])
            yield from (Stale(target.plural, id) for id in _ends(before, link) | _ends(after, link))
    for inverse, matters in felt.sources.items():
        if (came_or_went and before is not None) or (names & matters and is_there):
            yield Stale(inverse.plural, row.id, inverse.field)


def _changed(before: Row | None, after: Row | None) -> frozenset[str]:
    old, new = _told(before), _told(after)
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _told(row: Row | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        **row.values,
        **row.derived,
        "owner": row.owner,
        "created_at": row.created_at,
        "created_by": row.created_by,
        "updated_at": row.updated_at,
        "updated_by": row.updated_by,
        reach.MERGED: row.merged_from,
    }


def _ends(row: Row | None, link: str) -> dict[str, None]:
    return dict.fromkeys(edges(row.values.get(link))) if row else {}
