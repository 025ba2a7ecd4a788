"""A number is watched: the alarm says what it will do, is raised, told of, changed, and taken away."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import eventually

pytestmark = pytest.mark.browser

SOON = 90_000


def test_a_number_is_watched_told_of_once_and_watched_otherwise(seat: Seat) -> None:
    page = seat.page
    seat.shop.create("companies", name=f"Aceites Lucena {seat.manner}")
    eventually(lambda: seat.shop.get("/v1/records/companies/count")["count"] > 0, "the company being counted")
    name = f"Empresas {seat.manner}"
    page.goto("/alarms")
    expect(seat.title()).to_have_text(seat.says("alarms:alarms.title"))

    seat.press("alarms:alarms.create")
    dialog = seat.the("dialog", "alarms:alarms.create")
    for label, option in (
        ("source", {"es": "Registros", "en": "Records"}),
        ("subject", {"es": "Empresas", "en": "Companies"}),
        ("figure", {"es": "Cuántos hay", "en": "How many"}),
    ):
        seat.choose(
            dialog.get_by_role("combobox", name=seat.says(f"alarms:alarms.{label}")), option[seat.manner.language]
        )
    dialog.get_by_label(seat.says("alarms:alarms.value"), exact=True).fill("0")
    expect(dialog).to_contain_text(seat.says("alarms:alarms.already"))
    assert seat.fits()
    dialog.get_by_label(seat.says("alarms:alarms.name")).fill(name)
    seat.press("alarms:alarms.verb", within=dialog)

    expect(seat.title()).to_have_text(name)
    raised = seat.the("list", "alarms:alarms.raisings").get_by_role("listitem")
    expect(page.get_by_text(seat.says("alarms:alarms.states.raised"), exact=True)).to_be_visible(timeout=SOON)
    page.reload()
    expect(raised).to_have_count(1)
    expect(seat.the("link", "alarms:alarms.behind")).to_have_attribute("href", "/records/companies")
    assert seat.fits()
    page.goto("/notifications")
    expect(page.get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("link", name=name).click()

    seat.press("actions.edit")
    dialog = seat.the("dialog", "alarms:alarms.change")
    dialog.get_by_label(seat.says("alarms:alarms.value"), exact=True).fill("1000")
    seat.press("actions.saveChanges", within=dialog)
    expect(page.get_by_text(seat.says("alarms:alarms.states.calm"), exact=True)).to_be_visible(timeout=SOON)
    expect(raised).to_have_count(1)

    seat.press("actions.delete")
    expect(seat.title()).to_have_text(seat.says("alarms:alarms.title"))
    seat.undo(seat.says("alarms:alarms.removed", name=name))
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_a_bell_beside_the_size_of_a_segment_watches_it(seat: Seat) -> None:
    page = seat.page
    asked = {"field": "address.city", "op": "eq", "value": "Madrid"}
    wish = {"name": f"De Madrid {seat.manner}", "object": "companies", "filter": asked}
    segment = seat.shop.line.post("/v1/segments", data=wish).json()
    page.goto(f"/segments/{segment['id']}?tab=members")
    seat.press("segments:segments.tellMe")
    dialog = seat.the("dialog", "alarms:alarms.create")
    expect(dialog).to_contain_text(f"De Madrid {seat.manner}")
    dialog.get_by_text(seat.says("alarms:alarms.kinds.anomaly"), exact=True).click()
    expect(dialog).to_contain_text(seat.says("alarms:alarms.noPast"))
    seat.press("alarms:alarms.verb", within=dialog)
    expect(page.get_by_text(seat.says("alarms:alarms.made"))).to_be_visible()
    page.goto("/alarms")
    expect(page.get_by_role("listitem").filter(has_text=f"De Madrid {seat.manner}")).to_be_visible()
    assert seat.fits()
