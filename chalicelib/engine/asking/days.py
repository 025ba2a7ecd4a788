"""Days, months and years as they are written: 1 de junio de 2026, June 1st, junio, 2025, 31/12/2025."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chalicelib.engine.periods import MONTHS as IN_MONTHS
from chalicelib.engine.periods import moved

_SPANISH: Final = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_ENGLISH: Final = "january february march april may june july august september october november december"
NAMES: Final[Mapping[str, tuple[str, ...]]] = {"es": tuple(_SPANISH.split()), "en": tuple(_ENGLISH.split())}
_SHORT: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_ALSO: Final[Mapping[str, dict[str, int]]] = {
    "es": {"setiembre": 9},
    "en": {name: number for number, name in enumerate(_SHORT.split(), 1)} | {"sept": 9},
}
_NUMBER: Final[Mapping[str, Mapping[str, int]]] = {
    locale: {name: number for number, name in enumerate(names, 1)} | _ALSO[locale] for locale, names in NAMES.items()
}
_ANY: Final = {locale: "|".join(sorted(numbers, key=len, reverse=True)) for locale, numbers in _NUMBER.items()}
_YEAR: Final = r"(?:19|20)\d\d"
DAY: Final[Mapping[str, str]] = {
    "es": rf"\d{{1,2}}(?:º|o)? de (?:{_ANY['es']})(?: (?:de|del) {_YEAR})?"
    rf"|primero de (?:{_ANY['es']})(?: (?:de|del) {_YEAR})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}",
    "en": rf"(?:{_ANY['en']}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_ANY['en']})(?:,? {_YEAR})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}",
}
MONTH: Final[Mapping[str, str]] = {
    "es": rf"(?:{_ANY['es']})(?: (?:de |del )?(?:ano pasado|{_YEAR}))?|{_YEAR}",
    "en": rf"(?:{_ANY['en']})(?: (?:of )?(?:last year|{_YEAR}))?|{_YEAR}",
}


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``; one that is ``yearless`` was told without its year."""

    first: date
    last: date
    yearless: bool = False
    swapped: "Span | None" = None


def read_span(said: str, locale: str, today: date) -> Span | None:
    """Return the days that something written means, None when there are no such days."""
    try:
        return _numeric(said, locale) or _spelled(said, locale, today)
    except ValueError:
        return None


def _numeric(said: str, locale: str) -> Span | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return _single(date.fromisoformat(said))
    if "/" not in said:
        return None
    one, two, year = map(int, said.split("/"))
    if one > 12 or two > 12 or locale == "es":
        day, month = (one, two) if two <= 12 else (two, one)
        return _single(date(year, month, day))
    other = None if one == two else _single(date(year, one, two))
    return Span(date(year, two, one), date(year, two, one), swapped=other)


def _spelled(said: str, locale: str, today: date) -> Span | None:
    year = re.search(rf"\b{_YEAR}\b", said)
    name = re.search(rf"\b(?:{_ANY[locale]})\b", said)
    number = 0 if name is None else _NUMBER[locale][name.group()]
    told = int(year.group()) if year else today.year - 1 if "pasado" in said or "last" in said else 0
    if name is None:
        return Span(date(told, 1, 1), date(told, 12, 31)) if told else None
    rest = said.replace(year.group(), "") if year else said
    day = re.search(r"\d{1,2}", rest)
    number_of_day = int(day.group()) if day else 1 if "primero" in said else 0
    first = date(told or today.year, number, number_of_day or 1)
    if not told and first > today:
        first = date(today.year - 1, number, number_of_day or 1)
    last = first if number_of_day else first.replace(day=calendar.monthrange(first.year, number)[1])
    return Span(first, last, yearless=not told)


def _single(day: date) -> Span:
    return Span(day, day)


def beginning(today: date, unit: str, away: int) -> date:
    """Return the first day of the unit that lies so many away from today's."""
    first = (
        today - timedelta(days=today.weekday())
        if unit == "week"
        else today.replace(day=1, month=(today.month - 1) // IN_MONTHS[unit] * IN_MONTHS[unit] + 1)
    )
    return moved(first, unit, away)


def told(day: date, locale: str) -> str:
    """Return a day as it is written."""
    name = NAMES[locale][day.month - 1]
    return f"{day.day} de {name} de {day.year}" if locale == "es" else f"{day.day} {name.capitalize()} {day.year}"
