"""The matrix of roles: what is declared here, what the API says of itself, and what it does, all three alike."""

from typing import Any

import pytest

from chalicelib.kernel.context import Role
from tests.builders import Api, Firm
from tests.client import Caller
from tests.contract.routes import NOBODYS_ID, PROTECTED, body_of, headers_of, path_of
from tests.contract.test_foreign_ids import RECORDS

FULL = {"read": "all", "create": "all", "update": "all", "delete": "all", "export": "all"}
OWN_WORK = {"read": "all", "create": "all", "update": "own", "delete": "own", "export": "none"}
READING = {"read": "all", "create": "none", "update": "none", "delete": "none", "export": "none"}

DECLARED: dict[str, dict[str, str]] = {"admin": FULL, "manager": FULL, "rep": OWN_WORK, "viewer": READING}
MANAGED = {"pipelines", "products"}
"""What a firm agrees on together: managers change it, representatives use it."""

ADMINISTRATION = {
    "change_user",
    "deactivate_user",
    "transfer_work",
    "activate_user",
    "list_roles",
    "create_role",
    "list_role_changes",
    "list_looks",
    "change_role",
    "delete_role",
    "create_team",
    "change_team",
    "delete_team",
    "explain_access",
    "release_address",
    "invite",
    "list_invitations",
    "revoke_invitation",
    "create_api_key",
    "list_api_keys",
    "revoke_api_key",
    "change_company",
    "reset_mfa",
    "set_rate",
    "delete_rate",
    "list_catalogue_changes",
    "list_removed",
    "create_object",
    "change_object",
    "remove_object",
    "restore_object",
    "create_field",
    "try_computed_field",
    "change_field",
    "remove_field",
    "restore_field",
    "change_duplicate_rules",
    "ask_about_person",
    "list_privacy_requests",
    "read_privacy_request",
    "purge_record",
    "get_sample_data",
    "load_sample_data",
    "remove_sample_data",
    "resume_marketing",
    "read_webhook_secret",
    "renew_webhook_secret",
}
"""The routes for administrators alone."""


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    firm = shared_api.sign_up()
    for role in ("manager", "rep", "viewer"):
        shared_api.hire(firm, role)
    return firm


def declared(role: str, plural: str) -> dict[str, str]:
    return READING if role == "rep" and plural in MANAGED else DECLARED[role]


def test_the_administrators_routes_are_these() -> None:
    assert {operation.name for operation in PROTECTED if operation.who == "admin"} == ADMINISTRATION


@pytest.mark.parametrize("role", [role.value for role in Role if role is not Role.ADMIN])
def test_nobody_else_administers(firm: Firm, role: str) -> None:
    for operation in PROTECTED:
        if operation.who == "admin":
            answer = firm[role].call(
                operation.method, path_of(operation), body_of(operation), headers=headers_of(operation)
            )
            assert (answer.status, answer.code) == (403, "forbidden"), operation.name


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_the_api_says_of_a_role_what_is_declared(firm: Firm, role: str) -> None:
    said = firm[role].get("/v1/me").body["permissions"]

    assert {plural: dict(rights) for plural, rights in said.items() if plural in RECORDS} == {
        plural: declared(role, plural) for plural in RECORDS
    }


@pytest.mark.parametrize("plural", RECORDS)
@pytest.mark.parametrize("role", [role.value for role in Role])
def test_a_role_can_do_what_is_declared_and_no_more(firm: Firm, role: str, plural: str) -> None:
    rights, who = declared(role, plural), firm[role]
    theirs = _made(firm.admin, plural, f"{role}-theirs")

    seen = who.get(f"/v1/records/{plural}/{theirs['id']}")
    created = who.post(f"/v1/records/{plural}", _values(plural, f"{role}-own"))
    of_others = who.patch(f"/v1/records/{plural}/{theirs['id']}", _change(plural), version=theirs["version"])
    deleted = who.delete(f"/v1/records/{plural}/{theirs['id']}", version=of_others.body.get("version", 1))

    assert seen.status == 200
    assert created.status == (201 if rights["create"] == "all" else 403)
    assert of_others.status == (200 if rights["update"] == "all" or role == "admin" else 403)
    assert deleted.status == (204 if rights["delete"] == "all" or role == "admin" else 403)
    if created.status == 201:
        own = who.patch(f"/v1/records/{plural}/{created.body['id']}", _change(plural), version=created.body["version"])
        assert own.status == 200


def test_what_one_may_not_do_is_refused_before_one_learns_whether_it_is_there(firm: Firm) -> None:
    there = _made(firm.admin, "companies", "there")["id"]

    answers = [
        firm["viewer"].patch(f"/v1/records/companies/{id}", {"name": "x"}, version=1) for id in (there, NOBODYS_ID)
    ]

    assert {answer.status for answer in answers} <= {403, 404}
    assert answers[0].status == 403


def _made(who: Caller, plural: str, mark: str) -> dict[str, Any]:
    answer = who.post(f"/v1/records/{plural}", _values(plural, mark))
    assert answer.status == 201, answer.raw
    body: dict[str, Any] = answer.body
    return body


def _values(plural: str, mark: str) -> dict[str, Any]:
    unique = {"pipelines": "name", "orders": "number"}.get(plural)
    stages = {"stages": [{"label": f"Etapa {mark}"}]} if plural == "pipelines" else {}
    return {**RECORDS[plural], **stages, **({unique: mark} if unique else {})}


def _change(plural: str) -> dict[str, Any]:
    return {"external_id": "x-1"} if plural != "pipelines" else {"is_default": False}
