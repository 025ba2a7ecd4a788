"""A second step: an app's code, ten codes for the day the phone is lost, and a firm that asks it of everybody."""

import base64
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.kernel import totp
from tests.builders import Api, Firm
from tests.client import PASSWORD, Answer, Caller
from tests.world import World

PROOF = {"password": PASSWORD}


class Phone:
    """An authenticator app that has been told a secret."""

    def __init__(self, world: World, setup: dict[str, str]) -> None:
        self._world = world
        self._secret = base64.b32decode(parse_qs(urlsplit(setup["uri"]).query)["secret"][0])

    def code(self, *, ahead: int = 0) -> str:
        now = self._world.now + timedelta(seconds=totp.STEP_SECONDS * ahead)
        return totp.code_at(self._secret, totp.step_at(now))

    def wrong(self) -> str:
        return str((int(self.code()) + 1) % 10**6).zfill(6)


def enrol(world: World, person: Caller) -> tuple[Phone, list[str]]:
    phone = Phone(world, person.post("/v1/me/mfa", PROOF).body)
    return phone, person.post("/v1/me/mfa/confirm", {"code": phone.code(ahead=-1)}).body["recovery_codes"]


def sign_in(api: Api, person: Caller, code: str | None = None) -> Answer:
    credentials = {"email": person.user["email"], "password": PASSWORD}
    return api.guest_of(person).post("/v1/session", credentials if code is None else {**credentials, "code": code})


def test_nobody_has_a_second_step_to_begin_with(firm: Firm) -> None:
    assert firm.admin.get("/v1/me/mfa").body == {
        "is_on": False, "is_required": False, "since": None, "recovery_codes_left": 0,
    }  # fmt: skip


def test_the_password_alone_opens_nothing_any_more(api: Api, firm: Firm, world: World) -> None:
    phone, codes = enrol(world, firm.admin)

    asked = sign_in(api, firm.admin)
    entered = sign_in(api, firm.admin, phone.code())

    assert (asked.status, asked.body, asked.cookies) == (200, {"missing": "code"}, ())
    assert entered.status == 200
    assert Caller(api.watch, token=entered.body["access_token"], tenant=firm.id).get("/v1/me").status == 200
    assert len(set(codes)) == 10
    assert firm.admin.get("/v1/me/mfa").body.items() >= {"is_on": True, "recovery_codes_left": 10}.items()


def test_it_is_not_asked_for_before_a_first_code_has_shown_that_the_app_has_it(api: Api, firm: Firm) -> None:
    firm.admin.post("/v1/me/mfa", PROOF)

    assert "access_token" in sign_in(api, firm.admin).body


def test_a_wrong_first_code_turns_nothing_on(firm: Firm, world: World) -> None:
    phone = Phone(world, firm.admin.post("/v1/me/mfa", PROOF).body)

    answer = firm.admin.post("/v1/me/mfa/confirm", {"code": phone.wrong()})

    assert (answer.status, answer.faults) == (422, {"code": "wrong_code"})
    assert firm.admin.get("/v1/me/mfa").body["is_on"] is False


def test_a_code_opens_once(api: Api, firm: Firm, world: World) -> None:
    phone, _ = enrol(world, firm.admin)
    code = phone.code()

    assert sign_in(api, firm.admin, code).status == 200
    again = sign_in(api, firm.admin, code)

    assert (again.status, again.code) == (401, "wrong_code")


def test_the_code_that_turned_it_on_opens_nothing(api: Api, firm: Firm, world: World) -> None:
    phone = Phone(world, firm.admin.post("/v1/me/mfa", PROOF).body)
    code = phone.code()
    firm.admin.post("/v1/me/mfa/confirm", {"code": code})

    assert sign_in(api, firm.admin, code).status == 401


def test_a_recovery_code_opens_once_however_it_is_typed(api: Api, firm: Firm, world: World) -> None:
    _, codes = enrol(world, firm.admin)

    assert sign_in(api, firm.admin, codes[0].upper().replace("-", " ")).status == 200
    assert sign_in(api, firm.admin, codes[0]).status == 401
    assert firm.admin.get("/v1/me/mfa").body["recovery_codes_left"] == 9


def test_new_recovery_codes_take_the_place_of_the_old_ones(api: Api, firm: Firm, world: World) -> None:
    _, old = enrol(world, firm.admin)

    new = firm.admin.post("/v1/me/mfa/recovery-codes", PROOF).body["recovery_codes"]

    assert set(new).isdisjoint(old)
    assert sign_in(api, firm.admin, old[0]).status == 401
    assert sign_in(api, firm.admin, new[0]).status == 200


def test_after_five_wrong_codes_even_the_right_one_must_wait(api: Api, firm: Firm, world: World) -> None:
    phone, _ = enrol(world, firm.admin)
    for _ in range(5):
        assert sign_in(api, firm.admin, phone.wrong()).status == 401

    refused = sign_in(api, firm.admin, phone.code())
    world.pass_time(minutes=15, seconds=1)

    assert refused.status == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert sign_in(api, firm.admin, phone.code()).status == 200


@pytest.mark.parametrize(
    ("path", "is_on"), [("/v1/me/mfa", False), ("/v1/me/mfa/off", True), ("/v1/me/mfa/recovery-codes", True)]
)
def test_whoever_finds_an_open_screen_changes_nothing(firm: Firm, world: World, path: str, is_on: bool) -> None:
    if is_on:
        enrol(world, firm.admin)

    answer = firm.admin.post(path, {"password": "not the password"})

    assert (answer.status, answer.faults) == (422, {"password": "wrong_password"})
    assert firm.admin.get("/v1/me/mfa").body["is_on"] is is_on


def test_it_can_be_turned_off(api: Api, firm: Firm, world: World) -> None:
    enrol(world, firm.admin)

    assert firm.admin.post("/v1/me/mfa/off", PROOF).status == 204
    assert "access_token" in sign_in(api, firm.admin).body


def test_the_secret_and_the_recovery_codes_are_nowhere_to_be_read(api: Api, firm: Firm, world: World) -> None:
    setup = firm.admin.post("/v1/me/mfa", PROOF).body
    codes = firm.admin.post("/v1/me/mfa/confirm", {"code": Phone(world, setup).code()}).body["recovery_codes"]

    stored = str([call.parameters for call in api.watch.calls if call.service == "dynamodb"])
    assert setup["secret"] not in stored
    assert not any(code in stored or code.replace("-", "") in stored for code in codes)


def test_a_firm_can_ask_it_of_everybody(api: Api, firm: Firm, world: World) -> None:
    rep = api.hire(firm, "rep")
    enrol(world, firm.admin)
    assert firm.admin.patch("/v1/tenant", {"mfa_required": True}).status == 200

    asked = sign_in(api, rep)
    phone = Phone(world, asked.body["setup"])
    wrong = sign_in(api, rep, phone.wrong())
    entered = sign_in(api, rep, phone.code())

    assert (asked.body["missing"], "access_token" in asked.body) == ("setup", False)
    assert (wrong.status, wrong.code) == (401, "wrong_code")
    assert len(entered.body["recovery_codes"]) == 10
    assert rep.post("/v1/me/mfa/off", PROOF).code == "mfa_is_required"


def test_a_session_without_it_does_not_go_on_where_it_is_asked_of_everybody(api: Api, firm: Firm, world: World) -> None:
    rep = api.hire(firm, "rep")
    enrol(world, firm.admin)
    firm.admin.patch("/v1/tenant", {"mfa_required": True})

    ended = rep.post("/v1/session/refresh")
    goes_on = firm.admin.post("/v1/session/refresh")

    assert (ended.status, ended.code) == (401, "mfa_setup_required")
    assert goes_on.status == 200


def test_nobody_asks_it_of_others_who_does_not_have_it(firm: Firm) -> None:
    answer = firm.admin.patch("/v1/tenant", {"mfa_required": True})

    assert (answer.status, answer.code) == (409, "mfa_first")


def test_an_administrator_helps_whoever_lost_the_phone(api: Api, firm: Firm, world: World) -> None:
    rep = api.hire(firm, "rep")
    enrol(world, rep)

    assert rep.delete(f"/v1/users/{firm.admin.user['id']}/mfa").status == 403
    assert firm.admin.delete(f"/v1/users/{rep.user['id']}/mfa").status == 204
    assert "access_token" in sign_in(api, rep).body
