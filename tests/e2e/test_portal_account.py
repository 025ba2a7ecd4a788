"""One's own account and the company: passwords, a second step, sessions, brand and hours, keys for programs."""

import base64
import re
import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from tests.e2e.steps.codes import code_of
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import PASSWORD, eventually, open_shop, sign_in

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
NEW_PASSWORD = "membrillo-con-queso"

# The smallest PNG there is: one green square.
LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgyPf5DwAC+gHXqjYTAQAAAABJRU5ErkJggg=="
)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_forgotten_password_is_chosen_anew_by_a_mailed_link(
    door: Seat, playwright: Playwright, base_url: str, mailbox: Callable[[], list[dict[str, Any]]]
) -> None:
    shop = open_shop(playwright, base_url, "Quesería Bulnes", locale=door.manner.language)
    page, address = door.page, door.says("session.email")
    page.goto("/sign-in")
    page.get_by_label(address).fill(shop.email)
    door.the("link", "signIn.forgot").click()
    expect(page.get_by_label(address)).to_have_value(shop.email)
    door.press("forgot.submit")
    expect(page.get_by_role("status")).to_contain_text(door.says("forgot.sent", email=shop.email))

    def mails() -> list[dict[str, Any]]:
        return [one for one in mailbox() if one["to"] == [shop.email]]

    mail = eventually(lambda: next(iter(mails()), None), "the link")
    subject = {"es": "Cambia tu contraseña de Tendero", "en": "Change your Tendero password"}
    assert mail["subject"] == subject[door.manner.language]
    link = re.search(r"/reset#code=\S+", mail["text"])
    assert link is not None
    page.goto(link[0])
    door.the("textbox", "reset.password").fill(NEW_PASSWORD)
    door.press("reset.submit")

    expect(page.get_by_role("status")).to_have_text(door.says("reset.done"))
    page.get_by_label(address).fill(shop.email)
    door.the("textbox", "session.password").fill(NEW_PASSWORD)
    door.press("signIn.submit")
    expect(door.title()).to_have_text(door.says("today.hello", name="Nuria"))
    told = eventually(lambda: next((one for one in mails() if one["subject"] != mail["subject"]), None), "the notice")
    assert "Quesería Bulnes" in told["text"]


@pytest.mark.console_may_say(r"status of 404 .*/v1/session/reset/confirm")
def test_a_link_that_was_used_says_what_to_do(browser: Browser, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/reset#code={'A' * 43}")
    page.get_by_role("textbox", name="Contraseña nueva").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Cambiar contraseña").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Este enlace ya no sirve")
    page.get_by_role("link", name="Pedir otro enlace").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Elige otra contraseña")
    assert fits(page)


def test_an_unknown_address_gets_the_same_answer(page: Page) -> None:
    page.goto("/forgot")
    page.get_by_role("button", name="English").click()
    page.get_by_label("Email").fill(f"nobody.{uuid.uuid4().hex}@colmado.example")
    page.get_by_role("button", name="Send link").click()

    expect(page.get_by_role("status")).to_contain_text("If there is an account with")


@pytest.mark.console_may_say(r"status of 401 .*/v1/session", r"status of 422 .*/v1/me/mfa")
def test_a_second_step_is_turned_on_asked_for_and_passed_with_a_recovery_code(
    door: Seat, playwright: Playwright, base_url: str
) -> None:
    shop = open_shop(playwright, base_url, "Quesería Bulnes", locale=door.manner.language)
    page, code = sign_in(door.page, shop), door.says("step.code")
    page.goto("/account")
    door.press("admin:account.wishes.on")
    dialog = door.the("dialog", "admin:account.wishes.on")
    secret_word = door.the("textbox", "session.password", within=dialog)
    secret_word.fill("no es esta")
    door.press("admin:account.wishActs.on", within=dialog, exact=True)
    expect(dialog.get_by_text(door.says("fieldErrors.wrong_password"))).to_be_visible()
    secret_word.fill(PASSWORD)
    door.press("admin:account.wishActs.on", within=dialog, exact=True)

    expect(door.the("img", "step.qr", within=dialog)).to_be_visible()
    assert door.fits()
    secret = dialog.locator("code").inner_text().replace(" ", "")
    dialog.get_by_label(code).fill(code_of(secret))
    door.press("step.confirm", within=dialog)
    shown = door.the("list", "step.codes", within=dialog).get_by_role("listitem")
    expect(shown).to_have_count(10)
    codes = shown.all_inner_texts()
    door.press("step.kept", within=dialog)
    expect(page.get_by_text(door.says("admin:account.codesLeft", count=10))).to_be_visible()
    expect(door.title()).to_be_focused()

    page.context.clear_cookies()
    page.goto("/sign-in")
    page.get_by_label(door.says("session.email")).fill(shop.email)
    door.the("textbox", "session.password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(door.title()).to_have_text(door.says("step.title"))
    expect(page.get_by_label(code)).to_be_focused()
    page.keyboard.type("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(door.says("problems.wrong_code"))
    door.press("step.useRecovery")
    page.get_by_label(door.says("step.recovery")).fill(codes[0])
    page.keyboard.press("Enter")
    expect(door.title()).to_have_text(door.says("today.hello", name="Nuria"))


def test_a_company_that_asks_for_a_second_step_leads_everybody_through_it(
    page: Page, playwright: Playwright, base_url: str
) -> None:
    shop = open_shop(playwright, base_url, "Harbour Wines", locale="en")
    setup = shop.line.post("/v1/me/mfa", data={"password": PASSWORD}).json()
    secret = parse_qs(urlsplit(setup["uri"]).query)["secret"][0]
    shop.line.post("/v1/me/mfa/confirm", data={"code": code_of(secret, ahead=-1)})
    assert shop.line.patch("/v1/tenant", data={"mfa_required": True}).ok
    me = shop.get("/v1/me")["user"]["id"]
    assert shop.line.delete(f"/v1/users/{me}/mfa").ok

    page.set_viewport_size(PHONE)
    page.goto("/sign-in")
    page.get_by_role("button", name="English").click()
    page.get_by_label("Email").fill(shop.email)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Protect your account")
    assert fits(page)
    page.get_by_label("Six-digit code").fill(code_of(page.locator("code").inner_text().replace(" ", "")))
    page.get_by_role("button", name="Check and turn on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your recovery codes")
    assert fits(page)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Nuria")


def test_one_sees_ones_sessions_ends_another_and_changes_the_password(
    door: Seat, playwright: Playwright, browser: Browser, base_url: str
) -> None:
    shop = open_shop(playwright, base_url, "Quesería Bulnes", locale=door.manner.language)
    page = sign_in(door.page, shop)
    elsewhere = browser.new_context(base_url=base_url, **door.manner.browser)
    other = sign_in(elsewhere.new_page(), shop)
    other.goto("/account")
    page.goto("/account")

    sessions = door.the("list", "admin:account.sessions").get_by_role("listitem")
    device = door.says("admin:account.device", browser="Chrome", system="Linux")
    expect(sessions.first).to_contain_text(device)
    expect(sessions.first).to_contain_text(door.says("admin:account.thisSession"))
    assert sessions.count() >= 2
    door.press("admin:account.endOthers")
    expect(sessions).to_have_count(1)
    other.reload()
    expect(other.get_by_role("heading", level=1)).to_have_text(door.says("signIn.title"))
    elsewhere.close()

    door.press("reset.submit")
    door.the("textbox", "admin:account.currentPassword").fill(PASSWORD)
    door.the("textbox", "reset.password").fill(NEW_PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text(door.says("admin:account.passwordChanged"))).to_be_visible()
    page.reload()
    expect(door.title()).to_have_text(door.says("admin:account.title"))


def test_a_company_wears_its_own_colour_and_picture(seat: Seat) -> None:
    page, saved = seat.page, seat.says("admin:company.saved")
    page.goto("/settings/company")
    brand = seat.the("region", "admin:company.brand", exact=True)
    save = seat.the("button", "actions.saveChanges", within=brand)
    brand.get_by_label(seat.says("admin:company.color"), exact=True).fill("#ffe08a")
    expect(brand.get_by_text(seat.says("admin:company.unreadable", ratio="|").split("|")[0].strip())).to_be_visible()
    brand.get_by_role("button", name=re.compile(f"^{seat.says('admin:company.useReadable', color='#')}")).click()
    expect(brand.get_by_text(seat.says("admin:company.readable", ratio="|").split("|")[0].strip())).to_be_visible()
    swatches = seat.the("group", "admin:company.swatches", within=brand)
    seat.press("admin:company.colors.blue", within=swatches)
    save.click()
    expect(page.get_by_text(saved)).to_be_visible()

    worn = "getComputedStyle(document.documentElement).getPropertyValue('--mantine-color-albahaca-7').trim()"
    expect(save).to_be_disabled()
    assert page.evaluate(worn) == "#1d4fa8"
    page.reload()
    assert page.evaluate(worn) == "#1d4fa8"
    seat.press("admin:company.colors.green", within=swatches)
    save.click()
    expect(page.get_by_text(saved)).to_be_visible()
    seat.undo(saved)
    eventually(lambda: page.evaluate(worn) == "#1d4fa8", "the colour coming back")

    with page.expect_file_chooser() as chooser:
        seat.press("admin:company.addLogo")
    chooser.value.set_files({"name": "logo.png", "mimeType": "image/png", "buffer": LOGO})
    expect(page.get_by_text(seat.says("admin:company.logoSaved"))).to_be_visible()
    expect(seat.the("button", "admin:company.changeLogo")).to_be_visible()
    drawn = "[...document.images].some((one) => one.complete && one.naturalWidth > 0)"
    if seat.is_phone:
        seat.press("nav.menu")
    eventually(lambda: page.evaluate(drawn), "the logo being drawn")


def test_working_hours_are_typed_as_people_do_and_kept(seat: Seat) -> None:
    page = seat.page
    monday_called, friday_called = {"es": ("Lunes", "Viernes"), "en": ("Monday", "Friday")}[seat.manner.language]
    page.goto("/settings/company")
    hours = seat.the("region", "admin:company.hours")
    monday = hours.get_by_role("group", name=monday_called)

    def at(day: str, end: str, shift: int) -> Locator:
        return page.get_by_label(seat.says(f"admin:company.{end}", day=day, number=shift))

    at(monday_called, "to", 1).fill("14")
    seat.press("admin:company.addShift", within=monday, day=inner_day(monday_called, seat))
    at(monday_called, "from", 2).fill("13")
    at(monday_called, "to", 2).fill("1930")
    page.keyboard.press("Tab")
    expect(monday.get_by_role("alert")).to_be_visible()
    expect(seat.the("button", "actions.saveChanges", within=hours)).to_be_disabled()
    at(monday_called, "from", 2).fill("16:30")
    page.keyboard.press("Tab")
    seat.press("admin:company.copyMonday", within=hours)
    seat.press("actions.saveChanges", within=hours)
    expect(page.get_by_text(seat.says("admin:company.saved"))).to_be_visible()

    page.reload()
    expect(at(friday_called, "to", 1)).to_have_value("14:00")
    expect(at(friday_called, "to", 2)).to_have_value("19:30")


def test_a_key_is_shown_once_works_and_is_revoked(seat: Seat, playwright: Playwright, base_url: str) -> None:
    page, many = seat.page, seat.many("contacts")
    page.goto("/settings/api-keys")
    seat.press("admin:apiKeys.create")
    dialog = seat.the("dialog", "admin:apiKeys.create")
    dialog.get_by_label(seat.says("admin:apiKeys.name"), exact=False).first.fill("Tienda en línea")
    dialog.get_by_label(seat.says("admin:apiKeys.kinds.some")).check()
    expect(seat.the("button", "admin:apiKeys.create", within=dialog)).to_be_disabled()
    seat.the("checkbox", "admin:apiKeys.writes", within=dialog, object=many).check()
    expect(seat.the("checkbox", "admin:apiKeys.reads", within=dialog, object=many)).to_be_checked()
    seat.press("admin:apiKeys.create", within=dialog)
    shown = seat.the("dialog", "admin:apiKeys.secretTitle")
    secret = shown.locator("code").first.inner_text()
    headers = {"Authorization": f"Bearer {secret}"}
    program = playwright.request.new_context(base_url=base_url, extra_http_headers=headers)
    assert program.get("/v1/records/contacts").status == 200
    assert program.get("/v1/records/deals").status == 403
    assert seat.fits()
    seat.press("admin:apiKeys.copied", within=shown)
    expect(seat.title()).to_be_focused()

    row = page.get_by_role("listitem" if seat.is_phone else "row").filter(has_text="Tienda en línea")
    expect(row).to_contain_text(seat.says("admin:apiKeys.writes", object=many))
    expect(row).not_to_contain_text(secret)
    seat.press("admin:apiKeys.revokeOne", within=row, name="Tienda en línea")
    seat.press("admin:apiKeys.revoke", within=page.get_by_role("dialog"), exact=True)
    expect(page.get_by_text(seat.says("admin:apiKeys.empty"))).to_be_visible()
    program.dispose()


def inner_day(day: str, seat: Seat) -> str:
    """Return a day as it stands in the middle of a sentence."""
    return day.lower() if seat.manner.language == "es" else day
