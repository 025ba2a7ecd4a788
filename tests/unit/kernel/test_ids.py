import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.ids import TENANT_ID_PATTERN, ULID_PATTERN, Ids, made_at

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(1970, 1, 2), datetime(9999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(INSTANTS, INSTANTS)
def test_record_ids_sort_by_the_time_of_their_creation(one, other):
    if other - one >= timedelta(milliseconds=1):
        assert Ids().ulid(one) < Ids().ulid(other)


@given(INSTANTS)
def test_a_record_id_is_a_ulid(instant):
    assert re.fullmatch(ULID_PATTERN, Ids().ulid(instant))


def test_two_ids_of_one_instant_differ_and_the_next_cannot_be_guessed():
    made = [Ids().ulid(NOON) for _ in range(100)]

    assert len(set(made)) == 100
    assert made != sorted(made)


def test_a_tenant_id_is_of_fixed_length_and_free_of_delimiters():
    made = {Ids().tenant() for _ in range(100)}

    assert len(made) == 100
    assert all(re.fullmatch(TENANT_ID_PATTERN, tenant) for tenant in made)


def test_randomness_comes_in_so_that_a_test_can_repeat_it():
    fixed = Ids(random_bytes=lambda length: b"\x01" * length)

    assert fixed.ulid(NOON) == fixed.ulid(NOON)
    assert fixed.tenant() == fixed.tenant()


def test_a_secret_has_256_bits_and_travels_in_an_address():
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", Ids().secret())


def test_a_code_has_all_its_digits_also_when_it_begins_with_zero():
    small = Ids(random_bytes=lambda length: bytes(length - 1) + b"\x07")

    assert small.digits(8) == "00000007"
    assert all(re.fullmatch(r"\d{8}", Ids().digits(8)) for _ in range(100))


def test_an_id_tells_when_it_was_made() -> None:
    at = datetime(2026, 11, 21, 20, 15, 7, 123_000, tzinfo=UTC)

    assert made_at(Ids().ulid(at)) == at


@pytest.mark.parametrize("text", ["", "7" + "Z" * 25, "8" + "0" * 25, "01ARZ3NDEKTSV4RRFFQ69G5FA!"])
def test_what_is_no_id_tells_nothing(text: str) -> None:
    with pytest.raises(ValueError, match=r"ULID|range"):
        made_at(text)
