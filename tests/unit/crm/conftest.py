"""A firm that has just signed up: a context, and the pipeline it begins with."""

from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import records
from chalicelib.kernel.context import Context
from chalicelib.storage import guard
from tests.unit import shared_world
from tests.world import World

STAGES = [
    {"label": "Nueva", "probability": 10, "expected_days": 7},
    {"label": "Propuesta", "probability": 50, "expected_days": 14},
    {"label": "Ganada", "kind": "won"},
    {"label": "Perdida", "kind": "lost"},
]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with shared_world.of_module() as made:
        yield made


@pytest.fixture
def ctx(world: World) -> Iterator[Context]:
    made = world.ctx()
    with guard.entered(made.tenant):
        yield made


@pytest.fixture
def pipeline(ctx: Context) -> dict[str, Any]:
    values = {"name": "Ventas", "is_default": True, "stages": STAGES}
    return records.create(ctx, plural="pipelines", values=values)
