"""A list of a hundred thousand records, of which the portal holds those near the eye: scrolled far, and back.

The rows come from a stub that answers as the API does, and seals each cursor anew.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, Route, expect

from tests.e2e.steps.seat import Manner, Seat
from tests.e2e.steps.shop import Shop, open_shop

pytestmark = pytest.mark.browser

MANY = 100_000
FAR = 1_500


@dataclass(slots=True)
class Warehouse:
    """A hundred thousand companies, and who has asked for which of them."""

    one: dict[str, Any]
    renamed: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    seals: Iterator[int] = field(default_factory=count)

    def row(self, number: int) -> dict[str, Any]:
        id = f"01ROW{number:021d}"
        return self.one | {"id": id, "name": f"Empresa {number}"} | self.renamed.get(id, {})

    def query(self, route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")
        at = int((asked.get("cursor") or "0").partition("-")[0])
        until = min(MANY, at + asked["limit"])
        self.asked.append(at)
        cursor = f"{until}-{next(self.seals)}" if until < MANY else None
        route.fulfill(json={"items": [self.row(number) for number in range(at, until)], "next_cursor": cursor})

    def patch(self, route: Route) -> None:
        id = route.request.url.rpartition("/")[2]
        known = self.row(int(id.removeprefix("01ROW")))
        self.renamed[id] = json.loads(route.request.post_data or "{}") | {"version": known["version"] + 1}
        route.fulfill(json=known | self.renamed[id])


def stored(page: Page, shop: Shop) -> Warehouse:
    """Have the portal's list of companies come from a warehouse."""
    warehouse = Warehouse(shop.get("/v1/records/companies")["items"][0])
    page.route("**/v1/records/companies/query", lambda route: warehouse.query(route))
    page.route(re.compile(r"/v1/records/companies/01ROW\d+$"), lambda route: warehouse.patch(route))
    return warehouse


@pytest.fixture
def store(playwright: Playwright, base_url: str, manner: Manner) -> Shop:
    shop = open_shop(playwright, base_url, "Ultramarinos Campos", locale=manner.language)
    shop.create("companies", name="Almacenes Campos")
    return shop


@pytest.fixture
def shop(playwright: Playwright, base_url: str) -> Shop:
    shop = open_shop(playwright, base_url, "Ultramarinos Campos", locale="es")
    shop.create("companies", name="Almacenes Campos")
    return shop


def pull(found: Locator, until: Callable[[], bool]) -> None:
    """Bring pages, as a hand at the end of the list would."""
    for _ in range(400):
        if until():
            return
        found.evaluate("(list) => { list.scrollTop = list.scrollHeight; }")
        found.page.wait_for_timeout(50)
    pytest.fail("the list did not grow as long as that")


def seen(page: Page, happening: Callable[[], object], what: str) -> None:
    """Wait for something that the page asks of the warehouse, while the browser goes on."""
    for _ in range(600):
        if happening():
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{what}, but was not")


def top(found: Locator) -> float:
    height: float = found.evaluate("(list) => list.scrollTop")
    return height


def go(found: Locator, names: Locator, height: float) -> None:
    """Scroll to a height, and wait until records stand there: what a list drew before stays a moment longer."""
    found.evaluate("(list, height) => { list.scrollTop = height; }", height)
    seen(found.page, lambda: in_sight(found, names), "records come where one goes")


def in_sight(found: Locator, names: Locator) -> bool:
    box = found.bounding_box()
    assert box
    heights: list[float] = names.evaluate_all("(names) => names.map((name) => name.getBoundingClientRect().top)")
    return any(box["y"] < height < box["y"] + box["height"] for height in heights)


def test_a_list_is_scrolled_far_and_back_and_what_was_ticked_stays_ticked(seat: Seat) -> None:
    page, warehouse = seat.page, stored(seat.page, seat.shop)
    page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    names = seat.names(found)
    expect(names.first).to_have_text("Empresa 0")
    seat.the("checkbox", "list.select", within=found, name="Empresa 3", exact=True).click()

    pull(found, lambda: len(warehouse.asked) >= FAR // 100 + 5)
    half = top(found) / 2
    bar = seat.the("region", "bulk.region")
    expect(bar).to_contain_text(seat.says("bulk.chosen", count=1, n=1))
    before = len(warehouse.asked)
    go(found, names, half)
    expect(names.nth(5)).to_be_attached()
    seen(page, lambda: set(warehouse.asked[before:]) & set(warehouse.asked[:before]), "what was let go is read again")
    middle = names.nth(5).inner_text()
    seat.the("checkbox", "list.select", within=found, name=middle, exact=True).click()
    expect(bar).to_contain_text(seat.says("bulk.chosen", count=2, n=2))

    go(found, names, 0)
    expect(names.first).to_have_text("Empresa 0")
    expect(seat.the("checkbox", "list.select", within=found, name="Empresa 3", exact=True)).to_be_checked()
    go(found, names, half)
    expect(seat.the("checkbox", "list.select", within=found, name=middle, exact=True)).to_be_checked()
    assert abs(top(found) - half) < 2, "a card is as high as it was before it was let go"
    assert seat.fits()


def test_a_cell_is_changed_far_down_and_taken_back_from_the_top(counter: Page, shop: Shop) -> None:
    warehouse = stored(counter, shop)
    counter.goto("/records/companies?sort=name")
    found = counter.get_by_role("region", name=re.compile("^Lista de"))
    names = found.get_by_role("rowheader")
    expect(names.first).to_have_text("Empresa 0")
    pull(found, lambda: len(warehouse.asked) >= FAR // 100 + 5)
    far = top(found) - 10_000
    go(found, names, far)
    row = names.nth(12)
    expect(row).to_be_visible()
    name = row.inner_text()

    row.click(position={"x": 200, "y": 20})
    counter.keyboard.press("F2")
    counter.get_by_role("textbox", name="Nombre").fill("Empresa de Nuria")
    counter.keyboard.press("Enter")
    expect(found.get_by_role("rowheader", name="Empresa de Nuria")).to_be_focused()
    go(found, names, 0)
    expect(names.first).to_have_text("Empresa 0")
    before = len(warehouse.asked)
    counter.get_by_role("button", name="Deshacer").click()
    expect(counter.get_by_role("button", name="Deshacer")).to_have_count(0)
    go(found, names, far)

    expect(found.get_by_role("rowheader", name=name, exact=True)).to_be_visible()
    expect(found.get_by_role("rowheader", name="Empresa de Nuria")).to_have_count(0)
    assert len(warehouse.asked) - before < 20, "what is far is not read anew"
    counter.close()


def test_keys_go_to_rows_that_were_let_go_and_the_focus_comes_with_them(counter: Page, shop: Shop) -> None:
    warehouse = stored(counter, shop)
    counter.goto("/records/companies?sort=name")
    found = counter.get_by_role("region", name=re.compile("^Lista de"))
    names = found.get_by_role("rowheader")
    expect(names.first).to_have_text("Empresa 0")
    pull(found, lambda: len(warehouse.asked) >= FAR // 100 + 5)
    go(found, names, 0)
    expect(names.first).to_have_text("Empresa 0")
    counter.keyboard.press("j")
    expect(names.first).to_be_focused()
    # So that what was at the end is let go.
    go(found, names, 10_000)
    expect(names.nth(20)).to_be_attached()

    counter.keyboard.press("Control+End")

    here = found.locator("[data-column]:focus")
    expect(here).to_have_text(re.compile(r"^Empresa \d{4}$"))
    end = here.inner_text()
    counter.keyboard.press("ArrowUp")
    expect(here).to_have_text(f"Empresa {int(end.removeprefix('Empresa ')) - 1}")
    counter.keyboard.press("Control+Home")
    expect(names.first).to_be_focused()
    counter.close()
