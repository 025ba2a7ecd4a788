"""Values: what a word or a figure is as the value of a field, as JSON carries it."""

from decimal import Decimal
from typing import Any

from chalicelib.engine.asking.deciding import Unmeant
from chalicelib.engine.asking.lexing import Amount, Place, Reading
from chalicelib.engine.asking.vocabulary import Chosen
from chalicelib.engine.asking.whens import When
from chalicelib.engine.asking.words import phrase
from chalicelib.engine.objects import Field
from chalicelib.kernel.money import Money

TEXTS = ("text", "email", "phone", "url", "person_name", "tags", "address", "multi_choice")
NUMBERS = ("number", "integer", "percent", "rating")


def kind_of(field: Field) -> str:
    """Return as what type a field behaves."""
    return field.result or field.type


def plain(value: Decimal) -> int | float:
    """Return a number as JSON carries it."""
    return int(value) if value == value.to_integral_value() else float(value)


def money(value: Amount | Decimal, currency: str) -> dict[str, str]:
    """Return an amount of the firm's currency.

    :raises Unmeant: when it is of another, for which no day's rate is meant.
    """
    told = value if isinstance(value, Amount) else Amount(value, currency)
    if told.currency != currency:
        raise Unmeant("other_currency")
    try:
        return {"amount": Money.parse(told.value, currency).amount, "currency": currency}
    except ValueError:
        raise Unmeant("too_many_decimals") from None


def number(value: Any) -> int | float:
    """Return a figure.

    :raises Unmeant: when it is an amount of money.
    """
    if not isinstance(value, Decimal):
        raise Unmeant("not_a_number")
    return plain(value)


def of(field: Field, reading: Reading, written: str, currency: str) -> Any:
    """Return what a reading says as a value of the field; ``written`` is the text of its words.

    :raises Unmeant: when it is none.
    """
    kind, payload = kind_of(field), reading.payload
    if reading.terminal in ("QUOTED", "REF"):
        return _literal(field, payload)
    if kind in ("choice", "stage", "multi_choice"):
        return _option(field, reading, written)
    if kind == "money":
        return money(payload, currency) if isinstance(payload, Amount | Decimal) else _no()
    if kind in NUMBERS:
        return number(payload)
    if kind == "boolean":
        return {"TRUE": True, "FALSE": False}.get(reading.terminal) if reading.terminal in ("TRUE", "FALSE") else _no()
    if kind in ("date", "date_time"):
        return payload.first.isoformat() if isinstance(payload, When) and payload.first else _no()
    if kind in ("user", "link"):
        return payload[0] if reading.terminal == "USER" and kind == "user" and len(payload) == 1 else _no()
    if isinstance(payload, Place):
        return payload.name if payload.kind == "country" and field.name == "country" else written
    return written


def _literal(field: Field, text: str) -> Any:
    kind = kind_of(field)
    if kind in NUMBERS:
        try:
            return plain(Decimal(text))
        except (ArithmeticError, ValueError):
            raise Unmeant("not_a_number") from None
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind in ("choice", "stage", "multi_choice"):
        return _named_option(field, text)
    return text


def _option(field: Field, reading: Reading, written: str) -> str:
    if reading.terminal == "CHOICE":
        for chosen in reading.payload:
            if (
                isinstance(chosen, Chosen)
                and chosen.name == field.name
                and any(option.value == chosen.value for option in field.options)
            ):
                return str(chosen.value)
    return _named_option(field, written, strict=True)


def option(field: Field, written: str) -> str | None:
    """Return the option of a field that some words name, by its label or by its value between brackets."""
    if kind_of(field) not in ("choice", "stage", "multi_choice"):
        return None
    try:
        return _named_option(field, written.strip("[]"), strict=True)
    except Unmeant:
        return None


def _named_option(field: Field, text: str, *, strict: bool = False) -> str:
    said = phrase(text)
    for option in field.options:
        if option.value == text or said in (phrase(option.label.es), phrase(option.label.en)):
            return option.value
    if strict or field.options:
        raise Unmeant("not_an_option")
    return text


def _no() -> Any:
    raise Unmeant("not_a_value")
