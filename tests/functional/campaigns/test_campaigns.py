"""A campaign from its launch to its end, in the time that it would take."""

import re
from collections import Counter
from datetime import timedelta
from email.utils import parseaddr

import pytest

from chalicelib.crm.marketing.campaigns import course, desk, lots, plans
from chalicelib.crm.marketing.campaigns.plans import Plan
from chalicelib.crm.marketing.tracking import urls
from chalicelib.engine.jobs import WrongState
from chalicelib.engine.outbox import State
from chalicelib.kernel import tenancy
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import directory, records, segments, writes
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import (
    CAMPAIGN,
    OTHER_TEMPLATE,
    SEGMENT,
    TEMPLATE,
    Firm,
    a_firm,
    person,
)
from tests.world import World

TWO = [{"name": "A", "template": TEMPLATE}, {"name": "B", "template": OTHER_TEMPLATE}]


def pass_time(firm: Firm, **span: float) -> None:
    firm.around.until(firm.around.clock.now + timedelta(**span))


def sent(firm: Firm) -> list[int]:
    return [firm.copies(id) for id in firm.people]


def test_everybody_gets_the_campaign_once_and_then_it_is_finished(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=3)

    firm.launch()
    around.until_quiet()

    told = firm.told()
    assert sent(firm) == [1, 1, 1]
    assert (told["campaign"]["status"], told["course"]["state"]) == ("finished", "finished")
    assert (told["course"]["recipients"], told["course"]["called"]) == (3, 3)


def test_a_mail_goes_where_its_reader_is_reached_in_the_firms_name_with_a_way_out(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around, people=1)

    firm.launch()
    around.until_quiet()

    (copy,) = around.ses.copies
    assert (copy.to, parseaddr(copy.sender)[1]) == ("p0@correo.example", "hola@rios.example")
    assert "Hola Ana" in copy.html
    assert copy.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert copy.headers["List-Unsubscribe"].strip("<>") in copy.html


@pytest.mark.parametrize(
    ("plan", "leads_to"),
    [
        ({}, "https://rios.example/vino?utm_source=tendero&utm_medium=email&utm_campaign=vendimia"),
        ({"utm": False}, "https://rios.example/vino"),
    ],
)
def test_a_link_says_by_which_campaign_somebody_comes_unless_the_plan_says_otherwise(
    world: World, around: CampaignAround, plan: dict[str, bool], leads_to: str
) -> None:
    firm = a_firm(world, around, people=1)

    firm.launch(**plan)
    around.until_quiet()

    (copy,) = around.ses.copies
    (token,) = {*re.findall(r"/v1/public/links/([^\"]+)", copy.html)}
    with tenancy.entered(firm.ctx.tenant):
        assert urls.target(firm.now, urls.read(token, now=firm.now.now)) == leads_to


def test_nothing_happens_in_the_first_minute_and_the_launch_can_be_taken_back(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around)

    firm.launch()
    pass_time(firm, seconds=59)
    firm.do(desk.cancel)
    around.until_quiet()

    assert (sent(firm), firm.states(), firm.told()["campaign"]["status"]) == ([0, 0, 0], {}, "draft")


def test_a_launch_that_was_taken_back_can_be_repeated_with_another_plan(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)
    firm.launch()
    firm.do(desk.cancel)

    firm.launch(variants=[{"name": "A", "template": OTHER_TEMPLATE}])
    around.until_quiet()

    assert (sent(firm), {copy.subject for copy in around.ses.copies}) == ([1, 1, 1], {"Un vino para ti"})


def test_a_campaign_is_launched_once(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)
    firm.launch()

    with pytest.raises(WrongState):
        firm.launch()


def test_a_plan_that_names_nobody_or_says_nothing_is_not_launched(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)

    with pytest.raises(InvalidInput) as refused:
        firm.launch(segments=[], variants=[])

    assert [fault.field for fault in refused.value.errors] == ["segments", "variants"]


def test_whoever_has_refused_is_left_out_and_counted_by_reason(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)
    firm.refuse(person(1))

    with tenancy.entered(firm.ctx.tenant):
        before = desk.audience(firm.now, id=CAMPAIGN, at=None)
    firm.launch()
    around.until_quiet()

    assert (before["recipients"], before["excluded"]) == (2, [{"reason": "unsubscribed", "people": 1}])
    assert before["senders"][0]["address"] == "hola@rios.example"
    assert (sent(firm), firm.told()["course"]["excluded"]) == ([1, 0, 1], before["excluded"])


@pytest.mark.parametrize("stop", ["refused", "deleted"])
def test_whoever_refuses_after_the_choice_gets_nothing(world: World, around: CampaignAround, stop: str) -> None:
    firm = a_firm(world, around)
    firm.launch()
    around.queue_is_stuck = True
    pass_time(firm, seconds=62)
    assert firm.states() == dict.fromkeys(firm.people, "queued")
    if stop == "refused":
        firm.refuse(person(1))
    else:
        with tenancy.entered(firm.ctx.tenant):
            row = records.get(firm.now, "contacts", person(1))
            assert row is not None
            writes.execute(firm.now, [records.purge(firm.now, "contacts", row.id, expected_version=row.version)])
    around.queue_is_stuck = False
    around.until_quiet()

    assert sent(firm) == [1, 0, 1]
    assert firm.states()[person(1)] == ("unsubscribed" if stop == "refused" else "erased")


def test_a_pause_keeps_what_has_not_gone_and_the_rest_goes_after_it(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)
    firm.launch()
    pass_time(firm, seconds=30)
    firm.do(desk.pause)
    pass_time(firm, hours=2)
    assert (sent(firm), firm.told()["campaign"]["status"]) == ([0, 0, 0], "paused")

    firm.do(desk.resume)
    around.until_quiet()

    assert (sent(firm), firm.told()["campaign"]["status"]) == ([1, 1, 1], "finished")


def test_mails_that_a_sender_holds_when_the_campaign_is_paused_wait_for_it(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around)
    firm.launch()
    around.queue_is_stuck = True
    pass_time(firm, seconds=62)
    assert firm.states() == dict.fromkeys(firm.people, "queued")

    firm.do(desk.pause)
    around.queue_is_stuck = False
    pass_time(firm, minutes=30)
    assert firm.states() == dict.fromkeys(firm.people, "held")
    firm.do(desk.resume)
    around.until_quiet()

    assert sent(firm) == [1, 1, 1]


def test_a_cancelled_campaign_sends_no_further_mail(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)
    firm.launch()
    around.queue_is_stuck = True
    pass_time(firm, seconds=62)

    firm.do(desk.cancel)
    around.queue_is_stuck = False
    around.until_quiet()

    assert (sent(firm), set(firm.states().values())) == ([0, 0, 0], {"cancelled"})
    assert firm.told()["course"]["state"] == "cancelled"


def test_somebody_in_two_segments_gets_one_mail_and_somebody_left_out_none(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around)
    other = "01KB2T9WM0SEGMENTSEGMENT00"
    _another_segment(firm, other, [person(0), person(1)])
    left_out = "01KB2T9WM0SEGMENTSEGMENT11"
    _another_segment(firm, left_out, [person(2)])

    firm.launch(segments=[SEGMENT, other], except_segments=[left_out])
    around.until_quiet()

    assert (sent(firm), firm.states()[person(2)]) == ([1, 1, 0], "left_out")


def _another_segment(firm: Firm, id: str, members: list[str]) -> None:
    from tests.functional.campaigns.firm import _defined

    ctx = firm.now
    content = {"object": "contacts", "mode": "static"}
    entered = [segments.enter(ctx, id, member, since="2026-11-24T08:00:00.000Z") for member in members]
    with tenancy.entered(ctx.tenant):
        version = (directory.get(ctx, "segments") or {})["version"]
        moved = directory.put(ctx, "segments", {"version": int(version) + 1})
        writes.execute(ctx, [*_defined(ctx, "segment", id, ("object", "mode"), content), *entered, moved])


def test_a_mail_waits_for_its_readers_window(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=2)
    firm.store(*_living_in("Pacific/Auckland", firm))
    days = ["mo", "tu", "we", "th", "fr", "sa", "su"]

    firm.launch(window={"days": days, "from": "10:00", "to": "12:00"})
    around.until_quiet()

    hours = {copy.mid[-1]: f"{copy.at:%d %H}" for copy in around.ses.copies}
    assert hours == {"0": "24 09", "1": "24 21"}  # ten o'clock in Madrid, ten o'clock in Auckland


def _living_in(zone: str, firm: Firm) -> list[writes.Write]:
    with tenancy.entered(firm.ctx.tenant):
        row = records.get(firm.now, "contacts", person(1))
    assert row is not None
    from dataclasses import replace

    there = replace(row, values={**row.values, "time_zone": zone}, version=2)
    return [records.replace(firm.now, there, expected_version=1, slots=[])]


def test_quiet_hours_hold_a_mail_until_they_end(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1, quiet=True)
    firm.launch(at="2026-11-24T22:00:00Z")

    around.until_quiet()

    (copy,) = around.ses.copies
    assert f"{copy.at:%d %H}" == "25 08"  # nine o'clock in Madrid


def test_some_are_spared_to_be_compared_with(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=8)

    firm.launch(control=30)
    around.until_quiet()

    plan = plans.changed(plans.NOTHING, {"variants": TWO[:1], "control": 30})
    spared = [id for id in firm.people if lots.draw(plan, CAMPAIGN, id).is_spared]
    assert 1 <= len(spared) < 8
    assert sent(firm) == [0 if id in spared else 1 for id in firm.people]
    assert {firm.states()[id] for id in spared} == {State.SPARED.value}
    assert firm.told()["course"]["control"] == len(spared)


def test_lots_are_fair_and_always_the_same() -> None:
    plan = plans.changed(plans.NOTHING, {"variants": TWO, "control": 10, "test": TEST})

    drawn = Counter(_name(plan, number) for number in range(20_000))

    assert drawn == Counter(_name(plan, number) for number in range(20_000))
    shares = {name: number / 20_000 for name, number in drawn.items()}
    assert shares == pytest.approx({"spared": 0.1, "rest": 0.54, "A": 0.18, "B": 0.18}, abs=0.01)


TEST = {"share": 40, "decide_by": "clicks", "after_hours": 4}


def _name(plan: Plan, number: int) -> str:
    lot = lots.draw(plan, CAMPAIGN, person(number))
    return "spared" if lot.is_spared else lot.variant.name if lot.variant else "rest"


def test_the_wording_that_more_people_click_goes_to_everybody_else(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=16)
    firm.launch(variants=TWO, test={**TEST, "share": 50})
    pass_time(firm, minutes=10)
    trying = {copy.mid: copy for copy in around.ses.copies}
    assert 2 < len(trying) < 14

    for copy in trying.values():
        around.tell(copy, "Delivery", delivery={})
        if copy.subject == "Un vino para ti":
            around.click(copy)
    around.until_quiet()

    course_told = firm.told()["course"]
    assert sent(firm) == [1] * 16
    assert course_told["test"]["winner"] == "B"
    assert course_told["test"]["is_clear"]
    assert {copy.subject for copy in around.ses.copies if copy.mid not in trying} == {"Un vino para ti"}
    assert min(copy.at for copy in around.ses.copies if copy.mid not in trying) >= max(
        copy.at for copy in trying.values()
    ) + timedelta(hours=4)


def test_a_campaign_keeps_its_pace(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=7)

    firm.launch(per_hour=3)
    around.until_quiet()

    hours = Counter(f"{copy.at:%H}" for copy in around.ses.copies)
    assert (sent(firm), max(hours.values())) == ([1] * 7, 3)


def test_a_paused_start_waits_for_a_minute_again(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around)
    firm.launch()
    firm.do(desk.pause)
    pass_time(firm, hours=1)

    told = firm.do(desk.resume)

    assert (told["course"]["state"], told["campaign"]["status"]) == (course.WAITING, "scheduled")
    assert told["course"]["starts_at"] > f"{around.clock.now + timedelta(seconds=59):%Y-%m-%dT%H:%M:%S}"
