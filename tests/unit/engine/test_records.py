"""The life of a record, on companies and contacts."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from chalicelib.engine import records
from chalicelib.engine.claims import AlreadyTaken
from chalicelib.engine.idempotency import Idempotency, IdempotencyKeyReused
from chalicelib.kernel.context import Context, Role
from chalicelib.kernel.errors import Conflict, Forbidden, InvalidInput, NotFound, TooLarge, VersionMismatch
from chalicelib.storage import guard

if TYPE_CHECKING:
    from tests.world import World

OLMEDO = {"name": "Distribuciones Olmedo", "tax_id": "B45123452", "industry": "wholesale"}
RESERVED = (
    "id",
    "version",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "deleted_at",
    "tenant",
    "object",
    "origin",
    "derived",
    "writer",
    "links",
    "flags",
)


def refused(problem: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(error.field, error.code) for error in problem.value.errors]


def test_a_company_is_created_and_read_back(ctx: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)

    read = records.get(ctx, plural="companies", id=created["id"])

    assert read == created
    assert read["name"] == "Distribuciones Olmedo"
    assert read["version"] == 1
    assert read["owner"] == read["created_by"] == ctx.actor.id
    assert read["created_at"] == read["updated_at"] == "2026-11-21T20:15:00.000Z"
    assert read["phones"] == []
    assert read["website"] is None


def test_a_record_without_links_and_unique_values_is_one_conditional_put(world: "World", ctx: Context) -> None:
    with world.watch.during() as calls:
        records.create(ctx, plural="contacts", values={"first_name": "Ana"})

    assert [call.operation for call in calls if call.operation != "GetItem"] == ["PutItem"]


def test_a_contact_is_called_by_its_names(ctx: Context) -> None:
    ana = records.create(ctx, plural="contacts", values={"first_name": "Ana", "last_name": "García"})

    married = records.update(
        ctx, plural="contacts", id=ana["id"], changes={"last_name": "García Ríos"}, expected_version=1
    )

    assert (ana["name"], married["name"]) == ("Ana García", "Ana García Ríos")


def test_long_text_lies_apart_and_comes_back(ctx: Context) -> None:
    ana = records.create(ctx, plural="contacts", values={"first_name": "Ana", "description": "Llamar por la tarde"})

    emptied = records.update(ctx, plural="contacts", id=ana["id"], changes={"description": None}, expected_version=1)

    assert ana["description"] == "Llamar por la tarde"
    assert emptied["description"] is None
    assert records.get(ctx, plural="contacts", id=ana["id"])["description"] is None


def test_an_update_counts_the_version_up_and_says_who(ctx: Context, later: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)

    updated = records.update(
        later, plural="companies", id=created["id"], changes={"industry": "food"}, expected_version=1
    )

    assert updated["version"] == 2
    assert updated["industry"] == "food"
    assert updated["created_at"] < updated["updated_at"]


def test_an_update_that_changes_nothing_writes_nothing(world: "World", ctx: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)

    with world.watch.during() as calls:
        same = records.update(
            ctx, plural="companies", id=created["id"], changes={"industry": "wholesale"}, expected_version=1
        )

    assert same == created
    assert [call.operation for call in calls] == ["Query"]


def test_a_stale_version_is_refused(ctx: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)
    records.update(ctx, plural="companies", id=created["id"], changes={"size": "1-9"}, expected_version=1)

    with pytest.raises(VersionMismatch):
        records.update(ctx, plural="companies", id=created["id"], changes={"size": "250+"}, expected_version=1)

    assert records.get(ctx, plural="companies", id=created["id"])["size"] == "1-9"


def test_two_writers_of_one_version_cannot_both_win(ctx: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)
    slow = records.plan_update(ctx, plural="companies", id=created["id"], changes={"size": "1-9"})
    records.update(ctx, plural="companies", id=created["id"], changes={"size": "250+"}, expected_version=1)

    with pytest.raises(VersionMismatch):
        records.commit(ctx, [slow], answer={})


def test_every_refused_field_is_named_at_once(ctx: Context) -> None:
    values = {"tax_id": "B45123459", "industry": "wizardry", "colour": "red", "phones": ["12"]}

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="companies", values=values)

    assert refused(problem) == [
        ("tax_id", "invalid_tax_id"),
        ("industry", "unknown_option"),
        ("colour", "unknown_field"),
        ("phones.0.value", "invalid_phone"),
    ]


def test_a_required_field_cannot_be_missing_or_emptied(ctx: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)

    with pytest.raises(InvalidInput) as missing:
        records.create(ctx, plural="companies", values={"industry": "food"})
    with pytest.raises(InvalidInput) as emptied:
        records.update(ctx, plural="companies", id=created["id"], changes={"name": "  "}, expected_version=1)

    assert refused(missing) == refused(emptied) == [("name", "required")]


@pytest.mark.parametrize("attribute", RESERVED)
def test_no_reserved_attribute_can_be_written(ctx: Context, attribute: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="companies", values={**OLMEDO, attribute: "x"})

    assert refused(problem) == [(attribute, "read_only")]


@pytest.mark.parametrize("attribute", ["converted_at", "conversion", "converted_deal", "name"])
def test_what_only_the_system_writes_cannot_be_sent(ctx: Context, attribute: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="leads", values={"first_name": "Luis", attribute: "x"})

    assert refused(problem) == [(attribute, "read_only")]


def test_a_refusal_has_written_nothing(world: "World", ctx: Context) -> None:
    with world.watch.during() as calls, pytest.raises(InvalidInput):
        records.create(ctx, plural="companies", values={**OLMEDO, "colour": "red"})

    assert world.watch.writes(calls) == []


def test_a_record_that_would_not_fit_is_refused(ctx: Context) -> None:
    lines = [{"name": "x" * 200, "quantity": 1, "unit_price": "1.00"} for _ in range(200)]
    huge = {"date": "2026-11-21", "lines": lines, "description": "ñ" * 50_000}

    small = records.create(ctx, plural="orders", values={**huge, "description": "corta"})
    assert small["version"] == 1
    with pytest.raises(TooLarge):
        records.plan_create(
            ctx, plural="contacts", values={"first_name": "Ana"}, settled={"description": "x" * 400_000}
        )


def test_a_tax_id_belongs_to_one_company(ctx: Context) -> None:
    first = records.create(ctx, plural="companies", values=OLMEDO)

    with pytest.raises(AlreadyTaken) as problem:
        records.create(ctx, plural="companies", values={"name": "Otra", "tax_id": "ES-B45123452"})

    assert problem.value.extra == {"holder_id": first["id"], "holder_plural": "companies"}
    assert [error.field for error in problem.value.errors] == ["tax_id"]


def test_a_unique_value_moves_with_an_update_and_becomes_free(ctx: Context) -> None:
    first = records.create(ctx, plural="companies", values=OLMEDO)
    records.update(ctx, plural="companies", id=first["id"], changes={"tax_id": "A58818501"}, expected_version=1)

    second = records.create(ctx, plural="companies", values={"name": "Otra", "tax_id": "B45123452"})

    assert second["tax_id"] == "B45123452"


def test_a_deleted_record_is_gone_until_it_is_restored(ctx: Context, later: Context) -> None:
    created = records.create(ctx, plural="companies", values=OLMEDO)

    records.delete(ctx, plural="companies", id=created["id"], expected_version=1)
    with pytest.raises(NotFound):
        records.get(ctx, plural="companies", id=created["id"])
    restored = records.restore(later, plural="companies", id=created["id"])

    assert restored["version"] == 3
    assert {name: restored[name] for name in OLMEDO} == OLMEDO
    assert records.restore(later, plural="companies", id=created["id"]) == restored


def test_a_deleted_record_frees_its_unique_value_and_its_return_names_the_new_holder(ctx: Context) -> None:
    first = records.create(ctx, plural="companies", values=OLMEDO)
    records.delete(ctx, plural="companies", id=first["id"], expected_version=1)
    second = records.create(ctx, plural="companies", values=OLMEDO)

    with pytest.raises(AlreadyTaken) as problem:
        records.restore(ctx, plural="companies", id=first["id"])

    assert problem.value.extra["holder_id"] == second["id"]
    with pytest.raises(NotFound):
        records.get(ctx, plural="companies", id=first["id"])


def test_an_id_serves_only_one_record(ctx: Context) -> None:
    id = ctx.new_id()
    records.create(ctx, plural="contacts", values={"first_name": "Ana"}, id=id)

    with pytest.raises(Conflict) as problem:
        records.create(ctx, plural="contacts", values={"first_name": "Eva"}, id=id)

    assert problem.value.code == "already_exists"


def test_a_link_must_lead_somewhere(ctx: Context) -> None:
    nowhere = ctx.new_id()

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="contacts", values={"first_name": "Ana", "companies": [nowhere]})

    assert refused(problem) == [("companies", "unknown_record")]


def test_a_link_cannot_lead_to_another_tenant(world: "World", ctx: Context) -> None:
    with guard.entered((stranger := world.ctx()).tenant):
        theirs = records.create(stranger, plural="companies", values={"name": "Ajena"})

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="contacts", values={"first_name": "Ana", "companies": [theirs["id"]]})

    assert refused(problem) == [("companies", "unknown_record")]


def test_links_are_shown_with_role_dates_and_names(ctx: Context) -> None:
    olmedo = records.create(ctx, plural="companies", values=OLMEDO)
    retiro = records.create(ctx, plural="companies", values={"name": "Hotel Retiro"})
    companies = [{"id": olmedo["id"], "role": "Compras", "since": "2024-01-01"}, retiro["id"]]

    ana = records.create(ctx, plural="contacts", values={"first_name": "Ana", "companies": companies})

    assert ana["companies"] == [
        {"id": olmedo["id"], "role": "Compras", "since": "2024-01-01", "primary": True},
        {"id": retiro["id"], "primary": False},
    ]
    assert ana["links"]["companies"] == [
        {"id": olmedo["id"], "plural": "companies", "name": "Distribuciones Olmedo"},
        {"id": retiro["id"], "plural": "companies", "name": "Hotel Retiro"},
    ]
    assert records.get(ctx, plural="contacts", id=ana["id"]) == ana


def test_more_links_than_a_request_carries_are_refused(ctx: Context) -> None:
    many = [ctx.new_id() for _ in range(41)]

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="contacts", values={"first_name": "Ana", "companies": many})

    assert refused(problem) == [("companies", "too_many_links")]


def test_records_of_one_transaction_may_link_to_each_other(ctx: Context) -> None:
    firm = records.plan_create(ctx, plural="companies", values=OLMEDO)
    person = records.plan_create(
        ctx, plural="contacts", values={"first_name": "Ana", "companies": [firm.row.id]}, beside=[firm]
    )

    records.commit(ctx, [firm, person], answer={})

    ana = records.get(ctx, plural="contacts", id=person.row.id)
    assert ana["links"]["companies"][0]["name"] == "Distribuciones Olmedo"


def test_a_refused_claim_of_a_later_plan_is_explained(ctx: Context) -> None:
    records.create(ctx, plural="companies", values=OLMEDO)
    plans = [
        records.plan_create(ctx, plural="contacts", values={"first_name": "Ana"}),
        records.plan_create(ctx, plural="companies", values=OLMEDO),
    ]

    with pytest.raises(AlreadyTaken):
        records.commit(ctx, plans, answer={})
    with pytest.raises(NotFound):
        records.get(ctx, plural="contacts", id=plans[0].row.id)


def test_the_same_request_twice_makes_one_record(ctx: Context, later: Context) -> None:
    key = Idempotency.of("key-1", "POST companies", OLMEDO)

    first = records.create(ctx, plural="companies", values=OLMEDO, idempotency=key)
    records.delete(ctx, plural="companies", id=first["id"], expected_version=1)
    again = records.create(later, plural="companies", values=OLMEDO, idempotency=key)

    assert again == first
    with pytest.raises(NotFound):
        records.get(ctx, plural="companies", id=first["id"])


def test_a_key_with_another_body_is_refused(ctx: Context) -> None:
    records.create(ctx, plural="companies", values=OLMEDO, idempotency=Idempotency.of("key-1", OLMEDO))

    with pytest.raises(IdempotencyKeyReused):
        records.create(
            ctx, plural="companies", values={"name": "Otra"}, idempotency=Idempotency.of("key-1", {"name": "Otra"})
        )


def test_a_refused_request_leaves_its_key_free(ctx: Context) -> None:
    key = Idempotency.of("key-1", OLMEDO)
    with pytest.raises(InvalidInput):
        records.create(ctx, plural="companies", values={"name": ""}, idempotency=key)

    assert records.create(ctx, plural="companies", values=OLMEDO, idempotency=key)["version"] == 1


def test_the_key_of_a_race_gives_the_winners_answer(ctx: Context) -> None:
    key = Idempotency.of("key-1", OLMEDO)
    slow = records.plan_create(ctx, plural="companies", values=OLMEDO)
    first = records.create(ctx, plural="companies", values=OLMEDO, idempotency=key)

    answer = records.commit(ctx, [slow], answer={"id": slow.row.id}, idempotency=key)

    assert answer == first


ROLES: dict[Role, dict[str, bool]] = {
    Role.ADMIN: {"create": True, "update own": True, "update others": True, "delete others": True},
    Role.MANAGER: {"create": True, "update own": True, "update others": True, "delete others": True},
    Role.REP: {"create": True, "update own": True, "update others": False, "delete others": False},
    Role.VIEWER: {"create": False, "update own": False, "update others": False, "delete others": False},
}


@pytest.mark.parametrize(
    ("role", "action", "allowed"), [(r, a, ok) for r, acts in ROLES.items() for a, ok in acts.items()]
)
def test_a_role_reaches_as_far_as_the_table_says(ctx: Context, role: Role, action: str, allowed: bool) -> None:
    owner = ctx.actor if "own" in action else replace(ctx.actor, id="01HSOFIA0000000000000000AA")
    company = records.create(replace(ctx, actor=owner), plural="companies", values=OLMEDO)
    acting = replace(ctx, actor=replace(ctx.actor, role=role))

    def act() -> Any:
        if action == "create":
            return records.create(acting, plural="companies", values={"name": "Nueva"})
        if action.startswith("update"):
            return records.update(
                acting, plural="companies", id=company["id"], changes={"size": "1-9"}, expected_version=1
            )
        return records.delete(acting, plural="companies", id=company["id"], expected_version=1)

    if allowed:
        act()
    else:
        with pytest.raises(Forbidden):
            act()
    assert records.get(acting, plural="companies", id=company["id"]) if "delete" not in action or not allowed else True


def test_a_record_is_given_only_to_somebody_of_the_team(ctx: Context) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="companies", values={**OLMEDO, "owner": ctx.new_id()})

    assert refused(problem) == [("owner", "unknown_user")]


def test_anothers_record_answers_like_one_that_never_was(world: "World", ctx: Context) -> None:
    with guard.entered((stranger := world.ctx()).tenant):
        theirs = records.create(stranger, plural="companies", values=OLMEDO)

    with pytest.raises(NotFound) as foreign:
        records.get(ctx, plural="companies", id=theirs["id"])
    with pytest.raises(NotFound) as random:
        records.get(ctx, plural="companies", id=ctx.new_id())

    assert str(foreign.value) == str(random.value)


def test_an_unknown_object_is_not_found(ctx: Context) -> None:
    with pytest.raises(NotFound):
        records.get(ctx, plural="unicorns", id=ctx.new_id())
