"""The sample firm's marketing, a few people of it: what its campaign and its welcome came to, asked of the API."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.functional.samples import few
from tests.functional.samples.conftest import Load, LoadInto, work_off


@pytest.fixture
def olmedo(firm: Firm, load: Load) -> Firm:
    load(few.with_marketing)
    return firm


def campaigns(firm: Firm) -> dict[str, dict[str, Any]]:
    return {item["status"]: item for item in firm.admin.get("/v1/records/campaigns?sort=start_date").body["items"]}


def people(firm: Firm, opens: str) -> int:
    return len(firm.admin.get(opens).body["items"])


def test_the_campaign_that_went_tells_what_became_of_it_and_opens_its_people(olmedo: Firm) -> None:
    sent = campaigns(olmedo)["finished"]

    told = olmedo.admin.get(f"/v1/campaigns/{sent['id']}/results").body
    numbers = {state: number["count"] for state, number in told["numbers"].items() if number["count"]}
    opened = {state: people(olmedo, told["numbers"][state]["people"]) for state in numbers}
    left_out = {each["reason"]: each["count"] for each in told["audience"]["excluded"]}

    assert numbers["sent"] == 8
    assert numbers["bounced"] == 2
    assert numbers["unsubscribed"] == 2
    assert opened == numbers
    assert told["audience"]["recipients"]["count"] == 6
    assert left_out == {"no_consent": 8, "unsubscribed": 2, "bounced": 2}
    assert people(olmedo, told["audience"]["excluded"][1]["people"]) == 8
    assert told["cost"] == {"amount": "240.00", "currency": "EUR"}


def test_the_others_are_drafts_with_a_plan_and_nobody_is_written_to(olmedo: Firm) -> None:
    drafts = [item for item in olmedo.admin.get("/v1/records/campaigns").body["items"] if item["status"] == "draft"]

    plans = [olmedo.admin.get(f"/v1/campaigns/{draft['id']}").body["plan"] for draft in drafts]
    templates = olmedo.admin.get("/v1/templates").body["items"]

    assert len(drafts) == 2
    assert all(plan["segments"] and plan["variants"] for plan in plans)
    assert all(template.get("sender") is None for template in templates)


def test_who_was_welcomed_has_come_as_far_as_their_days_allow(olmedo: Firm) -> None:
    welcome = olmedo.admin.get("/v1/automations").body["items"][0]

    counts = olmedo.admin.get(f"/v1/automations/{welcome['id']}/counts").body
    runs = olmedo.admin.get(f"/v1/automations/{welcome['id']}/runs").body["items"]
    log = olmedo.admin.get(f"/v1/automations/{welcome['id']}/runs/{runs[0]['id']}").body["log"]

    assert welcome["enabled"] is False
    assert {name: counts[name] for name in ("entered", "finished", "exited", "inside")} == {
        "entered": 4,
        "finished": 0,
        "exited": 2,
        "inside": 2,
    }
    assert [line["step"] for line in log] == ["greet", "wait"]


def test_an_english_firm_has_the_same_in_english(api: Api, load_into: LoadInto) -> None:
    firm = api.sign_up(locale="en")

    load_into(firm, few.with_marketing)
    segment = next(each for each in firm.admin.get("/v1/segments").body["items"] if each["object"] == "companies")
    told = firm.admin.get(f"/v1/segments/{segment['id']}").body

    assert campaigns(firm)["finished"]["name"] == "Autumn's new oil"
    assert {template["language"] for template in firm.admin.get("/v1/templates").body["items"]} == {"en"}
    assert told["name"] == "Good customers who are leaving"
    assert told["sentence"].startswith("Companies in the city of Madrid that did not buy in the last 3 months")


def test_all_of_it_goes_with_one_click(olmedo: Firm) -> None:
    olmedo.admin.delete("/v1/sample-data")
    gone = work_off(olmedo)

    left = [
        olmedo.admin.get(f"/v1/{kind}").body["items"]
        for kind in ("segments", "templates", "automations", "action-rules", "records/campaigns", "records/contacts")
    ]
    assert gone == "absent"
    assert left == [[]] * 6
