"""The page of a company: edited in place, with its history and what belongs to it; deleted and brought back."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import eventually

pytestmark = pytest.mark.browser


@pytest.fixture
def bodega(seat: Seat) -> dict[str, Any]:
    """Return a company with somebody in it and a deal."""
    shop = seat.shop
    company = shop.create("companies", name="Bodegas Ibáñez", industry="food", website="https://bodegas.example")
    shop.create("contacts", first_name="Rita", last_name="Ibáñez", companies=[{"id": company["id"], "role": "Dueña"}])
    shop.create("deals", name="Vino para el verano", stage="new", company=company["id"], amount="1250.50")
    return company


def test_fields_that_hold_nothing_stand_back_until_they_are_asked_for(seat: Seat, bodega: dict[str, Any]) -> None:
    seat.page.goto(f"/records/companies/{bodega['id']}")
    details = seat.details()
    expect(details.get_by_text(seat.field("companies", "website"))).to_be_visible()
    expect(details.get_by_text(seat.field("companies", "phones"))).to_have_count(0)

    details.get_by_role("button", expanded=False).click()

    expect(details.get_by_text(seat.field("companies", "phones"))).to_be_visible()
    expect(seat.the("region", "record.details")).to_be_focused()


def test_a_value_is_edited_in_place_and_the_timeline_tells_it(seat: Seat, bodega: dict[str, Any]) -> None:
    page, website, name = seat.page, seat.field("companies", "website"), seat.field("companies", "name")
    page.goto(f"/records/companies/{bodega['id']}")
    details = seat.details()

    seat.the("button", "record.editField", within=details, name=website).press("Enter")
    expect(details.get_by_role("textbox", name=website)).to_be_focused()
    page.keyboard.type("no se guarda")
    page.keyboard.press("Escape")
    expect(details.get_by_role("link", name="bodegas.example")).to_be_visible()
    seat.press("record.editField", within=details, name=name)
    details.get_by_role("textbox", name=name).fill("Bodegas Ibáñez e Hijas")
    page.keyboard.press("Enter")

    expect(seat.title()).to_have_text("Bodegas Ibáñez e Hijas")
    seat.the("tab", "timeline.title").click()
    history = seat.the("tabpanel", "timeline.title")
    changed = history.get_by_role("listitem").filter(has_text=seat.says("timeline.kind.changed"))
    expect(changed).to_contain_text("Bodegas Ibáñez e Hijas")

    page.get_by_label(seat.says("composer.label")).fill("Quieren catálogo en papel.")
    seat.press("composer.save")
    noted = seat.says("timeline.kind.linked", names=seat.many("notes"))
    expect(history.get_by_role("listitem").filter(has_text=noted)).to_be_visible()
    seat.the("radio", "timeline.only.changed", within=history).check(force=True)
    expect(history.get_by_role("listitem").filter(has_text=noted)).to_have_count(0)
    expect(changed).to_be_visible()


def test_what_belongs_to_a_company_is_beside_it_and_more_is_made_there(seat: Seat, bodega: dict[str, Any]) -> None:
    page, panel = seat.page, seat.page.get_by_role("tabpanel")
    page.goto(f"/records/companies/{bodega['id']}")

    page.get_by_role("tab", name=seat.called("contacts")).click()
    expect(seat.names(panel)).to_have_text(["Rita Ibáñez"])
    page.get_by_role("tab", name=seat.called("deals")).click()
    amount = {"es": "1.250,50", "en": "1,250.50"}[seat.manner.language]
    line = panel.get_by_role("listitem" if seat.is_phone else "row").filter(has_text="Vino para el verano")
    expect(line).to_contain_text(amount)
    form = seat.create("deals")
    form.get_by_label(seat.field("deals", "name")).fill("Vino para Navidad")
    seat.press("create.submit", within=form, name=seat.one("deals"))
    panel.get_by_role("link", name="Vino para Navidad").click()
    expect(seat.title()).to_have_text("Vino para Navidad")
    expect(seat.details().get_by_role("link", name="Bodegas Ibáñez")).to_be_visible()


def test_a_deleted_company_comes_back_by_undo(seat: Seat, bodega: dict[str, Any]) -> None:
    name = "Quesos que se van y vuelven"
    company = seat.shop.create("companies", name=name)
    seat.page.goto(f"/records/companies/{company['id']}")
    listing = seat.listing("companies")

    seat.more("actions.delete")

    told = seat.says("record.deleted", name=name)
    expect(seat.page.get_by_role("alert").filter(has_text=told)).to_be_visible()
    expect(listing.get_by_role("link", name="Bodegas Ibáñez").first).to_be_visible()
    expect(listing.get_by_role("link", name=name)).to_have_count(0)
    seat.undo(told)
    expect(listing.get_by_role("link", name=name)).to_be_visible()


@pytest.mark.console_may_say(r"status of 412 .*/v1/records/companies/")
def test_two_people_changing_one_company_choose_whose_change_stays(seat: Seat, bodega: dict[str, Any]) -> None:
    field = seat.field("companies", "name")
    seat.page.goto(f"/records/companies/{bodega['id']}")
    details = seat.details()
    name = seat.the("button", "record.editField", within=details, name=field)
    expect(name).to_be_visible()
    seat.shop.change("companies", bodega, name="Bodegas de otra persona")

    name.click()
    details.get_by_role("textbox", name=field).fill("Bodegas mías")
    seat.page.keyboard.press("Enter")
    conflict = seat.the("dialog", "conflict.title")

    expect(conflict.get_by_role("row", name=field)).to_contain_text("Bodegas de otra persona")
    expect(conflict.get_by_role("row", name=field)).to_contain_text("Bodegas mías")
    seat.press("conflict.keepMine", within=conflict)
    expect(seat.title()).to_have_text("Bodegas mías")

    def is_mine() -> bool:
        return bool(seat.shop.get(f"/v1/records/companies/{bodega['id']}")["name"] == "Bodegas mías")

    eventually(is_mine, "keeping my change")


def test_a_printed_record_is_its_own_page_without_the_frame(seat: Seat, bodega: dict[str, Any]) -> None:
    page, deal = seat.page, seat.shop.create("deals", name="Aceite para el Retiro", company=bodega["id"])
    page.add_init_script("window.print = () => { window.printed = document.querySelector('main').textContent }")
    page.goto(f"/records/companies/{bodega['id']}?tab=comments")
    expect(seat.title()).to_have_text("Bodegas Ibáñez")

    seat.more("record.print")

    on_paper = eventually(lambda: page.evaluate("window.printed"), "the page being printed")
    assert "bodegas.example" in on_paper
    assert deal["name"] in on_paper
    page.emulate_media(media="print")
    paper = page.locator("main")
    expect(seat.title()).to_be_visible()
    expect(paper.get_by_text("bodegas.example").locator("visible=true").first).to_be_visible()
    expect(paper.get_by_role("heading", name=seat.says("timeline.title"))).to_be_visible()
    expect(paper.get_by_role("region", name=seat.called("deals")).first).to_contain_text(deal["name"])
    expect(seat.the("tab", "timeline.title")).to_be_hidden()
    expect(seat.the("button", "record.more")).to_be_hidden()
    expect(seat.the("navigation", "nav.bottom" if seat.is_phone else "nav.main")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(seat.the("tab", "comments.title")).to_be_visible()
