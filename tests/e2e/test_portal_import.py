"""A file of contacts comes in: uploaded, mapped, looked at, imported with a bar, and taken back."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.shop import Shop

pytestmark = pytest.mark.browser

ROWS = 150


def export_of_another_shop() -> bytes:
    """A semicolon file of Spanish headers: one row without a usable address, one person who is there already."""
    lines = ["Nombre;Apellidos;Correo electrónico;Teléfono;Apodo"]
    lines += [f"Cliente;Número {n};cliente.{n}@clientes.example;+34 925 12 {n:04};apodo {n}" for n in range(ROWS - 2)]
    lines += ["Berta;Sin Correo;esto no es un correo;;", "Ana;Que Ya Estaba;ana@clientes.example;+34 925 123 999;"]
    return "\r\n".join(lines).encode()


def test_a_file_is_mapped_previewed_imported_and_undone(counter: Page, shop: Shop) -> None:
    ana = shop.create("contacts", first_name="Ana", last_name="Ruiz", emails="ana@clientes.example")
    shop.find("contacts", "ana")

    counter.goto("/records/contacts")
    counter.get_by_role("link", name="Importar contactos").first.click()
    counter.get_by_label("Importar archivo CSV").set_input_files(
        {"name": "clientes.csv", "mimeType": "text/csv", "buffer": export_of_another_shop()}
    )

    expect(counter.get_by_role("heading", name="clientes.csv")).to_be_visible()
    expect(counter.get_by_text("150 filas, 5 columnas")).to_be_visible()
    expect(counter.get_by_role("combobox", name="Destino de Correo electrónico")).not_to_have_value("")
    nickname = counter.get_by_role("combobox", name="Destino de Apodo")
    nickname.click()
    nickname.fill("Cargo")
    counter.get_by_role("option", name="Cargo").first.click()
    preview = counter.get_by_role("region", name="Así quedarán las primeras filas")
    expect(preview.get_by_role("row").filter(has_text="cliente.3@clientes.example")).to_contain_text("apodo 3")
    counter.get_by_role("radio", name="Actualizarlo con el archivo").check()
    counter.get_by_role("button", name="Importar 150 contactos").click()

    expect(counter.get_by_role("progressbar", name="Importando")).to_be_attached()
    expect(counter.get_by_role("heading", name="Importación terminada")).to_be_visible(timeout=90_000)
    for verdict in ("148creados", "1actualizado", "0omitidos", "1con errores"):
        expect(counter.get_by_role("main")).to_contain_text(verdict)
    assert shop.get(f"/v1/records/contacts/{ana['id']}")["last_name"] == "Que Ya Estaba"
    with counter.expect_download() as download:
        counter.get_by_role("button", name="Descargar el resultado de cada fila").click()
    assert "esto no es un correo" in download.value.path().read_text(encoding="utf-8-sig")

    counter.get_by_role("button", name="Deshacer la importación").click()
    expect(counter.get_by_role("heading", name="Importación deshecha")).to_be_visible(timeout=90_000)
    counter.get_by_role("link", name="Ver contactos").click()
    expect(counter.get_by_role("rowheader")).to_have_text(["Ana Ruiz"])


def test_a_file_that_is_no_table_is_refused_in_words(counter: Page, shop: Shop) -> None:
    counter.goto("/imports/new?object=contacts")

    counter.get_by_label("Importar archivo CSV").set_input_files(
        {"name": "clientes.xlsx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04 a workbook" * 40}
    )

    refusal = counter.get_by_role("alert")
    expect(refusal).to_contain_text("No podemos leer el archivo como tabla. No hemos importado nada.", timeout=90_000)
