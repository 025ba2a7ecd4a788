"""An administrator defines formulas and rollups; everybody reads them, and nobody writes them."""

from typing import Any

import pytest

from chalicelib.storage import connection
from tests.builders import Firm
from tests.functional.derived.flow import Flow
from tests.functional.designing.studio import Studio
from tests.world import World


@pytest.fixture
def studio(world: World, firm: Firm) -> Studio:
    return Studio(world, firm)


@pytest.fixture
def flow(world: World, firm: Firm) -> Flow:
    made = Flow(world.ctx(firm.tenant["id"]), world.settings.prefix)
    connection.on_client(made.attach)
    return made


def order(studio: Studio, company: str | None, amount: str) -> dict[str, Any]:
    total = {"amount": amount, "currency": "EUR"}
    return studio.record("orders", number=amount, company=company, total=total, date="2026-11-21")


def test_a_formula_behaves_as_a_field_of_its_result(studio: Studio) -> None:
    told = studio.add("orders", "c_tax", "formula", formula="total * 0.21")
    placed = order(studio, None, "100.00")
    small = order(studio, None, "10.00")

    assert (told["type"], told["result"], told["read_only"], told["formula"], told["widget"]) == (
        "formula",
        "money",
        True,
        "total * 0.21",
        "money",
    )
    assert placed["c_tax"] == {"amount": "21.00", "currency": "EUR"}
    assert studio.get(f"/v1/records/orders/{small['id']}")["c_tax"]["amount"] == "2.10"
    assert studio.found("orders", field="c_tax", op="gt", value="5") == [placed["id"]]
    assert studio.get("/v1/records/orders?fields=c_tax")["items"][0]["c_tax"]["amount"] == "2.10"


def test_nobody_writes_what_is_computed(studio: Studio) -> None:
    studio.add("orders", "c_tax", "formula", formula="total * 0.21")

    answer = studio.post("/v1/records/orders", {"number": "1", "date": "2026-11-21", "c_tax": "1"})

    assert (answer.status, answer.faults) == (422, {"c_tax": "read_only"})


def test_a_formula_that_makes_no_sense_is_refused_with_its_place(studio: Studio) -> None:
    body = {"name": "c_tax", "type": "formula", "label": {"es": "IVA", "en": "Tax"}, "formula": "total * wine"}

    answer = studio.post("/v1/objects/orders/fields", body)

    assert (answer.status, answer.faults) == (422, {"formula": "unknown_field"})
    assert "(at character 9)" in answer.body["errors"][0]["message"]


def test_records_that_were_there_get_a_rollup_by_a_job_and_keep_it_by_the_stream(studio: Studio, flow: Flow) -> None:
    bodega = studio.record("companies", name="Bodegas Ríos")
    order(studio, bodega["id"], "100.00")
    flow.settle()

    told = studio.add(
        "companies", "c_spent", "rollup", rollup={"relation": "orders", "function": "sum", "field": "total"}
    )
    before = studio.get(f"/v1/records/companies/{bodega['id']}")
    job = studio.refit()
    after = studio.get(f"/v1/records/companies/{bodega['id']}")
    order(studio, bodega["id"], "23.45")
    flow.settle()

    assert (told["type"], told["result"], job["state"]) == ("rollup", "money", "done")
    assert before["c_spent"] is None
    assert after == {**before, "c_spent": {"amount": "100.00", "currency": "EUR"}}
    shown = studio.get(f"/v1/records/companies/{bodega['id']}")
    assert (shown["c_spent"]["amount"], shown["version"]) == ("123.45", 1)
    assert studio.found("companies", field="c_spent", op="gte", value="123.45") == [bodega["id"]]


def test_a_formula_over_an_object_of_the_firms_own_follows_its_link(studio: Studio, flow: Flow) -> None:
    studio.declare()
    studio.add("c_projects", "c_place", "formula", formula="upper(c_client.industry)")
    bodega = studio.record("companies", name="Bodegas Ríos", industry="food")
    project = studio.record("c_projects", c_title="Bodega nueva", c_client=bodega["id"])
    flow.settle()
    first = studio.get(f"/v1/records/c_projects/{project['id']}")["c_place"]

    studio.firm.admin.patch(f"/v1/records/companies/{bodega['id']}", {"industry": "hospitality"}, version=1)
    flow.settle()

    assert (first, studio.get(f"/v1/records/c_projects/{project['id']}")["c_place"]) == ("FOOD", "HOSPITALITY")


def test_a_field_cannot_go_while_a_formula_needs_it_and_a_formula_comes_back_true(studio: Studio, flow: Flow) -> None:
    studio.add("companies", "c_goal", "number")
    studio.add("orders", "c_goal", "formula", formula="company.c_goal")
    bodega = studio.record("companies", name="Bodegas Ríos", c_goal=5)
    placed = order(studio, bodega["id"], "1.00")
    flow.settle()

    assert studio.remove("companies", "c_goal").status == 409
    assert studio.remove("orders", "c_goal").status == 200
    assert "c_goal" not in studio.get(f"/v1/records/orders/{placed['id']}")
    studio.firm.admin.patch(f"/v1/records/companies/{bodega['id']}", {"c_goal": 7}, version=1)
    flow.settle()
    assert studio.restore("orders", "c_goal").status == 200
    studio.refit()

    assert studio.get(f"/v1/records/orders/{placed['id']}")["c_goal"] == 7


def test_a_formula_is_tried_on_records_before_anybody_keeps_it(studio: Studio) -> None:
    placed = order(studio, None, "100.00")

    tried = studio.post("/v1/objects/orders/computed", {"formula": "total * 0.21"})
    wrong = studio.post("/v1/objects/orders/computed", {"formula": "total * wine"})

    assert (tried.status, tried.body["result"], tried.body["problem"]) == (200, "money", None)
    assert tried.body["examples"] == [
        {"id": placed["id"], "name": "100.00", "value": {"amount": "21.00", "currency": "EUR"}}
    ]
    assert (wrong.status, wrong.body["result"], wrong.body["examples"]) == (200, None, [])
    assert wrong.body["problem"]["code"] == "unknown_field"
    assert "at character 9" in wrong.body["problem"]["message"]
    assert "c_tried" not in studio.names("orders")


def test_a_rollup_is_tried_on_records_before_anybody_keeps_it(studio: Studio) -> None:
    company = studio.record("companies", name="Olmedo")
    order(studio, company["id"], "100.00")
    order(studio, company["id"], "12.50")

    spent = {"relation": "orders", "function": "sum", "field": "total"}
    tried = studio.post("/v1/objects/companies/computed", {"rollup": spent}).body
    wrong = studio.post("/v1/objects/companies/computed", {"rollup": {**spent, "relation": "wines"}}).body
    nothing = studio.post("/v1/objects/companies/computed", {})

    assert tried["result"] == "money"
    assert tried["examples"][0]["value"] == {"amount": "112.50", "currency": "EUR"}
    assert wrong["problem"]["code"] == "unknown_relation"
    assert (nothing.status, nothing.body["result"]) == (200, None)
