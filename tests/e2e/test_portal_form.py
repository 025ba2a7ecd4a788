"""Forms: nothing written is lost, everything can be done by keyboard, and a record that is missing is made in place."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps.axe import findings_in_both_lights
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually, read_in, sign_in

pytestmark = pytest.mark.browser

LINE = {
    "es": ("Precio", "Producto", "Cantidad", "Descuento"),
    "en": ("Unit price", "Product", "Quantity", "Discount"),
}


def begin(seat: Seat, plural: str) -> Locator:
    seat.page.goto(f"/records/{plural}")
    return seat.create(plural)


def test_what_was_begun_is_kept_as_a_draft_and_taken_up_again(seat: Seat) -> None:
    page, name = seat.page, seat.field("companies", "name")
    form = begin(seat, "companies")
    form.get_by_label(name).fill("Conservas a medias")

    page.keyboard.press("Escape")
    asked = seat.the("dialog", "form.leave.title")
    expect(seat.the("button", "form.leave.stay", within=asked)).to_be_focused()
    page.keyboard.press("Escape")
    expect(form.get_by_label(name)).to_have_value("Conservas a medias")
    seat.press("actions.close" if seat.is_phone else "actions.cancel", within=form)
    seat.press("form.leave.keep", within=asked)
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.reload()
    seat.create("companies")
    expect(form.get_by_role("status")).to_contain_text(seat.says("form.recovered", when="").rstrip())
    expect(form.get_by_label(name)).to_have_value("Conservas a medias")
    form.get_by_label(name).fill("Conservas enteras")
    seat.press("create.submit", within=form, name=seat.one("companies"))
    expect(seat.title()).to_have_text("Conservas enteras")

    form = begin(seat, "companies")
    expect(form.get_by_label(name)).to_have_value("")


def test_a_record_is_edited_in_its_form(seat: Seat) -> None:
    company = seat.shop.create("companies", name="Turrones Picó")
    name, city = seat.field("companies", "name"), seat.says("fields.address.city")
    seat.page.goto(f"/records/companies/{company['id']}")

    expect(seat.title()).to_have_text("Turrones Picó")
    seat.page.keyboard.press("e")
    form = seat.the("dialog", "edit.title", name="Turrones Picó")
    form.get_by_label(name).fill("Turrones Picó e Hijos")
    form.get_by_label(city).fill("Jijona")
    seat.choose(
        form.get_by_role("combobox", name=seat.field("companies", "industry")),
        seat.option("companies", "industry", "food"),
    )
    seat.press("actions.saveChanges", within=form)

    expect(seat.title()).to_have_text("Turrones Picó e Hijos")
    expect(seat.details().get_by_text("Jijona")).to_be_visible()
    kept = seat.shop.get(f"/v1/records/companies/{company['id']}")
    assert (kept["industry"], kept["address"]["city"]) == ("food", "Jijona")


def test_going_back_over_an_open_form_asks_first(seat: Seat) -> None:
    page, name = seat.page, seat.field("companies", "name")
    page.goto("/records/contacts")
    expect(seat.title()).to_have_text(seat.called("contacts"))
    seat.menu().get_by_role("link", name=seat.called("companies")).click()
    seat.create("companies").get_by_label(name).fill("Sin guardar")

    page.evaluate("history.back()")

    seat.press("form.leave.discard", within=seat.the("dialog", "form.leave.title"))
    expect(seat.title()).to_have_text(seat.called("contacts"))
    form = begin(seat, "companies")
    expect(form.get_by_label(name)).to_have_value("")


def test_records_are_made_one_after_another_by_keyboard_alone(counter: Page, shop: Shop) -> None:
    counter.goto("/records/companies")
    create = counter.get_by_role("button", name="Crear empresa").first
    expect(create).to_be_visible()
    create.focus()

    counter.keyboard.press("Enter")
    form = counter.get_by_role("dialog", name="Crear empresa")
    expect(form.get_by_label("Nombre")).to_be_focused()
    counter.keyboard.press("Control+Enter")
    expect(form.get_by_role("alert")).to_contain_text("Revisa 1 campo")
    expect(form.get_by_label("Nombre")).to_be_focused()
    counter.keyboard.type("Primera de la mañana")
    counter.keyboard.press("Control+Shift+Enter")
    expect(counter.get_by_role("alert").filter(has_text="Primera de la mañana")).to_be_visible()
    expect(form.get_by_label("Nombre")).to_be_focused()
    expect(form.get_by_label("Nombre")).to_have_value("")
    counter.keyboard.type("Segunda de la mañana")
    counter.keyboard.press("Control+Enter")

    expect(counter.get_by_role("heading", level=1)).to_have_text("Segunda de la mañana")
    assert {one["name"] for one in shop.find("companies", "de la mañana")} >= {"Segunda de la mañana"}


def test_a_company_that_is_not_there_is_made_from_within_the_deal(seat: Seat) -> None:
    name = seat.field("deals", "name")
    form = begin(seat, "deals")
    form.get_by_label(name).fill("Aceite para la cantina")
    company = form.get_by_role("combobox", name=seat.field("deals", "company"))
    company.fill("Cantina Nueva")
    seat.the("option", "fields.createNamed", name="Cantina Nueva").click()

    inner = seat.the("dialog", "create.title", name=seat.one("companies"))
    expect(inner.get_by_label(seat.field("companies", "name"))).to_have_value("Cantina Nueva")
    seat.press("create.submit", within=inner, name=seat.one("companies"))
    expect(inner).to_have_count(0)
    expect(company).to_have_value("Cantina Nueva")
    form.get_by_label(seat.field("deals", "amount")).fill({"es": "1250,5", "en": "1250.5"}[seat.manner.language])
    assert seat.fits()
    seat.press("create.submit", within=form, name=seat.one("deals"))

    expect(seat.title()).to_have_text("Aceite para la cantina")
    deal = seat.shop.find("deals", "aceite para la cantina")[0]
    assert deal["amount"]["amount"] == "1250.50"
    assert [link["name"] for link in deal["links"]["company"]] == ["Cantina Nueva"]


def test_the_lines_of_an_order_take_the_price_of_their_product_and_add_up(seat: Seat) -> None:
    page, spanish = seat.page, seat.manner.language == "es"
    seat.shop.create("products", name="Aceite de oliva 5 l", sku="ACE-5", unit_price="39.90")
    seat.shop.find("products", "aceite de oliva")
    form = begin(seat, "orders")
    seat.press("form.allFields", within=form)
    form.get_by_role("textbox", name=seat.field("orders", "date")).fill(seat.says("fields.day.today"))
    seat.press("fields.addLine", within=form)
    line = seat.the("group", "fields.nthLine", within=form, n=1)
    price, product, quantity, discount = LINE[seat.manner.language]
    line.get_by_role("combobox", name=product).fill("aceite de oliva")
    page.get_by_role("option", name="Aceite de oliva 5 l").click()
    expect(line.get_by_role("textbox", name=price)).to_have_value("39,90" if spanish else "39.90")
    line.get_by_role("textbox", name=quantity).fill("3")
    line.get_by_role("textbox", name=discount).fill("10")

    expect(form.get_by_text(seat.says("fields.linesSum", sum="107,73 €" if spanish else "€107.73"))).to_be_visible()
    assert seat.fits()
    seat.press("create.submit", within=form, name=seat.one("orders"))
    expect(form).to_have_count(0)
    made = eventually(lambda: seat.shop.get("/v1/records/orders")["items"], "the order")[0]
    order = seat.shop.get(f"/v1/records/orders/{made['id']}")
    assert (order["total"]["amount"], order["lines"][0]["name"]) == ("107.73", "Aceite de oliva 5 l")


def test_every_input_in_every_state_can_be_used_by_everybody(door: Seat, demo: Shop) -> None:
    page = read_in(sign_in(door.page, demo), door.manner.language)
    page.add_init_script("sessionStorage.setItem('tendero-gallery', '1')")
    page.goto("/dev/gallery")
    expect(page.get_by_role("textbox").first).to_be_visible()
    expect(page.locator(".ProseMirror").first).to_be_visible()

    assert findings_in_both_lights(page) == []
