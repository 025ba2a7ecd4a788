"""What automations and campaigns cost and are worth, and the plan that a customer follows, on the record itself."""

import uuid
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.steps import mailing
from tests.e2e.steps.axe import findings_in_both_lights
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

RUNS_SECONDS = 90


@pytest.fixture(scope="module")
def sending(store: Shop) -> Shop:
    """Return a shop in whose name mails may go."""
    mailing.speak_up(store)
    return store


def test_what_each_automation_is_worth_is_read_opened_and_counted_by_other_minutes(seat: Seat, store: Shop) -> None:
    page = seat.page
    name, company = f"Fichas {uuid.uuid4().hex[:6]}", f"Bodega {uuid.uuid4().hex[:6]}"
    made = _automate(store, name, company)
    store.create("leads", first_name="Pilar", company_name=company)
    eventually(lambda: _worth(store, made)["runs"] == 1, "the run", RUNS_SECONDS)

    page.goto("/automations")
    page.get_by_role("link", name=seat.says("automations:automations.value")).click()
    expect(seat.title()).to_have_text(seat.says("worth:worth.title"))
    line = _line(seat, name)
    expect(line).to_contain_text(seat.says("worth:worth.did.update_record", count=1, n=1, time=_minutes(seat, 2)))
    expect(line).to_contain_text(seat.says("worth:worth.advice.keep"))
    cost = line.get_by_text(seat.says("costs:costs.total", money="").strip())
    expect(cost).to_be_visible()
    cost.click()
    expect(line).to_contain_text(seat.says("costs:costs.parts.write_unit"))
    assert findings_in_both_lights(page) == []

    action = seat.of(_action(store, "update_record"))
    page.get_by_label(action, exact=True).fill("30")
    page.keyboard.press("Enter")
    expect(line).to_contain_text(_minutes(seat, 30))
    seat.undo(seat.says("worth:worth.minutesSaved"))
    expect(line).to_contain_text(_minutes(seat, 2))

    line.get_by_role("link", name="1", exact=True).click()
    expect(seat.the("list", "automations:automations.tabs.runs")).to_contain_text("Pilar")
    assert "since=" in page.url
    assert seat.fits()


def test_a_plan_is_begun_read_and_a_step_of_it_left_out_on_the_record(seat: Seat, sending: Shop) -> None:
    page, plan = seat.page, _starter(seat)
    page.goto("/automations")
    seat.press("automations:automations.starters.enableOf", name=plan)
    expect(seat.title()).to_have_text(plan)
    rosa = sending.create("contacts", first_name="Rosa", last_name=uuid.uuid4().hex[:6])

    page.goto(f"/records/contacts/{rosa['id']}")
    seat.press("plans:plans.begin")
    page.get_by_role("menuitem", name=plan, exact=True).first.click()
    band = page.locator("details").filter(has_text=plan).first
    expect(band).to_be_visible()
    eventually(lambda: _plan(sending, rosa["id"])["state"] == "waiting", "the first wait", RUNS_SECONDS)
    band.locator("summary").click()
    steps = seat.the("list", "plans:plans.steps", name=plan)
    expect(steps.get_by_role("listitem")).to_have_count(6)
    call = steps.get_by_role("listitem").nth(1)
    call.get_by_role("button").click()
    expect(call).to_contain_text(seat.says("plans:plans.states.skipped"))
    assert _plan(sending, rosa["id"])["steps"][1]["state"] == "skipped"
    call.get_by_role("button").click()
    expect(call).to_contain_text(seat.says("plans:plans.states.ahead"))
    assert findings_in_both_lights(page) == []
    assert seat.fits()

    seat.press("plans:plans.stop", within=band)
    seat.press("plans:plans.stop", within=page.get_by_role("dialog"))
    expect(band).to_be_hidden()
    assert sending.get(f"/v1/records/contacts/{rosa['id']}/plans")["items"] == []


def _automate(store: Shop, name: str, company: str) -> str:
    step = {"kind": "action", "action": "update_record", "with": {"values": {"status": "contacted"}}}
    condition = {"field": "company_name", "op": "eq", "value": company}
    asked = {"name": name, "object": "leads", "trigger": {"kind": "created"}, "conditions": condition, "steps": [step]}
    answer = store.line.post("/v1/automations", data=asked, headers={"Idempotency-Key": uuid.uuid4().hex})
    assert answer.ok, answer.text()
    made = str(answer.json()["id"])
    on = store.line.post(f"/v1/automations/{made}/enable", data={"who": "new"})
    assert on.ok, on.text()
    return made


def _worth(store: Shop, automation: str) -> dict[str, Any]:
    (one,) = [one for one in store.get("/v1/automations/value")["items"] if one["id"] == automation]
    return dict(one)


def _plan(shop: Shop, contact: str) -> dict[str, Any]:
    return dict(shop.get(f"/v1/records/contacts/{contact}/plans")["items"][0])


def _line(seat: Seat, name: str) -> Locator:
    return seat.the("list", "worth:worth.list").get_by_role("listitem").filter(has_text=name)


def _minutes(seat: Seat, minutes: int) -> str:
    return seat.says("worth:worth.time.minutes", m=minutes)


def _action(store: Shop, name: str) -> dict[str, str]:
    parts = store.get("/v1/automation-parts")["actions"]
    return dict(next(one["label"] for one in parts if one["name"] == name))


def _starter(seat: Seat) -> str:
    return {"es": "Plan para cada cliente", "en": "A plan for each customer"}[seat.manner.language]
