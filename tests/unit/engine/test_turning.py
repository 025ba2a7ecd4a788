"""The day on which a condition may hold otherwise is the first on which, day by day, it does."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.engine import periods, turning
from chalicelib.engine.operators import AGO, AHEAD, TABLE

LOOKED_AT = 500
COUNTED = ("last_1_days", "last_30_days", "next_7_days", "last_2_weeks", "next_3_months", "last_1_years")
CALENDAR = ("last_3_calendar_months", "last_1_calendar_months")
AGES = ("0_days", "1_days", "30_days", "2_weeks", "1_month", "6_months", "1_quarter", "1_year")


def holds(op: str, period: str, value: date, today: date) -> bool:
    takes = TABLE[op].takes
    if takes == AGO:
        return value < periods.ago_on(today, period)
    if takes == AHEAD:
        return value >= periods.ahead_on(today, period)
    first, beyond = periods.span_on(today, period)
    return (first <= value < beyond) != (op == "not_during")


@pytest.mark.parametrize("op", ["during", "not_during", "older_than", "further_than"])
@settings(max_examples=60, deadline=None)
@given(data=st.data(), today=st.dates(date(2023, 12, 1), date(2028, 3, 15)), away=st.integers(-420, 420))
def test_the_next_day_is_the_first_on_which_the_answer_differs(
    op: str, data: st.DataObject, today: date, away: int
) -> None:
    period = data.draw(st.sampled_from((*periods.WORDS, *COUNTED, *CALENDAR) if "during" in op else AGES))
    value = today + timedelta(days=away)
    now = holds(op, period, value, today)
    days = (today + timedelta(days=ahead) for ahead in range(1, LOOKED_AT))
    first = next((day for day in days if holds(op, period, value, day) != now), None)

    found = turning.next_day(op, period, value, today)

    assert found == first or (first is None and found is not None and (found - today).days >= LOOKED_AT)
