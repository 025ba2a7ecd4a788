"""Ordered slots: values written so that the order of their bytes is the order of the values.

A slot key is the encoded value, a separator and the record's id. DynamoDB compares sort keys by their UTF-8 bytes,
which is the order of code points. The separator is lower than every character of an encoded value, so that "ana"
comes before "ana maria" whatever the ids. The null marker is the empty value: records without a value stay in the list,
before all others.

Numbers: a sign digit, the exponent, then the digits; a negative number has both complemented. Long text is cut, so an
equality on it must be checked against the record's own value.
"""

import datetime
from decimal import Decimal
from typing import NamedTuple

from chalicelib.kernel import clock
from chalicelib.kernel.money import Money
from chalicelib.kernel.text import fold

SEPARATOR = "\x1f"
ABSENT = SEPARATOR
"""In place of an encoded value: the record takes no place in this slot, not even among those without a value."""

_AFTER_IDS = "~"
_LAST = "\U0010ffff"
_LONGEST_TEXT = 120
_BIAS = 500
_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def number(value: int | Decimal) -> str:
    """Return the encoding of a number of up to 38 digits."""
    sign, digits, exponent = Decimal(value).as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"{value} has no place in an order")
    significant = "".join(map(str, digits)).lstrip("0")
    if not significant:
        return "5"
    magnitude = f"{len(significant) + exponent + _BIAS:03d}{significant.rstrip('0')}"
    return "4" + magnitude.translate(_COMPLEMENT) + _AFTER_IDS if sign else "6" + magnitude


def money(value: Money) -> str:
    """Return the encoding of an amount; currencies are not converted."""
    return number(value.decimal)


def date(value: datetime.date | str) -> str:
    """Return the encoding of a calendar date."""
    return value if isinstance(value, str) else value.isoformat()


def date_time(value: datetime.datetime | str) -> str:
    """Return the encoding of an instant, given as such or as its stamp."""
    return value if isinstance(value, str) else clock.stamp(value)


def text(value: str) -> str:
    """Return the encoding of a text: folded, and cut after 120 characters."""
    return fold(value)[:_LONGEST_TEXT]


def choice(value: str) -> str:
    """Return the encoding of an option."""
    return value


def boolean(value: bool) -> str:
    """Return the encoding of a yes or no."""
    return "1" if value else "0"


def key(encoded: str | None, id: str) -> str:
    """Return the slot key of record ``id``; None stands for no value."""
    return f"{encoded or ''}{SEPARATOR}{id}"


def value_of(slot_key: str) -> str | None:
    """Return the encoded value in a slot key, or None for the null marker."""
    return slot_key.rpartition(SEPARATOR)[0] or None


def id_of(slot_key: str) -> str:
    """Return the record id in a slot key."""
    return slot_key.rpartition(SEPARATOR)[2]


class Bounds(NamedTuple):
    """The inclusive ends of a range of slot keys; None means open."""

    lower: str | None
    upper: str | None


def equal(value: str | None) -> Bounds:
    """Return the range of records with exactly this value; None asks for those without one."""
    return Bounds(f"{value or ''}{SEPARATOR}", f"{value or ''}{SEPARATOR}{_AFTER_IDS}")


def at_least(value: str) -> Bounds:
    """Return the range of records with this value or a greater one."""
    return Bounds(f"{value}{SEPARATOR}", None)


def above(value: str) -> Bounds:
    """Return the range of records with a greater value."""
    return Bounds(f"{value}{SEPARATOR}{_AFTER_IDS}", None)


def at_most(value: str) -> Bounds:
    """Return the range of records with this value or a smaller one; those without a value are outside."""
    return Bounds(not_empty().lower, f"{value}{SEPARATOR}{_AFTER_IDS}")


def below(value: str) -> Bounds:
    """Return the range of records with a smaller value; those without a value are outside."""
    return Bounds(not_empty().lower, f"{value}{SEPARATOR}")


def between(lowest: str, highest: str) -> Bounds:
    """Return the range of records with a value from ``lowest`` to ``highest``, both included."""
    return Bounds(f"{lowest}{SEPARATOR}", f"{highest}{SEPARATOR}{_AFTER_IDS}")


def prefix(value: str) -> Bounds:
    """Return the range of records whose encoded value begins with ``value``."""
    return Bounds(value or not_empty().lower, f"{value}{_LAST}")


def empty() -> Bounds:
    """Return the range of records without a value."""
    return equal(None)


def not_empty() -> Bounds:
    """Return the range of records with a value."""
    return Bounds(f"{SEPARATOR}{_AFTER_IDS}", None)
