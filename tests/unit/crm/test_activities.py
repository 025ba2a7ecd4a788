"""Tasks remind, tasks end, notes have names."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.engine import records
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import timers

CALL_ANA = {"subject": "Llamar a Ana", "due": "2026-11-23T09:00", "reminder": 30}


@pytest.fixture
def task(ctx: Context) -> dict[str, Any]:
    return records.create(ctx, plural="tasks", values=CALL_ANA)


def reminders(ctx: Context) -> list[tuple[str, str, dict[str, Any]]]:
    found = timers.due(ctx, now="2030-01-01T00:00:00.000Z", limit=10)
    return [(timer.id, timer.due, dict(timer.data)) for timer in found]


def change(ctx: Context, task: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return records.update(ctx, plural="tasks", id=task["id"], changes=changes, expected_version=task["version"])


def test_a_task_with_reminder_sets_a_timer_in_its_own_write(ctx: Context, task: dict[str, Any]) -> None:
    assert task["due"] == {"local": "2026-11-23T09:00:00", "time_zone": "Europe/Madrid", "utc": "2026-11-23T08:00:00Z"}
    assert reminders(ctx) == [
        (
            f"reminder:{task['id']}",
            "2026-11-23T07:30:00.000Z",
            {"task": task["id"], "occurrence_utc": "2026-11-23T08:00:00Z"},
        )
    ]


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({"due": "2026-11-24T09:00"}, ["2026-11-24T07:30:00.000Z"]),
        ({"reminder": 0}, ["2026-11-23T08:00:00.000Z"]),
        ({"subject": "Llamar a Eva"}, ["2026-11-23T07:30:00.000Z"]),
        ({"reminder": None}, []),
        ({"due": None, "reminder": None}, []),
        ({"status": "done"}, []),
        ({"due": "2026-11-20T09:00"}, []),
    ],
)
def test_changing_a_task_moves_or_clears_its_reminder(
    ctx: Context, task: dict[str, Any], changes: dict[str, Any], due: list[str]
) -> None:
    change(ctx, task, **changes)

    assert [at for _, at, _ in reminders(ctx)] == due


def test_a_deleted_task_reminds_of_nothing_until_it_returns(ctx: Context, task: dict[str, Any]) -> None:
    records.delete(ctx, plural="tasks", id=task["id"], expected_version=1)
    gone = reminders(ctx)
    records.restore(ctx, plural="tasks", id=task["id"])

    assert (gone, len(reminders(ctx))) == ([], 1)


def test_an_opened_task_reminds_again(ctx: Context, task: dict[str, Any]) -> None:
    done = change(ctx, task, status="done")
    opened = change(ctx, done, status="open")

    assert done["done_at"] == "2026-11-21T20:15:00Z"
    assert opened["done_at"] is None
    assert len(reminders(ctx)) == 1


def test_a_reminder_needs_to_know_when(ctx: Context) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="tasks", values={"subject": "Algún día", "reminder": 30})

    assert [(error.field, error.code) for error in problem.value.errors] == [("due", "due_required")]


def test_a_quiet_import_reminds_nobody(ctx: Context) -> None:
    records.create(ctx.because("import", quiet=True), plural="tasks", values=CALL_ANA)

    assert reminders(ctx) == []


def test_a_task_is_overdue_until_it_is_done(ctx: Context, task: dict[str, Any]) -> None:
    late = replace(ctx, now=ctx.now + timedelta(days=2))

    assert task["flags"] == {"overdue": False}
    assert records.get(late, plural="tasks", id=task["id"])["flags"] == {"overdue": True}
    assert change(late, task, status="done")["flags"] == {"overdue": False}


def test_a_note_is_called_by_its_first_line(ctx: Context) -> None:
    note = records.create(ctx, plural="notes", values={"text": "\n  Prefiere vino tinto \nSin prisa"})

    changed = records.update(ctx, plural="notes", id=note["id"], changes={"text": "x" * 300}, expected_version=1)

    assert note["title"] == "Prefiere vino tinto"
    assert changed["title"] == "x" * 120
