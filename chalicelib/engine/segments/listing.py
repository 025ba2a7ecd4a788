"""Putting records on a list by hand, and taking them off it: some by their ids, or all that a filter finds."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from chalicelib.engine import access, idempotency, overlays, working, workload
from chalicelib.engine import filters as conditions
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.importing import imports
from chalicelib.engine.segments import lists, plans, segments, viewing
from chalicelib.engine.segments.keeping import Call, keep
from chalicelib.engine.segments.lookup import STATIC
from chalicelib.engine.segments.plans import Segment
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import records as rows
from chalicelib.storage import segments as kept
from chalicelib.storage import writes as store

MOST: Final = 500


def change(ctx: Context, *, id: str, add: Sequence[str], remove: Sequence[str]) -> dict[str, Any]:
    """Put some records on a list and take others off it; return how many it holds, and which came and went by this.

    :raises NotFound: when there is no such segment for the caller.
    :raises NotAList: when the segment is not listed by hand.
    :raises InvalidInput: naming the first record that is not there for the caller.
    """
    segment = lists.changeable(ctx, id)
    object = overlays.load(ctx).of_plural(segment.object)
    seen = access.visible(ctx, object, rows.get_many(ctx, object.plural, [*add], consistent=True).values())
    missing = sorted({*add} - {row.id for row in seen})
    if missing:
        raise InvalidInput.of("add", "unknown_record", f"There is no record {missing[0][:60]}.")
    gone = [each for each in remove if each not in add]
    there = {record for _, record in kept.held(ctx, [(id, record) for record in (*add, *gone)], consistent=True)}
    put(ctx, id, object=object.plural, records=add)
    put(ctx, id, object=object.plural, records=gone, is_on=False)
    moved = {
        "added": [record for record in dict.fromkeys(add) if record not in there],
        "removed": [record for record in dict.fromkeys(gone) if record in there],
    }
    return {**viewing.size(ctx, id=id), **moved}


def put(ctx: Context, id: str, *, object: str, records: Sequence[str], is_on: bool = True) -> None:
    """Put records of an object on a list, or take them off it; for whoever has asked whether that is allowed.

    :raises NotFound: when there is no such segment.
    :raises NotAList: when the segment is not listed by hand, or is of another object.
    """
    segment = segments.found(plans.load(ctx), id)
    if segment.mode != STATIC or segment.object != object:
        raise lists.NotAList("Records are put on lists; this is a segment of its own.")
    keep(ctx, Call(object, is_asked=False, listing={id: is_on}), records)


def change_by_filter(ctx: Context, *, id: str, filter: Any, key: Idempotency | None = None) -> dict[str, Any]:
    """Begin to put all records of a filter on a list, as far as the caller sees them, and return the job.

    :raises NotFound: when there is no such segment for the caller.
    :raises NotAList: when the segment is not listed by hand.
    :raises InvalidInput: when the filter makes no sense for the segment's object.
    """
    segment = lists.changeable(ctx, id)
    overlays.understood(ctx, lambda known: conditions.read(ctx, known.of_plural(segment.object), filter))
    return _begun(ctx, segment, {"filter": json.dumps(filter)}, key)


def change_by_import(ctx: Context, *, id: str, job: str, key: Idempotency | None = None) -> dict[str, Any]:
    """Begin to put all records that an import created or updated on a list, and return the job.

    :raises NotFound: when there is no such segment, or no such import, for the caller.
    :raises NotAList: when the segment is not listed by hand.
    """
    segment = lists.changeable(ctx, id)
    imports.get(ctx, id=job)
    return _begun(ctx, segment, {"import": job}, key)


def _begun(ctx: Context, segment: Segment, source: Mapping[str, Any], key: Idempotency | None) -> dict[str, Any]:
    answered = idempotency.replay(ctx, key) if key else None
    if answered is not None:
        return workload.get(ctx, id=answered["id"])
    data = {"object": segment.object, "segment": segment.id, "name": segment.name}
    data |= {"title": f"List {segment.name}"[:200], **source}
    job = ctx.new_id()
    beside = [idempotency.remember(ctx, key, {"id": job})] if key else []
    try:
        begun = working.begin(ctx, lists.WORK, step="list", data=data, beside=beside, id=job)
    except store.Refused:
        answered = idempotency.replay(ctx, key) if key else None
        if answered is None:
            raise
        return workload.get(ctx, id=answered["id"])
    return workload.told(ctx, begun)
