"""What happens by itself: begun with one click or built by hand, followed step by step, and taken back."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps import mailing
from tests.e2e.steps.axe import findings_in_both_lights
from tests.e2e.steps.seat import DESK, PHONE, Seat
from tests.e2e.steps.shop import Shop, eventually, sign_in

pytestmark = pytest.mark.browser

Mailbox = Callable[[], list[dict[str, Any]]]
RUNS_SECONDS = 90


@pytest.fixture(scope="module")
def sending(store: Shop) -> Shop:
    """Return a shop in whose name mails may go."""
    mailing.speak_up(store)
    return store


def test_a_starter_is_on_with_one_click_and_what_a_run_did_is_read_and_taken_back(
    seat: Seat, sending: Shop, mailbox: Mailbox
) -> None:
    page, welcome = seat.page, _starter(seat, "welcome")
    page.goto("/automations")
    seat.press("automations:automations.starters.enableOf", name=welcome)
    expect(seat.title()).to_have_text(welcome)
    expect(page.get_by_text(seat.says("automations:automations.on"), exact=True).filter(visible=True)).to_be_visible()
    expect(page.get_by_text(seat.says("automations:automations.said.consent_given"), exact=True)).to_be_visible()
    _add_step(seat, "update_record")
    _add_value(seat, seat.field("contacts", "job_title"))
    page.get_by_role("textbox", name=seat.field("contacts", "job_title"), exact=True).fill("Amiga de la casa")
    seat.press("actions.save")
    expect(page.get_by_role("alert").filter(has_text=seat.says("automations:automations.savedLive"))).to_be_visible()

    name = f"Ana {uuid.uuid4().hex[:6]}"
    address = f"ana.{uuid.uuid4().hex[:8]}@bar.example"
    ana = sending.create("contacts", first_name=name, job_title="Clienta", emails=[{"value": address}])
    mailing.allow(sending, ana["id"])

    def titled() -> bool:
        return bool(sending.get(f"/v1/records/contacts/{ana['id']}")["job_title"] == "Amiga de la casa")

    eventually(titled, "the run", RUNS_SECONDS)
    eventually(lambda: [mail for mail in mailbox() if address in mail["to"]], "the welcome", RUNS_SECONDS)
    page.goto(f"/records/contacts/{ana['id']}")
    told = seat.says("automations:automations.runs.state.finished").lower()
    page.get_by_role("link", name=seat.says("automations:automations.band.item", name=welcome, state=told)).click()
    expect(seat.title()).to_have_text(seat.says("automations:automations.runs.title", record=name, name=welcome))
    log = page.get_by_role("list").filter(has_text=seat.says("automations:automations.line.entered")).last
    expect(log).to_contain_text("Clienta")
    expect(log).to_contain_text("Amiga de la casa")
    (mail,) = [one["name"] for one in sending.get("/v1/templates")["items"] if one["language"] == seat.manner.language]
    expect(log).to_contain_text(seat.says("automations:automations.deed.send_mail", template=mail, record=name))
    expect(log.get_by_role("link", name=mail, exact=True)).to_be_visible()
    seat.press("automations:automations.runs.undo")
    verdicts = page.get_by_role("status", name=seat.says("automations:automations.runs.verdicts"))
    expect(verdicts).to_contain_text(seat.field("contacts", "job_title"))
    assert sending.get(f"/v1/records/contacts/{ana['id']}")["job_title"] == "Clienta"

    seat.the("link", "automations:automations.runs.back", name=welcome).click()
    runs = seat.the("list", "automations:automations.tabs.runs")
    expect(runs.get_by_role("link", name=name)).to_be_visible()
    seat.the("tab", "automations:automations.tabs.steps").click()
    passed = seat.says("automations:automations.steps.passed", count=1, n=1)
    page.get_by_role("link", name=passed).first.click()
    expect(runs.get_by_role("link", name=name)).to_be_visible()


def test_whoever_matches_now_is_asked_about_and_the_branches_are_tried_before(seat: Seat, store: Shop) -> None:
    page = seat.page
    name = f"Reparto {uuid.uuid4().hex[:6]}"
    company = f"Bodega {uuid.uuid4().hex[:6]}"
    lead = store.create("leads", first_name="Pilar", last_name=company, company_name=company)
    condition = {"field": "company_name", "op": "eq", "value": company}
    mark = {"id": "mark", "kind": "action", "action": "update_record", "with": {"values": {"status": "contacted"}}}
    branch = {
        "id": "which",
        "kind": "branch",
        "branches": [{"label": "Con empresa", "condition": condition, "steps": [mark]}],
        "otherwise": [{"id": "end", "kind": "stop"}],
    }
    wait = {"id": "wait", "kind": "wait", "for": {"days": 3}, "at": "09:00"}
    automation = _automate(store, name, condition, [branch, wait])
    store.find("leads", company)

    page.goto(f"/automations/{automation}")
    expect(seat.title()).to_have_text(name)
    expect(page.get_by_role("region", name="Con empresa")).to_contain_text(company)
    _try(seat)
    _find(seat, company)
    dialog = seat.the("dialog", "automations:automations.try.title")
    expect(dialog).to_contain_text(seat.says("automations:automations.try.enters", name=f"Pilar {company}"))
    expect(dialog).to_contain_text(seat.says("automations:automations.try.would.taken", name="Con empresa"))
    assert store.get(f"/v1/records/leads/{lead['id']}")["status"] == "new"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    seat.press("automations:automations.enabling.verb")
    asking = seat.the("dialog", "automations:automations.enabling.title", name=name)
    expect(seat.the("radio", "automations:automations.enabling.new", within=asking)).to_be_checked()
    seat.the("radio", "automations:automations.enabling.matching", within=asking, count=1, n=1).check()
    seat.press("automations:automations.enabling.goMatching", within=asking, count=1, n=1)
    told = seat.says("automations:automations.steps.here", count=1, n=1)
    waiting = seat.says("automations:automations.steps.kinds.wait")
    here = seat.says("automations:automations.steps.hereOf", told=told, name=waiting)
    page.get_by_role("link", name=here).click(timeout=RUNS_SECONDS * 1_000)
    page.get_by_role("link", name=f"Pilar {company}").click()
    expect(page.get_by_text(seat.says("automations:automations.line.taken", name="Con empresa"))).to_be_visible()
    seat.press("automations:automations.runs.stop")
    expect(page.get_by_text(seat.says("automations:automations.runs.state.stopped"), exact=True).first).to_be_visible()
    seat.press("automations:automations.runs.undo")
    expect(page.get_by_role("status", name=seat.says("automations:automations.runs.verdicts"))).to_be_visible()
    assert store.get(f"/v1/records/leads/{lead['id']}")["status"] == "new"


def test_a_run_that_failed_is_taken_up_where_it_did(seat: Seat, store: Shop) -> None:
    page = seat.page
    name = f"Sector {uuid.uuid4().hex[:6]}"
    code = uuid.uuid4().hex[:10]
    taken = store.create("products", name=f"Vino {code}", sku=code)
    given = {"object": "products", "values": {"name": "Vino de {{ first_name }}", "sku": code}}
    step = {"id": "make", "kind": "action", "action": "create_record", "with": given}
    automation = _automate(store, name, None, [step], enable=True)
    store.create("leads", first_name="Pilar", last_name=name)
    eventually(
        lambda: store.get(f"/v1/automations/{automation}/counts")["failed"] == 1, "the run that fails", RUNS_SECONDS
    )

    page.goto(f"/automations/{automation}?tab=runs&state=failed")
    page.get_by_role("link", name=f"Pilar {name}").click()
    expect(page.get_by_text(seat.says("automations:automations.why.already_taken")).first).to_be_visible()
    store.change("products", taken, sku=f"{code}x")
    seat.press("automations:automations.runs.retry")
    done = page.get_by_text(seat.says("automations:automations.runs.state.finished"), exact=True)
    expect(done.first).to_be_visible(timeout=RUNS_SECONDS * 1_000)


def test_an_automation_is_built_enabled_and_turned_off_by_keyboard_alone(counter: Page, shop: Shop) -> None:
    page = counter
    page.goto("/automations")
    _focus(page.get_by_role("button", name="Crear automatización"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("Leads de la feria")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Leads de la feria")

    _focus(page.get_by_role("button", name="Añadir paso"))
    page.keyboard.press("Enter")
    _focus(page.get_by_role("menuitem", name="Esperar un tiempo"))
    page.keyboard.press("Enter")
    _focus(page.get_by_label("Cuánto: Cuántos"))
    page.keyboard.press("Control+a")
    page.keyboard.type("2")
    expect(page.get_by_role("button", name="Esperar un tiempo 2 días")).to_be_visible()
    _focus(page.get_by_role("button", name="Añadir paso"))
    page.keyboard.press("Enter")
    _focus(page.get_by_role("menuitem", name="Avisar"))
    page.keyboard.press("Enter")
    _focus(page.get_by_role("button", name="Subir: Avisar"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_role("listitem").first).to_contain_text("Avisar")
    _focus(page.get_by_role("button", name="Guardar"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Automatización guardada")).to_be_visible()

    _focus(page.get_by_role("button", name="Activar…"))
    page.keyboard.press("Enter")
    _focus(page.get_by_role("dialog").get_by_role("button", name="Activar", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Activada", exact=True).filter(visible=True)).to_be_visible()
    _focus(page.get_by_role("button", name="Desactivar…"))
    page.keyboard.press("Enter")
    _focus(page.get_by_role("dialog").get_by_role("button", name="Desactivar", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Desactivada", exact=True).filter(visible=True)).to_be_visible()
    (made,) = shop.get("/v1/automations")["items"]
    assert [step["kind"] for step in shop.get(f"/v1/automations/{made['id']}")["steps"]] == ["action", "wait"]


def test_what_an_automation_is_built_with_can_be_read_by_everybody(page: Page, shop: Shop) -> None:
    company = {"field": "company_name", "op": "not_empty"}
    due = {"in": {"days": 1}, "at": "09:00"}
    task = {"object": "tasks", "values": {"subject": "Llamar a {{ name }}", "due": due, "owner": {"from": "owner"}}}
    steps = [
        {"id": "task", "kind": "action", "action": "create_record", "with": task},
        {"id": "tell", "kind": "action", "action": "notify", "with": {"to": "owner", "text": "Llegó"}},
        {"id": "wait", "kind": "wait", "for": {"days": 2}, "at": "09:00"},
        {"id": "until", "kind": "wait_until", "condition": company, "most": {"days": 7}, "otherwise": "stop"},
        {"id": "which", "kind": "branch", "branches": [{"label": "", "condition": company, "steps": []}]},
    ]
    automation = _automate(shop, "Todo a la vista", company, steps)
    sign_in(page, shop).goto(f"/automations/{automation}")
    closed = page.get_by_role("main").locator("button[aria-expanded=false]:not([aria-haspopup])")
    expect(closed.first).to_be_visible()
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        found += findings_in_both_lights(page)
    while closed.count():
        closed.first.click()
    expect(page.get_by_role("group", name="Con un descanso de")).to_have_count(0)
    expect(page.get_by_label("Qué tiene que pasar")).to_be_visible()
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        found += findings_in_both_lights(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_role("button", name="Activar…").click()
    expect(page.get_by_role("radio", name="Solo quien venga desde ahora")).to_be_visible()
    found += findings_in_both_lights(page)
    assert found == []


def _focus(what: Locator) -> None:
    """Stand on something as the tabulator does; what cannot be reached so fails here."""
    expect(what).to_be_visible()
    what.focus()
    expect(what).to_be_focused()


def _starter(seat: Seat, key: str) -> str:
    offered = seat.shop.get("/v1/automation-starters")["items"]
    return seat.of(next(one["label"] for one in offered if one["key"] == key))


def _add_step(seat: Seat, action: str) -> None:
    offered = seat.shop.get("/v1/automation-parts")["actions"]
    seat.press("automations:automations.steps.add", exact=True)
    seat.page.get_by_role(
        "menuitem", name=seat.of(next(one["label"] for one in offered if one["name"] == action))
    ).click()


def _add_value(seat: Seat, field: str) -> None:
    seat.the("combobox", "automations:automations.values.add").last.click()
    seat.page.get_by_role("option", name=field, exact=True).click()


def _automate(shop: Shop, name: str, conditions: Any, steps: list[dict[str, Any]], *, enable: bool = False) -> str:
    wanted = {"name": name, "object": "leads", "trigger": {"kind": "created"}, "conditions": conditions, "steps": steps}
    made = shop.line.post("/v1/automations", data=wanted, headers={"Idempotency-Key": uuid.uuid4().hex})
    assert made.ok, made.text()
    automation = str(made.json()["id"])
    if enable:
        enabled = shop.line.post(f"/v1/automations/{automation}/enable", data={"who": "new"})
        assert enabled.ok, enabled.text()
    return automation


def _try(seat: Seat) -> None:
    """Ask for a trial: a button on a desk, an entry of the menu on a phone."""
    if seat.is_phone:
        seat.press("automations:automations.actions")
        seat.the("menuitem", "automations:automations.try.verb").click()
    else:
        seat.press("automations:automations.try.verb", exact=True)


def _find(seat: Seat, words: str) -> None:
    seat.the("combobox", "automations:automations.try.record").fill(words)
    seat.page.get_by_role("option").filter(has_text=words).first.click()
