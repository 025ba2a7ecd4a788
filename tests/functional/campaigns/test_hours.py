"""Each mail goes at the hour at which its reader is there, as far as anything is known of that and the plan lets it."""

import json
import random
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from chalicelib.crm.marketing.campaigns import desk, previews
from chalicelib.crm.marketing.results import people
from chalicelib.kernel import clock, tenancy
from chalicelib.storage import index, signs
from functions.mail_feedback import handler as mail_feedback
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import CAMPAIGN, OTHER_TEMPLATE, TEMPLATE, Firm, a_firm, a_person, person
from tests.functional.pipeline.aws_around import LambdaContext
from tests.world import World

MADRID = "Europe/Madrid"
TWO = [{"name": "A", "template": TEMPLATE}, {"name": "B", "template": OTHER_TEMPLATE}]


def there(firm: Firm, id: str, *moments: datetime, zone: str = MADRID) -> None:
    """Let somebody have sent a form at these wall times, and let it be heard."""
    heard = [_form_sent(firm, id, clock.to_utc(each, zone), number) for number, each in enumerate(moments)]
    records = [{"messageId": str(n), "eventSource": "aws:sqs", "body": json.dumps(e)} for n, e in enumerate(heard)]
    assert mail_feedback.handle({"Records": records}, LambdaContext()) == {"batchItemFailures": []}


def _form_sent(firm: Firm, id: str, at: datetime, number: int) -> dict[str, Any]:
    detail = {
        "occurrence": f"{id}-{number}-{at:%d%H}",
        "tenant": firm.ctx.tenant,
        "object": "contact",
        "plural": "contacts",
        "id": id,
        "at": clock.stamp(at),
        "data": {},
    }
    return {"source": "tendero", "detail-type": "FormSent", "detail": detail}


def wall(said: str) -> datetime:
    """Return a wall time."""
    return datetime.fromisoformat(said)


def workdays(hour: int, times: int) -> list[datetime]:
    """Return so many wall times in an hour, on workdays before the campaign's Tuesday."""
    days = (wall("2026-11-02T00:00") + timedelta(days=number) for number in range(40))
    found = [day.replace(hour=hour, minute=17) for day in days if day.weekday() < 5]
    return found[:times]


def saturdays(hour: int, times: int) -> list[datetime]:
    return [wall(f"2026-10-03T{hour:02d}:40") + timedelta(weeks=number) for number in range(times)]


def sent_at(firm: Firm, id: str) -> datetime:
    """Return when somebody's mail went, by the clocks of Madrid."""
    (copy,) = firm.around.ses.sent(f"{CAMPAIGN}.{id}")
    return clock.to_wall(copy.at, MADRID)


def audience(firm: Firm, at: str | None = None) -> dict[str, Any]:
    with tenancy.entered(firm.ctx.tenant):
        return desk.audience(firm.now, id=CAMPAIGN, at=at)


def test_each_mail_goes_at_the_hour_at_which_its_reader_is_there(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=3, plan={"personal_hour": True})
    early, late, unknown = firm.people
    there(firm, early, *workdays(13, 6), *workdays(20, 1))
    there(firm, late, *workdays(19, 5))

    told = audience(firm)
    firm.launch()
    around.until_quiet()

    assert [(each["hour"], each["people"], each["own"]) for each in told["hours"] if each["own"]] == [
        (13, 1, 1),
        (19, 1, 1),
    ]
    assert sum(each["people"] for each in told["hours"]) == told["recipients"] == 3
    assert firm.told()["course"]["hours"] == told["hours"]
    begun = clock.to_wall(clock.parse(firm.told()["course"]["starts_at"]), MADRID)
    assert [(sent_at(firm, id).hour, sent_at(firm, id).date()) for id in (early, late)] == [
        (13, begun.date()),
        (19, begun.date()),
    ]
    assert sent_at(firm, unknown).hour == begun.hour
    assert [firm.copies(id) for id in firm.people] == [1, 1, 1]


def test_whoever_is_unknown_gets_it_at_the_hour_of_everybody_else(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=4, plan={"personal_hour": True})
    for id in firm.people[1:]:
        there(firm, id, *workdays(18, 8))

    told = audience(firm)

    assert told["hours"] == [{"hour": 18, "people": 4, "own": 3, "firm": 1, "start": 0}]


def test_planted_habits_are_found_again(world: World, around: CampaignAround) -> None:
    chance = random.Random(20261124)
    firm = a_firm(world, around, people=30, plan={"personal_hour": True})
    planted = {id: chance.randrange(9, 21) for id in firm.people}
    for id, favourite in planted.items():
        there(firm, id, *workdays(favourite, 6), *workdays(chance.randrange(24), 2))

    told = audience(firm, at="2026-11-25T06:00:00Z")

    found = {each["hour"]: each["people"] for each in told["hours"]}
    assert found == Counter(planted.values())


def test_a_weekend_has_hours_of_its_own(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1, plan={"personal_hour": True})
    there(firm, person(0), *workdays(20, 6), *saturdays(11, 6))

    on_friday, on_saturday = (audience(firm, at=f"2026-11-{day}T22:30:00Z")["hours"] for day in (26, 27))

    assert [each["hour"] for each in on_friday] == [20]
    assert [each["hour"] for each in on_saturday] == [11]


def test_the_hour_is_by_the_readers_own_clocks(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=0, plan={"personal_hour": True})
    santiago = "America/Santiago"
    firm.store(*a_person(firm.ctx, person(0), time_zone=santiago))
    there(firm, person(0), *workdays(19, 5), zone=santiago)

    firm.launch()
    around.until_quiet()

    (copy,) = around.ses.sent(f"{CAMPAIGN}.{person(0)}")
    assert clock.to_wall(copy.at, santiago).hour == 19


def test_window_and_quiet_hours_bound_the_choice(world: World, around: CampaignAround) -> None:
    window = {"days": ["mo", "tu", "we", "th", "fr"], "from": "10:00", "to": "23:00"}
    firm = a_firm(world, around, people=2, plan={"personal_hour": True, "window": window}, quiet=True)
    night, dawn = firm.people
    there(firm, night, *workdays(22, 6), *workdays(17, 3))
    there(firm, dawn, *workdays(7, 6), *workdays(12, 3))

    firm.launch()
    around.until_quiet()

    assert [sent_at(firm, id).hour for id in firm.people] == [17, 12]


def test_a_mail_whose_hour_was_missed_waits_for_it_to_come_again(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1, plan={"personal_hour": True})
    there(firm, person(0), *workdays(13, 6))
    firm.launch()
    around.until(around.clock.now + timedelta(minutes=5))
    firm.do(desk.pause)
    around.until(clock.to_utc(wall("2026-11-24T18:00"), MADRID))

    firm.do(desk.resume)
    around.until_quiet()

    went = sent_at(firm, person(0))
    assert (went.hour, went.day) == (13, 25)


def test_who_waits_for_a_trial_gets_the_winner_at_their_hour(world: World, around: CampaignAround) -> None:
    trial = {"share": 50, "decide_by": "clicks", "after_hours": 4}
    firm = a_firm(world, around, people=8, plan={"personal_hour": True, "variants": TWO, "test": trial})
    for id in firm.people:
        there(firm, id, *workdays(18, 5))

    firm.launch()
    around.until_quiet()

    assert [firm.copies(id) for id in firm.people] == [1] * 8
    assert {sent_at(firm, id).hour for id in firm.people} == {18}


def test_the_reason_lies_on_the_mail_and_with_its_reader(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=2, plan={"personal_hour": True})
    there(firm, person(0), *workdays(13, 6), *workdays(20, 1))
    with tenancy.entered(firm.ctx.tenant):
        before = previews.page(firm.now, id=CAMPAIGN, state="recipients", hour=13)["items"]
    firm.launch()
    around.until_quiet()

    with tenancy.entered(firm.ctx.tenant):
        chosen = people.page(firm.now, id=CAMPAIGN, state="recipients", hour=13)["items"]
        sent = people.page(firm.now, id=CAMPAIGN, state="sent")["items"]

    why = {"hour": 13, "by": "own", "signs": 6, "of": 7}
    assert [(each["id"], each["moment"]) for each in before] == [(person(0), why)]
    assert [(each["id"], each["moment"]) for each in chosen] == [(person(0), why)]
    assert {each["id"]: each["moment"]["by"] for each in sent} == {person(0): "own", person(1): "start"}
    mail = firm.delivery(person(0))
    assert mail is not None
    assert "|13|own|6|7" in mail.about["moment"]


def test_without_the_wish_nobodys_hour_is_looked_at(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)
    there(firm, person(0), *workdays(19, 6))

    told = audience(firm)
    firm.launch()
    around.until_over(firm.is_over)

    assert told["hours"] == firm.told()["course"]["hours"] == []
    assert sent_at(firm, person(0)).hour < 19


def test_what_is_heard_twice_or_in_disorder_counts_once_and_the_firms_numbers_equal_a_recount(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around, people=3)
    chance = random.Random(7)
    for id in firm.people:
        moments = [*workdays(chance.randrange(24), 20), *saturdays(chance.randrange(24), 25), *workdays(9, 4)]
        for _ in range(2):
            chance.shuffle(moments)
            for moment in moments:
                there(firm, id, moment)

    with tenancy.entered(firm.ctx.tenant):
        kept = [sign for id in firm.people for sign in signs.read(firm.now, id).signs]
        counted = {one.option: one.count for one in index.counters(firm.now, "reader-hours", "hour")}
    assert len(kept) == 3 * 40
    assert counted == Counter(sign.hour for sign in kept)


def test_a_stranger_and_a_forged_firm_leave_no_sign(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)
    there(firm, person(7), *workdays(9, 3))

    with tenancy.entered(firm.ctx.tenant):
        assert signs.read(firm.now, person(7)) == signs.NOTHING
