"""When: periods, ages and days, as both languages say them.

A stretch of time is told by words where words exist (``last_3_months``), so that a segment moves with the calendar, and
by its days where it is fixed. What was left open stays open here: months that may roll or be the calendar's, a month
without its year, three months *ago* that may mean that day, earlier or since.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from chalicelib.engine.asking import days
from chalicelib.engine.asking.days import DAY, MONTH, read_span
from chalicelib.engine.asking.numbers import UNITS as SMALL
from chalicelib.engine.periods import moved

Count = tuple[int, str]


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time. ``during``, ``older`` and ``further`` are words of ``periods``; ``first`` and ``last`` days.

    ``counted`` are units that may roll or be the calendar's; one that is ``ago`` may lie before or since. ``yearless``
    days were told without their year; ``swapped`` is what they are if the month came first.
    """

    during: str = ""
    older: str = ""
    further: str = ""
    first: date | None = None
    last: date | None = None
    counted: Count | None = None
    ago: bool = False
    yearless: bool = False
    swapped: "When | None" = None

    @property
    def is_fixed(self) -> bool:
        """Whether it is told by its days."""
        return self.first is not None or self.last is not None


_UNIT_WORDS: Final[Mapping[str, Mapping[str, Count]]] = {
    "es": {
        "dia": (1, "day"), "dias": (1, "day"), "semana": (1, "week"), "semanas": (1, "week"),
        "mes": (1, "month"), "meses": (1, "month"), "trimestre": (1, "quarter"), "trimestres": (1, "quarter"),
        "semestre": (6, "month"), "semestres": (6, "month"), "ano": (1, "year"),
        "anos": (1, "year"), "quincena": (15, "day"), "quincenas": (15, "day"),
    },
    "en": {
        "day": (1, "day"), "days": (1, "day"), "week": (1, "week"), "weeks": (1, "week"), "month": (1, "month"),
        "months": (1, "month"), "quarter": (1, "quarter"), "quarters": (1, "quarter"), "year": (1, "year"),
        "years": (1, "year"), "fortnight": (14, "day"), "fortnights": (14, "day"),
    },
}  # fmt: skip


def _either(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _number(locale: str) -> str:
    small = {word: None for word, value in SMALL[locale].items() if value < 100}
    return rf"(?P<n>\d{{1,4}}|un par de|a couple of|treinta y un|{_either(small)})"


_WHOLE: Final = {"es": "mes|semana|trimestre|ano", "en": "month|week|quarter|year"}
_ONE: Final = {"mes": "month", "semana": "week", "trimestre": "quarter", "ano": "year"}
_CALENDAR: Final = {"es": r"(?P<calendar> de calendario| naturales| natural)?", "en": r"(?P<calendar>calendar )?"}

_WITHIN: Final = "(?:en|durante|a lo largo de|dentro de)"
_START: Final = "(?:principios|el principio|comienzos|el inicio|inicios)"

Built = Callable[[re.Match[str], str, date], When | None]


def _count(found: re.Match[str], locale: str) -> Count | None:
    said = found.groupdict().get("n")
    number = 1 if said is None else _small(said, locale)
    times, unit = _UNIT_WORDS[locale][found["unit"]]
    return (number * times, unit) if 0 < number * times < 10_000 else None


def _small(said: str, locale: str) -> int:
    if said.isdigit():
        return int(said)
    return {"un par de": 2, "a couple of": 2, "treinta y un": 31}.get(said) or SMALL[locale][said]


def lately(count: Count) -> When:
    """Return the last so many units, today included, of which nobody said whether they roll."""
    return When(during=f"last_{spelled(count)}", counted=None if count[1] == "day" else count)


def spelled(count: Count, kind: str = "") -> str:
    """Return a number of units as periods and ages spell them: ``3_months``, ``1_calendar_month``."""
    number, unit = count
    return f"{number}_{kind}{unit}{'' if number == 1 else 's'}"


def _last(found: re.Match[str], locale: str, _: date) -> When | None:
    count = _count(found, locale)
    if count is None or not found.groupdict().get("calendar"):
        return lately(count) if count else None
    return When(during=f"last_{spelled(count, 'calendar_')}") if count[1] != "day" else lately(count)


def _next(found: re.Match[str], locale: str, _: date) -> When | None:
    count = _count(found, locale)
    return When(during=f"next_{spelled(count)}") if count else None


def _named(which: str) -> Built:
    return lambda found, _, __: When(during=f"{which}_{_ONE.get(found['unit'], found['unit'])}")


def _older(found: re.Match[str], locale: str, _: date) -> When | None:
    count = _count(found, locale)
    return When(older=spelled(count)) if count else None


def _further(found: re.Match[str], locale: str, _: date) -> When | None:
    count = _count(found, locale)
    return When(further=spelled(count)) if count else None


def _ago(found: re.Match[str], locale: str, _: date) -> When | None:
    count = _count(found, locale)
    return replace(lately(count), ago=True, counted=count) if count else None


def _day(word: str) -> Built:
    return lambda _, __, ___: When(during=word)


def _stretch(part: str) -> Built:
    """Build what lies in, since, after, before or until a day, a month or a year."""

    def built(found: re.Match[str], locale: str, today: date) -> When | None:
        span = read_span(found["x"], locale, today)
        if span is None:
            return None
        cut = {
            "in": (span.first, span.last), "since": (span.first, None), "after": (span.last + timedelta(days=1), None),
            "before": (None, span.first - timedelta(days=1)), "until": (None, span.last),
        }[part]  # fmt: skip
        other = built_of(part, span.swapped) if span.swapped else None
        return When(first=cut[0], last=cut[1], yearless=span.yearless, swapped=other)

    def built_of(cut: str, span: days.Span) -> When:
        first, last = span.first, span.last
        return {
            "in": When(first=first, last=last), "since": When(first=first),
            "after": When(first=last + timedelta(days=1)), "before": When(last=first - timedelta(days=1)),
            "until": When(last=last),
        }[cut]  # fmt: skip

    return built


def _from_to(found: re.Match[str], locale: str, today: date) -> When | None:
    end = read_span(found["y"], locale, today)
    begin = read_span(found["x"], locale, today)
    if begin is None or end is None:
        return None
    first, last, yearless = begin.first, end.last, begin.yearless and end.yearless
    if begin.yearless and not end.yearless:
        first = first.replace(year=end.last.year) if (first.month, first.day) != (2, 29) else first
    if first > last and begin.yearless:
        first = moved(first, "year", -1)
    return When(first=first, last=last, yearless=yearless) if first <= last else None


def _within_month(found: re.Match[str], locale: str, today: date) -> When | None:
    """Build what lies between two days of which only the second says its month."""
    end = read_span(found["z"], locale, today)
    first = int(found["d"])
    if end is None or not 1 <= first <= end.last.day:
        return None
    return When(first=end.last.replace(day=first), last=end.last, yearless=end.yearless)


def _since_named(which: str) -> Built:
    def built(found: re.Match[str], _: str, today: date) -> When:
        unit = _ONE.get(found["unit"], found["unit"])
        return When(first=days.beginning(today, unit, -1 if which == "last" else 0))

    return built


@cache
def patterns(locale: str) -> tuple[tuple[re.Pattern[str], Built], ...]:
    """Return what each way of telling a time looks like, the more special before the more general."""
    unit, n = f"(?P<unit>{_either(_UNIT_WORDS[locale])})", _number(locale)
    whole, x, y = (
        f"(?P<unit>{_WHOLE[locale]})",
        f"(?P<x>{DAY[locale]}|{MONTH[locale]})",
        f"(?P<y>{DAY[locale]}|{MONTH[locale]})",
    )
    told = _SPANISH if locale == "es" else _ENGLISH
    names = {
        "unit": unit,
        "n": n,
        "whole": whole,
        "x": x,
        "y": y,
        "z": f"(?P<z>{DAY[locale]})",
        "d": r"(?P<d>\d{1,2})",
        "calendar": _CALENDAR[locale],
        "within": _WITHIN,
        "start": _START,
    }
    return tuple((re.compile(rf"(?:{_filled(shape, names)})(?![^\W_])"), built) for shape, built in told)


def _filled(shape: str, names: Mapping[str, str]) -> str:
    for name, pattern in names.items():
        shape = shape.replace(f"<{name}>", pattern)
    return shape


_SPANISH: Final[tuple[tuple[str, Built], ...]] = (
    (r"(?:<within> )?(?:los|las|el|la) (?:ultim[oa]s?|pasad[oa]s) (?:<n> )?<unit><calendar>", _last),
    (r"(?:en |durante )?ultim[oa]s <n> <unit><calendar>", _last),
    (r"(?:en |durante |de |d)?(?:el|la|l) <whole> (?:pasad[oa]|anterior)", _named("last")),
    (r"(?:en |durante )?el pasado <whole>", _named("last")),
    (r"desde (?:el|la) <whole> (?:pasad[oa]|anterior)", _since_named("last")),
    (r"desde <start> (?:de|del) (?:este )?<whole>", _since_named("this")),
    (r"(?:en |durante |de )?est[ea] <whole>", _named("this")),
    (r"(?:en )?lo que va de <whole>", _named("this")),
    (r"(?:en |durante |de |d)?(?:el|la|l) proxim[oa] <whole>", _named("next")),
    (r"(?:en |durante |de |d)?(?:el|la|l) <whole> (?:que viene|proxim[oa]|siguiente)", _named("next")),
    (r"(?:(?:en|durante|dentro de) )?(?:los|las) (?:proxim[oa]s|siguientes) <n> <unit>", _next),
    (r"dentro de menos de <n> <unit>", _next),
    (r"dentro de mas de <n> <unit>", _further),
    (r"desde hace (?:ya )?(?:mas de |al menos |por lo menos )?<n> <unit><calendar>", _last),
    (r"hace (?:ya )?(?:mas de|al menos|por lo menos|como minimo) <n> <unit>", _older),
    (r"hace menos de <n> <unit>", _last),
    (r"hace (?:ya )?<n> <unit>", _ago),
    (r"(?:en|durante)(?: mas de)? <n> <unit><calendar>", _last),
    (r"(?:de )?hoy", _day("today")), (r"(?:de |desde )?ayer", _day("yesterday")), (r"(?:de )?manana", _day("tomorrow")),
    (r"(?:entre|desde|de) (?:el |los )?<x> (?:y|hasta|a|al) (?:el )?<y>", _from_to),
    (r"(?:entre|desde|de|del) (?:el |los )?<d> (?:y|hasta|a|al) (?:el )?<z>", _within_month),
    (r"(?:desde|a partir de)(?: el mes de| el)? <x>", _stretch("since")),
    (r"a partir del <x>", _stretch("since")),
    (r"(?:despues de|despues del|posterior a|posterior al|posteriores a|tras)(?: el)? <x>", _stretch("after")),
    (r"(?:antes de|antes del|anterior a|anterior al|anteriores a)(?: el)? <x>", _stretch("before")),
    (r"hasta(?: el)? <x>", _stretch("until")),
    (r"(?:en|durante|de|del|el|a|al)(?: el)?(?: mes de| ano)? <x>", _stretch("in")),
)  # fmt: skip
_ENGLISH: Final[tuple[tuple[str, Built], ...]] = (
    (r"(?:(?:in|during|over|within|for|throughout) )?(?:the )?(?:last|past|previous) <n> <calendar><unit>", _last),
    (r"(?:in |during |over |within |for )?the (?:last|past) <calendar><unit>", _last),
    (r"(?:in |during )?(?:last|the previous) <whole>", _named("last")),
    (r"since last <whole>", _since_named("last")),
    (r"since the (?:beginning|start) of (?:the|this) <whole>", _since_named("this")),
    (r"(?:in |during |so far )?(?:this|the current) <whole>", _named("this")),
    (r"<whole> to date", _named("this")),
    (r"(?:in |during )?(?:the )?(?:next|coming) <whole>", _named("next")),
    (r"(?:in |during |over |within )?the (?:next|coming) <n> <unit>", _next),
    (r"(?:in )?more than <n> <unit> (?:from now|ahead)", _further),
    (r"(?:more than|over|at least) <n> <unit> ago", _older),
    (r"(?:less than|under) <n> <unit> ago", _last),
    (r"<n> <unit> ago", _ago),
    (r"(?:in|for|within)(?: more than| over| at least)?(?: the)? <n> <calendar><unit>", _last),
    (r"today", _day("today")), (r"yesterday", _day("yesterday")), (r"tomorrow", _day("tomorrow")),
    (r"(?:between|from) <x> (?:and|to|until|till) <y>", _from_to),
    (r"(?:between|from) (?:the )?<d>(?:st|nd|rd|th)? (?:and|to|until|till) (?:the )?<z>", _within_month),
    (r"(?:since|from|starting)(?: the)? <x>(?: on| onwards)?", _stretch("since")),
    (r"after(?: the)? <x>", _stretch("after")),
    (r"before(?: the)? <x>", _stretch("before")),
    (r"(?:until|till|by|up to)(?: the)? <x>", _stretch("until")),
    (r"(?:in|during|on|of)(?: the)? <x>", _stretch("in")),
)  # fmt: skip


def read(folded: str, at: int, locale: str, today: date) -> list[tuple[When, int]]:
    """Return what times may be told from a place of a sentence on, each with where it ends, the longest first."""
    found: dict[int, When] = {}
    for pattern, built in patterns(locale):
        match = pattern.match(folded, at)
        if match is not None and match.end() not in found:
            when = built(match, locale, today)
            if when is not None:
                found[match.end()] = when
    return [(found[end], end) for end in sorted(found, reverse=True)]
