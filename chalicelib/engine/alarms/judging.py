"""Whether a number is what an alarm waits for: arithmetic over a number and its past, without a clock or a store.

**Hysteresis.** Between what raises an alarm and what calms it lies a margin, in which it stays as it is: a number that
trembles about its limit is told of once. A limit is left by a twentieth of itself, or of the width between two of
them; a change and an anomaly when they have shrunk to nine tenths of what raised them.

**Anomaly.** A day is held against comparable ones: the same weekday of the last twelve weeks when at least eight of
them are known, else the last 28 days when at least fourteen are. With fewer it says "too little history" and is silent.
The number x is as unusual as ``|x - median| / s``, where ``s = 1.4826 · MAD`` and MAD is the median of how far the
comparable numbers lie from their median; 1.4826 makes it the standard deviation of what is normally distributed. This
is the modified z-score of B. Iglewicz and D. Hoaglin, "How to Detect and Handle Outliers" (ASQC, 1993), who propose
3.5; half of the past may be wild without moving it. Where the past hardly moved, ``s`` is at least one percent of the
median, and one step of the figure, so that a number which never moved does not cry out when it moves by one.

**Days that are not over.** Of a figure that adds up, a day under way says nothing against "too little": what is below
is told when the day is over. What is above is told at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from chalicelib.engine.alarms.rules import ABOVE, BELOW, BETWEEN, DAYS, DOWN, TOTAL, UP, Anomaly, Change, Limit, Rule

BEYOND, MARGIN, WITHIN, UNKNOWN = "beyond", "margin", "within", "unknown"

TOO_LITTLE: Final = "too_little_history"
NOTHING_BEFORE: Final = "nothing_before"
NO_VALUE: Final = "no_value"
UNDER_WAY: Final = "under_way"

EASE: Final = Decimal("0.05")
SHRUNK: Final = Decimal("0.9")
TO_DEVIATION: Final = Decimal("1.4826")
SAME_WEEKDAY, LATELY = "same_weekday", "lately"
WEEKS: Final = 12
LEAST_WEEKS: Final = 8
RECENT: Final = 28
LEAST_RECENT: Final = 14
REACH: Final = WEEKS * 7 + 1
"""How many days before a day its judgement may look at."""

_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Series:
    """A number on a ``day``, ``now``, and what it was when each earlier day closed, as far as anybody knows.

    One that ``adds_up`` only grows but for corrections; ``step`` is the least by which it moves. ``is_over`` says that
    the day is. ``start`` is what it was when somebody began to watch, and on which day.
    """

    day: date
    now: Decimal | None
    closings: Mapping[date, Decimal]
    adds_up: bool
    is_over: bool
    step: Decimal = Decimal(1)
    start: tuple[date, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a number stands to a rule: beyond what raises an alarm, in the margin, within, or nobody can say (``why``).

    ``measured`` is what was held against the rule, in the figure's own unit or as a percentage; ``usual`` what was
    expected, ``low`` and ``high`` how far from it is still usual, of so many comparable days (``basis``, ``days``).
    """

    place: str
    measured: Decimal | None = None
    usual: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    basis: str | None = None
    days: int = 0
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Raising:
    """A day on which an alarm would have been raised, with the number of that day and its verdict."""

    day: date
    value: Decimal
    verdict: Verdict


def judge(rule: Rule, series: Series) -> Verdict:
    """Return how a number stands to a rule."""
    if series.now is None:
        return Verdict(UNKNOWN, why=NO_VALUE)
    if isinstance(rule, Limit):
        return _limit(rule, series, series.now)
    return _change(rule, series, series.now) if isinstance(rule, Change) else _anomaly(rule, series, series.now)


def is_raised(before: bool, verdict: Verdict) -> bool:
    """Return whether an alarm is raised after a verdict, given whether it was."""
    return verdict.place == BEYOND or (before and verdict.place in (MARGIN, UNKNOWN))


def replay(
    rule: Rule, closings: Mapping[date, Decimal], days: Iterable[date], *, adds_up: bool, step: Decimal = Decimal(1)
) -> tuple[list[Raising], int]:
    """Return what a rule would have told on some days, in their order, looking at each when it was over.

    Second comes on how many of the days there was enough known to say anything.
    """
    found, judged, raised = list[Raising](), 0, False
    for day in days:
        verdict = judge(rule, Series(day, closings.get(day), closings, adds_up, is_over=True, step=step))
        judged += verdict.place != UNKNOWN
        now = is_raised(raised, verdict)
        if now and not raised:
            found.append(Raising(day, closings[day], verdict))
        raised = now
    return found, judged


def _limit(rule: Limit, series: Series, now: Decimal) -> Verdict:
    is_partial = False
    if series.adds_up and rule.span != TOTAL:
        base, is_partial = _base(series, DAYS[rule.span])
        if base is None:
            return Verdict(UNKNOWN, why=TOO_LITTLE)
        now -= base
    place = _place(rule, now)
    if is_partial and (rule.op != ABOVE or place != BEYOND):
        return Verdict(UNKNOWN, measured=now, why=TOO_LITTLE)  # part of a span can only be more than too much
    is_early = series.adds_up and rule.span != TOTAL and not series.is_over
    if is_early and rule.op != ABOVE and place != WITHIN and _may_grow_out(rule, now):
        return Verdict(MARGIN, measured=now, why=UNDER_WAY)
    return Verdict(place, measured=now)


def _may_grow_out(rule: Limit, now: Decimal) -> bool:
    """Return whether what is added before the span ends may still take a number to where nothing is told of it."""
    return rule.op in (BELOW, BETWEEN) or now < rule.value


def _place(rule: Limit, now: Decimal) -> str:
    low, high = rule.value, rule.upper
    ease = EASE * (abs(low) if rule.op in (ABOVE, BELOW) else high - low)
    if rule.op == ABOVE:
        return BEYOND if now > low else MARGIN if now > low - ease else WITHIN
    if rule.op == BELOW:
        return BEYOND if now < low else MARGIN if now < low + ease else WITHIN
    if rule.op == BETWEEN:
        return BEYOND if low <= now <= high else MARGIN if low - ease <= now <= high + ease else WITHIN
    return BEYOND if not low <= now <= high else MARGIN if not low + ease <= now <= high - ease else WITHIN


def _base(series: Series, back: int) -> tuple[Decimal | None, bool]:
    """Return what a number was before a span, and whether only a part of the span is known."""
    base = series.closings.get(series.day - timedelta(days=back))
    if base is not None:
        return base, False
    if series.start is not None and series.start[0] > series.day - timedelta(days=back):
        return series.start[1], True
    return None, False


def _change(rule: Change, series: Series, now: Decimal) -> Verdict:
    span = timedelta(days=DAYS[rule.span])
    before = series.closings.get(series.day - span)
    if before is None:
        return Verdict(UNKNOWN, why=TOO_LITTLE)
    if series.adds_up:
        earlier = series.closings.get(series.day - 2 * span)
        if earlier is None:
            return Verdict(UNKNOWN, why=TOO_LITTLE)
        now, before = now - before, before - earlier
    if before == 0:
        return Verdict(UNKNOWN, usual=before, why=NOTHING_BEFORE)
    percent = (now - before) / abs(before) * _HUNDRED
    place = _directed(rule.direction, percent, rule.percent)
    is_early = series.adds_up and not series.is_over and percent < 0
    if is_early and place != WITHIN:
        return Verdict(MARGIN, measured=percent, usual=before, why=UNDER_WAY)
    return Verdict(place, measured=percent, usual=before)


def _anomaly(rule: Anomaly, series: Series, now: Decimal) -> Verdict:
    today = _of_day(series, series.day, now)
    if today is None:
        return Verdict(UNKNOWN, why=TOO_LITTLE)
    basis, past = _comparable(series)
    if not past:
        return Verdict(UNKNOWN, measured=today, why=TOO_LITTLE)
    usual = median(past)
    spread = TO_DEVIATION * median([abs(each - usual) for each in past])
    spread = max(spread, abs(usual) / _HUNDRED, series.step)
    strange = (today - usual) / spread
    place = _directed(rule.direction, strange, rule.most)
    if series.adds_up and not series.is_over and strange < 0 and place != WITHIN:
        place = MARGIN
    reach = rule.most * spread
    return Verdict(place, today, usual, usual - reach, usual + reach, basis, len(past))


def _directed(direction: str, moved: Decimal, most: Decimal) -> str:
    far = moved if direction == UP else -moved if direction == DOWN else abs(moved)
    return BEYOND if far >= most else MARGIN if far >= most * SHRUNK else WITHIN


def _comparable(series: Series) -> tuple[str | None, list[Decimal]]:
    same = _known(series, [series.day - timedelta(weeks=back) for back in range(1, WEEKS + 1)])
    if len(same) >= LEAST_WEEKS:
        return SAME_WEEKDAY, same
    lately = _known(series, [series.day - timedelta(days=back) for back in range(1, RECENT + 1)])
    return (LATELY, lately) if len(lately) >= LEAST_RECENT else (None, [])


def _known(series: Series, days: Sequence[date]) -> list[Decimal]:
    found = (_of_day(series, day, series.closings.get(day)) for day in days)
    return [number for number in found if number is not None]


def _of_day(series: Series, day: date, closing: Decimal | None) -> Decimal | None:
    """Return the number of a day: where a figure stood when it closed, or what the day added to one that adds up."""
    if closing is None or not series.adds_up:
        return closing
    before = series.closings.get(day - timedelta(days=1))
    return None if before is None else closing - before


def median(numbers: Sequence[Decimal]) -> Decimal:
    """Return the middle one of some numbers, or the middle between two."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
