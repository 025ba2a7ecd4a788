"""What other records say about a record is kept by the stream, and ends as a recount gives it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.storage import connection, guard, timeline
from chalicelib.storage import records as rows
from tests.functional.derived.flow import Flow, formula, rollup
from tests.functional.pipeline.aws_around import rows_under
from tests.unit import shared_world
from tests.world import World

OPEN = {"field": "status", "op": "ne", "value": "delivered"}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with shared_world.of_module() as made:
        yield made


@pytest.fixture(scope="module")
def module_flow(world: World) -> Flow:
    made = Flow(world.ctx(), world.settings.prefix)
    connection.on_client(made.attach)
    return made


@pytest.fixture
def flow(world: World, module_flow: Flow) -> Flow:
    """Return a new firm whose stream and queue the test delivers."""
    module_flow.begin(world.ctx())
    return module_flow


def euros(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


def order(flow: Flow, company: str | None, amount: str, **more: Any) -> str:
    return flow.create("orders", number=amount, company=company, total=euros(amount), date="2026-11-21", **more)


def test_a_company_knows_how_many_orders_it_placed_and_what_they_came_to(flow: Flow) -> None:
    flow.define(
        "companies",
        rollup("c_orders", "orders", "count"),
        rollup("c_spent", "orders", "sum", "total"),
        rollup("c_last", "orders", "max", "date"),
        formula("c_mean", "c_spent / c_orders"),
    )
    bodega = flow.create("companies", name="Bodegas Ríos")
    for amount in ("100.10", "200.20"):
        order(flow, bodega, amount)

    flow.settle()

    shown = flow.read("companies", bodega)
    assert {name: shown[name] for name in ("c_orders", "c_spent", "c_last", "c_mean")} == {
        "c_orders": 2,
        "c_spent": euros("300.30"),
        "c_last": "2026-11-21",
        "c_mean": euros("150.15"),
    }


def test_a_company_that_nobody_points_to_counts_none(flow: Flow) -> None:
    flow.define("companies", rollup("c_orders", "orders", "count"), rollup("c_last", "orders", "max", "date"))
    bodega = flow.create("companies", name="Bodegas Ríos")

    flow.settle()

    shown = flow.read("companies", bodega)
    assert (shown["c_orders"], shown["c_last"]) == (0, None)


def test_only_what_meets_the_filter_counts_and_only_while_it_does(flow: Flow) -> None:
    flow.define("companies", rollup("c_open", "orders", "count", None, OPEN))
    bodega = flow.create("companies", name="Bodegas Ríos")
    first, second = order(flow, bodega, "1.00"), order(flow, bodega, "2.00")
    counts = []

    for step in (
        lambda: flow.update("orders", first, status="delivered"),
        lambda: flow.delete("orders", second),
        lambda: flow.restore("orders", second),
        lambda: flow.update("orders", second, company=None),
    ):
        step()
        flow.settle()
        counts.append(flow.read("companies", bodega)["c_open"])

    assert counts == [1, 0, 1, 0]


def test_a_formula_follows_the_record_that_it_looks_at(flow: Flow) -> None:
    flow.define("orders", formula("c_industry", "upper(company.industry)"))
    bodega, aceites = (
        flow.create("companies", name="Bodegas Ríos", industry="food"),
        flow.create("companies", name="Ac"),
    )
    placed = order(flow, bodega, "1.00")
    flow.settle()
    seen = [flow.read("orders", placed)["c_industry"]]

    for step in (
        lambda: flow.update("companies", bodega, industry="hospitality"),
        lambda: flow.update("orders", placed, company=aceites),
        lambda: flow.update("orders", placed, company=bodega),
        lambda: flow.delete("companies", bodega),
        lambda: flow.restore("companies", bodega),
    ):
        step()
        flow.settle()
        seen.append(flow.read("orders", placed)["c_industry"])

    assert seen == ["FOOD", "HOSPITALITY", None, "HOSPITALITY", None, "HOSPITALITY"]


def test_values_kept_of_values_kept_follow_through_three_records(flow: Flow) -> None:
    flow.define("companies", rollup("c_spent", "orders", "sum", "total"))
    flow.define("orders", formula("c_share", "total / company.c_spent * 100"))
    flow.define("companies", rollup("c_largest", "orders", "max", "c_share"))
    bodega = flow.create("companies", name="Bodegas Ríos")
    order(flow, bodega, "30.00")
    placed = order(flow, bodega, "10.00")
    flow.settle()

    flow.update("orders", placed, total=euros("90.00"))
    flow.settle()

    assert flow.read("orders", placed)["c_share"] == 75
    assert flow.read("companies", bodega)["c_largest"] == 75


def test_a_sum_of_several_currencies_is_in_the_firms_by_the_rates_kept_with_the_amounts(flow: Flow) -> None:
    flow.define("companies", rollup("c_spent", "orders", "sum", "total"), rollup("c_most", "orders", "max", "total"))
    flow.rate("USD", "0.925")
    bodega, aceites = flow.create("companies", name="Bodegas Ríos"), flow.create("companies", name="Aceites")
    for company, amount, currency in (
        (bodega, "100.10", "USD"),
        (bodega, "33.33", "EUR"),
        (aceites, "5.00", "EUR"),
        (aceites, "1.00", "CHF"),
    ):
        total = {"amount": amount, "currency": currency}
        flow.create("orders", number=amount, company=company, total=total, date="2026-11-21")
    flow.settle()
    flow.rate("USD", "5")
    flow.update("companies", bodega, industry="food")
    order(flow, bodega, "0.01")
    flow.settle()

    known, unknown = flow.read("companies", bodega), flow.read("companies", aceites)
    assert (known["c_spent"], known["c_most"]) == (euros("125.93"), euros("92.59"))
    assert (unknown["c_spent"], unknown["c_most"]) == (None, None)


def test_a_formula_converts_by_the_rate_kept_with_the_amount(flow: Flow) -> None:
    flow.define("orders", formula("c_net", "base(total) / 1.21"), formula("c_big", "total > money(90, 'EUR')"))
    flow.rate("USD", "0.925")
    total = {"amount": "100.10", "currency": "USD"}

    placed = flow.create("orders", number="1", total=total, date="2026-11-21")

    shown = flow.read("orders", placed)
    assert (shown["c_net"], shown["c_big"]) == (euros("76.52"), True)


def test_keeping_a_value_tells_nobody_and_changes_nothing_else(flow: Flow) -> None:
    flow.define("companies", rollup("c_orders", "orders", "count"))
    bodega = flow.create("companies", name="Bodegas Ríos")
    flow.settle()
    before = flow.read("companies", bodega)

    order(flow, bodega, "1.00")
    flow.settle()

    with guard.entered(flow.ctx.tenant):
        kinds = [entry.kind for entry in timeline.page(flow.ctx, bodega, limit=9)[0]]
    after = flow.read("companies", bodega)
    assert after == {**before, "c_orders": 1}
    assert kinds.count("changed") == 0
    assert kinds.count("created") == 1


def test_a_thousand_changes_wait_as_one_message(flow: Flow) -> None:
    flow.define("companies", rollup("c_orders", "orders", "count"))
    bodega = flow.create("companies", name="Bodegas Ríos")
    for number in range(12):
        order(flow, bodega, f"{number}.00")

    for _ in range(3):
        flow.delivered = 0
        flow.bring_stream()

    assert set(flow.waiting()) == {("companies", bodega)}
    assert len(flow.messages) == 3  # the very change that asked first asks again when it is delivered again
    flow.settle()
    assert flow.read("companies", bodega)["c_orders"] == 12


def test_a_firm_that_computes_nothing_pays_nothing(flow: Flow, world: World) -> None:
    bodega = flow.create("companies", name="Bodegas Ríos")
    order(flow, bodega, "1.00")

    with world.watch.during() as calls:
        flow.settle()

    assert flow.messages == []
    assert rows_under(f"T#{flow.ctx.tenant}#stale") == {}
    assert not [call for call in calls if call.service == "sqs"]


def test_many_records_are_computed_a_page_at_a_time(flow: Flow, monkeypatch: Any) -> None:
    monkeypatch.setattr("chalicelib.engine.derived.recomputing.A_PAGE", 2)
    flow.define("orders", formula("c_name", "company.name"))
    bodega = flow.create("companies", name="Bodegas Ríos")
    placed = [order(flow, bodega, f"{number}.00") for number in range(5)]
    flow.settle()
    flow.computed = 0

    flow.update("companies", bodega, name="Bodegas del Río")
    flow.settle()

    assert flow.computed == 3
    assert {flow.read("orders", id)["c_name"] for id in placed} == {"Bodegas del Río"}


STEPS = st.one_of(
    st.tuples(st.just("order"), st.integers(0, 1), st.integers(0, 9_999)),
    st.tuples(st.just("amount"), st.integers(0, 5), st.integers(0, 9_999)),
    st.tuples(st.just("relink"), st.integers(0, 5), st.sampled_from([0, 1, None])),
    st.tuples(st.just("delete"), st.integers(0, 5), st.none()),
    st.tuples(st.just("restore"), st.integers(0, 5), st.none()),
    st.tuples(st.just("rename"), st.integers(0, 1), st.sampled_from(["Ana", "Eva"])),
    st.tuples(st.just("stream"), st.integers(0, 9), st.none()),
    st.tuples(st.just("message"), st.integers(0, 9), st.none()),
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, max_size=18), seed=st.integers(0, 999))
def test_kept_values_equal_a_recount_under_any_delivery(
    world: World, module_flow: Flow, steps: list[tuple[str, int, Any]], seed: int
) -> None:
    flow = module_flow
    flow.begin(world.ctx())
    flow.chance.seed(seed)
    flow.define(
        "companies",
        rollup("c_orders", "orders", "count"),
        rollup("c_spent", "orders", "sum", "total"),
        rollup("c_least", "orders", "min", "total", {"field": "status", "op": "ne", "value": "delivered"}),
    )
    flow.define("orders", formula("c_who", "concat(company.name, ' ', text(company.c_orders))"))
    companies = [flow.create("companies", name=name) for name in ("Bodegas", "Aceites")]
    placed: list[str] = []

    for name, number, value in steps:
        take(flow, name, number, value, companies, placed)
    flow.settle(badly=True)

    assert_recounted(flow, companies, placed)


def take(flow: Flow, name: str, number: int, value: Any, companies: list[str], placed: list[str]) -> None:
    id = placed[number % len(placed)] if placed else None
    match name:
        case "order":
            placed.append(order(flow, companies[number], f"{value / 100:.2f}"))
        case "amount" if id and is_there(flow, id):
            flow.update("orders", id, total=euros(f"{value / 100:.2f}"))
        case "relink" if id and is_there(flow, id):
            flow.update("orders", id, company=None if value is None else companies[value])
        case "delete" if id and is_there(flow, id):
            flow.delete("orders", id)
        case "restore" if id:
            flow.restore("orders", id)
        case "rename":
            flow.update("companies", companies[number], name=value)
        case "stream":
            flow.bring_stream()
        case "message" if flow.messages:
            flow.bring_message(number)


def stored(flow: Flow, plural: str, id: str) -> rows.Row:
    with guard.entered(flow.ctx.tenant):
        found = rows.get(flow.ctx, plural, id, include_deleted=True)
    assert found is not None
    return found


def is_there(flow: Flow, id: str) -> bool:
    return stored(flow, "orders", id).deleted_at is None


def assert_recounted(flow: Flow, companies: list[str], placed: list[str]) -> None:
    orders = [row for id in placed if (row := stored(flow, "orders", id)).deleted_at is None]
    for id in companies:
        own = [row for row in orders if row.values.get("company") == id]
        amounts = [row.values["total"]["minor"] for row in own]
        company = stored(flow, "companies", id)
        assert company.derived.get("c_orders") == len(own)
        assert company.derived.get("c_spent") == {"minor": sum(amounts), "currency": "EUR"}
        assert company.derived.get("c_least") == ({"minor": min(amounts), "currency": "EUR"} if amounts else None)
        for row in own:
            assert row.derived.get("c_who") == f"{company.values['name']} {len(own)}"
    assert all(row.derived.get("c_who") is None for row in orders if row.values.get("company") is None)
