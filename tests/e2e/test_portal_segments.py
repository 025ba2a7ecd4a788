"""A segment said in words: understood, its assumptions changed, saved, and looked at; and the points that it gives."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

SAID = {
    "es": "empresas de Madrid que no compran desde hace 3 meses y gastaron más de 500 €",
    "en": "companies in Madrid that haven't bought in 3 months and spent more than 500 €",
}
UNDERSTOOD = {
    "es": "Empresas de la ciudad de Madrid que no compraron en los últimos 3 meses y gastaron más de 500 €",
    "en": "Companies in the city of Madrid that did not buy in the last 3 months and spent more than 500 €",
}
PROVINCE = {"es": "de la provincia de Madrid", "en": "in the province of Madrid"}


@pytest.fixture(scope="module")
def stocked(store: Shop) -> Shop:
    retiro = store.create("companies", name="Hotel Retiro", address={"city": "Madrid", "country": "ES"})
    store.create("companies", name="Bar Nuevo", address={"city": "Madrid", "country": "ES"})
    money = {"amount": "900.00", "currency": "EUR"}
    store.create("orders", date="2024-06-01", company=retiro["id"], status="delivered", total=money)
    return store


def test_a_sentence_becomes_a_segment(seat: Seat, stocked: Shop) -> None:
    page, language = seat.page, seat.manner.language
    page.goto("/segments/new")
    words = "Dilo con tus palabras" if language == "es" else "Say it in your own words"
    create = "Crear segmento" if language == "es" else "Create segment"
    name = f"Buenos que se van {language} {seat.is_phone}"

    page.get_by_label(words).fill(SAID[language])
    expect(page.get_by_text(UNDERSTOOD[language])).to_be_visible()
    expect(page.get_by_role("link", name="Hotel Retiro")).to_be_visible()
    place = "El lugar es: ciudad" if language == "es" else "The place is: city"
    page.get_by_role("button", name=place).click()
    page.get_by_role("menuitem", name="provincia" if language == "es" else "province", exact=True).click()
    expect(page.get_by_text(PROVINCE[language])).to_be_visible()
    place = "El lugar es: provincia" if language == "es" else "The place is: province"
    page.get_by_role("button", name=place).click()
    page.get_by_role("menuitem", name="ciudad" if language == "es" else "city", exact=True).click()
    expect(page.get_by_text(UNDERSTOOD[language])).to_be_visible()

    page.get_by_role("textbox", name="Nombre" if language == "es" else "Name").first.fill(name)
    page.get_by_role("button", name=create).click()

    expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.get_by_text("Miembros" if language == "es" else "Members", exact=True).first.click()
    expect(page.get_by_role("link", name="Hotel Retiro")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_points_of_a_segment_are_the_score_of_whoever_is_in_it(seat: Seat, stocked: Shop) -> None:
    page, language = seat.page, seat.manner.language
    called = f"Bodegas {language} {seat.is_phone}"
    bodegas = stocked.create("companies", name=called, industry="hospitality")
    name = f"Hostelería {language} {seat.is_phone}"
    filter = {"all": [{"field": "name", "op": "eq", "value": called}]}
    made = stocked.line.post("/v1/segments", data={"name": name, "object": "companies", "filter": filter})
    assert made.ok, made.text()
    page.goto(f"/segments/{made.json()['id']}")
    page.get_by_label(seat.says("segments:score.points")).fill("15")
    seat.press("actions.save")
    expect(page.get_by_text(seat.says("segments:segments.saved"))).to_be_visible()

    eventually(lambda: stocked.get(f"/v1/records/companies/{bodegas['id']}")["score"] == 15, "the score")
    page.goto(f"/records/companies/{bodegas['id']}")
    expect(page.get_by_text(seat.says("segments:score.line", count=15, number="15")).first).to_be_visible()
    seat.press("segments:score.open")
    dialog = seat.the("dialog", "segments:score.title")
    expect(dialog.get_by_role("row").filter(has_text=name)).to_contain_text("+15")
    assert seat.fits()
    dialog.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()

    page.goto("/segments")
    fact = seat.says("segments:score.fact", points="+15")
    expect(page.get_by_role("listitem").filter(has_text=name)).to_contain_text(fact)
