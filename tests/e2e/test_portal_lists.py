"""Who belongs together because somebody said so, or because of what they bought; and the pictures of their mails."""

import json

import pytest
from playwright.sync_api import FilePayload, Playwright, expect

from tests.e2e.steps.seat import Manner, Seat
from tests.e2e.steps.shop import Shop, eventually, open_shop
from tests.specimens import png

pytestmark = pytest.mark.browser

BAKERS = ("Panadería Sol", "Horno Viejo", "Obrador Norte")


@pytest.fixture
def store(playwright: Playwright, base_url: str, manner: Manner) -> Shop:
    """Return a firm of the test's own, in the manner's language."""
    return open_shop(playwright, base_url, "Ultramarinos Campos", locale=manner.language)


def test_a_list_is_made_filled_by_hand_and_one_is_taken_off(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    for name in BAKERS[:2]:
        shop.create("companies", name=name)
    shop.find("companies", "Horno")
    page.goto("/segments")
    seat.press("segments:lists.create")
    dialog = seat.the("dialog", "segments:lists.create")
    dialog.get_by_label(seat.says("segments:segments.name")).fill("Feria del pan")
    dialog.get_by_label(seat.says("segments:segments.object"), exact=True).select_option("companies")
    seat.press("segments:lists.create", within=dialog)
    expect(seat.title()).to_have_text("Feria del pan")
    expect(page.get_by_text(seat.says("segments:segments.noMembers"))).to_be_visible()

    find = seat.the("combobox", "segments:lists.add", name=seat.many("companies"))
    find.fill("Horno")
    page.get_by_role("option", name="Horno Viejo").click()
    members = seat.the("list", "segments:segments.members")
    expect(members.get_by_role("link", name="Horno Viejo")).to_be_visible()
    assert seat.fits()

    seat.press("segments:lists.take", within=members, name="Horno Viejo")
    expect(members).to_have_count(0)
    seat.undo(seat.says("segments:lists.taken", name="Horno Viejo", list="Feria del pan"))
    expect(members.get_by_role("link", name="Horno Viejo")).to_be_visible()
    page.get_by_role("link", name=seat.says("segments:segments.asList")).click()
    expect(seat.names(seat.listing("companies"))).to_have_text(["Horno Viejo"])


def test_ticked_records_are_put_on_a_list_and_taken_back(seat: Seat) -> None:
    for name in BAKERS:
        seat.shop.create("companies", name=name)
    seat.page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    expect(seat.names(found)).to_have_count(3)
    for place in (0, 1):
        found.get_by_role("checkbox", name=BAKERS[place]).click()
    bar = seat.the("region", "bulk.region")
    seat.press("segments:lists.bulk", within=bar)
    dialog = seat.the("dialog", "segments:lists.bulk")
    dialog.get_by_label(seat.says("segments:segments.name")).fill("Feria")
    seat.press("segments:lists.put", within=dialog, name=seat.many("companies"))

    told = seat.says("segments:lists.addedMany", count=2, n=2, list="Feria")
    expect(seat.page.get_by_role("alert").filter(has_text=told)).to_be_visible()
    expect(bar).to_have_count(0)
    [made] = seat.shop.get("/v1/segments")["items"]
    assert seat.shop.get(f"/v1/segments/{made['id']}/size")["size"] == 2
    seat.undo(told)
    eventually(lambda: seat.shop.get(f"/v1/segments/{made['id']}/size")["size"] == 0, "the list being empty again")
    assert seat.fits()


@pytest.fixture
def trading(store: Shop) -> Shop:
    """Return a shop with six customers: two who bought often and lately, four who did once, long ago."""
    for number in range(6):
        company = store.create("companies", name=f"Cliente {number}")["id"]
        for order in range(4 if number < 2 else 1):
            day = f"2026-11-{10 + order}" if number < 2 else f"2025-0{number}-10"
            worth = {"amount": str(1000 - 100 * number), "currency": "EUR"}
            store.create("orders", date=day, company=company, status="delivered", total=worth)
    return store


def test_customers_are_grouped_by_what_they_bought_and_taken_along_as_a_file(seat: Seat, trading: Shop) -> None:
    page = seat.page
    page.goto("/segments")
    seat.press("segments:rfm.title")
    dialog = seat.the("dialog", "segments:rfm.title")
    dialog.get_by_role("radio").first.click()
    seat.press("segments:rfm.run", within=dialog)
    grid = seat.the("region", "segments:rfm.grid", name=seat.called("companies"))
    expect(grid).to_be_visible(timeout=120_000)
    best = grid.get_by_role("link", name="Campeones" if seat.manner.language == "es" else "Champions")
    expect(best).to_contain_text("2", timeout=120_000)
    assert seat.fits()

    best.click()
    expect(seat.the("list", "segments:segments.members").get_by_role("link", name="Cliente 0")).to_be_visible()
    page.get_by_text(seat.says("segments:segments.definition"), exact=True).click()
    bought = "compraron al menos" if seat.manner.language == "es" else "bought at least"
    words = page.get_by_label(seat.says("segments:segments.words"))
    eventually(lambda: bought in words.input_value(), "the rule in words")
    assert seat.fits()

    seat.press("segments:segments.actions")
    page.get_by_role("menuitem", name=seat.says("segments:segments.export")).click()
    dialog = seat.the("dialog", "export.title", name=seat.many("companies"))
    seat.press("export.run", within=dialog, name=seat.many("companies"))
    expect(dialog.get_by_text(seat.says("export.ready"))).to_be_visible(timeout=60_000)
    [export] = seat.shop.get("/v1/exports")["items"]
    assert (export["result"]["records"], json.dumps(export["filter"])[:12]) == (2, '{"segment": ')


def test_a_picture_is_uploaded_and_read_in_the_mail(seat: Seat) -> None:
    page = seat.page
    seat.shop.create("contacts", first_name="Ana", last_name="Ruiz", emails=[{"value": "ana@laplaza.example"}])
    page.goto("/templates")
    seat.press("templates:templates.create")
    dialog = seat.the("dialog", "templates:templates.create")
    dialog.get_by_label(seat.says("templates:templates.name")).fill("Aceite nuevo")
    seat.press("templates:templates.create", within=dialog)
    expect(seat.title()).to_have_text("Aceite nuevo")
    blocks = seat.the("region", "templates:templates.blocks")
    seat.press("templates:templates.addBlock", within=blocks)
    page.get_by_role("menuitem", name=seat.says("templates:kinds.image")).click()

    text: FilePayload = {"name": "nota.png", "mimeType": "image/png", "buffer": b"no es una imagen"}
    blocks.locator("input[type=file]").set_input_files([text])
    expect(blocks.get_by_text(seat.says("templates:parts.refused.type_mismatch"))).to_be_visible()
    photo: FilePayload = {"name": "aceite.png", "mimeType": "image/png", "buffer": png(320, 200)}
    blocks.locator("input[type=file]").set_input_files([photo])
    address = blocks.get_by_label(seat.says("templates:parts.src"))
    eventually(lambda: "/pictures/" in address.input_value(), "the address of the picture")
    expect(blocks.get_by_text(seat.says("templates:parts.remote"))).to_have_count(0)
    blocks.get_by_label(seat.says("templates:parts.alt"), exact=True).fill("Una botella")
    assert seat.fits()

    if seat.is_phone:
        sides = seat.the("radiogroup", "templates:templates.side")
        sides.get_by_text(seat.says("templates:templates.read")).click()
    shown = page.frame_locator(f"iframe[title='{seat.says('templates:preview.title')}']")
    picture = shown.get_by_role("img", name="Una botella")
    expect(picture).to_be_visible()
    answer = page.request.get(picture.get_attribute("src") or "")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert "immutable" in answer.headers["cache-control"]
