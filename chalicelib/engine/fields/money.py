"""An amount in a currency, kept as whole minor units: cents are counted, never approximated."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from chalicelib.engine.fields.contract import EQUALITY, ORDER, CsvStyle, FieldType, Refusal, only_keys
from chalicelib.engine.fields.number import read_number
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.money import Money, exponent
from chalicelib.storage import slots

MOST_MINOR = 10**15
AMOUNT = re.compile(r"-?\d{1,15}(\.\d{1,4})?", re.ASCII)
SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP"}


def parse(field: Field, raw: Any, ctx: Context) -> dict[str, Any]:
    """Return minor units and currency from ``{"amount": "1250.50", "currency": "EUR"}`` or a bare amount."""
    if isinstance(raw, str | int | float | Decimal) and not isinstance(raw, bool):
        raw = {"amount": raw, "currency": ctx.currency}
    given = only_keys(raw, ("amount", "currency"))
    amount, currency = written(given.get("amount")), given.get("currency") or ctx.currency
    if not isinstance(currency, str):
        raise Refusal("unknown_currency", "Send an ISO 4217 code such as EUR.", at="currency")
    value = counted(amount, currency.upper())
    if abs(value.minor) >= MOST_MINOR:
        raise Refusal("too_large", "The amount is too large.", at="amount")
    if field.min is not None and value.minor < field.min:
        raise Refusal("too_small", f"Use {field.min} or more.", at="amount")
    return {"minor": value.minor, "currency": value.currency}


def written(amount: Any) -> str:
    """Return an amount as digits; a JSON number is taken at its printed value."""
    if isinstance(amount, bool) or not isinstance(amount, str | int | float | Decimal):
        raise Refusal("not_an_amount", 'Send an amount such as "1250.50".', at="amount")
    text = (
        amount.strip()
        if isinstance(amount, str)
        else f"{Decimal(repr(amount) if isinstance(amount, float) else amount):f}"
    )
    if not AMOUNT.fullmatch(text):
        raise Refusal("not_an_amount", 'Send an amount such as "1250.50".', at="amount")
    return text


def counted(amount: str, currency: str) -> Money:
    """Return the money, exact in the currency's own minor unit."""
    try:
        exponent(currency)
    except ValueError:
        raise Refusal("unknown_currency", "Send an ISO 4217 code such as EUR.", at="currency") from None
    try:
        return Money.parse(amount, currency)
    except ValueError:
        raise Refusal("too_many_decimals", f"{currency} has fewer decimals.", at="amount") from None


def of(stored: Mapping[str, Any]) -> Money:
    """Return a stored value as money."""
    return Money(int(stored["minor"]), stored["currency"])


def present(field: Field, stored: Any, ctx: Context) -> dict[str, str]:
    """Return amount and currency."""
    return {"amount": of(stored).amount, "currency": stored["currency"]}


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the amount in major units, so that currencies stand side by side."""
    return (slots.number(Decimal(int(stored["minor"])).scaleb(-exponent(stored["currency"]))),)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe an amount with its currency."""
    return {
        "type": "object",
        "properties": {
            "amount": {"type": "string", "pattern": r"^-?\d{1,15}(\.\d{1,4})?$"},
            "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        },
        "required": ["amount", "currency"],
        "additionalProperties": False,
    }


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the amount and its currency."""
    return f"{of(stored).amount} {stored['currency']}"


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> dict[str, str]:
    """Read an amount with or without a currency's sign or code."""
    currency = next((code for sign, code in SYMBOLS.items() if sign in text), ctx.currency)
    if code := re.search(r"\b[A-Z]{3}\b", text):
        currency = code.group()
    digits = re.sub(r"[A-Z]{3}|[€$£]", "", text)
    return {"amount": f"{read_number(digits, style.decimal_mark):f}", "currency": currency}


MONEY = FieldType(
    name="money",
    widget="money",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *ORDER),
    present=present,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=({"amount": "1250.50", "currency": "EUR"},),
    properties=("min", "max", "indexed"),
)
