"""Coming in: a new firm, a wrong password, an invitation, and the sample data that leave again."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import PASSWORD, eventually

pytestmark = pytest.mark.browser


def sign_up(door: Seat, company: str) -> str:
    """Fill in the form of a new firm and return the address of its first person."""
    email = f"manuela.{uuid.uuid4().hex[:12]}@colmado.example"
    page = door.page
    page.get_by_label(door.says("signUp.company")).fill(company)
    page.get_by_label(door.says("session.name")).fill("Manuela Rey")
    page.get_by_label(door.says("session.email")).fill(email)
    door.the("textbox", "session.password").fill(PASSWORD)
    samples = page.get_by_label(door.says("signUp.sample"))
    expect(samples).to_be_checked()
    samples.uncheck()
    assert door.fits()
    door.press("signUp.submit")
    expect(door.title()).to_have_text(door.says("today.hello", name="Manuela"))
    return email


@pytest.mark.console_may_say(r"status of 401 .*/v1/session")
def test_a_shopkeeper_signs_up_leaves_and_comes_back(door: Seat) -> None:
    page = door.page
    page.goto("/")
    door.the("link", "signIn.toSignUp").click()
    email = sign_up(door, "Colmado Manuela")
    expect(door.the("button", "sample.load")).to_be_visible()

    menu = door.menu()
    door.press("nav.account", within=menu, company="Colmado Manuela", name="Manuela Rey")
    door.the("menuitem", "nav.signOut").click()
    expect(door.title()).to_have_text(door.says("signIn.title"))
    page.go_back()
    expect(door.title()).to_have_text(door.says("signIn.title"))

    page.get_by_label(door.says("session.email")).fill(email)
    door.the("textbox", "session.password").fill("no es esta")
    door.press("signIn.submit")
    expect(page.get_by_role("alert")).to_have_text(door.says("problems.bad_credentials"))

    door.the("textbox", "session.password").fill(PASSWORD)
    door.press("signIn.submit")
    expect(door.title()).to_have_text(door.says("today.hello", name="Manuela"))
    page.reload()
    expect(door.title()).to_have_text(door.says("today.hello", name="Manuela"))


def test_the_sample_data_leave_by_one_click(seat: Seat) -> None:
    """What loads and removes them is proved without a browser; here two thousand records would only be waited for."""
    states = ["loaded"]

    def sample(route: Route) -> None:
        if route.request.method == "DELETE":
            states.append("removing")
        elif states[-1] == "removing":
            states.append("absent")
        route.fulfill(json={"state": states[-1], "progress": {"done": 40, "total": 100}})

    seat.page.route("**/v1/sample-data", sample)
    seat.home()
    expect(seat.page.get_by_text(seat.says("sample.loaded"))).to_be_visible()

    seat.press("sample.remove")

    expect(seat.the("button", "sample.load")).to_be_visible()
    assert states == ["loaded", "removing", "absent"]


def test_a_mailed_invitation_lets_a_colleague_in(
    seat: Seat, browser: Browser, base_url: str, mailbox: Callable[[], list[dict[str, Any]]]
) -> None:
    page = seat.page
    colleague = f"pau.{uuid.uuid4().hex[:12]}@ultramarinos.example"
    page.goto("/team")
    seat.press("admin:users.invite")
    invitation = seat.the("dialog", "admin:users.invite")
    invitation.get_by_label(seat.says("session.email")).fill(colleague)
    viewer = next(role for role in seat.shop.get("/v1/roles")["items"] if role["key"] == "viewer")
    invitation.get_by_label(seat.of(viewer["label"])).check()
    seat.press("admin:users.send", within=invitation)
    expect(page.get_by_text(f"{seat.says('admin:users.invitations')} 1")).to_be_visible()
    mail = eventually(lambda: next((one for one in mailbox() if one["to"] == [colleague]), None), "the invitation")
    link = re.search(r"https?://[^/\s]+(/\S+)", mail["text"])
    assert link is not None

    elsewhere = browser.new_context(base_url=base_url, **seat.manner.browser)
    there = Seat(elsewhere.new_page(), seat.manner, seat.shop)
    there.page.goto(link[1])
    expect(there.page.get_by_label(seat.says("session.email"))).to_have_value(colleague)
    there.page.get_by_label(seat.says("session.name")).fill("Pau Soler")
    there.the("textbox", "session.password").fill(PASSWORD)
    there.press("accept.submit")

    expect(there.title()).to_have_text(seat.says("today.hello", name="Pau"))
    menu = there.menu()
    expect(there.the("link", "nav.settings", within=menu)).to_have_count(0)
    menu.get_by_role("link", name=seat.called("contacts")).click()
    expect(there.page.get_by_text(seat.says("list.empty", name=seat.many("contacts")))).to_be_visible()
    expect(there.the("button", "create.submit", name=seat.one("contacts"))).to_have_count(0)
    assert there.fits()
    elsewhere.close()
    page.reload()
    people = seat.the("list" if seat.is_phone else "table", "admin:users.list", exact=True)
    expect(people.get_by_text("Pau Soler")).to_be_visible()
    expect(page.get_by_text(f"{seat.says('admin:users.invitations')} 0")).to_be_visible()
