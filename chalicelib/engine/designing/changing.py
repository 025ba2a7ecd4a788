"""How a catalogue changes: one transaction of the new parts, who did it, and the work that it asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.engine import access, cursors, overlays, working
from chalicelib.engine.objects import Overlay
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, Forbidden, VersionMismatch
from chalicelib.storage import timeline, writes
from chalicelib.storage.plan import Write
from chalicelib.storage.timeline import Entry
from chalicelib.storage.writes import Refused

CATALOGUE = "catalogue"
"""Under which name a tenant's timeline tells of its catalogue."""

PATIENCE = 10
MOST_CHANGES = 40


class CatalogueBusy(Conflict):
    """Others kept changing the catalogue; nothing was written."""

    code = "catalogue_busy"


@dataclass(frozen=True, slots=True)
class Design:
    """What the overlay will be, what the timeline says of it, and the ``work`` by which records follow."""

    overlay: Overlay
    kind: str
    data: Mapping[str, Any]
    changes: Sequence[Mapping[str, Any]] = ()
    work: Mapping[str, Any] = field(default_factory=dict)


def commit(ctx: Context, design: Callable[[Overlay], Design], *, expected_version: int | None = None) -> Design:
    """Store what ``design`` makes of the overlay; without an expected version it is asked again when another was first.

    :raises Forbidden: when the caller does not administer the firm's account.
    :raises VersionMismatch: when the catalogue has another version than the expected one.
    """
    if not access.is_admin(ctx):
        raise Forbidden("Only an administrator may do that.")
    for _ in range(PATIENCE):
        made: list[Design] = []

        def transformed(overlay: Overlay, made: list[Design] = made) -> Overlay:
            made.append(design(overlay))
            return made[0].overlay

        written = overlays.change(ctx, transformed, expected_version=expected_version)
        try:
            _store(ctx, made[0], [*written, timeline.append(ctx, CATALOGUE, _entry(ctx, made[0]))])
        except Refused:
            if expected_version is not None:
                raise VersionMismatch("Somebody changed the catalogue meanwhile; read it again.") from None
            continue
        overlays.outdate(ctx, written)
        return made[0]
    raise CatalogueBusy("Others are changing the catalogue; try again.")


def _store(ctx: Context, design: Design, written: Sequence[Write]) -> None:
    if not design.work:
        writes.execute(ctx, written)
        return
    work = working.of_kind(design.work["kind"])
    working.begin(ctx, work, step=design.work["step"], data=design.work["data"], beside=written)


def _entry(ctx: Context, design: Design) -> Entry:
    at = clock.stamp(ctx.now)
    return Entry(ctx.new_id(), design.kind, ctx.actor.id, at, tuple(design.changes)[:MOST_CHANGES], dict(design.data))


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return how two descriptions of one thing differ, as the timeline tells it."""
    return [
        {"field": name, "before": before.get(name), "after": after.get(name)}
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    ]


def page(ctx: Context, *, limit: int, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of what happened to the catalogue, newest first."""
    query = {"timeline": CATALOGUE}
    start = cursors.opened(ctx, query, cursor)
    found, place = timeline.page(ctx, CATALOGUE, limit=limit, start=start)
    items = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "actor": entry.actor,
            "at": entry.at,
            "changes": list(entry.changes),
            "data": dict(entry.data),
        }
        for entry in found
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}
