"""The pictures of the README and of the reviewers: docs/screenshots/<page>-<es|en>-<light|dark>-<desktop|phone>.png."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.e2e.steps.shop import Shop, enter, read_in, sign_in

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
SIZES = {"desktop": {"width": 1366, "height": 850}, "phone": {"width": 390, "height": 844}}
PICTURES = (
    "sign-in-es-light-desktop",
    "today-es-light-desktop",
    "today-en-dark-phone",
    "companies-en-light-desktop",
    "company-es-light-desktop",
    "company-en-dark-desktop",
    "contacts-es-light-phone",
    "board-es-light-desktop",
    "board-en-dark-desktop",
    "board-es-light-phone",
    "import-es-light-desktop",
)
HEAVIEST = 2_000_000


def address_of(page: str, demo: Shop) -> str:
    if page == "company":
        return f"/records/companies/{demo.find('companies', 'hotel retiro')[0]['id']}"
    if page == "import":
        return f"/imports/{demo.get('/v1/imports')['items'][0]['id']}"
    fixed = {"sign-in": "/sign-in", "today": "/", "board": "/records/deals?view=board"}
    return fixed.get(page, f"/records/{page}")


@pytest.fixture(scope="session")
def rep(playwright: Playwright, base_url: str, demo: Shop) -> Shop:
    """Return a rep of the demo firm, who has a day's work."""
    return enter(playwright, base_url, demo.company, "javier@olmedo.example", demo.password)


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
    photographed.wait_for_load_state("networkidle")
    expect(photographed.locator(".mantine-Skeleton-root")).to_have_count(0)
    photographed.screenshot(path=FOLDER / f"{name}.png", animations="disabled")

    assert sum(picture.stat().st_size for picture in FOLDER.glob("*.png")) < HEAVIEST
