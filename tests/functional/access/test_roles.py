"""Roles as data: made, changed, logged, taken back, and in force at once."""

from typing import Any

import pytest

from chalicelib.engine.roles import stored
from tests.builders import Api, Firm
from tests.world import World

LABEL = {"es": "Socio", "en": "Partner"}
OWN = {"read": "own", "create": "all", "update": "own", "delete": "none", "export": "none"}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


def partner(firm: Firm, key: str, **more: Any) -> dict[str, Any]:
    answer = firm.admin.post("/v1/roles", {"key": key, "label": LABEL, "objects": {"*": OWN}, **more})
    assert answer.status == 201, answer.raw
    body: dict[str, Any] = answer.body
    return body


def test_every_firm_begins_with_four_roles(firm: Firm) -> None:
    roles = {role["key"]: role for role in firm.admin.get("/v1/roles").body["items"]}

    assert list(roles)[:4] == ["admin", "manager", "rep", "viewer"]
    assert roles["admin"]["is_fixed"]
    assert roles["admin"]["users"] == 1
    assert roles["rep"]["objects"]["*managed"]["update"] == "none"


def test_a_role_of_ones_own_says_of_an_object_what_it_does_not_say_of_all(firm: Firm) -> None:
    role = partner(firm, "agent", objects={"*": OWN, "deals": {"delete": "own"}})

    assert role["objects"]["deals"] == {**OWN, "delete": "own"}
    assert not role["is_standard"]


def test_a_role_is_made_once(firm: Firm) -> None:
    partner(firm, "once")

    again = firm.admin.post("/v1/roles", {"key": "once", "label": LABEL})

    assert (again.status, again.code) == (409, "already_exists")


@pytest.mark.parametrize(
    ("definition", "fault"),
    [
        ({"objects": {"castles": {"read": "all"}}}, {"objects.castles": "unknown_object"}),
        ({"objects": {"segments": {"update": "own"}}}, {"objects.segments": "all_or_none"}),
        ({"fields": {"castles": {"name": {"read": False}}}}, {"fields.castles": "unknown_object"}),
        ({"fields": {"deals": {"towers": {"read": False}}}}, {"fields.deals.towers": "unknown_field"}),
        ({"fields": {"deals": {"owner": {"read": False}}}}, {"fields.deals.owner": "always_read"}),
        (
            {"objects": {"*": OWN}, "fields": {"deals": {"name": {"write": False}}}},
            {"fields.deals.name": "required_field"},
        ),
    ],
)
def test_a_role_names_only_what_there_is(firm: Firm, definition: dict[str, Any], fault: dict[str, str]) -> None:
    answer = firm.admin.post("/v1/roles", {"key": "wrong", "label": LABEL, **definition})

    assert (answer.status, answer.faults) == (422, fault)


def test_the_administrators_role_stays_as_it_is(firm: Firm) -> None:
    changed = firm.admin.patch("/v1/roles/admin", {"objects": {"*": {"read": "none"}}})
    deleted = firm.admin.delete("/v1/roles/admin")

    assert (changed.status, changed.code) == (deleted.status, deleted.code) == (409, "fixed_role")


def test_a_standard_role_is_overridden_and_given_back(shared_api: Api) -> None:
    firm = shared_api.sign_up()
    viewer = shared_api.hire(firm, "viewer")
    assert viewer.get("/v1/records/deals").status == 200

    changed = firm.admin.patch("/v1/roles/viewer", {"objects": {"deals": {"read": "none"}}})
    assert changed.body["is_changed"]
    assert viewer.get("/v1/records/deals").status == 403
    assert "deals" not in {one["plural"] for one in viewer.get("/v1/objects").body["items"]}

    assert firm.admin.delete("/v1/roles/viewer").status == 204
    assert viewer.get("/v1/records/deals").status == 200
    assert firm.admin.delete("/v1/roles/viewer").code == "standard_role"


def test_every_change_is_kept_and_the_former_state_can_be_sent_again(firm: Firm) -> None:
    before = partner(firm, "kept")
    firm.admin.patch("/v1/roles/kept", {"objects": {"*": {"read": "all"}}})
    last = firm.admin.get("/v1/roles/changes").body["items"][0]
    assert last["changes"] == [{"field": "objects.*.read", "before": "own", "after": "all"}]

    firm.admin.patch("/v1/roles/kept", last["before"])

    roles = {role["key"]: role for role in firm.admin.get("/v1/roles").body["items"]}
    assert roles["kept"] == before
    assert firm.admin.get("/v1/roles/changes").body["items"][0]["after"] == last["before"]


def test_a_role_that_somebody_has_cannot_go(shared_api: Api) -> None:
    firm = shared_api.sign_up()
    partner(firm, "agent")
    agent = shared_api.hire(firm, "agent")
    refused = firm.admin.delete("/v1/roles/agent")
    firm.admin.patch(f"/v1/users/{agent.user['id']}", {"role": "viewer"})

    assert (refused.status, refused.code) == (409, "role_in_use")
    assert firm.admin.delete("/v1/roles/agent").status == 204
    assert firm.admin.delete("/v1/roles/agent").status == 404


def test_a_role_goes_when_those_who_have_it_get_another(shared_api: Api) -> None:
    firm = shared_api.sign_up()
    partner(firm, "agent")
    agent = shared_api.hire(firm, "agent")
    firm.admin.post("/v1/invitations", {"email": "pau@socios.example", "role": "agent"})

    wrong = [firm.admin.delete(f"/v1/roles/agent?into={role}").faults for role in ("king", "agent")]
    gone = firm.admin.delete("/v1/roles/agent?into=viewer")

    assert wrong == [{"into": "unknown_role"}, {"into": "same_role"}]
    assert gone.status == 204
    assert agent.get("/v1/me").body["user"]["role"] == "viewer"
    assert [one["role"] for one in firm.admin.get("/v1/invitations").body["items"]] == ["viewer"]
    assert "agent" not in {role["key"] for role in firm.admin.get("/v1/roles").body["items"]}


def test_nobody_gets_a_role_that_there_is_not(firm: Firm) -> None:
    me = firm.admin.user["id"]

    assert firm.admin.patch(f"/v1/users/{me}", {"role": "king"}).faults == {"role": "unknown_role"}
    invited = firm.admin.post("/v1/invitations", {"email": "a@b.example", "role": "king"})
    assert invited.faults == {"role": "unknown_role"}


def test_a_change_elsewhere_acts_within_a_minute(shared_api: Api, shared_world: World) -> None:
    firm = shared_api.sign_up()
    viewer = shared_api.hire(firm, "viewer")
    viewer.get("/v1/records/deals")
    elsewhere = dict(stored._copies)
    firm.admin.patch("/v1/roles/viewer", {"objects": {"deals": {"read": "none"}}})

    stored._copies.update(elsewhere)
    assert viewer.get("/v1/records/deals").status == 200
    shared_world.pass_time(seconds=60)
    assert viewer.get("/v1/records/deals").status == 403


def test_a_role_made_elsewhere_lets_in_at_once_whoever_has_it(shared_api: Api, shared_world: World) -> None:
    firm = shared_api.sign_up()
    partner(firm, "before")
    shared_api.hire(firm, "before").get("/v1/me")
    elsewhere = dict(stored._copies)
    partner(firm, "newcomer")
    hired = shared_api.hire(firm, "newcomer")
    stored._copies.update(elsewhere)
    shared_world.pass_time(seconds=3)

    assert hired.get("/v1/records/companies").status == 200


def test_a_role_says_who_may_write_what_the_firm_agrees_on(shared_api: Api) -> None:
    firm = shared_api.sign_up()
    rep = shared_api.hire(firm, "rep")
    template = {"name": "Hola", "language": "es", "subject": "Hola", "blocks": []}
    list_ = {"name": "Feria", "object": "contacts", "mode": "static"}
    before = {one["plural"]: one["permissions"] for one in rep.get("/v1/objects").body["agreed"]}
    assert rep.post("/v1/segments", list_).status == 403

    changed = firm.admin.patch("/v1/roles/rep", {"objects": {"segments": {"create": "all"}}})

    after = {one["plural"]: one["permissions"] for one in rep.get("/v1/objects").body["agreed"]}
    assert changed.body["objects"]["segments"] == {
        "read": "all", "create": "all", "update": "none", "delete": "none", "export": "none"
    }  # fmt: skip
    assert (before["segments"]["create"], after["segments"]["create"], after["templates"]["create"]) == (
        "none", "all", "none"
    )  # fmt: skip
    assert rep.post("/v1/segments", list_).status == 201
    assert rep.post("/v1/templates", template).status == 403
