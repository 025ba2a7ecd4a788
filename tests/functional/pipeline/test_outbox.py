"""The life of a mail: every way through the state machine that one call at a time does not show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.engine import outbox, recovery, sending
from chalicelib.engine.outbox import Delivery, Mail, MailKind, Policy, State
from chalicelib.engine.sending import Outcome
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import connection, writes
from tests.fake_ses import FakeSes
from tests.faults import Fault, FaultInjector
from tests.functional.pipeline.aws_around import Clock
from tests.world import World

AMPLE = timedelta(seconds=30)


@pytest.fixture
def ctx(world: World, time: Clock, ses: FakeSes) -> Any:
    tenant = world.ids.tenant()
    with tenancy.entered(tenant):
        yield Context(tenant, Actor("system", "mail_sender"), "test", time.now, world.ids)


def kind_of(policy: Policy, recheck: Callable[[Context, Delivery], str | None] = outbox.no_stop) -> MailKind:
    return MailKind("greeting", policy, lambda locale, data: Mail("Hola", str(data), "<p>Hola</p>"), recheck)


def plan(ctx: Context, kind: MailKind, **more: Any) -> None:
    write = outbox.plan(ctx, kind=kind, run="greetings", recipient="ana", to="ana@rios.example", data={"a": 1}, **more)
    writes.execute(ctx, [write])


def deliver(ctx: Context, kind: MailKind, *, remaining: timedelta = AMPLE) -> Outcome:
    return sending.deliver(ctx, kinds={kind.name: kind}, run="greetings", recipient="ana", remaining=remaining)


def mail(ctx: Context) -> Delivery:
    found = outbox.load(ctx, run="greetings", recipient="ana")
    assert found is not None
    return found


def later(ctx: Context, **span: float) -> Context:
    return replace(ctx, now=ctx.now + timedelta(**span))


def sweep(ctx: Context) -> bool:
    return recovery.look_at(ctx, run="greetings", recipient="ana")


def hear(ctx: Context, ses: FakeSes, event: str = "Send") -> bool:
    evidence = recovery.read_event(ses.tell(ses.copies[0], event)["detail"])
    assert evidence is not None
    return recovery.believe(ctx, evidence)


def send_into_silence(ctx: Context, kind: MailKind, faults: FaultInjector, mode: str = "lost") -> None:
    """Hand the mail to SES and lose its answer, or the process, so that nobody knows."""
    faults.arm(Fault(2, mode))  # 0 reads the mail, 1 claims it, 2 sends it
    faults.surviving(lambda: deliver(ctx, kind))
    faults.arm()
    assert mail(ctx).state is State.CLAIMED


REMINDER, SECURITY, CAMPAIGN = kind_of(Policy.REMINDER), kind_of(Policy.SECURITY), kind_of(Policy.CAMPAIGN)


def test_a_mail_is_planned_once(ctx: Context) -> None:
    plan(ctx, REMINDER)

    with pytest.raises(writes.Refused):
        plan(ctx, REMINDER)


def test_a_mail_is_sent_once_however_often_the_sender_is_called(ctx: Context, ses: FakeSes) -> None:
    plan(ctx, REMINDER)

    outcomes = [deliver(ctx, REMINDER) for _ in range(3)]

    assert outcomes == [Outcome.DONE] * 3
    assert len(ses.copies) == 1
    assert (mail(ctx).state, mail(ctx).ses_id) == (State.SENT, ses.copies[0].id)


def test_a_mail_that_is_not_worth_sending_any_more_expires_and_stays_visible(ctx: Context, ses: FakeSes) -> None:
    plan(ctx, REMINDER, not_after=ctx.now + timedelta(minutes=5))

    deliver(later(ctx, minutes=5), REMINDER)

    assert (mail(ctx).state, mail(ctx).reason, ses.copies) == (State.EXPIRED, "too_late", [])


def test_a_sender_without_time_for_the_whole_call_leaves_the_mail_alone(ctx: Context, ses: FakeSes) -> None:
    plan(ctx, REMINDER)

    outcome = deliver(ctx, REMINDER, remaining=timedelta(seconds=3))

    assert (outcome, mail(ctx).state, ses.copies) == (Outcome.AGAIN, State.QUEUED, [])


def test_a_stop_found_after_the_claim_suppresses_the_mail(ctx: Context, ses: FakeSes) -> None:
    stopped = kind_of(Policy.REMINDER, lambda ctx, delivery: "task_done")
    plan(ctx, stopped)

    deliver(ctx, stopped)

    assert (mail(ctx).state, mail(ctx).reason, ses.copies) == (State.SUPPRESSED, "task_done", [])


def test_a_recheck_that_fails_gives_the_mail_back(ctx: Context, ses: FakeSes) -> None:
    def fails(ctx: Context, delivery: Delivery) -> str | None:
        raise ConnectionError("the store is away")

    plan(ctx, kind_of(Policy.REMINDER, fails))

    with pytest.raises(ConnectionError):
        deliver(ctx, kind_of(Policy.REMINDER, fails))

    assert (mail(ctx).state, ses.copies) == (State.QUEUED, [])


def test_a_mail_that_cannot_be_rendered_fails_alone(ctx: Context, ses: FakeSes) -> None:
    broken = MailKind("greeting", Policy.NOTICE, lambda locale, data: Mail(data["missing"], "", ""))
    plan(ctx, broken)

    assert deliver(ctx, broken) is Outcome.DONE
    assert (mail(ctx).state, mail(ctx).reason, ses.copies) == (State.FAILED, "render_failed", [])


def test_a_throttled_mail_waits_a_little_and_then_goes(ctx: Context, ses: FakeSes) -> None:
    ses.throttles = 1
    plan(ctx, REMINDER)

    first = deliver(ctx, REMINDER)
    early = deliver(later(ctx, seconds=1), REMINDER)
    given_back = mail(ctx)
    deliver(later(ctx, seconds=60), REMINDER)

    assert (first, early, given_back.state) == (Outcome.DONE, Outcome.DONE, State.QUEUED)
    assert (mail(ctx).state, mail(ctx).attempt, len(ses.copies)) == (State.SENT, 2, 1)


def test_a_paused_account_sends_nothing_and_loses_nothing(ctx: Context, ses: FakeSes) -> None:
    ses.paused = True
    plan(ctx, REMINDER)
    deliver(ctx, REMINDER)
    ses.paused = False

    deliver(later(ctx, seconds=60), REMINDER)

    assert (mail(ctx).state, len(ses.copies)) == (State.SENT, 1)


def test_a_rejected_mail_fails_with_the_word_of_ses(ctx: Context, ses: FakeSes) -> None:
    ses.refuses = "MessageRejected"
    plan(ctx, REMINDER)

    deliver(ctx, REMINDER)

    assert (mail(ctx).state, mail(ctx).reason) == (State.FAILED, "MessageRejected")


def test_silence_keeps_the_claim_until_its_lease_is_over(ctx: Context, ses: FakeSes, faults: FaultInjector) -> None:
    plan(ctx, REMINDER)
    send_into_silence(ctx, REMINDER, faults)

    running = deliver(later(ctx, seconds=89), REMINDER)
    over = deliver(later(ctx, seconds=90), REMINDER)

    assert (running, over) == (Outcome.AGAIN, Outcome.DONE)
    assert (mail(ctx).state, len(ses.copies)) == (State.UNKNOWN, 1)


def test_an_event_proves_that_an_unknown_mail_went(ctx: Context, ses: FakeSes, faults: FaultInjector) -> None:
    plan(ctx, REMINDER)
    send_into_silence(ctx, REMINDER, faults)
    deliver(later(ctx, seconds=90), REMINDER)

    proved = hear(ctx, ses)

    assert (proved, mail(ctx).state, mail(ctx).ses_id) == (True, State.SENT, ses.copies[0].id)


def test_an_event_that_overtakes_the_lease_is_believed_too(ctx: Context, ses: FakeSes, faults: FaultInjector) -> None:
    plan(ctx, REMINDER)
    send_into_silence(ctx, REMINDER, faults, mode="crash_after")

    hear(ctx, ses)
    deliver(later(ctx, seconds=300), REMINDER)

    assert (mail(ctx).state, len(ses.copies)) == (State.SENT, 1)


@pytest.mark.parametrize(
    "order", [("Send", "Delivery"), ("Delivery", "Send"), ("Send", "Send", "Delivery", "Delivery")]
)
def test_events_may_come_doubled_and_in_any_order(ctx: Context, ses: FakeSes, order: tuple[str, ...]) -> None:
    plan(ctx, REMINDER)
    deliver(ctx, REMINDER)

    for event in order:
        hear(ctx, ses, event)

    assert mail(ctx).state is State.DELIVERED


def test_a_bounce_outweighs_a_delivery_and_a_complaint_both(ctx: Context, ses: FakeSes) -> None:
    plan(ctx, REMINDER)
    deliver(ctx, REMINDER)

    states = [hear(ctx, ses, event) and mail(ctx).state for event in ("Delivery", "Bounce", "Delivery", "Complaint")]

    assert states == [State.DELIVERED, State.BOUNCED, False, State.COMPLAINED]


@pytest.mark.parametrize("event", ["Open", "Click", "DeliveryDelay"])
def test_what_only_happens_to_mails_that_went_proves_that_it_went(
    ctx: Context, ses: FakeSes, faults: FaultInjector, event: str
) -> None:
    plan(ctx, REMINDER)
    send_into_silence(ctx, REMINDER, faults)

    hear(ctx, ses, event)

    assert mail(ctx).state is State.SENT


def test_an_event_about_no_mail_of_ours_changes_nothing(ctx: Context, ses: FakeSes) -> None:
    plan(ctx, REMINDER)
    deliver(ctx, REMINDER)
    detail = ses.tell(ses.copies[0], "Bounce")["detail"]

    untagged = recovery.read_event({**detail, "mail": {**detail["mail"], "tags": {}}})
    unknown = recovery.read_event(
        {**detail, "mail": {**detail["mail"], "tags": {"tenant": [ctx.tenant], "mid": ["x.y"]}}}
    )

    assert untagged is None
    assert unknown is not None
    assert recovery.believe(ctx, unknown) is False


def unknown_mail(ctx: Context, kind: MailKind, faults: FaultInjector, mode: str = "crash_before") -> Context:
    """Let a mail become unknown, and return the context of the moment at which its horizon is over."""
    plan(ctx, kind, not_after=ctx.now + timedelta(days=3))
    send_into_silence(ctx, kind, faults, mode)
    sweep(later(ctx, seconds=90))
    assert mail(ctx).state is State.UNKNOWN
    return replace(ctx, now=ctx.now + outbox.LEASE + outbox.HORIZON[kind.policy])


def test_nobody_decides_about_an_unknown_mail_before_its_horizon(ctx: Context, faults: FaultInjector) -> None:
    over = unknown_mail(ctx, REMINDER, faults)

    sweep(later(over, seconds=-1))

    assert mail(ctx).state is State.UNKNOWN


def test_an_unknown_security_mail_expires_because_its_reader_asks_again(ctx: Context, faults: FaultInjector) -> None:
    over = unknown_mail(ctx, SECURITY, faults)

    sweep(over)

    assert (mail(ctx).state, mail(ctx).reason, mail(ctx).data) == (State.EXPIRED, "unproven", {})


def test_an_unknown_reminder_is_sent_once_more_and_then_given_up(
    ctx: Context, ses: FakeSes, faults: FaultInjector
) -> None:
    over = unknown_mail(ctx, REMINDER, faults)

    sweep(over)
    requeued = mail(ctx)
    faults.arm(Fault(2, "crash_before"))
    faults.surviving(lambda: deliver(over, REMINDER))
    faults.arm()
    sweep(later(over, seconds=90))
    sweep(replace(over, now=over.now + outbox.LEASE + outbox.HORIZON[Policy.REMINDER]))

    assert (requeued.state, requeued.requeued) == (State.QUEUED, 1)
    assert (mail(ctx).state, mail(ctx).reason, ses.copies) == (State.EXPIRED, "unproven", [])


def test_an_unknown_campaign_mail_that_fails_again_waits_for_a_person(ctx: Context, faults: FaultInjector) -> None:
    over = unknown_mail(ctx, CAMPAIGN, faults)
    sweep(over)
    faults.arm(Fault(2, "crash_before"))
    faults.surviving(lambda: deliver(over, CAMPAIGN))
    faults.arm()

    sweep(later(over, seconds=90))
    sweep(replace(over, now=over.now + outbox.LEASE + outbox.HORIZON[Policy.CAMPAIGN]))

    assert mail(ctx).state is State.REVIEW


def test_a_late_event_stops_the_second_sending(ctx: Context, ses: FakeSes, faults: FaultInjector) -> None:
    over = unknown_mail(ctx, REMINDER, faults, mode="crash_after")
    sweep(over)

    hear(ctx, ses)
    deliver(over, REMINDER)

    assert (mail(ctx).state, len(ses.copies)) == (State.SENT, 1)


def test_when_events_never_come_a_reminder_may_go_twice_and_not_a_third_time(
    ctx: Context, ses: FakeSes, faults: FaultInjector
) -> None:
    over = unknown_mail(ctx, REMINDER, faults, mode="crash_after")
    sweep(over)
    faults.arm(Fault(2, "crash_after"))
    faults.surviving(lambda: deliver(over, REMINDER))
    faults.arm()

    for minutes in range(0, 60, 5):
        sweep(later(over, minutes=minutes))
        deliver(later(over, minutes=minutes), REMINDER)

    assert (mail(ctx).state, len(ses.copies)) == (State.EXPIRED, 2)


def test_a_stalled_sender_cannot_give_back_what_was_settled_meanwhile(
    ctx: Context, ses: FakeSes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sender stalls inside SES beyond its lease; the mail is called unknown, asked for again and sent by another;
    only then the first one hears that it was throttled. Given back without a look at the owner, it would go twice.
    """
    plan(ctx, REMINDER)
    stalled: list[bool] = []

    def stall(model: Any, **_: Any) -> None:
        if model.name == "SendEmail" and not stalled:
            stalled.append(True)
            sweep(later(ctx, minutes=2))
            sweep(later(ctx, minutes=8))
            deliver(later(ctx, minutes=9), REMINDER)
            ses.throttles = 1

    connection.client("sesv2", attempts=1).meta.events.register_first("before-call", stall)
    deliver(ctx, REMINDER)
    deliver(later(ctx, minutes=20), REMINDER)

    assert stalled
    assert (mail(ctx).state, len(ses.copies)) == (State.SENT, 1)


def test_two_senders_that_overlap_at_any_call_send_once(ctx: Context, ses: FakeSes, faults: FaultInjector) -> None:
    """The second sender runs whole between any two calls of the first."""
    sent: list[int] = []
    for position in range(5):
        recipient = f"ana-{position}"
        write = outbox.plan(ctx, kind=REMINDER, run="overlap", recipient=recipient, to="ana@rios.example", data={})
        writes.execute(ctx, [write])
        send = overlapping(ctx, recipient)
        interleave(faults, position, send)

        send()

        sent.append(len(ses.sent(f"overlap.{recipient}")))

    assert sent == [1] * 5


def overlapping(ctx: Context, recipient: str) -> Callable[[], object]:
    return lambda: sending.deliver(
        ctx, kinds={REMINDER.name: REMINDER}, run="overlap", recipient=recipient, remaining=AMPLE
    )


def interleave(faults: FaultInjector, position: int, act: Callable[[], object]) -> None:
    """Do ``act`` once, just before the call number ``position`` that is made from now on."""
    made: list[str] = []

    def before(model: Any, **_: Any) -> None:
        made.append(model.name)
        if len(made) == position + 1:
            act()

    for client in (connection.dynamodb(), connection.client("sesv2", attempts=1)):
        client.meta.events.register_first("before-call", before)
