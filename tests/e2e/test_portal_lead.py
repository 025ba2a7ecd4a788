"""A lead becomes a company, a contact and a deal in one step, and a lead again in another."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat

pytestmark = pytest.mark.browser


def test_a_lead_is_converted_and_the_conversion_undone(seat: Seat) -> None:
    person = {"first_name": "Óscar", "last_name": "Peña", "company_name": "Taberna Peña"}
    lead = seat.shop.create("leads", **person, status="qualified")
    amount = {"es": "1.800,50", "en": "1,800.50"}[seat.manner.language]
    seat.page.goto(f"/records/leads/{lead['id']}")

    seat.press("convert.open")
    conversion = seat.the("dialog", "convert.title", name="Óscar Peña")
    expect(conversion.get_by_label(seat.says("convert.company"), exact=True)).to_have_value("Taberna Peña")
    conversion.get_by_label(seat.says("convert.dealName")).fill("Vermú de grifo")
    conversion.get_by_label(seat.field("deals", "amount")).fill(amount)
    seat.press("convert.submit", within=conversion)

    expect(seat.title()).to_have_text("Vermú de grifo")
    details = seat.details()
    expect(details.get_by_text(amount)).to_be_visible()
    expect(details.get_by_role("link", name="Taberna Peña")).to_be_visible()
    expect(details.get_by_role("link", name="Óscar Peña")).to_be_visible()

    seat.undo(seat.says("convert.done"))
    expect(seat.title()).to_have_text("Óscar Peña")
    expect(seat.the("button", "convert.open")).to_be_visible()
    assert seat.shop.get("/v1/records/deals")["items"] == []
