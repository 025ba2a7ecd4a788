"""Between what a record stores and what a formula computes with."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from chalicelib.engine.fields.date_time import spelled
from chalicelib.engine.formulas.amounts import Amount
from chalicelib.engine.formulas.kinds import of_field
from chalicelib.engine.objects import Field
from chalicelib.kernel import clock
from chalicelib.kernel.money import Money

LONGEST_RESULT = 1_000
MOST_DIGITS = 15
MOST_DECIMALS = 6
MOST_MINOR = 10**15


def computable(field: Field, stored: Any) -> Any:
    """Return a stored value as a formula computes with it, None when there is none."""
    kind = of_field(field)
    return None if stored is None or kind is None else _READERS[kind](stored)


def _number(stored: Any) -> Decimal:
    return Decimal(stored)


def _text(stored: Any) -> str:
    if isinstance(stored, str):
        return stored
    primary = next((entry for entry in stored if entry.get("primary")), stored[0])
    return str(primary["value"])


def _instant(stored: Any) -> datetime:
    return clock.parse(stored["utc"] if isinstance(stored, Mapping) else stored)


def _amount(stored: Any) -> Amount:
    worth = stored.get("base")
    return Amount(
        Money(int(stored["minor"]), stored["currency"]),
        Money(int(worth["minor"]), worth["currency"]) if worth else None,
    )


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "number": _number,
    "text": _text,
    "boolean": bool,
    "date": date.fromisoformat,
    "date_time": _instant,
    "money": _amount,
    "list": tuple,
}


def storable(field: Field, value: Any) -> Any:
    """Return a computed value as a field of the formula's result stores it, None when it has no place there."""
    if value is None:
        return None
    kind = of_field(field)
    return None if kind is None else _WRITERS[kind](field, value)


def _stored_number(field: Field, value: Decimal) -> int | Decimal | None:
    decimals = 0 if field.result == "integer" else MOST_DECIMALS if field.decimals is None else field.decimals
    if not value.is_finite() or abs(value) >= Decimal(10) ** MOST_DIGITS:
        return None
    whole_digits = max(1, value.adjusted() + 1)
    kept = value.quantize(Decimal(1).scaleb(-min(decimals, MOST_DIGITS - whole_digits)), rounding=ROUND_HALF_EVEN)
    return int(kept) if kept == kept.to_integral_value() else kept.normalize()


def _stored_text(_field: Field, value: str) -> str | None:
    return value[:LONGEST_RESULT].strip() or None


def _stored_amount(_field: Field, value: Amount) -> dict[str, Any] | None:
    if abs(value.money.minor) >= MOST_MINOR:
        return None
    return {"minor": value.money.minor, "currency": value.money.currency}


_WRITERS: Mapping[str, Callable[[Field, Any], Any]] = {
    "number": _stored_number,
    "text": _stored_text,
    "boolean": lambda _field, value: value,
    "date": lambda _field, value: value.isoformat() if value.year >= 1000 else None,
    "date_time": lambda _field, value: spelled(value) if 1000 < value.year < 9999 else None,
    "money": _stored_amount,
}
