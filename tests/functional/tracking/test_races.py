"""Many functions hear of one campaign, and of one mail, at once, on a store whose transactions hold."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.crm.marketing.tracking import counting, following, histories
from chalicelib.crm.marketing.tracking.following import history_of
from chalicelib.crm.marketing.tracking.observations import CLICKED, DELIVERED, OPENED, SENT, Observation
from chalicelib.engine import outbox, records
from chalicelib.engine.outbox import MailKind, Policy, State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import deliveries, guard, outcomes, timeline, writes
from tests.world import World

pytestmark = pytest.mark.cloud

CAMPAIGN = "01KB2T9WM0CAMPAGNCAMPAGN00"
KIND = MailKind("raced", Policy.CAMPAIGN)
MAILS = 10
WORKERS = 8


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    return cloud_world.ctx()


def test_numbers_hold_when_many_hear_of_the_same_mails_at_once(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        person = records.create(ctx, plural="contacts", values={"first_name": "Pepa"})["id"]
        about = {"object": "contact", "plural": "contacts", "id": person, "campaign": CAMPAIGN}
        for number in range(MAILS):
            planned = outbox.plan(
                ctx, kind=KIND, run=CAMPAIGN, recipient=f"p{number}", to="", data={}, about=about, state=State.SENT
            )
            writes.execute(ctx, [planned])
    seen = [each for number in range(MAILS) for each in _seen(ctx, f"p{number}")]
    random.Random(3).shuffle(seen)

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda each: _heard(ctx, each), seen))

    with guard.entered(ctx.tenant):
        rows, _ = deliveries.page(ctx, CAMPAIGN, limit=100)
        kept = counting.numbers(ctx, CAMPAIGN)[""]
        listed = {state: len(list(outcomes.each(ctx, CAMPAIGN, state))) for state in histories.STATES}
        entries, _ = timeline.page(ctx, person, limit=200)
    recount = [histories.states(history_of(row)) for row in rows]
    for state in histories.STATES:
        assert kept.get(state, 0) == listed[state] == sum(state in states for states in recount), state
    assert kept["sent"] == kept["delivered"] == MAILS
    assert sum(entry.kind == "mail_delivered" for entry in entries) == MAILS


def _seen(ctx: Context, recipient: str) -> list[Observation]:
    def at(seconds: float) -> str:
        return clock.stamp(ctx.now + timedelta(seconds=seconds))

    def one(what: str, seconds: float, link: str = "") -> Observation:
        return Observation(ctx.tenant, CAMPAIGN, recipient, what, at(seconds), link=link)

    seen = [one(SENT, 0), one(DELIVERED, 10), one(OPENED, 11), one(OPENED, 700)]
    clicks = [one(CLICKED, 20, "a"), one(CLICKED, 20.4, "b"), one(CLICKED, 900, "a")]
    return [*seen, *clicks, *seen[:2], clicks[2]]


def _heard(ctx: Context, seen: Observation) -> None:
    """Hear it as a queue brings it: again, until it could be noted."""
    with guard.entered(ctx.tenant):
        for _ in range(20):
            try:
                following.follow(ctx, seen)
            except Unavailable:
                continue
            return
    raise AssertionError("never noted")
