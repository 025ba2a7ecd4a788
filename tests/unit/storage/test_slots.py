"""Byte order is value order, whatever the ids: the property on which every sorted list stands."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chalicelib.kernel import clock
from chalicelib.kernel.money import Money
from chalicelib.kernel.text import fold
from chalicelib.storage import slots

FIRST_ID, LAST_ID = "00000000000000000000000000", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=6)
TEXTS = st.text(max_size=40)
INSTANTS = st.datetimes(timezones=st.just(datetime.UTC))


def stored(encoded: str | None, id: str = FIRST_ID) -> bytes:
    """Return what DynamoDB compares."""
    return slots.key(encoded, id).encode()


@given(NUMBERS, NUMBERS)
def test_numbers_are_ordered(one, other):
    assume(one < other)

    assert stored(slots.number(one), LAST_ID) < stored(slots.number(other), FIRST_ID)


@given(st.integers(-(10**36), 10**36), st.integers(-130, 90), st.integers(-(10**36), 10**36), st.integers(-130, 90))
def test_numbers_of_every_magnitude_are_ordered(digits, exponent, other_digits, other_exponent):
    one, other = Decimal(digits).scaleb(exponent), Decimal(other_digits).scaleb(other_exponent)
    assume(one < other)

    assert stored(slots.number(one), LAST_ID) < stored(slots.number(other), FIRST_ID)


@given(NUMBERS)
def test_a_number_has_one_encoding_however_it_is_written(number):
    assert slots.number(number) == slots.number(Decimal(f"{number:f}00"))


def test_numbers_that_are_easily_confused_are_ordered():
    numbers = [-123, -12, -2, -1, Decimal("-0.12"), Decimal("-0.1"), 0, Decimal("0.01"), Decimal("0.1"), 1, 2, 12, 123]

    assert sorted(numbers, key=lambda number: stored(slots.number(number))) == numbers


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_has_no_place_in_the_order(number):
    with pytest.raises(ValueError, match="no place"):
        slots.number(number)


@given(st.integers(-(10**15), 10**15), st.integers(-(10**15), 10**15))
def test_money_is_ordered_by_amount(one, other):
    assume(one < other)

    assert stored(slots.money(Money(one, "EUR")), LAST_ID) < stored(slots.money(Money(other, "EUR")), FIRST_ID)


def test_money_of_different_currencies_is_ordered_by_major_units():
    assert stored(slots.money(Money(1200, "CLP"))) > stored(slots.money(Money(99999, "EUR")))


@given(st.dates(), st.dates())
def test_dates_are_ordered(one, other):
    assume(one < other)

    assert stored(slots.date(one), LAST_ID) < stored(slots.date(other), FIRST_ID)


@given(INSTANTS, INSTANTS)
def test_instants_are_ordered(one, other):
    assume(clock.stamp(one) < clock.stamp(other))

    assert stored(slots.date_time(one), LAST_ID) < stored(slots.date_time(other), FIRST_ID)
    assert one < other


@given(TEXTS, TEXTS)
def test_texts_are_ordered_as_folded(one, other):
    assume(fold(one) < fold(other))

    assert stored(slots.text(one), LAST_ID) < stored(slots.text(other), FIRST_ID)


def test_a_text_comes_before_its_continuation():
    assert stored(slots.text("Ana"), LAST_ID) < stored(slots.text("Ana María"), FIRST_ID)


@given(TEXTS)
def test_a_text_never_holds_the_separator(text):
    assert slots.SEPARATOR not in slots.text(text)


def test_a_long_text_is_cut_so_that_the_key_fits():
    assert len(stored(slots.text("ñ" * 5000))) < 1024


@given(st.one_of(NUMBERS.map(slots.number), TEXTS.map(slots.text), st.dates().map(slots.date)))
def test_a_record_without_a_value_comes_first(encoded):
    assume(encoded)

    assert stored(None, LAST_ID) < stored(encoded, FIRST_ID)


@given(st.one_of(st.none(), NUMBERS.map(slots.number), TEXTS.map(slots.text)))
def test_value_and_id_can_be_read_back_from_a_slot_key(encoded):
    key = slots.key(encoded, LAST_ID)

    assert (slots.value_of(key), slots.id_of(key)) == (encoded or None, LAST_ID)


@given(NUMBERS, NUMBERS, st.sampled_from([FIRST_ID, LAST_ID]))
def test_each_range_holds_exactly_what_its_name_says(number, bound, id):
    encoded = slots.number(bound)

    def holds(bounds):
        key = stored(slots.number(number), id)
        return (bounds.lower is None or bounds.lower.encode() <= key) and (
            bounds.upper is None or key <= bounds.upper.encode()
        )

    assert holds(slots.equal(encoded)) == (number == bound)
    assert holds(slots.at_least(encoded)) == (number >= bound)
    assert holds(slots.above(encoded)) == (number > bound)
    assert holds(slots.at_most(encoded)) == (number <= bound)
    assert holds(slots.below(encoded)) == (number < bound)
    assert holds(slots.not_empty())
    assert not holds(slots.empty())


@given(st.integers(-100, 100), st.integers(-100, 100), st.integers(-100, 100))
def test_a_range_between_two_values_includes_both(number, lowest, highest):
    bounds = slots.between(slots.number(lowest), slots.number(highest))

    inside = bounds.lower.encode() <= stored(slots.number(number)) <= bounds.upper.encode()

    assert inside == (lowest <= number <= highest)


@given(TEXTS, st.text(max_size=3))
def test_a_prefix_range_holds_the_texts_that_begin_with_it(text, start):
    encoded = slots.text(start)
    bounds = slots.prefix(encoded)
    assume(slots.text(text))

    inside = bounds.lower.encode() <= stored(slots.text(text)) <= bounds.upper.encode()

    assert inside == slots.text(text).startswith(encoded)


def test_records_without_a_value_are_outside_every_range_but_their_own():
    key = slots.key(None, FIRST_ID)

    assert slots.empty().lower <= key <= slots.empty().upper
    assert key < slots.at_most("5").lower
    assert key < slots.below("5").lower
    assert key < slots.not_empty().lower
