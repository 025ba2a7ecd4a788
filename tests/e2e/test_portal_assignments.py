"""Whose turn it is: a rule made, its people paused and put in order, what each has opened from its number."""

import uuid

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.axe import findings_in_both_lights
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

RUNS_SECONDS = 90


def test_a_rule_says_whose_turn_it_is_and_passes_over_whoever_is_away(seat: Seat, store: Shop) -> None:
    page = seat.page
    name = f"Turnos {uuid.uuid4().hex[:6]}"
    page.goto("/automations")
    seat.the("link", "automations:automations.rule.title").click()
    expect(seat.title()).to_have_text(seat.says("automations:automations.rule.title"))
    seat.press("automations:automations.assignment.title")
    dialog = seat.the("dialog", "automations:automations.assignment.title")
    seat.the("textbox", "automations:automations.assignment.name", within=dialog).first.fill(name)
    seat.the("combobox", "automations:automations.assignment.people", within=dialog).click()
    page.get_by_role("option", name="Nuria Campos").click()
    page.keyboard.press("Escape")
    seat.press("automations:automations.assignment.title", within=dialog)
    expect(seat.title()).to_have_text(name)
    expect(page.get_by_text(seat.says("automations:automations.rule.next", name="Nuria Campos"))).to_be_visible()

    rule = page.url.rsplit("/", 1)[1]
    _give_out(store, rule, name)
    page.reload()
    had = seat.says("automations:automations.rule.had", count=1, n=1)
    seat.the("link", "automations:automations.steps.hereOf", told=had, name="Nuria Campos").click()
    latest = seat.the("list", "automations:automations.rule.latest")
    expect(latest.get_by_role("link", name=f"Pilar {name}")).to_be_visible()

    seat.press("automations:automations.rule.pauseOf", name="Nuria Campos")
    asking = seat.the("dialog", "automations:automations.rule.pauseOf", name="Nuria Campos")
    seat.press("automations:automations.rule.pause", within=asking)
    expect(page.get_by_text(seat.says("automations:automations.rule.nobody"))).to_be_visible()
    seat.undo(seat.says("automations:automations.rule.isAway", name="Nuria Campos"))
    expect(page.get_by_text(seat.says("automations:automations.rule.next", name="Nuria Campos"))).to_be_visible()
    assert store.get(f"/v1/assignments/{rule}")["away"] == []
    assert seat.fits()
    assert findings_in_both_lights(page) == []


def _give_out(store: Shop, rule: str, name: str) -> None:
    """Let one lead come and be given out by a rule."""
    step = {"id": "give", "kind": "action", "action": "assign", "with": {"rule": rule}}
    wanted = {"name": name, "object": "leads", "trigger": {"kind": "created"}, "steps": [step]}
    made = store.line.post("/v1/automations", data=wanted, headers={"Idempotency-Key": uuid.uuid4().hex})
    assert made.ok, made.text()
    enabled = store.line.post(f"/v1/automations/{made.json()['id']}/enable", data={"who": "new"})
    assert enabled.ok, enabled.text()
    store.create("leads", first_name="Pilar", last_name=name)
    eventually(
        lambda: store.get(f"/v1/assignments/{rule}/shares")["drawn"] == 1, "the lead being given out", RUNS_SECONDS
    )
