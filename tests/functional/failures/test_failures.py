"""What fails for good is listed, told to whoever administers the firm, tried again, or let rest."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.automation.test_webhooks import Receiver, call_step, calls_of, defined
from tests.functional.automation.works import Works


def listed(caller: Caller, **query: str) -> list[dict[str, Any]]:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    answer = caller.get(f"/v1/failures?{asked}")
    assert answer.status == 200, answer.raw
    return list(answer.body["items"])


def told(caller: Caller) -> list[dict[str, Any]]:
    items = caller.get("/v1/notifications").body["items"]
    return [item["data"] for item in items if item["data"]["what"] == "something_failed"]


def failing(works: Works, sku: str = "A-1") -> tuple[str, dict[str, Any]]:
    """Let a run fail, because a product of its number is there, and return its automation and the lead."""
    works.create("products", name="Aceite", sku=sku)
    values = {"name": "Aceite nuevo", "sku": sku}
    step = {"id": "take", "kind": "action", "action": "create_record", "with": {"object": "products", "values": values}}
    automation = works.automate(step)
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()
    return automation, lead


def mend(works: Works) -> None:
    (product,) = works.admin.get("/v1/records/products").body["items"]
    works.change("products", product["id"], sku="B-1")


def test_a_run_that_failed_says_whom_it_was_about_and_why(works: Works) -> None:
    automation, lead = failing(works)

    (failure,) = listed(works.admin)

    assert (failure["kind"], failure["title"], failure["what"], failure["code"]) == (
        "automation", "Bienvenida", "take", "already_taken",
    )  # fmt: skip
    assert (failure["about"]["plural"], failure["about"]["id"]) == ("leads", lead["id"])
    assert {each["what"]: each["id"] for each in failure["of"]}["automation"] == automation
    assert (failure["may_retry"], failure["state"]) == (True, "open")
    assert works.admin.get("/v1/failures/counts").body["kinds"]["automation"] == 1


def test_a_run_is_tried_again_once_however_often_it_is_asked(works: Works) -> None:
    automation, _ = failing(works)
    (failure,) = listed(works.admin)
    mend(works)

    asked = [works.ask(f"/v1/failures/{failure['id']}/retry", {}) for _ in range(2)]
    works.until_quiet()

    assert [answer.body["state"] for answer in asked] == ["retried", "retried"]
    assert works.run(automation)["state"] == "finished"
    assert len(works.admin.get("/v1/records/products").body["items"]) == 2
    assert listed(works.admin) == []


def test_what_fails_again_is_listed_anew(works: Works) -> None:
    failing(works)
    (failure,) = listed(works.admin)
    works.later(1)

    works.ask(f"/v1/failures/{failure['id']}/retry", {})
    works.until_quiet()

    (again,) = listed(works.admin)
    assert again["id"] > failure["id"]


def test_taking_a_run_up_where_it_lies_strikes_it_off_the_list(works: Works) -> None:
    automation, _ = failing(works)
    mend(works)

    works.ask(f"/v1/automations/{automation}/retry")

    assert listed(works.admin) == []


def test_what_is_let_rest_is_listed_no_more_until_somebody_wants_it_back(works: Works) -> None:
    failing(works)
    (failure,) = listed(works.admin)

    resting = works.ask(f"/v1/failures/{failure['id']}/dismiss")
    gone = listed(works.admin)
    back = works.ask(f"/v1/failures/{failure['id']}/restore")

    assert (resting.body["state"], gone, back.body["state"]) == ("dismissed", [], "open")
    assert listed(works.admin) == [failure]


def test_what_rests_can_still_be_tried_again(works: Works) -> None:
    automation, _ = failing(works)
    (failure,) = listed(works.admin)
    works.ask(f"/v1/failures/{failure['id']}/dismiss")
    mend(works)

    again = works.ask(f"/v1/failures/{failure['id']}/retry", {})
    works.until_quiet()

    assert (again.body["state"], works.run(automation)["state"]) == ("retried", "finished")


@pytest.mark.usefixtures("reachable")
def test_a_call_that_was_given_up_is_made_again(works: Works, receiver: Receiver) -> None:
    receiver.answers = [500]
    webhook = defined(works, receiver.url)
    works.automate(call_step(webhook))
    works.create("leads", first_name="Begoña")
    works.until_quiet()
    works.pass_time(days=4)
    (failure,) = listed(works.admin, kind="webhook")
    receiver.answers = [200]

    works.ask(f"/v1/failures/{failure['id']}/retry", {})
    works.until_quiet()

    assert (failure["title"], failure["code"], failure["of"][0]["id"]) == ("ERP", "given_up", webhook)
    assert calls_of(works, webhook)[0]["state"] == "made"
    assert listed(works.admin) == []


@pytest.mark.usefixtures("reachable")
def test_all_of_a_kind_are_tried_again_and_no_others(works: Works, receiver: Receiver) -> None:
    receiver.answers = [410]
    webhook = defined(works, receiver.url)
    works.automate(call_step(webhook))
    failing(works)
    works.create("leads", first_name="Marta")
    works.until_quiet()
    mend(works)
    before = works.admin.get("/v1/failures/counts").body["kinds"]

    retried = works.ask("/v1/failures/retry", {"kind": "automation"}).body
    rested = works.ask("/v1/failures/dismiss", {"kind": "webhook"}).body

    assert (before["automation"], before["webhook"]) == (2, 1)
    assert (retried, rested) == (
        {"retried": 2, "left": 0, "has_more": False},
        {"dismissed": 1, "has_more": False},
    )
    assert listed(works.admin) == []


def test_whoever_administers_is_told_once_a_day_of_each_kind(works: Works) -> None:
    failing(works)
    works.create("leads", first_name="Marta")
    works.until_quiet()
    works.pass_time(minutes=5)
    first = told(works.admin)
    works.create("leads", first_name="Lucía")
    works.until_quiet()
    works.pass_time(minutes=5)
    same_day = told(works.admin)

    works.pass_time(days=2)
    works.create("leads", first_name="Inés")
    works.until_quiet()
    works.pass_time(minutes=5)

    assert (first, same_day) == ([{"what": "something_failed", "failed": "automation", "count": 2}],) * 2
    assert [each["count"] for each in told(works.admin)] == [1, 2]


def test_nobody_is_told_of_what_was_mended_at_once(works: Works) -> None:
    automation, _ = failing(works)
    mend(works)
    works.ask(f"/v1/automations/{automation}/retry")
    works.until_quiet()

    works.pass_time(minutes=5)

    assert told(works.admin) == []


def test_only_who_may_change_automations_hears_of_their_failures(works: Works, api: Api, firm: Firm) -> None:
    failing(works)
    (failure,) = listed(works.admin)
    rep = api.hire(firm, "rep")

    answers = [
        rep.post(f"/v1/failures/{failure['id']}/{act}", {} if act == "retry" else None)
        for act in ("retry", "dismiss", "restore")
    ]

    assert listed(rep) == []
    assert rep.get("/v1/failures/counts").body["total"] == 0
    assert [answer.status for answer in answers] == [404, 404, 404]
    assert rep.post("/v1/failures/retry", {"kind": "automation"}).body["retried"] == 0
    assert listed(works.admin) == [failure]
