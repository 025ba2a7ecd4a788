"""The sample firm's marketing, recounted from its plan."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from chalicelib.samples import firm as olmedo
from chalicelib.samples.plan import Sample, StageSketch

TODAY = date(2026, 11, 21)
STAGES = (StageSketch("new", 10, "open"), StageSketch("won", None, "won"), StageSketch("lost", None, "lost"))


@pytest.fixture(scope="module", params=["es", "en"])
def plan(request: pytest.FixtureRequest) -> list[Sample]:
    return list(olmedo.plan(today=TODAY, locale=request.param, first_pipeline="SALES", first_stages=STAGES))


def of(plan: list[Sample], plural: str) -> list[Sample]:
    return [sample for sample in plan if sample.plural == plural]


def total(order: Sample) -> Decimal:
    return sum((Decimal(line["unit_price"]["amount"]) * line["quantity"] for line in order.values["lines"]), Decimal(0))


def people_who(mails: list[Sample], what: str, *, machine: bool = False) -> set[str]:
    return {
        mail.key
        for mail in mails
        for seen in mail.values["seen"]
        if seen["what"] == what and bool(seen.get("signs")) is machine
    }


def test_the_campaign_that_went_came_to_what_the_demo_says(plan: list[Sample]) -> None:
    mails = of(plan, "mails")
    clicked, opened = people_who(mails, "clicked"), people_who(mails, "opened")

    assert len(mails) == 412
    assert (len(people_who(mails, "delivered")), len(people_who(mails, "bounced"))) == (400, 12)
    assert (len(opened), len(people_who(mails, "opened", machine=True))) == (168, 74)
    assert len(clicked) == 39
    assert clicked <= opened


def test_it_left_out_everybody_else_for_a_reason(plan: list[Sample]) -> None:
    end = of(plan, "campaign_ends")[0].values

    assert end["recipients"] == 412
    assert Counter(each["reason"] for each in end["left_out"]) == {"no_consent": 75, "unsubscribed": 14, "bounced": 3}
    assert 412 + len(end["left_out"]) == len(of(plan, "contacts"))


def test_eleven_who_clicked_bought_for_3180_within_the_window(plan: list[Sample]) -> None:
    ids = {sale.values["order"].key for sale in of(plan, "sales")}
    sold = [order for order in of(plan, "orders") if order.key in ids]
    clicks = {mail.values["contact"].key: mail for mail in of(plan, "mails") if mail.values["seen"][-1].get("url")}
    bought = Counter(order.values["contact"].key for order in of(plan, "orders"))

    assert len(sold) == 11
    assert sum(map(total, sold)) == 3180
    assert all(bought[order.values["contact"].key] == 1 for order in sold)
    assert all(
        timedelta(0) < order.at - when(clicks[order.values["contact"].key]) < timedelta(days=30) for order in sold
    )
    assert sum(bought[key] for key in clicks) == 11


def when(mail: Sample) -> Any:
    return mail.values["seen"][-1]["at"]


def test_of_those_who_were_welcomed_most_have_come_to_the_end(plan: list[Sample]) -> None:
    assert Counter(run.values["end"] for run in of(plan, "runs")) == {"finished": 21, "waiting": 9, "exited": 4}
