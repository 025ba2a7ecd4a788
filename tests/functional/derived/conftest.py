"""The engine on moto, with the stream and the deriver's queue in the hands of the test."""

from collections.abc import Iterator

import pytest

from chalicelib.storage import connection
from tests.functional.derived.flow import Flow
from tests.unit import shared_world
from tests.world import World


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with shared_world.of_module() as made:
        yield made


@pytest.fixture(scope="module")
def module_flow(world: World) -> Flow:
    made = Flow(world.ctx(), world.settings.prefix)
    connection.on_client(made.attach)
    return made


@pytest.fixture
def flow(world: World, module_flow: Flow) -> Flow:
    """Return a new firm whose stream and queue the test delivers."""
    module_flow.begin(world.ctx())
    return module_flow
