"""The board of deals: what each column holds, and a card moved by mouse, by keyboard and by menu."""

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps.shop import Shop, eventually, sign_in

pytestmark = pytest.mark.browser

DEALS = (("Aceite para la feria", "1000.00"), ("Cestas de Navidad", "2500.00"), ("Vino de la casa", "400.00"))


@pytest.fixture(scope="module")
def board(shop: Shop) -> dict[str, dict[str, Any]]:
    """Return three deals in the first column, once the counters know them."""
    made = {name: shop.create("deals", name=name, stage="new", amount=amount) for name, amount in DEALS}

    def counted() -> bool:
        totals = shop.get("/v1/records/deals/totals?by=stage")["items"]
        return sum(item["count"] for item in totals if item["value"] == "new") == len(DEALS)

    eventually(counted, "the counters")
    return made


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name=name, exact=True)


def head(page: Page, name: str) -> Locator:
    return page.locator("header").filter(has=page.get_by_role("heading", name=name, exact=True, level=2))


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("listitem", name=name, exact=True)


def test_cards_move_by_mouse_keyboard_and_menu_and_the_totals_follow(
    counter: Page, board: dict[str, dict[str, Any]], shop: Shop
) -> None:
    counter.goto("/records/deals?view=board")
    expect(column(counter, "Nueva").get_by_role("listitem")).to_have_count(3)
    expect(head(counter, "Nueva")).to_contain_text("3.900")

    start = card(counter, "Vino de la casa").bounding_box()
    target = column(counter, "Cualificada").bounding_box()
    assert start is not None
    assert target is not None
    counter.mouse.move(start["x"] + 60, start["y"] + start["height"] - 12)
    counter.mouse.down()
    counter.mouse.move(start["x"] + 90, start["y"] + start["height"], steps=5)
    counter.mouse.move(target["x"] + 100, target["y"] + 40, steps=12)
    counter.mouse.up()
    expect(
        card(counter, "Vino de la casa").and_(column(counter, "Cualificada").get_by_role("listitem"))
    ).to_be_visible()
    expect(head(counter, "Nueva")).to_contain_text("3.500")
    expect(counter.get_by_text("Vino de la casa pasa a Cualificada")).to_be_visible()

    card(counter, "Cestas de Navidad").focus()
    counter.keyboard.press("Space")
    counter.wait_for_timeout(300)
    counter.keyboard.press("ArrowRight")
    counter.wait_for_timeout(300)
    counter.keyboard.press("Space")
    expect(column(counter, "Cualificada").get_by_role("listitem")).to_have_count(2)
    expect(head(counter, "Cualificada")).to_contain_text("2.900")

    counter.get_by_role("button", name="Acciones de Aceite para la feria").click()
    counter.get_by_role("menuitem", name="Perdida").click()
    question = counter.get_by_role("dialog", name="Falta motivo de pérdida")
    question.get_by_role("button", name="Guardar y continuar").click()
    expect(question.get_by_text("Hace falta un valor")).to_be_visible()
    question.get_by_role("combobox", name="Motivo de pérdida").click()
    counter.get_by_role("option", name="Precio").click()
    question.get_by_role("button", name="Guardar y continuar").click()
    expect(column(counter, "Perdida").get_by_role("listitem")).to_have_count(1)

    def stages() -> dict[str, str] | None:
        found = {name: shop.get(f"/v1/records/deals/{deal['id']}")["stage"] for name, deal in board.items()}
        return found if found["Aceite para la feria"] == "lost" else None

    assert eventually(stages, "the loss") == {
        "Aceite para la feria": "lost",
        "Cestas de Navidad": "qualified",
        "Vino de la casa": "qualified",
    }
    counter.reload()
    expect(column(counter, "Cualificada").get_by_role("listitem")).to_have_count(2)


def test_the_board_says_what_each_column_holds_and_which_deals_need_care(page: Page, demo: Shop) -> None:
    totals = demo.get("/v1/records/deals/totals?by=stage")["items"]
    held = Counter({item["value"]: 0 for item in totals})
    for item in totals:
        held[item["value"]] += item["count"]
    stages = next(field for field in demo.get("/v1/objects/deals")["fields"] if field["name"] == "stage")["options"]
    shown = [stage for stage in stages if stage["pipeline"] == stages[0]["pipeline"]]

    sign_in(page, demo).goto("/records/deals?view=board")

    for stage in shown:
        expect(head(page, stage["label"]["es"])).to_contain_text(str(held[stage["value"]]))
    deals = demo.get("/v1/records/deals?limit=100")["items"]
    stalled = next(deal for deal in deals if deal["flags"].get("stalled"))
    expect(page.get_by_role("listitem").filter(has_text="Parada").first).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Sin siguiente paso").first).to_be_visible()
    page.goto(f"/records/deals/{stalled['id']}")
    expect(page.get_by_text("Parada", exact=True).first).to_be_visible()
