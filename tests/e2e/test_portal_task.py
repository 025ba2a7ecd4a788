"""A task with a reminder: the mail comes at its minute, and finishing it is one tick."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

MADRID = ZoneInfo("Europe/Madrid")


def test_a_task_reminds_its_owner_by_mail_at_its_minute(
    counter: Page, shop: Shop, mailbox: Callable[[], list[dict[str, Any]]]
) -> None:
    counter.goto("/")
    counter.get_by_role("button", name="Crear tarea").click()
    form = counter.get_by_role("dialog", name="Crear tarea")
    form.get_by_label("Asunto").fill("Llamar a la almazara")
    form.get_by_text("Mostrar todos los campos").click()
    due = (datetime.now(MADRID) + timedelta(seconds=80)).replace(second=0, microsecond=0)
    form.get_by_label("Vence: día").fill(f"{due:%d/%m/%Y}")
    counter.keyboard.press("Tab")
    form.get_by_label("Vence: hora").fill(f"{due:%H:%M}")
    form.get_by_role("combobox", name="Recordatorio").click()
    counter.get_by_role("option", name="A la hora de vencer").click()
    form.get_by_role("button", name="Crear tarea").click()
    expect(counter.get_by_role("heading", level=1)).to_have_text("Hola, Nuria")
    expect(counter.get_by_role("link", name="Llamar a la almazara")).to_be_visible()

    def reminder() -> dict[str, Any] | None:
        return next((mail for mail in mailbox() if mail["to"] == [shop.email]), None)

    mail = eventually(reminder, "the reminder", patience=150)
    assert "Llamar a la almazara" in mail["subject"]
    assert datetime.fromisoformat(mail["sent_at"]) >= due

    counter.get_by_role("checkbox", name="Marcar como hecha: Llamar a la almazara").click()
    expect(counter.get_by_text("Tarea hecha: Llamar a la almazara")).to_be_visible()
    expect(counter.get_by_role("link", name="Llamar a la almazara")).to_have_count(0)
    [task] = shop.get("/v1/records/tasks")["items"]
    assert task["status"] == "done"
    assert [mail["to"] for mail in mailbox()].count([shop.email]) == 1
