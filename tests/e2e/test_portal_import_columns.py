"""The columns of a file: what it leaves open is asked, what has no place gets a field, and next time it is known."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.axe import findings
from tests.e2e.steps.shop import Shop, eventually, read_in

pytestmark = pytest.mark.browser

LEVELS = ("Oro", "Plata")


def members_of_a_club() -> bytes:
    """A table of people under one ambiguous header, a date that may be read in two ways, and two unknown columns."""
    rows = [
        f"Bodegas Peña {n} S.L.,socio.{n}@club.example,03/04/19{70 + n},{LEVELS[n % 2]},{n}{'' if n else ' y pico'}"
        for n in range(8)
    ]
    return "\n".join(["Nombre,Email,Fecha de nacimiento,Nivel de socio,Botellas", *rows]).encode()


def choose(page: Page, name: str, content: bytes) -> None:
    page.goto("/imports/new?object=contacts")
    page.get_by_label("Importar archivo CSV").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    expect(page.get_by_role("region", name="Columnas")).to_be_visible()


def test_what_a_file_leaves_open_is_asked_and_what_has_no_place_gets_a_field(counter: Page, shop: Shop) -> None:
    choose(counter, "socios.csv", members_of_a_club())
    begin = counter.get_by_role("button", name="Importar 8 contactos")

    begin.click()

    expect(counter.get_by_role("alert")).to_contain_text("Falta 1 respuesta")
    expect(counter.get_by_role("radio", name="Nombre completo")).to_be_focused()
    counter.get_by_role("radio", name="Empresa: Nombre").check()
    expect(counter.get_by_role("alert")).to_have_count(0)
    counter.get_by_role("radio", name="4 mar 1970").check()
    counter.get_by_role("button", name="Crear 2 campos").click()
    counter.get_by_role("textbox", name="Nombre del campo de Botellas").fill("Botellas al mes")
    counter.get_by_role("combobox", name="Tipo del campo de Botellas").select_option("integer")
    preview = counter.get_by_role("region", name="Así quedarán las primeras filas")
    expect(preview.get_by_role("row").filter(has_text="socio.3@club.example")).to_contain_text("4 mar 1973")
    expect(begin).to_be_enabled()
    assert findings(counter) == []
    begin.click()

    expect(counter.get_by_role("heading", name="Importación terminada")).to_be_visible(timeout=90_000)
    everywhere = "the new fields being known to every process that answers"
    eventually(lambda: all("c_botellas" in shop.find("contacts", "socio.3")[0] for _ in range(8)), everywhere, 75)
    person = shop.find("contacts", "socio.3")[0]
    assert (person["birthday"], person["c_nivel_de_socio"], person["c_botellas"]) == ("1973-03-04", "plata", 3)
    labels = {field["name"]: field["label"]["es"] for field in shop.get("/v1/objects/contacts")["fields"]}
    assert labels["c_botellas"] == "Botellas al mes"

    choose(counter, "socios de mayo.csv", members_of_a_club())
    columns = counter.get_by_role("region", name="Columnas")
    expect(columns.get_by_text("Como la última vez")).to_have_count(5)
    expect(counter.get_by_role("combobox", name="Destino de Botellas")).to_have_value("Botellas al mes")


def test_a_cell_that_cannot_be_read_is_marked_where_it_stands_in_english_on_a_phone(counter: Page, shop: Shop) -> None:
    counter.set_viewport_size({"width": 390, "height": 844})
    read_in(counter, "en")
    counter.goto("/imports/new?object=contacts")
    table = "First name,Last name,Email\nAna,Ruiz,ana@club.example\nBerta,Gil,not an address\n"
    counter.get_by_label("Import CSV").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )

    preview = counter.get_by_role("region", name="How the first rows will land")
    cell = preview.get_by_role("row").filter(has_text="Berta").get_by_role("cell").filter(has_text="not an address")
    expect(cell).to_contain_text("not a valid email")
    expect(counter.get_by_text("1 of these rows holds something that we could not read.")).to_be_visible()
    assert findings(counter) == []
    assert counter.evaluate("document.documentElement.scrollWidth") <= 390


def test_cells_copied_from_a_sheet_are_pasted_and_a_card_is_read_as_it_is(counter: Page, shop: Shop) -> None:
    counter.goto("/imports/new?object=contacts")
    expect(counter.get_by_role("button", name="Elegir archivo")).to_be_visible()
    counter.evaluate(
        """text => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
        }""",
        "Nombre\tApellidos\tEmail\nRita\tIbáñez\trita@pegada.example\nLuis\tPeña\tluis@pegado.example\n",
    )
    expect(counter.get_by_role("button", name="Importar 2 contactos")).to_be_enabled()

    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Nuria Campos\nN:Campos;Nuria;;;\nEMAIL:nuria@tarjeta.example\nEND:VCARD\n"
    counter.goto("/imports/new?object=contacts")
    counter.get_by_label("Importar archivo CSV").set_input_files(
        {"name": "agenda.vcf", "mimeType": "text/vcard", "buffer": card.encode()}
    )
    expect(counter.get_by_text("1 fila")).to_contain_text("vCard")
    expect(counter.get_by_role("button", name="Importar 1 contacto")).to_be_enabled()
