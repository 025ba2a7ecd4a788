"""An administrator shapes Tendero: objects, fields, the record page, the list, pipelines, duplicates and currencies."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, ViewportSize, expect

from tests.e2e.steps.axe import findings
from tests.e2e.steps.moving import lift, still
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually, open_shop, sign_in

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def studio(page: Page, shop: Shop) -> Page:
    return sign_in(page, shop)


def fields_of(shop: Shop, plural: str) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in shop.get(f"/v1/objects/{plural}")["fields"]}


def choose(form: Locator, label: str, option: str) -> None:
    form.get_by_role("combobox", name=label).click()
    form.page.get_by_role("option", name=option, exact=True).click()


def in_language(seat: Seat, name: str, language: str, **values: object) -> str:
    spoken = seat.says(f"admin:design.languages.{language}")
    spoken = spoken if spoken in ("Spanish", "English") else spoken.lower()
    if values:
        return seat.says(name, language=spoken, **values)
    return seat.says("admin:design.inLanguage", name=seat.says(name), language=spoken)


def test_an_object_of_ones_own_is_created_and_is_in_the_menu_at_once(seat: Seat) -> None:
    page = seat.page
    page.goto("/settings/objects")

    seat.press("admin:objects.create")
    form = page.get_by_role("dialog")
    form.get_by_label(in_language(seat, "admin:objects.one", "es")).fill("Proyecto")
    form.get_by_label(in_language(seat, "admin:objects.one", "en")).fill("Project")
    form.get_by_label(in_language(seat, "admin:objects.several", "es")).fill("Proyectos")
    form.get_by_label(in_language(seat, "admin:objects.several", "en")).fill("Projects")
    seat.the("radio", "admin:objects.icons.hammer", within=form).check(force=True)
    seat.press("admin:objects.create", within=form)

    called = {"es": "Proyectos", "en": "Projects"}[seat.manner.language]
    expect(seat.title()).to_have_text(called)
    expect(page).to_have_url(re.compile("/settings/objects/c_projects$"))
    expect(seat.menu().get_by_role("link", name=called)).to_be_visible()
    assert seat.shop.get("/v1/objects/c_projects")["icon"] == "hammer"


def test_a_field_of_a_number_is_added(seat: Seat) -> None:
    page = seat.page
    page.goto("/settings/objects/companies")

    seat.press("admin:fieldList.add")
    panel = page.get_by_role("dialog")
    seat.press("admin:fieldTypes.names.integer", within=panel)
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "es")).fill("Mesas")
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "en")).fill("Tables")
    called = {"es": "Mesas", "en": "Tables"}[seat.manner.language]
    seat.press("admin:fieldForm.create", within=panel, name=called)

    expect(page.get_by_role("button", name=re.compile(f"^{called}"))).to_be_visible()


def test_a_choice_gets_its_options_its_colours_and_its_order_by_the_keyboard(seat: Seat) -> None:
    page, language = seat.page, seat.manner.language
    called = {"es": "Zona de reparto", "en": "Delivery zone"}[language]
    page.goto("/settings/objects/leads")

    def option(n: int) -> Locator:
        return panel.get_by_label(in_language(seat, "admin:fieldForm.optionIn", language, n=n))

    seat.press("admin:fieldList.add")
    panel = page.get_by_role("dialog")
    seat.press("admin:fieldTypes.names.choice", within=panel)
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "es")).fill("Zona de reparto")
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "en")).fill("Delivery zone")
    option(1).fill("Norte")
    page.keyboard.press("Enter")
    expect(option(2)).to_be_focused()
    page.keyboard.type("Sur")
    page.keyboard.press("Enter")
    page.keyboard.type("Centro")
    lift(page, seat.the("button", "admin:design.drag", within=panel, exact=True, name="Centro"), "ArrowUp", "ArrowUp")
    expect(option(1)).to_have_value("Centro")
    seat.press("admin:design.colorOf", within=panel, name="Centro")
    seat.the("menuitem", "admin:design.colors.blue").click()
    seat.the("switch", "admin:fieldForm.flags.required", within=panel).check(force=True)
    assert seat.fits()
    seat.press("admin:fieldForm.create", within=panel, name=called)

    expect(page.get_by_role("button", name=re.compile(f"^{called}"))).to_be_visible()
    zone = fields_of(seat.shop, "leads")["c_zona_de_reparto"]
    assert [(one["value"], one.get("color")) for one in zone["options"]] == [
        ("centro", "blue"),
        ("norte", None),
        ("sur", None),
    ]
    assert (zone["label"], zone["required"]) == ({"es": "Zona de reparto", "en": "Delivery zone"}, True)


COLORS = [
    *("albahaca", "teal", "cyan", "blue", "indigo", "violet"),
    *("grape", "pink", "pimenton", "orange", "yellow", "lime"),
]


def test_the_words_of_every_colour_can_be_read_in_both_lights(studio: Page, shop: Shop) -> None:
    options = [{"value": color, "label": {"es": color, "en": color}, "color": color} for color in COLORS]
    shades = {"name": "c_shades", "type": "multi_choice", "label": {"es": "Tonos", "en": "Shades"}, "options": options}
    assert shop.line.post("/v1/objects/products/fields", data=shades).ok
    product = shop.create("products", sku="T-1", name="Tela", c_shades=COLORS)
    shop.tell(studio)
    studio.goto(f"/records/products/{product['id']}")

    expect(studio.get_by_text("indigo")).to_be_visible()
    found = []
    for light in ("light", "dark"):
        studio.emulate_media(color_scheme=light, reduced_motion="reduce")
        found += [f"{light}: {finding}" for finding in findings(studio)]
    assert found == []


def test_a_change_of_a_field_is_taken_back_and_an_option_is_archived(studio: Page, shop: Shop) -> None:
    studio.goto("/settings/objects/leads")
    studio.get_by_role("button", name=re.compile("^Origen")).click()
    panel = studio.get_by_role("dialog")
    first = panel.get_by_label("Opción 1 en español").input_value()

    panel.get_by_role("button", name=f"Archivar {first}").click()
    panel.get_by_label("Nombre (español)").fill("De dónde viene")
    panel.get_by_role("button", name="Guardar cambios").click()
    expect(studio.get_by_role("button", name=re.compile("^De dónde viene"))).to_be_visible()
    source = fields_of(shop, "leads")["source"]
    assert [one["label"]["es"] for one in source["options"] if one.get("hidden")] == [first]
    studio.get_by_role("button", name="Deshacer").click()

    expect(studio.get_by_role("button", name=re.compile("^Origen"))).to_be_visible()
    assert not any(one.get("hidden") for one in fields_of(shop, "leads")["source"]["options"])


def test_a_field_is_taken_away_and_comes_back_and_the_log_tells_it(seat: Seat) -> None:
    page, shop, called = seat.page, seat.shop, {"es": "Apodo", "en": "Nickname"}[seat.manner.language]
    shop.line.post(
        "/v1/objects/contacts/fields",
        data={"name": "c_nick", "type": "text", "label": {"es": "Apodo", "en": "Nickname"}},
    )
    page.goto("/settings/objects/contacts")

    page.get_by_role("button", name=re.compile(f"^{called}")).click()
    seat.press("admin:fieldForm.remove", within=page.get_by_role("dialog"))
    expect(page.get_by_role("button", name=re.compile(f"^{called}"))).to_have_count(0)
    assert "c_nick" not in fields_of(shop, "contacts")
    page.goto("/settings/objects?tab=removed")
    seat.press("admin:objects.restoreOf", name=called)

    expect(page.get_by_text(seat.says("admin:objects.restored", name=called))).to_be_visible()
    assert "c_nick" in fields_of(shop, "contacts")
    assert seat.fits()
    page.goto("/settings/objects?tab=log")
    told = {"field": "c_nick", "object": seat.called("contacts")}
    expect(page.get_by_text(seat.says("admin:objects.log.field_restored", **told))).to_be_visible()
    expect(page.get_by_text(seat.says("admin:objects.log.field_removed", **told))).to_be_visible()


def test_a_formula_is_checked_and_computed_while_it_is_written(seat: Seat) -> None:
    page, called = seat.page, {"es": "IVA", "en": "VAT"}[seat.manner.language]
    seat.shop.create("orders", total={"amount": "200.00", "currency": "EUR"}, date="2026-11-20")
    page.goto("/settings/objects/orders")

    seat.press("admin:fieldList.add")
    panel = page.get_by_role("dialog")
    seat.press("admin:fieldTypes.names.formula", within=panel)
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "es")).fill("IVA")
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "en")).fill("VAT")
    written = seat.the("textbox", "admin:fieldForm.formula", within=panel)
    written.fill("total * vino")
    unknown = seat.says("admin:designErrors.formula_unknown_field")
    expect(panel.get_by_text(seat.says("admin:designErrors.atCharacter", text=unknown, at=9))).to_be_visible()
    written.fill("total * 0.21")
    money = seat.says("admin:fieldTypes.names.money")
    expect(panel.get_by_text(seat.says("admin:fieldForm.gives", type=money))).to_be_visible()
    expect(panel.get_by_text(re.compile(r"42[.,]00"))).to_be_visible()
    assert seat.fits()
    seat.press("admin:fieldForm.create", within=panel, name=called)

    expect(page.get_by_role("button", name=re.compile(f"^{called}"))).to_be_visible()
    assert fields_of(seat.shop, "orders")["c_iva"]["formula"] == "total * 0.21"


def test_a_rollup_counts_the_related_records_that_meet_a_condition(seat: Seat) -> None:
    page, called = seat.page, {"es": "Tareas hechas", "en": "Tasks done"}[seat.manner.language]
    page.goto("/settings/objects/contacts")

    seat.press("admin:fieldList.add")
    panel = page.get_by_role("dialog")
    seat.press("admin:fieldTypes.names.rollup", within=panel)
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "es")).fill("Tareas hechas")
    panel.get_by_label(in_language(seat, "admin:fieldForm.label", "en")).fill("Tasks done")
    choose(panel, seat.says("admin:fieldForm.relation"), seat.called("tasks"))
    rule = seat.the("group", "admin:fieldForm.rollupFilter", within=panel)
    seat.press("admin:rule.add", within=rule)
    choose(panel, seat.says("admin:rule.fieldOf", n=1), seat.field("tasks", "status"))
    panel.get_by_role("checkbox", name=seat.option("tasks", "status", "done")).first.check()
    assert seat.fits()
    seat.press("admin:fieldForm.create", within=panel, name=called)

    expect(page.get_by_role("button", name=re.compile(f"^{called}"))).to_be_visible()
    made = fields_of(seat.shop, "contacts")["c_tareas_hechas"]
    assert made["rollup"]["relation"] == "tasks"
    assert made["rollup"]["filter"]["field"] == "status"


def test_sections_are_arranged_by_keyboard_and_menu_and_the_page_follows(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    deal = shop.create("deals", name="Aceite para el Retiro", description="Por la puerta de atrás")
    amount, notes = seat.field("deals", "amount"), seat.field("deals", "description")
    main = seat.of(shop.get("/v1/objects/deals")["sections"][0]["label"])
    page.goto("/settings/objects/deals?tab=page")
    first = page.get_by_role("list", name=main)
    expect(first.get_by_role("listitem").nth(1)).to_contain_text(amount)

    lift(page, seat.the("button", "admin:design.drag", exact=True, name=amount), "ArrowDown")
    seat.press("admin:layout.addSection")
    page.get_by_label(in_language(seat, "admin:layout.sectionName", seat.manner.language)).fill("Reparto")
    seat.press("admin:layout.sendMenu", name=notes)
    page.get_by_role("menuitem", name="Reparto").click()
    seat.press("actions.saveChanges")
    expect(page.get_by_text(seat.says("admin:layout.saved"))).to_be_visible()

    sections = {seat.of(one["label"]): one["fields"] for one in shop.get("/v1/objects/deals")["sections"]}
    assert sections["Reparto"] == ["description"]
    assert sections[main].index("amount") == 2
    page.goto(f"/records/deals/{deal['id']}")
    expect(seat.details().get_by_text("Reparto").first).to_be_visible()


def test_a_field_leaves_its_section_by_the_mouse_or_the_menu_and_comes_back(seat: Seat) -> None:
    page, shop, field = seat.page, seat.shop, seat.field("companies", "industry")
    page.goto("/settings/objects/companies?tab=page")
    before = [one["name"] for one in shop.get("/v1/objects/companies")["sections"]]
    target = seat.the("list", "admin:layout.pool")
    grip = seat.the("button", "admin:design.drag", exact=True, name=field)

    expect(grip).to_be_visible()
    if seat.is_phone:
        seat.press("admin:layout.sendMenu", name=field)
        seat.the("menuitem", "admin:layout.pool").click()
    else:
        box, goal = still(grip), still(target)
        page.mouse.move(box["x"] + 8, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(box["x"] + 30, box["y"] + 40, steps=5)
        page.mouse.move(goal["x"] + 30, goal["y"] + 20, steps=15)
        expect(target).to_have_attribute("data-over", "true")
        page.mouse.up()
    expect(target.get_by_text(field, exact=True)).to_be_visible()
    seat.press("actions.saveChanges")
    expect(page.get_by_text(seat.says("admin:layout.saved"))).to_be_visible()
    placed = {name for one in shop.get("/v1/objects/companies")["sections"] for name in one["fields"]}
    assert "industry" not in placed
    seat.undo(seat.says("admin:layout.saved"))

    def back() -> bool:
        sections = shop.get("/v1/objects/companies")["sections"]
        return [one["name"] for one in sections] == before and any("industry" in one["fields"] for one in sections)

    eventually(back, "the section as it was")


def test_the_columns_that_everybodys_list_begins_with_are_chosen(studio: Page, shop: Shop) -> None:
    studio.goto("/settings/objects/products?tab=list")
    columns = studio.get_by_role("list", name="Columnas de la lista")
    expect(columns.get_by_role("listitem").first).to_be_visible()
    count = columns.get_by_role("listitem").count()

    columns.get_by_role("button", name=re.compile("^Quitar la columna")).last.click()
    lift(studio, columns.get_by_role("button", name=re.compile("^Mover")).nth(1), "ArrowUp")
    studio.get_by_role("button", name="Guardar cambios").click()

    expect(studio.get_by_text("Diseño guardado")).to_be_visible()
    assert len(shop.get("/v1/objects/products")["columns"]) == count - 1


def test_a_stage_that_goes_hands_its_deals_to_another(seat: Seat) -> None:
    page, shop = seat.page, seat.shop
    stage = {one: seat.option("deals", "stage", one) for one in ("proposal", "negotiation")}
    deals = [shop.create("deals", name=f"Oferta {n}", stage="proposal") for n in (1, 2)]
    counted = "/v1/records/deals/totals?by=stage"
    eventually(
        lambda: [one for one in shop.get(counted)["items"] if one["value"] == "proposal" and one["count"] >= 2],
        "the counters",
    )
    sales = shop.get("/v1/records/pipelines")["items"][0]["name"]
    page.goto("/settings/pipelines")

    seat.press("admin:pipelines.editOf", name=sales)
    panel = page.get_by_role("dialog", name=sales)
    seat.press("admin:pipelines.removeStage", within=panel, name=stage["proposal"])
    question = seat.the("dialog", "admin:pipelines.moveTitle", name=stage["proposal"])
    choose(question, seat.says("admin:pipelines.moveTo"), stage["negotiation"])
    assert seat.fits()
    seat.press("admin:pipelines.move", within=question, count=2)
    seat.press("admin:pipelines.addStage", within=panel)
    panel.get_by_label(seat.says("admin:pipelines.stageName", n=4)).fill("Prueba de producto")
    panel.get_by_label(seat.says("admin:pipelines.probabilityOf", name="Prueba de producto")).fill("65")
    seat.press("actions.saveChanges", within=panel)

    expect(page.get_by_text(seat.says("admin:pipelines.saved", name=sales))).to_be_visible()
    stages = next(one for one in shop.get("/v1/records/pipelines")["items"] if one["name"] == sales)["stages"]
    assert [one["label"] for one in stages][3] == "Prueba de producto"
    assert "proposal" not in [one["key"] for one in stages]
    assert {shop.get(f"/v1/records/deals/{deal['id']}")["stage"] for deal in deals} == {"negotiation"}


def test_a_second_pipeline_is_created_and_the_board_offers_it(seat: Seat) -> None:
    page = seat.page
    page.goto("/settings/pipelines")

    seat.press("admin:pipelines.create")
    panel = page.get_by_role("dialog")
    panel.get_by_label(seat.says("admin:pipelines.name")).fill("Hostelería")
    panel.get_by_label(seat.says("admin:pipelines.stageName", n=1)).fill("Degustación")
    seat.press("admin:pipelines.create", within=panel)

    expect(page.get_by_role("heading", name="Hostelería")).to_be_visible()
    stages = fields_of(seat.shop, "deals")["stage"]["options"]
    assert "Degustación" in [seat.of(one["label"]) for one in stages]


def test_rules_that_find_duplicates_are_the_firms_own_and_can_be_given_back(seat: Seat) -> None:
    page, shop, rules = seat.page, seat.shop, "/v1/objects/contacts/duplicate-rules"
    page.goto("/settings/objects/contacts?tab=duplicates")

    page.get_by_label(seat.says("admin:rules.weight")).first.fill("75")
    seat.press("actions.saveChanges")
    expect(page.get_by_text(seat.says("admin:rules.saved"))).to_be_visible()
    eventually(lambda: shop.get(rules)["is_own"], "the rules")
    assert seat.fits()
    seat.press("admin:rules.usual")

    expect(seat.the("button", "admin:rules.usual")).to_have_count(0)
    eventually(lambda: not shop.get(rules)["is_own"], "the usual rules")


def test_a_currency_gets_a_value_from_a_day_on(seat: Seat) -> None:
    page, spanish = seat.page, seat.manner.language == "es"
    page.goto("/settings/currencies")

    seat.press("admin:currencies.add")
    panel = page.get_by_role("dialog")
    seat.the("combobox", "admin:currencies.currency", within=panel).fill("USD")
    page.get_by_role("option", name=re.compile("^USD")).click()
    rate = "0,92" if spanish else "0.92"
    panel.get_by_label(seat.says("admin:currencies.rate", code="USD", base="EUR")).fill(rate)
    seat.press("admin:currencies.save", within=panel)

    expect(page.get_by_text(f"1 USD = {rate} EUR")).to_be_visible()
    assert seat.shop.get("/v1/currencies")["items"][0]["rate"]["rate"] == "0.92"
    page.get_by_role("button", name=re.compile("^Dólar" if spanish else "^US dollar", re.IGNORECASE)).click()
    remove = seat.says("admin:currencies.remove", day="")
    page.get_by_role("button", name=re.compile(f"^{remove.strip()}")).click()
    expect(page.get_by_text(seat.says("admin:currencies.noRate"))).to_be_visible()


def test_closing_a_form_with_changes_asks_first(studio: Page) -> None:
    studio.goto("/settings/objects/tasks")
    studio.get_by_role("button", name=re.compile("^Prioridad")).click()
    studio.get_by_role("dialog").get_by_label("Nombre (español)").fill("Urgencia")

    studio.keyboard.press("Escape")
    studio.get_by_role("button", name="Seguir editando").click()
    expect(studio.get_by_label("Nombre (español)")).to_have_value("Urgencia")
    studio.keyboard.press("Escape")
    studio.get_by_role("button", name="Descartar").click()

    expect(studio.get_by_role("dialog")).to_have_count(0)
    expect(studio.get_by_role("button", name=re.compile("^Prioridad"))).to_be_focused()


def test_leaving_an_arrangement_that_was_not_saved_asks_first(studio: Page) -> None:
    studio.goto("/settings/objects/tasks?tab=list")
    columns = studio.get_by_role("list", name="Columnas de la lista")
    columns.get_by_role("button", name=re.compile("^Quitar la columna")).last.click()

    studio.get_by_role("tab", name="Campos").click()
    studio.get_by_role("button", name="Seguir editando").click()
    expect(studio.get_by_role("region", name="Cambios sin guardar")).to_be_visible()
    studio.get_by_role("tab", name="Campos").click()
    studio.get_by_role("dialog").get_by_role("button", name="Descartar").click()

    expect(studio.get_by_role("button", name="Añadir campo")).to_be_visible()


def test_on_a_phone_the_settings_are_a_list_and_then_a_page_in_english_too(
    page: Page, playwright: Playwright, base_url: str
) -> None:
    shop = open_shop(playwright, base_url, "Corner Deli", locale="en", currency="USD")
    page.set_viewport_size(PHONE)
    sign_in(page, shop).goto("/settings")

    page.get_by_role("link", name=re.compile("^Objects and fields")).click()
    page.get_by_role("list", name="Objects of the workspace").get_by_role("link", name="Companies").click()
    expect(page.get_by_role("button", name="Add field")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("link", name="Settings").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
