"""A mail's link leads to the address that was kept for it, whatever a caller adds, and tells that it was followed."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib import settings
from chalicelib.storage import guard, keys, names, writes
from chalicelib.storage.plan import Delete
from tests.builders import Api
from tests.functional.tracking.post import OFFER, VISIT, WINE, Post

EVIL = "https://evil.example/"


def fetched(post: Post) -> list[dict[str, Any]]:
    return [detail for name, detail in post.told() if name == "LinkFetched"]


@pytest.fixture
def copy(post: Post) -> Any:
    return post.send(post.person(), run="october", campaign="autumn")


def test_a_link_leads_to_its_address_and_changes_nothing(post: Post, copy: Any) -> None:
    with post.world.watch.during() as calls:
        answers = [post.follow(copy, number) for number in range(3)]

    assert [(answer.status, answer.headers["Location"]) for answer in answers] == [
        (302, OFFER),
        (302, WINE),
        (302, VISIT),
    ]
    assert answers[0].raw == ""
    assert post.world.watch.writes(calls) == []


def test_that_a_link_was_followed_is_told_with_the_signs_of_a_machine_and_nothing_of_the_person(
    post: Post, copy: Any
) -> None:
    post.follow(copy, 0)
    post.follow(copy, 0, method="HEAD", **{"User-Agent": "Barracuda Sentinel", "Sec-Purpose": "prefetch"})

    first, second = fetched(post)
    assert (first["tenant"], first["signs"]) == (post.firm.id, [])
    assert second["signs"] == ["agent", "head", "prefetch"]
    assert "Barracuda" not in str(second)
    assert first.keys() == {"tenant", "token", "at", "signs"}


def test_what_was_told_comes_to_a_click_on_the_persons_timeline(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn")
    post.hear(post.event(copy, "Delivery", after=-900))

    post.follow(copy, 1)
    post.hear(post.carried()[-1])

    (click,) = post.timeline(pepa, "mail_clicked")
    assert (click["data"]["url"], click["data"]["human"]) == (WINE, True)


@pytest.mark.parametrize(
    "asked",
    [
        f"?url={EVIL}",
        f"?next={EVIL}&redirect={EVIL}&to={EVIL}&u={EVIL}",
        "?fbclid=IwAR0",
        "?utm_source=x&utm_source=y",
        "?%0d%0aLocation:%20https://evil.example/",
    ],
)
def test_nothing_that_a_caller_adds_has_a_say_in_where_a_link_leads(post: Post, copy: Any, asked: str) -> None:
    path = post.link(copy, 0).removeprefix(post.world.settings.public_url)

    answer = type(post.firm.admin)(post.world.watch, tenant=post.firm.id).get(
        path + asked, headers={"X-Forwarded-Host": "evil.example", "Host": "evil.example", "Referer": EVIL}
    )

    assert (answer.status, answer.headers["Location"]) == (302, OFFER)


@pytest.mark.parametrize("what", ["flipped", "cut", "foreign", "empty", "absurd", "slashed"])
def test_a_link_that_is_not_ours_leads_nowhere_in_the_same_words(post: Post, api: Api, copy: Any, what: str) -> None:
    token = post.link(copy, 0).rpartition("/")[2]
    odd = {
        "flipped": token[:-3] + ("A" if token[-3] != "A" else "B") + token[-2:],
        "cut": token[:-5],
        "foreign": "bm90LW91cnM",
        "empty": "%20",
        "absurd": "A" * 5000,
        "slashed": "..%2f..%2fetc",
    }[what]

    answer = api.anonymous.get(f"/v1/public/links/{odd}")

    assert (answer.status, answer.code) == (404, "not_found")
    assert answer.body["detail"] == "This link is not good, or not any more."
    assert fetched(post) == []


def test_a_link_of_a_mail_that_is_not_remembered_leads_nowhere(post: Post, api: Api, copy: Any) -> None:
    run, recipient = copy.mid.split(".")
    with guard.entered(post.ctx().tenant):
        writes.execute(post.ctx(), [Delete(names.DELIVERIES, keys.delivery(post.ctx(), run, recipient))])

    assert post.follow(copy, 0).status == 404


def test_the_links_of_somebody_who_was_erased_lead_nowhere_and_tell_nothing(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn")
    with guard.entered(post.ctx().tenant):
        writes.execute(post.ctx(), [Delete(names.RECORDS, keys.record(post.ctx(), "contacts", pepa["id"]))])

    answer = post.follow(copy, 0)
    post.hear(post.clicked(copy, 0, after=60))

    assert answer.status == 404
    assert post.told() == []


def test_only_addresses_of_the_web_become_links_that_tell(post: Post) -> None:
    public = post.world.settings.public_url
    plain = [
        "mailto:pepa@retiro.example",
        "tel:+34600000000",
        "#top",
        "javascript:alert(1)",
        "https://user:pass@evil.example/",
        f"{public}/preferences/token",
        "https://olmedo.example/" + "a" * 2000,
        "https://olmedo.example/ a",
        "ftp://olmedo.example/",
        "//olmedo.example/",
    ]

    copy = post.send(post.person(), links=[*plain, OFFER])

    links = [post.link(copy, number) for number in range(len(plain) + 1)]
    assert links[:-1] == plain
    assert links[-1].startswith(f"{public}/v1/public/links/")


def test_an_address_is_kept_once_for_all_mails_that_link_to_it(post: Post) -> None:
    with post.world.watch.during() as calls:
        post.send(post.person(), run="one", links=["https://olmedo.example/unique"])
        post.send(post.person(), run="two", links=["https://olmedo.example/unique"])

    assert len([row for row in post.world.watch.writes(calls) if "#url#" in row]) == 1


def test_an_address_that_asks_for_too_many_links_waits(post: Post, copy: Any) -> None:
    settings.use(replace(post.world.settings, address_requests_a_minute=2))

    answers = [post.follow(copy, 0).status for _ in range(3)]

    assert answers == [302, 302, 429]
