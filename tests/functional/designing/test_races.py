"""Several administrators at the same moment, on a store whose transactions hold: nothing of anybody's is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import overlays
from chalicelib.engine.designing import fields
from chalicelib.engine.designing.fields import NameTaken
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem, VersionMismatch
from chalicelib.storage import guard
from tests.world import World

pytestmark = pytest.mark.cloud

ADMINISTRATORS = 8
WORDS = {"es": "Obra", "en": "Work"}


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    return cloud_world.ctx()


def race(ctx: Context, act: Callable[[Context, int], None]) -> list[Problem | None]:
    """Let all administrators act at the same moment; return what each was refused with."""
    start = Barrier(ADMINISTRATORS)

    def run(number: int) -> Problem | None:
        with guard.entered(ctx.tenant):
            start.wait()
            try:
                act(replace(ctx, request_id=f"request {number}"), number)
            except Problem as problem:
                return problem
            return None

    with ThreadPoolExecutor(ADMINISTRATORS) as pool:
        return [*pool.map(run, range(ADMINISTRATORS))]


def test_of_those_who_change_the_same_version_one_wins(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        fields.add(ctx, plural="companies", given={"name": "c_kind", "type": "text", "label": WORDS})
        version = overlays.current(ctx).version

    def rename(ctx: Context, number: int) -> None:
        label = {"es": str(number), "en": str(number)}
        fields.change(ctx, plural="companies", name="c_kind", given={"label": label}, expected_version=version)

    refused = race(ctx, rename)

    assert refused.count(None) == 1
    assert {type(problem) for problem in refused if problem} == {VersionMismatch}
    with guard.entered(ctx.tenant):
        assert overlays.current(ctx).version == version + 1


def test_those_who_add_different_fields_all_do(ctx: Context) -> None:
    def add(ctx: Context, number: int) -> None:
        fields.add(ctx, plural="companies", given={"name": f"c_{number}", "type": "text", "label": WORDS})

    refused = race(ctx, add)

    assert refused == [None] * ADMINISTRATORS
    with guard.entered(ctx.tenant):
        assert len(overlays.current(ctx).objects["companies"].fields) == ADMINISTRATORS


def test_of_those_who_add_the_same_field_one_wins(ctx: Context) -> None:
    def add(ctx: Context, _number: int) -> None:
        fields.add(ctx, plural="companies", given={"name": "c_kind", "type": "text", "label": WORDS})

    refused = race(ctx, add)

    assert refused.count(None) == 1
    assert {type(problem) for problem in refused if problem} == {NameTaken}
