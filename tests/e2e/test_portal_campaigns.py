"""A campaign is planned, looked over, launched, taken back within its minute, sent, and read in its results."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.campaigns import BROWSER, PATIENCE, begun, launch, left_out, part, reviewed, today
from tests.e2e.steps.mailing import LANDING, Mailing, link_of, prepare, write
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

Mailbox = Callable[[], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def mailing(store: Shop) -> Mailing:
    return prepare(store, agreed=["Ana Ruiz", "Luis Gil"], silent=["Pablo Vega"])


def test_a_launch_is_taken_back_within_its_minute(seat: Seat, mailing: Mailing, mailbox: Mailbox) -> None:
    begun(seat, "Vendimia")
    part(seat, "send")
    expect(seat.page.get_by_text(seat.says("campaigns:mending.segments"))).to_be_visible()
    seat.press("campaigns:mending.toPlan")

    reviewed(seat, mailing)
    left_out(seat).get_by_role("link", name=seat.says("campaigns:reasons.no_consent")).click()
    expect(seat.page.get_by_role("link", name="Pablo Vega")).to_be_visible()
    assert seat.fits()
    seat.the("link", "campaigns:people.back").click()

    launch(seat, 2)
    expect(seat.page.get_by_text(seat.option("campaigns", "status", "scheduled")).first).to_be_visible()
    seat.press("campaigns:course.takeBack")
    expect(seat.page.get_by_text(seat.says("campaigns:course.takenBack"))).to_be_visible()
    expect(seat.the("button", "campaigns:launch.go", count=2, number=2)).to_be_enabled()
    assert not [mail for mail in mailbox() if mail["to"][0] in mailing.addresses.values()]


def test_a_campaign_goes_out_and_every_number_opens_its_people(seat: Seat, mailing: Mailing, mailbox: Mailbox) -> None:
    begun(seat, "Vino nuevo")
    reviewed(seat, mailing)
    launch(seat, 2)
    expect(seat.the("heading", "campaigns:course.states.finished")).to_be_visible(timeout=PATIENCE)

    ana = mailing.addresses["Ana Ruiz"]
    mail = eventually(lambda: next((one for one in mailbox() if one["to"] == [ana]), None), "Ana's mail")
    assert not [one for one in mailbox() if one["to"] == [mailing.addresses["Pablo Vega"]]]
    seat.page.wait_for_timeout(6_000)  # who follows a link sooner is taken for a machine
    followed = seat.page.context.request.get(link_of(mail), max_redirects=0, headers={"User-Agent": BROWSER})
    assert followed.status in (302, 303), followed.text()
    assert followed.headers["location"].endswith("utm_source=tendero&utm_medium=email&utm_campaign=vino-nuevo")

    part(seat, "results")
    clicked = seat.the("link", "campaigns:results.states.clicked")
    expect(seat.page.locator("[data-state=clicked]")).to_contain_text("1", timeout=PATIENCE)
    assert seat.fits()
    clicked.click()
    expect(seat.title()).to_contain_text(seat.says("campaigns:results.states.clicked"))
    expect(seat.page.get_by_role("link", name="Ana Ruiz")).to_be_visible()
    expect(seat.page.get_by_role("link", name="Luis Gil")).to_have_count(0)
    buyer = seat.page.get_by_role("link", name="Ana Ruiz").get_attribute("href")
    total = {"amount": "250.00", "currency": "EUR"}
    contact = str(buyer).rpartition("/")[2]
    order = seat.shop.create("orders", date=today().isoformat(), contact=contact, status="delivered", total=total)
    seat.the("link", "campaigns:people.back").click()
    sold = seat.the("link", "campaigns:results.purchases", count=1, number=1)
    expect(sold).to_be_visible(timeout=PATIENCE)
    expect(seat.page.get_by_text("250,00" if seat.manner.language == "es" else "250.00").first).to_be_visible()
    sold.click()
    expect(seat.page.locator(f"a[href$='{order['id']}']")).to_be_visible()
    assert seat.fits()


def test_two_wordings_wait_for_their_day_pause_and_go_back_to_the_desk(seat: Seat, mailing: Mailing) -> None:
    other = write(seat.shop, mailing.sender, "Una copa")
    begun(seat, "Rebajas")
    seat.page.get_by_label(seat.says("campaigns:plan.template"), exact=True).select_option(mailing.template)
    seat.press("campaigns:plan.addVersion")
    second = seat.page.get_by_label(seat.says("campaigns:plan.templateOf", name="B"))
    second.select_option(other)
    trial = seat.the("group", "campaigns:plan.test")
    trial.get_by_label(seat.says("campaigns:plan.by")).select_option("orders")
    seat.the("combobox", "campaigns:plan.segments", exact=True).select_option(mailing.segment)
    seat.press("campaigns:campaigns.review")
    expect(left_out(seat)).to_be_visible()
    expect(seat.page.get_by_text(seat.says("campaigns:launch.testing"), exact=True)).to_be_visible()

    seat.page.get_by_text(seat.says("campaigns:launch.later"), exact=True).click()
    seat.press("campaigns:launch.plan", count=2, number=2)
    expect(seat.page.get_by_role("timer")).to_contain_text("10:00")
    assert seat.fits()
    part(seat, "plan")
    expect(seat.page.get_by_label(seat.says("campaigns:plan.control"))).to_be_disabled()
    part(seat, "send")
    seat.press("campaigns:course.pause")
    expect(seat.the("heading", "campaigns:course.states.paused")).to_be_visible()
    seat.press("campaigns:course.resume")
    expect(seat.page.get_by_role("timer")).to_be_visible()
    seat.press("campaigns:course.unschedule")
    expect(seat.page.get_by_text(seat.says("campaigns:course.takenBack"))).to_be_visible()
    expect(seat.page.get_by_text(seat.option("campaigns", "status", "draft")).first).to_be_visible()


def test_what_a_reader_would_stumble_over_is_shown_before_the_launch_and_mended_where_it_is(
    seat: Seat, mailing: Mailing
) -> None:
    holed = write(seat.shop, mailing.sender, "Con un hueco", url="")
    begun(seat, "Castañas")
    seat.the("combobox", "campaigns:plan.segments", exact=True).select_option(mailing.segment)
    seat.page.get_by_label(seat.says("campaigns:plan.template"), exact=True).select_option(holed)
    seat.press("campaigns:campaigns.review")

    blocked = seat.the("region", "campaigns:launch.blocked")
    expect(blocked).to_contain_text(seat.says("checks:findings.codes.link_missing"))
    advice = seat.the("region", "campaigns:launch.advice")
    expect(advice).to_contain_text(seat.says("checks:findings.codes.preheader_missing"))
    go = seat.the("button", "campaigns:launch.go", count=2, number=2)
    expect(go).to_be_disabled()
    assert seat.fits()

    blocked.get_by_role("link").click()
    where = seat.page.get_by_label(seat.says("templates:parts.url"), exact=True)
    expect(where).to_be_focused()
    where.fill(LANDING)
    seat.press("actions.save")
    expect(seat.page.get_by_text(seat.says("templates:templates.saved"))).to_be_visible()
    seat.page.go_back()

    expect(go).to_be_enabled()
    expect(blocked).to_have_count(0)
    expect(advice).to_be_visible()
