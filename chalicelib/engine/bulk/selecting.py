"""Which records a bulk is about: their ids are collected before the first of them is changed.

So a record that leaves the filter by being changed is not skipped, one that enters it is not done twice, and the total
is known. The ids lie in parts of the job, a thousand each, and move with a cursor as everything does.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from chalicelib.engine import query
from chalicelib.engine.jobs import Job
from chalicelib.engine.working import RESERVE, OutOfTime, Superseded, TimeLeft
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import jobs as parts
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Put, equals

CHOSEN, CURSOR = "chosen", "choosing"
A_PART = 1_000
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Selection:
    """The records of one object that a filter tree holds for; ``filters`` is None for all of them."""

    object: str
    filters: Mapping[str, Any] | None
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the collecting stands: in which selection and where in its pages, and what is collected so far."""

    step: int = 0
    selection: int = 0
    start: str | None = None
    part: int = 0
    total: int = 0
    at: str = ""


def spelled(selections: Sequence[Selection]) -> str:
    """Return selections as a job keeps them: as text, because a filter may be nested deeper than an item."""
    return json.dumps([[chosen.object, chosen.filters, chosen.sort] for chosen in selections], ensure_ascii=False)


def begin(ctx: Context, job: str) -> Put:
    """Return the write that sets the cursor before the first page."""
    return _put(ctx, job, Place())


def begin_with(ctx: Context, job: str, object: str, ids: Sequence[str]) -> list[Put]:
    """Return the writes of a choice that is made already, record by record."""
    chosen = list(dict.fromkeys(ids))
    return [_put(ctx, job, Place(1, 1, None, 1, len(chosen))), _part(ctx, job, 1, object, chosen)]


def read(ctx: Context, job: str) -> Place | None:
    """Return where the collecting of a job stands."""
    kept = parts.part(ctx, job, CURSOR, 0)
    if kept is None:
        return None
    return Place(kept["step"], kept["selection"], kept["start"], kept["part"], kept["total"], kept["at"])


def collect(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Collect what is left of the ids.

    :raises OutOfTime: when there is more than time.
    :raises Superseded: when another worker is at it.
    :raises InvalidInput: when there are more records than a bulk takes.
    """
    place = read(ctx, job.id)
    assert place is not None, "a bulk has a place"
    selections = [Selection(*kept) for kept in json.loads(job.data["selections"])]
    seen = {(part["object"], id) for part in chosen(ctx, job.id) for id in part["ids"]} if place.part else set()
    while place.selection < len(selections):
        place = _collected(ctx, job.id, place, selections[place.selection], seen, time_left)


def chosen(ctx: Context, job: str, *, after: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield the parts with the collected ids, those behind the part numbered ``after`` if one is given."""
    while True:
        page, after = parts.parts(ctx, job, CHOSEN, start=after, limit=20)
        yield from page
        if after is None:
            return


def _collected(
    ctx: Context, job: str, place: Place, asked: Selection, seen: set[tuple[str, str]], time_left: TimeLeft
) -> Place:
    held: list[str] = []
    found = query.pages(ctx, plural=asked.object, filters=asked.filters, sort=asked.sort, start=place.start)
    for rows, start in found:
        fresh = [row.id for row in rows if (asked.object, row.id) not in seen]
        seen.update((asked.object, id) for id in fresh)
        held += fresh
        is_late = time_left() < RESERVE
        if start is None or is_late or len(held) >= A_PART:
            place, held = _kept(ctx, job, place, asked.object, held, start), []
        if start is None:
            return place
        if is_late:
            raise OutOfTime
    return _kept(ctx, job, place, asked.object, held, None)


def _kept(ctx: Context, job: str, place: Place, object: str, ids: Sequence[str], start: str | None) -> Place:
    """Store some ids and the place behind them; a selection without a place to go on is done."""
    after = replace(
        place,
        step=place.step + 1,
        selection=place.selection + (start is None),
        start=start,
        part=place.part + bool(ids),
        total=place.total + len(ids),
    )
    if after.total > MOST:
        raise InvalidInput(f"A bulk takes at most {MOST} records; narrow the filter.", code="too_many_records")
    part = [_part(ctx, job, after.part, object, ids)] if ids else []
    try:
        store.execute(ctx, [replace(_put(ctx, job, after), when=equals("step", place.step)), *part])
    except store.Refused:
        raise Superseded from None
    return after


def _part(ctx: Context, job: str, number: int, object: str, ids: Sequence[str]) -> Put:
    return parts.put_part(ctx, job, CHOSEN, number, {"object": object, "ids": list(ids)})


def _put(ctx: Context, job: str, place: Place) -> Put:
    return parts.put_part(ctx, job, CURSOR, 0, {**asdict(place), "at": clock.stamp(ctx.now)})
