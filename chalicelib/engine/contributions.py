"""What a record adds to search and to the totals, as a value that can be subtracted from another.

The stream function keeps, for every record, what it has contributed so far. A new version contributes something else;
only the difference is written. A deleted record contributes nothing, and a restored one everything again, so neither
is a case of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from chalicelib.engine import search
from chalicelib.engine.catalogue import Object
from chalicelib.engine.duplicates import blocking
from chalicelib.storage.records import Row

ALL = "_all"
"""The pseudo field under which the records of an object are counted whatever their values."""

NONE = ""


@dataclass(frozen=True, slots=True)
class CounterKey:
    """Which total: of the records whose ``field`` holds ``option``, those of one owner, in one currency.

    Where an object has no owners, its creators take their place, so that whoever sees only some people's records can
    be told how many these are.
    """

    field: str
    option: str
    owner: str
    currency: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records, and how much money (minor units) in each money field."""

    count: int = 0
    sums: Mapping[str, int] = field(default_factory=dict)

    def minus(self, other: "Tally") -> "Tally":
        """Return the difference, without the sums that do not differ."""
        names = sorted({*self.sums, *other.sums})
        sums = {name: self.sums.get(name, 0) - other.sums.get(name, 0) for name in names}
        return Tally(self.count - other.count, {name: minor for name, minor in sums.items() if minor})

    def plus(self, other: "Tally") -> "Tally":
        """Return the sum."""
        return self.minus(Tally(-other.count, {name: -minor for name, minor in other.sums.items()}))

    def __bool__(self) -> bool:
        return bool(self.count or any(self.sums.values()))


@dataclass(frozen=True, slots=True)
class Contribution:
    """Tokens with the field that each was found in, the text they stand in, and tallies."""

    tokens: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    counters: Mapping[CounterKey, Tally] = field(default_factory=dict)


NOTHING = Contribution()


@dataclass(frozen=True, slots=True)
class DropToken:
    """The record is no longer found by ``token``."""

    token: str
    field: str


@dataclass(frozen=True, slots=True)
class KeepToken:
    """The record is found by ``token``, beside which ``text`` stands."""

    token: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class AddTally:
    """A total grows, or shrinks, by ``tally``."""

    key: CounterKey
    tally: Tally


Step = DropToken | KeepToken | AddTally


def of(object: Object, row: Row | None) -> Contribution:
    """Return what ``row`` contributes as it stands: nothing when it is gone or deleted."""
    if row is None or row.deleted_at is not None:
        return NOTHING
    found = search.entries(object, row.values)
    tokens = {**found.tokens, **blocking.laid_down(object, row.values)}
    return Contribution(tokens, found.text, _counters(object, row))


def difference(before: Contribution, after: Contribution) -> list[Step]:
    """Return the steps that lead from one contribution to another, in a fixed order."""
    return [*_token_steps(before, after), *_counter_steps(before, after)]


def advance(contribution: Contribution, steps: Iterable[Step]) -> Contribution:
    """Return what has been contributed after only some of the steps of a difference.

    It keeps the old text, so that the next difference writes the text of every token again.
    """
    tokens, counters = dict(contribution.tokens), dict(contribution.counters)
    for step in steps:
        match step:
            case DropToken(token, name):
                if tokens.get(token) == name:
                    del tokens[token]
            case KeepToken(token, name):
                tokens[token] = name
            case AddTally(key, tally):
                counters[key] = counters.get(key, Tally()).plus(tally)
    return Contribution(tokens, contribution.text, {key: tally for key, tally in counters.items() if tally})


def to_item(contribution: Contribution) -> dict[str, Any]:
    """Return the contribution as storage keeps it."""
    return {
        "tokens": dict(contribution.tokens),
        "text": contribution.text,
        "counters": [
            [key.field, key.option, key.owner, key.currency, tally.count, dict(tally.sums)]
            for key, tally in sorted(contribution.counters.items(), key=lambda pair: _order(pair[0]))
        ],
    }


def from_item(item: Mapping[str, Any]) -> Contribution:
    """Return the contribution that storage kept."""
    counters = {
        CounterKey(field, option, owner, currency): Tally(int(count), {name: int(n) for name, n in sums.items()})
        for field, option, owner, currency, count, sums in item.get("counters", ())
    }
    return Contribution(dict(item.get("tokens", {})), item.get("text", ""), counters)


def _token_steps(before: Contribution, after: Contribution) -> Iterator[Step]:
    for token, name in sorted(before.tokens.items()):
        if after.tokens.get(token) != name:
            yield DropToken(token, name)
    for token, name in sorted(after.tokens.items()):
        if before.text != after.text or before.tokens.get(token) != name:
            yield KeepToken(token, name, after.text)


def _counter_steps(before: Contribution, after: Contribution) -> Iterator[Step]:
    for key in sorted({*before.counters, *after.counters}, key=_order):
        tally = after.counters.get(key, Tally()).minus(before.counters.get(key, Tally()))
        if tally:
            yield AddTally(key, tally)


def _counters(object: Object, row: Row) -> dict[CounterKey, Tally]:
    owner = (row.owner if object.features.owned else row.created_by) or NONE
    amounts = [(money.name, row.values[money.name]) for money in object.sums if row.values.get(money.name)]
    first = next((row.values.get(money.name) for money in object.sums), None)
    tallies: dict[CounterKey, Tally] = {}
    for name, option in chain([(ALL, NONE)], _options(object, row)):
        counted_in = CounterKey(name, option, owner, _currency(first))
        tallies[counted_in] = Tally(1).plus(tallies.get(counted_in, Tally()))
        for summed, amount in amounts:
            summed_in = CounterKey(name, option, owner, _currency(amount))
            tallies[summed_in] = tallies.get(summed_in, Tally()).plus(Tally(0, sums_of(summed, amount)))
    return {key: tally for key, tally in tallies.items() if tally}


def _options(object: Object, row: Row) -> Iterator[tuple[str, str]]:
    for counted in object.tallied:
        stored = row.values.get(counted.name)
        if stored is None and not counted.options:
            continue  # of free words only those are counted that somebody put there
        for option in stored if isinstance(stored, list | tuple) else (stored,):
            yield counted.name, NONE if option is None else str(option)


def sums_of(name: str, amount: Mapping[str, Any]) -> dict[str, int]:
    """Return what an amount adds: itself and, of another currency than the firm's, its worth or that it has none."""
    sums = {name: int(amount["minor"])}
    if "base" not in amount:
        return sums
    worth = amount["base"]
    return sums | ({worth_of(name, worth["currency"]): int(worth["minor"])} if worth else {unknown_of(name): 1})


def worth_of(name: str, currency: str) -> str:
    """Return the name of the sum of what the amounts of a field were worth in the firm's ``currency``."""
    return f"{name}:{currency}"


def unknown_of(name: str) -> str:
    """Return the name under which the amounts of a field are counted whose worth is not known."""
    return f"{name}:?"


def _currency(amount: Mapping[str, Any] | None) -> str:
    return str(amount["currency"]) if amount else NONE


def _order(key: CounterKey) -> tuple[str, str, str, str]:
    return key.field, key.option, key.owner, key.currency
