"""An amount in a currency, kept as whole minor units: cents are counted, never approximated.

Beside an amount in another currency than the firm's stands what it was worth when it was written, by which rate and of
which day (``engine/currencies.py``); None when nobody knew. Lists and filters go by that worth, so that a thousand yen
do not stand among thousands of euros.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
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
    """Return minor units and currency from ``{"amount": "1250.50", "currency": "EUR"}`` or a bare amount.

    What it is worth is told to readers and taken from nobody.
    """
    if isinstance(raw, str | int | float | Decimal) and not isinstance(raw, bool):
        raw = {"amount": raw, "currency": ctx.currency}
    given = only_keys(raw, ("amount", "currency", "base"))
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


def is_same(one: Mapping[str, Any], other: Mapping[str, Any] | None) -> bool:
    """Return whether two stored values are the same amount, whatever it was worth."""
    return other is not None and (one["minor"], one["currency"]) == (other["minor"], other["currency"])


def present(field: Field, stored: Any, ctx: Context) -> dict[str, Any]:
    """Return amount and currency, and for another currency than the firm's what it was worth in the firm's."""
    told = {"amount": of(stored).amount, "currency": stored["currency"]}
    if "base" not in stored:
        return told
    base = stored["base"]
    return {**told, "base": {**_worth(base), "rate": base["rate"], "rate_date": base["date"]} if base else None}


def _worth(base: Mapping[str, Any]) -> dict[str, str]:
    return {"amount": of(base).amount, "currency": base["currency"]}


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with: an amount in the firm's currency.

    :raises Refusal: when it is in another, for which no day's rate is meant.
    """
    asked = parse(replace(field, min=None), raw, ctx)
    if asked["currency"] != ctx.currency:
        raise Refusal("other_currency", f"Compare with an amount in {ctx.currency}.", at="currency")
    return keys(field, asked)[0]


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the worth in major units of the firm's currency; none when it is not known."""
    worth = stored.get("base", stored)
    return () if worth is None else (slots.number(Decimal(int(worth["minor"])).scaleb(-exponent(worth["currency"]))),)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe an amount with its currency and what it was worth."""
    amount = {"type": "string", "pattern": r"^-?\d{1,15}(\.\d{1,4})?$"}
    currency = {"type": "string", "pattern": "^[A-Z]{3}$"}
    day = {"type": "string", "format": "date"}
    worth = {"amount": amount, "currency": currency, "rate": {"type": "string"}, "rate_date": day}
    base = {"type": ["object", "null"], "properties": worth, "required": [*worth], "additionalProperties": False}
    return {
        "type": "object",
        "properties": {
            "amount": amount,
            "currency": currency,
            "base": {**base, "readOnly": True, "description": "In the firm's currency, when it was written."},
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
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=({"amount": "1250.50", "currency": "EUR"},),
    properties=("min", "max", "indexed"),
)
