"""Decisions about one person at the same moment, on a store whose transactions hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.crm.marketing.consent import asking, consents, deciding, settings, standing
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.verdicts import Verdict
from chalicelib.engine import records
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem
from chalicelib.storage import consents as store
from chalicelib.storage import guard
from tests.threads import at_once
from tests.world import World

pytestmark = pytest.mark.cloud

ROUNDS = 6
SENDERS = 12
OLD = "2026-01-15T10:00:00.000Z"


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    ctx = cloud_world.ctx(now=cloud_world.now)
    with guard.entered(ctx.tenant):
        changes = {"quiet_hours": None, "frequency_cap": {"most": 2, "days": 7}}
        settings.change(ctx, changes=changes, expected_version=0)
    return ctx


@pytest.fixture
def ana(ctx: Context) -> str:
    with guard.entered(ctx.tenant):
        made = records.create(ctx, plural="contacts", values={"first_name": "Ana", "emails": ["ana@olmedo.example"]})
    return str(made["id"])


def race(ctx: Context, *acts: Callable[[], Any]) -> list[Any]:
    def tried(act: Callable[[], Any]) -> Any:
        with guard.entered(ctx.tenant):
            try:
                return act()
            except Problem as problem:
                return problem

    return at_once(*(lambda act=act: tried(act) for act in acts))


def permit(ctx: Context, id: str, at: str = OLD) -> Any:
    given = deciding.giving(Evidence("consent", "Feria", at))
    return deciding.decide(ctx, object="contacts", id=id, channel="email", purpose="marketing", how=given)


def refuse(ctx: Context, id: str) -> Any:
    how = deciding.withdrawing(ctx, how="unsubscribed", source="one_click", mid="RUN.one")
    return deciding.decide(ctx, object="contacts", id=id, channel="email", purpose="marketing", how=how)


def verdict(ctx: Context, id: str) -> Verdict:
    with guard.entered(ctx.tenant):
        return consents.verdict(ctx, object="contacts", id=id, purpose="marketing")


def ledger(ctx: Context, id: str) -> list[str]:
    with guard.entered(ctx.tenant):
        return [entry["decision"] for entry in store.ledger(ctx, id, limit=100)[0]]


def test_of_many_senders_as_many_as_the_cap_allows_get_a_place(ctx: Context, ana: str) -> None:
    def take(mid: str) -> Verdict:
        return consents.permit(ctx, object="contacts", id=ana, purpose="marketing", mid=mid, at=clock.stamp(ctx.now))

    with guard.entered(ctx.tenant):
        permit(ctx, ana)
    got = race(ctx, *(lambda n=n: take(f"a.{n % (SENDERS // 2)}") for n in range(SENDERS)))

    told = [each for each in got if isinstance(each, Verdict)]
    with guard.entered(ctx.tenant):
        counted = store.find(ctx, [ana]).written[ana]["mails"]
    assert len(told) == SENDERS
    assert len(counted) == 2
    assert sum(each.allowed for each in told) >= 2
    assert {each.reason for each in told if not each.allowed} == {"capped"}


def test_an_older_permission_never_wins_against_a_refusal(ctx: Context, ana: str) -> None:
    for turn in range(ROUNDS):
        later = replace(ctx, now=ctx.now + timedelta(minutes=2 * turn))
        race(
            later,
            *([lambda later=later: refuse(later, ana)] * 2),
            *([lambda later=later: permit(later, ana)] * 3),
        )

        assert verdict(ctx, ana).reason == "unsubscribed"
        again = replace(later, now=later.now + timedelta(minutes=1))
        with guard.entered(ctx.tenant):
            permit(again, ana, clock.stamp(again.now))
        assert verdict(ctx, ana).allowed


def test_a_question_answered_many_times_at_once_is_answered_once(ctx: Context, ana: str) -> None:
    with guard.entered(ctx.tenant):
        asked = Evidence("consent", "Feria", clock.stamp(ctx.now))
        asking.ask(ctx, object="contacts", id=ana, purpose="marketing", asked=asked)
        [own] = store.standings(ctx, ana)
    subject = asking.Question("contacts", ana, "marketing", own.facts["number"]).spelled()

    got = race(ctx, *([lambda: asking.confirm(ctx, subject=subject, ip="203.0.113.7")] * 8))

    assert not any(isinstance(each, Problem) for each in got)
    assert sorted(ledger(ctx, ana)) == ["asked", "given"]
    assert verdict(ctx, ana).basis == "double_opt_in"


def test_a_refusal_meets_a_confirmation(ctx: Context, cloud_world: World) -> None:
    for _ in range(ROUNDS):
        with guard.entered(ctx.tenant):
            made = records.create(ctx, plural="contacts", values={"first_name": "Eva", "emails": ["eva@rios.example"]})
            asked = Evidence("consent", "Feria", clock.stamp(ctx.now))
            asking.ask(ctx, object="contacts", id=made["id"], purpose="marketing", asked=asked, by_person=True)
            [own] = store.standings(ctx, made["id"])
        subject = asking.Question("contacts", made["id"], "marketing", own.facts["number"]).spelled()

        race(
            ctx,
            lambda subject=subject: asking.confirm(ctx, subject=subject, ip="203.0.113.7"),
            lambda id=made["id"]: refuse(ctx, id),
        )

        with guard.entered(ctx.tenant):
            place = deciding.look(ctx, object="contacts", id=made["id"], channel="email", purpose="marketing")
            kept = records.get(ctx, plural="contacts", id=made["id"])["email_consent"]
        assert place.said.state == standing.WITHDRAWN
        assert kept == "withdrawn"
