"""What is said, kept, shared and merged around a record: its comments, files, versions, doubles and neighbours."""

import re
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, Playwright, expect

from tests.e2e.steps.axe import findings
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import PASSWORD, Shop, eventually, sign_in, visit
from tests.specimens import png

pytestmark = pytest.mark.browser

OWN = {"read": "own", "create": "all", "update": "own", "delete": "own", "export": "none"}


@pytest.fixture
def quesos(store: Shop) -> dict[str, Any]:
    """Return a company that nobody else has."""
    return store.create("companies", name="Quesos La Serena", emails=[{"value": "hola@laserena.example"}])


@pytest.fixture(scope="module")
def luis(playwright: Playwright, base_url: str, store: Shop) -> Shop:
    """Return a colleague who sees only what is theirs, signed in."""
    role = {"key": "partner", "label": {"es": "Socio", "en": "Partner"}, "objects": {"*": OWN}}
    assert store.line.post("/v1/roles", data=role).ok
    email = f"luis.{store.email}"
    invited = store.line.post("/v1/invitations", data={"email": email, "role": "partner", "name": "Luis Prado"})
    assert invited.ok, invited.text()

    def code() -> str | None:
        mails = playwright.request.new_context(base_url=base_url).get("/_mail.json").json()
        found = [mail for mail in mails if email in str(mail.get("to", ""))]
        codes = re.findall(r"code=([\w-]+)", str(found[0])) if found else []
        return codes[0] if codes else None

    accepted = {"code": eventually(code, "the invitation"), "email": email, "password": PASSWORD, "name": "Luis Prado"}
    visit(playwright, base_url, "/v1/invitations/accept", **accepted)
    return Shop(playwright, base_url, store.company, email, PASSWORD)


@pytest.mark.console_may_say(r"status of 422 .*/comments")
def test_a_comment_mentions_somebody_and_is_corrected_and_deleted(
    seat: Seat, quesos: dict[str, Any], luis: Shop
) -> None:
    page = seat.page
    page.goto(f"/records/companies/{quesos['id']}?tab=comments")
    comments = seat.the("list", "comments.title")
    field = page.get_by_label(seat.says("comments.new"))

    field.press_sequentially("Mira esto, @lui")
    page.get_by_role("option", name="Luis Prado").wait_for()
    page.keyboard.press("Enter")
    expect(field).to_have_value("Mira esto, @Luis Prado ")
    field.press_sequentially("por favor")
    page.keyboard.press("Control+Enter")
    blind = page.get_by_role("alert").filter(has_text=seat.says("comments.cannotSee", count=1, names="Luis Prado"))
    seat.press("comments.shareAndSend", within=blind)
    expect(comments.get_by_role("listitem")).to_contain_text(["@Luis Prado por favor"])
    expect(seat.the("button", "comments.following")).to_be_visible()
    told = luis.get("/v1/notifications")["items"]
    assert any(one["data"].get("id") == quesos["id"] for one in told), told

    seat.press("comments.menu", within=comments)
    seat.the("menuitem", "actions.edit").click()
    page.get_by_label(seat.says("comments.edit")).fill("Ya está")
    seat.press("actions.saveChanges")
    expect(comments.get_by_role("listitem")).to_contain_text(["Ya está"])
    expect(comments.get_by_text(seat.says("comments.edited"))).to_be_visible()
    seat.press("comments.menu", within=comments)
    seat.the("menuitem", "comments.delete").click()
    expect(comments.get_by_text(seat.says("comments.deleted"))).to_be_visible()


def test_what_a_colleague_wrote_is_new_until_it_is_read(seat: Seat, quesos: dict[str, Any], luis: Shop) -> None:
    page, line = seat.page, seat.shop.line
    user = luis.get("/v1/me")["user"]["id"]
    address = f"/v1/records/companies/{quesos['id']}"
    assert line.post(f"{address}/shares", data={"with": {"user": user}, "access": "read"}).ok
    assert luis.line.post(f"{address}/comments", data={"text": "Llamaron ayer."}).ok
    page.goto(f"/records/companies/{quesos['id']}")

    seat.the("tab", "comments.titleNew", count=1).click()

    new = seat.says("comments.isNew")
    comments = seat.the("list", "comments.title")
    expect(comments.get_by_text(new, exact=True)).to_be_visible()
    expect(seat.the("tab", "comments.titleNew", count=1)).to_have_count(0)
    page.reload()
    expect(comments.get_by_text("Llamaron ayer.")).to_be_visible()
    expect(page.get_by_text(new, exact=True)).to_have_count(0)


def test_files_are_dropped_looked_at_renewed_and_brought_back(seat: Seat, quesos: dict[str, Any]) -> None:
    page = seat.page
    page.goto(f"/records/companies/{quesos['id']}?tab=files")
    photo: FilePayload = {"name": "fachada.png", "mimeType": "image/png", "buffer": png(40, 30)}

    seat.the("tabpanel", "files.title").locator("input[type=file]").set_input_files([photo])
    row = seat.the("list", "files.title").get_by_role("listitem").filter(has_text="fachada.png")
    row.get_by_role("button", name="fachada.png", exact=True).click()
    dialog = page.get_by_role("dialog", name="fachada.png")
    expect(dialog.get_by_role("img", name="fachada.png")).to_be_visible()
    page.keyboard.press("Escape")
    seat.press("files.menu", within=row, name="fachada.png")
    page.locator(f"input[type=file][aria-label='{seat.says('files.newVersion')}']").set_input_files([photo])
    expect(seat.the("button", "files.versions", within=row, count=1)).to_be_visible()
    page.keyboard.press("Escape")
    seat.press("files.menu", within=row, name="fachada.png")
    seat.the("menuitem", "actions.delete").click()
    expect(row).to_have_count(0)
    seat.undo("fachada.png")
    expect(row).to_be_visible()


def test_history_shows_before_and_after_and_leads_back(seat: Seat, quesos: dict[str, Any]) -> None:
    seat.shop.change("companies", quesos, name="Quesos Perdidos")
    seat.page.goto(f"/records/companies/{quesos['id']}")

    seat.more("history.open")
    drawer = seat.the("dialog", "history.title", name="Quesos Perdidos")
    seat.press("history.kind.changed", within=drawer)
    expect(drawer.get_by_role("listitem").first).to_contain_text("Quesos La Serena")
    seat.press("history.kind.created", within=drawer)
    seat.press("history.restore", within=drawer)

    title = seat.page.get_by_role("heading", level=1, include_hidden=True)
    expect(title).to_have_text("Quesos La Serena")
    seat.undo(seat.says("history.done"))
    expect(title).to_have_text("Quesos Perdidos")


@pytest.mark.console_may_say(r"status of 404 .*/v1/records/companies/")
def test_two_records_of_one_firm_become_one_and_two_again(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    one = shop.create("companies", name="Almazara Tierno", emails=[{"value": "info@tierno.example"}], size="10-49")
    other = shop.create("companies", name="Almazara Tierno S.L.", emails=[{"value": "info@tierno.example"}])
    shop.create("deals", name="Aceite nuevo", stage="new", company=other["id"])
    shop.find("companies", "Tierno")
    page.goto(f"/records/companies/{one['id']}")

    seat.press("duplicates.compare")
    dialog = seat.the("dialog", "merge.title", name=seat.many("companies"))
    names = dialog.get_by_role("radiogroup", name=seat.field("companies", "name"))
    names.get_by_role("radio", name=re.compile("S.L.")).last.check()
    expect(dialog.get_by_text(f"1 {seat.one('deals')}")).to_be_visible()
    assert seat.fits()
    seat.press("merge.submit", within=dialog, count=2, name=seat.many("companies"))

    expect(seat.title()).to_have_text("Almazara Tierno S.L.")
    page.get_by_role("tab", name=seat.called("deals")).click()
    expect(page.get_by_role("tabpanel").get_by_role("link", name="Aceite nuevo")).to_be_visible()
    page.goto(f"/records/companies/{other['id']}")
    page.wait_for_url(re.compile(one["id"]))
    seat.press("merge.undo")
    expect(page.get_by_role("alert").filter(has_text=seat.says("merge.undone"))).to_be_visible()
    expect(seat.title()).to_have_text("Almazara Tierno")
    assert shop.get(f"/v1/records/companies/{other['id']}")["name"] == "Almazara Tierno S.L."


def test_whoever_writes_somebody_again_is_warned(seat: Seat, quesos: dict[str, Any]) -> None:
    seat.shop.find("companies", "Serena")
    seat.page.goto("/records/companies")

    form = seat.create("companies")
    form.get_by_label(seat.field("companies", "name")).fill("Quesos la Serena")

    may_be = re.compile("|".join(seat.says("duplicates.thereAlready", count=count) for count in (1, 2)))
    warning = form.get_by_role("status").filter(has_text=may_be)
    expect(warning.get_by_role("link", name="Quesos La Serena").first).to_be_visible()


def test_a_record_is_shared_and_the_reason_is_told(seat: Seat, quesos: dict[str, Any], luis: Shop) -> None:
    seat.page.goto(f"/records/companies/{quesos['id']}")

    seat.more("share.open")
    dialog = seat.the("dialog", "share.title", name="Quesos La Serena")
    seat.choose(seat.the("combobox", "share.whom", within=dialog, exact=True), "Luis Prado")
    seat.press("share.submit", within=dialog, exact=True)
    expect(seat.the("list", "share.with", within=dialog)).to_contain_text("Luis Prado")
    seat.press("share.why", within=dialog)
    seat.choose(seat.the("combobox", "share.whyWhom", within=dialog), "Luis Prado")
    expect(dialog.get_by_text(seat.says("share.rules.share.yes"))).to_be_visible()
    seat.press("share.stop", within=dialog, name="Luis Prado")
    expect(dialog.get_by_text(seat.says("share.nobody"))).to_be_visible()


@pytest.mark.console_may_say(r"status of 404 .*/v1/records/companies/")
def test_who_cannot_see_a_record_may_ask_for_it(door: Seat, luis: Shop) -> None:
    hidden = door.shop.create("companies", name="Solo de Nuria")
    sign_in(door.page, luis)

    door.page.goto(f"/records/companies/{hidden['id']}")
    door.page.get_by_label(door.says("share.askMessage")).fill("Los visito mañana.")
    door.press("share.ask")

    told = door.page.get_by_role("status").filter(has_text=door.says("share.askDone"))
    expect(told).to_be_visible()


def test_a_list_is_read_record_by_record_and_a_favourite_is_kept(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    for name in ("Uno de tres", "Dos de tres", "Tres de tres"):
        shop.create("contacts", first_name=name, last_name="Vecinos")
    page.goto("/records/contacts?sort=name")
    page.get_by_role("link", name="Dos de tres Vecinos").click()
    expect(seat.title()).to_have_text("Dos de tres Vecinos")

    page.keyboard.press("j")
    expect(seat.title()).to_have_text("Tres de tres Vecinos")
    page.keyboard.press("k")
    expect(seat.title()).to_have_text("Dos de tres Vecinos")
    star = seat.the("button", "record.favourite")
    if seat.is_phone:
        star.click()
    else:
        seat.the("button", "record.previous").focus()
        page.keyboard.press("s")
    expect(star).to_have_attribute("aria-pressed", "true")

    def kept() -> bool:
        return any(one["name"] == "Dos de tres Vecinos" for one in shop.get("/v1/favourites")["items"])

    eventually(kept, "keeping a favourite")
    recent = [one["name"] for one in shop.get("/v1/recent")["items"]]
    assert "Tres de tres Vecinos" in recent
    expect(seat.menu().get_by_role("link", name="Dos de tres Vecinos")).to_be_visible()


def test_a_contact_is_linked_and_unlinked_and_a_task_comes_next(seat: Seat, quesos: dict[str, Any]) -> None:
    page = seat.page
    seat.shop.create("contacts", first_name="Begoña", last_name="Enlaces")
    seat.shop.find("contacts", "Enlaces")
    page.goto(f"/records/companies/{quesos['id']}")

    step = seat.the("region", "nextStep.title")
    seat.press("nextStep.plan", within=step)
    form = page.get_by_role("dialog")
    form.get_by_label(seat.field("tasks", "subject")).fill("Probar el curado")
    seat.press("create.submit", within=form, name=seat.one("tasks"))
    expect(step.get_by_role("link", name="Probar el curado")).to_be_visible()
    seat.press("nextStep.finish", within=step, name="Probar el curado")
    seat.press("actions.close", within=page.get_by_role("dialog"), exact=True)
    expect(step.get_by_text(seat.says("nextStep.none"))).to_be_visible()

    page.get_by_role("tab", name=seat.called("contacts")).click()
    related = seat.names(page.get_by_role("tabpanel"))
    seat.press("related.link", exact=True)
    seat.the("combobox", "related.linkWhich", name=seat.one("contacts")).fill("Begoña")
    page.get_by_role("option", name="Begoña Enlaces").click()
    expect(related).to_have_text(["Begoña Enlaces"])
    seat.press("related.unlink", name="Begoña Enlaces")
    expect(related).to_have_count(0)
    seat.undo(seat.says("related.unlinked", name="Begoña Enlaces"))
    expect(related).to_have_text(["Begoña Enlaces"])


def test_a_deal_moves_along_its_path_and_a_copy_is_made(seat: Seat) -> None:
    deal = seat.shop.create("deals", name="Cesta de Navidad", stage="new", amount="300")
    stage = seat.field("deals", "stage")
    seat.page.goto(f"/records/deals/{deal['id']}")
    path = seat.page.get_by_role("list", name=stage)
    first, second = path.get_by_role("button").nth(0), path.get_by_role("button").nth(1)
    expect(first).to_have_attribute("aria-current", "step")

    second.click()
    expect(second).to_have_attribute("aria-current", "step")
    seat.undo(stage)
    expect(first).to_have_attribute("aria-current", "step")

    seat.more("record.clone")
    expect(seat.title()).to_have_text(seat.says("record.copyOf", name="Cesta de Navidad"))


def test_an_administrator_erases_a_person(seat: Seat) -> None:
    person = seat.shop.create("contacts", first_name="Olvido", last_name="Pidiente")
    seat.page.goto(f"/records/contacts/{person['id']}")

    seat.more("personalData.open")
    dialog = seat.the("dialog", "personalData.title", name="Olvido Pidiente")
    seat.press("personalData.export", within=dialog)
    ready = re.compile(re.escape(seat.says("personalData.download", when="|").split("|")[0]))
    expect(dialog.get_by_role("link", name=ready)).to_be_visible(timeout=60_000)
    seat.the("button", "actions.close", within=dialog).last.click()
    seat.more("personalData.open")
    seat.the("radio", "personalData.erasure", within=dialog).check()
    erase = seat.the("button", "personalData.erase", within=dialog)
    expect(erase).to_be_disabled()
    seat.the("checkbox", "personalData.sure", within=dialog).check()
    erase.click()
    expect(dialog.get_by_text(seat.says("personalData.erased"))).to_be_visible(timeout=60_000)


def test_no_part_of_a_record_is_wider_than_the_screen(seat: Seat, quesos: dict[str, Any]) -> None:
    seat.shop.create("contacts", first_name="Rita", last_name="Ibáñez", companies=[{"id": quesos["id"]}])
    seat.page.goto(f"/records/companies/{quesos['id']}")
    tabs = [seat.says(key) for key in ("timeline.title", "comments.title", "files.title")]
    for tab in [*tabs, *([seat.says("record.details")] if seat.is_phone else []), seat.called("contacts")]:
        seat.page.get_by_role("tab", name=tab).click()
        expect(seat.page.get_by_role("tabpanel", name=tab)).to_be_visible()
        assert seat.fits(), tab
    expect(seat.page.get_by_role("tabpanel").get_by_role("link", name="Rita Ibáñez").first).to_be_visible()


def test_what_opens_around_a_record_can_be_read_by_everybody(counter: Page, shop: Shop) -> None:
    twin = {"first_name": "Gema", "last_name": "Dosveces", "emails": [{"value": "gema@dosveces.example"}]}
    person = shop.create("contacts", **twin)
    shop.create("contacts", **twin | {"job_title": "Compras"})
    shop.create("tasks", subject="Enviar tarifas", contact=person["id"])
    shop.line.post(f"/v1/records/contacts/{person['id']}/comments", data={"text": "Pide factura."})
    shop.find("contacts", "Dosveces")
    found: list[str] = []
    looked: list[str] = []

    def look(at: str) -> None:
        """Look in one light at one width, and the next time in the other light at the other width."""
        is_phone = len(looked) % 2 == 1
        counter.set_viewport_size({"width": 390 if is_phone else 1366, "height": 850})
        counter.emulate_media(color_scheme="dark" if is_phone else "light", reduced_motion="reduce")
        looked.append(at)
        found.extend(f"{at}: {finding}" for finding in findings(counter))
        counter.set_viewport_size({"width": 1366, "height": 850})

    counter.goto(f"/records/contacts/{person['id']}?tab=comments")
    expect(counter.get_by_role("button", name="Comparar y fusionar")).to_be_visible()
    counter.get_by_label("Comentario nuevo").press_sequentially("@nu")
    expect(counter.get_by_role("option", name="Nuria Campos")).to_be_visible()
    look("comments")
    counter.get_by_label("Comentario nuevo").fill("")
    for tab in ("Archivos", "Tareas"):
        counter.get_by_role("tab", name=tab).click()
        expect(counter.get_by_role("tabpanel", name=tab)).to_be_visible()
        look(tab)
    counter.get_by_role("button", name="Más acciones").click()
    expect(counter.get_by_role("menuitem", name="Fusionar")).to_be_visible()
    look("menu")
    counter.keyboard.press("Escape")
    for item in ("Compartir", "Historial", "Datos personales"):
        counter.get_by_role("button", name="Más acciones").click()
        counter.get_by_role("menuitem", name=item, exact=True).click()
        expect(counter.get_by_role("dialog")).to_be_visible()
        look(item)
        counter.keyboard.press("Escape")
        expect(counter.get_by_role("dialog")).to_have_count(0)
        expect(counter.get_by_role("button", name="Más acciones")).to_be_focused()
    counter.get_by_role("button", name="Comparar y fusionar").click()
    expect(counter.get_by_role("button", name="Fusionar 2 contactos")).to_be_enabled()
    look("merge")

    assert found == []
