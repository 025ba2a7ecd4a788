"""What is around every page: the palette, the navigation, the language, the light."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.seat import Seat
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
    expect(counter.get_by_role("dialog").get_by_text("Jesús Güemes", exact=True)).to_be_visible()
    counter.keyboard.press("ArrowDown")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("heading", level=1)).to_have_text("Jesús Güemes")

    counter.keyboard.press("Control+k")
    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    counter.keyboard.press("Control+a")
    counter.keyboard.type("777123")
    expect(counter.get_by_role("dialog").get_by_text("Jesús Güemes", exact=True)).to_be_visible()
    counter.keyboard.press("Escape")
    counter.keyboard.press("Control+k")
    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    counter.keyboard.press("Control+a")
    counter.keyboard.type("crear empresa")
    counter.keyboard.press("ArrowDown")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("dialog", name="Crear empresa").get_by_label("Nombre")).to_be_focused()


def test_somebody_is_found_and_something_is_done_by_hand(seat: Seat) -> None:
    seat.shop.create("contacts", first_name="Jesús", last_name="Güemes")
    seat.shop.find("contacts", "guemes")
    seat.home()

    seat.press("nav.search", within=seat.menu())
    asked = seat.the("dialog", "palette.title")
    seat.the("textbox", "palette.title").fill("guemes")
    asked.get_by_text("Jesús Güemes", exact=True).click()
    expect(seat.title()).to_have_text("Jesús Güemes")

    seat.press("nav.search", within=seat.menu())
    seat.the("textbox", "palette.title").fill(seat.says("create.title", name=seat.one("companies")))
    asked.get_by_role("button", name=seat.says("create.title", name=seat.one("companies"))).first.click()
    expect(seat.the("dialog", "create.title", name=seat.one("companies"))).to_be_visible()


def test_the_navigation_has_every_object_of_the_catalogue_and_leads_to_it(seat: Seat) -> None:
    seat.home()
    menu = seat.menu()
    shown = [one for one in seat.shop.get("/v1/objects")["items"] if one["plural"] != "notes"]
    for plural in ("companies", "contacts", "deals", "leads", "tasks", "orders", "products"):
        assert any(one["plural"] == plural for one in shown)
        expect(menu.get_by_role("link", name=seat.called(plural), exact=True)).to_be_visible()

    expect(seat.the("link", "nav.settings", within=menu)).to_be_in_viewport()
    expect(menu.get_by_role("link", name=seat.called("pipelines"), exact=True)).to_have_count(0)

    menu.get_by_role("link", name=seat.called("products"), exact=True).click()

    expect(seat.title()).to_have_text(seat.called("products"))
    expect(seat.page.get_by_text(seat.says("list.empty", name=seat.many("products")))).to_be_visible()


def test_each_person_has_a_language_and_a_light(seat: Seat) -> None:
    page, shop, language = seat.page, seat.shop, seat.manner.language
    other = "en" if language == "es" else "es"
    deal = shop.create("deals", name="Aceite", stage="new", amount="1250.50", close_date="2027-02-03")
    amount = {"es": "1.250,50", "en": "1,250.50"}
    page.goto(f"/records/deals/{deal['id']}")
    expect(seat.details()).to_contain_text(amount[language])
    account = f"{seat.shop.company}, "

    seat.menu().get_by_role("button", name=account).click()
    seat.the("menuitem", f"nav.languages.{other}").click()

    # The words of the seat stay those of its first language.
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.get_by_role("main")).to_contain_text(amount[other])
    page.reload()
    expect(page.get_by_role("main")).to_contain_text(amount[other])
    if seat.is_phone:
        page.get_by_role("button", name="Menú").click()
    page.get_by_role("button", name=account).click()
    page.get_by_role("menuitem", name={"en": "Dark", "es": "Oscuro"}[other]).click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    assert shop.get("/v1/me")["user"]["locale"].startswith(other)
    assert shop.line.patch("/v1/me", data={"locale": language}).ok
