"""Whatever people, firms and deals are linked in whatever way: merged and taken apart again they are what they were.

After every step the links under both ends, the search tokens and the counters equal what the records themselves say.
"""

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import contributions, jobs, overlays, projection, records
from chalicelib.engine.contributions import CounterKey, Tally
from chalicelib.engine.fields.link import edges
from chalicelib.engine.merging import ledger, merges, undoing
from chalicelib.engine.merging.work import MERGE as WORK
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Context
from chalicelib.storage import index, links
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row
from tests.functional.pipeline.aws_around import forget_rows, rows_under
from tests.world import World

FIRMS, PEOPLE, DEALS = 4, 4, 3
A_MINUTE = timedelta(minutes=1)
TAX_IDS = (None, None, "B45123452", "A28015865", "B82846817", "B61234563")

Held = dict[tuple[str, str], tuple[dict[str, Any], str | None, bool]]


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Any]:
    """Draw firms, people who work for some of them, deals of one and of several, and which firms are one."""
    firms = st.integers(0, FIRMS - 1)
    people = st.integers(0, PEOPLE - 1)
    return {
        "tax_ids": draw(st.permutations(TAX_IDS))[:FIRMS],
        "names": draw(st.lists(st.sampled_from(["Olmedo", "Olmedo SL", "Peñón"]), min_size=FIRMS, max_size=FIRMS)),
        "emails": [draw(st.lists(st.sampled_from(["a@x.example", "b@x.example"]), unique=True)) for _ in range(FIRMS)],
        "jobs": [draw(st.lists(firms, unique=True)) for _ in range(PEOPLE)],
        "primary": draw(st.integers(0, FIRMS)),
        "deals": [(draw(st.one_of(st.none(), firms)), draw(st.lists(people, unique=True))) for _ in range(DEALS)],
        "deleted": draw(st.integers(0, DEALS)),
        "merged": draw(st.permutations(range(FIRMS)))[: draw(st.integers(2, FIRMS))],
    }


@settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(graphs())
def test_merged_and_taken_apart_everything_is_what_it_was(shared_world: World, graph: dict[str, Any]) -> None:
    forget_rows()
    ctx = shared_world.ctx(now=shared_world.now)
    with tenancy.entered(ctx.tenant):
        firms, others = planted(ctx, graph)
        everything = [*(("companies", id) for id in firms), *others]
        before = held(ctx, everything)
        winner, *losers = (firms[at] for at in graph["merged"])

        merged = merges.merge(ctx, plural="companies", winner_id=winner, loser_ids=losers, choices={}, versions={})
        settle(ctx, merged["merge_id"])

        assert_merged(ctx, everything, winner, set(losers))
        assert_ends_meet(ctx, everything)
        assert_equal_recount(ctx, everything)

        undone = undoing.undo(ctx, id=merged["merge_id"])
        settle(ctx, merged["merge_id"])

        assert undone["conflicts"] == []
        assert held(ctx, everything) == before
        assert_ends_meet(ctx, everything)
        assert_equal_recount(ctx, everything)


def planted(ctx: Context, graph: dict[str, Any]) -> tuple[list[str], list[tuple[str, str]]]:
    firms = []
    for name, tax_id, emails in zip(graph["names"], graph["tax_ids"], graph["emails"], strict=True):
        values = {"name": name, "emails": emails, "tax_id": tax_id, "description": f"Notas de {name}"}
        firms.append(made(ctx, "companies", values))
    people = []
    for number, places in enumerate(graph["jobs"]):
        companies = [{"id": firms[at], "role": f"rol {at}", "primary": at == graph["primary"]} for at in places]
        companies = (
            companies if sum(pair["primary"] for pair in companies) == 1 else [{"id": firms[at]} for at in places]
        )
        people.append(made(ctx, "contacts", {"first_name": f"Persona {number}", "companies": companies}))
    made(ctx, "pipelines", {"name": "Ventas", "stages": [{"label": "Contacto"}]})
    deals = []
    for number, (firm, contacts) in enumerate(graph["deals"]):
        values = {"name": f"Pedido {number}", "contacts": [people[at] for at in contacts]}
        deals.append(made(ctx, "deals", values | ({"company": firms[firm]} if firm is not None else {})))
    if graph["deleted"] < DEALS:
        records.delete(ctx, plural="deals", id=deals[graph["deleted"]], expected_version=None)
    follow(ctx, [("deals", id) for id in deals])
    return firms, [*(("contacts", id) for id in people), *(("deals", id) for id in deals)]


def made(ctx: Context, plural: str, values: dict[str, Any]) -> str:
    given = {name: value for name, value in values.items() if value not in (None, [])}
    id = str(records.create(ctx, plural=plural, values=given)["id"])
    follow(ctx, [(plural, id)])
    return id


def settle(ctx: Context, merge: str) -> None:
    """Let a worker do what is left of a merge, and the stream be followed."""
    job = jobs.get(ctx, id=merge, kind=ledger.KIND)
    for step in WORK.steps.values():
        if job.state == step.state:
            step.take(ctx.as_house(), job, lambda: A_MINUTE)
    follow(ctx, stored(ctx))


def stored(ctx: Context) -> list[tuple[str, str]]:
    return [
        (plural, key)
        for plural in ("companies", "contacts", "deals")
        for key in rows_under(f"T#{ctx.tenant}#{plural}", table="records")
        if "#" not in key
    ]


def follow(ctx: Context, changed: list[tuple[str, str]]) -> None:
    catalogue = overlays.load(ctx)
    for plural, id in changed:
        row = rows.get(ctx, plural, id, include_deleted=True)
        assert row is not None
        object = catalogue.of_plural(plural)
        projection.contribute(ctx, object, id, version=row.version, target=contributions.of(object, row))


def row_of(ctx: Context, key: tuple[str, str]) -> Row:
    row = rows.get(ctx, *key, body=True, include_deleted=True)
    assert row is not None
    return row


def held(ctx: Context, everything: list[tuple[str, str]]) -> Held:
    """Return what all records hold, without their versions."""
    found = {key: row_of(ctx, key) for key in everything}
    return {
        key: ({**row.values, **(row.body or {})}, row.owner, row.deleted_at is not None) for key, row in found.items()
    }


def assert_merged(ctx: Context, everything: list[tuple[str, str]], winner: str, losers: set[str]) -> None:
    for key in everything:
        row = row_of(ctx, key)
        if row.id in losers:
            assert (row.deleted_at is not None, row.merged_into) == (True, winner)
        else:
            named = {id for name in ("company", "companies") for id in edges(row.values.get(name))}
            assert not named & losers, key
    holders = {row_of(ctx, key).values.get("tax_id"): key[1] for key in everything if key[1] not in losers}
    for tax_id, id in holders.items():
        if tax_id is not None:
            assert index.holder(ctx, "companies", "tax_id", tax_id.lower()) == id


def assert_ends_meet(ctx: Context, everything: list[tuple[str, str]]) -> None:
    """Every link of a record that is there has both its ends, and no end is there without its link."""
    catalogue = overlays.load(ctx)
    said, stored = set(), set()
    ids = {id for _, id in everything}
    for plural, id in everything:
        object, row = catalogue.of_plural(plural), row_of(ctx, (plural, id))
        gone = row.merged_into is not None
        for field in object.links:
            for other in () if gone else edges(row.values.get(field.name)):
                if other in ids:
                    said.add((id, field.name, other))
        for end in links.of(ctx, id):
            if end.field in object.inbound and row_of(ctx, (end.object, end.id)).merged_into is None:
                stored.add((end.id, object.inbound[end.field].field, id))
    assert stored == said


def assert_equal_recount(ctx: Context, everything: list[tuple[str, str]]) -> None:
    catalogue = overlays.load(ctx)
    for plural in ("companies", "contacts", "deals"):
        object = catalogue.of_plural(plural)
        tokens, counters = set[tuple[str, str]](), dict[CounterKey, Tally]()
        for key in everything:
            if key[0] == plural:
                contribution = contributions.of(object, row_of(ctx, key))
                tokens |= {(token, key[1]) for token in contribution.tokens}
                for counted, tally in contribution.counters.items():
                    counters[counted] = counters.get(counted, Tally()).plus(tally)
        under = rows_under(f"T#{ctx.tenant}#token#{plural}")
        assert {tuple(key.split("#")[:2]) for key in under} == tokens
        found = {counter.owner: counter.count for counter in index.counters(ctx, plural, contributions.ALL)}
        said: dict[str, int] = {}
        for counted, tally in counters.items():
            if counted.field == contributions.ALL:
                said[counted.owner] = said.get(counted.owner, 0) + tally.count
        assert found == {owner: count for owner, count in said.items() if count}
