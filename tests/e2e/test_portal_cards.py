"""A customer at a glance on their page: figures that open their records, and what to do next, done or left."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.campaigns import today
from tests.e2e.steps.seat import Seat

pytestmark = pytest.mark.browser

PRICE = {"amount": "480", "currency": "EUR"}


def customer(seat: Seat, name: str, *bought: int) -> str:
    """Make a company that bought so many days ago, and return its id."""
    id = str(seat.shop.create("companies", name=name)["id"])
    for before in bought:
        day = (today() - timedelta(days=before)).isoformat()
        seat.shop.create("orders", date=day, company=id, lines=[{"name": "Aceite", "quantity": 1, "unit_price": PRICE}])
    return id


def rules_of(seat: Seat) -> int:
    """Return how many rules the firm has already."""
    return len(seat.shop.get("/v1/action-rules")["items"])


def test_a_rule_is_begun_with_one_press_and_tells_what_to_do_with_a_customer(seat: Seat) -> None:
    hotel, before = customer(seat, "Hotel Retiro", 330, 300, 270, 240, 210), rules_of(seat)
    seat.page.goto("/settings/action-rules")
    seat.press("actionRules:actionRules.use", **{"for": seat.many("companies")})
    rules = seat.the("list", "actionRules:actionRules.title", exact=True)
    expect(rules.get_by_role("listitem")).to_have_count(before + 1)
    assert seat.fits()

    seat.page.goto(f"/records/companies/{hotel}")
    card = seat.the("region", "card:card.title")
    expect(card).to_contain_text(seat.says("card:card.levels.high"))
    advice = seat.the("region", "card:card.advice")
    expect(advice).to_contain_text("210")
    seat.press("card:card.notNow", within=advice)
    dialog = seat.page.get_by_role("dialog")
    dialog.get_by_label(seat.says("card:card.reason")).fill("Está de vacaciones")
    seat.press("card:card.decline", within=dialog)
    expect(advice).to_have_count(0)
    expect(seat.page.get_by_text("Está de vacaciones")).to_be_visible()
    assert seat.fits()

    seat.press("actions.undo")
    expect(advice).to_be_visible()
    seat.press("create.submit", within=advice, name=seat.one("calls"))
    form = seat.page.get_by_role("dialog")
    expect(form.get_by_label(seat.field("calls", "subject")).first).to_have_value(re.compile("Hotel Retiro"))
    form.get_by_role("button", name=seat.says("create.submit", name=seat.one("calls"))).click()
    expect(form).to_have_count(0)
    seat.press("card:card.done", within=advice)
    expect(advice).to_have_count(0)

    card.get_by_role("link").first.click()
    expect(seat.page.get_by_role("tab", selected=True)).to_have_text(seat.called("orders"))


def test_a_rule_is_written_tried_on_a_customer_and_put_in_its_place(seat: Seat) -> None:
    customer(seat, "Bar Pepe", 3)
    seat.shop.find("companies", "Pepe")
    before = rules_of(seat)
    seat.page.goto("/settings/action-rules")
    seat.press("actionRules:actionRules.use", **{"for": seat.many("companies")})
    rules = seat.the("list", "actionRules:actionRules.title", exact=True)
    expect(rules.get_by_role("listitem")).to_have_count(before + 1)
    seat.press("actionRules:actionRules.create")
    panel = seat.the("dialog", "actionRules:actionRules.create")
    panel.get_by_label(seat.says("actionRules:actionRules.name")).first.fill("Dar las gracias")
    seat.press("actionRules:actionRules.addFigure", within=panel)
    panel.get_by_label(seat.says("actionRules:actionRules.figure"), exact=True).select_option("purchases")
    panel.get_by_label(seat.says("actionRules:actionRules.words.es")).fill("Gracias, {{ card.name }}.")
    panel.get_by_label(seat.says("actionRules:actionRules.words.en")).fill("Thank you, {{ card.name }}.")
    tried = seat.the("combobox", "actionRules:actionRules.try", within=panel)
    tried.fill("Pepe")
    seat.page.get_by_role("option", name="Bar Pepe").click()
    expect(panel.get_by_role("status")).to_contain_text(", Bar Pepe.")
    assert seat.fits()
    seat.press("actionRules:actionRules.create", within=panel)

    expect(rules.get_by_role("listitem")).to_have_count(before + 2)
    for place in range(before, -1, -1):
        seat.press("actionRules:actionRules.earlier", name="Dar las gracias")
        expect(rules.get_by_role("listitem").nth(place)).to_contain_text("Dar las gracias")
    expect(rules.get_by_role("listitem").first).to_contain_text("Dar las gracias")
    switch = seat.the("switch", "actionRules:actionRules.isOn", name="Dar las gracias")
    switch.locator("xpath=ancestor::*[contains(@class, 'Switch-root')]").click()
    expect(switch).not_to_be_checked()
