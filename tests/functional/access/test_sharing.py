"""One record for one more person: shared, asked for, declined, and why somebody sees it or does not."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.contract.routes import NOBODYS_ID

OWN = {"read": "own", "create": "all", "update": "own", "delete": "own", "export": "none"}
LABEL = {"es": "Socio", "en": "Partner"}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    firm = shared_api.sign_up()
    firm.admin.post("/v1/roles", {"key": "partner", "label": LABEL, "objects": {"*": OWN}})
    shared_api.hire(firm, "partner")
    shared_api.hire(firm, "manager")
    return firm


@pytest.fixture
def bar(firm: Firm) -> dict[str, Any]:
    body: dict[str, Any] = firm["manager"].post("/v1/records/companies", {"name": "Bar Pepe"}).body
    return body


def path(record: dict[str, Any], more: str = "") -> str:
    return f"/v1/records/companies/{record['id']}{more}"


def share(who: Caller, record: dict[str, Any], access: str, **whom: str) -> Answer:
    return who.post(path(record, "/shares"), {"with": whom, "access": access})


def told(who: Caller, what: str, record: dict[str, Any]) -> list[dict[str, Any]]:
    items = who.get("/v1/notifications").body["items"]
    return [item["data"] for item in items if item["data"]["what"] == what and item["data"]["id"] == record["id"]]


def test_a_record_of_somebody_else_is_a_record_that_never_was(firm: Firm, bar: dict[str, Any]) -> None:
    hidden = firm["partner"].get(path(bar))
    never = firm["partner"].get(f"/v1/records/companies/{NOBODYS_ID}")

    assert hidden.status == never.status == 404
    assert hidden.without_request_id() == never.without_request_id()
    assert firm["partner"].patch(path(bar), {"name": "x"}, version=1).status == 404
    assert firm["partner"].delete(path(bar), version=1).status == 404
    assert firm["partner"].get(path(bar, "/timeline")).status == 404
    assert firm["partner"].get(path(bar, "/related/contacts")).status == 404
    assert firm["partner"].get(path(bar, "/shares")).status == 404


def test_what_is_shared_is_seen_and_told(firm: Firm, bar: dict[str, Any]) -> None:
    partner = firm["partner"].user["id"]
    shared = share(firm["manager"], bar, "read", user=partner)

    assert shared.status == 201
    assert shared.body["with"] == {"user": partner}
    assert firm["partner"].get(path(bar)).status == 200
    assert bar["id"] in {item["id"] for item in firm["partner"].get("/v1/records/companies").body["items"]}
    assert told(firm["partner"], "record_shared", bar)[0]["access"] == "read"
    assert firm["partner"].patch(path(bar), {"name": "x"}, version=1).status == 403


def test_a_share_for_changing_lets_change_and_no_more(firm: Firm, bar: dict[str, Any]) -> None:
    share(firm["manager"], bar, "update", user=firm["partner"].user["id"])

    assert firm["partner"].patch(path(bar), {"name": "Bar Paco"}, version=1).status == 200
    assert firm["partner"].delete(path(bar), version=2).status == 403


def test_a_share_ends(firm: Firm, bar: dict[str, Any]) -> None:
    who = share(firm["manager"], bar, "read", user=firm["partner"].user["id"]).body["id"]

    assert firm["manager"].delete(path(bar, f"/shares/{who}")).status == 204
    assert firm["partner"].get(path(bar)).status == 404
    assert firm["manager"].delete(path(bar, f"/shares/{who}")).status == 404
    assert firm["manager"].get(path(bar, "/shares")).body["items"] == []


def test_a_team_sees_what_is_shared_with_it_or_with_the_team_above(firm: Firm, bar: dict[str, Any]) -> None:
    north = firm.admin.post("/v1/teams", {"name": "Norte"}).body["id"]
    bilbao = firm.admin.post("/v1/teams", {"name": "Bilbao", "parent": north}).body["id"]
    partner = firm["partner"].user["id"]
    assert firm.admin.patch(f"/v1/users/{partner}", {"team": bilbao}).body["team"] == bilbao

    share(firm["manager"], bar, "read", team=north)

    assert firm["partner"].get(path(bar)).status == 200
    assert bar["id"] in {item["id"] for item in firm["partner"].get("/v1/records/companies").body["items"]}
    assert told(firm["partner"], "record_shared", bar) != []
    firm.admin.patch(f"/v1/users/{partner}", {"team": None})
    assert firm["partner"].get(path(bar)).status == 404


@pytest.mark.parametrize(
    ("whom", "fault"),
    [
        ({"user": NOBODYS_ID}, {"with.user": "unknown_user"}),
        ({"team": NOBODYS_ID}, {"with.team": "unknown_team"}),
        ({}, {"with": "not_one"}),
        ({"user": NOBODYS_ID, "team": NOBODYS_ID}, {"with": "not_one"}),
    ],
)
def test_a_share_needs_somebody(firm: Firm, bar: dict[str, Any], whom: dict[str, str], fault: dict[str, str]) -> None:
    assert share(firm["manager"], bar, "read", **whom).faults == fault


def test_asking_for_access_tells_the_owner_once_and_the_asker_nothing(firm: Firm, bar: dict[str, Any]) -> None:
    answers = [
        firm["partner"].post(f"/v1/records/companies/{id}/access-requests", {"message": "Es mi cliente"})
        for id in (bar["id"], bar["id"], NOBODYS_ID)
    ]

    assert {(answer.status, answer.without_request_id()) for answer in answers} == {(202, answers[0].raw)}
    asked = told(firm["manager"], "access_requested", bar)
    assert [(one["user"], one["message"]) for one in asked] == [(firm["partner"].user["id"], "Es mi cliente")]


def test_the_owner_declines(firm: Firm, bar: dict[str, Any]) -> None:
    partner = firm["partner"].user["id"]

    declined = firm["manager"].post(path(bar, "/access-requests/decline"), {"user": partner})

    assert declined.status == 204
    assert len(told(firm["partner"], "access_declined", bar)) == 1
    assert firm["partner"].get(path(bar)).status == 404


def test_an_administrator_is_told_why(firm: Firm, bar: dict[str, Any]) -> None:
    why = path(bar, f"/access?user={firm['partner'].user['id']}")
    hidden = firm.admin.get(why).body
    share(firm["manager"], bar, "read", user=firm["partner"].user["id"])
    seen = firm.admin.get(why).body

    assert hidden["may"] == {"read": False, "update": False, "delete": False, "export": False}
    assert [step["rule"] for step in hidden["steps"]] == ["role", "owner", "team", "share", "fields"]
    assert {step["allows"] for step in hidden["steps"]} == {None}
    assert seen["may"]["read"]
    assert next(step for step in seen["steps"] if step["rule"] == "share")["allows"]
    assert firm["manager"].get(why).status == 403
