from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.money import EXPONENTS, Money, exponent


def test_an_amount_is_read_into_minor_units():
    assert Money.parse("1250.50", "EUR") == Money(125050, "EUR")


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [(125050, "EUR", "1250.50"), (5, "EUR", "0.05"), (-5, "EUR", "-0.05"), (1250, "CLP", "1250"), (1, "KWD", "0.001")],
)
def test_an_amount_is_written_with_the_decimals_of_its_currency(minor, currency, amount):
    assert Money(minor, currency).amount == amount


@pytest.mark.parametrize("amount", ["", "abc", "1,50", "1.005", "NaN", "Infinity", "1e30", "0x10"])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError, match=r"."):
        Money.parse(amount, "EUR")


def test_yen_have_no_decimals():
    with pytest.raises(ValueError, match="JPY has 0 decimals"):
        Money.parse("10.5", "JPY")


def test_a_currency_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="not a currency"):
        exponent("EURO")


@given(st.integers(-(10**18), 10**18), st.sampled_from(sorted(EXPONENTS)))
def test_writing_and_reading_an_amount_returns_the_same_money(minor, currency):
    money = Money(minor, currency)

    assert Money.parse(money.amount, currency) == money
    assert money.decimal == Decimal(money.amount)
