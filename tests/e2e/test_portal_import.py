"""A file of contacts comes in: uploaded, mapped, looked at, imported with a bar, and taken back."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat

pytestmark = pytest.mark.browser

HEADERS = {
    "es": ("Nombre;Apellidos;Correo electrónico;Teléfono;Apodo", "Correo electrónico", "Apodo"),
    "en": ("First name;Last name;Email;Phone;Nickname", "Email", "Nickname"),
}


def export_of_another_shop(header: str, rows: int) -> bytes:
    """A semicolon file: one row without a usable address, one with a cell too many, one person who is there already."""
    lines = [header]
    lines += [f"Cliente;Número {n};cliente.{n}@clientes.example;+34 925 12 {n:04};apodo {n}" for n in range(rows - 3)]
    lines += [
        "Berta;Sin Correo;esto no es un correo;;",
        "Leo;De Más;leo@clientes.example;;;sobra",
        "Ana;Que Ya Estaba;ana@clientes.example;+34 925 123 999;",
    ]
    return "\r\n".join(lines).encode()


def test_a_file_is_mapped_previewed_imported_and_undone(seat: Seat) -> None:
    page, shop, many = seat.page, seat.shop, seat.many("contacts")
    header, email, nickname = HEADERS[seat.manner.language]
    rows = 30 if seat.is_phone else 150
    ana = shop.create("contacts", first_name="Ana", last_name="Ruiz", emails="ana@clientes.example")
    shop.find("contacts", "ana")

    page.goto("/records/contacts")
    seat.the("link", "import.start", name=many).first.click()
    page.get_by_label(seat.says("import.file")).set_input_files(
        {"name": "clientes.csv", "mimeType": "text/csv", "buffer": export_of_another_shop(header, rows)}
    )

    expect(page.get_by_role("heading", name="clientes.csv")).to_be_visible()
    found = seat.says("import.detected", count=rows, rows=rows, columns=5, encoding="|", delimiter="").split("|")[0]
    expect(page.get_by_text(found.strip(" ,"))).to_be_visible()
    expect(seat.the("combobox", "import.target", column=email)).not_to_have_value("")
    place, job = seat.the("combobox", "import.target", column=nickname), seat.field("contacts", "job_title")
    place.click()
    place.fill(job)
    page.get_by_role("option", name=job).first.click()
    preview = seat.the("region", "import.preview")
    expect(preview.get_by_role("row").filter(has_text="cliente.3@clientes.example")).to_contain_text("apodo 3")
    seat.the("radio", "import.onDuplicate.update").check()
    assert seat.fits()
    seat.press("import.run", count=rows, rows=rows, name=many)

    expect(seat.the("progressbar", "import.doing.running")).to_be_attached()
    expect(seat.the("heading", "import.finished")).to_be_visible(timeout=90_000)
    for verdict, count in (("created", rows - 2), ("updated", 1), ("skipped", 0), ("failed", 1)):
        said = f"{count}{seat.says(f'import.verdict.{verdict}', count=count)}"
        expect(page.get_by_role("main")).to_contain_text(said)
    expect(page.get_by_text(seat.says("import.partly", count=1, rows=1))).to_be_visible()
    expect(seat.the("region", "import.failedTitle", count=1)).to_contain_text(seat.says("import.failedHint"))
    assert shop.get(f"/v1/records/contacts/{ana['id']}")["last_name"] == "Que Ya Estaba"
    with page.expect_download() as download:
        seat.press("import.download")
    assert "esto no es un correo" in download.value.path().read_text(encoding="utf-8-sig")

    seat.press("import.undo")
    expect(seat.the("heading", "import.undone")).to_be_visible(timeout=90_000)
    seat.the("link", "import.see", name=many).click()
    expect(seat.names(seat.listing("contacts"))).to_have_text(["Ana Ruiz"])


def test_a_file_that_is_no_table_is_refused_in_words(seat: Seat) -> None:
    seat.page.goto("/imports/new?object=contacts")

    seat.page.get_by_label(seat.says("import.file")).set_input_files(
        {"name": "clientes.xlsx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04 a workbook" * 40}
    )

    refused = seat.says("problems.file_not_a_table").split(".")[0]
    expect(seat.page.get_by_role("alert")).to_contain_text(refused, timeout=90_000)
