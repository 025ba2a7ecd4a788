"""Segments for whoever looks at them: their records, how many, how that came, and how a filter would do.

Nobody sees more by a segment than without it: of its records those that they may read, and of a segment that asks for
a field or an object hidden from them nothing at all, for who is in it would tell.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, cursors, filters, lookup, overlays, periods, presenting, query, totals
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.filters import Depth
from chalicelib.engine.segments import plans, scoring, segments
from chalicelib.engine.segments.lookup import LIVE
from chalicelib.engine.segments.plans import Segment
from chalicelib.engine.terms import Event, Related, predicates
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, InvalidInput, NotFound
from chalicelib.storage import records as rows
from chalicelib.storage import segments as kept
from chalicelib.storage.records import Row

MOST_READ: Final = 1_000
MOST_READ_DEEPLY: Final = 250
"""How many records a preview looks at when each takes reads of its own."""

SAMPLE: Final = 5
LONGEST_HISTORY: Final = 400


def seen(ctx: Context, id: str) -> tuple[Segment, Object]:
    """Return a segment and its object, if the caller may know who is in it.

    :raises NotFound: when there is none for the caller.
    :raises Forbidden: when the caller may not read segments, or their key may not read such records.
    """
    access.require_managed(ctx, plans.SET, "read")
    segment = segments.found(plans.load(ctx), id)
    object = overlays.load(ctx).plurals.get(segment.object)
    if object is None or not access.can(ctx, object, "read") or not is_open(ctx, object, segment):
        raise NotFound("There is no such segment.")
    if ctx.actor.kind == "api_key" and not ctx.actor.scopes & {"read", f"{object.plural}:read"}:
        raise Forbidden(f"This key lacks the scope {object.plural}:read.", code="insufficient_scope")
    return segment, object


def is_open(ctx: Context, object: Object, segment: Segment) -> bool:
    """Return whether a segment asks for nothing that is hidden from the caller; one that rests asks for nothing."""
    if segment.mode != LIVE or ctx.actor.kind == "system" or access.is_admin(ctx):
        return True
    known = plans.load(ctx)
    tree = plans.expanded(known.segments, segment.object, segment.filter, (segment.id,))
    try:
        filters.read(known.ctx, object, tree, depth=Depth.ALL)
    except InvalidInput:
        return True
    try:
        filters.read(ctx, object, tree, depth=Depth.ALL)
    except InvalidInput:
        return False
    return True


def told(ctx: Context) -> frozenset[str] | None:
    """Return which segments the caller may know of; None when there is nothing that a segment could hide from them."""
    catalogue = overlays.load(ctx)
    if all(access.sees_all(ctx, object) and access.reads_all(ctx, object) for object in catalogue):
        return None
    known = plans.load(ctx).segments.values()
    objects = {each.object: object for each in known if (object := catalogue.plurals.get(each.object)) is not None}
    return frozenset(
        each.id
        for each in known
        if (object := objects.get(each.object)) is not None
        and access.can(ctx, object, "read")
        and is_open(ctx, object, each)
    )


def members(ctx: Context, *, id: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of a segment's records that the caller may read, each with since when it is in.

    :raises NotFound: when there is no such segment for the caller.
    """
    _, object = seen(ctx, id)
    asked = {"segment": id}
    start, found, since, read = cursors.opened(ctx, asked, cursor), list[Row](), dict[str, str](), 0
    while True:
        page, start = kept.members(ctx, id, limit=limit - len(found), start=start)
        since |= dict(page)
        there = rows.get_many(ctx, object.plural, [record for record, _ in page])
        found += access.visible(ctx, object, there.values())
        read += len(page)
        if start is None or len(found) == limit or read >= MOST_READ:
            break
    shown = presenting.several(ctx, overlays.load(ctx), object, found)
    items = [{**record, "member_since": since[record["id"]]} for record in shown]
    return {"items": items, "next_cursor": cursors.sealed(ctx, asked, start)}


def size(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return how many of a segment's records the caller may read, whether that is all, and whether it is ready.

    :raises NotFound: when there is no such segment for the caller.
    """
    segment, object = seen(ctx, id)
    if access.sees_all(ctx, object):
        return _size(segment, kept.sizes(ctx, id).get(id, 0), exact=True)
    page, more = kept.members(ctx, id, limit=MOST_READ)
    there = rows.get_many(ctx, object.plural, [record for record, _ in page])
    return _size(segment, len(access.visible(ctx, object, there.values())), exact=more is None)


def sizes(ctx: Context) -> dict[str, Any]:
    """Return how many records each segment holds, of those whose records the caller sees all of."""
    access.require_managed(ctx, plans.SET, "read")
    known, catalogue, counts = plans.load(ctx), overlays.load(ctx), kept.sizes(ctx)
    items = []
    for segment in known.segments.values():
        object = catalogue.plurals.get(segment.object)
        if object is not None and access.sees_all(ctx, object) and is_open(ctx, object, segment):
            items.append({"id": segment.id, **_size(segment, counts.get(segment.id, 0), exact=True)})
    return {"items": items, "next_cursor": None}


def _size(segment: Segment, size: int, *, exact: bool) -> dict[str, Any]:
    return {"size": max(size, 0), "exact": exact, "ready": segment.is_ready}


def score(ctx: Context, *, plural: str, id: str) -> dict[str, Any]:
    """Return the score of a record and what it is made of: the segments that give points, those that give most first.

    Segments that the caller may not know of are told together, under ``others``.

    :raises NotFound: when there is no such record for the caller, or they may not read its score.
    """
    object, row = lookup.seen(ctx, plural, id)
    if scoring.SCORE not in access.readable(ctx, object):
        raise NotFound("There is no such score.")
    known, open_ids = plans.load(ctx), told(ctx) if _reads_segments(ctx) else frozenset[str]()
    plan = plans.plan(known, object.plural)
    giving = plan.points or {} if plan is not None else {}
    inside = kept.standings(ctx, object.plural, [row.id])[row.id].inside
    seen = [known.segments[each] for each in inside if each in giving and (open_ids is None or each in open_ids)]
    seen.sort(key=lambda segment: (-segment.points, segment.name.casefold()))
    parts = [{"segment": one.id, "name": one.name, "points": one.points, "since": inside[one.id]} for one in seen]
    total = row.derived.get(scoring.SCORE)
    return {"score": total, "parts": parts, "others": (total or 0) - sum(one.points for one in seen)}


def _reads_segments(ctx: Context) -> bool:
    return access.permissions_to(ctx, plans.SET)["read"] == "all"


def history(ctx: Context, *, id: str, days: int) -> dict[str, Any]:
    """Return, day by day, who came into a segment, who left it, and how many it held in the end; the newest first.

    :raises NotFound: when there is no such segment for the caller.
    :raises Forbidden: when the caller does not see all of its records.
    """
    _, object = seen(ctx, id)
    if not access.sees_all(ctx, object):
        raise Forbidden("Only whoever sees all of these records sees how many they were.")
    firm = plans.load(ctx).ctx
    today = periods.today(firm)
    moved = kept.days(ctx, id, since=(today - timedelta(days=days)).isoformat())
    held, told = kept.sizes(ctx, id).get(id, 0), []
    for age in range(days):
        day = (today - timedelta(days=age)).isoformat()
        moves = moved.get(day, {})
        told.append(
            {"day": day, "entered": moves.get("entered", 0), "left": moves.get("left", 0), "size": max(held, 0)}
        )
        held -= _gain(moves)
    return {"items": told, "next_cursor": None}


def _gain(moves: Mapping[str, int]) -> int:
    came, went = moves.get("entered", 0) + moves.get("filled", 0), moves.get("left", 0) + moves.get("dropped", 0)
    return came - went


def preview(ctx: Context, *, object: str, filter: Any) -> dict[str, Any]:
    """Return how many records a filter finds within a budget, what that lets expect of all, and the first of them.

    :raises InvalidInput: when the filter makes no sense for the object or for the caller.
    """

    def understood(catalogue: Catalogue) -> tuple[Object, bool]:
        found = catalogue.of_plural(object)
        access.require(ctx, found, "read")
        asked = filters.read(ctx, found, filter, depth=Depth.ALL)
        return found, any(isinstance(each, Related | Event) for each in predicates(asked))

    found, is_deep = overlays.understood(ctx, understood)
    budget = MOST_READ_DEEPLY if is_deep else MOST_READ
    answer = query.counted(ctx, plural=object, filters=filter, depth=Depth.ALL, budget=budget)
    count, is_exact = len(answer.rows), answer.complete and answer.place is None
    expected = count if is_exact else _expected(ctx, object, count, answer.scanned)
    sample = presenting.several(ctx, overlays.load(ctx), found, _first(answer.rows))
    return {"count": count, "exact": is_exact, "expected": expected, "scanned": answer.scanned, "sample": sample}


def _expected(ctx: Context, plural: str, count: int, scanned: int) -> int:
    """Return how many there may be in all, if the others are like those that were read."""
    total = int(totals.count(ctx, plural=plural)["count"])
    return max(count, round(total * count / scanned)) if scanned else count


def _first(found: Sequence[Row]) -> Sequence[Row]:
    return found[:SAMPLE]
