"""Lists as a desk for many records: cells edited by keys, rows changed as one, groups, columns, a file of it all.

What is slow is measured in the CPU time of the page's own thread: how long a busy machine lets it wait says nothing.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, Route, expect

from tests.e2e.steps.moving import lift
from tests.e2e.steps.seat import Manner, Seat
from tests.e2e.steps.shop import Shop, eventually, open_shop

pytestmark = pytest.mark.browser

COMPANIES = (
    ("Almazara La Encina", "food"),
    ("Bodegas Ibáñez", "food"),
    ("Cafetería Zorzal", "hospitality"),
    ("Droguería Núñez", "retail"),
)
MANY = 100_000
LONGEST_TASK = 50
MOST_ROWS = 60


def stocked(playwright: Playwright, base_url: str, language: str) -> Shop:
    opened = open_shop(playwright, base_url, "Ultramarinos Campos", locale=language)
    for name, industry in COMPANIES:
        opened.create("companies", name=name, industry=industry, phones="+34 925 123 456")
    return opened


@pytest.fixture
def shop(playwright: Playwright, base_url: str) -> Shop:
    """Return a shop with four companies, which a test may change as it likes."""
    return stocked(playwright, base_url, "es")


@pytest.fixture
def store(playwright: Playwright, base_url: str, manner: Manner) -> Shop:
    """Return such a shop in the manner's language."""
    return stocked(playwright, base_url, manner.language)


def listing(page: Page, address: str = "/records/companies?sort=name") -> Locator:
    page.goto(address)
    found = page.get_by_role("region", name=re.compile("^(Lista de|List of)"))
    expect(found.get_by_role("rowheader").first).to_be_visible()
    return found


def cell(found: Locator, row: int, field: str) -> Locator:
    return found.get_by_role("row").nth(row).locator(f'[data-field="{field}"]')


def test_a_cell_is_edited_by_keys_alone_and_the_next_one_follows(counter: Page, shop: Shop) -> None:
    found = listing(counter)

    counter.keyboard.press("j")
    expect(cell(found, 1, "name")).to_be_focused()
    counter.keyboard.press("F2")
    expect(counter.get_by_role("textbox", name="Nombre")).to_be_focused()
    counter.keyboard.type("Almazara El Olivo")
    counter.keyboard.press("Enter")
    expect(cell(found, 1, "name")).to_be_focused()
    expect(cell(found, 1, "name")).to_have_text("Almazara El Olivo")

    counter.keyboard.press("ArrowRight")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("option", name="Alimentación")).to_be_visible()
    counter.keyboard.press("Escape")
    expect(cell(found, 1, "industry")).to_be_focused()

    counter.keyboard.press("Home")
    counter.keyboard.press("ArrowDown")
    counter.keyboard.press("F2")
    counter.keyboard.type("Bodegas Ibarra")
    counter.keyboard.press("Tab")
    expect(cell(found, 2, "name")).to_have_text("Bodegas Ibarra")
    expect(counter.get_by_role("combobox", name="Sector")).to_be_focused()
    counter.keyboard.press("Escape")

    def kept() -> bool:
        names = {record["name"] for record in shop.get("/v1/records/companies")["items"]}
        return names >= {"Almazara El Olivo", "Bodegas Ibarra"}

    eventually(kept, "the changes reaching the API")
    counter.get_by_role("button", name="Deshacer").click()
    expect(cell(found, 2, "name")).to_have_text("Bodegas Ibáñez")


@pytest.mark.console_may_say(r"status of 422 .*/v1/records/companies")
def test_a_refused_value_comes_back_to_its_cell_with_the_reason(counter: Page, shop: Shop) -> None:
    found = listing(counter, '/records/companies?sort=name&columns=["name","tax_id","industry"]')

    cell(found, 1, "tax_id").click()
    counter.keyboard.press("Enter")
    typed = counter.get_by_role("textbox", name="NIF / VAT")
    expect(typed).to_be_focused()
    counter.keyboard.type("B12345678")
    counter.keyboard.press("Enter")

    expect(typed).to_have_value("B12345678")
    expect(typed).to_have_accessible_description(re.compile("El NIF o VAT no es correcto"))
    typed.fill("B12345674")
    counter.keyboard.press("Enter")
    expect(cell(found, 1, "tax_id")).to_have_text("B12345674")


def test_many_records_are_changed_as_one_and_taken_back(seat: Seat) -> None:
    page, industry = seat.page, seat.field("companies", "industry")
    page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    seat.the("checkbox", "list.select", within=found, name="Almazara La Encina").click()
    if seat.is_phone:
        seat.the("checkbox", "list.select", within=found, name="Bodegas Ibáñez").click()
    seat.the("checkbox", "list.select", within=found, name="Cafetería Zorzal").click(modifiers=["Shift"])

    bar = seat.the("region", "bulk.region")
    expect(bar).to_contain_text(seat.says("bulk.chosen", count=3, n=3))
    seat.press("bulk.update", within=bar)
    form = seat.the("dialog", "bulk.title.update", name=seat.many("companies"))
    seat.choose(seat.the("combobox", "bulk.field", within=form), industry)
    retail, food, bars = (seat.option("companies", "industry", one) for one in ("retail", "food", "hospitality"))
    seat.choose(form.get_by_role("combobox", name=industry), retail)
    expect(form.get_by_role("row").filter(has_text="Almazara La Encina")).to_contain_text(retail)
    assert seat.fits()
    seat.press("bulk.run.update", within=form, count=3, n=3, name=seat.many("companies"))

    lines = found.get_by_role("listitem") if seat.is_phone else found.locator('td[data-field="industry"]')
    expect(lines).to_contain_text([retail] * 4)
    seat.undo(seat.says("jobs.outcome.changed", count=3, n=3))
    expect(lines).to_contain_text([food, food, bars, retail])

    page.goto("/jobs")
    job = seat.the("list", "jobs.region").get_by_role("listitem")
    expect(job).to_contain_text(seat.says("jobs.outcome.undone", count=3, n=3))
    expect(job).to_contain_text(seat.says("jobs.state.undone"))


def test_what_was_deleted_comes_back_from_the_trash(seat: Seat) -> None:
    page, many = seat.page, seat.many("companies")
    page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    if seat.is_phone:
        for name, _ in COMPANIES:
            seat.the("checkbox", "list.select", within=found, name=name).click()
    else:
        seat.the("checkbox", "list.selectAll", within=found).check()
    seat.press("bulk.delete", within=seat.the("region", "bulk.region"))
    seat.press("bulk.run.delete", within=page.get_by_role("dialog"), count=4, n=4, name=many)
    expect(page.get_by_text(seat.says("list.empty", name=many))).to_be_visible()

    def listed() -> bool:
        return len(seat.shop.get("/v1/records/companies/trash")["items"]) == len(COMPANIES)

    eventually(listed, "the trash listing what was deleted")
    page.goto("/trash?object=companies")
    rows = seat.the("list", "trash.region", name=many).get_by_role("listitem")
    expect(rows).to_have_count(4)
    seat.press("trash.restoreOne", name="Droguería Núñez")
    expect(rows).to_have_count(3)
    seat.press("trash.purgeOne", name="Cafetería Zorzal")
    seat.press("trash.purge", within=page.get_by_role("dialog"))
    expect(rows).to_have_count(2)
    seat.the("checkbox", "trash.selectAll").check()
    seat.press("trash.restoreMany", count=2, n=2)
    expect(page.get_by_text(seat.says("jobs.outcome.changed", count=2, n=2))).to_be_visible()

    page.goto("/records/companies?sort=name")
    names = seat.names(seat.listing("companies"))
    expect(names).to_have_text(["Almazara La Encina", "Bodegas Ibáñez", "Droguería Núñez"])


def test_a_list_in_groups_says_how_many_there_are_of_each(seat: Seat) -> None:
    page = seat.page
    page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    expect(seat.names(found)).to_have_count(4)
    seat.press("list.optionsOf")
    seat.choose(seat.the("combobox", "list.groupBy"), seat.field("companies", "industry"))
    page.keyboard.press("Escape")

    heads = found.get_by_role("button", expanded=True)
    counts = (("retail", 1), ("hospitality", 1), ("food", 2))
    told = [re.compile(f"{seat.option('companies', 'industry', key)} ?{count}") for key, count in counts]
    expect(heads).to_have_text(told)
    expect(seat.names(found)).to_have_count(4)
    heads.last.click()
    expect(seat.names(found)).to_have_count(2)
    page.reload()
    expect(found.get_by_role("button", expanded=True)).to_have_count(3)


def test_a_column_is_left_out(seat: Seat) -> None:
    phones = seat.field("companies", "phones")
    seat.page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    expect(found.get_by_text(phones, exact=True).first).to_be_visible()

    seat.press("list.optionsOf")
    seat.page.get_by_role("checkbox", name=phones).uncheck()
    seat.page.keyboard.press("Escape")

    expect(found.get_by_text(phones, exact=True)).to_have_count(0)
    expect(seat.names(found)).to_have_count(4)


def test_columns_are_chosen_ordered_by_keys_and_made_wider(counter: Page, shop: Shop) -> None:
    found = listing(counter)
    counter.get_by_role("button", name="Mostrar: columnas y grupos").click()
    counter.get_by_role("checkbox", name="Responsable").uncheck()
    expect(found.get_by_role("columnheader", name="Responsable")).to_have_count(0)
    lift(counter, counter.get_by_role("button", name="Mover Teléfonos"), "ArrowUp")
    counter.keyboard.press("Escape")

    heads = found.get_by_role("columnheader")
    expect(heads.nth(1)).to_contain_text("Nombre")
    expect(heads.nth(2)).to_contain_text("Teléfonos")
    grip = found.get_by_role("separator", name="Ancho de Teléfonos")
    before = heads.nth(2).bounding_box()
    grip.focus()
    counter.keyboard.press("ArrowRight")
    expect(grip).not_to_have_attribute("aria-valuenow", "150")
    after = heads.nth(2).bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"]
    counter.reload()
    expect(found.get_by_role("columnheader").nth(2)).to_contain_text("Teléfonos")


def test_a_list_is_taken_along_as_a_file(seat: Seat) -> None:
    many = seat.many("companies")
    seat.page.goto('/records/companies?filter={"field":"industry","op":"eq","value":"food"}')
    seat.press("list.optionsOf")
    seat.press("list.export")
    dialog = seat.the("dialog", "export.title", name=many)
    seat.press("export.run", within=dialog, name=many)
    expect(dialog).to_contain_text(seat.says("export.readyOf", count=2, n=2, size="").rstrip())
    assert seat.fits()

    with seat.page.expect_download() as file:
        dialog.get_by_role("button", name=re.compile(r"\.csv$")).click()

    text = Path(file.value.path()).read_text(encoding="utf-8-sig")
    assert "Bodegas Ibáñez" in text
    assert "Droguería" not in text


def test_the_ticked_ones_alone_are_taken_along(seat: Seat) -> None:
    page, many = seat.page, seat.many("companies")
    page.goto("/records/companies?sort=name")
    found = seat.listing("companies")
    for name in ("Bodegas Ibáñez", "Droguería Núñez"):
        seat.the("checkbox", "list.select", within=found, name=name).click()
    seat.press("bulk.export", within=seat.the("region", "bulk.region"))
    dialog = seat.the("dialog", "export.title", name=many)
    expect(dialog).to_contain_text(seat.says("export.chosen", count=2, n=2))
    seat.press("export.run", within=dialog, name=many)
    expect(dialog).to_contain_text(seat.says("export.readyOf", count=2, n=2, size="").rstrip())
    assert seat.fits()

    with page.expect_download() as file:
        dialog.get_by_role("button", name=re.compile(r"\.csv$")).click()

    text = Path(file.value.path()).read_text(encoding="utf-8-sig")
    assert [name in text for name in ("Bodegas Ibáñez", "Droguería Núñez", "Cafetería Zorzal")] == [True, True, False]


def test_a_hundred_thousand_rows_scroll_without_a_stutter(counter: Page, shop: Shop, browser: Browser) -> None:
    """The rows come from a stub in pages of the API's own shape; drawing them is what is measured."""
    first = shop.get("/v1/records/companies")["items"][0]

    def rows(route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")
        at = int(asked.get("cursor") or 0)
        until = min(MANY, at + asked["limit"])
        items = [first | {"id": f"01ROW{number:021d}", "name": f"Empresa {number}"} for number in range(at, until)]
        route.fulfill(json={"items": items, "next_cursor": str(until) if until < MANY else None})

    counter.route("**/v1/records/companies/query", rows)
    found = listing(counter, "/records/companies")
    found.evaluate("(list) => list.scrollBy(0, 4000)")
    counter.wait_for_timeout(1_000)

    browser.start_tracing(page=counter, categories=["toplevel"])
    seen = found.evaluate(
        """async (list) => {
          const until = performance.now() + 4000;
          let most = 0;
          while (performance.now() < until) {
            list.scrollTop += 200;
            await new Promise(requestAnimationFrame);
            most = Math.max(most, list.querySelectorAll("tbody tr").length);
          }
          return { most, top: list.scrollTop };
        }"""
    )
    worst = longest_task(json.loads(browser.stop_tracing()))
    counter.close()

    assert seen["most"] <= MOST_ROWS
    assert seen["top"] > 4_000
    assert worst <= LONGEST_TASK, f"{worst:.0f} ms of CPU"


def longest_task(trace: dict[str, Any]) -> float:
    """Return the CPU time, in milliseconds, of the longest task of the page's main thread."""
    events: list[dict[str, Any]] = trace["traceEvents"]
    pages = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [
        event["tdur"]
        for event in events
        if event["name"].endswith("RunTask") and "tdur" in event and (event["pid"], event["tid"]) in pages
    ]
    assert tasks, "the trace holds tasks"
    return float(max(tasks)) / 1_000
