"""The first minutes of a firm: from signing up to its first imported contact in the list, at the pace of a person."""

import random
import sys
import time
import uuid

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps.seat import Seat

pytestmark = pytest.mark.browser

MOST_SECONDS = 180
"""What the product promises to whoever tries it."""
HEADERS = {
    "es": "Nombre;Apellidos;Correo electrónico;Móvil;Empresa;Cargo",
    "en": "First name;Last name;Email;Mobile;Company;Job title",
}
ROWS = (
    "Rita;Ibáñez;rita@bodegas.example;+34 600 111 222;Bodegas Ibáñez;Gerente",
    "Luis;Peña;luis@conservas.example;+34 600 333 444;Conservas Peña;Compras",
    "Ana;Ruiz;ana@quesos.example;+34 600 555 666;Quesos Ruiz;Ventas",
)


class Person:
    """Somebody at the machine: looks before each click, and types as people type."""

    READS_SECONDS = (0.8, 1.8)
    TYPES_MS = 55

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pace = random.Random(22)

    def look(self) -> None:
        self.page.wait_for_timeout(1000 * self.pace.uniform(*self.READS_SECONDS))

    def click(self, what: Locator) -> None:
        expect(what).to_be_visible()
        self.look()
        what.hover()
        what.click()

    def type(self, where: Locator, text: str) -> None:
        self.click(where)
        where.press_sequentially(text, delay=self.TYPES_MS)


def test_from_signing_up_to_the_first_imported_contact_takes_less_than_three_minutes(
    door: Seat, capsys: pytest.CaptureFixture[str]
) -> None:
    page, person, many = door.page, Person(door.page), door.many("contacts")
    agenda = "\r\n".join([HEADERS[door.manner.language], *ROWS])
    page.goto("/sign-up")
    expect(door.title()).to_be_visible()
    started = time.monotonic()

    person.type(page.get_by_label(door.says("signUp.company")), "Ultramarinos Campos")
    person.type(page.get_by_label(door.says("session.name")), "Nuria Campos")
    email = f"nuria.{uuid.uuid4().hex[:8]}@ultramarinos.example"
    person.type(page.get_by_label(door.says("session.email")), email)
    person.type(door.the("textbox", "session.password"), "albahaca-y-harina")
    person.click(page.get_by_label(door.says("signUp.sample")))
    person.click(door.the("button", "signUp.submit"))

    around = door.the("navigation", "nav.bottom" if door.is_phone else "nav.main")
    person.click(around.get_by_role("link", name=door.called("contacts")))
    person.click(door.the("link", "import.start", name=many).first)
    with page.expect_file_chooser() as chooser:
        person.click(door.the("button", "import.choose"))
    person.look()
    chooser.value.set_files({"name": "agenda.csv", "mimeType": "text/csv", "buffer": agenda.encode()})

    begin = door.the("button", "import.run", count=3, rows=3, name=many)
    expect(begin).to_be_enabled(timeout=60_000)
    person.look()
    person.click(begin)
    expect(door.the("heading", "import.finished")).to_be_visible(timeout=60_000)
    person.click(door.the("link", "import.see", name=many))
    expect(page.get_by_role("link", name="Rita Ibáñez").first).to_be_visible()

    seconds = time.monotonic() - started
    with capsys.disabled():
        told = f"From signing up to the first imported contact in the list ({door.manner}): {seconds:.1f} s"
        sys.stdout.write(f"\n{told}\n")
    assert seconds < MOST_SECONDS
