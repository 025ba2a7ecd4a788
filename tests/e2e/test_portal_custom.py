"""What a firm adds to its own catalogue is in the portal at once: in the menu, the lists, the forms, on the record."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

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


@pytest.fixture(scope="module")
def garage(shop: Shop) -> dict[str, Any]:
    """Return the document of an object that the firm has just declared."""
    answer = shop.line.post("/v1/objects", data=VAN)
    assert answer.ok, answer.text()
    document: dict[str, Any] = answer.json()
    return document


def test_an_object_of_the_firms_own_is_in_the_menu_the_form_and_the_list(
    counter: Page, garage: dict[str, Any], shop: Shop
) -> None:
    counter.goto("/")

    counter.get_by_role("navigation", name="Navegación principal").get_by_role("link", name="Furgonetas").click()
    counter.get_by_role("button", name="Crear furgoneta").first.click()
    form = counter.get_by_role("dialog")
    form.get_by_role("button", name="Mostrar todos los campos").click()
    form.get_by_label("Matrícula").fill("1234 BCD")
    expect(form.get_by_text("Contando la del conductor")).to_be_visible()
    form.get_by_label("Plazas").fill("3")
    expect(form.get_by_label("Avería")).to_be_hidden()
    form.get_by_role("combobox", name="Estado").click()
    counter.get_by_role("option", name="Taller").click()
    form.get_by_label("Avería").fill("No arranca")
    form.get_by_role("radio", name="4 de 5 estrellas").focus()
    counter.keyboard.press("Space")
    form.get_by_role("textbox", name="Historia").fill("Comprada a Rita")
    form.get_by_role("button", name="Crear furgoneta").click()

    expect(counter.get_by_text("1234 BCD").first).to_be_visible()
    van = eventually(lambda: shop.get("/v1/records/c_vans")["items"], "the van")[0]
    assert (van["c_seats"], van["c_double"], van["c_liking"], van["c_reason"]) == (3, 6, 4, "No arranca")
    counter.goto("/records/c_vans?view=list")
    row = counter.get_by_role("row").filter(has_text="1234 BCD")
    expect(row).to_contain_text("Taller")
    expect(row.get_by_role("img", name="4 de 5 estrellas")).to_be_visible()


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
