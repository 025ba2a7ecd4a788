"""A campaign that chooses its hours, tries wordings, spares some to compare with, and is held against its goal."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.campaigns import PATIENCE, begun, follow, launch, part, today
from tests.e2e.steps.mailing import LANDING, Mailing, prepare, write
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

Mailbox = Callable[[], list[dict[str, Any]]]
PEOPLE = ["Ana Ruiz", "Luis Gil", "Eva Paz", "Iker Sanz", "Marta Polo", "Nil Roca"]


@pytest.fixture(scope="module")
def mailing(store: Shop) -> Mailing:
    return prepare(store, agreed=PEOPLE, silent=[])


def shop_of(seat: Seat) -> dict[str, str]:
    """Return the headers of a shop that tells by a key what its customers buy themselves."""
    wanted = {"name": "Tienda", "scopes": ["read", "write"], "expires_at": f"{today().year + 1}-01-01T00:00:00Z"}
    made = seat.shop.line.post("/v1/api-keys", data=wanted)
    assert made.ok, made.text()
    return {"Authorization": f"Bearer {made.json()['secret']}"}


def test_each_mail_goes_at_the_hour_of_its_reader_who_is_told_with_the_reason(seat: Seat, mailing: Mailing) -> None:
    (ana,) = seat.shop.find("contacts", mailing.addresses["Ana Ruiz"])
    bought = {"date": today().isoformat(), "contact": ana["id"], "status": "delivered"}
    total = {"amount": "30.00", "currency": "EUR"}
    for _ in range(3):
        sold = seat.shop.line.post("/v1/records/orders", data={**bought, "total": total}, headers=shop_of(seat))
        assert sold.ok, sold.text()
    begun(seat, "A su hora")
    seat.the("combobox", "campaigns:plan.segments", exact=True).select_option(mailing.segment)
    seat.page.get_by_label(seat.says("campaigns:plan.template"), exact=True).select_option(mailing.template)
    seat.page.get_by_label(seat.says("campaigns:hours.each")).press("Space")
    seat.press("campaigns:campaigns.review")

    hours = seat.the("region", "campaigns:hours.title")
    expect(hours.get_by_role("link").first).to_be_visible(timeout=60_000)
    campaign = seat.page.url.partition("?")[0].rpartition("/")[2]
    planned = seat.shop.get(f"/v1/campaigns/{campaign}/audience")
    assert sum(each["people"] for each in planned["hours"]) == planned["recipients"]
    expect(hours.get_by_role("link")).to_have_count(len(planned["hours"]))
    reasons = [by for by in ("own", "firm", "start") if any(each[by] for each in planned["hours"])]
    for by in reasons:
        people = sum(each[by] for each in planned["hours"])
        expect(hours.get_by_text(seat.says(f"campaigns:hours.by.{by}", count=people, number=people))).to_be_visible()
    assert seat.fits()

    hours.get_by_role("link").first.click()
    told = [begins(seat, by) for by in reasons]
    expect(seat.page.get_by_text(re.compile("|".join(map(re.escape, told)))).first).to_be_visible()
    assert seat.fits()


def begins(seat: Seat, by: str) -> str:
    """Return how the reason of somebody's hour begins."""
    return seat.says(f"campaigns:hours.because.{by}", hour="\0", number="\0", of="\0").partition("\0")[0]


def test_wordings_a_spared_group_and_a_goal_are_read_in_the_results(
    seat: Seat, mailing: Mailing, mailbox: Mailbox
) -> None:
    other = write(seat.shop, mailing.sender, f"Otra copa {uuid.uuid4().hex[:4]}")
    begun(seat, "Con control")
    address = seat.page.url.partition("?")[0].rpartition("/")[2]
    plan = {
        "segments": [mailing.segment],
        "variants": [{"name": "A", "template": mailing.template}, {"name": "B", "template": other}],
        "test": {"share": 100, "decide_by": "clicks", "after_hours": 1},
        "control": 20,
        "utm": False,
    }
    record = seat.shop.get(f"/v1/records/campaigns/{address}")
    seat.shop.change("campaigns", record, goal="acquisition", expected_responses=4)
    version = seat.shop.get(f"/v1/records/campaigns/{address}")["version"]
    kept = seat.shop.line.patch(f"/v1/campaigns/{address}/plan", data=plan, headers={"If-Match": f'"{version}"'})
    assert kept.ok, kept.text()
    seat.page.reload()
    expect(seat.page.get_by_label(seat.says("campaigns:plan.utm"))).not_to_be_checked()
    part(seat, "send")
    told = seat.shop.get(f"/v1/campaigns/{address}/audience")
    launch(seat, told["recipients"])

    eventually(
        lambda: seat.shop.get(f"/v1/campaigns/{address}")["course"]["called"] == told["recipients"], "mails", 200
    )

    def delivered() -> list[str]:
        found = [one["id"] for one in seat.shop.get(f"/v1/campaigns/{address}/people?state=delivered")["items"]]
        return found if len(found) == told["recipients"] else []

    sent = eventually(delivered, "every mail's delivery")
    seat.page.wait_for_timeout(6_000)  # who follows a link sooner is taken for a machine
    names = {
        each["id"]: each["emails"][0]["value"] for each in (seat.shop.get(f"/v1/records/contacts/{id}") for id in sent)
    }
    newcomers = set(names.values()) - {mailing.addresses["Ana Ruiz"]}  # who bought before
    mails = [one for one in mailbox() if one["to"][0] in newcomers]
    assert follow(seat, mails[-1]) == LANDING
    reader = next(id for id, value in names.items() if value == mails[-1]["to"][0])
    total = {"amount": "80.00", "currency": "EUR"}
    seat.shop.create(
        "orders", date=today().isoformat(), contact=reader, status="delivered", total=total, campaign=address
    )

    part(seat, "results")
    goal = seat.the("region", "campaigns:goal.title")
    expect(goal.get_by_role("link")).to_have_text(
        seat.says("campaigns:goal.first_purchases", count=1, number=1), timeout=PATIENCE
    )
    expect(goal.get_by_role("progressbar")).to_be_visible()
    expect(seat.the("region", "campaigns:results.variants").first).to_be_visible()
    assert seat.fits()


def test_a_campaign_is_begun_from_one_that_is_ready(seat: Seat, mailing: Mailing) -> None:
    seat.page.goto("/campaigns/new")
    name = {"es": "Fidelizar clientes", "en": "Keep customers"}[seat.manner.language]
    seat.press("campaigns:starters.takeOf", name=name)
    expect(seat.title()).to_have_text(name)
    expect(seat.page.get_by_label(seat.says("campaigns:plan.control"))).to_have_value("10")
    expect(seat.page.get_by_label(seat.says("campaigns:hours.each"))).to_be_checked()
    assert seat.fits()


def test_what_was_typed_stays_while_one_makes_a_segment_that_comes_back_chosen(seat: Seat, mailing: Mailing) -> None:
    seat.page.goto("/campaigns/new")
    seat.the("textbox", "campaigns:campaigns.name").fill("A medias")
    seat.the("link", "campaigns:plan.createSegment").click()
    expect(seat.the("link", "campaigns:campaigns.backToNew")).to_be_visible()
    kept = seat.shop.line.post(
        "/v1/segments",
        data={"name": "Recientes", "object": "contacts", "mode": "static"},
        headers={"Idempotency-Key": uuid.uuid4().hex},
    )
    assert kept.ok, kept.text()

    seat.the("link", "campaigns:campaigns.backToNew").click()

    expect(seat.the("textbox", "campaigns:campaigns.name")).to_have_value("A medias")
    chosen = seat.page.get_by_role("list", name=seat.says("campaigns:plan.segments"), exact=True)
    expect(chosen.get_by_role("link")).to_contain_text("Recientes", timeout=30_000)
    assert seat.fits()
    seat.press("campaigns:campaigns.startOver")
    expect(seat.the("textbox", "campaigns:campaigns.name")).to_have_value("")


def test_what_came_of_leads_is_read_by_the_campaign_that_they_came_by(seat: Seat, mailing: Mailing) -> None:
    told = f"otono-{uuid.uuid4().hex[:6]}"
    seat.shop.create("leads", first_name="Rosa", last_name="Vidal", utm_campaign=told, utm_source="tendero")

    seat.page.goto("/campaigns/returns?of=utm_campaign")

    line = seat.page.get_by_role("row", name=told)
    expect(line).to_be_visible(timeout=60_000)
    assert seat.fits()
