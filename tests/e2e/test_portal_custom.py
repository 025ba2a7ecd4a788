"""What a firm adds to its own catalogue is in the portal at once: in the menu, the lists, the forms, on the record."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser


def field(name: str, type: str, es: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": type, "label": {"es": es, "en": es}, **more}


STATES = [
    {"value": "road", "label": {"es": "En ruta", "en": "On the road"}},
    {"value": "workshop", "label": {"es": "Taller", "en": "Workshop"}},
]
VAN: dict[str, Any] = {
    "name": "c_van",
    "plural": "c_vans",
    "label": {"es": "Furgoneta", "en": "Van"},
    "label_plural": {"es": "Furgonetas", "en": "Vans"},
    "name_field": "c_plate",
    "icon": "truck",
    "features": {"activities": True, "board_by": "c_state"},
    "fields": [
        field("c_plate", "text", "Matrícula", required=True, indexed=True, searched=True),
        field("c_state", "choice", "Estado", counted=True, options=STATES),
        field("c_reason", "text", "Avería", visible_when={"field": "c_state", "op": "eq", "value": "workshop"}),
        field("c_seats", "integer", "Plazas", help={"es": "Contando la del conductor", "en": "With the driver's"}),
        field("c_liking", "rating", "Aprecio"),
        field("c_leaves", "time", "Sale a las"),
        field("c_price", "money", "Precio"),
        field("c_double", "formula", "Doble", formula="c_seats * 2", result="number"),
        field("c_story", "rich_text", "Historia"),
        field("c_firm", "link", "Empresa", link={"to": "companies", "inverse": "c_vans"}),
    ],
    "columns": ["c_plate", "c_state", "c_seats", "c_double", "c_liking", "c_price"],
}


def declare(shop: Shop) -> dict[str, Any]:
    answer = shop.line.post("/v1/objects", data=VAN)
    assert answer.ok, answer.text()
    document: dict[str, Any] = answer.json()
    return document


@pytest.fixture(scope="module")
def garage(shop: Shop) -> dict[str, Any]:
    """Return the document of an object that the firm has just declared."""
    return declare(shop)


def test_an_object_of_the_firms_own_is_in_the_menu_the_form_and_the_list(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    declare(shop)
    # A field that has one label has it in both languages.
    vans, van_of = seat.called("c_vans"), seat.one("c_vans")
    four = seat.says("fields.ratingOf", value=4, most=5)
    seat.home()

    seat.menu().get_by_role("link", name=vans).click()
    form = seat.create("c_vans")
    seat.press("form.allFields", within=form)
    form.get_by_label("Matrícula").fill("1234 BCD")
    hint = {"es": "Contando la del conductor", "en": "With the driver's"}[seat.manner.language]
    expect(form.get_by_text(hint)).to_be_visible()
    form.get_by_label("Plazas").fill("3")
    expect(form.get_by_label("Avería")).to_be_hidden()
    seat.choose(form.get_by_role("combobox", name="Estado"), seat.option("c_vans", "c_state", "workshop"))
    form.get_by_label("Avería").fill("No arranca")
    form.get_by_role("radio", name=four).focus()
    page.keyboard.press("Space")
    form.get_by_role("textbox", name="Historia").fill("Comprada a Rita")
    assert seat.fits()
    seat.press("create.submit", within=form, name=van_of)

    expect(page.get_by_text("1234 BCD").first).to_be_visible()
    van = eventually(lambda: shop.get("/v1/records/c_vans")["items"], "the van")[0]
    assert (van["c_seats"], van["c_double"], van["c_liking"], van["c_reason"]) == (3, 6, 4, "No arranca")
    page.goto("/records/c_vans?view=list")
    line = page.get_by_role("listitem" if seat.is_phone else "row").filter(has_text="1234 BCD")
    expect(line).to_contain_text(seat.option("c_vans", "c_state", "workshop"))
    if not seat.is_phone:
        expect(line.get_by_role("img", name=four)).to_be_visible()


def test_a_record_of_it_is_edited_in_place_and_has_its_history(
    counter: Page, garage: dict[str, Any], shop: Shop
) -> None:
    firm = shop.create("companies", name="Talleres Prieto")
    van = shop.create("c_vans", c_plate="9876 XYZ", c_seats=2, c_firm=firm["id"], c_story="<p>Muy <b>fiel</b></p>")
    counter.goto(f"/records/c_vans/{van['id']}")
    details = counter.get_by_role("complementary")

    details.get_by_role("button", name="Editar Plazas").click()
    details.get_by_label("Plazas").fill("5")
    counter.keyboard.press("Enter")

    expect(details.get_by_text("10", exact=True)).to_be_visible()
    expect(details.get_by_role("link", name="Talleres Prieto")).to_be_visible()
    expect(details.locator("b")).to_have_text("fiel")
    history = counter.get_by_role("tabpanel", name="Actividad")
    expect(history.get_by_role("listitem").filter(has_text="ha cambiado")).to_contain_text("Plazas")


def test_a_field_added_to_our_own_object_is_asked_for_and_shown(counter: Page, shop: Shop) -> None:
    answer = shop.line.post("/v1/objects/companies/fields", data=field("c_parking", "boolean", "Tiene aparcamiento"))
    assert answer.ok, answer.text()
    company = shop.create("companies", name="Ferretería Gil", c_parking=True)

    counter.goto(f"/records/companies/{company['id']}")

    expect(counter.get_by_role("complementary").get_by_text("Tiene aparcamiento")).to_be_visible()
