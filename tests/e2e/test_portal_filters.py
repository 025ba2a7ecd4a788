"""Filters in plain words, groups within groups, and views that are saved, shared, changed and taken back."""

import json
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser

DEALS = (("Aceite", "500.00"), ("Bodega", "1500.00"), ("Cestas", "2500.00"), ("Dulces", "9000.00"))


@pytest.fixture(scope="module")
def stocked(store: Shop) -> Shop:
    toledo = store.create("companies", name="Ultramarinos La Sagra", industry="retail")
    for name, amount in DEALS:
        company = toledo["id"] if name < "C" else None
        store.create("deals", name=name, stage="new", amount=amount, next_step="Llamar", company=company)
    store.find("deals", "dulces")
    return store


def names(seat: Seat) -> Locator:
    """Return the names of the deals in the list, without the companies that their cards lead to as well."""
    found = seat.names(seat.listing("deals"))
    return found.and_(seat.page.locator("[href^='/records/deals/']")) if seat.is_phone else found


def money(seat: Seat, amount: str) -> str:
    """Return an amount of euros as the language writes it."""
    whole = f"{int(amount):,}"
    return f"{whole.replace(',', '.')},00 €" if seat.manner.language == "es" else f"€{whole}.00"


def asked(seat: Seat) -> object:
    """Return the filter that the address carries."""
    return json.loads(parse_qs(urlparse(seat.page.url).query)["filter"][0])


def add_filter(seat: Seat, field: str) -> None:
    seat.press("list.filter", exact=True)
    seat.page.get_by_role("menuitem", name=field, exact=True).click()


def test_an_amount_between_two_is_told_in_words_and_kept_in_the_address(seat: Seat, stocked: Shop) -> None:
    page, amount = seat.page, seat.field("deals", "amount")
    page.goto("/records/deals?sort=amount")

    add_filter(seat, amount)
    condition = seat.the("combobox", "filter.operator", name=amount)
    condition.select_option(label=seat.says("filter.op.between"))
    page.get_by_label(seat.says("filter.value", name=amount)).fill("1000")
    page.get_by_label(seat.says("filter.secondValue", name=amount)).fill("3000")

    expect(names(seat)).to_have_text(["Bodega", "Cestas"])
    page.keyboard.press("Escape")
    told = f"{amount} {seat.says('filter.op.between')} {money(seat, '1000')} {seat.says('filter.and')} "
    chip = page.get_by_role("button", name=told + money(seat, "3000"))
    expect(chip).to_be_visible()
    assert asked(seat) == {"field": "amount", "op": "between", "value": ["1000", "3000"]}

    chip.click()
    condition.select_option(label=seat.says("filter.op.gte"))
    expect(names(seat)).to_have_text(["Bodega", "Cestas", "Dulces"])
    page.keyboard.press("Escape")
    told = f"{amount} {seat.says('filter.op.gte')} {money(seat, '1000')}"
    expect(page.get_by_role("button", name=told)).to_be_focused()
    seat.press("list.clearFilter", name=amount)
    expect(names(seat)).to_have_count(4)


def test_groups_within_groups_ask_also_of_linked_records(seat: Seat, stocked: Shop) -> None:
    page, name, industry = seat.page, seat.field("deals", "name"), seat.field("companies", "industry")
    page.goto("/records/deals?sort=amount")

    seat.press("list.filter", exact=True)
    seat.the("menuitem", "filter.builder").click()
    builder = seat.the("dialog", "filter.builderTitle", name=seat.many("deals"))
    seat.the("combobox", "filter.kindName", within=builder).select_option(label=seat.says("filter.kind.any"))
    builder.get_by_label(seat.says("filter.value", name=name)).fill("dulc")
    seat.press("filter.addCondition", within=builder)
    seat.the("combobox", "filter.field", within=builder).nth(1).fill(industry)
    linked = f"{seat.field('deals', 'company')} › {industry}"
    page.get_by_role("option", name=linked).click()
    seat.choose(
        builder.get_by_role("combobox", name=industry, exact=True), seat.option("companies", "industry", "retail")
    )
    page.keyboard.press("Tab")
    assert seat.fits()
    seat.press("filter.done", within=builder)

    expect(names(seat)).to_have_text(["Aceite", "Bodega", "Dulces"])
    told = f"{name} {seat.says('filter.op.contains')} “dulc” {seat.says('filter.or')} {linked}: "
    expect(page.get_by_role("button", name=told + seat.option("companies", "industry", "retail"))).to_be_visible()
    assert asked(seat) == {
        "any": [
            {"field": "name", "op": "contains", "value": "dulc"},
            {"field": "company.industry", "op": "eq", "value": "retail"},
        ]
    }
    page.reload()
    expect(names(seat)).to_have_text(["Aceite", "Bodega", "Dulces"])


def test_a_view_is_saved_changed_for_oneself_kept_and_taken_back(seat: Seat, stocked: Shop) -> None:
    page, amount = seat.page, seat.field("deals", "amount")
    page.goto('/records/deals?sort=amount&filter={"field":"amount","op":"gte","value":"1000"}')
    expect(names(seat)).to_have_text(["Bodega", "Cestas", "Dulces"])

    seat.press("views.saveNew")
    dialog = seat.the("dialog", "views.newTitle")
    dialog.get_by_label(seat.says("views.name")).fill("Grandes")
    seat.the("radio", "views.audiences.everyone", within=dialog).check()
    seat.press("views.saveNew", within=dialog)
    tabs = seat.the("navigation", "views.title", name=seat.many("deals"))
    expect(tabs.get_by_role("link", name="Grandes")).to_have_attribute("aria-current", "page")
    expect(seat.the("button", "views.saveNew")).to_have_count(0)
    assert "filter" not in page.url

    seat.press("list.clearFilter", name=amount)
    expect(names(seat)).to_have_count(4)
    seat.press("views.reset")
    expect(names(seat)).to_have_text(["Bodega", "Cestas", "Dulces"])

    page.get_by_role("button", name=f"{amount} {seat.says('filter.op.gte')} {money(seat, '1000')}").click()
    value = page.get_by_label(seat.says("filter.value", name=amount))
    value.click()
    value.fill("2000")
    expect(names(seat)).to_have_text(["Cestas", "Dulces"])
    page.keyboard.press("Escape")
    seat.press("views.save", exact=True)
    expect(page.get_by_text(seat.says("views.saved", name="Grandes"))).to_be_visible()
    seat.the("link", "views.all", within=tabs).click()
    expect(names(seat)).to_have_count(4)
    tabs.get_by_role("link", name="Grandes").click()
    expect(names(seat)).to_have_text(["Cestas", "Dulces"])

    seat.press("views.menu", name="Grandes")
    seat.the("menuitem", "views.delete").click()
    expect(tabs).to_have_count(0)
    seat.undo(seat.says("views.deleted", name="Grandes"))
    expect(tabs.get_by_role("link", name="Grandes")).to_be_visible()


def test_a_role_begins_with_its_view_and_can_leave_it(seat: Seat, stocked: Shop) -> None:
    view = {"object": "contacts", "name": "Con correo", "filter": {"field": "emails", "op": "not_empty"}}
    stocked.line.post("/v1/views", data={**view, "shared": "everyone", "default_for": ["admin"]})

    seat.page.goto("/records/contacts")

    tabs = seat.the("navigation", "views.title", name=seat.many("contacts"))
    told = f"{seat.field('contacts', 'emails')} {seat.says('filter.op.not_empty')}"
    expect(tabs.get_by_role("link", name="Con correo")).to_have_attribute("aria-current", "page")
    expect(seat.page.get_by_role("button", name=told)).to_be_visible()
    seat.the("link", "views.all", within=tabs).click()
    expect(seat.page.get_by_role("button", name=told)).to_have_count(0)
    expect(seat.the("link", "views.all", within=tabs)).to_have_attribute("aria-current", "page")
