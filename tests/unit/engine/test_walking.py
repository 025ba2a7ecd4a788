"""How lists are read: which stretches, how many records, what is said when it was not all, and what workers meet."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.engine import overlays, query, records, walking
from chalicelib.kernel.context import Context
from tests.world import World

STATUSES = ("new", "contacted", "qualified", "unqualified")


@pytest.fixture
def leads(ctx: Context) -> list[str]:
    """Twelve leads, a minute apart, in turn of four statuses."""
    made = []
    for minute in range(12):
        then = replace(ctx, now=ctx.now + timedelta(minutes=minute))
        values = {"first_name": f"Lead {minute:02d}", "status": STATUSES[minute % 4]}
        made.append(str(records.create(then, plural="leads", values=values)["id"]))
    return made


def names(page: dict[str, Any]) -> list[str]:
    return [item["name"] for item in page["items"]]


def queries(calls: list[Any]) -> list[tuple[str, int]]:
    return [
        (call.parameters.get("IndexName", "-"), call.parameters["Limit"]) for call in calls if call.operation == "Query"
    ]


def test_several_values_of_a_slot_are_several_short_reads(world: World, ctx: Context, leads: list[str]) -> None:
    overlays.load(ctx)
    tree = {"field": "status", "op": "in", "value": ["new", "qualified"]}

    with world.watch.during() as calls:
        page = query.list(ctx, plural="leads", filters=tree)

    assert sorted(names(page)) == [f"Lead {minute:02d}" for minute in (0, 2, 4, 6, 8, 10)]
    assert (page["scanned"], page["complete"], len(queries(calls))) == (6, True, 2)


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_over_several_stretches_show_every_record_once(ctx: Context, leads: list[str], limit: int) -> None:
    tree = {"field": "status", "op": "in", "value": ["new", "qualified"]}
    seen: list[str] = []
    cursor = None
    while True:
        page = query.list(ctx, plural="leads", filters=tree, limit=limit, cursor=cursor)
        seen += names(page)
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert sorted(seen) == [f"Lead {minute:02d}" for minute in (0, 2, 4, 6, 8, 10)]


def test_few_records_of_another_slot_are_read_and_sorted(
    world: World, ctx: Context, leads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "READS_A_PAGE", 2)
    overlays.load(ctx)
    tree = {"any": [{"field": "status", "value": "new"}, {"field": "name", "value": "lead 11"}]}

    with world.watch.during() as calls:
        page = query.list(ctx, plural="leads", filters=tree, sort="-updated_at", limit=3)
    rest = query.list(ctx, plural="leads", filters=tree, sort="-updated_at", limit=3, cursor=page["next_cursor"])

    assert names(page) + names(rest) == ["Lead 11", "Lead 08", "Lead 04", "Lead 00"]
    assert len(queries(calls)) == 3  # a little along the order, then each of the two stretches
    assert rest["next_cursor"] is None


def test_a_list_says_when_it_stopped_before_the_end(
    ctx: Context, leads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "READ_BUDGET", 4)
    tree = {"field": "name", "op": "ends", "value": "00"}

    first = query.list(ctx, plural="leads", filters=tree, sort="-name")
    found, scanned, page = names(first), first["scanned"], first
    while page["next_cursor"]:
        page = query.list(ctx, plural="leads", filters=tree, sort="-name", cursor=page["next_cursor"])
        found, scanned = found + names(page), scanned + page["scanned"]

    assert (names(first), first["complete"], first["scanned"]) == ([], False, 4)
    assert (found, scanned, page["complete"]) == (["Lead 00"], 12, True)


def test_a_field_of_a_linked_record_is_read_once_a_page(world: World, ctx: Context) -> None:
    shops = [
        str(records.create(ctx, plural="companies", values={"name": name, "industry": industry})["id"])
        for name, industry in (("Olmedo", "retail"), ("Lucena", "hospitality"))
    ]
    for name, at in (("Ana", shops[:1]), ("Eva", shops[1:]), ("Iker", shops), ("Solo", [])):
        records.create(ctx, plural="contacts", values={"first_name": name, "companies": at})
    overlays.load(ctx)

    def found(op: str, **value: Any) -> list[str]:
        tree = {"field": "companies.industry", "op": op, **value}
        return names(query.list(ctx, plural="contacts", filters=tree, sort="name"))

    with world.watch.during() as calls:
        of_retail = found("eq", value="retail")

    assert of_retail == ["Ana", "Iker"]
    assert [call.operation for call in calls].count("BatchGetItem") == 2  # to decide, and to name what is shown
    assert found("ne", value="retail") == ["Eva", "Solo"]
    assert found("empty") == ["Solo"]


def test_a_worker_meets_every_record_once_though_it_changes_them(ctx: Context, leads: list[str]) -> None:
    met = []
    for number, row in enumerate(query.each(ctx, plural="leads")):
        then = replace(ctx, now=ctx.now + timedelta(hours=number + 1))
        records.update(then, plural="leads", id=row.id, changes={"source": "web"}, expected_version=None)
        met.append(row.id)

    assert sorted(met) == sorted(leads)


def test_another_worker_goes_on_where_one_stopped(
    ctx: Context, leads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "READS_A_PAGE", 5)
    records.delete(ctx, plural="leads", id=leads[3], expected_version=None)

    portion, place = next(iter(query.pages(ctx, plural="leads")))
    rest = [row for rows, _ in query.pages(ctx, plural="leads", start=place) for row in rows]
    places = [place for _, place in query.pages(ctx, plural="leads", filters={"field": "status", "value": "new"})]

    assert sorted(row.id for row in [*portion, *rest]) == sorted(set(leads) - {leads[3]})
    assert places[-1] is None


def test_nothing_is_read_where_nothing_can_be(world: World, ctx: Context, leads: list[str]) -> None:
    overlays.load(ctx)
    tree = {"all": [{"field": "status", "value": "new"}, {"field": "status", "value": "qualified"}]}

    with world.watch.during() as calls:
        page = query.list(ctx, plural="leads", filters=tree)

    assert (page["items"], page["scanned"], page["complete"]) == ([], 0, True)
    assert queries(calls) == []
