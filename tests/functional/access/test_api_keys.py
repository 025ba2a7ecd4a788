"""A program's key: in a role, made once however often it is asked for."""

import pytest

from tests.builders import Api, Firm
from tests.client import Caller
from tests.contract.routes import OPERATIONS

KEY = {"name": "ERP", "scopes": ["read", "write"], "expires_at": "2027-06-01T00:00:00Z"}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


def test_the_same_request_makes_one_key_and_tells_its_secret_again(firm: Firm) -> None:
    once = {"Idempotency-Key": "erp-1"}

    first, again = (firm.admin.post("/v1/api-keys", KEY, headers=once) for _ in range(2))

    assert first.status == again.status == 201
    assert first.body == again.body
    assert [key["id"] for key in firm.admin.get("/v1/api-keys").body["items"]] == [first.body["id"]]
    program = Caller(firm.admin.watch, token=again.body["secret"], tenant=firm.id)
    assert program.get("/v1/records/companies").status == 200
    other = firm.admin.post("/v1/api-keys", {**KEY, "name": "Shop"}, headers=once)
    assert other.status in (409, 422)


def test_a_key_that_was_revoked_does_not_come_back(firm: Firm) -> None:
    once = {"Idempotency-Key": "erp-2"}
    made = firm.admin.post("/v1/api-keys", KEY, headers=once).body
    firm.admin.delete(f"/v1/api-keys/{made['id']}")

    assert firm.admin.post("/v1/api-keys", KEY, headers=once).status == 404


def test_a_key_does_what_its_role_may(firm: Firm) -> None:
    made = firm.admin.post("/v1/api-keys", {**KEY, "role": "viewer"}).body
    program = Caller(firm.admin.watch, token=made["secret"], tenant=firm.id)

    assert made["role"] == "viewer"
    assert program.get("/v1/records/companies").status == 200
    assert program.post("/v1/records/companies", {"name": "Bar Pepe"}).status == 403
    assert firm.admin.post("/v1/api-keys", {**KEY, "role": "king"}).faults == {"role": "unknown_role"}
    assert firm.admin.post("/v1/api-keys", {**KEY, "role": "admin"}).faults == {"role": "not_for_programs"}


def test_a_key_can_be_let_into_whatever_a_route_asks_for(firm: Firm) -> None:
    asked = {operation.scope for operation in OPERATIONS if operation.scope and "{" not in operation.scope}
    scopes = sorted(f"{scope}:{verb}" for scope in asked for verb in ("read", "write"))

    answers = [
        firm.admin.post("/v1/api-keys", {**KEY, "scopes": scopes[start : start + 50]})
        for start in range(0, len(scopes), 50)
    ]

    assert [(answer.status, answer.raw) for answer in answers if answer.status != 201] == []
