"""A server of the firm's is written down, its secret shown and changed, and what it answers is seen."""

import json

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.steps.seat import Seat

pytestmark = pytest.mark.browser

NOWHERE = "https://hooks.tienda.example/tendero"
"""A name that leads nowhere: whoever calls it learns that, and tries again later."""


def test_a_webhook_is_made_its_secret_shown_and_changed_and_its_calls_followed(seat: Seat) -> None:
    seat.page.goto("/settings/webhooks")
    seat.press("webhooks:webhooks.create")
    dialog = seat.the("dialog", "webhooks:webhooks.create")
    dialog.get_by_label(seat.says("webhooks:webhooks.name")).fill("Tienda en línea")
    dialog.get_by_label(seat.says("webhooks:webhooks.url")).fill(NOWHERE)
    seat.press("webhooks:webhooks.create", within=dialog)
    expect(seat.title()).to_have_text("Tienda en línea")

    secret = seat.the("region", "webhooks:secret.title", exact=True)
    expect(secret.get_by_text("whsec_")).to_have_count(0)
    seat.press("webhooks:secret.show", within=secret)
    first = secret.get_by_text("whsec_").inner_text()
    seat.press("webhooks:secret.renew", within=secret)
    seat.press("webhooks:secret.renewIt", within=seat.the("dialog", "webhooks:secret.renew"))
    expect(secret.get_by_text("whsec_")).not_to_have_text(first)
    seat.press("webhooks:secret.hide", within=secret)
    expect(secret.get_by_text("whsec_")).to_have_count(0)
    assert seat.fits()

    calls = seat.the("region", "webhooks:calls.title", exact=True)
    expect(calls).to_contain_text(seat.says("webhooks:calls.empty"))
    seat.press("webhooks:calls.test", within=calls)
    expect(calls.get_by_role("listitem")).to_contain_text(seat.says("webhooks:calls.kindTest"))
    unreached = seat.says("webhooks:answers.unreachable")
    expect(calls.get_by_role("listitem")).to_contain_text(unreached, timeout=90_000)

    seat.page.get_by_label(seat.says("webhooks:webhooks.description")).fill("PrestaShop")
    seat.press("actions.saveChanges")
    expect(seat.page.get_by_text(seat.says("webhooks:webhooks.saved"))).to_be_visible()
    seat.press("actions.delete")
    dialog = seat.the("dialog", "webhooks:webhooks.removeOf", name="Tienda en línea")
    seat.press("webhooks:webhooks.remove", within=dialog)
    expect(seat.title()).to_have_text(seat.says("webhooks:webhooks.title"))


@pytest.mark.console_may_say("422")
def test_an_address_that_nobody_may_call_is_refused_on_its_field(seat: Seat) -> None:
    seat.page.goto("/settings/webhooks")
    seat.press("webhooks:webhooks.create")
    dialog = seat.the("dialog", "webhooks:webhooks.create")
    dialog.get_by_label(seat.says("webhooks:webhooks.name")).fill("Impresora")
    address = dialog.get_by_label(seat.says("webhooks:webhooks.url"))
    address.fill("https://192.168.1.7/print")
    seat.press("webhooks:webhooks.create", within=dialog)
    expect(address).to_have_attribute("aria-invalid", "true")


@pytest.mark.console_may_say("net::ERR_FAILED")
def test_a_webhook_whose_answer_was_lost_is_made_once(seat: Seat) -> None:
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if route.request.method != "POST" or lost:
            route.fallback()
            return
        lost.append(route.fetch().text())
        route.abort()

    seat.page.route("**/v1/webhooks", lose_the_first)
    seat.page.goto("/settings/webhooks")
    seat.press("webhooks:webhooks.create")
    dialog = seat.the("dialog", "webhooks:webhooks.create")
    dialog.get_by_label(seat.says("webhooks:webhooks.name")).fill("Almacén")
    dialog.get_by_label(seat.says("webhooks:webhooks.url")).fill(NOWHERE)
    seat.press("webhooks:webhooks.create", within=dialog)
    expect(dialog.get_by_role("alert")).to_be_visible()

    seat.press("webhooks:webhooks.create", within=dialog)
    expect(seat.title()).to_have_text("Almacén")

    assert json.loads(lost[0])["id"] == seat.page.url.rsplit("/", 1)[-1].split("?")[0]
    seat.page.get_by_role("link", name=seat.says("webhooks:webhooks.title"), exact=True).last.click()
    expect(seat.page.get_by_role("link", name="Almacén")).to_have_count(1)
