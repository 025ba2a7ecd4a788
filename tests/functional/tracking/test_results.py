"""A campaign's figures: how many of whom, what they bought, by which model, for what it cost."""

import random
from collections import Counter
from typing import Any

import pytest

from chalicelib.crm.marketing.tracking import counting, histories
from chalicelib.crm.marketing.tracking.following import history_of
from chalicelib.storage import deliveries, guard, outcomes
from tests.builders import Api
from tests.functional.tracking.post import Post


def counts(results: dict[str, Any]) -> dict[str, int]:
    return {state: number["count"] for state, number in results["numbers"].items() if number["count"]}


def behind(post: Post, path: str) -> list[str]:
    answer = post.firm.admin.get(path)
    assert answer.status == 200, answer.raw
    return sorted(person["id"] for person in answer.body["items"])


def test_every_number_opens_its_people_and_says_what_it_is_a_share_of(post: Post) -> None:
    campaign = post.campaign()
    pepa, lola, juan, rosa = (post.person() for _ in range(4))
    copies = [
        post.send(who, run=campaign["id"], campaign=campaign["id"], variant=v)
        for who, v in zip((pepa, lola, juan, rosa), "abab", strict=True)
    ]
    for copy in copies[:3]:
        post.hear(post.event(copy, "Send"), post.event(copy, "Delivery", after=1))
    post.hear(post.event(copies[3], "Bounce", after=1, bounceType="Permanent"))
    post.hear(post.opened(copies[0], after=60), post.clicked(copies[0], 0, after=70))
    post.hear(post.opened(copies[1], after=30, agent="Mozilla/5.0"))
    post.hear(post.clicked(copies[2], 0, after=90))
    post.hear(post.event(copies[1], "Complaint", after=600))

    results = post.results(campaign)

    assert counts(results) == {
        "sent": 4,
        "delivered": 3,
        "bounced": 1,
        "complained": 1,
        "opened": 2,
        "opened_machine": 1,
        "clicked": 2,
    }
    opened = results["numbers"]["opened"]
    assert (opened["of"], opened["rate"]) == ("delivered", 0.6667)
    assert behind(post, opened["people"]) == sorted([pepa["id"], juan["id"]])
    assert behind(post, results["numbers"]["bounced"]["people"]) == [rosa["id"]]
    machine = post.firm.admin.get(results["numbers"]["opened_machine"]["people"]).body["items"]
    assert [(person["id"], person["reasons"]) for person in machine] == [(lola["id"], ["agent"])]
    by_variant = {each["name"]: counts(each) for each in results["variants"]}
    assert (by_variant["a"]["clicked"], by_variant["b"].get("clicked", 0)) == (2, 0)
    assert behind(post, results["variants"][0]["numbers"]["sent"]["people"]) == sorted([pepa["id"], juan["id"]])
    assert (results["revenue"]["amount"], results["roi"]) == ("0.00", None)


def test_numbers_equal_a_recount_whatever_happens_in_whatever_order(post: Post) -> None:
    campaign, chance = post.campaign(), random.Random(7)
    people = [post.person() for _ in range(4)]
    copies = [post.send(who, run=campaign["id"], campaign=campaign["id"]) for who in people]
    happened = []
    for copy in copies:
        happened += [post.event(copy, "Send"), post.event(copy, "Delivery", after=2)]
        happened += [post.opened(copy, after=chance.uniform(0, 50)) for _ in range(2)]
        happened += [post.clicked(copy, chance.randrange(3), after=chance.uniform(0, 40)) for _ in range(4)]
    happened.append(post.event(copies[0], "Complaint", after=90))
    happened.append(post.event(copies[1], "Bounce", after=20, bounceType="Transient"))
    stream = happened + chance.sample(happened, len(happened) // 2)
    chance.shuffle(stream)

    for first in range(0, len(stream), 10):
        assert post.hear(*stream[first : first + 10]) == []

    with guard.entered(post.ctx().tenant):
        rows, _ = deliveries.page(post.ctx(), campaign["id"], limit=50)
        recount = Counter(state for row in rows for state in histories.states(history_of(row)))
        kept = counting.numbers(post.ctx(), campaign["id"])[""]
        behind_them = {state: len(list(outcomes.each(post.ctx(), campaign["id"], state))) for state in histories.STATES}
    assert Counter({state: count for state, count in kept.items() if count}) == recount
    assert Counter({state: count for state, count in behind_them.items() if count}) == recount


@pytest.fixture
def touched(post: Post) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return two campaigns and somebody who clicked in the first, then twice in the second, a day later each."""
    first, second = (
        post.campaign(costs=[{"item": "Diseño", "amount": {"amount": "40.00", "currency": "EUR"}}]),
        post.campaign(name="Invierno"),
    )
    pepa = post.person()
    day = 86_400
    for campaign, back in ((first, 3), (second, 2), (second, 1)):
        copy = post.send(pepa, run=f"{campaign['id']}-{back}", campaign=campaign["id"])
        post.hear(post.event(copy, "Delivery", after=-back * day - 60), post.clicked(copy, 0, after=-back * day))
    return first, second, pepa


def test_a_purchase_is_shared_out_by_the_stated_model(post: Post, touched: Any) -> None:
    first, second, pepa = touched

    order = post.buys(pepa, total="100.00")

    told = {each["id"]: post.results(each)["revenue"]["by_model"] for each in (first, second)}
    assert {model: money["amount"] for model, money in told[first["id"]].items()} == {
        "first": "100.00",
        "last": "0.00",
        "linear": "33.33",
    }
    assert {model: money["amount"] for model, money in told[second["id"]].items()} == {
        "first": "0.00",
        "last": "100.00",
        "linear": "66.67",
    }
    results = post.results(first, "?model=first")
    assert (results["revenue"]["amount"], results["cost"]["amount"], results["roi"]) == ("100.00", "40.00", 1.5)
    assert results["attribution"] == {"model": "first", "window_days": 30}
    (sale,) = post.firm.admin.get(results["revenue"]["sales"]).body["items"]
    assert (sale["id"], sale["part"], len(sale["touches"])) == (order["id"], 1.0, 3)


def test_the_window_bounds_what_a_click_brought(post: Post, touched: Any) -> None:
    first, second, pepa = touched
    post.buys(pepa, total="100.00")

    assert post.results(first, "?model=first&window=2")["revenue"]["amount"] == "0.00"
    assert post.results(second, "?model=first&window=2")["revenue"]["amount"] == "100.00"


def test_a_purchase_that_changes_is_shared_out_anew_and_one_that_is_cancelled_not_at_all(
    post: Post, touched: Any
) -> None:
    first, second, pepa = touched
    order = post.buys(pepa, total="100.00")

    named = post.firm.admin.patch(
        f"/v1/records/orders/{order['id']}", {"campaign": first["id"]}, version=order["version"]
    )
    assert named.status == 200, named.raw
    post.tell_of("OrderModified", named.body)
    assert [post.results(each)["revenue"]["amount"] for each in (first, second)] == ["100.00", "0.00"]

    cancelled = post.firm.admin.patch(
        f"/v1/records/orders/{order['id']}", {"status": "cancelled"}, version=named.body["version"]
    )
    post.tell_of("OrderModified", cancelled.body)
    post.tell_of("OrderModified", named.body)
    assert [post.results(each)["revenue"]["amount"] for each in (first, second)] == ["0.00", "0.00"]


def test_a_click_that_is_heard_after_the_purchase_has_its_part(post: Post) -> None:
    campaign, pepa = post.campaign(), post.person()
    copy = post.send(pepa, run=campaign["id"], campaign=campaign["id"])
    post.buys(pepa, total="80.00")
    assert post.results(campaign)["revenue"]["amount"] == "0.00"

    post.hear(post.event(copy, "Delivery", after=-600), post.clicked(copy, 0, after=-300))

    assert post.results(campaign)["revenue"]["amount"] == "80.00"


def test_a_machines_clicks_bring_nothing(post: Post) -> None:
    campaign, pepa = post.campaign(), post.person()
    copy = post.send(pepa, run=campaign["id"], campaign=campaign["id"])
    post.hear(*(post.clicked(copy, number, after=-300 + number / 10) for number in range(3)))

    post.buys(pepa, total="80.00")

    assert post.results(campaign)["revenue"]["amount"] == "0.00"


def test_an_order_of_a_company_is_of_its_people(post: Post) -> None:
    campaign = post.campaign()
    company = post.firm.admin.post("/v1/records/companies", {"name": "Hotel Retiro"}).body
    pepa = post.person(companies=[{"id": company["id"]}])
    copy = post.send(pepa, run=campaign["id"], campaign=campaign["id"])
    post.hear(post.clicked(copy, 0, after=-300))

    post.buys(company=company["id"], total="500.00")

    assert post.results(campaign)["revenue"]["amount"] == "500.00"


def test_who_does_not_see_every_order_is_not_told_what_they_add_up_to(post: Post, api: Api, touched: Any) -> None:
    first, _, pepa = touched
    post.buys(pepa)
    rep = api.hire(post.firm, "rep")

    results = rep.get(f"/v1/campaigns/{first['id']}/results").body

    orders = rep.get("/v1/objects/orders").body["permissions"]
    assert (results["revenue"] is None) is (orders["read"] != "all"), orders
    assert rep.get(f"/v1/campaigns/{first['id']}/sales").status == (200 if orders["read"] == "all" else 403)


def test_another_firms_campaign_is_not_there(post: Post, api: Api) -> None:
    campaign, stranger = post.campaign(), api.sign_up("Bodegas Ajenas").admin

    for part in ("results", "people?state=sent", "sales"):
        answer = stranger.get(f"/v1/campaigns/{campaign['id']}/{part}")
        assert answer.status == 404, answer.raw
