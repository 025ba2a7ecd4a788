"""The calendar of tasks: what lies on its days, moved by mouse and by keyboard, created by a press on a day."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps.campaigns import today
from tests.e2e.steps.seat import MANNERS, Seat
from tests.e2e.steps.shop import Shop, eventually, read_in, sign_in

pytestmark = pytest.mark.browser

FIRST = today().replace(day=1)
TENTH, TWELFTH = FIRST + timedelta(days=9), FIRST + timedelta(days=11)


@pytest.fixture(scope="module")
def planned(shop: Shop) -> dict[str, Any]:
    """Return a task at ten on the tenth of this month."""
    due = {"local": f"{TENTH}T10:00:00", "time_zone": "Europe/Madrid"}
    return shop.create("tasks", subject="Llamar al almacén", due=due)


def day(page: Page, on: date) -> Locator:
    return page.locator(f"td[data-column='{on}']")


def local(shop: Shop, task: dict[str, Any]) -> str:
    return str(shop.get(f"/v1/records/tasks/{task['id']}")["due"]["local"])


def test_a_task_is_moved_by_mouse_and_by_keyboard_and_keeps_its_hour(
    counter: Page, planned: dict[str, Any], shop: Shop
) -> None:
    counter.goto("/records/tasks?layout=calendar")
    entry = counter.get_by_role("listitem", name="10:00 Llamar al almacén")
    expect(day(counter, TENTH).get_by_role("listitem")).to_have_count(1)

    start, target = entry.bounding_box(), day(counter, TWELFTH).bounding_box()
    assert start is not None
    assert target is not None
    counter.mouse.move(start["x"] + 20, start["y"] + 10)
    counter.mouse.down()
    counter.mouse.move(start["x"] + 40, start["y"] + 14, steps=4)
    counter.mouse.move(target["x"] + 60, target["y"] + 60, steps=10)
    counter.mouse.up()
    expect(day(counter, TWELFTH).get_by_role("listitem")).to_have_count(1)
    expect(counter.get_by_text("Llamar al almacén pasa al")).to_be_visible()
    eventually(lambda: local(shop, planned) == f"{TWELFTH}T10:00:00", "the move")

    entry.focus()
    counter.keyboard.press("Space")
    counter.keyboard.press("ArrowDown")
    counter.keyboard.press("ArrowLeft")
    counter.keyboard.press("Space")
    there = TWELFTH + timedelta(days=6)
    expect(day(counter, there).get_by_role("listitem")).to_have_count(1)
    expect(entry).to_be_focused()
    eventually(lambda: local(shop, planned) == f"{there}T10:00:00", "the second move")

    entry.focus()
    counter.keyboard.press("Space")
    counter.keyboard.press("ArrowRight")
    counter.keyboard.press("Escape")
    expect(day(counter, there).get_by_role("listitem")).to_have_count(1)

    counter.get_by_role("button", name="Deshacer").last.click()
    expect(day(counter, TWELFTH).get_by_role("listitem")).to_have_count(1)
    eventually(lambda: local(shop, planned) == f"{TWELFTH}T10:00:00", "the way back")


def test_a_press_on_a_day_begins_a_task_of_that_morning(counter: Page, shop: Shop) -> None:
    counter.goto("/records/tasks?layout=calendar")
    fifth = FIRST + timedelta(days=4)

    day(counter, fifth).hover()
    day(counter, fifth).get_by_role("button", name="Crear el").click()
    form = counter.get_by_role("dialog", name="Crear tarea")
    form.get_by_label("Asunto").fill("Abrir la caja")
    form.get_by_role("button", name="Crear tarea").click()

    expect(day(counter, fifth).get_by_role("listitem", name="09:00 Abrir la caja")).to_be_visible()
    counter.get_by_text("Semana", exact=True).click()
    expect(counter.locator("td[data-column]")).to_have_count(7)


def test_what_is_searched_for_is_found_in_any_month_and_gone_to(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    later = (FIRST + timedelta(days=70)).replace(day=12)
    for subject, on in (("Contar las botellas", TENTH), ("Pintar la trastienda", later)):
        shop.create("tasks", subject=subject, due={"local": f"{on}T10:00:00", "time_zone": "Europe/Madrid"})
    shop.create("tasks", subject="Pintar la puerta")
    shop.find("tasks", "Pintar")
    page.goto("/records/tasks?layout=calendar")
    expect(day(page, TENTH)).to_contain_text("1" if seat.is_phone else "Contar las botellas")

    seat.the("searchbox", "list.searchIn", name=seat.many("tasks")).fill("pintar")
    bar = page.get_by_role("status").filter(has_text=seat.says("calendar.found", count=2, n=2, more=""))
    expect(bar).to_contain_text(seat.says("calendar.elsewhere"))
    expect(page.get_by_text("Contar las botellas")).to_have_count(0)
    assert seat.fits()
    bar.get_by_role("button", name=re.compile(f"^{seat.says('calendar.foundAfter', day='')}")).click()

    expect(page.get_by_text("Pintar la trastienda").first).to_be_visible()
    expect(bar).not_to_contain_text(seat.says("calendar.elsewhere"))
    page.get_by_role("link", name=seat.says("calendar.nowhere", count=1)).click()
    expect(seat.listing("tasks").get_by_role("link", name="Pintar la puerta")).to_be_visible()


def test_a_phone_shows_the_month_small_and_the_chosen_day_in_full_and_begins_there(page: Page, shop: Shop) -> None:
    seat = Seat(read_in(sign_in(page, shop), "en"), MANNERS[1], shop)
    on = FIRST + timedelta(days=19)
    due = {"local": f"{on}T10:00:00", "time_zone": "Europe/Madrid"}
    shop.create("tasks", subject="Contar las cajas", due=due)
    page.set_viewport_size(seat.manner.screen)
    page.goto("/records/tasks?layout=calendar")

    day(page, on).get_by_role("button").click()
    expect(page.get_by_role("link", name="Contar las cajas")).to_be_visible()
    assert seat.fits()

    seat.the("button", "create.submit", name="task").last.click()
    form = seat.the("dialog", "create.title", name="task")
    form.get_by_label("Subject").fill("Cerrar la caja")
    seat.press("create.submit", within=form, name="task")
    expect(page.get_by_role("link", name="Cerrar la caja")).to_be_visible()
