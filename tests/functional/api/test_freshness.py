"""A change of the firm's settings is told with the answer, so that no other container shows what was before."""

import re

from tests.builders import Firm
from tests.client import Answer
from tests.world import World

TOLD = re.compile(
    r"tendero_seen=(?P<firm>[a-z2-7]{20})\.(?P<at>\d{16}); Max-Age=60; Path=/v1; HttpOnly; SameSite=Strict; Secure"
)
FIELD = {"name": "c_size", "type": "number", "label": {"es": "Talla", "en": "Size"}}
ROLE = {"key": "guest", "label": {"es": "Visita", "en": "Guest"}, "objects": {"*": dict.fromkeys(
    ("read", "create", "update", "delete", "export"), "none"
)}}  # fmt: skip


def told(answer: Answer) -> re.Match[str]:
    assert answer.status < 300, answer.raw
    assert len(answer.cookies) == 1
    match = TOLD.fullmatch(answer.cookies[0])
    assert match is not None, answer.cookies
    return match


def with_cookie(value: str) -> dict[str, str]:
    return {"Cookie": f"tendero_seen={value}"}


def test_work_that_changes_no_setting_is_answered_without_a_cookie(world: World, firm: Firm) -> None:
    world.pass_time(minutes=2)  # signing up has made the firm's pipelines

    made = firm.admin.post("/v1/records/contacts", {"first_name": "Ana"})

    assert (made.status, made.cookies) == (201, ())
    assert firm.admin.get("/v1/objects/contacts").cookies == ()


def test_fields_roles_teams_pipelines_and_the_company_tell_that_they_changed(firm: Firm) -> None:
    changes = (
        firm.admin.post("/v1/objects/contacts/fields", FIELD),
        firm.admin.post("/v1/roles", ROLE),
        firm.admin.post("/v1/teams", {"name": "Norte"}),
        firm.admin.post("/v1/records/pipelines", {"name": "Otra", "stages": [{"label": "A", "kind": "won"}]}),
        firm.admin.patch("/v1/tenant", {"timezone": "Atlantic/Canary"}),
    )

    found = [told(answer) for answer in changes]
    assert {each["firm"] for each in found} == {firm.id}
    assert sorted({each["at"] for each in found}) == [each["at"] for each in found]


def test_a_change_is_told_once_to_each_and_to_nobody_after_a_minute(world: World, firm: Firm) -> None:
    at = told(firm.admin.post("/v1/objects/contacts/fields", FIELD))["at"]

    unaware = firm.admin.get("/v1/me")
    aware = firm.admin.get("/v1/me", headers=with_cookie(f"{firm.id}.{at}"))
    world.pass_time(minutes=2)

    assert told(unaware)["at"] == at
    assert aware.cookies == ()
    assert firm.admin.get("/v1/me").cookies == ()


def test_what_is_no_instant_of_this_firm_is_not_believed(firm: Firm) -> None:
    at = told(firm.admin.post("/v1/objects/contacts/fields", FIELD))["at"]

    for value in (f"aaaaaaaaaaaaaaaaaaaa.{at}", f"{firm.id}.-{at}", f"{firm.id}.{'9' * 40}", "%00", firm.id):
        answer = firm.admin.get("/v1/me", headers=with_cookie(value))
        assert told(answer)["at"] == at
