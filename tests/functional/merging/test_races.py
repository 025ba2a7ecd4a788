"""Merges that meet other writers at the same moment, on a store whose transactions hold."""

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import records
from chalicelib.engine.merging import merges, undoing
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem
from chalicelib.storage import guard
from chalicelib.storage import records as rows
from tests.threads import at_once
from tests.world import World

pytestmark = pytest.mark.cloud


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    return cloud_world.ctx(now=cloud_world.now)


@pytest.fixture
def firms(ctx: Context) -> list[str]:
    with guard.entered(ctx.tenant):
        return [created(ctx, "companies", name=f"Olmedo {n}") for n in range(4)]


def created(ctx: Context, plural: str, **values: Any) -> str:
    return str(records.create(ctx, plural=plural, values=values)["id"])


def merged(ctx: Context, winner: str, *losers: str) -> dict[str, Any]:
    return merges.merge(ctx, plural="companies", winner_id=winner, loser_ids=losers, choices={}, versions={})


def race(ctx: Context, *acts: Callable[[], Any]) -> tuple[list[Any], list[Problem]]:
    """Let all act at the same moment; return the answers and the refusals."""

    def tried(act: Callable[[], Any]) -> Any:
        with guard.entered(ctx.tenant):
            try:
                return act()
            except Problem as problem:
                return problem

    got = at_once(*(lambda act=act: tried(act) for act in acts))
    return [each for each in got if not isinstance(each, Problem)], [each for each in got if isinstance(each, Problem)]


def gone(ctx: Context, firms: list[str]) -> list[bool]:
    with guard.entered(ctx.tenant):
        found = rows.get_many(ctx, "companies", firms, consistent=True)
        return [id not in found for id in firms]


def test_of_two_merges_that_share_a_record_one_wins(ctx: Context, firms: list[str]) -> None:
    a, b, c, _ = firms

    done, refused = race(ctx, lambda: merged(ctx, a, b), lambda: merged(ctx, c, b))

    assert (len(done), len(refused)) == (1, 1)
    assert gone(ctx, [a, b, c]) == [False, True, False]


def test_two_records_that_are_merged_into_each_other_do_not_both_go(ctx: Context, firms: list[str]) -> None:
    a, b, *_ = firms

    done, refused = race(ctx, lambda: merged(ctx, a, b), lambda: merged(ctx, b, a))

    assert (len(done), len(refused)) == (1, 1)
    assert sorted(gone(ctx, [a, b])) == [False, True]


def test_a_merge_never_swallows_an_edit(ctx: Context, firms: list[str]) -> None:
    a, b, *_ = firms
    edit = {"plural": "companies", "id": a, "changes": {"website": "https://olmedo.example"}, "expected_version": 1}

    done, _ = race(ctx, lambda: merged(ctx, a, b), lambda: records.update(ctx, **edit))

    with guard.entered(ctx.tenant):
        row = rows.get(ctx, "companies", a)
    assert row is not None
    assert row.version == 1 + len(done)
    assert ("website" in row.values) == any(answer.get("website") for answer in done)


def test_a_merge_is_undone_once(ctx: Context, firms: list[str]) -> None:
    a, b, *_ = firms
    with guard.entered(ctx.tenant):
        merge = merged(ctx, a, b)["merge_id"]

    done, refused = race(ctx, *[lambda: undoing.undo(ctx, id=merge)] * 4)

    assert (len(done), len(refused)) == (1, 3)
    assert gone(ctx, [a, b]) == [False, False]
