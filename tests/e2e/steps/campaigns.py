"""A campaign at its desk: begun, said to whom and what, looked over, launched, and its mails followed."""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from tests.e2e.steps.mailing import Mailing, link_of
from tests.e2e.steps.seat import Seat

PATIENCE = 300_000
"""Milliseconds for the minute that a launch waits, its mails, and two looks at whether all of them are over."""

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"


def part(seat: Seat, key: str) -> None:
    """Turn to a part of the campaign."""
    parts = seat.the("radiogroup", "campaigns:campaigns.parts")
    parts.get_by_text(seat.says(f"campaigns:campaigns.tabs.{key}"), exact=True).click()


def begun(seat: Seat, name: str) -> None:
    """Begin a campaign from the list of all."""
    seat.page.goto("/campaigns")
    seat.press("create.submit", name=seat.one("campaigns"))
    expect(seat.title()).to_have_text(seat.says("campaigns:campaigns.new"))
    seat.the("textbox", "campaigns:campaigns.name").fill(name)
    seat.press("campaigns:campaigns.create")
    expect(seat.title()).to_have_text(name)


def reviewed(seat: Seat, mailing: Mailing) -> None:
    """Say to whom a campaign goes and what it says, as far as the review of its sending."""
    seat.the("combobox", "campaigns:plan.segments", exact=True).select_option(mailing.segment)
    seat.page.get_by_label(seat.says("campaigns:plan.template"), exact=True).select_option(mailing.template)
    seat.press("campaigns:campaigns.review")
    expect(left_out(seat).get_by_role("link")).to_have_text(seat.says("campaigns:reasons.no_consent"))


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Madrid")).date()


def left_out(seat: Seat) -> Locator:
    return seat.the("region", "campaigns:launch.excluded")


def launch(seat: Seat, people: int) -> None:
    seat.press("campaigns:launch.go", count=people, number=people)
    expect(seat.page.get_by_role("timer")).to_have_text(re.compile(r"0:[0-5]\d"))


def follow(seat: Seat, mail: dict[str, Any]) -> str:
    """Follow the link of a mail as its reader does, and return where it leads."""
    followed = seat.page.context.request.get(link_of(mail), max_redirects=0, headers={"User-Agent": BROWSER})
    assert followed.status in (302, 303), followed.text()
    return str(followed.headers["location"])
