"""What somebody was working on, and would leave behind."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.engine import ownership, records
from chalicelib.kernel.context import Actor, Context, Role


@pytest.fixture
def leaver(ctx: Context, pipeline: dict[str, Any]) -> Context:
    return replace(ctx, actor=Actor("user", ctx.new_id(), Role.REP))


def test_open_work_is_counted_and_finished_work_is_not(ctx: Context, leaver: Context) -> None:
    records.create(leaver, plural="deals", values={"name": "Aceite"})
    records.create(leaver, plural="deals", values={"name": "Vino", "stage": "ganada"})
    records.create(leaver, plural="tasks", values={"subject": "Llamar"})
    records.create(leaver, plural="tasks", values={"subject": "Llamado", "status": "done"})
    records.create(leaver, plural="leads", values={"first_name": "Luis"})
    records.create(ctx, plural="leads", values={"first_name": "Ana"})

    counted = ownership.open_work(ctx, owner=leaver.actor.id)

    assert counted == {"leads": 1, "deals": 1, "tasks": 1}
