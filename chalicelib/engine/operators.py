"""The table of operators: what each compares with, what it asks of a value, and which stretch of a slot it leaves.

A value is its keys (``fields/contract.py``), so an operator knows no type: a type says which families of operators its
keys make sense for. A value of several keys meets a condition when any of them does; a ``not_`` operator is the plain
opposite of the other, so it holds for a record without a value.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chalicelib.engine import patterns
from chalicelib.storage import slots
from chalicelib.storage.slots import Bounds

Keys = Sequence[str]
Test = Callable[[Keys], bool]

NOTHING: Final = "nothing"
ONE: Final = "one"
TWO: Final = "two"
SEVERAL: Final = "several"
PART: Final = "part"
PATTERN: Final = "pattern"
PERIOD: Final = "period"
AGO: Final = "ago"
AHEAD: Final = "ahead"

PRESENCE: Final = ("empty", "not_empty")
EQUALITY: Final = ("eq", "ne", "in", "not_in", *PRESENCE)
ORDER: Final = ("gt", "gte", "lt", "lte", "between", "not_between")
PARTS: Final = (
    "contains", "not_contains", "starts", "not_starts", "ends", "not_ends", "like", "not_like", "regexp", "not_regexp",
)  # fmt: skip
TIME: Final = ("during", "not_during", "older_than", "further_than")


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator. ``takes`` says what it compares with, ``test`` makes the question out of the operands' keys."""

    name: str
    takes: str
    says: str
    test: Callable[[Keys], Test]
    bounds: Callable[[Keys], Sequence[Bounds]] | None = None


def _equal(keys: Keys) -> Test:
    return lambda own: keys[0] in own


def _one_of(keys: Keys) -> Test:
    wanted = frozenset(keys)
    return lambda own: not wanted.isdisjoint(own)


def _above(keys: Keys) -> Test:
    return lambda own: any(key > keys[0] for key in own)


def _at_least(keys: Keys) -> Test:
    return lambda own: any(key >= keys[0] for key in own)


def _below(keys: Keys) -> Test:
    return lambda own: any(key < keys[0] for key in own)


def _at_most(keys: Keys) -> Test:
    return lambda own: any(key <= keys[0] for key in own)


def _between(keys: Keys) -> Test:
    return lambda own: any(keys[0] <= key <= keys[1] for key in own)


def _during(keys: Keys) -> Test:
    return lambda own: any(keys[0] <= key < keys[1] for key in own)


def _present(_: Keys) -> Test:
    return bool


def _contains(keys: Keys) -> Test:
    return lambda own: any(keys[0] in key for key in own)


def _starts(keys: Keys) -> Test:
    return lambda own: any(key.startswith(keys[0]) for key in own)


def _ends(keys: Keys) -> Test:
    return lambda own: any(key.endswith(keys[0]) for key in own)


def _like(keys: Keys) -> Test:
    fits = patterns.like(keys[0])
    return lambda own: any(map(fits, own))


def _regexp(keys: Keys) -> Test:
    fits = patterns.regexp(keys[0])
    return lambda own: any(map(fits, own))


def _opposite(of: Operator, name: str, says: str) -> Operator:
    def test(keys: Keys) -> Test:
        holds = of.test(keys)
        return lambda own: not holds(own)

    return Operator(name, of.takes, says, test)


_POSITIVE: Final = (
    Operator("eq", ONE, "equals", _equal, lambda keys: (slots.equal(keys[0]),)),
    Operator("in", SEVERAL, "is one of", _one_of, lambda keys: [slots.equal(key) for key in sorted(set(keys))]),
    Operator("gt", ONE, "is greater than", _above, lambda keys: (slots.above(keys[0]),)),
    Operator("gte", ONE, "is at least", _at_least, lambda keys: (slots.at_least(keys[0]),)),
    Operator("lt", ONE, "is less than", _below, lambda keys: (slots.below(keys[0]),)),
    Operator("lte", ONE, "is at most", _at_most, lambda keys: (slots.at_most(keys[0]),)),
    Operator("between", TWO, "lies between two values, both included", _between,
             lambda keys: (slots.between(keys[0], keys[1]),)),
    Operator("not_empty", NOTHING, "holds something", _present, lambda _: (slots.not_empty(),)),
    Operator("contains", PART, "contains a text", _contains),
    Operator("starts", PART, "begins with a text", _starts, lambda keys: (slots.prefix(keys[0]),)),
    Operator("ends", PART, "ends with a text", _ends),
    Operator("like", PATTERN, "fits a pattern: `%` any text, `_` one character, `\\` the next as it is", _like),
    Operator("regexp", PATTERN, "has a part that fits a regular expression", _regexp),
    Operator("during", PERIOD, "lies in a period", _during,
             lambda keys: (Bounds(slots.at_least(keys[0]).lower, slots.below(keys[1]).upper),)),
    Operator("older_than", AGO, "lies longer ago", _below, lambda keys: (slots.below(keys[0]),)),
    Operator("further_than", AHEAD, "lies further ahead", _at_least, lambda keys: (slots.at_least(keys[0]),)),
)  # fmt: skip
_BY_NAME: Final = {operator.name: operator for operator in _POSITIVE}

TABLE: Final[Mapping[str, Operator]] = {
    **_BY_NAME,
    "empty": Operator("empty", NOTHING, "holds nothing", lambda _: lambda own: not own, lambda _: (slots.empty(),)),
    "ne": _opposite(_BY_NAME["eq"], "ne", "does not equal"),
    "not_in": _opposite(_BY_NAME["in"], "not_in", "is none of"),
    "not_between": _opposite(_BY_NAME["between"], "not_between", "does not lie between two values"),
    "not_contains": _opposite(_BY_NAME["contains"], "not_contains", "does not contain a text"),
    "not_starts": _opposite(_BY_NAME["starts"], "not_starts", "does not begin with a text"),
    "not_ends": _opposite(_BY_NAME["ends"], "not_ends", "does not end with a text"),
    "not_like": _opposite(_BY_NAME["like"], "not_like", "does not fit a pattern"),
    "not_regexp": _opposite(_BY_NAME["regexp"], "not_regexp", "has no part that fits a regular expression"),
    "not_during": _opposite(_BY_NAME["during"], "not_during", "does not lie in a period"),
}
