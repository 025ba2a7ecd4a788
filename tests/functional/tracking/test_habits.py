"""At which hour somebody was there is noted when they open, follow or buy; what machines do is nobody's hour."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from chalicelib.engine import beside
from chalicelib.kernel import clock
from chalicelib.storage import guard, index, signs
from tests.builders import Api
from tests.functional.tracking.post import Post


def hours_of(post: Post, person: Mapping[str, Any]) -> list[str]:
    with guard.entered(post.ctx().tenant):
        return [sign.hour for sign in signs.read(post.ctx(), person["id"]).signs]


def hours_of_firm(post: Post) -> dict[str, int]:
    with guard.entered(post.ctx().tenant):
        return {one.option: one.count for one in index.counters(post.ctx(), "reader-hours", "hour")}


def told(instant: Any, zone: str = "Europe/Madrid") -> str:
    wall = clock.to_wall(instant, zone)
    return f"{'e' if wall.weekday() >= 5 else 'w'}{wall.hour:02d}"


def test_what_a_person_opened_and_followed_is_a_sign_by_their_own_clocks(post: Post) -> None:
    tokyo = "Asia/Tokyo"
    pepa = post.person(time_zone=tokyo)
    copy = post.send(pepa, campaign="autumn")
    seen = [post.event(copy, "Delivery", after=1), post.opened(copy, after=600), post.clicked(copy, 1, after=700)]

    post.hear(*seen)
    post.hear(*reversed(seen))

    opened, followed = (told(copy.at + timedelta(seconds=after), tokyo) for after in (600, 700))
    assert hours_of(post, pepa) == [opened, followed]
    assert hours_of_firm(post) == Counter([opened, followed])


def test_what_a_machine_fetched_is_none(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn")

    post.hear(post.event(copy, "Delivery", after=1), post.clicked(copy, 0, after=2))

    assert (hours_of(post, pepa), hours_of_firm(post)) == ([], {})


def test_a_sign_goes_when_its_verdict_is_taken_back(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn")
    post.hear(post.clicked(copy, 0, after=60))
    assert len(hours_of(post, pepa)) == 1

    post.hear(post.event(copy, "Delivery", after=59))

    assert (hours_of(post, pepa), hours_of_firm(post)) == ([], {})


def test_a_purchase_told_by_a_shop_is_a_sign_and_one_typed_in_by_a_colleague_is_not(post: Post, api: Api) -> None:
    pepa, luis = post.person(), post.person()

    post.buys(luis)
    shop = api.key(post.firm, "read", "write", expires_at="2027-01-01T00:00:00Z")
    order = post.buys(pepa, by=shop)

    assert hours_of(post, luis) == []
    assert hours_of(post, pepa) == [told(clock.parse(order["created_at"]))]


def test_signs_go_with_the_person(post: Post) -> None:
    pepa = post.person()
    post.hear(post.opened(post.send(pepa, campaign="autumn"), after=600))
    assert hours_of_firm(post)

    with guard.entered(post.ctx().tenant):
        beside.clean_up(post.ctx(), pepa["id"])

    assert (hours_of(post, pepa), hours_of_firm(post)) == ([], {})
