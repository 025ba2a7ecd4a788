"""A lead becomes a company, a contact and a deal in one step, and a lead again in another."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser


def test_a_lead_is_converted_and_the_conversion_undone(counter: Page, shop: Shop) -> None:
    lead = shop.create("leads", first_name="Óscar", last_name="Peña", company_name="Taberna Peña", status="qualified")
    counter.goto(f"/records/leads/{lead['id']}")

    counter.get_by_role("button", name="Convertir lead").click()
    conversion = counter.get_by_role("dialog", name="Convertir a Óscar Peña")
    expect(conversion.get_by_label("Empresa")).to_have_value("Taberna Peña")
    conversion.get_by_label("Nombre de la oportunidad").fill("Vermú de grifo")
    conversion.get_by_label("Importe").fill("1.800,50")
    conversion.get_by_role("button", name="Convertir lead").click()

    expect(counter.get_by_role("heading", level=1)).to_have_text("Vermú de grifo")
    details = counter.get_by_role("complementary")
    expect(details.get_by_text("1.800,50")).to_be_visible()
    expect(details.get_by_role("link", name="Taberna Peña")).to_be_visible()
    expect(details.get_by_role("link", name="Óscar Peña")).to_be_visible()

    counter.get_by_role("alert").filter(has_text="Lead convertido").get_by_role("button", name="Deshacer").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Óscar Peña")
    expect(counter.get_by_role("button", name="Convertir lead")).to_be_visible()
    assert shop.get("/v1/records/deals")["items"] == []
