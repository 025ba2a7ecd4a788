"""How far an import has come: one small row that moves in the very transactions that store its records.

Because the cursor's step is a condition of each of them, two workers on one job cannot both pass a row, and a worker
that was killed left the cursor exactly behind the last row that is stored. That is the whole of the recovery.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from chalicelib.engine.importing.verdicts import Outcome, Verdict
from chalicelib.engine.verdicts import tally
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import jobs as rows
from chalicelib.storage.plan import Put, equals

CURSOR, VERDICT = "cursor", "verdict"


@dataclass(frozen=True, slots=True)
class Cursor:
    """The rows that are done: how many, where the next one begins, what became of them.

    ``partly`` says how many of those that came in left something of the row out.
    """

    row: int
    line: int
    offset: int
    counts: Mapping[str, int] = field(default_factory=lambda: tally(Outcome, ()))
    at: str = ""
    partly: int = 0

    def after(self, verdicts: Sequence[Verdict], *, line: int, offset: int) -> "Cursor":
        """Return the cursor behind these rows."""
        new = tally(Outcome, (verdict.outcome for verdict in verdicts))
        counts = {outcome: self.counts[outcome] + new[outcome] for outcome in new}
        partly = self.partly + sum(verdict.is_partly for verdict in verdicts)
        return replace(self, row=self.row + len(verdicts), line=line, offset=offset, counts=counts, partly=partly)


def begin(ctx: Context, job: str, cursor: Cursor) -> Put:
    """Return the write that sets the cursor before the first row."""
    return rows.put_part(ctx, job, CURSOR, 0, _item(ctx, cursor))


def read(ctx: Context, job: str) -> Cursor | None:
    """Return the cursor of a job, or None when it never ran."""
    kept = rows.part(ctx, job, CURSOR, 0)
    if kept is None:
        return None
    return Cursor(kept["row"], kept["line"], kept["offset"], kept["counts"], kept["at"], kept.get("partly", 0))


def advance(ctx: Context, job: str, before: Cursor, after: Cursor, verdicts: Sequence[Verdict]) -> list[Put]:
    """Return the writes that pass some rows: their verdicts, and the cursor if it still stands where we read it."""
    told = {"verdicts": [verdict.as_list() for verdict in verdicts]}
    return [
        rows.put_part(ctx, job, CURSOR, 0, _item(ctx, after), when=equals("row", before.row)),
        rows.put_part(ctx, job, VERDICT, before.row + 1, told),
    ]


def verdicts(ctx: Context, job: str) -> Iterator[Verdict]:
    """Yield the verdicts of all rows that are done, in order."""
    start: int | None = None
    while True:
        page, start = rows.parts(ctx, job, VERDICT, start=start)
        for part in page:
            yield from map(Verdict.from_list, part["verdicts"])
        if start is None:
            return


def _item(ctx: Context, cursor: Cursor) -> dict[str, Any]:
    return {**asdict(cursor), "counts": dict(cursor.counts), "at": clock.stamp(ctx.now)}
