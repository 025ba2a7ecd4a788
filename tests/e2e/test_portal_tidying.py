"""Keeping the data in order: duplicates reviewed and merged, tags renamed, what people ask about their own data."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser


def open_pairs(shop: Shop) -> list[str]:
    return [pair["id"] for pair in shop.get("/v1/duplicates?object=contacts&state=open")["items"]]


def test_a_pair_is_set_aside_taken_back_merged_and_separated_again(seat: Seat) -> None:
    page, shop, name = seat.page, seat.shop, "Ana Ruiz Soto"
    for phone in ("+34 925 123 456", "+34 925 123 457"):
        shop.create("contacts", first_name="Ana", last_name="Ruiz Soto", emails=["ana@olmo.example"], phones=[phone])
    eventually(lambda: open_pairs(shop), "finding the pair")
    pair = seat.says("admin:duplicates.pair", one=name, other=name)

    page.goto("/settings/duplicates")
    card = seat.the("list", "admin:duplicates.title").get_by_role("listitem")
    expect(card).to_contain_text(seat.says("admin:duplicates.because", fields=""))
    expect(card).to_contain_text("+34 925 123 457")
    dismiss = f"{seat.says('admin:duplicates.dismiss')}: {pair}"
    card.get_by_role("button", name=dismiss).click()
    expect(page.get_by_text(seat.says("admin:duplicates.empty"))).to_be_visible()
    seat.press("actions.undo")

    page.get_by_role("button", name=f"{seat.says('admin:duplicates.merge')}: {pair}").click()
    dialog = seat.the("dialog", "merge.title", name=seat.many("contacts"))
    seat.press("merge.submit", within=dialog, count=2, name=seat.many("contacts"))
    expect(dialog).to_have_count(0)
    expect(page.get_by_text(seat.says("admin:duplicates.empty"))).to_be_visible()

    page.goto("/settings/merges")
    seat.press("admin:merges.undoOf", name=name)
    expect(page.get_by_text(seat.says("admin:merges.undone", name="Nuria Campos", when="").strip(" ,"))).to_be_visible()
    assert len(shop.get("/v1/records/contacts")["items"]) == 2


def test_tags_that_mean_the_same_become_one(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    for name, tag in (("Mesón Alba", "hostelería"), ("Bar Pinto", "hosteleria"), ("Ferretería Gil", "obras")):
        shop.create("companies", name=name, tags=[tag])
    eventually(lambda: len(shop.get("/v1/tags")["items"]) == 3, "counting the tags")

    page.goto("/settings/tags")
    for tag in ("hostelería", "hosteleria"):
        seat.the("checkbox", "admin:tags.select", exact=True, tag=tag).check()
    expect(page.get_by_text(seat.says("admin:tags.selected", count=2))).to_be_visible()
    seat.press("admin:tags.merge", exact=True)
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(seat.says("admin:tags.intoMerge")).select_option("hostelería")
    seat.press("admin:tags.sendMerge", within=dialog)

    link = seat.the("link", "admin:tags.see", number=2, object=seat.many("companies"))
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("link", name="Mesón Alba")).to_be_visible()
    expect(page.get_by_role("link", name="Bar Pinto")).to_be_visible()
    expect(page.get_by_role("link", name="Ferretería Gil")).to_have_count(0)


def test_a_person_gets_a_copy_of_what_is_kept_about_them(seat: Seat) -> None:
    page = seat.page
    seat.shop.create("contacts", first_name="Ramón", last_name="Vidal", emails=["ramon@vidal.example"])
    seat.shop.find("contacts", "Vidal")

    page.goto("/settings/privacy")
    expect(page.get_by_text(seat.says("admin:privacy.empty"))).to_be_visible()
    seat.press("admin:privacy.ask")
    dialog = seat.the("dialog", "admin:privacy.askTitle")
    seat.the("combobox", "admin:privacy.person", within=dialog).fill("vidal")
    page.get_by_role("option", name="Ramón Vidal").click()
    seat.press("admin:privacy.send.access", within=dialog)

    expect(page.get_by_text(seat.says("admin:privacy.kinds.access"))).to_be_visible()
    with page.expect_download() as download:
        seat.press("admin:privacy.download")
    assert download.value.suggested_filename.endswith(".zip")


def test_an_administrator_is_told_why_somebody_sees_a_record(seat: Seat) -> None:
    page = seat.page
    seat.shop.create("companies", name="Viveros Lozano")
    seat.shop.find("companies", "Lozano")

    page.goto("/settings/audit?log=access")
    seat.the("combobox", "admin:audit.why.record").fill("lozano")
    page.get_by_role("option", name="Viveros Lozano").click()
    seat.choose(seat.the("combobox", "share.whyWhom"), "Nuria Campos")

    expect(page.get_by_text(seat.says("share.rules.role.yes"))).to_be_visible()
