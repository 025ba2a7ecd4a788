"""The board of deals: what each column holds, and a card moved by mouse, by keyboard, by finger and by menu."""

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.steps.moving import still
from tests.e2e.steps.seat import MANNERS, Seat
from tests.e2e.steps.shop import Shop, eventually, open_shop, sign_in

pytestmark = pytest.mark.browser

DEALS = (("Aceite para la feria", "1000.00"), ("Cestas de Navidad", "2500.00"), ("Vino de la casa", "400.00"))


def fill(shop: Shop) -> dict[str, dict[str, Any]]:
    """Return three deals in the first column, once the counters know them."""
    made = {name: shop.create("deals", name=name, stage="new", amount=amount) for name, amount in DEALS}

    def counted() -> bool:
        totals = shop.get("/v1/records/deals/totals?by=stage")["items"]
        return sum(item["count"] for item in totals if item["value"] == "new") == len(DEALS)

    eventually(counted, "the counters")
    return made


@pytest.fixture(scope="module")
def board(shop: Shop) -> dict[str, dict[str, Any]]:
    return fill(shop)


@pytest.fixture(scope="module")
def deals(store: Shop) -> dict[str, dict[str, Any]]:
    return fill(store)


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name=name, exact=True)


def head(page: Page, name: str) -> Locator:
    return page.locator("header").filter(has=page.get_by_role("heading", name=name, exact=True, level=2))


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("listitem", name=name, exact=True)


def test_cards_move_by_mouse_and_keyboard_and_the_totals_follow(
    counter: Page, board: dict[str, dict[str, Any]], shop: Shop
) -> None:
    counter.goto("/records/deals?layout=board")
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
    expect(counter.locator("[data-lifted]")).to_contain_text("Cestas de Navidad")
    counter.keyboard.press("ArrowRight")
    expect(counter.locator("[data-name='Cualificada'][data-over]")).to_have_count(1)
    counter.keyboard.press("Space")
    expect(column(counter, "Cualificada").get_by_role("listitem")).to_have_count(2)
    expect(head(counter, "Cualificada")).to_contain_text("2.900")

    def stages() -> list[str]:
        return [shop.get(f"/v1/records/deals/{deal['id']}")["stage"] for deal in board.values()]

    eventually(lambda: stages() == ["new", "qualified", "qualified"], "the moves")
    counter.reload()
    expect(column(counter, "Cualificada").get_by_role("listitem")).to_have_count(2)


def test_a_card_moves_by_its_menu_and_a_lost_one_says_why(seat: Seat, deals: dict[str, dict[str, Any]]) -> None:
    page = seat.page
    new, lost, qualified = (seat.option("deals", "stage", stage) for stage in ("new", "lost", "qualified"))
    reason = seat.field("deals", "lost_reason")
    page.goto("/records/deals?layout=board")
    expect(column(page, new).get_by_role("listitem")).to_have_count(3)
    expect(head(page, new)).to_contain_text({"es": "3.900", "en": "3,900"}[seat.manner.language])

    seat.press("board.menu", name="Cestas de Navidad")
    page.get_by_role("menuitem", name=qualified).click()
    told = seat.says("board.moved", name="Cestas de Navidad", column=qualified)
    expect(page.get_by_text(told)).to_be_visible()
    expect(head(page, new)).to_contain_text({"es": "1.400", "en": "1,400"}[seat.manner.language])
    seat.press("board.menu", name="Aceite para la feria")
    page.get_by_role("menuitem", name=lost).click()
    question = page.get_by_role("dialog").filter(has=page.get_by_role("combobox", name=reason))
    seat.press("ask.submit", within=question)
    expect(question.get_by_text(seat.says("fieldErrors.required"))).to_be_visible()
    seat.choose(question.get_by_role("combobox", name=reason), seat.option("deals", "lost_reason", "price"))
    seat.press("ask.submit", within=question)
    expect(column(page, lost).get_by_role("listitem")).to_have_count(1)

    def kept() -> bool:
        deal = seat.shop.get(f"/v1/records/deals/{deals['Aceite para la feria']['id']}")
        return (deal["stage"], deal["lost_reason"]) == ("lost", "price")

    eventually(kept, "the loss")
    seat.undo(told)
    expect(column(page, new).get_by_role("listitem")).to_have_count(2)


@pytest.mark.console_may_say(r"status of 412 ")
def test_a_refused_drop_goes_back(seat: Seat) -> None:
    page, new = seat.page, seat.option("deals", "stage", "new")
    first = seat.shop.create("deals", name="Queso en aceite", stage="new", amount="90.00")
    page.goto("/records/deals?layout=board")
    there = card(page, "Queso en aceite").and_(column(page, new).get_by_role("listitem"))
    expect(there).to_be_visible()
    seat.shop.change("deals", first, next_step="Probarlo")

    seat.press("board.menu", name="Queso en aceite")
    page.get_by_role("menuitem", name=seat.option("deals", "stage", "proposal")).click()
    conflict = seat.the("dialog", "conflict.title")
    seat.press("conflict.keepTheirs", within=conflict)

    expect(there).to_be_visible()


def test_any_choice_makes_the_columns_and_a_filter_keeps_its_counts(counter: Page, shop: Shop) -> None:
    for name, industry in (("Bar Pepe", "hospitality"), ("Bar Luna", "hospitality"), ("Colmado Ana", "retail")):
        shop.create("companies", name=name, industry=industry)
    shop.create("companies", name="Sin sector, S.L.")
    counter.goto("/records/companies?layout=board")

    counter.get_by_role("combobox", name="Columnas por").select_option(label="Sector")
    expect(column(counter, "Hostelería").get_by_role("listitem")).to_have_count(2)
    expect(column(counter, "Sin valor").get_by_role("listitem")).to_have_count(1)

    card(counter, "Sin sector, S.L.").focus()
    counter.keyboard.press("Space")
    counter.keyboard.press("ArrowRight")
    counter.keyboard.press("Space")
    expect(column(counter, "Comercio").get_by_role("listitem")).to_have_count(2)
    expect(card(counter, "Sin sector, S.L.")).to_be_focused()

    counter.get_by_role("button", name="Filtrar", exact=True).click()
    counter.get_by_role("menuitem", name="Nombre", exact=True).click()
    counter.get_by_label("Valor de Nombre").fill("bar")
    expect(column(counter, "Comercio").get_by_role("listitem")).to_have_count(0)
    expect(head(counter, "Hostelería")).to_contain_text("2")


def test_a_long_press_moves_a_card_and_a_short_one_scrolls(browser: Browser, playwright: Any, base_url: str) -> None:
    manner = MANNERS[1]
    shop = open_shop(playwright, base_url, "Ultramarinos Campos", locale=manner.language)
    deal = shop.create("deals", name="Sardinas en lata", stage="new", amount="70.00")
    context = browser.new_context(base_url=base_url, has_touch=True, is_mobile=True, **manner.browser)
    finger = sign_in(context.new_page(), shop)
    finger.goto("/records/deals?layout=board")
    there = card(finger, "Sardinas en lata")
    expect(there).to_be_visible()
    box = there.bounding_box()
    assert box is not None
    hand = finger.context.new_cdp_session(finger)

    def touch(kind: str, x: float = 0, y: float = 0) -> None:
        points = [{"x": x, "y": y}] if kind != "touchEnd" else []
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    x, y = box["x"] + 60, box["y"] + box["height"] - 14
    touch("touchStart", x, y)
    touch("touchMove", x - 30, y)
    touch("touchMove", x - 60, y)
    touch("touchEnd")
    expect(finger.locator("[data-ghost]")).to_have_count(0)
    there.scroll_into_view_if_needed()
    box = still(there)
    x, y = box["x"] + 60, box["y"] + box["height"] - 14
    touch("touchStart", x, y)
    expect(finger.locator("[data-ghost]")).to_have_count(1)
    for step in range(1, 6):
        touch("touchMove", x + (385 - x) * step / 5, y)
    expect(finger.locator("[data-name='Qualified'][data-over]")).to_have_count(1)
    touch("touchEnd")

    eventually(lambda: shop.get(f"/v1/records/deals/{deal['id']}")["stage"] != "new", "the move")
    assert finger.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_board_says_what_each_column_holds_and_which_deals_need_care(page: Page, demo: Shop) -> None:
    totals = demo.get("/v1/records/deals/totals?by=stage")["items"]
    held = Counter({item["value"]: 0 for item in totals})
    for item in totals:
        held[item["value"]] += item["count"]
    stages = next(field for field in demo.get("/v1/objects/deals")["fields"] if field["name"] == "stage")["options"]
    shown = [stage for stage in stages if stage["pipeline"] == stages[0]["pipeline"]]

    sign_in(page, demo).goto("/records/deals?layout=board")

    for stage in shown:
        expect(head(page, stage["label"]["es"])).to_contain_text(str(held[stage["value"]]))
    deals = demo.get("/v1/records/deals?limit=100")["items"]
    stalled = next(deal for deal in deals if deal["flags"].get("stalled"))
    expect(page.get_by_role("listitem").filter(has_text="Parada").first).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Sin siguiente paso").first).to_be_visible()
    page.goto(f"/records/deals/{stalled['id']}")
    expect(page.get_by_text("Parada", exact=True).first).to_be_visible()
