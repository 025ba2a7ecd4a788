"""Campaigns on moto, with SES faked, faults at hand and a clock that tests move."""

from collections.abc import Iterator

import pytest

from chalicelib.kernel import clock
from chalicelib.storage import connection
from tests.fake_ses import FakeSes
from tests.faults import FaultInjector, pytest_pyfunc_call
from tests.functional.campaigns.around import CampaignAround
from tests.functional.pipeline.aws_around import Clock
from tests.world import World

__all__ = ["pytest_pyfunc_call"]


@pytest.fixture(scope="module")
def world(shared_world: World) -> World:
    """Return a stage that all tests of a module share; each has a firm of its own there."""
    return shared_world


@pytest.fixture(scope="module")
def module_around(world: World) -> Iterator[CampaignAround]:
    with pytest.MonkeyPatch.context() as patch:
        time, faults = Clock(), FaultInjector()
        patch.setattr(clock, "system_now", time)
        connection.on_client(faults.watch)
        ses = FakeSes(now=time)
        connection.on_client(ses.attach)
        made = CampaignAround(time, ses, faults, world.settings.prefix, world.ids.tenant())
        connection.on_client(made.attach)
        yield made


@pytest.fixture
def around(module_around: CampaignAround) -> CampaignAround:
    """Return AWS around the functions, on the morning of a Tuesday, with nothing sent yet."""
    module_around.start_over()
    return module_around


@pytest.fixture
def faults(module_around: CampaignAround) -> FaultInjector:
    """Return what breaks calls."""
    return module_around.faults
