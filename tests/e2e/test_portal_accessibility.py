"""Every page, in both languages, light and dark, on a desk and on a phone: axe and the console find nothing to say."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.axe import findings
from tests.e2e.steps.shop import Shop, read_in, sign_in

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1366, "height": 850}, {"width": 390, "height": 844}
PLACES: dict[str, Callable[[Shop], str]] = {
    "today": lambda demo: "/",
    "companies": lambda demo: "/records/companies",
    "a company": lambda demo: f"/records/companies/{demo.find('companies', 'hotel retiro')[0]['id']}",
    "board": lambda demo: "/records/deals?view=board",
    "a deal": lambda demo: f"/records/deals/{demo.get('/v1/records/deals?limit=1')['items'][0]['id']}",
    "tasks": lambda demo: "/records/tasks",
    "imports": lambda demo: "/imports",
    "an import": lambda demo: f"/imports/{demo.get('/v1/imports')['items'][0]['id']}",
    "a new import": lambda demo: "/imports/new",
    "team": lambda demo: "/team",
    "nowhere": lambda demo: "/records/companies/01J0000000000000000000000",
}


def found_everywhere(page: Page, name: str) -> list[str]:
    """Look at a page in both lights and both widths without loading it again."""
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        for light in ("light", "dark"):
            page.emulate_media(color_scheme=light, reduced_motion="reduce")
            found += [f"{name}, {size['width']}, {light}: {finding}" for finding in findings(page)]
    page.set_viewport_size(DESK)
    return found


@pytest.mark.console_may_say(r"status of 404 .*/v1/records/companies/01J", r"There is no such record")
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_of_the_shop_can_be_read_by_everybody(page: Page, demo: Shop, language: str) -> None:
    read_in(sign_in(page, demo), language)
    found = []
    for name, place in PLACES.items():
        page.goto(place(demo))
        expect(page.get_by_role("heading").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        expect(page.locator("html")).to_have_attribute("lang", language)
        found += found_everywhere(page, name)
    assert found == []


def test_what_opens_over_a_page_can_be_read_by_everybody(page: Page, demo: Shop) -> None:
    sign_in(page, demo).goto("/records/companies")
    page.get_by_role("button", name="Crear empresa").first.click()
    page.get_by_text("Mostrar todos los campos").click()
    expect(page.get_by_label("NIF / VAT")).to_be_visible()
    found = found_everywhere(page, "form")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.keyboard.press("Control+k")
    expect(page.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    page.keyboard.type("hotel retiro")
    expect(page.get_by_role("dialog").get_by_text("Hotel Retiro").first).to_be_visible()
    found += found_everywhere(page, "palette")

    assert found == []


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up", "/invitation?code=x&email=a@b.example"])
def test_the_door_can_be_read_by_everybody(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    found = found_everywhere(page, "es")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Español")).to_be_visible()

    assert found + found_everywhere(page, "en") == []
