"""The frame around every page: keys, palette, notifications, favourites, density, and days without a network."""

import re
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually, sign_in

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
PALETTE_MS = 100
"""How long the palette may take to be there for whoever types; doubled for a busy machine."""

EVERY_SHEET_IS_KEPT = r"""async () => {
  const worker = await (await fetch("/sw.js")).text();
  const sheets = worker.match(/\/assets\/[\w.-]+\.css/g);
  const kept = await caches.open("tendero-assets");
  return (await Promise.all(sheets.map((sheet) => kept.match(sheet)))).every((sheet) => sheet?.ok);
}"""


def home(page: Page) -> Page:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hola, Nuria")
    return page


def test_no_letter_is_lost_however_early_it_is_typed(counter: Page, shop: Shop) -> None:
    shop.create("companies", name="Zapatería Quirós")
    shop.find("companies", "zapateria")
    counter.goto("/", wait_until="commit")
    expect(counter.get_by_role("navigation", name="Navegación principal")).to_be_visible()

    counter.keyboard.press("Control+k")
    counter.keyboard.type("zapateria quiros")

    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_have_value("zapateria quiros")
    expect(counter.get_by_role("dialog").get_by_text("Zapatería Quirós")).to_be_visible()


def test_the_palette_is_there_at_once(counter: Page) -> None:
    home(counter)
    counter.wait_for_load_state("networkidle")
    counter.evaluate(
        """() => {
          addEventListener("keydown", (event) => event.key === "k" && (window.asked = performance.now()), true);
          addEventListener("focusin", (event) => {
            if (event.target.matches("[role=dialog] input")) window.came = performance.now();
          });
        }"""
    )
    times = []
    for _ in range(3):
        counter.keyboard.press("Control+k")
        expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
        times.append(counter.evaluate("window.came - window.asked"))
        counter.keyboard.press("Escape")
        expect(counter.get_by_role("dialog")).to_have_count(0)

    assert min(times) < 2 * PALETTE_MS, times


def test_two_keys_lead_to_a_place_and_one_creates(counter: Page) -> None:
    home(counter)

    counter.keyboard.press("g")
    counter.keyboard.press("e")
    expect(counter.get_by_role("heading", level=1)).to_have_text("Empresas")
    counter.keyboard.press("c")
    expect(counter.get_by_role("dialog", name="Crear empresa")).to_be_visible()
    counter.keyboard.press("Escape")
    expect(counter.get_by_role("dialog")).to_have_count(0)
    counter.keyboard.press("/")
    expect(counter.get_by_role("searchbox", name="Buscar en empresas")).to_be_focused()
    counter.keyboard.type("gh")
    expect(counter.get_by_role("searchbox", name="Buscar en empresas")).to_have_value("gh")


def test_the_sheet_shows_the_keys_and_turns_single_ones_off(counter: Page) -> None:
    home(counter)

    counter.keyboard.press("?")
    sheet = counter.get_by_role("dialog", name="Atajos de teclado")
    expect(sheet.get_by_role("heading", name="Ir a")).to_be_visible()
    expect(sheet.get_by_text("Buscar y actuar")).to_be_visible()
    sheet.get_by_role("switch", name="Usar teclas sueltas").press("Space")
    counter.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    counter.keyboard.press("g")
    counter.keyboard.press("e")
    expect(counter.get_by_role("heading", level=1)).to_have_text("Hola, Nuria")
    counter.keyboard.press("Control+k")
    expect(counter.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()


def test_the_menu_of_a_person_is_walked_by_arrows_and_gives_the_focus_back(counter: Page) -> None:
    home(counter)
    menu = counter.get_by_role("button", name="Ultramarinos Campos, cuenta de Nuria Campos")

    menu.press("Enter")
    expect(counter.get_by_role("menuitem", name="Mi cuenta")).to_be_focused()
    counter.keyboard.press("ArrowDown")
    expect(counter.get_by_role("menuitem", name="Atajos de teclado")).to_be_focused()
    counter.keyboard.press("End")
    expect(counter.get_by_role("menuitem", name="Cerrar sesión")).to_be_focused()
    counter.keyboard.press("Escape")
    expect(menu).to_be_focused()
    menu.click()
    counter.get_by_role("menuitem", name="Compacta").click()
    expect(counter.locator("html")).to_have_attribute("data-density", "compact")
    counter.reload()
    expect(counter.locator("html")).to_have_attribute("data-density", "compact")


def test_what_one_keeps_at_hand_is_in_the_navigation(counter: Page, shop: Shop) -> None:
    company = shop.create("companies", name="Mercado de Maravillas")
    assert shop.line.put(f"/v1/favourites/companies/{company['id']}").ok
    home(counter)

    counter.get_by_role("navigation", name="Navegación principal").get_by_role(
        "link", name="Mercado de Maravillas"
    ).click()

    expect(counter.get_by_role("heading", level=1)).to_have_text("Mercado de Maravillas")


def test_nothing_to_tell_is_told_and_what_one_wants_to_hear_is_kept(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    seat.home()
    seat.press("bell.title", within=page.locator("body") if seat.is_phone else seat.menu())
    panel = seat.the("dialog", "bell.title")
    expect(panel.get_by_text(seat.says("bell.emptyHint"))).to_be_visible()
    seat.the("link", "bell.all", within=panel).click()
    expect(seat.title()).to_have_text(seat.says("bell.title"))

    choice = page.get_by_role("checkbox", name=f"{seat.says('bell.about.comment')}: {seat.says('bell.inApp')}")
    expect(choice).to_be_checked()
    choice.click()
    page.reload()

    expect(choice).not_to_be_checked()
    assert shop.get("/v1/notifications/preferences")["muted"] == ["comment"]
    assert shop.line.patch("/v1/notifications/preferences", data={"muted": []}).ok


def test_news_are_read_one_by_one_and_all_at_once(page: Page, shop: Shop) -> None:
    told = [
        {
            "id": f"news-{place}",
            "kind": "notification",
            "at": f"2026-11-2{place}T09:00:00.000Z",
            "actor": None,
            "data": {"what": "mention", "plural": "companies", "id": shop_company["id"], "name": shop_company["name"]},
            "read": False,
        }
        for place, shop_company in (
            (1, shop.create("companies", name="Uno")),
            (0, shop.create("companies", name="Dos")),
        )
    ]
    read: list[str] = []
    page.route(
        re.compile(r"/v1/notifications\?"),
        lambda route: route.fulfill(json={"items": told, "next_cursor": None, "unread": 2 - len(read)}),
    )
    page.route(
        "**/v1/notifications/read",
        lambda route: (read.append(route.request.post_data or ""), route.fulfill(json={"unread": 0}))[-1],
    )
    home(sign_in(page, shop))

    page.get_by_role("button", name="Avisos, hay nuevos").click()
    panel = page.get_by_role("dialog", name="Avisos")
    expect(panel.get_by_text("2 sin leer")).to_be_visible()
    panel.get_by_role("button", name="Marcar todo como leído").click()

    expect(page.get_by_role("button", name="Avisos", exact=True)).to_be_visible()
    assert read == ['{"up_to":"2026-11-21T09:00:00.000Z"}']


def no_answer(route: Route) -> None:
    """What a phone hears that has bars and nothing behind them."""
    route.abort()


@pytest.mark.console_may_say(r"ERR_INTERNET_DISCONNECTED", r"Failed to fetch", r"net::ERR", r"status of 401 .*/v1/")
def test_what_was_last_seen_can_be_read_without_a_network(seat: Seat) -> None:
    page = seat.page
    page.add_init_script("Object.defineProperty(navigator, 'webdriver', {get: () => false})")
    company = seat.shop.create("companies", name="Bodega Sin Cobertura")
    page.goto(f"/records/companies/{company['id']}")
    expect(seat.title()).to_have_text("Bodega Sin Cobertura")
    eventually(lambda: page.evaluate("navigator.serviceWorker.controller !== null"), "the worker taking over")
    eventually(lambda: page.evaluate(EVERY_SHEET_IS_KEPT), "every style sheet being kept")
    page.reload()
    expect(seat.title()).to_have_text("Bodega Sin Cobertura")
    page.wait_for_load_state("networkidle")

    page.context.set_offline(True)
    page.reload()
    expect(seat.title()).to_have_text("Bodega Sin Cobertura")
    expect(page.get_by_role("status").get_by_text(seat.says("offline.text"))).to_be_visible()
    page.goto("/records/deals/01J00000000000000000000000")
    expect(seat.the("heading", "offline.notSeen")).to_be_visible()
    page.goto("/notifications")
    expect(seat.the("heading", "offline.notSeen")).to_be_visible()
    expect(page.get_by_role("status").get_by_text(seat.says("offline.text"))).to_be_visible()

    page.route("**/index.html", no_answer)
    page.context.set_offline(False)
    expect(page.get_by_role("status").get_by_text(seat.says("offline.text"))).to_have_count(0)
    expect(seat.the("heading", "offline.notSeen")).to_be_visible()
    page.unroute("**/index.html", no_answer)
    expect(seat.title()).to_have_text(seat.says("bell.title"))

    seat.home()
    seat.press("nav.account", within=seat.menu(), company=seat.shop.company, name="Nuria Campos")
    seat.the("menuitem", "nav.signOut").click()
    expect(seat.the("button", "signIn.submit")).to_be_visible()
    assert page.evaluate("caches.has('tendero-answers')") is False


def refuse(answer: dict[str, Any], route: Route) -> None:
    route.fulfill(**answer)


@pytest.mark.console_may_say(r"status of 403", r"status of 500")
def test_a_page_that_fails_says_what_to_do(seat: Seat) -> None:
    page = seat.page
    refusals = (
        (403, {"code": "forbidden"}, "missing.forbidden", seat.says("missing.forbiddenText")),
        (500, {"code": "internal_error", "request_id": "ref-1234"}, None, "ref-1234"),
    )
    for status, body, title, advice in refusals:
        answer = {"status": status, "json": {"status": status, **body}}
        page.route("**/v1/objects/orders", partial(refuse, answer))
        page.goto("/records/orders")

        expect(page.get_by_text(advice)).to_be_visible()
        if title:
            expect(seat.the("heading", title)).to_be_visible()
        seat.the("link", "missing.home").click()
        expect(seat.title()).to_have_text(seat.says("today.hello", name="Nuria"))
        page.unroute("**/v1/objects/orders")


def test_the_frame_fits_a_phone_in_english_too(counter: Page, shop: Shop) -> None:
    counter.set_viewport_size(PHONE)
    home(counter)

    counter.get_by_role("button", name="Menú").click()
    counter.get_by_role("button", name="Ultramarinos Campos, cuenta de").click()
    counter.get_by_role("menuitem", name="English").click()
    counter.get_by_role("button", name="Close").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Hello, Nuria")
    for path in ("/", "/notifications"):
        counter.goto(path)
        expect(counter.get_by_role("heading", level=1)).to_be_visible()
        counter.wait_for_load_state("networkidle")
        assert counter.evaluate("document.documentElement.scrollWidth") <= 390
    assert shop.line.patch("/v1/me", data={"locale": "es"}).ok
