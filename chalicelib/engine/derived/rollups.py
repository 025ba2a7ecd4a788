"""Adding up related records: what a recount gives, because it is one.

Money adds in the firm's own currency: an amount in it as it is, any other by the rate that was kept when it was
written. One amount whose worth is unknown leaves the sum unknown, for a sum of the others would be wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from chalicelib.engine import filters
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived.values import Reading
from chalicelib.engine.filters import Filter
from chalicelib.engine.formulas import calculating, shapes
from chalicelib.engine.formulas.amounts import Amount
from chalicelib.engine.formulas.functions import Moment
from chalicelib.engine.objects import Field, Rollup
from chalicelib.kernel.context import Context
from chalicelib.kernel.money import Money
from chalicelib.storage import links, records
from chalicelib.storage.records import Row

A_PAGE = 100


@dataclass(slots=True)
class _Tally:
    """One rollup while its records pass by."""

    kept: Field
    rule: Rollup
    child: Object
    wanted: Filter
    count: int = 0
    values: list[Any] = field(default_factory=list)

    def add(self, moment: Moment, row: Row) -> None:
        """Count a record, if it is one of those that count."""
        if not self.wanted.holds(row):
            return
        self.count += 1
        added = self.child.fields.get(self.rule.field or "")
        if added is not None:
            value = Reading(moment, self.child, row).computable(added)
            if value is not None:
                self.values.append(_comparable(value, moment))

    def result(self, moment: Moment) -> Any:
        """Return what it comes to, as it is stored."""
        if self.rule.function == "count":
            return self.count
        if None in self.values:
            return None
        if self.rule.function == "sum":
            return shapes.storable(self.kept, _sum(self.values, self.kept, moment))
        extreme = calculating.least if self.rule.function == "min" else calculating.most
        return shapes.storable(self.kept, extreme(*self.values))


def recounted(ctx: Context, catalogue: Catalogue, object: Object, row: Row, moment: Moment) -> dict[str, Any]:
    """Return what each rollup of a record comes to, as it is stored."""
    found: dict[str, Any] = {}
    rolled = [each for each in object.derived if each.rollup and each.rollup.relation in object.inbound]
    for relation in dict.fromkeys(each.rollup.relation for each in rolled if each.rollup):
        child = catalogue.of_plural(object.inbound[relation].plural)
        tallies = [
            _Tally(each, each.rollup, child, filters.read(ctx, child, each.rollup.filter, alone=True))
            for each in rolled
            if each.rollup and each.rollup.relation == relation
        ]
        for related in _related(ctx, row.id, relation, child):
            for tally in tallies:
                tally.add(moment, related)
        found |= {tally.kept.name: tally.result(moment) for tally in tallies}
    return found


def _related(ctx: Context, id: str, relation: str, child: Object) -> Iterator[Row]:
    start: str | None = None
    while True:
        ends, start = links.related(ctx, id, relation, limit=A_PAGE, start=start, consistent=True)
        ids = [end.id for end in ends if end.object == child.plural]
        yield from records.get_many(ctx, child.plural, ids, consistent=True).values()
        if start is None:
            return


def _comparable(value: Any, moment: Moment) -> Any:
    return value.base(moment.currency) if isinstance(value, Amount) else value


def _sum(values: Sequence[Any], field: Field, moment: Moment) -> Any:
    if field.result == "money":
        return Amount(Money(sum(value.money.minor for value in values), moment.currency))
    return sum(values, Decimal(0))
