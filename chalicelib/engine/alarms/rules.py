"""What an alarm waits for, as people say it and as it is held against a number.

A ``Limit`` waits for a number above, below, between or outside values; a ``Change`` for a number that has moved by so
many percent against the period before; an ``Anomaly`` for one that its own past does not lead to expect.

Of a figure that adds up, such as mails sent, a rule may look at what was added in a span: a day, a week or a month of
thirty days. Of one that stands somewhere, such as the size of a segment, a span is how far a change looks back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from chalicelib.kernel.errors import FieldError, InvalidInput

LIMIT, CHANGE, ANOMALY = KINDS = ("limit", "change", "anomaly")
ABOVE, BELOW, BETWEEN, OUTSIDE = OPS = ("above", "below", "between", "outside")
UP, DOWN, EITHER = DIRECTIONS = ("up", "down", "either")
TOTAL: Final = "total"
DAYS: Final[Mapping[str, int]] = {"day": 1, "week": 7, "month": 30}
SPANS: Final = (TOTAL, *DAYS)
SENSITIVITIES: Final[Mapping[str, Decimal]] = {"low": Decimal(5), "normal": Decimal("3.5"), "high": Decimal("2.5")}
"""From how many robust standard deviations on a number is told of; 3.5 is what Iglewicz and Hoaglin propose."""

MOST: Final = Decimal(10) ** 15
MOST_PERCENT: Final = 10_000
DECIMAL: Final = r"-?\d{1,15}(?:\.\d{1,6})?"


@dataclass(frozen=True, slots=True)
class Limit:
    """Told when a number is ``op`` a ``value``, or a value and an ``upper`` one."""

    op: str
    value: Decimal
    upper: Decimal
    span: str = TOTAL


@dataclass(frozen=True, slots=True)
class Change:
    """Told when a number has moved by at least ``percent`` against the span before."""

    direction: str
    percent: Decimal
    span: str


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Told when a day's number lies so many robust standard deviations, or more, from those of comparable days."""

    direction: str
    sensitivity: str

    @property
    def most(self) -> Decimal:
        """How many deviations are too many."""
        return SENSITIVITIES[self.sensitivity]


Rule = Limit | Change | Anomaly


def checked(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a rule as it is stored: what its kind needs, and nothing else.

    :raises InvalidInput: naming each part that makes no sense.
    """
    kind = said.get("kind")
    if kind == LIMIT:
        return _limit(said)
    if kind == CHANGE:
        percent = _decimal(said, "percent")
        if not 0 < percent <= MOST_PERCENT:
            raise _fault("percent", "out_of_range", f"Say a percentage above 0, of at most {MOST_PERCENT}.")
        span = said.get("span", "day")
        if span == TOTAL:
            raise _fault("span", "not_an_option", "Compare with a day, a week or a month before.")
        direction = said.get("direction", EITHER)
        return {"kind": CHANGE, "direction": direction, "percent": spelled(percent), "span": span}
    if kind == ANOMALY:
        chosen = {"direction": said.get("direction", EITHER), "sensitivity": said.get("sensitivity", "normal")}
        return {"kind": ANOMALY, **chosen}
    raise _fault("kind", "not_an_option", "Choose one of: limit, change, anomaly.")


def of(stored: Mapping[str, Any]) -> Rule:
    """Return the rule that was stored."""
    if stored["kind"] == LIMIT:
        value = Decimal(stored["value"])
        return Limit(stored["op"], value, Decimal(stored.get("upper", value)), stored["span"])
    if stored["kind"] == CHANGE:
        return Change(stored["direction"], Decimal(stored["percent"]), stored["span"])
    return Anomaly(stored["direction"], stored["sensitivity"])


def spelled(number: Decimal) -> str:
    """Return a number as the API says it: without an exponent or idle zeros."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _limit(said: Mapping[str, Any]) -> dict[str, Any]:
    op, value, span = said.get("op", ABOVE), _decimal(said, "value"), said.get("span", TOTAL)
    told = {"kind": LIMIT, "op": op, "value": spelled(value), "span": span}
    if op not in (BETWEEN, OUTSIDE):
        return told
    upper = _decimal(said, "upper")
    if upper <= value:
        raise _fault("upper", "out_of_order", "The second value must be above the first.")
    return {**told, "upper": spelled(upper)}


def _decimal(said: Mapping[str, Any], name: str) -> Decimal:
    try:
        number = Decimal(said[name])
    except (KeyError, TypeError, InvalidOperation):
        raise _fault(name, "required", "Say a number.") from None
    if abs(number) > MOST:
        raise _fault(name, "out_of_range", "This is more than can be counted.")
    return number


def _fault(name: str, code: str, message: str) -> InvalidInput:
    return InvalidInput("This rule makes no sense.", errors=[FieldError(f"rule.{name}", code, message)])
