"""What is around every page: the palette by keyboard, the language, the light."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser


def test_anybody_is_found_from_anywhere_by_keyboard_alone(counter: Page, shop: Shop) -> None:
    shop.create("contacts", first_name="Jesús", last_name="Güemes", phones="+34 925 777 123")
    shop.find("contacts", "guemes")
    counter.goto("/")
    expect(counter.get_by_role("heading", level=1)).to_have_text("Hola, Nuria")

    counter.keyboard.press("Control+k")
    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    counter.keyboard.type("guemes")
    expect(counter.get_by_role("dialog").get_by_text("Jesús Güemes")).to_be_visible()
    counter.keyboard.press("ArrowDown")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("heading", level=1)).to_have_text("Jesús Güemes")

    counter.keyboard.press("Control+k")
    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    counter.keyboard.press("Control+a")
    counter.keyboard.type("777123")
    expect(counter.get_by_role("dialog").get_by_text("Jesús Güemes")).to_be_visible()
    counter.keyboard.press("Escape")
    counter.keyboard.press("Control+k")
    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    counter.keyboard.press("Control+a")
    counter.keyboard.type("crear empresa")
    counter.keyboard.press("ArrowDown")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("dialog", name="Crear empresa").get_by_label("Nombre")).to_be_focused()


def test_each_person_has_a_language_and_a_light(counter: Page, shop: Shop) -> None:
    deal = shop.create("deals", name="Aceite", stage="new", amount="1250.50", close_date="2027-02-03")
    counter.goto(f"/records/deals/{deal['id']}")
    expect(counter.get_by_role("complementary")).to_contain_text("1.250,50")

    counter.get_by_role("button", name="Ultramarinos Campos, cuenta de Nuria Campos").click()
    counter.get_by_role("menuitem", name="English").click()

    expect(counter.get_by_role("link", name="Companies")).to_be_visible()
    expect(counter.get_by_role("complementary")).to_contain_text("1,250.50")
    expect(counter.locator("html")).to_have_attribute("lang", "en")
    counter.reload()
    expect(counter.get_by_role("complementary")).to_contain_text("Stage")
    counter.get_by_role("button", name="Ultramarinos Campos, account of Nuria Campos").click()
    counter.get_by_role("menuitem", name="Dark").click()
    expect(counter.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    counter.reload()
    expect(counter.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    assert shop.get("/v1/me")["user"]["locale"].startswith("en")
