"""A task with a reminder: the mail comes when it is due, and finishing it is one tick."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import eventually

pytestmark = pytest.mark.browser

MADRID = ZoneInfo("Europe/Madrid")


def test_a_task_made_with_a_reminder_reminds_its_owner_by_mail_and_is_finished_by_a_tick(
    seat: Seat, mailbox: Callable[[], list[dict[str, Any]]]
) -> None:
    page, shop, due = seat.page, seat.shop, seat.field("tasks", "due")
    page.goto("/")
    seat.press("today.newTask")
    form = seat.the("dialog", "create.title", name=seat.one("tasks"))
    form.get_by_label(seat.field("tasks", "subject")).fill("Llamar a la almazara")
    form.get_by_text(seat.says("form.allFields")).click()
    soon = (datetime.now(MADRID) + timedelta(hours=1)).replace(minute=30, second=0, microsecond=0)
    form.get_by_label(seat.says("fields.dayOf", name=due)).fill(f"{soon:%d/%m/%Y}")
    page.keyboard.press("Tab")
    form.get_by_label(seat.says("fields.timeOf", name=due)).fill(f"{soon:%H:%M}")
    seat.choose(form.get_by_role("combobox", name=seat.field("tasks", "reminder")), seat.says("reminder.atDue"))
    seat.press("create.submit", within=form, name=seat.one("tasks"))
    expect(seat.title()).to_have_text(seat.says("today.hello", name="Nuria"))
    expect(page.get_by_role("link", name="Llamar a la almazara")).to_be_visible()
    [task] = shop.get("/v1/records/tasks")["items"]
    assert task["due"]["local"] == f"{soon:%Y-%m-%dT%H:%M}:00"

    # Nobody waits for that hour: the task becomes due in a moment, as when a colleague moves it.
    moment = (datetime.now(MADRID) + timedelta(seconds=4)).replace(microsecond=0)
    shop.change("tasks", task, due={"local": f"{moment:%Y-%m-%dT%H:%M:%S}", "time_zone": "Europe/Madrid"})

    def reminder() -> dict[str, Any] | None:
        return next((mail for mail in mailbox() if mail["to"] == [shop.email]), None)

    mail = eventually(reminder, "the reminder")
    assert "Llamar a la almazara" in mail["subject"]
    assert datetime.fromisoformat(mail["sent_at"]) >= moment

    page.reload()
    seat.the("checkbox", "today.finish", name="Llamar a la almazara").click()
    expect(page.get_by_text(seat.says("today.finished", name="Llamar a la almazara"))).to_be_visible()
    expect(page.get_by_role("link", name="Llamar a la almazara")).to_have_count(0)
    assert shop.get(f"/v1/records/tasks/{task['id']}")["status"] == "done"
    assert [mail["to"] for mail in mailbox()].count([shop.email]) == 1
