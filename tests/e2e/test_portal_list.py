"""The list of companies: found by words, by a choice, in order; one more in two clicks; a table or cards."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser

COMPANIES = (
    ("Almazara La Encina", "food"),
    ("Bodegas Ibáñez", "food"),
    ("Cafetería Zorzal", "hospitality"),
    ("Droguería Núñez", "retail"),
)


@pytest.fixture(scope="module")
def stocked(store: Shop) -> Shop:
    for name, industry in COMPANIES:
        store.create("companies", name=name, industry=industry, phones="+34 925 123 456")
    store.find("companies", "nunez")
    return store


def says_count(seat: Seat, count: int) -> None:
    expect(seat.page.get_by_title(seat.says("list.count", count=count, n=count), exact=True)).to_have_count(1)


def sort(seat: Seat, *, descending: bool) -> None:
    """Sort by name: a head of the table turns the order, a phone has a menu."""
    name = seat.field("companies", "name")
    if not seat.is_phone:
        seat.listing("companies").get_by_role("button", name=name).click()
        return
    seat.press("list.sort")
    seat.the("menuitem", "list.descending" if descending else "list.ascending", name=name).click()


def test_a_list_is_searched_filtered_and_sorted_and_its_address_says_so(seat: Seat, stocked: Shop) -> None:
    page, industry = seat.page, seat.field("companies", "industry")
    page.goto("/records/companies")
    names = seat.names(seat.listing("companies"))
    expect(names).to_have_count(4)
    expect(seat.title()).to_have_text(seat.called("companies"))
    says_count(seat, 4)
    if seat.is_phone:
        card = seat.listing("companies").get_by_role("listitem").filter(has_text="Cafetería Zorzal")
        expect(card).to_contain_text(seat.option("companies", "industry", "hospitality"))
        expect(page.get_by_role("table")).to_have_count(0)

    sort(seat, descending=False)
    expect(names).to_have_text([name for name, _ in COMPANIES])
    sort(seat, descending=True)
    expect(names).to_have_text([name for name, _ in reversed(COMPANIES)])

    seat.press("list.filter", exact=True)
    page.get_by_role("menuitem", name=industry).click()
    page.get_by_role("checkbox", name=seat.option("companies", "industry", "food")).check()
    expect(names).to_have_text(["Bodegas Ibáñez", "Almazara La Encina"])
    says_count(seat, 2)
    page.keyboard.press("Escape")
    page.reload()
    expect(names).to_have_text(["Bodegas Ibáñez", "Almazara La Encina"])
    seat.press("list.clearFilter", name=industry)

    search = seat.the("searchbox", "list.searchIn", name=seat.many("companies"))
    search.fill("NUNEZ")
    expect(names).to_have_text(["Droguería Núñez"])
    search.fill("nadie con este nombre")
    expect(page.get_by_text(seat.says("list.nothing"), exact=True)).to_be_visible()
    seat.press("list.clearAll")
    expect(names).to_have_count(4)


@pytest.mark.console_may_say(r"status of 422 .*/v1/records/companies")
def test_a_form_shows_the_servers_complaint_on_its_field(seat: Seat, stocked: Shop) -> None:
    name, tax_id = seat.field("companies", "name"), seat.field("companies", "tax_id")
    seat.page.goto("/records/companies")

    form = seat.create("companies")
    save = seat.the("button", "create.submit", within=form, name=seat.one("companies"))
    save.click()
    expect(form.get_by_text(seat.says("fieldErrors.required"))).to_be_visible()
    form.get_by_label(name).fill("Especias del Tajo")
    form.get_by_text(seat.says("form.allFields")).click()
    form.get_by_label(tax_id).fill("B12345678")
    save.click()
    complaint = re.compile(re.escape(seat.says("fieldErrors.invalid_tax_id")))
    expect(form.get_by_label(tax_id)).to_have_accessible_description(complaint)
    expect(form.get_by_label(name)).to_have_value("Especias del Tajo")
    form.get_by_label(tax_id).fill("B12345674")
    save.click()

    expect(seat.title()).to_have_text("Especias del Tajo")
    expect(seat.details().get_by_text("B12345674").first).to_be_visible()


def test_a_record_is_created_in_two_clicks_and_what_is_empty_says_what_to_do(seat: Seat, stocked: Shop) -> None:
    seat.page.goto("/records/companies")

    form = seat.create("companies")
    form.get_by_label(seat.field("companies", "name")).fill("Frutos Secos Gamero")
    seat.press("create.submit", within=form, name=seat.one("companies"))
    expect(seat.title()).to_have_text("Frutos Secos Gamero")

    around = seat.the("navigation", "nav.bottom" if seat.is_phone else "nav.main")
    around.get_by_role("link", name=seat.called("contacts")).click()
    expect(seat.page.get_by_text(seat.says("list.empty", name=seat.many("contacts")))).to_be_visible()
    expect(seat.the("link", "import.start", name=seat.many("contacts")).first).to_be_visible()
