"""How many records, and how much money, there are for each value of a field: the columns of a board, say.

Without a filter, a counted field answers from its counters, exactly and at once. Otherwise the records are read, within
the budget of a list; when that ends first, the answer says so, and every number in it is a lower bound.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.engine import access, contributions, overlays, query, totals, views
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import values
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

MOST = 200


@dataclass(slots=True)
class _Tally:
    count: int = 0
    sums: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, row: Row, money: Sequence[Field]) -> None:
        self.count += 1
        for summed in money:
            amount = row.values.get(summed.name)
            if amount:
                for name, minor in contributions.sums_of(summed.name, amount).items():
                    key = (name, amount["currency"])
                    self.sums[key] = self.sums.get(key, 0) + minor


def by(ctx: Context, *, plural: str, field: str, filters: Any = None, view: str | None = None) -> dict[str, Any]:
    """Return count and sums for each value of a field, as ``{"by", "items", "exact", "scanned"}``.

    :raises InvalidInput: when records cannot be grouped by this field.
    """

    def begun(catalogue: Catalogue) -> tuple[Object, Field]:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        readable = access.readable(ctx, object)
        if field not in readable or not views.is_groupable(object.fields[field]):
            able = [name for name, each in object.fields.items() if name in readable and views.is_groupable(each)]
            raise InvalidInput.of("by", "not_groupable", f"Group by {', '.join(able) or 'nothing'}.")
        return object, object.fields[field]

    object, grouped = overlays.understood(ctx, begun)
    if filters is None and view is None and grouped.counted:
        counted = totals.by(ctx, plural=plural, field=field)["items"]
        kept = [{name: item[name] for name in ("value", "count", "sums", "base")} for item in counted]
        return {"by": field, "items": kept, "exact": True, "scanned": 0}
    found = query.counted(ctx, plural=plural, filters=filters, view=view)
    tallies = _tallied(ctx, object, grouped, found.rows)
    items = [_item(ctx, value, tallies[value]) for value in _in_order(grouped, tallies)][:MOST]
    return {"by": field, "items": items, "exact": found.place is None, "scanned": found.scanned}


def _tallied(ctx: Context, object: Object, grouped: Field, rows: Sequence[Row]) -> dict[Any, _Tally]:
    readable = access.readable(ctx, object)
    money = [summed for summed in object.sums if summed.name in readable]
    tallies: dict[Any, _Tally] = {option.value: _Tally() for option in grouped.options}
    for row in rows:
        for value in _values(values.value_of(ctx, object, grouped, row)):
            tallies.setdefault(value, _Tally()).add(row, money)
    return tallies


def _values(stored: Any) -> Iterator[Any]:
    held = stored if isinstance(stored, list | tuple) else [stored]
    yield from dict.fromkeys(each["id"] if isinstance(each, Mapping) else each for each in held) or (None,)


def _in_order(grouped: Field, tallies: Mapping[Any, _Tally]) -> list[Any]:
    """Return the options as the field has them, then all other values, the most frequent first."""
    options = {option.value: None for option in grouped.options}
    others = sorted((value for value in tallies if value not in options), key=lambda value: -tallies[value].count)
    return [*options, *others]


def _item(ctx: Context, value: Any, tally: _Tally) -> dict[str, Any]:
    base = totals.in_base(ctx.currency, tally.sums)
    return {"value": value, "count": tally.count, "sums": totals.amounts(tally.sums), "base": base}
