"""A firm whose mails bounce or are complained about pauses, before it spoils the name of all."""

import pytest

from chalicelib.crm.marketing.consent import consents
from chalicelib.crm.marketing.tracking import reputation
from chalicelib.storage import guard
from tests.builders import Api
from tests.fake_ses import FakeSes
from tests.functional.tracking.post import Post
from tests.world import World

STANDING = "/v1/marketing/reputation"


def is_paused(post: Post) -> bool:
    with guard.entered(post.ctx().tenant):
        return reputation.is_paused(post.ctx())


def test_one_bounce_in_twenty_pauses_the_firm_and_no_other_until_an_administrator_lets_it_go_on(
    post: Post, api: Api, ses: FakeSes, world: World
) -> None:
    other = Post(world, api.sign_up("Bodegas Ajenas"), ses)
    manager = api.hire(post.firm, "manager")
    post.counted_already(187)
    copies = post.several(13)
    bounces = [post.event(copy, "Bounce", after=2, bounceType="Permanent") for copy in copies[:12]]

    post.hear(*bounces[:9])
    assert manager.get(STANDING).body["state"] == "running"
    post.hear(bounces[9], *bounces)

    standing = manager.get(STANDING).body
    assert (standing["state"], standing["reason"]) == ("paused", "bounces")
    assert (standing["sent"], standing["bounced"], standing["bounce_rate"]) == (200, 12, 0.06)
    assert is_paused(post)
    assert not is_paused(other)
    told = post.firm.admin.get("/v1/notifications").body["items"]
    assert [(notice["data"]["what"], notice["data"]["bounced"]) for notice in told] == [("marketing_paused", 10)]

    assert manager.post(f"{STANDING}/resume").status == 403
    resumed = post.firm.admin.post(f"{STANDING}/resume")

    assert resumed.status == 200, resumed.raw
    assert (resumed.body["state"], resumed.body["sent"], resumed.body["bounced"]) == ("running", 0, 0)
    assert resumed.body["resumed_by"] == post.firm.admin.user["id"]
    assert post.firm.admin.post(f"{STANDING}/resume").code == "not_paused"
    post.hear(post.event(copies[12], "Bounce", after=2, bounceType="Permanent"))
    assert not is_paused(post)


def test_one_complaint_in_a_thousand_pauses_only_when_enough_went(post: Post) -> None:
    post.counted_already(198)
    copies = post.several(1)
    complaint = post.event(copies[0], "Complaint", after=60)

    post.hear(complaint)
    assert not is_paused(post)
    post.several(1)
    post.hear(complaint)

    assert is_paused(post)
    assert post.firm.admin.get(STANDING).body["reason"] == "complaints"


def test_bounces_for_now_and_service_mails_say_nothing_about_the_firm(post: Post) -> None:
    copies, service = post.several(6), post.several(3, purpose="service")

    post.hear(*(post.event(copy, "Bounce", after=2, bounceType="Transient") for copy in copies))
    post.hear(*(post.event(copy, "Bounce", after=2, bounceType="Permanent") for copy in service))

    standing = post.firm.admin.get(STANDING).body
    assert (standing["sent"], standing["bounced"]) == (6, 0)


@pytest.mark.parametrize(
    ("event", "how", "is_stopped"),
    [("Bounce", "Permanent", True), ("Bounce", "Transient", False), ("Complaint", "", True)],
)
def test_an_address_that_bounced_or_complained_is_not_written_to_again(
    post: Post, event: str, how: str, is_stopped: bool
) -> None:
    pepa = post.person()
    copy = post.send(pepa)

    post.hear(post.event(copy, event, after=5, **({"bounceType": how} if how else {})))

    with guard.entered(post.ctx().tenant):
        verdict = consents.verdict(post.ctx(), object="contacts", id=pepa["id"], purpose="marketing")
    expected = {"Bounce": "bounced", "Complaint": "complained"}[event]
    assert (verdict.reason == expected) is is_stopped


def test_each_number_of_a_day_opens_the_people_behind_it(post: Post) -> None:
    copies = post.several(3)
    bounce = post.event(copies[0], "Bounce", after=2, bounceType="Permanent")
    post.hear(bounce, bounce)

    (day,) = post.firm.admin.get(STANDING).body["by_day"]
    people = {
        of: post.firm.admin.get(f"{STANDING}/people?day={day['day']}&of={of}").body["items"]
        for of in ("sent", "bounced", "complained")
    }

    assert {of: len(found) for of, found in people.items()} == {"sent": 3, "bounced": 1, "complained": 0}
    assert {of: day[of] for of in people} == {"sent": 3, "bounced": 1, "complained": 0}
    assert people["bounced"][0]["id"] in [person["id"] for person in people["sent"]]
    assert post.firm.admin.get(f"{STANDING}/people?day=2026-13-40&of=sent").faults == {"day": "invalid"}
