"""Hoy: what the day holds, that every number opens its list, and that one thing finished leads to the next."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.steps.seat import Manner, Seat
from tests.e2e.steps.shop import Shop, open_shop, sign_in

pytestmark = pytest.mark.browser


def at(hours: float) -> dict[str, str]:
    """Return a moment so many hours from now, by Madrid's clock."""
    instant = datetime.now(UTC) + timedelta(hours=hours)
    return {"local": f"{instant:%Y-%m-%dT%H:%M}:00", "time_zone": "UTC"}


@pytest.fixture(scope="module")
def store(playwright: Playwright, base_url: str, manner: Manner) -> Shop:
    """Return a firm with one of each thing that a day brings."""
    shop = open_shop(playwright, base_url, "Conservas Peña", locale=manner.language)
    bar = shop.create("companies", name="Bar Pepe")
    shop.create("tasks", subject="Cobrar a Bar Pepe", status="open", due=at(-50), company=bar["id"])
    shop.create("tasks", subject="Pensar en Navidad", status="open")
    shop.create("deals", name="Anchoas", stage="new", amount="1200.00", next_step="Llevar muestras")
    shop.create("deals", name="Mejillones", stage="new", amount="800.00")
    shop.create("deals", name="Atún", stage="won", amount="950.00")
    shop.create("leads", first_name="Rocío", last_name="Gil", status="new", original_created_at="2026-01-10T09:00:00Z")
    return shop


FIGURES = (
    ("today.overdue", "1", "tasks", "Cobrar a Bar Pepe"),
    ("today.withoutNextStep", "1", "deals", "Mejillones"),
    ("today.unattended", "1", "leads", "Rocío Gil"),
    ("today.won", "950", "deals", "Atún"),
)


def test_every_number_opens_the_list_that_it_counts(seat: Seat) -> None:
    for key, figure, plural, row in FIGURES:
        seat.home()
        link = seat.the("region", "today.figures").get_by_role("link", name=seat.says(key))
        expect(link).to_contain_text(figure)
        assert seat.fits()

        link.click()

        names = seat.names(seat.listing(plural))
        expect(names).to_have_count(1)
        expect(names).to_contain_text(row)
        assert "filter=" in seat.page.url


def test_what_needs_a_hand_is_listed_and_everybodys_day_is_a_click_away(seat: Seat) -> None:
    seat.home()
    deals = seat.the("region", "today.deals")
    expect(deals.get_by_role("listitem")).to_have_count(1)
    expect(deals.get_by_role("link", name="Mejillones")).to_be_visible()
    expect(seat.the("region", "today.leads").get_by_role("link", name="Rocío Gil")).to_be_visible()
    tasks = seat.the("region", "today.tasks")
    expect(seat.the("link", "today.when.overdue", within=tasks, count=1)).to_be_visible()

    seat.page.get_by_text(seat.says("today.everyone")).click()
    expect(seat.the("region", "today.figuresAll")).to_be_visible()
    seat.page.reload()
    expect(seat.the("region", "today.figuresAll")).to_be_visible()


def test_finishing_a_task_asks_what_comes_next_with_the_same_people(
    door: Seat, playwright: Playwright, base_url: str
) -> None:
    shop = open_shop(playwright, base_url, "Quesos Mora", locale=door.manner.language)
    company = shop.create("companies", name="Casa Fermín")
    shop.create("tasks", subject="Llamar a Casa Fermín", status="open", due=at(-30), company=company["id"])
    sign_in(door.page, shop).goto("/")

    door.the("checkbox", "today.finish", name="Llamar a Casa Fermín").click()
    dialog = door.the("dialog", "next.titleAbout", name="Casa Fermín")
    expect(dialog.get_by_label(door.says("next.subject"))).to_be_focused()
    door.page.keyboard.type("Enviarle el precio")
    door.page.keyboard.press("Enter")

    expect(dialog).to_have_count(0)
    expect(door.page.get_by_role("link", name="Enviarle el precio")).to_be_visible()
    made = next(task for task in shop.get("/v1/records/tasks")["items"] if task["subject"] == "Enviarle el precio")
    assert made["company"] == company["id"]
    assert made["status"] == "open"
    assert made["due"]["local"].endswith("T09:00:00")


def test_a_call_is_logged_from_its_record_in_two_clicks(seat: Seat) -> None:
    shop = seat.shop
    company = shop.create("companies", name="Taberna Sol")
    outcome = next(field for field in shop.get("/v1/objects/calls")["fields"] if field["name"] == "outcome")
    first = outcome["options"][0]
    seat.page.goto(f"/records/companies/{company['id']}")

    seat.press("log.subject.calls", exact=True)
    seat.page.get_by_role("dialog").get_by_role("button", name=seat.of(first["label"]), exact=True).click()

    expect(seat.page.get_by_text(seat.says("log.saved.calls"))).to_be_visible()
    [call] = [one for one in shop.get("/v1/records/calls")["items"] if one["company"] == company["id"]]
    assert call["outcome"] == first["value"]
    assert "Taberna Sol" in call["subject"]


def test_a_meeting_is_logged_from_anywhere_by_keyboard_alone(page: Page, shop: Shop) -> None:
    shop.create("contacts", first_name="Visitación", last_name="Olmos")
    shop.find("contacts", "visitacion")
    sign_in(page, shop).goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hola, Nuria")

    page.keyboard.press("Control+k")
    page.keyboard.type("registrar reunion")
    expect(page.get_by_role("dialog").get_by_text("Registrar reunión")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    who = page.get_by_role("combobox", name="Con quién")
    expect(who).to_be_focused()
    page.keyboard.type("visitacion")
    expect(page.get_by_role("option", name="Visitación Olmos")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    fields = shop.get("/v1/objects/meetings")["fields"]
    outcome = next(field for field in fields if field["name"] == "outcome")["options"][0]["label"]["es"]
    page.get_by_role("dialog").get_by_role("button", name=outcome, exact=True).press("Enter")

    expect(page.get_by_text("Reunión registrada")).to_be_visible()


def test_the_first_steps_tick_themselves_off_and_can_be_put_away(
    door: Seat, playwright: Playwright, base_url: str
) -> None:
    shop = open_shop(playwright, base_url, "Frutas Vega", locale=door.manner.language)
    page = sign_in(door.page, shop)
    page.goto("/")
    steps = door.the("region", "onboarding.title")
    expect(steps.get_by_text(door.says("onboarding.progress", done=0, total=4))).to_be_visible()

    door.press("onboarding.act.activities", within=steps)
    form = door.the("dialog", "create.title", name=door.one("tasks"))
    form.get_by_label(door.field("tasks", "subject")).fill("Visitar el mercado")
    door.press("create.submit", within=form, name=door.one("tasks"))
    expect(form).to_have_count(0)
    page.reload()
    expect(steps.get_by_text(door.says("onboarding.progress", done=1, total=4))).to_be_visible()

    door.press("onboarding.dismiss", within=steps)
    expect(steps).to_have_count(0)
    door.press("actions.undo")
    expect(steps).to_be_visible()
    door.press("onboarding.dismiss", within=steps)
    expect(steps).to_have_count(0)
    page.reload()
    expect(door.the("region", "today.figures")).to_be_visible()
    expect(steps).to_have_count(0)
