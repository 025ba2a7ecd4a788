"""Two records of one customer become one, and two again, over the public API."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.functional.pipeline.test_functions import follow_all
from tests.functional.work.workshop import Workshop
from tests.world import World


def created(caller: Caller, plural: str, **values: Any) -> dict[str, Any]:
    answer = caller.post(f"/v1/records/{plural}", values)
    assert answer.status == 201, answer.raw
    record: dict[str, Any] = answer.body
    return record


def read(caller: Caller, plural: str, id: str) -> dict[str, Any]:
    answer = caller.get(f"/v1/records/{plural}/{id}")
    assert answer.status == 200, answer.raw
    record: dict[str, Any] = answer.body
    return record


def merge(caller: Caller, plural: str, winner: str, *losers: str, **more: Any) -> Answer:
    return caller.post(f"/v1/records/{plural}/merge", {"winner_id": winner, "loser_ids": list(losers), **more})


def undo(caller: Caller, merged: Answer) -> Answer:
    return caller.post(f"/v1/merges/{merged.body['merge_id']}/undo")


def told(record: dict[str, Any]) -> dict[str, Any]:
    """Return what a record says, without when and how often it was written."""
    return {name: value for name, value in record.items() if name not in ("version", "updated_at", "updated_by")}


@pytest.fixture
def ana(firm: Firm) -> Caller:
    return firm.admin


@pytest.fixture
def shop(world: World, ana: Caller) -> Workshop:
    return Workshop(world, ana)


@pytest.fixture
def pair(ana: Caller) -> tuple[dict[str, Any], dict[str, Any]]:
    one = created(ana, "companies", name="Distribuciones Olmedo", emails=["info@olmedo.example"], industry="food")
    other = created(
        ana,
        "companies",
        name="Olmedo S.L.",
        tax_id="B45123452",
        emails=["info@olmedo.example", "pepe@olmedo.example"],
        size="10-49",
        description="Paga a treinta días.",
    )
    return one, other


def test_the_winner_keeps_its_values_and_takes_what_it_lacks(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair

    merged = merge(ana, "companies", one["id"], other["id"])

    assert (merged.status, merged.body["state"]) == (200, "done"), merged.raw
    record = read(ana, "companies", one["id"])
    assert record == merged.body["record"]
    assert (record["name"], record["industry"], record["size"]) == ("Distribuciones Olmedo", "food", "10-49")
    assert (record["tax_id"], record["description"]) == ("B45123452", "Paga a treinta días.")
    assert [entry["value"] for entry in record["emails"]] == ["info@olmedo.example", "pepe@olmedo.example"]
    assert [entry["primary"] for entry in record["emails"]] == [True, False]


def test_somebody_may_choose_field_by_field(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    choices = {"name": other["id"], "emails": one["id"], "industry": {"value": "retail"}}

    merged = merge(ana, "companies", one["id"], other["id"], choices=choices)

    record = merged.body["record"]
    assert (record["name"], record["industry"]) == ("Olmedo S.L.", "retail")
    assert [entry["value"] for entry in record["emails"]] == ["info@olmedo.example"]


def test_a_choice_that_makes_no_sense_is_named(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    choices = {"name": "somebody else", "created_at": one["id"], "colour": one["id"]}

    refused = merge(ana, "companies", one["id"], other["id"], choices=choices)

    assert (refused.status, refused.faults) == (
        422,
        {"choices.name": "not_a_choice", "choices.created_at": "read_only", "choices.colour": "unknown_field"},
    )


def test_whatever_pointed_to_the_loser_points_to_the_winner(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    deal = created(ana, "deals", name="Aceite", company=other["id"])
    both = [{"id": one["id"], "role": "Gerente", "primary": True}, {"id": other["id"], "role": "Socia"}]
    marta = created(ana, "contacts", first_name="Marta", companies=both)
    begona = created(ana, "contacts", first_name="Begoña", companies=[{"id": other["id"], "role": "Compras"}])

    merge(ana, "companies", one["id"], other["id"])

    assert read(ana, "deals", deal["id"])["company"] == one["id"]
    assert read(ana, "contacts", marta["id"])["companies"] == [{"id": one["id"], "role": "Gerente", "primary": True}]
    assert read(ana, "contacts", begona["id"])["companies"] == [{"id": one["id"], "role": "Compras", "primary": True}]
    related = ana.get(f"/v1/records/companies/{one['id']}/related/contacts").body["items"]
    assert {each["id"] for each in related} == {marta["id"], begona["id"]}


def test_an_old_link_to_the_loser_leads_to_the_winner(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    merge(ana, "companies", one["id"], other["id"])

    answer = ana.get(f"/v1/records/companies/{other['id']}")
    restored = ana.post(f"/v1/records/companies/{other['id']}/restore")

    assert (answer.status, answer.code) == (404, "merged")
    assert answer.body["merged_into"] == {"id": one["id"], "plural": "companies"}
    assert (restored.status, restored.code) == (409, "merged")


def test_a_preview_says_what_would_come_of_it_and_does_nothing(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    created(ana, "deals", name="Aceite", company=other["id"])
    created(ana, "contacts", first_name="Marta", companies=[other["id"]])
    request = {"winner_id": one["id"], "loser_ids": [other["id"]]}

    seen = ana.post("/v1/records/companies/merge/preview", request)

    assert seen.status == 200, seen.raw
    assert seen.body["record"]["tax_id"] == "B45123452"
    assert seen.body["sources"] == {
        "tax_id": other["id"],
        "size": other["id"],
        "description": other["id"],
        "emails": "united",
    }
    assert seen.body["moves"] == [
        {"plural": "contacts", "field": "companies", "count": 1},
        {"plural": "deals", "field": "company", "count": 1},
    ]
    assert seen.body["exact"] is True
    assert [read(ana, "companies", each["id"]) for each in pair] == list(pair)


def test_undone_all_values_and_links_are_what_they_were(
    ana: Caller, shop: Workshop, pair: tuple[dict[str, Any], ...]
) -> None:
    one, other = pair
    deal = created(ana, "deals", name="Aceite", company=other["id"])
    both = [{"id": one["id"], "role": "Gerente", "primary": True}, {"id": other["id"], "role": "Socia"}]
    marta = created(ana, "contacts", first_name="Marta", companies=both)
    before = [told(read(ana, "deals", deal["id"])), told(read(ana, "contacts", marta["id"]))]
    merged = merge(ana, "companies", one["id"], other["id"])
    shop.work()

    undone = undo(ana, merged)

    assert (undone.status, undone.body["state"], undone.body["conflicts"]) == (200, "undone", []), undone.raw
    assert [told(read(ana, "companies", each["id"])) for each in pair] == [told(each) for each in pair]
    assert [told(read(ana, "deals", deal["id"])), told(read(ana, "contacts", marta["id"]))] == before
    assert read(ana, "companies", other["id"])["version"] > other["version"]
    assert ana.get(f"/v1/merges/{merged.body['merge_id']}").body["state"] == "undone"
    assert undo(ana, merged).code == "wrong_state"


def test_what_was_edited_or_came_later_stays_and_is_told(
    ana: Caller, world: World, pair: tuple[dict[str, Any], ...]
) -> None:
    one, other = pair
    merged = merge(ana, "companies", one["id"], other["id"])
    edited = ana.patch(f"/v1/records/companies/{one['id']}", {"size": "250+"}, version=merged.body["record"]["version"])
    world.pass_time(minutes=5)
    later = created(ana, "deals", name="Vino", company=one["id"])

    undone = undo(ana, merged)

    assert edited.status == 200
    assert undone.body["conflicts"] == [
        {"plural": "companies", "id": one["id"], "field": "size", "reason": "edited_since"}
    ]
    assert undone.body["later"] == [{"plural": "deals", "id": later["id"], "field": "company"}]
    assert read(ana, "companies", one["id"])["size"] == "250+"
    assert read(ana, "companies", one["id"])["tax_id"] is None
    assert told(read(ana, "companies", other["id"])) == told(other)


def test_a_value_taken_since_is_refused_and_its_holder_named(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    merged = merge(ana, "companies", one["id"], other["id"])
    ana.patch(f"/v1/records/companies/{one['id']}", {"tax_id": None}, version=merged.body["record"]["version"])
    thief = created(ana, "companies", name="Otra", tax_id="B45123452")

    undone = undo(ana, merged)

    assert (undone.status, undone.code, undone.body["holder_id"]) == (409, "already_taken", thief["id"])


def test_a_stale_version_is_refused(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    ana.patch(f"/v1/records/companies/{other['id']}", {"size": "250+"}, version=1)

    refused = merge(ana, "companies", one["id"], other["id"], versions={other["id"]: 1})

    assert (refused.status, refused.code) == (412, "version_mismatch")


def test_the_same_key_merges_once(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = pair
    body = {"winner_id": one["id"], "loser_ids": [other["id"]]}

    first, again = (
        ana.post("/v1/records/companies/merge", body, headers={"Idempotency-Key": "merge-1"}) for _ in range(2)
    )

    assert first.status == again.status == 200
    assert first.body == again.body


def test_a_merge_too_large_for_one_transaction_comes_to_its_end_and_back(
    ana: Caller, shop: Workshop, pair: tuple[dict[str, Any], ...]
) -> None:
    one, other = pair
    deals = [created(ana, "deals", name=f"Pedido {n}", company=other["id"])["id"] for n in range(40)]

    merged = merge(ana, "companies", one["id"], other["id"])
    at_once = merged.body["state"]
    shop.work()

    read_merge = ana.get(f"/v1/merges/{merged.body['merge_id']}").body
    assert (at_once, read_merge["state"], read_merge["moved"]) == ("moving", "done", 40)
    assert {read(ana, "deals", id)["company"] for id in deals} == {one["id"]}

    undone = undo(ana, merged)
    shop.work()

    assert undone.body["state"] == "undoing"
    assert ana.get(f"/v1/merges/{merged.body['merge_id']}").body["state"] == "undone"
    assert {read(ana, "deals", id)["company"] for id in deals} == {other["id"]}


def test_who_may_not_delete_may_not_merge(api: Api, firm: Firm, pair: tuple[dict[str, Any], ...]) -> None:
    rep, viewer = api.hire(firm, "rep"), api.hire(firm, "viewer")
    one, other = pair
    own = created(rep, "companies", name="Olmedo")

    assert merge(viewer, "companies", one["id"], other["id"]).status == 403
    assert merge(rep, "companies", own["id"], other["id"]).status == 403
    assert merge(rep, "companies", own["id"], created(rep, "companies", name="Olmedo 2")["id"]).status == 200


def test_a_foreign_record_is_one_that_never_was(api: Api, ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    theirs = created(api.sign_up("Aceites Lucena").admin, "companies", name="Olmedo")

    refused = merge(ana, "companies", pair[0]["id"], theirs["id"])

    assert (refused.status, refused.faults) == (422, {"loser_ids.0": "unknown_record"})


def test_a_custom_object_merges_like_any_other(ana: Caller, pair: tuple[dict[str, Any], ...]) -> None:
    one, other = (created(ana, "leads", first_name="Pepe", emails=[f"pepe{n}@x.example"]) for n in range(2))

    merged = merge(ana, "leads", one["id"], other["id"])

    assert [entry["value"] for entry in merged.body["record"]["emails"]] == ["pepe0@x.example", "pepe1@x.example"]
    assert undo(ana, merged).body["state"] == "undone"
    assert told(read(ana, "leads", other["id"])) == told(other)


def test_what_was_said_of_the_loser_is_read_on_the_winner(
    world: World, ana: Caller, pair: tuple[dict[str, Any], ...]
) -> None:
    one, other = pair
    for place, text in ((other, "Pagan tarde"), (one, "Prefieren correo"), (other, "Llamar en enero")):
        world.pass_time(minutes=1)
        assert ana.post(f"/v1/records/companies/{place['id']}/comments", {"text": text}).status == 201
    merged = merge(ana, "companies", one["id"], other["id"])

    said, cursor = list[str](), ""
    while cursor is not None:
        page = ana.get(f"/v1/records/companies/{one['id']}/comments?limit=2{cursor and '&cursor='}{cursor}").body
        said += [comment["text"] for comment in page["items"]]
        cursor = page["next_cursor"]
    undo(ana, merged)
    left = ana.get(f"/v1/records/companies/{one['id']}/comments").body["items"]

    assert said == ["Llamar en enero", "Prefieren correo", "Pagan tarde"]
    assert [comment["text"] for comment in left] == ["Prefieren correo"]


def test_the_timelines_of_all_tell_of_the_merge_and_of_its_end(
    world: World, ana: Caller, pair: tuple[dict[str, Any], ...]
) -> None:
    one, other = pair
    merged = merge(ana, "companies", one["id"], other["id"])
    follow_all(world)
    during = kinds(ana, one["id"])
    undo(ana, merged)
    follow_all(world)

    assert {"created", "changed", "merged"} <= set(during)
    assert {"merged", "unmerged"} <= set(kinds(ana, one["id"]))
    assert {"merged", "unmerged"} <= set(kinds(ana, other["id"]))


def kinds(caller: Caller, id: str) -> list[str]:
    return [entry["kind"] for entry in caller.get(f"/v1/records/companies/{id}/timeline").body["items"]]
