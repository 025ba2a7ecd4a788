"""Segments on moto, with a clock that tests move."""

from collections.abc import Iterator

import pytest

from chalicelib.kernel import clock
from chalicelib.storage import connection
from tests.faults import faults, pytest_pyfunc_call
from tests.functional.pipeline.aws_around import Clock
from tests.functional.segments.around import Around
from tests.unit import shared_world
from tests.world import World

__all__ = ["faults", "pytest_pyfunc_call"]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with shared_world.of_module() as made:
        yield made


@pytest.fixture(scope="module")
def module_time() -> Iterator[Clock]:
    with pytest.MonkeyPatch.context() as patch:
        moved = Clock()
        patch.setattr(clock, "system_now", moved)
        yield moved


@pytest.fixture(scope="module")
def module_around(world: World, module_time: Clock) -> Around:
    made = Around.of(world, module_time)
    connection.on_client(made.attach)
    return made


@pytest.fixture
def around(module_around: Around) -> Around:
    """Return a new firm whose stream, bus, queues and days the test brings."""
    module_around.begin()
    return module_around
