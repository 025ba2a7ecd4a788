"""Storing the rows of an import, group by group, until the file or the time is over.

A group is as many rows as fit one transaction: their records, their links, their verdicts and the step of the cursor
are stored together or not at all. So a row costs a fraction of a call, and a kill at any moment loses nothing and
doubles nothing. When the store refuses a group because somebody else wrote meanwhile, its rows go one by one; the one
that is refused again gets its verdict and stops no other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from chalicelib.engine import claims
from chalicelib.engine.importing import progress, words
from chalicelib.engine.importing.landing import Landed, Landing
from chalicelib.engine.importing.progress import Cursor
from chalicelib.engine.importing.rows import Record
from chalicelib.engine.importing.verdicts import Outcome, Verdict
from chalicelib.engine.working import RESERVE, OutOfTime, Superseded, TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Write

BATCH = 100
_MOST_ROWS = 250
_MOST_BYTES = 96 * 1024
_OWN_WRITES = 2


@dataclass(slots=True)
class _Group:
    """Rows that will be stored together."""

    landed: list[Landed] = field(default_factory=list)
    writes: list[Write] = field(default_factory=list)
    places: set[object] = field(default_factory=set)
    size: int = 0

    def takes(self, landed: Landed) -> bool:
        """Tell whether the row fits: in number, in bytes, and with no row of the store written twice."""
        planned = _writes(landed)
        return not self.landed or (
            len(self.writes) + len(planned) + _OWN_WRITES <= store.MOST_WRITES
            and len(self.landed) < _MOST_ROWS
            and self.size + _size(landed) <= _MOST_BYTES
            and self.places.isdisjoint(_places(planned))
        )

    def add(self, landed: Landed) -> None:
        """Take the row in."""
        planned = _writes(landed)
        self.landed.append(landed)
        self.writes += planned
        self.places |= _places(planned)
        self.size += _size(landed)


@dataclass(slots=True)
class Run:
    """One worker's turn at a job."""

    ctx: Context
    job: str
    landing: Landing
    cursor: Cursor
    time_left: TimeLeft

    def store_rows(self, records: Iterable[Record]) -> None:
        """Store the rows from the cursor on.

        :raises OutOfTime: when there are more rows than time.
        :raises Superseded: when another worker is at it.
        """
        group = _Group()
        for landed in self._land(records):
            if landed is None or not group.takes(landed):
                self._flush(group)
                group = _Group()
            if landed is not None:
                group.add(landed)
        self._flush(group)

    def _land(self, records: Iterable[Record]) -> Iterator[Landed | None]:
        """Yield what each row does; the store is asked about a batch of them at once."""
        source = enumerate(records, self.cursor.row + 1)
        while batch := list(islice(source, BATCH)):
            yield from self.landing.land(batch)

    def _flush(self, group: _Group) -> None:
        if not group.landed:
            return
        if self.time_left() < RESERVE:
            raise OutOfTime
        try:
            self._execute(group.landed, group.writes)
            self.landing.stored()
        except store.Refused as refused:
            self._yield_to_others(refused)
            for landed in group.landed:
                self._alone(landed)

    def _alone(self, landed: Landed) -> None:
        """Plan and store one row anew; what is refused twice has failed."""
        self.landing.forget()
        again = next(found for found in self.landing.land([(landed.number, landed.record)]) if found is not None)
        try:
            self._execute([again], _writes(again))
        except store.Refused as refused:
            self._yield_to_others(refused)
            failed = Verdict(again.number, again.record.line, Outcome.FAILED, _why(self.ctx, again, refused))
            self._execute([Landed(again.number, again.record, failed)], [])
            self.landing.forget()
        self.landing.stored()

    def _execute(self, landed: Sequence[Landed], planned: Sequence[Write]) -> None:
        verdicts = [row.verdict for row in landed]
        last = landed[-1].record
        after = self.cursor.after(verdicts, line=last.next_line, offset=last.end)
        step = progress.advance(self.ctx, self.job, self.cursor, after, verdicts)
        store.execute(self.ctx, [*step, *planned])
        self.cursor = after

    def _yield_to_others(self, refused: store.Refused) -> None:
        """The cursor is the first write of every group: if it was refused, another worker has moved it."""
        if 0 in refused.failures:
            raise Superseded


def _writes(landed: Landed) -> list[Write]:
    return [write for plan in landed.plans for write in plan.writes]


def _places(planned: Iterable[Write]) -> set[object]:
    return {(write.table, write.key) for write in planned}


def _size(landed: Landed) -> int:
    return landed.record.end - landed.record.start


def _why(ctx: Context, landed: Landed, refused: store.Refused) -> str:
    """Say which of the row's writes was refused, as far as a person can act on it."""
    place = refused.index - _OWN_WRITES
    for plan in landed.plans:
        if place in plan.claims:
            taken = claims.taken(ctx, plan.object, plan.claims[place], refused.item)
            field = plan.object.fields[plan.claims[place]].label.text(ctx.locale)
            return f"{field}: {words.refused(ctx.locale, taken.errors[0].code, taken.errors[0].message)}"
        place -= len(plan.writes)
    return words.AT_ONCE.text(ctx.locale)
