"""What came of a campaign that was really sent: who got it, what it brought, and what it changed."""

from datetime import timedelta
from typing import Any

from chalicelib.crm.marketing.campaigns import lots, plans
from chalicelib.crm.marketing.results import behaviour, figures, people, sales
from chalicelib.crm.marketing.tracking import reputation
from chalicelib.engine import records
from chalicelib.engine.outbox import State
from chalicelib.kernel import clock, tenancy
from chalicelib.storage import directory
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import CAMPAIGN, Firm, a_firm, person
from tests.world import World


def buys(firm: Firm, contact: str, *, euros: int = 100) -> None:
    with tenancy.entered(firm.ctx.tenant):
        values = {
            "date": firm.now.now.date().isoformat(),
            "contact": contact,
            "total": {"amount": f"{euros}.00", "currency": "EUR"},
        }
        order = records.create(firm.now, plural="orders", values=values)
        sales.note(firm.now, plural="orders", id=order["id"])


def asked(firm: Firm, question: Any, **more: Any) -> Any:
    with tenancy.entered(firm.ctx.tenant):
        return question(firm.now, id=CAMPAIGN, **more)


def test_a_campaign_is_followed_to_what_it_brought(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=8, plan={"control": 50})
    spared = {id for id in firm.people if _is_spared(firm, id)}
    firm.refuse(person(0))

    firm.launch()
    around.until_quiet()
    for copy in around.ses.copies:
        around.tell(copy, "Delivery", delivery={"timestamp": clock.stamp(copy.at)})
    around.click(around.ses.copies[0])
    reader = around.ses.copies[0].mid.partition(".")[2]
    firm.around.until(around.clock.now + timedelta(hours=1))
    buys(firm, reader, euros=250)

    told = asked(firm, figures.results)
    written_to = {copy.mid.partition(".")[2] for copy in around.ses.copies}
    left = {id for id in firm.people if firm.delivery(id).state is State.SPARED}  # type: ignore[union-attr]
    assert told["audience"]["recipients"]["count"] == len(written_to)
    assert told["audience"]["control"]["count"] == len(left)
    assert [(each["reason"], each["count"]) for each in told["audience"]["excluded"]] == [("unsubscribed", 1)]
    assert told["numbers"]["delivered"]["count"] == len(written_to)
    assert (told["numbers"]["clicked"]["count"], told["revenue"]["amount"]) == (1, "250.00")
    for state, expected in (
        ("sent", written_to),
        ("recipients", written_to),
        ("control", left),
        ("excluded", {person(0)}),
    ):
        found = asked(firm, people.page, state=state)["items"]
        assert {each["id"] for each in found} == expected, state
    assert spared >= left


def _is_spared(firm: Firm, id: str) -> bool:
    plan = plans.changed(plans.NOTHING, {"control": 50, "variants": [{"name": "A", "template": CAMPAIGN}]})
    return lots.draw(plan, CAMPAIGN, id).is_spared


def test_a_planted_change_of_behaviour_is_found_against_those_who_were_spared(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around, people=12, plan={"control": 50})
    for id in firm.people[::3]:
        buys(firm, id, euros=40)
    firm.around.until(around.clock.now + timedelta(days=2))

    firm.launch()
    around.until_quiet()
    for copy in around.ses.copies:
        around.tell(copy, "Send", send={})
    firm.around.until(around.clock.now + timedelta(days=3))
    written_to = {copy.mid.partition(".")[2] for copy in around.ses.copies}
    for number, id in enumerate(sorted(written_to)):
        buys(firm, id, euros=200 + number)

    told = asked(firm, behaviour.compare, days=5)

    assert (told["written_to"]["people"], told["spared"]["people"]) == (len(written_to), 12 - len(written_to))
    assert told["written_to"]["buyers_after"] == len(written_to)
    assert told["spared"]["buyers_after"] == 0
    assert told["effect"]["low"] <= told["effect"]["value"] <= told["effect"]["high"]
    assert told["effect"]["is_proved"]
    assert 180 < told["effect"]["value"] < 230
    assert told["effect_on_buyers"]["value"] == 1.0
    assert not told["is_over"]


def test_while_the_firm_is_paused_its_campaign_waits_and_then_goes_on(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=2)
    paused = {"state": reputation.PAUSED, "since": "2026-11-24T00:00:00.000Z", "reason": "bounces", "by": None}
    firm.store(directory.put(firm.now, directory.mail_standing(), {**paused, "forgiven": {}}))

    firm.launch()
    firm.around.until(around.clock.now + timedelta(minutes=40))
    waiting = [(mail.state, mail.reason) for mail in map(firm.delivery, firm.people) if mail]
    assert around.ses.copies == []
    assert {reason for _, reason in waiting} == {"reputation"}

    with tenancy.entered(firm.ctx.tenant):
        reputation.resume(firm.now)
    around.until_quiet()

    assert [firm.copies(id) for id in firm.people] == [1, 1]
