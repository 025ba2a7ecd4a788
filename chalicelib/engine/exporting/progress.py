"""How far an export has come: a small row that moves with each piece of the file.

A piece is stored under a key of its own before the row moves, and the row's step is a condition of the move. So of two
workers on one job only one's piece counts, a worker that was killed left the row behind the last piece that counts,
and what nobody counts expires.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import jobs as rows
from chalicelib.storage.plan import Put, equals

CURSOR, PIECE, CHOSEN = "cursor", "piece", "chosen"


@dataclass(frozen=True, slots=True)
class Cursor:
    """The pieces that are stored, the records in them, where the next record is, and what its format must know."""

    pieces: int = 0
    done: int = 0
    place: str | None = None
    is_complete: bool = False
    state: Mapping[str, Any] = field(default_factory=dict)
    at: str = ""


def begin(ctx: Context, job: str) -> Put:
    """Return the write that sets the cursor before the first record."""
    return rows.put_part(ctx, job, CURSOR, 0, _item(ctx, Cursor()))


def choose(ctx: Context, job: str, ids: Sequence[str]) -> Put:
    """Return the write that keeps which records were named, beside the job: lists of jobs do not read them."""
    return rows.put_part(ctx, job, CHOSEN, 0, {"ids": list(dict.fromkeys(ids))})


def chosen(ctx: Context, job: str) -> list[str]:
    """Return the records that were named, in the order in which they were."""
    kept = rows.part(ctx, job, CHOSEN, 0)
    assert kept is not None, "an export of named records keeps their names"
    return list(kept["ids"])


def read(ctx: Context, job: str) -> Cursor | None:
    """Return the cursor of an export."""
    kept = rows.part(ctx, job, CURSOR, 0)
    if kept is None:
        return None
    state = json.loads(kept["state"])
    return Cursor(kept["pieces"], kept["done"], kept["place"], kept["is_complete"], state, kept["at"])


def advance(ctx: Context, job: str, before: Cursor, after: Cursor, *, key: str) -> Sequence[Put]:
    """Return the writes that count a stored piece, if the cursor still stands where we read it."""
    return [
        rows.put_part(ctx, job, CURSOR, 0, _item(ctx, after), when=equals("pieces", before.pieces)),
        rows.put_part(ctx, job, PIECE, before.pieces, {"key": key}),
    ]


def pieces(ctx: Context, job: str) -> list[str]:
    """Return the keys of the stored pieces, in order."""
    found: list[str] = []
    start: int | None = None
    while True:
        page, start = rows.parts(ctx, job, PIECE, start=start)
        found += [part["key"] for part in page]
        if start is None:
            return found


def _item(ctx: Context, cursor: Cursor) -> dict[str, Any]:
    return {
        "pieces": cursor.pieces,
        "done": cursor.done,
        "place": cursor.place,
        "is_complete": cursor.is_complete,
        "state": json.dumps(cursor.state),
        "at": clock.stamp(ctx.now),
    }
