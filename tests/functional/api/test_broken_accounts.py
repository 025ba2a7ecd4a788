"""Signing up, accepting an invitation and leaving, broken at every call in every way: repeating it makes it whole."""

import json
from datetime import timedelta
from typing import Any

import pytest

from app import app
from chalicelib.api import auth
from tests.builders import Api, Firm, invitation_code
from tests.client import PASSWORD, Answer, Caller, answer_of, proxy_event
from tests.faults import FaultInjector
from tests.functional.api.test_accounts import NEWCOMER
from tests.functional.work.workshop import Workshop
from tests.world import World


@pytest.mark.every_fault
def test_a_broken_sign_up_can_be_repeated(api: Api, world: World, faults: FaultInjector) -> None:
    world.ahead = timedelta()
    newcomer = {**NEWCOMER, "email": f"c{world.ids.digits(12)}@tineo.example"}

    faults.surviving(lambda: _post("/v1/signup", newcomer))

    world.pass_time(seconds=61)
    again = _post("/v1/signup", newcomer)
    assert again.status in (201, 409)
    session = _post("/v1/session", {"email": newcomer["email"], "password": PASSWORD})
    assert session.status == 200
    token = {"Authorization": f"Bearer {session.body['access_token']}"}
    pipelines = api.anonymous.get("/v1/records/pipelines", headers=token)
    assert [pipeline["name"] for pipeline in pipelines.body["items"]] == ["Ventas"]
    users = api.anonymous.get("/v1/users", headers=token)
    assert [user["role"] for user in users.body["items"]] == ["admin"]


@pytest.mark.every_fault
def test_a_broken_acceptance_can_be_repeated(api: Api, firm: Firm, world: World, faults: FaultInjector) -> None:
    world.ahead = timedelta()
    email = f"rep.{world.ids.digits(12)}@rios.example"
    invited = firm.admin.post("/v1/invitations", {"email": email, "role": "rep"})
    code = invitation_code(api.watch, invited.body["id"])
    acceptance = {"code": code, "email": email, "password": PASSWORD, "name": "Lucía"}

    faults.surviving(lambda: _post("/v1/invitations/accept", acceptance))

    world.pass_time(seconds=61)
    assert _post("/v1/invitations/accept", acceptance).status in (201, 404, 409)
    assert api.sign_in(email, tenant=firm.id).user["role"] == "rep"
    assert [user["email"] for user in firm.admin.get("/v1/users").body["items"]].count(email) == 1


@pytest.fixture
def rep(api: Api, firm: Firm) -> Caller:
    return api.hire(firm, "rep")


@pytest.mark.every_fault
def test_a_broken_leaving_can_be_repeated(
    api: Api, firm: Firm, rep: Caller, world: World, faults: FaultInjector
) -> None:
    world.ahead = timedelta()
    auth.forget()
    firm.admin.post(f"/v1/users/{rep.user['id']}/activate")
    rep = api.sign_in(rep.user["email"], tenant=firm.id)
    deal = rep.post("/v1/records/deals", {"name": "Vino"}).body["id"]
    path, heir = f"/v1/users/{rep.user['id']}/deactivate", {"heir_id": firm.admin.user["id"]}
    authorization = {"Authorization": f"Bearer {firm.admin.token}"}

    faults.surviving(lambda: _post(path, heir, authorization))

    assert _post(path, heir, authorization).status == 200
    Workshop(world, firm.admin).work()
    world.pass_time(seconds=60)
    assert rep.get("/v1/me").status == 401
    assert firm.admin.get(f"/v1/records/deals/{deal}").body["owner"] == firm.admin.user["id"]


def _post(path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> Answer:
    """Send without the checks of a healthy world: a broken one may answer 500."""
    sent = {"Content-Type": "application/json", **(headers or {})}
    return answer_of(app(proxy_event("POST", path, sent, json.dumps(body).encode(), "203.0.113.7"), None))
