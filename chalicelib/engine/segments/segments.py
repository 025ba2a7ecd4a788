"""Who is in a segment, for whoever works with it: campaigns, automations, templates, lists."""

from collections.abc import Iterator, Sequence
from typing import Final

from chalicelib.engine import facts
from chalicelib.engine.segments import lookup, plans
from chalicelib.engine.segments.lookup import STATIC
from chalicelib.engine.segments.plans import Known, Segment
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import segments as rows
from chalicelib.storage.records import Row

A_PAGE: Final = 500


def ids(ctx: Context, id: str) -> Iterator[Sequence[str]]:
    """Yield the ids of all records in a segment, page by page, each once, in their order; for workers.

    :raises NotFound: when there is no such segment.
    """
    for page, _ in pages(ctx, id):
        yield page


def pages(ctx: Context, id: str, *, start: str | None = None) -> Iterator[tuple[Sequence[str], str | None]]:
    """Yield what ``ids`` yields, each page with the place from which another worker can go on; None at the end.

    :raises NotFound: when there is no such segment.
    """
    _require(ctx, id)
    while True:
        found, start = rows.members(ctx, id, limit=A_PAGE, start=start, consistent=True)
        yield [record for record, _ in found], start
        if start is None:
            return


def holds(ctx: Context, id: str, record: str) -> bool:
    """Return whether a record is in a segment, as it is kept.

    :raises NotFound: when there is no such segment.
    """
    _require(ctx, id)
    return bool(rows.held(ctx, [(id, record)], consistent=True))


def size(ctx: Context, id: str) -> int:
    """Return how many records are in a segment.

    :raises NotFound: when there is no such segment.
    """
    _require(ctx, id)
    return rows.sizes(ctx, id, consistent=True).get(id, 0)


def is_ready(ctx: Context, id: str) -> bool:
    """Return whether every record has been looked at since a segment asks what it asks.

    :raises NotFound: when there is no such segment.
    """
    return found(plans.load(ctx), id).is_ready


def test(ctx: Context, id: str, row: Row) -> bool:
    """Return whether a record as it stands in ``row`` belongs to a segment, whatever is kept so far.

    :raises NotFound: when there is no such segment of the record's object.
    :raises InvalidInput: when the segment makes no sense any more.
    """
    known = plans.load(ctx)
    segment = found(known, id)
    if segment.object != row.object:
        raise NotFound("There is no such segment.")
    if segment.mode == STATIC:
        return bool(rows.held(ctx, [(id, row.id)], consistent=True))
    tree = plans.read(known, segment)
    return tree.holds(row, facts.gathering(known.ctx, tree, consistent=True).of([row]))


def found(known: Known, id: str) -> Segment:
    """Return a segment that stands.

    :raises NotFound: when there is none.
    """
    segment = known.segments.get(id)
    if segment is None:
        raise NotFound("There is no such segment.")
    return segment


def _require(ctx: Context, id: str) -> None:
    if lookup.find(ctx, id) is None:
        raise NotFound("There is no such segment.")
