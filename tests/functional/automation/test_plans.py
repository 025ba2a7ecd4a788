"""A plan for each customer: what comes when, told on the record, skipped or ended there, and over when they move on."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.builders import Api
from tests.functional.automation.works import Works
from tests.functional.marketing.conftest import identities, sender, zone

__all__ = ["identities", "sender", "zone"]

ACTIONS = ["thanks", "call", "check", "review", "anniversary", "propose"]


def a_plan(works: Works, language: str = "es") -> str:
    answer = works.admin.post("/v1/automation-starters/plan", {"language": language, "enable": True})
    assert answer.status == 201, answer.raw
    return str(answer.body["automation"])


def plans(works: Works, contact: str) -> dict[str, Any]:
    answer = works.admin.get(f"/v1/records/contacts/{contact}/plans")
    assert answer.status == 200, answer.raw
    return dict(answer.body)


def begin(works: Works, contact: str, automation: str, *, status: int = 201) -> dict[str, Any]:
    answer = works.admin.post(f"/v1/records/contacts/{contact}/plans", {"automation": automation})
    assert answer.status == status, answer.raw
    works.until_quiet(twice=True)
    return dict(answer.body)


def steps(works: Works, contact: str) -> dict[str, dict[str, Any]]:
    (plan,) = plans(works, contact)["items"]
    return {one["step"]: one for one in plan["steps"]}


def tasks(works: Works) -> list[str]:
    return sorted(one["subject"] for one in works.admin.get("/v1/records/tasks").body["items"])


@pytest.fixture
def rosa(works: Works, sender: str) -> str:
    made = works.create("contacts", first_name="Rosa", emails=[{"value": "rosa@pepe.example"}])
    works.until_quiet()
    return str(made["id"])


def test_a_plan_tells_every_step_with_its_day_and_walks_them(works: Works, rosa: str) -> None:
    automation = a_plan(works)
    assert plans(works, rosa)["offered"] == [{"automation": automation, "name": "Plan para cada cliente"}]

    begin(works, rosa, automation)

    ahead = steps(works, rosa)
    assert list(ahead) == ACTIONS
    assert [one["state"] for one in ahead.values()] == ["next", *["ahead"] * 5]
    days = [(_at(ahead[step]) - works.clock()).days for step in ("thanks", "check", "review", "anniversary")]
    assert days == sorted(days)
    for number, (least, most) in zip(days, ((1, 2), (28, 31), (88, 92), (363, 368)), strict=True):
        assert least <= number <= most
    assert plans(works, rosa)["offered"] == []

    works.pass_time(days=3)
    now = steps(works, rosa)
    assert [one["state"] for one in now.values()] == ["skipped", "done", "next", "ahead", "ahead", "ahead"]
    assert now["thanks"]["reason"] == "no_consent"
    assert abs(_at(now["check"]) - _at(ahead["check"])) < timedelta(days=1)
    works.pass_time(days=370, twice=True)
    assert len(tasks(works)) == 3
    assert plans(works, rosa)["items"] == []


def _at(step: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(step["at"])


def test_the_first_purchase_begins_it_and_the_next_one_ends_it(works: Works, rosa: str) -> None:
    automation = a_plan(works)
    segment = works.admin.get(f"/v1/automations/{automation}").body["trigger"]["segment"]
    assert works.admin.get(f"/v1/segments/{segment}").body["filter"]["related"] == "orders"
    begin(works, rosa, automation)
    works.pass_time(days=3)

    order(works, rosa, status="draft")
    assert plans(works, rosa)["items"] != []

    order(works, rosa, status="confirmed")

    assert plans(works, rosa)["items"] == []
    run = works.run(automation)
    assert (run["state"], run["why"]) == ("exited", "bought")


def order(works: Works, contact: str, *, status: str) -> None:
    day = works.clock().date().isoformat()
    works.create("orders", contact=contact, status=status, date=day, total={"amount": "10", "currency": "EUR"})
    works.until_quiet(twice=True)


def test_an_answer_ends_it_and_a_call_in_vain_does_not(works: Works, rosa: str) -> None:
    automation = a_plan(works)
    begin(works, rosa, automation)
    at = works.clock().isoformat().replace("+00:00", "Z")
    for outcome in ("no_answer", "reached"):
        assert plans(works, rosa)["items"] != [], outcome
        works.create("calls", subject="Seguimiento", at=at, outcome=outcome, contact=rosa)
        works.until_quiet(twice=True)

    assert works.run(automation)["why"] == "answered"


def test_who_leaves_is_followed_no_more(works: Works, rosa: str) -> None:
    automation = a_plan(works)
    said = {"purpose": "marketing", "basis": "consent", "source": "feria", "text": "Sí, quiero."}
    path = f"/v1/records/contacts/{rosa}/consents"
    assert works.admin.post(path, {**said, "decision": "give"}).status < 300
    begin(works, rosa, automation)
    assert works.admin.post(path, {"purpose": "marketing", "decision": "withdraw", "source": "teléfono"}).status < 300
    works.until_quiet(twice=True)

    assert works.run(automation)["why"] == "unsubscribed"


def test_a_step_is_left_out_and_taken_in_again_and_the_days_stay(works: Works, rosa: str) -> None:
    begin(works, rosa, a_plan(works))
    (plan,) = plans(works, rosa)["items"]
    path = f"/v1/records/contacts/{rosa}/plans/{plan['run']}"

    for skipped in (True, True, False, True):
        answer = works.admin.call("PUT", f"{path}/steps/call", {"skipped": skipped})
        assert answer.status == 200, answer.raw
    assert {one["step"]: one["state"] for one in answer.body["steps"]}["call"] == "skipped"
    assert [one["at"] for one in answer.body["steps"]] == [one["at"] for one in plan["steps"]]
    works.pass_time(days=3, twice=True)

    assert tasks(works) == []
    assert steps(works, rosa)["call"]["reason"] == "by_hand"
    assert works.admin.call("PUT", f"{path}/steps/call", {"skipped": False}).status == 404
    assert works.admin.call("PUT", f"{path}/steps/none", {"skipped": True}).status == 404


def test_whoever_may_change_the_record_ends_its_plan_and_nobody_else(works: Works, rosa: str, api: Api) -> None:
    automation = a_plan(works)
    luis = works.create("contacts", first_name="Luis")["id"]
    works.until_quiet()
    begin(works, rosa, automation)
    rep, viewer = api.hire(works.firm, "rep"), api.hire(works.firm, "viewer")
    (plan,) = plans(works, rosa)["items"]
    path = f"/v1/records/contacts/{rosa}/plans"

    assert begin(works, rosa, automation, status=409)["keeps_out"] == "is_inside"
    assert works.admin.post(f"/v1/records/contacts/{luis}/plans/{plan['run']}/stop").status == 404
    assert viewer.post(f"{path}/{plan['run']}/stop").status == 403
    assert viewer.get(path).status == 200
    works.change("contacts", rosa, owner=rep.user["id"])
    assert rep.post(f"{path}/{plan['run']}/stop").status == 204
    assert rep.post(f"{path}/{plan['run']}/stop").status == 409

    works.pass_time(days=40)
    assert tasks(works) == []
    assert works.run(automation)["why"] == "by_hand"
