"""Arithmetic inside a formula: exact decimals, money by its currency's rules, nothing where nothing can be told."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

from chalicelib.engine.formulas.amounts import Amount
from chalicelib.engine.formulas.dating import add_days
from chalicelib.kernel.money import Money, exponent

MOST_DECIMALS = 12
LARGEST = Decimal(10) ** 18
_DAY = Decimal(86_400)
_TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def add(a: Any, b: Any) -> Any:
    """Return the sum, the joined text, or the later day."""
    if isinstance(a, Amount):
        return a.plus(b)
    return add_days(a, b) if isinstance(a, date) else a + b


def subtract(a: Any, b: Any) -> Any:
    """Return the difference; between days and instants it is a number of days."""
    if isinstance(a, Amount):
        return a.plus(negate(b))
    if isinstance(a, date):
        return add_days(a, -b) if isinstance(b, Decimal) else _days(a - b)
    return a - b


def _days(span: timedelta) -> Decimal:
    return span.days + Decimal(span.seconds) / _DAY


def multiply(a: Any, b: Any) -> Any:
    """Return the product."""
    if isinstance(a, Amount):
        return a.times(b)
    return b.times(a) if isinstance(b, Amount) else a * b


def divide(a: Any, b: Any) -> Any:
    """Return the quotient.

    :raises ArithmeticError: when it is by zero.
    """
    if isinstance(b, Amount):
        return a.ratio(b)
    if isinstance(a, Amount):
        minor = (Decimal(a.money.minor) / b).to_integral_value(rounding=ROUND_HALF_EVEN)
        return Amount(Money(int(minor), a.money.currency))
    return a / b


def negate(a: Any) -> Any:
    """Return it with the other sign."""
    return Amount(Money(-a.money.minor, a.money.currency)) if isinstance(a, Amount) else -a


def absolute(a: Any) -> Any:
    """Return it without its sign."""
    return negate(a) if (a.money.minor if isinstance(a, Amount) else a) < 0 else a


def equal(a: Any, b: Any) -> bool | None:
    """Return whether both are the same, None when two currencies cannot be compared."""
    if isinstance(a, Amount):
        difference = a.order(b)
        return None if difference is None else difference == 0
    return bool(a == b)


def comparison(sign: str) -> Callable[[Any, Any], bool | None]:
    """Return what compares two values by ``sign``."""
    test = _TESTS[sign]

    def compare(a: Any, b: Any) -> bool | None:
        if isinstance(a, Amount):
            difference = a.order(b)
            return None if difference is None else test(difference, 0)
        return test(a, b)

    return compare


def least(*values: Any) -> Any:
    """Return the least of those that are something, None when two cannot be compared."""
    return _extreme(values, "<")


def most(*values: Any) -> Any:
    """Return the most of those that are something, None when two cannot be compared."""
    return _extreme(values, ">")


def _extreme(values: tuple[Any, ...], sign: str) -> Any:
    better = comparison(sign)
    found = [value for value in values if value is not None]
    best = found[0] if found else None
    for value in found[1:]:
        answer = better(value, best)
        if answer is None:
            return None
        best = value if answer else best
    return best


def rounded(value: Decimal, decimals: Decimal = Decimal(0)) -> Decimal:
    """Return the number to so many decimals, a half away from zero."""
    places = max(-MOST_DECIMALS, min(MOST_DECIMALS, int(decimals)))
    return _bounded(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def floor(value: Decimal) -> Decimal:
    """Return the whole number below."""
    return _bounded(value).to_integral_value(rounding=ROUND_FLOOR)


def ceil(value: Decimal) -> Decimal:
    """Return the whole number above."""
    return _bounded(value).to_integral_value(rounding=ROUND_CEILING)


def modulo(a: Decimal, b: Decimal) -> Decimal:
    """Return what a division leaves, with the sign of the divisor.

    :raises ArithmeticError: when it is by zero.
    """
    return a - b * (a / b).to_integral_value(rounding=ROUND_FLOOR)


def _bounded(value: Decimal) -> Decimal:
    if abs(value) > LARGEST:
        raise OverflowError("larger than anything that is kept")
    return value


def money(amount: Decimal, currency: str) -> Amount:
    """Return an amount, rounded to the currency's minor unit.

    :raises ValueError: when there is no such currency.
    """
    return Amount(Money(1, currency)).times(_bounded(amount).scaleb(exponent(currency)))


def spelled(value: Decimal) -> str:
    """Return a number in plain digits, without zeros that say nothing."""
    return f"{_bounded(value).normalize():f}" if value else "0"


def read(text: str) -> Decimal:
    """Return the number that a text of digits spells.

    :raises ArithmeticError: when it spells none.
    """
    value = Decimal(text.strip())
    if not value.is_finite():
        raise ArithmeticError("not a number")
    return value


def unreached(*_: Any) -> None:
    """Stand where ``evaluation`` computes the arguments itself."""
    raise AssertionError("this function is computed lazily")
