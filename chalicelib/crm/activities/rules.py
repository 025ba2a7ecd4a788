"""What tasks and notes demand."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from chalicelib.engine import timers
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.fields.date_time import spelled
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage.plan import Write

REMINDER = "task_reminder"
LONGEST_TITLE = 120


def note_when_done(ctx: Context, change: Change) -> Change:
    """Keep the moment at which a task was finished, and forget it when the task is opened again."""
    if "status" not in change.changed:
        return change
    return change.holding(done_at=spelled(ctx.now) if change.values.get("status") == "done" else None)


def require_due_for_reminder(ctx: Context, change: Change) -> Change:
    """Refuse a reminder of a task that is never due."""
    if change.values.get("reminder") is not None and not change.values.get("due"):
        change.refuse("due", "due_required", "Say when the task is due, so that we can remind you before.")
    return change


def keep_reminder(ctx: Context, change: Change) -> Sequence[Write]:
    """Set, move or clear the timer of a task's reminder in the very write that changes the task."""
    timer = f"reminder:{change.id}"
    was = reminder_at(change.before) if change.kind != "restore" else None
    at = reminder_at(change.values) if change.kind != "delete" else None
    if at is None or ctx.quiet or clock.parse(change.values["due"]["utc"]) <= ctx.now:
        return timers.clear(ctx, id=timer, due=was) if was else ()
    if at == was and change.kind == "update":
        return ()
    data = {"task": change.id, "occurrence_utc": change.values["due"]["utc"]}
    return timers.set(ctx, id=timer, kind=REMINDER, due=at, data=data, previous_due=was)


def reminder_at(values: Mapping[str, Any]) -> datetime | None:
    """Return the instant at which a task's owner wants to be reminded; None when there is nothing to remind of."""
    if values.get("status") == "done" or values.get("reminder") is None or not values.get("due"):
        return None
    return clock.parse(values["due"]["utc"]) - timedelta(minutes=int(values["reminder"]))


def task_flags(record: Mapping[str, Any], catalogue: Catalogue, now: datetime) -> Mapping[str, bool]:
    """Say whether a task is late."""
    due = record.get("due")
    return {"overdue": due is not None and record.get("status") != "done" and clock.parse(due["utc"]) < now}


def title_from_text(ctx: Context, change: Change) -> Change:
    """Name a note by its first line."""
    lines = str(change.values.get("text", "")).strip().splitlines()
    return change.holding(title=(lines[0].strip()[:LONGEST_TITLE] or None) if lines else None)
