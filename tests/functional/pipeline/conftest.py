"""The pipeline on moto, with SES faked, faults at hand and a clock that tests move."""

import pytest

from chalicelib.kernel import clock
from chalicelib.storage import connection
from tests.fake_ses import FakeSes
from tests.faults import FaultInjector, faults, pytest_pyfunc_call
from tests.functional.pipeline.aws_around import AwsAround, Clock
from tests.world import World

__all__ = ["faults", "pytest_pyfunc_call"]


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the time that every part of the code lives in."""
    moved = Clock()
    monkeypatch.setattr(clock, "system_now", moved)
    return moved


@pytest.fixture
def ses(world: World, time: Clock, faults: FaultInjector) -> FakeSes:
    """Return the SES that takes every mail."""
    fake = FakeSes(now=time)
    connection.on_client(fake.attach)
    return fake


@pytest.fixture
def around(world: World, time: Clock, ses: FakeSes, faults: FaultInjector) -> AwsAround:
    """Return AWS around the functions."""
    made = AwsAround(time, ses, faults, world.settings.prefix, world.ids.tenant())
    connection.on_client(made.attach)
    return made
