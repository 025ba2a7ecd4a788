"""Scores over the API: what they are made of, who may know, and which points make no sense."""

from typing import Any

from tests.builders import Api, Firm
from tests.functional.segments.steps import MADRID, api, company, firm, made, segment, settle, world
from tests.world import World

__all__ = ["api", "firm", "world"]

RETAIL = {"field": "industry", "op": "eq", "value": "retail"}
WARM = {"field": "score", "op": "gte", "value": 30}


def test_a_score_says_which_segments_it_is_made_of(world: World, firm: Firm) -> None:
    rios = company(firm.admin, "Bodegas Ríos", industry="retail")
    madrid = segment(firm.admin, MADRID, name="De Madrid", points=10)
    retail = segment(firm.admin, RETAIL, name="Comercio", points=25)
    segment(firm.admin, {"field": "name", "op": "eq", "value": "Nadie"}, name="Nadie", points=90)
    settle(world)

    told = firm.admin.get(f"/v1/records/companies/{rios}/score").body
    found = firm.admin.post("/v1/records/companies/query", {"filter": WARM}).body["items"]
    listed = firm.admin.get("/v1/segments").body["items"]

    assert (told["score"], told["others"]) == (35, 0)
    assert [(part["segment"], part["name"], part["points"]) for part in told["parts"]] == [
        (retail, "Comercio", 25),
        (madrid, "De Madrid", 10),
    ]
    assert [each["id"] for each in found] == [rios]
    assert {each["name"]: each["points"] for each in listed} == {"De Madrid": 10, "Comercio": 25, "Nadie": 90}


def test_points_of_a_segment_that_is_hidden_from_somebody_are_told_together(world: World, api: Api, firm: Firm) -> None:
    extents = {"read": "all", "create": "all", "update": "all", "delete": "all", "export": "all"}
    role = {
        "key": "blind",
        "label": {"es": "Sin sector", "en": "No industry"},
        "objects": {"*": extents},
        "fields": {"companies": {"industry": {"read": False, "write": False}}},
    }
    made(firm.admin, "/v1/roles", role)
    rios = company(firm.admin, "Bodegas Ríos", industry="retail")
    segment(firm.admin, MADRID, name="De Madrid", points=10)
    segment(firm.admin, RETAIL, name="Comercio", points=25)
    settle(world)

    told = api.hire(firm, "blind").get(f"/v1/records/companies/{rios}/score").body

    assert (told["score"], told["others"], [part["name"] for part in told["parts"]]) == (35, 25, ["De Madrid"])


def test_points_that_make_no_sense_are_refused(firm: Firm) -> None:
    warm = segment(firm.admin, WARM, name="Calientes")
    body = {"name": "x", "object": "companies", "filter": MADRID}

    def refusal(**more: Any) -> tuple[int, str]:
        answer = firm.admin.post("/v1/segments", {**body, **more})
        return answer.status, answer.body["errors"][0]["code"]

    assert refusal(filter=WARM, points=10) == (422, "circular")
    assert refusal(filter={"segment": warm}, points=10) == (422, "circular")
    assert refusal(object="products", filter={"field": "name", "op": "eq", "value": "x"}, points=10) == (
        422,
        "not_scored",
    )
    assert refusal(points=101)[0] == 422
    assert refusal(points=1.5)[0] == 422
    assert firm.admin.get("/v1/records/companies/01J00000000000000000000000/score").status == 404


def test_a_segment_that_gives_points_cannot_come_to_ask_for_the_score_by_another(firm: Firm) -> None:
    local = made(firm.admin, "/v1/segments", {"name": "De Madrid", "object": "companies", "filter": MADRID})
    segment(firm.admin, {"segment": local["id"]}, name="Cerca", points=10)

    answer = firm.admin.patch(f"/v1/segments/{local['id']}", {"filter": WARM}, version=local["version"])

    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "breaks_another")
