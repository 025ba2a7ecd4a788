"""The page of a company: edited in place, with its history and what belongs to it; deleted and brought back."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser


@pytest.fixture
def bodega(shop: Shop) -> dict[str, Any]:
    """Return a company with somebody in it and a deal."""
    company = shop.create("companies", name="Bodegas Ibáñez", industry="food", website="https://bodegas.example")
    shop.create("contacts", first_name="Rita", last_name="Ibáñez", companies=[{"id": company["id"], "role": "Dueña"}])
    shop.create("deals", name="Vino para el verano", stage="new", company=company["id"], amount="1250.50")
    return company


def test_a_value_is_edited_in_place_and_the_timeline_tells_it(counter: Page, bodega: dict[str, Any]) -> None:
    counter.goto(f"/records/companies/{bodega['id']}")
    details = counter.get_by_role("complementary")

    details.get_by_role("button", name="Editar Sitio web").press("Enter")
    expect(details.get_by_role("textbox", name="Sitio web")).to_be_focused()
    counter.keyboard.type("no se guarda")
    counter.keyboard.press("Escape")
    expect(details.get_by_role("link", name="bodegas.example")).to_be_visible()
    details.get_by_role("button", name="Editar Nombre").click()
    details.get_by_role("textbox", name="Nombre").fill("Bodegas Ibáñez e Hijas")
    counter.keyboard.press("Enter")

    expect(counter.get_by_role("heading", level=1)).to_have_text("Bodegas Ibáñez e Hijas")
    history = counter.get_by_role("tabpanel", name="Actividad")
    expect(history.get_by_role("listitem").filter(has_text="ha cambiado")).to_contain_text("Bodegas Ibáñez e Hijas")

    counter.get_by_label("Nota nueva").fill("Quieren catálogo en papel.")
    counter.get_by_role("button", name="Guardar nota").click()
    expect(history.get_by_role("listitem").filter(has_text="ha añadido nota")).to_be_visible()

    counter.get_by_role("tab", name="Contactos").click()
    expect(counter.get_by_role("rowheader")).to_have_text(["Rita Ibáñez"])
    counter.get_by_role("tab", name="Oportunidades").click()
    expect(counter.get_by_role("row").filter(has_text="Vino para el verano")).to_contain_text("1.250,50")
    counter.get_by_role("button", name="Crear oportunidad").click()
    counter.get_by_role("dialog").get_by_label("Nombre").fill("Vino para Navidad")
    counter.get_by_role("dialog").get_by_role("button", name="Crear oportunidad").click()
    expect(counter.get_by_role("rowheader").filter(has_text="Vino para Navidad")).to_be_visible()
    counter.get_by_role("link", name="Vino para Navidad").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Vino para Navidad")
    expect(counter.get_by_role("link", name="Bodegas Ibáñez e Hijas").first).to_be_visible()


def test_a_deleted_company_comes_back_by_undo(counter: Page, bodega: dict[str, Any], shop: Shop) -> None:
    name = "Quesos que se van y vuelven"
    company = shop.create("companies", name=name)
    counter.goto(f"/records/companies/{company['id']}")
    listing = counter.get_by_role("region", name="Lista de empresas")

    counter.get_by_role("button", name="Más acciones").click()
    counter.get_by_role("menuitem", name="Eliminar").click()

    notice = counter.get_by_role("alert").filter(has_text=f"{name}: eliminado")
    expect(notice).to_be_visible()
    expect(listing.get_by_role("link", name="Bodegas Ibáñez").first).to_be_visible()
    expect(listing.get_by_role("link", name=name)).to_have_count(0)
    notice.get_by_role("button", name="Deshacer").click()
    expect(listing.get_by_role("link", name=name)).to_be_visible()


@pytest.mark.console_may_say(r"status of 412 .*/v1/records/companies/")
def test_two_people_changing_one_company_choose_whose_change_stays(
    counter: Page, bodega: dict[str, Any], shop: Shop
) -> None:
    counter.goto(f"/records/companies/{bodega['id']}")
    name = counter.get_by_role("complementary").get_by_role("button", name="Editar Nombre")
    expect(name).to_be_visible()
    shop.change("companies", bodega, name="Bodegas de otra persona")

    name.click()
    counter.get_by_role("complementary").get_by_role("textbox", name="Nombre").fill("Bodegas mías")
    counter.keyboard.press("Enter")
    conflict = counter.get_by_role("dialog", name="Otra persona ha cambiado este registro")

    expect(conflict.get_by_role("row", name="Nombre")).to_contain_text("Bodegas de otra persona")
    expect(conflict.get_by_role("row", name="Nombre")).to_contain_text("Bodegas mías")
    conflict.get_by_role("button", name="Guardar mi cambio").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Bodegas mías")

    def is_mine() -> bool:
        return bool(shop.get(f"/v1/records/companies/{bodega['id']}")["name"] == "Bodegas mías")

    eventually(is_mine, "keeping my change")
