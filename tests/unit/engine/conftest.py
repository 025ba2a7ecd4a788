"""A firm's context, entered: Bodegas Ríos, and whoever works there."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.kernel.context import Context
from chalicelib.storage import guard
from tests.unit import shared_world
from tests.world import World


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
def later(ctx: Context) -> Context:
    """Return the same user an hour later, in another request."""
    return replace(ctx, now=ctx.now.replace(hour=21), request_id="later")
