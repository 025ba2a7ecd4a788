"""A reminder under every fault: timer fires, mail is planned, claimed, sent, settled, and any call of it breaks.

Each scenario has a tenant of its own. It runs until every row has come to rest: streams, messages and schedules that a
death left unfinished come again, leases and horizons pass, SES's events arrive.
"""

import sys
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chalicelib import wiring
from chalicelib.engine import firing, outbox, timers
from chalicelib.engine.outbox import State
from chalicelib.kernel import clock, tenancy
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import directory, records, writes
from tests.faults import FaultInjector
from tests.functional.pipeline.aws_around import AwsAround
from tests.world import World

DUE_IN = timedelta(hours=2)
REMINDED_IN = timedelta(minutes=30)
"""The task is due well after the reminder: there is time for everything that recovery does."""


def test_a_reminder_under_every_single_fault_is_sent_once(
    world: World, around: AwsAround, faults: FaultInjector, capsys: pytest.CaptureFixture[str]
) -> None:
    around.ses.event_copies, around.ses.event_delay = 2, timedelta(minutes=2)  # SES tells late, and twice
    ends: Counter[str] = Counter()

    def remind() -> None:
        ends[reminder_end(world, around)] += 1

    broken = list(faults.every_single(remind))

    with capsys.disabled():
        sys.stdout.write(f"\nreminder, single faults: {told(ends)}\n")
    assert len(broken) >= 60
    assert set(ends) == {"once"}


def test_a_reminder_under_every_pair_of_faults_in_the_sender_is_never_sent_twice_nor_forgotten(
    world: World, around: AwsAround, faults: FaultInjector, capsys: pytest.CaptureFixture[str]
) -> None:
    around.only_sender_breaks = True
    ends: Counter[str] = Counter()

    def remind() -> None:
        ctx = a_tenant_with_a_task(world, around)
        plan_at_once(ctx)
        around.until_quiet()
        ends[end_of(ctx, around)] += 1

    broken = list(faults.every_pair(remind))

    with capsys.disabled():
        sys.stdout.write(f"\nreminder, pairs of faults in the sender: {told(ends)}\n")
    assert len(broken) >= 400
    assert set(ends) <= {"once", "shown"}


def told(ends: Counter[str]) -> str:
    """Return the sentence that the matrix prints."""
    return (
        f"{ends.total()} scenarios: {ends['twice']} sent twice, {ends['lost']} lost, {ends['limbo']} in limbo"
        f" ({ends['shown']} given up and shown)"
    )


def reminder_end(world: World, around: AwsAround) -> str:
    """Let a fresh tenant's reminder run its whole course and return how it ended."""
    ctx = a_tenant_with_a_task(world, around)

    around.until_quiet()

    return end_of(ctx, around)


def end_of(ctx: Context, around: AwsAround) -> str:
    with tenancy.entered(ctx.tenant):
        mail = outbox.load(ctx, run="reminders", recipient=f"{TASK}-{due_at(ctx):%Y%m%dT%H%M%SZ}")
    if mail is None:
        return "lost"
    copies = len([copy for copy in around.ses.sent(mail.mid) if copy.tags["tenant"] == ctx.tenant])
    if copies > 1:
        return "twice"
    if mail.state in outbox.OPEN:
        return "limbo"
    if copies == 1:
        return "once" if mail.state in outbox.WENT else "limbo"
    return "shown" if mail.state in (State.EXPIRED, State.REVIEW) else "lost"


def plan_at_once(ctx: Context) -> None:
    """Let the timer fire now: what comes before the sender has a matrix of its own."""
    with tenancy.entered(ctx.tenant):
        firing.fire_due(
            replace(ctx, now=ctx.now + REMINDED_IN), handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=1)
        )


TASK = "01KB2T9WM0TASKTASKTASKTASK"
OWNER = "01KB2T9WM0PEPAPEPAPEPAPEPA"


def due_at(ctx: Context) -> datetime:
    return ctx.now + DUE_IN


def a_tenant_with_a_task(world: World, around: AwsAround) -> Context:
    """Store Pepa, her task and its timer as the product would, and let no earlier scenario be seen."""
    tenant = world.ids.tenant()
    ctx = Context(tenant, Actor("user", OWNER), "test", around.clock.now, world.ids)
    around.begin(tenant)
    due = clock.stamp(due_at(ctx)).replace(".000", "")
    row = records.Row(
        id=TASK,
        object="tasks",
        version=1,
        values={
            "subject": "Llamar a Bodegas Ríos",
            "status": "open",
            "reminder": 90,
            "due": {"local": "2026-11-24T11:00:00", "time_zone": "Europe/Madrid", "utc": due},
        },
        created_at=clock.stamp(ctx.now),
        created_by=OWNER,
        updated_at=clock.stamp(ctx.now),
        updated_by=OWNER,
        owner=OWNER,
    )
    pepa = {
        "id": OWNER,
        "email": "pepa@rios.example",
        "full_name": "Pepa Ríos",
        "status": "active",
        "locale": "es",
        "time_zone": "Europe/Madrid",
    }
    timer = timers.set(
        ctx,
        id=f"reminder:{TASK}",
        kind="task_reminder",
        due=ctx.now + REMINDED_IN,
        data={"task": TASK, "occurrence_utc": due},
    )
    with tenancy.entered(tenant):
        stored = [records.create(ctx, row, slots=[]), directory.put(ctx, directory.user(OWNER), pepa)]
        writes.execute(ctx, [*stored, *timer])
    return ctx
