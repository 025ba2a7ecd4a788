"""How a firm writes to people is set, whom it never writes to is uploaded as hashes, and a bounce is mended."""

import hashlib
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import eventually

pytestmark = pytest.mark.browser

LISTENING = """
globalThis.sent = [];
const send = globalThis.fetch;
globalThis.fetch = async (request, ...rest) => {
  if (request.url?.includes("/entries")) sent.push(await request.clone().text());
  return send(request, ...rest);
};
"""
"""Keeps what leaves the browser for a list."""


def settings(seat: Seat) -> dict[str, Any]:
    found: dict[str, Any] = seat.shop.get("/v1/marketing/settings")
    return found


def test_how_often_and_when_people_are_written_to_is_set_and_taken_back(seat: Seat) -> None:
    seat.page.goto("/settings/marketing")
    expect(seat.title()).to_have_text(seat.says("marketing:marketing.title"))
    expect(seat.page.get_by_text(seat.says("marketing:reputation.nothing"))).to_be_visible()

    most = seat.the("textbox", "marketing:rules.most")
    most.fill("2")
    seat.page.locator("input[type=time]").first.fill("20:30")
    seat.the("switch", "marketing:rules.double").click()
    said = seat.says("marketing:rules.capSaid", count=2, days=7)
    expect(seat.page.get_by_text(said)).to_be_visible()
    seat.press("actions.saveChanges")
    saved = seat.says("marketing:rules.saved")
    expect(seat.page.get_by_role("alert").filter(has_text=saved)).to_be_visible()
    now = settings(seat)
    assert (now["frequency_cap"], now["quiet_hours"]["from"]) == ({"most": 2, "days": 7}, "20:30")
    assert now["double_opt_in"] is False
    assert seat.fits()

    seat.undo(saved)
    expect(most).to_have_value("3")
    assert settings(seat)["double_opt_in"] is True


def test_a_purpose_of_the_firms_own_is_written_down_and_comes_back_by_undo(seat: Seat) -> None:
    seat.page.goto("/settings/marketing")
    seat.press("marketing:purposes.add")
    dialog = seat.the("dialog", "marketing:purposes.add")
    dialog.get_by_label(seat.says("marketing:purposes.nameEs")).fill("Catas y eventos")
    dialog.get_by_label(seat.says("marketing:purposes.textEs")).fill("Quiero que me aviséis de las catas.")
    dialog.get_by_label(seat.says("marketing:purposes.nameEn")).fill("Tastings")
    dialog.get_by_label(seat.says("marketing:purposes.textEn")).fill("I want to hear of tastings.")
    seat.press("actions.save", within=dialog)

    name = {"es": "Catas y eventos", "en": "Tastings"}[seat.manner.language]
    purposes = seat.the("list", "marketing:purposes.title")
    expect(purposes).to_contain_text(name)
    assert seat.shop.get("/v1/purposes")["items"][0]["key"] == "catas_y_eventos"
    seat.press("marketing:purposes.removeOf", within=purposes, name=name)
    expect(purposes.get_by_text(name)).to_have_count(0)
    seat.undo(seat.says("marketing:purposes.removed", name=name))
    expect(purposes).to_contain_text(name)


def test_addresses_are_left_out_and_none_of_them_leaves_the_browser(seat: Seat) -> None:
    seat.page.add_init_script(LISTENING)
    seat.page.goto("/settings/exclusions")
    seat.press("marketing:exclusions.create")
    dialog = seat.the("dialog", "marketing:exclusions.create")
    dialog.get_by_label(seat.says("marketing:exclusions.name")).fill("Robinson")
    dialog.get_by_label(seat.says("marketing:exclusions.yields")).check()
    seat.press("marketing:exclusions.create", within=dialog)

    lists = seat.the("list", "marketing:exclusions.title")
    seat.press("marketing:exclusions.entriesOf", within=lists, name="Robinson")
    dialog = seat.the("dialog", "marketing:exclusions.entriesOf", name="Robinson")
    dialog.get_by_label(seat.says("marketing:exclusions.paste")).fill("Ana <ANA@retiro.example>; luis@retiro.example")
    table = b"correo,nombre\neva@rios.example,Eva\nana@retiro.example,Ana\n"
    dialog.locator("input[type=file]").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": table})
    expect(dialog.get_by_role("status")).to_have_text(seat.says("marketing:exclusions.found", count=3, number=3))
    seat.press("marketing:exclusions.addSome", within=dialog, count=3, number=3)

    expect(lists.get_by_text(seat.says("marketing:exclusions.size", count=3, number=3))).to_be_visible()
    (body,) = seat.page.evaluate("globalThis.sent")
    assert hashlib.sha256(b"ana@retiro.example").hexdigest() in body
    assert "@" not in body
    assert "retiro" not in body
    assert seat.fits()

    ana = seat.shop.create("contacts", first_name="Ana", emails=[{"value": "ana@retiro.example"}])
    standing = seat.shop.get(f"/v1/records/contacts/{ana['id']}/consents")["standing"]
    assert next(one["reason"] for one in standing if one["purpose"] == "marketing") in ("excluded", "no_consent")

    seat.press("marketing:exclusions.entriesOf", within=lists, name="Robinson")
    dialog.get_by_text(seat.says("marketing:exclusions.take"), exact=True).click()
    dialog.get_by_label(seat.says("marketing:exclusions.paste")).fill("luis@retiro.example")
    seat.press("marketing:exclusions.takeSome", within=dialog, count=1, number=1)
    expect(lists.get_by_text(seat.says("marketing:exclusions.size", count=2, number=2))).to_be_visible()

    seat.press("marketing:exclusions.removeOf", within=lists, name="Robinson")
    seat.press(
        "marketing:exclusions.remove", within=seat.the("dialog", "marketing:exclusions.removeOf", name="Robinson")
    )
    expect(seat.page.get_by_text(seat.says("marketing:exclusions.empty"))).to_be_visible()


def test_somebody_whose_mail_bounced_is_written_to_again_with_the_reason_kept(
    seat: Seat,
) -> None:
    ana = seat.shop.create("contacts", first_name="Ana", emails=[{"value": "bounce@simulator.amazonses.com"}])
    path = f"/v1/records/contacts/{ana['id']}/consents"
    asked = seat.shop.line.post(path, data={"decision": "ask"})
    assert asked.ok, asked.text()

    def reason() -> str | None:
        standing = seat.shop.get(path)["standing"]
        return next((one["reason"] for one in standing if one["reason"] == "bounced"), None)

    eventually(reason, "the bounce", patience=120)
    seat.page.goto(f"/records/contacts/{ana['id']}")
    seat.press("consent:consent.line.open")
    seat.press("consent:consent.release.title")
    dialog = seat.the("dialog", "consent:consent.release.title")
    dialog.get_by_label(seat.says("consent:consent.release.reason")).fill("Había un error en su servidor")
    seat.press("consent:consent.release.go", within=dialog)
    expect(seat.page.get_by_text(seat.says("consent:consent.release.done"))).to_be_visible()
    ledger = seat.the("region", "consent:consent.drawer.ledger")
    expect(ledger).to_contain_text("Había un error en su servidor")
    assert reason() is None
    assert seat.fits()
