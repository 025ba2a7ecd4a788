"""A forgotten password, a changed one, and the sessions that end with them."""

import pytest

from tests.builders import Api, Firm, mailed
from tests.client import PASSWORD, Caller
from tests.world import World

NEW = "quesos y membrillo"


def ask(api: Api, firm: Firm) -> str:
    assert api.guest(firm).post("/v1/session/reset", {"email": firm.admin.user["email"]}).status == 202
    return mailed(api.watch, "password_reset")["code"]


def sign_in(api: Api, firm: Firm, password: str) -> int:
    credentials = {"email": firm.admin.user["email"], "password": password}
    return api.guest(firm).post("/v1/session", credentials).status


def test_a_forgotten_password_is_set_anew_with_the_mailed_code(api: Api, firm: Firm) -> None:
    code = ask(api, firm)

    answer = api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": NEW})

    assert (answer.status, answer.raw) == (204, "")
    assert sign_in(api, firm, PASSWORD) == 401
    assert sign_in(api, firm, NEW) == 200


def test_the_mail_leads_to_the_page_and_keeps_the_code_out_of_every_log(api: Api, firm: Firm) -> None:
    code = ask(api, firm)

    mail = mailed(api.watch, "password_reset")
    assert mail["to"] == firm.admin.user["email"]
    assert mail["link"] == f"http://localhost:8080/reset#code={code}"


def test_a_new_password_ends_every_session(api: Api, firm: Firm) -> None:
    elsewhere = api.sign_in(firm.admin.user["email"], tenant=firm.id)

    api.guest(firm).post("/v1/session/reset/confirm", {"code": ask(api, firm), "password": NEW})

    for session in (firm.admin, elsewhere):
        assert session.post("/v1/session/refresh").status == 401


def test_its_owner_is_told_by_mail(api: Api, firm: Firm) -> None:
    api.guest(firm).post("/v1/session/reset/confirm", {"code": ask(api, firm), "password": NEW})

    told = mailed(api.watch, "password_changed")
    assert (told["to"], told["link"]) == (firm.admin.user["email"], "http://localhost:8080/forgot")


def test_a_known_and_an_unknown_address_cannot_be_told_apart(api: Api, firm: Firm) -> None:
    with api.watch.during() as for_known:
        known = api.guest(firm).post("/v1/session/reset", {"email": firm.admin.user["email"]})
    with api.watch.during() as for_unknown:
        unknown = api.anonymous.post("/v1/session/reset", {"email": "nobody@rios.example"})

    assert (known.status, known.raw) == (unknown.status, unknown.raw) == (202, "")
    assert {**known.headers, "X-Request-Id": ""} == {**unknown.headers, "X-Request-Id": ""}
    assert [call.operation for call in for_known] == [call.operation for call in for_unknown]


def test_a_code_opens_once(api: Api, firm: Firm) -> None:
    code = ask(api, firm)
    api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": NEW})

    again = api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": "third password"})

    assert (again.status, again.code) == (404, "reset_not_good")
    assert sign_in(api, firm, NEW) == 200


def test_a_code_opens_for_half_an_hour(api: Api, firm: Firm, world: World) -> None:
    code = ask(api, firm)
    world.pass_time(minutes=31)

    assert api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": NEW}).code == "reset_not_good"


def test_an_invitations_code_sets_no_password(api: Api, firm: Firm) -> None:
    firm.admin.post("/v1/invitations", {"email": "lucia@rios.example", "role": "rep"})
    code = mailed(api.watch, "invitation")["code"]

    assert api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": NEW}).code == "reset_not_good"


def test_somebody_who_left_gets_no_code(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    firm.admin.post(f"/v1/users/{rep.user['id']}/deactivate", {})
    planned = len([call for call in api.watch.calls if "password_reset" in str(call.parameters)])

    answer = api.guest(firm).post("/v1/session/reset", {"email": rep.user["email"]})

    rows = [str(call.parameters) for call in api.watch.calls if "password_reset" in str(call.parameters)]
    assert answer.status == 202
    assert not any("deliveries" in row for row in rows[planned:])


@pytest.mark.parametrize("who", ["known", "unknown"])
def test_nobodys_mailbox_is_flooded(api: Api, firm: Firm, who: str) -> None:
    email = firm.admin.user["email"] if who == "known" else "nobody@rios.example"
    for _ in range(5):
        assert api.guest(firm).post("/v1/session/reset", {"email": email}).status == 202

    refused = api.guest(firm).post("/v1/session/reset", {"email": email})

    assert refused.status == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900


def test_too_short_a_password_leaves_the_code_good(api: Api, firm: Firm) -> None:
    code = ask(api, firm)

    short = api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": "corta"})

    assert short.faults == {"password": "too_short"}
    assert api.guest(firm).post("/v1/session/reset/confirm", {"code": code, "password": NEW}).status == 204


def test_whoever_changes_their_password_stays_in_and_all_others_go(api: Api, firm: Firm) -> None:
    elsewhere = api.sign_in(firm.admin.user["email"], tenant=firm.id)

    answer = firm.admin.post("/v1/me/password", {"current": PASSWORD, "password": NEW})

    assert answer.status == 200
    assert answer.cookies[0].startswith("tendero_refresh=")
    assert Caller(api.watch, token=answer.body["access_token"], tenant=firm.id).get("/v1/me").status == 200
    assert elsewhere.post("/v1/session/refresh").status == 401
    assert sign_in(api, firm, NEW) == 200


def test_the_present_password_must_be_known_to_change_it(api: Api, firm: Firm) -> None:
    answer = firm.admin.post("/v1/me/password", {"current": "not the password", "password": NEW})

    assert (answer.status, answer.faults) == (422, {"current": "wrong_password"})
    assert sign_in(api, firm, PASSWORD) == 200


def test_one_sees_where_one_is_signed_in(api: Api, firm: Firm) -> None:
    api.guest(firm).post(
        "/v1/session",
        {"email": firm.admin.user["email"], "password": PASSWORD},
        headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/131"},
    )

    listed = firm.admin.get("/v1/me/sessions").body["items"]

    assert [(one["device"], one["is_current"]) for one in listed] == [
        ("", True),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/131", False),
    ]


def test_one_ends_a_session_elsewhere_for_good(api: Api, firm: Firm) -> None:
    elsewhere = api.sign_in(firm.admin.user["email"], tenant=firm.id)
    other = next(one["id"] for one in firm.admin.get("/v1/me/sessions").body["items"] if not one["is_current"])

    assert firm.admin.delete(f"/v1/me/sessions/{other}").status == 204

    assert elsewhere.get("/v1/me").status == 401
    assert elsewhere.post("/v1/session/refresh").status == 401
    assert len(firm.admin.get("/v1/me/sessions").body["items"]) == 1
    assert firm.admin.delete(f"/v1/me/sessions/{other}").status == 404


def test_one_ends_all_other_sessions_at_once(api: Api, firm: Firm) -> None:
    others = [api.sign_in(firm.admin.user["email"], tenant=firm.id) for _ in range(3)]

    assert firm.admin.delete("/v1/me/sessions").status == 204

    assert [other.get("/v1/me").status for other in others] == [401, 401, 401]
    assert firm.admin.get("/v1/me").status == 200
    assert len(firm.admin.get("/v1/me/sessions").body["items"]) == 1


def test_a_colleagues_session_is_not_ones_own(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    theirs = rep.get("/v1/me/sessions").body["items"][0]["id"]

    assert firm.admin.delete(f"/v1/me/sessions/{theirs}").status == 404
    assert rep.get("/v1/me").status == 200


def test_signing_out_takes_the_session_off_the_list(api: Api, firm: Firm) -> None:
    elsewhere = api.sign_in(firm.admin.user["email"], tenant=firm.id)

    elsewhere.delete("/v1/session")

    assert len(firm.admin.get("/v1/me/sessions").body["items"]) == 1
