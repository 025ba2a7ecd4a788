"""Segments over the API: defined, looked at, listed by hand, tried before they are kept."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.functional.segments.steps import MADRID, api, company, firm, made, names, segment, settle, world
from tests.world import World

__all__ = ["api", "firm", "world"]

BOUGHT = {"related": "orders", "of": "count", "op": "gte", "value": 1}


def test_a_segment_is_defined_filled_and_read(world: World, firm: Firm) -> None:
    company(firm.admin, "Bodegas Ríos")
    company(firm.admin, "Hotel Sol", "Cádiz")
    answer = firm.admin.post("/v1/segments", {"name": "De Madrid", "object": "companies", "filter": MADRID})
    assert (answer.status, answer.body["mode"], answer.body["version"]) == (201, "live", 1)
    id = answer.body["id"]
    before = firm.admin.get(f"/v1/segments/{id}/size").body

    settle(world)

    assert before == {"size": 0, "exact": True, "ready": False}
    assert firm.admin.get(f"/v1/segments/{id}/size").body == {"size": 1, "exact": True, "ready": True}
    assert names(firm.admin.get(f"/v1/segments/{id}/members")) == ["Bodegas Ríos"]
    assert firm.admin.get("/v1/segments/sizes").body["items"] == [{"id": id, "size": 1, "exact": True, "ready": True}]
    [today, yesterday] = firm.admin.get(f"/v1/segments/{id}/history?days=2").body["items"]
    assert (today["entered"], today["left"], today["size"], yesterday["size"]) == (0, 0, 1, 0)


def test_a_list_can_be_filtered_and_exported_by_a_segment(world: World, firm: Firm) -> None:
    company(firm.admin, "Bodegas Ríos", industry="retail")
    company(firm.admin, "Hotel Sol", industry="hospitality")
    company(firm.admin, "Bar Luna", "Cádiz", industry="retail")
    id = segment(firm.admin, MADRID)
    settle(world)
    tree = {"all": [{"segment": id}, {"field": "industry", "op": "eq", "value": "retail"}]}

    found = firm.admin.post("/v1/records/companies/query", {"filter": tree})
    export = firm.admin.post("/v1/exports", {"object": "companies", "format": "json", "filter": {"segment": id}})

    assert names(found) == ["Bodegas Ríos"]
    assert export.status == 202, export.raw
    settle(world)
    assert firm.admin.get(f"/v1/exports/{export.body['id']}").body["progress"]["done"] == 2


def test_a_filter_is_tried_before_it_is_kept(firm: Firm) -> None:
    rios = company(firm.admin, "Bodegas Ríos")
    company(firm.admin, "Hotel Sol")
    made(firm.admin, "/v1/records/orders", {"date": "2026-11-01", "company": rios})

    tried = made(firm.admin, "/v1/segments/preview", {"object": "companies", "filter": {"all": [MADRID, BOUGHT]}})

    assert (tried["count"], tried["exact"], tried["expected"], tried["scanned"]) == (1, True, 1, 2)
    assert [record["name"] for record in tried["sample"]] == ["Bodegas Ríos"]


def test_a_list_of_records_does_not_read_what_costs_a_read_for_each(firm: Firm) -> None:
    answer = firm.admin.post("/v1/records/companies/query", {"filter": BOUGHT})

    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "only_in_segments")


@pytest.mark.parametrize(
    ("filter", "code"),
    [
        ({"related": "pets", "op": "gte", "value": 1}, "unknown_field"),
        ({"related": "orders", "of": {"sum": "number"}, "op": "gt", "value": 1}, "wrong_kind"),
        ({"related": "orders", "of": {"median": "total"}, "op": "gt", "value": 1}, "unknown_measure"),
        ({"related": "orders", "op": "contains", "value": 1}, "unknown_operator"),
        ({"related": "orders", "op": "gte", "value": "two"}, "not_a_number"),
        ({"related": "orders", "where": {"segment": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}}, "only_in_segments"),
        ({"event": "door_opened"}, "unknown_event"),
        ({"event": "mail_opened", "during": "some_time"}, "unknown_period"),
        ({"event": "mail_opened", "during": "today", "since": "2026-01-01"}, "two_periods"),
        ({"event": "mail_opened", "during": "today", "until": "2026-01-01"}, "two_periods"),
        ({"event": "mail_opened", "since": "2026-02-01", "until": "2026-01-31"}, "ends_before_it_begins"),
        ({"event": "mail_opened", "until": "soon"}, "not_a_date"),
        ({"event": "mail_opened", "where": {"campaign": ["a"]}}, "not_demands"),
        ({"segment": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, "unknown_segment"),
        ({"field": "address.planet", "value": "Mars"}, "unknown_field"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(firm: Firm, filter: Any, code: str) -> None:
    answer = firm.admin.post("/v1/segments", {"name": "Raro", "object": "companies", "filter": filter})

    assert (answer.status, answer.body["errors"][0]["code"]) == (422, code), answer.raw


def test_a_segment_is_not_made_from_itself(firm: Firm) -> None:
    first = segment(firm.admin, MADRID)
    second = segment(firm.admin, {"not": {"segment": first}})

    answer = firm.admin.patch(f"/v1/segments/{first}", {"filter": {"segment": second}}, version=1)
    gone = firm.admin.delete(f"/v1/segments/{first}", version=1)

    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "circular")
    assert (gone.status, gone.body["code"], gone.body["used_by"]) == (409, "segment_in_use", [second])


def test_a_segment_that_is_taken_away_holds_nobody(world: World, firm: Firm) -> None:
    company(firm.admin, "Bodegas Ríos")
    id = segment(firm.admin, MADRID)
    settle(world)

    assert firm.admin.delete(f"/v1/segments/{id}", version=1).status == 204
    settle(world)

    assert firm.admin.get(f"/v1/segments/{id}/members").status == 404
    assert firm.admin.get("/v1/segments/sizes").body["items"] == []


def test_nobody_sees_more_by_a_segment_than_without_it(world: World, api: Api, firm: Firm) -> None:
    rights = {"read": "own", "create": "own", "update": "own", "delete": "none", "export": "none"}
    agreed = {**dict.fromkeys(rights, "none"), "read": "all"}
    role = {"key": "narrow", "label": {"es": "Corto", "en": "Narrow"}, "objects": {"*": rights, "*managed": agreed}}
    made(firm.admin, "/v1/roles", {**role, "fields": {"companies": {"industry": {"read": False}}}})
    narrow = api.hire(firm, "narrow")
    company(firm.admin, "Bodegas Ríos", industry="retail")
    company(firm.admin, "Hotel Sol", owner=narrow.user["id"], industry="retail")
    local, retail = (
        segment(firm.admin, MADRID),
        segment(firm.admin, {"field": "industry", "op": "eq", "value": "retail"}),
    )
    settle(world)

    assert names(narrow.get(f"/v1/segments/{local}/members")) == ["Hotel Sol"]
    assert narrow.get(f"/v1/segments/{local}/size").body == {"size": 1, "exact": True, "ready": True}
    assert names(narrow.post("/v1/records/companies/query", {"filter": {"segment": local}})) == ["Hotel Sol"]
    assert narrow.get(f"/v1/segments/{local}/history").status == 403
    for path in ("", "/members", "/size", "/history"):
        assert narrow.get(f"/v1/segments/{retail}{path}").status == 404, path
    assert [each["id"] for each in narrow.get("/v1/segments").body["items"]] == [local]
    asked = narrow.post("/v1/records/companies/query", {"filter": {"segment": retail}})
    assert asked.body["errors"][0]["code"] == "unknown_segment"
    assert narrow.post("/v1/segments", {"name": "Mío", "object": "companies", "filter": MADRID}).status == 403


def test_the_segments_of_another_firm_are_not_there(world: World, api: Api, firm: Firm) -> None:
    id = segment(firm.admin, MADRID)
    settle(world)
    stranger = api.sign_up().admin

    assert [stranger.get(f"/v1/segments/{id}{path}").status for path in ("", "/members", "/size")] == [404] * 3
    answer = stranger.post("/v1/records/companies/query", {"filter": {"segment": id}})
    assert answer.body["errors"][0]["code"] == "unknown_segment"


def test_customers_are_grouped_by_how_recently_how_often_and_for_how_much_they_bought(world: World, firm: Firm) -> None:
    for number in range(10):
        id = company(firm.admin, f"Cliente {number}")
        for order in range(1 + number // 2):
            day = f"2026-{11 - number % 5:02d}-{10 + order:02d}"
            total = {"amount": str(100 * (number + 1)), "currency": "EUR"}
            made(firm.admin, "/v1/records/orders", {"date": day, "company": id, "total": total})
    company(firm.admin, "Nunca")
    body = {"object": "companies", "related": "orders", "date": "date", "amount": "total"}

    job = made(firm.admin, "/v1/segments/rfm", body)
    settle(world)
    again = made(firm.admin, "/v1/segments/rfm", body)
    settle(world)

    told = firm.admin.get(f"/v1/jobs/{job['id']}").body
    assert told["state"] == "done", told
    assert firm.admin.get(f"/v1/jobs/{again['id']}").body["result"] == told["result"]
    sizes = {each["id"]: each["size"] for each in firm.admin.get("/v1/segments/sizes").body["items"]}
    assert (len(sizes), sum(sizes.values())) == (8, 10)
    champions = firm.admin.get(f"/v1/segments/{told['result']['segments']['champions']}").body
    assert champions["name"] == "Campeones"
    counted = {"field": "status", "op": "not_in", "value": ["draft", "cancelled"]}
    assert champions["filter"]["all"][1] == {
        "related": "orders", "of": "count", "op": "gte", "value": 4, "where": counted
    }  # fmt: skip
    asked = {"object": "companies", "filter": champions["filter"], "locale": "es"}
    sentence = firm.admin.post("/v1/segments/sentence", asked).body["sentence"]
    assert "compraron al menos 4 veces y gastaron al menos 2.800 €" in sentence
