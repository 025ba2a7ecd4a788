"""Lost calls delay and never lose: what the sweeper finds, and what has become too late meanwhile."""

import json
from datetime import timedelta

import boto3

from chalicelib.engine import outbox, timers
from chalicelib.engine.outbox import Delivery, State
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, writes
from chalicelib.storage import timers as rows
from functions.mail_sender import handler as mail_sender
from functions.sweeper import handler as sweeper
from functions.timer_firer import handler as timer_firer
from tests.cloud import REGION
from tests.functional.pipeline.aws_around import AwsAround, LambdaContext
from tests.functional.pipeline.test_crash_matrix import TASK, a_tenant_with_a_task, due_at
from tests.world import World


def sweep(around: AwsAround, **ahead: float) -> None:
    around.clock.now += timedelta(**ahead)
    sweeper.handle({}, LambdaContext())


def send_what_waits(around: AwsAround) -> None:
    for message in around.queue:
        event = {"Records": [{"messageId": "m", "body": message.body, "eventSource": "aws:sqs"}]}
        assert mail_sender.handle(event, LambdaContext()) == {"batchItemFailures": []}
    around.queue.clear()


def reminder(ctx: Context) -> Delivery | None:
    with tenancy.entered(ctx.tenant):
        return outbox.load(ctx, run="reminders", recipient=f"{TASK}-{due_at(ctx):%Y%m%dT%H%M%SZ}")


def test_a_reminder_whose_every_call_was_lost_is_sent_late_and_says_so(world: World, around: AwsAround) -> None:
    a_tenant_with_a_task(world, around)

    sweep(around, minutes=36)  # nobody had armed a schedule
    sweep(around, minutes=5)  # nobody had called a sender
    send_what_waits(around)

    (copy,) = around.ses.copies
    assert "con retraso" in copy.text


def test_a_sweep_before_anything_is_due_does_nothing(world: World, around: AwsAround) -> None:
    ctx = a_tenant_with_a_task(world, around)

    sweep(around, minutes=30)

    assert (reminder(ctx), around.queue) == (None, [])


def test_a_reminder_found_after_its_task_was_due_is_dropped_and_shown(world: World, around: AwsAround) -> None:
    ctx = a_tenant_with_a_task(world, around)

    sweep(around, hours=3)
    sweep(around, minutes=5)

    mail = reminder(ctx)
    assert mail is not None
    assert (mail.state, mail.reason, around.ses.copies) == (State.EXPIRED, "too_late", [])


def test_an_inactive_owner_is_not_reminded(world: World, around: AwsAround) -> None:
    ctx = a_tenant_with_a_task(world, around)
    sweep(around, minutes=35)
    with tenancy.entered(ctx.tenant):
        owner = directory.user("01KB2T9WM0PEPAPEPAPEPAPEPA")
        writes.execute(ctx, [directory.update(ctx, owner, set={"status": "inactive"})])

    sweep(around, minutes=5)
    send_what_waits(around)

    mail = reminder(ctx)
    assert mail is not None
    assert (mail.state, mail.reason, around.ses.copies) == (State.SUPPRESSED, "owner_inactive", [])


def test_a_timer_that_nobody_understands_is_parked_and_stops_no_other(world: World, around: AwsAround) -> None:
    ctx = a_tenant_with_a_task(world, around)
    with tenancy.entered(ctx.tenant):
        strange = timers.set(ctx, id="strange", kind="unheard_of", due=ctx.now + timedelta(minutes=1), data={"a": 1})
        writes.execute(ctx, strange)
    around.clock.now += timedelta(minutes=31)

    timer_firer.handle({"tenant": ctx.tenant}, LambdaContext())

    sqs = boto3.client("sqs", region_name=REGION)
    (parked,) = sqs.receive_message(QueueUrl=world.settings.timer_stream_dlq_url)["Messages"]
    with tenancy.entered(ctx.tenant):
        left = rows.earliest(ctx)
    assert json.loads(parked["Body"])["id"] == "strange"
    assert (left, reminder(ctx) is None) == (None, False)


def test_firing_twice_reminds_once(world: World, around: AwsAround) -> None:
    ctx = a_tenant_with_a_task(world, around)
    around.clock.now += timedelta(minutes=31)

    for _ in range(2):
        timer_firer.handle({"tenant": ctx.tenant}, LambdaContext())
    around.until_quiet()

    assert len(around.ses.copies) == 1
