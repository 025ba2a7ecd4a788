"""Which records are in which segments, how many, since when, and when each must be looked at again.

Everything follows from one row for each record, its standing, which is replaced under its revision together with
whatever differs: memberships, counts and the day of the next look. So whoever decided from an older state is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads, segment_keys
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put, Update, Write

TOMBSTONE_LIVES: Final = timedelta(days=30)
"""How long the standing of a record that is gone is kept: nobody who decided before that is still at it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record stands: ``inside`` which segments since which stamp, ``listed`` by hand in which, and until when.

    ``due`` is the stamp at which time alone may change that. ``untold`` is what happened and is not yet on the bus; a
    look for which time asked stays asked for, under the stamp ``asked_at``, until it is told. Revision 0 is that of a
    record that was never looked at.
    """

    object: str
    record: str
    revision: int = 0
    inside: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, str] = field(default_factory=dict)
    due: str | None = None
    untold: Sequence[Mapping[str, Any]] = ()
    asked_at: str | None = None


def standings(ctx: Context, object: str, records: Sequence[str]) -> dict[str, Standing]:
    """Return where records stand, read consistently, by id; one that was never looked at stands nowhere."""
    asked = [segment_keys.standing(ctx, object, id) for id in records]
    found = (_standing(item) for item in reads.get_many(names.INDEX, asked, consistent=True))
    known = {standing.record: standing for standing in found}
    return {id: known.get(id) or Standing(object, id) for id in records}


def stand(ctx: Context, now: Standing, *, previous: Standing, is_gone: bool) -> Put:
    """Plan to replace where a record stands; refused unless ``previous`` is what is stored."""
    item: dict[str, Any] = {"revision": now.revision, "inside": now.inside}
    item |= {"listed": now.listed} if now.listed else {}
    item |= {"due": now.due} if now.due else {}
    item |= {"untold": list(now.untold)} if now.untold else {}
    item |= {"asked_at": now.asked_at} if now.asked_at else {}
    if is_gone and not now.listed:
        item["expires"] = int((ctx.now + TOMBSTONE_LIVES).timestamp())
    still = plan.equals("revision", previous.revision) if previous.revision else plan.absent()
    return Put(names.INDEX, segment_keys.standing(ctx, now.object, now.record), item, when=still)


def told(ctx: Context, standing: Standing) -> list[Write]:
    """Plan to forget what was to be told; refused when the record stands otherwise by now."""
    key = segment_keys.standing(ctx, standing.object, standing.record)
    still = plan.equals("revision", standing.revision)
    done: list[Write] = [Update(names.INDEX, key, remove=["untold", "asked_at"], when=still)]
    if standing.asked_at:
        done.append(unturn(ctx, standing.asked_at, standing.object, standing.record))
    return done


def _standing(item: Mapping[str, Any]) -> Standing:
    object, _, record = item["sk"].partition("#")
    listed, untold = item.get("listed") or {}, item.get("untold") or ()
    due, asked_at = item.get("due"), item.get("asked_at")
    return Standing(object, record, item["revision"], item["inside"], listed, due, untold, asked_at)


def enter(ctx: Context, segment: str, record: str, *, since: str) -> Put:
    """Plan that a record is in a segment."""
    return Put(names.INDEX, segment_keys.member(ctx, segment, record), {"since": since})


def leave(ctx: Context, segment: str, record: str) -> Delete:
    """Plan that a record is in a segment no longer."""
    return Delete(names.INDEX, segment_keys.member(ctx, segment, record))


def members(
    ctx: Context, segment: str, *, limit: int, start: str | None = None, consistent: bool = False
) -> tuple[list[tuple[str, str]], str | None]:
    """Return one page of the records in a segment, each with since when, by id, and where to go on."""
    if not keys.is_id(segment):
        return [], None
    pk = segment_keys.members(ctx, segment)
    items, last = reads.page(names.INDEX, pk, limit=limit, start=start, consistent=consistent)
    return [(item["sk"], item["since"]) for item in items], last


def held(ctx: Context, pairs: Sequence[tuple[str, str]], *, consistent: bool = False) -> set[tuple[str, str]]:
    """Return those pairs of a segment and a record of which the record is in the segment."""
    asked = {segment_keys.member(ctx, *pair): pair for pair in pairs if all(map(keys.is_id, pair))}
    found = reads.get_many(names.INDEX, list(asked), consistent=consistent) if asked else []
    return {asked[Key(item["pk"], item["sk"])] for item in found}


def count(ctx: Context, segment: str, difference: int, *, shard: int) -> Update:
    """Plan that a segment holds more, or fewer, records."""
    return Update(names.INDEX, segment_keys.size(ctx, segment, shard), add={"count": difference})


def sizes(ctx: Context, segment: str | None = None, *, consistent: bool = False) -> dict[str, int]:
    """Return how many records each segment holds, or one."""
    prefix = "" if segment is None else f"{segment}#"
    pk = segment_keys.sizes(ctx)
    found: dict[str, int] = {}
    items = reads.query_all(names.INDEX, pk, prefix=prefix or None, consistent=consistent)
    for item in items:
        id = item["sk"].partition("#")[0]
        found[id] = found.get(id, 0) + int(item["count"])
    return found


def note_day(ctx: Context, segment: str, day: str, moves: Mapping[str, int], *, shard: int) -> Update:
    """Plan that so many came and went on a day; ``moves`` are entered, left, filled or dropped."""
    return Update(names.INDEX, segment_keys.day(ctx, segment, day, shard), add=moves)


def days(ctx: Context, segment: str, *, since: str) -> dict[str, dict[str, int]]:
    """Return, from a day on, how many came and went on each day on which somebody did."""
    found: dict[str, dict[str, int]] = {}
    pk, start = segment_keys.days(ctx, segment), None
    while True:
        items, start = reads.query(names.INDEX, pk, lower=since, start=start)
        for item in items:
            day = found.setdefault(item["sk"].partition("#")[0], {})
            for name, number in reads.facts(item).items():
                day[name] = day.get(name, 0) + int(number)
        if start is None:
            return found


def turn(ctx: Context, due: str, object: str, record: str) -> Put:
    """Plan that a record is looked at again at the stamp ``due``."""
    return Put(names.INDEX, segment_keys.turn(ctx, due, object, record), {"object": object, "record": record})


def unturn(ctx: Context, due: str, object: str, record: str) -> Delete:
    """Plan that a record need not be looked at again at the stamp ``due``."""
    return Delete(names.INDEX, segment_keys.turn(ctx, due, object, record))


def turns(ctx: Context, shard: int, *, until: str, limit: int) -> list[tuple[str, str]]:
    """Return the first of a shard's records, each with its object, that must be looked at by the stamp ``until``."""
    pk = segment_keys.turns(ctx, shard)
    items, _ = reads.query(names.INDEX, pk, upper=f"{until}#~", limit=limit, consistent=True)
    return [(item["object"], item["record"]) for item in items]


def forget(ctx: Context, segment: str) -> Iterator[list[Delete]]:
    """Yield what removes a segment's counts and days, a batch at a time."""
    sizes_, days_ = segment_keys.sizes(ctx), segment_keys.days(ctx, segment)
    for pk, prefix in ((sizes_, f"{segment}#"), (days_, None)):
        keys_ = [Key(item["pk"], item["sk"]) for item in reads.query_all(names.INDEX, pk, prefix=prefix)]
        yield [Delete(names.INDEX, key) for key in keys_]
