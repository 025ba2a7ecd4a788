"""Two records of one person become one: what either refused stays refused, until the person says otherwise."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.functional.derived.flow import Flow
from tests.functional.marketing import people
from tests.functional.marketing.people import ASKED_ON_FAIR, local
from tests.functional.marketing.test_preferences import ONE_CLICK
from tests.world import World


@pytest.fixture
def flow(world: World, firm: Firm) -> Flow:
    people.settle(firm, quiet_hours=None)
    return people.flow(world, firm)


def merge(firm: Firm, winner: str, loser: str) -> dict[str, Any]:
    ids = [path.rsplit("/", 1)[1] for path in (winner, loser)]
    answer = firm.admin.post("/v1/records/contacts/merge", {"winner_id": ids[0], "loser_ids": [ids[1]]})
    assert answer.status in (200, 201, 202), answer.raw
    merged: dict[str, Any] = answer.body
    return merged


def twins(firm: Firm) -> tuple[str, str]:
    """Return two records of Ana at two addresses; the first agreed, the second refused."""
    agreed, refused = people.person(firm), people.person(firm, email="ana@rios.example")
    people.decide(firm, agreed, "give", **ASKED_ON_FAIR)
    people.decide(firm, refused, "withdraw", source="Llamada")
    return agreed, refused


def test_a_merge_keeps_the_strictest_and_its_undoing_gives_back(world: World, firm: Firm, flow: Flow) -> None:
    agreed, refused = twins(firm)
    flow.settle()

    merged = merge(firm, agreed, refused)
    flow.settle()

    assert people.verdict(world, firm, agreed).reason == "objected"
    assert people.verdict(world, firm, refused).reason == "objected"
    assert people.told(firm, agreed) == "withdrawn"
    undone = firm.admin.post(f"/v1/merges/{merged['merge_id']}/undo")
    assert undone.status in (200, 202), undone.raw
    flow.settle()
    assert people.verdict(world, firm, agreed).allowed
    assert people.verdict(world, firm, refused).reason == "objected"
    assert (people.told(firm, agreed), people.told(firm, refused)) == ("granted", "withdrawn")


def test_whoever_agrees_after_a_merge_has_agreed(world: World, firm: Firm, flow: Flow) -> None:
    agreed, refused = twins(firm)
    merge(firm, agreed, refused)
    world.pass_time(minutes=1)

    people.decide(firm, agreed, "give", basis="consent", source="Llamada")

    assert people.verdict(world, firm, agreed).allowed
    ledger = firm.admin.get(f"{agreed}/consents").body["items"]
    assert [entry["decision"] for entry in ledger] == ["given", "withdrawn", "given"]


def test_a_link_of_a_merged_record_stops_the_person(world: World, firm: Firm, flow: Flow, api: Api) -> None:
    first, second = people.person(firm), people.person(firm, email="ana@rios.example")
    for path in (first, second):
        people.decide(firm, path, "give", **ASKED_ON_FAIR)
    foot = people.foot(world, firm, second)
    merged = merge(firm, first, second)

    assert api.guest(firm).post(local(foot.unsubscribe_url), **ONE_CLICK).status == 204

    assert people.verdict(world, firm, first).reason == "unsubscribed"
    firm.admin.post(f"/v1/merges/{merged['merge_id']}/undo")
    assert {people.verdict(world, firm, path).reason for path in (first, second)} == {"unsubscribed"}


def test_a_converted_lead_is_told_of_at_once(world: World, firm: Firm, flow: Flow) -> None:
    lead = people.person(firm, plural="leads")
    people.decide(firm, lead, "give", **ASKED_ON_FAIR)

    became = firm.admin.post(f"{lead}/convert", {}).body
    flow.settle()

    assert people.told(firm, f"/v1/records/contacts/{became['contact']['id']}") == "granted"
