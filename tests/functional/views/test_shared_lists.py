"""Lists that outsiders see by a link: what they show, what they keep, and how they end."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.kernel import clock
from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.world import World

IN_TOLEDO = {"field": "address.city", "op": "eq", "value": "Toledo"}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    firm = shared_api.sign_up("Harinas Olmedo")
    for role in ("manager", "rep", "viewer"):
        shared_api.hire(firm, role)
    for name, city in (("Bar Pepe", "Toledo"), ("Bar Luna", "Toledo"), ("Bar Sol", "Madrid")):
        made = firm.admin.post(
            "/v1/records/companies",
            {"name": name, "address": {"city": city, "country": "ES"}, "industry": "retail", "tax_id": None},
        )
        assert made.status == 201, made.raw
    return firm


def wished(world: World, **values: Any) -> dict[str, Any]:
    until = clock.stamp(world.now + timedelta(days=30))
    return {
        "object": "companies",
        "title": "Bares de Toledo",
        "recipient": "Molinos Díaz",
        "fields": ["name", "address", "industry"],
        "sort": "name",
        "expires_at": until,
        **values,
    }


def shared(who: Caller, world: World, **values: Any) -> dict[str, Any]:
    answer = who.post("/v1/shared-lists", wished(world, **values))
    assert answer.status == 201, answer.raw
    body: dict[str, Any] = answer.body
    return body


def look(api: Api, firm: Firm, one: dict[str, Any], query: str = "") -> Answer:
    token = one["url"].rpartition("/l/")[2]
    return api.guest(firm).get(f"/v1/public/lists/{token}?{query}")


def test_a_link_shows_the_named_fields_of_the_records_in_words(
    shared_api: Api, shared_world: World, firm: Firm
) -> None:
    one = shared(firm["manager"], shared_world, filter=IN_TOLEDO, language="en")

    seen = look(shared_api, firm, one)

    assert seen.status == 200, seen.raw
    assert seen.body["columns"] == [
        {"label": "Name", "type": "text"},
        {"label": "Address", "type": "text"},
        {"label": "Industry", "type": "text"},
    ]
    assert seen.body["rows"] == [["Bar Luna", "Toledo, ES", "Retail"], ["Bar Pepe", "Toledo, ES", "Retail"]]
    assert (seen.body["firm"], seen.body["recipient"]) == (firm.tenant["name"], "Molinos Díaz")
    for id in (one["id"], firm["manager"].user["id"], firm["manager"].user["email"]):
        assert id not in seen.raw


def test_numbers_amounts_instants_and_links_come_as_what_they_are(
    shared_api: Api, shared_world: World, firm: Firm
) -> None:
    company = firm.admin.get("/v1/records/companies?name=Bar%20Sol").body["items"][0]["id"]
    deal = {"name": "Harina", "amount": {"amount": "1250.50", "currency": "EUR"}, "company": company}
    made = firm.admin.post("/v1/records/deals", {**deal, "owner": firm["rep"].user["id"]})
    assert made.status == 201, made.raw
    fields = ["name", "amount", "company", "owner", "created_at", "probability"]
    one = shared(firm["manager"], shared_world, object="deals", fields=fields, sort="-amount")

    seen = look(shared_api, firm, one)

    name, amount, customer, owner, created, _ = seen.body["rows"][0]
    assert (name, customer, owner) == ("Harina", "Bar Sol", firm["rep"].user["name"])
    assert amount == {"amount": "1250.50", "currency": "EUR"}
    assert created == made.body["created_at"]
    assert [one["type"] for one in seen.body["columns"]][4:] == ["date_time", "percent"]


def test_a_link_is_opened_by_pages_and_counts_who_opened_it(shared_api: Api, shared_world: World) -> None:
    firm = shared_api.sign_up("Bodegas Ríos")
    for number in range(3):
        assert firm.admin.post("/v1/records/companies", {"name": f"Bar {number}"}).status == 201
    one = shared(firm.admin, shared_world, fields=["name"])

    first = look(shared_api, firm, one, "limit=2").body
    second = look(shared_api, firm, one, f"limit=2&cursor={first['next_cursor']}").body

    assert (first["rows"], second["rows"]) == ([["Bar 0"], ["Bar 1"]], [["Bar 2"]])
    assert second["next_cursor"] is None
    told = firm.admin.get(f"/v1/shared-lists/{one['id']}").body
    assert told["opens"] == 1
    assert told["last_opened_at"] is not None
    assert look(shared_api, firm, one, "cursor=forged").status == 422


def test_a_link_that_was_taken_back_or_is_over_shows_nothing(shared_api: Api, shared_world: World, firm: Firm) -> None:
    back, over = shared(firm["manager"], shared_world), shared(firm["manager"], shared_world)

    taken = firm["manager"].delete(f"/v1/shared-lists/{back['id']}")
    again = firm["manager"].delete(f"/v1/shared-lists/{back['id']}")

    assert (taken.status, taken.body["is_open"], taken.body["url"]) == (200, False, None)
    assert again.body["revoked_at"] == taken.body["revoked_at"]
    assert look(shared_api, firm, back).status == 404
    assert look(shared_api, firm, over).status == 200
    shared_world.pass_time(days=31)
    try:
        assert look(shared_api, firm, over).status == 404
    finally:
        shared_world.pass_time(days=-31)


def test_what_the_owner_may_no_longer_see_nobody_sees(shared_api: Api, shared_world: World) -> None:
    firm = shared_api.sign_up("Aceites Lucena")
    rights = dict.fromkeys(("read", "create", "update", "delete", "export"), "all")
    label = {"es": "Socio", "en": "Partner"}
    assert firm.admin.post("/v1/roles", {"key": "partner", "label": label, "objects": {"*": rights}}).status == 201
    owner = shared_api.hire(firm, "partner")
    firm.admin.post("/v1/records/companies", {"name": "Bar Pepe", "industry": "retail"})
    by_industry = {"field": "industry", "value": "retail"}
    plain = shared(owner, shared_world, fields=["name", "industry"])
    filtered = shared(owner, shared_world, fields=["name"], filter=by_industry)
    assert look(shared_api, firm, plain).body["rows"] == [["Bar Pepe", "Comercio"]]

    hidden = {"fields": {"companies": {"industry": {"read": False, "write": False}}}}
    changed = firm.admin.patch("/v1/roles/partner", {"objects": {"*": rights}, **hidden})
    assert changed.status == 200, changed.raw
    assert look(shared_api, firm, plain).body["rows"] == [["Bar Pepe"]]
    assert look(shared_api, firm, filtered).status == 404

    assert firm.admin.post(f"/v1/users/{owner.user['id']}/deactivate", {}).status in (200, 204)
    assert look(shared_api, firm, plain).status == 404


def test_who_may_not_export_may_not_share(shared_world: World, firm: Firm) -> None:
    for who in ("rep", "viewer"):
        refused = firm[who].post("/v1/shared-lists", wished(shared_world))
        assert (refused.status, refused.body["code"]) == (403, "forbidden")


def test_everybody_looks_after_their_own_and_administrators_after_all(shared_world: World, firm: Firm) -> None:
    mine = shared(firm["manager"], shared_world)["id"]
    theirs = shared(firm.admin, shared_world)["id"]

    seen = {one["id"] for one in firm["manager"].get("/v1/shared-lists").body["items"]}
    everything = {one["id"] for one in firm.admin.get("/v1/shared-lists").body["items"]}

    assert mine in seen
    assert theirs not in seen
    assert {mine, theirs} <= everything
    assert firm["manager"].get(f"/v1/shared-lists/{theirs}").status == 404
    assert firm["manager"].delete(f"/v1/shared-lists/{theirs}").status == 404


def test_a_list_is_shared_once_however_often_it_is_asked_for(shared_world: World, firm: Firm) -> None:
    wish, once = wished(shared_world), {"Idempotency-Key": "share-once"}

    first = firm["manager"].post("/v1/shared-lists", wish, headers=once)
    second = firm["manager"].post("/v1/shared-lists", wish, headers=once)

    assert first.body["id"] == second.body["id"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"fields": ["password"]}, "fields"),
        ({"fields": ["name", "id"]}, "fields"),
        ({"fields": ["description"]}, "fields"),
        ({"filter": {"field": "password", "value": "x"}}, "filter"),
        ({"sort": "description"}, "sort"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "2199-01-01T00:00:00Z"}, "expires_at"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(
    shared_world: World, firm: Firm, values: dict[str, Any], field: str
) -> None:
    refused = firm.admin.post("/v1/shared-lists", wished(shared_world, **values))

    assert refused.status == 422, refused.raw
    assert [error["field"] for error in refused.body["errors"]] == [field]
