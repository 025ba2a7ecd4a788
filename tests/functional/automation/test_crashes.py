"""Whatever breaks, and whenever: a run does each of its steps once and comes to its end."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest

from chalicelib.crm.automation.actions import assigning
from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.runs import desk
from chalicelib.crm.automation.webhooks import webhooks
from chalicelib.engine import definitions, records
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import directory, guard, links, writes
from chalicelib.storage import runs as rows
from functions.automation_runner import handler as automation_runner
from functions.timer_firer import handler as timer_firer
from tests.faults import MODES, Fault, FaultInjector
from tests.functional.pipeline.aws_around import Clock, LambdaContext, rows_under
from tests.world import World

URL = "https://erp.example/hooks"


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    monkeypatch.setattr(clock, "system_now", moved)
    return moved


@dataclass(slots=True)
class House:
    """A firm with an automation of some steps, which one lead after another enters."""

    ctx: Context
    automation: str
    leads: list[str]

    def lead(self, time: Clock) -> str:
        """Return a new lead of nobody's."""
        inside = replace(self.ctx, actor=Actor("system", "import"), now=time.now)
        with guard.entered(self.ctx.tenant):
            self.leads.append(records.create(inside, plural="leads", values={"first_name": "Begoña"})["id"])
        return self.leads[-1]


def founded(world: World, time: Clock, *chosen: str) -> House:
    ctx = world.ctx(now=time.now)
    with guard.entered(ctx.tenant):
        tenant = {"currency": "EUR", "time_zone": "Europe/Madrid", "locale": "es"}
        person = {"email": "ana@rios.example", "status": "active", "locale": "es", "time_zone": "Europe/Madrid"}
        known = [
            directory.put(ctx, directory.TENANT, tenant),
            directory.put(ctx, directory.user(ctx.actor.id), {**person, "id": ctx.actor.id, "role": "admin"}),
        ]
        writes.execute(ctx, known)
        hook = definitions.create(ctx, webhooks.WEBHOOK, name="ERP", content={"url": URL}).id
        whom = {"object": "leads", "people": [ctx.actor.id]}
        rule = definitions.create(ctx, assigning.ASSIGNMENT, name="Por turnos", content=whom).id
        task = {"object": "tasks", "link": "lead", "values": {"subject": "Llamar"}}
        told = {"to": "people", "people": [ctx.actor.id]}
        steps = {
            "give": {"kind": "action", "action": "assign", "with": {"rule": rule}},
            "task": {"kind": "action", "action": "create_record", "with": task},
            "wait": {"kind": "wait", "for": {"hours": 1}},
            "call": {"kind": "action", "action": "call_webhook", "with": {"webhook": hook}},
            "tell": {"kind": "action", "action": "notify", "with": told},
        }
        content = {
            "object": "leads",
            "trigger": {"kind": "created"},
            "steps": [{"id": name, **steps[name]} for name in chosen],
        }
        automation = definitions.create(ctx, AUTOMATION, name="Bienvenida", content=content).id
        desk.enable(ctx, id=automation, who="new")
    return House(ctx, automation, [])


@pytest.fixture
def giving(world: World, time: Clock) -> House:
    return founded(world, time, "give", "task")


@pytest.fixture
def calling(world: World, time: Clock) -> House:
    return founded(world, time, "wait", "call", "tell")


def entry_of(ctx: Context, lead: str, at: datetime) -> dict[str, Any]:
    detail = {
        "event_id": f"{lead}-v1", "tenant": ctx.tenant, "object": "lead", "plural": "leads", "id": lead, "version": 1,
        "at": clock.stamp(at), "actor": ctx.actor.id, "reason": None, "quiet": False, "old": None,
        "new": {"first_name": "Begoña"}, "changed": ["first_name"],
    }  # fmt: skip
    return {"detail-type": "LeadCreated", "source": "tendero", "detail": detail}


def bring(body: dict[str, Any]) -> Any:
    batch = {"Records": [{"messageId": "m", "body": json.dumps(body), "eventSource": "aws:sqs"}]}
    return automation_runner.handle(batch, LambdaContext(seconds_left=900))


def waiting(world: World) -> list[dict[str, Any]]:
    """Take what waits for the runner off its queue."""
    sqs, url = boto3.client("sqs", region_name=world.settings.region), world.settings.automation_queue_url
    found = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
    for message in found:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return [json.loads(message["Body"]) for message in found]


def each_call_broken(faults: FaultInjector, run: Callable[[], None]) -> int:
    """Run dry, then once for each call with that call broken, each in the next of the ways; return how often."""
    faults.arm()
    run()
    broken = [Fault(index, MODES[index % len(MODES)]) for index in range(len(faults.calls))]
    for fault in broken:
        faults.arm(fault)
        run()
    return len(broken)


def test_whoever_enters_is_given_and_called_once_whatever_breaks(
    world: World, faults: FaultInjector, time: Clock, giving: House, record_property: Any
) -> None:
    def run() -> None:
        lead = giving.lead(time)
        entry = entry_of(giving.ctx, lead, time.now)

        faults.surviving(lambda: bring(entry))
        bring(entry)
        while_it_is_alive(world, giving.ctx, time)

        with guard.entered(giving.ctx.tenant):
            tasks = links.of(giving.ctx, lead, "tasks")
            owner = records.get(giving.ctx, plural="leads", id=lead)["owner"]
        assert (len(tasks), owner) == (1, giving.ctx.actor.id)
        assert_done_once(giving, "give", "task")

    record_property("an entry under single faults", each_call_broken(faults, run))


def test_a_wait_ends_in_one_call_and_one_notice_whatever_breaks(
    world: World, faults: FaultInjector, time: Clock, calling: House, record_property: Any
) -> None:
    def run() -> None:
        bring(entry_of(calling.ctx, calling.lead(time), time.now))
        time.now += timedelta(minutes=61)

        faults.surviving(lambda: wake(calling.ctx), counted=False)
        for body in waiting(world):
            faults.surviving(lambda body=body: bring(body))  # type: ignore[misc]
        while_it_is_alive(world, calling.ctx, time)

        assert_done_once(calling, "call", "tell")
        made = [key for key in rows_under(f"T#{calling.ctx.tenant}#webhook#", table="jobs") if key.startswith("call#")]
        told = rows_under(f"T#{calling.ctx.tenant}#{calling.ctx.actor.id}", table="timeline")
        assert (len(made), len(told)) == (len(calling.leads), len(calling.leads))

    record_property("the end of a wait under single faults", each_call_broken(faults, run))


def wake(ctx: Context) -> None:
    timer_firer.handle({"tenant": ctx.tenant}, LambdaContext(seconds_left=900))


def while_it_is_alive(world: World, ctx: Context, time: Clock) -> None:
    """Let time pass until no run has a timer left, as schedule, sweeper and queue would."""
    for _ in range(6):
        timers = rows_under(f"T#{ctx.tenant}", table="timers").values()
        if not any(item["kind"]["S"] == "automation_run" for item in timers):
            return
        time.now += timedelta(minutes=11)
        wake(ctx)
        for body in waiting(world):
            bring(body)


def assert_done_once(house: House, *steps: str) -> None:
    with guard.entered(house.ctx.tenant):
        (run,) = rows.mentions(house.ctx, house.leads[-1], limit=10)[0]
        shown = desk.run_of(house.ctx, id=house.automation, run=run.run)
        counts = desk.counts(house.ctx, id=house.automation)
    assert shown["state"] == "finished"
    assert [line["step"] for line in shown["log"] if line["state"] == "done"] == [*steps]
    many = len(house.leads)
    assert (counts["entered"], counts["finished"], counts["inside"]) == (many, many, 0)
