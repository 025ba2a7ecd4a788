"""The list of companies: found by words, by a choice, in order; one more in two clicks; cards on a phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser

COMPANIES = (
    ("Almazara La Encina", "food"),
    ("Bodegas Ibáñez", "food"),
    ("Cafetería Zorzal", "hospitality"),
    ("Droguería Núñez", "retail"),
)


@pytest.fixture(scope="module")
def stocked(shop: Shop) -> Shop:
    for name, industry in COMPANIES:
        shop.create("companies", name=name, industry=industry, phones="+34 925 123 456")
    shop.find("companies", "nunez")
    return shop


def names(listing: Locator) -> Locator:
    return listing.get_by_role("rowheader")


def test_a_list_is_searched_filtered_and_sorted_and_its_address_says_so(counter: Page, stocked: Shop) -> None:
    counter.goto("/records/companies")
    listing = counter.get_by_role("region", name="Lista de empresas")
    expect(names(listing)).to_have_count(4)

    listing.get_by_role("button", name="Nombre").click()
    expect(names(listing)).to_have_text([name for name, _ in COMPANIES])
    listing.get_by_role("button", name="Nombre").click()
    expect(names(listing)).to_have_text([name for name, _ in reversed(COMPANIES)])

    counter.get_by_role("button", name="Filtrar").click()
    counter.get_by_role("menuitem", name="Sector").click()
    counter.get_by_role("checkbox", name="Alimentación").check()
    expect(names(listing)).to_have_text(["Bodegas Ibáñez", "Almazara La Encina"])
    counter.keyboard.press("Escape")
    counter.reload()
    expect(names(listing)).to_have_text(["Bodegas Ibáñez", "Almazara La Encina"])
    counter.get_by_role("button", name="Quitar el filtro Sector").click()

    counter.get_by_role("searchbox", name="Buscar en empresas").fill("NUNEZ")
    expect(names(listing)).to_have_text(["Droguería Núñez"])
    counter.get_by_role("searchbox", name="Buscar en empresas").fill("nadie con este nombre")
    expect(counter.get_by_text("Nada coincide")).to_be_visible()
    counter.get_by_role("button", name="Quitar filtros y búsqueda").click()
    expect(names(listing)).to_have_count(4)


@pytest.mark.console_may_say(r"status of 422 .*/v1/records/companies")
def test_a_form_shows_the_servers_complaint_on_its_field(counter: Page, stocked: Shop) -> None:
    counter.goto("/records/companies")

    counter.get_by_role("button", name="Crear empresa").first.click()
    form = counter.get_by_role("dialog", name="Crear empresa")
    form.get_by_role("button", name="Crear empresa").click()
    expect(form.get_by_text("Hace falta un valor")).to_be_visible()
    form.get_by_label("Nombre").fill("Especias del Tajo")
    form.get_by_text("Mostrar todos los campos").click()
    form.get_by_label("NIF / VAT").fill("B12345678")
    form.get_by_role("button", name="Crear empresa").click()
    expect(form.get_by_label("NIF / VAT")).to_have_accessible_description(re.compile("El NIF o VAT no es correcto"))
    expect(form.get_by_label("Nombre")).to_have_value("Especias del Tajo")
    form.get_by_label("NIF / VAT").fill("B12345674")
    form.get_by_role("button", name="Crear empresa").click()

    expect(counter.get_by_role("heading", level=1)).to_have_text("Especias del Tajo")
    expect(counter.get_by_text("B12345674").first).to_be_visible()


def test_a_phone_shows_cards_and_creates_with_one_hand(counter: Page, stocked: Shop) -> None:
    counter.set_viewport_size({"width": 390, "height": 844})
    counter.goto("/records/companies?sort=name")

    cards = counter.get_by_role("region", name="Lista de empresas").get_by_role("listitem")
    expect(cards.filter(has_text="Cafetería Zorzal")).to_contain_text("Hostelería")
    expect(counter.get_by_role("table")).to_have_count(0)
    assert counter.evaluate("document.documentElement.scrollWidth") <= 390

    counter.get_by_role("button", name="Crear empresa").click()
    counter.get_by_label("Nombre").fill("Frutos Secos Gamero")
    counter.get_by_role("dialog").get_by_role("button", name="Crear empresa").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Frutos Secos Gamero")
    counter.get_by_role("navigation", name="Accesos rápidos").get_by_role("link", name="Contactos").click()
    expect(counter.get_by_text("Aún no hay contactos")).to_be_visible()
