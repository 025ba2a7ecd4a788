"""The sample firm's figures, recounted from its plan."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from chalicelib.samples import firm as olmedo
from chalicelib.samples import permissions
from chalicelib.samples.plan import Ref, Sample, StageSketch

TODAY = date(2026, 11, 21)
STAGES = (
    StageSketch("qualified", 10, "open"),
    StageSketch("proposal", 15, "open"),
    StageSketch("won", None, "won"),
    StageSketch("lost", None, "lost"),
)


def plan_of(locale: str = "es") -> Sequence[Sample]:
    return olmedo.plan(today=TODAY, locale=locale, first_pipeline="SALES", first_stages=STAGES)


def by_plural(samples: Sequence[Sample]) -> Mapping[str, list[Sample]]:
    groups: dict[str, list[Sample]] = {}
    for sample in samples:
        groups.setdefault(sample.plural, []).append(sample)
    return groups


@pytest.fixture(scope="module")
def firm() -> Mapping[str, list[Sample]]:
    return by_plural(plan_of())


def last_stage(deal: Sample) -> str:
    return dict(deal.values, **(deal.steps[-1].changes if deal.steps else {}))["stage"]


def total(order: Sample) -> Decimal:
    return sum((Decimal(line["unit_price"]["amount"]) * line["quantity"] for line in order.values["lines"]), Decimal(0))


def orders_by_company(firm: Mapping[str, list[Sample]]) -> Mapping[str, list[Sample]]:
    groups: dict[str, list[Sample]] = {}
    for order in firm["orders"]:
        groups.setdefault(order.values["company"].key, []).append(order)
    return groups


def test_the_firm_has_the_people_and_companies_it_promises(firm: Mapping[str, list[Sample]]) -> None:
    counts = {plural: len(samples) for plural, samples in firm.items()}

    assert counts["companies"] == 80
    assert counts["contacts"] + 96 == 600
    assert counts["leads"] == 40
    assert counts["deals"] == 168
    assert counts["products"] == 25
    assert counts["orders"] == 1800
    assert counts["tasks"] == 40
    assert counts["action_rules"] == 8


def test_leads_come_from_five_sources_and_seven_are_unattended(firm: Mapping[str, list[Sample]]) -> None:
    leads = firm["leads"]

    assert len({lead.values["source"] for lead in leads}) == 5
    assert sum(lead.values["status"] == "new" for lead in leads) == 7


def test_deals_are_open_won_or_lost_in_the_promised_numbers(firm: Mapping[str, list[Sample]]) -> None:
    deals = firm["deals"]
    ends = Counter(
        {"won": "won", "signed": "won", "lost": "lost", "dropped": "lost"}.get(last_stage(d), "open") for d in deals
    )
    open_deals = [deal for deal in deals if not deal.steps]

    assert ends == {"open": 48, "won": 70, "lost": 50}
    assert sum(Decimal(deal.values["amount"]["amount"]) for deal in open_deals) == 386_000
    assert all(Decimal(deal.values["amount"]["amount"]) > 0 for deal in open_deals)
    assert sum("next_step" not in deal.values for deal in open_deals) == 4
    assert len({str(deal.values["pipeline"]) for deal in deals}) == 2
    assert (
        len(
            {
                d.steps[-1].changes["lost_reason"]
                for d in deals
                if "lost_reason" in (d.steps[-1].changes if d.steps else {})
            }
        )
        == 5
    )


def test_six_open_deals_have_outstayed_their_stage(firm: Mapping[str, list[Sample]]) -> None:
    expected = {stage.key: stage.expected_days for stage in STAGES} | {"tasting": 10, "menu": 15, "terms": 10}
    open_deals = [deal for deal in firm["deals"] if not deal.steps]

    stalled = [d for d in open_deals if (TODAY - d.at.date()).days > (expected[d.values["stage"]] or 0)]

    assert len(stalled) == 6


def test_the_best_customer_bought_most_and_has_been_silent_for_four_months(firm: Mapping[str, list[Sample]]) -> None:
    orders = orders_by_company(firm)
    best = max(orders, key=lambda company: sum(map(total, orders[company])))
    silent_for = TODAY - max(order.at.date() for order in orders[best])

    assert best == "company:hotelretiro"
    assert timedelta(days=122) <= silent_for <= timedelta(days=135)


def test_seventeen_companies_of_madrid_spent_over_500_and_have_not_bought_for_three_months(
    firm: Mapping[str, list[Sample]],
) -> None:
    orders = orders_by_company(firm)
    madrid = {c.key for c in firm["companies"] if c.values["address"]["city"] == "Madrid"}

    lapsed = [
        company
        for company in madrid
        if sum(map(total, orders[company])) > 500
        and max(order.at.date() for order in orders[company]) < TODAY - timedelta(days=92)
    ]

    assert len(lapsed) == 17


def test_tasks_are_overdue_due_today_and_done_in_the_promised_numbers(firm: Mapping[str, list[Sample]]) -> None:
    open_days = [date.fromisoformat(t.values["due"][:10]) for t in firm["tasks"] if not t.steps]

    assert sum(day < TODAY for day in open_days) == 5
    assert sum(day == TODAY for day in open_days) == 6


def test_every_reference_is_made_before_it_is_used() -> None:
    seen: set[str] = set()

    for sample in plan_of():
        assert refs_in(sample.values) <= seen, sample.key
        assert sample.key not in seen
        seen.add(sample.key)


def refs_in(value: Any) -> set[str]:
    if isinstance(value, Ref):
        return {value.key}
    if isinstance(value, Mapping):
        return refs_in(list(value.values()))
    if isinstance(value, list):
        return set().union(*map(refs_in, value)) if value else set()
    return set()


def test_nothing_lies_in_the_future_but_what_is_planned() -> None:
    for sample in plan_of():
        assert sample.at.date() <= TODAY, sample.key
        assert all(sample.at <= step.at for step in sample.steps), sample.key


def test_the_same_day_gives_the_same_firm_and_english_translates_it() -> None:
    assert plan_of() == plan_of()
    assert [s.key for s in plan_of("es")] == [s.key for s in plan_of("en")]
    assert by_plural(plan_of("en"))["products"][0].values["name"] == "Picual olive oil 500 ml"


def test_no_telephone_can_ring_and_no_address_can_receive(firm: Mapping[str, list[Sample]]) -> None:
    for person in [*firm["companies"], *firm["contacts"], *firm["leads"]]:
        assert all(phone["value"].startswith("+34925000") for phone in person.values["phones"])
        assert all(email["value"].endswith(".example") for email in person.values["emails"])


def test_the_file_of_the_fair_has_people_who_are_new_known_and_illegible(firm: Mapping[str, list[Sample]]) -> None:
    rows = [row.split(",")[:4] for row in olmedo.fair_file(today=TODAY, locale="es").splitlines()[1:]]
    known = {contact.values["emails"][0]["value"]: contact.values["job_title"] for contact in firm["contacts"]}

    assert len(rows) == 120
    assert len({email for _, _, email, _ in rows if email.endswith("@feria.example")}) == 96
    assert sum(email in known and known[email] != title for _, _, email, title in rows) == 14
    assert sum(known.get(email) == title for _, _, email, title in rows) == 6
    assert sum("@" not in email and not first for first, _, email, _ in rows) == 4


def test_addresses_are_not_shared_by_accident(firm: Mapping[str, list[Sample]]) -> None:
    addresses = Counter(contact.values["emails"][0]["value"] for contact in firm["contacts"])

    assert max(addresses.values()) == 1


def test_six_hundred_people_have_said_what_the_demo_counts(firm: Mapping[str, list[Sample]]) -> None:
    groups = Counter(permissions.groups(firm["contacts"]).values())
    agreed = [row for row in olmedo.fair_file(today=TODAY, locale="en").splitlines()[1:] if ",yes," in row]
    left = (permissions.LEFT_EARLY, permissions.LEFT_BY_MAIL, permissions.LEFT_WELCOME)
    granted = (permissions.EARLY, permissions.RECENT, permissions.WELCOMED)

    assert sum(groups[name] for name in granted) + len(agreed) == 430
    assert groups[permissions.CUSTOMER] == 90
    assert sum(groups[name] for name in left) == 25
    assert groups[permissions.BOUNCED_EARLY] + groups[permissions.BOUNCED_BY_MAIL] == 15
    assert groups[permissions.SILENT] + 96 - len(agreed) == 40
