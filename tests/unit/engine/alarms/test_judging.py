"""A number against a rule and its own past, held against a second, plainer reckoning."""

import statistics
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.engine.alarms import judging, rules
from chalicelib.engine.alarms.judging import BEYOND, MARGIN, UNKNOWN, WITHIN, Series
from chalicelib.engine.alarms.rules import Anomaly, Change, Limit

TODAY = date(2026, 11, 24)
NUMBERS = st.integers(min_value=0, max_value=300).map(Decimal)


def days_before(numbers: list[int], day: date = TODAY) -> dict[date, Decimal]:
    """Return closings of the days before a day, the last of ``numbers`` yesterday."""
    return {day - timedelta(days=len(numbers) - place): Decimal(each) for place, each in enumerate(numbers)}


def level(now: int | str, closings: dict[date, Decimal], **more: bool) -> Series:
    return Series(TODAY, Decimal(now), closings, adds_up=False, is_over=more.get("is_over", False))


def flow(now: int, closings: dict[date, Decimal], *, is_over: bool = False, start: int | None = None) -> Series:
    began = None if start is None else (TODAY, Decimal(start))
    return Series(TODAY, Decimal(now), closings, adds_up=True, is_over=is_over, start=began)


def limit(op: str, value: int, upper: int | None = None, span: str = "total") -> Limit:
    return Limit(op, Decimal(value), Decimal(value if upper is None else upper), span)


@pytest.mark.parametrize(
    ("rule", "now", "place"),
    [
        (limit("above", 100), 101, BEYOND),
        (limit("above", 100), 100, MARGIN),
        (limit("above", 100), 96, MARGIN),
        (limit("above", 100), 95, WITHIN),
        (limit("above", 0), 0, WITHIN),
        (limit("below", 100), 99, BEYOND),
        (limit("below", 100), 104, MARGIN),
        (limit("below", 100), 105, WITHIN),
        (limit("between", 100, 200), 100, BEYOND),
        (limit("between", 100, 200), 205, MARGIN),
        (limit("between", 100, 200), 206, WITHIN),
        (limit("outside", 100, 200), 99, BEYOND),
        (limit("outside", 100, 200), 104, MARGIN),
        (limit("outside", 100, 200), 105, WITHIN),
    ],
)
def test_a_limit_is_left_by_more_than_it_is_met(rule: Limit, now: int, place: str) -> None:
    assert judging.judge(rule, level(now, {})).place == place


def test_what_a_day_added_is_counted_from_where_the_day_before_closed() -> None:
    verdict = judging.judge(limit("above", 50, span="day"), flow(160, days_before([100])))

    assert (verdict.place, verdict.measured) == (BEYOND, Decimal(60))


def test_of_a_part_of_a_day_only_too_much_is_told() -> None:
    above, below = limit("above", 50, span="day"), limit("below", 50, span="day")

    assert judging.judge(above, flow(160, {}, start=100)).place == BEYOND
    assert judging.judge(above, flow(120, {}, start=100)).place == UNKNOWN
    assert judging.judge(below, flow(120, {}, start=100)).place == UNKNOWN


def test_too_little_in_a_day_is_told_when_the_day_is_over() -> None:
    rule, closings = limit("below", 50, span="day"), days_before([100])

    assert judging.judge(rule, flow(120, closings)).place == MARGIN
    assert judging.judge(rule, flow(120, closings, is_over=True)).place == BEYOND


def test_a_fall_against_the_week_before_waits_for_the_end_of_the_day_where_days_add_up() -> None:
    rule = Change("down", Decimal(20), "week")
    closings = days_before([*range(0, 140, 20), *range(140, 210, 10)])

    assert judging.judge(rule, flow(205, closings)).place == MARGIN
    assert judging.judge(rule, flow(205, closings, is_over=True)).place == BEYOND


def test_nothing_changes_by_a_share_of_nothing() -> None:
    verdict = judging.judge(Change("up", Decimal(20), "day"), level(5, days_before([0])))

    assert (verdict.place, verdict.why) == (UNKNOWN, "nothing_before")


def test_with_too_little_history_nothing_is_called_unusual() -> None:
    verdict = judging.judge(Anomaly("either", "normal"), level(900, days_before([10] * 13)))

    assert (verdict.place, verdict.why) == (UNKNOWN, "too_little_history")


def test_a_number_that_never_moved_does_not_cry_out_when_it_moves_by_one() -> None:
    rule, closings = Anomaly("either", "normal"), days_before([10] * 28)

    assert judging.judge(rule, level(11, closings)).place == WITHIN
    assert judging.judge(rule, level(20, closings)).place == BEYOND


def test_mondays_are_held_against_mondays_as_soon_as_there_are_enough() -> None:
    week = [100, 100, 100, 100, 100, 10, 10]
    numbers = week * 12
    monday = date(2026, 11, 23)
    closings = days_before(numbers, monday)

    saturday = Series(monday, Decimal(10), closings, adds_up=False, is_over=True)
    verdict = judging.judge(Anomaly("either", "normal"), saturday)

    assert (verdict.basis, verdict.days, verdict.usual, verdict.place) == ("same_weekday", 12, Decimal(100), BEYOND)


def test_half_of_a_wild_past_moves_nothing() -> None:
    calm = judging.judge(Anomaly("either", "normal"), level(100, days_before([98, 100, 102, 101] * 7)))
    wild = judging.judge(Anomaly("either", "normal"), level(100, days_before([98, 100, 102, 9_000] * 7)))

    assert calm.place == wild.place == WITHIN


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.none(), NUMBERS), min_size=0, max_size=100), NUMBERS, st.booleans())
def test_what_is_unusual_is_what_a_plain_reckoning_says(
    past: list[Decimal | None], now: Decimal, adds_up: bool
) -> None:
    closings = {TODAY - timedelta(days=len(past) - place): each for place, each in enumerate(past) if each is not None}
    series = Series(TODAY, now, closings, adds_up=adds_up, is_over=True)

    verdict = judging.judge(Anomaly("either", "normal"), series)

    def of_day(back: int) -> Fraction | None:
        here = now if back == 0 else closings.get(TODAY - timedelta(days=back))
        before = closings.get(TODAY - timedelta(days=back + 1))
        if here is None or (adds_up and before is None):
            return None
        return Fraction(here) - Fraction(before or 0) if adds_up else Fraction(here)

    weekly = [each for each in (of_day(7 * weeks) for weeks in range(1, 13)) if each is not None]
    lately = [each for each in map(of_day, range(1, 29)) if each is not None]
    known = weekly if len(weekly) >= 8 else lately if len(lately) >= 14 else []
    today = of_day(0)
    if today is None or not known:
        assert verdict.place == UNKNOWN
        return
    usual = statistics.median(known)
    mad = statistics.median([abs(each - usual) for each in known])
    spread = max(Fraction("1.4826") * mad, abs(usual) / 100, Fraction(1))
    strange = abs(today - usual) / spread
    assert verdict.place == (
        BEYOND if strange >= Fraction("3.5") else MARGIN if strange >= Fraction("3.15") else WITHIN
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=60), st.integers(min_value=1, max_value=250))
def test_a_crossing_is_told_once_until_the_number_has_been_back(numbers: list[Decimal], value: int) -> None:
    rule = limit("above", value)
    days = [TODAY + timedelta(days=place) for place in range(len(numbers))]
    closings = dict(zip(days, numbers, strict=True))

    told, judged = judging.replay(rule, closings, days, adds_up=False)

    expected, raised = [], False
    for day, number in zip(days, numbers, strict=True):
        if not raised and number > value:
            expected.append(day)
            raised = True
        elif raised and number <= value - Decimal(value) / 20:
            raised = False
    assert ([each.day for each in told], judged) == (expected, len(numbers))


def test_a_number_is_spelled_without_idle_zeros() -> None:
    assert [rules.spelled(Decimal(each)) for each in ("10.50", "1E+3", "0.000", "-7")] == ["10.5", "1000", "0", "-7"]
