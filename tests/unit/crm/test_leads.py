"""What a lead becomes, and back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.crm.sales.operations import convert_lead, unconvert_lead
from chalicelib.engine import query, records
from chalicelib.engine.claims import AlreadyTaken
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context, Role
from chalicelib.kernel.errors import Conflict, Forbidden, InvalidInput, NotFound
from tests.world import World

LUIS = {
    "first_name": "Luis",
    "last_name": "Peña",
    "company_name": "Hotel Retiro",
    "emails": ["luis@retiro.example"],
    "phones": ["925 123 456"],
    "source": "fair",
    "description": "Quiere aceite",
}


@pytest.fixture
def lead(ctx: Context, pipeline: dict[str, Any]) -> dict[str, Any]:
    return records.create(ctx, plural="leads", values=LUIS)


def test_a_lead_becomes_a_company_a_person_and_a_deal(ctx: Context, lead: dict[str, Any]) -> None:
    became = convert_lead(ctx, lead_id=lead["id"], deal={"name": "Aceite 2027", "amount": "500"})

    company, contact, deal = became["company"], became["contact"], became["deal"]
    assert company["name"] == "Hotel Retiro"
    assert contact["name"] == "Luis Peña"
    assert contact["emails"] == lead["emails"]
    assert contact["description"] == "Quiere aceite"
    assert contact["links"]["companies"] == [{"id": company["id"], "plural": "companies", "name": "Hotel Retiro"}]
    assert (deal["company"], deal["contacts"], deal["stage"]) == (company["id"], [contact["id"]], "nueva")
    assert became["lead"]["status"] == "converted"
    assert became["lead"]["converted_deal"] == deal["id"]
    for plural, record in (("companies", company), ("contacts", contact), ("deals", deal), ("leads", became["lead"])):
        assert records.get(ctx, plural=plural, id=record["id"]) == record


def test_a_conversion_is_one_transaction(world: World, ctx: Context, lead: dict[str, Any]) -> None:
    with world.watch.during() as calls:
        convert_lead(ctx, lead_id=lead["id"], deal={"name": "Aceite"})

    assert [call.operation for call in calls if call.operation in ("PutItem", "UpdateItem", "TransactWriteItems")] == [
        "TransactWriteItems"
    ]


def test_a_lead_joins_a_company_and_a_person_that_are_there(ctx: Context, lead: dict[str, Any]) -> None:
    company = records.create(ctx, plural="companies", values={"name": "Retiro Hoteles, S.A."})
    contact = records.create(ctx, plural="contacts", values={"first_name": "Luis"})

    became = convert_lead(ctx, lead_id=lead["id"], company={"id": company["id"]}, contact={"id": contact["id"]})

    assert (became["company"]["id"], became["contact"]["id"], became["deal"]) == (company["id"], contact["id"], None)
    assert len(query.list(ctx, plural="companies")["items"]) == 1


def test_a_lead_without_company_becomes_a_person(ctx: Context) -> None:
    lead = records.create(ctx, plural="leads", values={"first_name": "Luis"})

    became = convert_lead(ctx, lead_id=lead["id"])

    assert (became["company"], became["contact"]["name"], became["deal"]) == (None, "Luis", None)


def test_converting_twice_makes_nothing_new(ctx: Context, lead: dict[str, Any]) -> None:
    first = convert_lead(ctx, lead_id=lead["id"])

    again = convert_lead(ctx, lead_id=lead["id"], deal={"name": "Otra"})

    assert {name: (part or {}).get("id") for name, part in again.items()} == {
        name: (part or {}).get("id") for name, part in first.items()
    }
    assert len(query.list(ctx, plural="contacts")["items"]) == 1


def test_the_same_request_gets_the_same_answer(ctx: Context, lead: dict[str, Any]) -> None:
    key = Idempotency.of("k", lead["id"])

    first = convert_lead(ctx, lead_id=lead["id"], idempotency=key)

    assert convert_lead(ctx, lead_id=lead["id"], idempotency=key) == first


def test_a_refused_part_says_which_and_nothing_is_written(ctx: Context, lead: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as problem:
        convert_lead(ctx, lead_id=lead["id"], deal={"name": "Aceite", "amount": "mucho"})

    assert [error.field for error in problem.value.errors] == ["deal.amount.amount"]
    assert query.list(ctx, plural="companies")["items"] == []
    assert records.get(ctx, plural="leads", id=lead["id"])["status"] == "new"


def test_a_taken_tax_id_stops_the_whole_conversion(ctx: Context, lead: dict[str, Any]) -> None:
    records.create(ctx, plural="companies", values={"name": "Retiro", "tax_id": "B45123452"})

    with pytest.raises(AlreadyTaken):
        convert_lead(ctx, lead_id=lead["id"], company={"name": "Hotel Retiro", "tax_id": "B45123452"})

    assert query.list(ctx, plural="contacts")["items"] == []


def test_a_conversion_is_undone(ctx: Context, lead: dict[str, Any]) -> None:
    became = convert_lead(ctx, lead_id=lead["id"], deal={"name": "Aceite"})

    undone = unconvert_lead(ctx, lead_id=lead["id"])

    kept = {name: undone["lead"][name] for name in lead if name not in ("version", "updated_at")}
    assert kept == {name: value for name, value in lead.items() if name not in ("version", "updated_at")}
    assert (undone["company"], undone["contact"], undone["deal"]) == (None, None, None)
    for plural, part in (("companies", "company"), ("contacts", "contact"), ("deals", "deal")):
        with pytest.raises(NotFound):
            records.get(ctx, plural=plural, id=became[part]["id"])


def test_undoing_leaves_what_was_there_before(ctx: Context, lead: dict[str, Any]) -> None:
    company = records.create(ctx, plural="companies", values={"name": "Retiro"})
    convert_lead(ctx, lead_id=lead["id"], company={"id": company["id"]})

    unconvert_lead(ctx, lead_id=lead["id"])

    assert records.get(ctx, plural="companies", id=company["id"]) == company


def test_undoing_names_what_was_edited_since(ctx: Context, lead: dict[str, Any]) -> None:
    became = convert_lead(ctx, lead_id=lead["id"], deal={"name": "Aceite"})
    records.update(
        ctx, plural="contacts", id=became["contact"]["id"], changes={"job_title": "Chef"}, expected_version=1
    )

    with pytest.raises(Conflict) as problem:
        unconvert_lead(ctx, lead_id=lead["id"])

    assert problem.value.code == "edited_since"
    assert problem.value.extra == {"records": [{"plural": "contacts", "id": became["contact"]["id"]}]}
    assert records.get(ctx, plural="deals", id=became["deal"]["id"])["version"] == 1


def test_a_lead_that_was_not_converted_cannot_be_unconverted(ctx: Context, lead: dict[str, Any]) -> None:
    with pytest.raises(Conflict) as problem:
        unconvert_lead(ctx, lead_id=lead["id"])

    assert problem.value.code == "not_converted"


def test_an_undone_lead_can_be_converted_again(ctx: Context, lead: dict[str, Any]) -> None:
    convert_lead(ctx, lead_id=lead["id"])
    unconvert_lead(ctx, lead_id=lead["id"])

    assert convert_lead(ctx, lead_id=lead["id"])["lead"]["status"] == "converted"


@pytest.mark.parametrize(("status", "code"), [("converted", "use_convert")])
def test_converted_is_a_fact_and_not_a_choice(ctx: Context, lead: dict[str, Any], status: str, code: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.update(ctx, plural="leads", id=lead["id"], changes={"status": status}, expected_version=1)

    assert problem.value.code == code


def test_a_converted_lead_does_not_become_new_by_hand(ctx: Context, lead: dict[str, Any]) -> None:
    convert_lead(ctx, lead_id=lead["id"])

    with pytest.raises(InvalidInput) as problem:
        records.update(ctx, plural="leads", id=lead["id"], changes={"status": "new"}, expected_version=2)

    assert problem.value.code == "use_unconvert"


def test_a_rep_converts_only_own_leads(ctx: Context, lead: dict[str, Any]) -> None:
    rep = replace(ctx, actor=replace(ctx.actor, id="01HREP0000000000000000AAAA", role=Role.REP))

    with pytest.raises(Forbidden):
        convert_lead(rep, lead_id=lead["id"])


def test_an_unknown_lead_is_not_found(ctx: Context) -> None:
    with pytest.raises(NotFound):
        convert_lead(ctx, lead_id=ctx.new_id())


def test_a_new_lead_is_unattended_after_a_day(ctx: Context, lead: dict[str, Any]) -> None:
    then = replace(ctx, now=ctx.now + timedelta(days=1, minutes=1))

    assert lead["flags"] == {"unattended": False}
    assert records.get(then, plural="leads", id=lead["id"])["flags"] == {"unattended": True}
