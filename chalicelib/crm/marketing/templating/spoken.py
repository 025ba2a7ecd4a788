"""A field's value as a sentence says it: ``1.250,50 €``, ``24 de noviembre de 2026``, ``Sí``, a choice's label.

Mails are read by people, so a value is said in the language of the mail. What is empty is None, and so is what no
sentence can say, such as a list of order lines.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from chalicelib.crm.marketing.templating import phrases
from chalicelib.engine import mail_layout
from chalicelib.engine.fields import address, channels, rich_text
from chalicelib.engine.objects import Field
from chalicelib.kernel import clock
from chalicelib.kernel.money import Money

Said = str | dict[str, str] | None
_SYMBOLS: Final[Mapping[str, str]] = {"EUR": "€", "USD": "$", "GBP": "£", "MXN": "$", "BRL": "R$"}
_YES_NO: Final = {"es": ("Sí", "No"), "en": ("Yes", "No")}


@dataclass(frozen=True, slots=True)
class Saying:
    """Which field is said, in which language, by whose clock."""

    field: Field
    locale: str
    time_zone: str


def value(saying: Saying, stored: Any) -> Said:
    """Return what a field holds as words; an address also by its parts, as ``line``, ``city`` and so on."""
    if stored in (None, "", [], {}):
        return None
    if saying.field.type == "address":
        parts = {name: phrases.value(str(part)) for name, part in stored.items() if part}
        return {**parts, "line": phrases.value(address.one_line(stored))} if parts else None
    said = _SAID.get(saying.field.result or saying.field.type)
    text = said(saying, stored) if said else None
    return phrases.value(text) if text else None


def number(amount: Decimal | int, locale: str) -> str:
    """Return a number with its thousands apart, as the language writes it."""
    plain = f"{Decimal(amount):,f}"
    return plain if locale == "en" else plain.translate(str.maketrans(",.", ".,"))


def money(amount: Money, locale: str) -> str:
    """Return an amount with its currency where the language puts it."""
    written = number(amount.decimal, locale)
    symbol = _SYMBOLS.get(amount.currency, amount.currency)
    if locale == "en":
        return f"{symbol}{written}" if len(symbol) < 3 else f"{symbol} {written}"
    return f"{written} {symbol}"


def _plain(_: Saying, stored: Any) -> str:
    return str(stored)


def _channel(_: Saying, stored: Any) -> str:
    return str(channels.primary(stored)["value"])


def _amount(saying: Saying, stored: Any) -> str:
    return money(Money(int(stored["minor"]), stored["currency"]), saying.locale)


def _number(saying: Saying, stored: Any) -> str:
    unit = f" {saying.field.unit}" if saying.field.unit else ""
    return f"{number(stored, saying.locale)}{unit}"


def _choice(saying: Saying, stored: Any) -> str:
    labels = {option.value: option.label.text(saying.locale) for option in saying.field.options}
    return ", ".join(labels.get(one, str(one)) for one in (stored if isinstance(stored, list) else [stored]))


def _day(saying: Saying, stored: Any) -> str:
    return mail_layout.spoken_day(saying.locale, date.fromisoformat(stored))


def _instant(saying: Saying, stored: Any) -> str:
    utc, zone = (stored["utc"], stored["time_zone"]) if isinstance(stored, dict) else (stored, saying.time_zone)
    return mail_layout.spoken_time(saying.locale, clock.parse(utc), zone)


def _boolean(saying: Saying, stored: Any) -> str:
    return _YES_NO["en" if saying.locale == "en" else "es"][0 if stored else 1]


def _rich(_: Saying, stored: Any) -> str:
    return rich_text.plain(str(stored))


def _list(_: Saying, stored: Any) -> str:
    return ", ".join(map(str, stored))


_SAID: Final[Mapping[str, Callable[[Saying, Any], str]]] = {
    **dict.fromkeys(("text", "long_text", "person_name", "url", "time"), _plain),
    **dict.fromkeys(("email", "phone"), _channel),
    **dict.fromkeys(("number", "integer", "percent", "rating"), _number),
    **dict.fromkeys(("choice", "multi_choice", "stage"), _choice),
    "money": _amount,
    "date": _day,
    "date_time": _instant,
    "boolean": _boolean,
    "rich_text": _rich,
    "tags": _list,
}
SAYABLE: Final = frozenset({*_SAID, "address"})
"""The types of field that a mail can name."""
