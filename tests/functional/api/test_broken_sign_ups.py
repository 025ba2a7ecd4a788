"""Signing up and accepting an invitation, broken at every call in every way: one address, one account, and it works."""

from typing import Any

import pytest

from tests.builders import Api
from tests.client import PASSWORD, Answer
from tests.faults import FaultInjector, faults, pytest_pyfunc_call
from tests.functional.api.test_accounts import NEWCOMER
from tests.world import World

__all__ = ["faults", "pytest_pyfunc_call"]


@pytest.mark.every_fault
def test_a_broken_sign_up_can_be_repeated(api: Api, world: World, faults: FaultInjector) -> None:
    newcomer = {**NEWCOMER, "email": f"c{world.ids.digits(12)}@tineo.example"}

    faults.surviving(lambda: _post(api, "/v1/signup", newcomer))

    world.pass_time(seconds=61)
    again = _post(api, "/v1/signup", newcomer)
    assert again.status in (201, 409)
    session = _post(api, "/v1/session", {"email": newcomer["email"], "password": PASSWORD})
    assert session.status == 200
    token = {"Authorization": f"Bearer {session.body['access_token']}"}
    pipelines = api.anonymous.get("/v1/records/pipelines", headers=token)
    assert [pipeline["name"] for pipeline in pipelines.body["items"]] == ["Ventas"]
    users = api.anonymous.get("/v1/users", headers=token)
    assert [user["role"] for user in users.body["items"]] == ["admin"]


def _post(api: Api, path: str, body: dict[str, Any]) -> Answer:
    """Send without the checks of a healthy world: a broken one may answer 500."""
    import json

    from app import app
    from tests.client import answer_of, proxy_event

    headers = {"Content-Type": "application/json"}
    return answer_of(app(proxy_event("POST", path, headers, json.dumps(body).encode(), "203.0.113.7"), None))
