"""Whose record, how far the role reaches, which route: what the table says is what the API does, both ways.

Every route that names a record stands in ``NEEDS`` with the right it takes, or the test of that fails; so a new route
cannot forget whom it lets through.
"""

import secrets
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from chalicelib.api.blueprint import Operation
from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.contract.routes import NOBODYS_ID, PROTECTED, body_of, headers_of, named, path_of, with_parameter
from tests.contract.test_foreign_ids import SILENT, same

Outcome = Literal["allowed", "forbidden", "hidden"]

ACTIONS = ("read", "create", "update", "delete", "export")
OWNERSHIPS = ("own", "teammate", "subteam", "other", "shared", "shared to change")

REACHES: dict[str, set[str]] = {
    "none": set(),
    "own": {"own"},
    "team": {"own", "teammate", "subteam"},
    "all": set(OWNERSHIPS),
}
"""Whose records each extent reaches."""

SHARES: dict[str, set[str]] = {"shared": {"read"}, "shared to change": {"read", "update"}}
"""What a share opens beyond that, to whoever's role does the same to any record."""

ROLES: dict[str, dict[str, str]] = {
    "nothing": dict.fromkeys(ACTIONS, "none"),
    "own": dict.fromkeys(ACTIONS, "own"),
    "team": dict.fromkeys(ACTIONS, "team"),
    "all": dict.fromkeys(ACTIONS, "all"),
    "looks_on": {**dict.fromkeys(ACTIONS, "none"), "read": "all"},
    "own_work": {**dict.fromkeys(ACTIONS, "own"), "read": "all"},
    "own_reader": {**dict.fromkeys(ACTIONS, "none"), "read": "own"},
}

READING = {
    "read_record", "read_timeline", "list_related", "list_shares", "list_comments", "list_files", "list_versions",
    "get_favourite", "keep_favourite", "drop_favourite", "follow_record", "unfollow_record", "read_comments",
    "create_comment", "list_record_automations", "list_record_plans", "read_card", "read_score",
}  # fmt: skip
UPDATING = {"update_record", "share_record", "decline_access", "create_file"}
DELETING = {"delete_record", "restore_record"}
NEEDS = {
    **dict.fromkeys(READING, "read"),
    **dict.fromkeys(UPDATING, "update"),
    **dict.fromkeys(DELETING, "delete"),
}
OF_A_PART = {
    "clone_record", "unshare_record", "edit_comment", "delete_comment", "get_file", "create_file_version",
    "complete_file", "download_file", "preview_file", "delete_file", "restore_file", "read_version", "restore_version",
    "read_consents", "decide_consent", "take_advice_back", "answer_advice",
    "begin_record_plan", "stop_record_plan", "skip_plan_step",
}  # fmt: skip
"""Routes that need more than the record, such as a part of it: they are held to hide the record, no more."""

OF_EVERY_OBJECT = [operation for operation in with_parameter("id") if "{plural}" in operation.path]


@dataclass(frozen=True, slots=True)
class Place:
    """A firm in which somebody of each role works in the north; others work beside them, below them and elsewhere."""

    firm: Firm
    people: dict[str, Caller]

    def company(self, ownership: str, who: Caller) -> dict[str, Any]:
        """Return a new company that is so related to somebody; its name is told nowhere else."""
        owner = who if ownership == "own" else self.people.get(ownership, self.people["other"])
        values = {"name": f"Bar {secrets.token_hex(8)}", "owner": owner.user["id"]}
        made = self.firm.admin.post("/v1/records/companies", values)
        assert made.status == 201, made.raw
        if ownership in SHARES:
            access = "update" if "update" in SHARES[ownership] else "read"
            given = {"with": {"user": who.user["id"]}, "access": access}
            assert self.firm.admin.post(f"/v1/records/companies/{made.body['id']}/shares", given).status == 201
        body: dict[str, Any] = made.body
        return body


@pytest.fixture(scope="module")
def place(shared_api: Api) -> Place:
    firm = shared_api.sign_up()
    label = {"es": "Otro", "en": "Other"}
    for key, rights in ROLES.items():
        assert firm.admin.post("/v1/roles", {"key": key, "label": label, "objects": {"*": rights}}).status == 201
    north = firm.admin.post("/v1/teams", {"name": "Norte"}).body["id"]
    below = firm.admin.post("/v1/teams", {"name": "Bilbao", "parent": north}).body["id"]
    south = firm.admin.post("/v1/teams", {"name": "Sur"}).body["id"]
    teams = {**dict.fromkeys(ROLES, north), "teammate": north, "subteam": below, "other": south}
    people = {}
    for key, team in teams.items():
        role = key if key in ROLES else "all"
        people[key] = shared_api.hire(firm, role, email=f"{key}@{firm.canary}.example")
        assert firm.admin.patch(f"/v1/users/{people[key].user['id']}", {"team": team}).status == 200
    return Place(firm, people)


def outcome(role: str, ownership: str, right: str) -> Outcome:
    """What the table says of a right to a record."""
    rights = ROLES[role]
    if rights["read"] == "none":
        return "forbidden"
    if not _reaches(rights, ownership, "read"):
        return "hidden"
    return "allowed" if _reaches(rights, ownership, right) else "forbidden"


def _reaches(rights: dict[str, str], ownership: str, right: str) -> bool:
    is_shared = rights[right] != "none" and right in SHARES.get(ownership, ())
    return ownership in REACHES[rights[right]] or is_shared


def ask(who: Caller, operation: Operation, id: str) -> Answer:
    path = path_of(operation, plural="companies", id=id, field="contacts")
    return who.call(operation.method, path, body_of(operation), headers=headers_of(operation))


def observed(answer: Answer) -> Outcome:
    return {403: "forbidden", 404: "hidden"}.get(answer.status, "allowed")  # type: ignore[return-value]


def test_every_route_to_a_record_says_which_right_it_needs() -> None:
    asked = {operation.name for operation in OF_EVERY_OBJECT if operation.who != "admin"}

    assert asked == NEEDS.keys() | OF_A_PART | SILENT.keys()


@pytest.mark.parametrize("ownership", OWNERSHIPS)
@pytest.mark.parametrize("role", ROLES)
def test_the_api_does_what_the_table_says(place: Place, role: str, ownership: str) -> None:
    who = place.people[role]
    company = place.company(ownership, who)
    said, done = {}, {}
    for operation in sorted(OF_EVERY_OBJECT, key=lambda one: one.name in DELETING):
        if operation.name in NEEDS:
            fresh = place.company(ownership, who) if operation.name in UPDATING | DELETING else company
            said[operation.name] = outcome(role, ownership, NEEDS[operation.name])
            done[operation.name] = observed(ask(who, operation, fresh["id"]))

    assert done == said


@pytest.mark.parametrize("operation", OF_EVERY_OBJECT, ids=named)
def test_a_hidden_record_is_a_record_that_never_was(place: Place, operation: Operation) -> None:
    hidden = place.company("other", place.people["own"])["id"]

    for role in ("own", "team", "own_reader"):
        one, other = (ask(place.people[role], operation, id) for id in (hidden, NOBODYS_ID))
        assert one.status in (403, 404, SILENT.get(operation.name)), one.raw
        assert same(one, other, (hidden, NOBODYS_ID)), (role, one.raw, other.raw)


@pytest.mark.parametrize("operation", [one for one in PROTECTED if one.is_reading and one.who == "user"], ids=named)
def test_no_route_tells_of_a_hidden_record(place: Place, operation: Operation) -> None:
    own = place.people["own"]
    hidden, seen = place.company("other", own), place.company("own", own)
    for company in (hidden, seen):
        values = {"name": f"Vino para {company['name']}", "company": company["id"]}
        place.firm.admin.post("/v1/records/deals", {**values, "owner": company["owner"]})

    for plural in ("companies", "deals"):
        path = path_of(operation, plural=plural, id=seen["id"], field="deals")
        answer = own.call(operation.method, path, body_of(operation), headers=headers_of(operation))
        assert hidden["name"] not in answer.raw, (plural, answer.raw)


def test_whoever_lacks_a_right_to_all_lacks_it_before_anything_is_looked_up(place: Place) -> None:
    there = place.company("own", place.people["nothing"])["id"]

    for operation in OF_EVERY_OBJECT:
        if operation.name in READING:
            assert {ask(place.people["nothing"], operation, id).status for id in (there, NOBODYS_ID)} == {403}
