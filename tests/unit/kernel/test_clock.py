# ruff: noqa: DTZ001 - wall times are naive, that is what they are about
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel import clock

ZONES = sorted(available_timezones() - {"localtime", "Factory"})


def test_a_wall_time_becomes_the_instant_at_which_clocks_show_it():
    assert clock.to_utc(datetime(2026, 11, 21, 21, 15), "Europe/Madrid") == datetime(2026, 11, 21, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("Europe/Madrid", datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("Europe/Madrid", datetime(2027, 3, 28, 2, 21, 20, 480_000), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        ("Europe/Madrid", datetime(2027, 3, 28, 2, 59, 59, 999_000), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        ("Europe/Madrid", datetime(2027, 3, 28, 2, 0, 0, 1_000), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        ("America/Santiago", datetime(2026, 9, 6, 0, 20), datetime(2026, 9, 6, 4, 0, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 10), datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
        ("Pacific/Apia", datetime(2011, 12, 30, 10, 0), datetime(2011, 12, 30, 10, 0, tzinfo=UTC)),
    ],
)
def test_a_wall_time_that_spring_skips_becomes_the_first_instant_after_the_gap(zone, wall, instant):
    assert clock.to_utc(wall, zone) == instant


def test_a_wall_time_that_autumn_repeats_is_the_first_of_the_two():
    assert clock.to_utc(datetime(2026, 10, 25, 2, 30), "Europe/Madrid") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Europe/Gotham", "", "../etc/passwd", "UTC\x00"])
def test_a_zone_that_does_not_exist_is_refused(name):
    with pytest.raises(ValueError, match="not a time zone"):
        clock.zone(name)


def test_a_stamp_is_of_fixed_length_so_that_text_order_is_time_order():
    assert clock.stamp(datetime(2026, 11, 21, 20, 15, tzinfo=UTC)) == "2026-11-21T20:15:00.000Z"
    assert clock.stamp(datetime(2026, 11, 21, 20, 15, 0, 123999, tzinfo=UTC)) == "2026-11-21T20:15:00.123Z"


@pytest.mark.parametrize("text", ["2026-11-21T20:15:00Z", "2026-11-21T21:15:00+01:00", "2026-11-21T20:15:00.000Z"])
def test_an_instant_is_read_in_any_offset(text):
    assert clock.parse(text) == datetime(2026, 11, 21, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-11-21T20:15:00", "2026-11-21", "soon", "0001-01-01T00:00:00+02:00"])
def test_what_is_no_instant_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        clock.parse(text)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)), st.sampled_from(ZONES))
def test_clocks_show_the_wall_time_again_unless_it_was_skipped(wall, zone):
    wall = wall.replace(microsecond=0)

    shown = clock.to_wall(clock.to_utc(wall, zone), zone)

    assert shown == wall or (shown > wall and _is_skipped(wall, zone))


@given(st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
def test_a_stamp_names_its_instant_to_the_millisecond(instant):
    assert timedelta() <= instant - clock.parse(clock.stamp(instant)) < timedelta(milliseconds=1)


def _is_skipped(wall: datetime, zone: str) -> bool:
    place = ZoneInfo(zone)
    return wall.replace(tzinfo=place).astimezone(UTC).astimezone(place).replace(tzinfo=None) != wall
