"""What a customer is worth: what they bought in all and in twelve months, how often, for how much, and what most.

Only purchases that count are counted, by the filter of the object that declares them (``Features.bought``). Amounts in
other currencies count for what they were worth when they were written; those of which nobody knows it are counted as
purchases and add nothing to the sum, and the card says how many they are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine import access, filters, periods
from chalicelib.engine.cards import around
from chalicelib.engine.cards.around import Side
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.objects import Bought, Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.money import Money, exponent
from chalicelib.storage import records
from chalicelib.storage.records import Row

LATELY: Final = "last_12_months"
MOST_LOOKED_INTO: Final = 40
MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Purchase:
    """One purchase that counts: its day, and its worth in minor units of the firm's currency, None if nobody knows."""

    row: Row
    day: date
    worth: int | None


@dataclass(frozen=True, slots=True)
class Value:
    """What was bought, by the latest day first, and what ``most`` of.

    ``reads_worth`` is False for whoever may not know what it came to.
    """

    side: Side
    purchases: tuple[Purchase, ...]
    reads_worth: bool
    since: date
    most: tuple[Mapping[str, Any], ...] = ()

    @property
    def days(self) -> list[date]:
        """The days of the purchases."""
        return [each.day for each in self.purchases]

    @property
    def lately(self) -> list[Purchase]:
        """The purchases of the last twelve months."""
        return [each for each in self.purchases if each.day >= self.since]

    def spent(self, purchases: Iterable[Purchase]) -> int | None:
        """Return what some purchases came to, in minor units; None for whoever may not know."""
        return sum(each.worth or 0 for each in purchases) if self.reads_worth else None


def of(ctx: Context, catalogue: Catalogue, sides: Sequence[Side]) -> Value | None:
    """Return what a customer bought, None where nothing is bought by such records or the caller may not see it."""
    for side in sides:
        bought = side.child.features.bought
        readable = access.readable(ctx, side.child)
        if bought is not None and bought.on in readable:
            today = periods.today(ctx)
            found = [each for each in counted(ctx, side, bought) if each.day <= today]
            found.sort(key=lambda each: (each.day, each.row.id), reverse=True)
            since, _ = periods.span_on(today, LATELY)
            most = _most_bought(ctx, catalogue, side, found)
            return Value(side, tuple(found), bought.worth in readable, since, tuple(most))
    return None


def counted(ctx: Context, side: Side, bought: Bought) -> Iterator[Purchase]:
    """Yield those records that are purchases, and count."""
    asked = filters.read(around.house(ctx), side.child, bought.counted, alone=True)
    for row in side.rows:
        day = row.values.get(bought.on)
        if day and asked.holds(row):
            yield Purchase(row, date.fromisoformat(str(day)[:10]), _worth(row.values.get(bought.worth), ctx.currency))


def _worth(stored: Any, currency: str) -> int | None:
    if not isinstance(stored, Mapping):
        return None
    worth = stored.get("base", stored)
    return int(worth["minor"]) if worth and worth["currency"] == currency else None


def told(ctx: Context, value: Value) -> dict[str, Any]:
    """Return what a card says of it."""
    all, lately = value.purchases, value.lately
    known = [each for each in all if each.worth is not None]
    spent = value.spent(all)
    return {
        **value.side.names,
        "purchases": len(all),
        "purchases_12_months": len(lately),
        "first": all[-1].day.isoformat() if all else None,
        "last": all[0].day.isoformat() if all else None,
        "spent": amount(ctx, spent),
        "spent_12_months": amount(ctx, value.spent(lately)),
        "average": amount(ctx, round(Decimal(spent) / len(known)) if spent is not None and known else None),
        "unvalued": len(all) - len(known) if value.reads_worth else 0,
        "exact": value.side.exact,
        "whole": value.side.whole,
        "buys_most": list(value.most),
    }


def amount(ctx: Context, minor: int | None) -> dict[str, str] | None:
    """Return minor units of the firm's currency as an amount."""
    return None if minor is None else {"amount": Money(minor, ctx.currency).amount, "currency": ctx.currency}


def major(ctx: Context, minor: int | None) -> Decimal | None:
    """Return minor units of the firm's currency in whole ones."""
    return None if minor is None else Decimal(minor).scaleb(-exponent(ctx.currency))


def _most_bought(ctx: Context, catalogue: Catalogue, side: Side, purchases: Sequence[Purchase]) -> list[dict[str, Any]]:
    """Return what stands in most of the latest purchases, each counted once a purchase."""
    bought = side.child.features.bought
    where, _, name = ((bought.what if bought else None) or "").partition(".")
    held = side.child.fields.get(where)
    if held is None or where not in access.readable(ctx, side.child) or not purchases:
        return []
    latest = [each.row for each in purchases[:MOST_LOOKED_INTO]]
    bodies = records.bodies(ctx, side.child.plural, [row.id for row in latest]) if held.in_body else {}
    listed = [(bodies.get(row.id, {}) if held.in_body else row.values).get(where) or () for row in latest]
    link = next((column for column in held.fields if column.link), None)
    times = Counter(thing for lines in listed for thing in {_thing(line, name, link) for line in lines} if any(thing))
    most = times.most_common(MOST_NAMED)
    names = _names(ctx, catalogue, link, [id for (id, said), _ in most if id and not said])
    told = [{"name": said or names.get(id), "id": id or None, "times": count} for (id, said), count in most]
    return [each for each in told if each["name"]]


def _thing(line: Mapping[str, Any], name: str, link: Field | None) -> tuple[str, str]:
    """Return what a line is of: the record that it names, and what it says itself."""
    return str(line.get(link.name) or "") if link else "", str(line.get(name) or "")


def _names(ctx: Context, catalogue: Catalogue, link: Field | None, ids: Sequence[str]) -> dict[str, str]:
    if link is None or not ids:
        return {}
    other = catalogue.target(link)
    if other.name_field not in access.readable(ctx, other):
        return {}
    seen = access.visible(ctx, other, records.get_many(ctx, other.plural, ids).values())
    return {row.id: str(row.values.get(other.name_field) or "") for row in seen}
