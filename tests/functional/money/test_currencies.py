"""Amounts in several currencies: valued once, by the rate of their day, and added to the cent."""

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import pytest

from functions.record_stream import handler as record_stream
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.pipeline.aws_around import LambdaContext, stream_of
from tests.world import World


@pytest.fixture
def pipeline(firm: Firm) -> dict[str, Any]:
    found: dict[str, Any] = firm.admin.get("/v1/records/pipelines").body["items"][0]
    return found


def rate(caller: Caller, code: str, day: str, worth: str) -> None:
    answer = caller.call("PUT", f"/v1/currencies/{code}/rates/{day}", {"rate": worth})
    assert answer.status == 200, answer.raw


def ordered(caller: Caller, amount: str, currency: str, **more: Any) -> dict[str, Any]:
    values = {"number": f"{amount} {currency}", "total": {"amount": amount, "currency": currency}, "date": "2026-11-21"}
    answer = caller.post("/v1/records/orders", {**values, **more})
    assert answer.status == 201, answer.raw
    placed: dict[str, Any] = answer.body
    return placed


def read(caller: Caller, order: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = caller.get(f"/v1/records/orders/{order['id']}").body
    return found


def test_an_amount_in_the_firms_currency_says_nothing_more(firm: Firm) -> None:
    assert ordered(firm.admin, "10.00", "EUR")["total"] == {"amount": "10.00", "currency": "EUR"}


def test_an_amount_in_another_currency_shows_both_amounts_with_rate_and_day(firm: Firm) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.90")
    rate(firm.admin, "USD", "2026-11-01", "0.925")
    rate(firm.admin, "USD", "2999-01-01", "5")

    placed = ordered(firm.admin, "100.10", "USD")

    worth = {"amount": "92.59", "currency": "EUR", "rate": "0.925", "rate_date": "2026-11-01"}
    assert placed["total"] == {"amount": "100.10", "currency": "USD", "base": worth}
    assert read(firm.admin, placed)["total"]["base"] == worth
    (listed,) = firm.admin.get("/v1/records/orders").body["items"]
    assert listed["total"]["base"] == worth


def test_a_half_cent_goes_to_the_even_cent(firm: Firm) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.5")

    worths = [ordered(firm.admin, amount, "USD")["total"]["base"]["amount"] for amount in ("0.01", "0.03", "-0.01")]

    assert worths == ["0.00", "0.02", "0.00"]


def test_a_currency_without_decimals_is_counted_in_whole_units(firm: Firm) -> None:
    rate(firm.admin, "JPY", "2026-01-01", "0.0061")

    assert ordered(firm.admin, "10000", "JPY")["total"]["base"]["amount"] == "61.00"


def test_a_later_rate_changes_no_record_and_a_new_amount_is_valued_anew(firm: Firm) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.90")
    placed = ordered(firm.admin, "100.00", "USD")
    path = f"/v1/records/orders/{placed['id']}"
    rate(firm.admin, "USD", "2026-01-01", "0.50")

    renamed = firm.admin.patch(path, {"number": "A-1"}, version=1).body
    again = firm.admin.patch(path, {"total": placed["total"]}, version=2).body
    other = firm.admin.patch(path, {"total": {"amount": "200.00", "currency": "USD"}}, version=2).body

    assert renamed["total"] == placed["total"]
    assert (again["total"], again["version"]) == (placed["total"], 2)
    assert other["total"]["base"]["amount"] == "100.00"


def test_a_total_that_is_added_up_again_keeps_its_worth(firm: Firm) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.90")
    line = {"name": "Tinto", "quantity": 2, "unit_price": {"amount": "50.00", "currency": "USD"}}
    placed = firm.admin.post("/v1/records/orders", {"number": "1", "date": "2026-11-21", "lines": [line]}).body
    rate(firm.admin, "USD", "2026-01-01", "0.50")

    path = f"/v1/records/orders/{placed['id']}"
    again = firm.admin.patch(path, {"lines": [{**line, "name": "Tinto joven"}]}, version=1).body

    assert placed["total"]["base"]["amount"] == "90.00"
    assert again["total"] == placed["total"]


def test_an_amount_whose_worth_nobody_knew_is_valued_when_it_is_written_again(firm: Firm) -> None:
    placed = ordered(firm.admin, "100.00", "USD")
    path = f"/v1/records/orders/{placed['id']}"
    rate(firm.admin, "USD", "2026-01-01", "0.90")

    renamed = firm.admin.patch(path, {"number": "A-1"}, version=1).body
    again = firm.admin.patch(path, {"total": {"amount": "100.00", "currency": "USD"}}, version=2).body

    assert placed["total"] == {"amount": "100.00", "currency": "USD", "base": None}
    assert renamed["total"]["base"] is None
    assert again["total"]["base"]["amount"] == "90.00"


def test_nobody_says_what_an_amount_is_worth(firm: Firm) -> None:
    claimed = {"amount": "1000000.00", "currency": "EUR", "rate": "1", "rate_date": "2026-01-01"}
    answer = firm.admin.post(
        "/v1/records/orders",
        {"number": "1", "date": "2026-11-21", "total": {"amount": "1.00", "currency": "USD", "base": claimed}},
    )

    assert answer.body["total"]["base"] is None


def test_lists_filter_by_what_amounts_are_worth(firm: Firm) -> None:
    rate(firm.admin, "JPY", "2026-01-01", "0.0061")
    yen, euros = ordered(firm.admin, "10000", "JPY"), ordered(firm.admin, "100.00", "EUR")
    ordered(firm.admin, "9000.00", "USD")

    def listed(query: str) -> list[str]:
        return [one["id"] for one in firm.admin.get(f"/v1/records/orders?{query}").body["items"]]

    assert listed("total[gte]=70") == [euros["id"]]
    assert listed("total[lt]=70") == [yen["id"]]
    refused = firm.admin.post(
        "/v1/records/orders/query",
        {"filter": {"field": "total", "op": "gt", "value": {"amount": "1", "currency": "USD"}}},
    )
    assert refused.status == 422


def test_totals_are_the_sum_of_what_is_shown_in_each_currency_and_in_the_firms(
    world: World, firm: Firm, pipeline: dict[str, Any]
) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.9137")
    deals = []
    for number in range(9):
        amount = {"amount": f"{number * 37 + 1}.{number}1", "currency": "USD" if number % 2 else "EUR"}
        answer = firm.admin.post("/v1/records/deals", {"name": f"Nº {number}", "amount": amount})
        assert answer.status == 201, answer.raw
        deals.append(answer.body)
    record_stream.handle({"Records": stream_of(world.settings.prefix)}, LambdaContext())

    items = firm.admin.get("/v1/records/deals/totals?by=stage").body["items"]

    (stage,) = [item for item in items if item["count"]]
    shown = [deal["amount"].get("base") or deal["amount"] for deal in deals]
    whole = sum((Decimal(each["amount"]) for each in shown), Decimal(0))
    dollars = sum((Decimal(deal["amount"]["amount"]) for deal in deals if "base" in deal["amount"]), Decimal(0))
    (base,) = stage["base"]
    assert (base["amount"], base["currency"], base["complete"]) == (str(whole), "EUR", True)
    assert {"field": "amount", "amount": str(dollars), "currency": "USD"} in stage["sums"]


def test_groups_say_the_same_whether_they_are_counted_or_read(world: World, firm: Firm) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.9137")
    for currency in ("EUR", "USD", "USD"):
        firm.admin.post("/v1/records/deals", {"name": currency, "amount": {"amount": "10.01", "currency": currency}})
    record_stream.handle({"Records": stream_of(world.settings.prefix)}, LambdaContext())

    counted = firm.admin.post("/v1/records/deals/groups", {"by": "stage"}).body
    read = firm.admin.post(
        "/v1/records/deals/groups", {"by": "stage", "filter": {"field": "name", "op": "not_empty"}}
    ).body

    (of_counters,), (of_records,) = ([one for one in each["items"] if one["count"]] for each in (counted, read))
    assert [(one["amount"], one["complete"]) for one in of_counters["base"]] == [("28.31", True)]
    assert of_records["sums"] == of_counters["sums"]
    assert of_records["base"] == [{k: v for k, v in one.items() if k != "weighted"} for one in of_counters["base"]]


def test_a_total_says_when_the_worth_of_some_amount_is_not_known(world: World, firm: Firm) -> None:
    for currency in ("EUR", "CHF"):
        firm.admin.post("/v1/records/deals", {"name": currency, "amount": {"amount": "10.00", "currency": currency}})
    record_stream.handle({"Records": stream_of(world.settings.prefix)}, LambdaContext())

    items = firm.admin.get("/v1/records/deals/totals?by=stage").body["items"]

    (base,) = next(item["base"] for item in items if item["count"])
    assert (base["amount"], base["complete"]) == ("10.00", False)


def test_rates_are_listed_corrected_and_taken_back_by_administrators_only(firm: Firm, api: Api) -> None:
    for day, worth in (("2026-01-01", "0.90"), ("2026-06-01", "0.95"), ("2026-06-01", "0.960")):
        rate(firm.admin, "USD", day, worth)
    rep = api.hire(firm, "rep")

    assert rep.call("PUT", "/v1/currencies/USD/rates/2026-07-01", {"rate": "1"}).status == 403
    assert rep.delete("/v1/currencies/USD/rates/2026-06-01").status == 403
    first = rep.get("/v1/currencies/USD/rates?limit=1").body
    rest = rep.get(f"/v1/currencies/USD/rates?cursor={first['next_cursor']}").body
    assert [(each["date"], each["rate"]) for each in (*first["items"], *rest["items"])] == [
        ("2026-06-01", "0.96"),
        ("2026-01-01", "0.9"),
    ]

    assert firm.admin.delete("/v1/currencies/USD/rates/2026-06-01").status == 204
    assert firm.admin.delete("/v1/currencies/USD/rates/2026-06-01").status == 404
    told = rep.get("/v1/currencies").body
    assert told["base"] == {"code": "EUR", "decimals": 2}
    assert [(each["code"], each["decimals"], each["rate"]["rate"]) for each in told["items"]] == [("USD", 2, "0.9")]


@pytest.mark.parametrize(
    ("path", "worth"),
    [
        ("EUR/rates/2026-01-01", "1"),
        ("XXX/rates/2026-01-01", "1"),
        ("usd/rates/2026-01-01", "1"),
        ("USD/rates/2026-02-30", "1"),
        ("USD/rates/20260201", "1"),
        ("USD/rates/2026-01-01", "0"),
        ("USD/rates/2026-01-01", "-1"),
        ("USD/rates/2026-01-01", "1e5"),
        ("USD/rates/2026-01-01", "NaN"),
    ],
)
def test_what_is_no_rate_is_refused(firm: Firm, path: str, worth: str) -> None:
    assert firm.admin.call("PUT", f"/v1/currencies/{path}", {"rate": worth}).status == 422


def test_another_firms_rates_are_not_ours(firm: Firm, api: Api) -> None:
    other = api.sign_up("Aceites Lucena")
    rate(other.admin, "USD", "2026-01-01", "0.90")

    assert ordered(firm.admin, "1.00", "USD")["total"]["base"] is None
    assert firm.admin.get("/v1/currencies").body["items"] == []


def test_what_is_worth_is_rounded_once(firm: Firm) -> None:
    rate(firm.admin, "USD", "2026-01-01", "0.333333333")

    for amount in ("0.10", "33.33", "123456789.99"):
        worth = ordered(firm.admin, amount, "USD")["total"]["base"]["amount"]
        assert worth == str((Decimal(amount) * Decimal("0.333333333")).quantize(Decimal("0.01"), ROUND_HALF_EVEN))
