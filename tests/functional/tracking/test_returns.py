"""What was earned for what was spent: of campaigns, of leads, and of where leads came from."""

from typing import Any

from tests.builders import Api
from tests.functional.tracking.post import Post


def lead(post: Post, name: str, **more: Any) -> dict[str, Any]:
    made = post.firm.admin.post("/v1/records/leads", {"first_name": name, **more})
    assert made.status == 201, made.raw
    return dict(made.body)


def converted(post: Post, lead: dict[str, Any]) -> dict[str, Any]:
    answer = post.firm.admin.post(f"/v1/records/leads/{lead['id']}/convert", {"company": None, "deal": None})
    assert answer.status == 200, answer.raw
    return dict(answer.body["contact"])


def returns(post: Post, of: str) -> dict[Any, dict[str, Any]]:
    answer = post.firm.admin.get(f"/v1/marketing/returns?of={of}")
    assert answer.status == 200, answer.raw
    return {item["id"]: item for item in answer.body["items"]}


def euros(item: dict[str, Any]) -> tuple[str, str | None, float | None]:
    return item["revenue"]["amount"], item["cost"] and item["cost"]["amount"], item["roi"]


def test_a_lead_bears_its_share_of_its_campaign_and_earns_what_it_became_bought(post: Post) -> None:
    fair = post.campaign(name="Feria", costs=[{"item": "Stand", "amount": {"amount": "100.00", "currency": "EUR"}}])
    pepa = lead(post, "Pepa", source="fair", campaign=fair["id"])
    lola = lead(post, "Lola", source="fair", campaign=fair["id"])
    juan = lead(post, "Juan", source="web")
    contact = converted(post, pepa)
    post.buys(contact, total="150.00")
    post.buys(contact, total="999.00", status="draft")

    by_lead, by_source = returns(post, "lead"), returns(post, "source")

    assert euros(by_lead[pepa["id"]]) == ("150.00", "50.00", 2.0)
    assert euros(by_lead[lola["id"]]) == ("0.00", "50.00", -1.0)
    assert euros(by_lead[juan["id"]]) == ("0.00", "0.00", None)
    assert euros(by_source["fair"]) == ("150.00", "100.00", 0.5)
    assert (by_source["fair"]["leads"], by_source["fair"]["converted"]) == (2, 1)
    assert by_source["web"]["leads"] == 1


def test_what_the_address_of_a_page_said_adds_up_whatever_its_case(post: Post) -> None:
    fair = post.campaign(name="Feria", costs=[{"item": "Stand", "amount": {"amount": "90.00", "currency": "EUR"}}])
    pepa = lead(post, "Pepa", utm_source="Boletín", utm_campaign="otono", campaign=fair["id"])
    lead(post, "Lola", utm_source="boletin", utm_campaign="otono")
    lead(post, "Juan")
    post.buys(converted(post, pepa), total="150.00")

    by_source, by_campaign = returns(post, "utm_source"), returns(post, "utm_campaign")

    assert {id: item["leads"] for id, item in by_source.items()} == {"Boletín": 2, None: 1}
    assert euros(by_source["Boletín"]) == ("150.00", "90.00", 0.6667)
    assert (by_campaign["otono"]["leads"], by_campaign["otono"]["converted"]) == (2, 1)
    found = post.firm.admin.post(
        "/v1/records/leads/query", {"filter": {"field": "utm_source", "op": "eq", "value": "Boletín"}}
    )
    assert len(found.body["items"]) == 2, found.raw


def test_a_campaign_earns_its_part_and_what_names_it(post: Post) -> None:
    fair = post.campaign(name="Feria", costs=[{"item": "Stand", "amount": {"amount": "100.00", "currency": "EUR"}}])
    post.campaign(name="Otoño")
    post.buys(post.person(), total="325.00", campaign=fair["id"])

    items = returns(post, "campaign")

    assert {item["name"]: euros(item) for item in items.values()} == {
        "Feria": ("325.00", "100.00", 2.25),
        "Otoño": ("0.00", "0.00", None),
    }


def test_what_has_no_rate_is_told_apart_and_adds_nothing(post: Post) -> None:
    fair = post.campaign(name="Feria")
    post.buys(post.person(), total="80.00", currency="USD", campaign=fair["id"])
    assert post.firm.admin.call("PUT", "/v1/currencies/GBP/rates/2020-01-01", {"rate": "1.20"}).status < 300
    post.buys(post.person(), total="100.00", currency="GBP", campaign=fair["id"])

    revenue = post.results(fair)["revenue"]

    assert (revenue["amount"], revenue["purchases"]) == ("120.00", 2)
    assert revenue["without_rate"] == [{"currency": "USD", "purchases": 1}]


def test_who_sees_only_their_own_orders_is_told_no_sums(post: Post, api: Api) -> None:
    role = {"key": "own", "label": {"es": "Propio", "en": "Own"}}
    made = post.firm.admin.post("/v1/roles", {**role, "objects": {"*": {"read": "own"}}})
    assert made.status == 201, made.raw
    somebody = api.hire(post.firm, "own")

    answer = somebody.get("/v1/marketing/returns?of=campaign")

    assert answer.status == 403
