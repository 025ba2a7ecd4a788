"""Who inherits what a leaver was working on."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.engine import ownership, records
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.storage import directory, writes


@pytest.fixture
def heir(ctx: Context) -> str:
    id = ctx.new_id()
    member = {"id": id, "email": "eva@rios.example", "locale": "es", "time_zone": "Europe/Madrid", "status": "active"}
    writes.execute(ctx, [directory.put(ctx, directory.user(id), member)])
    return id


@pytest.fixture
def leaver(ctx: Context, pipeline: dict[str, Any]) -> Context:
    return replace(ctx, actor=Actor("user", ctx.new_id(), Role.REP))


def test_open_work_moves_and_finished_work_stays(ctx: Context, leaver: Context, heir: str) -> None:
    deal = records.create(leaver, plural="deals", values={"name": "Aceite"})
    won = records.create(leaver, plural="deals", values={"name": "Vino", "stage": "ganada"})
    task = records.create(leaver, plural="tasks", values={"subject": "Llamar"})
    done = records.create(leaver, plural="tasks", values={"subject": "Llamado", "status": "done"})
    lead = records.create(leaver, plural="leads", values={"first_name": "Luis"})
    others = records.create(ctx, plural="leads", values={"first_name": "Ana"})

    counted = ownership.open_work(ctx, owner=leaver.actor.id)
    moved = ownership.transfer(ctx, owner=leaver.actor.id, heir=heir)
    again = ownership.transfer(ctx, owner=leaver.actor.id, heir=heir)

    assert counted == moved == {"leads": 1, "deals": 1, "tasks": 1}
    assert again == {}
    owners = {
        name: records.get(ctx, plural=plural, id=record["id"])["owner"]
        for name, plural, record in (
            ("deal", "deals", deal),
            ("won", "deals", won),
            ("task", "tasks", task),
            ("done", "tasks", done),
            ("lead", "leads", lead),
            ("others", "leads", others),
        )
    }
    assert owners == {
        "deal": heir,
        "won": leaver.actor.id,
        "task": heir,
        "done": leaver.actor.id,
        "lead": heir,
        "others": ctx.actor.id,
    }
