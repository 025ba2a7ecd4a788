"""Two workers on one bulk, and somebody who edits the same records meanwhile, on a store that runs them together."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.engine import jobs, records, working
from chalicelib.engine.bulk import desk
from chalicelib.engine.bulk.edits import Edit
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import VersionMismatch
from chalicelib.storage import directory, guard, writes
from functions.job_worker import handler
from tests.functional.importing.desk import LambdaContext
from tests.world import World

pytestmark = pytest.mark.cloud

RECORDS = 400
EDITED = 40


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    ctx = cloud_world.ctx(now=clock.system_now())
    person = {"id": ctx.actor.id, "email": "eva@olmedo.example", "role": "admin", "status": "active"}
    with guard.entered(ctx.tenant):
        writes.execute(ctx, [directory.put(ctx, directory.user(ctx.actor.id), person)])
    return ctx


def test_two_workers_and_an_editor_lose_nothing_and_do_nothing_twice(ctx: Context) -> None:
    made = created(ctx)
    with guard.entered(ctx.tenant):
        job = desk.start(ctx, object="companies", target={"filter": None}, edit=Edit("update", {"industry": "food"}))
    take(ctx, job["id"], "collect")

    with ThreadPoolExecutor(3) as pool:
        workers = [pool.submit(take, ctx, job["id"], "run") for _ in range(2)]
        edited = pool.submit(rename, ctx, made[:EDITED])
    assert [worker.result() for worker in workers] == [None, None]
    renamed = edited.result()
    take(ctx, job["id"], "run")

    counts, now = counted(ctx, job["id"]), stored(ctx, made)
    assert sum(counts.values()) == RECORDS
    assert counts["changed"] == sum(record["industry"] == "food" for record in now)
    assert counts["changed"] >= RECORDS - EDITED
    for record in now:
        edits = (record["industry"] == "food") + (record["id"] in renamed)
        assert record["version"] == 1 + edits, record


def test_a_bulk_is_undone_but_for_what_is_edited_meanwhile(ctx: Context) -> None:
    made = created(ctx)
    with guard.entered(ctx.tenant):
        job = desk.start(ctx, object="companies", target={"filter": None}, edit=Edit("update", {"industry": "food"}))
    take(ctx, job["id"], "collect")
    take(ctx, job["id"], "run")
    with guard.entered(ctx.tenant):
        found = jobs.get(ctx, id=job["id"], kind="bulk")
        assert working.of_kind("bulk").undo is not None
        working.of_kind("bulk").undo(ctx, found)  # type: ignore[misc]

    with ThreadPoolExecutor(3) as pool:
        workers = [pool.submit(take, ctx, job["id"], "undo") for _ in range(2)]
        edited = pool.submit(rename, ctx, made[:EDITED])
    assert [worker.result() for worker in workers] == [None, None]
    edited.result()
    take(ctx, job["id"], "undo")

    with guard.entered(ctx.tenant):
        told = jobs.get(ctx, id=job["id"], kind="bulk").data["result"]["undo"]
    now = stored(ctx, made)
    assert told["undone"] + told["kept"] == RECORDS
    assert told["kept"] == sum(record["industry"] == "food" for record in now)


def created(ctx: Context) -> list[str]:
    def create(number: int) -> str:
        with guard.entered(ctx.tenant):
            values = {"name": f"Bodega {number}", "industry": "retail"}
            return str(records.create(ctx, plural="companies", values=values)["id"])

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(create, range(RECORDS)))


def rename(ctx: Context, ids: list[str]) -> set[str]:
    """Edit records one after another, and return those that were not changed under the editor's hands."""
    done = set()
    for id in ids:
        with guard.entered(ctx.tenant):
            try:
                records.update(
                    replace(ctx, request_id="editor"),
                    plural="companies",
                    id=id,
                    changes={"website": "https://rios.example"},
                    expected_version=None,
                )
                done.add(id)
            except VersionMismatch:
                continue
    return done


def take(ctx: Context, job: str, step: str) -> None:
    body = f'{{"tenant": "{ctx.tenant}", "job": "{job}", "step": "{step}"}}'
    record = {"messageId": "m", "body": body, "eventSource": "aws:sqs"}
    assert handler.handle({"Records": [record]}, LambdaContext()) == {"batchItemFailures": []}


def counted(ctx: Context, job: str) -> dict[str, int]:
    with guard.entered(ctx.tenant):
        done = jobs.get(ctx, id=job, kind="bulk")
    assert done.state == "done", done
    return dict(done.data["result"]["counts"])


def stored(ctx: Context, ids: list[str]) -> list[dict[str, Any]]:
    with guard.entered(ctx.tenant):
        return [records.get(ctx, plural="companies", id=id) for id in ids]
