"""Accounts where it counts: real tokens, real revocation and several people at once, on ministack."""

import pytest

from tests.builders import Api, Firm
from tests.client import PASSWORD, Caller
from tests.functional.api.test_accounts import NEWCOMER
from tests.threads import at_once

pytestmark = pytest.mark.cloud


@pytest.fixture
def api(cloud_api: Api) -> Api:
    return cloud_api


@pytest.fixture
def firm(api: Api) -> Firm:
    return api.sign_up()


def test_a_session_lives_and_ends(api: Api, firm: Firm) -> None:
    cookie = Caller(api.watch, tenant=firm.id, refresh_cookie=firm.admin.refresh_cookie)
    renewed = cookie.post("/v1/session/refresh")
    assert renewed.status == 200
    assert Caller(api.watch, token=renewed.body["access_token"], tenant=firm.id).get("/v1/me").status == 200

    assert firm.admin.delete("/v1/session").status == 204

    assert firm.admin.get("/v1/me").status == 401
    assert Caller(api.watch, token=renewed.body["access_token"], tenant=firm.id).get("/v1/me").status == 401
    assert cookie.post("/v1/session/refresh").status == 401


@pytest.mark.parametrize("cookie", ["made-up", "eyJhbGciOiJub25lIn0.e30."])
def test_a_made_up_cookie_continues_nothing(api: Api, cookie: str) -> None:
    assert Caller(api.watch, refresh_cookie=cookie).post("/v1/session/refresh").status == 401


def test_leaving_ends_everything(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")

    assert firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {}).status == 200

    assert rep.post("/v1/session/refresh").status == 401
    signing_in = api.anonymous.post("/v1/session", {"email": rep.user["email"], "password": PASSWORD})
    assert (signing_in.status, signing_in.code) == (401, "bad_credentials")


def test_a_token_of_another_pool_is_refused(api: Api, firm: Firm) -> None:
    header, claims, signature = (firm.admin.token or "").split(".")

    assert Caller(api.watch, token=f"{header}.{claims}.{signature[:-4]}AAAA").get("/v1/me").status == 401


def test_many_at_once_open_one_account(api: Api) -> None:
    answers = at_once(*[lambda: api.anonymous.post("/v1/signup", NEWCOMER) for _ in range(8)])

    assert sorted(answer.status for answer in answers) == [201] + [409] * 7
    won = next(answer for answer in answers if answer.status == 201)
    caller = api.sign_in(NEWCOMER["email"], tenant=won.body["tenant"]["id"])
    assert caller.get("/v1/records/pipelines").body["items"][0]["name"] == "Ventas"


def test_two_administrators_cannot_demote_each_other_at_once(api: Api, firm: Firm) -> None:
    second = api.hire(firm, "admin", email=f"second.{firm.canary}@rios.example")
    first_id, second_id = firm.admin.user["id"], second.user["id"]

    answers = at_once(
        lambda: firm.admin.patch(f"/v1/users/{second_id}", {"role": "rep"}),
        lambda: second.patch(f"/v1/users/{first_id}", {"role": "rep"}),
    )

    roles = [user["role"] for user in firm.admin.get("/v1/users").body["items"]]
    assert "admin" in roles
    assert {answer.status for answer in answers} <= {200, 409}


def test_a_burst_of_guesses_gets_ten_answers(api: Api, firm: Firm) -> None:
    guess = {"email": firm.admin.user["email"], "password": "a wrong guess"}

    answers = at_once(*[lambda: api.anonymous.post("/v1/session", guess) for _ in range(24)])

    assert sorted(answer.status for answer in answers) == [401] * 10 + [429] * 14
