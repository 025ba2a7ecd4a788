"""Signing up, in and out, as a newcomer and as somebody who should not get in."""

import pytest

from tests.builders import Api, Firm
from tests.client import PASSWORD, Caller
from tests.world import World

NEWCOMER = {
    "company": "Quesos Tineo",
    "email": "Covadonga@tineo.example",
    "password": PASSWORD,
    "locale": "es",
    "timezone": "Europe/Madrid",
    "currency": "EUR",
}


def test_a_newcomer_gets_a_firm_and_is_its_administrator(api: Api) -> None:
    answer = api.anonymous.post("/v1/signup", NEWCOMER)

    assert answer.status == 201
    assert answer.body["tenant"].items() >= {"name": "Quesos Tineo", "locale": "es", "currency": "EUR"}.items()
    assert answer.body["user"].items() >= {"email": "Covadonga@tineo.example", "role": "admin"}.items()


def test_a_new_firm_can_sell_at_once(firm: Firm) -> None:
    pipelines = firm.admin.get("/v1/records/pipelines").body["items"]
    deal = firm.admin.post("/v1/records/deals", {"name": "Aceite para el Retiro"})

    assert [pipeline["name"] for pipeline in pipelines] == ["Ventas"]
    assert deal.status == 201
    assert deal.body["stage"] == "new"


def test_an_english_firm_gets_an_english_pipeline(api: Api) -> None:
    firm = api.sign_up("Harbour Wines", locale="en", currency="GBP", timezone="Europe/London")

    assert [one["name"] for one in firm.admin.get("/v1/records/pipelines").body["items"]] == ["Sales"]


def test_one_address_opens_one_account_however_it_is_spelled(api: Api) -> None:
    api.anonymous.post("/v1/signup", NEWCOMER)

    again = api.anonymous.post("/v1/signup", {**NEWCOMER, "email": "covadonga@TINEO.example"})

    assert (again.status, again.code) == (409, "email_taken")
    assert "Tineo" not in again.raw


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("email", "covadonga", "invalid"),
        ("email", "covadonga@tineo..example", "invalid"),
        ("password", "corta", "too_short"),
        ("company", "   ", "invalid"),
        ("company", "Quesos\r\nBcc: everybody@example.com", "invalid"),
        ("locale", "fr", "not_an_option"),
        ("timezone", "Europe/Oviedo", "unknown_time_zone"),
        ("timezone", "../../etc/passwd", "unknown_time_zone"),
        ("currency", "XXQ", "unknown_currency"),
        ("currency", "eur", "invalid"),
        ("role", "admin", "unknown_field"),
    ],
)
def test_a_sign_up_that_will_not_do_says_which_field(api: Api, field: str, value: str, code: str) -> None:
    answer = api.anonymous.post("/v1/signup", {**NEWCOMER, field: value})

    assert answer.status == 422
    assert answer.faults == {field: code}


def test_a_session_says_who_one_is(firm: Firm) -> None:
    me = firm.admin.get("/v1/me")

    assert me.status == 200
    assert me.body["tenant"]["id"] == firm.id
    assert me.body["user"] == firm.admin.user
    assert me.body["permissions"]["deals"] == dict.fromkeys(("read", "create", "update", "delete", "export"), "all")


def test_the_refresh_token_lives_in_a_cookie_that_no_script_reads(api: Api, firm: Firm) -> None:
    answer = api.anonymous.post("/v1/session", {"email": firm.admin.user["email"], "password": PASSWORD})

    assert set(answer.body) == {"access_token", "token_type", "expires_in"}
    name, *attributes = answer.cookies[0].split("; ")
    assert name.startswith("tendero_refresh=")
    assert set(attributes) >= {"HttpOnly", "SameSite=Strict", "Secure", "Path=/v1/session"}


def test_a_session_can_be_continued_with_its_cookie(api: Api, firm: Firm) -> None:
    cookie = Caller(api.watch, tenant=firm.id, refresh_cookie=firm.admin.refresh_cookie)

    renewed = cookie.post("/v1/session/refresh")

    assert renewed.status == 200
    assert Caller(api.watch, token=renewed.body["access_token"], tenant=firm.id).get("/v1/me").status == 200


def test_without_a_cookie_there_is_nothing_to_continue(api: Api) -> None:
    assert api.anonymous.post("/v1/session/refresh").status == 401


def test_a_neighbours_cookie_does_not_hide_ours(api: Api, firm: Firm) -> None:
    cookies = {"Cookie": f"odd; theme=dark; tendero_refresh={firm.admin.refresh_cookie}; k=a=b"}

    assert Caller(api.watch, tenant=firm.id).post("/v1/session/refresh", headers=cookies).status == 200


def test_signing_out_ends_the_session_and_no_other(api: Api, firm: Firm) -> None:
    elsewhere = api.sign_in(firm.admin.user["email"], tenant=firm.id)

    answer = firm.admin.delete("/v1/session")

    assert (answer.status, answer.raw) == (204, "")
    assert "Max-Age=0" in answer.cookies[0]
    assert firm.admin.get("/v1/me").status == 401
    assert firm.admin.post("/v1/session/refresh").status == 401
    assert elsewhere.get("/v1/me").status == 200


def test_signing_out_without_a_session_is_fine(api: Api) -> None:
    assert api.anonymous.delete("/v1/session").status == 204


def test_a_wrong_password_and_an_unknown_address_cannot_be_told_apart(api: Api, firm: Firm) -> None:
    known, unknown = firm.admin.user["email"], "nobody@rios.example"

    with api.watch.during() as for_known:
        wrong = api.anonymous.post("/v1/session", {"email": known, "password": "not the password"})
    with api.watch.during() as for_unknown:
        missing = api.anonymous.post("/v1/session", {"email": unknown, "password": "not the password"})

    assert (wrong.status, wrong.code) == (401, "bad_credentials")
    assert wrong.without_request_id() == missing.without_request_id()
    assert {**wrong.headers, "X-Request-Id": ""} == {**missing.headers, "X-Request-Id": ""}
    assert [str(call) for call in for_known] == [str(call) for call in for_unknown]


@pytest.mark.parametrize("who", ["known", "unknown"])
def test_the_eleventh_attempt_within_five_minutes_must_wait(api: Api, firm: Firm, world: World, who: str) -> None:
    email = firm.admin.user["email"] if who == "known" else "nobody@rios.example"
    for _ in range(10):
        assert api.anonymous.post("/v1/session", {"email": email, "password": "a wrong guess"}).status == 401

    refused = api.anonymous.post("/v1/session", {"email": email, "password": PASSWORD})

    assert refused.status == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 300
    world.pass_time(minutes=5, seconds=1)
    after = api.anonymous.post("/v1/session", {"email": email, "password": PASSWORD})
    assert after.status == (200 if who == "known" else 401)


def test_a_success_forgets_the_failures(api: Api, firm: Firm) -> None:
    email = firm.admin.user["email"]
    for _ in range(3):
        for _ in range(9):
            api.anonymous.post("/v1/session", {"email": email, "password": "a wrong guess"})
        assert api.anonymous.post("/v1/session", {"email": email, "password": PASSWORD}).status == 200


def test_one_can_change_ones_name_language_and_zone(firm: Firm) -> None:
    changed = firm.admin.patch("/v1/me", {"name": "Ana Ríos", "locale": "en", "timezone": "Atlantic/Canary"})

    assert changed.status == 200
    wanted = {"name": "Ana Ríos", "locale": "en", "timezone": "Atlantic/Canary"}
    assert firm.admin.get("/v1/me").body["user"].items() >= wanted.items()


@pytest.mark.parametrize("reserved", ["role", "email", "id", "status", "tenant", "not_before", "subject", "version"])
def test_one_cannot_make_oneself_somebody_else(firm: Firm, reserved: str) -> None:
    before = firm.admin.get("/v1/me").raw

    answer = firm.admin.patch("/v1/me", {reserved: "admin"})

    assert answer.status == 422
    assert answer.faults == {reserved: "unknown_field"}
    assert firm.admin.get("/v1/me").raw == before
