"""An automation while somebody works on it: taken as a draft, put in order, copied, taken back."""

import uuid
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps import mailing
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sending(store: Shop) -> Shop:
    """Return a shop in whose name mails may go."""
    mailing.speak_up(store)
    return store


def test_a_starter_is_taken_as_a_draft_changed_and_then_turned_on(seat: Seat, sending: Shop) -> None:
    page = seat.page
    offered = sending.get("/v1/automation-starters")["items"]
    name = seat.of(next(one["label"] for one in offered if one["key"] == "reminder"))
    page.goto("/automations")
    seat.press("automations:automations.starters.draftOf", name=name)
    expect(seat.title()).to_have_text(name)
    expect(page.get_by_text(seat.says("automations:automations.off"), exact=True).filter(visible=True)).to_be_visible()
    told = page.get_by_role("alert").filter(has_text=seat.says("automations:automations.starters.drafted", name=name))
    expect(told).to_be_visible()

    seat.press("automations:automations.steps.kinds.wait")
    amount = seat.says("automations:automations.steps.for")
    page.get_by_label(f"{amount}: {seat.says('automations:automations.span.number')}").fill("2")
    seat.press("actions.save")
    expect(page.get_by_role("alert").filter(has_text=seat.says("automations:automations.saved"))).to_be_visible()
    seat.press("automations:automations.enabling.verb")
    asking = seat.the("dialog", "automations:automations.enabling.title", name=name)
    seat.press("automations:automations.enabling.go", within=asking, exact=True)
    expect(page.get_by_text(seat.says("automations:automations.on"), exact=True).filter(visible=True)).to_be_visible()
    (made,) = [one for one in sending.get("/v1/automations")["items"] if one["name"] == name]
    wait = sending.get(f"/v1/automations/{made['id']}")["steps"][0]
    assert (made["enabled"], wait["for"]) == (True, {"days": 2})


def test_a_step_is_copied_moved_by_keys_and_all_of_it_taken_back(counter: Page, shop: Shop) -> None:
    page = counter
    wait = {"id": "wait", "kind": "wait", "for": {"days": 2}}
    tell = {"id": "tell", "kind": "action", "action": "notify", "with": {"to": "owner", "text": "Llegó"}}
    page.goto(f"/automations/{_automate(shop, 'Por orden', [wait, tell])}")
    steps = page.get_by_role("region", name="Y entonces").get_by_role("listitem")
    expect(steps).to_have_count(2)

    page.get_by_role("button", name="Esperar un tiempo 2 días").click()
    page.get_by_role("button", name="Duplicar: Esperar un tiempo").click()
    expect(steps).to_have_count(3)
    head = steps.last.get_by_role("button", name="Avisar", exact=False).first
    head.focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(steps.nth(1)).to_contain_text("Avisar")
    expect(steps.nth(1).get_by_role("button", name="Avisar", exact=False).first).to_be_focused()

    page.keyboard.press("Control+z")
    expect(steps.last).to_contain_text("Avisar")
    page.get_by_role("button", name="Deshacer el último cambio").click()
    expect(steps).to_have_count(2)
    expect(page.get_by_role("button", name="Deshacer el último cambio")).to_have_count(0)
    expect(page.get_by_role("button", name="Activar…")).to_be_visible()


def test_an_older_version_is_taken_up_again(seat: Seat, store: Shop) -> None:
    page = seat.page
    name = f"Versiones {seat.manner}"
    automation = _automate(store, name, [{"id": "wait", "kind": "wait", "for": {"days": 2}}])
    changed = store.line.patch(
        f"/v1/automations/{automation}",
        data={"steps": [{"id": "wait", "kind": "wait", "for": {"days": 9}}]},
        headers={"If-Match": '"1"'},
    )
    assert changed.ok, changed.text()

    page.goto(f"/automations/{automation}")
    seat.press("automations:automations.actions")
    seat.the("menuitem", "automations:automations.versions.title").click()
    drawer = seat.the("dialog", "automations:automations.versions.title")
    expect(drawer.get_by_role("listitem")).to_have_count(2)
    seat.press("automations:automations.versions.takeOf", within=drawer, n=1)
    expect(drawer).to_be_hidden()
    said = seat.says("automations:automations.span.days", count=2)
    expect(page.get_by_role("button", name=said)).to_be_visible()
    seat.press("actions.save")
    expect(page.get_by_role("alert").filter(has_text=seat.says("automations:automations.saved"))).to_be_visible()
    kept = store.get(f"/v1/automations/{automation}")
    assert (kept["version"], kept["steps"][0]["for"]) == (3, {"days": 2})


def _automate(shop: Shop, name: str, steps: list[dict[str, Any]]) -> str:
    wanted = {"name": name, "object": "leads", "trigger": {"kind": "created"}, "steps": steps}
    made = shop.line.post("/v1/automations", data=wanted, headers={"Idempotency-Key": uuid.uuid4().hex})
    assert made.ok, made.text()
    return str(made.json()["id"])
