"""Another way to reach somebody: what holds of mails holds of it, and SES never hears of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.engine import channels, outbox, sending
from chalicelib.engine.channels import Channel, NoAnswer, RefusedForGood, RefusedForNow
from chalicelib.engine.outbox import Delivery, Mail, MailKind, Policy, State
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import writes
from tests.fake_ses import FakeSes
from tests.functional.pipeline.aws_around import Clock
from tests.world import World

GREETING = MailKind("greeting", Policy.NOTICE, lambda _, data: Mail("", str(data["say"]), ""), channel="pigeon")


@dataclass(slots=True)
class Loft:
    """Pigeons; ``refuses`` is what they answer instead of flying."""

    flown: list[tuple[str, str]] = field(default_factory=list)
    refuses: Exception | None = None

    def fly(self, _: Context, delivery: Delivery, mail: Mail) -> str:
        if self.refuses is not None:
            raise self.refuses
        self.flown.append((delivery.to, mail.text))
        return f"pigeon-{len(self.flown)}"


@pytest.fixture
def loft() -> Iterator[Loft]:
    pigeons = Loft()
    pigeon = Channel("pigeon", lambda _, row: row.values.get("loft"), pigeons.fly, timedelta(seconds=20))
    channels.declare((channels.EMAIL, pigeon))
    yield pigeons
    channels.declare((channels.EMAIL,))


@pytest.fixture
def ctx(world: World, time: Clock, ses: FakeSes) -> Iterator[Context]:
    tenant = world.ids.tenant()
    with tenancy.entered(tenant):
        made = Context(tenant, Actor("system", "mail_sender"), "test", time.now, world.ids)
        data = {"say": "Hola"}
        planned = outbox.plan(made, kind=GREETING, run="greetings", recipient="ana", to="Torre 3", data=data)
        writes.execute(made, [planned])
        yield made


def deliver(ctx: Context, *, seconds: float = 30) -> Delivery:
    kinds = {GREETING.name: GREETING}
    sending.deliver(ctx, kinds=kinds, run="greetings", recipient="ana", remaining=timedelta(seconds=seconds))
    found = outbox.load(ctx, run="greetings", recipient="ana")
    assert found is not None
    return found


def test_a_message_goes_by_the_channel_of_its_kind_once(ctx: Context, loft: Loft, ses: FakeSes) -> None:
    first, again = deliver(ctx), deliver(ctx)

    assert (first.state, first.ses_id, again.state) == (State.SENT, "pigeon-1", State.SENT)
    assert (loft.flown, ses.copies) == ([("Torre 3", "Hola")], [])


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (lambda: RefusedForNow("storm"), State.QUEUED),
        (lambda: RefusedForGood("no_such_tower"), State.FAILED),
        (lambda: NoAnswer("it never came back"), State.CLAIMED),
    ],
)
def test_what_a_channel_answers_settles_its_message_as_a_mail(
    ctx: Context, loft: Loft, answer: Callable[[], Exception], state: State
) -> None:
    loft.refuses = answer()

    assert deliver(ctx).state is state


def test_a_slow_channel_needs_a_sender_with_more_time(ctx: Context, loft: Loft) -> None:
    hurried: Any = deliver(ctx, seconds=24)

    assert hurried.state is State.QUEUED
    assert deliver(ctx, seconds=26).state is State.SENT
