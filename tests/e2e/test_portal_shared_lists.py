"""A list is shared with somebody outside by a link, seen there as far as it was meant, and taken back."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser

RECIPIENT = "Molinos Díaz"
GONE = r"Failed to load resource: the server responded with a status of 404"


@pytest.fixture(scope="module")
def stocked(store: Shop) -> Shop:
    for name in ("Bar Pepe", "Hotel Retiro"):
        store.create("companies", name=name, industry="hospitality", tax_id=None, source="fair")
    return store


def outside(seat: Seat, link: str) -> Page:
    """Open a link as somebody who has no account."""
    browser = seat.page.context.browser
    assert browser is not None
    page = browser.new_context(base_url=seat.shop.base_url, **seat.manner.browser).new_page()
    page.goto(link)
    return page


@pytest.mark.console_may_say(GONE)
def test_a_list_is_shared_by_a_link_seen_outside_and_taken_back(seat: Seat, stocked: Shop) -> None:
    seat.page.goto("/records/companies")
    seat.press("list.optionsOf")
    seat.press("list.share")
    dialog = seat.the("dialog", "sharedLists:sharedLists.share")
    dialog.get_by_label(seat.says("sharedLists:sharedLists.recipient")).fill(RECIPIENT)
    dialog.get_by_label(seat.says("sharedLists:sharedLists.title")).fill("Clientes")
    dialog.get_by_role("checkbox", name=seat.field("companies", "industry"), exact=True).set_checked(True)
    dialog.get_by_role("checkbox", name=seat.field("companies", "source"), exact=True).set_checked(False)
    assert seat.fits()
    seat.press("sharedLists:sharedLists.make", within=dialog)
    link = dialog.locator("code").inner_text()

    stranger = outside(seat, link)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Clientes")
    expect(stranger.get_by_text("Hotel Retiro")).to_be_visible()
    expect(stranger.get_by_text(seat.option("companies", "industry", "hospitality")).first).to_be_visible()
    expect(stranger.locator("td[data-label]").first).to_be_visible()
    assert seat.field("companies", "source") not in stranger.locator("table").inner_text()
    expect(stranger.get_by_text(RECIPIENT).first).to_be_visible()
    assert stranger.evaluate("document.documentElement.scrollWidth <= innerWidth")

    dialog.get_by_role("link", name=seat.says("sharedLists:sharedLists.all")).click()
    expect(seat.title()).to_have_text(seat.says("sharedLists:sharedLists.page"))
    line = seat.page.get_by_role("listitem").filter(has_text=RECIPIENT)
    expect(line).to_contain_text(seat.says("sharedLists:sharedLists.opened", count=1, when="").rstrip(" ,"))
    assert seat.fits()
    line.get_by_role("button", name=seat.says("sharedLists:sharedLists.revoke")).click()
    question = seat.the("dialog", "sharedLists:sharedLists.revokeTitle", name="Clientes")
    seat.press("sharedLists:sharedLists.revoke", within=question)
    expect(line).to_contain_text(seat.says("sharedLists:sharedLists.revoked"))

    stranger.reload()
    expect(stranger.get_by_role("heading", level=1)).to_have_text(seat.says("sharedLists:sharedLists.goneTitle"))
    stranger.context.close()
