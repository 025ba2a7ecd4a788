"""Every figure that the demo promises, recounted through the API."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from infra.demo.api import Api, listed
from tests.e2e.steps.shop import Shop, eventually

MADRID = ZoneInfo("Europe/Madrid")
Records = list[dict[str, Any]]
Everything = Callable[[str], Records]


@pytest.fixture(scope="module")
def rosa(demo: Shop) -> Api:
    api = Api(demo.base_url)
    api.sign_in(demo.email, demo.password)
    return api


@pytest.fixture(scope="module")
def everything(rosa: Api) -> Everything:
    """Return a reader of all records of an object, each object read once."""
    known: dict[str, Records] = {}

    def read(plural: str) -> Records:
        if plural not in known:
            known[plural] = list(listed(rosa, plural))
        return known[plural]

    return read


def kinds_of_stages(everything: Everything) -> dict[str, str]:
    return {stage["key"]: stage["kind"] for pipeline in everything("pipelines") for stage in pipeline["stages"]}


def open_deals(everything: Everything) -> Records:
    kinds = kinds_of_stages(everything)
    return [deal for deal in everything("deals") if kinds[deal["stage"]] == "open"]


def test_six_people_work_at_olmedo(rosa: Api) -> None:
    roles = Counter(user["role"] for user in rosa.get("/v1/users")["items"])

    assert roles == {"admin": 1, "manager": 1, "rep": 3, "viewer": 1}


@pytest.mark.parametrize(
    ("plural", "count"),
    [
        ("companies", 80),
        ("contacts", 600),
        ("leads", 40),
        ("deals", 168),
        ("products", 25),
        ("orders", 1800),
        ("tasks", 40),
        ("pipelines", 2),
    ],
)
def test_the_lists_are_as_long_as_promised(everything: Everything, plural: str, count: int) -> None:
    assert len(everything(plural)) == count


@pytest.mark.parametrize("plural", ["companies", "contacts", "deals", "orders", "tasks"])
def test_the_counters_equal_a_recount(rosa: Api, everything: Everything, plural: str) -> None:
    def agree() -> bool:
        return rosa.get(f"/v1/records/{plural}/count")["count"] == len(everything(plural))

    assert eventually(agree, f"a counter of {plural} equal to a recount")


def test_leads_come_from_five_sources_and_seven_are_unattended(everything: Everything) -> None:
    leads = everything("leads")

    assert len({lead["source"] for lead in leads}) == 5
    assert sum(lead["status"] == "new" for lead in leads) == 7


def test_deals_are_open_won_and_lost_in_the_promised_numbers(everything: Everything) -> None:
    kinds = kinds_of_stages(everything)
    by_kind = Counter(kinds[deal["stage"]] for deal in everything("deals"))
    reasons = {deal["lost_reason"] for deal in everything("deals") if kinds[deal["stage"]] == "lost"}

    assert by_kind == {"open": 48, "won": 70, "lost": 50}
    assert len(reasons) == 5
    assert len({deal["pipeline"] for deal in everything("deals")}) == 2


def test_open_deals_are_worth_386_000_euros(rosa: Api, everything: Everything) -> None:
    kinds = kinds_of_stages(everything)
    listed_total = sum(Decimal(deal["amount"]["amount"]) for deal in open_deals(everything))

    def counted_total() -> Decimal:
        items = rosa.get("/v1/records/deals/totals?by=stage")["items"]
        open_items = [item for item in items if kinds.get(item["value"]) == "open"]
        return sum((Decimal(total["amount"]) for item in open_items for total in item["sums"]), Decimal(0))

    assert listed_total == 386_000
    assert eventually(lambda: counted_total() == 386_000, "a sum equal to a recount")


def test_six_deals_are_stalled_and_four_lack_a_next_step(everything: Everything) -> None:
    flags = [deal["flags"] for deal in open_deals(everything)]

    assert sum(flag["stalled"] for flag in flags) == 6
    assert sum(flag["without_next_step"] for flag in flags) == 4


def test_the_best_customer_has_been_silent_for_four_months(everything: Everything) -> None:
    spent: dict[str, Decimal] = {}
    last: dict[str, str] = {}
    for order in everything("orders"):
        company = order["company"]
        spent[company] = spent.get(company, Decimal(0)) + Decimal(order["total"]["amount"])
        last[company] = max(last.get(company, ""), order["date"])
    names = {company["id"]: company["name"] for company in everything("companies")}
    best = max(spent, key=lambda company: spent[company])
    today = datetime.now(MADRID).date()

    assert names[best] == "Hotel Retiro"
    assert last[best] <= (today - timedelta(days=120)).isoformat()


def test_five_tasks_are_overdue_and_six_are_due_today(everything: Everything) -> None:
    days = Counter(task["due"]["local"][:10] for task in everything("tasks") if task["status"] == "open")
    firm_day = max(record["created_at"] for record in everything("tasks"))[:10]
    today = (datetime.fromisoformat(firm_day) + timedelta(days=1)).date().isoformat()

    assert sum(count for day, count in days.items() if day < today) == 5
    assert days[today] == 6


def test_the_big_customers_have_calls_and_meetings(everything: Everything) -> None:
    retiro = next(company["id"] for company in everything("companies") if company["name"] == "Hotel Retiro")

    assert sum(call["company"] == retiro for call in everything("calls")) == 6
    assert sum(meeting["company"] == retiro for meeting in everything("meetings")) == 3


def test_six_hundred_contacts_have_said_whether_they_may_be_written_to(rosa: Api) -> None:
    draft = campaigns(rosa)["draft"]

    def audience() -> dict[str, int]:
        told = rosa.get(f"/v1/campaigns/{draft['id']}/audience")
        return {"may": told["recipients"], **{each["reason"]: each["people"] for each in told["excluded"]}}

    def states() -> Counter[str]:
        return Counter(contact["email_consent"] for contact in listed(rosa, "contacts", "email_consent"))

    expected = {"may": 430 + 90, "unsubscribed": 25, "bounced": 15, "no_consent": 40}
    assert eventually(lambda: audience() == expected, "an audience of all contacts")
    assert eventually(
        lambda: states() == {"granted": 430 + 15, "soft_opt_in": 90, "withdrawn": 25, "none": 40},
        "what each contact's record tells of their consent",
    )


def test_a_sentence_finds_the_seventeen_good_customers_who_are_leaving(rosa: Api, everything: Everything) -> None:
    said = "empresas de Madrid que no compran desde hace 3 meses y gastaron más de 500 €"
    retiro = next(company["id"] for company in everything("companies") if company["name"] == "Hotel Retiro")

    told = rosa.post("/v1/segments/interpret", {"text": said, "locale": "es"})
    found = rosa.post("/v1/segments/preview", {"object": told["object"], "filter": told["filter"]})
    kept = next(each for each in rosa.get("/v1/segments")["items"] if each["object"] == "companies")

    assert told["unknown"] == []
    assert found["count"] == 17
    assert eventually(lambda: rosa.get(f"/v1/segments/{kept['id']}/size")["size"] == 17, "a segment that is kept")
    members = rosa.get(f"/v1/segments/{kept['id']}/members?limit=50")["items"]
    assert retiro in {member["id"] for member in members}
    assert len(members) == 17


def test_a_campaign_is_planned_one_is_scheduled_and_one_has_gone(rosa: Api) -> None:
    found = campaigns(rosa)

    scheduled = rosa.get(f"/v1/campaigns/{found['scheduled']['id']}")

    assert set(found) == {"draft", "scheduled", "finished"}
    assert scheduled["course"]["state"] == "waiting"


def test_the_campaign_that_went_tells_all_its_figures_and_opens_its_people(rosa: Api) -> None:
    sent = campaigns(rosa)["finished"]

    told = rosa.get(f"/v1/campaigns/{sent['id']}/results")
    numbers = {state: number["count"] for state, number in told["numbers"].items() if number["count"]}

    assert numbers == {
        "sent": 412,
        "delivered": 400,
        "bounced": 12,
        "opened": 168,
        "opened_machine": 74,
        "clicked": 39,
        "unsubscribed": 7,
    }
    assert {state: people(rosa, told["numbers"][state]["people"]) for state in numbers} == numbers
    assert people(rosa, told["audience"]["recipients"]["people"]) == 412


def test_the_campaign_sold_eleven_orders_for_what_it_promises(rosa: Api) -> None:
    sent = campaigns(rosa)["finished"]

    def told() -> Any:
        return rosa.get(f"/v1/campaigns/{sent['id']}/results")

    assert eventually(lambda: told()["revenue"]["purchases"] == 11, "the orders that a campaign sold")
    results = told()
    assert results["revenue"]["amount"] == "3180.00"
    assert people(rosa, results["revenue"]["sales"]) == 11
    assert results["cost"] == {"amount": "240.00", "currency": "EUR"}
    assert results["roi"] == 12.25


def test_a_welcome_has_met_thirty_four(rosa: Api) -> None:
    welcome = rosa.get("/v1/automations")["items"][0]

    counts = rosa.get(f"/v1/automations/{welcome['id']}/counts")
    runs = list(pages(rosa, f"/v1/automations/{welcome['id']}/runs?limit=50"))

    assert welcome["enabled"]
    assert {name: counts[name] for name in ("entered", "finished", "inside", "exited")} == {
        "entered": 34,
        "finished": 21,
        "inside": 9,
        "exited": 4,
    }
    assert Counter(run["state"] for run in runs) == {"finished": 21, "waiting": 9, "exited": 4}


def campaigns(rosa: Api) -> dict[str, dict[str, Any]]:
    return {campaign["status"]: campaign for campaign in listed(rosa, "campaigns")}


def people(rosa: Api, opens: str) -> int:
    return sum(1 for _ in pages(rosa, f"{opens}&limit=100"))


def pages(rosa: Api, path: str) -> Iterator[dict[str, Any]]:
    cursor = ""
    while True:
        page = rosa.get(f"{path}{cursor}")
        yield from page["items"]
        if not page["next_cursor"]:
            return
        cursor = f"&cursor={page['next_cursor']}"


def test_an_import_of_120_rows_waits_to_be_undone(rosa: Api) -> None:
    told = next(each for each in rosa.get("/v1/imports")["items"] if each["filename"].startswith("feria"))

    assert told["state"] == "done"
    assert told["verdicts"] == {"created": 96, "updated": 14, "skipped": 6, "failed": 4}
