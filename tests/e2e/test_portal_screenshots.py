"""The pictures of the README and of the reviewers: docs/screenshots/<page>-<es|en>-<light|dark>-<desktop|phone>.png."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.e2e.steps.shop import Shop, read_in, sign_in

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
SIZES = {"desktop": {"width": 1366, "height": 850}, "phone": {"width": 390, "height": 844}}
PICTURES = (
    "sign-in-es-light-desktop",
    "today-es-light-desktop",
    "today-en-dark-phone",
    "companies-en-light-desktop",
    "contacts-es-light-phone",
    "company-es-light-desktop",
    "company-en-dark-desktop",
    "deal-es-light-phone",
    "board-es-light-desktop",
    "board-en-dark-desktop",
    "board-es-light-phone",
    "calendar-en-light-desktop",
    "import-es-light-desktop",
    "fields-es-light-desktop",
    "role-en-dark-desktop",
    "settings-en-light-phone",
    "segment-es-light-desktop",
    "segment-en-dark-phone",
    "template-es-light-desktop",
    "results-es-light-desktop",
    "results-en-dark-phone",
    "automation-es-light-desktop",
    "automations-en-light-phone",
    "sending-en-dark-desktop",
)
HEAVIEST = 3_000_000


PLACES = {
    "sign-in": "/sign-in",
    "today": "/",
    "board": "/records/deals?layout=board",
    "calendar": "/records/meetings?layout=calendar",
    "fields": "/settings/objects/deals",
    "role": "/settings/roles/rep",
    "settings": "/settings",
    "automations": "/automations",
    "sending": "/settings/sending",
}
DEFINED = {"segment": "segments", "template": "templates", "automation": "automations"}
"""Pages of the first thing that the demo firm has defined."""


def address_of(page: str, demo: Shop) -> str:
    if page == "company":
        return f"/records/companies/{demo.find('companies', 'hotel retiro')[0]['id']}"
    if page == "deal":
        return f"/records/deals/{demo.find('deals', 'hotel retiro')[0]['id']}"
    if page == "import":
        return f"/imports/{demo.get('/v1/imports')['items'][0]['id']}"
    if page == "results":
        sent = next(one for one in demo.get("/v1/records/campaigns")["items"] if one["status"] == "finished")
        return f"/campaigns/{sent['id']}?tab=results"
    if page in DEFINED:
        return f"/{DEFINED[page]}/{demo.get(f'/v1/{DEFINED[page]}')['items'][0]['id']}"
    return PLACES.get(page, f"/records/{page}")


@pytest.fixture(scope="session")
def rep(playwright: Playwright, base_url: str, demo: Shop) -> Shop:
    """Return a rep of the demo firm, who has a day's work."""
    return Shop(playwright, base_url, demo.company, "javier@olmedo.example", demo.password)


@pytest.fixture
def photographed(browser: Browser, base_url: str, demo: Shop, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Return a page as the picture's name wants it; the language is the browser's, nobody's settings change."""
    *_, language, light, size = request.param.split("-")
    context = browser.new_context(
        base_url=base_url,
        locale={"es": "es-ES", "en": "en-GB"}[language],
        timezone_id="Europe/Madrid",
        color_scheme=light,
        viewport=SIZES[size],
        reduced_motion="reduce",
    )
    page = context.new_page()
    read_in(page, {"es": "es", "en": "en-GB"}[language])
    yield page
    context.close()


@pytest.mark.parametrize("photographed", PICTURES, indirect=True, ids=PICTURES)
def test_a_page_has_its_picture(photographed: Page, demo: Shop, rep: Shop, request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.id.removeprefix("chromium-").removesuffix("-chromium")
    page = "-".join(name.split("-")[:-3])
    if page != "sign-in":
        sign_in(photographed, rep if page == "today" else demo)

    photographed.goto(address_of(page, demo))
    expect(photographed.get_by_role("heading", level=1)).to_be_visible()
    if page in ("companies", "contacts", "board"):
        expect(photographed.get_by_role("main").locator("a[href^='/records/']").first).to_be_visible()
    photographed.wait_for_load_state("networkidle")
    expect(photographed.locator(".mantine-Skeleton-root")).to_have_count(0)
    photographed.screenshot(path=FOLDER / f"{name}.png", animations="disabled")

    assert sum(picture.stat().st_size for picture in FOLDER.glob("*.png")) < HEAVIEST
