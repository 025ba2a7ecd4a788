"""Search and totals equal a recount, whatever the stream delivered twice, late or out of order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.engine import contributions, overlays, projection
from chalicelib.engine.contributions import ALL, Contribution, CounterKey, Tally
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Context
from chalicelib.storage import index, timeline
from chalicelib.storage.records import Row
from tests.faults import FaultInjector
from tests.functional.pipeline.aws_around import forget_rows, rows_under
from tests.unit import shared_world
from tests.world import World

PEOPLE = ("01KB2T9WM0PEPAPEPAPEPAPEPA", "01KB2T9WM0LOLALOLALOLALOLA")
STAMP = "2026-11-21T20:15:00.000Z"

Delivered = tuple[Row | None, Row | None]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with shared_world.of_module() as made:
        yield made


def states() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "name": st.sampled_from(["Tinto joven", "Tinto viejo", "Añada", "Vermut de grifo"]),
            "stage": st.sampled_from(["offer", "won", "lost"]),
            "amount": st.sampled_from([None, 0, 100, 125_050]),
            "currency": st.sampled_from(["EUR", "USD"]),
            "owner": st.sampled_from([None, *PEOPLE]),
            "deleted": st.booleans(),
        }
    )


def row(number: int, version: int, state: dict[str, Any]) -> Row:
    values: dict[str, Any] = {"name": state["name"], "stage": state["stage"]}
    if state["amount"] is not None:
        values["amount"] = {"minor": state["amount"], "currency": state["currency"]}
    return Row(
        id=f"01KB2T9WM0DEALDEALDEALDE{number:02d}",
        object="deals",
        version=version,
        values=values,
        created_at=STAMP,
        created_by=PEOPLE[0],
        updated_at=STAMP,
        updated_by=PEOPLE[0],
        owner=state["owner"],
        deleted_at=STAMP if state["deleted"] else None,
    )


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[Row], list[Delivered]]:
    """Draw histories of a few deals, and what a stream makes of them: everything at least once, in any order."""
    last: list[Row] = []
    stream: list[Delivered] = []
    for number in range(draw(st.integers(1, 3))):
        history = [
            row(number, at + 1, state) for at, state in enumerate(draw(st.lists(states(), min_size=1, max_size=4)))
        ]
        changes: list[Delivered] = [(None, history[0]), *pairwise(history)]
        if draw(st.booleans()):
            changes.append((history[-1], None))  # purged
            history.append(replace(history[-1], deleted_at=STAMP))
        stream += changes
        stream += draw(st.lists(st.sampled_from(changes), max_size=3))
        last.append(history[-1])
    return last, draw(st.permutations(stream))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deliveries())
def test_tokens_and_counters_equal_a_recount_under_any_delivery(
    world: World, drawn: tuple[list[Row], list[Delivered]]
) -> None:
    last, stream = drawn
    forget_rows()
    ctx = world.ctx()

    with tenancy.entered(ctx.tenant):
        deliver(ctx, stream)

        assert_equals_recount(ctx, last)
        for deal in last:
            versions = {after.version for _, after in stream if after is not None and after.id == deal.id}
            entries, _ = timeline.page(ctx, deal.id, limit=50)
            assert len(entries) == len(versions)


def deliver(ctx: Context, stream: Sequence[Delivered]) -> None:
    catalogue = overlays.load(ctx)
    for before, after in stream:
        projection.project(ctx, catalogue, catalogue.of_plural("deals"), before=before, after=after)


def assert_equals_recount(ctx: Context, last: Sequence[Row]) -> None:
    deals = overlays.load(ctx).of_plural("deals")
    tokens, counters = set[tuple[str, str, str, str]](), dict[CounterKey, Tally]()
    for deal in last:
        contribution = contributions.of(deals, deal)
        tokens |= {(token, deal.id, field, contribution.text) for token, field in contribution.tokens.items()}
        for key, tally in contribution.counters.items():
            counters[key] = counters.get(key, Tally()).plus(tally)

    assert stored_tokens(ctx) == tokens
    assert stored_counters(ctx) == {key: tally for key, tally in counters.items() if tally}


def stored_tokens(ctx: Context) -> set[tuple[str, str, str, str]]:
    """Return every token of the tenant's deals with its record, field and text, without asking through the code."""
    rows = rows_under(f"T#{ctx.tenant}#token#deals")
    return {(*key.split("#"), item["text"]["S"]) for key, item in rows.items()}  # type: ignore[misc]


def stored_counters(ctx: Context) -> dict[CounterKey, Tally]:
    return {
        CounterKey(field, counter.option, counter.owner, counter.currency): Tally(
            counter.count, {name: minor for name, minor in counter.sums.items() if minor}
        )
        for field in (ALL, "stage")
        for counter in index.counters(ctx, "deals", field)
    }


LARGE = Contribution(
    {f"word{number}": "name" for number in range(120)}, "many words", {CounterKey(ALL, "", "", ""): Tally(1)}
)
SMALL = Contribution({"word7": "name"}, "one word", {CounterKey(ALL, "", "", ""): Tally(1)})
DEAL = "01KB2T9WM0DEALDEALDEALDEAL"


@pytest.mark.every_fault
def test_a_contribution_too_large_for_one_transaction_arrives_whole(world: World, faults: FaultInjector) -> None:
    forget_rows()
    ctx = world.ctx()
    with tenancy.entered(ctx.tenant):
        deals = overlays.load(ctx).of_plural("deals")

        while not faults.surviving(
            lambda: projection.contribute(ctx, deals, DEAL, version=2, target=LARGE), counted=True
        ):
            projection.contribute(ctx, deals, DEAL, version=1, target=SMALL)  # late, and in between

        assert {token for token, *_ in stored_tokens(ctx)} == set(LARGE.tokens)
        assert stored_counters(ctx) == LARGE.counters


def test_a_large_contribution_shrinks_and_a_late_one_does_nothing(world: World) -> None:
    ctx = world.ctx()
    with tenancy.entered(ctx.tenant):
        deals = overlays.load(ctx).of_plural("deals")
        projection.contribute(ctx, deals, DEAL, version=1, target=LARGE)
        projection.contribute(ctx, deals, DEAL, version=3, target=SMALL)

        projection.contribute(ctx, deals, DEAL, version=2, target=LARGE)

        assert {(token, text) for token, _, _, text in stored_tokens(ctx)} == {("word7", "one word")}
        assert Counter(key.field for key in stored_counters(ctx)) == {ALL: 1}
