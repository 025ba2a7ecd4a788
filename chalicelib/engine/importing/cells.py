"""Cells into values that a field can read: dates and numbers as Spanish and English people write them.

A bare number in a date column of a text file is refused rather than taken for a spreadsheet's serial: 45631 may as well
be a postcode in the wrong column. In a workbook it is what it looks like.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from chalicelib.engine.importing.columns import DateOrder, Reading
from chalicelib.kernel.text import fold

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
_NUMERIC = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_DAY_MONTH = re.compile(
    r"(?:[a-z]+,? )?(\d{1,2})[ -](?:de )?([a-z]{3,10})\.?,?[ -](?:de |del )?(\d{4}|\d{2})", re.ASCII
)
_MONTH_DAY = re.compile(r"(?:[a-z]+,? )?([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_TIME = re.compile(
    r"[T, ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]\.?\s?m\.?)?\s*$", re.ASCII | re.IGNORECASE
)
_MONTHS = (
    ("ene", "jan"),
    ("feb",),
    ("mar",),
    ("abr", "apr"),
    ("may",),
    ("jun",),
    ("jul",),
    ("ago", "aug"),
    ("sep", "set"),
    ("oct",),
    ("nov",),
    ("dic", "dec"),
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_CURRENCY = {"€": "EUR", "$": "USD", "£": "GBP"}
_AMOUNT = re.compile(
    r"(?P<before>[A-Z]{0,3}[€$£]|[A-Z]{3})?(?P<digits>[-+]?[0-9][0-9.,'’]*)(?P<after>[€$£%]|[A-Z]{3})?"
)
_COUNTED = re.compile(r"[1-9][0-9]{4}", re.ASCII)
_SHEETS_BEGIN = date(1899, 12, 30)
YES = frozenset({"1", "true", "yes", "y", "si", "s", "x", "verdadero", "on"})
NO = frozenset({"0", "false", "no", "n", "falso", "off"})


class Unreadable(ValueError):
    """A cell that is not what its column holds. ``code`` names why; the text is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with the time and the offset where the cell gave them."""

    day: date
    wall: datetime | None = None
    offset: timezone | None = None


def read_moment(text: str, order: DateOrder) -> Moment:
    """Return the date of a cell.

    :raises Unreadable: it is no date, or a date that does not exist.
    """
    cell = " ".join(text.split())[:60]
    try:
        return _iso(cell) or _other(cell, order)
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("invalid_date", f"“{cell}” is not a date that exists.") from None


def _iso(cell: str) -> Moment | None:
    match = _ISO.fullmatch(cell)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    when = date(int(year), int(month), int(day))
    if hour is None:
        return Moment(when)
    wall = datetime(when.year, when.month, when.day, int(hour), int(minute), int(second or 0))  # noqa: DTZ001  wall time
    return Moment(when, wall, _offset(zone) if zone else None)


def _offset(text: str) -> timezone:
    if text == "Z":
        return timezone.utc  # noqa: UP017  the same type as the others
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def _other(cell: str, order: DateOrder) -> Moment:
    time = _TIME.search(cell)
    body = cell[: time.start()].rstrip(", ") if time else cell
    day = _day(body, order)
    if time is None:
        return Moment(day)
    hour, minute, second, half = int(time[1]), int(time[2]), int(time[3] or 0), (time[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise Unreadable("invalid_date", f"“{cell}” has a time that does not exist.")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return Moment(day, datetime(day.year, day.month, day.day, hour, minute, second))  # noqa: DTZ001  wall time


def _day(body: str, order: DateOrder) -> date:
    if match := _NUMERIC.fullmatch(body):
        first, second, third = match.groups()
        if len(first) == 4:
            return date(int(first), int(second), int(third))
        day, month = (second, first) if order == DateOrder.MONTH_FIRST else (first, second)
        if order == DateOrder.YEAR_FIRST and len(third) == 2:
            return date(_year(first), int(second), int(third))
        return date(_year(third), int(month), int(day))
    if match := _COMPACT.fullmatch(body):
        return date(int(match[1]), int(match[2]), int(match[3]))
    words = fold(body)
    if match := _DAY_MONTH.fullmatch(words):
        return date(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.fullmatch(words):
        return date(int(match[3]), _month(match[1]), int(match[2]))
    raise Unreadable("invalid_date", f"“{body}” is not a date.")


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 69 else 1900)


def _month(name: str) -> int:
    number = _MONTH_NUMBER.get(name[:3])
    if number is None:
        raise Unreadable("invalid_date", f"“{name}” is not a month.")
    return number


def read_number(text: str, decimal_mark: str) -> tuple[str, str | None]:
    """Return a number in plain digits with a decimal point, and the currency that the cell names, if any.

    :raises Unreadable: it is no number, or its marks contradict the column's.
    """
    cell = unicodedata.normalize("NFKC", text).strip()[:60]
    compact = re.sub(r"\s", "", cell)
    negative = compact.startswith("(") and compact.endswith(")")
    compact = compact.strip("()")
    if compact.endswith("-"):
        negative, compact = True, compact[:-1]
    match = _AMOUNT.fullmatch(compact.upper().replace("−", "-")) or _AMOUNT.fullmatch(
        re.sub(r"^([-+])([A-Z]{0,3}[€$£]|[A-Z]{3})", r"\2\1", compact.upper())
    )
    if match is None:
        raise Unreadable("invalid_number", f"“{cell}” is not a number.")
    digits = re.sub("['’]", "", match["digits"])
    grouping = "." if decimal_mark == "," else ","
    whole, _, decimals = digits.partition(decimal_mark)
    if grouping in decimals or decimal_mark in decimals or not _is_grouped(whole.lstrip("+-"), grouping):
        raise Unreadable("invalid_number", f"“{cell}” is not a number with “{decimal_mark}” for decimals.")
    plain = whole.replace(grouping, "").lstrip("+")
    if len(decimals) == 4 and decimals.endswith("0"):  # a workbook's three decimals: ``workbook.number``
        decimals = decimals[:-1]
    if negative and not plain.startswith("-"):
        plain = f"-{plain}"
    return plain + (f".{decimals}" if decimals else ""), _currency(match["before"]) or _currency(match["after"])


def _is_grouped(whole: str, grouping: str) -> bool:
    head, *groups = whole.split(grouping)
    return not groups or (1 <= len(head) <= 3 and all(len(group) == 3 for group in groups))


def _currency(symbol: str | None) -> str | None:
    if not symbol or symbol == "%":
        return None
    if symbol.isalpha() and len(symbol) == 3:
        return symbol
    return _CURRENCY.get(symbol)


def neutral(type_name: str, text: str, reading: Reading) -> str:
    """Return the cell written in one way for every country, as far as its field's type depends on the country.

    :raises Unreadable: it is not what the type holds.
    """
    if type_name in ("date", "date_time") and reading.is_counted and _COUNTED.fullmatch(text):
        return _counted(text).isoformat()
    if type_name == "date":
        return read_moment(text, reading.date_order).day.isoformat()
    if type_name == "date_time":
        return _spelled(read_moment(text, reading.date_order))
    if type_name in ("number", "integer", "rating", "percent", "money"):
        digits, currency = read_number(text, reading.decimal_mark)
        return f"{digits} {currency}" if currency and type_name == "money" else digits
    return text


def _counted(text: str) -> date:
    """Return the day that a sheet means by its count of days."""
    return _SHEETS_BEGIN + timedelta(days=int(text))


def _spelled(moment: Moment) -> str:
    wall = moment.wall or datetime(moment.day.year, moment.day.month, moment.day.day)  # noqa: DTZ001  wall time
    return f"{wall.isoformat(sep='T' if moment.offset else ' ')}{_offset_text(moment.offset)}"


def _offset_text(offset: timezone | None) -> str:
    if offset is None:
        return ""
    minutes = round((offset.utcoffset(None) or timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
