"""Reading along an order: which slot it is, where a record stands in it, and one page after another.

What is read and not shown counts too. A page ends when it is full, when the order ends, or when a request has read as
much as it may; the last is told, with the place where the next request goes on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chalicelib.engine import ranges
from chalicelib.engine.catalogue import Object
from chalicelib.engine.derived.values import system_value
from chalicelib.engine.fields import registry
from chalicelib.engine.filters import Filter
from chalicelib.engine.ranges import Cover, Stretches
from chalicelib.kernel.context import Context
from chalicelib.storage import records as rows
from chalicelib.storage import slots
from chalicelib.storage.records import Row

READS_A_PAGE = 250
MOST_CALLS = 25
PROBED = 250
"""How many records may be read to see whether a shorter stretch than the order's own holds all answers."""

Keep = Callable[[Sequence[Row]], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Order:
    """The slot that a list follows, and in which direction; without one, the table's own: that of ids."""

    field: str | None = None
    slot: int | None = None
    descending: bool = False

    def place(self, object: Object, row: Row) -> str:
        """Return a record's own place in the order, after which a list can go on."""
        if self.field is None:
            return row.id
        field = object.fields[self.field]
        stored = system_value(field, row) if field.system else row.values.get(self.field)
        return slots.key(registry.of(field).index_key(field, stored), row.id)


@dataclass(frozen=True, slots=True)
class Found:
    """One page: the place after which more may follow, how many records were read for it, and whether it is whole."""

    rows: Sequence[Row]
    place: str | None = None
    scanned: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Walk:
    """A filter on an object's records, followed in an order. ``keep`` says which of the records read are answers."""

    ctx: Context
    object: Object
    tree: Filter
    order: Order
    keep: Keep

    @property
    def stretches(self) -> Stretches:
        """What of the order's slot is read."""
        return ranges.of(self.tree, self.order.field) if self.order.field else ranges.WHOLE

    def portions(self, *, start: str | None, step: int) -> Iterator[tuple[list[Row], str | None]]:
        """Yield the records read, call by call, each with the place where the next call begins; None after the last."""
        if self.order.slot is None:
            yield from self._in_key_order(start, step)
            return
        ahead = [each for each in self._directed() if not self._is_behind(each, start)]
        if not ahead:
            yield [], None
        for number, bounds in enumerate(ahead, start=1):
            begin = start if start is not None and _holds(bounds, start) else None
            while True:
                page, begin = rows.page(
                    self.ctx, self.object.plural, slot=self.order.slot, lower=bounds.lower, upper=bounds.upper,
                    descending=self.order.descending, limit=step, start=begin,
                )  # fmt: skip
                if begin is None:
                    break
                yield page, begin
            yield page, None if number == len(ahead) else self._end(bounds)

    def page(self, *, limit: int, start: str | None, budget: int, calls: int = MOST_CALLS) -> Found:
        """Return the next ``limit`` answers, fewer when the budget of records or calls is spent before."""
        is_exact = self.order.field is not None and ranges.is_exact(self.tree, self.order.field)
        step = limit + 1 if is_exact else min(READS_A_PAGE, (limit + 1) * 4, budget)
        found: list[Row] = []
        scanned, place = 0, start
        for call, (portion, place) in enumerate(self.portions(start=start, step=step), start=1):
            scanned += len(portion)
            found += self.keep(portion)
            if len(found) > limit:
                return Found(found[:limit], self.order.place(self.object, found[limit - 1]), scanned)
            if place is not None and (scanned >= budget or call == calls):
                return Found(found, place, scanned, complete=False)
        return Found(found, place, scanned)

    def probed(self, cover: Cover, *, limit: int, start: str | None, most: int = PROBED) -> Found | None:
        """Return a page in order from stretches of other slots, None when they hold too much to be sorted at once."""
        found: dict[str, Row] = {}
        scanned = 0
        if len(cover) > MOST_CALLS:
            return None
        for field, bounds in cover:
            page, more = rows.page(
                self.ctx, self.object.plural, slot=self.object.slots[field], lower=bounds.lower, upper=bounds.upper,
                limit=most + 1 - scanned,
            )  # fmt: skip
            scanned += len(page)
            if more is not None or scanned > most:
                return None
            found |= {row.id: row for row in page}
        return replace(self.sorted(list(found.values()), limit=limit, start=start), scanned=scanned)

    def sorted(self, candidates: Sequence[Row], *, limit: int, start: str | None) -> Found:
        """Return a page in order of records that are all at hand."""
        descending = self.order.descending
        placed = [(self.order.place(self.object, row), row) for row in self.keep(candidates)]
        placed.sort(key=lambda pair: pair[0], reverse=descending)
        if start is not None:
            placed = [pair for pair in placed if (pair[0] < start if descending else pair[0] > start)]
        page = placed[:limit]
        place = page[-1][0] if len(placed) > limit else None
        return Found([row for _, row in page], place, len(candidates))

    def _in_key_order(self, start: str | None, step: int) -> Iterator[tuple[list[Row], str | None]]:
        while True:
            page, start = rows.in_key_order(self.ctx, self.object.plural, limit=step, start=start)
            yield page, start
            if start is None:
                return

    def _directed(self) -> Sequence[slots.Bounds]:
        return self.stretches[::-1] if self.order.descending else self.stretches

    def _is_behind(self, bounds: slots.Bounds, start: str | None) -> bool:
        if start is None:
            return False
        if self.order.descending:
            return bounds.lower is not None and bounds.lower >= start
        return bounds.upper is not None and bounds.upper <= start

    def _end(self, bounds: slots.Bounds) -> str | None:
        return bounds.lower if self.order.descending else bounds.upper


def _holds(bounds: slots.Bounds, place: str) -> bool:
    is_after = bounds.lower is None or place >= bounds.lower
    return is_after and (bounds.upper is None or place <= bounds.upper)
