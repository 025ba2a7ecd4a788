"""Pairs of records that may be one: each under either record, so that a change finds its pairs, and once in a list.

The list of a state is in the order of likeness. What a pair is, is said by its two rows; they change together with the
list, under the condition that they are still what the writer has read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.plan import Delete, Put, Write

OPEN, DISMISSED = "open", "dismissed"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of an object that may be one, the older first; ``score`` of a hundred says how likely."""

    low: str
    high: str
    score: int
    state: str
    found_at: str

    def other(self, record: str) -> str:
        """Return the one that is not ``record``."""
        return self.high if record == self.low else self.low


def of_record(ctx: Context, object: str, record: str) -> list[Pair]:
    """Return the pairs of a record, read consistently."""
    items = reads.query_all(
        names.INDEX, keys.duplicates(ctx, object), prefix=keys.duplicates_of(record), consistent=True
    )
    return [_pair(item) for item in items]


def get(ctx: Context, object: str, low: str, high: str) -> Pair | None:
    """Return a pair, or None."""
    item = reads.get(names.INDEX, keys.duplicate(ctx, object, low, high))
    return None if item is None else _pair(item)


def page(
    ctx: Context, object: str, *, state: str, limit: int, start: str | None = None
) -> tuple[list[Pair], str | None]:
    """Return one page of the pairs in a state, the likeliest first, and where to go on."""
    pk = keys.duplicates(ctx, object)
    items, last = reads.page(names.INDEX, pk, prefix=f"{state}#", limit=limit, start=start)
    return [_pair(item) for item in items], last


def put(ctx: Context, object: str, pair: Pair, *, previous: Pair | None) -> list[Write]:
    """Plan to store a pair in place of ``previous``; refused when that is not what is stored."""
    item = {
        "low": pair.low,
        "high": pair.high,
        "score": pair.score,
        "state": pair.state,
        "found_at": pair.found_at,
    }
    still = (
        plan.absent()
        if previous is None
        else plan.equals("score", previous.score) & plan.equals("state", previous.state)
    )
    listed = keys.listed_duplicate(ctx, object, pair.state, pair.score, pair.low, pair.high)
    writes: list[Write] = [
        Put(names.INDEX, keys.duplicate(ctx, object, pair.low, pair.high), item, when=still),
        Put(names.INDEX, keys.duplicate(ctx, object, pair.high, pair.low), item),
        Put(names.INDEX, listed, item),
    ]
    if previous is not None:
        before = keys.listed_duplicate(ctx, object, previous.state, previous.score, pair.low, pair.high)
        writes += [Delete(names.INDEX, before)] if before != listed else []
    return writes


def remove(ctx: Context, object: str, pair: Pair) -> list[Write]:
    """Plan to forget a pair; refused when it is not what is stored."""
    still = plan.equals("score", pair.score) & plan.equals("state", pair.state)
    return [
        Delete(names.INDEX, keys.duplicate(ctx, object, pair.low, pair.high), when=still),
        Delete(names.INDEX, keys.duplicate(ctx, object, pair.high, pair.low)),
        Delete(names.INDEX, keys.listed_duplicate(ctx, object, pair.state, pair.score, pair.low, pair.high)),
    ]


def _pair(item: Mapping[str, Any]) -> Pair:
    return Pair(item["low"], item["high"], item["score"], item["state"], item["found_at"])
