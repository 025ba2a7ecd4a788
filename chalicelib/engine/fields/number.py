"""An exact decimal number: JSON numbers at the door, never a float inside.

Fifteen significant digits survive the trip through any JSON parser; a number with more is refused, not rounded.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from chalicelib.engine.fields.contract import EQUALITY, ORDER, CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.storage import slots

MOST_DIGITS = 15
MOST_DECIMALS = 6


def parse(field: Field, raw: Any, ctx: Context) -> int | Decimal:
    """Return the number, whole when it has no fraction."""
    return within(field, exact(raw, decimals=MOST_DECIMALS if field.decimals is None else field.decimals))


def exact(raw: Any, *, decimals: int) -> int | Decimal:
    """Return a JSON number as an exact one.

    :raises Refusal: when it is no number, not finite, or finer than ``decimals``.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise Refusal("not_a_number", "Send a number.")
    if isinstance(raw, int) and abs(raw) >= 10**MOST_DIGITS:
        raise Refusal("too_many_digits", f"Use at most {MOST_DIGITS} digits.")
    value = Decimal(repr(raw)) if isinstance(raw, float) else Decimal(raw)
    if not value.is_finite():
        raise Refusal("not_a_number", "Send a finite number.")
    if value == value.to_integral_value() and abs(value) < 10**MOST_DIGITS:
        return int(value)
    _, digits, exponent = value.normalize().as_tuple()
    if len(digits) > MOST_DIGITS or abs(value) >= 10**MOST_DIGITS:
        raise Refusal("too_many_digits", f"Use at most {MOST_DIGITS} digits.")
    if -int(exponent) > decimals:
        raise Refusal("too_many_decimals", f"Use at most {decimals} decimals." if decimals else "Send a whole number.")
    return value.normalize()


def within(field: Field, value: int | Decimal) -> int | Decimal:
    """Return the number when it lies within the field's limits.

    :raises Refusal: when it does not.
    """
    if field.min is not None and value < field.min:
        raise Refusal("too_small", f"Use {field.min} or more.")
    if field.max is not None and value > field.max:
        raise Refusal("too_large", f"Use {field.max} or less.")
    return value


def present(field: Field, stored: Any, ctx: Context) -> int | float:
    """Return a JSON number; at most fifteen digits, so the float prints what was sent."""
    return int(stored) if stored == int(stored) else float(stored)


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with; a query string can only spell it."""
    value = read_number(raw, ".") if isinstance(raw, str) else raw
    return slots.number(exact(value, decimals=MOST_DECIMALS))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the number in an order that bytes keep."""
    return (slots.number(stored),)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a number within its limits."""
    schema: dict[str, Any] = {"type": "integer" if field.decimals == 0 else "number"}
    if field.min is not None:
        schema["minimum"] = field.min
    if field.max is not None:
        schema["maximum"] = field.max
    return schema


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write plain digits with a decimal point."""
    return f"{stored:f}" if isinstance(stored, Decimal) else str(stored)


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> Decimal:
    """Read digits as the file's country writes them.

    :raises Refusal: when they are no number.
    """
    return read_number(text, style.decimal_mark)


def read_number(text: str, decimal_mark: str) -> Decimal:
    """Return the number that a person of the file's country would read.

    :raises Refusal: when it is none.
    """
    thousands = "." if decimal_mark == "," else ","
    digits = "".join(text.split()).replace("'", "").replace("%", "").replace(thousands, "").replace(decimal_mark, ".")
    try:
        value = Decimal(digits)
    except InvalidOperation:
        raise Refusal("not_a_number", "Write a number.") from None
    if not digits.isascii() or not value.is_finite():
        raise Refusal("not_a_number", "Write a number.")
    return value


NUMBER = FieldType(
    name="number",
    widget="number",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER),
    present=present,
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=(3, 2.5),
    properties=("default", "min", "max", "decimals", "unit", "unique", "indexed"),
)
