"""Who is there already, asked over the public API; moto answers, the stream and the bus are brought by hand."""

import json
from typing import Any

import pytest

from functions.duplicate_finder import handler as duplicate_finder
from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.functional.pipeline.aws_around import LambdaContext
from tests.functional.pipeline.test_functions import created, follow_all, heard
from tests.functional.work.workshop import Workshop
from tests.world import World

PEPE = {
    "first_name": "José",
    "last_name": "García López",
    "emails": ["pepe.garcia@gmail.com"],
    "phones": ["+34 925 123 456"],
}


@pytest.fixture
def ana(firm: Firm) -> Caller:
    return firm.admin


def warned(caller: Caller, values: dict[str, Any], plural: str = "contacts", **more: Any) -> list[dict[str, Any]]:
    answer = caller.post(f"/v1/records/{plural}/duplicates", {"values": values, **more})
    assert answer.status == 200, answer.raw
    items: list[dict[str, Any]] = answer.body["items"]
    return items


def find_all(world: World, *, times: int = 1) -> None:
    """Let the stream be followed and every event be heard by the finder, as often as said."""
    follow_all(world)
    messages = [{"messageId": str(n), "body": json.dumps(entry)} for n, entry in enumerate(heard(world))]
    for _ in range(times):
        batch = {"Records": [{**message, "eventSource": "aws:sqs"} for message in messages]}
        assert duplicate_finder.handle(batch, LambdaContext()) == {"batchItemFailures": []}


def pairs(caller: Caller, plural: str = "contacts", state: str = "open") -> list[dict[str, Any]]:
    answer = caller.get(f"/v1/duplicates?object={plural}&state={state}")
    assert answer.status == 200, answer.raw
    items: list[dict[str, Any]] = answer.body["items"]
    return items


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"first_name": "Otra", "emails": ["PepeGarcia+crm@gmail.com"]}, "email"),
        ({"first_name": "Pepe", "last_name": "Garcia", "phones": ["925 12 34 56"]}, "phone"),
        ({"first_name": "Pepe", "last_name": "Garzia Lopes"}, "name"),
    ],
)
def test_whoever_types_somebody_again_is_warned(world: World, ana: Caller, values: dict[str, Any], rule: str) -> None:
    pepe = created(ana, "contacts", **PEPE)
    created(ana, "contacts", first_name="Marta", last_name="Gil Ruiz", emails=["marta@gil.example"])
    follow_all(world)

    found = warned(ana, values)

    assert [each["id"] for each in found] == [pepe["id"]]
    assert found[0]["reasons"][0]["rule"] == rule
    assert found[0]["record"]["emails"][0]["value"] == "pepe.garcia@gmail.com"


def test_nobody_is_their_own_duplicate_and_a_warning_refuses_nothing(world: World, ana: Caller) -> None:
    pepe = created(ana, "contacts", **PEPE)
    follow_all(world)

    assert warned(ana, {"job_title": "Gerente"}, id=pepe["id"]) == []
    assert created(ana, "contacts", **PEPE)["id"] != pepe["id"]


def test_what_is_half_typed_is_no_address_yet(world: World, ana: Caller) -> None:
    created(ana, "contacts", **PEPE)
    follow_all(world)

    assert warned(ana, {"emails": ["pepe.garcia@"], "phones": ["+34"]}) == []
    assert ana.post("/v1/records/contacts/duplicates", {"values": {"colour": "red"}}).faults == {
        "colour": "unknown_field"
    }


def test_pairs_are_listed_once_however_often_a_change_is_heard(world: World, ana: Caller) -> None:
    pepe, again = created(ana, "contacts", **PEPE), created(ana, "contacts", **PEPE)

    find_all(world, times=2)

    listed = pairs(ana)
    assert [{record["id"] for record in each["records"]} for each in listed] == [{pepe["id"], again["id"]}]
    assert {reason["rule"] for reason in listed[0]["reasons"]} == {"email", "phone", "name"}


def test_what_was_dismissed_stays_dismissed(world: World, ana: Caller) -> None:
    created(ana, "contacts", **PEPE)
    again = created(ana, "contacts", **PEPE)
    find_all(world)

    dismissed = ana.post(f"/v1/duplicates/{pairs(ana)[0]['id']}/dismiss")
    ana.patch(f"/v1/records/contacts/{again['id']}", {"last_name": "García"}, version=again["version"])
    find_all(world)

    assert (dismissed.status, dismissed.body["state"]) == (200, "dismissed")
    assert pairs(ana) == []
    assert len(pairs(ana, state="dismissed")) == 1


def test_what_was_dismissed_by_mistake_is_suggested_again(world: World, ana: Caller) -> None:
    created(ana, "contacts", **PEPE)
    created(ana, "contacts", **PEPE)
    find_all(world)
    pair = pairs(ana)[0]["id"]
    ana.post(f"/v1/duplicates/{pair}/dismiss")

    reopened = [ana.post(f"/v1/duplicates/{pair}/reopen") for _ in range(2)]

    assert [(answer.status, answer.body["state"]) for answer in reopened] == [(200, "open")] * 2
    assert [each["id"] for each in pairs(ana)] == [pair]
    assert pairs(ana, state="dismissed") == []


def test_a_pair_goes_when_its_records_are_merged_or_no_longer_alike(world: World, ana: Caller) -> None:
    pepe, again, other = (created(ana, "contacts", **PEPE) for _ in range(3))
    find_all(world)
    before = len(pairs(ana))

    changed = {"first_name": "Lola", "last_name": "Soto Ruiz", "emails": [], "phones": []}
    ana.patch(f"/v1/records/contacts/{other['id']}", changed, version=1)
    find_all(world)
    between = len(pairs(ana))
    ana.post("/v1/records/contacts/merge", {"winner_id": pepe["id"], "loser_ids": [again["id"]]})
    find_all(world)

    assert (before, between, len(pairs(ana))) == (3, 1, 0)


def test_an_object_is_gone_through_for_what_nobody_compared(world: World, ana: Caller) -> None:
    created(ana, "contacts", **PEPE)
    created(ana, "contacts", **PEPE)
    follow_all(world)

    job = Workshop(world, ana).done("/v1/objects/contacts/duplicates/scan")

    assert (job["state"], job["result"]) == ("done", {"looked_at": 2})
    assert len(pairs(ana)) == 1


def test_a_firm_has_rules_of_its_own(world: World, ana: Caller) -> None:
    created(ana, "contacts", **PEPE)
    follow_all(world)
    by_phone = [{"kind": "phone", "fields": ["phones"], "weight": 90}]

    put = ana.call("PUT", "/v1/objects/contacts/duplicate-rules", {"items": by_phone})

    assert (put.status, put.body["is_own"]) == (200, True), put.raw
    assert warned(ana, {"emails": ["pepe.garcia@gmail.com"]}) == []
    assert len(warned(ana, {"phones": ["+34925123456"]})) == 1
    back = ana.call("PUT", "/v1/objects/contacts/duplicate-rules", {"items": None})
    assert (back.status, back.body["is_own"]) == (200, False)


def test_a_rule_that_makes_no_sense_is_named(ana: Caller) -> None:
    senseless = [
        {"kind": "email", "fields": ["phones"], "weight": 90},
        {"kind": "exact", "fields": ["description"], "weight": 90},
        {"kind": "name", "fields": ["job_title"], "weight": 90},
    ]

    put = ana.call("PUT", "/v1/objects/contacts/duplicate-rules", {"items": senseless})

    assert put.status == 422
    assert list(put.faults.values()) == ["wrong_type", "not_found_by", "wrong_field"]


def test_of_a_hidden_duplicate_one_learns_whose_it_is_and_nothing_else(
    world: World, api: Api, firm: Firm, ana: Caller
) -> None:
    rep = only_own(api, firm)
    created(ana, "contacts", **PEPE)
    holder = created(ana, "companies", name="Olmedo", tax_id="B45123452")
    follow_all(world)

    found = warned(rep, {"emails": ["pepe.garcia@gmail.com"]})
    taken: Answer = rep.post("/v1/records/companies", {"name": "Olmedo 2", "tax_id": "B45123452"})

    assert [set(each) for each in found] == [{"owner", "can_ask_access", "reference", "score"}]
    assert found[0]["owner"]["name"]
    assert (taken.status, taken.code) == (409, "already_taken")
    assert "holder_id" not in taken.body
    assert (taken.body["can_ask_access"], taken.body["reference"]) == (True, holder["id"])
    assert pairs(rep) == []


def only_own(api: Api, firm: Firm) -> Caller:
    """Return somebody whose role sees their own records only."""
    rights = dict.fromkeys(("read", "update", "delete", "export"), "own") | {"create": "all"}
    role = firm.admin.post(
        "/v1/roles", {"key": "solo", "label": {"es": "Solo lo suyo", "en": "Own only"}, "objects": {"*": rights}}
    )
    assert role.status == 201, role.raw
    return api.hire(firm, "solo")
