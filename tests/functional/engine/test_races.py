"""Many at once on one company, on a store whose transactions hold: one winner, no lost update, one answer."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import query, records
from chalicelib.engine.claims import AlreadyTaken
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem, VersionMismatch
from chalicelib.storage import guard
from tests.world import World

pytestmark = pytest.mark.cloud

WRITERS = 64
OLMEDO = {"name": "Distribuciones Olmedo", "tax_id": "B45123452"}


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    return cloud_world.ctx()


def race(ctx: Context, act: Callable[[int], dict[str, Any]]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Let all writers act at the same moment; return the answers and the refusals."""
    start = Barrier(WRITERS)

    def run(number: int) -> dict[str, Any] | Problem:
        with guard.entered(ctx.tenant):
            start.wait()
            try:
                return act(number)
            except Problem as problem:
                return problem

    with ThreadPoolExecutor(WRITERS) as pool:
        got = list(pool.map(run, range(WRITERS)))
    return [each for each in got if isinstance(each, dict)], [each for each in got if isinstance(each, Problem)]


def companies(ctx: Context) -> list[dict[str, Any]]:
    with guard.entered(ctx.tenant):
        found: list[dict[str, Any]] = query.list(ctx, plural="companies", limit=100)["items"]
        return found


def test_one_tax_id_goes_to_one_company(ctx: Context) -> None:
    made, refused = race(ctx, lambda _: records.create(ctx, plural="companies", values=OLMEDO))

    assert [company["id"] for company in companies(ctx)] == [made[0]["id"]]
    assert len(made) == 1
    assert {(type(problem), problem.extra["holder_id"]) for problem in refused} == {(AlreadyTaken, made[0]["id"])}


def test_one_version_has_one_successor(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        olmedo = records.create(ctx, plural="companies", values=OLMEDO)

    def rename(number: int) -> dict[str, Any]:
        changes = {"name": f"Olmedo {number}"}
        return records.update(ctx, plural="companies", id=olmedo["id"], changes=changes, expected_version=1)

    changed, refused = race(ctx, rename)

    assert len(changed) == 1
    assert {type(problem) for problem in refused} == {VersionMismatch}
    assert companies(ctx)[0]["name"] == changed[0]["name"]


def test_no_update_is_lost_when_everybody_tries_until_it_is_in(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        olmedo = records.create(ctx, plural="companies", values=OLMEDO)

    def sign(number: int) -> dict[str, Any]:
        while True:
            now = records.get(ctx, plural="companies", id=olmedo["id"])
            signed = {"description": f"{now['description'] or ''} {number}".strip()}
            try:
                return records.update(
                    ctx, plural="companies", id=olmedo["id"], changes=signed, expected_version=now["version"]
                )
            except VersionMismatch:
                continue

    changed, refused = race(ctx, sign)

    with guard.entered(ctx.tenant):
        signatures = records.get(ctx, plural="companies", id=olmedo["id"])["description"].split()
    assert refused == []
    assert sorted(map(int, signatures)) == list(range(WRITERS))
    assert sorted(company["version"] for company in changed) == list(range(2, WRITERS + 2))


def test_one_key_makes_one_record_and_gives_everybody_its_answer(ctx: Context) -> None:
    key = Idempotency.of("key", OLMEDO)

    made, refused = race(ctx, lambda _: records.create(ctx, plural="companies", values=OLMEDO, idempotency=key))

    assert refused == []
    assert {company["id"] for company in made} == {company["id"] for company in companies(ctx)}
    assert all(company == made[0] for company in made)
