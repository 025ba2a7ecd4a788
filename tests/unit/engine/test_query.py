"""Lists: order, filters, places to go on from, words and relations."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.engine import overlays, query, records
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import guard
from tests.world import World

NAMES = ("Álvaro", "Ana", "Bruno", "Carla", "Diego", "Elena", "ñandú")


@pytest.fixture
def people(ctx: Context) -> dict[str, str]:
    """Seven contacts, made a minute apart, from two sources; three were not told where they came from."""
    sources = ("web", "fair", "web", "fair", None, None, None)
    made = {}
    for minute, (name, source) in enumerate(zip(NAMES, sources, strict=True)):
        then = replace(ctx, now=ctx.now + timedelta(minutes=minute))
        values = {"first_name": name, "source": source, "external_id": f"C{minute}" if minute < 3 else None}
        made[name] = records.create(then, plural="contacts", values=values)["id"]
    return made


def names(page: dict[str, Any]) -> list[str]:
    return [item["name"] for item in page["items"]]


def codes(problem: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(error.field, error.code) for error in problem.value.errors]


def test_the_latest_change_comes_first(ctx: Context, people: dict[str, str]) -> None:
    assert names(query.list(ctx, plural="contacts")) == list(reversed(NAMES))


def test_names_are_ordered_without_regard_to_accents(ctx: Context, people: dict[str, str]) -> None:
    expected = ["Álvaro", "Ana", "Bruno", "Carla", "Diego", "Elena", "ñandú"]

    assert names(query.list(ctx, plural="contacts", sort="name")) == expected
    assert names(query.list(ctx, plural="contacts", sort="-name")) == expected[::-1]


@pytest.mark.parametrize("sort", [None, "name", "-name", "updated_at", "-updated_at", "owner"])
@pytest.mark.parametrize("limit", [1, 3, 7])
def test_pages_show_every_record_once_in_any_order(
    ctx: Context, people: dict[str, str], sort: str | None, limit: int
) -> None:
    seen: list[str] = []
    cursor = None
    for _ in range(10):
        page = query.list(ctx, plural="contacts", sort=sort, limit=limit, cursor=cursor)
        seen += names(page)
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert seen == names(query.list(ctx, plural="contacts", sort=sort, limit=100))
    assert sorted(seen) == sorted(NAMES)


def test_a_page_is_one_call(world: World, ctx: Context, people: dict[str, str]) -> None:
    query.list(ctx, plural="contacts", limit=3)

    with world.watch.during() as calls:
        query.list(ctx, plural="contacts", limit=3)

    assert [call.operation for call in calls] == ["Query"]


FILTERS: list[tuple[Any, list[str]]] = [
    ({"field": "source", "op": "eq", "value": "web"}, ["Álvaro", "Bruno"]),
    ({"field": "source", "value": "web"}, ["Álvaro", "Bruno"]),
    ({"field": "source", "op": "ne", "value": "web"}, ["Ana", "Carla", "Diego", "Elena", "ñandú"]),
    ({"field": "source", "op": "in", "value": ["web", "fair"]}, ["Álvaro", "Ana", "Bruno", "Carla"]),
    ({"field": "source", "op": "empty"}, ["Diego", "Elena", "ñandú"]),
    ({"field": "external_id", "op": "not_empty"}, ["Álvaro", "Ana", "Bruno"]),
    ({"field": "external_id", "op": "empty"}, ["Carla", "Diego", "Elena", "ñandú"]),
    ({"field": "name", "op": "eq", "value": "ALVARO"}, ["Álvaro"]),
    ({"field": "name", "op": "starts", "value": "á"}, ["Álvaro", "Ana"]),
    ({"field": "name", "op": "contains", "value": "AR"}, ["Álvaro", "Carla"]),
    ({"field": "name", "op": "gte", "value": "diego"}, ["Diego", "Elena", "ñandú"]),
    ({"field": "name", "op": "gt", "value": "diego"}, ["Elena", "ñandú"]),
    ({"field": "name", "op": "lt", "value": "bruno"}, ["Álvaro", "Ana"]),
    ({"field": "name", "op": "lte", "value": "bruno"}, ["Álvaro", "Ana", "Bruno"]),
    ({"all": [{"field": "name", "op": "gt", "value": "ana"}, {"field": "name", "op": "lt", "value": "diego"}]},
     ["Bruno", "Carla"]),
    ({"any": [{"field": "source", "value": "web"}, {"field": "name", "value": "elena"}]}, ["Álvaro", "Bruno", "Elena"]),
    ({"not": {"field": "source", "op": "not_empty"}}, ["Diego", "Elena", "ñandú"]),
    ({"all": [{"field": "source", "value": "fair"}, {"not": {"field": "name", "value": "ana"}}]}, ["Carla"]),
    ({"field": "created_at", "op": "gte", "value": "2026-11-21T20:20:00Z"}, ["Elena", "ñandú"]),
    ({"field": "updated_at", "op": "lt", "value": "2026-11-21T20:17:00Z"}, ["Álvaro", "Ana"]),
    ({"field": "created_at", "op": "lt", "value": "2026-11-21"}, []),
    ({"field": "owner", "op": "eq", "value": "me"}, list(NAMES)),
    ({"all": []}, list(NAMES)),
    ({"any": []}, []),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected"), FILTERS)
@pytest.mark.parametrize("sort", [None, "name", "owner"])
def test_a_filter_finds_what_it_asks_whatever_the_order(
    ctx: Context, people: dict[str, str], tree: Any, expected: list[str], sort: str | None
) -> None:
    page = query.list(ctx, plural="contacts", filters=tree, sort=sort)

    assert sorted(names(page)) == sorted(expected)
    assert page["next_cursor"] is None


def test_a_sparse_slot_finds_those_that_are_in_it_and_costs_the_others_nothing(
    world: World, ctx: Context, people: dict[str, str]
) -> None:
    overlays.load(ctx)

    with world.watch.during() as calls:
        found = query.list(ctx, plural="contacts", filters={"field": "external_id", "value": "c1"})

    assert names(found) == ["Ana"]
    assert [call.parameters["IndexName"] for call in calls] == ["slot4"]
    with world.watch.during() as calls:
        records.create(ctx, plural="contacts", values={"first_name": "Iris"})
    assert "s4" not in calls[-1].parameters["Item"]


REFUSED_FILTERS: list[tuple[Any, str]] = [
    ("source=web", "not_a_filter"),
    ({}, "not_a_filter"),
    ({"all": {"field": "source"}}, "not_a_filter"),
    ({"some": []}, "not_a_filter"),
    ({"all": [], "any": []}, "not_a_filter"),
    ({"field": "colour", "op": "eq", "value": "red"}, "unknown_field"),
    ({"field": 5, "op": "eq", "value": "red"}, "unknown_field"),
    ({"field": "source", "op": "contains", "value": "w"}, "unknown_operator"),
    ({"field": "source", "op": "eq", "value": "web", "note": 1}, "unknown_operator"),
    ({"field": "description", "op": "contains", "value": "x"}, "unknown_operator"),
    ({"field": "source", "op": "eq", "value": "wizard"}, "unknown_option"),
    ({"field": "source", "op": "eq"}, "no_value"),
    ({"field": "source", "op": "in", "value": "web"}, "not_a_list"),
    ({"field": "birthday", "op": "gt", "value": "yesterday"}, "not_a_date"),
    ({"field": "source", "op": "in", "value": ["web"] * 101}, "too_many_terms"),
    ({"all": [{"field": "source", "value": "web"}] * 101}, "too_many_terms"),
    ({"all": [{"any": [{"field": "source", "value": "web"}] * 30}] * 4}, "too_many_terms"),
]


@pytest.mark.parametrize(("tree", "code"), REFUSED_FILTERS)
def test_a_filter_that_makes_no_sense_is_refused(ctx: Context, tree: Any, code: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        query.list(ctx, plural="contacts", filters=tree)

    assert codes(problem) == [("filter", code)]


def test_a_filter_is_refused_beyond_ten_levels(ctx: Context) -> None:
    deep: Any = {"field": "source", "value": "web"}
    for _ in range(9):
        deep = {"not": deep}
    query.list(ctx, plural="contacts", filters=deep)

    with pytest.raises(InvalidInput) as problem:
        query.list(ctx, plural="contacts", filters={"not": deep})

    assert codes(problem) == [("filter", "too_deep")]


def test_a_list_is_not_sorted_by_what_has_no_slot(ctx: Context) -> None:
    for sort in ("birthday", "-colour", "", "created_at", "external_id"):
        with pytest.raises(InvalidInput) as problem:
            query.list(ctx, plural="contacts", sort=sort)
        assert codes(problem) == [("sort", "not_sortable")]


def test_a_condition_on_the_slots_own_field_reads_only_what_it_shows(
    world: World, ctx: Context, people: dict[str, str]
) -> None:
    tree = {"field": "name", "op": "starts", "value": "an"}
    overlays.load(ctx)

    with world.watch.during() as calls:
        query.list(ctx, plural="contacts", filters=tree, sort="name")

    assert [call.operation for call in calls] == ["Query"]
    assert "BETWEEN" in calls[0].parameters["KeyConditionExpression"]


def test_a_spent_budget_gives_a_short_page_that_goes_on(
    ctx: Context, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "READ_BUDGET", 3)
    tree = {"field": "source", "op": "eq", "value": "web"}
    found: list[str] = []
    lengths: list[int] = []
    cursor = None
    while True:
        page = query.list(ctx, plural="contacts", filters=tree, sort="name", limit=2, cursor=cursor)
        found += names(page)
        lengths.append(len(page["items"]))
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert found == ["Álvaro", "Bruno"]
    assert len(lengths) > 1


def test_a_cursor_serves_only_its_own_query_tenant_and_nobody_who_changed_it(
    world: World, ctx: Context, people: dict[str, str]
) -> None:
    cursor = query.list(ctx, plural="contacts", sort="name", limit=2)["next_cursor"]
    stranger = world.ctx()
    forged = ("B" if cursor[20] == "A" else "A").join([cursor[:20], cursor[21:]])
    attempts: list[tuple[Context, dict[str, Any]]] = [
        (ctx, {"sort": "-name", "cursor": cursor}),
        (ctx, {"sort": "name", "filters": {"all": []}, "cursor": cursor}),
        (ctx, {"sort": "name", "cursor": forged}),
        (ctx, {"sort": "name", "cursor": ""}),
        (ctx, {"sort": "name", "cursor": "%%%"}),
        (ctx, {"sort": "name", "cursor": "ñ"}),
        (ctx, {"sort": "name", "cursor": "A" * 5000}),
        (stranger, {"sort": "name", "cursor": cursor}),
    ]

    for actor, asked in attempts:
        with guard.entered(actor.tenant), pytest.raises(InvalidInput) as problem:
            query.list(actor, plural="contacts", **asked)
        assert codes(problem) == [("cursor", "invalid_cursor")]


def test_a_cursor_tells_nothing(ctx: Context, people: dict[str, str]) -> None:
    import base64

    cursor = query.list(ctx, plural="contacts", sort="name", limit=2)["next_cursor"]

    assert b"ana" not in base64.urlsafe_b64decode(cursor + "==")


def test_only_the_fields_that_were_asked_for_come_back(ctx: Context, people: dict[str, str]) -> None:
    page = query.list(ctx, plural="contacts", fields=["name", "source"], sort="name", limit=1)

    assert page["items"][0] == {
        "id": people["Álvaro"], "version": 1, "name": "Álvaro", "source": "web", "links": {},
    }  # fmt: skip


def test_an_unknown_field_cannot_be_asked_for(ctx: Context) -> None:
    with pytest.raises(InvalidInput) as problem:
        query.list(ctx, plural="contacts", fields=["name", "salary"])

    assert codes(problem) == [("fields", "unknown_field")]


def test_a_list_leaves_long_values_out(ctx: Context) -> None:
    records.create(ctx, plural="contacts", values={"first_name": "Ana", "description": "larga"})

    assert "description" not in query.list(ctx, plural="contacts")["items"][0]


def test_names_of_links_come_with_one_batch_read(world: World, ctx: Context) -> None:
    olmedo = records.create(ctx, plural="companies", values={"name": "Olmedo"})
    for name in ("Ana", "Eva"):
        records.create(ctx, plural="contacts", values={"first_name": name, "companies": [olmedo["id"]]})

    with world.watch.during() as calls:
        page = query.list(ctx, plural="contacts")

    assert [call.operation for call in calls] == ["Query", "BatchGetItem"]
    assert {item["links"]["companies"][0]["name"] for item in page["items"]} == {"Olmedo"}


def test_records_are_found_by_what_they_are_linked_to(ctx: Context, people: dict[str, str]) -> None:
    olmedo = records.create(ctx, plural="companies", values={"name": "Olmedo"})
    for name in ("Ana", "Elena", "Bruno"):
        records.update(
            ctx, plural="contacts", id=people[name], changes={"companies": [olmedo["id"]]}, expected_version=None
        )
    tree = {"field": "companies", "op": "eq", "value": olmedo["id"]}

    first = query.list(ctx, plural="contacts", filters=tree, sort="name", limit=2)
    rest = query.list(ctx, plural="contacts", filters=tree, sort="name", limit=2, cursor=first["next_cursor"])

    assert names(first) + names(rest) == ["Ana", "Bruno", "Elena"]
    assert rest["next_cursor"] is None


def test_related_records_come_newest_first_with_what_their_link_says(ctx: Context) -> None:
    olmedo = records.create(ctx, plural="companies", values={"name": "Olmedo"})
    for minute, name in enumerate(("Ana", "Eva", "Iker")):
        then = replace(ctx, now=ctx.now + timedelta(minutes=minute))
        link = {"id": olmedo["id"], "role": f"rol de {name}"}
        records.create(then, plural="contacts", values={"first_name": name, "companies": [link]})

    first = query.related(ctx, plural="companies", id=olmedo["id"], field="contacts", limit=2)
    rest = query.related(
        ctx, plural="companies", id=olmedo["id"], field="contacts", limit=2, cursor=first["next_cursor"]
    )

    found = [*first["items"], *rest["items"]]
    assert [(item["name"], item["link"]["role"]) for item in found] == [
        ("Iker", "rol de Iker"), ("Eva", "rol de Eva"), ("Ana", "rol de Ana"),
    ]  # fmt: skip


def test_a_link_that_was_taken_away_is_gone_from_the_other_side(ctx: Context) -> None:
    olmedo = records.create(ctx, plural="companies", values={"name": "Olmedo"})
    ana = records.create(ctx, plural="contacts", values={"first_name": "Ana", "companies": [olmedo["id"]]})

    records.update(ctx, plural="contacts", id=ana["id"], changes={"companies": []}, expected_version=1)

    assert query.related(ctx, plural="companies", id=olmedo["id"], field="contacts")["items"] == []


def test_deleted_records_are_in_no_list(ctx: Context, people: dict[str, str]) -> None:
    records.delete(ctx, plural="contacts", id=people["Ana"], expected_version=1)

    for sort in (None, "name", "owner"):
        assert "Ana" not in names(query.list(ctx, plural="contacts", sort=sort))


def test_relations_of_a_strange_record_are_not_found(world: World, ctx: Context) -> None:
    with guard.entered((stranger := world.ctx()).tenant):
        theirs = records.create(stranger, plural="companies", values={"name": "Ajena"})

    for id, field in ((theirs["id"], "contacts"), (ctx.new_id(), "contacts"), (theirs["id"], "unicorns")):
        with pytest.raises(NotFound):
            query.related(ctx, plural="companies", id=id, field=field)


def test_a_range_is_read_no_further_than_it_is_shown(world: World, ctx: Context, people: dict[str, str]) -> None:
    tree = query.from_parameters({"name[gte]": ["ana"], "name[lt]": ["elena"]})

    with world.watch.during() as calls:
        page = query.list(ctx, plural="contacts", filters=tree, sort="name", limit=2)

    assert names(page) == ["Ana", "Bruno"]
    assert [call.parameters["Limit"] for call in calls if call.operation == "Query"] == [3]


def test_a_query_string_spells_numbers_too(ctx: Context) -> None:
    for minutes in (15, 30, 45):
        records.create(ctx, plural="calls", values={"subject": f"{minutes}", "duration": minutes})

    page = query.list(ctx, plural="calls", filters=query.from_parameters({"duration[gte]": ["30"]}))

    assert sorted(item["duration"] for item in page["items"]) == [30, 45]


def test_a_query_string_spells_a_filter() -> None:
    tree = query.from_parameters({"stage": ["won"], "amount[gte]": ["1000"], "lost_reason[in]": ["price,other"]})

    assert tree == {
        "all": [
            {"field": "stage", "op": "eq", "value": "won"},
            {"field": "amount", "op": "gte", "value": "1000"},
            {"field": "lost_reason", "op": "in", "value": ["price", "other"]},
        ]
    }
