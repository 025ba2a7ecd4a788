"""What becomes due in this domain: reminding the owner of a task, once, at the right minute.

The timer plans a mail in the transaction in which it goes. Before the mail leaves, the task is read again: one that was
finished, moved or handed over meanwhile is not reminded of.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from chalicelib.engine import mail_layout, outbox, people
from chalicelib.engine.outbox import Delivery, Mail, MailKind, Policy
from chalicelib.engine.timers import Timer
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import records
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

TASKS = "tasks"
RUN = "reminders"

USEFUL_FOR = timedelta(minutes=15)
"""A reminder may be this late even when the task is due sooner; otherwise it is dropped once the task is due."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "es": {
        "subject": "Recordatorio: {subject}",
        "due": "Vence",
        "late": "Este aviso llega con retraso; sentimos la espera.",
        "open": "Abrir la tarea",
        "why": "Te lo enviamos porque eres responsable de la tarea y pediste que te la recordásemos.",
    },
    "en": {
        "subject": "Reminder: {subject}",
        "due": "Due",
        "late": "This reminder is late; we are sorry for the wait.",
        "open": "Open the task",
        "why": "You get this because you own the task and asked to be reminded.",
    },
}


def remind(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Return the write that plans the reminder, or none when there is nothing to remind of any more."""
    task, occurrence = timer.data["task"], timer.data["occurrence_utc"]
    row = records.get(ctx, TASKS, task)
    owner = people.find(ctx, row.owner) if row else None
    if row is None or owner is None or _reason_to_stop(row, occurrence) or not owner.is_active:
        return ()
    due = clock.parse(occurrence)
    planned = outbox.plan(
        ctx,
        kind=TASK_REMINDER,
        run=RUN,
        recipient=f"{task}-{due:%Y%m%dT%H%M%SZ}",
        to=owner.email,
        locale=owner.locale,
        due=timer.due,
        not_after=max(due, timer.due + USEFUL_FOR),
        data={
            "task": task,
            "occurrence_utc": occurrence,
            "owner": owner.id,
            "subject": row.values["subject"],
            "time_zone": owner.time_zone,
        },
    )
    return [planned]


def recheck_reminder(ctx: Context, delivery: Delivery) -> str | None:
    """Return why the reminder must not go any more, or None."""
    row = records.get(ctx, TASKS, delivery.data["task"])
    if row is None:
        return "task_deleted"
    stop = _reason_to_stop(row, delivery.data["occurrence_utc"])
    if stop is not None:
        return stop
    if row.owner != delivery.data["owner"]:
        return "owner_changed"
    owner = people.find(ctx, row.owner)
    if owner is None or not owner.is_active:
        return "owner_inactive"
    return None


def render_reminder(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the reminder in the owner's language, with the due time by the owner's clock."""
    words = _WORDS["en" if locale == "en" else "es"]
    due: datetime = clock.parse(data["occurrence_utc"])
    return mail_layout.compose(
        locale,
        subject=words["subject"].format(subject=data["subject"]),
        heading=data["subject"],
        paragraphs=[words["late"]] if data.get("late") else [],
        details=[(words["due"], mail_layout.spoken_time(locale, due, data["time_zone"]))],
        button=(words["open"], mail_layout.record_link(TASKS, data["task"])),
        footnote=words["why"],
    )


TASK_REMINDER = MailKind("task_reminder", Policy.REMINDER, render_reminder, recheck_reminder)


def _reason_to_stop(row: Row, occurrence: str) -> str | None:
    if row.values.get("status") == "done":
        return "task_done"
    if (row.values.get("due") or {}).get("utc") != occurrence or row.values.get("reminder") is None:
        return "task_moved"
    return None
