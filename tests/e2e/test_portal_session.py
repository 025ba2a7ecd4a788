"""Coming in: a new firm, a wrong password, an invitation."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.steps.shop import PASSWORD, Shop, eventually

pytestmark = pytest.mark.browser


@pytest.mark.console_may_say(r"status of 401 .*/v1/session")
def test_a_shopkeeper_signs_up_leaves_and_comes_back(page: Page) -> None:
    email = f"manuela.{uuid.uuid4().hex[:12]}@colmado.example"

    page.goto("/")
    page.get_by_role("link", name="Crea tu espacio de trabajo").click()
    page.get_by_label("Empresa").fill("Colmado Manuela")
    page.get_by_label("Tu nombre").fill("Manuela Rey")
    page.get_by_label("Correo").fill(email)
    page.get_by_role("textbox", name="Contraseña").fill(PASSWORD)
    page.get_by_label("Añadir datos de ejemplo").uncheck()
    page.get_by_role("button", name="Crear espacio de trabajo").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Hola, Manuela")
    expect(page.get_by_role("button", name="Cargar datos de ejemplo")).to_be_visible()

    page.get_by_role("button", name="Colmado Manuela, cuenta de Manuela Rey").click()
    page.get_by_role("menuitem", name="Cerrar sesión").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Entra en Tendero")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Entra en Tendero")

    page.get_by_label("Correo").fill(email)
    page.get_by_role("textbox", name="Contraseña").fill("no es esta")
    page.get_by_role("button", name="Entrar").click()
    expect(page.get_by_role("alert")).to_have_text("El correo o la contraseña no son correctos.")

    page.get_by_role("textbox", name="Contraseña").fill(PASSWORD)
    page.get_by_role("button", name="Entrar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hola, Manuela")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hola, Manuela")


def test_a_mailed_invitation_lets_a_colleague_in(
    counter: Page, shop: Shop, browser: Browser, base_url: str, mailbox: Callable[[], list[dict[str, Any]]]
) -> None:
    colleague = f"pau.{uuid.uuid4().hex[:12]}@ultramarinos.example"
    counter.goto("/team")
    counter.get_by_role("button", name="Invitar a alguien").click()
    invitation = counter.get_by_role("dialog", name="Invitar a alguien")
    invitation.get_by_label("Correo").fill(colleague)
    invitation.get_by_label("Solo lectura").check()
    invitation.get_by_role("button", name="Enviar invitación").click()
    expect(counter.get_by_text("Invitaciones pendientes")).to_be_visible()
    mail = eventually(lambda: next((one for one in mailbox() if one["to"] == [colleague]), None), "the invitation")
    link = re.search(rf"{base_url}(\S+)", mail["text"])
    assert link is not None

    elsewhere = browser.new_context(base_url=base_url, locale="es-ES")
    their_page = elsewhere.new_page()
    their_page.goto(link[1])
    expect(their_page.get_by_label("Correo")).to_have_value(colleague)
    their_page.get_by_label("Tu nombre").fill("Pau Soler")
    their_page.get_by_role("textbox", name="Contraseña").fill(PASSWORD)
    their_page.get_by_role("button", name="Unirme al equipo").click()

    expect(their_page.get_by_role("heading", level=1)).to_have_text("Hola, Pau")
    expect(their_page.get_by_role("link", name="Equipo")).to_have_count(0)
    their_page.get_by_role("link", name="Contactos").first.click()
    expect(their_page.get_by_text("Aún no hay contactos")).to_be_visible()
    expect(their_page.get_by_role("button", name="Crear contacto")).to_have_count(0)
    elsewhere.close()
    counter.reload()
    expect(counter.get_by_role("table", name="Equipo").get_by_text("Pau Soler")).to_be_visible()
    expect(counter.get_by_text("Invitaciones pendientes")).to_have_count(0)
