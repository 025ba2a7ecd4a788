"""Orders add up, whatever anybody says."""

from typing import Any

import pytest

from chalicelib.engine import records
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

EXACT: list[tuple[list[dict[str, Any]], str]] = [
    ([{"quantity": 3, "unit_price": "0.10"}], "0.30"),
    ([{"quantity": 0.333, "unit_price": "9.99"}], "3.33"),
    ([{"quantity": 1, "unit_price": "10.05", "discount": 50}], "5.03"),
    ([{"unit_price": "1.00"}, {"quantity": 2, "unit_price": "2.50", "discount": 12.5}], "5.38"),
    ([{"quantity": 1, "unit_price": "10", "discount": 100}], "0.00"),
    ([{"name": "Sin precio"}, {"unit_price": "7"}], "7.00"),
]


@pytest.mark.parametrize(("lines", "total"), EXACT)
def test_the_total_is_the_sum_of_the_rounded_lines(ctx: Context, lines: list[dict[str, Any]], total: str) -> None:
    order = records.create(ctx, plural="orders", values={"date": "2026-11-21", "lines": lines, "total": "999"})

    assert order["total"] == {"amount": total, "currency": "EUR"}
    assert records.get(ctx, plural="orders", id=order["id"])["lines"] == order["lines"]


def test_an_order_without_lines_keeps_its_total(ctx: Context) -> None:
    order = records.create(ctx, plural="orders", values={"date": "2026-11-21", "total": "29.33"})

    assert order["total"]["amount"] == "29.33"


def test_new_lines_make_a_new_total(ctx: Context) -> None:
    order = records.create(ctx, plural="orders", values={"date": "2026-11-21", "lines": [{"unit_price": "1"}]})

    changed = records.update(
        ctx,
        plural="orders",
        id=order["id"],
        changes={"lines": [{"unit_price": "2", "quantity": 4}]},
        expected_version=1,
    )

    assert (order["total"]["amount"], changed["total"]["amount"]) == ("1.00", "8.00")


def test_currencies_are_not_added_up(ctx: Context) -> None:
    lines = [{"unit_price": "1"}, {"unit_price": {"amount": "1", "currency": "USD"}}]

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="orders", values={"date": "2026-11-21", "lines": lines})

    assert problem.value.code == "mixed_currencies"


def test_a_line_names_a_product_that_is_there(ctx: Context) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="orders", values={"date": "2026-11-21", "lines": [{"product": ctx.new_id()}]})

    assert [(error.field, error.code) for error in problem.value.errors] == [("lines", "unknown_record")]


def test_an_order_without_number_gets_one(ctx: Context) -> None:
    order = records.create(ctx, plural="orders", values={"date": "2026-11-21"})

    assert order["number"] == f"2026-{order['id'][-8:]}"
    assert order["status"] == "confirmed"
