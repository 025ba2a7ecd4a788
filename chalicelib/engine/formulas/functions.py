"""What a formula can call: each function with the kinds it takes, the kind it gives and what it does with nothing.

A function is an entry in a table; the reference page is written from the same table. Unless an entry says otherwise,
a function of nothing is nothing, and so is whatever cannot be computed: a division by zero, a day that does not exist.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from chalicelib.engine.formulas import calculating, dating
from chalicelib.kernel.text import fold

KINDS = ("number", "text", "boolean", "date", "date_time", "money", "list")
SINGLE = KINDS[:-1]
ORDERED = ("number", "date", "date_time", "money")
LONGEST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where a formula is computed: what it must not look up itself."""

    now: datetime
    time_zone: str
    currency: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to call a function; with ``more`` the last kind may be repeated."""

    takes: tuple[str, ...]
    gives: str
    more: bool = False

    def fits(self, kinds: Sequence[str]) -> bool:
        """Return whether it can be called with values of these kinds; ``nothing`` fits everywhere."""
        wanted = self.takes
        if self.more and len(kinds) > len(wanted):
            wanted = (*wanted, *[wanted[-1]] * (len(kinds) - len(wanted)))
        return len(kinds) == len(wanted) and all(
            kind in (want, "nothing") for kind, want in zip(kinds, wanted, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Function:
    """One function. ``apply`` gets a moment first where ``placed``, and None among its arguments where ``lenient``."""

    shapes: tuple[Shape, ...]
    apply: Callable[..., Any]
    says: str
    lenient: bool = False
    placed: bool = False


def shape(takes: str, gives: str, *, more: bool = False) -> Shape:
    """Return a shape from the names of its kinds, parted by blanks."""
    return Shape(tuple(takes.split()), gives, more)


def _for_each(kinds: Sequence[str], takes: str, gives: str = "", *, more: bool = False) -> tuple[Shape, ...]:
    """Return one shape for each kind, which stands where ``takes`` and ``gives`` have a *."""
    return tuple(shape(takes.replace("*", kind), gives or kind, more=more) for kind in kinds)


def _concat(*parts: str | None) -> str:
    return "".join(part for part in parts if part is not None)[:LONGEST_TEXT]


def _contains(whole: str | Sequence[str], part: str) -> bool:
    return fold(part) in fold(whole) if isinstance(whole, str) else part in whole


OPERATORS: Mapping[str, Function] = {
    "+": Function(
        (*_for_each(("number", "money"), "* *"), shape("text text", "text"), shape("date number", "date")),
        calculating.add,
        "Adds; joins texts; a date plus a number is so many days later. Two currencies give nothing.",
    ),
    "-": Function(
        (
            *_for_each(("number", "money"), "* *"),
            shape("date number", "date"),
            *_for_each(("date", "date_time"), "* *", "number"),
        ),
        calculating.subtract,
        "Subtracts; between two dates or times it gives days.",
    ),
    "*": Function(
        (shape("number number", "number"), shape("money number", "money"), shape("number money", "money")),
        calculating.multiply,
        "Multiplies; money is rounded half to even to its minor unit.",
    ),
    "/": Function(
        (shape("number number", "number"), shape("money number", "money"), shape("money money", "number")),
        calculating.divide,
        "Divides; by zero it gives nothing.",
    ),
    "negative": Function(_for_each(("number", "money"), "*"), calculating.negate, "Turns the sign: -amount."),
    "=": Function(_for_each(SINGLE, "* *", "boolean"), calculating.equal, "Is equal; texts to the letter."),
    "!=": Function(
        _for_each(SINGLE, "* *", "boolean"),
        lambda a, b: None if (same := calculating.equal(a, b)) is None else not same,
        "Is not equal.",
    ),
} | {
    sign: Function(_for_each((*ORDERED, "text"), "* *", "boolean"), calculating.comparison(sign), says)
    for sign, says in {
        "<": "Is less.",
        "<=": "Is less or equal.",
        ">": "Is more.",
        ">=": "Is more or equal.",
    }.items()
}

LAZY: Mapping[str, Function] = {
    "and": Function((shape("boolean", "boolean", more=True),), calculating.unreached, "All hold.", lenient=True),
    "or": Function((shape("boolean", "boolean", more=True),), calculating.unreached, "Any holds.", lenient=True),
    "if": Function(
        (*_for_each(SINGLE, "boolean * *"), *_for_each(SINGLE, "boolean *")),
        calculating.unreached,
        "The second when the first holds, else the third; nothing counts as not.",
        lenient=True,
    ),
    "coalesce": Function(
        _for_each(SINGLE, "*", more=True), calculating.unreached, "The first that is something.", lenient=True
    ),
}
"""Those whose arguments are computed only as far as needed; ``evaluation`` knows how."""

FUNCTIONS: Mapping[str, Function] = {
    "not": Function((shape("boolean", "boolean"),), lambda a: not a, "Does not hold."),
    "is_empty": Function(
        _for_each(KINDS, "*", "boolean"),
        lambda a: a is None or a == "" or a == (),
        "Whether there is nothing.",
        lenient=True,
    ),
    "concat": Function(
        (shape("text", "text", more=True),), _concat, "Joins texts; nothing counts as an empty one.", lenient=True
    ),
    "upper": Function((shape("text", "text"),), lambda a: a.upper(), "In capitals."),
    "lower": Function((shape("text", "text"),), lambda a: a.lower(), "In small letters."),
    "trim": Function((shape("text", "text"),), lambda a: " ".join(a.split()), "Without blanks around and twice."),
    "len": Function(_for_each(("text", "list"), "*", "number"), lambda a: Decimal(len(a)), "How many characters."),
    "left": Function((shape("text number", "text"),), lambda a, n: a[: max(0, int(n))], "The first characters."),
    "right": Function(
        (shape("text number", "text"),), lambda a, n: a[-int(n) :] if int(n) > 0 else "", "The last characters."
    ),
    "contains": Function(
        (shape("text text", "boolean"), shape("list text", "boolean")),
        _contains,
        "Whether the second is part of the first, whatever the accents and capitals.",
    ),
    "starts": Function(
        (shape("text text", "boolean"),), lambda a, b: fold(a).startswith(fold(b)), "Whether it begins with the second."
    ),
    "text": Function((shape("number", "text"),), calculating.spelled, "A number as text."),
    "number": Function((shape("text", "number"),), calculating.read, "A text of digits as a number."),
    "round": Function(
        (shape("number", "number"), shape("number number", "number")),
        calculating.rounded,
        "To so many decimals, none if not said; a half goes away from zero.",
    ),
    "floor": Function((shape("number", "number"),), calculating.floor, "The whole number below."),
    "ceil": Function((shape("number", "number"),), calculating.ceil, "The whole number above."),
    "abs": Function(_for_each(("number", "money"), "*"), calculating.absolute, "Without its sign."),
    "mod": Function((shape("number number", "number"),), calculating.modulo, "What a division leaves."),
    "min": Function(
        _for_each(ORDERED, "*", more=True), calculating.least, "The least that is something.", lenient=True
    ),
    "max": Function(_for_each(ORDERED, "*", more=True), calculating.most, "The most that is something.", lenient=True),
    "today": Function((shape("", "date"),), dating.today, "The day of now.", placed=True),
    "now": Function((shape("", "date_time"),), lambda moment: moment.now, "This instant.", placed=True),
    "date": Function(
        (shape("number number number", "date"), shape("text", "date"), shape("date_time", "date")),
        dating.day_of,
        'The day of year, month and day, of a text such as "2026-11-21", or of an instant.',
        placed=True,
    ),
    "days_between": Function(
        (shape("date date", "number"), shape("date_time date_time", "number")),
        lambda a, b: calculating.subtract(b, a),
        "How many days from the first to the second.",
    ),
    "add_days": Function(
        (shape("date number", "date"), shape("date_time number", "date_time")), dating.add_days, "So many days later."
    ),
    "add_months": Function(
        (shape("date number", "date"), shape("date_time number", "date_time")),
        dating.add_months,
        "So many months later, on the last day where the month is shorter.",
    ),
    "money": Function(
        (shape("number text", "money"),), calculating.money, 'An amount in a currency: money(100, "EUR").'
    ),
    "amount": Function((shape("money", "number"),), lambda a: a.money.decimal, "The number in front of the currency."),
    "currency": Function((shape("money", "text"),), lambda a: a.money.currency, "The code of the currency."),
    "base": Function(
        (shape("money", "money"),),
        lambda moment, a: a.base(moment.currency),
        "In the firm's own currency, by the rate kept with the amount; nothing when none was known.",
        placed=True,
    ),
} | {
    part: Function(
        _for_each(("date", "date_time"), "*", "number"),
        dating.part(part),
        f"The {part} of a day or an instant, as a number.",
        placed=True,
    )
    for part in ("year", "month", "day")
}

CLOCKS = frozenset({"today", "now"})
"""Those whose value changes by itself, so that it cannot be kept."""

ALL: Mapping[str, Function] = {**OPERATORS, **LAZY, **FUNCTIONS}


def kind_of(value: Any) -> str:
    """Return the kind of a value that stands in a formula."""
    if value is None:
        return "nothing"
    kinds = {bool: "boolean", Decimal: "number", str: "text", datetime: "date_time", date: "date"}
    return kinds[type(value)]
