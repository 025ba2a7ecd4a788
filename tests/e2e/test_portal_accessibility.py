"""Every page, in both languages, light and dark, on a desk and on a phone: axe and the console find nothing to say."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.axe import Light, findings_but_colours, findings_in_both_lights
from tests.e2e.steps.seat import DESK, PHONE
from tests.e2e.steps.shop import Shop, read_in, sign_in

pytestmark = pytest.mark.browser


def campaign(demo: Shop, status: str) -> str:
    """Return a campaign of the demo firm that has come so far."""
    found = demo.get("/v1/records/campaigns")["items"]
    return next(str(one["id"]) for one in found if one["status"] == status)


def sent(demo: Shop) -> str:
    """Return the campaign of the demo firm that was sent."""
    return campaign(demo, "finished")


def automation(demo: Shop) -> str:
    """Return an automation of the demo firm."""
    return str(demo.get("/v1/automations")["items"][0]["id"])


def run(demo: Shop, of: str) -> str:
    """Return a run of an automation of the demo firm."""
    return str(demo.get(f"/v1/automations/{of}/runs")["items"][0]["id"])


PLACES: dict[str, Callable[[Shop], str]] = {
    "today": lambda demo: "/",
    "companies": lambda demo: "/records/companies",
    "a company": lambda demo: f"/records/companies/{demo.find('companies', 'hotel retiro')[0]['id']}",
    "board": lambda demo: "/records/deals?view=board",
    "a deal": lambda demo: f"/records/deals/{demo.get('/v1/records/deals?limit=1')['items'][0]['id']}",
    "tasks": lambda demo: "/records/tasks",
    "notifications": lambda demo: "/notifications",
    "imports": lambda demo: "/imports",
    "an import": lambda demo: f"/imports/{demo.get('/v1/imports')['items'][0]['id']}",
    "a new import": lambda demo: "/imports/new",
    "users": lambda demo: "/settings/users",
    "teams": lambda demo: "/settings/teams",
    "roles": lambda demo: "/settings/roles",
    "a role": lambda demo: "/settings/roles/rep",
    "audit": lambda demo: "/settings/audit",
    "why somebody sees": lambda demo: "/settings/audit?log=access",
    "duplicates": lambda demo: "/settings/duplicates",
    "merges": lambda demo: "/settings/merges",
    "tags": lambda demo: "/settings/tags",
    "what failed": lambda demo: "/settings/failures",
    "privacy": lambda demo: "/settings/privacy",
    "settings": lambda demo: "/settings",
    "objects": lambda demo: "/settings/objects",
    "fields of deals": lambda demo: "/settings/objects/deals",
    "page of deals": lambda demo: "/settings/objects/deals?tab=page",
    "columns of deals": lambda demo: "/settings/objects/deals?tab=list",
    "rules of contacts": lambda demo: "/settings/objects/contacts?tab=duplicates",
    "pipelines": lambda demo: "/settings/pipelines",
    "currencies": lambda demo: "/settings/currencies",
    "account": lambda demo: "/account",
    "company": lambda demo: "/settings/company",
    "API keys": lambda demo: "/settings/api-keys",
    "companies in groups": lambda demo: "/records/companies?group=industry",
    "companies by sector": lambda demo: "/records/companies?layout=board&by=industry",
    "tasks by day": lambda demo: "/records/tasks?layout=calendar",
    "tasks of a week": lambda demo: "/records/tasks?layout=calendar&span=week",
    "large deals": lambda demo: '/records/deals?filter={"any":[{"field":"amount","op":"gte","value":"1000"}]}',
    "sending": lambda demo: "/settings/sending",
    "templates": lambda demo: "/templates",
    "a template": lambda demo: f"/templates/{demo.get('/v1/templates')['items'][0]['id']}",
    "forms": lambda demo: "/forms",
    "how we write": lambda demo: "/settings/marketing",
    "exclusions": lambda demo: "/settings/exclusions",
    "webhooks": lambda demo: "/settings/webhooks",
    "action rules": lambda demo: "/settings/action-rules",
    "alarms": lambda demo: "/alarms",
    "segments": lambda demo: "/segments",
    "a segment": lambda demo: f"/segments/{demo.get('/v1/segments')['items'][0]['id']}",
    "a new segment": lambda demo: "/segments/new",
    "a new campaign": lambda demo: "/campaigns/new",
    "what marketing brought": lambda demo: "/campaigns/returns?of=source",
    "the plan of a campaign": lambda demo: f"/campaigns/{sent(demo)}?tab=plan",
    "a campaign on its way": lambda demo: f"/campaigns/{sent(demo)}?tab=send",
    "the launch of a campaign": lambda demo: f"/campaigns/{campaign(demo, 'draft')}?tab=send",
    "the results of a campaign": lambda demo: f"/campaigns/{sent(demo)}?tab=results",
    "those who clicked": lambda demo: f"/campaigns/{sent(demo)}/people?state=clicked",
    "automations": lambda demo: "/automations",
    "what automations are worth": lambda demo: "/automations/value",
    "an automation": lambda demo: f"/automations/{automation(demo)}",
    "assignment rules": lambda demo: "/assignments",
    "runs of an automation": lambda demo: f"/automations/{automation(demo)}?tab=runs",
    "a run": lambda demo: f"/automations/{automation(demo)}/runs/{run(demo, automation(demo))}",
    "jobs": lambda demo: "/jobs",
    "a job": lambda demo: f"/jobs/{demo.get('/v1/jobs')['items'][0]['id']}",
    "trash": lambda demo: "/trash",
    "nowhere": lambda demo: "/records/companies/01J0000000000000000000000",
}


PARTS = 4
"""The pages are looked at in so many parts, side by side where there are workers."""


def found_everywhere(page: Page, name: str, language: str = "es") -> list[str]:
    """Look at a page in both lights and both widths without loading it again, and whether it is wider than its screen.

    Every rule is asked of each width in one light, in the other language in the other. What depends on the light is
    asked of both, in one language: no style looks at the language.
    """
    look = findings_in_both_lights if language == "es" else findings_but_colours
    found = []
    lights: tuple[Light, Light] = ("light", "dark") if language == "es" else ("dark", "light")
    for size, light in zip((DESK, PHONE), lights, strict=True):
        page.set_viewport_size(size)
        found += [f"{name}, {size['width']}, {finding}" for finding in look(page, light)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name}, {size['width']}, is {wide} wide"] if wide > size["width"] else []
    page.set_viewport_size(DESK)
    return found


def settled(page: Page) -> None:
    """Wait until nothing is on its way and nothing holds the place of something else."""
    expect(page.get_by_role("heading").first).to_be_visible()
    page.wait_for_load_state("networkidle")


@pytest.mark.console_may_say(r"status of 404 .*/v1/records/companies/01J", r"There is no such record")
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_of_the_shop_can_be_read_by_everybody(page: Page, demo: Shop, language: str, part: int) -> None:
    read_in(sign_in(page, demo), language)
    found = []
    for name in list(PLACES)[part::PARTS]:
        page.goto(PLACES[name](demo))
        settled(page)
        expect(page.locator("html")).to_have_attribute("lang", language)
        found += found_everywhere(page, name, language)
    assert found == []


def test_what_filters_and_saves_a_list_can_be_read_by_everybody(page: Page, demo: Shop) -> None:
    sign_in(page, demo).goto('/records/deals?filter={"field":"amount","op":"between","value":["1000","9000"]}')
    page.get_by_role("button", name="Importe está entre").click()
    expect(page.get_by_label("Hasta, en Importe")).to_be_visible()
    found = found_everywhere(page, "condition")
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Filtrar", exact=True).click()
    expect(page.get_by_role("menuitem", name="Filtro avanzado…")).to_be_visible()
    found += found_everywhere(page, "menu of fields")
    page.get_by_role("menuitem", name="Filtro avanzado…").click()
    page.get_by_role("dialog").get_by_role("button", name="Añadir grupo").click()
    found += found_everywhere(page, "builder")
    page.get_by_role("button", name="Ver el resultado").click()

    page.get_by_role("button", name="Guardar vista").click()
    expect(page.get_by_label("Nombre de la vista")).to_be_visible()
    found += found_everywhere(page, "dialog of a view")

    assert found == []


def test_what_opens_over_a_page_can_be_read_by_everybody(page: Page, demo: Shop) -> None:
    sign_in(page, demo).goto("/records/companies")
    page.get_by_role("button", name="Crear empresa").first.click()
    page.get_by_text("Mostrar todos los campos").click()
    expect(page.get_by_label("NIF / VAT")).to_be_visible()
    found = found_everywhere(page, "form")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.keyboard.press("Control+k")
    expect(page.get_by_role("textbox", name="Buscar y actuar")).to_be_focused()
    page.keyboard.type("hotel retiro")
    expect(page.get_by_role("dialog").get_by_text("Hotel Retiro").first).to_be_visible()
    found += found_everywhere(page, "palette")

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Atajos de teclado")).to_be_visible()
    found += found_everywhere(page, "keys")

    assert found == []


def test_what_opens_over_the_day_can_be_read_by_everybody(page: Page, demo: Shop) -> None:
    sign_in(page, demo).goto("/")
    page.get_by_role("button", name="cuenta de Rosa").click()
    expect(page.get_by_role("menuitem", name="Mi cuenta")).to_be_visible()
    found = found_everywhere(page, "menu")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Avisos").click()
    expect(page.get_by_role("dialog", name="Avisos")).to_be_visible()
    found += found_everywhere(page, "bell")
    page.keyboard.press("Escape")

    page.keyboard.press("Control+k")
    page.keyboard.type("registrar llamada")
    expect(page.get_by_role("dialog").get_by_text("Registrar llamada")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Registrar llamada")).to_be_visible()
    found += found_everywhere(page, "log")

    assert found == []


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up", "/invitation?code=x&email=a@b.example"])
def test_the_door_can_be_read_by_everybody(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    found = found_everywhere(page, "es")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Español")).to_be_visible()

    assert found + found_everywhere(page, "en", "en") == []
