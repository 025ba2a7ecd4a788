"""Who works here: users, teams, roles as a matrix, seeing Tendero as somebody else, and the log of it all."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.e2e.steps.codes import code_of
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually, hire, read_in, sign_in

pytestmark = pytest.mark.browser

OPEN = {"read": "all", "create": "all", "update": "own", "delete": "own", "export": "none"}
Mailbox = Callable[[], list[dict[str, Any]]]
PHONE = {"width": 390, "height": 844}


def user_of(shop: Shop, colleague: Shop) -> dict[str, Any]:
    """Return a colleague as the administrator sees them."""
    users: list[dict[str, Any]] = shop.get("/v1/users")["items"]
    return next(user for user in users if user["email"] == colleague.email)


def fields_of(colleague: Shop, plural: str) -> set[str]:
    """Return the names of the fields that a colleague is told of."""
    return {field["name"] for field in colleague.get(f"/v1/objects/{plural}")["fields"]}


@pytest.fixture
def pau(playwright: Playwright, base_url: str, shop: Shop, mailbox: Mailbox) -> Shop:
    """Return a colleague who sells, hired for one test."""
    return hire(playwright, base_url, shop, mailbox, name="Pau Soler", role="rep")


@pytest.fixture
def rep(playwright: Playwright, base_url: str, store: Shop, mailbox: Mailbox) -> Shop:
    """Return such a colleague of the manner's firm."""
    return hire(playwright, base_url, store, mailbox, name="Pau Soler", role="rep")


def person(seat: Seat, colleague: Shop) -> Locator:
    """Return the row of somebody in the list of users, or their card."""
    seat.page.goto("/settings/users")
    return seat.page.get_by_role("listitem" if seat.is_phone else "row").filter(has_text=colleague.email)


def take(seat: Seat, within: Locator, key: str, menu: str = "admin:users.menu", **values: object) -> None:
    """Take an entry of somebody's or something's menu."""
    seat.press(menu, within=within, **values)
    seat.the("menuitem", key, **values).click()


def test_a_role_is_limited_and_given(seat: Seat, rep: Shop) -> None:
    page, called = seat.page, {"es": "Colaborador", "en": "Partner"}[seat.manner.language]
    labels = {"es": "Colaborador", "en": "Partner"}
    made = seat.shop.line.post("/v1/roles", data={"key": "partner", "label": labels, "objects": {"*": OPEN}})
    assert made.ok, made.text()
    page.goto("/settings/roles/partner")
    matrix = seat.the("list" if seat.is_phone else "table", "admin:roles.matrix", name=called)
    cell = seat.says("admin:roles.cell", object=seat.called("deals"), action=seat.says("admin:roles.actions.read"))
    matrix.get_by_label(cell).select_option("own")
    seat.press("admin:roles.fieldsOf", within=matrix, object=seat.called("contacts"))
    fields = page.get_by_role("dialog")
    job = seat.says("admin:roles.accessOf", field=seat.field("contacts", "job_title"))
    fields.get_by_label(job).select_option("none")
    assert seat.fits()
    seat.press("admin:roles.done", within=fields)
    seat.press("admin:roles.save")
    expect(page.get_by_text(seat.says("admin:roles.saved", name=called))).to_be_visible()

    there = person(seat, rep)
    there.get_by_label(seat.says("admin:users.roleOf", name="Pau Soler")).select_option(called)
    expect(page.get_by_text(seat.says("admin:users.roleChanged", name="Pau Soler", role=called))).to_be_visible()
    eventually(lambda: rep.get("/v1/me")["permissions"]["deals"]["read"] == "own", "the role being in force")


def test_whoever_decides_about_senders_alone_finds_their_page_of_the_settings_and_no_other(
    playwright: Playwright, base_url: str, door: Seat, mailbox: Mailbox
) -> None:
    page, read = door.page, {"read": "all", "create": "none", "update": "none", "delete": "none", "export": "none"}
    objects = {"*": OPEN, "*managed": read, "senders": {**OPEN, "update": "all", "delete": "none"}}
    role = {"key": "letters", "label": {"es": "Cartas", "en": "Letters"}, "objects": objects}
    made = door.shop.line.post("/v1/roles", data=role)
    assert made.ok, made.text()
    sign_in(page, hire(playwright, base_url, door.shop, mailbox, name="Pau Soler", role="letters"))
    read_in(page, door.manner.language)

    page.goto("/")
    door.menu().get_by_role("link", name=door.says("nav.settings"), exact=True).click()
    main = page.get_by_role("main")
    sending = door.says("admin:settings.places.sending")
    expect(main.get_by_role("link", name=sending).last).to_be_visible()
    for other in ("users", "exclusions", "company"):
        expect(main.get_by_role("link", name=door.says(f"admin:settings.places.{other}"))).to_have_count(0)
    main.get_by_role("link", name=sending).last.click()
    expect(door.the("button", "admin:sending.addSender")).to_be_visible()
    expect(door.the("button", "admin:sending.addDomain")).to_have_count(0)
    page.goto("/settings/exclusions")
    expect(page.get_by_text(door.says("admin:settings.closed"))).to_be_visible()


def test_a_role_is_made_from_another_limited_given_and_taken_back(seat: Seat, rep: Shop) -> None:
    page, body = seat.page, seat.page.locator("body")
    called = {"es": "Repartidor", "en": "Carrier"}[seat.manner.language]
    page.goto("/settings/roles")
    seat.press("admin:roles.create")
    dialog = seat.the("dialog", "admin:roles.createTitle")
    dialog.get_by_label(seat.says("admin:roles.nameEs")).fill("Repartidor")
    dialog.get_by_label(seat.says("admin:roles.nameEn")).fill("Carrier")
    seat.press("admin:roles.create", within=dialog)

    expect(seat.title()).to_have_text(called)
    matrix = seat.the("list" if seat.is_phone else "table", "admin:roles.matrix", name=called)
    cell = seat.says("admin:roles.cell", object=seat.called("deals"), action=seat.says("admin:roles.actions.read"))
    matrix.get_by_label(cell).select_option("own")
    seat.press("admin:roles.fieldsOf", within=matrix, object=seat.called("contacts"))
    fields = page.get_by_role("dialog")
    job = seat.says("admin:roles.accessOf", field=seat.field("contacts", "job_title"))
    fields.get_by_label(job).select_option("none")
    seat.press("admin:roles.done", within=fields)
    expect(seat.the("region", "admin:roles.save")).to_be_visible()
    assert seat.fits()
    seat.press("admin:roles.save")
    expect(page.get_by_text(seat.says("admin:roles.saved", name=called))).to_be_visible()
    limited = seat.says("admin:roles.limited", count=1)
    expect(matrix.get_by_role("button", name=re.compile(limited))).to_be_visible()

    there = person(seat, rep)
    there.get_by_label(seat.says("admin:users.roleOf", name="Pau Soler")).select_option(called)
    expect(page.get_by_text(seat.says("admin:users.roleChanged", name="Pau Soler", role=called))).to_be_visible()
    eventually(lambda: rep.get("/v1/me")["permissions"]["deals"]["read"] == "own", "the role being in force")
    eventually(lambda: "job_title" not in fields_of(rep, "contacts"), "the field being hidden everywhere", patience=75)

    page.goto("/settings/audit")
    log = seat.the("list", "admin:audit.title")
    read = seat.says("admin:roles.actions.read")
    expect(log).to_contain_text(f"{seat.called('deals')} · {read}")
    seat.press("admin:audit.restoreOf", within=log, name=called)
    expect(page.get_by_text(seat.says("admin:audit.restored", name=called))).to_be_visible()

    page.goto("/settings/roles")
    page.get_by_role("link", name=called).first.click()
    expect(page.get_by_label(cell)).to_have_value("all")
    take(seat, body, "admin:roles.delete", "admin:roles.more", name=called)
    dialog = seat.the("dialog", "admin:roles.deleteTitle", name=called)
    expect(dialog.get_by_text(seat.says("admin:roles.deleteText", count=1))).to_be_visible()
    dialog.get_by_label(seat.says("admin:roles.into")).select_option("viewer")
    seat.press("admin:roles.delete", within=dialog)
    expect(page.get_by_text(seat.says("admin:roles.deleted", name=called))).to_be_visible()
    assert user_of(seat.shop, rep)["role"] == "viewer"
    seat.undo(seat.says("admin:roles.deleted", name=called))
    eventually(lambda: user_of(seat.shop, rep)["role"] == "repartidor", "the role coming back")


def test_what_is_not_saved_of_a_role_is_not_lost_by_a_click(counter: Page) -> None:
    counter.goto("/settings/roles/viewer")
    counter.get_by_label("Notas, Crear").select_option("own")

    counter.get_by_role("link", name="Usuarios").click()
    dialog = counter.get_by_role("dialog", name="¿Descartar los cambios?")
    dialog.get_by_role("button", name="Seguir editando").click()
    expect(counter.get_by_label("Notas, Crear")).to_have_value("own")

    counter.get_by_role("button", name="Descartar").click()
    counter.get_by_role("link", name="Usuarios").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Usuarios")


def test_who_lost_their_phone_begins_again_without_it(counter: Page, pau: Shop) -> None:
    begun = pau.line.post("/v1/me/mfa", data={"password": pau.password}).json()
    assert pau.line.post("/v1/me/mfa/confirm", data={"code": code_of(begun["secret"])}).ok
    counter.goto("/settings/users")
    theirs = counter.get_by_role("row").filter(has_text=pau.email)
    theirs.get_by_role("button", name="Acciones de Pau Soler").click()
    counter.get_by_role("menuitem", name="Olvidar su segundo paso").click()

    dialog = counter.get_by_role("dialog", name="Olvidar el segundo paso de Pau Soler")
    dialog.get_by_role("button", name="Olvidar su segundo paso").click()

    expect(counter.get_by_text("Pau Soler puede empezar con otra app")).to_be_visible()
    assert pau.get("/v1/me/mfa")["is_on"] is False


def test_a_team_is_made_filled_moved_and_dissolved(seat: Seat, rep: Shop) -> None:
    page, body = seat.page, seat.page.locator("body")
    page.goto("/settings/teams")
    expect(page.get_by_text(seat.says("admin:teams.empty"))).to_be_visible()
    for name in ("Norte", "Bilbao"):
        seat.press("admin:teams.create")
        dialog = seat.the("dialog", "admin:teams.createTitle")
        dialog.get_by_label(seat.says("admin:teams.name")).fill(name)
        seat.press("admin:teams.create", within=dialog)
        expect(page.get_by_text(seat.says("admin:teams.created", name=name))).to_be_visible()

    take(seat, body, "admin:teams.edit", "admin:teams.menu", name="Bilbao")
    page.get_by_label(seat.says("admin:teams.parent")).select_option("Norte")
    seat.press("actions.saveChanges")
    expect(page.get_by_text(seat.says("admin:teams.changed", name="Bilbao"))).to_be_visible()
    seat.press("admin:teams.addTo", name="Bilbao")
    page.get_by_role("menuitem", name="Pau Soler").first.click()
    expect(seat.the("button", "admin:teams.removeMember", name="Pau Soler", team="Bilbao")).to_be_visible()

    take(seat, body, "admin:teams.delete", "admin:teams.menu", name="Bilbao")
    dialog = seat.the("dialog", "admin:teams.deleteTitle", name="Bilbao")
    dialog.get_by_label(seat.says("admin:teams.into")).select_option("Norte")
    seat.press("admin:teams.delete", within=dialog)
    expect(page.get_by_text(seat.says("admin:teams.deleted", name="Bilbao"))).to_be_visible()
    expect(seat.the("button", "admin:teams.menu", name="Bilbao")).to_have_count(0)
    seat.press("admin:teams.removeMember", name="Pau Soler", team="Norte")
    eventually(lambda: not user_of(seat.shop, rep)["team"], "leaving the team")


def test_whoever_leaves_hands_on_their_work_and_may_come_back(seat: Seat, rep: Shop) -> None:
    page, shop = seat.page, seat.shop
    gone = user_of(shop, rep)
    task = rep.create("tasks", subject="Llamar al Mesón", owner=gone["id"])
    there = person(seat, rep)
    take(seat, there, "admin:users.deactivate", name="Pau Soler")
    dialog = seat.the("dialog", "admin:users.deactivateTitle", name="Pau Soler")
    seat.choose(seat.the("combobox", "admin:users.heir", within=dialog), "Nuria Campos")
    seat.press("admin:users.deactivate", within=dialog)

    expect(page.get_by_text(seat.says("admin:users.deactivated", name="Pau Soler"))).to_be_visible()
    expect(page.get_by_text(seat.says("jobs.kind.transfer"))).to_be_visible()
    eventually(lambda: shop.get(f"/v1/records/tasks/{task['id']}")["owner"] != gone["id"], "handing the task on")
    page.get_by_text(seat.says("admin:users.inactive")).first.click()
    take(seat, there, "admin:users.activate", name="Pau Soler")
    expect(page.get_by_text(seat.says("admin:users.activated", name="Pau Soler"))).to_be_visible()
    assert user_of(shop, rep)["status"] == "active"


@pytest.mark.console_may_say(r"status of 40[34]")
def test_an_administrator_sees_tendero_as_a_colleague_does_and_only_looks(seat: Seat, rep: Shop) -> None:
    page = seat.page
    seat.shop.create("companies", name="Bodega Sanz")
    take(seat, person(seat, rep), "admin:users.seeAs", name="Pau Soler")

    sign = seat.the("region", "seeing.title")
    expect(sign).to_contain_text(seat.says("seeing.as", name="Pau Soler"))
    expect(seat.title()).to_have_text(seat.says("today.hello", name="Pau"))
    expect(seat.the("link", "nav.settings", within=seat.menu())).to_have_count(0)
    page.goto("/records/companies")
    expect(page.get_by_role("link", name="Bodega Sanz")).to_be_visible()
    expect(seat.the("button", "create.submit", name=seat.one("companies"))).to_have_count(0)
    page.goto("/")

    seat.press("seeing.stop", within=sign)
    expect(seat.title()).to_have_text(seat.says("admin:users.title"))
    expect(sign).to_have_count(0)
    page.goto("/settings/audit?log=looks")
    log = seat.the("list", "admin:audit.title")
    expect(log).to_contain_text(seat.says("admin:audit.looked", name="Pau Soler"))
    assert [one["name"] for one in seat.shop.get("/v1/records/companies")["items"]] == ["Bodega Sanz"]


def test_on_a_phone_in_english_people_are_cards_and_an_invitation_is_sent_and_withdrawn(counter: Page) -> None:
    counter.set_viewport_size(PHONE)
    read_in(counter, "en")
    counter.goto("/settings/users")
    expect(counter.get_by_role("list", name="Users").get_by_text("Nuria Campos")).to_be_visible()
    counter.get_by_role("button", name="Invite someone").click()
    dialog = counter.get_by_role("dialog", name="Invite someone")
    dialog.get_by_label("Email").fill("zoe@corner.example")
    dialog.get_by_label("Viewer").check()
    dialog.get_by_role("button", name="Send invitation").click()
    expect(counter.get_by_text("Invitation sent to zoe@corner.example")).to_be_visible()

    counter.get_by_text("Invitations 1").click()
    counter.get_by_role("button", name="Withdraw the invitation to zoe@corner.example").click()
    expect(counter.get_by_text("There are no pending invitations")).to_be_visible()
    for place in ("/settings/users", "/settings/roles/rep", "/settings/teams", "/settings/audit"):
        counter.goto(place)
        expect(counter.get_by_role("heading", level=1)).to_be_visible()
        counter.wait_for_load_state("networkidle")
        assert counter.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], place


def test_a_name_is_changed_without_a_mouse_and_the_focus_comes_back(counter: Page) -> None:
    counter.goto("/settings/users")
    more = counter.get_by_role("button", name="Acciones de Nuria Campos")
    more.focus()
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("menuitem", name="Cambiar nombre")).to_be_focused()
    counter.keyboard.press("Enter")
    name = counter.get_by_role("dialog").get_by_label("Nombre")
    expect(name).to_be_focused()
    counter.keyboard.press("ControlOrMeta+a")
    counter.keyboard.type("Nuria Campos Gil")
    counter.keyboard.press("Enter")

    expect(counter.get_by_text("Nombre cambiado: Nuria Campos Gil")).to_be_visible()
    expect(counter.get_by_role("button", name="Acciones de Nuria Campos Gil")).to_be_focused()
    counter.get_by_role("button", name="Deshacer").click()
    expect(more).to_be_visible()
