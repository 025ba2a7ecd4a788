"""A merge whose worker or store fails at any call ends merged or not, and its undoing undone or not: never half."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib import wiring
from chalicelib.engine import jobs, overlays, records, working
from chalicelib.engine.merging import ledger, merges, undoing
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Context
from chalicelib.storage import jobs as job_rows
from chalicelib.storage import records as rows
from tests.faults import FaultInjector
from tests.functional.pipeline.aws_around import forget_rows
from tests.world import World

A_MINUTE = timedelta(minutes=1)
PATIENCE = 5


@pytest.mark.every_fault
def test_a_merge_is_made_or_not(world: World, faults: FaultInjector) -> None:
    ctx, firms, task = begun(world)
    with tenancy.entered(ctx.tenant):
        faults.surviving(lambda: merged(ctx, firms))
        settle(ctx, faults)

        assert state(ctx, firms, task) in (APART, TOGETHER)


@pytest.mark.every_fault
def test_a_merge_is_taken_back_or_not(world: World, faults: FaultInjector) -> None:
    ctx, firms, task = begun(world)
    with tenancy.entered(ctx.tenant):
        merge = merged(ctx, firms)["merge_id"]
        settle(ctx, faults, counted=False)

        faults.surviving(lambda: undoing.undo(ctx, id=merge))
        settle(ctx, faults)

        assert state(ctx, firms, task) in (APART, TOGETHER)


@pytest.mark.every_fault
def test_a_task_that_was_just_being_linked_to_the_loser_follows(world: World, faults: FaultInjector) -> None:
    ctx, firms, task, late = linked_late(world)
    with tenancy.entered(ctx.tenant):
        settle(ctx, faults)

        assert (state(ctx, firms, task), state(ctx, firms, late)) == (TOGETHER, TOGETHER)


@pytest.mark.every_fault
def test_what_moved_in_several_steps_moves_back(world: World, faults: FaultInjector) -> None:
    ctx, firms, task, late = linked_late(world)
    with tenancy.entered(ctx.tenant):
        settle(ctx, faults, counted=False)
        (merge,) = job_rows.page(ctx, limit=10)[0]

        undone = undoing.undo(ctx, id=merge["id"])
        settle(ctx, faults)

        assert undone["state"] == "undoing"
        assert (state(ctx, firms, task), state(ctx, firms, late)) == (APART, APART)


def linked_late(world: World) -> tuple[Context, tuple[str, str], str, str]:
    """Return firms merged between the moment at which a second task was checked and the one at which it was stored."""
    ctx, firms, task = begun(world)
    with tenancy.entered(ctx.tenant):
        late = records.plan_create(ctx, plural="tasks", values={"subject": "Visitar", "company": firms[1]})
        merged(ctx, firms)
        records.commit(ctx, [late], answer={})
    return ctx, firms, task, late.row.id


APART = (None, "B45123452", False, "other")
TOGETHER = ("B45123452", None, True, "one")
"""Whose the tax id is, whether the loser is gone, and to whom the task points."""


def begun(world: World) -> tuple[Context, tuple[str, str], str]:
    forget_rows()
    ctx = world.ctx(now=world.now)
    with tenancy.entered(ctx.tenant):
        one = created(ctx, "companies", name="Distribuciones Olmedo")
        other = created(ctx, "companies", name="Olmedo S.L.", tax_id="B45123452", description="Pagan tarde")
        task = created(ctx, "tasks", subject="Llamar", company=other)
    return ctx, (one, other), task


def created(ctx: Context, plural: str, **values: Any) -> str:
    return str(records.create(ctx, plural=plural, values=values)["id"])


def merged(ctx: Context, firms: tuple[str, str]) -> dict[str, Any]:
    one, other = firms
    return merges.merge(ctx, plural="companies", winner_id=one, loser_ids=[other], choices={}, versions={})


def settle(ctx: Context, faults: FaultInjector, *, counted: bool = True) -> None:
    """Let workers come, as the queue and the timer would send them, until no merge has anything left to do."""
    overlays.forget()
    for _ in range(PATIENCE):
        left = [job for job in job_rows.page(ctx, limit=10)[0] if job["kind"] == ledger.KIND and step_of(job["state"])]
        if not left:
            return
        for job in left:
            faults.surviving(lambda job=job: work(ctx, job["id"]), counted=counted)
    raise AssertionError("the merge is in limbo")


def work(ctx: Context, id: str) -> None:
    job = jobs.get(ctx, id=id, kind=ledger.KIND)
    step = step_of(job.state)
    if step:
        step.take(ctx.as_house(), job, lambda: A_MINUTE)


def step_of(state: str) -> working.Step | None:
    return next((step for step in wiring.WORK[ledger.KIND].steps.values() if step.state == state), None)


def state(ctx: Context, firms: tuple[str, str], task: str) -> tuple[str | None, str | None, bool, str]:
    one, other = (rows.get(ctx, "companies", id, include_deleted=True) for id in firms)
    pointing = rows.get(ctx, "tasks", task)
    assert one is not None
    assert other is not None
    assert pointing is not None
    is_gone = other.deleted_at is not None
    named = {firms[0]: "one", firms[1]: "other"}[pointing.values["company"]]
    return one.values.get("tax_id"), None if is_gone else other.values.get("tax_id"), is_gone, named
