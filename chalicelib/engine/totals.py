"""Counts and sums that a screen shows, read from the counters that follow every change.

Counters belong to an owner, so whoever sees only some people's records is told the sum of theirs; records that are
shared with them one by one are added as what each contributes, which is what it would have been counted as.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from chalicelib.engine import access, contributions, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.money import Money
from chalicelib.storage import index
from chalicelib.storage import records as rows
from chalicelib.storage.index import Counter

WHATEVER = "_all"


def count(ctx: Context, *, plural: str, owner: str | None = None) -> dict[str, Any]:
    """Return how many records an object has."""
    object = _readable(ctx, overlays.load(ctx), plural)
    found = _seen(ctx, object, WHATEVER)
    return {"count": sum(counter.count for counter in _of(found, owner)), "exact": True}


def by(ctx: Context, *, plural: str, field: str, owner: str | None = None) -> dict[str, Any]:
    """Return count, sums and weighted sums for each option of a counted choice, in the order of its options.

    :raises InvalidInput: when the object does not count by this field.
    """

    def begun(catalogue: Catalogue) -> tuple[Object, Field]:
        object = _readable(ctx, catalogue, plural)
        counted = {each.name: each for each in object.counted if each.name in access.readable(ctx, object)}
        if field not in counted:
            raise InvalidInput.of("by", "not_counted", f"Totals are kept by {', '.join(counted) or 'nothing'}.")
        return object, counted[field]

    object, counted = overlays.understood(ctx, begun)
    readable = access.readable(ctx, object)
    found = [_without(counter, readable) for counter in _of(_seen(ctx, object, field), owner)]
    probabilities = {option.value: option.more.get("probability") for option in counted.options}
    values = list(dict.fromkeys([*probabilities, *sorted(counter.option for counter in found)]))
    items = [
        _item(ctx, value, [each for each in found if each.option == value], probabilities.get(value))
        for value in values
    ]
    return {"by": field, "items": items}


def held(ctx: Context, *, plural: str, field: str) -> frozenset[str]:
    """Return the options of a counted choice that any record of the firm has, whoever sees it."""
    return frozenset(counter.option for counter in index.counters(ctx, plural, field) if counter.count > 0)


def _seen(ctx: Context, object: Object, field: str) -> Sequence[Counter]:
    """Return the counters of the records that the caller sees."""
    scope = access.scope(ctx, object)
    found = index.counters(ctx, object.plural, field)
    if scope.everything:
        return found
    shared = rows.get_many(ctx, object.plural, sorted(scope.shared))
    others = (contributions.of(object, row) for row in shared.values() if not scope.holds_people(row))
    added = [
        Counter(key.option, key.owner, key.currency, tally.count, tally.sums)
        for contribution in others
        for key, tally in contribution.counters.items()
        if key.field == field
    ]
    return [*(counter for counter in found if counter.owner in scope.owners), *added]


def _without(counter: Counter, readable: frozenset[str]) -> Counter:
    """Return a counter without the sums of fields that the caller may not read."""
    sums = {name: minor for name, minor in counter.sums.items() if name.partition(":")[0] in readable}
    return replace(counter, sums=sums)


def _readable(ctx: Context, catalogue: Catalogue, plural: str) -> Object:
    object = catalogue.of_plural(plural)
    access.require(ctx, object, "read")
    return object


def _of(found: Iterable[Counter], owner: str | None) -> Iterable[Counter]:
    return (counter for counter in found if owner is None or counter.owner == owner)


def _item(ctx: Context, value: str, found: list[Counter], probability: int | None) -> dict[str, Any]:
    minor: dict[tuple[str, str], int] = {}
    for counter in found:
        for name, amount in counter.sums.items():
            minor[name, counter.currency] = minor.get((name, counter.currency), 0) + amount
    return {
        "value": value or None,
        "count": sum(counter.count for counter in found),
        "sums": amounts(minor),
        "weighted": amounts({key: _share(amount, probability) for key, amount in minor.items()})
        if probability is not None
        else [],
        "base": in_base(ctx.currency, minor, probability=probability),
    }


def in_base(base: str, minor: Mapping[tuple[str, str], int], *, probability: int | None = None) -> list[dict[str, Any]]:
    """Return each sum in the firm's currency, by the rates kept with the amounts.

    It is ``complete`` when the worth of every amount is known.
    """
    told = []
    for field in sorted({name for name, _ in minor if ":" not in name}):
        currencies = {currency for name, currency in minor if name == field and currency not in (base, "")}
        worth = contributions.worth_of(field, base)
        total = minor.get((field, base), 0) + sum(minor.get((worth, each), 0) for each in currencies)
        unknown = sum(minor.get((contributions.unknown_of(field), each), 0) for each in currencies)
        is_complete = not unknown and all((worth, each) in minor or not minor[field, each] for each in currencies)
        item = {"field": field, "amount": Money(total, base).amount, "currency": base, "complete": is_complete}
        if probability is not None:
            item["weighted"] = Money(_share(total, probability), base).amount
        told.append(item)
    return told


def amounts(minor: Mapping[tuple[str, str], int]) -> list[dict[str, str]]:
    """Return the sums in minor units, by name and currency, as people read them."""
    return [
        {"field": name, "amount": Money(amount, currency).amount, "currency": currency}
        for (name, currency), amount in sorted(minor.items())
        if currency and ":" not in name
    ]


def _share(amount: int, probability: int) -> int:
    return int((Decimal(amount) * probability / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
