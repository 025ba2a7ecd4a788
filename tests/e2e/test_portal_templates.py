"""A mail is written block by block, read as somebody will, tried and kept; a domain is proved in the settings."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import eventually

pytestmark = pytest.mark.browser


def show(seat: Seat, side: str) -> None:
    """Turn to what is written or to how it is read; a desk shows both."""
    if seat.is_phone:
        sides = seat.the("radiogroup", "templates:templates.side")
        sides.get_by_text(seat.says(f"templates:templates.{side}")).click()


def test_a_mail_is_written_read_as_somebody_will_and_tried(
    seat: Seat, mailbox: Callable[[], list[dict[str, Any]]]
) -> None:
    seat.shop.create("contacts", first_name="Ana", last_name="Ruiz", emails=[{"value": "ana@laplaza.example"}])
    seat.page.goto("/templates")
    seat.press("templates:templates.create")
    dialog = seat.the("dialog", "templates:templates.create")
    dialog.get_by_label(seat.says("templates:templates.name")).fill("Bienvenida")
    seat.press("templates:templates.create", within=dialog)

    expect(seat.title()).to_have_text("Bienvenida")
    blocks = seat.the("region", "templates:templates.blocks")
    blocks.get_by_role("button", name=seat.says("templates:kinds.heading")).first.click()
    heading = blocks.get_by_label(seat.says("templates:parts.text"), exact=True)
    heading.fill("¡Qué alegría, {{ person.first_name }}!")
    seat.press("templates:templates.down", within=blocks, name=seat.says("templates:kinds.heading"))
    expect(blocks.get_by_role("listitem").nth(1)).to_contain_text("¡Qué alegría")
    expect(seat.page.get_by_text(seat.says("templates:templates.unsaved"))).to_be_visible()

    show(seat, "read")
    shown = seat.page.frame_locator(f"iframe[title='{seat.says('templates:preview.title')}']")
    expect(shown.get_by_text("¡Qué alegría, Ana!")).to_be_visible()
    seat.press("templates:checks.run")
    expect(seat.page.get_by_text(seat.says("checks:findings.codes.sender_missing"))).to_be_visible()
    seat.press("templates:preview.test")
    mail = eventually(
        lambda: next((one for one in mailbox() if one["to"] == [seat.shop.email] and "Ana" in one["text"]), None),
        "the test mail",
    )
    assert "¡Qué alegría, Ana!" in mail["text"]
    assert seat.fits()

    seat.press("actions.save", exact=True)
    expect(seat.page.get_by_text(seat.says("templates:templates.saved"))).to_be_visible()
    seat.page.reload()
    show(seat, "write")
    expect(blocks.get_by_role("listitem").nth(1)).to_contain_text("¡Qué alegría")


def test_a_domain_is_proved_by_the_records_that_are_shown(seat: Seat) -> None:
    seat.page.goto("/settings/sending")
    seat.the("textbox", "admin:sending.domain").fill("laplaza.example")
    seat.press("admin:sending.addDomain")

    records = seat.the("list", "admin:sending.recordsOf", name="laplaza.example")
    expect(records).to_contain_text("_dmarc.laplaza.example")
    expect(records).to_contain_text("dkim.amazonses.com")
    seat.press("admin:sending.checkOf", name="laplaza.example")
    expect(records.get_by_text(seat.says("admin:sending.found.missing")).first).to_be_visible()
    assert seat.fits()

    seat.press("admin:sending.addSender")
    dialog = seat.the("dialog", "admin:sending.addSender")
    for name, text in {
        "name": "Tienda",
        "from_name": "Nuria, de Ultramarinos",
        "address": "hola@laplaza.example",
        "postal_address": "Plaza Mayor, 3, 45001 Toledo",
    }.items():
        dialog.get_by_label(seat.says(f"admin:sending.fields.{name}")).fill(text)
    seat.press("actions.save", within=dialog)
    senders = seat.the("list", "admin:sending.senders")
    expect(senders).to_contain_text("hola@laplaza.example")
    seat.press("admin:sending.removeOf", within=senders, name="Tienda")
    expect(senders).to_have_count(0)
    seat.undo(seat.says("admin:sending.removed", name="Tienda"))
    expect(senders).to_contain_text("hola@laplaza.example")
